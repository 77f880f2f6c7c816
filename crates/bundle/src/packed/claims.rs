//! Claims, and what they were once.

use std::collections::HashMap;

use model::{
    Alternative, Annotated, Claim, ClaimOrigin, Commitment, Day, Discrepancy, DiscrepancyKind, Expectation, Member,
    Occasion, Outcome, Perhaps, Reading, Settled, Span, Stage, Standing, Text, Tie, TieKind, Utterance, VariantWord,
};

use super::columns::{Column, Kind};
use super::documents::NOWHERE;
use super::pen::Pen;
use crate::data::PERHAPS;

const STANDINGS: [Standing; 4] = [Standing::Differs, Standing::Agreed, Standing::OneOrigin, Standing::Perhaps];
const TIES: [TieKind; 5] = [TieKind::Upstream, TieKind::Quotation, TieKind::Reuse, TieKind::Credit, TieKind::Review];
const DISCREPANCIES: [DiscrepancyKind; 7] = [
    DiscrepancyKind::Number,
    DiscrepancyKind::Date,
    DiscrepancyKind::Place,
    DiscrepancyKind::Actor,
    DiscrepancyKind::Wording,
    DiscrepancyKind::Commitment,
    DiscrepancyKind::Outcome,
];
const OUTCOMES: [Outcome; 4] = [Outcome::Happened, Outcome::Moved, Outcome::Denied, Outcome::NotResolved];

/// What claims speak of.
pub(super) struct Around<'a> {
    /// The documents, with their statements.
    pub(super) documents: &'a [Annotated],
    /// Their texts.
    pub(super) texts: Vec<Text<'a>>,
    /// The ids of stories.
    pub(super) stories: Vec<&'a str>,
    /// The ids of entities.
    pub(super) entities: Vec<&'a str>,
    /// The numbers of both, by id.
    pub(super) story_numbers: HashMap<&'a str, u32>,
    pub(super) entity_numbers: HashMap<&'a str, u32>,
}

impl<'a> Around<'a> {
    /// The words of a span.
    fn cut(&self, document: u32, span: Span) -> &'a str {
        self.texts.get(document as usize).map_or("", |text| text.cut(span))
    }
}

/// All claims.
pub(super) fn claims(pen: &mut Pen<'_>, claims: &mut Vec<Claim>, around: &Around<'_>) {
    // What was last known of an origin, by the first of its documents.
    let mut origins: HashMap<u32, ClaimOrigin> = HashMap::new();
    let mut next = (0, 0);
    pen.list(Column::Claims, claims, Claim::empty, |pen, own, before| {
        id(pen, &mut own.id, before.last().map_or("", |before| &before.id));
        claim(pen, own, None, around, &mut origins, &mut next);
        let since = own.since;
        let mut stages = std::mem::take(&mut own.earlier);
        let none = || Stage { from: Day(0), claim: Claim::empty() };
        pen.list(Column::Stages, &mut stages, none, |pen, stage, before| {
            let last = before.last().map(|last| last.from).or(since).unwrap_or(Day(0));
            let mut from = stage.from.0 as u32;
            pen.near(Column::Since, &mut from, last.0 as u32);
            stage.from.0 = from as i32;
            if !same(pen, &mut stage.claim.id, Some(&own.id)) {
                id(pen, &mut stage.claim.id, "");
            }
            let parent = before.last().map_or(&*own, |last| &last.claim);
            claim(pen, &mut stage.claim, Some(parent), around, &mut origins, &mut (0, 0));
        });
        own.earlier = stages;
    });
}

/// An id of seven letters as it is given to claims and stories, or any other string.
pub(super) fn id(pen: &mut Pen<'_>, id: &mut String, last: &str) {
    let own = number_of(id);
    if !pen.flag(Column::IdKnown, own.is_some()) {
        pen.string(Column::IdString, Kind::Id, id);
        return;
    }
    let last = number_of(last).unwrap_or(0);
    // Where ids come in their order, it costs less than the id; elsewhere no more.
    let own = own.unwrap_or(0);
    let step = own.wrapping_sub(last) & ((1 << 35) - 1);
    let high = pen.number(Column::IdHigh, step >> 14);
    let low = pen.number(Column::IdLow, step & 0x3fff | 0x4000);
    let read = (high << 14 | low & 0x3fff).wrapping_add(last) & ((1 << 35) - 1);
    *id = (0..7).rev().map(|at| char::from(ALPHABET[(read >> (at * 5) & 31) as usize])).collect();
}

