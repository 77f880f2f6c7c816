use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use model::plain::visible;

/// What stops a command, or is passed over with a warning: where, what is wrong, and what to do.
///
/// Shown as `FILE:LINE: what; what to do`; the line, or both, are left out where there is none.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, thiserror::Error)]
pub(crate) struct Failure {
    file: Option<PathBuf>,
    line: Option<u32>,
    what: String,
    remedy: String,
}

impl Failure {
    /// A failure that no file is to blame for.
    pub(crate) fn new(what: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { file: None, line: None, what: what.into(), remedy: remedy.into() }
    }

    /// A failure of a whole file or folder.
    pub(crate) fn of(file: &Path, what: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { file: Some(file.to_owned()), ..Self::new(what, remedy) }
    }

    /// A failure of one line; lines count from 1.
    pub(crate) fn at(file: &Path, line: u32, what: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { line: Some(line), ..Self::of(file, what, remedy) }
    }

    /// What is wrong, and what to do, without the place.
    pub(crate) fn said(&self) -> (String, String) {
        (self.what.clone(), self.remedy.clone())
    }

    /// The line, where one is to blame.
    pub(crate) fn line(&self) -> Option<u32> {
        self.line
    }

    /// The operating system refused something.
    pub(crate) fn io(file: &Path, doing: &str, error: &io::Error) -> Self {
        let remedy = match error.kind() {
            io::ErrorKind::NotFound => "check the path",
            io::ErrorKind::PermissionDenied => "check the permissions",
            io::ErrorKind::StorageFull => "make room on the disk",
            _ => "try again, or another place",
        };
        Self::of(file, format!("cannot {doing}: {}", reason(error)), remedy)
    }
}

impl From<Failure> for Vec<Failure> {
    fn from(failure: Failure) -> Self {
        vec![failure]
    }
}

/// The system's own words, without the number that Rust adds to them.
fn reason(error: &io::Error) -> String {
    let words = error.to_string();
    let plain = words.split(" (os error").next().unwrap_or(&words);
    plain.to_lowercase()
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Names of files and words of reports may hold what moves a terminal's cursor, or turns what is read.
        match (self.file.as_ref().map(|file| visible(&file.to_string_lossy())), self.line) {
            (Some(file), Some(line)) => write!(f, "{file}:{line}: ")?,
            (Some(file), None) => write!(f, "{file}: ")?,
            _ => {}
        }
        write!(f, "{}; {}", visible(&self.what), self.remedy)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_where_what_and_what_to_do() {
        let failure = Failure::at(Path::new("reports/a.txt"), 3, "is not UTF-8", "save it as UTF-8");
        assert_eq!(failure.to_string(), "reports/a.txt:3: is not UTF-8; save it as UTF-8");
        let failure = Failure::of(Path::new("a\u{1b}[2J\u{202e}.txt"), "is \u{7} empty", "fill it");
        assert_eq!(failure.to_string(), "a\\u{1b}[2J\\u{202e}.txt: is \\u{7} empty; fill it");
        assert_eq!(Failure::new("nothing to do", "name a file").to_string(), "nothing to do; name a file");
    }
}
