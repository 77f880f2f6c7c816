//! One scraped page in the sorts of dirt that texts come in: the same lines are furniture, and the same is known of it.

use model::{Document, Role};

use super::clean;
use crate::Input;

/// A page as it is scraped: menu, headline, byline, pleas amid the report, a list of other articles.
const PAGE: &str = "Skip to content\n\nHome | Harbour | Weather\n\nFerry pilots and owners to sign a treaty on the port\n\n\
By Anna Berg\n\n7 May 2024\n\nAdvertisement:\n\n\
The pilots of Osterau and the owners of the port will sign a treaty on Monday, the harbour board said in a long \
statement, after “eleven weeks” of talks that nobody in the town had thought would end.\n\n\
Support the Osterau Post or become our patron!\n\n\
“We’re glad,” the mayor, Dr. Jon Holm, told reporters at about 9 a.m. on the old pier; the pilots’ spokeswoman agreed \
with him on nearly every point but the last.\n\n\
Some 2,000 people came to watch. They waited until the U.S. delegation had left for the airport, which took nearly all \
of the afternoon.\n\n\
Read also:\n\nHarbour closed after storm\n\nThe storm of the year\n\n3 comments\n\n© 2024 The Osterau Post. All rights reserved.";

/// What the lines are, by their letters and digits alone, and what is known of the report.
fn read(text: &str) -> (Vec<(Role, String)>, [Option<String>; 4]) {
    let document = clean(Input { id: "a".to_owned(), text: text.to_owned(), ..Input::default() });
    let known = [
        Some(letters(&document.title)),
        document.outlet.clone(),
        Some(document.authors.join(", ")),
        document.published.as_ref().map(|when| when.edtf.clone()),
    ];
    (lines(&document), known)
}

fn lines(document: &Document) -> Vec<(Role, String)> {
    let text = model::Text::new(&document.text);
    document.passages.iter().map(|passage| (passage.role, letters(text.cut(passage.span)))).collect()
}

fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Every paragraph wrapped at 80 columns.
fn wrapped(text: &str) -> String {
    let mut out = String::new();
    for line in text.split('\n') {
        let mut width = 0;
        for word in line.split(' ') {
            let length = word.chars().count();
            if width > 0 && width + 1 + length > 80 {
                out.push('\n');
                width = 0;
            } else if width > 0 {
                out.push(' ');
                width += 1;
            }
            out.push_str(word);
            width += length;
        }
        out.push('\n');
    }
    out
}

#[test]
fn a_page_is_read_as_a_reader_would() {
    let (lines, known) = read(PAGE);
    let body = lines.iter().filter(|(role, _)| *role == Role::Body).count();
    assert_eq!(body, 3, "{lines:#?}");
    assert_eq!(lines.iter().filter(|(role, _)| *role == Role::Furniture).count(), 9, "{lines:#?}");
    assert_eq!(known[0].as_deref(), Some("Ferrypilotsandownerstosignatreatyontheport"));
    assert_eq!(known[2].as_deref(), Some("Anna Berg"));
    assert_eq!(known[3].as_deref(), Some("2024-05-07"));
}

#[test]
fn dirt_changes_nothing() {
    let straight = PAGE.replace(['“', '”'], "\"").replace('’', "'");
    let joined = PAGE.replace("9 a.m.", "9\u{a0}a.m.").replace("7 May 2024", "7\u{a0}May\u{a0}2024");
    let hidden = PAGE.replace("treaty", "trea\u{ad}ty").replace("pilots", "\u{200b}pilots");
    for (dirt, text) in [
        ("Windows line ends", PAGE.replace('\n', "\r\n")),
        ("a byte-order mark", format!("\u{feff}{PAGE}")),
        ("non-breaking spaces", joined),
        ("straight quotation marks", straight),
        ("lines wrapped at 80 columns", wrapped(PAGE)),
        ("spaces at the ends of lines", PAGE.replace('\n', "  \n\t")),
        ("soft hyphens and spaces without width", hidden),
        ("all at once", format!("\u{feff}{}", wrapped(PAGE).replace('\n', " \r\n").replace("2,000 ", "2,000\u{a0}"))),
    ] {
        assert_eq!(read(&text), read(PAGE), "{dirt}");
    }
}
