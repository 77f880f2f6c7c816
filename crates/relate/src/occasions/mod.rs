//! What a timeline shows of a claim: the times at which its statements have it happen.

mod clause;

use std::collections::BTreeSet;

use model::calendar::MONTHS;
use model::{Commitment, Day, Grain, Occasion, Polarity, Span, Tense, When};

use crate::findings::Findings;
use crate::ground::reports::{Place, Reports};
use crate::ground::stamps;
use crate::ground::words::{fold, is_in, stem, words};
use crate::titles::{self, Hand, Title};

/// The most times of one claim that are told.
const MOST: usize = 4;

/// Statements of one claim whose times can be the same, and which all look ahead or none.
struct Group<'a> {
    when: &'a When,
    ahead: bool,
    members: Vec<u32>,
}

/// The occasions of the statements `places`, of which the claim has the `title`; whether a person `decided` that they tell one
/// thing, and whether they `differ` on the day.
///
/// A time counts where the statement's own verb has it happen then. One that stands beside a noun, or in a clause about
/// something else, tells when that was, and one at odds with the tense was misread.
pub(crate) fn occasions(
    findings: &Findings<'_>,
    places: &[Place],
    title: &Title,
    decided: bool,
    differ: bool,
) -> Vec<Occasion> {
    let reports = &findings.reports;
    let mut timed: Vec<(&When, u32)> =
        (0..).zip(places).filter_map(|(member, &place)| Some((happens(reports, place)?, member))).collect();
    model::order::sort_by_key(&mut timed, |&(when, member)| (width(when), member));
    let mut groups: Vec<Group<'_>> = Vec::new();
    for (when, member) in timed {
        let ahead = is_ahead(reports, places[member as usize]);
        match groups.iter_mut().find(|group| group.ahead == ahead && group.when.meets(when)) {
            Some(group) => group.members.push(member),
            None => groups.push(Group { when, ahead, members: vec![member] }),
        }
    }
    keep_surest(reports, places, &mut groups);
    model::order::sort_by_key(&mut groups, |group| (std::cmp::Reverse(group.members.len()), group.when.sort_day()));
    groups.truncate(MOST);
    let tellers: Vec<(bool, BTreeSet<&str>)> = groups
        .iter()
        .map(|group| {
            let names = group.members.iter().map(|&member| reports.own_name(places[member as usize].document));
            (group.ahead, model::order::gather(names))
        })
        .collect();
    let occasion = |(at, mut group): (usize, Group<'_>)| {
        // On which day it was they differ: each is told with whose word it is, and where that is the same house neither is.
        let own = &tellers[at];
        let mut others = tellers.iter().enumerate().filter(|(other, tellers)| *other != at && tellers.0 == own.0);
        let disputed = differ && others.clone().next().is_some();
        if disputed && others.any(|(_, tellers)| !tellers.1.is_disjoint(&own.1)) {
            return None;
        }
        // Those that give the finest time came first: what they say is told with it.
        let dated: Vec<Place> = group.members.iter().map(|&member| places[member as usize]).collect();
        let told = titles::label(findings, &dated);
        model::order::sort(&mut group.members);
        // The title may be of a statement without that time: it has to tell the same deed.
        let titled = || {
            let same = decided || dated.iter().any(|&place| tells(reports, place, title));
            (same && title.stands && title.ahead == group.ahead).then(|| title.text.clone())
        };
        let label = told.or_else(titled).filter(|label| !goes_on(label))?;
        let label = titles::told(findings, &dated, label, Hand::Machine);
        let label = match own.1.first().filter(|_| disputed && !label.contains(": ")) {
            Some(name) if own.1.len() > 1 => format!("{name} and others: {label}"),
            Some(name) => format!("{name}: {label}"),
            None => label,
        };
        Some(Occasion { when: group.when.clone(), label, members: group.members })
    };
    groups.into_iter().enumerate().filter_map(occasion).collect()
}

/// Whether a statement looks ahead.
fn is_ahead(reports: &Reports<'_>, place: Place) -> bool {
    reports.statement(place).commitment == Commitment::Expected
}

