//! What the desk knows, as bytes that are kept from one day to the next: a record in the zlib format.

use std::collections::BTreeMap;

use found::Reading;
use miniz_oxide::deflate::compress_to_vec_zlib;
use miniz_oxide::inflate::decompress_to_vec_zlib_with_limit;
use model::{Annotated, Relations, coding};
use relate::Decision;
use serde::{Deserialize, Serialize};

use super::Desk;
use crate::asks::{Ask, Settling};

/// How hard it is packed, of 10: it is written while somebody waits.
const LEVEL: u8 = 1;

/// The most that it may unpack to, in bytes: what a browser can hold of it.
const MOST: usize = 1 << 30;

/// What the record begins with. What another version of this program kept is read anew from the reports.
const FORMAT: u8 = 3;

/// What is kept, as it is read.
pub(crate) struct Kept {
    pub(crate) readings: BTreeMap<String, Reading>,
    pub(crate) settling: Settling,
    pub(crate) annotated: Vec<Annotated>,
    pub(crate) machine: Option<(Vec<Decision>, Relations)>,
}

/// What a machine found, as it is written; what a person said stands beside it, as the questions in which it came.
#[derive(Serialize, Deserialize)]
struct Record<R, A, M> {
    format: u8,
    settle: String,
    relate: String,
    readings: R,
    annotated: A,
    relations: M,
}

/// All that the desk knows.
///
/// # Errors
/// None that its types can cause.
pub(crate) fn keep(desk: &Desk) -> Result<Vec<u8>, String> {
    let Desk { readings, settling, annotated, machine, .. } = desk;
    let asked = |ask: Ask| serde_json::to_string(&ask).map_err(|error| error.to_string());
    let decisions = machine.as_ref().map(|(decisions, _)| decisions.clone());
    let record = Record {
        format: FORMAT,
        settle: asked(Ask::Settle(settling.clone()))?,
        relate: asked(Ask::Relate { decisions: decisions.unwrap_or_default() })?,
        readings,
        annotated,
        relations: machine.as_ref().map(|(_, relations)| relations),
    };
    let plain = coding::encode(&record).map_err(|error| error.to_string())?;
    Ok(compress_to_vec_zlib(&plain, LEVEL))
}

/// What was kept.
///
/// # Errors
/// It is damaged, or of another version of this program.
pub(crate) fn open(bytes: &[u8]) -> Result<Kept, String> {
    let plain = decompress_to_vec_zlib_with_limit(bytes, MOST).map_err(|error| error.to_string())?;
    let damaged = || coding::Damaged.to_string();
    if plain.first() != Some(&FORMAT) {
        return Err(damaged());
    }
    let record: Record<BTreeMap<String, Reading>, Vec<Annotated>, Option<Relations>> =
        coding::decode(&plain).map_err(|error| error.to_string())?;
    let asked = |said: &str| serde_json::from_str::<Ask>(said).map_err(|error| error.to_string());
    let (Ask::Settle(settling), Ask::Relate { decisions }) = (asked(&record.settle)?, asked(&record.relate)?) else {
        return Err(damaged());
    };
    let machine = record.relations.map(|relations| (decisions, relations));
    Ok(Kept { readings: record.readings, settling, annotated: record.annotated, machine })
}
