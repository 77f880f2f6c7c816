//! Weeds what stands where a report ends or begins and speaks of its outlet, its author, its price.

use super::flatten::Piece;
use super::lines::{is_prose, linked, weight};

/// Takes out pleas to readers, what tells of the author, links that stand last, and words in disguise.
pub(super) fn weed(pieces: &[Piece], kept: &mut [bool], authors: &[String]) {
    for (piece, kept) in pieces.iter().zip(kept.iter_mut()) {
        *kept &= !is_disguised(&piece.block.text);
    }
    pleas(pieces, kept);
    loop {
        let at =
            (0..pieces.len()).rev().filter(|&at| kept[at]).take(3).find(|&at| is_about_author(&pieces[at], authors));
        let Some(at) = at.filter(|_| kept.iter().filter(|kept| **kept).count() > 3) else { break };
        kept[at] = false;
    }
    // Short lines of links after the last sentences.
    let last = (0..pieces.len()).rev().find(|&at| kept[at] && is_prose(&pieces[at].block.text));
    for at in last.map_or(pieces.len(), |last| last + 1)..pieces.len() {
        kept[at] &= linked(&pieces[at]) < 5 || pieces[at].block.text.split_whitespace().count() > 12;
    }
}

/// Words whose letters are of two alphabets: so advertisements hide from those who weed them.
fn is_disguised(text: &str) -> bool {
    let mixed = |word: &&str| {
        word.chars().any(|c| c.is_ascii_alphabetic()) && word.chars().any(|c| matches!(c, '\u{400}'..='\u{4ff}'))
    };
    text.split_whitespace().filter(mixed).take(4).count() == 4
}

/// Paragraphs at either end that ask the reader for something; of a run of them, what stands between as well.
fn pleas(pieces: &[Piece], kept: &mut [bool]) {
    let total = weight(pieces, kept);
    let order: Vec<usize> = (0..pieces.len()).filter(|&at| kept[at]).collect();
    let mut sum = 0;
    let mut found: Vec<usize> = Vec::new();
    for (nth, &at) in order.iter().enumerate() {
        let piece = &pieces[at];
        let edge = nth < 3 || sum * 10 >= total * 6 || nth + 4 >= order.len();
        let slanted = piece.slanted * 10 >= piece.block.text.chars().filter(|c| !c.is_whitespace()).count() * 9;
        if (edge || slanted || is_direct(&piece.block.text)) && is_plea(&piece.block.text) {
            found.push(nth);
        }
        sum += piece.block.text.len();
    }
    for pair in found.windows(2) {
        let between = pair[0] + 1..pair[1];
        let short = |nth: usize| pieces[order[nth]].block.text.split_whitespace().count() <= 40;
        if between.len() <= 3 && between.clone().all(short) {
            between.for_each(|nth| kept[order[nth]] = false);
        }
    }
    for nth in found {
        kept[order[nth]] = false;
    }
}

/// Whether a paragraph asks the reader to subscribe, to follow, to write, to give.
fn is_plea(text: &str) -> bool {
    let count = text.split_whitespace().count();
    // What somebody is quoted as asking is news.
    if count > 60 || text.contains(['“', '”', '"', '„', '«']) {
        return false;
    }
    let lower = text.to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    let starts = |words: &[&str]| words.iter().any(|word| lower.starts_with(word));
    has(&ASKS)
        || has(&["follow "])
            && starts(&["follow ", "you can follow ", "please follow ", "like and follow "])
            && has(&NETWORKS)
        || has(&[" app", " apps"])
            && starts(&["download ", "get ", "for the latest", "for more ", "stay "])
            && has(&["download the ", "download our ", "get the ", "get our "])
        || starts(&["do you want to be ", "want to be ", "do you have a ", "got a story"])
            && has(&["sign up", "contact us", "email us", "here"])
        || starts(&["submit your ", "send your ", "send us your "])
            && has(&["letter", "editor", "form", "email", "e-mail"])
        || has(&["newsletter"]) && has(&["sign up", "subscribe", "inbox", "abonnieren", "abonnez", "suscríbete"])
}

/// Whether a paragraph speaks to the reader of reading this very page.
fn is_direct(text: &str) -> bool {
    let lower = text.to_lowercase();
    let asks = [
        "please subscribe",
        "already a subscriber",
        "to continue reading",
        "to view the full story",
        "to read the full story",
    ];
    asks.iter().any(|ask| lower.contains(ask))
}

