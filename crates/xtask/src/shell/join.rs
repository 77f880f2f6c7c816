//! What a page names, compiled, joined and named as Trunk does it (`trunk.rs` holds the two against each other). Trunk is
//! the longest step of a first run where no binary of it can be had, and of what it does only this is asked for.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::copy;
use super::page::{Asset, Page, Program};
use super::pieces::ROOT;
use crate::freshness::Stamp;
use crate::place::Place;
use crate::process::{Running, cargo_in, run};
use crate::tools::Tools;

/// What cargo compiles for.
const WASM: &str = "wasm32-unknown-unknown";

/// Makes what `page` names, unless that is there already and `inputs` are what they were; tells the folder that holds it.
pub(super) fn bundle(place: &Place, page: &str, inputs: &[PathBuf]) -> Result<PathBuf> {
    let name = Path::new(page).file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let step = format!("joined-{name}");
    let out = place.target.join("joined").join(&name);
    let tools = Tools::get(place)?;
    let stamp = Stamp::of(inputs, &Tools::versions(place)?);
    if stamp.is_recorded(place, &step) && out.exists() {
        return Ok(out);
    }
    let read = read(place, page)?;
    for mut cargo in compiling(place, page, &read)? {
        run(&mut cargo).with_context(|| format!("the programs of {page}"))?;
    }
    if out.exists() {
        std::fs::remove_dir_all(&out).with_context(|| format!("clearing {}", out.display()))?;
    }
    std::fs::create_dir_all(&out).with_context(|| out.display().to_string())?;
    write(place, &tools, page, &read, &out).with_context(|| format!("{page} could not be bundled"))?;
    stamp.record(place, &step)?;
    Ok(out)
}

/// Begins to compile the programs of a page, for who has something else to do meanwhile; [`bundle`] then finds them done.
pub(super) fn begin(place: &Place, page: &str) -> Result<Option<Running>> {
    let cargo = compiling(place, page, &read(place, page)?)?.into_iter().next();
    cargo.map(|mut cargo| Running::start(&mut cargo)).transpose()
}

fn read(place: &Place, page: &str) -> Result<Page> {
    let text = std::fs::read_to_string(place.root.join(page)).with_context(|| page.to_owned())?;
    Page::read(&text).with_context(|| page.to_owned())
}

/// What compiles the programs of a page. Those with the same features come of one call: they are made of the same crates,
/// and what ends with a long stretch on one core for each ends for all at once.
fn compiling(place: &Place, page: &str, read: &Page) -> Result<Vec<Command>> {
    let mut calls: BTreeMap<Option<&str>, Vec<&Program>> = BTreeMap::new();
    for program in read.programs() {
        calls.entry(program.features.as_deref()).or_default().push(program);
    }
    let mut commands = Vec::new();
    for (features, programs) in calls {
        let mut cargo = cargo_in(place, &["build", "--locked", "--release", "--target", WASM]);
        for program in programs {
            let package = place.package(&folder(place, page).join(&program.folder))?;
            cargo.args(["--package", package, "--bin", &program.name]);
            for feature in features.into_iter().flat_map(|list| list.split(',')) {
                cargo.arg("--features").arg(format!("{package}/{feature}"));
            }
        }
        commands.push(cargo);
    }
    Ok(commands)
}

fn folder(place: &Place, page: &str) -> PathBuf {
    place.root.join(page).parent().unwrap_or(&place.root).to_owned()
}