/// Crockford's base 32 in lower case.
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// The number that seven letters are.
fn number_of(id: &str) -> Option<u64> {
    let digits = id.bytes().map(|letter| ALPHABET.binary_search(&letter).ok());
    (id.len() == 7).then(|| digits.into_iter().try_fold(0, |number, digit| Some(number << 5 | digit? as u64)))?
}

/// Takes what a parent has where it is the same; whether it is.
fn same<T: Clone + PartialEq>(pen: &mut Pen<'_>, own: &mut T, parent: Option<&T>) -> bool {
    let Some(parent) = parent else { return false };
    let same = pen.flag(Column::ClaimSame, own == parent);
    if same {
        own.clone_from(parent);
    }
    same
}

fn claim(
    pen: &mut Pen<'_>,
    own: &mut Claim,
    parent: Option<&Claim>,
    around: &Around<'_>,
    origins: &mut HashMap<u32, ClaimOrigin>,
    next: &mut (u32, u32),
) {
    if !same(pen, &mut own.members, parent.map(|parent| &parent.members)) {
        members(pen, own, parent, *next, around);
    }
    if let Some(first) = own.members.first() {
        *next = (first.document, first.statement + 1);
    }
    if !same(pen, &mut own.aliases, parent.map(|parent| &parent.aliases)) {
        pen.list(Column::ClaimAliases, &mut own.aliases, String::new, |pen, alias, _| id(pen, alias, ""));
    }
    if !same(pen, &mut own.story, parent.map(|parent| &parent.story)) {
        let mut story = around.story_numbers.get(own.story.as_str()).map_or(0, |number| number + 1);
        pen.plain(Column::ClaimStory, &mut story);
        let id = (story as usize).checked_sub(1).and_then(|number| around.stories.get(number));
        own.story = id.copied().unwrap_or_default().to_owned();
    }
    if !same(pen, &mut own.title, parent.map(|parent| &parent.title)) {
        pen.like(&mut own.title, sentence(around, own.members.first()));
    }
    own.stands = pen.flag(Column::ClaimStands, own.stands);
    pen.one_of(Column::ClaimCommitment, &Commitment::ALL, &mut own.commitment);
    pen.one_of(Column::ClaimStanding, &STANDINGS, &mut own.standing);
    own.open = pen.flag(Column::ClaimOpen, own.open);
    if !same(pen, &mut own.when, parent.map(|parent| &parent.when)) {
        pen.when(Column::ClaimWhen, &mut own.when);
    }
    let title = own.title.clone();
    let none = || Occasion { when: model::When::day(Day(0)), label: String::new(), members: Vec::new() };
    pen.list(Column::Occasions, &mut own.occasions, none, |pen, occasion, _| {
        let mut when = Some(occasion.when.clone());
        pen.when(Column::OccasionWhen, &mut when);
        match when {
            Some(when) => occasion.when = when,
            None => pen.damaged = true,
        }
        pen.like(&mut occasion.label, &title);
        numbers(pen, [Column::OccasionMembers, Column::OccasionMember], &mut occasion.members);
    });
    own.perhaps.truncate(PERHAPS);
    let place = own.members.first().map_or((0, 0), |first| (first.document, first.statement));
    let none = || Perhaps { document: 0, statement: 0, beside: 0, claim: String::new(), percent: 0 };
    if !same(pen, &mut own.perhaps, parent.map(|parent| &parent.perhaps)) {
        pen.list(Column::Perhaps, &mut own.perhaps, none, |pen, perhaps, _| {
            pen.near(Column::PerhapsDocument, &mut perhaps.document, place.0);
            pen.plain(Column::PerhapsStatement, &mut perhaps.statement);
        });
    }
    claim_origins(pen, own, parent, origins);
    discrepancies(pen, own, around);
    utterances(pen, own);
    expectation(pen, own);
    if !same(pen, &mut own.entities, parent.map(|parent| &parent.entities)) {
        pen.list(Column::ClaimEntities, &mut own.entities, String::new, |pen, id, _| {
            let mut number = around.entity_numbers.get(id.as_str()).map_or(0, |number| number + 1);
            pen.plain(Column::ClaimEntity, &mut number);
            match (number as usize).checked_sub(1).map(|number| around.entities.get(number)) {
                Some(Some(own)) => (*own).clone_into(id),
                // One that is none of the corpus's entities.
                None => pen.string(Column::ClaimEntityFurther, Kind::Id, id),
                Some(None) => pen.damaged = true,
            }
        });
    }
    pen.strings(Column::Reviews, Column::Review, Kind::Said, &mut own.reviews);
    let out = own.members.iter().filter_map(|member| around.documents.get(member.document as usize)?.document.out());
    let thought = out.max();
    pen.maybe_day(Column::Since, &mut own.since, thought);
}

