//! The index of a corpus that is one file: made when the file is opened.

use super::collect::Collector;
use super::indexer::{Indexer, Related, facets};
use crate::Entry;
use crate::files::Whole;
use crate::order::sort_large;

/// Indexes the entries of a small corpus.
pub(crate) fn at_once(entries: Vec<Entry>, outlets: &[String]) -> Whole {
    let (mut indexer, mut collector) = (Indexer::default(), Collector::default());
    let numbers: Vec<u32> = (0..entries.len() as u32).collect();
    for entry in &entries {
        indexer.add(entry);
        collector.add(entry, &indexer);
    }
    let rows = facets(&entries, &numbers, outlets);
    let size = indexer.size();
    let suggestions = collector.finish(&indexer.forms);
    let mut terms = indexer.finish(&Related::default(), &numbers);
    sort_large(&mut terms, &|a, b| a.key.cmp(&b.key));
    Whole { entries, size, terms, rows, suggestions }
}
