//! A sentence made shorter: without brackets, joints and what only adds to it, never so that its sense turns.

use model::calendar::MONTHS;

use crate::ground::countries::country;
use crate::ground::words::{fold, is_in, words};
use crate::titles::lexicon;

/// The most code points that a title has.
pub(in crate::titles) const LONGEST: usize = 160;

/// Words that need what follows them, though it stands in brackets: "to merge with (Kolm Inc) of Arlen".
const LEADS: &str =
    "a an the of with to from by for in on at into over under between against and or as than is are was were be";

/// White space drawn together, and what stands in brackets left out, unless the word before needs it; square ones hold words
/// that an editor put in, which the sentence needs.
pub(in crate::titles) fn flat(text: &str) -> String {
    let text: String = text.replace(['[', ']'], "").replace(",”", "”").replace(",\"", "\"");
    // Of each bracket that is open, whether what stands in it is needed.
    let mut open: Vec<bool> = Vec::new();
    let mut kept = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '(' => {
                let last = kept.trim_end().rsplit(' ').next().unwrap_or_default();
                open.push(is_in(LEADS, &last.to_lowercase()));
            }
            ')' if open.pop().is_some() => {}
            _ if open.iter().all(|needed| *needed) => kept.push(c),
            _ => {}
        }
    }
    let kept = if open.is_empty() { kept } else { text.replace(['(', ')'], "") };
    let spaced = kept.split_whitespace().collect::<Vec<_>>().join(" ");
    spaced.replace(" ,", ",").replace(" .", ".").replace(" ;", ";")
}

/// "The man, Anna Berg, left": what a name explains gives way to it.
pub(in crate::titles) fn by_name(text: &str) -> String {
    let mut parts = text.splitn(3, ", ");
    let (Some(noun), Some(name), Some(rest)) = (parts.next(), parts.next(), parts.next()) else {
        return text.to_owned();
    };
    let mut words = noun.split(' ');
    let article = matches!(words.next(), Some("The" | "A" | "An" | "Another"));
    let nouns: Vec<&str> = words.collect();
    let plain = |word: &&str| word.starts_with(char::is_lowercase);
    // "Another Norwegian pilot, Anna Berg, left".
    let of_country = |word: &&str| plain(word) || country(&fold(word)).is_some();
    let lower = (1..=NOUNS).contains(&nouns.len()) && nouns.iter().all(of_country) && nouns.last().is_some_and(plain);
    let named: Vec<&str> = name.split(' ').collect();
    let full = (2..=NAME).contains(&named.len()) && named.iter().all(|word| word.starts_with(char::is_uppercase));
    if article && lower && full && rest.starts_with(char::is_lowercase) {
        format!("{name} {rest}")
    } else {
        text.to_owned()
    }
}

/// Words of a noun that a name explains, and of the name, at most.
const NOUNS: usize = 3;
const NAME: usize = 4;

/// Without words at the front that join it to the sentence before.
pub(in crate::titles) fn without_joints(text: &str) -> &str {
    let mut text = text;
    loop {
        let rest = text.trim_start_matches(|c: char| {
            c.is_whitespace() || matches!(c, ',' | ';' | ':' | '—' | '–' | '-' | '…' | '.')
        });
        let end = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
        let word = rest[..end].to_lowercase();
        // A word with a mark or a hyphen behind it belongs to something else: "so-called", "and/or".
        let joined = rest[end..].starts_with(['-', '/', '\'', '’']);
        // "So many are against it": how many, and no joint.
        let next = rest[end..].trim_start().split(' ').next().unwrap_or_default();
        let measure = word == "so" && lexicon::has("many much few little far long often", next)
            || word == "instead" && next == "of"
            || word == "rather" && next == "than";
        if !lexicon::is_joint(&word) || joined || measure || end == rest.len() {
            return rest;
        }
        text = &rest[end..];
    }
}

pub(super) fn is_mark(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '«' | '»')
}

