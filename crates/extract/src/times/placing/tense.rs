//! Whether a sentence looks back or ahead where an expression stands, from the verbs around it.

use crate::times::lexing::cursor::Cursor;
use crate::times::lexing::lexicon::Lex;
use crate::times::lexing::words::DUE_TO;

/// Which way a sentence looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::times) enum Tense {
    Past,
    Future,
    Unknown,
}

/// How many tokens are looked at to the left and to the right of an expression.
const LEFT: usize = 40;
const RIGHT: usize = 15;

/// The tense at an expression: of the nearest verb before it in its sentence, else of the first behind it.
pub(in crate::times) fn tense(c: &Cursor, first: usize, end: usize) -> Tense {
    match c.before(first) {
        // "Had no fever until Thursday": then it came.
        Lex::Until if began(c, first) => return Tense::Past,
        // A bound that is still to be reached.
        Lex::Until => return Tense::Future,
        Lex::To if first >= 2 && c.is(first - 2, Lex::Up) => return Tense::Future,
        Lex::To if put_off(c, first) => return Tense::Future,
        // What was due before, unless it has passed.
        Lex::From if put_off(c, first) && c.is(end, Lex::To) => return Tense::Unknown,
        Lex::Since => return Tense::Past,
        _ => {}
    }
    // "Friday will be quiet": the expression is the subject.
    let opens =
        first == 0 || ends_sentence(c, first - 1) || matches!(c.before(first), Lex::Comma | Lex::And | Lex::That);
    let subject = opens && matches!(c.lex(end), Lex::Will | Lex::Modal | Lex::Is | Lex::Was);
    if let Some(own) = subject.then(|| group(c, end)).flatten() {
        return own;
    }
    // "In Kolm on Sunday the board agreed to pay"
    let opens_with_on = c.before(first) == Lex::On
        && (1..=3).any(|back| first == back || first > back && ends_sentence(c, first - back - 1));
    // "The meeting is on Thursday."
    let present =
        |i: usize| c.is(i, Lex::Is) && (i + 1 == first || i + 2 == first && matches!(c.lex(i + 1), Lex::On | Lex::In));
    if present(first.wrapping_sub(1)) || present(first.wrapping_sub(2)) {
        return Tense::Future;
    }
    let left = (first.saturating_sub(LEFT)..first).rev().take_while(|&i| !ends_sentence(c, i)).find_map(|i| verb(c, i));
    // "On Sunday the board agreed to pay": that is the day on which it did.
    let decided = |i: usize| opens_with_on && c.any(i, DECIDED) && c.is(i + 1, Lex::To);
    let told = |i: usize| if decided(i) { Some(Tense::Past) } else { group(c, i) };
    let right = || (end..end + RIGHT).take_while(|&i| !ends_sentence(c, i)).find_map(told);
    // "comes a day before Friday's summit"
    let unknown = if c.before(first) == Lex::Before { Tense::Future } else { Tense::Unknown };
    left.or_else(right).unwrap_or(unknown)
}

/// Whether what is told before "until" did not last or happen up to the expression at `first`: "was not shut until".
fn began(c: &Cursor, first: usize) -> bool {
    const NOT: &[&str] = &["not", "no", "never", "nobody", "none", "nothing"];
    let until = first - 1;
    let clause = || (until.saturating_sub(RIGHT)..until).rev().take_while(|&i| !ends_sentence(c, i));
    let negated = clause().any(|i| c.any(i, NOT) || c.word(i).ends_with("n't") || c.word(i).ends_with("n’t"));
    let past = clause().find_map(|i| verb(c, i)) == Some(Tense::Past);
    negated && past
}

/// What somebody does on a day of which what follows is yet to be done.
const DECIDED: &[&str] = &["agreed", "decided", "promised", "vowed", "pledged", "offered", "threatened", "ordered"];

/// Verbs and nouns of giving something another date, which lies ahead: "postponed its report to October".
const PUT_OFF: &[&str] = &[
    "postpone",
    "postpones",
    "postponed",
    "postponing",
    "postponement",
    "delay",
    "delays",
    "delayed",
    "delaying",
    "defer",
    "defers",
    "deferred",
    "deferring",
    "deferral",
    "reschedule",
    "reschedules",
    "rescheduled",
    "rescheduling",
    "move",
    "moves",
    "moved",
    "moving",
    "shift",
    "shifts",
    "shifted",
    "adjourn",
    "adjourns",
    "adjourned",
    "extend",
    "extends",
    "extended",
];

/// The same in two words, as their first and their second.
const PUT_OFF_BY: (&[&str], &[&str]) =
    (&["put", "puts", "push", "pushes", "pushed", "bring", "brings", "brought"], &["off", "back", "forward"]);