/// Leaves out times that other statements of the claim contradict: one counted from a report's own day, "this month",
/// where another gives its date, or where it is not what more of them say.
fn keep_surest(reports: &Reports<'_>, places: &[Place], groups: &mut Vec<Group<'_>>) {
    let explicit = |group: &Group<'_>| {
        group.members.iter().any(|&member| {
            let place = places[member as usize];
            let told = reports.statement(place).time_span.map(|span| reports.cut(place.document, span));
            told.is_none_or(|told| !stamps::is_relative(told))
        })
    };
    for ahead in [false, true] {
        let same: Vec<usize> = (0..groups.len()).filter(|&at| groups[at].ahead == ahead).collect();
        let most = same.iter().map(|&at| groups[at].members.len()).max().unwrap_or_default();
        let alone = same.iter().filter(|&&at| groups[at].members.len() == most).count() == 1;
        let any = same.iter().any(|&at| explicit(&groups[at]));
        if same.len() > 1 {
            groups.retain(|group| {
                group.ahead != ahead || explicit(group) || !any && alone && group.members.len() == most
            });
        }
    }
}

/// Whether a title turns on the verb of a statement.
fn tells(reports: &Reports<'_>, place: Place, title: &Title) -> bool {
    let Some(clause) = &reports.statement(place).clause else { return true };
    let head = stem(&fold(reports.cut(place.document, clause.head)));
    words(&title.text).iter().any(|w| stem(&fold(w.text)) == head)
}

/// Whether a label tells what went on for long, which no day dates.
fn goes_on(label: &str) -> bool {
    let found: Vec<String> = words(label).iter().map(|w| fold(w.text)).collect();
    found
        .windows(2)
        .any(|pair| pair[0] == "for" && matches!(pair[1].as_str(), "years" | "decades" | "months" | "generations"))
}

/// When a statement has something happen or be due, where its own verb says so.
pub(crate) fn happens<'a>(reports: &Reports<'a>, place: Place) -> Option<&'a When> {
    let statement = reports.statement(place);
    let when = statement
        .time
        .as_ref()
        .filter(|when| (when.grain != Grain::Vague || when.last.is_some()) && width(when) <= A_YEAR)?;
    // A date that a person set stands nowhere in the text, and needs no grammar.
    if statement.time_span.is_none() {
        return Some(when);
    }
    let clause = statement.clause.as_ref().filter(|clause| clause.timed)?;
    // What somebody hoped is no event, nor is one time of two: "in 2015 and 2016".
    let head = fold(reports.cut(place.document, clause.head));
    // "Since taking office in May, Berg has sold …": when something else was.
    let since = clause.subject.zip(statement.time_span).is_some_and(|(subject, time)| {
        let lead = Span::new(statement.span.start, time.start.max(statement.span.start));
        time.end <= subject.start
            && words(reports.cut(place.document, lead)).first().is_some_and(|w| {
                let word = fold(w.text);
                is_in("since until before when although though because while", &word)
            })
    });
    // "Shipped 229,000 tonnes (in 1985 182,000)": what stands in brackets is held beside it.
    let held = statement.time_span.is_some_and(|time| {
        let before = Span::new(statement.span.start, time.start.max(statement.span.start));
        let before = reports.cut(place.document, before);
        before.rfind('(').is_some_and(|open| before.rfind(')').is_none_or(|close| close < open))
    });
    if since || held {
        return None;
    }
    if clause::is_of_another(reports, place) || is_of_an_unknown_day(reports, place, when) {
        return None;
    }
    let told = statement.time_span.map(|span| words(reports.cut(place.document, span)));
    if told.is_some_and(|told| titles::points_back(&told.iter().map(|w| fold(w.text)).collect::<Vec<_>>())) {
        return None;
    }
    // What somebody threatened on a day is due on no day that is told.
    let speaks = "threatened vowed promised pledged offered agreed warned urged announced ordered decided proposed \
        suggested recommended requested demanded sought asked called";
    if is_ahead(reports, place) && clause.tense == Tense::Past && is_in(speaks, &head) {
        return None;
    }
    let wishes = ["hoped", "hope", "hopes", "wanted", "want", "wants", "wished", "wish", "wishes", "intended"];
    if is_of_a_year_untold(reports, place, when) || wishes.contains(&head.as_str()) || is_one_of_two(reports, place) {
        return None;
    }
    let told = statement.polarity == Polarity::Affirmed && statement.commitment != Commitment::Denied;
    (told && fits(clause.tense, when, reports.published(place.document), is_ahead(reports, place))).then_some(when)
}

