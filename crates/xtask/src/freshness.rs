//! Whether a step's inputs are what they were when it last ran.

use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

use crate::place::Place;

/// What some files looked like: a digest of their names, lengths and times of change, which costs so little that it is
/// asked twice a second while serving. What their bytes are is asked only where that differs: git writes files anew
/// that are what they were, and a corpus may be copied.
#[derive(Clone, Debug)]
pub(crate) struct Stamp {
    looks: String,
    also: String,
    files: BTreeSet<PathBuf>,
}

impl PartialEq for Stamp {
    fn eq(&self, other: &Self) -> bool {
        self.looks == other.looks
    }
}

impl Stamp {
    /// The stamp of all files at or below `paths`, together with whatever else decides the result.
    pub(crate) fn of(paths: &[PathBuf], also: &str) -> Self {
        let mut files = BTreeSet::new();
        for path in paths {
            collect(path, &mut files);
        }
        let mut hasher = DefaultHasher::new();
        also.hash(&mut hasher);
        for file in &files {
            let Ok(metadata) = file.metadata() else { continue };
            let changed = metadata.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
            (file, metadata.len(), changed).hash(&mut hasher);
        }
        Self { looks: format!("{:016x}", hasher.finish()), also: also.to_owned(), files }
    }

    /// Whether `step` last ended well on the same inputs.
    pub(crate) fn is_recorded(&self, place: &Place, step: &str) -> bool {
        let Ok(old) = std::fs::read_to_string(record(place, step)) else { return false };
        let mut lines = old.lines();
        if lines.next() == Some(self.looks.as_str()) {
            return true;
        }
        if lines.next() != Some(self.contents().as_str()) {
            return false;
        }
        // The same bytes under other dates: the next look shall be short again.
        self.record(place, step).is_ok()
    }

    /// Remembers that `step` ended well.
    pub(crate) fn record(&self, place: &Place, step: &str) -> Result<()> {
        let file = record(place, step);
        std::fs::create_dir_all(place.target.join("stamps")).context("target/stamps")?;
        let lines = format!("{}\n{}\n", self.looks, self.contents());
        std::fs::write(&file, lines).with_context(|| file.display().to_string())
    }

    /// A digest of the names and bytes of the files.
    fn contents(&self) -> String {
        let mut hasher = Sha256::new();
        hasher.update(self.also.as_bytes());
        for file in &self.files {
            let Ok(bytes) = std::fs::read(file) else { continue };
            hasher.update(file.as_os_str().as_encoded_bytes());
            hasher.update((bytes.len() as u64).to_le_bytes());
            hasher.update(&bytes);
        }
        hasher.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

fn record(place: &Place, step: &str) -> PathBuf {
    place.target.join("stamps").join(step)
}

fn collect(path: &Path, files: &mut BTreeSet<PathBuf>) {
    let Ok(entries) = std::fs::read_dir(path) else {
        files.insert(path.to_owned());
        return;
    };
    for entry in entries.flatten() {
        // Editors write beside the file they save.
        let hidden =
            entry.file_name().to_string_lossy().starts_with('.') || entry.path().extension() == Some("swp".as_ref());
        if !hidden {
            collect(&entry.path(), files);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use tempfile::TempDir;

    use super::Stamp;
    use crate::place::Place;

    fn folder() -> (TempDir, PathBuf) {
        let scratch = tempfile::tempdir().expect("a folder");
        let folder = scratch.path().join("outer");
        std::fs::create_dir_all(folder.join("inner")).expect("a folder");
        std::fs::write(folder.join("inner/a.txt"), "one").expect("a file");
        (scratch, folder)
    }

    #[test]
    fn a_stamp_stays_while_nothing_changes() {
        let (_scratch, folder) = folder();
        assert_eq!(Stamp::of(std::slice::from_ref(&folder), "x"), Stamp::of(&[folder], "x"));
    }

    #[test]
    fn a_stamp_changes_with_a_file_a_name_and_what_else_counts() {
        let (_scratch, folder) = folder();
        let stamp = || Stamp::of(std::slice::from_ref(&folder), "x");
        let before = stamp();
        assert_ne!(before, Stamp::of(std::slice::from_ref(&folder), "y"));
        std::fs::write(folder.join("inner/a.txt"), "three").expect("a file");
        let longer = stamp();
        assert_ne!(before, longer);
        std::fs::rename(folder.join("inner/a.txt"), folder.join("inner/b.txt")).expect("renamed");
        assert_ne!(longer, stamp());
    }

    #[test]
    fn what_an_editor_writes_beside_a_file_is_no_change() {
        let (_scratch, folder) = folder();
        let before = Stamp::of(std::slice::from_ref(&folder), "");
        std::fs::write(folder.join("inner/.a.txt.swp"), "…").expect("a file");
        std::fs::write(folder.join("inner/a.swp"), "…").expect("a file");
        assert_eq!(before, Stamp::of(&[folder], ""));
    }

    #[test]
    fn files_written_anew_with_the_same_bytes_are_no_change_and_others_are() {
        let (scratch, folder) = folder();
        let place = Place::at(scratch.path());
        let stamp = || Stamp::of(std::slice::from_ref(&folder), "");
        assert!(!stamp().is_recorded(&place, "step"));
        stamp().record(&place, "step").expect("recorded");
        let file = folder.join("inner/a.txt");
        let touch = |seconds| {
            let later = std::time::SystemTime::now() + std::time::Duration::from_secs(seconds);
            std::fs::File::options().write(true).open(&file).and_then(|f| f.set_modified(later)).expect("touched");
        };

        touch(60);
        assert!(stamp().is_recorded(&place, "step"), "only the date is another");
        std::fs::write(&file, "two").expect("other bytes of the same length");
        touch(120);
        assert!(!stamp().is_recorded(&place, "step"));
    }

    #[test]
    fn a_file_that_comes_later_is_a_change() {
        let (_scratch, folder) = folder();
        let missing = folder.join("later.toml");
        let before = Stamp::of(std::slice::from_ref(&missing), "");
        std::fs::write(&missing, "").expect("a file");
        let after = Stamp::of(&[missing], "");
        assert_ne!(before, after);
    }
}
