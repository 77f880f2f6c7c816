//! What the desk knows, as bytes that are kept from one day to the next: JSON in the zlib format.

use std::collections::BTreeMap;

use found::Reading;
use miniz_oxide::deflate::compress_to_vec_zlib;
use miniz_oxide::inflate::decompress_to_vec_zlib_with_limit;
use model::{Annotated, Relations};
use relate::Decision;
use serde::{Deserialize, Serialize};

use crate::asks::Settling;
use crate::work::Desk;

/// How hard it is packed, of 10: it is written while somebody waits.
const LEVEL: u8 = 1;

/// The most that it may unpack to, in bytes: what a browser can hold of it.
const MOST: usize = 1 << 30;

/// What is kept, as it is read.
#[derive(Deserialize)]
pub(crate) struct Kept {
    pub(crate) readings: BTreeMap<String, Reading>,
    pub(crate) settling: Settling,
    pub(crate) annotated: Vec<Annotated>,
    pub(crate) machine: Option<(Vec<Decision>, Relations)>,
}

/// The same, as it is written.
#[derive(Serialize)]
struct Keeping<'a> {
    readings: &'a BTreeMap<String, Reading>,
    settling: &'a Settling,
    annotated: &'a [Annotated],
    machine: &'a Option<(Vec<Decision>, Relations)>,
}

/// All that the desk knows.
///
/// # Errors
/// None that its types can cause.
pub(crate) fn keep(desk: &Desk) -> Result<Vec<u8>, String> {
    let Desk { readings, settling, annotated, machine, .. } = desk;
    let plain = serde_json::to_vec(&Keeping { readings, settling, annotated, machine }).map_err(|e| e.to_string())?;
    Ok(compress_to_vec_zlib(&plain, LEVEL))
}

/// What was kept.
///
/// # Errors
/// It is damaged, or of another version of this program.
pub(crate) fn open(bytes: &[u8]) -> Result<Kept, String> {
    let plain = decompress_to_vec_zlib_with_limit(bytes, MOST).map_err(|error| error.to_string())?;
    serde_json::from_slice(&plain).map_err(|error| error.to_string())
}
