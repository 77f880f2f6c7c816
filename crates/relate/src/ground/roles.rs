//! What people are called by their office, and by whom nobody names.

use std::sync::OnceLock;

use super::maps::Set;
use super::words::{fold, is_in, words};

/// What a role is called by: the last word before a name, or the first noun of what follows it.
const ROLES: &str = "president minister premier chancellor king queen prince princess senator representative governor \
    mayor secretary ambassador general colonel captain judge justice chief director chairman chairwoman chair leader \
    spokesman spokeswoman spokesperson analyst expert professor researcher economist lawyer attorney prosecutor \
    commissioner commander coach manager actor actress author writer journalist editor founder officer executive \
    deputy envoy diplomat official scientist doctor historian reporter correspondent publicist agent pope bishop \
    businessman dealer owner investigator detective sheriff marshal engineer fellow head member candidate";

/// Whether a word is what people are called by their office.
pub(crate) fn is_role(word: &str) -> bool {
    static WORDS: OnceLock<Set<&'static str>> = OnceLock::new();
    WORDS.get_or_init(|| ROLES.split_whitespace().collect()).contains(fold(word).as_str())
}

/// What begins a description, whatever its case, and what people are called by whom nobody names, beside their roles.
const NAMELESS: &str = "a an the this that these those its their his her our both two three four five six seven eight \
    nine ten several some many most all other others another source sources report reports rumour rumours rumor rumors \
    observers media people critics insiders witnesses residents authorities police it they he she we who";

/// Whether a source is told without a name: "officials", "two people", "The analysts".
pub(crate) fn is_unnamed(name: &str) -> bool {
    let found = words(name);
    let Some((first, rest)) = found.split_first() else { return true };
    if rest.iter().any(|w| w.text.starts_with(char::is_uppercase)) {
        return false;
    }
    // A sentence begins with a capital: it tells nothing of a word that begins a description.
    let word = fold(first.text);
    let nameless = || is_in(NAMELESS, &word);
    let role = || word.strip_suffix('s').is_some_and(is_role);
    !first.text.starts_with(char::is_uppercase) || nameless() || role()
}

/// Deeds that one does alone: that somebody else voted, agreed or signed besides is no contradiction.
const ALONE: &str = "killed kill shot stabbed murdered won win founded invented drove drive driving steered piloted crashed \
    stole wrote painted built designed discovered scored set lit started ordered appointed hired bought acquired";

/// Whether a deed, as a folded verb, is one that one does alone.
pub(crate) fn is_done_alone(folded: &str) -> bool {
    is_in(ALONE, folded)
}
