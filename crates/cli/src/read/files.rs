use std::fs;
use std::path::{Path, PathBuf};

use found::{Trouble, Weight};

use crate::failure::Failure;
use crate::write::is_site;

/// The deepest folder that is looked into.
const DEPTH: usize = 64;

/// The files of a folder, each with its path in it (`/` between folders), in order; and what is no file of it.
#[derive(Default)]
pub(super) struct Files {
    pub(super) files: Vec<(String, PathBuf)>,
    pub(super) astray: Vec<Trouble>,
}

/// Lists the files of a folder and of its folders. A link may lead to another file of the folder alone; pipes and devices are
/// never opened, and a site that a build wrote is not looked into: it tells of the reports, and is none.
///
/// # Errors
/// A folder cannot be read.
pub(super) fn list(root: &Path) -> Result<Files, Failure> {
    let mut found = Files::default();
    let mut rest = vec![(String::new(), root.to_owned(), 0)];
    while let Some((prefix, folder, depth)) = rest.pop() {
        let cannot = |error: std::io::Error| Failure::io(&folder, "read the folder", &error);
        for entry in fs::read_dir(&folder).map_err(cannot)? {
            let path = entry.map_err(cannot)?.path();
            let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            let inner = format!("{prefix}{name}");
            if name.starts_with('.') || found::is_passed_over(&inner) {
                continue;
            }
            let link = path.is_symlink();
            if let Some((what, remedy)) = link.then(|| astray(&path, root)).flatten() {
                found.tell(inner, format!("{what}, so it is not read"), remedy);
            } else if path.is_dir() && link {
                found.tell(inner, "is a link to a folder, so it is not read".to_owned(), "put the folder itself here");
            } else if path.is_dir() && is_site(&path) {
                let remedy = "move it out of the corpus, and name a folder beside the reports with --out";
                found.tell(inner, "is a site that a build wrote, so it is not read".to_owned(), remedy);
            } else if path.is_dir() && depth < DEPTH {
                rest.push((format!("{inner}/"), path, depth + 1));
            } else if path.is_file() {
                found.files.push((inner, path));
            } else {
                let what = "is no file but a pipe, a socket or a device, so it is not read";
                found.tell(inner, what.to_owned(), "convert it or take it out of the corpus");
            }
        }
    }
    found.files.sort();
    let names: Vec<String> = found.files.iter().map(|(name, _)| name.clone()).collect();
    found.files.retain(|(name, _)| !found::is_part(name, &names));
    Ok(found)
}

impl Files {
    fn tell(&mut self, file: String, what: String, remedy: &str) {
        self.astray.push(Trouble { file, line: None, weight: Weight::Unread, what, remedy: remedy.to_owned() });
    }
}

/// What is wrong with a link in a folder of reports, and what to do: it may lead to another file of the folder alone.
pub(super) fn astray(link: &Path, folder: &Path) -> Option<(&'static str, &'static str)> {
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    match (link.canonicalize(), folder.canonicalize()) {
        (Err(_), _) => Some(("is a link to nothing", "mend the link, or remove it")),
        (Ok(file), Ok(folder)) if file.starts_with(&folder) => None,
        _ => Some(("is a link that leads out of the corpus", "put the file itself here, or remove the link")),
    }
}
