//! What each report says of a claim: the sentence with its cue words, the chain of holders, a bracket for one origin.

use maud::{Markup, html};
use model::bundle::{ClaimPage, ClaimStatement, DocumentCard};
use model::{Holder, Span};

use crate::bracket::{Part, Piece, pieces};
use crate::segments::cut;
use crate::view::signs::{bracket_pieces, glyph, published, quote_link};
use crate::words::{self, Length};

/// The statements of a claim, in order of publication.
pub(crate) fn says(page: &ClaimPage) -> Markup {
    let brackets: Vec<Vec<usize>> = (0..page.claim.origins.len() as u32)
        .map(|origin| (0..page.statements.len()).filter(|&i| page.statements[i].origin == origin).collect())
        .filter(|rows: &Vec<usize>| {
            // Two statements of one document need no bracket to be seen as one.
            rows.iter().any(|&i| page.statements[i].document != page.statements[rows[0]].document)
        })
        .collect();
    let laid = pieces(page.statements.len(), &brackets);
    html! { ol.says { @for (said, cell) in page.statements.iter().zip(&laid) { (self::said(page, said, cell)) } } }
}

fn said(page: &ClaimPage, said: &ClaimStatement, cell: &[Piece]) -> Markup {
    let Some(card) = page.documents.iter().find(|d| d.number == said.document) else { return html! {} };
    let statement = &said.statement;
    let tied = cell.iter().any(|p| p.part == Part::Start);
    html! {
        li.tie {
            span.no { (card.number) }
            div {
                div.who { (chain(card, &statement.holders)) span.dt { @if card.brief { "brief, " } (published(card, Length::Short)) } }
                p.sent { (sentence(said)) }
                p.foot {
                    span.k { (glyph(statement.commitment)) (statement.commitment.word()) }
                    a href=(quote_link(&card.id, statement.span, &said.sentence, statement.sentence.start)) { "in the document" }
                    @if said.reviewed { span { "corrected by a person" } }
                    @if tied {
                        span.tie-lab {
                            (page.claim.origins.get(said.origin as usize).map_or("", |o| o.name.as_str())) ", told more than once"
                        }
                    }
                }
            }
            (bracket_pieces(cell))
        }
    }
}

/// From the outlet down to whoever the statement rests on; a step that is concluded is dashed.
fn chain(card: &DocumentCard, holders: &[Holder]) -> Markup {
    let steps: Vec<&[Holder]> = Holder::steps(holders).collect();
    let last = steps.len().saturating_sub(1);
    html! {
        ol.chain aria-label="On whose word" {
            @for (i, step) in steps.iter().enumerate() {
                li .inferred[step.iter().any(|holder| holder.inferred)] .last[i == last && i > 0] {
                    @if i > 0 { (words::names(step)) } @else { (card.outlet.as_deref().unwrap_or("outlet unknown")) }
                }
            }
        }
    }
}

/// The sentence, with the words around the statement quieter and the cue words marked.
fn sentence(said: &ClaimStatement) -> Markup {
    let statement = &said.statement;
    let mut marks: Vec<Span> = vec![statement.span];
    marks.extend(&statement.cues);
    marks.extend(statement.holders.iter().filter_map(|h| h.cue));
    html! {
        @for piece in cut(&said.sentence, statement.sentence.start, &marks) {
            @if piece.marks.iter().any(|&m| m > 0) {
                em.cue { (piece.text) }
            } @else if piece.marks.contains(&0) {
                (piece.text)
            } @else {
                span.around { (piece.text) }
            }
        }
    }
}
