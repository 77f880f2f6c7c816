//! Where a build writes: the folder behind links, and where the new one is made until it is whole.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

use crate::failure::Failure;

/// How many links are followed to the folder, as systems do.
const LINKS: usize = 40;

/// The working folder where it has to lie in the target itself.
pub(super) const INSIDE: &str = ".crossread";

/// The folder that a build is to replace.
#[derive(Debug)]
pub(super) struct Place {
    /// As it was named, for messages.
    pub(super) named: PathBuf,
    /// The folder itself, behind all links; it need not be there yet.
    pub(super) target: PathBuf,
    /// The working folder: a lock, `new`, and `old` while the two change places.
    pub(super) work: PathBuf,
    /// Whether the folder itself must stay, and only its files can be replaced: something is mounted on it or in it,
    /// somebody stands in it, or nothing can be made beside it.
    pub(super) stays: bool,
}

impl Place {
    /// Finds the folder that `named` leads to, and makes a working folder for it.
    ///
    /// # Errors
    /// It is no folder, its links lead in a circle, or the disk refuses.
    pub(super) fn find(named: &Path) -> Result<Self, Failure> {
        let target = behind_links(named)?;
        let unfit = || {
            let remedy = "name a folder that may be replaced, such as dist";
            Failure::of(named, "cannot be replaced by a build", remedy)
        };
        let name = target.file_name().ok_or_else(unfit)?.to_string_lossy().into_owned();
        let parent = target.parent().ok_or_else(unfit)?;
        if target.exists() && !target.is_dir() {
            return Err(Failure::of(named, "is not a folder", "name a folder with --out"));
        }
        let beside = parent.join(format!(".{name}.crossread"));
        let inside = target.join(INSIDE);
        let place = |work: PathBuf, stays| Self { named: named.to_owned(), target: target.clone(), work, stays };
        // A build that stopped half-way decides: what it left must be found again.
        if beside.join("lock").exists() && !must_stay(&target) {
            return Ok(place(beside, false));
        }
        if must_stay(&target) || inside.join("lock").exists() {
            fs::create_dir_all(&inside).map_err(|error| Failure::io(&inside, "make the folder", &error))?;
            return Ok(place(inside, true));
        }
        match fs::create_dir_all(&beside) {
            Ok(()) => Ok(place(beside, false)),
            Err(error) if refused(&error) && target.is_dir() => {
                fs::create_dir_all(&inside).map_err(|error| Failure::io(&inside, "make the folder", &error))?;
                Ok(place(inside, true))
            }
            Err(error) => Err(Failure::io(&beside, "make the folder", &error)),
        }
    }

    /// Takes the lock of the working folder, which the system takes back from a dead process.
    ///
    /// # Errors
    /// Another build holds it, or the disk refuses.
    pub(super) fn lock(&self) -> Result<File, Failure> {
        let path = self.work.join("lock");
        let cannot = |error: io::Error| Failure::io(&path, "lock it", &error);
        let file = OpenOptions::new().create(true).truncate(false).write(true).open(&path).map_err(cannot)?;
        match file.try_lock() {
            Ok(()) => Ok(file),
            Err(fs::TryLockError::WouldBlock) => {
                Err(Failure::of(&self.named, "another build is writing here", "wait for it, or name another --out"))
            }
            Err(fs::TryLockError::Error(error)) => Err(cannot(error)),
        }
    }

    pub(super) fn new_folder(&self) -> PathBuf {
        self.work.join("new")
    }

    pub(super) fn old(&self) -> PathBuf {
        self.work.join("old")
    }
}

/// The path behind all links, absolute, whether there is anything or not.
fn behind_links(named: &Path) -> Result<PathBuf, Failure> {
    let mut path = named.to_owned();
    for _ in 0..LINKS {
        if let Ok(whole) = path.canonicalize() {
            return Ok(whole);
        }
        let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
        fs::create_dir_all(parent).map_err(|error| Failure::io(parent, "make the folder", &error))?;
        let parent = parent.canonicalize().map_err(|error| Failure::io(parent, "find the folder", &error))?;
        let Some(name) = path.file_name() else { break };
        let whole = parent.join(name);
        match fs::read_link(&whole) {
            // A link to what is not there: there it shall be.
            Ok(to) => path = parent.join(to),
            Err(_) => return Ok(whole),
        }
    }
    Err(Failure::of(named, "cannot be replaced by a build", "name a folder that may be replaced, such as dist"))
}

/// Whether the system forbids to write here.
fn refused(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem)
}

/// Whether a folder can't be moved away without harm: it is mounted, something in it is, or this process stands in it.
fn must_stay(target: &Path) -> bool {
    let here = std::env::current_dir().and_then(|here| here.canonicalize());
    here.is_ok_and(|here| here.starts_with(target)) || mounts().iter().any(|mount| mount.starts_with(target))
}

/// Where something is mounted; only Linux tells this in a file, and has mounts of single folders.
fn mounts() -> Vec<PathBuf> {
    if !cfg!(target_os = "linux") {
        return Vec::new();
    }
    let table = fs::read("/proc/self/mountinfo").unwrap_or_default();
    table
        .split(|&byte| byte == b'\n')
        .filter_map(|line| line.split(|&byte| byte == b' ').nth(4))
        .map(unescaped)
        .collect()
}

/// A path of the table of mounts, which writes white space and `\` as three octal digits behind a `\` (proc(5)).
fn unescaped(path: &[u8]) -> PathBuf {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path;
    while let Some((&first, tail)) = rest.split_first() {
        let code = (first == b'\\').then(|| tail.get(..3)).flatten();
        let code = code.and_then(|code| u8::from_str_radix(std::str::from_utf8(code).ok()?, 8).ok());
        bytes.push(code.unwrap_or(first));
        rest = if code.is_some() { &tail[3..] } else { tail };
    }
    PathBuf::from(String::from_utf8_lossy(&bytes).into_owned())
}

/// Lets two folders change places in one step, where the system can.
///
/// # Errors
/// The system cannot, or refuses; then nothing has changed.
#[cfg(any(target_os = "linux", target_os = "macos"))]
pub(super) fn exchange(a: &Path, b: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    Ok(renameat_with(CWD, a, CWD, b, RenameFlags::EXCHANGE)?)
}

/// Elsewhere no system can.
///
/// # Errors
/// Always.
#[cfg(not(any(target_os = "linux", target_os = "macos")))]
pub(super) fn exchange(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_of_mounts_are_read_as_they_are_written() {
        assert_eq!(unescaped(b"/srv/my\\040site\\134x"), Path::new("/srv/my site\\x"));
        assert_eq!(unescaped(b"/srv/a\\9"), Path::new("/srv/a\\9"));
    }

    #[cfg(unix)]
    #[test]
    fn a_link_leads_to_its_folder_also_where_there_is_none_yet() {
        let place = tempfile::tempdir().expect("a place");
        let root = place.path().canonicalize().expect("the place");
        std::os::unix::fs::symlink("elsewhere/site", root.join("dist")).expect("a link");
        let found = Place::find(&root.join("dist")).expect("a place to write");
        assert_eq!(found.target, root.join("elsewhere/site"));
        assert_eq!(found.work, root.join("elsewhere/.site.crossread"));
        std::os::unix::fs::symlink("round", root.join("round")).expect("a link");
        assert!(Place::find(&root.join("round")).is_err());
    }
}
