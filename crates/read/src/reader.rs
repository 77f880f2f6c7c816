//! From bytes to reports: what a file is, who reads it, and what is within it.

use std::cell::Cell;

use model::FilePlace;
use serde::{Deserialize, Serialize};

use crate::found::{Format, Found};
#[cfg(feature = "formats")]
use crate::kinds;
use crate::kinds::Kind;
use crate::limits;
use crate::plain;
use crate::trouble::{Trouble, Unread, Weight};

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
        let mut reader = Reader::new(0);
        reader.take(file, Ok(parts.into_iter().collect()));
        reader.reading
    }

    /// A file that could not be read at all.
    pub fn unread(trouble: Trouble) -> Self {
        Self { troubles: vec![trouble], ..Self::default() }
    }
}

/// Reads a file where that takes no program for formats: a plain text in UTF-8, or JSON lines of the corpus's own form.
/// [`read`] gives the same of it. `None` where somebody else has to look.
pub fn read_plain(name: &str, bytes: &[u8]) -> Option<Reading> {
    let text = std::str::from_utf8(bytes).ok().filter(|_| bytes.len() <= limits::FILE)?;
    // A mark of Unicode, or characters that may be those of another character set.
    if text.starts_with('\u{feff}')
        || text.contains(|c: char| c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{c}'))
    {
        return None;
    }
    let mut reader = Reader::new(0);
    match crate::kinds::of(name, bytes) {
        Kind::Plain(Format::Text) if text.starts_with("+++") || !plain::is_exported(text) => {
            let result = plain::report(&mut reader, name, text);
            reader.packed(name, result);
        }
        Kind::Parts(Format::JsonLines) if plain::is_ours(text) => reader.take(name, plain::lines(text)),
        _ => return None,
    }
    Some(reader.reading)
}

/// Reads the bytes of a file. `name` is its path in the corpus, with `/` between folders; what a file is, its bytes tell,
/// and its name only where they don't.
#[cfg(feature = "formats")]
pub fn read(name: &str, bytes: &[u8]) -> Reading {
    read_told(name, bytes, &crate::table::Tables::default())
}

/// As [`read`], with what `corpus.toml` says of the columns of tables.
#[cfg(feature = "formats")]
pub fn read_told(name: &str, bytes: &[u8], tables: &crate::table::Tables) -> Reading {
    let mut reader = Reader::new(bytes.len());
    reader.tables = tables.clone();
    reader.file(name, bytes);
    reader.reading
}

/// A reader within one file of the corpus.
#[cfg_attr(not(feature = "formats"), allow(dead_code, reason = "plain texts have nothing to unpack"))]
pub(crate) struct Reader {
    pub(crate) reading: Reading,
    /// How many bytes may still be unpacked.
    pub(crate) left: Cell<u64>,
    /// How large the file itself is, in bytes.
    whole: u64,
    /// How much text its reports hold so far, in bytes.
    texts: usize,
    /// What a person says of tables.
    tables: crate::table::Tables,
    /// How deep in archives and mails we are.
    depth: u32,
}

/// What a reader of a format gives: reports, each with its place in the file.
pub(crate) type Parts = Result<Vec<(String, Found)>, Unread>;

impl Reader {
    fn new(whole: usize) -> Self {
        Self {
            reading: Reading::default(),
            left: Cell::new(limits::UNPACKED),
            whole: whole as u64,
            texts: 0,
            tables: crate::table::Tables::default(),
            depth: 0,
        }
    }

    /// Reads one file, or one that is within another.
    #[cfg(feature = "formats")]
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
                let told = self.tables.of(name);
                let parts = crate::guard::caught(|| crate::parts::read(format, bytes, &told));
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
                let (mut empty, mut withdrawn) = (0usize, 0usize);
                for (place, mut found) in parts {
                    if found.withdrawn {
                        withdrawn += 1;
                        continue;
                    }
                    if !found.text.contains(char::is_alphanumeric) && !found.is_titled() {
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
                    self.texts += found.text.len();
                    if self.texts > limits::TEXTS {
                        return self.partly(
                            name,
                            "holds more than 256 MiB of text; what comes after is left out".to_owned(),
                            "split it",
                        );
                    }
                    // Where it stood before somebody mended it follows.
                    found.places.insert(0, FilePlace { file: name.to_owned(), place });
                    self.reading.found.push(found);
                }
                if withdrawn > 0 {
                    let what = format!(
                        "{withdrawn} of {many} items are cancelled or withheld by their agency, and are left out"
                    );
                    self.partly(name, what, "nothing has to be done");
                }
                if empty == many {
                    self.trouble(name, Unread::Empty);
                } else if empty > 0 {
                    self.partly(
                        name,
                        format!("{empty} of {many} reports have no text, and are left out"),
                        "look whether the export had the full texts",
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

    /// How many bytes may be unpacked still, by the size of the whole file.
    #[cfg(feature = "formats")]
    pub(crate) fn room(&self) -> u64 {
        let whole = limits::FREE_WHOLE.max(self.whole.saturating_mul(limits::RATIO_WHOLE)).min(limits::UNPACKED);
        whole.saturating_sub(limits::UNPACKED - self.left.get())
    }

    /// Takes bytes to be unpacked out of what may be unpacked.
    ///
    /// # Errors
    /// It is too much.
    #[cfg(feature = "formats")]
    pub(crate) fn unpack(&self, packed: u64, unpacked: u64) -> Result<(), Unread> {
        // What is too much has been unpacked all the same: a thousand such files in one are no more than one.
        let left = self.left.get().checked_sub(unpacked);
        self.left.set(left.unwrap_or(0));
        if unpacked > limits::FREE && unpacked / limits::RATIO > packed {
            return Err(Unread::TooMuch(format!("unpacks to more than {} times its size", limits::RATIO)));
        }
        if left.is_none() {
            return Err(Unread::TooMuch("unpacks to more than 1 GiB".to_owned()));
        }
        let sum = limits::UNPACKED - self.left.get();
        if sum > limits::FREE_WHOLE && sum / limits::RATIO_WHOLE > self.whole {
            return Err(Unread::TooMuch(format!("unpacks to more than {} times its size", limits::RATIO_WHOLE)));
        }
        Ok(())
    }
}

#[cfg(all(test, feature = "formats"))]
mod tests {
    use proptest::prelude::*;

    use super::{read, read_plain};

    const WORDS: &str = "A crane fell onto the new pier of Port Alma on Monday, the harbour office said.";

    #[test]
    fn plain_texts_and_lines_take_no_program_for_formats() {
        let front = format!("+++\ntitle = \"Crane falls\"\npublished = \"2031-03-04\"\n+++\n\n{WORDS}\n");
        let line = format!("{{\"id\": \"a\", \"text\": \"{WORDS}\"}}\n");
        for (name, text) in [
            ("a.txt", WORDS),
            ("a.txt", &front),
            ("a", WORDS),
            ("a.jsonl", &line),
            ("a.txt", "Caf\u{e9} fermé: ouvert."),
        ] {
            assert_eq!(read_plain(name, text.as_bytes()), Some(read(name, text.as_bytes())), "{text}");
        }
        let wrong = "+++\npublished = \"soon\"\n+++\nA crane fell.\n";
        assert_eq!(read_plain("a.txt", wrong.as_bytes()), Some(read("a.txt", wrong.as_bytes())), "told alike");
    }

    #[test]
    fn what_has_a_form_is_left_to_who_reads_it() {
        let left: [(&str, &[u8]); 12] = [
            ("a.md", b"# Crane falls\n\nA crane fell."),
            ("a.html", b"<p>A crane fell.</p>"),
            ("a.txt", b"\xef\xbb\xbfA crane fell."),
            ("a.txt", b"caf\xe9 ferm\xe9"),
            ("a.txt", b"A\0 \0c\0r\0a\0n\0e\0"),
            ("a.eml", b"From: a@b.example\nTo: c@d.example\nSubject: Crane\n\nA crane fell."),
            ("a.csv", b"title,date,text\nCrane,2031-03-04,A crane fell.\n"),
            ("a.ris", b"TY  - NEWS\nTI  - Crane\nER  -\n"),
            ("a.json", b"[{\"title\": \"Crane\"}]"),
            ("a.jsonl", b"{\"headline\": \"Crane\", \"body\": \"A crane fell.\"}\n"),
            ("a.txt", b"1 of 3 DOCUMENTS\n\nThe Courier\n\nA crane fell."),
            ("a.pdf", b"%PDF-1.7"),
        ];
        for (name, bytes) in left {
            assert_eq!(read_plain(name, bytes), None, "{name}: {}", String::from_utf8_lossy(bytes));
        }
    }

    proptest! {
        #[test]
        fn whoever_reads_a_text_reads_the_same(
            name in "[a-z]{1,4}(\\.(txt|jsonl|md|csv|html|js))?",
            parts in prop::collection::vec(
                prop_oneof![
                    Just("+++\n".to_owned()), Just("title = \"A\"\n".to_owned()), Just("From: a@b\n".to_owned()),
                    Just("{\"id\": 1, \"text\": \"x\"}\n".to_owned()), Just("<p>".to_owned()), Just("date,text\n".to_owned()),
                    Just("@article{a, b = {c}}".to_owned()), Just("DOCUMENT".to_owned()), ".{0,30}", "[ \\n\\t,;a-z]{0,40}",
                ],
                0..8,
            ),
        ) {
            let text = parts.concat();
            if let Some(plain) = read_plain(&name, text.as_bytes()) {
                prop_assert_eq!(plain, read(&name, text.as_bytes()));
            }
        }
    }
}
