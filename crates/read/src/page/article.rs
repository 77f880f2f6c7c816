//! Which words of a page are its report.
//!
//! A library (a port of Trafilatura) says where the article is; what it brings along is then looked at paragraph by
//! paragraph, with what the page calls the areas that each lies in.

use std::collections::HashSet;

use super::areas::Areas;
use super::flatten::Piece;
use super::lines;
use crate::blocks::{Block, Kind};
use crate::guard;

/// Deeper pages are read without the library, whose stack they would burst.
const DEPTH: usize = 400;

/// Pages of more elements are read without it as well: it holds each of them several times.
const ELEMENTS: usize = 100_000;

/// What was taken for the report.
pub(crate) struct Article {
    pub(crate) blocks: Vec<Block>,
    /// Why that is less sure than usual.
    pub(crate) note: Option<String>,
}

/// The report of a page, of which `pieces` are all paragraphs.
pub(crate) fn article(html: &str, pieces: &[Piece], title: Option<&str>, (depth, many): (usize, usize)) -> Article {
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
    if !kept.iter().any(|kept| *kept) {
        kept = whole(pieces);
    }
    lines::weed(pieces, &mut kept, title);
    let blocks = pieces.iter().zip(kept).filter(|(_, kept)| *kept).map(|(piece, _)| piece.block.clone()).collect();
    Article { blocks, note }
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
