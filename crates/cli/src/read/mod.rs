//! From a folder or a file to texts with what was found beside them. What a file is and what is in it, the crate `read` tells; here
//! are the files.

mod corpus_file;
mod files;
mod inputs;
mod json_lines;
mod review_file;
pub(crate) mod text;

use std::fs::{self, File};
use std::io::Read;
use std::path::Path;
use std::sync::Once;

use extract::Input;
use found::{FILE_LIMIT, FILE_LIMIT_WORDS, Found, Trouble, Weight};
use model::Corpus;
use rayon::prelude::*;

use crate::cache::Cache;
use crate::failure::{Failure, told};
use crate::write::is_one_file;
use corpus_file::CorpusFile;

pub(crate) use inputs::failure;
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

/// Reads a corpus: all reports of a folder and its folders, or of a file. The order of files makes no difference.
///
/// # Errors
/// A file of the corpus's own forms is wrong, two reports were given one id, or there is none.
pub(crate) fn read(path: &Path, cache: &Cache) -> Result<Reading, Failure> {
    let file = CorpusFile::in_folder(folder_of(path))?;
    let (base, found) = found_by(path, &file, cache)?;
    let mut warnings = Vec::new();
    for trouble in &found.troubles {
        let failure = inputs::failure(&base, trouble);
        if trouble.weight == Weight::Wrong {
            return Err(failure);
        }
        if inputs::is_told(trouble) {
            warnings.push(failure);
        }
    }
    if found.found.is_empty() {
        let empty = found.troubles.iter().filter(|trouble| trouble.what == found::NO_TEXT).count();
        if empty > 1 && empty == warnings.len() {
            let what = format!("holds {empty} files without any text, and no other reports");
            return Err(Failure::of(path, what, "fill them, or put reports into it"));
        }
        return Err(warnings.into_iter().next().unwrap_or_else(|| nothing(path)));
    }
    let folder = folder_of(path);
    let corpus = file.corpus(&title_of(path))?;
    let decisions = review_file::read(&folder.join("review.toml"))?;
    let inputs = found.found.into_iter().map(|(id, found)| found::input(id, found)).collect();
    Ok(Reading { corpus, decisions, inputs, warnings: told(warnings) })
}

/// Finds all reports of a folder or file, as documents with how each thing is known, and says what the paths begin with.
///
/// # Errors
/// The folder cannot be read.
pub(crate) fn find(path: &Path, cache: &Cache) -> Result<(String, found::Corpus), Failure> {
    found_by(path, &CorpusFile::in_folder(folder_of(path))?, cache)
}

fn found_by(path: &Path, file: &CorpusFile, cache: &Cache) -> Result<(String, found::Corpus), Failure> {
    quiet();
    let meta = fs::metadata(path).map_err(|error| Failure::io(path, "read the corpus", &error))?;
    if !meta.is_dir() && !meta.is_file() {
        // Such a thing may never answer, or never end.
        let what = "is a pipe, a socket or a device, and a corpus is a folder or a file";
        return Err(Failure::of(path, what, "write it to a file first"));
    }
    let mut astray = Vec::new();
    let (base, files) = if meta.is_dir() {
        let listed = files::list(path)?;
        astray = listed.astray;
        (path.join("").to_string_lossy().into_owned(), listed.files)
    } else {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let whole = path.to_string_lossy();
        (whole.strip_suffix(name.as_str()).unwrap_or_default().to_owned(), vec![(name, path.to_owned())])
    };
    let tables = file.tables()?;
    let mut readings: Vec<found::Reading> =
        files.into_par_iter().map(|(name, path)| one(&name, &path, &tables, cache)).collect();
    readings.extend(astray.into_iter().map(found::Reading::unread));
    let mut corpus = found::settle(readings);
    corpus.troubles.extend(corpus.found.values().filter_map(found::no_address));
    corpus.troubles.sort();
    Ok((base, corpus))
}

/// The folder of a corpus, in which its own files lie.
fn folder_of(path: &Path) -> &Path {
    if path.is_dir() { path } else { path.parent().unwrap_or(Path::new("")) }
}

/// That there are no reports.
pub(crate) fn nothing(path: &Path) -> Failure {
    Failure::of(path, "holds no reports", "put reports into it: docs/your-documents.md tells in which forms")
}

/// Reads one file; what is told of tables comes with the text that tells it.
fn one(name: &str, path: &Path, (tables, told): &(found::Tables, &str), cache: &Cache) -> found::Reading {
    let unread = |failure: &Failure| {
        let (what, remedy) = failure.said();
        found::Reading::unread(Trouble { file: name.to_owned(), line: None, weight: Weight::Unread, what, remedy })
    };
    if ending(path) == "jsonl"
        && let Some(reading) = json_lines::whole(name, path)
    {
        return reading;
    }
    match bytes(path) {
        Ok(bytes) if is_one_file(&bytes) => {
            let what = "is a site that a build wrote into one file, so it is not read";
            unread(&Failure::of(path, what, "move it out of the corpus"))
        }
        Ok(bytes) => {
            cache.get("read", &[name.as_bytes(), told.as_bytes(), &bytes], || found::read_told(name, &bytes, tables))
        }
        Err(failure) => unread(&failure),
    }
}

/// The bytes of a file.
fn bytes(path: &Path) -> Result<Vec<u8>, Failure> {
    let cannot = |error: std::io::Error| Failure::io(path, "read it", &error);
    let large = || Failure::of(path, format!("is larger than {FILE_LIMIT_WORDS}"), "split it, or take it out");
    if fs::metadata(path).map_err(cannot)?.len() > FILE_LIMIT as u64 {
        return Err(large());
    }
    let mut bytes = Vec::new();
    File::open(path).map_err(cannot)?.take(FILE_LIMIT as u64 + 1).read_to_end(&mut bytes).map_err(cannot)?;
    if bytes.len() > FILE_LIMIT {
        return Err(large());
    }
    Ok(bytes)
}

/// A library that fails on a file is told as that, not as the program's own end.
fn quiet() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let hook = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            if !found::is_guarded() {
                hook(info);
            }
        }));
    });
}

/// The reports of one file, whatever its form.
///
/// # Errors
/// It cannot be read, or holds none.
pub(crate) fn reports(path: &Path, warnings: &mut Vec<Failure>) -> Result<Vec<Input>, Failure> {
    let (base, found) = find(path, &Cache::none())?;
    for trouble in &found.troubles {
        let failure = inputs::failure(&base, trouble);
        if trouble.weight == Weight::Wrong || found.found.is_empty() {
            return Err(failure);
        }
        warnings.push(failure);
    }
    Ok(found.found.into_iter().map(|(id, found)| found::input(id, found)).collect())
}

/// One report as JSON lines have it, or one that a reader of lines gave.
fn input(found: Found) -> Input {
    found::input(found.id.clone().unwrap_or_default(), found)
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
    let astray = meta.is_symlink().then(|| files::astray(path, path.parent().unwrap_or(Path::new("")))).flatten();
    if let Some((what, remedy)) = astray {
        return Err(Failure::of(path, what, remedy));
    }
    if !path.is_file() {
        return Err(Failure::of(path, "is not a file", "put a file in its place, or remove it"));
    }
    text::read(path).map(Some)
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
