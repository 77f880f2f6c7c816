//! What is done to what: the verb of a statement with the noun of its object, whoever does it and however it is told.

use std::ops::Range;

use super::vectors::Term;
use super::vocabulary::{Sort, Vocabulary};
use crate::ground::words::{Word, is_in, stem};

/// Where a noun phrase ends.
const ENDS: &str = "with over in on at of to for from by after before as into under about against during since until than that \
    which who whom whose where when while and or but because if through between among amid toward towards without within via \
    despite is are was were be been has have had will would";

/// What begins a sentence.
const OPENS: &str = "they we he she it there this that these those the a an in on i you but and as when";

/// What a verb may have behind it before its object: it makes another verb of it.
const PARTICLES: &str = "off out down up over";
const LEADS: &str = "in on at to for from by into against";

/// Verbs that with a noun for an agreement say that there is one, and those with a particle that say what one word says.
const STRIKES: &str =
    "reach reaches reached strike strikes struck clinch clinched seal sealed broker brokered forge forged";
const PHRASES: [(&str, &str); 7] = [
    ("call off", "cancel"),
    ("pull out", "withdraw"),
    ("back out", "withdraw"),
    ("put off", "postpon"),
    ("turn down", "reject"),
    ("shut down", "shut"),
    ("carri out", "conduct"),
];

/// The deed that a text of such words tells: with its verb at `head`, and its `subject`, to which it is done in the passive.
pub(super) fn deed(
    text: &str,
    (found, all): (&[Word<'_>], &[String]),
    head: &Range<usize>,
    patient: Option<&Range<usize>>,
    vocabulary: &mut Vocabulary,
) -> Option<(Term, Term)> {
    let at = found.iter().position(|word| word.start == head.start)?;
    let mut verb = stem(&all[at]);
    let mut next = at + 1;
    let follows = |at: usize, list: &'static str| all.get(at).is_some_and(|word| is_in(list, word));
    if follows(next, PARTICLES) {
        verb = format!("{verb} {}", all[next]);
        next += 1;
        next += usize::from(follows(next, "of"));
    }
    if let Some((_, one)) = PHRASES.iter().find(|(told, _)| *told == verb) {
        verb = (*one).to_owned();
    }
    if patient.is_none() && follows(next, LEADS) {
        verb = format!("{verb} {}", all[next]);
    }
    next += usize::from(patient.is_none() && (follows(next, LEADS) || follows(next, "with")));
    let first = match patient {
        Some(range) => found.iter().position(|word| range.contains(&word.start))?,
        None => next,
    };
    let mut object = None;
    for at in first..found.len() {
        let inner =
            at == first || text[found[at - 1].end..found[at].start].chars().all(|c| matches!(c, ' ' | '"' | '“'));
        let told = vocabulary.word(found[at].text).filter(|_| !all[at].ends_with("ly"));
        // "A deal designed to …", "a deal Tuesday".
        let word = all[at].as_str();
        let beside = (word.ends_with("ed") || word.ends_with("ing")) && told.is_some_and(|told| told.1 == Sort::Word);
        let ends = !inner || is_in(ENDS, word) || patient.is_some_and(|range| !range.contains(&found[at].start));
        if ends || object.is_some() && (told.is_none() || beside) {
            // "Mill burns down river They saw …": a headline that runs into a sentence tells no deed.
            let runs_on = inner && is_in(OPENS, word) && found[at].text.starts_with(char::is_uppercase);
            object = object.filter(|_| !runs_on);
            break;
        }
        object = told.map(|told| told.0).or(object);
    }
    // "Voted unanimously to ban the nets": what it is that is voted.
    let to = (next..all.len()).take(4).find(|&at| all[at] == "to").and_then(|at| all.get(at + 1));
    let object = object.or_else(|| to.filter(|_| patient.is_none()).map(|verb| vocabulary.verb(verb)))?;
    let agreed = vocabulary.word("agreement").is_some_and(|told| told.0 == object);
    let verb = if agreed && is_in(STRIKES, &all[at]) { "strike".to_owned() } else { verb };
    Some((vocabulary.term(format!("!{verb}")), object))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ground::words::{fold, words};

    #[test]
    fn a_deed_is_told_in_many_ways() {
        let mut vocabulary = Vocabulary::default();
        let mut told = |text: &str, verb: &str, subject: &str| {
            let found = words(text);
            let all: Vec<String> = found.iter().map(|word| fold(word.text)).collect();
            let start = text.find(verb).expect("the verb");
            let patient = (!subject.is_empty()).then_some(0..subject.len());
            deed(text, (&found, &all), &(start..start + verb.len()), patient.as_ref(), &mut vocabulary)
        };
        let pact = told("Lund and Corby on Monday reached a fishing pact designed to save cod", "reached", "");
        assert!(pact.is_some());
        assert_eq!(told("The two towns struck a historic deal Monday", "struck", ""), pact);
        assert_eq!(told("A fishing agreement was reached in Lund", "reached", "A fishing agreement"), pact);
        let fair = told("Berg canceled the planned summer fair with a letter", "canceled", "");
        assert_eq!(told("Berg called off the fair, which was set for May", "called", ""), fair);
        assert_ne!(told("Berg opened the fair", "opened", ""), fair);
        assert_ne!(told("Berg arrived in Corby", "arrived", ""), told("Berg arrived from Corby", "arrived", ""));
        assert_ne!(told("They voted again to ban nets", "voted", ""), told("They voted to buy nets", "voted", ""));
        assert_eq!(told("Berg died", "died", ""), None);
    }
}
