//! Who can say something: people, bodies, groups and documents, and neither deals nor moves.

mod lists;

use std::{ops::Range, sync::LazyLock};

use crate::maps::Set;
use crate::{
    grammar::{groups::is_nominal, phrases::is_amount},
    mentions,
    prose::Prose,
    tags::Tag,
};
use lists::{BODIES, DOCUMENTS, PEOPLE, THINGS};

fn set(list: &'static str) -> Set<&'static str> {
    list.split_whitespace().collect()
}

static BODY_WORDS: LazyLock<Set<&'static str>> = LazyLock::new(|| set(BODIES));
static PEOPLE_WORDS: LazyLock<Set<&'static str>> = LazyLock::new(|| set(PEOPLE));
static DOCUMENT_WORDS: LazyLock<Set<&'static str>> = LazyLock::new(|| set(DOCUMENTS));
static THING_WORDS: LazyLock<Set<&'static str>> = LazyLock::new(|| set(THINGS));

/// Whether a source can speak for itself: a person, a body or a group.
pub(super) fn can_speak(prose: &Prose<'_>, source: Range<usize>) -> bool {
    kind(prose, source) == Kind::Speaker
}

/// The role of a source that is one person without a name: "the mayor", "a spokeswoman for the board".
pub(super) fn one_person<'a>(prose: &'a Prose<'_>, source: Range<usize>) -> Option<&'a str> {
    let words = &prose.words;
    let determined = crate::words::is_one_of(words.lower(source.start), "the a an his her their its one another");
    let head = head(prose, &source).filter(|_| determined)?;
    let lower = words.lower(head);
    let several = lower.ends_with('s') && !lower.ends_with("ss") || lower.ends_with("men");
    let joined = source.clone().any(|at| words.lower(at) == "and");
    let counted = crate::words::is_one_of(lower, "one two three all others both half youth many");
    // "a debt rescheduler"
    let agent = crate::words::is_one_of(words.lower(source.start), "a an one another")
        && is_agent(lower)
        && ["er", "or", "ist", "ian"].iter().any(|ending| lower.ends_with(ending))
        && !(BODY_WORDS.contains(lower) || DOCUMENT_WORDS.contains(lower));
    let human = is_somebody(lower) && !counted || is_of_age(lower) || agent;
    (human && !several && !joined).then_some(lower)
}

/// Whether a source can hold that something is so: a speaker, or a document. Where it is `said` outright, a noun that no
/// list knows is somebody: "the harbour master said".
pub(crate) fn can_hold(prose: &Prose<'_>, source: Range<usize>, said: bool) -> bool {
    match kind(prose, source.clone()) {
        Kind::Speaker | Kind::Document => true,
        Kind::Unsure => said,
        // "Waters said": a name that is a word as well.
        Kind::Thing => said && source.len() == 1 && prose.words.capitalised(source.start),
    }
}

/// Whether a source is something written, counted or found out.
pub(crate) fn is_document(prose: &Prose<'_>, source: Range<usize>) -> bool {
    // What opens a sentence with a capital is read as a name.
    let written = |head| DOCUMENT_WORDS.contains(prose.words.lower(head));
    head(prose, &source).is_some_and(written) || kind(prose, source) == Kind::Document
}

/// Whether a source is a body without a name: "the school".
pub(super) fn is_body(prose: &Prose<'_>, source: Range<usize>) -> bool {
    head(prose, &source).is_some_and(|head| {
        let lower = prose.words.lower(head);
        !prose.words.capitalised(head) && BODY_WORDS.contains(lower) && !PEOPLE_WORDS.contains(lower)
    })
}

/// Whether a source is more than one: its noun is a plural.
pub(super) fn several(prose: &Prose<'_>, source: Range<usize>) -> bool {
    head(prose, &source).is_some_and(|head| {
        let lower = prose.words.lower(head);
        // "the suppliers agreed": a plural, whatever it names.
        let plural = prose.words.tag(head) == Tag::Noun
            && (!prose.words.capitalised(head) || head == prose_start(prose, head) && source.len() == 1)
            && lower.ends_with('s')
            && lower.len() > 3
            && !(lower.ends_with("ss") || lower.ends_with("us") || lower.ends_with("is") || lower.ends_with("ies"))
            && lower != "news";
        // "one of her sisters"
        let one = matches!(prose.words.lower(source.start), "one" | "another");
        plural && !one
            || prose.words.tag(head) != Tag::Pronoun
                && (lower.ends_with('s') && !lower.ends_with("ss") || lower.ends_with("men") || lower == "police")
                && PEOPLE_WORDS.contains(lower)
            || lower == "police"
    })
}

/// Whether a noun is what bodies are called by: "ministry".
pub(crate) fn names_body(lower: &str) -> bool {
    crate::words::is_one_of(lower, "ministry department commission committee council court board agency bureau")
}

/// Whether a noun in the singular is what somebody is to others: an office, a trade, kin, "the man".
pub(crate) fn is_somebody(lower: &str) -> bool {
    let many = lower.ends_with('s') && !lower.ends_with("ss")
        || lower.ends_with("men")
        || matches!(lower, "people" | "police" | "children");
    !many && (PEOPLE_WORDS.contains(lower) || mentions::is_role(lower) || mentions::is_title(lower))
}

/// Whether a noun names people or a body, of whom something may be told: "aides", "a group".
pub(crate) fn is_one_who_acts(lower: &str) -> bool {
    let one = lower.strip_suffix('s').unwrap_or(lower);
    is_somebody(lower)
        || is_somebody(one)
        || PEOPLE_WORDS.contains(lower)
        || BODY_WORDS.contains(lower)
        || BODY_WORDS.contains(one)
        || is_agent(lower) && !is_abstract(lower)
        || is_amount(lower)
}

/// Whether a verb only passes on what is said, which things do not do.
pub(crate) fn says(lower: &str) -> bool {
    crate::words::is_one_of(
        lower,
        "said says say saying told tells added adds adding announced declared explained explains wrote writes \
                 replied insisted insists stated asked tweeted recalled joked quipped complained argued argues \
                 according",
    )
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Speaker,
    Document,
    /// A noun that no list knows.
    Unsure,
    /// What says nothing: a deed, a quality, a time, a number.
    Thing,
}

fn kind(prose: &Prose<'_>, source: Range<usize>) -> Kind {
    let words = &prose.words;
    let Some(head) = head(prose, &source) else { return Kind::Thing };
    let lower = words.lower(head);
    match words.tag(head) {
        Tag::Pronoun => match lower {
            "he" | "she" | "they" | "i" | "we" | "who" | "him" | "her" | "them" | "his" | "their" => Kind::Speaker,
            "it" | "its" | "which" | "that" => Kind::Document,
            _ if PEOPLE_WORDS.contains(lower) => Kind::Speaker,
            _ => Kind::Thing,
        },
        Tag::Proper if mentions::names_thing(lower) && head > source.start => {
            if DOCUMENT_WORDS.contains(lower) {
                Kind::Document
            } else {
                Kind::Thing
            }
        }
        Tag::Proper => Kind::Speaker,
        // "the Iranian", "the accused"
        Tag::Adjective if words.capitalised(head) => Kind::Speaker,
        _ if words.capitalised(head) && head > prose_start(prose, head) => Kind::Speaker,
        _ if PEOPLE_WORDS.contains(lower) || mentions::is_role(lower) || mentions::is_title(lower) => Kind::Speaker,
        _ if BODY_WORDS.contains(lower) || plural(lower).is_some_and(|one| BODY_WORDS.contains(one.as_str())) => {
            Kind::Speaker
        }
        _ if is_of_age(lower) => Kind::Speaker,
        _ if DOCUMENT_WORDS.contains(lower) => Kind::Document,
        _ if is_agent(lower) => Kind::Speaker,
        // "Of them, 76% said"
        _ if matches!(words.lower(source.end - 1), "%" | "percent" | "pct") && source.len() == 2 => Kind::Unsure,
        Tag::Noun if !is_abstract(lower) => Kind::Unsure,
        _ => Kind::Thing,
    }
}

/// "The 51-year-old": somebody.
fn is_of_age(lower: &str) -> bool {
    lower.strip_suffix("-year-old").is_some_and(|age| age.bytes().all(|b| b.is_ascii_digit()) && !age.is_empty())
}

/// Whether a noun names a deed, a quality, a matter or a time.
pub(crate) fn is_abstract(lower: &str) -> bool {
    const ENDINGS: &[&str] = &[
        "tion", "sion", "ment", "ness", "ity", "ing", "ence", "ance", "ism", "age", "ure", "dom", "ship", "cy", "sis",
        "al",
    ];
    const NOUNS: &str = "case cases move moves deal talks talk summit travel option release effort efforts strike \
        strikes surge number way ways fact facts issue issues problem problems thing things \
        location place date day week month year hour minute time times moment attack attacks war \
        wars vote visit trip trade sale sales cost costs price prices money oil gas rain storm \
        hurricane flood floods fire disease virus outbreak accord pact step steps result results \
        success doubt idea ideas event events drill drills test tests weapon weapons gesture \
        response change risk risks threat threats death deaths life lives work works job jobs game \
        road roads bridge house car plane ship boat train building hope fear anger";
    let one = lower.strip_suffix('s').unwrap_or(lower);
    crate::words::is_one_of(lower, NOUNS)
        || ENDINGS.iter().any(|ending| one.ends_with(ending)) && !matches!(one, "official" | "general")
}

fn prose_start(prose: &Prose<'_>, word: usize) -> usize {
    prose.sentence_of(word).and_then(|index| prose.sentences.get(index)).map_or(word, |sentence| sentence.words.start)
}

fn plural(lower: &str) -> Option<String> {
    match lower.strip_suffix("ies") {
        Some(stem) => Some(format!("{stem}y")),
        None => lower.strip_suffix('s').map(str::to_owned),
    }
}

/// The head of a source: its last noun before a preposition, a relative clause, a comma or a verb.
fn head(prose: &Prose<'_>, source: &Range<usize>) -> Option<usize> {
    let words = &prose.words;
    let mut head = None;
    for at in source.clone() {
        let lower = words.lower(at);
        let tag = words.tag(at);
        if head.is_some() && matches!(lower, "last" | "late" | "early" | "this" | "next") {
            break;
        }
        let part = is_nominal(tag)
            || matches!(tag, Tag::Pronoun | Tag::Adjective | Tag::Number)
            || crate::words::is_one_of(lower, "some many others several both all those one most");
        // "people close to the owners"
        let further = tag == Tag::Adjective
            && !words.capitalised(at)
            && !is_nominal(words.tag(at + 1))
            && words.text(at + 1) != "-";
        if head.is_some() && (tag == Tag::Pronoun || further) {
            break;
        }
        if part {
            head = Some(at);
            continue;
        }
        let inside = matches!(tag, Tag::Determiner | Tag::Particle | Tag::Adverb | Tag::Symbol)
            || matches!(words.text(at), "“" | "”" | "\"" | "(" | "&" | "'" | "’" | ".")
            || tag == Tag::Verb && head.is_none();
        // "some of the pilots": those who are some.
        let amount =
            lower == "of" && head.is_some_and(|head| is_amount(words.lower(head)) || words.tag(head) == Tag::Number);
        if amount {
            continue;
        }
        // "the aide to Berg"
        if !inside || head.is_some() && lower == "to" {
            break;
        }
    }
    head
}

/// Whether a noun is formed as the name of who does something: "pollster", "vendor", "lobbyist", "technician".
pub(crate) fn is_agent(lower: &str) -> bool {
    let one = lower.strip_suffix('s').unwrap_or(lower);
    let formed = one.len() > 4
        && ["er", "or", "ist", "ian", "eer", "ster", "man", "woman", "men", "women", "person", "people", "ant", "ent"]
            .iter()
            .any(|ending| one.ends_with(ending) || lower.ends_with(ending));
    let thing = THING_WORDS.contains(lower) || THING_WORDS.contains(one);
    formed && !thing && !(one.ends_with("ment") || one.ends_with("ter") && !one.ends_with("ster"))
}
