//! What parsers of TOML and JSON say, in the words of somebody who wrote the file.
//!
//! Their own messages speak of types, variants and enumerations of this program. What is not known here is told as what it is
//! for the writer: not well formed.

/// How a message begins, or what it holds, and what is said instead.
const SYNTAX: &[(&str, &str)] = &[
    ("string values must be quoted", "a text stands without quotation marks, or there is no value"),
    ("invalid basic string", "a text is not closed with a quotation mark, or holds what has to be escaped"),
    ("invalid literal string", "a text is not closed with a quotation mark, or holds what has to be escaped"),
    ("invalid multi-line", "a text of several lines is not closed, or holds what has to be escaped"),
    ("missing opening quote", "a text stands without quotation marks"),
    ("unclosed array table", "a heading is not closed with ]]"),
    ("unclosed table", "a heading is not closed with ]"),
    ("unclosed array", "a list is not closed with ]"),
    ("unclosed inline table", "a { is not closed with }"),
    ("key with no value", "a field stands there without = and a value"),
    ("missing value", "a field has no value"),
    ("missing assignment", "a field stands there without = and a value"),
    ("missing comma", "a comma is missing between two entries"),
    ("extra comma", "there is a comma too many"),
    ("trailing comma", "there is a comma too many"),
    ("duplicate key", "a field, or a heading, stands there twice"),
    ("recurs", "lists or tables stand in each other too deep"),
    ("escape", "a backslash stands before what it cannot stand before; write two of them"),
    ("unicode", "a backslash stands before what it cannot stand before; write two of them"),
    ("surrogate", "a backslash stands before what it cannot stand before; write two of them"),
    ("unquoted key", "the name of a field is empty, or needs quotation marks"),
    ("key must be a string", "the name of a field stands without double quotation marks"),
    ("EOF while parsing", "it ends too early"),
    ("expected value", "a value is missing, or a text stands without quotation marks"),
    ("expected ident", "a value is missing, or a text stands without quotation marks"),
    ("expected `:`", "a colon is missing behind the name of a field"),
    ("expected `,` or", "a comma is missing, or a closing bracket"),
    ("trailing characters", "something stands behind its end"),
    ("control character", "a text holds a line break or another control character; write \\n for it"),
    ("number", "a number is not written as one"),
    ("integer", "a number is not written as one"),
    ("leading zero", "a number is not written as one"),
    ("sign", "a number is not written as one"),
    ("date", "a date is not written as one; put it in quotation marks"),
    ("time", "a date is not written as one; put it in quotation marks"),
    ("comment", "a comment holds a control character"),
    ("carriage return", "a line ends with a carriage return alone"),
];

/// How a message of the standard interface of parsers begins that has names in it, and not the words of this program.
const GIVEN: &[&str] = &["a ", "an "];

/// What a parser says, as a sentence without its end.
pub fn said(message: &str) -> String {
    let message = crate::plain::front_matter::one_line(message);
    let Some((message, place)) = message.rsplit_once(" at line ") else { return plainly(&message) };
    let plain = plainly(message);
    match place.split_once(" column ") {
        // What ends too early does so at its end.
        _ if message.starts_with("EOF") => plain,
        Some(("1", character)) => format!("{plain}, at its character {character}"),
        Some((line, _)) => format!("{plain}, in its line {line}"),
        None => plain,
    }
}

fn plainly(message: &str) -> String {
    let quoted = |behind: &str| {
        let (first, rest) = behind.strip_prefix('`')?.split_once('`')?;
        Some((first.to_owned(), rest.to_owned()))
    };
    let choices = |rest: &str| -> String {
        let found: Vec<&str> = rest.split('`').skip(1).step_by(2).collect();
        if found.is_empty() { "none is known".to_owned() } else { format!("use one of {}", found.join(", ")) }
    };
    if let Some((field, rest)) = message.strip_prefix("unknown field ").and_then(quoted) {
        return format!("there is no field {field:?} here; {}", choices(&rest));
    }
    if let Some((value, rest)) = message.strip_prefix("unknown variant ").and_then(quoted) {
        return format!("{value:?} is not known here; {}", choices(&rest));
    }
    if let Some((field, _)) = message.strip_prefix("missing field ").and_then(quoted) {
        return format!("the field {field:?} is missing");
    }
    if let Some((field, _)) = message.strip_prefix("duplicate field ").and_then(quoted) {
        return format!("the field {field:?} stands there twice");
    }
    let types = message.strip_prefix("invalid type: ").or_else(|| message.strip_prefix("invalid value: "));
    if let Some((found, expected)) = types.and_then(|rest| rest.rsplit_once(", expected ")) {
        return format!("{} stands where {} belongs", kind(found), kind(expected));
    }
    if GIVEN.iter().any(|begins| message.starts_with(begins)) {
        return message.to_owned();
    }
    let known = SYNTAX.iter().find(|(part, _)| message.contains(part)).map(|&(_, words)| words);
    known.unwrap_or("it is not well formed").to_owned()
}

