//! Lines that any web page may carry around a report, told by their words: menus, advertisements, pleas, forms, feeds.
//!
//! The words are those of web pages in general, in the languages that are met most; no outlet is named. A line counts
//! as furniture for its words only where it is short, since a report may speak of newsletters, cookies and donations.

use model::pairs::Pairs;

use super::{
    page_phrases::{ADDRESSED, APPEALS, PARTS, PAYMENTS},
    page_words::{ADDRESS, COMMENTS, FORM, LINES, MEDIA, MENU, NOTICE, ORNAMENT, PLEA, RELATED, SHARING, Why},
};

/// The longest line, in bytes, that is read for parts.
const SHORT: usize = 600;

/// Why this line, by itself, is furniture; `None` where its words do not tell.
pub(in crate::clean) fn why(line: &str) -> Option<Why> {
    if is_gallery(line) {
        return Some(MEDIA);
    }
    if line.len() > SHORT {
        return None;
    }
    let small = line.to_lowercase().replace('’', "'");
    let bare = small.trim_matches(|c: char| !c.is_alphanumeric());
    if bare.is_empty() {
        return Some(ORNAMENT);
    }
    if is_address(bare) {
        return Some(ADDRESS);
    }
    let words: Vec<&str> = bare.split_whitespace().collect();
    if words.len() <= 6
        && let Some(&(why, _)) = LINES.iter().find(|(_, lines)| lines.contains(&bare))
    {
        return Some(why);
    }
    let pairs = Pairs::of(&small);
    let held = |parts: &[&str]| parts.iter().any(|part| pairs.may_hold(part) && begins_word(&small, part));
    if words.len() <= 40
        && let Some(&(why, _)) = PARTS.iter().find(|(_, parts)| held(parts))
    {
        return Some(why);
    }
    counted(&words)
        .or_else(|| is_clip(line, &words).then_some(MEDIA))
        .or_else(|| (small.contains(" posted by ") && small.contains("(@")).then_some(MEDIA))
        .or_else(|| (small.contains(" issued ") && small.contains(" in effect for:")).then_some(MENU))
        .or_else(|| points_on(bare, &words).then_some(RELATED))
        .or_else(|| turns_to_network(&words).then_some(SHARING))
        .or_else(|| (words.len() <= 9 && words.iter().any(|word| is_mailbox(word))).then_some(ADDRESS))
        .or_else(|| is_list(line, &words).then_some(MENU))
        .or_else(|| is_copyright(&small, words.len()).then_some(NOTICE))
        .or_else(|| payments(&words).then_some(FORM))
        .or_else(|| is_plea(&small, &pairs).then_some(PLEA))
}

/// How much may stand behind the last counter of a gallery, in bytes: one caption.
const CAPTION: usize = 400;

/// The bytes that a counter's label and its number take at most.
const LABEL: usize = 16;

/// Whether a line holds the captions of a gallery, each with its counter: "Hide Caption 1 of 9 … Hide Caption 2 of 9".
fn is_gallery(line: &str) -> bool {
    const LABELS: &[&str] = &["Caption ", "caption ", "Photo ", "photo ", "Image ", "image ", "Slide ", "slide "];
    let number = |text: &str| {
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        (1..=3).contains(&digits).then(|| text[..digits].parse::<u32>().ok().map(|number| (number, digits))).flatten()
    };
    let mut last: Option<(u32, u32)> = None;
    let mut end = 0;
    let mut rises = false;
    for (at, _) in line.match_indices(" of ") {
        // Only the few bytes before it: a whole report may stand in one line, and have a thousand times "of".
        let before = &line[line.floor_char_boundary(at.saturating_sub(LABEL))..at];
        let Some(label) = LABELS.iter().find_map(|label| {
            let digits = &before[before.rfind(label)? + label.len()..];
            number(digits).filter(|&(_, count)| count == digits.len())
        }) else {
            continue;
        };
        let Some((all, digits)) = number(&line[at + 4..]) else { continue };
        rises |= last.is_some_and(|(before, total)| total == all && label.0 > before);
        last = Some((label.0, all));
        end = at + 4 + digits;
    }
    rises && line.len() - end <= CAPTION
}

/// Whether a line announces other articles: what stands below it is a list of them, not the report.
pub(in crate::clean) fn opens_feed(line: &str) -> bool {
    let small = line.to_lowercase().replace('’', "'");
    let bare = small.trim_matches(|c: char| !c.is_alphanumeric());
    line.len() < 60 && LINES.iter().any(|(why, lines)| *why == RELATED && lines.contains(&bare))
}

/// Whether a line heads the comments of readers.
pub(in crate::clean) fn heads_comments(line: &str) -> bool {
    let small = line.to_lowercase();
    let bare = small.trim_matches(|c: char| !c.is_alphabetic());
    matches!(
        bare,
        "comments"
            | "comment"
            | "reader comments"
            | "join the conversation"
            | "kommentare"
            | "commentaires"
            | "comentarios"
    )
}

