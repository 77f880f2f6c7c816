//! Those who speak together: "Anna Berg and Olaf Lind said", "the ministers of Norway and Chile said".

use std::ops::Range;

use model::{EntityKind, Holder, Mention, Span};

use super::{holders::plain_name, voices::words_of};
use crate::{attributions::speakers::UNKNOWN, prose::Prose, tags::Tag};

/// The holders for a source: `whole` as it is, or two where the source joins two names by "and", of which the second is
/// marked as speaking with the first.
pub(super) fn speakers(prose: &Prose<'_>, mentions: &[Mention], source: Span, whole: Holder) -> Vec<Holder> {
    joined(prose, mentions, source, &whole).map_or_else(|| vec![whole], |two| two.to_vec())
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
        matches!(
            prose.words.lower(at).trim_end_matches('.'),
            "corp" | "co" | "inc" | "ltd" | "llc" | "plc" | "sons" | "corporation" | "company" | "bank" | "services"
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

/// The one mention that lies within some words.
fn only<'m>(prose: &Prose<'_>, mentions: &'m [Mention], words: &Range<usize>) -> Option<&'m Mention> {
    let span = prose.span(words.clone());
    let from = mentions.partition_point(|mention| mention.span.start < span.start);
    let mut inside = mentions[from..].iter().take_while(|mention| mention.span.end <= span.end);
    let first = inside.next()?;
    inside.next().is_none().then_some(first)
}
