//! What was made of bytes before, and need not be made again. The stages know no disk: whoever calls them keeps it.

/// Who keeps bytes that were made of others, from one run to the next. Nothing may be told by what is kept.
pub trait Keep: Sync {
    /// What `make` makes of `parts`, or made of them before; `what` sets it apart from other things made of the same parts.
    /// Where it makes nothing, nothing is kept.
    fn kept(&self, what: &str, parts: &[&[u8]], make: &mut dyn FnMut() -> Option<Vec<u8>>) -> Option<Vec<u8>> {
        self.kept_where(what, parts, &|_| true, make)
    }

    /// As [`Keep::kept`], where what was made before `fits` what hangs on other things than `parts`; else it is made anew, and kept
    /// in its place.
    fn kept_where(
        &self,
        what: &str,
        parts: &[&[u8]],
        fits: &dyn Fn(&[u8]) -> bool,
        make: &mut dyn FnMut() -> Option<Vec<u8>>,
    ) -> Option<Vec<u8>> {
        let _ = (what, parts, fits);
        make()
    }

    /// A digest of bytes that no two of them share, to be one of the parts in their place; or the bytes themselves.
    fn digest(&self, bytes: &[u8]) -> Vec<u8> {
        bytes.to_vec()
    }

    /// Whether anything is kept: what a thing was made of need not be told else.
    fn keeps(&self) -> bool {
        true
    }
}

/// Keeps nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct KeepNothing;

impl Keep for KeepNothing {
    fn keeps(&self) -> bool {
        false
    }
}
