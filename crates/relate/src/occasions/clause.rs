//! Whether a statement's time is that of another thing in its sentence: of the meeting that is prepared, of the deed for which
//! somebody is charged.

use model::{Commitment, Span, Tense};

use crate::ground::frame::is_number;
use crate::ground::reports::{Place, Reports};
use crate::ground::stamps;
use crate::ground::words::{fold, is_in, words};
use crate::titles;

/// Words behind a verb that set another time beside it: what follows them was before or after.
const BESIDE: &str = "eve ahead before prior advance runup after following since until till amid despite pending peak \
    continued";

/// Words right before a time that make it the end or the beginning of a stretch.
const STRETCH: &str = "into through until till to since from by";

/// Deeds and what befalls, of which people are charged, named or mourned on another day.
const DEEDS: &str = "shooting shootings killing killings attack attacks death deaths murder murders crash robbery stabbing \
    assault fire explosion explosions incident raid accident slaying massacre bombing bombings kidnapping rape beating \
    collapse outbreak burglary hijacking disappearance";

/// Verbs for what befalls somebody in a deed, at its time.
const BEFALLS: &str = "killed shot wounded injured died hurt struck hit stabbed happened occurred murdered beaten crashed \
    collapsed exploded took left began started erupted broke followed burned burnt destroyed damaged fled opened suffered \
    lost witnessed survived heard saw was were been is";

/// Verbs whose object has a time of its own: the trip that is called off is due, and calling it off is not.
const OF_PLANS: &str = "scheduled planned cancelled canceled postponed delayed rescheduled slated";

/// What a month stands beside in which it is to come.
const DELIVERIES: &str = "delivery deliveries shipment shipments settlement contract contracts futures";

/// How much a measure was before, as a noun.
const MOVED: &str = "fall rise drop gain loss profit deficit surplus increase decrease decline growth restated revised";

/// Verbs of courts and offices, and of saying who somebody is.
const OF_OFFICES: &str = "charged identified accused sentenced convicted arraigned indicted named sued arrested detained \
    suspected investigated mourned remembered honored honoured";

/// Code points before a number in which stands what goes by it.
const NUMBERED: u32 = 14;

/// Words before a time that opens a statement, from which on it may be that of something compared.
const LEAD: usize = 4;

/// Code points behind a time within which stands the noun that it tells of.
const AFTER: u32 = 40;

