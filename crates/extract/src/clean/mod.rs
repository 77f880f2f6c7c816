//! From a text as it was scraped to a document: what is furniture is marked, what tells title, date and author is read.

use model::{Document, Known, Passage, Role, Span, Text};

use crate::{Input, language};

/// Makes a document of scraped text: furniture is marked, and metadata is found in the text.
pub fn clean(input: Input) -> Document {
    plain(input)
}

/// Makes a document of a text that is an article already: it is kept byte for byte, its paragraphs are the passages.
pub fn plain(input: Input) -> Document {
    let passages = lines(&input.text);
    document(input, passages)
}

/// Lines that are not blank, as body passages.
fn lines(text: &str) -> Vec<Passage> {
    let counted = Text::new(text);
    let mut at = 0;
    let mut passages = Vec::new();
    for line in text.split_inclusive('\n') {
        let words = line.trim();
        if !words.is_empty() {
            let start = at + line.len() - line.trim_start().len();
            let span: Span = counted.span(start, start + words.len());
            passages.push(Passage { span, role: Role::Body, why: String::new() });
        }
        at += line.len();
    }
    passages
}

/// Puts the parts together; what was given wins over what was found.
fn document(input: Input, passages: Vec<Passage>) -> Document {
    let language = language::tell(&input.text);
    let title = input.title.clone().unwrap_or_else(|| first_words(&input.text));
    Document {
        id: input.id,
        title,
        outlet: input.outlet,
        authors: input.authors,
        published_known: input.published.as_ref().map(|_| Known::Given),
        published: input.published,
        url: input.url,
        kind: input.kind,
        original: input.original,
        language,
        text: input.text,
        passages,
    }
}

/// The first words of a text that has no title, at most 80 code points and cut between words.
fn first_words(text: &str) -> String {
    let line = text.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default();
    let mut title = String::new();
    for word in line.split_whitespace() {
        if title.chars().count() + word.chars().count() > 80 {
            break;
        }
        if !title.is_empty() {
            title.push(' ');
        }
        title.push_str(word);
    }
    if title.is_empty() { line.chars().take(80).collect() } else { title }
}
