//! Times that are told from the day of the report, as they are told from any day.

use model::calendar::{MONTH_NAMES, MONTHS};
use model::{Clause, Commitment, Day, Grain, Polarity, Span, Statement, Tense, Time, TimeKind, When};

use crate::ground::frame::is_number;
use crate::ground::reports::{Place, Reports};
use crate::ground::stamps::{counts_from_its_day, is_weekday, is_weekday_alone};
use crate::ground::words::{fold, words};
use crate::titles::lexicon;
use crate::titles::lost::goods;

/// Words before a time that go with it.
const BEFORE: &str = "on in at late early earlier later during just right only over";

/// Words before a time that need one.
const NEED: &str = "until till since from between before after to through than by within for every and or of as into \
    toward towards about around not even approximately roughly nearly exactly almost precisely shortly well \
    midnight noon beyond past starting beginning ending running effective lasting continuing opening dated";

/// What is read instead of the times in a statement that are told from the day of its report: nothing, where they only
/// tell when, or else the date. `None` where neither can be: the statement cannot be told on another day.
///
/// What stands beside its date (`dated`) needs none that only tells when it was.
pub(in crate::titles) fn changes(reports: &Reports<'_>, place: Place, dated: bool) -> Option<Vec<(Span, String)>> {
    let statement = reports.statement(place);
    let clause = statement.clause.as_ref()?;
    let times = reports.times_in(place.document, statement.span);
    let mut changes = Vec::new();
    let mut before: Option<&Time> = None;
    for time in times.filter(|time| matches!(time.kind, TimeKind::Date | TimeKind::Time)) {
        let told = reports.cut(place.document, time.span());
        let found: Vec<String> = words(told).iter().map(|w| fold(w.text)).collect();
        // "Tonight was a loud night", "she lived to see this day": it is what is spoken of, and no mere when.
        let spoken_of = clause.subject.is_some_and(|subject| subject == time.span())
            || found.len() == 2 && found[0] == "this" && lexicon::has("day moment hour", &found[1]);
        // "Has been seen in the past": what was once, on any day.
        if found.last().is_some_and(|word| word == "past") {
            continue;
        }
        // "Ended last May 4": the day stands behind.
        let behind = reports.cut(place.document, Span::new(time.end, statement.sentence.end.max(time.end)));
        let month = found.last().is_some_and(|word| MONTHS.contains(&word.as_str()));
        let parted =
            month && behind.strip_prefix(' ').is_some_and(|next| next.starts_with(|c: char| c.is_ascii_digit()));
        // "Has no tools today": nowadays.
        let nowadays = told.eq_ignore_ascii_case("today")
            && statement.commitment != Commitment::Expected
            && matches!(clause.tense, Tense::Present | Tense::Modal);
        // "At 1100 GMT": of which day?
        let clock = time.kind == TimeKind::Time
            && !dated
            && clause.tense == Tense::Past
            && (told.contains(".m") || found.iter().any(|word| lexicon::has("gmt am pm hours local est edt", word)))
            && !found.iter().any(|word| counts_from_its_day(word))
            && !behind.starts_with(" on the ")
            && !reports.times_in(place.document, statement.span).any(|other| other.kind == TimeKind::Date);
        if points_back(&found) || spoken_of || parted && found.len() > 1 || nowadays || clock {
            return None;
        }
        if found.iter().any(|word| counts_from_its_day(word)) && !is_dated(&found) {
            // "From Monday through Wednesday" was read as the Wednesday before.
            let first = |time: &Time| time.when.as_ref().and_then(|when| when.first);
            let back = before.and_then(first).zip(first(time)).is_some_and(|(before, then)| then < before);
            let between = before
                .map_or("", |before| reports.cut(place.document, Span::new(before.end, time.start.max(before.end))));
            if back && matches!(between.trim(), "through" | "to" | "until" | "till" | "and" | "-" | "–") {
                return None;
            }
            before = Some(time);
            let change = change(reports, place, (statement, clause), time, dated)?;
            // A day counted from that of a report whose text is of later days may be another.
            if !change.1.is_empty() && reports.is_misdated(place.document) {
                return None;
            }
            changes.push(change);
        } else if let Some(year) = year(&found, time) {
            // Of another year than the report's it may have been misread: then it stays as it is, and what lies ahead of
            // it is no title.
            let behind = reports.cut(place.document, Span::new(time.end, statement.span.end.max(time.end)));
            let before = reports.cut(place.document, Span::new(statement.span.start, time.start));
            // "September" of "September 30", "on April" of "on April one": the day stands behind.
            let day = behind.strip_prefix(' ').is_some_and(|next| next.starts_with(|c: char| c.is_ascii_digit()));
            // "Norwegian October salt": what is to be delivered then.
            if goods::is_of_a_contract(before, behind) {
                continue;
            }
            if found.len() == 1 && (day || before.ends_with("on ")) {
                return None;
            }
            let published = reports.published(place.document).map(Day::year);
            if published.is_some_and(|own| own != year) {
                if published.is_some_and(|own| (own - year).abs() > 1) || clause.tense != Tense::Past {
                    return None;
                }
                // "The steepest drop since November" is told from any day with its year.
                if !before.ends_with("since ") {
                    continue;
                }
            }
            // "May 18 and 19": the year of both would stand between them.
            let and = behind.strip_prefix(" and ").is_some_and(|next| next.starts_with(|c: char| c.is_ascii_digit()));
            if and && found.len() > 1 {
                continue;
            }
            let comma = if found.len() > 1 { "," } else { "" };
            changes.push((time.span(), format!("{told}{comma} {year}")));
        }
    }
    Some(changes)
}

