//! Lines of a page that read like sentences and are none: captions with their counters, players, embedded posts.

use model::pairs::Pairs;

/// Whether a sentence is a label of the page rather than a part of the report.
pub(super) fn is_label(text: &str) -> bool {
    const MARKS: &[&str] = &[
        "hide caption",
        "show caption",
        "just watched",
        "must watch",
        "replay more videos",
        "now playing",
        "pic.twitter.com",
        "story highlights",
        "click here",
        "click to ",
        "photos: ",
        "photo: ",
        "sign up for",
        "related article",
        "read more:",
        "breaking news alerts",
        "sign up to ",
        "subscribe to ",
        "follow us on ",
        "view gallery",
        "this article is more than",
        "you can unsubscribe",
        "unsubscribe at any time",
        "file photo",
        "[read ",
        "watch the video",
        "watch more",
        "listen to the ",
        "(getty images)",
        "/getty images",
    ];
    if text.len() > 1_000 {
        return false;
    }
    let small = text.to_ascii_lowercase();
    const OPENINGS: &[&str] =
        &["read more", "read also", "also read", "see also", "watch:", "related:", "more:", "follow "];
    let heads = OPENINGS.iter().any(|mark| small.starts_with(mark)) && text.split_whitespace().count() < 16;
    if heads && (small.contains(" on twitter") || small.contains('@') || !small.starts_with("follow ")) {
        return true;
    }
    // "Follow the News Desk on: ", "Follow @HWA"
    if small.starts_with("follow ") && (small.contains(" on:") || small.contains(" @") || small.contains("facebook")) {
        return true;
    }
    // "This report includes material from the NPA", "She filed this report for our newsroom", "RE: Pier shut"
    let credit = ["this report", "this article", "this story", "this dispatch"].iter().any(|own| small.contains(own))
        && [
            "material from",
            "is based in part on",
            "was based on",
            "wire service",
            "contributed",
            "filed this",
            "reported jointly",
            "in partnership with",
            "in collaboration with",
        ]
        .iter()
        .any(|mark| small.contains(mark))
        // "Totals may not add due to rounding": below a table.
        || small.contains("rounding") && small.contains("not add");
    // "Anna Berg and Jon Holm contributed."
    let bare = small.trim_end_matches('.');
    let helped =
        bare.ends_with(" contributed") && text.split_whitespace().count() <= 16 || bare.starts_with("contributing: ");
    if credit || helped || small.starts_with("re: ") {
        return true;
    }
    // "Two held over a fire in Kolm [...]": the beginning of another story.
    if bare.ends_with("[...]") || bare.ends_with("[…]") {
        return true;
    }
    if is_market_line(&small) {
        return true;
    }
    let pairs = Pairs::of(&small);
    MARKS.iter().any(|mark| pairs.may_hold(mark) && small.contains(mark))
        || counts(&small)
        || is_post(text)
        || is_appeal(&small)
}

/// What a programme says of itself between its reports: "We will be right back", "You're watching the harbour news".
pub(super) fn is_patter(text: &str) -> bool {
    const PATTER: &[&str] = &[
        "be right back",
        "we'll be back",
        "we will be back",
        "we're back with",
        "stay with us",
        "stay tuned",
        "you're watching",
        "you are watching",
        "thanks for watching",
        "thanks for joining",
        "thank you for joining",
        "thank you for watching",
        "thanks for being with us",
        "thank you for being with us",
        "good to have you with us",
        "joins us now",
        "joins me now",
        "join us now",
        "joining us now",
        "joining me now",
        "when we come back",
        "after the break",
        "after this break",
        "take a quick break",
        "take a short break",
        "take a break",
        "don't go away",
        "straight ahead on",
        "welcome back to",
        "let's bring in",
        "let's go live",
        "let's go now to",
        "following us on twitter",
        "join the conversation",
    ];
    if text.len() > 240 {
        return false;
    }
    let small = text.to_lowercase().replace('’', "'");
    let opens = ["up next", "coming up", "still ahead", "welcome back"].iter().any(|mark| small.starts_with(mark));
    let pairs = Pairs::of(&small);
    opens || PATTER.iter().any(|mark| pairs.may_hold(mark) && small.contains(mark))
}

/// What a page tells of who wrote it, at its end: "Anna Berg is a senior fellow at the Harbour Institute."
pub(super) fn is_author_note(text: &str) -> bool {
    const NOTES: &[&str] = &[
        " is a senior fellow",
        " is a fellow at",
        " is a fellow of",
        " is a visiting fellow",
        " is a research fellow",
        " is the author of",
        " is author of",
        " is a contributor to",
        " is a frequent contributor",
        " is a contributing ",
        " is a columnist",
        " is a nationally syndicated",
        " is a freelance ",
        " is a staff writer",
        " is an opinion ",
        " is an editor at",
        " is a reporter for",
        " is a reporter at",
        " is a correspondent for",
        " writes about ",
        " writes for ",
        " writes on ",
        " can be reached at",
        "follow her on",
        "follow him on",
        "follow them on",
        "follow me on",
    ];
    if text.len() > 400 || !text.starts_with(char::is_uppercase) {
        return false;
    }
    let small = text.to_lowercase();
    let pairs = Pairs::of(&small);
    NOTES.iter().any(|note| pairs.may_hold(note) && small.contains(note))
}

