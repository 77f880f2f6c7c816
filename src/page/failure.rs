//! Why a view is not there: what happened, what is still true, which file.

/// Why data did not load, and what to try.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The server gave no answer.
    Unreachable {
        /// Path below the site's root.
        path: String,
    },
    /// The device has no connection.
    Offline {
        /// Path below the site's root.
        path: String,
    },
    /// It did not answer for a while; it may still.
    Late {
        /// What.
        what: String,
    },
    /// It stopped while it worked, or there was no memory for it.
    Stopped {
        /// What.
        what: String,
    },
    /// The server answered with an error.
    Status {
        /// Path below the site's root.
        path: String,
        /// The status code.
        status: u16,
    },
    /// The data is of another version than this viewer reads.
    Version {
        /// The version of the data.
        found: u32,
    },
    /// The data cannot be read.
    Corrupt {
        /// Path below the site's root.
        path: String,
        /// What is wrong with it.
        detail: String,
    },
}

impl Failure {
    /// What happened, as a heading.
    pub fn heading(&self) -> String {
        match self {
            Self::Unreachable { .. } => "The data could not be reached".to_owned(),
            Self::Offline { .. } => "You are offline".to_owned(),
            Self::Late { .. } => "There is no answer yet".to_owned(),
            Self::Stopped { .. } => "A part of this site stopped".to_owned(),
            Self::Status { .. } | Self::Corrupt { .. } => "The data could not be read".to_owned(),
            Self::Version { .. } => "The site was rebuilt while this page was open".to_owned(),
        }
    }

    /// What happened, in a sentence, with what is still true.
    pub fn sentence(&self) -> String {
        match self {
            Self::Unreachable { .. } => "There was no answer for one file. The connection may be down.".to_owned(),
            Self::Offline { .. } => "What is on this page reads on; the rest needs the connection.".to_owned(),
            Self::Status { status, .. } => {
                format!("The server answered with status {status} for one file. The rest of the site works.")
            }
            Self::Late { .. } => {
                "Nothing came for ten seconds. What was asked for is shown as soon as it comes.".to_owned()
            }
            Self::Stopped { .. } => "It may have run out of memory. The rest of the site works.".to_owned(),
            Self::Version { found } => format!(
                "The data is of version {found}, and this viewer reads version {}. Loading the page again brings the two together.",
                model::bundle::FORMAT
            ),
            Self::Corrupt { .. } => {
                "One file is damaged, cut short, or another one than was asked for. The rest of the site works."
                    .to_owned()
            }
        }
    }

    /// What happened, in sentences, with the file concerned.
    pub fn told(&self) -> String {
        let file = self.file().map(|file| format!(" ({file})")).unwrap_or_default();
        format!("{}{file}. {}", self.heading(), self.sentence())
    }

    /// The file concerned, with detail.
    pub fn file(&self) -> Option<String> {
        match self {
            Self::Unreachable { path } | Self::Offline { path } | Self::Status { path, .. } => Some(path.clone()),
            Self::Late { what } | Self::Stopped { what } => Some(what.clone()),
            Self::Corrupt { path, detail } => Some(format!("{path}: {detail}")),
            Self::Version { .. } => None,
        }
    }
}
