//! Citations of a document as BibTeX, RIS and CSL-JSON.
//!
//! What a report is called is a stranger's word. Each text is made one line first (see [`model::plain::one_line`]), then
//! written by the rules of the format, so that no title can end its field and begin another.

mod bibtex;
mod csl;
mod names;
mod ris;
#[cfg(test)]
mod tests;
mod work;

use model::bundle::DocumentPage;

use work::Work;

/// The citations of a document of a corpus with this title: the name of each format, and the citation in it.
pub(crate) fn citations(page: &DocumentPage, corpus: &str) -> [(&'static str, String); 3] {
    let work = Work::of(&page.document, corpus);
    [("BibTeX", bibtex::write(&work)), ("RIS", ris::write(&work)), ("CSL-JSON", csl::write(&work))]
}
