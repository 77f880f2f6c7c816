//! Claims in a list: title, what differs, the strip.

use leptos::prelude::*;
use model::bundle::{CardReading, ClaimCard};

use super::signs::{spread, strip};
use crate::route::Place;
use crate::site::{site, to};
use crate::words::{self, Length};

/// How many readings of a discrepancy a list shows.
const READINGS: usize = 4;

/// One claim as an item of a list.
pub(crate) fn item(card: &ClaimCard) -> AnyView {
    view! { <li class="cl"><a href=to(Place::Claim(card.id.clone()))>{card.title.clone()}</a>{readings(card)}{signs(card)}</li> }
        .into_any()
}

/// One claim that nothing settles, with when it is due.
pub(crate) fn open_item(card: &ClaimCard) -> AnyView {
    let due = match (&card.due, site().manifest.last) {
        (Some(due), Some(last)) => {
            format!("due {}; the last report is of {}", due_words(due), words::day(last, Length::Long))
        }
        (Some(due), None) => format!("due {}", due_words(due)),
        (None, _) => "no date given".to_owned(),
    };
    view! {
        <li class="cl"><a href=to(Place::Claim(card.id.clone()))>{card.title.clone()}</a><p class="app">{due}</p>{signs(card)}</li>
    }
    .into_any()
}

fn signs(card: &ClaimCard) -> AnyView {
    let documents = site().manifest.documents as usize;
    view! { <p class="app">{strip(&card.marks, &card.brackets, documents)}<span>{spread(card.articles, card.origins)}</span></p> }
        .into_any()
}

/// `by 31 December 2024`, `on 14 October 2024`, `22–24 October 2024`.
pub(crate) fn due_words(due: &model::When) -> String {
    let said = words::when(due, Length::Long);
    if due.first.is_some() && due.first == due.last { format!("on {said}") } else { said }
}

/// The values that differ, each with who says it and where.
fn readings(card: &ClaimCard) -> Option<AnyView> {
    if card.readings.len() < 2 {
        return None;
    }
    let link = to(Place::Claim(card.id.clone())) + "#dis";
    let dated = card.differs.first() == Some(&model::DiscrepancyKind::Date);
    let reading = |(value, by, documents): (String, String, Vec<u32>)| {
        let value =
            model::When::parse(&value).ok().filter(|_| dated).map_or(value, |when| words::when(&when, Length::Short));
        let numbers = documents.into_iter().map(|n| view! { " "<sup class="no">{n}</sup> }).collect_view();
        view! { <a href=link.clone()><b>{value}</b>" "{by}{numbers}</a> }.into_any()
    };
    let values = merged(&card.readings).into_iter().take(READINGS).map(reading).collect_view();
    Some(view! { <div class="vs">{values}</div> }.into_any())
}

/// Readings of one value by one holder, drawn together with the numbers of their documents.
fn merged(readings: &[CardReading]) -> Vec<(String, String, Vec<u32>)> {
    let mut merged: Vec<(String, String, Vec<u32>)> = Vec::new();
    for reading in readings {
        match merged.iter_mut().find(|(value, by, _)| *value == reading.value && *by == reading.by) {
            Some((.., documents)) if documents.contains(&reading.document) => {}
            Some((.., documents)) => documents.push(reading.document),
            None => merged.push((reading.value.clone(), reading.by.clone(), vec![reading.document])),
        }
    }
    merged
}
