//! Any bytes as a report, scraped and as an article: nothing panics, and every span lies where it must.
#![no_main]

use extract::{Input, annotate, clean, plain};
use libfuzzer_sys::fuzz_target;
use model::{Annotated, Corpus, Span};

fuzz_target!(|data: &[u8]| {
    let text = String::from_utf8_lossy(data).into_owned();
    let input = || Input { id: "a".to_owned(), text: text.clone(), ..Input::default() };
    let corpus = Corpus::default();
    check(&annotate(clean(input()), &corpus));
    let kept = annotate(plain(input()), &corpus);
    assert_eq!(kept.document.text, text);
    check(&kept);
});

fn check(annotated: &Annotated) {
    let length = annotated.document.text.chars().count() as u32;
    let inside = |span: Span| assert!(span.start < span.end && span.end <= length, "{span:?} of {length}");
    annotated.document.passages.iter().for_each(|passage| inside(passage.span));
    annotated.sentences.iter().for_each(|sentence| inside(*sentence));
    annotated.times.iter().for_each(|time| inside(time.span()));
    for attribution in &annotated.attributions {
        attribution.source.iter().chain(&attribution.cue).chain(&attribution.content).for_each(|span| inside(*span));
    }
    annotated.mentions.iter().for_each(|mention| inside(mention.span));
    for statement in &annotated.statements {
        inside(statement.span);
        assert!(statement.sentence.contains(statement.span));
        assert!(!statement.holders.is_empty());
        statement.cues.iter().for_each(|cue| inside(*cue));
        statement.quotes.iter().for_each(|quote| assert!(statement.span.contains(*quote)));
        statement.quantities.iter().for_each(|quantity| inside(quantity.span));
    }
}
