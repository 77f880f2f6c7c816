//! Whether a verb has behind it what it takes.

use std::sync::OnceLock;

use crate::ground::irregular;
use crate::ground::maps::Set;
use crate::ground::words::{fold, stem, words};
use crate::titles::lexicon;

/// Verbs of which WordNet knows next to no use without an object: of its senses, weighed by how often they are met in
/// tagged text, at most 4 % have a frame in which none follows. Its terms are in `transitive-licence.txt`.
const TRANSITIVE: &str = include_str!("transitive.txt");

/// Verbs that need, behind whom they are done to, what that one is to do or to know.
const WITH_CONTENT: &str = "urge urges urged tell tells told force forces forced compel compels compelled oblige obliged \
    enable enables enabled persuade persuaded instruct instructs instructed remind reminds reminded assure assures assured \
    encourage encouraged allow allows allowed permit permits permitted inform informs informed convince convinced";

/// What may follow a transitive verb that has no object.
const NO_OBJECT: &str = "in on at for from with by during since until before after amid despite near via over under \
    against among between within without while when as and but or because if though";

/// Particles that a verb may have before its object: "carried out the plan".
const PARTICLES: &str = "out off up down away back forward aside together";

/// Whether the verb `head` lacks something in `behind`, the words behind it to the end of its sentence.
pub(in crate::titles) fn lacks(head: &str, passive: bool, behind: &str) -> bool {
    let found: Vec<String> = words(behind).iter().map(|w| fold(w.text)).collect();
    let has = |words: &'static str| found.iter().any(|word| lexicon::has(words, word));
    let informs = lexicon::has("reminded informed assured persuaded convinced told tells", head) && has("of about");
    let quoted = behind.contains(['“', '"']);
    if !passive && lexicon::has(WITH_CONTENT, head) && !has("to that how what why whether") && !quoted && !informs {
        return true;
    }
    // "Said to Lind as they left": to whom, but not what.
    if !passive
        && lexicon::is_saying(head)
        && found.first().is_some_and(|word| lexicon::has("to in at on as after before during", word))
        && !has("that how what whether why")
        && !quoted
    {
        return true;
    }
    if passive || !is_transitive(head) {
        return false;
    }
    let skip = usize::from(found.first().is_some_and(|word| lexicon::has(PARTICLES, word)) && found.len() > 1);
    let next = found.get(skip).or(found.first());
    // "Held in Lund the first vote" stands in no plain sentence.
    next.is_none_or(|word| lexicon::has(NO_OBJECT, word))
}

/// Whether a verb, in any of its forms, hardly stands without an object.
pub(in crate::titles) fn is_transitive(head: &str) -> bool {
    static STEMS: OnceLock<Set<String>> = OnceLock::new();
    STEMS
        .get_or_init(|| TRANSITIVE.split_whitespace().map(stem).collect())
        .contains(&stem(irregular::base(head).unwrap_or(head)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_transitive_verb_needs_its_object() {
        assert!(lacks("scheduled", false, "for June 12, 2031 in Lund"));
        assert!(lacks("urged", false, "residents near the levee in a letter"));
        assert!(lacks("said", false, "to Anna Berg as they left"));
        assert!(lacks("destroyed", false, ""));
        assert!(!lacks("scheduled", true, "for June 12, 2031 in Lund"));
        assert!(!lacks("urged", false, "residents near the levee to leave"));
        assert!(!lacks("carried", false, "out the plan"));
        assert!(!lacks("said", false, "it would sell the ferry"));
        assert!(!lacks("sailed", false, "from Lund"));
    }
}
