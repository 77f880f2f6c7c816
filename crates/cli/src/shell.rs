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

/// The shell in a folder, where one is named; else the one that this program carries, if it does.
///
/// # Errors
/// As [`read`].
pub(crate) fn find(folder: Option<&Path>) -> Result<Option<Shell>, Failure> {
    folder.map(read).or_else(|| carried().transpose()).transpose()
}

/// The shell that this program was compiled with.
#[cfg(feature = "shell")]
fn carried() -> Result<Option<Shell>, Failure> {
    use std::io::Read;

    static PACK: &[u8] = include_bytes!(env!("CROSSREAD_SHELL_PACK"));
    let damaged =
        |what: &str| Failure::new(format!("the viewer within this program {what}"), "fetch the program again");
    let mut plain = Vec::new();
    flate2::read::ZlibDecoder::new(PACK).read_to_end(&mut plain).map_err(|_| damaged("does not unpack"))?;
    let (length, rest) = plain.split_first_chunk::<4>().ok_or_else(|| damaged("is cut short"))?;
    let (names, mut rest) =
        rest.split_at_checked(u32::from_le_bytes(*length) as usize).ok_or_else(|| damaged("is cut short"))?;
    let names: Vec<(String, usize)> = serde_json::from_slice(names).map_err(|_| damaged("has no list"))?;
    let mut files = BTreeMap::new();
    for (name, length) in names {
        let (file, more) = rest.split_at_checked(length).ok_or_else(|| damaged("is cut short"))?;
        files.insert(name, file.to_vec());
        rest = more;
    }
    Shell::new(files).map(Some).map_err(|error| damaged(&error.to_string()))
}

/// A program that was compiled without a shell has none.
#[cfg(not(feature = "shell"))]
fn carried() -> Result<Option<Shell>, Failure> {
    Ok(None)
}

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
    Drawn { title: rendered.head.title, description: rendered.head.description, body: rendered.body, is_view: true }
}
