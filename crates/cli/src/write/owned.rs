//! What of a folder is an earlier build's, and what is not: that is never taken away.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::place::INSIDE;
use crate::failure::Failure;

/// The file that tells that a folder was written by a build, and by which.
pub(super) const MANIFEST: &str = "data/manifest.json";

/// The file that lists all files of a build: a line that names the build, and one for each file.
pub(super) const LIST: &str = "data/files.txt";

/// What the list begins with, before the build's name.
const HEAD: &str = "crossread ";

/// What is known of a manifest, of whatever version.
#[derive(Deserialize)]
struct Manifest {
    build: String,
}

/// The files that a build wrote into a folder; an empty set where nothing is in it.
///
/// # Errors
/// The folder holds anything, and no build wrote it.
pub(super) fn files(target: &Path, named: &Path) -> Result<BTreeSet<String>, Failure> {
    let foreign = || {
        let what = "holds files that no build wrote, and a build replaces the whole folder";
        Failure::of(named, what, "name a new or empty folder with --out")
    };
    let entries = match fs::read_dir(target) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(BTreeSet::new()),
        entries => entries.map_err(|error| Failure::io(named, "read it", &error))?,
    };
    if entries.flatten().all(|entry| entry.file_name() == INSIDE) {
        return Ok(BTreeSet::new());
    }
    let build = build_of(target).ok_or_else(foreign)?;
    match fs::read_to_string(target.join(LIST)) {
        Ok(list) => read(&list, &build).ok_or_else(foreign),
        Err(_) => unlisted(target, &build).ok_or_else(foreign),
    }
}

/// The name of the build whose manifest and data a folder holds.
fn build_of(folder: &Path) -> Option<String> {
    let Manifest { build } = serde_json::from_slice(&fs::read(folder.join(MANIFEST)).ok()?).ok()?;
    let is_a_name = build.len() == 16 && build.bytes().all(|byte| byte.is_ascii_hexdigit());
    (is_a_name && folder.join("data").join(&build).is_dir()).then_some(build)
}

/// Whether a folder is a site that a build wrote, or a copy of one: its pages are no reports.
pub(crate) fn is_site(folder: &Path) -> bool {
    build_of(folder).is_some()
}

/// The list of a build's files, itself among them.
pub(super) fn list(build: &str, files: impl Iterator<Item = String>) -> String {
    let mut files: BTreeSet<String> = files.collect();
    files.insert(LIST.to_owned());
    let lines: String = files.iter().map(|file| format!("{file}\n")).collect();
    format!("{HEAD}{build}\n{lines}")
}

/// Reads the list of a build; `None` where it is another's.
fn read(list: &str, build: &str) -> Option<BTreeSet<String>> {
    let mut lines = list.lines();
    let head = lines.next()?.strip_prefix(HEAD)?;
    (head == build).then(|| lines.map(str::to_owned).collect())
}

/// The files of a folder that an earlier version wrote, which made no list: all of them, where each is of a name that
/// it gave to a file.
fn unlisted(target: &Path, build: &str) -> Option<BTreeSet<String>> {
    let mut files = BTreeSet::new();
    let mut folders = vec![target.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).ok()? {
            let path = entry.ok()?.path();
            let kind = path.symlink_metadata().ok()?.file_type();
            if kind.is_dir() {
                folders.push(path);
                continue;
            }
            let name = below(target, &path)?;
            if !kind.is_file() || !was_written(&name, build) {
                return None;
            }
            files.insert(name);
        }
    }
    Some(files)
}

/// Whether a version that made no list could have written a file of this name.
fn was_written(name: &str, build: &str) -> bool {
    const SINGLE: [&str; 6] = [MANIFEST, "index.html", "404.html", ".nojekyll", "sitemap.xml", "robots.txt"];
    const VIEWS: [&str; 8] = ["documents", "claims", "stories", "people", "compare", "search", "timeline", "about"];
    let (folder, rest) = name.split_once('/').unwrap_or(("", name));
    let ends = |endings: &[&str]| endings.iter().any(|ending| rest.ends_with(ending));
    SINGLE.contains(&name)
        || folder == "data" && rest.starts_with(build)
        || folder == "export" && ends(&[".json", ".csv"])
        || VIEWS.contains(&folder) && rest.ends_with("index.html")
        || folder.is_empty() && ends(&[".js", ".wasm", ".css", ".svg", ".html"]) && rest.contains('-')
}

/// A path below a folder, with `/` between its parts; `None` where it is not UTF-8.
fn below(folder: &Path, path: &Path) -> Option<String> {
    let parts: Option<Vec<_>> =
        path.strip_prefix(folder).ok()?.components().map(|part| part.as_os_str().to_str()).collect();
    Some(parts?.join("/"))
}

