//! Lines that any web page may carry around a report, told by their words: menus, advertisements, pleas, forms, feeds.
//!
//! The words are those of web pages in general, in the languages that are met most; no outlet is named. A line counts
//! as furniture for its words only where it is short, since a report may speak of newsletters, cookies and donations.

/// Why a line is furniture.
pub(super) type Why = &'static str;

const ADVERT: Why = "advertisement";
const MENU: Why = "navigation";
const COMMENTS: Why = "comments";
const RELATED: Why = "pointer to other articles";
const PLEA: Why = "plea to support or subscribe";
const FORM: Why = "form";
const NOTICE: Why = "cookie or legal notice";
const SHARING: Why = "sharing buttons";
const MEDIA: Why = "player or reading aid";
const ADDRESS: Why = "address of a page";
const ORNAMENT: Why = "ornament";

/// Whole lines, without the punctuation around them.
const LINES: &[(Why, &[&str])] = &[
    (
        ADVERT,
        &[
            "advertisement",
            "advertisements",
            "advertising",
            "advert",
            "ad",
            "ads",
            "sponsored",
            "sponsored content",
            "promoted",
            "paid content",
            "continue reading below",
            "article continues below",
            "anzeige",
            "werbung",
            "publicité",
            "publicidad",
            "publicidade",
            "pubblicità",
            "reklama",
            "реклама",
            "reklam",
            "advertentie",
            "annonse",
            "annonce",
            "إعلان",
        ],
    ),
    (
        MENU,
        &[
            "skip to content",
            "skip to main content",
            "skip to navigation",
            "menu",
            "main menu",
            "home",
            "homepage",
            "pages",
            "sections",
            "search",
            "close",
            "open menu",
            "toggle navigation",
            "log in",
            "login",
            "sign in",
            "my account",
            "logout",
            "log out",
            "register",
            "contact us",
            "about us",
            "back to top",
            "next",
            "previous",
            "newer post",
            "older post",
            "newer posts",
            "older posts",
            "edit post",
            "edit",
            "print",
            "archive",
            "archives",
            "labels",
            "tags",
            "categories",
            "topics",
            "show more",
            "load more",
            "more",
            "see all",
            "view all",
            "next article",
            "previous article",
            "next post",
            "previous post",
            "table of contents",
            "sitemap",
            "startseite",
            "menü",
            "suche",
            "accueil",
            "rechercher",
            "inicio",
            "buscar",
            "меню",
            "поиск",
            "главная",
        ],
    ),
    (
        COMMENTS,
        &[
            "comments",
            "no comments",
            "no comment",
            "post a comment",
            "add a comment",
            "leave a comment",
            "leave a reply",
            "comments are closed",
            "join the conversation",
            "view comments",
            "show comments",
            "kommentare",
            "commentaires",
            "comentarios",
            "комментарии",
        ],
    ),
    (
        RELATED,
        &[
            "read also",
            "also read",
            "read more",
            "read next",
            "see also",
            "related",
            "related articles",
            "related stories",
            "related content",
            "related posts",
            "related news",
            "more stories",
            "more on this",
            "more on this story",
            "you may also like",
            "you might also like",
            "you might be interested in",
            "recommended",
            "recommended for you",
            "recommended stories",
            "trending",
            "trending now",
            "most read",
            "most popular",
            "most viewed",
            "popular posts",
            "editors' picks",
            "editor's picks",
            "editors' choice",
            "top stories",
            "latest",
            "latest news",
            "latest stories",
            "breaking news",
            "news feed",
            "newsfeed",
            "don't miss",
            "up next",
            "keep reading",
            "in other news",
            "around the web",
            "from the web",
            "what to read next",
            "lesen sie auch",
            "mehr zum thema",
            "lire aussi",
            "à lire aussi",
            "lea también",
            "leia também",
            "leggi anche",
            "lees ook",
            "czytaj także",
            "читайте также",
            "читайте також",
            "اقرأ أيضا",
        ],
    ),
    (
        PLEA,
        &[
            "subscribe",
            "subscribe now",
            "donate",
            "donate now",
            "support us",
            "become a member",
            "join us",
            "sign up",
            "newsletter",
            "newsletters",
            "free newsletter",
            "get the app",
            "abonnieren",
            "s'abonner",
            "suscríbete",
        ],
    ),
    (
        FORM,
        &[
            "email",
            "e-mail",
            "email address",
            "your email",
            "your email address",
            "name",
            "first name",
            "last name",
            "password",
            "submit",
            "send",
            "indicates required",
            "required",
            "required field",
            "required fields",
            "successfully subscribed",
            "successfuly subscribed",
            "thank you for subscribing",
            "i agree",
            "ok",
            "cancel",
        ],
    ),
    (
        NOTICE,
        &[
            "privacy policy",
            "terms of use",
            "terms of service",
            "terms and conditions",
            "cookie policy",
            "accept all",
            "accept cookies",
            "manage cookies",
            "cookie settings",
            "all rights reserved",
            "impressum",
            "datenschutz",
        ],
    ),
    (
        SHARING,
        &[
            "share",
            "share this",
            "share this article",
            "share article",
            "share this story",
            "tweet",
            "facebook",
            "twitter",
            "x",
            "whatsapp",
            "telegram",
            "linkedin",
            "reddit",
            "pinterest",
            "instagram",
            "copy link",
            "email this",
            "save",
            "bookmark",
            "like",
            "follow us",
            "teilen",
            "partager",
            "compartir",
            "поделиться",
        ],
    ),
    (
        MEDIA,
        &[
            "listen",
            "listen to this article",
            "listen to article",
            "watch",
            "watch live",
            "live",
            "play",
            "play video",
            "pause",
            "mute",
            "unmute",
            "loading",
            "loading...",
            "video",
            "audio",
            "gallery",
            "photos",
            "transcript",
        ],
    ),
];

