//! What may be called agreed: two reports that surely say the same one thing, on words that are no one voice's.
//!
//! A claim holds what a reader would put into one row. That its sources *agree* says more, of real people and real reports,
//! and is held to more: each origin has to stand in a pair with another of which both is sure, and nothing in the claim may
//! speak against it. What is doubtful either way is perhaps agreed, and counts for nothing.

mod content;
mod days;
mod houses;
mod near;
mod voices;

use std::collections::BTreeSet;

use model::{ClaimOrigin, Span};

use crate::findings::Findings;
use crate::ground::countries::country;
use crate::ground::reports::Place;
use crate::ground::words::{fold, is_in, words};
use crate::origins::UNKNOWN;
pub(crate) use content::{Answer, Content};
pub(crate) use houses::Houses;
use near::Near;
use voices::Voice;

/// Statements of a claim that are held against each other.
const MOST: usize = 60;

/// Whether the origins of a claim's statements `group` agree. `of` gives each statement the index of its origin; where
/// `decided`, a person has put together what says the same.
pub(crate) fn agreed(
    findings: &Findings<'_>,
    group: &[u32],
    origins: &[ClaimOrigin],
    of: &[u32],
    decided: bool,
) -> bool {
    let place = |member: usize| findings.reports.places[group[member] as usize];
    // Whoever writes their views is no source of what they say.
    let known =
        |member: usize| origins[of[member] as usize].name != UNKNOWN && !findings.reports.is_view(place(member));
    let wanted: BTreeSet<u32> =
        model::order::gather((0..group.len()).filter(|&member| known(member)).map(|member| of[member]));
    let documents: BTreeSet<u32> = model::order::gather((0..group.len()).map(|member| place(member).document));
    if wanted.len() < 2 || documents.len() < 2 || group.len() > MOST {
        return false;
    }
    let near: Vec<Near> = (0..group.len()).map(|member| Near::new(findings, place(member))).collect();
    // "Was sent home on 3 May", "on 4 May": that is no plain agreement, though each says that she was.
    let days: Vec<_> = (0..group.len()).map(|member| days::of(findings, place(member))).collect();
    let differ = |at: usize| days[..at].iter().any(|&day| days::are_neighbours(day, days[at]));
    if !decided && (1..days.len()).any(differ) {
        return false;
    }
    // What one report has from "media reports" it has nowhere from itself.
    let hearsay: BTreeSet<u32> = model::order::gather(
        (0..group.len()).filter(|&member| near[member].hearsay).map(|member| place(member).document),
    );
    let mut told: Vec<(Place, Content<'_>, Voice)> = (0..group.len())
        .map(|member| {
            let place = place(member);
            (place, Content::new(findings, group[member]), Voice::new(findings, place))
        })
        .collect();
    // What an outlet has from somebody in one report it may have from them in the next, where it does not say so.
    let voices: Vec<Voice> = told.iter().map(|(_, _, voice)| voice.clone()).collect();
    told.iter_mut().for_each(|(_, _, voice)| voices.iter().for_each(|other| voice.hear(other)));
    // Where one report says on whose word it is, those that tell it in their own voice may have it from there.
    let spoken = near.iter().any(|near| near.spoken);
    let mut exact = true;
    let mut sure: BTreeSet<u32> = BTreeSet::new();
    for (a, (one, said, voice)) in told.iter().enumerate() {
        for (b, (other, theirs, second)) in told.iter().enumerate().skip(a + 1) {
            if !decided && one.document == other.document && are_of_two(findings, *one, *other) {
                return false;
            }
            if of[a] == of[b] || one.document == other.document {
                continue;
            }
            let passed_on = |member: usize, place: &Place| near[member].own && hearsay.contains(&place.document);
            let one_source = || near[a].may_draw_as(&near[b]) || passed_on(a, one) || passed_on(b, other);
            // Where neither names who counted, both have it from whoever did; and who passes on what an office gives out, and lets it
            // speak, may have from it what is told in a voice of its own.
            let (mine, yours) = (near[a].own, near[b].own);
            let cites = |place: &Place| near::cites_an_office(findings, place.document);
            let one_office = |said: &Content<'_>, theirs: &Content<'_>| {
                let public = || said.counts_in_public() && theirs.counts_in_public();
                mine && yours && (said.counts_as(theirs) || said.counts_nearly_as(theirs)) && !public()
                    || (mine || yours) && cites(one) && cites(other)
            };
            exact &= of[a] == of[b] || said.is_as_exact_as(theirs);
            let answer = match said.beside(theirs) {
                _ if decided => Answer::Same,
                Answer::Unsure if !spoken && said.tells_as(theirs) => Answer::Same,
                answer => answer,
            };
            match answer {
                Answer::Apart => return false,
                Answer::Same
                    if known(a)
                        && known(b)
                        && (decided || said.is_as_exact_as(theirs))
                        && voice.is_another(second, findings)
                        && (decided || !near[a].runs_on_as(&near[b]))
                        && (decided || !one_source() && !one_office(said, theirs)) =>
                {
                    sure.extend([of[a], of[b]]);
                }
                Answer::Same | Answer::Unsure => {}
            }
        }
    }
    sure == wanted || !spoken && exact && sure.len() >= 2 && sure.len() * 2 >= wanted.len()
}

/// Whether a report says so of two by their names: "Berg is charged with arson", "Lind is charged with arson".
pub(crate) fn are_of_two(findings: &Findings<'_>, a: Place, b: Place) -> bool {
    let name = |place: Place| -> Vec<String> {
        let statement = findings.reports.statement(place);
        let subject = statement.clause.as_ref().and_then(|clause| clause.subject).or(statement.subject);
        let named = |span: Span| statement.participants.iter().any(|m| span.contains(m.span));
        let text = subject.filter(|span| named(*span)).map_or("", |span| findings.reports.cut(place.document, span));
        let found = words(text);
        let whole = found.iter().all(|w| w.text.starts_with(char::is_uppercase)) && country(&fold(text)).is_none();
        if whole { found.iter().map(|w| fold(w.text)).collect() } else { Vec::new() }
    };
    let (one, other) = (name(a), name(b));
    let pronoun = |name: &[String]| name.len() == 1 && is_in("he she it they we i who this that", &name[0]);
    !one.is_empty()
        && !other.is_empty()
        && !pronoun(&one)
        && !pronoun(&other)
        && !one.iter().any(|word| other.contains(word))
}

/// Whether two statements surely stand on two people's words.
pub(crate) fn are_two_voices(findings: &Findings<'_>, a: u32, b: u32) -> bool {
    let voice = |index: u32| Voice::new(findings, findings.reports.places[index as usize]);
    voice(a).is_another(&voice(b), findings)
}
