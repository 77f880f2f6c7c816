//! In place of the reader of PDF, where it was left out.

use crate::reader::Parts;
use crate::trouble::Unread;

/// That a PDF is not read.
///
/// # Errors
/// Always.
pub(crate) fn read(_: &[u8]) -> Parts {
    Err(Unread::Unknown("a PDF"))
}
