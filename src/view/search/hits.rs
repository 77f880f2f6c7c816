//! One result: a passage, a claim, a quotation or a person, with the words found marked.

use std::ops::Range;

use leptos::prelude::*;
use model::{Span, Text};
use search::{Hit, Kind};

use crate::route::Place;
use crate::site::{href, to};
use crate::view::signs::glyph;
use crate::words::{self, Length};

/// One result as an item of the list.
pub(crate) fn hit(hit: &Hit) -> AnyView {
    match hit.entry.kind {
        Kind::Passage => in_document(hit, "Passage"),
        Kind::Quotation => in_document(hit, "Quotation"),
        Kind::Claim => named(hit, "Claim", to(Place::Claim(hit.entry.id.clone()))),
        Kind::Person => named(hit, "Person", to(Place::Person(hit.entry.id.clone()))),
    }
}

/// A text with some of its bytes marked.
fn marked(text: &str, marks: &[Range<usize>]) -> AnyView {
    let mut parts: Vec<AnyView> = Vec::new();
    let mut at = 0;
    for mark in marks.iter().filter(|m| m.start < m.end) {
        if mark.start < at {
            continue;
        }
        parts.push(text[at..mark.start].to_owned().into_any());
        parts.push(view! { <mark>{text[mark.clone()].to_owned()}</mark> }.into_any());
        at = mark.end;
    }
    parts.push(text[at..].to_owned().into_any());
    parts.into_any()
}

/// The excerpt, with dots where it is cut.
fn excerpt(hit: &Hit) -> AnyView {
    let (text, marks) = hit.excerpt_text();
    let before = (hit.excerpt.start > 0).then_some("… ");
    let after = ((hit.excerpt.end as usize) < hit.entry.text.chars().count()).then_some(" …");
    view! { {before}{marked(text, &marks)}{after} }.into_any()
}

/// The title, with the words found in it marked.
fn title(hit: &Hit) -> AnyView {
    let text = Text::new(&hit.entry.title);
    let bytes = |span: &Span| text.byte(span.start)..text.byte(span.end);
    marked(&hit.entry.title, &hit.title_marks.iter().map(bytes).collect::<Vec<_>>())
}

/// A result that lands on its words in a document.
fn in_document(hit: &Hit, kind: &'static str) -> AnyView {
    let entry = &hit.entry;
    let place = Place::Document(entry.id.clone()).route();
    // Every mark of the excerpt is lit where the link lands, the best words first.
    let base = entry.span.map_or(0, |s| s.start);
    let spans = hit.target.iter().copied().chain(hit.marks.iter().map(|m| Span::new(base + m.start, base + m.end)));
    let at: Vec<String> = spans.map(crate::segments::write_span).collect();
    let link = href(&place.with("at", at.join(",")));
    let quoted = entry.kind == Kind::Quotation;
    let (open, close) = if quoted { ("“", "”") } else { ("", "") };
    let speaker = entry.persons.first().filter(|_| quoted).cloned();
    let sign = entry.commitments.first().map(|&c| {
        let word = speaker.clone().unwrap_or_else(|| c.word().to_owned());
        view! { <span>{glyph(c)}" "{word}</span> }
    });
    let date = entry.published.as_ref().map_or_else(|| "no date".to_owned(), |w| words::when(w, Length::Short));
    let outlet = entry.outlet.clone().unwrap_or_else(|| "outlet unknown".to_owned());
    let paragraph = (entry.paragraph > 0).then(|| {
        view! { <a href=link.clone() tabindex="-1">{format!("paragraph {}", entry.paragraph)}</a> }
    });
    view! {
        <li><span class="kind">{kind}</span><div>
            <p class="txt"><a href=link.clone()>{open}{excerpt(hit)}{close}</a></p>
            <p class="src">{sign}<span><b class="no">{entry.number}</b>" "{outlet}", "{date}</span>{paragraph}<span class="quiet">{title(hit)}</span></p>
        </div></li>
    }
    .into_any()
}

/// A result that leads to a page of its own.
fn named(hit: &Hit, kind: &'static str, link: String) -> AnyView {
    let said = (!hit.marks.is_empty()).then(|| {
        let lead = if hit.entry.kind == Kind::Claim { "its statements say " } else { "" };
        view! { <span class="quiet">{lead}{excerpt(hit)}</span> }
    });
    let sign = hit.entry.commitments.first().map(|&c| glyph(c));
    view! {
        <li><span class="kind">{kind}</span><div>
            <p class="txt"><a href=link>{title(hit)}</a></p>
            <p class="src"><span>{sign}" "{hit.entry.note.clone()}</span>{said}</p>
        </div></li>
    }
    .into_any()
}
