//! A claim's title: the plainest of its statements, shortened, never invented.

use model::{Commitment, Polarity};

use crate::features::{Space, cosine};
use crate::ground::reports::{Place, Reports};
use crate::ground::words::{fold, words};

/// Longer titles are cut at the end of a clause or a word.
const LONGEST: usize = 110;

/// Words that join a sentence to the one before: left out at the start of a title.
const JOINTS: &[&str] = &[
    "meanwhile",
    "however",
    "additionally",
    "moreover",
    "furthermore",
    "also",
    "but",
    "and",
    "so",
    "then",
    "thus",
    "still",
    "yet",
    "besides",
    "instead",
    "indeed",
    "nevertheless",
    "nonetheless",
    "similarly",
    "separately",
    "that",
];

/// Words that stand for something which the title does not name.
const POINTERS: &[&str] = &[
    "he", "she", "it", "they", "his", "her", "their", "its", "this", "these", "those", "we", "i", "you", "our",
    "there", "him", "them", "who", "which",
];

/// Words that open a phrase before the subject: a title that begins with one is not cut at a comma, which may end just
/// that phrase.
const OPENERS: &[&str] = &[
    "After",
    "Although",
    "Amid",
    "As",
    "At",
    "Because",
    "Before",
    "By",
    "Compared",
    "Despite",
    "During",
    "Following",
    "For",
    "From",
    "Given",
    "If",
    "In",
    "On",
    "Since",
    "Though",
    "Under",
    "When",
    "While",
    "With",
];

/// The title for a group of statements (indices into the space).
pub(crate) fn title(reports: &Reports<'_>, space: &Space, group: &[u32]) -> String {
    if let [only] = group {
        return shorten(&sentence(reports, reports.places[*only as usize]));
    }
    let sample: Vec<u32> = sample(group);
    group
        .iter()
        .take(200)
        .map(|&index| {
            let text = shorten(&sentence(reports, reports.places[index as usize]));
            (plainness(reports, space, &sample, index, &text), index, text)
        })
        .max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)))
        .map_or_else(String::new, |(_, _, text)| text)
}

/// The words of a statement, after the subject that it shares with the clause before: "The owners" + "closed the mine".
fn sentence(reports: &Reports<'_>, place: Place) -> String {
    let statement = reports.statement(place);
    let own = reports.words_of(place);
    let Some(span) = statement.subject else { return own.to_owned() };
    // A pronoun is given as the name that it stands for.
    let meant = statement.participants.iter().find(|mention| mention.span == span);
    let subject = meant.map_or(reports.cut(place.document, span), |mention| mention.name.as_str());
    let relative = matches!(subject.to_lowercase().as_str(), "who" | "which" | "that");
    let whole = !relative && subject.chars().count() <= LONGEST_SUBJECT;
    if whole { format!("{} {own}", subject.trim_end_matches([',', ' '])) } else { own.to_owned() }
}

/// A shared subject of more code points is a clause of its own, or a slip.
const LONGEST_SUBJECT: usize = 60;

/// At most 24 of a group, evenly spread.
fn sample(group: &[u32]) -> Vec<u32> {
    let step = group.len().div_ceil(24).max(1);
    group.iter().copied().step_by(step).collect()
}

/// How well a statement serves as title: like the others, in a voice of its own, of a readable length.
fn plainness(reports: &Reports<'_>, space: &Space, sample: &[u32], index: u32, text: &str) -> f32 {
    let statement = reports.statement(reports.places[index as usize]);
    let features = &space.statements[index as usize];
    let likeness = sample.iter().map(|&o| cosine(&features.terms, &space.statements[o as usize].terms)).sum::<f32>()
        / sample.len() as f32;
    let found = words(text);
    let count = found.len() as f32;
    let length = if count < 5.0 { (5.0 - count) * 0.15 } else { (count - 14.0).max(0.0) * 0.02 };
    let pointer = found.first().is_some_and(|w| POINTERS.contains(&fold(w.text).as_str()));
    let later = found.iter().skip(1).filter(|w| POINTERS.contains(&fold(w.text).as_str())).count() as f32;
    let voice = match statement.commitment {
        Commitment::Asserted => 0.0,
        Commitment::Attributed => 0.05,
        Commitment::Expected => 0.05,
        Commitment::Hedged => 0.12,
        Commitment::Denied => 0.3,
    };
    let negated = if statement.polarity == Polarity::Negated { 0.2 } else { 0.0 };
    let quoted = if statement.quotes.is_empty() { 0.0 } else { 0.1 };
    let mut score = likeness - length - voice - negated - quoted - 0.04 * later.min(3.0);
    if pointer {
        score -= 0.35;
    }
    if !text.contains(' ') {
        score -= 1.0;
    }
    score
}

