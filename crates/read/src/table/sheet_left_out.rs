//! In place of the reader of spreadsheets, where it was left out.

use crate::reader::Parts;
use crate::trouble::Unread;

/// That a spreadsheet is not read.
///
/// # Errors
/// Always.
pub(crate) fn read(_: &[u8], _: &super::Told) -> Parts {
    Err(Unread::Unknown("a spreadsheet"))
}
