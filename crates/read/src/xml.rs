//! XML as a tree, bounded, with nothing fetched.

use std::borrow::Cow;

use roxmltree::{Document, Node, ParsingOptions};

use crate::trouble::Unread;
use crate::{broken, decode, limits, words};

/// A tree.
pub(crate) struct Tree<'a>(Document<'a>);

impl Tree<'_> {
    /// Its outermost element.
    pub(crate) fn root(&self) -> Node<'_, '_> {
        self.0.root_element()
    }
}

/// The text of XML, ready to be parsed: decoded, with the named characters that only HTML knows spelled out.
pub(crate) fn text(bytes: &[u8]) -> String {
    let text = decode::text(bytes, decode::label(bytes).as_deref()).text;
    let text = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    let clean: Cow<'_, str> = if text.chars().any(is_forbidden) {
        Cow::Owned(text.chars().map(|c| if is_forbidden(c) { ' ' } else { c }).collect())
    } else {
        Cow::Borrowed(text)
    };
    spelled(&clean)
}

fn is_forbidden(c: char) -> bool {
    (c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{80}'..='\u{9f}')) || matches!(c, '\u{fffe}' | '\u{ffff}')
}

/// Parses a text.
///
/// # Errors
/// It is not well-formed, or its entities multiply.
pub(crate) fn parse<'a>(text: &'a str, what: &'static str) -> Result<Tree<'a>, Unread> {
    if text.len() > limits::MARKUP {
        return Err(Unread::TooMuch(format!("holds more XML than {} MiB", limits::MARKUP >> 20)));
    }
    if depth(text) > DEPTH {
        return Err(Unread::TooMuch("nests its elements without end".to_owned()));
    }
    let options = ParsingOptions { allow_dtd: true, nodes_limit: 8_000_000, ..ParsingOptions::default() };
    Document::parse_with_options(text, options).map(Tree).map_err(|error| broken::xml(what, &error))
}

/// Deeper than any text is, and shallow enough to walk up from everywhere.
const DEPTH: usize = 500;

/// How deep elements are nested, about.
fn depth(text: &str) -> usize {
    let bytes = text.as_bytes();
    let (mut depth, mut most, mut at) = (0usize, 0usize, 0usize);
    while let Some(step) = bytes[at..].iter().position(|&byte| byte == b'<') {
        at += step + 1;
        match bytes.get(at) {
            Some(b'/') => depth = depth.saturating_sub(1),
            Some(b'!') if bytes[at..].starts_with(b"![CDATA[") => {
                at = words::find(bytes, b"]]>", at).unwrap_or(bytes.len())
            }
            Some(b'!') if bytes[at..].starts_with(b"!--") => at = words::find(bytes, b"-->", at).unwrap_or(bytes.len()),
            Some(b'!' | b'?') | None => {}
            Some(_) => {
                let end = words::find(bytes, b">", at).unwrap_or(bytes.len());
                if end == 0 || bytes.get(end - 1) != Some(&b'/') {
                    depth += 1;
                    most = most.max(depth);
                }
            }
        }
    }
    most
}

/// All elements of a name below a node, whatever their namespace, in order.
pub(crate) fn all<'a, 'i: 'a>(node: Node<'a, 'i>, name: &'a str) -> impl Iterator<Item = Node<'a, 'i>> {
    node.descendants().filter(move |node| node.is_element() && node.tag_name().name() == name)
}

/// The first element of a name directly below a node.
pub(crate) fn child<'a, 'i>(node: Node<'a, 'i>, name: &str) -> Option<Node<'a, 'i>> {
    node.children().find(|node| node.is_element() && node.tag_name().name() == name)
}

/// The first element of a name anywhere below a node.
pub(crate) fn first<'a, 'i>(node: Node<'a, 'i>, name: &str) -> Option<Node<'a, 'i>> {
    node.descendants().find(|node| node.is_element() && node.tag_name().name() == name)
}

/// All words below a node, in one line.
pub(crate) fn text_of(node: Node<'_, '_>) -> String {
    let mut text = String::new();
    for node in node.descendants().filter(|node| node.is_text()) {
        text.push_str(node.text().unwrap_or_default());
        text.push(' ');
    }
    words::one_line(&text)
}

/// All words below a node as they stand.
pub(crate) fn raw_text(node: Node<'_, '_>) -> String {
    node.descendants().filter(|node| node.is_text()).filter_map(|node| node.text()).collect()
}

