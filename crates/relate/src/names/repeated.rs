//! What the statements of a story that nothing names say in the same words.

use std::collections::BTreeSet;

use model::{Claim, EntityKind, Story};

use super::Names;
use super::tokens::{Token, tokens};
use crate::ground::reports::Place;
use crate::ground::words::is_in;

/// Statements of a story that are held against each other, at most.
const STATEMENTS: usize = 32;

/// Words that say something in common, at least, and of how many words of a statement they are the most.
const LEAST: usize = 5;
const MEAN: usize = 3;
const OF_WORDS: (usize, usize) = (3, 2);

/// Of so many reports three tell it in these words.
const REPORTS: (usize, usize) = (5, 3);

/// Words that mean nothing before a run, at most.
const OPENING: usize = 3;

/// Words that are not told where nobody knows who speaks.
const POINTING: &str =
    "he she it they him her them his its their hers theirs this these those we us our i me my you your here there";

/// Words with which no phrase ends, or begins.
const LOOSE: &str =
    "a an the of in on at to for by with from as and or but that which who than is are was were be been will would";

/// A statement in its words, with whoever has said it by name.
struct Said<'a> {
    text: &'a str,
    document: u32,
    words: Vec<Token<'a>>,
    speaker: Option<u32>,
}

/// The longest run of words that more than half of the statements and three of five reports have, where it is most of what one
/// of them says, in quotation marks and with the name of whoever speaks; `None` where there is none.
pub(super) fn words(names: &Names<'_>, claims: &[&Claim]) -> Option<String> {
    let members = claims.iter().flat_map(|claim| &claim.members);
    let places: BTreeSet<(u32, u32)> = model::order::gather(members.map(|member| (member.document, member.statement)));
    let documents: BTreeSet<u32> = model::order::gather(places.iter().map(|place| place.0));
    if documents.len() < 2 || places.len() > STATEMENTS {
        return None;
    }
    let reports = &names.findings.reports;
    let said = places.iter().map(|&(document, statement)| {
        let place = Place { document, statement };
        let text = reports.words_of(place);
        let last = reports.statement(place).holders.iter().skip(1).next_back();
        let known = last.and_then(|holder| names.findings.entities.find(&holder.name));
        let person = |entity: &u32| names.findings.entities.list[*entity as usize].kind == EntityKind::Person;
        Said { text, document, words: tokens(text), speaker: known.filter(person) }
    });
    let said: Vec<Said<'_>> = said.collect();
    let enough = |with: &[usize]| {
        let of: BTreeSet<u32> = model::order::gather(with.iter().map(|&at| said[at].document));
        with.len() * 2 > said.len() && of.len() > 1 && of.len() * REPORTS.0 >= documents.len() * REPORTS.1
    };
    let mut best: Option<(usize, String)> = None;
    for own in &said {
        let common: Vec<Vec<usize>> = said.iter().map(|other| common(&own.words, &other.words)).collect();
        // A run begins with its statement, but for words that mean nothing: "they do have our blessing".
        let begins = own.words.iter().position(|token| !token.term.is_empty()).unwrap_or_default().min(OPENING);
        for from in 0..own.words.len().min(begins + 1) {
            let longest: BTreeSet<usize> = model::order::gather(common.iter().map(|lengths| lengths[from]));
            let least = best.as_ref().map_or(LEAST, |(length, _)| length + 1);
            let run = longest.into_iter().rev().filter(|&length| length >= least).find_map(|length| {
                let with: Vec<usize> = (0..said.len()).filter(|&at| common[at][from] >= length).collect();
                let told = trimmed(&own.words[from..from + length])?;
                let most = own.words.len() * OF_WORDS.1 <= told.len() * OF_WORDS.0;
                (most && enough(&with)).then_some((told, with))
            });
            let Some((run, with)) = run else { continue };
            let speakers: BTreeSet<u32> = model::order::gather(with.iter().filter_map(|&at| said[at].speaker));
            let within = |name: &str| run.iter().any(|token| name.ends_with(token.text) && token.text.len() > 2);
            let pointing = || run.iter().any(|token| is_in(POINTING, &token.folded));
            let called = |entity: u32| names.findings.entities.list[entity as usize].name.as_str();
            let name = match speakers.first() {
                Some(&one) if speakers.len() == 1 && !within(called(one)) => Some(called(one)),
                None if from == 0 && !pointing() => None,
                _ => continue,
            };
            let words = between(own.text, run[0].text, run[run.len() - 1].text);
            let title = name.map_or_else(|| words.to_owned(), |name| format!("{name}: “{words}”"));
            if run.len() >= least && words.chars().all(|c| !is_mark(c)) {
                best = Some((run.len(), Story::in_marks(&title)));
            }
        }
    }
    best.map(|(_, title)| title)
}

fn is_mark(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '«' | '»' | '\n')
}

/// For each word, how many from it on the other has one after the other too.
fn common(own: &[Token<'_>], other: &[Token<'_>]) -> Vec<usize> {
    let mut longest = vec![0; own.len()];
    let mut before = vec![0; other.len() + 1];
    for at in (0..own.len()).rev() {
        let mut row = vec![0; other.len() + 1];
        for (place, token) in other.iter().enumerate() {
            if token.folded == own[at].folded {
                row[place] = before[place + 1] + 1;
                longest[at] = longest[at].max(row[place]);
            }
        }
        before = row;
    }
    longest
}

/// Words without those with which no phrase begins or ends; `None` where too few are left.
fn trimmed<'a, 'b>(run: &'b [Token<'a>]) -> Option<&'b [Token<'a>]> {
    let loose = |token: &Token<'_>| is_in(LOOSE, &token.folded);
    let from = run.iter().position(|token| !is_in("and or but that which who of", &token.folded))?;
    let end = run.iter().rposition(|token| !loose(token))? + 1;
    let told = run.get(from..end)?;
    let means = told.iter().filter(|token| !token.term.is_empty()).count();
    (told.len() >= LEAST && means >= MEAN).then_some(told)
}

/// The part of a text from one word of it to another.
fn between<'a>(text: &'a str, first: &'a str, last: &'a str) -> &'a str {
    let start = first.as_ptr().addr() - text.as_ptr().addr();
    let end = last.as_ptr().addr() - text.as_ptr().addr() + last.len();
    text.get(start..end).unwrap_or(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_in_common_are_found_from_each_word_on() {
        let (own, other) = (tokens("the old lock of Arlen held"), tokens("It was the old lock that held"));
        assert_eq!(common(&own, &other), [3, 2, 1, 0, 0, 1]);
    }

    #[test]
    fn a_phrase_neither_begins_nor_ends_loosely() {
        let run = tokens("that the old lock of Arlen held out against the");
        let told: Vec<&str> = trimmed(&run).expect("a phrase").iter().map(|token| token.text).collect();
        assert_eq!(told, ["the", "old", "lock", "of", "Arlen", "held", "out", "against"]);
        assert!(trimmed(&tokens("it was of the old that was")).is_none(), "what?");
        let text = "It was the old lock, of Arlen.";
        let found = tokens(text);
        assert_eq!(between(text, found[2].text, found[6].text), "the old lock, of Arlen");
    }
}
