//! Claims in a list: title, what differs, the strip.

use maud::{Markup, html};
use model::bundle::{CardReading, ClaimCard};
use model::{Commitment, DiscrepancyKind};

use super::signs::{glyph, spread_of, stands, strip};
use crate::course::ended;
use crate::parting::Parting;
use crate::route::Place;
use crate::site::{known_day, site, to};
use crate::words::{self, Length};

/// How many readings of a discrepancy a list shows.
const READINGS: usize = 4;

/// One claim as an item of a list.
pub(crate) fn item(card: &ClaimCard) -> Markup {
    html! { li.cl { a href=(to(Place::Claim(card.id.clone()))) { (card.title) } (readings(card)) (denials(card, false)) (signs(card)) } }
}

/// One claim that nothing settles, with when it is due.
pub(crate) fn open_item(card: &ClaimCard) -> Markup {
    // As known on a day, no report later than that is known of.
    let last = site().manifest.last.filter(|last| known_day().is_none_or(|day| *last <= day));
    let due = match (&card.due, last) {
        (None, _) => "no date given".to_owned(),
        (Some(due), last) => {
            let others = card.dues.iter().map(|due| format!(", or {}", due_words(due))).collect::<String>();
            let last = last.map(|last| format!("; the last report is of {}", words::day(last, Length::Long)));
            format!("due {}{others}{}", due_words(due), last.unwrap_or_default())
        }
    };
    html! { li.cl { a href=(to(Place::Claim(card.id.clone()))) { (card.title) } p.app { (due) } (signs(card)) } }
}

/// One claim as an item of a list, with how its statements stand.
pub(crate) fn standing_item(card: &ClaimCard) -> Markup {
    pinned_item(card, &html! {})
}

/// The same, with what can be done with it.
pub(crate) fn pinned_item(card: &ClaimCard, act: &Markup) -> Markup {
    let documents = site().manifest.documents as usize;
    html! {
        li.cl {
            a href=(to(Place::Claim(card.id.clone()))) { (card.title) }
            (denials(card, true))
            p.app {
                (strip(&card.marks, &card.brackets, documents))
                span { (spread_of(card)) }
                @if let Some(stands) = stands(card.standing, &card.differs, card.open) { span { (stands) } }
                @for said in otherwise(card) { span { (said) } }
                (outcome(card))
            }
            (act)
        }
    }
}

/// How what it expects ended.
pub(crate) fn outcome(card: &ClaimCard) -> Markup {
    html! { @if let Some(outcome) = ended(card) { span { "Expected, and " (words::outcome(outcome)) } } }
}

/// How reports tell it otherwise, though nothing differs that they tell.
pub(crate) fn otherwise(card: &ClaimCard) -> Vec<String> {
    let mut said = Vec::new();
    if Parting::of(card) == Some(Parting::Told) {
        for kind in &card.differs {
            said.push(if *kind == DiscrepancyKind::Commitment {
                "Hedged in one report, not in another"
            } else {
                "Other words quoted"
            });
        }
    }
    let mut said: Vec<String> = said.into_iter().map(str::to_owned).collect();
    if card.wordings > 1 {
        said.push(format!("One quotation in {} wordings", words::number(card.wordings as usize)));
    }
    said
}

/// Who denies it, in which words; with `own`, also whose denial the claim itself is.
fn denials(card: &ClaimCard, own: bool) -> Markup {
    const MOST: usize = 4;
    let link = to(Place::Claim(card.id.clone())) + "#says";
    let told: Vec<&CardReading> = card.denials.iter().filter(|denial| own || !denial.value.is_empty()).collect();
    html! {
        @if !told.is_empty() {
            div.vs.denials {
                @for denial in told.into_iter().take(MOST) {
                    a href=(link) {
                        (glyph(Commitment::Denied)) @if denial.by.is_empty() { " denied in " } @else { " denied by " b { (denial.by) } " " } sup.no { (denial.document) }
                        @if !denial.value.is_empty() { ": " (denial.value) }
                    }
                }
            }
        }
    }
}

fn signs(card: &ClaimCard) -> Markup {
    let documents = site().manifest.documents as usize;
    html! {
        p.app {
            (strip(&card.marks, &card.brackets, documents))
            span { (spread_of(card)) }
            (outcome(card))
            @for said in otherwise(card) { span { (said) } }
        }
    }
}

/// `by 31 December 2024`, `on 14 October 2024`, `22–24 October 2024`.
pub(crate) fn due_words(due: &model::When) -> String {
    let said = words::when(due, Length::Long);
    if due.first.is_some() && due.first == due.last { format!("on {said}") } else { said }
}

/// The values that differ, each with who says it and where.
fn readings(card: &ClaimCard) -> Markup {
    if card.readings.len() < 2 {
        return html! {};
    }
    let link = to(Place::Claim(card.id.clone())) + "#dis";
    let dated = card.differs.first() == Some(&DiscrepancyKind::Date);
    let said = |value: String| match model::When::parse(&value) {
        Ok(when) if dated => words::when(&when, Length::Short),
        _ => value,
    };
    html! {
        div.vs {
            @for of in merged(&card.readings).into_iter().take(READINGS) {
                a href=(link) {
                    b { (said(of[0].value.clone())) }
                    @for (at, reading) in of.iter().enumerate() {
                        @if at == 0 || of[at - 1].by != reading.by { (if at == 0 { " " } else { ", " }) (reading.by) }
                        " " sup.no { (reading.document) }
                    }
                }
            }
        }
    }
}

/// Readings drawn together by their value, each document once for whoever it has it from.
fn merged(readings: &[CardReading]) -> Vec<Vec<&CardReading>> {
    let mut merged: Vec<Vec<&CardReading>> = Vec::new();
    for reading in readings {
        match merged.iter_mut().find(|of| of[0].value == reading.value) {
            Some(of) if of.iter().any(|known| (&known.by, known.document) == (&reading.by, reading.document)) => {}
            Some(of) => of.push(reading),
            None => merged.push(vec![reading]),
        }
    }
    merged
}
