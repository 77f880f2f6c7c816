//! Whether two statements may draw on one office, agency or person that one of them names and the passage beside the other.
//!
//! Local pages tell in their own voice what the sheriff told all of them. So where one report has it from somebody, or a body
//! speaks in it, and the other's words stand beside that name, nobody can tell that they are two sources.

use std::collections::BTreeSet;

use model::{EntityKind, Span};

use super::houses::{bodies, own};
use super::voices::{may_be_one, order, run};
use crate::findings::Findings;
use crate::ground::reports::Place;
use crate::ground::roles::is_unnamed;
use crate::ground::words::{fold, is_in, words};
use crate::sources::named_agencies;

/// On whom one statement draws, and whom the passage beside it names.
pub(super) struct Near {
    /// The keys of those on whose word it is, with the bodies for which they speak.
    on: BTreeSet<String>,
    /// The people among them, word by word.
    people: Vec<Vec<String>>,
    /// The keys of all whom the passage beside it names, with bodies that speak there.
    beside: BTreeSet<String>,
    /// The people whom its report names anywhere.
    named: Vec<Vec<String>>,
    /// The news agencies named with it.
    agencies: BTreeSet<String>,
    /// Whether it is passed on from other media that have no name.
    pub hearsay: bool,
    /// Whether it is told in the report's own voice.
    pub own: bool,
    /// Whether it is told on the word of somebody who is no news agency.
    pub spoken: bool,
    /// The words of its sentence, folded.
    sentence: Vec<String>,
    /// The same but for names.
    plain: Vec<String>,
}

/// Code points on either side that stand beside a statement.
const BESIDE: u32 = 500;

/// Small words and others that run together in both, from which on one may be told after the other.
const RUN: usize = 3;

/// Words but for names that run together in two sentences from which on one is told after the other, or both after a third.
const LONG_RUN: usize = 7;

/// Offices that give out what befell and who is charged, to every page alike.
const OFFICES: &str = "police sheriff deputies detectives detective prosecutor prosecutors coroner firefighters cops troopers \
    constable fire patrol examiner";

/// How much of a report is looked through for an office that speaks, in code points, and how near to it a word of saying stands.
const READ: u32 = 20_000;
const SPEAKS: usize = 6;

/// Whether such an office speaks in a report.
pub(super) fn cites_an_office(findings: &Findings<'_>, document: u32) -> bool {
    let found: Vec<String> =
        words(findings.reports.cut(document, Span::new(0, READ))).iter().map(|w| fold(w.text)).collect();
    let says =
        "said say says saying told according conference announced reported confirmed spokesman spokeswoman statement";
    found.iter().enumerate().any(|(at, word)| {
        let near = at.saturating_sub(SPEAKS)..found.len().min(at + SPEAKS + 1);
        is_in(OFFICES, word) && found[near].iter().any(|word| is_in(says, word))
    })
}

/// The people whom a report names, each once.
fn people_of<'a>(findings: &'a Findings<'_>, document: u32) -> BTreeSet<&'a str> {
    let mentions = findings.reports.documents[document as usize].mentions.iter();
    model::order::gather(mentions.filter(|m| m.kind == EntityKind::Person).map(|m| m.name.as_str()))
}

/// Words beside a country by which it speaks.
const STATE: &str =
    "media agency television ministry government official officials embassy spokesman spokeswoman spokesperson";

/// What is passed on from others without a name.
const HEARSAY: &[&str] = &[
    "media reports",
    "news reports",
    "press reports",
    "media outlets",
    "local media",
    "according to reports",
    "reportedly",
];

impl Near {
    pub(super) fn new(findings: &Findings<'_>, place: Place) -> Self {
        let Findings { reports, entities, houses, .. } = findings;
        let statement = reports.statement(place);
        let sentence = reports.cut(place.document, statement.sentence);
        let span = Span::new(statement.sentence.start.saturating_sub(BESIDE), statement.sentence.end + BESIDE);
        let text = reports.cut(place.document, span);
        let holders: Vec<&str> = statement.holders.iter().skip(1).map(|holder| holder.name.as_str()).collect();
        let mut on: BTreeSet<String> = BTreeSet::new();
        for name in &holders {
            on.extend(houses.voices(entities, name));
            on.extend(houses.bodies(entities, name));
        }
        let name = |name: &str| words(entities.shown(name)).iter().map(|w| fold(w.text)).collect::<Vec<String>>();
        let is_person =
            |name: &str| entities.find(name).is_some_and(|at| entities.list[at as usize].kind == EntityKind::Person);
        let people =
            holders.iter().filter(|holder| !is_unnamed(holder) && is_person(holder)).map(|h| name(h)).collect();
        let mentions = || reports.mentions_in(place.document, span).filter(|m| m.kind != EntityKind::Place);
        let mut beside: BTreeSet<String> =
            model::order::gather(mentions().filter_map(|m| entities.find(&m.name)).map(own));
        beside.extend(bodies(text));
        // "North Korea's state media": a country speaks by its people.
        if words(text).iter().any(|w| is_in(STATE, &fold(w.text))) {
            beside.extend(houses.voices(entities, text).into_iter().filter(|key| key.starts_with('@')));
        }
        let lower = sentence.to_lowercase();
        let mut agencies = named_agencies(text);
        holders.iter().for_each(|holder| agencies.extend(named_agencies(holder)));
        Self {
            on,
            people,
            beside,
            named: people_of(findings, place.document).into_iter().map(name).collect(),
            agencies,
            own: holders.is_empty(),
            spoken: holders.iter().any(|holder| named_agencies(holder).is_empty()),
            hearsay: HEARSAY.iter().any(|words| lower.contains(words)),
            sentence: words(sentence).iter().map(|w| fold(w.text)).collect(),
            plain: words(sentence)
                .iter()
                .filter(|w| !w.text.starts_with(char::is_uppercase))
                .map(|w| fold(w.text))
                .collect(),
        }
    }

    /// Whether both stand in nearly the same sentence, in which they may be but a few words.
    pub(super) fn runs_on_as(&self, other: &Self) -> bool {
        let shorter = self.plain.len().min(other.plain.len());
        let longer = self.plain.len().max(other.plain.len());
        run(&self.plain, &other.plain) >= LONG_RUN
            || shorter >= LONG_RUN && order(&self.plain, &other.plain) * 5 >= longer * 4
    }

    /// Whether both may draw on one source.
    pub(super) fn may_draw_as(&self, other: &Self) -> bool {
        let shares = run(&self.sentence, &other.sentence) >= RUN
            || order(&self.sentence, &other.sentence) * 2 >= self.sentence.len().min(other.sentence.len());
        let draws = |a: &Self, b: &Self| {
            a.people.iter().any(|person| b.named.iter().any(|named| may_be_one(person, named)))
                || shares && !a.on.is_disjoint(&b.beside)
        };
        !self.agencies.is_disjoint(&other.agencies)
            || !self.on.is_disjoint(&other.on)
            || draws(self, other)
            || draws(other, self)
    }
}
