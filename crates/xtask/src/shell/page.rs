//! A page that names what is to be bundled with it, in the elements that Trunk reads (<https://trunkrs.dev/assets/>), and
//! the page as Trunk writes it. Of its elements only those are known that stand in a page of ours.

use std::ops::Range;
use std::path::Path;

use anyhow::{Context, Result, bail};

use super::pieces::ROOT;

/// What one element asks for; paths are relative to the folder of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Asset {
    /// A picture for the browser's tab.
    Icon(String),
    /// A style sheet.
    Style(String),
    /// A folder, copied as it is.
    Folder(String),
    /// A program for WebAssembly.
    Program(Program),
}

/// A program that is compiled, joined to its script and shrunk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Program {
    /// The package's folder.
    pub folder: String,
    /// The binary within it.
    pub name: String,
    /// The features that it is compiled with.
    pub features: Option<String>,
    /// Whether it is a worker's, whose files keep their names, and which no page starts.
    pub is_worker: bool,
    /// What wasm-opt is told.
    pub shrinking: Vec<String>,
}

/// What a page names, each with the place of its element.
pub(super) struct Page {
    text: String,
    assets: Vec<(Range<usize>, Asset)>,
}

impl Page {
    /// Reads the elements of a page.
    ///
    /// # Errors
    /// An element that asks for something else, which is then to be learnt here.
    pub(super) fn read(text: &str) -> Result<Self> {
        let mut assets = Vec::new();
        let mut from = 0;
        while let Some(start) = text[from..].find("<link data-trunk ").map(|at| from + at) {
            let end = start + text[start..].find('>').context("an element's end")? + 1;
            let element = &text[start..end];
            assets.push((start..end, asset(element).with_context(|| element.to_owned())?));
            from = end;
        }
        Ok(Self { text: text.to_owned(), assets })
    }

    /// What is named, in its order.
    pub(super) fn assets(&self) -> impl Iterator<Item = &Asset> {
        self.assets.iter().map(|(_, asset)| asset)
    }

    /// The programs among that.
    pub(super) fn programs(&self) -> impl Iterator<Item = &Program> {
        self.assets().filter_map(|asset| if let Asset::Program(program) = asset { Some(program) } else { None })
    }

