//! Pages within other files: web archives and MHTML.

mod mhtml;
mod warc;

pub(crate) use mhtml::read as mhtml;
pub(crate) use warc::read as warc;
