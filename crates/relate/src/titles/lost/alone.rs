//! What only one report says has nobody beside it to tell what it means: more has to be said in it.

use model::{Commitment, Grain, Tense};

use crate::ground::frame::is_number;
use crate::ground::reports::{Place, Reports};
use crate::ground::words::{fold, words};
use crate::titles::lexicon;
use crate::titles::sentence::{form, verbs};

/// Words that go back to what stands before, or that hold on the day of the report only.
const LOST: &str = "soon later then again still aforesaid there ones thereby therein meanwhile likewise instead \
    already now currently such another elsewhere nearby too also neither either none others itself themselves just \
    initially eventually subsequently previously additional additionally further furthermore similarly";

/// What compares with something that has to be told.
const COMPARING: &str = "more less fewer better worse larger smaller higher lower greater tougher stronger weaker longer \
    shorter bigger closer earlier faster slower older younger cheaper safer easier harder wider";

/// Those who are somebody's, which has to be told.
const OF_SOMEBODY: &str = "opponents critics supporters opponent critic supporter colleagues colleague allies rivals \
    counterparts counterpart relatives neighbors neighbours members leaders officials opposition residents";

/// Whether a statement that one report makes can be told alone: it is no writer's own view, its subject has a name, and it
/// shows nothing of a day.
pub(in crate::titles) fn stands(reports: &Reports<'_>, place: Place, who: &form::Subject, predicate: &str) -> bool {
    let statement = reports.statement(place);
    let view = statement.holders.len() < 2 && reports.is_personal(place.document);
    let Some(clause) = &statement.clause else { return false };
    // "Lind meets Berg in Lund": a caption, or a day's news.
    let dated = reports
        .times_in(place.document, statement.span)
        .any(|time| time.when.as_ref().is_some_and(|when| matches!(when.grain, Grain::Day | Grain::Month)));
    let shows = clause.tense == Tense::Present && statement.commitment != Commitment::Expected && dated;
    // What it says has to name or count something too.
    let says = words(predicate).iter().skip(1).any(form::names_or_counts);
    // A name that no list knows stands alone and is no plural; and what happened on a day is known by it.
    let found = words(&who.text);
    let name = found.len() == 1 && found[0].text.starts_with(char::is_uppercase) && !found[0].text.ends_with('s');
    let dated = clause.timed && statement.time.as_ref().is_some_and(|when| when.grain == Grain::Day);
    !view && !shows && (who.named || name || dated) && says
}

/// Whether a sentence, told with `lead` before its subject, holds a word that its reader has to look up in the report.
pub(in crate::titles) fn is_lost(text: &str, lead: &str) -> bool {
    let found: Vec<(String, bool)> =
        words(text).iter().map(|w| (fold(w.text), w.text.starts_with(char::is_uppercase))).collect();
    let named = |text: &str| {
        words(text).iter().skip(1).any(|w| w.text.starts_with(char::is_uppercase) || is_number(&fold(w.text)))
    };
    let points =
        words(lead).iter().any(|w| lexicon::has("the this that these those such his her its their", &fold(w.text)));
    if text.contains("so-called") || points && !named(lead) || is_of_a_day(text) {
        return true;
    }
    let word = |at: usize| found.get(at).map_or("", |(word, _)| word.as_str());
    let last = found.len().saturating_sub(1);
    found.iter().enumerate().any(|(at, (own, capital))| {
        if *capital && at > 0 {
            return false;
        }
        let than = found[at + 1..].iter().any(|(word, _)| word == "than");
        lexicon::has(LOST, own) && !(own == "later" && word(at + 1) == "than")
            || lexicon::has(COMPARING, own) && !than && !is_number(word(at + 1)) && !lexicon::has("no any the", word(at.wrapping_sub(1)))
            || own == "same" && !found[at..].iter().any(|(word, _)| word == "as")
            || own == "some" && at >= words(lead).len() && word(at + 1) != "of" && lexicon::has("parts areas places cases ways points", word(at + 1))
            || lexicon::has(OF_SOMEBODY, own) && at == 0 && word(1) != "of"
            // "The decision to cancel": what?
            || at == last && word(at.wrapping_sub(1)) == "to" && verbs::is_transitive(own)
            // "Will exceed 700": of what?
            || at == last && own.chars().all(|c| c.is_ascii_digit() || c == ',') && own.len() < 4
            || lexicon::has("said says told", own) && at + 3 >= found.len() && at > 1
    })
}

/// Whether a price or an index moved, on a day that the title does not tell.
pub(in crate::titles) fn is_of_a_day(text: &str) -> bool {
    let found: Vec<String> = words(text).iter().map(|w| fold(w.text)).collect();
    let moved = "rose fell gained lost dropped climbed slipped closed surged jumped declined edged tumbled slid rallied \
        soared plunged sank advanced added shed ended finished";
    let up = found.windows(2).any(|pair| lexicon::has("was were", &pair[0]) && lexicon::has("up down off", &pair[1]));
    // "Closed steady", "ended at 99 cents".
    let closed = found.windows(2).any(|pair| {
        lexicon::has("closed ended finished opened", &pair[0])
            && lexicon::has("steady higher lower mixed unchanged firmer easier at", &pair[1])
    });
    // "Lost 10 to 4.75", "jumping 1.04 dlrs to a record 10.30": a price.
    let number = |word: &str| {
        word.starts_with(|c: char| c.is_ascii_digit()) && !(word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit()))
    };
    let jumps = "rose fell gained lost dropped climbed slipped jumped jumping declined edged rising falling gaining losing dropping added shed firmed eased \
        increased decreased advanced";
    let priced = (0..found.len()).any(|at| {
        let by = found.get(at + 1).is_some_and(|word| number(word) || is_number(word) && word != "a");
        let to = found.iter().skip(at + 2).take(2).position(|word| word == "to");
        let level = to.is_some_and(|to| found.iter().skip(at + to + 3).take(3).any(|word| number(word)));
        lexicon::has(jumps, &found[at]) && by && level
    });
    if priced && !found.iter().any(|word| word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit())) {
        return true;
    }
    let moves = up || found.iter().any(|word| lexicon::has(moved, word));
    let quoted = closed
        && found.iter().any(|word| lexicon::has("futures prices shares stocks cents dlrs dollars dollar stg", word));
    let share = quoted
        || text.contains('%')
        || found.iter().any(|word| lexicon::has("percent pct points cents barrel volume", word));
    let year = found.iter().any(|word| word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit()));
    moves && share && !year
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_only_the_report_explains_is_lost() {
        for text in [
            "Berg is following the same plan as a rule of Lund".replace(" as a rule", ""),
            "Opponents pounced on the Lund treaty".to_owned(),
            "Lund hopes that sales will exceed 700".to_owned(),
            "Norway has promised more help to Lund".to_owned(),
            "Norway is still waiting for the Lund vote".to_owned(),
            "The Lund index rose 0.4 percent to 702".to_owned(),
            "Salt futures closed steady in Lund".to_owned(),
            "Corby Lines lost 10 to 4.75".to_owned(),
            "Barley fell one to 88 at Corby".to_owned(),
            "Corby Lines went on, jumping 1.04 krones to a record 10.30".to_owned(),
        ] {
            assert!(is_lost(&text, ""), "{text}");
        }
        assert!(is_lost("In those cases, Lund sold two ferries", "In those cases,"));
        assert!(!is_lost("Norway sold more than 700 ferries to Lund", ""));
        assert!(!is_lost("In 2019, Lund sold two ferries", "In 2019,"));
    }
}
