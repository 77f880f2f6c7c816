//! What a sentence says only by the way: what it explains in brackets, compares with, or gives as a reason.

use std::ops::Range;

use crate::ground::words::{Word, folded};

/// The parts of a text, as bytes, that are not what it says: brackets, and what it is compared with.
pub(crate) fn asides(text: &str, words: &[Word<'_>]) -> Vec<Range<usize>> {
    let mut found = brackets(text);
    found.extend(comparisons(text, words));
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
fn comparisons(text: &str, found: &[Word<'_>]) -> Vec<Range<usize>> {
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
pub(crate) fn reason(text: &str, found: &[Word<'_>]) -> usize {
    let gives = |pair: &&[Word<'_>]| {
        let [before, word] = pair else { return false };
        let comma = text[before.end..word.start].contains(',');
        word.text == "because" || comma && matches!(word.text, "as" | "since")
    };
    found.windows(2).skip(SAID).find(gives).map_or(text.len(), |pair| pair[1].start)
}

/// Words that stand before a reason at least: without them it opens the sentence, and what it is for follows.
const SAID: usize = 3;

/// What a text says by the way, as bytes: relative clauses, what explains its subject between two commas, and behind the
/// verb that it turns on (`main`) what a comma sets apart as an apposition of a name, with a participle or a conjunction.
pub(crate) fn by_the_way(text: &str, found: &[Word<'_>], main: Option<usize>) -> Vec<Range<usize>> {
    let mut ranges = relative(text, found, main);
    let Some(main) = main else { return ranges };
    let parted =
        |at: usize| at > 0 && text[found[at - 1].end..found[at].start].contains(MARKS) || is_dash(text, found, at);
    let verb = found.partition_point(|word| word.start < main);
    // "Berg, a carpenter, left": both commas stand before the verb, the second right before it; a name is whom it is of.
    if (1..found.len()).contains(&verb)
        && parted(verb)
        && let Some(from) = (1..verb).rev().find(|&at| parted(at))
        && !found[from].text.starts_with(char::is_uppercase)
    {
        ranges.push(found[from].start..found[verb - 1].end);
    }
    // "Berg, the first woman elected, died": the verb was taken from within the apposition.
    if let Some(range) = apposition_around(found, verb.min(found.len().saturating_sub(1)), &parted) {
        ranges.push(range);
    }
    let mut at = verb + 1;
    while at < found.len() {
        if !parted(at) {
            at += 1;
            continue;
        }
        let up_to_mark = (at + 1..found.len()).find(|&next| parted(next)).unwrap_or(found.len());
        let end = match &*folded(found[at].text) {
            "after" | "before" | "when" | "while" | "as" | "because" | "although" | "though" | "since" | "despite"
            | "where" => found.len(),
            word if word.len() > PARTICIPLE
                && word.ends_with("ing")
                && found[at].text.starts_with(char::is_lowercase) =>
            {
                found.len()
            }
            // "…, a step that may cost them": about all before.
            "a" | "an" if found[at..up_to_mark].iter().any(|word| matches!(word.text, "that" | "which")) => up_to_mark,
            // "…, a designated centre": no further one of several.
            "a" | "an" | "the" | "one"
                if found[at - 1].text.starts_with(char::is_uppercase)
                    && !found[at..up_to_mark].iter().any(|word| matches!(word.text, "and" | "or")) =>
            {
                up_to_mark
            }
            _ => at,
        };
        if end > at {
            ranges.push(found[at].start..found[end - 1].end);
        }
        at = end.max(at + 1);
    }
    ranges
}

/// The apposition of a name that opens a text in which the word `at` stands, between two commas and before a verb.
fn apposition_around(found: &[Word<'_>], at: usize, parted: &dyn Fn(usize) -> bool) -> Option<Range<usize>> {
    let from = (1..=at).rev().find(|&at| parted(at))?;
    let to = (at + 1..found.len()).find(|&at| parted(at))?;
    let named = found[from - 1].text.starts_with(char::is_uppercase) && from <= NAME;
    let article = matches!(&*folded(found[from].text), "a" | "an" | "the" | "one");
    let listed = found[from..to].iter().any(|word| matches!(word.text, "and" | "or"));
    let verb = &*folded(found[to].text);
    let tells =
        verb.ends_with("ed") || crate::ground::words::is_in("was is has had were died said left went came", verb);
    (named && article && !listed && tells).then(|| found[from].start..found[to - 1].end)
}

/// Words of a name, with its title, at most.
const NAME: usize = 5;

/// Marks that set apart what stands behind them.
const MARKS: [char; 3] = [',', '—', '–'];

/// Letters of a participle at least: "being" may be the verb itself.
const PARTICIPLE: usize = 5;

fn is_dash(text: &str, found: &[Word<'_>], at: usize) -> bool {
    at > 0 && text[found[at - 1].end..found[at].start].contains(" -")
}

/// The relative clauses of a text, as bytes: from the pronoun to the next comma, or to the verb that the text turns on
/// (`main`) where that comes first.
fn relative(text: &str, found: &[Word<'_>], main: Option<usize>) -> Vec<Range<usize>> {
    let opens = |at: &usize| {
        *at > 0
            && matches!(&*folded(found[*at].text), "who" | "which" | "whose" | "whom")
            // "Thanked those who had helped": without it nobody is meant.
            && !matches!(&*folded(found[*at - 1].text), "those" | "anyone" | "anybody" | "everyone" | "everybody" | "all")
    };
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
    use crate::ground::words::words;

    #[test]
    fn brackets_and_comparisons_are_asides() {
        let shown =
            |text: &'static str| asides(text, &words(text)).into_iter().map(|range| &text[range]).collect::<Vec<_>>();
        assert_eq!(shown("The mayor (62) left"), ["(62"]);
        assert_eq!(shown("Compared with the old bridge, the new one is wide"), ["Compared with the old bridge"]);
        assert_eq!(shown("It is wide, unlike the old bridge"), ["unlike the old bridge"]);
        assert!(shown("They compared the bridges in the south").is_empty());
    }

    #[test]
    fn a_reason_follows_what_is_said() {
        let said = |text: &'static str| &text[..reason(text, &words(text))];
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

    #[test]
    fn what_commas_set_apart_is_said_by_the_way() {
        let shown = |text: &'static str, verb: &str| {
            let main = text.find(verb);
            by_the_way(text, &words(text), main).into_iter().map(|range| &text[range]).collect::<Vec<_>>()
        };
        assert_eq!(shown("Berg, a carpenter of Arlen, left Corby", "left"), ["a carpenter of Arlen"]);
        assert!(shown("The carpenter, Anna Berg, left Corby", "left").is_empty());
        assert_eq!(shown("Berg left for Corby, a port in the north", "left"), ["a port in the north"]);
        assert_eq!(shown("Berg left Corby, leaving her boats, her dogs", "left"), ["leaving her boats, her dogs"]);
        assert_eq!(shown("Berg left Corby, after the mill burnt down", "left"), ["after the mill burnt down"]);
        assert_eq!(
            shown("Berg left, a step that may cost her the vote", "left"),
            ["a step that may cost her the vote"]
        );
        assert_eq!(
            shown("Berg, the first woman elected in Corby, died on Monday", "elected"),
            ["the first woman elected in Corby"]
        );
        assert!(shown("Corby, the mill and the sound elected her, left", "elected").is_empty());
        assert_eq!(shown("Berg, who is old, left", "left"), ["who is old", "who is old"]);
        assert!(shown("Berg thanked those who had helped her", "thanked").is_empty());
        assert!(shown("Berg saw Corby, the mill and the sound", "saw").is_empty());
        assert!(shown("On Monday, Berg left", "left").is_empty());
    }
}
