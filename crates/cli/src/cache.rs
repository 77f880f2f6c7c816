//! What was found out of a file or a report before, kept from build to build: reading and annotating look at one of them
//! at a time, so that what has not changed need not be looked at again. So are the files of a site that are packed: most of
//! them are made of the same bytes again.
//!
//! A thing is kept under a digest of all that it was made of: the bytes or the report, what is known of the corpus, and
//! this program itself. What lies there is checked by a digest of its own. So no build tells anything else for it, and it
//! can be deleted at any time. Nothing that goes wrong here stops a build.
//!
//! One file a corpus, with what its last build took: a mark, then for each thing the digest it is kept under (32 bytes), the
//! length of what follows (32 bits, little-endian), a digest of it (8 bytes), and the thing: as JSON, packed by LZ4, or as
//! the bytes that it is.

use std::collections::HashMap;
use std::fs::{self, File};
use std::io::{self, BufReader, BufWriter, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use model::keep::Keep;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// What a file begins with.
const MARK: &[u8; 8] = b"CRCACHE1";

/// Bytes before each thing.
const HEAD: usize = 32 + 4 + 8;

/// How much the caches of all corpora may take, in bytes: the ones that were not used for longest go first.
const MOST: u64 = 4 << 30;

/// The most bytes that memory is made ready for before they are read: what was damaged may tell any length.
const AT_ONCE: usize = 1 << 20;

/// What names the folder of caches, where it is not the system's; nothing is kept where it is empty.
const FOLDER: &str = "CROSSREAD_CACHE";

/// What a thing is kept under.
type Key = [u8; 32];

/// What the last build of a corpus kept, and what this one keeps.
pub(crate) struct Cache(Option<Kept>);

struct Kept {
    path: PathBuf,
    /// Digest of this program.
    program: Key,
    old: Option<Old>,
    new: Mutex<New>,
}

/// What is there, and where it lies in its file.
struct Old {
    file: Mutex<File>,
    places: HashMap<Key, (u64, [u8; 8], u32)>,
}

/// What is written for the next build.
struct New {
    path: PathBuf,
    file: BufWriter<File>,
    has: std::collections::HashSet<Key>,
    /// Whether a write failed: what is kept then is what was kept before.
    failed: bool,
}

impl Cache {
    /// Nothing is kept.
    pub(crate) fn none() -> Self {
        Self(None)
    }

    /// The cache of a corpus, in the user's folder for such things; none where there is no such folder.
    pub(crate) fn of(corpus: &Path) -> Self {
        let program = || digest(&std::env::current_exe()?);
        Self(folder().and_then(|folder| Kept::open(&folder, corpus, program().ok()?).ok()))
    }

    /// What `make` makes of `parts`, or made of them before. `what` names it, and sets it apart from other things made of
    /// the same parts.
    pub(crate) fn get<T: Serialize + DeserializeOwned>(
        &self,
        what: &str,
        parts: &[&[u8]],
        make: impl FnOnce() -> T,
    ) -> T {
        let Some(kept) = &self.0 else { return make() };
        let key = kept.key(what, parts);
        if let Some((packed, digest)) = kept.old.as_ref().and_then(|old| old.get(&key))
            && let Some(thing) = unpacked(&packed)
        {
            kept.put(key, &packed, digest);
            return thing;
        }
        let thing = make();
        if let Ok(plain) = model::coding::encode(&thing) {
            let packed = lz4_flex::compress_prepend_size(&plain);
            kept.put(key, &packed, short_digest(&packed));
        }
        thing
    }

    /// Keeps what this build took, and forgets what it did not.
    pub(crate) fn keep(self) {
        if let Some(kept) = self.0 {
            // Without it, the next build takes as long as this one.
            let _ = kept.finish();
        }
    }
}

/// Of what is bytes as it is and does not shrink any more.
impl Keep for Cache {
    fn kept_where(
        &self,
        what: &str,
        parts: &[&[u8]],
        fits: &dyn Fn(&[u8]) -> bool,
        make: &mut dyn FnMut() -> Option<Vec<u8>>,
    ) -> Option<Vec<u8>> {
        let Some(kept) = &self.0 else { return make() };
        let key = kept.key(what, parts);
        if let Some((before, digest)) = kept.old.as_ref().and_then(|old| old.get(&key))
            && fits(&before)
        {
            kept.put(key, &before, digest);
            return Some(before);
        }
        let made = make()?;
        kept.put(key, &made, short_digest(&made));
        Some(made)
    }

    fn digest(&self, bytes: &[u8]) -> Vec<u8> {
        blake3::hash(bytes).as_bytes().to_vec()
    }

    fn keeps(&self) -> bool {
        self.0.is_some()
    }
}

fn unpacked<T: DeserializeOwned>(packed: &[u8]) -> Option<T> {
    model::coding::decode(&lz4_flex::decompress_size_prepended(packed).ok()?).ok()
}

/// The folder of caches.
pub(crate) fn folder() -> Option<PathBuf> {
    let named = |name: &str| std::env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
    let home = || named("HOME");
    if std::env::var_os(FOLDER).is_some_and(|folder| folder.is_empty()) {
        return None;
    }
    named(FOLDER).or_else(|| {
        let system = if cfg!(windows) {
            named("LOCALAPPDATA")
        } else if cfg!(target_os = "macos") {
            home().map(|home| home.join("Library/Caches"))
        } else {
            named("XDG_CACHE_HOME").or_else(|| home().map(|home| home.join(".cache")))
        };
        system.map(|system| system.join("crossread"))
    })
}

/// The digest by which it is told whether a thing is still what was kept.
fn short_digest(packed: &[u8]) -> [u8; 8] {
    let mut short = [0; 8];
    short.copy_from_slice(&blake3::hash(packed).as_bytes()[..8]);
    short
}

/// The digest of a file, read part by part.
fn digest(path: &Path) -> io::Result<Key> {
    let mut hasher = blake3::Hasher::new();
    io::copy(&mut File::open(path)?, &mut hasher)?;
    Ok(*hasher.finalize().as_bytes())
}

impl Kept {
    fn open(folder: &Path, corpus: &Path, program: Key) -> io::Result<Self> {
        fs::create_dir_all(folder)?;
        let name = blake3::hash(corpus.canonicalize()?.as_os_str().as_encoded_bytes()).to_hex();
        let path = folder.join(format!("{}.cache", &name[..16]));
        // Builds side by side each write their own; the last one stays.
        let new = path.with_extension(format!("{}.new", std::process::id()));
        let mut file = BufWriter::new(File::create(&new)?);
        file.write_all(MARK)?;
        let new = New { path: new, file, has: std::collections::HashSet::new(), failed: false };
        Ok(Self { old: Old::open(&path).ok(), path, program, new: Mutex::new(new) })
    }

    /// What a thing is kept under that is made of `parts`.
    fn key(&self, what: &str, parts: &[&[u8]]) -> Key {
        let mut hasher = blake3::Hasher::new();
        hasher.update(&self.program);
        for part in [&[what.as_bytes()], parts].concat() {
            hasher.update(&(part.len() as u64).to_le_bytes());
            hasher.update(part);
        }
        *hasher.finalize().as_bytes()
    }

    fn put(&self, key: Key, packed: &[u8], digest: [u8; 8]) {
        let mut new = self.new.lock().unwrap_or_else(PoisonError::into_inner);
        if !new.failed && new.has.insert(key) {
            new.failed = new.write(&key, packed, digest).is_err();
        }
    }

    fn finish(self) -> io::Result<()> {
        let mut new = self.new.into_inner().unwrap_or_else(PoisonError::into_inner);
        if new.failed {
            return Ok(());
        }
        new.file.flush()?;
        drop(self.old);
        fs::rename(&new.path, &self.path)?;
        prune(&self.path)
    }
}

impl New {
    fn write(&mut self, key: &Key, packed: &[u8], digest: [u8; 8]) -> io::Result<()> {
        let length = u32::try_from(packed.len()).map_err(io::Error::other)?;
        self.file.write_all(key)?;
        self.file.write_all(&length.to_le_bytes())?;
        self.file.write_all(&digest)?;
        self.file.write_all(packed)
    }
}

impl Drop for New {
    fn drop(&mut self) {
        // Where it was kept, it lies elsewhere by now.
        let _ = fs::remove_file(&self.path);
    }
}

impl Old {
    /// Finds out what lies where; what is cut short ends there.
    fn open(path: &Path) -> io::Result<Self> {
        let file = File::open(path)?;
        let mut reader = BufReader::new(File::open(path)?);
        let mut mark = [0; MARK.len()];
        reader.read_exact(&mut mark)?;
        if mark != *MARK {
            return Err(io::Error::from(io::ErrorKind::InvalidData));
        }
        let (mut places, mut at) = (HashMap::new(), MARK.len() as u64);
        let mut head = [0; HEAD];
        while reader.read_exact(&mut head).is_ok() {
            let (key, length, digest) = (&head[..32], &head[32..36], &head[36..]);
            let (Ok(key), Ok(length), Ok(digest)) = (key.try_into(), length.try_into(), digest.try_into()) else {
                break;
            };
            let length = u32::from_le_bytes(length);
            at += HEAD as u64;
            places.insert(key, (at, digest, length));
            at += u64::from(length);
            reader.seek_relative(i64::from(length))?;
        }
        Ok(Self { file: Mutex::new(file), places })
    }

    /// What is kept under a key, with its digest.
    fn get(&self, key: &Key) -> Option<(Vec<u8>, [u8; 8])> {
        let (at, digest, length) = *self.places.get(key)?;
        let mut packed = Vec::with_capacity((length as usize).min(AT_ONCE));
        let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        file.seek(SeekFrom::Start(at)).ok()?;
        (&mut *file).take(u64::from(length)).read_to_end(&mut packed).ok()?;
        drop(file);
        (packed.len() == length as usize && short_digest(&packed) == digest).then_some((packed, digest))
    }
}

/// Removes the caches that were not used for longest, until the rest take no more than [`MOST`]; never `own`.
fn prune(own: &Path) -> io::Result<()> {
    let Some(folder) = own.parent() else { return Ok(()) };
    let mut others = Vec::new();
    for entry in fs::read_dir(folder)?.flatten() {
        let path = entry.path();
        if path != own && path.extension().is_some_and(|ending| ending == "cache") {
            let meta = entry.metadata()?;
            others.push((meta.modified()?, meta.len(), path));
        }
    }
    others.sort();
    let mut all: u64 = others.iter().map(|(_, length, _)| length).sum::<u64>() + fs::metadata(own)?.len();
    for (_, length, path) in others {
        if all <= MOST {
            break;
        }
        fs::remove_file(path)?;
        all -= length;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cache(folder: &Path) -> Cache {
        Cache(Some(Kept::open(folder, folder, [7; 32]).expect("a cache")))
    }

    /// What is kept of a word, and whether it had to be made.
    fn get(cache: &Cache, word: &str) -> (String, bool) {
        let mut made = false;
        let thing = cache.get("upper", &[word.as_bytes()], || {
            made = true;
            word.to_uppercase()
        });
        (thing, made)
    }

    #[test]
    fn what_was_made_is_not_made_again() {
        let folder = tempfile::tempdir().expect("a folder");
        let first = cache(folder.path());
        assert_eq!(get(&first, "ferry"), ("FERRY".to_owned(), true));
        assert_eq!(get(&first, "barge"), ("BARGE".to_owned(), true));
        first.keep();
        let second = cache(folder.path());
        assert_eq!(get(&second, "ferry"), ("FERRY".to_owned(), false));
        // Other parts, or another name for what is made of them.
        assert_eq!(get(&second, "ferryb"), ("FERRYB".to_owned(), true));
        assert_eq!(second.get("length", &[b"ferry"], || 5), 5);
        second.keep();
        // What a build did not take is not kept for the next.
        assert_eq!(get(&cache(folder.path()), "barge"), ("BARGE".to_owned(), true));
        let files: Vec<_> = fs::read_dir(folder.path()).expect("a folder").flatten().map(|file| file.path()).collect();
        assert_eq!(files.len(), 1, "{files:?}");
    }

    #[test]
    fn damage_is_made_anew() {
        let folder = tempfile::tempdir().expect("a folder");
        let first = cache(folder.path());
        get(&first, "ferry");
        get(&first, "barge");
        first.keep();
        let path = fs::read_dir(folder.path()).expect("a folder").flatten().next().expect("a file").path();
        let whole = fs::read(&path).expect("bytes");
        for at in 0..whole.len() {
            let mut damaged = whole.clone();
            damaged[at] ^= 0x41;
            for bytes in [&damaged[..], &whole[..at]] {
                fs::write(&path, bytes).expect("a file");
                let cache = cache(folder.path());
                assert_eq!(get(&cache, "ferry").0, "FERRY", "byte {at}");
                assert_eq!(get(&cache, "barge").0, "BARGE", "byte {at}");
            }
        }
    }
}
