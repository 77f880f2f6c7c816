//! From bytes to reports: what a file is, who reads it, and what is within it.

use std::cell::Cell;

use model::FilePlace;
use serde::{Deserialize, Serialize};

use crate::found::Found;
use crate::kinds::{self, Kind};
use crate::trouble::{Trouble, Unread, Weight};
use crate::{guard, limits};

/// What came of reading a file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// The reports, in the order of the file.
    pub found: Vec<Found>,
    /// What was not read.
    pub troubles: Vec<Trouble>,
    /// What bibliographies say of other files.
    pub(crate) references: Vec<crate::refs::Reference>,
}

impl Reading {
    /// Reports that somebody else has read from a file, each with its place in it.
    pub fn of(file: &str, parts: impl IntoIterator<Item = (String, Found)>) -> Self {
        let mut reader = Reader { reading: Self::default(), left: Cell::new(0), depth: 0 };
        reader.take(file, Ok(parts.into_iter().collect()));
        reader.reading
    }

    /// A file that could not be read at all.
    pub fn unread(trouble: Trouble) -> Self {
        Self { troubles: vec![trouble], ..Self::default() }
    }
}

/// Reads the bytes of a file. `name` is its path in the corpus, with `/` between folders; what a file is, its bytes tell,
/// and its name only where they don't.
pub fn read(name: &str, bytes: &[u8]) -> Reading {
    let mut reader = Reader { reading: Reading::default(), left: Cell::new(limits::UNPACKED), depth: 0 };
    reader.file(name, bytes);
    reader.reading
}

/// A reader within one file of the corpus.
pub(crate) struct Reader {
    pub(crate) reading: Reading,
    /// How many bytes may still be unpacked.
    pub(crate) left: Cell<u64>,
    /// How deep in archives and mails we are.
    depth: u32,
}

/// What a reader of a format gives: reports, each with its place in the file.
pub(crate) type Parts = Result<Vec<(String, Found)>, Unread>;

impl Reader {
    /// Reads one file, or one that is within another.
    pub(crate) fn file(&mut self, name: &str, bytes: &[u8]) {
        if bytes.len() > limits::FILE {
            return self.trouble(name, Unread::TooMuch(format!("is larger than {}", limits::FILE_WORDS)));
        }
        if self.depth >= limits::DEPTH {
            return self.trouble(name, Unread::TooMuch("lies too deep in archives within archives".to_owned()));
        }
        self.depth += 1;
        let kind = kinds::of(name, bytes);
        match kind {
            Kind::Zip => {
                let result = crate::pack::zip(self, name, bytes);
                self.packed(name, result);
            }
            Kind::Gzip => {
                let result = crate::pack::gzip(self, name, bytes);
                self.packed(name, result);
            }
            Kind::Tar => {
                let result = crate::pack::tar(self, name, bytes);
                self.packed(name, result);
            }
            Kind::Mail => {
                let result = crate::mail::message(self, name, bytes);
                self.packed(name, result);
            }
            Kind::Mbox => {
                let result = crate::mail::mailbox(self, name, bytes);
                self.packed(name, result);
            }
            Kind::Warc => {
                let result = crate::web::warc(self, name, bytes);
                self.packed(name, result);
            }
            Kind::Mhtml => {
                let result = crate::web::mhtml(self, name, bytes);
                self.packed(name, result);
            }
            Kind::References(format) => match crate::refs::read(format, bytes) {
                Ok(references) => self.reading.references.extend(references.into_iter().map(|one| one.beside(name))),
                Err(unread) => self.trouble(name, unread),
            },
            Kind::Is(unread) => self.trouble(name, unread),
            Kind::Plain(format) => {
                let result = crate::plain::text(self, name, format, bytes);
                self.packed(name, result);
            }
            Kind::Parts(format) => {
                let parts = guard::caught(|| kinds::parts(format, name, bytes));
                self.take(name, parts.unwrap_or(Err(Unread::Failed(format.name()))));
            }
        }
        self.depth -= 1;
    }

    fn packed(&mut self, name: &str, result: Result<(), Unread>) {
        if let Err(unread) = result {
            self.trouble(name, unread);
        }
    }

    /// Takes what a reader of a format gave.
    pub(crate) fn take(&mut self, name: &str, parts: Parts) {
        match parts {
            Err(unread) => self.trouble(name, unread),
            Ok(parts) => {
                let many = parts.len();
                let mut empty = 0usize;
                for (place, mut found) in parts {
                    if found.text.trim().is_empty() && !found.is_titled() {
                        empty += 1;
                        continue;
                    }
                    if found.text.len() > limits::REPORT {
                        self.partly(
                            name,
                            format!("{place} holds more than 16 MiB of text, and is left out"),
                            "split it",
                        );
                        continue;
                    }
                    if self.reading.found.len() >= limits::REPORTS {
                        return self.partly(
                            name,
                            "holds too many reports; those after the first 200,000 are left out".to_owned(),
                            "split it",
                        );
                    }
                    // Where it stood before somebody mended it follows.
                    found.places.insert(0, FilePlace { file: name.to_owned(), place });
                    self.reading.found.push(found);
                }
                if empty == many {
                    self.trouble(name, Unread::Empty);
                } else if empty > 0 {
                    self.partly(
                        name,
                        format!("{empty} of {many} reports have no text, and are left out"),
                        "nothing, or look whether the export had the full texts",
                    );
                }
            }
        }
    }

    /// Notes that a file could not be read.
    pub(crate) fn trouble(&mut self, name: &str, unread: Unread) {
        self.reading.troubles.push(unread.of(name));
    }

    /// Notes that a part of a file could not be read.
    pub(crate) fn partly(&mut self, name: &str, what: String, remedy: &str) {
        self.reading.troubles.push(Trouble {
            file: name.to_owned(),
            line: None,
            weight: Weight::Partly,
            what,
            remedy: remedy.to_owned(),
        });
    }

    /// Takes bytes to be unpacked out of what may be unpacked.
    ///
    /// # Errors
    /// It is too much.
    pub(crate) fn unpack(&self, packed: u64, unpacked: u64) -> Result<(), Unread> {
        if unpacked > limits::FREE && unpacked / limits::RATIO > packed {
            return Err(Unread::TooMuch(format!("unpacks to more than {} times its size", limits::RATIO)));
        }
        match self.left.get().checked_sub(unpacked) {
            Some(left) => self.left.set(left),
            None => return Err(Unread::TooMuch("unpacks to more than 1 GiB".to_owned())),
        }
        Ok(())
    }
}