/// Quotation marks go where they enclose the whole, or have no partner; so does the point at the end.
pub(in crate::titles) fn bare(text: &str) -> String {
    let text =
        text.trim().trim_end_matches(['.', ',', ';', ':', '—', '–', '-', ' ']).trim_start_matches(['—', '–', '-', ' ']);
    let marks = text.chars().filter(|&c| is_mark(c)).count();
    let enclosed = marks == 2 && text.starts_with(is_mark) && text.ends_with(is_mark);
    let kept: String =
        if marks % 2 == 1 || enclosed { text.chars().filter(|&c| !is_mark(c)).collect() } else { text.to_owned() };
    let kept = kept.trim_end_matches(['.', ',', ';', ':', '—', '–', ' ']);
    let kept = if kept.contains('(') { kept } else { kept.trim_end_matches([')', '.']) };
    // "To the U.S." keeps its point.
    let mut last = kept.chars().rev();
    let initials = last.next().is_some_and(char::is_uppercase) && last.next() == Some('.');
    let hour = kept.ends_with(" a.m") || kept.ends_with(" p.m");
    if initials || hour { format!("{kept}.") } else { kept.to_owned() }
}

/// Whether what the title has between quotation marks are the words of its sentence, none left out or put in, and each mark
/// that opens is closed.
pub(in crate::titles) fn quotes_wholly(title: &str, sentence: &str) -> bool {
    let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_lowercase();
    let quoted: Vec<&str> = title.split(is_mark).skip(1).step_by(2).collect();
    let source = if quoted.is_empty() { String::new() } else { letters(sentence) };
    let chars: Vec<char> = title.chars().collect();
    let at = |index: usize| chars.get(index).copied().unwrap_or(' ');
    let single = |index: usize| matches!(at(index), '\'' | '‘' | '’');
    let opens = |index: usize| {
        let before = index.checked_sub(1).map_or(' ', at);
        single(index) && (before.is_whitespace() || is_mark(before)) && at(index + 1).is_alphabetic()
    };
    let closes = |index: usize| single(index) && !at(index + 1).is_alphanumeric();
    let closed = (0..chars.len()).filter(|&index| opens(index)).all(|from| (from + 1..chars.len()).any(closes));
    closed
        && title.chars().filter(|&c| is_mark(c)).count() % 2 == 0
        && quoted.iter().all(|q| source.contains(&letters(q)))
}

/// The text without the day with which it ends; `None` where it ends otherwise, or says too little without.
pub(in crate::titles) fn without_day(text: &str) -> Option<String> {
    let at = [" on ", " in ", " by "].iter().filter_map(|opens| text.rfind(opens)).max()?;
    let found = words(&text[at..]);
    let month = |word: &str| MONTHS.contains(&fold(word).as_str());
    let dated = found.iter().skip(1).all(|w| month(w.text) || w.text.bytes().all(|b| b.is_ascii_digit()));
    let told = words(&text[..at]).len();
    (dated && found.iter().any(|w| month(w.text)) && told >= DAYLESS)
        .then(|| text[..at].trim_end_matches(',').to_owned())
}

/// Whether a text tells a month: "June", "Sept.".
pub(in crate::titles) fn has_a_month(text: &str) -> bool {
    words(text).iter().filter(|word| word.text.starts_with(char::is_uppercase)).any(|word| {
        let word = fold(word.text);
        word.len() > 2 && MONTHS.iter().any(|month| month.starts_with(word.trim_end_matches('.')))
    })
}

/// Words that say something without their day, at least.
const DAYLESS: usize = 5;

