//! Quotations: which opening mark belongs to which closing mark.
//!
//! Straight and curly marks, nested to one level, and quotations over several paragraphs, where each paragraph opens
//! anew and only the last closes (the convention of English typesetting).

use std::ops::Range;

use crate::words::Words;

/// Words that stand in quotation marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Quotation {
    /// The words of each paragraph of it, the marks included; one piece unless it runs over paragraphs.
    pub(crate) pieces: Vec<Range<usize>>,
    /// 0 for a quotation in the text, 1 for one within another.
    pub(crate) depth: u8,
}

impl Quotation {
    /// From the first word to one past the last.
    pub(crate) fn words(&self) -> Range<usize> {
        let start = self.pieces.first().map_or(0, |piece| piece.start);
        start..self.pieces.last().map_or(start, |piece| piece.end)
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Open,
    Close,
    /// A mark that can be either and stands free on both sides.
    Either,
}

/// Which marks go together.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Family {
    Double,
    Single,
    Guillemet,
}

/// Finds the quotations of a text; `passages` are its paragraphs as ranges of words.
pub(crate) fn find(words: &Words<'_>, passages: &[Range<usize>]) -> Vec<Quotation> {
    let mut found = Vec::new();
    // What the paragraph before left open: the pieces so far.
    let mut running: Option<Vec<Range<usize>>> = None;
    for (number, passage) in passages.iter().enumerate() {
        let mut open: Vec<(Family, usize)> = Vec::new();
        let reopened =
            mark(words, passage.start).is_some_and(|(f, m)| m == Mark::Open || f != Family::Single && m != Mark::Close);
        let mut carried = None;
        if let Some(pieces) = running.take() {
            if reopened {
                carried = Some(pieces);
            } else {
                found.push(Quotation { pieces, depth: 0 });
            }
        }
        // What opened above ends here, though the lines between have no marks of their own; or its opening mark was lost.
        if carried.is_none()
            && !reopened
            && let Some(close) = ends_first(words, passage)
        {
            let mut pieces = left_open(words, passages, number).unwrap_or_default();
            if let Some(first) = pieces.first().cloned() {
                // It was taken for a quotation of one paragraph, not long ago.
                let from = found.len().saturating_sub(2 * LINES);
                let same = found[from..].iter().position(|quotation: &Quotation| quotation.words() == first);
                if let Some(at) = same {
                    found.remove(from + at);
                }
            }
            pieces.push(passage.start..close + 1);
            found.push(Quotation { pieces, depth: 0 });
        }
        // An apostrophe opens nothing; a single mark does where the next paragraph takes it up.
        let taken_up = || {
            let next = passages.get(number + 1).and_then(|next| mark(words, next.start));
            next.is_some_and(|(family, kind)| family == Family::Single && kind == Mark::Open)
        };
        for index in passage.clone() {
            let Some((family, kind)) = mark(words, index) else { continue };
            if family == Family::Single && is_possessive(words, index, passage, taken_up()) {
                continue;
            }
            let top = open.iter().rposition(|&(f, _)| f == family);
            let closing = match kind {
                Mark::Open => false,
                Mark::Close => true,
                Mark::Either => top.is_some(),
            };
            if !closing {
                // A second opening mark of the same kind: the first was never closed.
                if let Some(top) = top {
                    open.truncate(top);
                }
                if open.len() < 2 {
                    open.push((family, index));
                }
                continue;
            }
            let Some(top) = top else { continue };
            let (_, start) = open[top];
            open.truncate(top);
            let piece = start..index + 1;
            match carried.take() {
                Some(mut pieces) if top == 0 && start == passage.start => {
                    pieces.push(piece);
                    found.push(Quotation { pieces, depth: 0 });
                }
                before => {
                    carried = before;
                    found.push(Quotation { pieces: vec![piece], depth: top as u8 });
                }
            }
        }
        let left = open
            .first()
            .filter(|&&(family, start)| family != Family::Single || start == passage.start && taken_up())
            .map(|&(_, start)| start..passage.end);
        match (carried, left) {
            (Some(mut pieces), Some(left)) if left.start == passage.start => {
                pieces.push(left);
                running = Some(pieces);
            }
            (before, left) => {
                found.extend(before.map(|pieces| Quotation { pieces, depth: 0 }));
                running = left.map(|left| vec![left]);
            }
        }
    }
    found.extend(running.map(|pieces| Quotation { pieces, depth: 0 }));
    // What was left open and never taken up again in the next paragraph is one paragraph of quotation at most.
    model::order::sort_by_key(&mut found, |quotation| (quotation.words().start, quotation.depth));
    found
}

