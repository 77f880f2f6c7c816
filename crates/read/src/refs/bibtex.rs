//! BibTeX.

use std::collections::HashMap;

use unicode_normalization::UnicodeNormalization;

use super::ris::turned;
use super::{Reference, path};
use crate::dates;

/// The references of BibTeX.
pub(crate) fn read(text: &str) -> Vec<Reference> {
    let mut found = Vec::new();
    // Names that stand for words: `@string{lamp = "The Valley Lamp"}`.
    let mut short: HashMap<String, String> = HashMap::new();
    let mut rest = text;
    while let Some(at) = rest.find('@') {
        rest = &rest[at + 1..];
        let Some((kind, after)) = rest.split_once('{') else { break };
        let kind = kind.trim();
        if kind.eq_ignore_ascii_case("string") {
            if let Some((name, rest)) = after.split_once('=') {
                short.insert(name.trim().to_lowercase(), value(rest, &short).0);
            }
            continue;
        }
        if kind.len() > 20 || kind.eq_ignore_ascii_case("comment") || kind.eq_ignore_ascii_case("preamble") {
            continue;
        }
        let (reference, end) = entry(after, &short);
        found.push(reference);
        rest = &after[end..];
    }
    found
}

/// An entry from behind its brace; where it ends.
fn entry(text: &str, short: &HashMap<String, String>) -> (Reference, usize) {
    let mut reference = Reference::default();
    let (mut year, mut month) = (None, None);
    let mut at = text.find(',').map_or(text.len(), |at| at + 1);
    while let Some(equals) = text[at..].find(['=', '}']) {
        let key = text[at..at + equals].trim().trim_start_matches(',').trim().to_lowercase();
        if text[at + equals..].starts_with('}') {
            at += equals + 1;
            break;
        }
        at += equals + 1;
        let (value, end) = value(&text[at..], short);
        at += end;
        match key.as_str() {
            "title" => reference.title = Some(value),
            "journal" | "journaltitle" | "publisher" | "organization" | "howpublished"
                if reference.outlet.is_none() =>
            {
                reference.outlet = Some(value)
            }
            "author" => reference.authors = value.split(" and ").map(turned).filter(|name| !name.is_empty()).collect(),
            "date" => reference.published = dates::day(&value),
            "year" => year = Some(value),
            "month" => month = Some(value),
            "url" => reference.url = Some(value),
            "language" | "langid" => reference.language = crate::archive::language(&value),
            "file" => {
                let told = value.split(';').filter_map(|one| one.split(':').find(|part| part.contains('.')));
                reference.files = told.map(path).collect();
            }
            _ => {}
        }
    }
    if let (None, Some(year), Some(month)) = (&reference.published, year, month) {
        reference.published = dates::day(&format!("{month} {year}"));
    }
    (reference, at.min(text.len()))
}

/// A value in braces, in quotation marks, or plain, or several of them with `#` between; where it ends.
fn value(text: &str, short: &HashMap<String, String>) -> (String, usize) {
    let mut out = String::new();
    let mut at = 0;
    loop {
        let (part, end) = part(&text[at..], short);
        out.push_str(&part);
        at += end;
        let rest = text[at..].trim_start();
        let Some(after) = rest.strip_prefix('#') else {
            return (crate::words::one_line(&out), at);
        };
        at = text.len() - after.len();
    }
}

fn part(text: &str, short: &HashMap<String, String>) -> (String, usize) {
    let start = text.len() - text.trim_start().len();
    let body = &text[start..];
    let mut depth = 0usize;
    let quoted = body.starts_with('"');
    let braced = body.starts_with('{');
    let bare = |word: &str| short.get(&word.trim().to_lowercase()).cloned().unwrap_or_else(|| plain(word));
    for (at, c) in body.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth > 0 => {
                depth -= 1;
                if braced && depth == 0 {
                    return (plain(&body[..=at]), start + at + 1);
                }
            }
            '}' | ',' | '#' if depth == 0 && !quoted => return (bare(&body[..at]), start + at),
            '"' if quoted && depth == 0 && at > 0 => return (plain(&body[..at]), start + at + 1),
            _ => {}
        }
    }
    (plain(body), text.len())
}

