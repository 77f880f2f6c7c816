//! Bytes of whatever people hold, as reports: text, title, outlet, authors, day, and where each came from.
//!
//! [`read`] reads one file, [`settle`] puts together what all of them gave. Nothing here knows a file system or fetches
//! anything; the same bytes give the same documents, in any order.

mod agency;
mod archive;
mod beside;
mod blocks;
mod dates;
mod decode;
mod feed;
mod found;
mod guard;
mod input;
mod kinds;
mod limits;
mod mail;
mod office;
mod pack;
mod page;
#[cfg(feature = "pdf")]
mod pdf;
#[cfg(not(feature = "pdf"))]
#[path = "pdf/left_out.rs"]
mod pdf;
mod plain;
mod reader;
mod refs;
mod settle;
mod table;
mod trouble;
mod web;
mod words;
mod xml;

pub use beside::{is_part, is_passed_over};
pub use found::{Fact, Format, Found, Source};
pub use guard::is_guarded;
pub use input::{input, no_address};
pub use limits::{FILE as FILE_LIMIT, FILE_WORDS as FILE_LIMIT_WORDS};
pub use plain::{REMEDY as DATE_REMEDY, json_line, published};
pub use reader::{Reading, read};
pub use settle::{Corpus, settle};
pub use trouble::{NO_TEXT, Trouble, Unread, Weight};
