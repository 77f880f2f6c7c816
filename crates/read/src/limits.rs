//! How much is read, so that no file can take all memory or all day.

/// The most that one file may hold, in bytes, as it lies on the disk.
pub const FILE: usize = 256 << 20;

/// [`FILE`], in words.
pub const FILE_WORDS: &str = "256 MiB";

/// The most that one report may hold, in bytes of text. A long book is some 2 MiB.
pub(crate) const REPORT: usize = 16 << 20;

/// The most that all of one file may unpack to, in bytes, with what is packed within.
pub(crate) const UNPACKED: u64 = 1 << 30;

/// The most that one packed file may unpack to, in bytes.
pub(crate) const ENTRY: u64 = 128 << 20;

/// How many times its packed size a file may unpack to, once that is more than [`FREE`].
pub(crate) const RATIO: u64 = 250;

/// What may unpack from however little, in bytes.
pub(crate) const FREE: u64 = 8 << 20;

/// How many times its own size all of one file may unpack to, once that is more than [`FREE_WHOLE`]. Pages in a ZIP have five
/// to twenty times its size.
pub(crate) const RATIO_WHOLE: u64 = 100;

/// What all of one file may unpack to from however little, in bytes.
pub(crate) const FREE_WHOLE: u64 = 32 << 20;

/// The most text that the reports of one file may hold together, in bytes.
pub(crate) const TEXTS: usize = 256 << 20;

/// How deep archives, mails and their attachments may lie in each other.
pub(crate) const DEPTH: u32 = 6;

/// The most reports that one file may hold.
pub(crate) const REPORTS: usize = 200_000;

/// The most that XML or HTML may hold, in bytes.
pub(crate) const MARKUP: usize = 64 << 20;

/// The most columns that a table may have.
pub(crate) const COLUMNS: usize = 1_000;

/// The most rows that a table may have.
pub(crate) const ROWS: usize = 1_000_000;

/// The most pages of a PDF that are read.
#[cfg(feature = "pdf")]
pub(crate) const PAGES: usize = 5_000;