/// Whether a time counts from one that was told before, "the following day", "two weeks earlier", or by a length from the
/// day of its report, "a year from now": from which day is too easily misread.
pub(crate) fn points_back(found: &[String]) -> bool {
    let has = |list: &'static str| found.iter().any(|word| lexicon::has(list, word));
    let unit = has("day days night week weeks month months year years morning evening afternoon hour hours weekend");
    let told = has("this last") || found.iter().any(|word| is_weekday(word) || MONTHS.contains(&word.as_str()));
    // "A year ago" is a day of that year, and not the year.
    let ago = found.windows(2).any(|pair| lexicon::has("year years month months", &pair[0]) && pair[1] == "ago");
    let next = found.windows(2).any(|pair| pair[0] == "next" && lexicon::has("day morning night evening", &pair[1]));
    ago || !told && unit && (has("following previous later earlier same that now") || next)
}

/// Whether a time has a date of its own beside a weekday: "Friday, 3 May 2024".
fn is_dated(found: &[String]) -> bool {
    let month = found.iter().any(|word| MONTHS.contains(&word.as_str()));
    let number = found.iter().any(|word| word.len() <= 4 && word.starts_with(|c: char| c.is_ascii_digit()));
    let day = found.iter().any(|word| is_weekday(word));
    month && number && day || found.iter().any(|word| word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit()))
}

/// The year of a month, or of a day of one, that is told without it.
fn year(found: &[String], time: &Time) -> Option<i32> {
    let when = time.when.as_ref().filter(|when| matches!(when.grain, Grain::Day | Grain::Month))?;
    let (month, rest) = found.split_first()?;
    let is_month = MONTHS.contains(&month.as_str());
    let of_month = |word: &String| {
        word.trim_end_matches(char::is_alphabetic).len() < 3 && word.starts_with(|c: char| c.is_ascii_digit())
    };
    let day = rest.len() < 2 && rest.iter().all(of_month);
    (is_month && day && !when.edtf.contains(['~', '?', '%'])).then(|| when.first.map(Day::year))?
}

