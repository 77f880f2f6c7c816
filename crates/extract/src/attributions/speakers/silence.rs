//! People who can't speak.

use crate::{tags::Tag, words::Words};

/// Up to which age, in years, a child is asked nothing.
const CHILD: u32 = 4;

/// Whether the words around a name say that its bearer died, lies in a coma, or is too small to speak.
pub(super) fn is_silent(words: &Words<'_>, first: usize, after: usize) -> bool {
    let before = |back: usize| first.checked_sub(back).map_or("", |at| words.lower(at));
    if before(1) == "late" && before(2) == "the" {
        return true;
    }
    // "Anna Berg, 2, …", "2-year-old Anna Berg": a small child.
    let small = |age: &str| age.parse::<u32>().is_ok_and(|age| age <= CHILD);
    let aged = words.text(after) == "," && small(words.lower(after + 1)) && words.text(after + 2) == ",";
    if aged || before(1).strip_suffix("-year-old").is_some_and(small) {
        return true;
    }
    let possessive = words.lower(after) == "'s";
    let fate =
        crate::words::is_one_of(words.lower(after + 1), "death body funeral killing murder widow remains corpse");
    if possessive && fate || matches!(before(1), "of") && matches!(before(2), "death" | "killing" | "murder" | "body") {
        return true;
    }
    let end =
        |lower: &str| crate::words::is_one_of(lower, "died dead killed murdered coma slain unconscious succumbed");
    let mut at = after;
    // "…, who was 51, died": over an insertion, up to the next clause.
    while at < after + 14 {
        let lower = words.lower(at);
        if end(lower) {
            let active = lower == "killed"
                && !(after..at).any(|i| matches!(words.lower(i), "was" | "were" | "been" | "is" | "be"));
            let denied =
                (after..at).any(|i| crate::words::is_one_of(words.lower(i), "not n't if that said says whose when"));
            // "the father of the 14-year-old killed": another.
            let of_another = at > after + 1
                && matches!(lower, "killed" | "murdered" | "slain")
                && matches!(words.tag(at - 1), Tag::Noun | Tag::Adjective | Tag::Number)
                && words.text(at - 1) != ",";
            // "the brother of the slain pilot": another.
            let of_whom = lower != "died" && matches!(words.tag(at + 1), Tag::Noun | Tag::Proper);
            return !active && !denied && !of_another && !of_whom;
        }
        if matches!(words.text(at), "." | ";" | "”" | "“" | "\"" | "?" | "!") || words.tag(at) == Tag::Proper {
            return false;
        }
        at += 1;
    }
    false
}
