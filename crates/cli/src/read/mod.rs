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
use model::plain::{address, one_line};
use model::{Corpus, Original};
use unicode_normalization::UnicodeNormalization;

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
    if gathered.inputs.is_empty() && gathered.empty > 0 {
        let what = format!("holds {} without any text, and no other reports", files(gathered.empty));
        return Err(Failure::of(path, what, "fill them, or put *.txt, *.md or *.jsonl files into it"));
    }
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

/// The text of a file beside the reports; `None` where there is none.
///
/// # Errors
/// It is no file, a link to nothing or out of the folder, or cannot be read.
fn beside(path: &Path) -> Result<Option<String>, Failure> {
    let meta = match path.symlink_metadata() {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        meta => meta.map_err(|error| Failure::io(path, "read it", &error))?,
    };
    if meta.is_symlink()
        && let Some((what, remedy)) = astray(path)
    {
        return Err(Failure::of(path, what, remedy));
    }
    if !path.is_file() {
        return Err(Failure::of(path, "is not a file", "put a file in its place, or remove it"));
    }
    text::read(path).map(Some)
}

/// What is wrong with a link in a folder of reports, and what to do: it may lead to another file of the folder alone.
fn astray(link: &Path) -> Option<(&'static str, &'static str)> {
    let folder = link.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    match (link.canonicalize(), folder.canonicalize()) {
        (Err(_), _) => Some(("is a link to nothing", "mend the link, or remove it")),
        (Ok(file), Ok(folder)) if file.starts_with(&folder) => None,
        _ => Some(("is a link that leads out of the corpus", "put the file itself here, or remove the link")),
    }
}

/// A number of files, in words.
fn files(count: usize) -> String {
    if count == 1 { "1 file".to_owned() } else { format!("{count} files") }
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
    /// The ids as a file system sees them that tells no capitals and no normal forms apart.
    names: BTreeMap<String, String>,
    /// How many have no text.
    empty: usize,
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
            let link = path.is_symlink().then(|| astray(&path)).flatten();
            if let Some((what, remedy)) = link {
                self.warnings.push(Failure::of(&path, format!("{what}, so it is not read"), remedy));
            } else if path.is_dir() {
                self.pass_over(&path, "is a folder, and only the files beside corpus.toml are read");
            } else if name.to_lowercase().starts_with("readme.") {
                continue;
            } else if !path.is_file() {
                self.pass_over(&path, "is no file but a pipe, a socket or a device, so it is not read");
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
        let input = self.plain(path, line, input);
        if input.id.is_empty() {
            return Err(Failure::at(path, line, "the id is empty", "give every report an id of its own"));
        }
        if input.text.trim().is_empty() && input.title.is_none() {
            self.empty += 1;
            self.warnings.push(Failure::at(path, line, "has no text, so it is left out", "fill it, or remove it"));
            return Ok(());
        }
        let place = (path.to_owned(), line);
        if let Some(((first, at), _)) = self.inputs.get(&input.id) {
            let what = format!("the id {:?} is taken already, at {}:{at}", input.id, first.display());
            return Err(Failure::at(path, line, what, "rename one of the two"));
        }
        let name: String = input.id.nfc().flat_map(char::to_lowercase).nfc().collect();
        if let Some(((first, at), other)) = self.names.get(&name).and_then(|id| self.inputs.get(id)) {
            let (id, other, first) = (&input.id, &other.id, first.display());
            let what = format!("the id {id:?} and {other:?}, at {first}:{at}, are one folder on many systems");
            return Err(Failure::at(path, line, what, "rename one of the two"));
        }
        self.names.insert(name, input.id.clone());
        self.inputs.insert(input.id.clone(), (place, input));
        Ok(())
    }

    /// A report whose fields are lines that show all that is in them, and whose address is one that may be a link.
    fn plain(&mut self, path: &Path, line: u32, input: Input) -> Input {
        let field = |text: Option<String>| text.map(|text| one_line(&text)).filter(|text| !text.is_empty());
        let names = |names: Vec<String>| names.into_iter().filter_map(|name| field(Some(name))).collect();
        let url = input.url.as_deref().and_then(address);
        if let (Some(given), None) = (&input.url, &url) {
            let what = format!("url: {given:?} is no address that begins with http:// or https://, so it is not shown");
            self.warnings.push(Failure::at(path, line, what, "correct it, or remove it"));
        }
        let original = |original: Original| Original {
            title: field(original.title),
            outlet: field(original.outlet),
            authors: names(original.authors),
            published: original.published,
            sha256: field(original.sha256),
        };
        Input {
            id: one_line(&input.id),
            title: field(input.title),
            outlet: field(input.outlet),
            authors: names(input.authors),
            kind: field(input.kind),
            original: input.original.map(original),
            url,
            ..input
        }
    }

    fn pass_over(&mut self, path: &Path, what: &str) {
        self.warnings.push(Failure::of(path, what, "convert it or take it out of the corpus"));
    }
}
