//! A sentence cut before what only adds to it at its end.

use super::lexicon;
use super::sentence::form::{Sentence, ends_well};
use super::sentence::trim;
use crate::ground::words::{Word, fold, words};

/// Words that begin what only adds when, where or how.
const ADDING: &str = "after while as in on at during amid following for with because near who which where when";

/// Words that may not be lost, nor stand before what is lost.
const TURNING: &str = "not no never only all every any each if unless until except without nothing none nobody hardly \
    barely least most than more less fewer first second third last latest";

/// Nouns that say too little without what stands behind them: "contact with", "action against".
const OPEN: &str = "contact contacts talks deal deals agreement agreements war trade concern concerns meeting meetings request requests \
    demand demands interest ties relations support need needs negotiations action actions access attack attacks strike strikes \
    case ban bans limits limit sanctions pact accord treaty dispute quarrel problem problems role faith trust doubt doubts \
    increase decrease rise fall change changes ability right rights reason reasons chance chances part risk share stake payment";

/// Lengths of time, which count from what stands behind them.
const LENGTHS: &str = "day days week weeks month months year years hour hours minute minutes";

/// Words behind "that" with which a clause may still lack its verb.
const CLAUSE: usize = 5;

/// The sentence cut before additions at its end, of every length.
pub(super) fn shorter(sentence: &Sentence) -> Vec<String> {
    let text = sentence.text.as_str();
    let Some(verb) = sentence.verb else { return Vec::new() };
    let found = words(text);
    let turning = |w: &Word<'_>| {
        let word = fold(w.text);
        let ever = word == "all" && text[w.end..].starts_with(" time");
        lexicon::has(TURNING, &word) && !ever || word.ends_with("n't")
    };
    // ", making it a threat to all who have no cure": what turns there turns nothing before it.
    let follows = |at: &usize| {
        let last = found[at - 1].end;
        &text[last..found[*at].start] == ", " && found[*at].text.len() > 5 && found[*at].text.ends_with("ing")
    };
    let follows = (1..found.len()).find(follows).filter(|&at| !text[found[at].start..].contains(','));
    if found[..follows.unwrap_or(found.len())].iter().any(turning) || text.contains(['“', '”', '"']) {
        return Vec::new();
    }
    // "Police say Olaf Lind, aged 7, …": what they say has its own verb behind.
    let says = found.iter().rev().find(|w| w.end <= verb).is_some_and(|w| lexicon::is_saying(&fold(w.text)));
    if says {
        return Vec::new();
    }
    let object = found.iter().position(|w| w.start >= verb);
    let starts = |word: &str| lexicon::is_determiner(word) || !lexicon::is_preposition(word);
    let Some(object) = object else { return Vec::new() };
    // "Lives in Lund with two sons": the verb needs its place, and no more what happened meanwhile.
    let free = starts(&fold(found[object].text)) || sentence.passive;
    let mut shorter: Vec<String> = by_the_way(text, &found, object, sentence.passive).into_iter().collect();
    for at in object + 2..found.len() {
        let word = fold(found[at].text);
        let gap = &text[found[at - 1].end..found[at].start];
        // "Died in May -- days after he was flown home": what a lone dash adds.
        let lone = matches!(gap.trim(), "--" | "—" | "–")
            && [" -- ", " — ", " – "].iter().map(|dash| text.matches(dash).count()).sum::<usize>() == 1;
        let comma = gap.trim() == "," || lone;
        let before = fold(found[at - 1].text);
        let open = lexicon::has(OPEN, &before) && !lexicon::has("after while during amid following", &word);
        // "Left Lund in May and has been seen in Corby": what else is told of whoever did it.
        let besides = word == "and" && found.get(at + 1).is_some_and(|next| lexicon::is_auxiliary(next.text));
        let opens = besides && gap == " "
            || lexicon::has(ADDING, &word) && !lexicon::has(ADDING, &before) && gap == " " && !open;
        let aside =
            comma && !matches!(word.as_str(), "and" | "or" | "but") && !found[at].text.starts_with(char::is_uppercase);
        if !free && !lone && !lexicon::has("after while amid following", &word)
            || follows != Some(at) && found[at - 1..].iter().any(turning)
        {
            continue;
        }
        let joined = follows != Some(at)
            && found[at + 1..].iter().any(|w| matches!(&*fold(w.text), "and" | "or"))
            && text[found[at].start..].contains(',');
        if !(opens || aside && !joined) {
            continue;
        }
        // "Up to five weeks after 1 April": from when on?
        if lexicon::has("after before from", &word) && lexicon::has(LENGTHS, &before) {
            continue;
        }
        let cut = trim::bare(text[..found[at - 1].end].trim_end_matches([',', ' ']));
        // "To announce that Anna Berg": a clause without its verb.
        let clause =
            words(&cut).iter().rev().take(CLAUSE).any(|w| matches!(w.text, "that" | "who" | "which" | "whether"));
        // A comma before the verb closes a phrase that opens the sentence, or an aside.
        if cut.get(verb..).unwrap_or_default().matches(',').count().is_multiple_of(2) && !clause && ends_well(&cut) {
            shorter.push(cut);
        }
    }
    shorter
}

