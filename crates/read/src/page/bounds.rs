//! What a page must not have, for whoever takes it apart: the tokeniser compares each attribute of an element with all
//! others, the library that finds the article walks each element many times.

use crate::trouble::Unread;
use crate::words;

/// More attributes than any element has.
const ATTRIBUTES: usize = 2_000;

/// Refuses a page with an element of endless attributes.
///
/// # Errors
/// It has one.
pub(crate) fn check(html: &str) -> Result<(), Unread> {
    let bytes = html.as_bytes();
    let mut at = 0;
    while let Some(open) = words::find(bytes, b"<", at) {
        at = open + 1;
        if !bytes.get(at).is_some_and(u8::is_ascii_alphabetic) {
            continue;
        }
        let raw = ["script", "style"]
            .into_iter()
            .find(|name| bytes.get(at..at + name.len()).is_some_and(|head| head.eq_ignore_ascii_case(name.as_bytes())));
        let (end, count) = element(bytes, at);
        if count > ATTRIBUTES {
            return Err(Unread::TooMuch("has an element with thousands of attributes".to_owned()));
        }
        at = end;
        if let Some(name) = raw {
            at = close(bytes, at, name);
        }
    }
    Ok(())
}

/// Where an element's tag ends, and how many words it has outside of quotation marks.
pub(super) fn element(bytes: &[u8], from: usize) -> (usize, usize) {
    let (mut count, mut quote, mut before) = (0, None, b' ');
    for (at, &byte) in bytes.iter().enumerate().skip(from) {
        match quote {
            Some(mark) if byte == mark => quote = None,
            Some(_) => {}
            None if byte == b'>' => return (at + 1, count),
            None if matches!(byte, b'"' | b'\'') && before == b'=' => quote = Some(byte),
            None => count += usize::from(byte.is_ascii_whitespace() && !before.is_ascii_whitespace()),
        }
        if !byte.is_ascii_whitespace() || before != b'=' {
            before = byte;
        }
    }
    (bytes.len(), count)
}

/// Where a script or style ends; the end of the page where it does not.
fn close(bytes: &[u8], from: usize, name: &str) -> usize {
    closed(bytes, from, name).unwrap_or(bytes.len())
}

/// Where the content of an element ends that holds no others.
pub(super) fn closed(bytes: &[u8], from: usize, name: &str) -> Option<usize> {
    let mut at = from;
    while let Some(open) = words::find(bytes, b"</", at) {
        let end = open + 2 + name.len();
        let named = bytes.get(open + 2..end).is_some_and(|after| after.eq_ignore_ascii_case(name.as_bytes()));
        if named && bytes.get(end).is_none_or(|byte| byte.is_ascii_whitespace() || matches!(byte, b'/' | b'>')) {
            return Some(open);
        }
        at = open + 2;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endless_attributes_and_long_values() {
        let many: String = (0..5_000).map(|n| format!("a{n}=1 ")).collect();
        assert!(check(&format!("<p {many}>words</p>")).is_err());
        assert!(check(&format!("<p title=\"{many}\">words</p><script>if (a<b) {{ {many} }}</script>")).is_ok());
    }
}
