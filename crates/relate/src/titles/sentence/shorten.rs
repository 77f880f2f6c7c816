//! A sentence that is too long for a title, cut before what only adds to it.

use super::form;
use super::trim::{LONGEST, is_mark};
use crate::ground::words::{fold, words};
use crate::titles::lexicon;

/// What may follow a comma and go: it describes, adds, or tells when.
const ADDED: &[&str] = &[
    "which ",
    "who ",
    "where ",
    "whose ",
    "including ",
    "according to ",
    "adding ",
    "saying ",
    "after ",
    "while ",
    "following ",
    "amid ",
    "as ",
    "during ",
    "citing ",
    "noting ",
    "calling ",
    "describing ",
    "making ",
    "leaving ",
];

/// The text, where it is too long up to a comma behind which it only adds; `None` where that cannot be.
pub(in crate::titles) fn short_enough(text: &str, verb_end: usize) -> Option<String> {
    if text.chars().count() <= LONGEST {
        return Some(text.to_owned());
    }
    cut(text, verb_end).or_else(|| without_afterthought(text, verb_end))
}

/// As [`short_enough`], of a text that is too long.
fn cut(text: &str, verb_end: usize) -> Option<String> {
    let fits = text.char_indices().nth(LONGEST).map_or(text.len(), |(at, _)| at);
    let mut at = fits;
    while let Some(comma) = text[..at].rfind(',') {
        let head = &text[..comma];
        let balanced = head.chars().filter(|&c| is_mark(c)).count() % 2 == 0;
        let rest = text[comma + 1..].trim_start();
        let told = head.get(verb_end..).map_or(0, |told| told.split_whitespace().count());
        let turns = rest.split(' ').any(|word| matches!(word, "if" | "unless" | "except" | "only" | "until" | "but"));
        // "Accused Berg, who had left, of lying": what is said goes on behind the aside.
        let goes_on = rest.match_indices(", ").any(|(at, _)| {
            let next = rest[at + 2..].split(' ').next().unwrap_or_default();
            lexicon::has("of to from with for that as into has have had is was were are will would", next)
        });
        let says = says(text, verb_end);
        // "… while Democrats, who control both houses, said …": a clause that has its verb behind the comma.
        let opened =
            head.rsplit(' ').take(3).any(|word| lexicon::has("that who which when while whereas although but", word));
        if balanced
            && !opened
            && told >= 3
            && !turns
            && !goes_on
            && !says
            && !(rest.starts_with("as ") && takes_as(text, verb_end))
            && ADDED.iter().any(|opens| rest.starts_with(opens))
        {
            return Some(head.to_owned());
        }
        at = comma;
    }
    // Else before what was while or after it, or what the last noun is besides.
    let told = |cut: usize| text.get(verb_end..cut).map_or(0, |told| told.split_whitespace().count());
    let turned = text.split(' ').any(|word| lexicon::has(TURNING, &word.to_lowercase()));
    let says = says(text, verb_end);
    let later = [" after ", " while ", " amid ", " following ", " as part of "];
    let beside = later.iter().filter_map(|opens| text[..fits].rfind(opens)).max();
    // One that begins where the text has to end.
    let last = |opens: &&str| text.rmatch_indices(*opens).map(|(at, _)| at).find(|&at| at <= fits);
    let beside = beside.or_else(|| later.iter().filter_map(last).max());
    let apposed = text[..fits].rfind(", the ").filter(|&at| {
        let rest = &text[at + 2..];
        !rest.contains(", ") && !rest.split(' ').any(|word| lexicon::is_auxiliary(word) || matches!(word, "and" | "or"))
    });
    let even = |cut: &usize| {
        let head = &text[..*cut];
        head.chars().filter(|&c| is_mark(c)).count().is_multiple_of(2)
            && head.matches(',').count() != 1
            && !head.rsplit(' ').take(4).any(|word| matches!(word, "that" | "who" | "which" | "when"))
    };
    // "Up to five weeks after 1 April": from when on?
    let counts = |cut: &usize| {
        let last = text[..*cut].rsplit(' ').next().unwrap_or_default();
        lexicon::has("day days week weeks month months year years hour hours", last)
    };
    let whole = |cut: &usize| form::ends_well(&text[..*cut]) && !counts(cut);
    if let Some(cut) = beside.max(apposed).filter(|cut| !turned && !says && told(*cut) >= 6 && even(cut) && whole(cut))
    {
        return Some(text[..cut].trim_end_matches(',').to_owned());
    }
    // Else before what tells more of its last noun, where nothing turns on that.
    let opens = [" that was ", " that were ", " that is ", " that are ", " who ", " which "];
    let cut = opens.iter().filter_map(|opens| text[..fits].rfind(opens)).max()?;
    let balanced = text[..cut].chars().filter(|&c| is_mark(c)).count().is_multiple_of(2);
    // "The Norwegian sanctions that were …", but not "fifty people who …", who are known by that.
    let noun: Vec<&str> = text[..cut].split(' ').rev().take(4).collect();
    let known = noun.contains(&"the") && noun.iter().any(|word| word.starts_with(char::is_uppercase));
    (!turned && known && balanced && told(cut) >= 6 && !text[..cut].ends_with(',')).then(|| text[..cut].to_owned())
}

