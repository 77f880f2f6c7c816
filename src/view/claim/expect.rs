//! Expectation and outcome: who expected what by when, and what became of it.

use maud::{Markup, html};
use model::bundle::{ClaimPage, ClaimStatement, DocumentCard};
use model::{Commitment, Expectation, Outcome, Span, Text, When};

use crate::route::Place;
use crate::site::{known_day, to};
use crate::view::claim_list::due_words;
use crate::view::signs::{document_ref, glyph};
use crate::words::{self, Length};

/// One step of the chain: the statements that expect the same by the same day, told one after the other.
struct Step<'a> {
    said: Vec<&'a ClaimStatement>,
    due: Option<&'a When>,
}

/// The chain from the first expectation to what became of it; nothing for a claim that is not about the future.
pub(crate) fn expectation(page: &ClaimPage) -> Markup {
    let Some(expectation) = &page.claim.expectation else { return html! {} };
    let mut steps: Vec<Step<'_>> = Vec::new();
    for said in page.statements.iter().filter(|s| s.statement.commitment == Commitment::Expected) {
        let due = said.statement.time.as_ref();
        match steps.last_mut() {
            Some(step) if step.due == due => step.said.push(said),
            _ => steps.push(Step { said: vec![said], due }),
        }
    }
    let last = steps.len().saturating_sub(1);
    let open = expectation.outcome == Outcome::NotResolved;
    html! {
        section.section aria-labelledby="exp" {
            h2 #exp { "Expected, and then?" }
            ol.expect {
                @for (i, step) in steps.iter().enumerate() { (self::step(page, step, open && i == last)) }
                (outcome(page, expectation))
            }
        }
    }
}

fn step(page: &ClaimPage, step: &Step<'_>, last: bool) -> Markup {
    let Some(first) = step.said.first() else { return html! {} };
    let card = |said: &ClaimStatement| page.documents.iter().find(|d| d.number == said.document);
    let published = card(first).and_then(|c| c.published.as_ref());
    let mut refs: Vec<(&DocumentCard, Span)> = Vec::new();
    for said in &step.said {
        if let Some(card) = card(said)
            && refs.iter().all(|(seen, _)| seen.number != card.number)
        {
            refs.push((card, said.statement.span));
        }
    }
    html! {
        li .to-open[last] {
            time { (published.map_or_else(|| "no date".to_owned(), |w| words::when(w, Length::Short))) }
            (glyph(Commitment::Expected))
            div.what {
                (how(first))
                span.nb { @for (card, span) in refs { (document_ref(card, Some(span))) } }
                span.due { @match step.due { Some(due) => { "due " (due_words(due)) } None => "no date given" } }
            }
        }
    }
}

/// The words that say when, or else those that make it an expectation.
fn how(said: &ClaimStatement) -> String {
    let base = said.statement.sentence.start;
    let text = Text::new(&said.sentence);
    let inside = |span: Span| {
        said.statement
            .sentence
            .contains(span)
            .then(|| text.cut(Span::new(span.start - base, span.end - base)).to_owned())
    };
    said.statement
        .time_span
        .and_then(inside)
        .or_else(|| said.statement.cues.iter().copied().find_map(inside))
        .filter(|words| !words.is_empty())
        .unwrap_or_else(|| "expected".to_owned())
}

fn outcome(page: &ClaimPage, expectation: &Expectation) -> Markup {
    let (sign, said) = match expectation.outcome {
        Outcome::NotResolved => return unresolved(expectation.outcome.words()),
        Outcome::Denied => (Commitment::Denied, "it did not come"),
        Outcome::Moved => (Commitment::Expected, "another date was given"),
        Outcome::Happened => (Commitment::Asserted, "it happened"),
    };
    let date = expectation
        .settled_by
        .first()
        .and_then(|s| super::card(page, s.document)?.published.as_ref())
        .map_or_else(|| "later".to_owned(), |w| words::when(w, Length::Short));
    let span = |card: &DocumentCard| {
        page.statements
            .iter()
            .find(|said| said.document == card.number && said.statement.commitment != Commitment::Expected)
            .map(|said| said.statement.span)
    };
    html! {
        li {
            time { (date) }
            (glyph(sign))
            div.what {
                span.open { (said) }
                span.nb {
                    @for settled in &expectation.settled_by {
                        @if let Some(card) = super::card(page, settled.document) {
                            (document_ref(card, span(card)))
                            @if let Some(id) = &settled.claim { " " a href=(to(Place::Claim(id.clone()))) { "see that claim" } }
                        }
                    }
                }
            }
        }
    }
}

fn unresolved(said: &str) -> Markup {
    html! {
        li {
            span.when { "since then" }
            svg.g width="14" height="14" aria-hidden="true" viewBox="0 0 14 14" {
                circle cx="7" cy="7" r="5.25" fill="none" stroke="currentColor" stroke-width="1.5" stroke-dasharray="2.2 1.9" {}
            }
            div.what {
                span.open { (said) }
                span.due {
                    "A date that has passed proves nothing: " @if known_day().is_some() { "of the reports that were out, " }
                    "the machine found none that says that it happened, moved or was denied."
                }
            }
        }
    }
}