/// How many lines without a mark a quotation may run over.
const LINES: usize = 4;

/// The first double mark of a passage, where it closes what the passage did not open: "… to the end,” said Berg".
fn ends_first(words: &Words<'_>, passage: &Range<usize>) -> Option<usize> {
    let (index, kind) = first_double(words, passage)?;
    let stop = index.checked_sub(1).is_some_and(|before| matches!(words.text(before), "," | "." | "?" | "!"));
    (kind == Mark::Close && stop && index > passage.start + 2).then_some(index)
}

fn first_double(words: &Words<'_>, passage: &Range<usize>) -> Option<(usize, Mark)> {
    passage.clone().find_map(|index| {
        mark(words, index).filter(|(family, _)| *family == Family::Double).map(|(_, kind)| (index, kind))
    })
}

/// The pieces of a quotation that a passage a few lines above left open, up to the passage `number`.
fn left_open(words: &Words<'_>, passages: &[Range<usize>], number: usize) -> Option<Vec<Range<usize>>> {
    for back in 1..=LINES.min(number) {
        let passage = &passages[number - back];
        let marks: Vec<(usize, Mark)> = passage
            .clone()
            .filter_map(|index| mark(words, index).filter(|(f, _)| *f == Family::Double).map(|(_, kind)| (index, kind)))
            .collect();
        match marks.last() {
            None => {}
            Some(&(index, Mark::Open)) => {
                let mut pieces: Vec<Range<usize>> = std::iter::once(index..passage.end).collect();
                pieces.extend(passages[number - back + 1..number].iter().cloned());
                return Some(pieces);
            }
            Some(_) => return None,
        }
    }
    None
}

fn mark(words: &Words<'_>, index: usize) -> Option<(Family, Mark)> {
    if is_apostrophe(words, index) {
        return None;
    }
    let (family, kind) = match words.text(index) {
        // A closing mark that was typed as an opening one.
        "“" if !words.spaced(index) && straight(words, index) == Mark::Close => (Family::Double, Mark::Close),
        // And the other way round: "”We knew it,” he said".
        "”" if words.spaced(index) && straight(words, index) == Mark::Open => (Family::Double, Mark::Open),
        "“" | "„" => (Family::Double, Mark::Open),
        "”" => (Family::Double, Mark::Close),
        "«" => (Family::Guillemet, Mark::Open),
        "»" => (Family::Guillemet, Mark::Close),
        "‘" => (Family::Single, Mark::Open),
        "’" => (Family::Single, Mark::Close),
        "``" => (Family::Double, Mark::Open),
        "\"" | "''" => (Family::Double, straight(words, index)),
        "'" => (Family::Single, straight(words, index)),
        _ => return None,
    };
    Some((family, kind))
}

/// Whether a double mark stands for an apostrophe: `the bank"s boats`.
fn is_apostrophe(words: &Words<'_>, index: usize) -> bool {
    let letter = |at: usize| words.text(at).chars().next_back().is_some_and(char::is_alphabetic);
    words.text(index) == "\""
        && index > 0
        && !words.spaced(index)
        && letter(index - 1)
        && matches!(words.text(index + 1), "s" | "t" | "re" | "ve" | "ll")
        && !words.spaced(index + 1)
        && (words.get(index + 2).is_none() || words.spaced(index + 2))
}

/// Whether a single mark behind a plural makes it a possessive: a later one in the paragraph closes the quotation.
/// `taken_up` where the quotation goes on in the next one.
fn is_possessive(words: &Words<'_>, index: usize, passage: &Range<usize>, taken_up: bool) -> bool {
    let attached = !words.spaced(index)
        && index.checked_sub(1).is_some_and(|before| words.lower(before).ends_with('s'))
        && words.spaced(index + 1)
        && words.text(index + 1).starts_with(char::is_lowercase);
    if !attached {
        return false;
    }
    let later = (index + 1..passage.end.min(index + 200))
        .filter_map(|at| mark(words, at).filter(|(family, _)| *family == Family::Single).map(|(_, kind)| (at, kind)))
        .find(|&(at, kind)| kind == Mark::Open || !words.text(at - 1).ends_with('s'));
    match later {
        None => taken_up && mark(words, passage.start).is_some_and(|(family, _)| family == Family::Single),
        Some((at, kind)) => {
            let stop = matches!(words.text(at - 1), "," | "." | "?" | "!" | "…");
            kind != Mark::Open && (stop || !words.text(at + 1).starts_with(char::is_alphanumeric))
        }
    }
}

