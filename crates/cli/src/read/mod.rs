//! From a folder or a `.jsonl` file to texts with what was given beside them.

mod corpus_file;
mod dates;
mod front_matter;
mod json_lines;
mod markdown;
mod review_file;
pub(crate) mod text;

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use extract::Input;
use model::Corpus;

use crate::failure::Failure;

pub(crate) use json_lines::JsonLines;
pub(crate) use review_file::Decisions;

/// A corpus as it was read.
pub(crate) struct Reading {
    /// What `corpus.toml` says.
    pub(crate) corpus: Corpus,
    /// What `review.toml` says.
    pub(crate) decisions: Decisions,
    /// The reports, by id.
    pub(crate) inputs: Vec<Input>,
    /// What was passed over, in the order of the files.
    pub(crate) warnings: Vec<Failure>,
}

/// Reads a corpus: all reports of a folder, or of a `.jsonl` file. The order of files makes no difference.
///
/// # Errors
/// A file cannot be read, is too large, is not UTF-8 or does not parse; two reports have one id; there is none.
pub(crate) fn read(path: &Path) -> Result<Reading, Failure> {
    let meta = fs::metadata(path).map_err(|error| Failure::io(path, "read the corpus", &error))?;
    let mut gathered = Gathered::default();
    let folder = if meta.is_dir() {
        gathered.folder(path)?;
        path
    } else {
        gathered.file(path)?;
        path.parent().unwrap_or(Path::new(""))
    };
    if gathered.inputs.is_empty() {
        return Err(Failure::of(path, "holds no reports", "put *.txt, *.md or *.jsonl files into it"));
    }
    let corpus = corpus_file::read(&folder.join("corpus.toml"), &title_of(path))?;
    let decisions = review_file::read(&folder.join("review.toml"))?;
    let inputs = gathered.inputs.into_values().map(|(_, input)| input).collect();
    Ok(Reading { corpus, decisions, inputs, warnings: gathered.warnings })
}

/// Reads one report from a file of its own.
///
/// # Errors
/// As [`read`], for this file.
pub(crate) fn report(path: &Path, warnings: &mut Vec<Failure>) -> Result<Input, Failure> {
    let mut input = front_matter::read(path, id_of(path), text::unmarked(&text::read(path)?), warnings)?;
    if ending(path) == "md" {
        markdown::plain(&mut input);
    }
    Ok(input)
}

/// Reads a file as it is, without looking for front matter or marks.
///
/// # Errors
/// The file cannot be read, is too large, or is not UTF-8.
pub(crate) fn whole(path: &Path) -> Result<Input, Failure> {
    Ok(Input { id: id_of(path), text: text::read(path)?, ..Input::default() })
}

/// Reads a report from a stream; `name` is what errors and its id call it.
///
/// # Errors
/// As [`whole`].
pub(crate) fn stream(name: &Path, reader: impl Read) -> Result<Input, Failure> {
    Ok(Input { id: id_of(name), text: text::read_from(name, reader)?, ..Input::default() })
}

/// The id of a report that is a file: its name without the ending.
fn id_of(path: &Path) -> String {
    path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default()
}

/// The ending of a file's name in lower case, without its dot.
pub(crate) fn ending(path: &Path) -> String {
    path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default()
}

/// The name of a corpus that has no `corpus.toml`: that of its folder or file.
fn title_of(path: &Path) -> String {
    let whole = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    whole.file_stem().map_or_else(|| "Reports".to_owned(), |stem| stem.to_string_lossy().into_owned())
}

/// Reports by id, each with where it stands, for the message when an id comes twice.
#[derive(Default)]
struct Gathered {
    inputs: BTreeMap<String, ((PathBuf, u32), Input)>,
    warnings: Vec<Failure>,
}

impl Gathered {
    /// All files of a folder, by name.
    fn folder(&mut self, folder: &Path) -> Result<(), Failure> {
        let cannot = |error: std::io::Error| Failure::io(folder, "read the folder", &error);
        let mut paths = Vec::new();
        for entry in fs::read_dir(folder).map_err(cannot)? {
            paths.push(entry.map_err(cannot)?.path());
        }
        paths.sort();
        for path in paths {
            let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            if name.starts_with('.') || matches!(name.as_str(), "corpus.toml" | "review.toml") {
                continue;
            }
            if path.is_dir() {
                self.pass_over(&path, "is a folder, and only the files beside corpus.toml are read");
            } else if name.to_lowercase().starts_with("readme.") {
                continue;
            } else if matches!(ending(&path).as_str(), "txt" | "md" | "jsonl") {
                self.file(&path)?;
            } else {
                self.pass_over(&path, "is not read: only *.txt, *.md and *.jsonl are reports");
            }
        }
        Ok(())
    }

    /// One file: reports line by line, or one report.
    fn file(&mut self, path: &Path) -> Result<(), Failure> {
        if ending(path) == "jsonl" {
            for line in JsonLines::open(path)? {
                let (line, input) = line?;
                self.add(path, line, input)?;
            }
            return Ok(());
        }
        let input = report(path, &mut self.warnings)?;
        self.add(path, 1, input)
    }

    fn add(&mut self, path: &Path, line: u32, input: Input) -> Result<(), Failure> {
        if input.id.trim().is_empty() {
            return Err(Failure::at(path, line, "the id is empty", "give every report an id of its own"));
        }
        if input.text.trim().is_empty() && input.title.is_none() {
            self.warnings.push(Failure::at(path, line, "has no text, so it is left out", "fill it, or remove it"));
            return Ok(());
        }
        let place = (path.to_owned(), line);
        if let Some(((first, at), _)) = self.inputs.get(&input.id) {
            let what = format!("the id {:?} is taken already, at {}:{at}", input.id, first.display());
            return Err(Failure::at(path, line, what, "rename one of the two"));
        }
        self.inputs.insert(input.id.clone(), (place, input));
        Ok(())
    }

    fn pass_over(&mut self, path: &Path, what: &str) {
        self.warnings.push(Failure::of(path, what, "convert it or take it out of the corpus"));
    }
}
