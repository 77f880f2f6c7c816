//! What a sentence says only by the way: what it explains in brackets, compares with, or gives as a reason.

use std::ops::Range;

use crate::ground::words::{Word, folded, words};

/// The parts of a text, as bytes, that are not what it says: brackets, and what it is compared with.
pub(crate) fn asides(text: &str) -> Vec<Range<usize>> {
    let mut found = brackets(text);
    found.extend(comparisons(text));
    found
}

/// The parts of a text that stand in round brackets.
fn brackets(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut rest = 0;
    while let Some(open) = text[rest..].find('(').map(|at| rest + at)
        && let Some(close) = text[open..].find(')').map(|at| open + at)
    {
        found.push(open..close);
        rest = close;
    }
    found
}

/// "Compared with the old bridge", "unlike the mayor": up to the next mark.
fn comparisons(text: &str) -> Vec<Range<usize>> {
    let found = words(text);
    let word = |at: usize| found.get(at).map_or_else(Default::default, |word| folded(word.text));
    let opens = |at: &usize| match &*word(*at) {
        "unlike" => true,
        "compared" => matches!(&*word(at + 1), "with" | "to"),
        "in" => matches!(&*word(at + 1), "comparison" | "contrast") && matches!(&*word(at + 2), "with" | "to"),
        "as" => &*word(at + 1) == "opposed" && &*word(at + 2) == "to",
        _ => false,
    };
    let up_to_mark = |at: usize| {
        let start = found[at].start;
        let mark = text[start..].find([',', ';', '—', '–', '”', '"']);
        start..mark.map_or(text.len(), |mark| start + mark)
    };
    (0..found.len()).filter(opens).map(up_to_mark).collect()
}

/// Where a text begins to give a reason, as bytes; its end where it gives none: "…, as both sides want it".
pub(crate) fn reason(text: &str) -> usize {
    let found = words(text);
    let gives = |pair: &&[Word<'_>]| {
        let [before, word] = pair else { return false };
        let comma = text[before.end..word.start].contains(',');
        word.text == "because" || comma && matches!(word.text, "as" | "since")
    };
    found.windows(2).skip(SAID).find(gives).map_or(text.len(), |pair| pair[1].start)
}

/// Words that stand before a reason at least: without them it opens the sentence, and what it is for follows.
const SAID: usize = 3;

/// The relative clauses of a text, as bytes: from the pronoun to the next comma, or to the verb that the text turns on
/// (`main`) where that comes first.
pub(crate) fn relative(text: &str, main: Option<usize>) -> Vec<Range<usize>> {
    let found = words(text);
    let opens = |at: &usize| *at > 0 && matches!(&*folded(found[*at].text), "who" | "which" | "whose" | "whom");
    let up_to = |at: usize| {
        let start = found[at].start;
        let mark = text[start..].find([',', ';', '—', '–']).map_or(text.len(), |mark| start + mark);
        start..main.filter(|&main| main > start + found[at].text.len() + 1).map_or(mark, |main| mark.min(main))
    };
    (0..found.len()).filter(opens).map(up_to).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_and_comparisons_are_asides() {
        let shown = |text: &'static str| asides(text).into_iter().map(|range| &text[range]).collect::<Vec<_>>();
        assert_eq!(shown("The mayor (62) left"), ["(62"]);
        assert_eq!(shown("Compared with the old bridge, the new one is wide"), ["Compared with the old bridge"]);
        assert_eq!(shown("It is wide, unlike the old bridge"), ["unlike the old bridge"]);
        assert!(shown("They compared the bridges in the south").is_empty());
    }

    #[test]
    fn a_reason_follows_what_is_said() {
        let said = |text: &'static str| &text[..reason(text)];
        assert_eq!(
            said("The council will close the school, as both sides want"),
            "The council will close the school, "
        );
        assert_eq!(said("The school will close because of rain"), "The school will close ");
        assert_eq!(
            said("As both sides want it, the school will close"),
            "As both sides want it, the school will close"
        );
        assert_eq!(said("The bridge opened as planned"), "The bridge opened as planned");
    }
}
