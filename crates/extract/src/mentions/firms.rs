//! Firms that bear the family name of somebody: "Holm" is Holm Corp or Karl Holm, whom the same report names.

use std::collections::BTreeMap;

use crate::{
    mentions::names::Name,
    words::{Words, is_one_of},
};

/// Which of the two a family name alone stands for.
pub(super) enum Firm {
    /// The firm, by its full name.
    Itself(String),
    /// The words do not tell.
    Either,
}

/// The firms of a text whose name begins with what may be a family name, by that word in small letters.
#[derive(Default)]
pub(super) struct Firms {
    known: BTreeMap<String, Known>,
}

struct Known {
    full: String,
    /// Whether the word alone stands somewhere for the firm, and somewhere for the man.
    firm: bool,
    man: bool,
}

impl Firms {
    /// Reads the firms that names tell, and how their first word is used alone.
    pub(super) fn read(words: &Words<'_>, names: &[Name], texts: &[String]) -> Self {
        let mut firms = Self::default();
        for (name, text) in names.iter().zip(texts).filter(|(name, _)| name.words.len() > 1 && name.title.is_empty()) {
            let named = name.words.clone().skip(1).any(|at| names_firm(words.lower(at)));
            let first = words.lower(name.words.start).to_owned();
            if named {
                firms.known.entry(first).or_insert(Known { full: text.clone(), firm: false, man: false });
            }
        }
        for name in names.iter().filter(|name| name.words.len() == 1) {
            let Some(known) = firms.known.get_mut(words.lower(name.words.start)) else { continue };
            // Where a paper calls the man "Mr. Holm", the word alone is the firm.
            known.firm |= !name.title.is_empty() || is_firm(words, name);
            known.man |= name.title.is_empty() && is_man(words, name);
        }
        firms
    }

    /// What a name of one word stands for, where it may be a firm.
    pub(super) fn of(&self, words: &Words<'_>, name: &Name) -> Option<Firm> {
        let alone = name.words.len() == 1 && name.title.is_empty();
        let known = self.known.get(words.lower(name.words.start)).filter(|_| alone)?;
        let itself = || Some(Firm::Itself(known.full.clone()));
        match (is_firm(words, name), is_man(words, name)) {
            (true, false) => itself(),
            (false, true) => None,
            _ => match (known.firm, known.man) {
                (true, false) => itself(),
                (false, true) => None,
                _ => Some(Firm::Either),
            },
        }
    }
}

/// Words behind a verb that stands right behind a name, up to the next mark.
fn behind<'a>(words: &'a Words<'_>, name: &Name) -> impl Iterator<Item = &'a str> {
    let from = name.words.end;
    (from..from + 5)
        .take_while(|&at| words.text(at).chars().any(char::is_alphanumeric) || words.text(at).starts_with(['\'', '’']))
        .map(|at| words.lower(at))
}

/// "Holm said it", "Holm's shares", "Holm, which".
fn is_firm(words: &Words<'_>, name: &Name) -> bool {
    let after = name.words.end;
    let owned = usize::from(matches!(words.lower(after), "'s" | "’s" | "'"));
    let things = "share shares stock stocks board shareholders stockholders sales earnings profits offer bid unit units \
                  subsidiary plants mills stores debt assets chairman officials executives spokesman spokeswoman";
    is_one_of(words.lower(after + owned), things)
        || words.text(after) == "," && words.lower(after + 1) == "which"
        || behind(words, name).skip(1).any(|lower| matches!(lower, "it" | "its"))
}

/// "Holm said he", "Holm, who".
fn is_man(words: &Words<'_>, name: &Name) -> bool {
    let after = name.words.end;
    words.text(after) == "," && matches!(words.lower(after + 1), "who" | "whose")
        || behind(words, name).skip(1).any(|lower| is_one_of(lower, "he she his her him himself herself"))
}

/// Words that only firms have in their names.
fn names_firm(lower: &str) -> bool {
    is_one_of(
        lower.trim_end_matches('.'),
        "corp inc co ltd plc llc corporation incorporated company industries holdings enterprises",
    )
}
