//! What packs the files of an index (RFC 1951); only the build reaches it.

use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::deflate::core::{
    CompressorOxide, TDEFLFlush, TDEFLStatus, compress, create_comp_flags_from_zip_params,
};
use model::keep::Keep;
#[cfg(any(test, feature = "fuzzing"))]
use model::keep::KeepNothing;

/// How hard it is tried: beyond this, leaves and slots hardly shrink.
const LEVEL: u8 = 4;

/// Packs one payload after another by the same tables, whose making takes longer than a small payload; none that was packed
/// in an earlier run, where that is kept.
pub(crate) struct Packer<'k> {
    tables: Box<CompressorOxide>,
    keep: &'k dyn Keep,
}

#[cfg(any(test, feature = "fuzzing"))]
impl Packer<'static> {
    /// Packs everything itself.
    pub(crate) fn new() -> Self {
        Self::keeping(&KeepNothing)
    }
}

impl<'k> Packer<'k> {
    pub(crate) fn keeping(keep: &'k dyn Keep) -> Self {
        let tables = CompressorOxide::new(create_comp_flags_from_zip_params(i32::from(LEVEL), 0, 0));
        Self { tables: Box::new(tables), keep }
    }

    /// Packs a payload; the same bytes whatever was packed before.
    pub(crate) fn pack(&mut self, payload: &[u8]) -> Vec<u8> {
        let Self { tables, keep } = self;
        keep.kept("packed", &[payload], &mut || Some(packed(tables, payload))).unwrap_or_default()
    }

    /// Packs a payload as small as deflate allows.
    pub(crate) fn pack_smallest(&mut self, payload: &[u8]) -> Vec<u8> {
        self.keep.kept("packed small", &[payload], &mut || Some(smallest(payload))).unwrap_or_default()
    }
}

fn packed(tables: &mut CompressorOxide, payload: &[u8]) -> Vec<u8> {
    tables.reset();
    // What does not compress grows by a few bytes for each block.
    let mut packed = vec![0; payload.len() + payload.len() / 64 + 64];
    match compress(tables, payload, &mut packed, TDEFLFlush::Finish) {
        (TDEFLStatus::Done, _, length) => {
            packed.truncate(length);
            packed
        }
        _ => compress_to_vec(payload, LEVEL),
    }
}

/// Packs a payload as small as deflate allows, by Zopfli, with the settings beyond which a fivefold time saves a
/// hundredth.
fn smallest(payload: &[u8]) -> Vec<u8> {
    let options = zopfli::Options {
        iteration_count: std::num::NonZeroU64::new(5).unwrap_or(std::num::NonZeroU64::MIN),
        maximum_block_splits: 4,
        ..zopfli::Options::default()
    };
    let mut packed = Vec::new();
    match zopfli::compress(options, zopfli::Format::Deflate, payload, &mut packed) {
        Ok(()) => packed,
        // Writing to memory does not fail.
        Err(_) => compress_to_vec(payload, 9),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::files::bytes::inflate;

    proptest! {
        #[test]
        fn what_is_packed_unpacks_whatever_went_before(
            first in prop::collection::vec(any::<u8>(), 0..3_000),
            second in prop::collection::vec(0u8..4, 0..70_000),
        ) {
            let mut packer = Packer::new();
            let packed = [&first, &second, &first].map(|payload| packer.pack(payload));
            prop_assert_eq!(inflate(&packed[0], first.len()), Ok(first.clone()));
            prop_assert_eq!(inflate(&packed[1], second.len()), Ok(second));
            prop_assert_eq!(&packed[0], &packed[2]);
        }
    }

    #[test]
    fn what_is_packed_small_unpacks_and_is_smaller() {
        let payload: Vec<u8> =
            (0..900u32).flat_map(|i| format!("the harbour {} and ", i * i % 97).into_bytes()).collect();
        let packed = smallest(&payload);
        assert!(packed.len() < Packer::new().pack(&payload).len());
        assert_eq!(inflate(&packed, payload.len()), Ok(payload));
    }
}
