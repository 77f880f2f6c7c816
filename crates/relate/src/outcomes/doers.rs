//! Who is expected to do what: an event that could be seen has somebody who does it, or something that it befalls.

use model::{Span, Statement};

use crate::ground::reports::{Place, Reports};
use crate::ground::roles::is_role;
use crate::ground::words::{fold, is_in, words};

/// Houses and bodies of people, which do something.
const BODIES: &str = "government administration ministry army navy police military court tribunal council committee \
    commission senate house parliament congress assembly cabinet company firm bank airline carmaker manufacturer union party \
    team teams crew crews delegation delegates panel jury board agency department office authorities authority officials \
    troops soldiers forces guards inspectors lawmakers senators ministers leaders workers staff doctors nurses passengers \
    families family relatives residents voters members men women couple brothers sisters prosecutors lawyers police officers \
    investigators scientists researchers engineers experts diplomats envoys astronauts pilots players students teachers \
    networks network hospital university school church group organization organisation coalition alliance rebels states \
    nations countries city county state \
    protesters demonstrators supporters fans officials singer star actor band";

/// What takes place, so that it may open, begin or end.
const TAKES_PLACE: &str = "open close start begin end resume air launch premiere expire arrive depart land sail fly reopen \
    conclude last run take hold";

/// What is spoken of as if it did something.
const THOUGHTS: &str = "ability debt conflict crisis war trouble troubles demand demands need needs future time success \
    failure hope hopes fear fears problem problems issue issues threat situation economy market markets price prices children \
    world people public life lives dream dreams freedom democracy peace justice truth history legacy question questions \
    challenge challenges goal goals interests rights concerns expectations promises requirements nightmare suffering \
    violence growth deficit spending inflation recession recovery struggle revolution uprising downturn credibility faith \
    support pressure efforts effort practices practice steps step measures actions benefits interest money";

/// What is done in words only, as an object.
const WORDS_ONLY: &str = "efforts effort attention action actions steps measures struggle fight door price responsibility role \
    history ranks cause challenge expectations needs demands goals obligations commitments promises standards";

/// How much of a report is looked through for a noun without its capital, in bytes: a book is not read through for each of its
/// expectations.
const COMMON: usize = 50_000;

/// Whether an expectation, whose event has the verb `verb`, has somebody who does it or something that it befalls.
pub(super) fn has_doer(reports: &Reports<'_>, place: Place, verb: &str) -> bool {
    let statement = reports.statement(place);
    let Some(clause) = &statement.clause else { return false };
    let Some(subject) = clause.subject.or(statement.subject) else { return false };
    let text = reports.cut(place.document, subject);
    let found = words(text);
    let end = found.iter().position(|w| {
        is_in("of in on for from with at to about by near who which that whose", &fold(w.text)) && w.start > 0
    });
    let Some(head) = found[..end.unwrap_or(found.len())].last() else { return false };
    // What begins a sentence stands with a capital anyhow.
    let known = statement.participants.iter().any(|mention| subject.contains(mention.span))
        || crate::ground::countries::country(&fold(head.text)).is_some();
    let whole = reports.texts[place.document as usize].as_str();
    let read = &whole[..whole.floor_char_boundary(COMMON)];
    let common = || words(read).iter().any(|w| w.text == fold(head.text));
    let name = head.text.starts_with(char::is_uppercase) && (known || head.start > 0 || !common());
    let noun = fold(head.text);
    let own = text[head.end..].starts_with("'s") || text[head.end..].starts_with("’s");
    let body = is_in(BODIES, &noun) || is_role(&noun) || noun.strip_suffix('s').is_some_and(is_role);
    let taking_place = TAKES_PLACE.split_whitespace().any(|known| known == verb);
    let opens = matches!(verb, "open" | "reopen" | "close");
    let thing = (opens || !is_in(THOUGHTS, &noun)) && (clause.passive || is_passive(reports, place) || taking_place);
    // "The islands of Corby": people or things of a place that is named.
    let of_name = end.is_some_and(|at| {
        found[at].text == "of" && found.get(at + 1).is_some_and(|w| w.text.starts_with(char::is_uppercase))
    });
    if is_in("one ones", &noun) {
        return false;
    }
    (name && !own || body || of_name && !is_in(THOUGHTS, &noun) || thing) && !is_said_only(reports, place, statement)
}

