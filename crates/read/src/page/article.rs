//! Which words of a page are its report.
//!
//! A library (a port of Trafilatura) says where the article is; what it brings along is then looked at paragraph by
//! paragraph, with what the page calls the areas that each lies in.

use std::collections::HashSet;

use super::areas::Areas;
use super::flatten::Piece;
use super::{lines, tail};
use crate::blocks::{Block, Kind};
use crate::found::Caption;
use crate::guard;

/// Deeper pages are read without the library, whose stack they would burst.
const DEPTH: usize = 400;

/// Pages of more elements are read without it as well: it holds each of them several times.
const ELEMENTS: usize = 100_000;

/// What was taken for the report.
pub(crate) struct Article {
    pub(crate) blocks: Vec<Block>,
    /// The words under its pictures, where they stood.
    pub(crate) captions: Vec<Caption>,
    /// Why that is less sure than usual.
    pub(crate) note: Option<String>,
}

/// The report of a page, of which `pieces` are all paragraphs.
pub(crate) fn article(
    html: &str,
    pieces: &[Piece],
    (title, authors): (Option<&str>, &[String]),
    (depth, many): (usize, usize),
) -> Article {
    let (chosen, note) = if depth > DEPTH {
        (String::new(), Some("nested too deep to tell the article from the page".to_owned()))
    } else if many > ELEMENTS {
        (String::new(), Some("too large to tell the article from the page".to_owned()))
    } else {
        match guard::caught(|| trafilatura(html)) {
            Some(text) if cfg!(feature = "articles") => (text, None),
            Some(text) => (text, Some("the article was told from the page by the page's own marks".to_owned())),
            None => (String::new(), Some("the article could not be told from the page".to_owned())),
        }
    };
    let mut kept = marked(pieces, &chosen);
    if !kept.iter().any(|kept| *kept) || is_scrap(pieces, &kept) {
        kept = whole(pieces);
    }
    headings(pieces, &mut kept);
    lines::weed(pieces, &mut kept, title);
    tail::weed(pieces, &mut kept, authors);
    let captions = captions(pieces, &kept);
    let blocks = pieces.iter().zip(kept).filter(|(_, kept)| *kept).map(|(piece, _)| piece.block.clone()).collect();
    Article { blocks, captions, note }
}

/// Whether what is kept is but a scrap of the sentences that the page itself marks as its report.
fn is_scrap(pieces: &[Piece], kept: &[bool]) -> bool {
    let out = lines::ASIDE.with(Areas::HIDDEN);
    let (mut all, mut some) = (0usize, 0usize);
    for (piece, kept) in pieces.iter().zip(kept) {
        let is_told = piece.areas.has(Areas::BODY) && !piece.areas.has(out) && piece.block.kind == Kind::Paragraph;
        if is_told && lines::is_prose(&piece.block.text) {
            all += piece.block.text.len();
            some += if *kept { piece.block.text.len() } else { 0 };
        }
    }
    all >= 1_500 && some * 4 < all
}

/// Headings that the library leaves out between paragraphs that it keeps.
fn headings(pieces: &[Piece], kept: &mut [bool]) {
    const NEAR: usize = 3;
    for at in 0..pieces.len() {
        let piece = &pieces[at];
        let plain = piece.block.kind == Kind::Heading && piece.links == 0 && !piece.areas.has(lines::ASIDE);
        if kept[at] || !plain {
            continue;
        }
        let is_told = |at: usize| kept[at] && lines::is_prose(&pieces[at].block.text);
        let above = (at.saturating_sub(NEAR)..at).any(is_told);
        if above && (at + 1..pieces.len().min(at + 1 + NEAR)).any(is_told) {
            kept[at] = true;
        }
    }
}

/// The captions among what is kept.
fn captions(pieces: &[Piece], kept: &[bool]) -> Vec<Caption> {
    let (Some(first), Some(last)) = (kept.iter().position(|kept| *kept), kept.iter().rposition(|kept| *kept)) else {
        return Vec::new();
    };
    let out = Areas::FRAME.with(Areas::OFFER).with(Areas::COMMENT).with(Areas::HIDDEN);
    let mut found: Vec<Caption> = Vec::new();
    let (mut after, mut before) = (0, Kind::Break);
    for (at, piece) in pieces.iter().enumerate().take(last + 3) {
        if kept[at] {
            // As the text has them: the rows of a table are one paragraph.
            after += u32::from(piece.block.kind != Kind::Row || before != Kind::Row);
            before = piece.block.kind;
            continue;
        }
        let caption = piece.block.kind == Kind::Caption || piece.areas.has(Areas::CAPTION);
        let text = crate::words::one_line(&piece.block.text);
        let fits = (3..=120).contains(&text.split_whitespace().count()) && piece.links * 2 < text.len();
        if caption && at + 12 >= first && fits && !piece.areas.has(out) && found.iter().all(|other| other.text != text)
        {
            found.push(Caption { after, text });
        }
    }
    found
}

/// Without the library, nothing is taken for the article.
#[cfg(not(feature = "articles"))]
fn trafilatura(_: &str) -> String {
    String::new()
}

/// The text that the library takes for the article.
#[cfg(feature = "articles")]
fn trafilatura(html: &str) -> String {
    let options = rs_trafilatura::Options {
        include_comments: false,
        page_type: Some(rs_trafilatura::page_type::PageType::Article),
        ..rs_trafilatura::Options::default()
    };
    rs_trafilatura::extract_with_options(html, &options).map(|result| result.content_text).unwrap_or_default()
}

/// Which paragraphs are in a text: all of a short one, or nearly all of a long one, in runs of five words.
fn marked(pieces: &[Piece], text: &str) -> Vec<bool> {
    let words: Vec<String> = words(text);
    let runs: HashSet<&[String]> = words.windows(RUN).collect();
    let line: String = format!(" {} ", words.join(" "));
    let mut kept = vec![false; pieces.len()];
    for (at, piece) in pieces.iter().enumerate() {
        let words = self::words(&piece.block.text);
        kept[at] = if words.is_empty() {
            false
        } else if words.len() < RUN * 2 {
            line.contains(&format!(" {} ", words.join(" ")))
        } else {
            let count = words.windows(RUN).filter(|run| runs.contains(run)).count();
            count * 10 >= (words.len() - RUN + 1) * 6
        };
    }
    // Few words may stand in the menu as well: they count where the report is.
    let long: Vec<usize> =
        (0..pieces.len()).filter(|&at| kept[at] && pieces[at].block.text.split_whitespace().count() >= 10).collect();
    if let (Some(&first), Some(&last)) = (long.first(), long.last()) {
        for (at, kept) in kept.iter_mut().enumerate() {
            *kept &= at + 12 >= first && at <= last + 12;
        }
    }
    kept
}

const RUN: usize = 5;

fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

/// Without the library: the body of an article, else all but the frame of the page.
fn whole(pieces: &[Piece]) -> Vec<bool> {
    let frame = Areas::FRAME.with(Areas::OFFER).with(Areas::COMMENT).with(Areas::HIDDEN).with(Areas::CAPTION);
    let in_body = |piece: &Piece| piece.areas.has(Areas::BODY) && !piece.areas.has(frame);
    let size = |of: &dyn Fn(&Piece) -> bool| {
        pieces.iter().filter(|piece| of(piece)).map(|piece| piece.block.text.len()).sum::<usize>()
    };
    let outside = |piece: &Piece| !piece.areas.has(frame);
    let body = size(&in_body) * 3 > size(&outside);
    pieces
        .iter()
        .map(|piece| piece.block.kind != Kind::Break && if body { in_body(piece) } else { outside(piece) })
        .collect()
}
