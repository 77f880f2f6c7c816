//! Texts within HTML and XML.

/// A text within an element or an attribute in double quotation marks. Characters that XML can't hold, not even
/// escaped, are left out.
pub(crate) fn escape(text: &str) -> String {
    // Most texts have nothing to escape.
    if text.bytes().all(|b| matches!(b, b' '..=b'~') && !matches!(b, b'&' | b'<' | b'>' | b'"')) {
        return text.to_owned();
    }
    let held = |c: char| !c.is_control() || matches!(c, '\t' | '\n' | '\r');
    let text: String = text.chars().filter(|&c| held(c) && !matches!(c, '\u{fffe}' | '\u{ffff}')).collect();
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    #[test]
    fn what_is_no_character_of_xml_goes() {
        assert_eq!(super::escape("a\u{1}<b>&\"c\"\u{ffff}\n"), "a&lt;b&gt;&amp;&quot;c&quot;\n");
    }
}
