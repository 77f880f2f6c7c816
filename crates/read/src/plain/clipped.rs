//! What other programs write above a Markdown text: fields of YAML between lines of `---`.

use crate::dates;
use crate::found::{Fact, Found, fact, names};

/// The most that such fields may take, in bytes.
const HEAD: usize = 16 << 10;

/// The fields above a text, and the text below them; `None` where it has none.
pub(super) fn split(text: &str) -> Option<(&str, &str)> {
    let rest =
        text.strip_prefix("---").and_then(|rest| rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix('\n')))?;
    let mut at = 0;
    for line in rest.split_inclusive('\n') {
        if matches!(line.trim_end(), "---" | "...") {
            return Some((&rest[..at], &rest[at + line.len()..])).filter(|(head, _)| head.contains(':'));
        }
        at += line.len();
        let plain = line.trim().is_empty() || line.starts_with([' ', '\t', '-', '#']) || line.contains(':');
        if at > HEAD || !plain {
            return None;
        }
    }
    None
}

/// Tells a report what such fields say of it.
pub(super) fn describe(found: &mut Found, head: &str) {
    let mut fields: Vec<(String, Vec<String>)> = Vec::new();
    for line in head.lines().filter(|line| !line.trim_start().starts_with('#')) {
        if let Some(item) = line.trim_start().strip_prefix("- ") {
            if let Some((_, values)) = fields.last_mut() {
                values.push(bare(item));
            }
        } else if let Some((key, value)) = line.split_once(':').filter(|_| !line.starts_with([' ', '\t'])) {
            let value = value.trim();
            let list = value.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
            let values = match list {
                Some(list) => list.split(',').map(bare).collect(),
                None if value.is_empty() => Vec::new(),
                None => vec![bare(value)],
            };
            fields.push((key.trim().to_lowercase(), values));
        }
    }
    let all =
        |key: &str| fields.iter().find(|(own, _)| own == key).map(|(_, values)| values.clone()).unwrap_or_default();
    let one = |key: &'static str| all(key).into_iter().find(|value| !value.is_empty()).map(|value| (key, value));
    let is_address = |value: &str| value.starts_with("http://") || value.starts_with("https://");
    let given = |keys: &[&'static str], address: bool| {
        keys.iter().filter_map(|key| one(key)).find(|(_, value)| is_address(value) == address)
    };
    let set = |told: Option<(&str, String)>| told.and_then(|(key, value)| fact(key, Some(value)));
    found.title = found.title.take().or_else(|| set(one("title")));
    found.outlet = set(given(&["outlet", "publisher", "publication", "site", "website", "source"], false));
    found.url = set(given(&["url", "link", "source", "source_url", "permalink"], true));
    // When a clip was made is not when its report was published.
    found.published =
        ["published", "pubdate", "date"].iter().find_map(|key| Some(Fact::field(*key, dates::day(&one(key)?.1)?)));
    found.authors = ["author", "authors", "byline"].iter().find_map(|key| names(key, all(key)));
}

/// A value without quotation marks, and without the brackets of a link between notes.
fn bare(value: &str) -> String {
    let value = value.trim().trim_matches(['"', '\'']);
    value.strip_prefix("[[").and_then(|rest| rest.strip_suffix("]]")).unwrap_or(value).trim().to_owned()
}

#[cfg(test)]
mod tests {
    use crate::reader::read;

    #[test]
    fn a_clip_says_what_it_is_of() {
        let clip = "---\ntitle: \"Crane falls: nobody hurt\"\nsource: https://lamp.example/crane\nauthor:\n  - \"[[Anna Berg]]\"\npublished: 2031-03-04\ncreated: \
                    2031-05-01\ntags: [a, b]\n---\n# Crane falls\n\nA crane fell.\n";
        let found = read("a.md", clip.as_bytes()).found.remove(0);
        assert_eq!(found.title.as_ref().map(|f| f.value.as_str()), Some("Crane falls: nobody hurt"));
        assert_eq!(found.url.as_ref().map(|f| f.value.as_str()), Some("https://lamp.example/crane"));
        assert_eq!(found.published.as_ref().map(|f| f.value.edtf.as_str()), Some("2031-03-04"));
        assert_eq!(found.authors.as_ref().map(|f| f.value.clone()), Some(vec!["Anna Berg".to_owned()]));
        assert!(found.text.ends_with("A crane fell.") && !found.text.contains("tags"), "{}", found.text);
    }

    #[test]
    fn a_rule_is_no_field() {
        for text in ["---\nA crane fell.\n---\nIt was old.\n", "---\n\nA crane fell: it was old.\n"] {
            assert!(read("a.md", text.as_bytes()).found[0].text.contains("A crane fell"), "{text}");
        }
    }
}
