//! Weeds what stands among the paragraphs of a report and is none of it.

use super::areas::Areas;
use super::flatten::Piece;
use crate::blocks::Kind;

/// Takes out headings that only repeat the title, bylines, captions, links to other reports, pleas, and what follows
/// after the report has ended; never so much that less than half of it is left.
pub(crate) fn weed(pieces: &[Piece], kept: &mut [bool], title: Option<&str>) {
    let before: usize = weight(pieces, kept);
    let mut strict = kept.to_vec();
    by_area(pieces, &mut strict);
    if weight(pieces, &strict) * 2 >= before || is_behind(pieces, kept, &strict) {
        kept.copy_from_slice(&strict);
    }
    twice(pieces, kept);
    links(pieces, kept);
    head(pieces, kept, title);
    tail(pieces, kept);
    phrases(pieces, kept);
}

pub(super) fn weight(pieces: &[Piece], kept: &[bool]) -> usize {
    pieces.iter().zip(kept).filter(|(_, kept)| **kept).map(|(piece, _)| piece.block.text.len()).sum()
}

/// Whether all that goes stands behind what stays, and what stays has sentences: other reports below a short one.
fn is_behind(pieces: &[Piece], kept: &[bool], strict: &[bool]) -> bool {
    let told = |at: usize| strict[at] && is_prose(&pieces[at].block.text);
    let Some(last) = (0..pieces.len()).rposition(told) else { return false };
    let words: usize =
        (0..=last).filter(|&at| told(at)).map(|at| pieces[at].block.text.split_whitespace().count()).sum();
    words >= 40 && (0..last).all(|at| kept[at] == strict[at])
}

/// The areas of which nothing is the report.
pub(super) const ASIDE: Areas =
    Areas::FRAME.with(Areas::OFFER).with(Areas::CAPTION).with(Areas::COMMENT).with(Areas::CREDIT);

fn by_area(pieces: &[Piece], kept: &mut [bool]) {
    for (piece, kept) in pieces.iter().zip(kept) {
        if *kept && (piece.areas.has(ASIDE) || piece.block.kind == Kind::Caption) {
            *kept = false;
        }
    }
}

/// How much of a paragraph is links, in tenths.
pub(super) fn linked(piece: &Piece) -> usize {
    let length = piece.block.text.chars().filter(|c| !c.is_whitespace()).count();
    (piece.links * 10).checked_div(length).unwrap_or(0)
}

/// A paragraph that is a link to something else; lists whose items are mostly links; headings that are links and that
/// no sentences follow.
fn links(pieces: &[Piece], kept: &mut [bool]) {
    let at: Vec<usize> = (0..pieces.len()).filter(|&at| kept[at]).collect();
    for (nth, &here) in at.iter().enumerate() {
        let piece = &pieces[here];
        let words = piece.block.text.split_whitespace().count();
        let all = linked(piece) >= 9 && words <= 40 && !piece.areas.has(Areas::QUOTE);
        kept[here] = match piece.block.kind {
            Kind::Heading => {
                let next = at.get(nth + 1).map(|&next| &pieces[next]);
                !all || next.is_some_and(|next| next.block.kind != Kind::Heading && linked(next) < 9)
            }
            Kind::Row => true,
            _ => !all,
        };
    }
    for run in at.chunk_by(|a, b| pieces[*a].block.kind == Kind::Item && pieces[*b].block.kind == Kind::Item) {
        let heavy = run.iter().filter(|&&at| linked(&pieces[at]) >= 6).count();
        if run.len() >= 3 && heavy * 10 >= run.len() * 7 {
            run.iter().for_each(|&at| kept[at] = false);
        }
    }
}

/// What stands on the page twice, for narrow and wide screens or folded and unfolded, counts once.
fn twice(pieces: &[Piece], kept: &mut [bool]) {
    let mut seen = std::collections::HashSet::new();
    for (piece, kept) in pieces.iter().zip(kept).filter(|(_, kept)| **kept) {
        let text = piece.block.text.as_str();
        *kept = text.chars().count() < 40 || seen.insert(text);
    }
}

/// Before the first sentences: the title again, bylines, dates.
fn head(pieces: &[Piece], kept: &mut [bool], title: Option<&str>) {
    let key =
        |text: &str| text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>();
    let title = title.map(key).unwrap_or_default();
    let mut seen = 0;
    for at in 0..pieces.len() {
        if !kept[at] {
            continue;
        }
        let text = &pieces[at].block.text;
        let same = key(text);
        if !title.is_empty() && same == title {
            kept[at] = false;
            continue;
        }
        seen += 1;
        if is_prose(text) || seen > 12 {
            break;
        }
        // "March 4, 2031 at 8:45 AM | News | 3 comments"
        let begin: String = text.split_whitespace().take(6).collect::<Vec<_>>().join(" ");
        let parts = text.contains([' ', '|'])
            && text.split(['|', '·', '•']).count() > 1
            && text.split_whitespace().count() <= 24;
        let dated = crate::dates::only(text).is_some() || parts && crate::dates::only(&begin).is_some();
        let byline = crate::words::begins(text, "by ") && text.split_whitespace().count() <= 12;
        if dated || byline {
            kept[at] = false;
        }
    }
}

