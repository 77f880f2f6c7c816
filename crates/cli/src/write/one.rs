//! One file, whole or not at all.

use std::fs::{self, File};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use super::change::sync_folder;
use crate::failure::Failure;

/// What every site in one file has near its beginning, and hardly anything else.
const MARK: &[u8] = b"<html data-kept=\"file\"";

/// How far into a file it is looked for.
const LOOKED_AT: usize = 64;

/// Whether bytes are a site in one file.
pub(crate) fn is_one_file(bytes: &[u8]) -> bool {
    bytes[..bytes.len().min(LOOKED_AT)].windows(MARK.len()).any(|part| part == MARK)
}

/// A file to be written.
pub(crate) struct One {
    path: PathBuf,
}

impl One {
    /// Looks whether a file may be written: there is none yet, or it is a site in one file; and it is no report.
    ///
    /// # Errors
    /// It may not.
    pub(crate) fn begin(path: &Path, corpus: &Path) -> Result<Self, Failure> {
        let other = "name another file with --single";
        if path.file_name().is_none() || path.is_dir() {
            return Err(Failure::of(path, "is a folder, and no file can be written there", other));
        }
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        if !folder.is_dir() {
            return Err(Failure::of(folder, "is no folder", "make it first"));
        }
        if let (Ok(folder), Ok(corpus)) = (folder.canonicalize(), corpus.canonicalize())
            && (corpus.is_dir() && folder.starts_with(&corpus) || path.canonicalize().is_ok_and(|path| path == corpus))
        {
            return Err(Failure::of(path, "lies in the corpus, and would be read as a report", other));
        }
        if let Ok(mut file) = File::open(path) {
            let mut begin = [0; LOOKED_AT];
            let read = file.read(&mut begin).map_err(|error| Failure::io(path, "read it", &error))?;
            if read > 0 && !is_one_file(&begin) {
                return Err(Failure::of(path, "is no site in one file, and is not written over", other));
            }
        }
        Ok(Self { path: path.to_owned() })
    }

    /// Where it is written.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// Writes it beside its place, and puts it there when it is whole.
    ///
    /// # Errors
    /// The disk refuses; what was there is untouched then.
    pub(crate) fn write(&self, bytes: &[u8]) -> Result<(), Failure> {
        let name = self.path.file_name().unwrap_or_default().to_string_lossy();
        let beside = self.path.with_file_name(format!(".{name}.{}", std::process::id()));
        let written = File::create(&beside).and_then(|mut file| {
            file.write_all(bytes)?;
            file.sync_all()?;
            fs::rename(&beside, &self.path)?;
            let folder = self.path.parent().filter(|folder| !folder.as_os_str().is_empty());
            sync_folder(folder.unwrap_or(Path::new(".")))
        });
        written.map_err(|error| {
            // Nothing to be done if this fails.
            let _ = fs::remove_file(&beside);
            Failure::io(&self.path, "write it", &error)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_a_site_in_one_file_is_written_over() {
        let place = tempfile::tempdir().expect("a place to write");
        let (file, corpus) = (place.path().join("site.html"), place.path().join("reports"));
        fs::create_dir(&corpus).expect("a folder");
        let whole = "<!doctype html>\n<html data-kept=\"file\" lang=\"en\">";
        One::begin(&file, &corpus).expect("nothing there").write(whole.as_bytes()).expect("written");
        One::begin(&file, &corpus).expect("a site").write(b"<html>").expect("written");
        let failure = One::begin(&file, &corpus).err().expect("another file").to_string();
        assert!(failure.contains("is not written over"), "{failure}");
        assert_eq!(fs::read(&file).expect("there"), b"<html>");
        assert_eq!(fs::read_dir(place.path()).expect("a folder").count(), 2, "nothing is left beside it");
    }

    #[test]
    fn a_file_that_would_be_a_report_or_has_no_place_is_refused() {
        let place = tempfile::tempdir().expect("a place to write");
        let told = |path: &str| One::begin(&place.path().join(path), place.path()).err().map(|error| error.to_string());
        assert!(told("site.html").expect("refused").contains("lies in the corpus"));
        assert!(told("missing/site.html").expect("refused").contains("is no folder"));
        assert!(told("").expect("refused").contains("is a folder"));
    }
}
