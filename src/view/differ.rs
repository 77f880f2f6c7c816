//! Where the statements of a claim differ: discrepancies as a table, quotations aligned word by word.

use leptos::prelude::*;
use model::bundle::ClaimPage;
use model::{Alternative, Discrepancy, DiscrepancyKind, Reading, Utterance};

use super::claim::card;
use super::signs::{document_ref, outlet, published, words_link};
use crate::words::{self, Length};

/// Readings of one value: the value, who gives it, and where.
struct Row<'a> {
    value: &'a str,
    by: Vec<&'a str>,
    places: Vec<&'a Reading>,
}

/// The table of discrepancies; nothing where there is none.
pub(crate) fn discrepancies(page: &ClaimPage) -> Option<AnyView> {
    let found = &page.claim.discrepancies;
    if found.is_empty() {
        return None;
    }
    let body = found.iter().flat_map(|d| rows(page, d)).collect_view();
    Some(
        view! {
            <section class="wide" aria-labelledby="dis"><h2 id="dis">"Where they differ"</h2>
                <div class="scroll-x"><table class="diff"><caption class="vh">"Discrepancies"</caption>
                    <thead><tr><th scope="col">"What"</th><th scope="col">"As given"</th><th scope="col">"By"</th><th scope="col">"Words"</th></tr></thead>
                    <tbody>{body}</tbody>
                </table></div>
            </section>
        }
        .into_any(),
    )
}

/// What a discrepancy is about, as the head of its rows.
fn about(discrepancy: &Discrepancy) -> String {
    let what = match discrepancy.kind {
        DiscrepancyKind::Number => "The number",
        DiscrepancyKind::Date => "When",
        DiscrepancyKind::Place => "Where",
        DiscrepancyKind::Actor => "Who",
        DiscrepancyKind::Wording => "The words",
        DiscrepancyKind::Commitment => "How firmly",
        DiscrepancyKind::Outcome => "What became of it",
    };
    match (discrepancy.about.as_str(), discrepancy.update) {
        ("", false) => what.to_owned(),
        ("", true) => format!("{what}, brought up to date"),
        (about, false) => words::capital(about),
        (about, true) => format!("{}, brought up to date", words::capital(about)),
    }
}

fn rows(page: &ClaimPage, discrepancy: &Discrepancy) -> Vec<AnyView> {
    let mut rows: Vec<Row<'_>> = Vec::new();
    for reading in &discrepancy.values {
        let row = match rows.iter_mut().position(|r| r.value == reading.value) {
            Some(at) => &mut rows[at],
            None => {
                rows.push(Row { value: &reading.value, by: Vec::new(), places: Vec::new() });
                let last = rows.len() - 1;
                &mut rows[last]
            }
        };
        if !row.by.contains(&reading.by.as_str()) {
            row.by.push(&reading.by);
        }
        row.places.push(reading);
    }
    let span = rows.len();
    rows.iter()
        .enumerate()
        .map(|(i, row)| {
            let head = (i == 0).then(|| view! { <th scope="row" rowspan=span>{about(discrepancy)}</th> });
            let refs = row.places.iter().filter_map(|r| Some(document_ref(card(page, r.document)?, Some(r.span)))).collect_view();
            let class = if i == 0 { "" } else { "cont" };
            view! {
                <tr class=class>{head}<td class="w">{value(discrepancy.kind, row.value)}</td><td>{row.by.join(", ")}" "<span class="nb">{refs}</span></td><td>{places(page, &row.places)}</td></tr>
            }
            .into_any()
        })
        .collect()
}

/// A value as it reads: dates in words, everything else as it was compared.
fn value(kind: DiscrepancyKind, value: &str) -> String {
    match (kind, model::When::parse(value)) {
        (DiscrepancyKind::Date, Ok(when)) => words::when(&when, Length::Long),
        _ => value.to_owned(),
    }
}

fn places(page: &ClaimPage, places: &[&Reading]) -> AnyView {
    let link = |reading: &&Reading| {
        let card = card(page, reading.document)?;
        let words = page
            .statements
            .iter()
            .filter(|s| s.document == card.number)
            .find_map(|s| {
                let base = s.statement.sentence.start;
                let inside = s.statement.sentence.contains(reading.span);
                inside.then(|| {
                    model::Text::new(&s.sentence)
                        .cut(model::Span::new(reading.span.start - base, reading.span.end - base))
                        .to_owned()
                })
            })
            .filter(|w| !w.is_empty())
            .unwrap_or_else(|| "the words".to_owned());
        Some(view! { <a href=words_link(&card.id, reading.span)>{short(&words)}</a> }.into_any())
    };
    match places {
        [one] => link(one).into_any(),
        several => view! { <ul>{several.iter().filter_map(link).map(|l| view! { <li>{l}</li> }).collect_view()}</ul> }
            .into_any(),
    }
}

/// At most some eight words, cut between words.
fn short(words: &str) -> String {
    const MOST: usize = 9;
    let parts: Vec<&str> = words.split_whitespace().collect();
    if parts.len() <= MOST { parts.join(" ") } else { format!("{} …", parts[..MOST - 1].join(" ")) }
}

/// Quotations as each outlet prints them; nothing where there is no utterance in two versions.
pub(crate) fn drift(page: &ClaimPage) -> Option<AnyView> {
    let utterances = &page.claim.utterances;
    if utterances.is_empty() {
        return None;
    }
    let tables = utterances.iter().map(|u| utterance(page, u)).collect_view();
    Some(
        view! {
            <section class="wide" aria-labelledby="drift"><h2 id="drift">"One utterance, as each outlet prints it"</h2>
                <p class="deck">"Words that all print stand in grey; words that only some print are marked. A line is a gap."</p>
                {tables}
            </section>
        }
        .into_any(),
    )
}

fn utterance(page: &ClaimPage, utterance: &Utterance) -> AnyView {
    let rows = utterance.versions.iter().filter_map(|v| version(page, v)).collect_view();
    view! {
        <h3 class="speaker">{utterance.speaker.clone()}</h3>
        <div class="scroll-x" tabindex="0" role="region" aria-label=format!("Versions of what {} said", utterance.speaker)><table class="drift">
            <caption class="vh">{format!("What {} said, aligned word by word", utterance.speaker)}</caption><tbody>{rows}</tbody>
        </table></div>
    }
    .into_any()
}

fn version(page: &ClaimPage, version: &Alternative) -> Option<AnyView> {
    let card = card(page, version.document)?;
    let last = version.words.len().saturating_sub(1);
    let cell = |(i, word): (usize, &model::VariantWord)| {
        let (open, close) =
            (if i == 0 && version.direct { "“" } else { "" }, if i == last && version.direct { "”" } else { "" });
        if word.text.is_empty() {
            view! { <td class="gap"><span class="vh">"nothing here"</span></td> }.into_any()
        } else if word.same {
            view! { <td class="same">{open}{word.text.clone()}{close}</td> }.into_any()
        } else {
            view! { <td>{open}<ins>{word.text.clone()}</ins>{close}</td> }.into_any()
        }
    };
    let retold = (!version.direct).then(|| view! { <span class="quiet">", retold"</span> });
    Some(
        view! {
            <tr><th scope="row"><a class="plain" href=words_link(&card.id, version.span)><b class="no">{card.number}</b>" "{outlet(card)}{retold}<br/>{published(card, Length::Short)}</a></th>{version.words.iter().enumerate().map(cell).collect_view()}</tr>
        }
        .into_any(),
    )
}
