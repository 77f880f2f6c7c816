//! To the disk, whole or not at all: what is written lies beside the target until it is complete.

use std::collections::BTreeMap;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use serde::Serialize;

use crate::failure::Failure;

/// How many files are waited for at a time.
const SYNCING: usize = 16;

/// The file that tells that a folder was written by a build.
const MANIFEST: &str = "data/manifest.json";

/// How hard records are packed, of 10: more takes longer and gains little.
const LEVEL: u8 = 6;

/// A folder in the making, beside the one that it will replace.
///
/// Dropped before [`Staging::commit`], it leaves nothing behind. What a crash left behind is cleared by the next build:
/// the lock, which the system takes back from a dead process, tells a crash from a build that is still running.
pub(crate) struct Staging {
    target: PathBuf,
    /// The working folder: a lock, `new`, and `old` while the two change places.
    work: PathBuf,
    lock: Option<File>,
    written: Mutex<BTreeMap<String, Written>>,
}

/// What is known of a file that was written.
#[derive(Clone, Copy)]
pub(crate) struct Written {
    /// Digest of its bytes.
    pub(crate) digest: blake3::Hash,
    /// Its size in bytes.
    pub(crate) bytes: u64,
}

impl Staging {
    /// Begins a folder that shall become `target`.
    ///
    /// # Errors
    /// `target` holds what no build wrote, another build is writing it, or the disk refuses.
    pub(crate) fn begin(target: &Path) -> Result<Self, Failure> {
        let name = target.file_name().ok_or_else(|| {
            Failure::of(target, "cannot be replaced by a build", "name a folder that may be replaced, such as dist")
        })?;
        let parent = target.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
        fs::create_dir_all(parent).map_err(|error| Failure::io(parent, "make the folder", &error))?;
        let work = parent.join(format!(".{}.crossread", name.to_string_lossy()));
        fs::create_dir_all(&work).map_err(|error| Failure::io(&work, "make the folder", &error))?;
        let lock = lock(&work.join("lock"), target)?;
        let staging = Self { target: target.to_owned(), work, lock: Some(lock), written: Mutex::default() };
        staging.recover()?;
        replaceable(target)?;
        Ok(staging)
    }

    /// Puts right what a crash may have left: the old folder goes back if it was just being replaced.
    fn recover(&self) -> Result<(), Failure> {
        let old = self.old();
        if old.exists() && !self.target.exists() {
            fs::rename(&old, &self.target).map_err(|error| Failure::io(&old, "put back the old bundle", &error))?;
        }
        for leftover in [old, self.new_folder()] {
            remove(&leftover)?;
        }
        Ok(())
    }

    fn new_folder(&self) -> PathBuf {
        self.work.join("new")
    }

    fn old(&self) -> PathBuf {
        self.work.join("old")
    }

    /// Writes one file; `path` has `/` between its parts. May be called from several threads.
    ///
    /// # Errors
    /// The disk refuses.
    pub(crate) fn file(&self, path: &str, bytes: &[u8]) -> Result<(), Failure> {
        let whole = self.new_folder().join(path);
        let cannot = |error: io::Error| Failure::io(&self.target.join(path), "write it", &error);
        if let Some(folder) = whole.parent() {
            fs::create_dir_all(folder).map_err(cannot)?;
        }
        let mut file = File::create(&whole).map_err(cannot)?;
        file.write_all(bytes).map_err(cannot)?;
        let written = Written { digest: blake3::hash(bytes), bytes: bytes.len() as u64 };
        self.written().insert(path.to_owned(), written);
        Ok(())
    }

    /// Writes one file as JSON.
    ///
    /// # Errors
    /// The disk refuses.
    pub(crate) fn json(&self, path: &str, value: &impl Serialize) -> Result<(), Failure> {
        self.file(path, &json(path, value)?)
    }

