use std::collections::BTreeMap;
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

/// How many failures of one file are told one by one.
const TOLD: usize = 20;

/// Failures as a person reads them: of a file that has very many the first ones, and how many more there are.
pub(crate) fn told(failures: Vec<Failure>) -> Vec<Failure> {
    let mut counts: BTreeMap<Option<PathBuf>, usize> = BTreeMap::new();
    let mut kept = Vec::new();
    for failure in failures {
        let count = counts.entry(failure.file.clone()).or_default();
        *count += 1;
        if *count <= TOLD || failure.file.is_none() {
            kept.push(failure);
        }
    }
    let more = counts.into_iter().filter_map(|(file, count)| Some((file?, count.checked_sub(TOLD)?)));
    kept.extend(more.filter(|&(_, more)| more > 0).map(|(file, more)| {
        Failure::of(&file, format!("{more} more of this file are not told"), "mend the first ones, and build again")
    }));
    kept
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
        let many = (1..=30).map(|line| Failure::at(Path::new("a.txt"), line, "is wrong", "mend it")).collect();
        let told = told(many);
        assert_eq!(told.len(), 21);
        assert_eq!(
            told[20].to_string(),
            "a.txt: 10 more of this file are not told; mend the first ones, and build again"
        );
        assert_eq!(Failure::new("nothing to do", "name a file").to_string(), "nothing to do; name a file");
    }
}
