//! Where a paragraph may begin behind what was glued to it.

/// How far into a paragraph a dateline can reach that it begins with, in bytes.
pub(in crate::clean) const HEAD: usize = 110;

/// The last boundary of a character at or before byte `most`.
pub(in crate::clean) fn boundary(line: &str, most: usize) -> usize {
    (0..=most.min(line.len())).rev().find(|&at| line.is_char_boundary(at)).unwrap_or(0)
}

/// Whether a report goes on here: with a capital, a number or a quotation mark, and more than a few words.
pub(in crate::clean) fn begins_report(rest: &str) -> bool {
    let opens =
        rest.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || matches!(c, '“' | '"' | '‘' | '\''));
    opens && rest.split(' ').count() >= 5
}
