//! Those who speak together: "Anna Berg and Olaf Lind said", "the ministers of Norway and Chile said".

use std::ops::Range;

use model::{EntityKind, Holder, Mention, Span, calendar};

use super::voices::words_of;
use crate::{attributions::speakers::UNKNOWN, prose::Prose, tags::Tag};

/// The holders for a source: `whole` as it is, or several where the source joins names by "and", of which all but the first are
/// marked as speaking with the one before.
pub(super) fn speakers(prose: &Prose<'_>, mentions: &[Mention], source: Span, whole: Holder) -> Vec<Holder> {
    joined(prose, mentions, source, &whole)
        .map(|two| two.to_vec())
        .or_else(|| listed(prose, mentions, source, &whole))
        .unwrap_or_else(|| vec![whole])
}

/// Three people or more who are named one after the other: "Senators Anna Berg, Jon Holm and Olaf Lind of Kolm". Others beside them
/// may have no name ("and two others").
fn listed(prose: &Prose<'_>, mentions: &[Mention], source: Span, whole: &Holder) -> Option<Vec<Holder>> {
    let words = words_of(prose, source);
    let is_mark = |at: usize| prose.words.text(at) == "," || prose.words.lower(at) == "and";
    if whole.name == UNKNOWN || !words.clone().any(|at| prose.words.lower(at) == "and") {
        return None;
    }
    let mut parts: Vec<Range<usize>> = Vec::new();
    let mut start = words.start;
    for at in words.clone().filter(|&at| is_mark(at)).chain([words.end]) {
        if at > start {
            parts.push(start..at);
        }
        start = at + 1;
    }
    let mut holders: Vec<Holder> = Vec::new();
    for (index, part) in parts.iter().enumerate() {
        let Some(named) = only_person(prose, mentions, part) else {
            // "…, Olaf Lind and two other senators"
            let rest = part.clone().any(|at| is_rest(prose, at)) && prose.words.tag(part.start) != Tag::Proper;
            if index + 1 == parts.len() && rest {
                continue;
            }
            return None;
        };
        let name = words_of(prose, named.span);
        let titled = (part.start..name.start).all(|at| {
            prose.words.capitalised(at) && crate::mentions::is_title(prose.words.lower(at).trim_end_matches('.'))
                || index == 0 && (prose.words.tag(at) == Tag::Adjective || prose.words.capitalised(at))
                || prose.words.text(at) == "."
        });
        let placed = name.end >= part.end
            || prose.words.text(name.end) == "(" && prose.words.text(part.end - 1) == ")"
            || prose.words.lower(name.end) == "of" && (name.end + 1..part.end).all(|at| prose.words.capitalised(at));
        if !titled || !placed || holders.iter().any(|known| known.name == named.name) {
            return None;
        }
        holders.push(Holder {
            name: named.name.clone(),
            span: Some(prose.span(part.clone())),
            cue: whole.cue,
            inferred: false,
            joint: !holders.is_empty(),
        });
    }
    (holders.len() > 2).then_some(holders)
}