/// Words without the commands of TeX: letters with accents are what they are, braces group and say nothing.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        out.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        let word: String = rest.chars().take_while(char::is_ascii_alphabetic).collect();
        if word.is_empty() {
            let Some(sign) = rest.chars().next() else { break };
            rest = &rest[sign.len_utf8()..];
            match accent(sign) {
                Some(mark) => rest = accented(&mut out, rest, mark),
                None => out.push(sign),
            }
            continue;
        }
        rest = &rest[word.len()..];
        let letter = match word.as_str() {
            "ss" => "ß",
            "o" => "ø",
            "O" => "Ø",
            "l" => "ł",
            "L" => "Ł",
            "ae" => "æ",
            "AE" => "Æ",
            "oe" => "œ",
            "OE" => "Œ",
            "aa" => "å",
            "AA" => "Å",
            "i" => "ı",
            "j" => "ȷ",
            _ => "",
        };
        match word.chars().next().and_then(accent).filter(|_| word.len() == 1 && letter.is_empty()) {
            Some(mark) => rest = accented(&mut out, rest, mark),
            None => {
                out.push_str(letter);
                rest = rest.strip_prefix(' ').unwrap_or(rest);
            }
        }
    }
    out.push_str(rest);
    out.replace(['{', '}', '"'], "").replace('~', " ").replace("--", "–")
}

/// The mark of Unicode for a command that sets an accent.
fn accent(command: char) -> Option<char> {
    Some(match command {
        '"' => '\u{308}',
        '\'' => '\u{301}',
        '`' => '\u{300}',
        '^' => '\u{302}',
        '~' => '\u{303}',
        '=' => '\u{304}',
        '.' => '\u{307}',
        'u' => '\u{306}',
        'v' => '\u{30c}',
        'H' => '\u{30b}',
        'c' => '\u{327}',
        'k' => '\u{328}',
        'r' => '\u{30a}',
        _ => return None,
    })
}

/// Writes the next letter with an accent; what follows it.
fn accented<'a>(out: &mut String, rest: &'a str, mark: char) -> &'a str {
    let rest = rest.trim_start_matches([' ', '{']);
    // A dot that gives way to the accent: `\'{\i}`.
    let rest = rest.strip_prefix("\\i").map_or(rest, |after| {
        out.extend(['i', mark].into_iter().nfc());
        after
    });
    let mut chars = rest.chars();
    match chars.next().filter(|c| c.is_alphabetic() && !out.ends_with(mark)) {
        Some(letter) => {
            out.extend([letter, mark].into_iter().nfc());
            chars.as_str()
        }
        None => rest,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_stand_for_words_and_letters_of_tex() {
        let text = "@comment{x}\n@string{lamp = {The Valley Lamp}}\n@article{a,\n title = {Kr{\\\"a}ne f\\\"{u}r \\'Emile \\& So\\ss{} in \\v{C}esk\\'y},\n journal = lamp # { Online},\n author \
                    = {Dvo\\v{r}\\'ak, Anton{\\'\\i}n},\n date = {2031-03-04}, publisher = nobody\n}\n@misc{b, title = \"Two\", journal = lamp}\n";
        let found = read(text);
        assert_eq!(found.len(), 2);
        assert_eq!(found[0].title.as_deref(), Some("Kräne für Émile & Soß in Český"));
        assert_eq!(found[0].outlet.as_deref(), Some("The Valley Lamp Online"));
        assert_eq!(found[0].authors, ["Antonín Dvořák"]);
        assert_eq!((found[1].title.as_deref(), found[1].outlet.as_deref()), (Some("Two"), Some("The Valley Lamp")));
    }
}
