//! Lines that hold several things, parted: a dateline from its paragraph, an agency's name from its credit.

use model::Role;

use super::{
    credits,
    layout::{Block, Shape, same_words},
    masthead::Masthead,
    normal::Line,
};

/// How many paragraphs at the top may begin with a dateline.
const DATED: usize = 3;

/// Cuts datelines from the paragraphs that they open, and the names of agencies out of credits.
pub(super) fn sources(blocks: Vec<Block>, outlet: Option<&str>) -> Vec<Block> {
    let mut parted = Vec::with_capacity(blocks.len());
    let mut paragraphs = 0;
    for mut block in blocks {
        if block.is_body(Shape::Prose) {
            paragraphs += 1;
            match credits::dateline(&block.line.text).filter(|_| paragraphs <= DATED) {
                Some(mut dateline) => {
                    // The outlet's own name credits nobody else.
                    let agency = dateline.agency.map(|at| &block.line.text[at..dateline.body]);
                    if agency.is_some_and(|agency| outlet.is_some_and(|outlet| is_own(outlet, agency))) {
                        dateline.agency = None;
                    }
                    parted.extend(cut_dateline(block, &dateline));
                }
                None => parted.push(block),
            }
            continue;
        }
        // A notice of copyright is the outlet's own, unless the outlet is known to be another.
        let notice =
            block.role == Role::Furniture && outlet.is_some() && block.line.text.starts_with(['C', 'c', '©', '(']);
        if block.role != Role::Credit && !notice {
            parted.push(block);
            continue;
        }
        match credits::credits(&block.line.text) {
            Some(found) => {
                let agency = found.agencies.first().map(|range| block.line.text[range.clone()].to_owned());
                let own = |name: &str| outlet.is_some_and(|outlet| is_own(outlet, name));
                if notice && agency.as_deref().is_none_or(own) {
                    parted.push(block);
                    continue;
                }
                block.why = "";
                block.masthead.authors.extend(found.authors);
                let cuts: Vec<(usize, Role)> = found
                    .agencies
                    .iter()
                    .flat_map(|range| [(range.start, Role::Credit), (range.end, Role::Byline)])
                    .collect();
                parted.extend(cut(block, &cuts));
            }
            None => parted.push(block),
        }
    }
    parted
}

/// Whether a credit names the outlet itself: "(HWA)" in what "HWA Online" published.
fn is_own(outlet: &str, credit: &str) -> bool {
    let bare = credit.trim_matches(|c: char| !c.is_alphanumeric());
    same_words(outlet, bare)
        || outlet.split(|c: char| !c.is_alphanumeric()).any(|word| word == bare)
        || bare.contains(' ') && outlet.contains(bare)
}

/// A paragraph parted into town and day, agency, and report.
fn cut_dateline(block: Block, dateline: &credits::Dateline) -> Vec<Block> {
    let mut cuts: Vec<(usize, Role)> = dateline.agency.map(|at| (at, Role::Credit)).into_iter().collect();
    cuts.push((dateline.body, Role::Body));
    let mut parts = cut(block, &cuts);
    if let Some(first) = parts.first_mut() {
        first.masthead.published = dateline.day;
    }
    parts
}

/// A line cut at some bytes, each with the role of what begins there; what stands before the first is a byline. Pieces
/// without a letter stay with the piece before.
fn cut(block: Block, cuts: &[(usize, Role)]) -> Vec<Block> {
    let text = block.line.text.as_str();
    let mut bounds: Vec<(usize, Role)> = vec![(0, Role::Byline)];
    for &(at, role) in cuts {
        if at == 0 {
            bounds.clear();
        }
        let end = cuts.iter().map(|&(next, _)| next).find(|&next| next > at).unwrap_or(text.len());
        if text.get(at..end).is_some_and(|piece| piece.contains(char::is_alphanumeric)) {
            bounds.push((at, role));
        }
    }
    let mut parts: Vec<Block> = Vec::with_capacity(bounds.len());
    for (index, &(at, role)) in bounds.iter().enumerate() {
        let end = bounds.get(index + 1).map_or(text.len(), |&(next, _)| next);
        let piece = text[at..end].trim();
        if piece.is_empty() {
            continue;
        }
        let first = parts.is_empty();
        let line = Line { text: piece.to_owned(), apart: first && block.line.apart, heading: block.line.heading };
        let masthead = if first { block.masthead.clone() } else { Masthead::default() };
        let shape = if role == Role::Body { block.shape } else { Shape::Fragment };
        parts.push(Block { line, role, why: "", masthead, glued: !first, shape });
    }
    parts
}