/// A paragraph with a sentence.
pub(super) fn is_prose(text: &str) -> bool {
    text.split_whitespace().count() >= 12
        && text.trim_end_matches(['"', '”', '»', '\'', ')', ' ']).ends_with(['.', '!', '?', ':', '…', '。'])
}

/// Lines that announce something else go, with what they announce: the lines until sentences come again, or all of a
/// short rest where it tells of the author.
fn tail(pieces: &[Piece], kept: &mut [bool]) {
    let total = weight(pieces, kept);
    let mut sum = 0;
    let mut announced = false;
    for at in 0..pieces.len() {
        if !kept[at] {
            continue;
        }
        let text = &pieces[at].block.text;
        let size = text.len();
        if announces(text) {
            let rest: usize = (at..pieces.len()).filter(|&at| kept[at]).map(|at| pieces[at].block.text.len()).sum();
            if sum * 2 >= total && rest * 5 <= total {
                kept[at..].fill(false);
                break;
            }
            announced = true;
        } else if announced && is_prose(text) {
            announced = false;
        }
        kept[at] = !announced;
        sum += size;
    }
    for at in (0..pieces.len()).rev().filter(|&at| kept[at]).collect::<Vec<_>>() {
        if pieces[at].block.kind != Kind::Heading {
            break;
        }
        kept[at] = false;
    }
}

/// Whether a short line announces what is no part of the report.
fn announces(text: &str) -> bool {
    let count = text.split_whitespace().count();
    let lower = text.to_lowercase();
    let lower = lower.trim_end_matches([':', '.', '…', '!', '?', ' ']);
    count <= 8
        && ANNOUNCE.iter().any(|phrase| {
            lower
                .strip_prefix(phrase)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with(|c: char| !c.is_alphanumeric()))
        })
}

const ANNOUNCE: [&str; 46] = [
    "you may also like",
    "you may also be interested",
    "you might also like",
    "you might also be interested",
    "related",
    "related articles",
    "related stories",
    "related news",
    "related content",
    "related links",
    "related posts",
    "read more",
    "read next",
    "more on this",
    "more on",
    "more from",
    "more stories",
    "more news",
    "more in",
    "see also",
    "don't miss",
    "recommended",
    "recommended for you",
    "most read",
    "most popular",
    "popular",
    "trending",
    "about the author",
    "about the authors",
    "about us",
    "share this",
    "share",
    "comments",
    "leave a reply",
    "leave a comment",
    "tags",
    "topics",
    "sponsored",
    "sponsored links",
    "advertisement",
    "lesen sie auch",
    "mehr zum thema",
    "à lire aussi",
    "lire aussi",
    "lea también",
    "leggi anche",
];

/// Lines that every page has somewhere, and no report.
fn phrases(pieces: &[Piece], kept: &mut [bool]) {
    for (at, piece) in pieces.iter().enumerate().filter(|(at, _)| kept[*at]).collect::<Vec<_>>() {
        let text = piece.block.text.as_str();
        let lower = text.to_lowercase();
        let count = text.split_whitespace().count();
        let starts = |phrases: &[&str]| phrases.iter().any(|phrase| lower.starts_with(phrase));
        let plea = count <= 40 && starts(&PLEAS);
        let pointer = count <= 25 && starts(&POINTERS) && (linked(piece) >= 3 || !is_prose(text));
        let label = count <= 4
            && starts(&[
                "advert",
                "advertisement",
                "anzeige",
                "publicité",
                "publicidad",
                "sponsored",
                "iklan",
                "pubblicità",
                "реклама",
            ]);
        if plea || pointer || label {
            kept[at] = false;
        }
    }
}

const PLEAS: [&str; 40] = [
    "sign up for",
    "sign up to",
    "subscribe to",
    "subscribe now",
    "click here to",
    "click here for",
    "download the",
    "get the latest",
    "get our",
    "follow us on",
    "follow him on",
    "follow her on",
    "follow them on",
    "like us on",
    "join our",
    "have a tip",
    "got a tip",
    "this story has been shared",
    "get access to",
    "support our",
    "become a member",
    "©",
    "copyright ©",
    "copyright 2",
    "all rights reserved",
    "this material may not be",
    "photo:",
    "photo by",
    "image:",
    "image credit",
    "picture:",
    "first published",
    "last updated",
    "published on",
    "posted on",
    "posted in",
    "filed under",
    "updated at",
    "source:",
    "this slideshow requires",
];

const POINTERS: [&str; 21] = [
    "read more",
    "read also",
    "read next",
    "related:",
    "see also",
    "see more",
    "also read",
    "more:",
    "watch:",
    "watch now",
    "video:",
    "listen:",
    "explore further",
    "click here",
    "continue reading",
    "lesen sie",
    "lire aussi",
    "à lire",
    "lea también",
    "leggi anche",
    "don't miss",
];