/// Whether a time counts from a day that nobody knows: that of a report whose text contradicts its day, or that on which
/// somebody spoke. A weekday five days off may as well be the one after.
fn is_of_an_unknown_day(reports: &Reports<'_>, place: Place, when: &When) -> bool {
    let statement = reports.statement(place);
    let Some(span) = statement.time_span else { return false };
    let told = reports.cut(place.document, span);
    if !stamps::is_relative(told) {
        return false;
    }
    let quoted = stamps::is_of_a_day(told) && statement.quotes.iter().any(|quote| quote.contains(span));
    let far = when
        .first
        .zip(reports.published(place.document))
        .is_some_and(|(day, published)| stamps::is_weekday_alone(told) && (day.0 - published.0).abs() > NEAR);
    let said_then = statement.clause.as_ref().is_some_and(|clause| clause.tense != Tense::Future);
    quoted || far && said_then || reports.is_misdated(place.document)
}

/// Days that a weekday without "last" or "next" lies off at most.
const NEAR: i32 = 4;

/// Whether a month without its year was read as one long before the report: a caption under a later report, or a slip.
fn is_of_a_year_untold(reports: &Reports<'_>, place: Place, when: &When) -> bool {
    let Some(span) = reports.statement(place).time_span else { return false };
    let told: Vec<String> = words(reports.cut(place.document, span)).iter().map(|w| fold(w.text)).collect();
    let month = told.iter().any(|word| MONTHS.contains(&word.as_str()));
    let year = told.iter().any(|word| word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit()));
    let relative = told.iter().any(|word| matches!(word.as_str(), "last" | "previous" | "ago" | "that"));
    let long =
        when.last.zip(reports.published(place.document)).is_some_and(|(last, published)| last.0 < published.0 - UNTOLD);
    month && !year && !relative && long
}

/// Days before a report that a month without its year lies at most.
const UNTOLD: i32 = 200;

/// Whether the statement's time is told with another: "in April and May".
fn is_one_of_two(reports: &Reports<'_>, place: Place) -> bool {
    let Some(own) = reports.statement(place).time_span else { return false };
    let between = |from: u32, to: u32| {
        let text = if from < to { reports.cut(place.document, Span::new(from, to)).trim() } else { "" };
        matches!(text, "and" | "and in" | "and on" | "and of" | "and late" | "and early")
    };
    let near = Span::new(own.start.saturating_sub(BESIDE), own.end + BESIDE);
    reports.times_at(place.document, near).any(|time| {
        time.end <= own.start && between(time.end, own.start) || time.start >= own.end && between(own.end, time.start)
    })
}

/// Code points beside a time within which stands another that is told with it.
const BESIDE: u32 = 60;

/// Days of the widest time that is drawn.
const A_YEAR: i64 = 366;

/// How many days a time covers; an open one is as wide as can be.
fn width(when: &When) -> i64 {
    match (when.first, when.last) {
        (Some(first), Some(last)) => i64::from(last.0) - i64::from(first.0),
        _ if when.first.is_some() || when.last.is_some() => A_YEAR,
        _ => i64::MAX,
    }
}

/// Days that a report may be dated off: it was written a day before or after.
const SLACK: i32 = 1;

/// Whether a tense and a time go together, as seen from the day of publication.
fn fits(tense: Tense, when: &When, published: Option<Day>, ahead: bool) -> bool {
    let ahead = ahead || tense == Tense::Future;
    // What only is, or goes on, is no event; nor is what a caption shows.
    if !ahead && matches!(tense, Tense::Present | Tense::Modal) {
        return false;
    }
    let Some(published) = published else { return true };
    let began = when.first.is_none_or(|first| first.0 <= published.0 + SLACK);
    let lasts = when.last.is_none_or(|last| last.0 >= published.0 - SLACK);
    match tense {
        _ if ahead => lasts,
        Tense::Past | Tense::Perfect => began,
        Tense::Present | Tense::Future | Tense::Modal => false,
    }
}