/// Whether the time of the statement at `place` tells when something else was.
pub(super) fn is_of_another(reports: &Reports<'_>, place: Place) -> bool {
    let statement = reports.statement(place);
    let (Some(clause), Some(time)) = (&statement.clause, statement.time_span) else { return false };
    let cut = |from: u32, to: u32| if from < to { reports.cut(place.document, Span::new(from, to)) } else { "" };
    let folded = |text: &str| words(text).iter().map(|w| fold(w.text)).collect::<Vec<String>>();
    let head = fold(reports.cut(place.document, clause.head));
    let ahead = statement.commitment == Commitment::Expected;
    // "Has charged three men … on Wednesday": what has been done is told without its day, but for today.
    let verb = folded(reports.cut(place.document, clause.verb));
    let perfect = clause.tense == Tense::Perfect && verb.iter().any(|word| matches!(word.as_str(), "has" | "have"));
    let over = statement.time.as_ref().and_then(|when| when.last).zip(reports.published(place.document));
    if perfect && over.is_none_or(|(last, published)| last.0 < published.0) {
        return true;
    }
    // "Resolution 1973" is no year.
    let named = folded(cut(time.start.saturating_sub(NUMBERED), time.start));
    if named
        .last()
        .is_some_and(|word| is_in("resolution flight section article bill directive number no order route", word))
    {
        return true;
    }
    // "Norwegian October salt rose": of its delivery.
    let month = words(reports.cut(place.document, time)).len() == 1;
    let line = (cut(statement.span.start, time.start), cut(time.end, statement.span.end.max(time.end)));
    if month && titles::is_of_a_contract(line.0, line.1) {
        return true;
    }
    if time.end <= clause.verb.start {
        // "The man who was seen on Monday has left".
        let from = clause.subject.or(statement.subject).map_or(time.start, |subject| subject.start);
        let inside = folded(cut(from.min(time.start), time.start));
        let relative = inside.iter().any(|word| is_in("who which that whose where since", word));
        let subject = clause.subject.is_some_and(|subject| subject.contains(time));
        // "In words much as those to the council two weeks ago, she said …", "for the first time since the pier burnt in May, …".
        let lead = folded(cut(statement.span.start, time.start));
        let relative = relative || lead.len() > LEAD && lead.iter().any(|word| is_in("same than since", word));
        // "As the rules stood on 3 May, Berg will leave": as of when it is told.
        let read = lead.len() > 2
            && lead.first().is_some_and(|word| word == "as")
            && lead[1..].iter().any(|word| is_in("applied amended applies stood revised read written published", word));
        let relative = relative || read;
        return relative || subject && is_in(OF_OFFICES, &head);
    }
    let text = cut(clause.verb.end, time.start);
    let between = folded(text);
    let told = folded(reports.cut(place.document, time));
    // A comma before the time gives it back to the verb.
    let apart = text.trim_end().ends_with(',') || text.trim_end().ends_with(", on");
    let deed = between.iter().enumerate().any(|(at, word)| {
        is_in(DEEDS, word) && !(word == "death" && at.checked_sub(1).is_some_and(|before| between[before] == "to"))
    });
    let near = between.last().map_or("", String::as_str);
    let first = told.first().map_or("", String::as_str);
    // "Rose to 40 from 30 in May 2019", "against 30 a year before": of what it is compared with.
    let figure = |word: &String| word.starts_with(|c: char| c.is_ascii_digit()) || is_number(word);
    let compared = between
        .iter()
        .enumerate()
        .any(|(at, word)| is_in("from against than versus", word) && between[at + 1..].iter().take(3).any(figure));
    // "Reminded them … at the meeting in 1982": when that was.
    let last = if near == "in" { between.len().checked_sub(2).map_or("", |at| between[at].as_str()) } else { near };
    let year = told.iter().any(|word| word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit()));
    let gathering =
        year && between.len() > 3 && is_in("meeting conference summit session war crisis accord treaty congress", last);
    // "Had changed from a deficit in 1985 to a surplus": the year from which it changed.
    let behind = folded(cut(time.end, statement.span.end.min(time.end + AFTER)));
    let from = between.iter().any(|word| word == "from") && behind.first().is_some_and(|word| word == "to");
    // "For delivery in May", "for May shipment": when it is to come.
    let delivered = is_in(DELIVERIES, last) || behind.first().is_some_and(|word| is_in(DELIVERIES, word));
    // "At 1.30 am on the morning of her death": of a day that is told elsewhere.
    let elsewhere = matches!(behind.as_slice(), [on, the, part, of, ..]
        if on == "on" && the == "the" && is_in("morning day night evening afternoon eve", part) && of == "of");
    let compared = compared || from || elsewhere || delivered && !ahead;
    // "Rose 9 pct, against a fall of 2 pct in May".
    let against = between.windows(3).any(|run| {
        is_in("against versus than compared after from", &run[0]) && is_in("a an", &run[1]) && is_in(MOVED, &run[2])
    });
    let compared = compared || against;
    let beside = compared || gathering || between.iter().any(|word| is_in(BESIDE, word));
    // "Shut its pier due to a storm last night".
    let cause = between.windows(3).any(|run| run[0] == "due" && run[1] == "to" && is_in("a an the", &run[2]));
    let beside = beside || cause;
    // "Guilty in a 2014 shooting": of the deed, however long after it somebody is tried.
    let of_deed = is_in("a an the", near) && behind.iter().take(2).any(|word| is_in(DEEDS, word));
    let tomorrow = told.iter().any(|word| word == "tomorrow");
    !apart && (beside || (deed || of_deed) && !is_in(BEFALLS, &head))
        || is_in(STRETCH, near) && !ahead
        || is_in(STRETCH, first) && !ahead
        // "Will be the worst since May": whatever is to come, that is over.
        || first == "since" || near == "since"
        || !ahead
            && ((is_in(OF_PLANS, &head) || head == "called" && between.first().is_some_and(|word| word == "off"))
                && text.contains(' ')
                && between.len() > 1
                || near == "for"
                || tomorrow)
        || stamps::is_relative(reports.cut(place.document, time)) && between.iter().any(|word| word == "whose")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_hold_single_folded_words() {
        for list in [BESIDE, STRETCH, DEEDS, BEFALLS, OF_PLANS, OF_OFFICES, DELIVERIES, MOVED] {
            assert!(list.split_whitespace().all(|word| word.chars().all(|c| c.is_ascii_lowercase())));
        }
    }
}
