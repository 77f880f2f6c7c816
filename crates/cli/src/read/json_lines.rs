use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use extract::Input;
use found::{Found, Unread};
use serde_json::{Map, Value};

use super::text::{self, LIMIT, LIMIT_WORDS};
use crate::failure::Failure;

/// All reports of a file in the corpus's own form, whatever its size; `None` where its first line is not of that form.
pub(super) fn whole(name: &str, path: &Path) -> Option<found::Reading> {
    let mut lines = JsonLines::open(path).ok()?;
    let first = lines.next_line().ok()??;
    let fields: Map<String, Value> = serde_json::from_str(&first).ok()?;
    if !(fields.contains_key("id") && fields.contains_key("text")) {
        return None;
    }
    let mut parts = Vec::new();
    for line in JsonLines::open(path).ok()?.found() {
        match line {
            Ok((line, found)) => parts.push((format!("line {line}"), found)),
            Err(failure) => {
                let (what, remedy) = failure.said();
                let weight = found::Weight::Wrong;
                return Some(found::Reading::unread(found::Trouble {
                    file: name.to_owned(),
                    line: failure.line(),
                    weight,
                    what,
                    remedy,
                }));
            }
        }
    }
    Some(found::Reading::of(name, parts))
}

/// The reports of a `.jsonl` file, one by one: only one line is held at a time.
pub(crate) struct JsonLines<R> {
    reader: R,
    path: PathBuf,
    line: u32,
    ended: bool,
    tolerant: bool,
}

impl JsonLines<BufReader<File>> {
    /// Opens a file.
    ///
    /// # Errors
    /// It cannot be opened.
    pub(crate) fn open(path: &Path) -> Result<Self, Failure> {
        let file = File::open(path).map_err(|error| Failure::io(path, "read it", &error))?;
        Ok(Self::new(BufReader::new(file), path))
    }
}

impl<R: BufRead> JsonLines<R> {
    /// Reads from anything; `path` is what errors call it.
    pub(crate) fn new(reader: R, path: &Path) -> Self {
        Self { reader, path: path.to_owned(), line: 0, ended: false, tolerant: false }
    }

    /// Takes a date of publication that cannot be read as unknown, with a warning on standard error: one such line should
    /// not cost the thousand behind it.
    pub(crate) fn tolerant(mut self) -> Self {
        self.tolerant = true;
        self
    }

    /// The next line that is not blank, with its number.
    fn next_line(&mut self) -> Result<Option<String>, Failure> {
        loop {
            let mut bytes = Vec::new();
            let read = (&mut self.reader).take(LIMIT + 1).read_until(b'\n', &mut bytes);
            self.line += 1;
            if read.map_err(|error| Failure::io(&self.path, "read it", &error))? == 0 {
                return Ok(None);
            }
            if bytes.len() as u64 > LIMIT {
                let what = format!("the line is longer than {LIMIT_WORDS}, the most that a report may hold");
                return Err(Failure::at(&self.path, self.line, what, "split it, or take it out"));
            }
            let line = text::decode(&self.path, bytes, self.line)?;
            let line = text::unmarked(&line);
            if !line.trim().is_empty() {
                return Ok(Some(line.to_owned()));
            }
        }
    }

    fn parse(&self, line: &str) -> Result<Found, Failure> {
        let failure = |unread: Unread| {
            let trouble = unread.of("");
            Failure::at(&self.path, self.line, trouble.what, trouble.remedy)
        };
        match found::json_line(line, self.line) {
            Err(unread) if self.tolerant => {
                // One date that is none should not cost the thousand lines behind it.
                let mut fields: Map<String, Value> = serde_json::from_str(line).map_err(|_| failure(unread.clone()))?;
                let dated = fields.remove("published").is_some();
                let found = if dated {
                    found::json_line(&Value::Object(fields).to_string(), self.line)
                } else {
                    Err(unread.clone())
                };
                let warning = failure(unread.clone());
                let found = found.map_err(|_| failure(unread))?;
                let (what, remedy) = warning.said();
                let warning = Failure::at(&self.path, self.line, format!("{what}, and is taken as unknown"), remedy);
                eprintln!("crossread: warning: {warning}");
                Ok(found)
            }
            other => other.map_err(failure),
        }
    }

    /// The next report, with its line.
    fn advance(&mut self) -> Option<Result<(u32, Found), Failure>> {
        if self.ended {
            return None;
        }
        let item = self.next_line().and_then(|line| line.map(|line| self.parse(&line)).transpose());
        self.ended = !matches!(item, Ok(Some(_)));
        item.transpose().map(|found| found.map(|found| (self.line, found)))
    }

    /// The reports as they are found.
    fn found(mut self) -> impl Iterator<Item = Result<(u32, Found), Failure>> {
        std::iter::from_fn(move || self.advance())
    }
}

impl<R: BufRead> Iterator for JsonLines<R> {
    /// A report with the number of its line.
    type Item = Result<(u32, Input), Failure>;

    fn next(&mut self) -> Option<Self::Item> {
        self.advance().map(|item| item.map(|(line, found)| (line, super::input(found))))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<Result<(u32, Input), String>> {
        JsonLines::new(text.as_bytes(), Path::new("a.jsonl")).map(|item| item.map_err(|f| f.to_string())).collect()
    }

    #[test]
    fn only_id_and_text_are_needed() {
        let lines = read("{\"id\": 7, \"text\": \"A dam.\", \"more\": null}\n\n{\"id\": \"b\", \"text\": \"\"}");
        let ids: Vec<_> = lines.iter().map(|line| line.as_ref().map(|(n, input)| (*n, input.id.as_str()))).collect();
        assert_eq!(ids, [Ok((1, "7")), Ok((3, "b"))]);
    }

    #[test]
    fn a_bad_line_is_named_and_ends_it() {
        let lines = read("{\"id\": \"a\", \"text\": \"A dam.\"}\n{\"id\": \"b\"}\n{\"id\": \"c\", \"text\": \"\"}\n");
        assert_eq!(lines.len(), 2);
        let error = lines[1].as_ref().expect_err("no text");
        assert!(error.starts_with("a.jsonl:2: the line cannot be read: the field \"text\" is missing"), "{error}");
    }

    #[test]
    fn a_date_that_is_none() {
        let lines = read("{\"id\": \"a\", \"text\": \"\", \"published\": \"soon\"}\n");
        let error = lines[0].as_ref().expect_err("no date");
        assert!(error.starts_with("a.jsonl:1: published: \"soon\" is not a date; write "), "{error}");
    }

    #[test]
    fn a_tolerant_reader_goes_on_without_the_date() {
        let text = "{\"id\": \"a\", \"text\": \"\", \"published\": \"soon\"}\n{\"id\": \"b\", \"text\": \"\"}\n";
        let lines: Vec<_> = JsonLines::new(text.as_bytes(), Path::new("a.jsonl")).tolerant().collect();
        assert_eq!(lines.len(), 2);
        let (_, first) = lines[0].as_ref().expect("the first report");
        assert_eq!((first.id.as_str(), &first.published), ("a", &None));
    }
}
