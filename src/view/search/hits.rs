//! One result: a passage, a claim, a quotation or a person, with the words found marked.

use std::ops::Range;

use maud::{Markup, html};
use model::{Commitment, Span, Text};
use search::{Hit, Kind};

use crate::quote;
use crate::route::Place;
use crate::site::{href, to};
use crate::view::signs::glyph;
use crate::words::{self, Length};

/// One result as an item of the list.
pub(crate) fn hit(hit: &Hit) -> Markup {
    match hit.entry.kind {
        Kind::Passage => in_document(hit, "Passage"),
        Kind::Quotation => in_document(hit, "Quotation"),
        Kind::Claim => named(hit, "Claim", to(Place::Claim(hit.entry.id.clone()))),
        Kind::Person => named(hit, "Person", to(Place::Person(hit.entry.id.clone()))),
    }
}

/// A text with some of its bytes marked.
fn marked(text: &str, marks: &[Range<usize>]) -> Markup {
    let mut at = 0;
    let mut parts: Vec<(&str, &str)> = Vec::new();
    for mark in marks.iter().filter(|m| m.start < m.end) {
        if mark.start >= at {
            parts.push((&text[at..mark.start], &text[mark.clone()]));
            at = mark.end;
        }
    }
    html! { @for (between, found) in parts { (between) mark { (found) } } (text[at..]) }
}

/// The excerpt, with dots where it is cut.
fn excerpt(hit: &Hit) -> Markup {
    let (text, marks) = hit.excerpt_text();
    let cut = (hit.excerpt.end as usize) < hit.entry.text.chars().count();
    html! { @if hit.excerpt.start > 0 { "… " } (marked(text, &marks)) @if cut { " …" } }
}

/// The title, with the words found in it marked.
fn title(hit: &Hit) -> Markup {
    let text = Text::new(&hit.entry.title);
    let bytes = |span: &Span| text.byte(span.start)..text.byte(span.end);
    marked(&hit.entry.title, &hit.title_marks.iter().map(bytes).collect::<Vec<_>>())
}

/// A result that lands on its words in a document.
fn in_document(hit: &Hit, kind: &'static str) -> Markup {
    let entry = &hit.entry;
    // Every mark of the excerpt is lit where the link lands, the best words first.
    let base = entry.span.map_or(0, |s| s.start);
    let spans = hit.target.iter().copied().chain(hit.marks.iter().map(|m| Span::new(base + m.start, base + m.end)));
    let at: Vec<String> = spans.map(crate::segments::write_span).collect();
    let mut place = quote::dated(Place::Document(entry.id.clone()).route());
    if let Some(target) = hit.target {
        let within = Span::new(target.start.saturating_sub(base), target.end.saturating_sub(base));
        place = place.with("words", quote::alone(Text::new(&entry.text).cut(within)));
    }
    let link = href(&place.with("at", at.join(",")));
    let quoted = entry.kind == Kind::Quotation;
    let said = if quoted { quotation(hit) } else { on_whose_word(hit) };
    let brief = entry.note.starts_with("brief");
    let date = entry.published.as_ref().map_or_else(|| "no date".to_owned(), |w| words::when(w, Length::Short));
    html! {
        li {
            span.kind { (kind) }
            div {
                p.txt { a href=(link) { @if quoted { "“" } (excerpt(hit)) @if quoted { "”" } } }
                p.src {
                    @if let Some((c, holder)) = said {
                        span { (glyph(c)) " " (c.word()) @if !holder.is_empty() { ", " (holder) } }
                    }
                    span {
                        b.no { (entry.number) } " " (entry.outlet.as_deref().unwrap_or("outlet unknown")) ", " (date)
                    }
                    @if brief { span { "brief" } }
                    @if entry.paragraph > 0 { a href=(link) tabindex="-1" { "paragraph " (entry.paragraph) } }
                    span.quiet { (title(hit)) }
                }
            }
        }
    }
}

/// The commitment of a quotation, and its speaker.
fn quotation(hit: &Hit) -> Option<(Commitment, &str)> {
    let speaker = hit.entry.persons.first().map_or("speaker not told", String::as_str);
    hit.entry.commitments.first().map(|commitment| (*commitment, speaker))
}

/// The commitment of the statement that the words found lie in, and who holds it; nothing where they lie in what the
/// report says itself, or in none.
fn on_whose_word(hit: &Hit) -> Option<(Commitment, &str)> {
    let at = hit.target?.start.checked_sub(hit.entry.span?.start)?;
    hit.entry.note.lines().find_map(|line| {
        let mut fields = line.splitn(4, ' ');
        let (start, end): (u32, u32) = (fields.next()?.parse().ok()?, fields.next()?.parse().ok()?);
        let word = fields.next()?;
        let commitment = Commitment::ALL.into_iter().find(|commitment| commitment.word() == word)?;
        (start <= at && at < end).then_some((commitment, fields.next().unwrap_or_default()))
    })
}

/// Whether all reports are briefs.
fn is_retold() -> bool {
    let manifest = crate::site::site().manifest;
    manifest.briefs > 0 && manifest.briefs == manifest.documents
}

/// A result that leads to a page of its own.
fn named(hit: &Hit, kind: &'static str, link: String) -> Markup {
    html! {
        li {
            span.kind { (kind) }
            div {
                p.txt { a href=(link) { (title(hit)) } }
                p.src {
                    span { @if let Some(&c) = hit.entry.commitments.first() { (glyph(c)) } " " (hit.entry.note) }
                    @if is_retold() { span { "retold" } }
                    @if hit.entry.kind == Kind::Person && !hit.marks.is_empty() { span.quiet { (excerpt(hit)) } }
                }
            }
        }
    }
}