fn joined(prose: &Prose<'_>, mentions: &[Mention], source: Span, whole: &Holder) -> Option<[Holder; 2]> {
    let words = words_of(prose, source);
    let mut ands = words.clone().filter(|&at| prose.words.lower(at) == "and");
    let (and, None) = (ands.next()?, ands.next()) else { return None };
    if whole.name == UNKNOWN || words.clone().any(|at| matches!(prose.words.text(at), "," | "(" | "—")) {
        return None;
    }
    // "Holm and Lind's Corp": one firm.
    let firm = |at: usize| {
        crate::words::is_one_of(
            prose.words.lower(at).trim_end_matches('.'),
            "corp co inc ltd llc plc sons corporation company bank services",
        )
    };
    if prose.words.lower(and + 2) == "'s" && words.clone().any(firm) {
        return None;
    }
    let (left, right) = (words.start..and, and + 1..words.end);
    let (first, second) = (only(prose, mentions, &left)?, only(prose, mentions, &right)?);
    let holder = |name: String, words: Range<usize>, joint| Holder {
        name,
        span: Some(prose.span(words)),
        cue: whole.cue,
        inferred: false,
        joint,
    };
    // "the ministers of Norway and Chile": each has its own.
    if let Some(of) = left.clone().find(|&at| prose.words.lower(at) == "of") {
        let office = of.checked_sub(1).filter(|&at| at >= left.start)?;
        let one = prose.words.lower(office).strip_suffix('s').filter(|one| !one.ends_with('s'))?;
        if right.clone().any(|at| prose.words.tag(at) != Tag::Proper) {
            return None;
        }
        let before = if office > left.start { prose.text.cut(prose.span(left.start..office)) } else { "" };
        let named = |mention: &Mention| plain_name(&format!("{before} {one} of {}", mention.name));
        return Some([holder(named(first), left, false), holder(named(second), right, true)]);
    }
    let speak = |mention: &Mention| matches!(mention.kind, EntityKind::Person | EntityKind::Organisation);
    // "the Post and other papers in the north" names one of those who speak, and where the rest are.
    let bare =
        !left.clone().chain(right.clone()).any(|at| prose.words.tag(at) == Tag::Preposition || is_rest(prose, at));
    let both = speak(first) && speak(second) && bare;
    both.then(|| [holder(first.name.clone(), left, false), holder(second.name.clone(), right, true)])
}

fn is_rest(prose: &Prose<'_>, at: usize) -> bool {
    matches!(prose.words.lower(at), "other" | "others" | "several" | "some")
}

/// The one person who is named within some words, a place beside.
fn only_person<'m>(prose: &Prose<'_>, mentions: &'m [Mention], words: &Range<usize>) -> Option<&'m Mention> {
    let span = prose.span(words.clone());
    let from = mentions.partition_point(|mention| mention.span.start < span.start);
    let inside = mentions[from..].iter().take_while(|mention| mention.span.end <= span.end);
    let mut others = inside.filter(|mention| mention.kind != EntityKind::Place);
    let first = others.next().filter(|mention| mention.kind == EntityKind::Person)?;
    others.next().is_none().then_some(first)
}

/// The one mention that lies within some words.
fn only<'m>(prose: &Prose<'_>, mentions: &'m [Mention], words: &Range<usize>) -> Option<&'m Mention> {
    let span = prose.span(words.clone());
    let from = mentions.partition_point(|mention| mention.span.start < span.start);
    let mut inside = mentions[from..].iter().take_while(|mention| mention.span.end <= span.end);
    let first = inside.next()?;
    inside.next().is_none().then_some(first)
}

/// A source's own words, without the article and on one line.
pub(super) fn plain_name(words: &str) -> String {
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let short = line.split([',', '(', '—']).next().unwrap_or(&line).trim();
    let short = short.trim_matches(['<', '>', ' ']);
    let bare = ["the ", "The ", "a ", "an "].iter().find_map(|article| short.strip_prefix(article)).unwrap_or(short);
    bare.to_owned()
}

/// Whether a name is a time that stood before or beside what was said, and nobody's here.
pub(super) fn is_time(name: &str, mentions: &[Mention]) -> bool {
    let mut words = name.split(' ').map(|word| word.trim_end_matches([',', ':']).to_ascii_lowercase());
    let (Some(first), next) = (words.next(), words.next().unwrap_or_default()) else { return false };
    let number = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
    let month = |word: &str| calendar::month(word).is_some();
    let day = calendar::weekday(&first).is_some() || matches!(first.as_str(), "today" | "yesterday" | "tomorrow");
    // May and April are people too.
    let person = || mentions.iter().any(|m| m.kind == EntityKind::Person && m.name.split(' ').any(|word| word == name));
    let alone = next.is_empty() && (month(&first) || day) && !person();
    let stamp = matches!(first.as_str(), "update" | "updated") && number(&next);
    alone || stamp || month(&first) && number(&next) || number(&first) && month(&next)
}