const ASKS: [&str; 40] = [
    "please subscribe",
    "subscribe to our",
    "subscribe today",
    "subscribe here",
    "subscribe for full access",
    "already a subscriber",
    "become a subscriber",
    "to continue reading",
    "to read the full story",
    "to view the full story",
    "sign up here",
    "sign up now",
    "sign up for our",
    "log in for",
    "log in to read",
    "send us a message",
    "contact us at",
    "email us at",
    "write to us at",
    "contact the reporter at",
    "reach the reporter at",
    "contact the author at",
    "advertise with",
    "support our journalism",
    "support independent journalism",
    "make a donation today",
    "letters to the editor can be",
    "join the conversation",
    "follow us on",
    "like us on",
    "find us on",
    "join us on",
    "join our telegram",
    "join our whatsapp",
    "folgen sie uns",
    "suivez-nous sur",
    "síguenos en",
    "abonnez-vous",
    "jetzt abonnieren",
    "подпишитесь на наш",
];

const NETWORKS: [&str; 8] =
    ["twitter", "facebook", "instagram", "whatsapp", "telegram", "youtube", "linkedin", "tiktok"];

/// Whether a paragraph tells who wrote: slanted, or by the author's name, and what that person is.
fn is_about_author(piece: &Piece, authors: &[String]) -> bool {
    let text = piece.block.text.as_str();
    if text.split_whitespace().count() > 80 || text.contains(['“', '”', '"']) {
        return false;
    }
    let slanted = piece.slanted * 10 >= text.chars().filter(|c| !c.is_whitespace()).count() * 9;
    let rest = authors.iter().find_map(|name| text.strip_prefix(name.as_str()));
    let rest = rest.or_else(|| {
        let named: usize = text
            .split_inclusive(' ')
            .take_while(|word| word.starts_with(char::is_uppercase) && !word.trim_end().ends_with('.'))
            .map(str::len)
            .sum();
        let many = text.get(..named)?.split_whitespace().count();
        (slanted && (2..=4).contains(&many)).then(|| &text[named..])
    });
    let Some(rest) = rest else { return false };
    let rest = rest.trim_start_matches([',', ' ']);
    let does = rest.split_whitespace().take(2).collect::<Vec<_>>().join(" ").to_lowercase();
    [
        "is a",
        "is an",
        "is the",
        "is based",
        "is senior",
        "covers",
        "reports",
        "writes",
        "reported from",
        "teaches",
        "works",
        "contributed",
        "ist",
        "est",
        "es",
    ]
    .iter()
    .any(|verb| does == *verb || does.split(' ').next() == Some(verb))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pleas_and_what_is_none() {
        for plea in [
            "To view the full story, please subscribe to the Harbour Times.",
            "Follow the Courier on Twitter and Facebook. Send us a message at 555 0100.",
            "For the latest from the pier download the Courier apps for all phones.",
            "Do you want to be informed of what the harbour plans? Sign up here",
            "Submit your letter to the editor by this form.",
        ] {
            assert!(is_plea(plea), "{plea}");
        }
        for told in [
            "The harbour office asked its customers to sign up for the new ferry by the end of March.",
            "“Subscribe to our plan,” the mayor told the council.",
            "Police followed the truck, which carried a crane, on the road to Facebook's data centre.",
            "The agency will download the app of the harbour's contractor to examine it.",
        ] {
            assert!(!is_plea(told), "{told}");
        }
    }

    #[test]
    fn who_wrote_and_who_is_told_of() {
        let piece = |text: &str, slanted: bool| Piece {
            block: crate::blocks::Block::paragraph(text),
            links: 0,
            slanted: if slanted { text.len() } else { 0 },
            areas: super::super::areas::Areas::default(),
        };
        let berg = ["Anna Berg".to_owned()];
        assert!(is_about_author(&piece("Anna Berg is a reporter at the Courier.", false), &berg));
        assert!(is_about_author(&piece("Ole Dahl covers harbours for the Courier.", true), &[]));
        assert!(!is_about_author(&piece("Ole Dahl is a crane driver.", false), &berg));
        assert!(!is_about_author(&piece("The crane is a danger.", true), &berg));
    }

    #[test]
    fn words_in_disguise() {
        assert!(is_disguised("Вuy оur rореs and сhаins at the harbour"));
        assert!(!is_disguised("The office wrote Мост on the sign in the harbour of Port Alma."));
    }
}
