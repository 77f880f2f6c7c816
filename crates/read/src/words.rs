//! Small things that are done to words everywhere.

/// A text in one line, with single spaces.
pub(crate) fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split(|c: char| c.is_whitespace() || c == '\u{a0}').filter(|word| !word.is_empty()) {
        if !line.is_empty() {
            line.push(' ');
        }
        line.extend(word.chars().filter(|c| !matches!(c, '\u{ad}' | '\u{200b}' | '\u{feff}') && !c.is_control()));
    }
    line
}

/// A text's letters, without spaces and signs.
pub(crate) fn letters(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase)
}

/// Whether a text begins with another, whatever their case (ASCII).
pub(crate) fn begins(text: &str, with: &str) -> bool {
    text.as_bytes().get(..with.len()).is_some_and(|head| head.eq_ignore_ascii_case(with.as_bytes()))
}

/// What follows after a beginning, whatever its case (ASCII).
pub(crate) fn after<'a>(text: &'a str, with: &str) -> Option<&'a str> {
    begins(text, with).then(|| text.get(with.len()..)).flatten()
}

/// The lower-case ending of a file's name, without its dot.
pub(crate) fn ending(name: &str) -> String {
    let name = name.rsplit(['/', '\\', '!']).next().unwrap_or(name);
    name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase()).unwrap_or_default()
}

/// The name of a file without its folders and its ending.
pub(crate) fn stem(name: &str) -> &str {
    let name = name.rsplit(['/', '\\', '!']).next().unwrap_or(name);
    match name.rsplit_once('.') {
        Some((stem, _)) if !stem.is_empty() => stem,
        _ => name,
    }
}

/// Whether bytes hold others.
pub(crate) fn holds(bytes: &[u8], needle: &[u8]) -> bool {
    find(bytes, needle, 0).is_some()
}

/// Where bytes hold others, from a place on.
pub(crate) fn find(bytes: &[u8], needle: &[u8], from: usize) -> Option<usize> {
    let first = *needle.first()?;
    let mut at = from;
    while let Some(step) = bytes.get(at..)?.iter().position(|&byte| byte == first) {
        at += step;
        if bytes[at..].starts_with(needle) {
            return Some(at);
        }
        at += 1;
    }
    None
}

/// Names of authors out of a line: "By Anna Berg and Ole Dahl" gives two.
pub(crate) fn authors(line: &str) -> Vec<String> {
    let line = one_line(line);
    let mut rest = line.as_str();
    if let Some(names) = turned(rest) {
        return names;
    }
    let mut led = false;
    for lead in ["by ", "von ", "par ", "por ", "di ", "van ", "from "] {
        if let Some(after) = after(rest, lead) {
            rest = after;
            led = true;
            break;
        }
    }
    // "By Anna Berg, The Valley Lamp": without an "and", what follows a comma may be anything.
    let lists = [" and ", " & ", " und ", " et ", ";", "|"].iter().any(|mark| rest.contains(mark));
    let rest = if led && !lists { rest.split(',').next().unwrap_or_default() } else { rest };
    let mut names = Vec::new();
    for part in rest.split([';', '|']).flat_map(|part| part.split(" and ")).flat_map(|part| part.split(" & ")) {
        for name in part.split(',').flat_map(|part| part.split(" und ")).flat_map(|part| part.split(" et ")) {
            let name = name.trim().trim_end_matches(['.', ':', '=']).trim();
            if is_name(name) {
                names.push(name.to_owned());
            } else if names.is_empty() {
                continue;
            }
        }
    }
    names
}

/// `Berg, Anna; Dahl, Ole` as they are said, where all is written so: family name, comma, given name.
fn turned(line: &str) -> Option<Vec<String>> {
    let many = line.contains(';');
    let one = |part: &str| {
        let (family, given) = part.split_once(',')?;
        let (family, given) = (family.trim(), given.trim());
        let single = |name: &str| name.split_whitespace().count() == 1;
        // "de la Dahl" begins with a small letter.
        let capital = family.find(char::is_uppercase).map_or(family, |at| &family[at..]);
        let fits = is_name(capital) && is_name(given) && !is_name(part) && (many || single(family) && single(given));
        fits.then(|| format!("{given} {family}"))
    };
    line.split(';').map(str::trim).filter(|part| !part.is_empty()).map(one).collect()
}

/// Whether words look like the name of one who writes: two to five words, letters, no address, no desk or agency.
fn is_name(words: &str) -> bool {
    let count = words.split_whitespace().count();
    let lower = words.to_lowercase();
    (1..=5).contains(&count)
        && words.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '.' | '\'' | '’' | '-'))
        && words.chars().next().is_some_and(|c| !c.is_lowercase())
        && !lower.split_whitespace().any(|word| OFFICES.contains(&word))
}

/// Words of offices and places at work, which stand where names stand.
const OFFICES: [&str; 34] = [
    "writer",
    "correspondent",
    "editor",
    "reporter",
    "staff",
    "desk",
    "press",
    "agency",
    "bureau",
    "chief",
    "newspaper",
    "news",
    "special",
    "contributor",
    "columnist",
    "team",
    "reuters",
    "washington",
    "london",
    "the",
    "redaktion",
    "korrespondent",
    "rédaction",
    "office",
    "service",
    "magazine",
    "university",
    "times",
    "post",
    "associated",
    "online",
    "politics",
    "business",
    "sports",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_without_their_offices() {
        assert_eq!(authors("By ANNA BERG and Ole Dahl, Coast Correspondent"), ["ANNA BERG", "Ole Dahl"]);
        assert_eq!(authors("Mira Stone; Staff Writer"), ["Mira Stone"]);
        assert!(authors("news desk").is_empty());
        assert_eq!(authors("Berg, Anna; de la Dahl, Ole"), ["Anna Berg", "Ole de la Dahl"]);
        assert_eq!(authors("Berg, Anna"), ["Anna Berg"]);
        assert_eq!(authors("Anna Berg, Ole Dahl"), ["Anna Berg", "Ole Dahl"]);
        assert_eq!(authors("By Anna Berg, The Valley Lamp"), ["Anna Berg"]);
        assert_eq!(authors("By Anna Berg, Ole Dahl and Mira Stone"), ["Anna Berg", "Ole Dahl", "Mira Stone"]);
    }

    #[test]
    fn endings_and_stems() {
        assert_eq!((ending("a.zip!b/Page.HTML"), stem("a.zip!b/Page.HTML")), ("html".to_owned(), "Page"));
        assert_eq!((ending("mail"), stem(".x")), (String::new(), ".x"));
    }
}
