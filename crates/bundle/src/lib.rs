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
mod pages;
mod sink;
mod tables;

use std::sync::Arc;

use model::bundle::Manifest;
use model::{Annotated, Corpus, Relations};

use data::Lists;
use pages::Site;
use tables::Tables;

pub use failure::Failure;
pub use pages::{Address, Draw, Drawn, NoAddress, NoShell, Pages, Shell};
pub use sink::{Memory, Refusal, Sink, Stage, Written};

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

/// What was made, beside the files.
pub struct Made {
    /// What `data/manifest.json` says.
    pub manifest: Arc<Manifest>,
    /// The kinds of pages that were left out, since the site would have more than 2,000 files.
    pub left_out: Vec<&'static str>,
}

/// Makes the files of a site: data, search and exports, and the pages where it is said how.
///
/// # Errors
/// The sink refuses a file, or something was related that can't be written or read back.
pub fn make(sink: &dyn Sink, related: Related<'_>, pages: Option<&Pages<'_>>) -> Result<Made, Failure> {
    sink.begin(Stage::Indexing);
    let tables = Tables::new(related.corpus, related.documents, related.relations);
    let index = search::build(entries::entries(&tables), &search::Options::default())
        .map_err(|error| Failure::Index(error.to_string()))?;
    sink.begin(Stage::Data);
    let timeline = data::timeline(&tables);
    let exports = export::write(sink, &tables, &timeline, pages.and_then(|pages| pages.address))?;
    let lists = Lists::new(&tables, timeline, exports);
    let manifest = Arc::new(data::write(sink, &tables, &lists, &index)?);
    let mut left_out = Vec::new();
    if let Some(pages) = pages {
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