fn change(
    reports: &Reports<'_>,
    place: Place,
    (statement, clause): (&Statement, &Clause),
    time: &Time,
    dated: bool,
) -> Option<(Span, String)> {
    let (start, end) = (statement.span.start, statement.span.end);
    let before = reports.cut(place.document, Span::new(start, time.start));
    let behind = reports.cut(place.document, Span::new(time.end, end));
    // "Tuesday's vote", "a Tuesday vote", "last week's talks": the time belongs to a noun.
    if behind.starts_with(['\'', '’', '-', '/']) || before.ends_with(['-', '/', '\'', '’', '(']) {
        return None;
    }
    let found = words(before);
    // "Fox News Sunday", the name of a programme.
    let name = found.len() > 1
        && found
            .last()
            .is_some_and(|w| w.text.starts_with(char::is_uppercase) && before[w.end..].trim_start().is_empty());
    if name && behind.starts_with(['"', '”', '\'', '’']) {
        return None;
    }
    if super::names::is_in_quotation(before) || is_before_noun(behind) {
        return None;
    }
    let mut from = time.start;
    let mut taken = found.len();
    for word in found.iter().rev().take(2) {
        let gap = &before[word.end..found.get(taken).map_or(before.len(), |next| next.start)];
        let free = before[..word.start].ends_with(char::is_whitespace) || word.start == 0;
        if !lexicon::has(BEFORE, &fold(word.text)) || !gap.trim().is_empty() || !free {
            break;
        }
        from = start + before[..word.start].chars().count() as u32;
        taken -= 1;
    }
    let last = taken.checked_sub(1).map(|at| fold(found[at].text)).unwrap_or_default();
    let adjacent = found.get(taken.wrapping_sub(1)).is_some_and(|word| before[word.end..].trim_start().is_empty())
        || from < time.start;
    // "Has met him and today signed": a day that another does not stand before is told as one.
    let joins = matches!(&*last, "and" | "or" | "not" | "even" | "as");
    let paired = || {
        reports
            .times_in(place.document, statement.span)
            .any(|other| other.end < time.start && other.end + PAIRED >= time.start)
    };
    let needed = adjacent && lexicon::has(NEED, &last) && (!joins || paired());
    // "By 8 pct this year and by four pct in 1988": one of two times is not left out.
    let one_of_two = statement.commitment != Commitment::Denied
        && reports.times_in(place.document, statement.span).any(|other| {
            let year = reports.cut(place.document, other.span()).trim();
            other.span() != time.span()
                && year.len() == 4
                && matches!(year.as_bytes(), [b'1', b'9', ..] | [b'2', b'0', ..])
        });
    if adjacent && !needed && lexicon::is_determiner(&last) {
        return None;
    }
    // "Five weeks after 1 April".
    let from_then = words(reports.cut(place.document, time.span()))
        .first()
        .is_some_and(|w| lexicon::has("after before from since", &fold(w.text)));
    if from_then && adjacent && lexicon::has("day days week weeks month months year years hour hours", &last) {
        return None;
    }
    // On a Wednesday "early Thursday" is hardly that of the week before.
    let told = reports.cut(place.document, time.span());
    let off = time.when.as_ref().and_then(|when| when.first).zip(reports.published(place.document));
    let far = is_weekday_alone(told) && off.is_some_and(|(day, published)| (day.0 - published.0).abs() > NEAR);
    // "A little over two weeks ago".
    if adjacent && lexicon::has("little bit few couple more less just", &last) {
        return None;
    }
    // "Was in Lund last week" says nothing without its time.
    let head = fold(reports.cut(place.document, clause.head));
    // So does what was had or measured, and what it is compared with: "from 31,730 last year".
    let figures = |text: &str| text.contains(|c: char| c.is_ascii_digit());
    let compared = found[taken.saturating_sub(4)..taken]
        .windows(2)
        .any(|pair| lexicon::has("from than against versus", &fold(pair[0].text)) && figures(pair[1].text));
    let is = measures(reports, place, &head, dated) || compared || lexicon::has("is are was were been", &head);
    // What did not happen on a day may have on another, and "was to begin" begins on one.
    let verb = taken.checked_sub(2).map(|at| fold(found[at].text)).unwrap_or_default();
    let begins = adjacent && verb == "to" && lexicon::has(BEGINS, &last);
    let is = is || begins || statement.polarity == Polarity::Negated && !dated;
    let ahead =
        is || statement.commitment == Commitment::Expected || matches!(clause.tense, Tense::Future | Tense::Modal);
    // "By Saturday", said of what is over, may be the one before or the one after.
    let over = statement.commitment != Commitment::Expected && clause.tense == Tense::Past;
    if needed && over && words(reports.cut(place.document, time.span())).iter().any(|w| is_weekday(&fold(w.text))) {
        return None;
    }
    // Another that is not known as a date goes as it would by itself.
    let one_of_two = one_of_two && !dated && time.when.as_ref().is_some_and(|when| date(when).is_some());
    let far = far && clause.tense != Tense::Future;
    if needed || ahead || joins && adjacent || one_of_two {
        if far {
            return None;
        }
        // "Will meet next week" stands beside that week.
        let main = statement.time_span.is_some_and(|main| main.overlaps(time.span())) && clause.timed;
        let spends = adjacent && lexicon::has("spend spends spending", &last);
        let wanted = needed || is || spends || joins && adjacent;
        let spare = dated && main && !wanted;
        let Some((preposition, date)) = date(time.when.as_ref()?) else {
            return spare.then(|| (Span::new(from, time.end), String::new()));
        };
        // "Had 1986 sales of 209 last year".
        let twice = !needed && date.len() == 4 && found.iter().any(|word| word.text == date);
        return Some(if twice {
            (Span::new(from, time.end), String::new())
        } else if needed {
            (Span::new(from, time.end), date)
        } else {
            (Span::new(from, time.end), format!("{preposition} {date}"))
        });
    }
    // A time of another clause, or of a noun, is no date of what is said.
    let main = statement.time_span.is_none_or(|main| main.overlaps(time.span())) && clause.timed;
    if !main && statement.time_span.is_some() {
        if far {
            return None;
        }
        let (preposition, date) = date(time.when.as_ref()?)?;
        let lead = time.start < clause.verb.start && clause.subject.is_none_or(|subject| time.end <= subject.start);
        return (!lead).then(|| (Span::new(from, time.end), format!("{preposition} {date}")));
    }
    // A comma that closed the time goes with it: "On Monday, …" is a lead, "…, on Monday, …" an aside.
    let comma = before.trim_end().ends_with(',') && from == time.start && behind.starts_with(',');
    let end = if comma { time.end + 1 } else { time.end };
    Some((Span::new(from, end), String::new()))
}

