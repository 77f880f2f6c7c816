use std::collections::{BTreeMap, BTreeSet};

use model::bundle::{Bracket, CardReading, ClaimCard, ClaimNote, Mark};
use model::order::gather;
use model::{Alternative, Claim, Commitment, Day, Discrepancy, DiscrepancyKind, Member, Relations, Utterance, When};

use super::denials::denials;
use super::telling::{Readings, otherwise};
use crate::tables::Tables;

/// The most statements that are shown as perhaps saying the same.
pub(crate) const PERHAPS: usize = 12;

/// A claim, as the list of all claims shows it: that can be narrowed by who takes part and by story.
pub(crate) fn claim_card(tables: &Tables<'_>, claim: &Claim) -> ClaimCard {
    let earlier = claim.earlier.iter().map(|stage| (stage.from, claim_card(tables, &stage.claim))).collect();
    let (entities, story) = (claim.entities.clone(), claim.story.clone());
    ClaimCard { entities, story, ..bare_card(tables, claim, earlier) }
}

/// A claim, as it is shown beside others where nothing is narrowed.
pub(super) fn plain_card(tables: &Tables<'_>, claim: &Claim) -> ClaimCard {
    let earlier = claim.earlier.iter().map(|stage| (stage.from, plain_card(tables, &stage.claim))).collect();
    bare_card(tables, claim, earlier)
}

fn bare_card(tables: &Tables<'_>, claim: &Claim, earlier: Vec<(Day, ClaimCard)>) -> ClaimCard {
    let bracket =
        |origin: &model::ClaimOrigin| Bracket { name: origin.name.clone(), documents: numbers(&origin.documents) };
    let (due, dues) = dues(tables, claim);
    ClaimCard {
        id: claim.id.clone(),
        title: claim.title.clone(),
        commitment: claim.commitment,
        standing: claim.standing,
        open: claim.open,
        differs: differs(claim, &otherwise(tables, claim)),
        articles: claim.articles() as u32,
        origins: claim.count_origins() as u32,
        marks: marks(tables, claim),
        // Whoever only denies it ties nothing.
        brackets: claim.origins.iter().filter(|o| o.documents.len() > 1 && !o.denies).map(bracket).collect(),
        readings: first_discrepancy(claim).map(|found| readings(tables, found)).unwrap_or_default(),
        when: claim.when.clone(),
        due,
        dues,
        wordings: gather::<_, BTreeSet<_>>(wordings(claim).into_iter().map(|(_, words)| words)).len() as u32,
        entities: Vec::new(),
        stands: claim.stands,
        story: String::new(),
        outcome: claim.expectation.as_ref().map(|expectation| expectation.outcome),
        denials: denials(tables, claim),
        since: claim.since,
        earlier,
    }
}

/// A claim, as the margin of a document shows it.
pub(super) fn claim_note(tables: &Tables<'_>, claim: &Claim) -> ClaimNote {
    let told = otherwise(tables, claim);
    ClaimNote {
        id: claim.id.clone(),
        title: claim.title.clone(),
        standing: claim.standing,
        open: claim.open,
        differs: differs(claim, &told),
        articles: claim.articles() as u32,
        origins: claim.count_origins() as u32,
        readings: claim
            .discrepancies
            .iter()
            .filter(|found| !found.update)
            .map(|found| (found.kind, found.values.iter().map(|v| (v.document + 1, v.value.clone())).collect()))
            .chain(told)
            .collect(),
        wordings: wordings(claim),
        perhaps: perhaps(tables, claim),
    }
}

/// When a claim is due, and the other times at which statements that look ahead have it due, the first first. Where none
/// counts for all of them, the first that a statement tells does: its page shows each.
pub(crate) fn dues(tables: &Tables<'_>, claim: &Claim) -> (Option<When>, Vec<When>) {
    let Some(expectation) = &claim.expectation else { return (None, Vec::new()) };
    let statement =
        |member: &Member| tables.documents.get(member.document as usize)?.statements.get(member.statement as usize);
    let ahead = claim.members.iter().filter_map(statement).filter(|told| told.commitment == Commitment::Expected);
    apart(expectation.due.clone(), ahead.filter_map(|told| told.time.clone()).collect())
}

/// The time that counts, and the others that are told.
fn apart(due: Option<When>, mut dues: Vec<When>) -> (Option<When>, Vec<When>) {
    model::order::sort_by_cached_key(&mut dues, |when| (when.sort_day(), when.edtf.clone()));
    dues.dedup();
    let due = due.or_else(|| dues.first().cloned());
    dues.retain(|when| due.as_ref() != Some(when));
    (due, dues)
}

