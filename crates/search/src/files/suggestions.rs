//! Lines of suggestions, and how they are packed.

use super::PackError;
use super::bytes::{Reader, put, put_str};
use crate::SuggestionKind;

/// A line of the list, under one of the keys that lead to it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Item {
    /// The folded words from where typing may begin.
    pub(crate) key: String,
    /// What is shown.
    pub(crate) text: String,
    /// What it is.
    pub(crate) kind: SuggestionKind,
    /// How often it occurs.
    pub(crate) weight: u32,
    /// Which word of the text the key begins with.
    pub(crate) from: u32,
}

/// Packs lines.
pub(crate) fn encode(items: &[Item]) -> Vec<u8> {
    let mut out = Vec::new();
    for item in items {
        put_str(&mut out, &item.key);
        put_str(&mut out, &item.text);
        out.push(item.kind as u8);
        put(&mut out, item.weight);
        put(&mut out, item.from);
    }
    out
}

/// Unpacks lines.
pub(crate) fn decode(bytes: &[u8]) -> Result<Vec<Item>, PackError> {
    let mut reader = Reader::new(bytes);
    let mut items = Vec::new();
    while !reader.is_empty() {
        items.push(Item {
            key: reader.text()?.to_owned(),
            text: reader.text()?.to_owned(),
            kind: match reader.byte()? {
                0 => SuggestionKind::Name,
                1 => SuggestionKind::Title,
                2 => SuggestionKind::Phrase,
                _ => return Err(PackError::Damaged),
            },
            weight: reader.number()?,
            from: reader.number()?,
        });
    }
    Ok(items)
}
