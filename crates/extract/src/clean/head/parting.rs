//! Lines that hold several things, parted: a dateline from its paragraph, an agency's name from its credit.

use model::Role;

use super::{
    credits,
    datelines::{self, Dateline},
    masthead::{self, Masthead},
    masthead_words::STAFF,
    openings::begins_report,
};
use crate::clean::{
    block::{Block, Shape, same_words},
    furniture::page_words::Why,
    normal::Line,
};

const ABOVE: Why = "lines above the report";

/// How many paragraphs at the top may begin with a dateline.
const DATED: usize = 3;

/// Cuts datelines from the paragraphs that they open, and the names of agencies out of credits.
pub(in crate::clean) fn sources(blocks: Vec<Block>, outlet: Option<&str>) -> Vec<Block> {
    let mut parted = Vec::with_capacity(blocks.len());
    let mut paragraphs = 0;
    for mut block in blocks {
        if block.is_body(Shape::Prose) {
            paragraphs += 1;
            let text = block.line.text.as_str();
            let find = || datelines::dateline(text).or_else(|| datelines::amid(text, paragraphs == 1));
            match (paragraphs <= DATED).then(find).flatten() {
                Some(mut dateline) => {
                    // The outlet's own name credits nobody else.
                    let agency = dateline.agency.map(|at| &block.line.text[at..dateline.body]);
                    if agency.is_some_and(|agency| outlet.is_some_and(|outlet| is_own(outlet, agency))) {
                        dateline.agency = None;
                    }
                    parted.extend(cut_dateline(block, &dateline));
                }
                None if paragraphs <= DATED => parted.extend(cut_byline(block)),
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

/// A paragraph parted into what stands above the report, town and day, agency, and report.
fn cut_dateline(block: Block, dateline: &Dateline) -> Vec<Block> {
    let glued = (dateline.start > 0).then_some((dateline.start, Role::Byline));
    let agency = dateline.agency.map(|at| (at, Role::Credit));
    let cuts: Vec<(usize, Role)> = glued.into_iter().chain(agency).chain([(dateline.body, Role::Body)]).collect();
    let mut parts = cut(block, &cuts);
    if let Some(first) = parts.first_mut() {
        if glued.is_some() {
            match masthead::byline(&first.line.text) {
                Some(told) => first.masthead = told,
                None => first.set_furniture(ABOVE),
            }
        }
        if first.role != Role::Furniture {
            first.masthead.published = first.masthead.published.or(dateline.day);
        }
    }
    if let Some(second) = parts.get_mut(1).filter(|_| glued.is_some()) {
        second.masthead.published = dateline.day;
    }
    parts
}

/// How long a byline is at most that is glued to its report, in bytes.
const BYLINE: usize = 120;

/// A first paragraph parted from the byline that it begins with: "By the Harbour Wire Staff The ferry sank …".
fn cut_byline(block: Block) -> Vec<Block> {
    let Some((end, told)) = glued_byline(&block.line.text) else { return vec![block] };
    let mut parts = cut(block, &[(end, Role::Body)]);
    if let Some(first) = parts.first_mut() {
        first.masthead = told;
    }
    parts
}

/// Where a byline ends that is glued to a sentence, and what it tells: behind words for an outlet's people, or behind
/// letters that stand for it.
fn glued_byline(line: &str) -> Option<(usize, Masthead)> {
    let rest = ["By ", "From "].iter().find_map(|start| line.strip_prefix(start))?;
    let mut at = line.len() - rest.len();
    for word in rest.split_inclusive(' ') {
        at += word.len();
        if at > BYLINE {
            return None;
        }
        let small = line[..at].trim_end().to_lowercase();
        let staff = STAFF.iter().any(|people| small.strip_suffix(people).is_some_and(|before| before.ends_with(' ')));
        let letters = credits::is_acronym(word.trim_end()) && line[..at - word.len()].ends_with(", ");
        if !(staff || letters) || !begins_report(&line[at..]) || !begins_sentence(&line[at..]) {
            continue;
        }
        let told =
            masthead::byline(&format!("By {}", line[..at].trim_end().split_once(' ').map_or("", |(_, who)| who)));
        return told.map(|told| (at, told));
    }
    None
}

/// Whether the second word is written small, so that the first is no part of a name or a title before.
fn begins_sentence(text: &str) -> bool {
    text.split(' ').nth(1).is_some_and(|word| word.starts_with(char::is_lowercase))
        || matches!(text.split(' ').next(), Some("The" | "A" | "An" | "In" | "On" | "At" | "After" | "When" | "As"))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bylines_glued_to_a_report_are_parted_from_it() {
        for (line, byline) in [
            ("By the HWA Wire Staff The ferry sank on Monday off Torsvik.", "By the HWA Wire Staff"),
            (
                "From Mona Tveit and Karl Holm, HWA A ferry sank on Monday off Torsvik.",
                "From Mona Tveit and Karl Holm, HWA",
            ),
        ] {
            let (end, told) = glued_byline(line).unwrap_or_else(|| panic!("{line}"));
            assert_eq!(line[..end].trim_end(), byline, "{line}");
            assert!(told.outlet.is_some() || !told.authors.is_empty(), "{line}");
        }
        for line in [
            "By Mona Tveit, HWA National Security Producer The ferry sank on Monday off Torsvik.",
            "By the staff of the ferry nothing was said on Monday.",
            "From Torsvik, HWA members set out on Monday for the island.",
        ] {
            assert_eq!(glued_byline(line).map(|(end, _)| &line[..end]), None, "{line}");
        }
    }
}
