use proptest::prelude::*;

use super::*;

/// The link to words, read back as a browser would.
fn sent(text: &str, words: &str, nth: usize) -> Quote {
    let (byte, _) = text.match_indices(words).nth(nth).expect("the words");
    let span = Text::new(text).span(byte, byte + words.len());
    let link = marked("a", text, span);
    let route = Route::of_link(link.split('#').next().unwrap_or_default());
    Quote::read(&route).expect("words")
}

/// Where words of `text` are found in `now`.
fn found(text: &str, words: &str, nth: usize, now: &str) -> Result<String, Found> {
    match sent(text, words, nth).find(now) {
        Found::At(span) => {
            let whole = Text::new(now);
            Ok(format!("{}|{}", whole.cut(Span::new(span.start.saturating_sub(8), span.start)), whole.cut(span)))
        }
        other => Err(other),
    }
}

const TOLD: &str = "The ferry sank at noon. The harbour master said so.\n\nThe ferry sank at noon, a fisherman said. \
                    Nobody else saw it.";

#[test]
fn words_are_found_where_they_went() {
    let now = format!("A correction stands here now.\n\n{TOLD}");
    assert_eq!(found(TOLD, "The harbour master", 0, &now), Ok("t noon. |The harbour master".to_owned()));
    // The same words twice: what stands around them tells.
    assert_eq!(found(TOLD, "sank at noon", 1, &now), Ok("e ferry |sank at noon".to_owned()));
    let wrapped = TOLD.replace(". The harbour", ".\nThe\tharbour");
    assert_eq!(found(TOLD, "noon. The harbour", 0, &wrapped), Ok("sank at |noon.\nThe\tharbour".to_owned()));
}

#[test]
fn nothing_else_is_taken_for_words_that_are_gone() {
    let gone = TOLD.replace("The ferry sank at noon. The harbour master said so.", "The ferry was late.");
    // What is left are the same words of somebody else.
    assert_eq!(found(TOLD, "The ferry sank at noon", 0, &gone), Err(Found::Gone));
    assert_eq!(found(TOLD, "Nobody else", 0, &gone.replace("Nobody", "Somebody")), Err(Found::Gone));
    // A short word may stand in any sentence.
    assert_eq!(found("The old mayor left.", "old", 0, "They sold an old car there."), Err(Found::Gone));
    assert_eq!(found("Snow, then she said no.", "said", 0, "Unsaid things."), Err(Found::Gone));
}

#[test]
fn what_can_not_be_told_apart_is_not_guessed() {
    let twice = "No comment. No comment.";
    assert!(matches!(found(TOLD, "Nobody else saw it.", 0, &format!("{TOLD} {TOLD}")), Err(Found::Several(2))));
    assert!(matches!(
        found(twice, "No comment", 0, "Well. No comment. No comment. No comment."),
        Err(Found::Several(3))
    ));
}

#[test]
fn long_words_are_told_by_their_ends() {
    let long: Vec<String> = (0..80).map(|n| format!("word{n}")).collect();
    let text = format!("It began. {} It ended.", long.join(" "));
    let quote = sent(&text, &long.join(" "), 0);
    assert!(quote.words.starts_with("word0 ") && quote.until.ends_with("word79"), "{quote:?}");
    assert!(quote.words.len() + quote.until.len() <= 2 * END);
    let now = text.replace("word40", "another");
    let Found::At(span) = quote.find(&now) else { panic!("found") };
    assert!(Text::new(&now).cut(span).starts_with("word0 word1 ") && Text::new(&now).cut(span).ends_with(" word79"));
}

#[test]
fn a_browser_without_the_viewer_is_told_as_well() {
    let link = marked("a b", TOLD, Span::new(24, 42));
    assert!(link.starts_with("documents/a%20b/?after="), "{link}");
    assert!(link.ends_with("#:~:text=ferry%20sank%20at%20noon%2E-,The%20harbour%20master,-said%20so%2E"), "{link}");
    // Across paragraphs it names both ends.
    let link = marked("a", "One two.\n\nThree four.", Span::new(4, 15));
    assert!(link.ends_with("#:~:text=One-,two%2E,Three,-four%2E"), "{link}");
    assert_eq!(marked("a", "One two.", Span::new(3, 4)), "");
}

