//! Where the statements of a claim differ: discrepancies as a table, quotations aligned word by word.

use maud::{Markup, html};
use model::bundle::{ClaimPage, DocumentCard};
use model::{Alternative, Discrepancy, DiscrepancyKind, Reading, Utterance};

use super::card;
use crate::view::signs::{document_ref, outlet, published, words_link};
use crate::words::{self, Length};

/// Readings of one value: the value, who gives it, and where.
struct Row<'a> {
    value: &'a str,
    by: Vec<&'a str>,
    places: Vec<&'a Reading>,
}

/// The table of discrepancies; nothing where there is none.
pub(crate) fn discrepancies(page: &ClaimPage) -> Markup {
    let found = &page.claim.discrepancies;
    html! {
        @if !found.is_empty() {
            section.wide aria-labelledby="dis" {
                h2 #dis { "Where they differ" }
                div.scroll-x {
                    table.diff {
                        caption.vh { "Discrepancies" }
                        thead {
                            tr { @for head in ["What", "As given", "By", "Words"] { th scope="col" { (head) } } }
                        }
                        tbody { @for discrepancy in found { (rows(page, discrepancy)) } }
                    }
                }
            }
        }
    }
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
        // It is about whose words they are.
        (speaker, _) if discrepancy.kind == DiscrepancyKind::Wording && !speaker.is_empty() => {
            format!("The words of {speaker}")
        }
        ("", false) => what.to_owned(),
        ("", true) => format!("{what}, brought up to date"),
        (about, false) => words::capital(about),
        (about, true) => format!("{}, brought up to date", words::capital(about)),
    }
}

fn rows(page: &ClaimPage, discrepancy: &Discrepancy) -> Markup {
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
        // Who is quoted stands in the head; who quotes them so, is what differs.
        let outlet = || Some(card(page, reading.document)?.outlet.as_deref().unwrap_or("outlet unknown"));
        let by = if discrepancy.kind == DiscrepancyKind::Wording { outlet() } else { None }.unwrap_or(&reading.by);
        if !row.by.contains(&by) {
            row.by.push(by);
        }
        row.places.push(reading);
    }
    html! {
        @for (i, row) in rows.iter().enumerate() {
            tr .cont[i > 0] {
                @if i == 0 { th scope="row" rowspan=(rows.len()) { (about(discrepancy)) } }
                td.w { (value(discrepancy.kind, row.value)) }
                td {
                    (row.by.join(", ")) " "
                    span.nb {
                        @for reading in &row.places {
                            @if let Some(card) = card(page, reading.document) { (document_ref(card, Some(reading.span))) }
                        }
                    }
                }
                td { (places(page, &row.places)) }
            }
        }
    }
}

/// A value as it reads: dates in words, everything else as it was compared.
fn value(kind: DiscrepancyKind, value: &str) -> String {
    match (kind, model::When::parse(value)) {
        (DiscrepancyKind::Date, Ok(when)) => words::when(&when, Length::Long),
        _ => value.to_owned(),
    }
}

/// The words of each reading, as links to them.
fn places(page: &ClaimPage, places: &[&Reading]) -> Markup {
    let link = |reading: &Reading| {
        html! {
            @if let Some(card) = card(page, reading.document) {
                a href=(words_link(&card.id, reading.span)) { (short(&read(page, card, reading))) }
            }
        }
    };
    match places {
        [one] => link(one),
        several => html! { ul { @for reading in several { li { (link(reading)) } } } },
    }
}

/// The words of a reading, cut out of the sentence that it stands in.
fn read(page: &ClaimPage, card: &DocumentCard, reading: &Reading) -> String {
    let said =
        page.statements.iter().find(|s| s.document == card.number && s.statement.sentence.contains(reading.span));
    let words = said.map(|s| {
        let base = s.statement.sentence.start;
        model::Text::new(&s.sentence)
            .cut(model::Span::new(reading.span.start - base, reading.span.end - base))
            .to_owned()
    });
    words.filter(|w| !w.is_empty()).unwrap_or_else(|| "the words".to_owned())
}

/// At most some eight words, cut between words.
fn short(words: &str) -> String {
    const MOST: usize = 9;
    let parts: Vec<&str> = words.split_whitespace().collect();
    if parts.len() <= MOST { parts.join(" ") } else { format!("{} …", parts[..MOST - 1].join(" ")) }
}

/// Quotations as each outlet prints them; nothing where there is no utterance in two versions.
pub(crate) fn drift(page: &ClaimPage) -> Markup {
    let utterances = &page.claim.utterances;
    html! {
        @if !utterances.is_empty() {
            section.wide aria-labelledby="drift" {
                h2 #drift { "One utterance, as each outlet prints it" }
                p.deck { "Words that all print stand in grey; words that only some print are marked. A line stands where a report leaves words out." }
                @for said in utterances { (utterance(page, said)) }
            }
        }
    }
}

fn utterance(page: &ClaimPage, utterance: &Utterance) -> Markup {
    html! {
        h3.speaker { @if utterance.speaker.is_empty() { "Speaker not told" } @else { (utterance.speaker) } }
        div.scroll-x tabindex="0" role="region" aria-label={ "Versions of what " (utterance.speaker) " said" } {
            table.drift {
                caption.vh { "What " (utterance.speaker) " said, aligned word by word" }
                tbody { @for said in &utterance.versions { (version(page, said)) } }
            }
        }
    }
}

fn version(page: &ClaimPage, version: &Alternative) -> Markup {
    let Some(card) = card(page, version.document) else { return html! {} };
    let printed = |word: &model::VariantWord| !word.text.is_empty();
    let (first, last) = (version.words.iter().position(printed), version.words.iter().rposition(printed));
    let open = |i| if Some(i) == first && version.direct { "“" } else { "" };
    let close = |i| if Some(i) == last && version.direct { "”" } else { "" };
    html! {
        tr {
            th scope="row" {
                a.plain href=(words_link(&card.id, version.span)) {
                    b.no { (card.number) } " " (outlet(card))
                    @if !version.direct { span.quiet { ", retold" } } @else if card.brief { span.quiet { ", as a brief has it" } }
                    br; (published(card, Length::Short))
                }
            }
            @for (i, word) in version.words.iter().enumerate() {
                @if word.text.is_empty() && !version.direct {
                    // Who tells it in other words leaves none out.
                    td {}
                } @else if word.text.is_empty() {
                    td.gap { span.vh { "nothing here" } }
                } @else if word.same {
                    td.same { (open(i)) (word.text) (close(i)) }
                } @else {
                    td { (open(i)) ins { (word.text) } (close(i)) }
                }
            }
        }
    }
}