/// "Is to be signed": the passive of what is planned.
pub(super) fn is_passive(reports: &Reports<'_>, place: Place) -> bool {
    let statement = reports.statement(place);
    let Some(clause) = &statement.clause else { return false };
    let span = Span::new(clause.verb.start, statement.span.end.max(clause.verb.start));
    let behind: Vec<String> = words(reports.cut(place.document, span)).iter().map(|w| fold(w.text)).collect();
    behind.windows(2).take(6).any(|pair| pair[0] == "to" && pair[1] == "be")
}

/// "Will join the struggle", "will pay for it", "demands will be met".
fn is_said_only(reports: &Reports<'_>, place: Place, statement: &Statement) -> bool {
    let Some(clause) = &statement.clause else { return true };
    let span = Span::new(clause.head.end, statement.span.end.max(clause.head.end));
    let text = reports.cut(place.document, span);
    let behind: Vec<String> = words(text).iter().map(|w| fold(w.text)).collect();
    let head = fold(reports.cut(place.document, clause.head));
    let figure = behind.iter().any(|word| word.starts_with(|c: char| c.is_ascii_digit()));
    let pays = matches!(head.as_str(), "pay" | "paid")
        && !figure
        && (behind.first().is_some_and(|word| word == "for") || behind.iter().take(4).any(|word| word == "price"));
    let stop = behind
        .iter()
        .position(|word| is_in("of in on for from with at to about by near who which that and or as", word))
        .unwrap_or(behind.len());
    let object = behind[..stop].last().is_some_and(|word| is_in(WORDS_ONLY, word));
    // "How members will be elected": of what is not told yet.
    let asks = Span::new(statement.span.start, clause.verb.start.max(statement.span.start));
    let asks = words(reports.cut(place.document, asks)).iter().any(|w| is_in("how what whom why", &fold(w.text)));
    let ends_up = matches!(head.as_str(), "end" | "ends") && behind.first().is_some_and(|word| word == "up");
    // "Will join the giants in a small group of …": how somebody sees it.
    let joins = matches!(head.as_str(), "join" | "joins")
        && behind.iter().any(|word| is_in("group ranks club list handful company likes other others", word));
    // "Brokers will be held to higher standards", "will be held accountable": who will see it?
    let held = head == "held" && behind.first().is_some_and(|word| is_in("to accountable responsible liable", word));
    pays || object || asks || ends_up || joins || held
}

/// Whether words are those of a crowd, of a threat or an appeal, or a formula with which reports end.
pub(super) fn is_rhetoric(own: &[String], sentence: &[String]) -> bool {
    let has = |words: &[String], list: &'static str| words.iter().any(|word| is_in(list, word));
    let pair = |a: &str, list: &'static str| own.windows(2).any(|pair| pair[0] == a && is_in(list, &pair[1]));
    let to_all = has(own, "you your yours our ours us we i my me");
    let crowd = has(sentence, "chant chants chanted chanting slogan slogans banner banners placard");
    let formula = has(own, "reward tips tipsters stoppers")
        || pair("becomes", "available known clear")
        || pair("become", "available known clear")
        || pair("more", "information details")
        || pair("further", "information details")
        || pair("any", "information");
    let condition = has(own, "when whenever while") || pair("long", "as") || pair("one", "day") || pair("some", "day");
    to_all || crowd || formula || condition
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words_of(text: &str) -> Vec<String> {
        text.split(' ').map(str::to_owned).collect()
    }

    #[test]
    fn what_is_only_said_is_no_expectation() {
        for text in [
            "the yard will open its books as more information comes",
            "the ferries will arrive at your door",
            "the pier will close when the last boat has left",
            "the council will pay a reward of 500 crowns",
        ] {
            assert!(is_rhetoric(&words_of(text), &[]), "{text}");
        }
        let plain = words_of("the yard will open its new pier on 4 May");
        assert!(!is_rhetoric(&plain, &plain));
        assert!(is_rhetoric(&plain, &words_of("the yard will open its pier the crowd chanted")));
    }
}
