//! Why a site could not be made.

/// Why a file was not taken, in the words of whoever takes it.
pub type Refusal = Box<dyn std::error::Error + Send + Sync>;

/// Why a site could not be made.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// Whoever takes the files refused one.
    #[error("{0}")]
    Refused(Refusal),
    /// A file's content has no form as bytes that gives it back, or holds more than a browser can.
    #[error("cannot write {path}: {why}")]
    Unwritable {
        /// The file, below the site's root.
        path: String,
        /// Why.
        why: String,
    },
    /// The index can't be made.
    #[error("the index cannot be made: {0}")]
    Index(String),
    /// The viewer's files are not what Trunk makes.
    #[error("the shell of the viewer can't be put into one file: {0}")]
    Shell(&'static str),
    /// What was written is not what is read.
    #[error("what was built cannot be read back: {0}")]
    Unreadable(String),
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}