/// Whether the verb `head` of the statement at `place` tells how much there was.
pub(in crate::titles) fn measures(reports: &Reports<'_>, place: Place, head: &str, dated: bool) -> bool {
    let text = reports.words_of(place);
    let has = matches!(head, "had" | "has" | "have");
    let number = |word: &str| has && is_number(word) && !lexicon::has("a an one first", word);
    let counts = || text.contains(|c: char| c.is_ascii_digit()) || words(text).iter().any(|w| number(&fold(w.text)));
    (lexicon::has(MEASURES, head) || !dated && lexicon::has(MOVES, head)) && counts()
}

/// Verbs that tell how much there was in a time.
const MEASURES: &str = "had has have stood totaled totalled averaged amounted held owned reached produced exported imported \
    earned sold made posted reported recorded registered ran";

/// Verbs that tell how much there was more or less on a day or in a year.
const MOVES: &str = "rose fell gained lost dropped climbed slipped surged declined edged traded opened closed \
    ended";

/// Days that a weekday without "last" or "next" lies off at most.
const NEAR: i32 = 4;

/// Code points from one of two times to the other: " and ", " and on ".
const PAIRED: u32 = 9;

/// Verbs of what is to begin or end at a time.
const BEGINS: &str = "start begin open close arrive leave end expire resume depart reopen land sail launch meet vote";

/// Whether what follows a time may be a noun that it describes: "on Sunday talk shows".
fn is_before_noun(behind: &str) -> bool {
    let Some(next) = words(behind).first().copied() else { return false };
    let word = fold(next.text);
    let close = behind[..next.start].chars().all(|c| c == ' ') && next.text.starts_with(char::is_lowercase);
    close
        && !lexicon::is_auxiliary(&word)
        && !lexicon::is_preposition(&word)
        && !lexicon::follows_noun(&word)
        && !lexicon::opens_phrase(&word)
        && !lexicon::opens_condition(&word)
        && !lexicon::is_determiner(&word)
        && !word.ends_with("ing")
        && !word.ends_with("ed")
}

/// A time as it is told on any day, and the preposition that it takes; `None` where it is not known exactly.
fn date(when: &When) -> Option<(&'static str, String)> {
    if when.edtf.contains(['~', '?', '%', 'X']) {
        return None;
    }
    let (year, month, day) = when.first?.civil();
    if year < 1000 {
        return None;
    }
    let month = MONTH_NAMES.get(month as usize - 1)?;
    match when.grain {
        Grain::Day => Some(("on", format!("{day} {month} {year}"))),
        Grain::Month => Some(("in", format!("{month} {year}"))),
        Grain::Year => Some(("in", year.to_string())),
        Grain::Days | Grain::Week | Grain::Season | Grain::Quarter | Grain::Vague => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_told_from_any_day() {
        let told = |edtf: &str| date(&When::parse(edtf).expect("a date"));
        assert_eq!(told("2024-05-03"), Some(("on", "3 May 2024".to_owned())));
        assert_eq!(told("2024-05"), Some(("in", "May 2024".to_owned())));
        assert_eq!(told("2024-05~"), None, "about May");
    }
}
