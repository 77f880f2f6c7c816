//! From what was related to the files of a site: its data, what a search reads, the exports and the pages, as named bytes.
//!
//! Nothing here knows a file, a clock or a thread: whoever calls brings a [`Sink`], which takes the bytes and may do work
//! on many cores. How a page is drawn comes as a function as well, so that a program that draws none (the desk, in the
//! browser) does not carry what draws them.

mod data;
mod entries;
mod escape;
mod export;
mod failure;
mod maker;
mod packed;
mod pages;
mod single;
mod sink;
mod tables;
mod zip;

use std::sync::{Arc, OnceLock};

use model::bundle::Manifest;
use model::{Annotated, Corpus, Relations};

use data::Lists;
use pages::Site;
use single::Kept;
use sink::CoresOf;
use tables::Tables;
use viewer::page::Page;
use viewer::route::Place;

pub use failure::{Failure, Refusal};
pub use maker::Maker;
pub use packed::{Unpackable, Unpacked, pack, unpack};
pub use pages::{Address, Draw, Drawn, NoAddress, NoShell, Pages, Shell};
pub use sink::{Digest, Memory, Sink, Stage, Written};
pub use zip::zip;

/// What a site is made from.
#[derive(Clone, Copy)]
pub struct Related<'a> {
    /// What is known of the corpus itself.
    pub corpus: &'a Corpus,
    /// The documents, in order of publication.
    pub documents: &'a [Annotated],
    /// What they say together.
    pub relations: &'a Relations,
}

/// What a site has beside its data.
#[derive(Clone, Copy, Default)]
pub struct Extras<'a> {
    /// The corpus's own files, `corpus.toml` and `review.toml`, by name, where there are exports: they are put beside them,
    /// so that the corpus can be taken from its site as it is.
    pub exports: Option<&'a [(&'a str, &'a str)]>,
    /// Whether there are pages, and how they are made.
    pub pages: Option<&'a Pages<'a>>,
}

/// What was made, beside the files.
pub struct Made {
    /// What `data/manifest.json` says.
    pub manifest: Arc<Manifest>,
    /// The kinds of pages that were left out, since the site would have more than 2,000 files.
    pub left_out: Vec<&'static str>,
}

/// Makes the files of a site: its data and what a search reads, and what is wanted besides.
///
/// # Errors
/// The sink refuses a file, or something was related that can't be written or read back.
pub fn make(sink: &dyn Sink, related: Related<'_>, extras: Extras<'_>) -> Result<Made, Failure> {
    let tables = Tables::new(related.corpus, related.documents, related.relations);
    let Data { index, lists, manifest } = data(sink, &tables, extras)?;
    let mut left_out = Vec::new();
    if let Some(pages) = extras.pages {
        sink.begin(Stage::Pages);
        let site = Site {
            tables: &tables,
            lists: &lists,
            events: data::story_events(&tables, &lists.timeline),
            manifest: Arc::clone(&manifest),
            directory: index.directory.as_ref(),
            pages,
        };
        left_out = site.write(sink)?;
    }
    Ok(Made { manifest, left_out })
}

/// Makes a site that is one HTML file: it opens from a disk, and asks for nothing. `draw` draws its first view, so that
/// this can be read before the viewer has started, and where it can't.
///
/// # Errors
/// As [`make`]; the shell is not one that Trunk made.
pub fn single(related: Related<'_>, shell: &Shell, draw: Option<&Draw<'_>>) -> Result<String, Failure> {
    let memory = Memory::default();
    let tables = Tables::new(related.corpus, related.documents, related.relations);
    let Data { lists, manifest, .. } = data(&memory, &tables, Extras::default())?;
    let overview = Page::Overview(Box::new(lists.overview), None);
    let first = draw.map(|draw| draw(&Place::Overview, &overview, &manifest, single::ROOT));
    let kept = Kept::smaller(shell, memory.into_files(), related);
    single::page(shell, kept, &manifest, first, is_wide(related))
}

/// Whether reports have letters for which there are faces of their own: Greek, Cyrillic.
fn is_wide(related: Related<'_>) -> bool {
    related.documents.iter().any(|annotated| annotated.document.text.contains(has_face))
}

/// Whether a letter is Greek or Cyrillic, for which there are faces of their own.
fn has_face(c: char) -> bool {
    ('\u{370}'..='\u{52f}').contains(&c)
}

/// What every form of a site has.
struct Data {
    index: search::Built,
    lists: Lists,
    manifest: Arc<Manifest>,
}

/// What a search reads.
fn indexed(sink: &dyn Sink, tables: &Tables<'_>) -> Result<search::Built, Failure> {
    let on = CoresOf(sink);
    search::build_on(&on, &on, entries::entries(tables), &search::Options::default())
        .map_err(|error| Failure::Index(error.to_string()))
}

/// The lists, once the exports that they name are written.
fn listed(sink: &dyn Sink, tables: &Tables<'_>, extras: Extras<'_>) -> Result<Lists, Failure> {
    let timeline = data::timeline(tables);
    let exports = match extras.exports {
        Some(own) => export::write(sink, tables, &timeline, own, extras.pages.and_then(|pages| pages.address))?,
        None => Vec::new(),
    };
    Ok(Lists::new(tables, timeline, exports))
}

fn data(sink: &dyn Sink, tables: &Tables<'_>, extras: Extras<'_>) -> Result<Data, Failure> {
    sink.begin(Stage::Indexing);
    // Neither needs the other.
    let (index, lists) = (OnceLock::new(), OnceLock::new());
    sink.each(2, &|at| {
        // Each is made once.
        let _ = match at {
            0 => index.set(indexed(sink, tables)?).map_err(drop),
            _ => lists.set(listed(sink, tables, extras)?).map_err(drop),
        };
        Ok(())
    })?;
    let unmade = || Failure::Index("it was not made".to_owned());
    let (index, lists) = (index.into_inner().ok_or_else(unmade)?, lists.into_inner().ok_or_else(unmade)?);
    sink.begin(Stage::Data);
    let manifest = Arc::new(data::write(sink, tables, &lists, &index)?);
    Ok(Data { index, lists, manifest })
}