/// Parts of short lines.
const PARTS: &[(Why, &[&str])] = &[
    (
        FORM,
        &[
            "indicates required",
            "enter your email",
            "enter your e-mail",
            "valid email",
            "correct email",
            "enter correct email",
            "confirmation email",
            "confirmation e-mail",
            "thank you for signing up",
            "thanks for signing up",
            "required fields are marked",
            "email address will not be published",
            "captcha",
            "check your inbox",
            "forgot your password",
            "forgot password",
        ],
    ),
    (
        PLEA,
        &[
            "in your inbox",
            "to your inbox",
            "become our patron",
            "become a patron",
            "become a subscriber",
            "become a supporter",
            "for as little as",
            "support independent journalism",
            "support our journalism",
            "support our work",
            "subscribe to our",
            "subscribe to the newsletter",
            "sign up for our",
            "sign up to our",
            "sign up for the",
            "join our telegram",
            "join our channel",
            "subscribe to our channel",
            "already a subscriber",
            "unlimited access",
            "free trial",
            "make a donation",
            "make a contribution",
            "buy us a coffee",
            "buy me a coffee",
            "on patreon",
            "our newsletter",
            "this newsletter",
            "download our app",
        ],
    ),
    (
        NOTICE,
        &[
            "we use cookies",
            "site uses cookies",
            "page uses cookies",
            "our cookie",
            "accept cookies",
            "all rights reserved",
            "copyright ©",
            "© copyright",
            "privacy policy",
            "terms of use",
            "terms of service",
            "javascript is disabled",
            "enable javascript",
            "wir verwenden cookies",
            "utilise des cookies",
        ],
    ),
    (
        SHARING,
        &[
            "share on facebook",
            "share on twitter",
            "share on x",
            "share on whatsapp",
            "share via email",
            "follow us on",
            "like us on",
            "find us on",
            "click to share",
            "share this article",
            "share this story",
            "share this:",
        ],
    ),
    (
        MEDIA,
        &[
            "this audio is",
            "listen to this article",
            "audio is generated",
            "audio was generated",
            "text to speech",
            "your browser does not support",
            "video player is loading",
            "click to play",
            "swipe to see",
        ],
    ),
    (
        RELATED,
        &[
            "read the full story",
            "read the full article",
            "click here to read",
            "more from this author",
            "view all posts by",
            "read more:",
            "read also:",
            "also read:",
            "see also:",
            "read next:",
        ],
    ),
    (ADVERT, &["continues below advertisement", "continues after advertisement", "advertisement -", "- advertisement"]),
];

/// Verbs with which a page turns to its reader.
const APPEALS: &[&str] = &[
    "support",
    "subscribe",
    "donate",
    "join",
    "become",
    "sign",
    "follow",
    "get",
    "register",
    "download",
    "help",
    "click",
    "tap",
    "share",
    "log",
    "please",
    "enjoy",
    "receive",
    "contribute",
    "enter",
    "buy",
    "invest",
];

