//! What holds for every text, however broken.

use extract::{Input, annotate, clean, plain};
use model::{Annotated, Corpus, Span, Text};
use proptest::prelude::*;

fn input(text: String) -> Input {
    Input { id: "a".to_owned(), text, ..Input::default() }
}

/// Every span lies within the text, and what is listed in order is in order.
fn check(annotated: &Annotated) {
    let length = annotated.document.text.chars().count() as u32;
    let inside = |span: Span| assert!(span.start < span.end && span.end <= length, "{span:?} of {length}");
    annotated.document.passages.iter().for_each(|passage| inside(passage.span));
    assert!(annotated.document.passages.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start));
    annotated.sentences.iter().for_each(|sentence| inside(*sentence));
    annotated.times.iter().for_each(|time| inside(time.span()));
    for statement in &annotated.statements {
        inside(statement.span);
        assert!(statement.sentence.contains(statement.span));
        assert!(!statement.holders.is_empty());
        statement.cues.iter().for_each(|cue| inside(*cue));
        statement.quotes.iter().for_each(|quote| assert!(statement.span.contains(*quote)));
        statement.quantities.iter().for_each(|quantity| inside(quantity.span));
        // Shared within the sentence, or a name before the statement.
        let before = |subject: model::Span| subject.end <= statement.span.start;
        statement
            .subject
            .into_iter()
            .for_each(|subject| assert!(statement.sentence.contains(subject) || before(subject)));
    }
    for scope in &annotated.scopes {
        inside(scope.span);
        assert!(annotated.sentences.iter().any(|sentence| sentence.contains(scope.span)), "{scope:?}");
        scope.cues.iter().for_each(|cue| inside(*cue));
    }
    keeps_negations(annotated);
}

/// What makes a sentence say the contrary, or leave it open, stands in one of its statements, or is the cue of one.
fn keeps_negations(annotated: &Annotated) {
    let text = Text::new(&annotated.document.text);
    for sentence in &annotated.sentences {
        let told: Vec<_> = annotated.statements.iter().filter(|statement| statement.sentence == *sentence).collect();
        if told.is_empty() {
            continue;
        }
        let words = text.cut(*sentence);
        for turn in ["not", "never", "nobody", "if", "unless", "whether", "denied", "doubts", "without"] {
            for (at, _) in words.match_indices(turn) {
                let free = |c: Option<char>| c.is_none_or(char::is_whitespace);
                if !free(words[..at].chars().next_back()) || !free(words[at + turn.len()..].chars().next()) {
                    continue;
                }
                let start = sentence.start + words[..at].chars().count() as u32;
                let span = Span::new(start, start + turn.len() as u32);
                let kept = told.iter().any(|s| s.span.contains(span) || s.cues.iter().any(|cue| cue.contains(span)));
                // A clause that begins with its auxiliary, of nobody known, is no statement: it is left out whole, or not at all.
                let mark = |c: char| matches!(c, ',' | ';' | '“' | '”' | '"' | '—' | '(' | ')' | ':');
                let after = |at: usize| at + words[at..].chars().next().map_or(0, char::len_utf8);
                let parted = words[..at].match_indices(mark).map(|(at, _)| after(at));
                let joined = [" and ", " but ", " or ", " that ", " said ", " while "]
                    .iter()
                    .flat_map(|joint| words[..at].match_indices(joint).map(|(at, joint)| at + joint.len()));
                // What it says may go on behind another mark: "but do not think, nobody has paid".
                let left_out = [0].into_iter().chain(parted).chain(joined).any(|from| {
                    let opens = ["and", "but", "or", "either", "while", "although", "because", "said", "that"];
                    let first = words[from..].split_whitespace().find(|word| !opens.contains(word));
                    let clause = Span::new(sentence.start + words[..from].chars().count() as u32, span.end);
                    let apart = told.iter().all(|s| s.span.end <= clause.start || s.span.start >= clause.end);
                    let begins = ["is", "has", "will", "may", "do", "did", "never"];
                    apart && first.is_some_and(|first| begins.contains(&first))
                });
                assert!(
                    kept || left_out,
                    "{turn:?} is lost in {words:?}: {:?}",
                    told.iter().map(|s| text.cut(s.span)).collect::<Vec<_>>()
                );
            }
        }
    }
}

fn both(text: &str) {
    let corpus = Corpus::default();
    check(&annotate(clean(input(text.to_owned())), &corpus));
    let kept = annotate(plain(input(text.to_owned())), &corpus);
    assert_eq!(kept.document.text, text);
    check(&kept);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_characters(text in "(\\PC|[\n\r\t\u{0}\u{200b}\u{202e}\u{feff}]){0,300}") {
        both(&text);
    }

    #[test]
    fn any_words(words in prop::collection::vec(prop::sample::select(vec![
        "the", "minister", "Anna", "Berg", "said", "that", "“", "”", "\"", "and", "who", ",", ".", "will", "not", "2,000",
        "ships", "(", ")", "on", "Monday", "according", "to", "reportedly", "if", "\n", "\n\n", "Advertisement:", ";",
        "while", "built", "May", "10", "$", "million", "?", ":", "By", "—", "Source:",
    ]), 0..120)) {
        both(&words.join(" "));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn sentences_that_turn_and_open(words in prop::collection::vec(prop::sample::select(vec![
        "the owners", "Anna Berg", "pilots", "nobody", "the port", "said", "said that", "denied that", "do not think",
        "did not say", "believes", "doubts that", "asked", "if", "unless", "whether", "and", "but", ",", ", and", ", but",
        "or", "either", "never", "not", "is shut", "burned", "will sail", "sold the mill", "has not paid the town",
        "may close", "although", "while", "because", "who left", ", which was sold,", "without pay", "to sail", "“", "”",
        "according to the board", "on Monday", ";",
    ]), 1..18)) {
        both(&format!("{}.", words.join(" ")));
    }
}

#[test]
fn endless_quotation_marks_brackets_and_lines() {
    both(&"\"".repeat(20_000));
    both(&"“said ".repeat(10_000));
    both(&"(".repeat(20_000));
    both(&"and he said that ".repeat(5_000));
    both(&"who, which, ".repeat(5_000));
    both(&"مرحبا بالعالم. ".repeat(2_000));
    both(&"a".repeat(500_000));
}
