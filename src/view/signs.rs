//! The signs: a glyph for each commitment, the origin bracket, the number of a document.

use maud::{Markup, PreEscaped, html};
use model::bundle::{Bracket, ClaimCard, DocumentCard, Mark};
use model::{Commitment, DiscrepancyKind, Span, Standing};

use crate::bracket::{Piece, pieces};
use crate::page::differences;
use crate::quote::{self, Quote};
use crate::route::Place;
use crate::site::{href, to};
use crate::words::{self, Length};

/// Beyond this many documents a strip has one glyph for each origin instead of one for each document.
pub(crate) const STRIP: usize = 8;

/// The drawing of a glyph, in a box of 14 by 14.
pub(crate) fn drawing(commitment: Commitment) -> &'static str {
    match commitment {
        Commitment::Asserted => r#"<circle cx="7" cy="7" r="5.5" fill="currentColor"/>"#,
        Commitment::Attributed => {
            r#"<circle cx="7" cy="7" r="5.25" fill="none" stroke="currentColor" stroke-width="1.5"/><circle cx="7" cy="7" r="2.4" fill="currentColor"/>"#
        }
        Commitment::Hedged => {
            r#"<circle cx="7" cy="7" r="5.25" fill="none" stroke="currentColor" stroke-width="1.5"/><path d="M7 1.75a5.25 5.25 0 0 0 0 10.5z" fill="currentColor"/>"#
        }
        Commitment::Expected => {
            r#"<path d="M2.75 1.9 12.25 7l-9.5 5.1z" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linejoin="round"/>"#
        }
        Commitment::Denied => {
            r#"<circle cx="7" cy="7" r="4" fill="none" stroke="currentColor" stroke-width="1.6"/><path d="M1.4 12.6 12.6 1.4" stroke="currentColor" stroke-width="1.6" stroke-linecap="round"/>"#
        }
    }
}

/// A glyph beside its word: hidden from screen readers, who have the word.
pub(crate) fn glyph(commitment: Commitment) -> Markup {
    html! { svg.g width="14" height="14" viewBox="0 0 14 14" aria-hidden="true" { (PreEscaped(drawing(commitment))) } }
}

/// A glyph that stands alone and names itself.
pub(crate) fn named_glyph(commitment: Commitment) -> Markup {
    html! { svg.g width="14" height="14" viewBox="0 0 14 14" role="img" aria-label=(commitment.word()) { (PreEscaped(drawing(commitment))) } }
}

/// How many levels of brackets the style has, beside the first.
const LEVELS: usize = 8;

/// The pieces of brackets in one cell.
pub(crate) fn bracket_pieces(cell: &[Piece]) -> Markup {
    html! {
        @for piece in cell {
            // Beyond the levels that the style has, brackets lie upon each other.
            @let level = (piece.level > 0).then_some(piece.level.min(LEVELS));
            i class=(piece.part.class()) data-level=[level] aria-hidden="true" {}
        }
    }
}

/// The places, counted from 0, of each bracket's members among `documents` cells.
pub(crate) fn bracket_places(brackets: &[Bracket], documents: usize) -> Vec<Vec<usize>> {
    let place = |&number: &u32| (number as usize).checked_sub(1).filter(|&place| place < documents);
    brackets.iter().map(|b| b.documents.iter().filter_map(place).collect()).collect()
}

/// What a strip says, in words.
fn strip_words(marks: &[Mark], brackets: &[Bracket]) -> String {
    let said = |mark: &Mark| {
        let commitments: Vec<String> = mark.commitments.iter().map(|c| c.word().to_owned()).collect();
        format!("document {}: {}", mark.document, words::list(&commitments))
    };
    let tied = |bracket: &Bracket| {
        let numbers: Vec<String> = bracket.documents.iter().map(u32::to_string).collect();
        format!("{} share an origin", words::list(&numbers))
    };
    marks.iter().map(said).chain(brackets.iter().map(tied)).collect::<Vec<_>>().join("; ")
}

/// One glyph a document in their order, with a bracket under those of one origin; beyond [`STRIP`] documents, one glyph
/// an origin with its count.
pub(crate) fn strip(marks: &[Mark], brackets: &[Bracket], documents: usize) -> Markup {
    if documents > STRIP {
        return origin_strip(marks);
    }
    let laid = pieces(documents, &bracket_places(brackets, documents));
    html! {
        span.strip role="img" aria-label=(strip_words(marks, brackets)) {
            @for (place, cell) in laid.iter().enumerate() {
                span {
                    @match marks.iter().find(|m| m.document as usize == place + 1) {
                        Some(mark) => @for &commitment in &mark.commitments { (glyph(commitment)) },
                        None => i.nil {},
                    }
                    (bracket_pieces(cell))
                }
            }
        }
    }
}

/// For each origin and way of saying it the glyphs that a matrix has, with how many documents draw on it where they are several.
fn origin_strip(marks: &[Mark]) -> Markup {
    const MOST: usize = 12;
    let mut origins: Vec<(&Mark, usize)> = Vec::new();
    let like = |a: &Mark, b: &Mark| (a.origin, &a.commitments) == (b.origin, &b.commitments);
    for mark in marks {
        match origins.iter_mut().find(|(other, _)| like(other, mark)) {
            Some((_, n)) => *n += 1,
            None => origins.push((mark, 1)),
        }
    }
    let more = origins.len().saturating_sub(MOST);
    let said = |(mark, n): &(&Mark, usize)| {
        let words: Vec<&str> = mark.commitments.iter().map(|commitment| commitment.word()).collect();
        format!("{} {}", words.join(" and "), words::count(*n, "document"))
    };
    let label = words::list(&origins.iter().map(said).collect::<Vec<_>>());
    html! {
        span.strip-o role="img" aria-label={ "one sign an origin: " (label) } {
            @for (mark, n) in origins.iter().take(MOST) {
                span.og { @for &commitment in &mark.commitments { (glyph(commitment)) } @if *n > 1 { (n) } }
            }
            @if more > 0 { "and " (more) " more" }
        }
    }
}