/// A text of few words, so that the same ones stand together often.
fn texts() -> impl Strategy<Value = Vec<&'static str>> {
    let word =
        prop::sample::select(vec!["the", "ferry", "sank", "at", "noon.", "a", "fisherman", "said", "so.\n\n", "né"]);
    prop::collection::vec(word, 1..60)
}

/// Texts, words in them, and the text as it became: with words taken out and put in before them and behind them, at least
/// `apart` words away. All words differ where they are `numbered_all`.
fn edited(apart: usize, numbered_all: bool) -> impl Strategy<Value = (String, Span, String, Span)> {
    let edits = prop::collection::vec((any::<prop::sample::Index>(), any::<bool>(), 0usize..4), 0..4);
    (texts(), texts(), texts(), edits.clone(), edits).prop_map(move |(before, words, after, first, last)| {
        let name = |side: Vec<&'static str>, letter: char| -> Vec<String> {
            let numbered = side.iter().enumerate().map(|(n, _)| format!("{letter}{n}"));
            if numbered_all { numbered.collect() } else { side.into_iter().map(str::to_owned).collect() }
        };
        let (before, words, after) = (name(before, 'b'), name(words, 'w'), name(after, 'a'));
        let words = words.join(" ").trim().to_owned();
        let change = |side: &[String], edits: &[(prop::sample::Index, bool, usize)], from: usize, to: usize| {
            let mut side = side.to_vec();
            for (at, put, what) in edits {
                let to = to.min(side.len());
                if from >= to {
                    continue;
                }
                let at = from + at.index(to - from);
                let new = ["yesterday", "the", "ferry", "sank"][*what].to_owned();
                if *put { side.insert(at, new) } else { drop(side.remove(at)) }
            }
            side.join(" ")
        };
        let left = before.len().saturating_sub(apart);
        let shape = |before: &str, after: &str| {
            let text = format!("{before} {words} {after}");
            let start = before.chars().count() as u32 + 1;
            (text, Span::new(start, start + words.chars().count() as u32))
        };
        let (text, span) = shape(&before.join(" "), &after.join(" "));
        let (now, there) =
            shape(&change(&before, &first, 0, left), &change(&after, &last, apart.min(after.len()), usize::MAX));
        (text, span, now, there)
    })
}

fn resolved(text: &str, span: Span, now: &str) -> Found {
    let link = marked("a", text, span);
    let route = Route::of_link(link.split('#').next().unwrap_or_default());
    Quote::read(&route).map_or(Found::Gone, |quote| quote.find(now))
}

proptest! {
    #[test]
    fn a_link_finds_its_words_after_edits_elsewhere((text, span, now, there) in edited(8, true)) {
        prop_assert_eq!(resolved(&text, span, &now), Found::At(there), "{:?}", now);
    }

    #[test]
    fn after_edits_elsewhere_it_finds_the_same_words_or_none((text, span, now, there) in edited(40, false)) {
        if let Found::At(at) = resolved(&text, span, &now) {
            // Long words are told by their ends, and may end a little sooner or later.
            let is_long = span.len() as usize > WHOLE;
            prop_assert!(at == there || is_long && at.start == there.start, "{:?} {:?} {:?}", now, at, there);
        }
    }

    #[test]
    fn edits_beside_the_words_lead_to_nothing_else((text, span, now, there) in edited(0, false)) {
        // Of the same words put right beside themselves nobody can tell which were there before.
        let words = Text::new(&text).cut(span);
        prop_assume!(!now.contains(&format!("{words} {words}")));
        if let Found::At(at) = resolved(&text, span, &now) {
            // Long words are told by their ends, and may end a little sooner or later.
            let is_long = span.len() as usize > WHOLE;
            prop_assert!(at == there || is_long && at.start == there.start, "{:?} {:?} {:?}", now, at, there);
        }
    }

    #[test]
    fn any_link_is_read(words in "\\PC{0,12}", until in "\\PC{0,4}", before in "\\PC{0,6}", sure in "\\PC{0,3}", text in "\\PC{0,60}") {
        let route = Place::Document("a".into()).route();
        let route = route.with("words", words).with("until", until).with("before", before).with("sure", sure);
        if let Some(quote) = Quote::read(&route) {
            let _ = quote.find(&text);
        }
    }
}