/// Whether a line says whose views the comments below it hold: "Views expressed in the comments are not those of the HWA."
pub(super) fn disclaims_comments(line: &str) -> bool {
    let small = line.to_lowercase();
    let told = ["expressed in the comments", "expressed in comments", "expressed in these comments"];
    line.len() < 200
        && told.iter().any(|told| small.contains(told))
        && small.contains("view") | small.contains("opinion")
}

/// Whether a line belongs to the form below readers' comments in which the next one is written.
pub(super) fn asks_for_comment(line: &str) -> bool {
    let small = line.to_lowercase();
    ["required, but will not be displayed", "not pre-screened before they post", "notify me of follow-up comments"]
        .iter()
        .any(|form| small.contains(form))
}

/// Whether a line says how long ago something came out, with who wrote it perhaps: "5 minutes ago Mona Tveit".
pub(in crate::clean) fn is_ago(line: &str) -> bool {
    let small = line.to_lowercase();
    let words: Vec<&str> = small.split_whitespace().collect();
    words.len() <= 8 && counted(&words) == Some(MENU)
}

fn begins_word(line: &str, part: &str) -> bool {
    line.match_indices(part).any(|(at, _)| !line[..at].ends_with(char::is_alphanumeric))
}

/// A web address, also one that was taken apart at its punctuation, and nothing else.
fn is_address(bare: &str) -> bool {
    let Some(rest) = ["http", "www"].iter().find_map(|start| bare.strip_prefix(start)) else { return false };
    let rest = rest.trim_start_matches('s').trim_start();
    rest.starts_with([':', '.']) && !crate::clean::normal::ends_sentence(bare) && {
        let words = rest.split_whitespace().filter(|word| word.chars().all(char::is_alphabetic)).count();
        words <= 2 || rest.contains(" / ")
    }
}

/// "12 comments", "3 min read", "1.2k views", "2 hours ago".
fn counted(words: &[&str]) -> Option<Why> {
    let (first, rest) = words.split_first()?;
    if !first.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    match rest {
        ["comment" | "comments" | "reply" | "replies"] => Some(COMMENTS),
        ["share" | "shares" | "likes" | "views" | "reads" | "followers"] => Some(SHARING),
        ["min" | "mins" | "minute" | "minutes", "read"] | ["minute-read"] => Some(MEDIA),
        [unit, "ago", ..] if words.len() <= 8 && unit.starts_with("sec") => Some(MENU),
        [unit, "ago", ..] if words.len() <= 8 && (unit.starts_with("week") || unit.starts_with("month")) => Some(MENU),
        [unit, "ago", ..]
            if words.len() <= 8 && (unit.starts_with("min") || unit.starts_with("hour") || unit.starts_with("day")) =>
        {
            Some(MENU)
        }
        _ => None,
    }
}

/// A film in a list of them, its length first: "1:09 The ferry race".
fn is_clip(line: &str, words: &[&str]) -> bool {
    let number = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let length = words.first().and_then(|word| word.split_once(':'));
    let timed = length.is_some_and(|(minutes, rest)| number(minutes) && number(rest) && rest.len() == 2);
    let day = words.get(1).is_some_and(|word| {
        matches!(
            *word,
            "a.m." | "p.m." | "am" | "pm" | "gmt" | "utc" | "et" | "edt" | "est" | "a.m.:" | "p.m.:" | "-" | "–"
        )
    });
    timed && !day && (3..=25).contains(&words.len()) && !crate::clean::normal::ends_sentence(line)
}

/// A line that points to another article: "RELATED: Ferry burns", "Story: Ferry burns", "Related coverage Ferry burns".
fn points_on(bare: &str, words: &[&str]) -> bool {
    const LABELS: &[&str] = &[
        "related",
        "story",
        "more",
        "read",
        "watch",
        "see also",
        "photos",
        "pictures",
        "raw video",
        "raw",
        "must read",
        "must see",
        "related story",
        "related stories",
        "also",
        "read this",
        "previous coverage",
        "recommended",
    ];
    const HEADS: &[&str] =
        &["related coverage ", "related stories ", "related story ", "related article ", "related video "];
    let labelled = bare
        .split_once([':', '|'])
        .is_some_and(|(label, rest)| LABELS.contains(&label.trim_end()) && rest.split_whitespace().count() >= 2);
    words.len() <= 25 && (labelled || HEADS.iter().any(|head| bare.starts_with(head)))
}

