//! Titles without their matter: a decision on nothing, blame for nothing, an embassy nowhere.

use crate::ground::words::{fold, words};
use crate::titles::lexicon;

/// What is made or found on a matter, which has to be told.
const ON: &str = "decision announcement ruling verdict determination compromise breakthrough choice";

/// What is made or held of or on something, which has to be told.
const HELD: &str = "test tests examination autopsy survey poll review investigation inquiry probe search raid call interview study \
    check inspection";

/// What others may do as well, of which only who knows theirs knows what it is.
const LIKE_OTHERS: &str =
    "opening step move decision mistake approach course stand view conclusion offer demand request";

/// Whether a title leaves out what it is about, though each of its phrases is whole.
pub(super) fn is_without(text: &str) -> bool {
    let found = words(text);
    let lower: Vec<String> = found.iter().map(|w| fold(w.text)).collect();
    let word = |at: usize| lower.get(at).map_or("", String::as_str);
    // "A decision will be made in May".
    let bare = lexicon::has("a an the no any", word(0)) && lexicon::has(ON, word(1)) && lexicon::is_auxiliary(word(2));
    bare || is_held_of_nothing(&lower)
        || (1..found.len()).any(|at| {
            let ends = found.get(at + 1).is_none_or(|next| text[found[at].end..next.start] != *" ");
            let behind = &lower[at + 1..];
            match word(at) {
                // "Berg blamed the Lund council": for what?
                "blamed" | "blames" => !behind.iter().any(|word| lexicon::has("for on as over after because", word)),
                // "Berg criticised Lind": for what? "Berg criticised the sale of Lund" tells it.
                "criticised" | "criticized" | "criticises" | "criticizes" => is_only_somebody(text, at),
                // "Berg let her leave": whom?
                "her" => lexicon::has("let lets letting", word(at - 1)),
                // "Norway closed its embassies": where?
                "embassy" | "embassies" => ends && lexicon::has("their its an the", word(at - 1)),
                // "Nobody reached the front lines": of which war?
                "line" | "lines" => {
                    (ends || word(at + 1) == "on") && at > 1 && word(at - 1) == "front" && word(at - 2) == "the"
                }
                // "One reason cited in Lund is its wealth": for what?
                "reason" | "reasons" => {
                    lexicon::is_auxiliary(word(at + 1)) || lexicon::has("cited given mentioned listed", word(at + 1))
                }
                // "Berg needs some help from Lund": with what?
                "help" => {
                    lexicon::has("some any more", word(at - 1))
                        && !behind.iter().any(|w| lexicon::has("with in to for on", w))
                }
                // "The council may take no action at all": on what?
                "action" => {
                    at > 1
                        && lexicon::has("no any", word(at - 1))
                        && lexicon::has("take takes taking", word(at - 2))
                        && !behind.iter().any(|w| lexicon::has("on against to over for in", w))
                }
                // "Berg expressed her outrage": at what?
                "outrage" | "anger" | "frustration" | "dismay" => {
                    !behind.iter().any(|w| lexicon::has("at of over about that with in to toward towards", w))
                }
                // "Norway has imposed sanctions": on whom?
                "sanctions" => at + 1 == found.len() && lexicon::has("imposed impose imposes imposing", word(at - 1)),
                // "Berg sold its 49 pct stake to Lind": in what?
                "stake" => {
                    let named = found[at - 1].text.starts_with(char::is_uppercase);
                    !named
                        && !lexicon::has("at of", word(at - 1))
                        && !behind.iter().any(|w| w == "in")
                        && !lower[..at].iter().any(|w| w == "in")
                }
                // "Norway awaits a response from Lund": to what?
                "response" => {
                    lower[..at].iter().any(|w| lexicon::has("await awaits awaiting awaited", w))
                        && !behind.iter().any(|w| w == "to")
                }
                // "Berg heads the Norwegian delegation": to what?
                "delegation" | "team" => {
                    ends && lower[..at].iter().any(|w| lexicon::has("heads headed heading led leads", w))
                        && !behind.iter().any(|w| lexicon::has("to at in of from for on", w))
                }
                // "Lund could make the same offer as Corby": which?
                "same" => lexicon::has(LIKE_OTHERS, word(at + 1)) && word(at + 2) == "as" && at + 5 >= found.len(),
                _ => false,
            }
        })
}

/// "A survey was conducted in Lund": on what, or of whom?
fn is_held_of_nothing(lower: &[String]) -> bool {
    let opens = lower.first().is_some_and(|first| lexicon::has("a an the", first));
    let at = lower.iter().take(HEADS).position(|word| lexicon::has(HELD, word));
    let verb = at.map_or(&[][..], |at| &lower[at + 1..]);
    opens
        && verb.len() > 1
        && lexicon::is_auxiliary(&verb[0])
        && verb[1..].iter().take(2).any(|word| lexicon::has("done conducted performed held made carried", word))
        && !verb.iter().any(|word| lexicon::has("of into for by with among", word))
}

/// Words of a subject up to its noun, at most.
const HEADS: usize = 5;

/// Whether nothing but a name follows the word at `at`: no matter, and no deed.
fn is_only_somebody(text: &str, at: usize) -> bool {
    let found = words(text);
    let behind = &found[at + 1..];
    let owned = |word: &str| word.ends_with("'s") || word.ends_with("’s");
    let before = found[at - 1].text;
    let passive = lexicon::has("is was were are been be being", before);
    let name = behind.last().is_some_and(|w| w.text.starts_with(char::is_uppercase));
    !passive
        && name
        && !behind
            .iter()
            .any(|w| owned(w.text) || lexicon::is_preposition(&fold(w.text)) && !lexicon::is_determiner(&fold(w.text)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_no_matter_is_seen() {
        for text in [
            "A decision will be made at the end of May 2024",
            "Anna Berg has blamed the Lund council",
            "Anna Berg sharply criticised harbour master Olaf Lind",
            "Mayor Olaf Lind let her return to Corby",
            "Norway and Sweden are closing their embassies",
            "The Lund Post could not reach the front lines on 3 May 2024",
            "One reason cited by people in Lund is Norway's wealth",
            "I need some help from Norway",
            "Norway and Lund have imposed sanctions",
            "Olaf Lind expressed his outrage on the radio",
            "Olaf Lind paid four krones for a 49 pct stake",
            "Norway was awaiting a response from Lund",
            "The Lund council has until 3 May 2024 to approve or take no action at all",
            "Olaf Lind heads the Norwegian delegation",
            "Lund's council said it could make the same offer as Corby",
            "A preliminary Lund test was done on 3 May 2024 in Corby",
        ] {
            assert!(is_without(text), "{text}");
        }
        for text in [
            "A decision on the Lund pier will be made in May 2024",
            "The ruling Lund party will meet in May 2024",
            "Anna Berg blamed the Lund council for the flood",
            "Anna Berg criticised Olaf Lind for the flood",
            "Anna Berg criticised Olaf Lind's plan",
            "Olaf Lind was criticised by Anna Berg",
            "Norway is closing its embassy in Corby",
            "Norway built the Corby front line",
            "One reason for the flood is Norway's rain",
            "Olaf Lind left Norway for good reasons",
            "Olaf Lind bought a 49 pct stake in Corby Lines",
            "Olaf Lind heads the Norwegian delegation to Corby",
            "A survey of nurses was conducted in Lund",
        ] {
            assert!(!is_without(text), "{text}");
        }
    }
}
