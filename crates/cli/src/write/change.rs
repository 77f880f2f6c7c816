//! The change from the old folder to the new one, and how a change that stopped half-way is put right.
//!
//! Where the folder can be moved, the two change places in one step, or in two where the system has no such step: then
//! the old one is beside until the new one is there. Where it has to stay, its files are moved one by one, by a journal
//! that is written before the first. What is not a build's goes along to the new folder, last.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use super::owned;
use super::place::{Place, exchange};
use crate::failure::Failure;

/// The names of the files that a change puts into a folder that stays; there while the change is going on.
const JOURNAL: &str = "journal";

/// Puts the new folder in the old one's place. `own` are the files that the old build wrote, `others` what is not its.
///
/// # Errors
/// The disk refuses; then the old folder is where it was, or the next build puts it back.
pub(super) fn make(
    place: &Place,
    own: &BTreeSet<String>,
    others: &[PathBuf],
    written: &BTreeSet<String>,
) -> Result<(), Failure> {
    let cannot = |error: io::Error| Failure::io(&place.named, "put the new bundle in place", &error);
    if place.stays { file_by_file(place, own, written).map_err(cannot) } else { at_once(place, others).map_err(cannot) }
}

fn at_once(place: &Place, others: &[PathBuf]) -> io::Result<()> {
    let (new, old, target) = (place.new_folder(), place.old(), &place.target);
    let replaced = target.exists();
    if replaced {
        fs::set_permissions(&new, fs::metadata(target)?.permissions())?;
    }
    let left = if !replaced {
        fs::rename(&new, target)?;
        None
    } else if exchange(&new, target).is_ok() {
        Some(new)
    } else {
        fs::rename(target, &old)?;
        if let Err(error) = fs::rename(&new, target) {
            fs::rename(&old, target)?;
            return Err(error);
        }
        Some(old)
    };
    if let Some(left) = left {
        others.iter().try_for_each(|other| owned::carry(&left, target, other))?;
    }
    target.parent().map_or(Ok(()), sync_folder)
}

fn file_by_file(place: &Place, own: &BTreeSet<String>, written: &BTreeSet<String>) -> io::Result<()> {
    let (new, old, target) = (place.new_folder(), place.old(), &place.target);
    let journal = place.work.join(JOURNAL);
    let names: Vec<&str> = written.iter().map(String::as_str).collect();
    fs::write(&journal, names.join("\n"))?;
    File::open(&journal)?.sync_all()?;
    sync_folder(&place.work)?;
    for name in own {
        if target.join(name).symlink_metadata().is_ok() {
            move_to(&target.join(name), &old.join(name))?;
        }
    }
    for name in written {
        move_to(&new.join(name), &target.join(name))?;
    }
    clear_empty(target, own);
    fs::remove_file(&journal)
}

fn move_to(from: &Path, to: &Path) -> io::Result<()> {
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::rename(from, to)
}

/// Takes away the folders that held files of the old build and are empty now.
fn clear_empty(target: &Path, own: &BTreeSet<String>) {
    let folders =
        own.iter().flat_map(|name| Path::new(name).ancestors().skip(1)).filter(|folder| !folder.as_os_str().is_empty());
    let folders: BTreeSet<&Path> = folders.collect();
    // The innermost first. A folder that holds anything stays, for it can't be removed.
    for folder in folders.into_iter().rev() {
        let _ = fs::remove_dir(target.join(folder));
    }
}

/// Puts right what a build left that stopped half-way: the old folder goes back if it was just being replaced, and what
/// was not the old build's goes with whichever folder is there.
///
/// # Errors
/// The disk refuses.
pub(super) fn recover(place: &Place) -> Result<(), Failure> {
    let cannot = |error: io::Error| Failure::io(&place.named, "put back what an earlier build left half-way", &error);
    if place.stays {
        put_back(place).map_err(cannot)?;
    } else if place.old().exists() && !place.target.exists() {
        fs::rename(place.old(), &place.target).map_err(cannot)?;
    }
    for leftover in [place.old(), place.new_folder()] {
        // A folder with a list is whole: the one that was replaced, or the one that was about to be put in its place.
        if !place.stays
            && leftover.exists()
            && let Ok(own) = owned::files(&leftover, &leftover)
            && !own.is_empty()
        {
            let others = owned::others(&leftover, &own)?;
            others.iter().try_for_each(|other| owned::carry(&leftover, &place.target, other)).map_err(cannot)?;
        }
        match fs::remove_dir_all(&leftover) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                return Err(Failure::io(&leftover, "clear what an earlier build left", &error));
            }
            _ => {}
        }
    }
    Ok(())
}

/// Undoes a change of single files that did not come to its end.
fn put_back(place: &Place) -> io::Result<()> {
    let (new, old) = (place.new_folder(), place.old());
    let journal = match fs::read_to_string(place.work.join(JOURNAL)) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        journal => journal?,
    };
    for name in journal.lines() {
        // Back to where it came from, so that this can be stopped and begun again as well.
        if new.join(name).symlink_metadata().is_err() && place.target.join(name).symlink_metadata().is_ok() {
            move_to(&place.target.join(name), &new.join(name))?;
        }
    }
    let mut folders = vec![old.clone()];
    while let Some(folder) = folders.pop() {
        let entries = match fs::read_dir(&folder) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
            entries => entries?,
        };
        for entry in entries {
            let entry = entry?;
            if entry.file_type()?.is_dir() {
                folders.push(entry.path());
            } else {
                let name = entry.path().strip_prefix(&old).map(Path::to_owned).map_err(io::Error::other)?;
                move_to(&entry.path(), &place.target.join(name))?;
            }
        }
    }
    fs::remove_file(place.work.join(JOURNAL))
}

/// Asks for a folder's list of names to be on the disk; only Unix knows this.
pub(super) fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}
