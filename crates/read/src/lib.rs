//! Bytes of whatever people hold, as reports: text, title, outlet, authors, day, and where each came from.
//!
//! [`fn@read`] reads one file, [`settle`] puts together what all of them gave. Nothing here knows a file system or fetches
//! anything; the same bytes give the same documents, in any order.

#[cfg(feature = "formats")]
mod agency;
#[cfg(feature = "formats")]
mod archive;
mod beside;
#[cfg(feature = "formats")]
mod blocks;
#[cfg(feature = "formats")]
mod broken;
#[cfg(feature = "formats")]
mod dates;
#[cfg(feature = "formats")]
mod day_lines;
#[cfg(feature = "formats")]
mod decode;
#[cfg(feature = "formats")]
mod feed;
mod found;
#[cfg(feature = "formats")]
mod guard;
mod input;
mod kinds;
#[cfg_attr(not(feature = "formats"), allow(dead_code, reason = "some of it is for formats"))]
mod limits;
mod mail;
#[cfg(feature = "formats")]
mod moments;
#[cfg(feature = "formats")]
mod office;
mod outlets;
#[cfg(feature = "formats")]
mod pack;
#[cfg(feature = "formats")]
mod page;
#[cfg(feature = "formats")]
mod parts;
#[cfg(feature = "pdf")]
mod pdf;
#[cfg(all(feature = "formats", not(feature = "pdf")))]
#[path = "pdf/left_out.rs"]
mod pdf;
mod plain;
mod reader;
mod refs;
mod settle;
mod table;
mod trouble;
mod twins;
#[cfg(feature = "formats")]
mod web;
#[cfg_attr(not(feature = "formats"), allow(dead_code, reason = "some of it is for formats"))]
mod words;
#[cfg(feature = "formats")]
mod xml;

pub use beside::{is_part, is_passed_over};
pub use found::{Caption, Fact, Format, Found, Source};
#[cfg(feature = "formats")]
pub use guard::is_guarded;
pub use input::{input, no_address};
pub use limits::{FILE as FILE_LIMIT, FILE_WORDS as FILE_LIMIT_WORDS};
pub use plain::{
    Purpose, REMEDY as DATE_REMEDY, corpus, corpus_text, json_line, line_in_list, published, said, tables, written,
};
pub use reader::{Reading, read_plain};
#[cfg(feature = "formats")]
pub use reader::{read, read_told};
pub use settle::{Corpus, settle};
pub use table::Tables;
pub use trouble::{NO_TEXT, Trouble, Unread, Weight};
