//! The shell from the disk, and how its pages are drawn: by the viewer's own components.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use bundle::{Drawn, Shell};
use model::bundle::Manifest;
use viewer::page::Page;
use viewer::render::render;
use viewer::route::Place;

use crate::failure::Failure;

/// Reads a shell.
///
/// # Errors
/// The folder cannot be read, or is no shell.
pub(crate) fn read(folder: &Path) -> Result<Shell, Failure> {
    let mut files = BTreeMap::new();
    list(folder, "", &mut files)?;
    Shell::new(files).map_err(|error| {
        Failure::of(&folder.join("index.html"), error.to_string(), "name the folder that Trunk wrote the viewer to")
    })
}

fn list(folder: &Path, prefix: &str, files: &mut BTreeMap<String, Vec<u8>>) -> Result<(), Failure> {
    let cannot = |error: std::io::Error| Failure::io(folder, "read the shell", &error);
    for entry in fs::read_dir(folder).map_err(cannot)? {
        let entry = entry.map_err(cannot)?;
        let path = entry.path();
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if path.is_dir() {
            list(&path, &format!("{name}/"), files)?;
        } else {
            files.insert(name, fs::read(&path).map_err(|error| Failure::io(&path, "read it", &error))?);
        }
    }
    Ok(())
}

/// Draws a page.
pub(crate) fn draw(place: &Place, page: &Page, manifest: &Arc<Manifest>, root: &str) -> Drawn {
    let rendered = render(place.clone(), page, Arc::clone(manifest), root);
    Drawn { title: rendered.head.title, description: rendered.head.description, body: rendered.body }
}
