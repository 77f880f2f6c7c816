//! What may be called agreed: two reports that surely say the same one thing, on words that are no one voice's.
//!
//! A claim holds what a reader would put into one row. That its sources *agree* says more, of real people and real reports,
//! and is held to more: each origin has to stand in a pair with another of which both is sure, and nothing in the claim may
//! speak against it. What is doubtful either way is perhaps agreed, and counts for nothing.

mod content;
mod houses;
mod voices;

use std::collections::BTreeSet;

use model::ClaimOrigin;

use crate::findings::Findings;
use crate::ground::reports::Place;
use crate::origins::UNKNOWN;
pub(crate) use content::{Answer, Content};
pub(crate) use houses::Houses;
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
    let known = |member: usize| origins[of[member] as usize].name != UNKNOWN;
    let wanted: BTreeSet<u32> = (0..group.len()).filter(|&member| known(member)).map(|member| of[member]).collect();
    let place = |member: usize| findings.reports.places[group[member] as usize];
    let documents: BTreeSet<u32> = (0..group.len()).map(|member| place(member).document).collect();
    if wanted.len() < 2 || documents.len() < 2 || group.len() > MOST {
        return false;
    }
    let mut told: Vec<(Place, Content<'_>, Voice)> = (0..group.len())
        .map(|member| {
            let place = place(member);
            (place, Content::new(findings, group[member]), Voice::new(findings, place))
        })
        .collect();
    // What an outlet has from somebody in one report it may have from them in the next, where it does not say so.
    let voices: Vec<Voice> = told.iter().map(|(_, _, voice)| voice.clone()).collect();
    told.iter_mut().for_each(|(_, _, voice)| voices.iter().for_each(|other| voice.hear(other)));
    let mut sure: BTreeSet<u32> = BTreeSet::new();
    for (a, (one, said, voice)) in told.iter().enumerate() {
        for (b, (other, theirs, second)) in told.iter().enumerate().skip(a + 1) {
            if of[a] == of[b] || one.document == other.document {
                continue;
            }
            match if decided { Answer::Same } else { said.beside(theirs) } {
                Answer::Apart => return false,
                Answer::Same if known(a) && known(b) && voice.is_another(second, findings) => {
                    sure.extend([of[a], of[b]]);
                }
                Answer::Same | Answer::Unsure => {}
            }
        }
    }
    sure == wanted
}

/// Whether two statements surely stand on two people's words.
pub(crate) fn are_two_voices(findings: &Findings<'_>, a: u32, b: u32) -> bool {
    let voice = |index: u32| Voice::new(findings, findings.reports.places[index as usize]);
    voice(a).is_another(&voice(b), findings)
}