/// How documents print the first of a claim's utterances that they do not print alike; nothing where they all do. Who
/// retells it in other words prints nothing.
fn wordings(claim: &Claim) -> Vec<(u32, String)> {
    let printed = |utterance: &Utterance| -> Vec<(u32, String)> {
        let direct = utterance.versions.iter().filter(|version| version.direct);
        let words = |version: &Alternative| {
            version.words.iter().map(|word| word.text.to_lowercase()).collect::<Vec<_>>().join(" ")
        };
        direct.map(|version| (version.document + 1, words(version))).collect()
    };
    let apart = |found: &Vec<(u32, String)>| found.iter().any(|(_, words)| *words != found[0].1);
    claim.utterances.iter().map(printed).find(apart).unwrap_or_default()
}

/// Ids of the claims that perhaps say the same as one, the likeliest first.
fn perhaps(tables: &Tables<'_>, claim: &Claim) -> Vec<String> {
    let mut ids: Vec<String> = Vec::new();
    for beside in claim.perhaps.iter().take(PERHAPS) {
        if let Some(other) = tables.claim_of(beside.document, beside.statement)
            && !ids.contains(&other.id)
        {
            ids.push(other.id.clone());
        }
    }
    ids
}

/// Documents that share an origin over the corpus, of those whose number is at most `last`.
pub(super) fn corpus_brackets(relations: &Relations, last: usize) -> Vec<Bracket> {
    let bracket = |origin: &model::Origin| {
        let mut documents = numbers(&origin.documents);
        documents.retain(|&number| number as usize <= last);
        (documents.len() > 1).then(|| Bracket { name: origin.name.clone(), documents })
    };
    relations.origins.iter().filter_map(bracket).collect()
}

/// Document indices as numbers, rising, each once.
pub(super) fn numbers(documents: &[u32]) -> Vec<u32> {
    let mut numbers: Vec<u32> = documents.iter().map(|index| index + 1).collect();
    model::order::sort(&mut numbers);
    numbers.dedup();
    numbers
}

/// What each document says of a claim, by number.
fn marks(tables: &Tables<'_>, claim: &Claim) -> Vec<Mark> {
    let mut marks: BTreeMap<u32, Mark> = BTreeMap::new();
    for member in &claim.members {
        let Some(annotated) = tables.documents.get(member.document as usize) else { continue };
        let Some(statement) = annotated.statements.get(member.statement as usize) else { continue };
        let mark = marks.entry(member.document).or_insert_with(|| Mark {
            document: member.document + 1,
            commitments: Vec::new(),
            at: statement.span,
            origin: member.origin,
        });
        mark.at = mark.at.min(statement.span);
        mark.commitments.push(statement.commitment);
    }
    let tidy = |mut mark: Mark| {
        model::order::sort(&mut mark.commitments);
        mark.commitments.dedup();
        mark
    };
    marks.into_values().map(tidy).collect()
}

/// The kinds of discrepancy of a claim, and of what reports only tell otherwise, each once; what a later report only brings
/// up to date is none.
fn differs(claim: &Claim, otherwise: &[(DiscrepancyKind, Readings)]) -> Vec<DiscrepancyKind> {
    let found = claim.discrepancies.iter().filter(|found| !found.update).map(|found| found.kind);
    let mut kinds: Vec<_> = found.chain(otherwise.iter().map(|(kind, _)| *kind)).collect();
    model::order::sort(&mut kinds);
    kinds.dedup();
    kinds
}

/// The discrepancy that stands for all of a claim's: the first that is more than an update.
fn first_discrepancy(claim: &Claim) -> Option<&Discrepancy> {
    claim.discrepancies.iter().find(|found| !found.update).or_else(|| claim.discrepancies.first())
}

/// What reports give; who prints one speaker's words otherwise is told by outlet.
fn readings(tables: &Tables<'_>, discrepancy: &Discrepancy) -> Vec<CardReading> {
    let outlet = |document: u32| tables.cards.get(document as usize).and_then(|card| card.outlet.clone());
    let quoting =
        |value: &model::Reading| outlet(value.document).filter(|_| discrepancy.kind == DiscrepancyKind::Wording);
    let reading = |value: &model::Reading| CardReading {
        value: value.value.clone(),
        by: quoting(value).unwrap_or_else(|| value.by.clone()),
        document: value.document + 1,
        at: value.span,
    };
    discrepancy.values.iter().map(reading).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_due_by_a_statement_has_a_date() {
        let when = |text: &str| When::parse(text).expect("a date");
        let told = || vec![when("2031-11"), when("2031-10"), when("2031-10")];
        assert_eq!(apart(Some(when("2031-11")), told()), (Some(when("2031-11")), vec![when("2031-10")]));
        assert_eq!(apart(None, told()), (Some(when("2031-10")), vec![when("2031-11")]));
        assert_eq!(apart(None, Vec::new()), (None, Vec::new()));
    }
}
