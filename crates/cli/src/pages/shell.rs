use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::Failure;
use crate::read::text;
use crate::write::Staging;

/// What addresses in the shell begin with; each page has the way to the site's root in its place.
const ROOT: &str = "/__root__/";

/// Where a page's title and description go.
const HEAD: &str = "<!--head-->";

/// Where a page's content goes.
const PAGE: &str = "<!--page-->";

/// The viewer as Trunk built it: a page to fill, and the files that it loads.
pub(crate) struct Shell {
    html: String,
    folder: PathBuf,
    files: Vec<PathBuf>,
}

impl Shell {
    /// Reads a shell's page, and lists its other files.
    ///
    /// # Errors
    /// The folder cannot be read, or its `index.html` has no place for what a page says.
    pub(crate) fn read(folder: &Path) -> Result<Self, Failure> {
        let page = folder.join("index.html");
        let html = text::read(&page)?;
        if let Some(missing) = [HEAD, PAGE].into_iter().find(|place| !html.contains(place)) {
            let remedy = "name the folder that Trunk wrote the viewer to";
            return Err(Failure::of(&page, format!("is no shell of the viewer: it has no {missing}"), remedy));
        }
        let mut files = Vec::new();
        list(folder, &mut files)?;
        files.retain(|file| *file != page);
        files.sort();
        Ok(Self { html, folder: folder.to_owned(), files })
    }

    /// Copies the files that the pages load.
    ///
    /// # Errors
    /// A file cannot be read, or the disk refuses.
    pub(crate) fn copy(&self, staging: &Staging) -> Result<(), Failure> {
        for file in &self.files {
            let bytes = fs::read(file).map_err(|error| Failure::io(file, "read it", &error))?;
            let parts = file.strip_prefix(&self.folder).unwrap_or(file).components();
            let path: Vec<_> = parts.map(|part| part.as_os_str().to_string_lossy()).collect();
            staging.file(&path.join("/"), &bytes)?;
        }
        Ok(())
    }

    /// The files of the viewer or of a helper of it, by what their names begin with.
    pub(crate) fn files(&self, name: &str) -> impl Iterator<Item = &str> {
        let names = self.files.iter().filter_map(|file| file.strip_prefix(&self.folder).ok()?.to_str());
        names.filter(move |file| file.starts_with(name))
    }

    /// The shell's page, filled; `root` is the way from the page to the site's root, with a slash at its end.
    pub(crate) fn fill(&self, root: &str, head: &str, page: &str) -> String {
        // What a page says may hold anything, so it goes in last, and the shell is not searched again.
        let (before, rest) = self.html.split_once(HEAD).unwrap_or((&self.html, ""));
        let (between, after) = rest.split_once(PAGE).unwrap_or((rest, ""));
        let own = |part: &str| part.replace(ROOT, root);
        [&own(before), head, &own(between), page, &own(after)].concat()
    }
}

fn list(folder: &Path, files: &mut Vec<PathBuf>) -> Result<(), Failure> {
    let cannot = |error: std::io::Error| Failure::io(folder, "read the shell", &error);
    for entry in fs::read_dir(folder).map_err(cannot)? {
        let path = entry.map_err(cannot)?.path();
        if path.is_dir() {
            list(&path, files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}