/// A line that sends its reader to an application or a network: "Download the Harbour News app", "Find Anna on Facebook".
fn turns_to_network(words: &[&str]) -> bool {
    const VERBS: &[&str] = &["download", "follow", "find", "join", "like", "get", "stay", "connect", "for", "contact"];
    let whole = |word: &str, known: &[&str]| known.contains(&word.trim_matches(|c: char| !c.is_alphanumeric()));
    let first =
        words.iter().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric())).find(|word| !word.is_empty());
    let network = words.iter().any(|word| whole(word, &["app", "facebook", "twitter", "instagram", "snapchat", "ios"]));
    let handle = words.iter().any(|word| word.starts_with('@') && word.len() > 2);
    let sends = words.iter().any(|word| whole(word, &["download", "follow", "find", "join", "like", "contact"]));
    first.is_some_and(|first| VERBS.contains(&first)) && sends && (network || handle) && words.len() <= 20
}

fn is_mailbox(word: &str) -> bool {
    let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
    bare.split_once('@').is_some_and(|(name, house)| !name.is_empty() && house.contains('.'))
}

/// Short items in a row with bars, bullets or arrows between them: "Home | World | Sport", "News > Europe".
fn is_list(line: &str, words: &[&str]) -> bool {
    let marks = words.iter().filter(|word| matches!(**word, "|" | "•" | "·" | ">" | "»" | "›" | "/")).count();
    let letters = words.iter().filter(|word| word.chars().all(char::is_alphabetic)).count();
    letters >= 2 && marks >= 2 && words.len() <= marks * 4 + 3 && !crate::clean::normal::ends_sentence(line)
}

fn is_copyright(small: &str, words: usize) -> bool {
    words <= 25 && (small.starts_with('©') || small.starts_with("(c) ") || small.starts_with("copyright "))
}

fn payments(words: &[&str]) -> bool {
    words.len() <= 8 && words.iter().filter(|word| PAYMENTS.contains(word)).count() >= 2
}

/// Whether a line, or half of its sentences, ask the reader for something: "Support us …", "Join our …".
fn is_plea(small: &str, pairs: &Pairs) -> bool {
    if small.starts_with(['"', '“', '‘']) {
        return false;
    }
    let all = PARTS.iter().filter(|(why, _)| *why == PLEA).flat_map(|(_, parts)| parts.iter());
    let possible: Vec<&str> = all.copied().filter(|part| pairs.may_hold(part)).collect();
    let (mut sentences, mut appeals, mut pleas) = (0, 0, 0);
    for sentence in small.split_inclusive(['.', '!', '?']).map(str::trim).filter(|s| s.len() > 2) {
        sentences += 1;
        let mut words = sentence.split(|c: char| !c.is_alphanumeric() && c != '\'').filter(|word| !word.is_empty());
        let appeals_first = words.next().is_some_and(|word| APPEALS.contains(&word));
        if appeals_first && words.take(24).any(|word| ADDRESSED.contains(&word)) {
            appeals += 1;
        }
        pleas += usize::from(possible.iter().any(|part| sentence.contains(part)));
    }
    (appeals > 0 && (appeals + pleas) * 2 >= sentences) || pleas > 0 && pleas * 2 >= sentences
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clean::furniture::page_words::ADVERT;

    #[test]
    fn furniture_is_told_by_its_words() {
        for (line, expected) in [
            ("Advertisement:", ADVERT),
            ("- Реклама -", ADVERT),
            ("Skip to content", MENU),
            ("Home | World | Sport | Weather", MENU),
            ("No comments:", COMMENTS),
            ("14 comments", COMMENTS),
            ("Read also:", RELATED),
            ("Lesen Sie auch:", RELATED),
            ("Support NP or become our patron!", PLEA),
            ("Good reporting costs money. Please support us today. Join our readers for as little as 2 euros.", PLEA),
            ("* indicates required", FORM),
            ("visa masterCard payPal", FORM),
            ("© 2024 The Northern Post. All rights reserved.", NOTICE),
            ("This audio is read by a machine", MEDIA),
            ("3 min read", MEDIA),
            ("http://www.example.org/2024/05/01/a-story.html", ADDRESS),
            ("http: / / www. example. org / 2024 / 05 / a-story. html", ADDRESS),
            ("* * *", ORNAMENT),
        ] {
            assert_eq!(why(line), Some(expected), "{line}");
        }
    }

    #[test]
    fn reports_may_speak_of_the_same_things() {
        for line in [
            "The minister said that readers should support the paper.",
            "Join the army, he told them, and see the world.",
            "She was 91.",
            "The company uses cookies to follow what visitors do, which the court has now forbidden after a complaint by \
             three consumer groups who had asked for years that the practice, common in the trade, be ended by law.",
            "Anna Berg, 44, has no comment on the matter.",
            "Copyright law must change before the end of the year, or so the authors say, and the minister agrees with \
             them on nearly every point but the last.",
        ] {
            assert_eq!(why(line), None, "{line}");
        }
    }
}