/// What is below a node as HTML again, for the reader of pages.
pub(crate) fn markup(node: Node<'_, '_>) -> String {
    use std::fmt::Write;
    let mut out = String::new();
    // The tree is walked without recursion: it may be deep.
    let mut rest: Vec<(Option<Node<'_, '_>>, String)> =
        node.children().map(|child| (Some(child), String::new())).collect();
    rest.reverse();
    while let Some((node, closing)) = rest.pop() {
        let Some(node) = node else {
            let _ = write!(out, "</{closing}>");
            continue;
        };
        if node.is_text() {
            let text = node.text().unwrap_or_default().replace('&', "&amp;").replace('<', "&lt;");
            out.push_str(&text);
        } else if node.is_element() {
            let name = node.tag_name().name();
            let _ = write!(out, "<{name}>");
            rest.push((None, name.to_owned()));
            let children: Vec<_> = node.children().collect();
            rest.extend(children.into_iter().rev().map(|child| (Some(child), String::new())));
        }
    }
    out
}

/// Spells out `&nbsp;` and the like; what XML itself knows, and numbers, stay as they are. An `&` that begins no name is
/// spelled `&amp;`.
fn spelled(text: &str) -> String {
    let declared =
        text.get(..text.len().min(4096)).or_else(|| text.get(..0)).is_some_and(|head| head.contains("<!ENTITY"));
    if declared || !text.contains('&') {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    let mut data = rest.find("<![CDATA[").unwrap_or(usize::MAX);
    while let Some(at) = rest.find('&') {
        // Within CDATA everything stands for itself.
        if data < at {
            let end = rest[data..].find("]]>").map_or(rest.len(), |end| data + end);
            out.push_str(&rest[..end]);
            rest = &rest[end..];
            data = rest.find("<![CDATA[").unwrap_or(usize::MAX);
            continue;
        }
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        data = data.saturating_sub(if data == usize::MAX { 0 } else { at });
        let name: String = rest[1..].chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '#').take(10).collect();
        let whole = rest[1 + name.len()..].starts_with(';');
        let known = name.starts_with('#') || matches!(name.as_str(), "amp" | "lt" | "gt" | "quot" | "apos");
        match (whole && !name.is_empty(), known, NAMED.iter().find(|(known, _)| *known == name)) {
            (true, true, _) => out.push('&'),
            (true, false, Some((_, c))) => {
                out.push(*c);
                rest = &rest[name.len() + 2..];
                data = if data == usize::MAX { data } else { data - (name.len() + 2) };
                continue;
            }
            _ => out.push_str("&amp;"),
        }
        rest = &rest[1..];
        data = if data == usize::MAX { data } else { data - 1 };
    }
    out.push_str(rest);
    out
}

/// Characters that texts name as HTML does.
const NAMED: [(&str, char); 44] = [
    ("nbsp", '\u{a0}'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("bdquo", '„'),
    ("hellip", '…'),
    ("euro", '€'),
    ("pound", '£'),
    ("copy", '©'),
    ("reg", '®'),
    ("deg", '°'),
    ("laquo", '«'),
    ("raquo", '»'),
    ("auml", 'ä'),
    ("ouml", 'ö'),
    ("uuml", 'ü'),
    ("Auml", 'Ä'),
    ("Ouml", 'Ö'),
    ("Uuml", 'Ü'),
    ("szlig", 'ß'),
    ("eacute", 'é'),
    ("egrave", 'è'),
    ("ecirc", 'ê'),
    ("agrave", 'à'),
    ("aacute", 'á'),
    ("acirc", 'â'),
    ("ccedil", 'ç'),
    ("iacute", 'í'),
    ("icirc", 'î'),
    ("ntilde", 'ñ'),
    ("oacute", 'ó'),
    ("ocirc", 'ô'),
    ("uacute", 'ú'),
    ("ugrave", 'ù'),
    ("atilde", 'ã'),
    ("otilde", 'õ'),
    ("middot", '·'),
    ("bull", '•'),
    ("trade", '™'),
    ("sect", '§'),
    ("Eacute", 'É'),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn named_characters_and_stray_ones() {
        assert_eq!(
            spelled("a&nbsp;b &amp; c & d&x; <![CDATA[e & f]]> &#38;"),
            "a\u{a0}b &amp; c &amp; d&amp;x; <![CDATA[e & f]]> &#38;"
        );
    }

    #[test]
    fn entities_that_multiply_are_refused() {
        let mut bomb = "<!DOCTYPE x [<!ENTITY a0 'word '>".to_owned();
        for level in 1..12 {
            bomb += &format!("<!ENTITY a{level} '{}'>", format!("&a{};", level - 1).repeat(20));
        }
        bomb += "]><x>&a11;</x>";
        assert!(parse(&text(bomb.as_bytes()), "XML").is_err());
    }
}
