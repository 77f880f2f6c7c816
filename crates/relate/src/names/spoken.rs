//! What one statement speaks of: who and what has a name in it, and what its nouns mean.

use std::collections::BTreeMap;

use model::{EntityKind, Span};

use super::Names;
use super::matters::{counts, is_matter};
use super::tokens::{Token, tokens};
use crate::ground::reports::Place;
use crate::ground::words::is_in;

/// Letters of a noun that says something, at least.
const LONG: usize = 4;

/// Code points before a name that tell whether it is whole.
const NEAR: u32 = 24;

/// Nouns that say of no story what it speaks of.
const VAGUE: &str = "people person part parts time times number numbers first last year years week weeks month months day days hour hours \
    side sides thing things fact facts case cases level levels place places area areas point points group groups member members \
    statement statements comment comments report reports reporter reporters news source sources spokesman spokeswoman official \
    officials figure figures amount amounts total rest most half third quarter line lines kind kinds sort sorts end start way ways lot lots \
    step steps move moves issue issues matter matters question questions view views leader leaders head heads term terms name names word \
    words state states country countries world city area result results effort efforts today tomorrow something anything nothing everyone \
    man men woman women home house period basis rate average medium past lack sign signs earlier overnight round back early late later \
    range chance chances final foul intention intentions process detail details record records summer winter spring autumn pct percent dlrs \
    mln billion million tonnes tonne tons right left sense great long lower higher larger smaller greater high ahead opportunity \
    opportunities situation event events position positions role roles reason reasons problem problems idea ideas need needs weekend \
    morning evening afternoon night second seconds minute minutes decade decades century interview interviews version versions set \
    series bit piece pieces bulk extent course aspect aspects example examples addition response responses decision decisions change \
    changes use uses work hand hands face eye eyes life lives story stories moment future thought thoughts everything someone others \
    body anyone everybody somebody nobody entire whole general current previous present additional various behalf form forms nearby hostile corporate preliminary \
    several many much more less";

/// Whether a folded word says of no story what it speaks of.
pub(super) fn is_vague(word: &str) -> bool {
    is_in(VAGUE, word) || counts(word)
}

/// What a statement speaks of: somebody or something that has a name, or what a noun means.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Thing {
    Named(u32),
    Matter(String),
}

/// In which words a thing is spoken of, and the word before them that tells of what kind it is.
pub(super) struct Said {
    pub words: String,
    pub before: Option<String>,
}

/// What a statement speaks of, each in its words, and how many words it has: nothing, where it is a line of its site.
pub(super) fn things(names: &Names<'_>, place: Place) -> (BTreeMap<Thing, Said>, usize) {
    let findings = names.findings;
    let statement = findings.reports.statement(place);
    let mut things: BTreeMap<Thing, Said> = BTreeMap::new();
    let title = findings.reports.documents[place.document as usize].document.title.as_str();
    if names.lines.contains(title) && title.contains(findings.reports.words_of(place).trim_end_matches('.')) {
        return (things, 0);
    }
    for mention in &statement.participants {
        let Some(entity) = findings.entities.find(&mention.name) else { continue };
        let known = &findings.entities.list[entity as usize];
        // Whose report it is says nothing of its story.
        if statement.holders.iter().any(|holder| holder.cue.is_none() && holder.name == mention.name) {
            continue;
        }
        // "Exchange Office" of the "Ferry and Exchange Office", and what a house is called in a list of prices.
        let from = mention.span.start.saturating_sub(NEAR);
        let near = findings.reports.cut(place.document, Span::new(from, mention.span.start));
        let head = near.strip_suffix(" and ").and_then(|near| near.rsplit(' ').next());
        let cut = known.kind == EntityKind::Organisation
            && mention.name.contains(' ')
            && head.is_some_and(|head| head.starts_with(char::is_uppercase));
        if cut || near.ends_with('<') {
            continue;
        }
        // A family name of which nobody tells whose it is names nobody.
        if known.kind != EntityKind::Person || known.name.contains(' ') {
            things.insert(Thing::Named(entity), Said { words: mention.name.clone(), before: None });
        }
    }
    let subject = statement.subject.map(|subject| findings.reports.cut(place.document, subject)).unwrap_or_default();
    let mut words = 0;
    for text in [subject, findings.reports.words_of(place)] {
        let found = tokens(text);
        words += found.len();
        for (at, token) in found.iter().enumerate() {
            if is_noun(names, &found, at) {
                let before = at.checked_sub(1).map(|before| &found[before]).filter(|_| !token.apart);
                let before = before.filter(|before| is_kind(names, before)).map(|before| before.folded.clone());
                things.insert(Thing::Matter(token.term.clone()), Said { words: token.folded.clone(), before });
            }
        }
    }
    (things, words)
}