/// What lies in a folder and is none of the files of a build: whole folders where no such file is in them, links as
/// links. Paths below the folder, in order.
///
/// # Errors
/// The disk refuses.
pub(super) fn others(target: &Path, files: &BTreeSet<String>) -> Result<Vec<PathBuf>, Failure> {
    let mut found = Vec::new();
    let mut folders = vec![PathBuf::new()];
    while let Some(folder) = folders.pop() {
        let whole = target.join(&folder);
        let cannot = |error: std::io::Error| Failure::io(&whole, "read it", &error);
        let entries = match fs::read_dir(&whole) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => continue,
            entries => entries.map_err(cannot)?,
        };
        for entry in entries {
            let entry = entry.map_err(cannot)?;
            let path = folder.join(entry.file_name());
            if path == Path::new(INSIDE) {
                continue;
            }
            let name = below(Path::new(""), &path);
            if name.as_ref().is_some_and(|name| files.contains(name)) {
                continue;
            }
            let inner = name.map(|name| format!("{name}/"));
            let holds =
                |inner: &String| files.range(inner.clone()..).next().is_some_and(|file| file.starts_with(inner));
            if entry.file_type().map_err(cannot)?.is_dir() && inner.as_ref().is_some_and(holds) {
                folders.push(path);
            } else {
                found.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}

/// A path that is not a build's and stands where this build writes a file, or would have to make a folder.
pub(super) fn in_the_way(target: &Path, others: &[PathBuf], written: &BTreeSet<String>) -> Option<PathBuf> {
    let names = |path: &Path| below(Path::new(""), path);
    others.iter().find_map(|other| {
        let name = names(other)?;
        let inner = format!("{name}/");
        let meets = written.range(inner.clone()..).next().is_some_and(|file| file.starts_with(&inner));
        if written.contains(&name) {
            return Some(other.clone());
        }
        if !meets {
            return None;
        }
        let whole = target.join(other);
        if !whole.symlink_metadata().is_ok_and(|meta| meta.is_dir()) {
            return Some(other.clone());
        }
        // A folder in which both have something: what of it is in the way?
        let inside: Vec<PathBuf> =
            fs::read_dir(&whole).ok()?.flatten().map(|entry| other.join(entry.file_name())).collect();
        in_the_way(target, &inside, written)
    })
}

/// Moves what is not a build's from one folder to another that lacks it.
///
/// # Errors
/// The disk refuses, or something stands there already.
pub(super) fn carry(from: &Path, to: &Path, other: &Path) -> std::io::Result<()> {
    let (source, aim) = (from.join(other), to.join(other));
    match aim.symlink_metadata() {
        Err(_) => {
            if let Some(parent) = aim.parent() {
                fs::create_dir_all(parent)?;
            }
            fs::rename(source, aim)
        }
        Ok(meta) if meta.is_dir() && source.symlink_metadata()?.is_dir() => {
            for entry in fs::read_dir(&source)? {
                carry(from, to, &other.join(entry?.file_name()))?;
            }
            Ok(())
        }
        Ok(_) => Err(std::io::ErrorKind::AlreadyExists.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_belongs_to_its_build() {
        let text = list("0123456789abcdef", ["b/c.html".to_owned(), "a".to_owned()].into_iter());
        assert_eq!(text, "crossread 0123456789abcdef\na\nb/c.html\ndata/files.txt\n");
        assert_eq!(read(&text, "0123456789abcdef").map(|files| files.len()), Some(3));
        assert_eq!(read(&text, "fedcba9876543210"), None);
    }

    #[test]
    fn what_no_build_wrote_is_found_whole() {
        let place = tempfile::tempdir().expect("a place");
        for file in ["a/own.html", "a/mine.txt", "b/deep/mine.txt", "CNAME", "own.css"] {
            let path = place.path().join(file);
            fs::create_dir_all(path.parent().expect("a folder")).expect("folders");
            fs::write(path, file).expect("a file");
        }
        let own = BTreeSet::from(["a/own.html".to_owned(), "own.css".to_owned()]);
        let others = others(place.path(), &own).expect("read");
        assert_eq!(others, ["CNAME", "a/mine.txt", "b"].map(PathBuf::from));
        let way = |file: &str| in_the_way(place.path(), &others, &BTreeSet::from([file.to_owned()]));
        assert_eq!(way("b/other.txt"), None);
        assert_eq!(way("b/deep/mine.txt"), Some("b/deep/mine.txt".into()));
        assert_eq!(way("CNAME/index.html"), Some("CNAME".into()));
    }

    #[test]
    fn a_folder_of_an_earlier_version_may_hold_nothing_else() {
        for name in [
            "documents/a b/index.html",
            "crossread-viewer-12ab.js",
            "export/claims.json",
            "data/0123456789abcdef/x.bin",
        ] {
            assert!(was_written(name, "0123456789abcdef"), "{name}");
        }
        for name in ["CNAME", ".git/config", "documents/thesis.docx", "data/own.json", "notes.html", "export/x.py"] {
            assert!(!was_written(name, "0123456789abcdef"), "{name}");
        }
    }
}
