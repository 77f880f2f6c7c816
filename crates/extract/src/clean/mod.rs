//! From a text as it was scraped to a document: what is furniture is marked, what tells title, date and author is read.

mod block;
mod furniture;
mod head;
mod infer;
mod layout;
mod normal;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use model::{Day, Document, Known, Passage, Role, Span, Text, When};

pub use furniture::repeated::{repeated, without};

use crate::{Input, language, opinions};
use block::Block;

/// Makes a document of scraped text.
///
/// The document's text is the normal form of the input: line ends are `\n`; every other white space is a single space;
/// the byte-order mark, soft hyphens, zero-width spaces, control characters and marks of writing direction are gone, and
/// so are Markdown's marks of headings, links and strong words; paragraphs that were wrapped at a fixed width stand on one
/// line; blank lines are one at most. Nothing else is changed, and no word is dropped: furniture is marked, with the
/// reason in [`Passage::why`]. What came with the text (title, date, outlet, authors) wins over what is found in it.
pub fn clean(input: Input) -> Document {
    let captions: BTreeSet<String> =
        model::order::gather(input.captions.iter().flat_map(|caption| normal::lines(caption)).map(|line| line.text));
    let lines = normal::lines(&input.text);
    let year = input.published.as_ref().and_then(|when| when.last).map(Day::year);
    let blocks = layout::roles(lines, input.title.as_deref(), input.outlet.as_deref(), year, &captions);
    let (text, passages) = assemble(&blocks);
    let found = found(&blocks);
    document(input, text, passages, found)
}

/// Makes a document of a text that is an article already: it is kept byte for byte. Its paragraphs are the passages:
/// what stands between blank lines or, where its lines are not wrapped, between line ends.
pub fn plain(mut input: Input) -> Document {
    let text = std::mem::take(&mut input.text);
    let passages = paragraphs(&text);
    document(input, text, passages, Found::default())
}

/// What the text itself tells of the report.
#[derive(Debug, Default)]
struct Found {
    title: Option<String>,
    outlet: Option<String>,
    authors: Vec<String>,
    published: Option<(When, Known)>,
}

fn found(blocks: &[Block]) -> Found {
    let of = |role: Role| blocks.iter().filter(move |block| block.role == role);
    let title = of(Role::Title).next().map(|block| block.line.text.clone());
    let bylines =
        || blocks.iter().filter(|b| matches!(b.role, Role::Byline | Role::Credit)).map(|block| &block.masthead);
    let outlet = bylines().find_map(|masthead| masthead.outlet.clone()).or_else(|| {
        of(Role::Furniture).chain(of(Role::Credit)).find_map(|block| head::masthead::outlet_in(&block.line.text))
    });
    let outlet = outlet.or_else(|| headed(blocks));
    let mut authors: Vec<String> = Vec::new();
    for author in bylines().flat_map(|masthead| &masthead.authors) {
        if !authors.contains(author) {
            authors.push(author.clone());
        }
    }
    // Dates below the report are those of comments and of other reports, unless a label says what they are.
    let last = blocks.iter().rposition(|block| block.role == Role::Body).unwrap_or(blocks.len());
    let labelled = |text: &str| {
        let small = text.to_lowercase();
        ["published", "posted", "updated", "last ", "first ", "date"].iter().any(|label| small.starts_with(label))
    };
    let dated = || {
        let all = blocks.iter().enumerate().filter(|(_, block)| matches!(block.role, Role::Byline | Role::Credit));
        all.filter(move |(at, block)| *at < last || *at <= last + 2 && labelled(&block.line.text))
            .filter_map(|(_, block)| Some((&block.line.text, block.masthead.published?)))
    };
    let updated = |text: &str| {
        let small = text.to_lowercase();
        small.starts_with("updated") || small.starts_with("last ") || small.starts_with("modified")
    };
    let day = dated().find(|(text, _)| !updated(text)).or_else(|| dated().next()).map(|(_, day)| day);
    // An address tells the day on which the page was made where no line below it does.
    let day = day.or_else(|| of(Role::Furniture).find_map(|block| head::masthead::dated_address(&block.line.text)));
    let published = match day {
        Some(day) => Some((When::day(day), Known::Text)),
        None => {
            infer::published(of(Role::Body).map(|block| block.line.text.as_str())).map(|when| (when, Known::Inferred))
        }
    };
    Found { title, outlet, authors, published }
}

