//! Trunk, called for the same pages: whoever has it builds the viewer with it, and what it makes is what is made here.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::pieces::ROOT;
use crate::place::Place;
use crate::process::run;
use crate::tools::{self, Tools};

/// Has Trunk make what `page` names, and holds that against what was made of it at `made`, file by file.
///
/// # Errors
/// Trunk fails, or the first file in which the two differ.
pub(super) fn compare(place: &Place, page: &str, made: &Path) -> Result<()> {
    let tools = Tools::get(place)?;
    let trunk = tools::trunk(place)?;
    let out = place.target.join("trunk").join(made.file_name().unwrap_or_default());
    let mut command = Command::new(&trunk);
    command.args(["build", "--locked", "--offline", "--public-url", ROOT, "--dist"]).arg(&out).arg(page);
    // Without `--release` Trunk leaves wasm-opt out; cargo's profile stays the same.
    command.args(if tools.wasm_opt.is_some() { &["--release"][..] } else { &["--cargo-profile", "release"] });
    // Trunk reads NO_COLOR as true or false, and stops at the usual 1.
    command.current_dir(&place.root).env("PATH", tools.path(&trunk)?).env("NO_COLOR", "false");
    run(command.env("TRUNK_SKIP_VERSION_CHECK", "true").env("RUST_BACKTRACE", "0"))
        .with_context(|| format!("Trunk could not bundle {page}"))?;
    match difference(made, &out)? {
        None => Ok(()),
        Some(file) => bail!("{page}: {} is another one where Trunk makes it: {}", file.display(), out.display()),
    }
}

/// The first file that is not the same in both folders.
fn difference(one: &Path, other: &Path) -> Result<Option<PathBuf>> {
    let (mut files, mut others) = (BTreeMap::new(), BTreeMap::new());
    list(one, Path::new(""), &mut files)?;
    list(other, Path::new(""), &mut others)?;
    let differs = |name: &&PathBuf| match (files.get(*name), others.get(*name)) {
        (Some(one), Some(other)) => !is_same(name, one, other),
        _ => true,
    };
    Ok(files.keys().chain(others.keys()).find(differs).cloned())
}

/// Whether two files are the same, as far as wasm-bindgen lets them be: from one run to the next it writes some functions in
/// another order, in the script and in the program, so that what shrinks the program leaves a few bytes more or less.
fn is_same(name: &Path, one: &[u8], other: &[u8]) -> bool {
    match name.extension().and_then(|ending| ending.to_str()) {
        Some("js") => sorted(one) == sorted(other),
        Some("wasm") => one.len().abs_diff(other.len()) * 1000 <= one.len(),
        _ => one == other,
    }
}

fn sorted(script: &[u8]) -> Vec<&[u8]> {
    let mut lines: Vec<&[u8]> = script.split(|byte| *byte == b'\n').collect();
    lines.sort_unstable();
    lines
}

fn list(folder: &Path, within: &Path, files: &mut BTreeMap<PathBuf, Vec<u8>>) -> Result<()> {
    for entry in std::fs::read_dir(folder).with_context(|| folder.display().to_string())? {
        let path = entry.with_context(|| folder.display().to_string())?.path();
        let name = within.join(path.file_name().unwrap_or_default());
        if path.is_dir() {
            list(&path, &name, files)?;
        } else {
            files.insert(name, std::fs::read(&path).with_context(|| path.display().to_string())?);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};

    use super::{difference, is_same};

    #[test]
    fn folders_differ_in_a_file_or_in_its_bytes() {
        let scratch = tempfile::tempdir().expect("a folder");
        let (one, other) = (scratch.path().join("one"), scratch.path().join("other"));
        for folder in [&one, &other] {
            std::fs::create_dir_all(folder.join("faces")).expect("a folder");
            std::fs::write(folder.join("faces/a.woff2"), "face").expect("a file");
        }
        let differ = |a: &Path, b: &Path| difference(a, b).expect("two folders");
        assert_eq!(differ(&one, &other), None);
        std::fs::write(other.join("b.css"), "").expect("a file");
        assert_eq!(differ(&one, &other), Some(PathBuf::from("b.css")));
        assert_eq!(differ(&other, &one), Some(PathBuf::from("b.css")));
        std::fs::write(one.join("b.css"), "p {}").expect("a file");
        assert_eq!(differ(&one, &other), Some(PathBuf::from("b.css")));
    }

    #[test]
    fn a_script_may_have_its_functions_in_another_order() {
        let same = |name: &str, one: &str, other: &str| is_same(Path::new(name), one.as_bytes(), other.as_bytes());
        assert!(same("a.js", "one();\ntwo();\n", "two();\none();\n"));
        assert!(!same("a.js", "one();\ntwo();\n", "one();\n"));
        assert!(!same("a.html", "one\ntwo\n", "two\none\n"));
        assert!(!same("a.wasm", "a program", "another program"));
    }
}