/// Whether a verb may give something another date: "moved", "brought … forward".
pub(crate) fn gives_another_date(verb: &str) -> bool {
    PUT_OFF.contains(&verb) || PUT_OFF_BY.0.contains(&verb)
}

/// Whether the date behind the "to" before `first` is a new date for what was due before.
pub(in crate::times) fn put_off(c: &Cursor, first: usize) -> bool {
    let in_two = |i: usize| c.any(i, PUT_OFF_BY.0) && (i + 1..first).any(|j| c.any(j, PUT_OFF_BY.1));
    let mut before = (first.saturating_sub(RIGHT)..first).rev().take_while(|&i| !ends_sentence(c, i));
    before.any(|i| c.any(i, PUT_OFF) || in_two(i))
}

/// Whether a sentence, or a main clause, ends at a token.
pub(in crate::times) fn ends_sentence(c: &Cursor, i: usize) -> bool {
    match c.lex(i) {
        Lex::Break | Lex::Stop => true,
        Lex::Mark => c.word(i) == ";",
        Lex::Dot => {
            let initial = c.len(i.wrapping_sub(1)) == 1 && c.capital(i.wrapping_sub(1));
            let short = matches!(c.before(i), Lex::MonthShort(_) | Lex::WeekdayShort(_));
            !initial && !short && (c.spaced(i + 1) && !c.spaced(i))
        }
        _ => false,
    }
}

/// What the word at `i` says when read from the right: a participle behind "be" leaves it to what stands before.
fn verb(c: &Cursor, i: usize) -> Option<Tense> {
    match c.lex(i) {
        // A name.
        Lex::Will if c.capital(i) && c.name(i + 1) => None,
        Lex::Will => Some(Tense::Future),
        // A bracket without a verb names a source: "(the Courier, 3 March)".
        Lex::Open => Some(Tense::Past),
        // "ahead of the vote on Monday"
        Lex::Other if c.is(i + 1, Lex::Of) && c.any(i, &["ahead"]) => Some(Tense::Future),
        // "would have", "should have" look back.
        Lex::Modal => Some(if c.is(i + 1, Lex::Has) { Tense::Past } else { Tense::Future }),
        // "as expected", "better-than-expected", "due to snow"
        Lex::Plan if matches!(c.before(i), Lex::Hyphen | Lex::Than) || c.any(i.wrapping_sub(1), &["as"]) => None,
        // ", forecast in December at 3 percent,"
        Lex::Plan if c.before(i) == Lex::Comma && c.any(i, &["forecast"]) => Some(Tense::Past),
        Lex::Plan if c.any(i, &["due"]) && c.is(i + 1, Lex::To) && !c.any(i + 2, DUE_TO) => None,
        Lex::Plan => Some(Tense::Future),
        Lex::PlanTo => leads(c, i).then_some(Tense::Future),
        Lex::PlannedTo if leads(c, i) => Some(Tense::Future),
        Lex::Be => c.is(i.wrapping_sub(1), Lex::To).then_some(Tense::Future),
        Lex::Is => c.is(i + 1, Lex::To).then_some(Tense::Future),
        // "has a plan" is no past.
        Lex::Has => {
            (!matches!(c.lex(i + 1), Lex::A | Lex::The | Lex::Int(_) | Lex::Count(_) | Lex::To)).then_some(Tense::Past)
        }
        Lex::Was | Lex::Been => Some(Tense::Past),
        // The verb "may".
        Lex::Month(5) if !c.capital(i) => Some(Tense::Future),
        Lex::Verb | Lex::PastForm | Lex::PlannedTo => {
            let passive = matches!(c.before(i), Lex::Be | Lex::Is) || c.any(i.wrapping_sub(1), &["being", "get"]);
            let adjective =
                matches!(c.before(i), Lex::The | Lex::A | Lex::Of | Lex::Possessive | Lex::Hyphen | Lex::To | Lex::In)
                    || c.any(i.wrapping_sub(1), &["its", "their", "his", "her", "our", "my"]);
            (!passive && !adjective).then_some(Tense::Past)
        }
        _ => None,
    }
}

/// Whether an infinitive or a "for" follows.
fn leads(c: &Cursor, i: usize) -> bool {
    matches!(c.lex(i + 1), Lex::To | Lex::For)
}

/// What the verbs that begin at `i` say when read from the left: "has been scheduled" looks ahead.
fn group(c: &Cursor, i: usize) -> Option<Tense> {
    match c.lex(i) {
        Lex::Was | Lex::Has | Lex::Is => {
            let planned = (i + 1..i + 4)
                .any(|j| matches!(c.lex(j), Lex::Plan | Lex::PlannedTo) && verb(c, j) == Some(Tense::Future));
            if planned { Some(Tense::Future) } else { verb(c, i) }
        }
        _ => verb(c, i),
    }
}