/// A link to words in a document whose text is not at hand: it holds within one build, and says so in another.
pub(crate) fn words_link(id: &str, span: Span) -> String {
    href(&quote::route(id, span, &Quote::default()))
}

/// A link to words in a document that are at hand as the part `within` of it, which begins at `base`.
pub(crate) fn quote_link(id: &str, span: Span, within: &str, base: u32) -> String {
    let part = Span::new(span.start.saturating_sub(base), span.end.saturating_sub(base));
    href(&quote::route(id, span, &Quote::of(within, part)))
}

/// The number of a document as a link to words in it, or to its beginning.
pub(crate) fn document_ref(card: &DocumentCard, span: Option<Span>) -> Markup {
    let link = match span {
        Some(span) => words_link(&card.id, span),
        None => to(Place::Document(card.id.clone())),
    };
    html! { a.ref-l href=(link) { span.vh { "document " } (card.number) } }
}

/// The outlet's name, or that it is unknown.
pub(crate) fn outlet(card: &DocumentCard) -> Markup {
    html! {
        @match &card.outlet {
            Some(name) => (name),
            None => span.quiet { "outlet unknown" },
        }
    }
}

/// When a document was published, and whether that is concluded.
pub(crate) fn published(card: &DocumentCard, length: Length) -> Markup {
    html! {
        @match &card.published {
            Some(when) => {
                span.nb { (words::when(when, length)) }
                @if card.inferred { span.quiet { " inferred" } }
            }
            None => span.quiet { "date unknown" },
        }
    }
}

/// How many articles make a claim and how many origins these have. Where a bracket ties some and there are more origins than it
/// leaves, an article draws on more than one: that is told, since the bracket shows the contrary.
pub(crate) fn spread_of(card: &ClaimCard) -> String {
    let tied: usize = card.brackets.iter().map(|bracket| bracket.documents.len().saturating_sub(1)).sum();
    said_spread(card.articles, card.origins, (card.origins + tied as u32).saturating_sub(card.articles))
}

/// `5 articles · 4 origins`, `1 article · 2 origins in it`
pub(crate) fn spread(articles: u32, origins: u32) -> String {
    said_spread(articles, origins, origins.saturating_sub(articles))
}

/// The same, where `more` origins than one to an article are within articles: else the count reads like a slip.
fn said_spread(articles: u32, origins: u32, more: u32) -> String {
    let within = match (articles, more) {
        (_, 0) => "",
        (1, _) => " in it",
        (_, 1) => ", two of them in one article",
        _ => ", several of them in one article",
    };
    format!("{} · {}{within}", words::count(articles as usize, "article"), words::count(origins as usize, "origin"))
}

/// How statements stand, beside how many articles and origins there are: that there is one origin is told by that.
pub(crate) fn stands(standing: Standing, differs: &[DiscrepancyKind], open: bool) -> Option<Markup> {
    (standing != Standing::OneOrigin || open).then(|| self::standing(standing, differs, open))
}

/// `Differs: the date, the words. Open`
fn standing(standing: Standing, differs: &[DiscrepancyKind], open: bool) -> Markup {
    let kinds = differences(differs).join(", ");
    html! {
        @match standing {
            Standing::Differs => { b { "Differs" } @if !kinds.is_empty() { ": " (kinds) } }
            Standing::Agreed => b { "Agreed" },
            // The count beside it tells.
            Standing::OneOrigin => {}
            Standing::Perhaps => "Perhaps agreed",
        }
        @if open { @if standing != Standing::OneOrigin { ". " } b { "Open" } }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::course::testing::card;

    #[test]
    fn a_strip_has_the_signs_of_the_matrix() {
        let commitments = vec![Commitment::Hedged, Commitment::Denied];
        let mark = Mark { document: 1, commitments, at: Span::new(0, 1), origin: 0 };
        for documents in [2, STRIP + 1] {
            let drawn = strip(std::slice::from_ref(&mark), &[], documents).into_string();
            for sign in [Commitment::Hedged, Commitment::Denied] {
                assert!(drawn.contains(drawing(sign)), "{documents}: {drawn}");
            }
        }
    }

    #[test]
    fn more_origins_than_articles_are_told_apart() {
        assert_eq!(spread(5, 4), "5 articles · 4 origins");
        assert_eq!(spread(1, 1), "1 article · 1 origin");
        assert_eq!(spread(1, 2), "1 article · 2 origins in it");
        assert_eq!(spread(2, 3), "2 articles · 3 origins, two of them in one article");
        let mut tied = card("weir", "");
        (tied.articles, tied.origins) = (3, 3);
        tied.brackets = vec![Bracket { name: "The mill".into(), documents: vec![1, 2] }];
        assert_eq!(spread_of(&tied), "3 articles · 3 origins, two of them in one article");
    }
}
