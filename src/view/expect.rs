//! Expectation and outcome: who expected what by when, and what became of it.

use leptos::prelude::*;
use model::bundle::{ClaimPage, ClaimStatement};
use model::{Commitment, Expectation, Outcome, Span, Text, When};

use super::claim_list::due_words;
use super::signs::{document_ref, glyph};
use crate::route::Place;
use crate::site::to;
use crate::words::{self, Length};

/// One step of the chain: the statements that expect the same by the same day, told one after the other.
struct Step<'a> {
    said: Vec<&'a ClaimStatement>,
    due: Option<&'a When>,
}

/// The chain from the first expectation to what became of it; nothing for a claim that is not about the future.
pub(crate) fn expectation(page: &ClaimPage) -> Option<AnyView> {
    let expectation = page.claim.expectation.as_ref()?;
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
    let chain =
        steps.iter().enumerate().filter_map(|(i, step)| self::step(page, step, open && i == last)).collect_view();
    Some(
        view! {
            <section class="section" aria-labelledby="exp"><h2 id="exp">"Expected, and then?"</h2>
                <ol class="expect">{chain}{outcome(page, expectation)}</ol>
            </section>
        }
        .into_any(),
    )
}

fn step(page: &ClaimPage, step: &Step<'_>, last: bool) -> Option<AnyView> {
    let first = step.said.first()?;
    let card = |said: &ClaimStatement| page.documents.iter().find(|d| d.number == said.document);
    let published = card(first).and_then(|c| c.published.as_ref());
    let date = published.map(|w| words::when(w, Length::Short));
    let mut refs: Vec<AnyView> = Vec::new();
    let mut seen: Vec<u32> = Vec::new();
    for said in &step.said {
        if !seen.contains(&said.document)
            && let Some(card) = card(said)
        {
            seen.push(said.document);
            refs.push(document_ref(card, Some(said.statement.span)));
        }
    }
    let due = step.due.map_or_else(|| "no date given".to_owned(), |due| format!("due {}", due_words(due)));
    let class = if last { "to-open" } else { "" };
    Some(
        view! {
            <li class=class><time>{date.unwrap_or_else(|| "no date".to_owned())}</time>{glyph(Commitment::Expected)}<div class="what">{how(first)}<span class="nb">{refs}</span><span class="due">{due}</span></div></li>
        }
        .into_any(),
    )
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

fn outcome(page: &ClaimPage, expectation: &Expectation) -> AnyView {
    if expectation.outcome == Outcome::NotResolved {
        return view! {
            <li><span class="when">"since then"</span>
                <svg class="g" aria-hidden="true" viewBox="0 0 14 14"><circle cx="7" cy="7" r="5.25" fill="none" stroke="currentColor" stroke-width="1.5" stroke-dasharray="2.2 1.9"/></svg>
                <div class="what"><span class="open">{expectation.outcome.words()}</span><span class="due">"A date that has passed proves nothing: no later report here says that it happened, moved or was denied."</span></div>
            </li>
        }
        .into_any();
    }
    let (sign, said) = match expectation.outcome {
        Outcome::Denied => (Commitment::Denied, "it did not come"),
        Outcome::Moved => (Commitment::Expected, "another date was given"),
        _ => (Commitment::Asserted, "it happened"),
    };
    let settled = expectation.settled_by.iter().filter_map(|s| {
        let card = super::claim::card(page, s.document)?;
        let span = page
            .statements
            .iter()
            .find(|said| said.document == card.number && said.statement.commitment != Commitment::Expected)
            .map(|said| said.statement.span);
        let claim = s.claim.as_ref().map(|id| view! { " "<a href=to(Place::Claim(id.clone()))>"see that claim"</a> });
        Some(view! { {document_ref(card, span)}{claim} }.into_any())
    });
    let date = expectation
        .settled_by
        .first()
        .and_then(|s| super::claim::card(page, s.document)?.published.as_ref())
        .map_or_else(|| "later".to_owned(), |w| words::when(w, Length::Short));
    view! {
        <li><time>{date}</time>{glyph(sign)}<div class="what"><span class="open">{said}</span><span class="nb">{settled.collect_view()}</span></div></li>
    }
    .into_any()
}