    /// Writes one file of records, as the viewer reads it.
    ///
    /// # Errors
    /// The disk refuses.
    pub(crate) fn records(&self, path: &str, value: &impl Serialize) -> Result<(), Failure> {
        let plain = model::coding::encode(value).map_err(|error| unwritable(path, &error))?;
        // The zlib format (RFC 1950), which browsers unpack by themselves and which has a checksum. Hosts compress what
        // they know to be text, and this is none.
        self.file(path, &miniz_oxide::deflate::compress_to_vec_zlib(&plain, LEVEL))
    }

    /// Moves everything below the folder `from` to the folder `to`.
    ///
    /// # Errors
    /// The disk refuses.
    pub(crate) fn rename(&self, from: &str, to: &str) -> Result<(), Failure> {
        let root = self.new_folder();
        fs::rename(root.join(from), root.join(to))
            .map_err(|error| Failure::io(&self.target.join(to), "write it", &error))?;
        let mut written = self.written();
        let moved = written.iter().filter_map(|(path, file)| {
            let rest = path.strip_prefix(from).filter(|rest| rest.starts_with('/'))?;
            Some((path.clone(), format!("{to}{rest}"), *file))
        });
        for (old, new, file) in moved.collect::<Vec<_>>() {
            written.remove(&old);
            written.insert(new, file);
        }
        Ok(())
    }

    /// What was written so far, by path.
    pub(crate) fn list(&self) -> BTreeMap<String, Written> {
        self.written().clone()
    }

    fn written(&self) -> std::sync::MutexGuard<'_, BTreeMap<String, Written>> {
        // A thread that panicked while holding the list has ended the build already.
        self.written.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    /// Puts the new folder in the old one's place, once all of it is on the disk.
    ///
    /// # Errors
    /// The disk refuses; then the old folder is where it was.
    pub(crate) fn commit(self) -> Result<(), Failure> {
        let (new, old) = (self.new_folder(), self.old());
        self.sync(&new)?;
        let cannot = |error: io::Error| Failure::io(&self.target, "put the new bundle in place", &error);
        let replaced = self.target.exists();
        if replaced {
            fs::rename(&self.target, &old).map_err(cannot)?;
        }
        if let Err(error) = fs::rename(&new, &self.target) {
            if replaced {
                fs::rename(&old, &self.target).map_err(cannot)?;
            }
            return Err(cannot(error));
        }
        if let Some(parent) = self.work.parent() {
            sync_folder(parent).map_err(cannot)?;
        }
        Ok(())
    }

    /// Waits until the files and folders are on the disk, so that a power cut after the change of places finds them.
    fn sync(&self, new: &Path) -> Result<(), Failure> {
        let files: Vec<PathBuf> = self.written().keys().map(|path| new.join(path)).collect();
        let mut folders: Vec<&Path> = files
            .iter()
            .flat_map(|file| file.ancestors().skip(1).take_while(|folder| folder.starts_with(new)))
            .collect();
        folders.sort_unstable();
        folders.dedup();
        let cannot = |error: io::Error| Failure::io(&self.target, "write it to the disk", &error);
        sync_files(&files).map_err(cannot)?;
        folders.into_iter().try_for_each(sync_folder).map_err(cannot)
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        self.lock.take();
        // Nothing to be done if this fails: the next build clears it.
        let _ = fs::remove_dir_all(&self.work);
    }
}

/// A value as the bytes of its JSON.
///
/// # Errors
/// None that the formats of the bundle can cause.
pub(crate) fn json(path: &str, value: &impl Serialize) -> Result<Vec<u8>, Failure> {
    serde_json::to_vec(value).map_err(|error| unwritable(path, &error))
}

fn unwritable(path: &str, error: &dyn std::error::Error) -> Failure {
    Failure::new(format!("cannot write {path}: {error}"), "report this")
}

/// Takes the lock of a working folder.
fn lock(path: &Path, target: &Path) -> Result<File, Failure> {
    let cannot = |error: io::Error| Failure::io(path, "lock it", &error);
    let file = OpenOptions::new().create(true).truncate(false).write(true).open(path).map_err(cannot)?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(fs::TryLockError::WouldBlock) => {
            Err(Failure::of(target, "another build is writing here", "wait for it, or name another --out"))
        }
        Err(fs::TryLockError::Error(error)) => Err(cannot(error)),
    }
}

