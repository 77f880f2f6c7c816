//! What was made of bytes before, and need not be made again. The stages know no disk: whoever calls them keeps it.

/// Who keeps bytes that were made of others, from one run to the next. Nothing may be told by what is kept.
pub trait Keep: Sync {
    /// What `make` makes of `parts`, or made of them before; `what` sets it apart from other things made of the same parts.
    /// Where it makes nothing, nothing is kept.
    fn kept(&self, what: &str, parts: &[&[u8]], make: &mut dyn FnMut() -> Option<Vec<u8>>) -> Option<Vec<u8>> {
        let _ = (what, parts);
        make()
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
