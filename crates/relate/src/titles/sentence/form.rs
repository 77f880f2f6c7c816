//! The form of a sentence: whether it is whole, from its subject to its end.

use model::Statement;

use super::verbs;
use crate::ground::frame::is_number;
use crate::ground::reports::Reports;
use crate::ground::words::{Word, fold, words};
use crate::titles::lexicon;

/// A statement as a sentence.
#[derive(Clone)]
pub(in crate::titles) struct Sentence {
    pub text: String,
    /// Its subject; empty where it tells somebody's words.
    pub subject: String,
    /// Whether its subject names somebody or something, rather than only describing it.
    pub named: bool,
    /// Whether it says of whom or of what, or how many, beside its subject.
    pub specific: bool,
    /// Whether it tells somebody's words, with their name.
    pub quoted: bool,
    /// Whether its verb is passive.
    pub passive: bool,
    /// The byte at which its verb ends, where that is known.
    pub verb: Option<usize>,
    /// Names that its report has for what its own words only point at.
    pub filled: String,
}

/// What is asked of a sentence.
#[derive(Clone, Copy)]
pub(in crate::titles) struct Demand {
    /// Whether what one report alone says has to tell all that is meant.
    pub strict: bool,
    /// Whether it stands beside its date.
    pub dated: bool,
}

/// A subject as a title has it.
pub(in crate::titles) struct Subject {
    pub text: String,
    /// Whether it names somebody or something.
    pub named: bool,
    /// Whether it is one person.
    pub person: bool,
    /// Whether it is more than one, or a body of people.
    pub many: bool,
}

/// Whether what stands between subject and verb is nothing, adverbs, or something that commas set off.
pub(in crate::titles) fn insertion(text: &str) -> bool {
    let text = text.trim();
    text.is_empty()
        || text.starts_with(',') && text.ends_with(',')
        || text.starts_with(['—', '–']) && text.ends_with(['—', '–'])
        || words(text).iter().all(|w| lexicon::tells_time(&fold(w.text)) || fold(w.text).ends_with("ly"))
}

/// Whether a predicate says something: its verb has what it takes.
pub(in crate::titles) fn is_whole(
    reports: &Reports<'_>,
    document: u32,
    statement: &Statement,
    predicate: &str,
) -> bool {
    let Some(clause) = &statement.clause else { return false };
    let head = fold(reports.cut(document, clause.head));
    let all = words(predicate);
    let own = words(reports.cut(document, clause.verb)).len();
    let from = own.checked_sub(1).and_then(|last| all.get(last)).map_or(0, |word| word.end);
    if verbs::lacks(&head, clause.passive, &predicate[from..]) {
        return false;
    }
    let manner = all.iter().skip(own).filter(|w| w.text.ends_with("ly")).count();
    let told = all.len().saturating_sub(own + manner);
    if told == 0 {
        return clause.passive || lexicon::stands_without_object(&head);
    }
    let time = statement.time_span.map_or(0, |time| words(reports.cut(document, time)).len());
    if lexicon::is_saying(&head) && !clause.passive {
        return told > time + 3;
    }
    told > usize::from(!clause.passive && !lexicon::stands_without_object(&head) && told == time)
}

/// Whether a sentence ends, and leaves nothing open at its end.
pub(in crate::titles) fn ends_well(text: &str) -> bool {
    let found = words(text);
    if text.starts_with("The longer ") || text.starts_with("The more ") || text.starts_with("The less ") {
        return false;
    }
    let back = [
        " in response",
        " as a result",
        " in return",
        " in turn",
        " in kind",
        " in favour",
        " in favor",
        " move forward",
        " go forward",
    ];
    if back.iter().any(|end| text.ends_with(end)) {
        return false;
    }
    // "Is instead being smuggled": of what else the sentence before tells.
    if text.contains(" instead ") && !text.contains(" instead of ") {
        return false;
    }
    // "Had not left Lund and arguing that …": what the speaker did besides.
    let besides = [" and arguing that ", " and saying that ", " and adding that ", " and insisting that "];
    if has_a_tag(text) || besides.iter().any(|besides| text.contains(besides)) {
        return false;
    }
    if text.contains(", and,") || text.contains(", but,") || text.contains(" and after a ") {
        return false;
    }
    // "Began on 19 March, two days", "left half an hour": what it was counted from is lost.
    if let [.., before, number, unit] = found.as_slice() {
        let count = is_number(&fold(number.text)) || matches!(number.text, "an" | "a" | "few" | "several");
        let time = "second seconds minute minutes hour hours day days week weeks month months year years";
        let measured = "for in within over about of than last least to nearly almost some by every next past another only \
            took takes lasted lasts around until";
        let half =
            before.text == "half" && found.len() > 3 && !lexicon::has(measured, &fold(found[found.len() - 4].text));
        if count
            && lexicon::has(time, unit.text)
            && (half || before.text != "half" && !lexicon::has(measured, &fold(before.text)))
        {
            return false;
        }
    }
    let last = found.last().map(|w| fold(w.text)).unwrap_or_default();
    // "Met with Chairman": whose name is cut.
    let before = found.len().checked_sub(2).map_or("", |at| found[at].text);
    if lexicon::has("with to by of and for from", before)
        && lexicon::has("chairman president minister senator secretary mr mrs king prince", &last)
        && found.last().is_some_and(|w| w.text.starts_with(char::is_uppercase))
    {
        return false;
    }
    let capital = found.last().is_some_and(|w| w.text.starts_with(char::is_uppercase));
    let open = lexicon::dangles(&last) || lexicon::leaves_open(&last);
    found.len() >= 4 && (capital || !open) && text.chars().count() >= 15
}

/// "…, notes Anna Berg", "…, said Corby Post, a paper of Lund": who says so stands within the words, where no holder was read.
fn has_a_tag(text: &str) -> bool {
    text.split(", ").skip(1).any(|part| {
        let found = words(part);
        let [says, who @ ..] = found.as_slice() else { return false };
        let saying = lexicon::is_saying(says.text) || lexicon::has("argues observes adds recalls explains", says.text);
        saying && (1..5).contains(&who.len()) && who.iter().all(|w| w.text.starts_with(char::is_uppercase))
    })
}

/// Whether a word says of what somebody speaks.
pub(in crate::titles) fn names_or_counts(word: &Word<'_>) -> bool {
    word.text.starts_with(char::is_uppercase)
        && !matches!(&*fold(word.text).replace('\'', ""), "i" | "im" | "ill" | "ive" | "id")
        || is_number(&fold(word.text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_at_the_end_is_counted_from_something() {
        assert!(!ends_well("The Lund talks began on 19 March 2024, two days"));
        assert!(!ends_well("Olaf Lind came back to the mill six years"));
        assert!(!ends_well("Olaf Lind died in the Lund hospital half an hour"));
        assert!(!ends_well("Olaf Lind closed the piers of Lund in response"));
        assert!(!ends_well("Salt is instead being taken to Lund by sea"));
        assert!(!ends_well("Norway fought Lund and its friends in Corby, notes Olaf Lind"));
        assert!(!ends_well("Olaf Lind left Corby, said NOP, the house of the Lund Post"));
        assert!(!ends_well("I had good meetings in Corby with Chairman"));
        assert!(!ends_well("Norway had not left and arguing that Lund had done so"));
        assert!(ends_well("Norway fought Lund and its friends, Corby and Ask"));
        assert!(ends_well("Salt is taken to Lund by sea instead of by land"));
        assert!(ends_well("The Lund pier was closed for two days"));
        assert!(ends_well("The crossing from Lund to Corby took two hours"));
    }
}