/// Writes the page and what it names.
fn write(place: &Place, tools: &Tools, page: &str, read: &Page, out: &Path) -> Result<()> {
    let from = folder(place, page);
    let mut names = BTreeMap::new();
    for asset in read.assets() {
        match asset {
            Asset::Icon(file) | Asset::Style(file) => {
                names.insert(file.as_str(), write_named(&from.join(file), out)?);
            }
            Asset::Folder(folder) => {
                let name = Path::new(folder).file_name().context("a folder without a name")?;
                copy(&from.join(folder), &out.join(name), &|_| true)?;
            }
            Asset::Program(program) => join(place, tools, program, out).with_context(|| program.name.clone())?,
        }
    }
    let named = |asset: &Asset| match asset {
        Asset::Icon(file) | Asset::Style(file) => names.get(file.as_str()).cloned().unwrap_or_default(),
        Asset::Folder(_) | Asset::Program(_) => String::new(),
    };
    let settings = std::fs::read_to_string(place.root.join("Trunk.toml")).context("Trunk.toml")?;
    let html = read.written(&named, &script(&settings)?);
    std::fs::write(out.join("index.html"), html).context("index.html")
}

/// What starts the program of a page.
fn script(settings: &str) -> Result<String> {
    let settings: toml::Table = settings.parse().context("Trunk.toml")?;
    let pattern = settings.get("build").and_then(|build| build.get("pattern_script")).and_then(toml::Value::as_str);
    Ok(pattern.context("Trunk.toml has no pattern_script")?.replace("{base}", ROOT))
}

/// Copies a file under a name that tells what is in it.
fn write_named(file: &Path, out: &Path) -> Result<String> {
    let bytes = std::fs::read(file).with_context(|| file.display().to_string())?;
    let part = |part: Option<&std::ffi::OsStr>| part.unwrap_or_default().to_string_lossy().into_owned();
    let name = format!("{}-{:x}.{}", part(file.file_stem()), seahash::hash(&bytes), part(file.extension()));
    std::fs::write(out.join(&name), bytes).with_context(|| name.clone())?;
    Ok(name)
}

/// Joins a program to its script, and shrinks it where that can be done.
fn join(place: &Place, tools: &Tools, program: &Program, out: &Path) -> Result<()> {
    let compiled = place.target.join(WASM).join("release").join(format!("{}.wasm", program.name));
    let work = place.target.join("joined").join("bindgen");
    run(Command::new(&tools.bindgen)
        .args(["--target=web", "--no-typescript", &format!("--out-name={}", program.name), "--out-dir"])
        .arg(&work)
        .arg(&compiled))?;
    if work.join("snippets").exists() {
        bail!("it brings scripts of its own, which nothing here would copy");
    }
    let mut base = program.name.clone();
    if !program.is_worker {
        let bytes = std::fs::read(&compiled).with_context(|| compiled.display().to_string())?;
        base = format!("{base}-{:x}", seahash::hash(&bytes));
    }
    let script = work.join(format!("{}.js", program.name));
    std::fs::copy(&script, out.join(format!("{base}.js"))).with_context(|| script.display().to_string())?;
    let joined = work.join(format!("{}_bg.wasm", program.name));
    let target = out.join(format!("{base}_bg.wasm"));
    match &tools.wasm_opt {
        Some(wasm_opt) => {
            run(Command::new(wasm_opt).arg("--output").arg(&target).args(&program.shrinking).arg(&joined))
        }
        None => std::fs::copy(&joined, &target).map(|_| ()).with_context(|| joined.display().to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::{script, write_named};

    #[test]
    fn a_file_is_named_after_what_is_in_it_as_trunk_names_it() {
        let scratch = tempfile::tempdir().expect("a folder");
        let file = scratch.path().join("lamp.css");
        std::fs::write(&file, "p {}").expect("a file");
        let name = write_named(&file, scratch.path()).expect("a name");
        assert_eq!(name, format!("lamp-{:x}.css", seahash::hash(b"p {}")));
        assert_eq!(std::fs::read_to_string(scratch.path().join(name)).expect("a copy"), "p {}");
    }

    #[test]
    fn the_script_is_what_trunk_is_told_to_write() {
        let settings = "[build]\npattern_script = '<script src=\"{base}boot.js\"></script>'\n";
        assert_eq!(script(settings).expect("a script"), "<script src=\"/__root__/boot.js\"></script>");
        assert!(script("[build]\n").is_err());
    }
}
