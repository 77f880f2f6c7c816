//! Whom a role stands for where the report gives it to one person alone: "the nurse" behind "Nina Holm, a nurse from Kolm".

use std::{collections::BTreeMap, ops::Range};

use model::{EntityKind, Mention};

use super::voices::words_of;
use crate::{attributions::sayers, grammar::groups, prose::Prose, tags::Tag, words::Words};

/// How many sentences back somebody can have been named whom a role means.
const NEAR: usize = 10;

/// Words before a name, at most, that tell what somebody is.
const BEFORE: usize = 4;

/// Words behind a name, at most, that tell what somebody is.
const BEHIND: usize = 6;

/// The roles that a report gives to one person each.
pub(super) struct Roles<'a> {
    /// By the role's noun: whose it is, and the sentences that name them, rising.
    held: BTreeMap<String, (&'a str, Vec<usize>)>,
    /// Where each role is first given.
    given: BTreeMap<String, usize>,
}

impl<'a> Roles<'a> {
    /// Reads the roles that stand beside names. A role that two have, or that somebody without a name has, stands for nobody.
    pub(super) fn read(prose: &Prose<'_>, mentions: &'a [Mention]) -> Self {
        let words = &prose.words;
        let mut held: BTreeMap<String, Option<&str>> = BTreeMap::new();
        let mut given: BTreeMap<String, usize> = BTreeMap::new();
        // The places at which a role stands beside its name.
        let mut beside = vec![false; words.len()];
        let mut sentences: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for mention in mentions.iter().filter(|mention| mention.kind == EntityKind::Person) {
            let name = words_of(prose, mention.span);
            let Some(sentence) = prose.sentence_of(name.start) else { continue };
            sentences.entry(&mention.name).or_default().push(sentence);
            let bounds = prose.sentences.get(sentence).map_or(name.clone(), |sentence| sentence.words.clone());
            for at in roles_of(words, &name, &bounds) {
                beside[at] = true;
                let role = role_word(words.lower(at));
                given.entry(role.clone()).or_insert(at);
                let known = held.entry(role).or_insert(Some(&mention.name));
                if *known != Some(mention.name.as_str()) {
                    *known = None;
                }
            }
        }
        if held.is_empty() {
            return Self { held: BTreeMap::new(), given };
        }
        // "A nurse", "two nurses", "the other nurse": somebody who has no name.
        for (at, beside) in beside.into_iter().enumerate() {
            let lower = words.lower(at);
            let one = role_word(lower.strip_suffix('s').unwrap_or(lower));
            let Some(role) = [role_word(lower), one].into_iter().find(|role| held.contains_key(role)) else { continue };
            let before = at.checked_sub(1).map_or("", |before| words.lower(before));
            let early = given.get(&role).is_some_and(|&first| at < first);
            let another = role_word(lower) != role || before != "the" || early;
            if another && !beside {
                held.insert(role, None);
            }
        }
        let held = held.into_iter().filter_map(|(role, name)| {
            let name = name?;
            Some((role, (name, sentences.get(name).cloned().unwrap_or_default())))
        });
        Self { held: model::order::gather(held), given }
    }

    /// Whom the role at `noun`, behind "the", stands for.
    pub(super) fn meant(&self, prose: &Prose<'_>, noun: usize) -> Option<&'a str> {
        let role = role_word(prose.words.lower(noun));
        let (name, places) = self.held.get(&role)?;
        let behind = self.given.get(&role).is_some_and(|&first| first < noun);
        let sentence = prose.sentence_of(noun)?;
        let last = places.partition_point(|&place| place < sentence).checked_sub(1)?;
        (behind && sentence - places[last] <= NEAR).then_some(*name)
    }
}

/// A role under one word: a "Dr" is a doctor.
fn role_word(lower: &str) -> String {
    match lower.trim_end_matches('.') {
        "dr" => "doctor".to_owned(),
        other => other.to_owned(),
    }
}

/// Whether a noun says what one person is, apart from what everybody is and from whose somebody is.
fn is_role(lower: &str) -> bool {
    let bare = lower.trim_end_matches('.');
    let whose = "man woman boy girl child kid person mr mrs ms miss sir dame lord lady member head chief fellow source friend \
                 colleague wife husband son daughter mother father brother sister uncle aunt cousin neighbor neighbour \
                 relative parent spouse partner ally rival critic aide one all many official spokesman spokeswoman \
                 spokesperson suspect victim witness resident";
    (sayers::is_somebody(bare) || bare == "star") && !crate::words::is_one_of(bare, whose)
}

/// The nouns beside a name that say what somebody is: "actress Farrah Holm", "Nina Holm, a nurse from Kolm,".
fn roles_of(words: &Words<'_>, name: &Range<usize>, sentence: &Range<usize>) -> Vec<usize> {
    let mut found = Vec::new();
    // "Boss Jon Holm's pilot" is not Holm.
    let owner = matches!(words.lower(name.end), "'s" | "’s");
    if let Some(at) = name.start.checked_sub(1).filter(|&at| at >= sentence.start) {
        let floor = name.start.saturating_sub(BEFORE).max(sentence.start);
        let title =
            (floor..=at).rev().take_while(|&at| matches!(words.tag(at), Tag::Noun | Tag::Proper | Tag::Adjective));
        found.extend(title.filter(|&at| is_role(words.lower(at)) && words.tag(at) != Tag::Adjective).take(1));
    }
    let comma = words.text(name.end) == "," && !owner;
    if comma && matches!(words.lower(name.end + 1), "a" | "an" | "the") {
        let limit = sentence.end.min(name.end + 2 + BEHIND);
        let phrase = (name.end + 2..limit)
            .take_while(|&at| matches!(words.tag(at), Tag::Noun | Tag::Proper | Tag::Adjective | Tag::Number));
        let last = phrase.last();
        let named = |at: usize| words.tag(at) == Tag::Noun && is_role(words.lower(at));
        // "Anna Berg, a pilot, and": closed by a comma, a preposition or "who".
        let closed = last.is_some_and(|last| {
            matches!(words.text(last + 1), "," | "." | ";")
                || words.tag(last + 1) == Tag::Preposition
                || words.lower(last + 1) == "who"
        });
        let verb = last.is_some_and(|last| groups::is_be(words.lower(last + 1)));
        found.extend(last.filter(|&last| named(last) && closed && !verb));
    }
    found
}
