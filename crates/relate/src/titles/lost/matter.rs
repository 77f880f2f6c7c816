//! Titles without their matter: a decision on nothing, blame for nothing, an embassy nowhere.

use crate::ground::words::{fold, words};
use crate::titles::lexicon;

/// What is made or found on a matter, which has to be told.
const ON: &str = "decision announcement ruling verdict determination compromise breakthrough choice";

/// Whether a title leaves out what it is about, though each of its phrases is whole.
pub(super) fn is_without(text: &str) -> bool {
    let found = words(text);
    let lower: Vec<String> = found.iter().map(|w| fold(w.text)).collect();
    let word = |at: usize| lower.get(at).map_or("", String::as_str);
    // "A decision will be made in May".
    let bare = lexicon::has("a an the no any", word(0)) && lexicon::has(ON, word(1)) && lexicon::is_auxiliary(word(2));
    bare || (1..found.len()).any(|at| {
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
            _ => false,
        }
    })
}

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
        ] {
            assert!(!is_without(text), "{text}");
        }
    }
}
