use std::io::{self, IsTerminal, Write};
use std::sync::atomic::{AtomicUsize, Ordering};

/// What is going on, in one line that is written over; only where standard error is a terminal.
pub(crate) struct Progress {
    shown: bool,
}

/// Counts what is done; may be shared between threads.
pub(crate) struct Count<'a> {
    progress: &'a Progress,
    what: &'static str,
    done: AtomicUsize,
    all: usize,
}

/// Clears the line from the cursor on (ECMA-48, erase in line).
const CLEAR: &str = "\r\x1b[K";

impl Progress {
    pub(crate) fn new() -> Self {
        Self { shown: io::stderr().is_terminal() }
    }

    /// Shows a line until the next.
    pub(crate) fn tell(&self, what: &str) {
        if self.shown {
            // A terminal that is gone is no reason to stop the build.
            let _ = write!(io::stderr(), "{CLEAR}{what} …");
        }
    }

    /// Prints a line that stays, on standard error.
    pub(crate) fn print(&self, line: &str) {
        let clear = if self.shown { CLEAR } else { "" };
        let _ = writeln!(io::stderr(), "{clear}{line}");
    }

    /// Begins to count.
    pub(crate) fn count(&self, what: &'static str, all: usize) -> Count<'_> {
        self.tell(what);
        Count { progress: self, what, done: AtomicUsize::new(0), all }
    }
}

impl Count<'_> {
    /// One more is done. Shown about a hundred times in all.
    pub(crate) fn next(&self) {
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        if self.progress.shown && done.is_multiple_of((self.all / 100).max(1)) {
            self.progress.tell(&format!("{}: {done} of {}", self.what, self.all));
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if self.shown {
            let _ = write!(io::stderr(), "{CLEAR}");
        }
    }
}