/// Whether the verb that begins at a byte of `text`, or soon behind it, is one of saying: what is said has a verb of its own.
fn says(text: &str, verb: usize) -> bool {
    let behind = text.get(verb..).unwrap_or_default();
    words(behind).iter().take(2).any(|w| lexicon::is_saying(&fold(w.text)))
}

/// "Cited the Lund yard, the oldest, as a model": as what belongs to the verb.
fn takes_as(text: &str, verb: usize) -> bool {
    let behind = text.get(verb..).unwrap_or_default();
    words(behind).iter().take(3).any(|w| {
        lexicon::has(
            "cited cites cite described describes regarded regards saw sees viewed views hailed portrayed presented \
             characterised characterized defined dismissed listed named praised used",
            w.text,
        )
    })
}

/// Words after which what tells more of a noun may not go.
const TURNING: &str = "not no never only all every any each if unless until except none nobody first last those";

/// What goes last where a text is too long: what stands between two dashes, and behind a comma what its writer remarks on the whole
/// ("…, a move that would end it") or what somebody does besides ("…, warning that …", "…, with guards holding the pier").
fn without_afterthought(text: &str, verb_end: usize) -> Option<String> {
    let text = without_dashes(text, verb_end);
    if text.chars().count() <= LONGEST {
        return form::ends_well(&text).then_some(text);
    }
    if says(&text, verb_end) {
        return None;
    }
    let fits = text.char_indices().nth(LONGEST).map_or(text.len(), |(at, _)| at);
    let mut cuts = text.rmatch_indices(", ").map(|(at, _)| at).filter(|&at| at <= fits);
    let cut = cuts.find(|&at| {
        let (head, rest) = (&text[..at], &text[at + 2..]);
        let told = head.get(verb_end..).map_or(0, |told| told.split_whitespace().count());
        // "Is raising its effort": for what?
        let its = told < EFFORT
            && words(head).iter().rev().nth(1).is_some_and(|word| lexicon::has("its their his her", word.text));
        let balanced = head.chars().filter(|&c| is_mark(c)).count().is_multiple_of(2);
        let whole = balanced && !its && form::ends_well(head);
        let opened =
            words(head).iter().rev().take(OPENED).any(|w| lexicon::has("that who which when while whether if", w.text));
        told >= TOLD && whole && !opened && only_adds(rest)
    })?;
    Some(text[..cut].to_owned())
}

/// Words behind its verb that a text cut before an afterthought has, at least, and from which on "its effort" says enough; and words
/// of its end that open no clause.
const TOLD: usize = 4;
const EFFORT: usize = 7;
const OPENED: usize = 4;

/// Words of a remark's noun before "that", at most, and of whoever does something besides.
const REMARK: usize = 5;
const DOER: usize = 8;