/// "Was held by two guards at Lund": without by whom, in what or with what, where that has no name, and the name of a place
/// follows.
fn by_the_way(text: &str, found: &[Word<'_>], object: usize, passive: bool) -> Option<String> {
    let opens = passive && lexicon::has("by in with", found[object].text);
    let end = (object + 1..found.len()).find(|&at| {
        let plain = text[found[at - 1].end..found[at].start] == *" " && found[at].text.starts_with(char::is_lowercase);
        !plain || matches!(found[at].text, "at" | "in")
    })?;
    let place = matches!(found[end].text, "at" | "in") && found.get(end + 1)?.text.starts_with(char::is_uppercase);
    (opens && place && end > object + 1)
        .then(|| format!("{}{}", &text[..found[object].start], &text[found[end].start..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sentence(text: &str, verb: &str) -> Sentence {
        let at = text.find(verb).map(|at| at + verb.len());
        Sentence {
            text: text.to_owned(),
            subject: String::new(),
            named: true,
            specific: true,
            quoted: false,
            passive: false,
            verb: at,
            filled: String::new(),
        }
    }

    #[test]
    fn what_only_adds_may_go() {
        let cut = shorter(&sentence("Berg sold the ferry to Norway in Lund after two weeks of talks", "sold"));
        assert_eq!(cut, ["Berg sold the ferry to Norway", "Berg sold the ferry to Norway in Lund"]);
        let cut = shorter(&sentence("Olaf Lind sold two ferries -- days after he was flown home to Corby", "sold"));
        assert!(cut.contains(&"Olaf Lind sold two ferries".to_owned()), "{cut:?}");
        let cut = shorter(&sentence("Olaf Lind left in May -- just days after he was flown home to Corby", "left"));
        assert!(cut.contains(&"Olaf Lind left in May".to_owned()), "{cut:?}");
        assert!(shorter(&sentence("Berg did not sell the ferry in Lund", "did not sell")).is_empty());
        assert!(shorter(&sentence("Berg lives in Lund with two sons", "lives")).is_empty(), "the verb needs its place");
        let cut = shorter(&sentence("The fever passes in direct contact with the sick at home", "passes"));
        assert!(!cut.iter().any(|cut| cut.ends_with("contact")), "contact with whom? {cut:?}");
        let cut =
            shorter(&sentence("Berg may withdraw the offer to Lund up to five weeks after the vote", "may withdraw"));
        assert!(!cut.iter().any(|cut| cut.ends_with("weeks")), "after what? {cut:?}");
        let cut = shorter(&sentence(
            "The fever passes through contact with the sick, making nurses and others who have no mask afraid of it",
            "passes",
        ));
        assert_eq!(cut, ["The fever passes through contact with the sick"]);
        let cut =
            shorter(&sentence("In Lund, sailors appeared to be in charge after forcing guards to leave", "appeared"));
        assert_eq!(cut, ["In Lund, sailors appeared to be in charge"]);
        let mut held = sentence("Olaf Lind was held by two tired guards at Corby Mill in Norway", "was held");
        held.passive = true;
        let cut = shorter(&held);
        assert!(cut.contains(&"Olaf Lind was held at Corby Mill in Norway".to_owned()), "{cut:?}");
        let cut = shorter(&sentence("Olaf Lind sold the mill as a ruin and has bought two ferries", "sold"));
        assert!(cut.contains(&"Olaf Lind sold the mill as a ruin".to_owned()), "{cut:?}");
        let first = sentence("Berg was the first pilot who fell ill in Norway", "was");
        assert!(shorter(&first).is_empty(), "the first of what?");
    }
}