/// A kind of value, as the standard interface of parsers names it: `integer `5``, `a string`, `struct Anchor`.
pub(super) fn kind(name: &str) -> &'static str {
    const KINDS: &[(&str, &str)] = &[
        ("bool", "true or false"),
        ("integer", "a number"),
        ("float", "a number"),
        ("number", "a number"),
        ("u32", "a whole number"),
        ("u64", "a whole number"),
        ("usize", "a whole number"),
        ("string", "a text in quotation marks"),
        ("char", "a text in quotation marks"),
        ("sequence", "a list"),
        ("array", "a list"),
        ("map", "a group of fields"),
        ("struct", "a group of fields"),
        ("table", "a group of fields"),
        ("null", "nothing"),
        ("unit", "nothing"),
        ("datetime", "a date without quotation marks"),
    ];
    // The value itself may hold any of these words.
    let bare = name.split(['`', '"']).next().unwrap_or_default();
    KINDS.iter().find(|(part, _)| bare.contains(part)).map_or("something else", |&(_, words)| words)
}

/// The line, from 1, of the first table of a list (`[[names]]`) that cannot be read by itself: where a field is missing, a parser
/// tells the beginning of the file.
pub fn line_in_list(text: &str, list: &str, reads: impl Fn(&str) -> bool) -> Option<u32> {
    let table = toml::de::DeTable::parse(text).ok()?;
    let starts: Vec<usize> =
        table.get_ref().get(list)?.get_ref().as_array()?.iter().map(|at| at.span().start).collect();
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    let wrong = starts.iter().zip(ends).find(|&(&start, end)| text.get(start..end).is_some_and(|part| !reads(part)))?.0;
    Some(1 + text.as_bytes()[..*wrong].iter().filter(|&&byte| byte == b'\n').count() as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_parsers_say_is_told_plainly() {
        for (message, plain) in [
            (
                "unknown field `name`, expected one of `title`, `names`",
                "there is no field \"name\" here; use one of title, names",
            ),
            ("unknown field `x`, expected `decision`", "there is no field \"x\" here; use one of decision"),
            (
                "unknown variant `club`, expected `person` or `place`",
                "\"club\" is not known here; use one of person, place",
            ),
            ("missing field `text` at line 1 column 11", "the field \"text\" is missing, at its character 11"),
            ("missing field `kind`", "the field \"kind\" is missing"),
            ("duplicate field `id` at line 3 column 23", "the field \"id\" stands there twice, in its line 3"),
            ("invalid type: integer `5`, expected a string", "a number stands where a text in quotation marks belongs"),
            (
                "invalid type: string \"a map\", expected struct Anchor",
                "a text in quotation marks stands where a group of fields belongs",
            ),
            ("invalid type: null, expected a sequence", "nothing stands where a list belongs"),
            (
                "an id is a text or a whole number at line 1 column 9",
                "an id is a text or a whole number, at its character 9",
            ),
            ("EOF while parsing an object at line 2 column 0", "it ends too early"),
            ("unclosed array, expected `]`", "a list is not closed with ]"),
            ("data did not match any variant of untagged enum Id", "it is not well formed"),
        ] {
            assert_eq!(said(message), plain);
        }
    }

    /// Whatever is wrong, no word of the program's inside is in what is said of it.
    #[test]
    fn real_parsers_are_told_plainly() {
        let toml = [
            "a = b",
            "a = \"b",
            "[a",
            "[[a]",
            "a",
            "a =",
            "a = [1",
            "a = [1 2]",
            "a = {b = 1",
            "a = 01",
            "a = \"\\q\"",
            "= 1",
            "a = 1\na = 2",
            "a = 'b",
            "a = 2031-99-01",
            "a = \"\"\"b",
            "a = 1 2",
            "a b = 1",
        ];
        for text in toml {
            let message = toml::from_str::<toml::Table>(text).expect_err(text).message().to_owned();
            assert_ne!(said(&message), "it is not well formed", "{text}: {message}");
            assert!(!said(&message).contains('`'), "{text}: {message}");
        }
        for text in [
            "{",
            "{\"a\"",
            "{\"a\" 1}",
            "{\"a\": 1",
            "{\"a\": 1,}",
            "{a: 1}",
            "nothing",
            "{\"a\": 1} b",
            "{\"a\": \"\\q\"}",
            "{\"a\": \"\n\"}",
            "{\"a\": 1e}",
            "{\"a\": }",
            "{\"a\": \"\\ud800\"}",
        ] {
            let message = serde_json::from_str::<serde_json::Value>(text).expect_err(text).to_string();
            assert_ne!(said(&message), "it is not well formed", "{text}: {message}");
            assert!(!said(&message).contains('`'), "{text}: {message}");
        }
    }

    #[test]
    fn what_is_missing_in_a_list_is_told_at_its_place() {
        let text = "title = \"Dams\"\n\n[[names]]\nname = \"A\"\n\n[[names]]\nkind = \"person\"\n";
        let line = line_in_list(text, "names", |part| part.contains("name = "));
        assert_eq!(line, Some(6));
        assert_eq!(line_in_list(text, "others", |_| false), None);
    }
}