/// Words that make an appeal one to the reader.
const ADDRESSED: &[&str] =
    &["us", "our", "you", "your", "now", "today", "here", "free", "newsletter", "patron", "channel"];

/// Words that a page's menu lists.
const PAYMENTS: &[&str] =
    &["visa", "mastercard", "americanexpress", "amex", "paypal", "maestro", "bitcoin", "applepay"];

/// The longest line, in bytes, that is read for parts.
const SHORT: usize = 600;

/// Why this line, by itself, is furniture; `None` where its words do not tell.
pub(super) fn why(line: &str) -> Option<Why> {
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
    if words.len() <= 40
        && let Some(&(why, _)) = PARTS.iter().find(|(_, parts)| parts.iter().any(|part| begins_word(&small, part)))
    {
        return Some(why);
    }
    counted(&words)
        .or_else(|| is_list(line, &words).then_some(MENU))
        .or_else(|| is_copyright(&small, words.len()).then_some(NOTICE))
        .or_else(|| payments(&words).then_some(FORM))
        .or_else(|| is_plea(&small).then_some(PLEA))
}

/// Whether a line announces other articles: what stands below it is a list of them, not the report.
pub(super) fn opens_feed(line: &str) -> bool {
    let small = line.to_lowercase().replace('’', "'");
    let bare = small.trim_matches(|c: char| !c.is_alphanumeric());
    line.len() < 60 && LINES.iter().any(|(why, lines)| *why == RELATED && lines.contains(&bare))
}

fn begins_word(line: &str, part: &str) -> bool {
    line.match_indices(part).any(|(at, _)| !line[..at].ends_with(char::is_alphanumeric))
}

/// A web address, also one that was taken apart at its punctuation, and nothing else.
fn is_address(bare: &str) -> bool {
    let Some(rest) = ["http", "www"].iter().find_map(|start| bare.strip_prefix(start)) else { return false };
    let rest = rest.trim_start_matches('s').trim_start();
    rest.starts_with([':', '.']) && !super::normal::ends_sentence(bare) && {
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
        [unit, "ago"] if unit.starts_with("min") || unit.starts_with("hour") || unit.starts_with("day") => Some(MENU),
        _ => None,
    }
}

/// Short items in a row with bars, bullets or arrows between them: "Home | World | Sport", "News > Europe".
fn is_list(line: &str, words: &[&str]) -> bool {
    let marks = words.iter().filter(|word| matches!(**word, "|" | "•" | "·" | ">" | "»" | "›" | "/")).count();
    let letters = words.iter().filter(|word| word.chars().all(char::is_alphabetic)).count();
    letters >= 2 && marks >= 2 && words.len() <= marks * 4 + 3 && !super::normal::ends_sentence(line)
}

fn is_copyright(small: &str, words: usize) -> bool {
    words <= 25 && (small.starts_with('©') || small.starts_with("(c) ") || small.starts_with("copyright "))
}

fn payments(words: &[&str]) -> bool {
    words.len() <= 8 && words.iter().filter(|word| PAYMENTS.contains(word)).count() >= 2
}

/// Whether a line, or half of its sentences, ask the reader for something: "Support us …", "Join our …".
fn is_plea(small: &str) -> bool {
    if small.starts_with(['"', '“', '‘']) {
        return false;
    }
    let (mut sentences, mut appeals, mut pleas) = (0, 0, 0);
    for sentence in small.split_inclusive(['.', '!', '?']).map(str::trim).filter(|s| s.len() > 2) {
        sentences += 1;
        let mut words = sentence.split(|c: char| !c.is_alphanumeric() && c != '\'').filter(|word| !word.is_empty());
        let appeals_first = words.next().is_some_and(|word| APPEALS.contains(&word));
        if appeals_first && words.take(24).any(|word| ADDRESSED.contains(&word)) {
            appeals += 1;
        }
        pleas +=
            usize::from(PARTS.iter().any(|(why, parts)| *why == PLEA && parts.iter().any(|p| sentence.contains(p))));
    }
    (appeals > 0 && (appeals + pleas) * 2 >= sentences) || pleas > 0 && pleas * 2 >= sentences
}

#[cfg(test)]
mod tests {
    use super::*;

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