/// The outlet on the first line of a text, where its title and a line of its day follow: "Northern Post", "The ferry stays",
/// "4 March 2031".
fn headed(blocks: &[Block]) -> Option<String> {
    let (first, rest) = blocks.split_first()?;
    let head = rest.get(..rest.len().min(3))?;
    let is_headed = head.first()?.role == Role::Title && head.iter().any(|block| block.masthead.published.is_some());
    let name = &first.line.text;
    let is_name = name.contains(' ') && head::masthead::is_name(name) && head::masthead::names_outlet(name);
    (is_headed && is_name && first.role != Role::Title).then(|| name.clone())
}

/// Writes the lines one below the other, and says where each stands.
fn assemble(blocks: &[Block]) -> (String, Vec<Passage>) {
    let mut text = String::new();
    let mut passages = Vec::with_capacity(blocks.len());
    let mut at = 0_u32;
    for (index, block) in blocks.iter().enumerate() {
        let cut_from_line_before =
            index > 0 && block.role == Role::Title && blocks[index - 1].role == Role::Byline && !block.line.apart;
        let gap = match (index, block.line.apart) {
            (0, _) => "",
            _ if block.glued => " ",
            (_, true) => "\n\n",
            _ if cut_from_line_before => " ",
            _ => "\n",
        };
        text.push_str(gap);
        text.push_str(&block.line.text);
        let start = at + gap.len() as u32;
        at = start + block.line.text.chars().count() as u32;
        passages.push(Passage { span: Span::new(start, at), role: block.role, why: block.why.to_owned() });
    }
    (text, passages)
}

/// The paragraphs of a text that is kept as it is.
fn paragraphs(text: &str) -> Vec<Passage> {
    let counted = Text::new(text);
    let wrapped = normal::is_wrapped(text);
    let mut passages: Vec<Passage> = Vec::new();
    let mut open = false;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let words = line.trim();
        let start = at + line.len() - line.trim_start().len();
        at += line.len();
        if words.is_empty() {
            open = false;
            continue;
        }
        let span = counted.span(start, start + words.len());
        match passages.last_mut() {
            Some(last) if open && wrapped => last.span.end = span.end,
            _ => passages.push(Passage { span, role: Role::Body, why: String::new() }),
        }
        open = true;
    }
    passages
}

/// Puts the parts together; what was given wins over what was found.
fn document(input: Input, text: String, passages: Vec<Passage>, found: Found) -> Document {
    let given = input.published.map(|when| (when, Known::Given));
    let (published, published_known) = given.or(found.published).unzip();
    let title = input.title.filter(|title| !title.trim().is_empty()).or(found.title);
    let mut document = Document {
        id: input.id,
        title: title.unwrap_or_else(|| first_words(&text, &passages)),
        outlet: input.outlet.or(found.outlet),
        authors: if input.authors.is_empty() { found.authors } else { input.authors },
        published,
        published_known,
        url: input.url,
        kind: input.kind,
        original: input.original,
        places: input.places,
        language: language::of(&text, input.language.as_deref()),
        text,
        passages,
    };
    opinions::mark(&mut document);
    document
}

/// The first sentence of a text that has no title, or its first words and "…": at most 80 code points, cut between
/// words.
fn first_words(text: &str, passages: &[Passage]) -> String {
    let body = passages.iter().find(|passage| passage.role == Role::Body).or(passages.first());
    let line = body.map(|passage| Text::new(text).cut(passage.span)).unwrap_or_default();
    let mut title = String::new();
    let mut length = 0;
    for word in line.split_whitespace() {
        if title.len() > 20 && normal::ends_sentence(&title) {
            return title;
        }
        length += word.chars().count() + 1;
        if length > 80 {
            title.push('…');
            break;
        }
        if !title.is_empty() {
            title.push(' ');
        }
        title.push_str(word);
    }
    if length > 80 && title == "…" { line.chars().take(79).chain(['…']).collect() } else { title }
}