/// The sentence that a statement stands in.
fn sentence<'a>(around: &Around<'a>, member: Option<&Member>) -> &'a str {
    let sentence = |member: &Member| {
        let annotated = around.documents.get(member.document as usize)?;
        let statement = annotated.statements.get(member.statement as usize)?;
        Some(around.cut(member.document, statement.sentence))
    };
    member.and_then(sentence).unwrap_or_default()
}

fn members(pen: &mut Pen<'_>, own: &mut Claim, parent: Option<&Claim>, next: (u32, u32), around: &Around<'_>) {
    let first =
        parent.and_then(|parent| parent.members.first()).map_or(next, |first| (first.document, first.statement));
    let first = match around.documents.get(first.0 as usize) {
        Some(annotated) if first.1 as usize >= annotated.statements.len() => (first.0 + 1, 0),
        _ => first,
    };
    let none = || Member { document: 0, statement: 0, origin: 0, reviewed: false };
    pen.list(Column::Members, &mut own.members, none, |pen, member, before| {
        match before.last() {
            None => {
                pen.near(Column::MemberDocument, &mut member.document, first.0);
                let from = if member.document == first.0 { first.1 } else { 0 };
                pen.near(Column::MemberStatement, &mut member.statement, from);
            }
            Some(last) => {
                pen.near(Column::MemberFurtherDocument, &mut member.document, last.document);
                let from = if member.document == last.document { last.statement } else { 0 };
                pen.near(Column::MemberFurtherStatement, &mut member.statement, from);
            }
        }
        pen.near(Column::MemberOrigin, &mut member.origin, before.last().map_or(0, |last| last.origin));
        member.reviewed = pen.flag(Column::MemberReviewed, member.reviewed);
    });
}

fn claim_origins(pen: &mut Pen<'_>, own: &mut Claim, parent: Option<&Claim>, known: &mut HashMap<u32, ClaimOrigin>) {
    if same(pen, &mut own.origins, parent.map(|parent| &parent.origins)) {
        return;
    }
    let of: Vec<u32> = own.members.iter().map(|member| member.document).collect();
    let none = || ClaimOrigin {
        id: String::new(),
        name: String::new(),
        why: String::new(),
        documents: Vec::new(),
        ties: Vec::new(),
        denies: false,
    };
    pen.list(Column::ClaimOrigins, &mut own.origins, none, |pen, origin, before| {
        let place = of.get(before.len()).copied().unwrap_or(0);
        let last = known.get(&place);
        if pen.flag(Column::ClaimOriginKnown, last == Some(origin)) {
            match last {
                Some(last) => origin.clone_from(last),
                None => pen.damaged = true,
            }
            return;
        }
        let mut end = place;
        pen.list(
            Column::ClaimOriginDocuments,
            &mut origin.documents,
            || 0,
            |pen, document, _| {
                pen.near(Column::ClaimOriginDocument, document, end);
                end = *document;
            },
        );
        pen.string(Column::ClaimOriginId, Kind::Id, &mut origin.id);
        pen.string(Column::ClaimOriginName, Kind::Name, &mut origin.name);
        pen.string(Column::ClaimOriginWhy, Kind::Said, &mut origin.why);
        origin.denies = pen.flag(Column::ClaimOriginDenies, origin.denies);
        let none = || Tie { kind: TieKind::Upstream, a: (0, NOWHERE), b: (0, NOWHERE) };
        pen.list(Column::Ties, &mut origin.ties, none, |pen, tie, _| {
            pen.one_of(Column::TieKind, &TIES, &mut tie.kind);
            for (document, span) in [&mut tie.a, &mut tie.b] {
                pen.near(Column::TieDocument, document, place);
                pen.span([Column::TieStart, Column::TieLength], span, 0);
            }
        });
        known.insert(place, origin.clone());
    });
}

