//! To the disk, whole or not at all: what is written lies beside the target until it is complete.

mod change;
mod one;
mod owned;
mod place;
mod sink;

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File, OpenOptions};
use std::io::{self, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use bundle::{Digest, Written};

use crate::failure::Failure;
use change::sync_folder;
pub(crate) use one::{One, is_one_file};
pub(crate) use owned::is_site;
use place::Place;

/// How many files are waited for at a time.
const SYNCING: usize = 16;

/// From so many files on, all that the file system has still to write is waited for at once, where it can be: one by one,
/// two thousand files took a quarter of the time of a build.
const MANY: usize = 64;

/// A folder in the making, beside the one that it will replace.
///
/// Dropped before [`Staging::commit`], it leaves nothing behind. What a crash left behind is put right by the next build:
/// the lock, which the system takes back from a dead process, tells a crash from a build that is still running.
pub(crate) struct Staging {
    place: Place,
    lock: Option<File>,
    /// The files of the folder that an earlier build wrote.
    own: BTreeSet<String>,
    /// What lies in the folder besides: it stays.
    others: Vec<PathBuf>,
    written: Mutex<BTreeMap<String, Written>>,
}

impl Staging {
    /// Begins a folder that shall become `target`, once what an earlier build may have left half-way is put right.
    ///
    /// # Errors
    /// `target` holds what no build wrote, another build is writing it, or the disk refuses.
    pub(crate) fn begin(target: &Path) -> Result<Self, Failure> {
        let place = Place::find(target)?;
        let lock = place.lock()?;
        let mut staging =
            Self { place, lock: Some(lock), own: BTreeSet::new(), others: Vec::new(), written: Mutex::default() };
        change::recover(&staging.place)?;
        staging.own = owned::files(&staging.place.target, target)?;
        staging.others = owned::others(&staging.place.target, &staging.own)?;
        Ok(staging)
    }

    /// What lies in the folder and no build wrote: it stays where it is.
    pub(crate) fn others(&self) -> &[PathBuf] {
        &self.others
    }

    fn new_folder(&self) -> PathBuf {
        self.place.new_folder()
    }

    /// Writes one file; `path` has `/` between its parts. May be called from several threads.
    ///
    /// # Errors
    /// The disk refuses.
    pub(crate) fn file(&self, path: &str, bytes: &[u8]) -> Result<(), Failure> {
        self.parts(path, [bytes])
    }

    /// Writes one file part by part.
    ///
    /// # Errors
    /// As [`Staging::file`].
    fn parts<'b>(&self, path: &str, parts: impl IntoIterator<Item = &'b [u8]>) -> Result<(), Failure> {
        let whole = self.new_folder().join(path);
        let cannot = |error: io::Error| Failure::io(&self.place.named.join(path), "write it", &error);
        if let Some(folder) = whole.parent() {
            fs::create_dir_all(folder).map_err(cannot)?;
        }
        let mut file = File::create(&whole).map_err(cannot)?;
        let mut digest = Digest::default();
        for part in parts {
            file.write_all(part).map_err(cannot)?;
            digest.add(part);
        }
        self.written().insert(path.to_owned(), digest.finish());
        Ok(())
    }

    /// Puts other bytes into a file that was written. What is known of the file stays.
    ///
    /// # Errors
    /// The disk refuses.
    fn overwrite(&self, path: &str, at: usize, bytes: &[u8]) -> Result<(), Failure> {
        let whole = self.new_folder().join(path);
        let written = OpenOptions::new().write(true).open(&whole).and_then(|mut file| {
            file.seek(SeekFrom::Start(at as u64))?;
            file.write_all(bytes)
        });
        written.map_err(|error| Failure::io(&self.place.target.join(path), "write it", &error))
    }

    /// Moves everything below the folder `from` to the folder `to`.
    ///
    /// # Errors
    /// The disk refuses.
    pub(crate) fn rename(&self, from: &str, to: &str) -> Result<(), Failure> {
        let root = self.new_folder();
        fs::rename(root.join(from), root.join(to))
            .map_err(|error| Failure::io(&self.place.named.join(to), "write it", &error))?;
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

    /// Puts the new folder in the old one's place, once all of it is on the disk. `build` is the name of the build in its
    /// manifest.
    ///
    /// # Errors
    /// A file of somebody else's is in the way, or the disk refuses; then the old folder is where it was.
    pub(crate) fn commit(self, build: &str) -> Result<(), Failure> {
        let list = owned::list(build, self.written().keys().cloned());
        self.file(owned::LIST, list.as_bytes())?;
        let written: BTreeSet<String> = self.written().keys().cloned().collect();
        if let Some(other) = owned::in_the_way(&self.place.target, &self.others, &written) {
            let path = self.place.named.join(other);
            return Err(Failure::of(&path, "is no build's, and this build writes a file here", "move it elsewhere"));
        }
        self.sync(&self.new_folder())?;
        change::make(&self.place, &self.own, &self.others, &written)
    }

    /// Waits until the files and folders are on the disk, so that a power cut after the change of places finds them.
    fn sync(&self, new: &Path) -> Result<(), Failure> {
        let files: Vec<PathBuf> = self.written().keys().map(|path| new.join(path)).collect();
        let cannot = |error: io::Error| Failure::io(&self.place.named, "write it to the disk", &error);
        if files.len() >= MANY && sync_system(new).map_err(cannot)? {
            return Ok(());
        }
        let mut folders: Vec<&Path> = files
            .iter()
            .flat_map(|file| file.ancestors().skip(1).take_while(|folder| folder.starts_with(new)))
            .collect();
        folders.sort_unstable();
        folders.dedup();
        sync_files(&files).map_err(cannot)?;
        folders.into_iter().try_for_each(sync_folder).map_err(cannot)
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        self.lock.take();
        // Nothing to be done if this fails: the next build clears it.
        let _ = fs::remove_dir_all(&self.place.work);
    }
}

/// Waits until all that belongs on the disk of a folder is there; tells whether the system can do that.
#[cfg(target_os = "linux")]
fn sync_system(folder: &Path) -> io::Result<bool> {
    rustix::fs::syncfs(File::open(folder)?)?;
    Ok(true)
}

/// As above, where the system has no such call.
#[cfg(not(target_os = "linux"))]
fn sync_system(_: &Path) -> io::Result<bool> {
    Ok(false)
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

#[cfg(test)]
mod tests;
