//! Where the files of a site go, and who does the work.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};

use model::cores::Cores;
use model::keep::Keep;
use serde::Serialize;
use serde::de::DeserializeOwned;
use sha2::{Digest as _, Sha256};

use crate::failure::{Failure, Refusal};

/// What is known of a file that was taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Written {
    /// SHA-256 of its bytes.
    pub digest: [u8; 32],
    /// Its size in bytes.
    pub bytes: u64,
}

impl Written {
    /// What is known of a file of these bytes.
    pub fn of(bytes: &[u8]) -> Self {
        let mut digest = Digest::default();
        digest.add(bytes);
        digest.finish()
    }
}

/// What becomes known of a file whose bytes come part by part.
#[derive(Clone, Debug, Default)]
pub struct Digest {
    hasher: Sha256,
    bytes: u64,
}

impl Digest {
    /// Takes the next part.
    pub fn add(&mut self, part: &[u8]) {
        self.hasher.update(part);
        self.bytes += part.len() as u64;
    }

    /// What is known of all parts together.
    pub fn finish(self) -> Written {
        Written { digest: self.hasher.finalize().into(), bytes: self.bytes }
    }
}

/// What is being made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// What a search reads, and the exports.
    Indexing,
    /// The records of the views.
    Data,
    /// The pages.
    Pages,
}

/// Takes files, named by paths below the site's root with `/` between their parts. May be called from several threads,
/// where it brings them.
pub trait Sink: Sync {
    /// Takes a file.
    ///
    /// # Errors
    /// It can't be kept.
    fn file(&self, path: &str, bytes: Vec<u8>) -> Result<(), Refusal>;

    /// Takes a file in parts, one after the other.
    ///
    /// # Errors
    /// As [`Sink::file`].
    fn parts(&self, path: &str, parts: Vec<Vec<u8>>) -> Result<(), Refusal> {
        self.file(path, parts.concat())
    }

    /// Puts other bytes into a file at a place in it. What is known of the file stays.
    ///
    /// # Errors
    /// As [`Sink::file`].
    fn overwrite(&self, path: &str, at: usize, bytes: &[u8]) -> Result<(), Refusal>;

    /// Moves everything below the folder `from` to the folder `to`.
    ///
    /// # Errors
    /// As [`Sink::file`].
    fn rename(&self, from: &str, to: &str) -> Result<(), Refusal>;

    /// What was taken so far, by path.
    fn list(&self) -> BTreeMap<String, Written>;

    /// Does `work` for each number below `count`, in any order, on as many cores as there are; one after the other where
    /// nothing else is said.
    ///
    /// # Errors
    /// One of those of `work`.
    fn each(&self, count: usize, work: &(dyn Fn(usize) -> Result<(), Failure> + Sync)) -> Result<(), Failure> {
        (0..count).try_for_each(work)
    }

    /// What `make` makes of `parts`, or made of them in an earlier run, where that is kept: as
    /// [`Keep::kept`](model::keep::Keep::kept).
    fn kept(&self, what: &str, parts: &[&[u8]], make: &mut dyn FnMut() -> Option<Vec<u8>>) -> Option<Vec<u8>> {
        let _ = (what, parts);
        make()
    }

    /// Is told what is made from now on.
    fn begin(&self, stage: Stage) {
        let _ = stage;
    }
}

/// The cores of a sink, for work that can't fail.
pub(crate) struct CoresOf<'a>(pub(crate) &'a dyn Sink);

impl Cores for CoresOf<'_> {
    fn each(&self, count: usize, work: &(dyn Fn(usize) + Sync)) {
        // It has no way to fail.
        let _ = self.0.each(count, &|at| {
            work(at);
            Ok(())
        });
    }
}

impl Keep for CoresOf<'_> {
    fn kept(&self, what: &str, parts: &[&[u8]], make: &mut dyn FnMut() -> Option<Vec<u8>>) -> Option<Vec<u8>> {
        self.0.kept(what, parts, make)
    }
}

/// What `work` makes of each thing of a list, in their order.
///
/// # Errors
/// One of those of `work`.
pub(crate) fn map<'s, S: Sync, T: Send + Sync>(
    sink: &dyn Sink,
    list: &'s [S],
    work: impl Fn(&'s S) -> Result<T, Failure> + Sync,
) -> Result<Vec<T>, Failure> {
    let slots: Vec<OnceLock<T>> = list.iter().map(|_| OnceLock::new()).collect();
    sink.each(list.len(), &|at| {
        let made = work(&list[at])?;
        // A slot is filled once.
        let _ = slots[at].set(made);
        Ok(())
    })?;
    Ok(slots.into_iter().filter_map(OnceLock::into_inner).collect())
}

/// A value as the bytes of its JSON.
///
/// # Errors
/// None that the formats of the bundle can cause.
pub(crate) fn json(path: &str, value: &impl Serialize) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    json_to(path, value, &mut bytes).map(|()| bytes)
}

/// Writes a value as JSON behind other bytes.
///
/// # Errors
/// As [`json`].
pub(crate) fn json_to(path: &str, value: &impl Serialize, bytes: &mut Vec<u8>) -> Result<(), Failure> {
    serde_json::to_writer(bytes, value).map_err(|error| unwritable(path, &error))
}

