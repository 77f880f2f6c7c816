use std::io::{self, IsTerminal, Write};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

/// What is going on, in one line that is written over; only where standard error is a terminal.
pub(crate) struct Progress {
    shown: bool,
    /// How many steps there are, and how many have begun.
    steps: usize,
    begun: AtomicUsize,
}

/// Counts what is done; may be shared between threads.
pub(crate) struct Count<'a> {
    progress: &'a Progress,
    what: &'static str,
    done: AtomicUsize,
    all: usize,
    began: Instant,
}

/// Time after which it can be told how long something will take.
const TELLING: Duration = Duration::from_secs(1);

/// Clears the line from the cursor on (ECMA-48, erase in line).
const CLEAR: &str = "\r\x1b[K";

impl Progress {
    pub(crate) fn new(steps: usize) -> Self {
        Self { shown: io::stderr().is_terminal(), steps, begun: AtomicUsize::new(0) }
    }

    /// Begins a step, and shows its line until the next.
    pub(crate) fn tell(&self, what: &str) {
        self.begun.fetch_add(1, Ordering::Relaxed);
        self.show(what);
    }

    fn show(&self, what: &str) {
        if self.shown {
            let (begun, steps) = (self.begun.load(Ordering::Relaxed), self.steps);
            // A terminal that is gone is no reason to stop the build.
            let _ = write!(io::stderr(), "{CLEAR}step {begun} of {steps}: {what} …");
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
        Count { progress: self, what, done: AtomicUsize::new(0), all, began: Instant::now() }
    }
}

impl Count<'_> {
    /// One more is done. Shown about a hundred times in all.
    pub(crate) fn next(&self) {
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        if self.progress.shown && done.is_multiple_of((self.all / 100).max(1)) {
            let left = left(self.began.elapsed(), done, self.all);
            self.progress.show(&format!("{}: {done} of {}{left}", self.what, self.all));
        }
    }
}

/// How long the rest will take, where that can be told.
fn left(passed: Duration, done: usize, all: usize) -> String {
    if passed < TELLING || done == 0 {
        return String::new();
    }
    let seconds = (passed.as_secs_f64() / done as f64 * all.saturating_sub(done) as f64).ceil() as u64;
    match seconds {
        0..120 => format!(", some {seconds} s left"),
        _ => format!(", some {} min left", seconds.div_ceil(60)),
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if self.shown {
            let _ = write!(io::stderr(), "{CLEAR}");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_is_told_once_it_can_be() {
        assert_eq!(left(Duration::from_millis(300), 10, 1000), "");
        assert_eq!(left(Duration::from_secs(2), 40, 1000), ", some 48 s left");
        assert_eq!(left(Duration::from_secs(30), 100, 1000), ", some 5 min left");
    }
}