    /// The page with what Trunk writes in the elements' places: `names` tells what the files of icons and styles are called,
    /// `script` is what starts the program.
    pub(super) fn written(&self, names: &dyn Fn(&Asset) -> String, script: &str) -> String {
        let mut html = self.text.clone();
        for (place, asset) in self.assets.iter().rev() {
            let written = match asset {
                Asset::Icon(_) => format!(r#"<link rel="icon" href="{ROOT}{}"/>"#, names(asset)),
                Asset::Style(_) => format!(r#"<link rel="stylesheet" href="{ROOT}{}"/>"#, names(asset)),
                Asset::Program(program) if !program.is_worker => script.to_owned(),
                Asset::Program(_) | Asset::Folder(_) => String::new(),
            };
            html.replace_range(place.clone(), &written);
        }
        html
    }
}

/// What an element asks for.
fn asset(element: &str) -> Result<Asset> {
    let attributes = attributes(element)?;
    let value = |name: &str| attributes.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned());
    let href = || value("href").context("it names no file");
    let known: &[&str] = match value("rel").as_deref() {
        Some("icon") => &["type", "href"],
        Some("css" | "copy-dir") => &["href"],
        Some("rust") => &[
            "href",
            "data-bin",
            "data-cargo-features",
            "data-type",
            "data-bindgen-target",
            "data-wasm-opt",
            "data-wasm-opt-params",
            "data-weak-refs",
        ],
        _ => bail!("what it asks for is not known here"),
    };
    if let Some((name, _)) = attributes.iter().find(|(name, _)| !known.contains(name) && *name != "rel") {
        bail!("{name} is not known here");
    }
    Ok(match value("rel").as_deref() {
        Some("icon") => Asset::Icon(href()?),
        Some("css") => Asset::Style(href()?),
        Some("copy-dir") => Asset::Folder(href()?),
        _ => Asset::Program(program(&value)?),
    })
}

fn program(value: &dyn Fn(&str) -> Option<String>) -> Result<Program> {
    let is_worker = value("data-type").as_deref() == Some("worker");
    if is_worker && value("data-bindgen-target").as_deref() != Some("web") {
        bail!("a worker's script is one for the web here");
    }
    let manifest = value("href").unwrap_or_else(|| "Cargo.toml".to_owned());
    let folder = Path::new(&manifest).parent().unwrap_or(Path::new("")).to_string_lossy().into_owned();
    let level = value("data-wasm-opt").context("it does not say how much it is to be shrunk")?;
    let more = value("data-wasm-opt-params").unwrap_or_default();
    let shrinking = std::iter::once(format!("-O{level}")).chain(more.split_whitespace().map(str::to_owned)).collect();
    let name = value("data-bin").context("it names no binary")?;
    Ok(Program { folder, name, features: value("data-cargo-features"), is_worker, shrinking })
}

/// The names and values of an element's attributes, but for the one that says whose it is.
fn attributes(element: &str) -> Result<Vec<(&str, &str)>> {
    let mut rest = element.trim_start_matches("<link data-trunk").trim_end_matches('>').trim();
    let mut found = Vec::new();
    while !rest.is_empty() {
        let end = rest.find(['=', ' ']).unwrap_or(rest.len());
        let name = &rest[..end];
        rest = &rest[end..];
        let mut value = "";
        if let Some(quoted) = rest.strip_prefix("=\"") {
            let close = quoted.find('"').context("a value's end")?;
            value = &quoted[..close];
            rest = &quoted[close + 1..];
        }
        found.push((name, value));
        rest = rest.trim_start();
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::{Asset, Page, Program};

    const PAGE: &str = "<head>\n<link data-trunk rel=\"icon\" type=\"image/svg+xml\" href=\"look/lamp.svg\">\n\
        <link data-trunk rel=\"copy-dir\" href=\"faces\">\n<link rel=\"preload\" href=\"/__root__/faces/a.woff2\">\n\
        <link data-trunk rel=\"css\" href=\"look/lamp.css\">\n\
        <link data-trunk rel=\"rust\" href=\"helper/Cargo.toml\" data-bin=\"helper\" data-type=\"worker\" \
        data-bindgen-target=\"web\" data-wasm-opt=\"z\">\n\
        <link data-trunk rel=\"rust\" data-bin=\"lamp\" data-cargo-features=\"lit\" data-wasm-opt=\"z\" \
        data-wasm-opt-params=\"--converge\" data-weak-refs>\n</head>\n";

    #[test]
    fn a_page_tells_what_is_bundled_with_it() {
        let page = Page::read(PAGE).expect("a page");
        assert_eq!(page.assets().count(), 5);
        let [helper, lamp] = &page.programs().collect::<Vec<_>>()[..] else { panic!("two programs") };
        assert!(helper.is_worker && helper.folder == "helper" && helper.shrinking == ["-Oz"]);
        let whole = Program {
            folder: String::new(),
            name: "lamp".to_owned(),
            features: Some("lit".to_owned()),
            is_worker: false,
            shrinking: vec!["-Oz".to_owned(), "--converge".to_owned()],
        };
        assert_eq!(**lamp, whole);
    }

    #[test]
    fn a_page_is_written_with_the_names_of_what_was_made() {
        let names = |asset: &Asset| match asset {
            Asset::Icon(_) => "lamp-1.svg".to_owned(),
            _ => "lamp-2.css".to_owned(),
        };
        let html = Page::read(PAGE).expect("a page").written(&names, "<script></script>");
        let written = "<head>\n<link rel=\"icon\" href=\"/__root__/lamp-1.svg\"/>\n\n\
            <link rel=\"preload\" href=\"/__root__/faces/a.woff2\">\n\
            <link rel=\"stylesheet\" href=\"/__root__/lamp-2.css\"/>\n\n<script></script>\n</head>\n";
        assert_eq!(html, written);
    }

    #[test]
    fn what_is_not_known_is_said() {
        for element in [
            "rel=\"sass\" href=\"a.scss\"",
            "rel=\"css\" href=\"a.css\" data-inline",
            "rel=\"rust\" data-bin=\"a\"",
            "rel=\"rust\" data-bin=\"a\" data-wasm-opt=\"z\" data-keep-debug",
            "rel=\"rust\" data-bin=\"a\" data-type=\"worker\" data-wasm-opt=\"z\"",
        ] {
            assert!(Page::read(&format!("<link data-trunk {element}>")).is_err(), "{element}");
        }
    }
}