/// A straight mark opens after white space and before a word, and closes the other way round.
fn straight(words: &Words<'_>, index: usize) -> Mark {
    let before = words.spaced(index) || matches!(words.text(index.wrapping_sub(1)), "(" | "[" | "—" | "--" | "“" | "‘");
    let after = words.get(index + 1).is_none() || words.spaced(index + 1);
    match (before, after) {
        (true, false) => Mark::Open,
        (false, true) => Mark::Close,
        _ => Mark::Either,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn quotes(text: &str) -> Vec<(Vec<String>, u8)> {
        let words = Words::split(text, std::iter::once(0..text.len()));
        let mut passages = Vec::new();
        let mut at = 0;
        for paragraph in text.split("\n\n") {
            passages.push(words.at(at)..words.at(at + paragraph.len()));
            at += paragraph.len() + 2;
        }
        let piece = |range: &Range<usize>| {
            let (first, last) =
                (words.get(range.start).expect("in bounds"), words.get(range.end - 1).expect("in bounds"));
            text[first.start..last.end].to_owned()
        };
        find(&words, &passages).iter().map(|q| (q.pieces.iter().map(piece).collect(), q.depth)).collect()
    }

    #[test]
    fn marks_pair_whatever_their_shape() {
        assert_eq!(quotes("“We go,” she said, \"now\"."), [(vec!["“We go,”".into()], 0), (vec!["\"now\"".into()], 0)]);
        assert_eq!(
            quotes("\"He said 'no' twice.\""),
            [(vec!["\"He said 'no' twice.\"".into()], 0), (vec!["'no'".into()], 1)]
        );
        assert_eq!(quotes("The ministers’ plan isn’t ‘new’."), [(vec!["‘new’".into()], 0)]);
    }

    #[test]
    fn possessives_close_no_single_marks() {
        assert_eq!(quotes("'The pilots' boat sank,' she said."), [(vec!["'The pilots' boat sank,'".into()], 0)]);
        assert_eq!(quotes("They call it 'the boats' and leave."), [(vec!["'the boats'".into()], 0)]);
        assert_eq!(
            quotes("'It is a no.\n\n'The pilots' boat stays.\n\n'We go,' she said."),
            [(vec!["'It is a no.".into(), "'The pilots' boat stays.".into(), "'We go,'".into()], 0)]
        );
        assert_eq!(quotes("'Twas late.\n\nThe boats left."), []);
        assert_eq!(quotes("The bank\"s boats and the town\"s piers left."), []);
    }

    #[test]
    fn a_mark_that_closes_first_ends_what_a_line_above_opened() {
        assert_eq!(
            quotes("“One.\n\nTwo of us.\n\nThree of us went,” she said."),
            [(vec!["“One.".into(), "Two of us.".into(), "Three of us went,”".into()], 0)]
        );
        // The opening mark was lost.
        assert_eq!(quotes("Three of us went,” she said."), [(vec!["Three of us went,”".into()], 0)]);
    }

    #[test]
    fn a_quotation_runs_on_where_the_next_paragraph_opens_again() {
        assert_eq!(
            quotes("“One.\n\n“Two.\n\n“Three.” End."),
            [(vec!["“One.".into(), "“Two.".into(), "“Three.”".into()], 0)]
        );
        assert_eq!(quotes("“One.\n\nTwo."), [(vec!["“One.".into()], 0)]);
    }

    proptest! {
        #[test]
        fn pieces_are_in_order_and_in_bounds(text in "[\"“”'‘’«»a \n.]{0,120}") {
            let words = Words::split(&text, std::iter::once(0..text.len()));
            let half = words.len() / 2;
            for quotation in find(&words, &[0..half, half..words.len()]) {
                let mut last = 0;
                for piece in &quotation.pieces {
                    prop_assert!(last <= piece.start && piece.start < piece.end && piece.end <= words.len());
                    last = piece.end;
                }
            }
        }
    }
}
