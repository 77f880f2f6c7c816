//! Texts that strangers wrote, in a form that can stand in one line: on a page, in a citation, on a terminal.

/// A text as one line that shows all that is in it: line ends and control characters (with them the escapes of a
/// terminal) are spaces, white space is one space, and what only changes how others are shown is gone: marks that turn
/// the direction of writing, invisible characters, and those for private use, which mean something in one font alone.
///
/// Marks without an effect on others (left-to-right, right-to-left) and joiners stay: Persian and Hindi need them.
pub fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_whitespace() || c.is_control() {
            if !line.ends_with(' ') && !line.is_empty() {
                line.push(' ');
            }
        } else if !is_hidden(c) {
            line.push(c);
        }
    }
    line.truncate(line.trim_end().len());
    line
}

/// Several things as a sentence tells them: "a", "a and b", "a, b and c"; empty where there are none.
pub fn series<T: AsRef<str>>(all: &[T]) -> String {
    let Some((last, rest)) = all.split_last() else { return String::new() };
    let last = last.as_ref();
    let rest: Vec<&str> = rest.iter().map(AsRef::as_ref).collect();
    if rest.is_empty() { last.to_owned() } else { format!("{} and {last}", rest.join(", ")) }
}

/// A text whose characters can all be seen: those that can't, but for spaces, are written as `\u{202e}`.
pub fn visible(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_control() || is_hidden(c) || matches!(c, '\u{2028}' | '\u{2029}') {
            shown.extend(c.escape_unicode());
        } else {
            shown.push(c);
        }
    }
    shown
}

/// Whether a character shows nothing itself, and may change how others are shown.
pub fn is_hidden(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{180e}' | '\u{200b}' | '\u{2060}'..='\u{2064}' | '\u{feff}'
        // Embeddings, overrides and isolates of direction (UAX #9).
        | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{206f}'
        // Annotations, tags, private use, no characters.
        | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}' | '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..
        | '\u{fdd0}'..='\u{fdef}' | '\u{fffe}' | '\u{ffff}'
    )
}

/// The address of a page (RFC 3986) that may become a link: `http` or `https`, a host, no white space, nobody's name
/// before the host. Characters that addresses can't have are percent-encoded; letters of all scripts stay.
pub fn address(text: &str) -> Option<String> {
    let (scheme, rest) = text.trim().split_once("://")?;
    let scheme = ["http", "https"].into_iter().find(|known| scheme.eq_ignore_ascii_case(known))?;
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let fits = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | ':' | '[' | ']');
    if !host.chars().any(char::is_alphanumeric) || !host.chars().all(fits) {
        return None;
    }
    let mut address = format!("{scheme}://");
    for c in rest.chars() {
        match c {
            c if c.is_whitespace() || c.is_control() || is_hidden(c) => return None,
            '"' | '<' | '>' | '\\' | '^' | '`' | '{' | '|' | '}' => address.push_str(&format!("%{:02X}", u32::from(c))),
            c => address.push(c),
        }
    }
    Some(address)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_line_is_one_and_stays_as_it_is(text in "(\\PC|[\u{0}-\u{20}\u{7f}-\u{9f}\u{2028}\u{202e}\u{e000}]){0,30}") {
            let line = one_line(&text);
            prop_assert!(!line.contains(|c: char| c.is_control() || is_hidden(c)));
            prop_assert_eq!(one_line(&line), line.as_str());
            prop_assert_eq!(visible(&line), line);
        }

        #[test]
        fn an_address_stays_one(rest in "\\PC{0,20}") {
            if let Some(address) = address(&format!("https://dam.example/{rest}")) {
                prop_assert_eq!(super::address(&address), Some(address.clone()));
                let unfit = |c: char| c.is_whitespace() || matches!(c, '{' | '}' | '"' | '<');
                prop_assert!(!address.contains(unfit));
            }
        }
    }

    #[test]
    fn what_turns_or_hides_is_gone() {
        assert_eq!(one_line("  Dam\r\n \u{1b}[31mred\u{7}\u{202e}gnp.exe\u{2028}x "), "Dam [31mred gnp.exe x");
        assert_eq!(one_line("می\u{200c}شود"), "می\u{200c}شود");
        assert_eq!(visible("a\u{1b}[2J\u{202e}b c"), "a\\u{1b}[2J\\u{202e}b c");
    }

    #[test]
    fn the_last_of_several_stands_behind_and() {
        assert_eq!(series::<&str>(&[]), "");
        assert_eq!(series(&["pier"]), "pier");
        assert_eq!(series(&["pier", "lock"]), "pier and lock");
        assert_eq!(series(&["pier".to_owned(), "lock".to_owned(), "quay".to_owned()]), "pier, lock and quay");
    }

    #[test]
    fn only_pages_have_addresses() {
        for bad in [
            "javascript:alert(1)",
            "JavaScript://dam.example/%0aalert(1)",
            "data:text/html,x",
            "//dam.example",
            "https://",
            "https:///x",
            "https://dam.example@evil.example/",
            "https://dam.example/a b",
            "https://dam.example/\r\nER  - ",
            "dam.example",
            "",
        ] {
            assert_eq!(address(bad), None, "{bad}");
        }
        assert_eq!(address(" HTTPS://Dam.example/a{b}?x=ä#c ").as_deref(), Some("https://Dam.example/a%7Bb%7D?x=ä#c"));
        assert_eq!(address("http://[::1]:80/").as_deref(), Some("http://[::1]:80/"));
    }
}
