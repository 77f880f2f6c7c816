/// Why a pack is refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PackError {
    /// It ends before its end.
    #[error("the search index is cut short; load it again")]
    CutShort,
    /// Its format is not the one that this version reads.
    #[error(
        "the search index has format {found}, and this page reads {read}; reload the page, or build the site again"
    )]
    OtherVersion {
        /// The version it names.
        found: u8,
        /// The version that is read.
        read: u8,
    },
    /// Its checksum or its inner order does not hold.
    #[error("the search index is damaged; load it again")]
    Damaged,
    /// It would hold more than a browser is to unpack.
    #[error("a file of the search index would hold more than 64 MiB; build from fewer documents")]
    TooLong,
    /// It is not a search index at all.
    #[error("this is not a file of the search index; build the site again")]
    Foreign,
    /// A file was handed over that was not asked for.
    #[error("{file:?} is not a file of this search index")]
    Unasked {
        /// Its name.
        file: String,
    },
}
