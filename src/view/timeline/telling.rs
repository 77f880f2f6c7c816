//! What a mark says in words: to who reads, and to who listens.

use model::bundle::{Event, Timeline};

use crate::timeline::Cluster;
use crate::words::{self, Length};

/// `11 Oct 2024: The bridge opens. Asserted, the agency, in documents 1 and 2.`
pub(super) fn mark_name(event: &Event) -> String {
    let commitment = words::capital(event.commitment.word());
    let mut name = format!("{}: {}. {commitment}", words::when(&event.when, Length::Short), event.label);
    let rest = note(event);
    if !rest.is_empty() {
        name.push_str(", ");
        name.push_str(&rest);
    }
    name.push_str(", in ");
    name.push_str(&documents(event));
    name
}

/// `documents 1, 2 and 4`
fn documents(event: &Event) -> String {
    const MOST: usize = 6;
    let mut numbers: Vec<String> = event.documents.iter().take(MOST).map(u32::to_string).collect();
    let more = event.documents.len().saturating_sub(MOST);
    if more > 0 {
        numbers.push(format!("{more} more"));
    }
    format!("{} {}", if event.documents.len() == 1 { "document" } else { "documents" }, words::list(&numbers))
}

/// On whose word, and what became of it.
pub(super) fn note(event: &Event) -> String {
    let open = event.outcome.as_deref().filter(|_| event.expected && event.settled_by.is_none());
    [event.origin.as_str(), open.unwrap_or("")].into_iter().filter(|s| !s.is_empty()).collect::<Vec<_>>().join(", ")
}

/// What became of an expectation.
pub(super) fn outcome(timeline: &Timeline, event: &Event) -> Option<String> {
    let said = event.outcome.as_deref().filter(|_| event.expected)?;
    let Some(settled) = event.settled_by.and_then(|index| timeline.events.get(index as usize)) else {
        return Some(words::capital(said));
    };
    Some(format!("Outcome: {said}, {}", words::when(&settled.when, Length::Short)))
}

/// That what tells it are briefs; empty where none is.
pub(super) fn retold(timeline: &Timeline, event: &Event) -> &'static str {
    let is_brief = |number: &&u32| timeline.documents.get((**number as usize).wrapping_sub(1)).is_some_and(|c| c.brief);
    match event.documents.iter().filter(is_brief).count() {
        0 => "",
        n if n == event.documents.len() => "retold",
        _ => "in part retold",
    }
}

/// `5 events, 3–9 Oct 2024`
pub(super) fn cluster_name(timeline: &Timeline, cluster: &Cluster, told: &[u32]) -> String {
    let days = model::When::between(Some(cluster.days.from), Some(cluster.days.to));
    let first = told.first().map_or("", |&index| &timeline.events[index as usize].label);
    format!("{}, {}: {first}", words::count(told.len(), "event"), words::when(&days, Length::Short))
}
