//! What each report says of a claim: the sentence with its cue words, the chain of holders, a bracket for one origin.

use leptos::prelude::*;
use model::bundle::{ClaimPage, ClaimStatement, DocumentCard};
use model::{Holder, Span};

use super::signs::{bracket_pieces, glyph, published, words_link};
use crate::bracket::{Piece, pieces};
use crate::segments::cut;
use crate::words::Length;

/// The statements of a claim, in order of publication.
pub(crate) fn says(page: &ClaimPage) -> AnyView {
    let brackets: Vec<Vec<usize>> = (0..page.claim.origins.len() as u32)
        .map(|origin| (0..page.statements.len()).filter(|&i| page.statements[i].origin == origin).collect())
        .filter(|rows: &Vec<usize>| {
            // Two statements of one document need no bracket to be seen as one.
            rows.iter().any(|&i| page.statements[i].document != page.statements[rows[0]].document)
        })
        .collect();
    let laid = pieces(page.statements.len(), &brackets);
    let items =
        page.statements.iter().zip(&laid).filter_map(|(said, cell)| self::said(page, said, cell)).collect_view();
    view! { <ol class="says">{items}</ol> }.into_any()
}

fn said(page: &ClaimPage, said: &ClaimStatement, cell: &[Piece]) -> Option<AnyView> {
    let card = page.documents.iter().find(|d| d.number == said.document)?;
    let statement = &said.statement;
    let tied = cell.iter().any(|p| p.part == crate::bracket::Part::Start);
    let label = tied.then(|| {
        let name = page.claim.origins.get(said.origin as usize).map_or("", |o| o.name.as_str());
        view! { <span class="tie-lab">{name.to_owned()}", told more than once"</span> }
    });
    let reviewed = said.reviewed.then(|| view! { <span>"corrected by a person"</span> });
    Some(
        view! {
            <li class="tie"><span class="no">{card.number}</span><div>
                <div class="who">{chain(card, &statement.holders)}<span class="dt">{published(card, Length::Short)}</span></div>
                <p class="sent">{sentence(said)}</p>
                <p class="foot"><span class="k">{glyph(statement.commitment)}{statement.commitment.word()}</span><a href=words_link(&card.id, statement.span)>"in the document"</a>{reviewed}</p>
            </div>{bracket_pieces(cell)}{label}</li>
        }
        .into_any(),
    )
}

/// From the outlet down to whoever the statement rests on; a step that is concluded is dashed.
fn chain(card: &DocumentCard, holders: &[Holder]) -> AnyView {
    let last = holders.len().saturating_sub(1);
    let link = |(i, holder): (usize, &Holder)| {
        let class = match (i == last && i > 0, holder.inferred) {
            (true, true) => "inferred last",
            (true, false) => "last",
            (false, true) => "inferred",
            (false, false) => "",
        };
        let name = if i == 0 {
            card.outlet.clone().unwrap_or_else(|| "outlet unknown".to_owned())
        } else {
            holder.name.clone()
        };
        view! { <li class=class>{name}</li> }.into_any()
    };
    let links = holders.iter().enumerate().map(link).collect_view();
    view! { <ol class="chain" aria-label="On whose word">{links}</ol> }.into_any()
}

/// The sentence, with the words around the statement quieter and the cue words marked.
fn sentence(said: &ClaimStatement) -> AnyView {
    let statement = &said.statement;
    let mut marks: Vec<Span> = vec![statement.span];
    marks.extend(&statement.cues);
    marks.extend(statement.holders.iter().filter_map(|h| h.cue));
    cut(&said.sentence, statement.sentence.start, &marks)
        .into_iter()
        .map(|piece| {
            let own = piece.marks.contains(&0);
            if piece.marks.iter().any(|&m| m > 0) {
                view! { <em class="cue">{piece.text}</em> }.into_any()
            } else if own {
                piece.text.into_any()
            } else {
                view! { <span class="around">{piece.text}</span> }.into_any()
            }
        })
        .collect_view()
        .into_any()
}