/// A statement's words without joints at the front, brackets, and what runs over the longest length.
pub(crate) fn shorten(statement: &str) -> String {
    let flat = statement.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut text = without_brackets(&flat);
    loop {
        let rest = text.trim_start_matches([' ', ',', ';', ':', '—', '–', '-', '…']);
        let end = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
        let word = rest[..end].to_lowercase();
        // "That, he thinks, was wise": a subject, and no joint.
        let subject = word == "that" && rest[end..].starts_with(',');
        let joint = JOINTS.contains(&word.as_str()) && end < rest.len() && !subject;
        text = if joint { rest[end..].to_owned() } else { rest.to_owned() };
        if !joint {
            break;
        }
    }
    let text = unquoted(text.trim().trim_end_matches(['.', ',', ';', ':', '—', '–', ' ']));
    cut(&capital(&text))
}

/// Quotation marks go where they enclose the whole, or have no partner.
fn unquoted(text: &str) -> String {
    let is_mark = |c: char| matches!(c, '"' | '“' | '”' | '„' | '«' | '»');
    let marks = text.chars().filter(|&c| is_mark(c)).count();
    let inner = text.trim_matches(is_mark);
    if marks % 2 == 1 {
        return text.chars().filter(|&c| !is_mark(c)).collect();
    }
    if marks == 2 && text.starts_with(is_mark) && text.ends_with(is_mark) { inner.to_owned() } else { text.to_owned() }
}

fn without_brackets(text: &str) -> String {
    let mut depth = 0_usize;
    let kept: String = text
        .chars()
        .filter(|&c| {
            match c {
                '(' | '[' => depth += 1,
                ')' | ']' => {
                    let was = depth;
                    depth = depth.saturating_sub(1);
                    return was == 0;
                }
                _ => {}
            }
            depth == 0
        })
        .collect();
    let kept = if depth > 0 { text.replace(['(', ')', '[', ']'], "") } else { kept };
    kept.split_whitespace().collect::<Vec<_>>().join(" ").replace(" ,", ",").replace(" .", ".")
}

/// The text up to the last end of a clause, or else of a word, that fits.
fn cut(text: &str) -> String {
    if text.chars().count() <= LONGEST {
        return text.to_owned();
    }
    let end = text.char_indices().nth(LONGEST).map_or(text.len(), |(at, _)| at);
    let head = &text[..end];
    let opener = head.split(' ').next().unwrap_or_default();
    let led = OPENERS.contains(&opener);
    let clause = |at: &usize| *at > end * 3 / 5 && !led && !is_described(&head[..*at]);
    if let Some(at) = head.rfind([',', ';', '—', '–']).filter(clause) {
        return head[..at].trim_end().to_owned();
    }
    let at = head.rfind(' ').unwrap_or(end);
    format!("{}…", head[..at].trim_end_matches([',', ';', ' ']))
}

/// Whether a text is a name with its description, whose verb is yet to come: "Anna Berg, the mayor of Corby".
fn is_described(text: &str) -> bool {
    let Some((name, rest)) = text.split_once(", ") else { return false };
    let named = name.split(' ').all(|word| word.starts_with(char::is_uppercase) || matches!(word, "of" | "the" | "de"));
    let opens = rest.split(' ').next().unwrap_or_default();
    let describes =
        matches!(opens, "a" | "an" | "the" | "who" | "whose" | "which" | "now" | "then" | "once" | "former");
    named && describes && !rest.contains(',')
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn joints_and_brackets_go() {
        assert_eq!(shorten("Meanwhile, the mayor (62) opened the bridge."), "The mayor opened the bridge");
        assert_eq!(shorten("“the bridge is safe”"), "The bridge is safe");
    }

    #[test]
    fn long_statements_are_cut_at_a_clause() {
        let long = "The mayor opened the bridge on Monday in front of several hundred people from both banks, \
            after years of delays over money, steel and the shape of its four towers";
        assert_eq!(
            shorten(long),
            "The mayor opened the bridge on Monday in front of several hundred people from both banks"
        );
        assert!(shorten(&"word ".repeat(60)).ends_with('…'));
        let described = "Anna Berg, the mayor of Corby who was freed from a long and rather dull trial in the spring, \
            opened the bridge";
        assert!(shorten(described).contains("opened"), "a name alone says nothing: {}", shorten(described));
    }
}