/// An appeal to those who read: "Anyone with information is asked to call the police at 555-0142".
fn is_appeal(small: &str) -> bool {
    const WHOM: &[&str] = &["anyone ", "those with information", "witnesses ", "information", "tips", "tipsters"];
    const ASKED: &[&str] = &[
        "is asked to",
        "are asked to",
        "is urged to",
        "are urged to",
        "is encouraged to",
        "are encouraged to",
        "asked to call",
        "asked to contact",
        "should call",
        "should contact",
        "can call",
        "may call",
        "please call",
        "please contact",
        "to please",
        "urged to call",
        "urged to contact",
        "ask anyone",
        "asks anyone",
        "asking anyone",
        "asks that anyone",
        "asking that anyone",
        "urge anyone",
        "urging anyone",
        "can be called in",
        "can remain anonymous",
        "call crime",
        "can be reached",
    ];
    WHOM.iter().any(|mark| small.contains(mark))
        && ASKED.iter().any(|mark| small.contains(mark))
        && [" call", " contact", " come forward", " phone", " reach", " email", " e-mail", " text "]
            .iter()
            .any(|mark| small.contains(mark))
        && !small.contains("said")
}

/// A line of bids and offers, or of a table: "July - 13 ov Jly bid, 15 offered", "July up 2-1/2 points", "Net 3.1 mln vs 2.9 mln".
fn is_market_line(small: &str) -> bool {
    let words: Vec<&str> = small.split_whitespace().map(|word| word.trim_matches([',', '.', ';', ':'])).collect();
    if words.len() > 24 || words.is_empty() {
        return false;
    }
    let number = |word: &&&str| word.contains(|c: char| c.is_ascii_digit());
    let numbers = words.iter().filter(number).count();
    let has = |any: &[&str]| words.iter().any(|word| any.contains(word));
    let told = has(&[
        "said", "says", "was", "were", "is", "are", "has", "had", "rose", "fell", "made", "put", "will", "would", "who",
    ]);
    let bids = has(&["bid", "bids", "unquoted", "unq"])
        && has(&["offered", "offer", "offers", "unch", "ov", "und", "bid", "no"]);
    let month = |word: &str| model::calendar::month(word).is_some();
    let moved =
        month(words[0]) && words.get(1).is_some_and(|word| matches!(*word, "up" | "down" | "unchanged" | "off" | "-"));
    let compared = has(&["vs", "versus"]) && numbers >= 2;
    !told && (bids && (numbers > 0 || has(&["no"])) && words.len() <= 14 || moved && numbers > 0 || compared)
}

/// "3 of 12" with nothing but a label around it: "Caption 3 of 12", "Photo 3 of 12".
fn counts(small: &str) -> bool {
    let words: Vec<&str> = small.split_whitespace().take(24).collect();
    let number = |word: &str| !word.is_empty() && word.chars().all(|c| c.is_ascii_digit());
    words.windows(4).any(|w| {
        crate::words::is_one_of(w[0], "caption photo photos slide image page video")
            && number(w[1])
            && w[2] == "of"
            && number(w[3].trim_end_matches(['.', ',', ':']))
    })
}

/// The signature of an embedded post: "— Anna Berg (@annaberg) May 3, 2021".
fn is_post(text: &str) -> bool {
    text.split_once("(@").is_some_and(|(before, after)| {
        let handle = after.split(')').next().unwrap_or(after);
        before.contains(['—', '–', '-'])
            && handle.chars().all(|c| c.is_alphanumeric() || c == '_')
            && after.contains(')')
    })
}

/// Whether a line is one of a list of what a page has beside the report, with the stamp of each: "Fog hides pier updated: Sat Aug 16
/// 2031 21:30:00 The pier …".
pub(super) fn is_listed(text: &str) -> bool {
    text.split("pdated: ").skip(1).any(|rest| {
        let word = rest.split(' ').next().unwrap_or_default().to_lowercase();
        model::calendar::weekday(&word).is_some() || model::calendar::month(&word).is_some()
    })
}

#[cfg(test)]
mod tests {
    use super::is_label;

    #[test]
    fn labels_of_the_page_are_no_statements() {
        for label in [
            "Hide Caption 3 of 12 Photos: The ferry race A pilot waits at the pier on May 3.",
            "Ferry race opens JUST WATCHED Pilots at the pier.",
            "— Anna Berg (@annaberg) May 3, 2021",
            "Photo 4 of 9 The mill burns.",
        ] {
            assert!(is_label(label), "{label}");
        }
        for told in ["The mill burned on 4 of 9 days.", "Berg posted a photo of the pier.", "The caption was wrong."] {
            assert!(!is_label(told), "{told}");
        }
    }
}