/// The text without what its report says of it behind: "the dam is safe, a claim that Lund disputes".
pub(in crate::titles) fn without_comment(text: &str) -> &str {
    let comments =
        ["claim", "charge", "allegation", "accusation", "assertion", "figure", "statement", "notion", "view"];
    let commented = |at: usize| {
        let behind = text[at..].trim_start_matches([',', ' ', '—', '–', '-']);
        if behind.starts_with("something ") {
            return true;
        }
        let noun = behind.strip_prefix("a ").or_else(|| behind.strip_prefix("an ")).unwrap_or_default();
        let next = noun.split(' ').nth(1).unwrap_or_default();
        let denies = lexicon::has("that which disputed denied rejected dismissed challenged contradicted", next);
        comments.iter().any(|comment| noun.split(' ').next() == Some(comment)) && denies
    };
    match text.match_indices([',', '—', '–', '-']).map(|(at, _)| at).find(|&at| commented(at)) {
        Some(at) => text[..at].trim_end(),
        None => text,
    }
}

/// With a capital at the start.
pub(in crate::titles) fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_takes_the_place_of_the_noun_that_it_explains() {
        assert_eq!(by_name("The man, Olaf Lind, died on 3 May"), "Olaf Lind died on 3 May");
        assert_eq!(by_name("Another Norwegian pilot, Olaf Lind, died on 3 May"), "Olaf Lind died on 3 May");
        assert_eq!(by_name("The village, Corby, burnt"), "The village, Corby, burnt", "one word may be anything");
        assert_eq!(
            by_name("The nurse, Anna Berg, Olaf Lind and a boy left"),
            "The nurse, Anna Berg, Olaf Lind and a boy left"
        );
    }

    #[test]
    fn a_day_and_a_comment_at_the_end_may_go() {
        let cut = without_day("Lund shut the old pier on 3 May 2024");
        assert_eq!(cut.as_deref(), Some("Lund shut the old pier"));
        assert_eq!(without_day("Lund shut the old pier on May 3, 2024").as_deref(), Some("Lund shut the old pier"));
        assert_eq!(without_day("Lund shut the old pier on the river"), None);
        assert_eq!(without_day("Lund left on 3 May 2024"), None);
        assert!(has_a_month("Lund left on Sept. 3 and sold it") && !has_a_month("Anna Berg left in march step"));
        assert_eq!(without_comment("The dam is safe, a claim that Lund disputes"), "The dam is safe");
        assert_eq!(without_comment("Lund may sell the dam -- something some like"), "Lund may sell the dam");
        assert_eq!(without_comment("Lund made a claim, a big one"), "Lund made a claim, a big one");
    }

    #[test]
    fn joints_brackets_and_lone_marks_go() {
        assert_eq!(flat("The  mayor (62) opened\nthe bridge ."), "The mayor opened the bridge.");
        assert_eq!(
            flat("It is to merge with (Kolm Inc) of Arlen (see page 2)"),
            "It is to merge with Kolm Inc of Arlen"
        );
        assert_eq!(flat("The mayor (62 left"), "The mayor 62 left");
        assert_eq!(without_joints("But meanwhile, the mayor left"), "the mayor left");
        assert_eq!(without_joints("So-called experts left"), "So-called experts left");
        assert_eq!(bare("“the bridge is safe.”"), "the bridge is safe");
        assert_eq!(bare("The bridge is “safe"), "The bridge is safe");
    }
}

#[cfg(test)]
mod quotes {
    use super::*;

    #[test]
    fn words_between_marks_are_those_of_the_sentence() {
        let sentence = "The board praised “the crew while failing to name (or thank) any of the divers.”";
        assert!(quotes_wholly("The board praised “the crew”", sentence));
        assert!(!quotes_wholly("The board praised “the crew while failing to name any of the divers”", sentence));
        assert!(!quotes_wholly("The yard will only pay if 'all claims are dropped on the first day", sentence));
        assert!(quotes_wholly("The yard's owners called it 'a gift'", sentence));
        assert!(quotes_wholly("The owners' letter came in '24", sentence));
    }

    #[test]
    fn so_many_is_no_joint() {
        assert_eq!(without_joints("So the board met"), "the board met");
        assert_eq!(without_joints("So many are against it"), "So many are against it");
        assert_eq!(without_joints("Instead of a mill, Lund built a pier"), "Instead of a mill, Lund built a pier");
    }
}
