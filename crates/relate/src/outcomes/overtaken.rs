//! What later reports make of an expectation without telling that very thing: they have gone on to what was to come, its doer is
//! gone, or it was due long before them. It is then neither settled nor open, for one of them may say so in words that nobody finds.

use std::collections::BTreeSet;

use model::{Annotated, Commitment, Day, EntityKind, Expectation, Span, Tense};

use super::ahead;
use super::told::{Matter, is_later};
use crate::findings::Findings;
use crate::ground::ids;
use crate::ground::reports::Place;
use crate::ground::words::{fold, is_in, words};

/// Verbs by which somebody is gone who was to do something.
const GONE: &str = "defected resigned quit died fled arrested dismissed sacked fired ousted killed withdrew stepped retired \
    detained deposed";

/// Verbs of what is done by speaking, as stems or families.
const SPEAKING: &str = "announc speak address present outlin brief unveil disclos tell statement speech report";

/// Days after the report within which somebody who was to speak has spoken.
const SPOKEN: i32 = 3;

/// What tells that an expectation is behind the reports.
pub(super) struct Behind {
    place: Place,
    /// Pairs of neighbouring words of what is to come, folded and digested.
    pairs: Vec<[u32; 2]>,
    /// Whether what is to come is the subject, so that a report that tells of it in the past has seen it.
    befalls: bool,
    /// The people who are to do it.
    doers: BTreeSet<u32>,
    /// Whether they are to speak.
    speaks: bool,
}

impl Behind {
    pub(super) fn new(findings: &Findings<'_>, place: Place) -> Self {
        let reports = &findings.reports;
        let statement = reports.statement(place);
        let clause = statement.clause.as_ref();
        let subject = clause.and_then(|clause| clause.subject).or(statement.subject);
        let verb = ahead::event_verb(reports, place);
        let befalls = verb.is_none() || ahead::is_passive(reports, place);
        let object = clause.map(|clause| Span::new(clause.verb.end, statement.span.end.max(clause.verb.end)));
        let told = if befalls { subject } else { object };
        let people = statement.participants.iter().filter(|mention| {
            mention.kind == EntityKind::Person && subject.is_some_and(|subject| subject.contains(mention.span))
        });
        let said = verb.as_deref().is_some_and(|verb| is_in(SPEAKING, verb));
        Self {
            place,
            pairs: told.map_or_else(Vec::new, |span| pairs(reports.cut(place.document, span))),
            befalls,
            doers: model::order::gather(people.filter_map(|mention| findings.entities.find(&mention.name))),
            speaks: said,
        }
    }

    /// Whether the statement `index` of another report shows that.
    pub(super) fn is_shown_by(&self, findings: &Findings<'_>, matter: &Matter, index: u32) -> bool {
        let reports = &findings.reports;
        let place = reports.places[index as usize];
        if place.document == self.place.document {
            return false;
        }
        let statement = reports.statement(place);
        let later = is_later(reports, self.place, place);
        let days = reports.published(self.place.document).zip(reports.published(place.document));
        let soon = days.is_some_and(|(said, then)| (0..=SPOKEN).contains(&(then.0 - said.0)));
        let is_doer = |name: &str| findings.entities.find(name).is_some_and(|entity| self.doers.contains(&entity));
        if self.speaks && soon && statement.holders.iter().skip(1).any(|holder| is_doer(&holder.name)) {
            return true;
        }
        let past = |tense: Tense| matches!(tense, Tense::Past | Tense::Perfect);
        let Some(clause) = statement.clause.as_ref().filter(|clause| later && past(clause.tense)) else { return false };
        let said = reports.published(self.place.document);
        let before =
            statement.time.as_ref().and_then(|time| time.last).zip(said).is_some_and(|(last, said)| last < said);
        if before || matches!(statement.commitment, Commitment::Expected | Commitment::Hedged) {
            return false;
        }
        let gone = || {
            let subject = clause.subject.or(statement.subject);
            let named = statement.participants.iter().filter(|m| subject.is_some_and(|span| span.contains(m.span)));
            is_in(GONE, &fold(reports.cut(place.document, clause.head))) && named.into_iter().any(|m| is_doer(&m.name))
        };
        let own = &findings.space.statements[index as usize].said.words;
        let meets = || own.windows(2).any(|pair| self.pairs.iter().any(|known| known == pair));
        !self.doers.is_empty() && gone()
            || !self.pairs.is_empty() && meets() && (self.befalls || matter.has_doer_or_verb_of(findings, place))
    }
}

/// The pairs of neighbouring words that mean something, folded and digested: "new guidelines", "preliminary hearing".
fn pairs(text: &str) -> Vec<[u32; 2]> {
    let found: Vec<String> = words(text).iter().map(|w| fold(w.text)).collect();
    let small =
        "the and for with from its his her their this that will are was were been has have not all any our into at on";
    let means = |word: &String| word.len() > 2 && !is_in(small, word) && word.chars().all(char::is_alphabetic);
    let kept = found.windows(2).filter(|pair| pair.iter().all(means));
    kept.map(|pair| [ids::digest([pair[0].as_str()]) as u32, ids::digest([pair[1].as_str()]) as u32]).collect()
}

/// How many days ahead of its report something is due that later reports are taken for granted to have seen.
const SOON: i32 = 14;

/// How many reports have to be of later days than it was due.
const OVERTAKEN: usize = 10;

/// The document with which an expectation is overtaken: what was due within days, and behind which many reports follow, has
/// come or not, and one of them may say so in words that nobody finds. It is neither settled then nor open.
pub(super) fn overtaken(findings: &Findings<'_>, group: &[u32], expectation: &Expectation) -> Option<u32> {
    let reports = &findings.reports;
    let said = group.iter().filter_map(|&index| reports.published(reports.places[index as usize].document)).max()?;
    let soon = || group.iter().filter_map(|&index| soon(reports.words_of(reports.places[index as usize]))).max();
    let due = match &expectation.due {
        Some(due) => due.last?,
        None => Day(said.0 + soon()?),
    };
    if due.0 - said.0 > SOON {
        return None;
    }
    // They come by publication, undated ones last.
    let day = |document: &&Annotated| document.document.published.as_ref().map(model::When::sort_day);
    let later = reports.documents.partition_point(|document| day(document).is_some_and(|day| day <= due));
    let last = later + OVERTAKEN - 1;
    reports.documents.get(last).and_then(day).map(|_| last as u32)
}

/// Within how many days something is due that is a matter of hours, of days, or soon, where words say so without a day.
fn soon(text: &str) -> Option<i32> {
    let lower = text.to_lowercase();
    let has = |told: &[&str]| told.iter().any(|words| lower.contains(words));
    if has(&["an hour", " hours", "tonight", "momentarily"]) {
        Some(1)
    } else if has(&["coming days", "next few days", "within days", "few days"]) {
        Some(4)
    } else {
        has(&["shortly", " soon"]).then_some(SOON)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_to_come_is_known_by_neighbouring_words() {
        assert_eq!(pairs("A preliminary hearing").len(), 1);
        assert_eq!(pairs("The hearing").len(), 0, "there are many");
        assert_eq!(pairs("new rules for the port of Corby").len(), 1);
    }
}