/// Whether the word at `at` is a noun that says something.
fn is_noun(names: &Names<'_>, found: &[Token<'_>], at: usize) -> bool {
    let token = &found[at];
    let word = token.folded.as_str();
    let plain = token.text.starts_with(char::is_lowercase) && !token.term.is_empty() && !is_vague(word);
    if !plain || !names.usage.is_noun(word) || names.usage.is_verb(word) || is_done(names, found, at) {
        return false;
    }
    let long = word.len() >= LONG && word.chars().all(char::is_alphabetic) && !word.ends_with("ing");
    is_matter(word) || long && !describes(names, found, at) && !is_manner(names, word)
}

/// Whether the word at `at` is what somebody does there: "he details", "Lund calls", "to shelter".
fn is_done(names: &Names<'_>, found: &[Token<'_>], at: usize) -> bool {
    let Some(before) = at.checked_sub(1).map(|before| &found[before]).filter(|_| !found[at].apart) else {
        return false;
    };
    let doer = "he she it who they we i you to will would can could may might must should not";
    let named = before.text.starts_with(char::is_uppercase) && found[at].folded.ends_with('s');
    names.usage.may_be_verb(&found[at].folded) && (is_in(doer, &before.folded) || named)
}

/// Whether a word tells how something is done: "officially" beside "official".
fn is_manner(names: &Names<'_>, word: &str) -> bool {
    word.strip_suffix("ly")
        .is_some_and(|stem| names.usage.count(stem) > 0 || names.usage.count(&format!("{stem}e")) > 0)
}

/// Whether a word before a noun tells of what kind it is.
fn is_kind(names: &Names<'_>, before: &Token<'_>) -> bool {
    let word = before.folded.as_str();
    let plain = before.text.starts_with(char::is_lowercase) && !before.term.is_empty() && !is_vague(word);
    let long =
        word.len() >= LONG && word.chars().all(char::is_alphabetic) && !word.ends_with("ed") && !word.ends_with("ing");
    plain && long && !names.usage.is_verb(word) && names.usage.is_noun(word) && !is_manner(names, word)
}

/// Whether the word at `at` tells of what kind another is, "foreign trade", or what something is like, "the cause is unknown".
fn describes(names: &Names<'_>, found: &[Token<'_>], at: usize) -> bool {
    let next = found.get(at + 1).filter(|next| !next.apart && !next.term.is_empty());
    let before = at.checked_sub(1).map_or("", |before| found[before].folded.as_str());
    let like = LIKE.iter().any(|end| found[at].folded.ends_with(end));
    let (noun, verb) = (|word: &str| names.usage.is_noun(word), |word: &str| names.usage.is_verb(word));
    like || next.is_some_and(|next| !verb(&next.folded) || noun(&next.folded))
        || is_in("is are was were be been being very more most so too as in less rather somewhat quite", before)
}

/// How words end that tell what something is like; some nouns end so, and are done without.
const LIKE: [&str; 10] = ["able", "ible", "ous", "ful", "less", "al", "ic", "ive", "ant", "ar"];
