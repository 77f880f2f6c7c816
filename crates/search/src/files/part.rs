use serde::{Deserialize, Serialize};

use super::PackError;

/// A file, or bytes of one, that the caller is to fetch and hand over by [`crate::Searcher::supply`].
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Part {
    /// Name of the file, below the folder that [`crate::build`]'s files were written to.
    pub file: String,
    /// The bytes wanted, as for a `Range` header. The whole file will do as well; `None` asks for it.
    pub range: Option<(u64, u64)>,
}

impl Part {
    /// The value of a `Range` header, whose end is inclusive; `None` for the whole file.
    pub fn range_header(&self) -> Option<String> {
        self.range.map(|(start, end)| format!("bytes={start}-{}", end.saturating_sub(1)))
    }

    /// The bytes of the range, from what a server sent: these, or the whole file.
    pub(crate) fn cut(&self, bytes: Vec<u8>) -> Result<Vec<u8>, PackError> {
        let Some((start, end)) = self.range else { return Ok(bytes) };
        if bytes.len() as u64 == end.saturating_sub(start) {
            return Ok(bytes);
        }
        bytes.get(start as usize..end as usize).map(<[u8]>::to_vec).ok_or(PackError::CutShort)
    }
}
