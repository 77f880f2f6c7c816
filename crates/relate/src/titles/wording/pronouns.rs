//! Pronouns that stand for what a title does not name.

use model::{EntityKind, Mention, Span};

use crate::findings::Findings;
use crate::ground::reports::Place;
use crate::ground::words::words;
use crate::titles::lexicon;
use crate::titles::sentence::form::Subject;

/// What stands for somebody or something that is named elsewhere.
const PRONOUNS: &str = "he she it they him her them his its their we us our i me my you your this these those hers theirs \
    ours mine yours himself herself itself themselves ourselves myself yourself";

/// Those that stand before a noun.
const OWN: &str = "his her its their my our your this these those such";

/// Those of whoever speaks, which a name before the words explains.
const SPEAKERS: &str = "i we us our ours me my mine myself ourselves";

/// Whether a folded word is a pronoun that stands for something.
pub(in crate::titles) fn is_pronoun(word: &str) -> bool {
    lexicon::has(PRONOUNS, word)
}

/// Whether a folded word says of a noun whose it is, or points at it.
pub(in crate::titles) fn is_own(word: &str) -> bool {
    lexicon::has(OWN, word)
}

/// Whether a folded word stands, in words that are told with their speaker, for what is named elsewhere.
pub(in crate::titles) fn is_lost_in_quotation(word: &str) -> bool {
    let bare = word.split('\'').next().unwrap_or(word);
    is_pronoun(bare) && !lexicon::has(SPEAKERS, bare) || lexicon::has("that there here then", bare)
}

/// Whom the pronoun "he" or "she" at `given` means, the subject of the statement at `place` or before it in its own: where
/// its report was read so, and names nobody else in the two sentences before.
pub(in crate::titles) fn meant(findings: &Findings<'_>, place: Place, given: Span) -> Option<String> {
    let reports = &findings.reports;
    if !matches!(&*reports.cut(place.document, given).to_lowercase(), "he" | "she") {
        return None;
    }
    let sentence = reports.statement(place).sentence;
    let beside = reports.statements_of(place.document, sentence);
    let read = beside.flat_map(|statement| &statement.participants).find(|mention| mention.span == given)?;
    let document = reports.documents[place.document as usize];
    let at = document.sentences.partition_point(|sentence| sentence.end <= given.start);
    let from = document.sentences.get(at.saturating_sub(2))?.start;
    let named = reports.mentions_in(place.document, Span::new(from, given.start.max(from)));
    let named = named.filter(|mention| mention.kind == EntityKind::Person);
    let mut people: Vec<(Option<u32>, &str)> =
        named.map(|mention| (findings.entities.find(&mention.name), mention.name.as_str())).collect();
    model::order::sort(&mut people);
    people.dedup_by_key(|(entity, _)| *entity);
    match people.as_slice() {
        [(Some(entity), name)] if findings.entities.find(&read.name) == Some(*entity) => Some((*name).to_owned()),
        _ => None,
    }
}

/// Whether a word of a title goes back to what the title does not name before it.
pub(in crate::titles) fn is_lost(text: &str, subject: &Subject, persons: &[&Mention]) -> bool {
    let found: Vec<(usize, String)> =
        words(text).iter().map(|w| (w.start, w.text.to_lowercase().replace('’', "'"))).collect();
    let named_before = |at: usize| {
        persons.iter().any(|m| {
            let last = m.name.split(' ').next_back().unwrap_or_default();
            last.len() > 2 && text[..at].contains(last)
        })
    };
    let next = |index: usize| found.get(index + 1).map_or("", |(_, word)| word.as_str());
    let before = |index: usize| index.checked_sub(1).and_then(|at| found.get(at)).map_or("", |(_, word)| word.as_str());
    // "GM said it would sell": the pronoun stands in a clause of its own, whose subject may be that of the sentence.
    let opens_clause = |index: usize| {
        let word = before(index);
        lexicon::is_saying(word)
            || lexicon::has(
                "that because after before as if when while until since unless where what how whether although though once than and but",
                word,
            )
    };
    found.iter().enumerate().any(|(index, (at, word))| {
        let bare = word.split('\'').next().unwrap_or(word);
        match bare {
            "i" | "we" | "us" | "our" | "ours" | "my" | "me" | "you" | "your" | "yours" | "myself" | "ourselves" => {
                // "US" is a country.
                text[*at..].chars().next().is_some_and(char::is_lowercase) || bare != "us"
            }
            "he" | "she" | "his" | "her" | "himself" | "herself" => !subject.person && !named_before(*at),
            "him" | "them" => true,
            "it" => subject.person || !subject.named || !opens_clause(index),
            "its" | "itself" => subject.person && !subject.many,
            // "A strike killed five of their soldiers": whose?
            "they" | "their" | "themselves" => {
                let one = !subject.many && (subject.text.starts_with("A ") || subject.text.starts_with("An "));
                let several = |(_, word): &(usize, String)| {
                    word.len() > 3 && word.ends_with('s')
                        || matches!(word.as_str(), "and" | "people" | "men" | "women" | "children" | "police")
                };
                let close = found[index.saturating_sub(2)..index].iter().any(|(_, word)| word == "of");
                subject.person || one && (close || !found[..index].iter().any(several))
            }
            "this" | "these" | "here" => true,
            "those" => !lexicon::has("who of with in from whose that killed injured", next(index)),
            "that" => {
                let pronoun = word.contains('\'') || lexicon::is_auxiliary(next(index)) || next(index).is_empty();
                let taken = lexicon::is_saying(before(index))
                    || lexicon::has(
                        "worry worries worried fear fears feared hope hopes hoped doubt doubts",
                        before(index),
                    )
                    || lexicon::has(
                        "prefer like do did for of about with at after before by on than does doing done to",
                        before(index),
                    );
                // "Has that chance", "of that bridge".
                let owned = lexicon::has(
                    "have has had having of for with at by on about from to under into in during over",
                    before(index),
                );
                // "believes that announcing …": a clause without its verb.
                owned
                    || lexicon::is_vague(next(index))
                    || pronoun && taken
                    || next(index).ends_with("ing") && lexicon::is_saying(before(index))
            }
            "there" => !(lexicon::is_auxiliary(next(index)) || word.contains('\'')),
            "elsewhere" | "likewise" | "thereafter" | "then" => next(index).is_empty(),
            _ => false,
        }
    })
}
