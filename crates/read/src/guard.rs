//! Keeps the panics of libraries in: a parser that panics makes one file unreadable, not the end of all.
//!
//! Where a panic aborts (the browser's build), nothing can be kept in: there the page that asked starts a new worker and
//! tells the file that it had sent as one that makes the reader fail.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};

thread_local! {
    static GUARDED: Cell<bool> = const { Cell::new(false) };
}

/// Whether this thread is within a library whose panics are kept in: a hook need not print them.
pub fn is_guarded() -> bool {
    GUARDED.get()
}

/// What a library makes of something; `None` where it panicked.
pub(crate) fn caught<T>(work: impl FnOnce() -> T) -> Option<T> {
    let before = GUARDED.replace(true);
    let result = catch_unwind(AssertUnwindSafe(work));
    GUARDED.set(before);
    result.ok()
}
