//! What became of looking for one thing.

use anyhow::Result;

/// One thing, as it was found.
pub(crate) enum Found {
    /// It is there.
    Here,
    /// It is not, but can be got: what it is, what for, about how long, and how.
    Can(&'static str, Box<dyn Fn() -> Result<()>>),
    /// A person has to get it: what to do.
    Cannot(String),
}

impl Found {
    pub(super) fn missing(&self) -> Option<&String> {
        if let Self::Cannot(what) = self { Some(what) } else { None }
    }

    pub(super) fn step(&self) -> Option<&'static str> {
        if let Self::Can(what, _) = self { Some(*what) } else { None }
    }
}