/// Writes one file of records, as the viewer reads it: the file `name` of the build in `folder`, sealed but for the build.
/// It is read once here, before anybody else has to.
///
/// # Errors
/// The sink refuses, what is written can't be read back, or the file would hold more than a browser can.
pub(crate) fn records<T: Serialize + DeserializeOwned>(
    sink: &dyn Sink,
    folder: &str,
    name: &str,
    value: &T,
) -> Result<(), Failure> {
    let path = format!("{folder}/{name}");
    let plain = model::coding::encode(value).map_err(|error| unwritable(&path, &error))?;
    sealed::<T>(sink, name, &plain)
        .map_err(|why| unwritable(&path, why.as_ref()))
        .and_then(|sealed| Ok(sink.file(&path, sealed)?))
}

/// The bytes of records, once they were found to be readable, sealed: both are done once for the same bytes, where that is
/// kept.
fn sealed<T: Serialize + DeserializeOwned>(sink: &dyn Sink, name: &str, plain: &[u8]) -> Result<Vec<u8>, Refusal> {
    let mut why: Option<Refusal> = None;
    let mut make = || -> Option<Vec<u8>> {
        let read = model::coding::check_readable::<T>(plain).map_err(|error| why = Some(error.into())).ok();
        read.and_then(|()| model::sealed::seal(name, plain).map_err(|error| why = Some(error.into())).ok())
    };
    let made = sink.kept("sealed", &[name.as_bytes(), plain], &mut make);
    made.ok_or_else(|| why.unwrap_or_else(|| "it was not made".into()))
}

fn unwritable(path: &str, error: &dyn std::error::Error) -> Failure {
    Failure::Unwritable { path: path.to_owned(), why: error.to_string() }
}

/// Files in memory.
#[derive(Default)]
pub struct Memory {
    files: Mutex<BTreeMap<String, (Vec<u8>, Written)>>,
}

impl Memory {
    /// The files, by path.
    pub fn into_files(self) -> BTreeMap<String, Vec<u8>> {
        let files = self.files.into_inner().unwrap_or_else(PoisonError::into_inner);
        model::order::gather(files.into_iter().map(|(path, (bytes, _))| (path, bytes)))
    }

    fn files(&self) -> MutexGuard<'_, BTreeMap<String, (Vec<u8>, Written)>> {
        // Nothing panics while it holds the files.
        self.files.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Sink for Memory {
    fn file(&self, path: &str, bytes: Vec<u8>) -> Result<(), Refusal> {
        let written = Written::of(&bytes);
        self.files().insert(path.to_owned(), (bytes, written));
        Ok(())
    }

    fn overwrite(&self, path: &str, at: usize, bytes: &[u8]) -> Result<(), Refusal> {
        let mut files = self.files();
        let place = files.get_mut(path).and_then(|(file, _)| file.get_mut(at..at + bytes.len()));
        place.ok_or_else(|| format!("{path} has no such place"))?.copy_from_slice(bytes);
        Ok(())
    }

    fn rename(&self, from: &str, to: &str) -> Result<(), Refusal> {
        let mut files = self.files();
        let renamed = std::mem::take(&mut *files).into_iter().map(|(path, file)| {
            let below = path.strip_prefix(from).filter(|rest| rest.starts_with('/'));
            (below.map(|rest| format!("{to}{rest}")).unwrap_or(path), file)
        });
        *files = model::order::gather(renamed);
        Ok(())
    }

    fn list(&self) -> BTreeMap<String, Written> {
        model::order::gather(self.files().iter().map(|(path, (_, written))| (path.clone(), *written)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_in_memory_are_moved_and_overwritten() {
        let memory = Memory::default();
        memory.file("data/new/a.bin", b"ferry".to_vec()).expect("taken");
        memory.file("data/newer.txt", b"pier".to_vec()).expect("taken");
        let before = memory.list();
        memory.overwrite("data/new/a.bin", 1, b"RR").expect("there");
        assert!(memory.overwrite("data/new/a.bin", 4, b"RR").is_err(), "beyond its end");
        memory.rename("data/new", "data/old").expect("moved");
        assert_eq!(memory.list()["data/old/a.bin"], before["data/new/a.bin"], "what is known of it stays");
        let files: Vec<_> = memory.into_files().into_iter().collect();
        let named = |path: &str, bytes: &[u8]| (path.to_owned(), bytes.to_vec());
        assert_eq!(files, [named("data/newer.txt", b"pier"), named("data/old/a.bin", b"fRRry")]);
    }

    #[test]
    fn what_is_made_of_a_list_is_in_its_order_and_ends_with_a_failure() {
        let doubled = map(&Memory::default(), &[3, 1, 2], |n| Ok(n * 2)).expect("made");
        assert_eq!(doubled, [6, 2, 4]);
        let failed = map(&Memory::default(), &[3, 1], |_| Err::<u8, _>(Failure::Index("no".to_owned())));
        assert!(failed.is_err());
    }
}