/// Whether a build may replace `target`: it is not there, empty, or was written by a build.
fn replaceable(target: &Path) -> Result<(), Failure> {
    if !target.exists() {
        return Ok(());
    }
    if !target.is_dir() {
        return Err(Failure::of(target, "is not a folder", "name a folder with --out"));
    }
    let mut entries = fs::read_dir(target).map_err(|error| Failure::io(target, "read it", &error))?;
    if entries.next().is_some() && !target.join(MANIFEST).is_file() {
        let what = "holds files that no build wrote, and a build replaces the whole folder";
        return Err(Failure::of(target, what, "name a new or empty folder with --out"));
    }
    Ok(())
}

fn remove(path: &Path) -> Result<(), Failure> {
    match fs::remove_dir_all(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            Err(Failure::io(path, "clear what an earlier build left", &error))
        }
        _ => Ok(()),
    }
}

/// Waits until files are on the disk, many at a time: the system writes what is asked for together in one go, and a
/// thread that waits for the disk costs nothing.
fn sync_files(files: &[PathBuf]) -> io::Result<()> {
    let sync = |files: &[PathBuf]| files.iter().try_for_each(|file| File::open(file)?.sync_all());
    std::thread::scope(|scope| {
        let share = files.len().div_ceil(SYNCING).max(1);
        let threads: Vec<_> = files.chunks(share).map(|files| scope.spawn(move || sync(files))).collect();
        threads.into_iter().try_for_each(|thread| match thread.join() {
            Ok(synced) => synced,
            Err(panic) => std::panic::resume_unwind(panic),
        })
    })
}

/// Asks for a folder's list of names to be on the disk; only Unix knows this.
fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(path: &Path) -> String {
        fs::read_to_string(path).unwrap_or_default()
    }

    #[test]
    fn the_old_folder_stays_until_the_new_one_is_whole() {
        let place = tempfile::tempdir().expect("a place to write");
        let out = place.path().join("dist");
        for text in ["first", "second"] {
            let staging = Staging::begin(&out).expect("it may begin");
            staging.file(MANIFEST, text.as_bytes()).expect("it may write");
            assert_ne!(read(&out.join(MANIFEST)), text);
            staging.commit().expect("it may be put in place");
            assert_eq!(read(&out.join(MANIFEST)), text);
        }
        let dropped = Staging::begin(&out).expect("it may begin");
        dropped.file(MANIFEST, b"third").expect("it may write");
        drop(dropped);
        assert_eq!(read(&out.join(MANIFEST)), "second");
        assert_eq!(fs::read_dir(place.path()).expect("the place").count(), 1, "nothing is left beside it");
    }

    #[test]
    fn a_crash_between_the_two_renames_is_put_right() {
        let place = tempfile::tempdir().expect("a place to write");
        let out = place.path().join("dist");
        let work = place.path().join(".dist.crossread");
        fs::create_dir_all(work.join("old/data")).expect("the old bundle, moved away");
        fs::write(work.join("old").join(MANIFEST), "old").expect("its manifest");
        fs::create_dir_all(work.join("new/half")).expect("the new one");
        drop(Staging::begin(&out).expect("it may begin"));
        assert_eq!(read(&out.join(MANIFEST)), "old");
        assert!(!work.exists());
    }

    #[test]
    fn what_no_build_wrote_is_not_replaced() {
        let place = tempfile::tempdir().expect("a place to write");
        fs::write(place.path().join("letter.txt"), "keep me").expect("a file");
        let failure = Staging::begin(place.path()).err().expect("refused").to_string();
        assert!(failure.contains("holds files that no build wrote"), "{failure}");
    }

    #[test]
    fn two_builds_do_not_write_at_once() {
        let place = tempfile::tempdir().expect("a place to write");
        let out = place.path().join("dist");
        let _first = Staging::begin(&out).expect("it may begin");
        let failure = Staging::begin(&out).err().expect("refused").to_string();
        assert!(failure.contains("another build is writing here"), "{failure}");
    }
}
