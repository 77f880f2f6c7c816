//! Titles that are firmer than what is said: a rumour told as a fact, a denial told as what it denies.
//!
//! A title stands alone, in a list, a feed, a citation. Where no statement of the claim asserts it, and none of its own
//! words says so, how it is said stands before it. Titles that a person wrote are held to the same.

use std::collections::BTreeSet;

use model::{Commitment, Statement};

use super::voice::{self, Voice};
use crate::findings::Findings;
use crate::ground::reports::Place;
use crate::ground::stance::{denies, negates};
use crate::ground::words::{fold, is_in, words};

/// Who wrote a title.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Hand {
    /// It is a statement's own words: whose word they are, it tells already.
    Machine,
    /// A person.
    Person,
}

/// What can stand before a title.
const ALLEGED: &str = "Alleged: ";
const ALLEGED_AND_DENIED: &str = "Alleged, and denied: ";
const DENIED: &str = "Denied: ";
const EXPECTED: &str = "Expected: ";
const REPORTED: &str = "On others’ word: ";
const ALL: [&str; 5] = [ALLEGED, ALLEGED_AND_DENIED, DENIED, EXPECTED, REPORTED];

/// Words that tell that something is not sure.
const HEDGES: &str = "may might could can reportedly allegedly alleged alleges allege allegation allegations supposedly purportedly \
    apparently apparent rumoured rumored rumour rumor rumours rumors perhaps possibly possible probably probable likely \
    unlikely unconfirmed unverified unclear unknown suspected suspects suspect believed thought seems seem seemed appears appear \
    appeared claim claims claimed accused accuses accuse accusation accusations presumably potentially potential estimated \
    whether if doubt doubts question suggests suggested indicates indicated warn warned warns fear fears feared";

/// Words that tell that something is yet to come.
const AHEAD: &str = "will would shall should expected expects expect plan plans planned planning due set scheduled going to \
    upcoming forthcoming next aims intends intended likely hopes pledges pledged promises promised seeks soon future may might \
    could must needs proposed proposes considers prepares ready";

/// The title of the statements at `places` with how they say it, where all of them are less firm than it.
pub(crate) fn told(findings: &Findings<'_>, places: &[Place], title: String, by: Hand) -> String {
    let reports = &findings.reports;
    let kinds: BTreeSet<Commitment> =
        model::order::gather(places.iter().map(|&place| reports.statement(place).commitment));
    let has = |kind| kinds.contains(&kind);
    if title.is_empty() || kinds.is_empty() || has(Commitment::Asserted) || ALL.iter().any(|s| title.starts_with(s)) {
        return title;
    }
    let own: BTreeSet<String> = model::order::gather(words(&title).iter().map(|word| fold(word.text)));
    let hedged = own.iter().any(|word| is_in(HEDGES, word));
    let negated = own.iter().any(|word| denies(word) || negates(word));
    let ahead = own.iter().any(|word| is_in(AHEAD, word) || word.ends_with("'ll"));
    if has(Commitment::Attributed) {
        return if by == Hand::Machine || hedged || ahead { title } else { voiced(findings, places, title) };
    }
    let cued = places.iter().any(|&place| {
        let statement: &Statement = reports.statement(place);
        let cue = |span: &model::Span| {
            let cue: Vec<String> = words(reports.cut(place.document, *span)).iter().map(|w| fold(w.text)).collect();
            !cue.is_empty() && cue.iter().all(|word| own.contains(word))
        };
        statement.cues.iter().any(cue)
    });
    let before = match (has(Commitment::Hedged), has(Commitment::Denied), has(Commitment::Expected)) {
        _ if cued || hedged => "",
        (true, true, _) if !negated => ALLEGED_AND_DENIED,
        (true, false, false) => ALLEGED,
        (false, true, false) if !negated => DENIED,
        (_, _, true) if !ahead && !negated => EXPECTED,
        _ => "",
    };
    format!("{before}{title}")
}

/// The title with those on whose word all of it stands.
fn voiced(findings: &Findings<'_>, places: &[Place], title: String) -> String {
    match voice::voice(findings, places, true) {
        Voice::Own => title,
        Voice::Of(names, _) if names.iter().any(|name| title.contains(name.as_str())) => title,
        Voice::Of(names, false) => format!("{}{title}", voice::prefix(&names)),
        // Of several, nobody is sure to have said all of it.
        Voice::Of(_, true) | Voice::Nobody => format!("{REPORTED}{title}"),
    }
}