fn discrepancies(pen: &mut Pen<'_>, own: &mut Claim, around: &Around<'_>) {
    let none =
        || Discrepancy { kind: DiscrepancyKind::Number, about: String::new(), update: false, values: Vec::new() };
    pen.list(Column::Discrepancies, &mut own.discrepancies, none, |pen, found, _| {
        pen.one_of(Column::DiscrepancyKind, &DISCREPANCIES, &mut found.kind);
        pen.string(Column::DiscrepancyAbout, Kind::Word, &mut found.about);
        found.update = pen.flag(Column::DiscrepancyUpdate, found.update);
        let none = || Reading { document: 0, span: NOWHERE, value: String::new(), by: String::new() };
        pen.list(Column::Readings, &mut found.values, none, |pen, reading, before| {
            pen.near(Column::ReadingDocument, &mut reading.document, before.last().map_or(0, |last| last.document));
            pen.span([Column::ReadingStart, Column::ReadingLength], &mut reading.span, 0);
            pen.like(&mut reading.value, around.cut(reading.document, reading.span));
            pen.string(Column::ReadingBy, Kind::Name, &mut reading.by);
        });
    });
}

fn utterances(pen: &mut Pen<'_>, own: &mut Claim) {
    let none = || Utterance { speaker: String::new(), versions: Vec::new() };
    pen.list(Column::Utterances, &mut own.utterances, none, |pen, utterance, _| {
        pen.string(Column::UtteranceSpeaker, Kind::Name, &mut utterance.speaker);
        let none = || Alternative { document: 0, span: NOWHERE, direct: false, words: Vec::new() };
        pen.list(Column::Versions, &mut utterance.versions, none, |pen, version, _| {
            pen.plain(Column::VersionDocument, &mut version.document);
            pen.span([Column::VersionStart, Column::VersionLength], &mut version.span, 0);
            version.direct = pen.flag(Column::VersionDirect, version.direct);
            let none = || VariantWord { text: String::new(), same: false };
            pen.list(Column::VersionWords, &mut version.words, none, |pen, word, _| {
                pen.string(Column::VersionWord, Kind::Word, &mut word.text);
                word.same = pen.flag(Column::VersionSame, word.same);
            });
        });
    });
}

fn expectation(pen: &mut Pen<'_>, own: &mut Claim) {
    let none = || Expectation { due: None, outcome: Outcome::NotResolved, settled_by: Vec::new() };
    pen.maybe(Column::Expectation, &mut own.expectation, none, |pen, expectation| {
        pen.when(Column::ExpectationDue, &mut expectation.due);
        pen.one_of(Column::ExpectationOutcome, &OUTCOMES, &mut expectation.outcome);
        let none = || Settled { document: 0, statement: 0, claim: None };
        pen.list(Column::Settled, &mut expectation.settled_by, none, |pen, settled, _| {
            pen.plain(Column::SettledDocument, &mut settled.document);
            pen.plain(Column::SettledStatement, &mut settled.statement);
            pen.maybe(Column::SettledClaimThere, &mut settled.claim, String::new, |pen, claim| {
                pen.string(Column::SettledClaim, Kind::Id, claim);
            });
        });
    });
}

/// Numbers that mostly rise.
pub(super) fn numbers(pen: &mut Pen<'_>, [count, step]: [Column; 2], numbers: &mut Vec<u32>) {
    pen.list(
        count,
        numbers,
        || 0,
        |pen, number, before| pen.near(step, number, before.last().map_or(0, |last| last + 1)),
    );
}