/// Whether what follows a comma only adds to what stands before it.
fn only_adds(rest: &str) -> bool {
    let found: Vec<&str> = rest.split(' ').collect();
    let limits = |at: usize| {
        lexicon::has("if unless except until", found[at])
            || found[at] == "but" && !found.get(at + 1).is_some_and(|next| lexicon::has("which that also", next))
    };
    // A list, and a clause that goes on behind an aside.
    let goes_on = rest.match_indices(", ").any(|(at, _)| {
        let next = rest[at + 2..].split(' ').next().unwrap_or_default();
        lexicon::has("and or of to for into", next) || lexicon::is_auxiliary(next)
    });
    if goes_on || (0..found.len()).any(limits) {
        return false;
    }
    let within = |most: usize| found.iter().skip(1).take(most).take_while(|word| !word.ends_with(','));
    let ing = |word: &str| word.len() > 5 && word.ends_with("ing") && word.starts_with(char::is_lowercase);
    match found[0] {
        "a" | "an" | "one" => within(REMARK).any(|word| lexicon::has("that which who", word)),
        "with" => within(DOER).any(|word| ing(word)),
        first => {
            let next = found.get(1).copied().unwrap_or_default();
            let taken = next.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || is_mark(c))
                || next == "that"
                || lexicon::has("him her them it his their its how whether", next)
                || lexicon::is_determiner(next)
                || lexicon::is_preposition(next);
            ing(first)
                && taken
                && !lexicon::has("during including excluding regarding concerning barring pending", first)
        }
    }
}

/// A text without what two dashes set off behind its verb.
fn without_dashes(text: &str, verb_end: usize) -> String {
    let set_off = [" -- ", " — ", " – "].into_iter().find_map(|dash| {
        let mut parts = text.split(dash);
        let (before, inner, behind) = (parts.next()?, parts.next()?, parts.next()?);
        let plain = before.len() >= verb_end && parts.next().is_none() && !inner.contains(is_mark);
        plain.then(|| format!("{before} {behind}"))
    });
    set_off.unwrap_or_else(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_sentences_end_before_what_only_adds() {
        let told =
            "The mayor opened the bridge on Monday in front of several hundred people from both banks of the river";
        let long = format!(
            "{told}, which had waited for it through years of quarrels over money, steel and the shape of its towers"
        );
        assert_eq!(short_enough(&long, 16).as_deref(), Some(told));
        let condition =
            format!("{told}, if the council agrees on the money and on the steel that has to come by ship in spring");
        assert_eq!(short_enough(&condition, 16), None, "a condition may not go");
        let clause = format!(
            "{told} while ferrymen, who had waited for it through years of quarrels over money and steel, stood"
        );
        assert_eq!(short_enough(&clause, 16).as_deref(), Some(told), "not \"while ferrymen\"");
        let after = format!(
            "{told} after it had waited for years through quarrels over money, steel and the shape of its towers"
        );
        assert_eq!(short_enough(&after, 16).as_deref(), Some(told));
        let cited = told.replace("opened", "cited")
            + ", as the one work of hers of which she was proud, though it had cost her more years than all the others";
        assert_eq!(short_enough(&cited, "The mayor cited".len() - 6), None, "as what?");
        let weeks = after.replace(" after it", " for up to five weeks after it");
        assert_eq!(short_enough(&weeks, 16), None, "five weeks from when on?");
    }

    #[test]
    fn an_afterthought_may_go() {
        let told =
            "The mayor opened the old bridge at Lund in front of several hundred people from both banks of the river";
        for behind in [
            ", a feast that had been put off for years because of quarrels over steel and the shape of the towers",
            ", one that had cost the town more than its school and all of its ferries had cost it in a hundred years",
            ", warning that it would be closed again in winter where the ice from the hills came down upon its piers",
            ", with ferrymen from the villages around holding up their oars as a sign of what they thought of its toll",
        ] {
            assert_eq!(short_enough(&format!("{told}{behind}"), 16).as_deref(), Some(told), "{behind}");
        }
        for behind in [
            ", a feast that would be held again in spring, and of a band of pipers from all of the villages around it",
            ", with a view of the hills and of the mill where salt had been made for all of the towns along the river",
            ", sparing no money for steel until the last of the ferrymen had been paid for what he had lost through it",
            ", concerning the feast that had been put off for years because of quarrels over steel and the shape of towers",
        ] {
            assert_eq!(short_enough(&format!("{told}{behind}"), 16), None, "{behind}");
        }
        let set_off = told
            .replace("bridge at", "bridge -- which had been closed through all of the winter for want of steel -- at");
        assert_eq!(short_enough(&set_off, 16).as_deref(), Some(told));
    }
}
