use model::{Annotated, Corpus, Document, Role, Span, Text};

use crate::{attributions, mentions, prose::Prose, statements, times};

/// Finds what a document says: its sentences, times, attributions, mentions and statements.
///
/// All spans are code points of `document.text`. Text that is no part of the report (furniture) yields nothing.
pub fn annotate(document: Document, corpus: &Corpus) -> Annotated {
    let report = without_furniture(&document);
    let times = times::find(&report, document.published.as_ref());
    let prose = Prose::read(&document);
    let mentions::Named { mentions, descriptions } = mentions::find(&prose, corpus);
    let attributions = attributions::find(&prose, &mentions);
    let statements = statements::find(&statements::Found {
        document: &document,
        prose: &prose,
        times: &times,
        attributions: &attributions.told,
        inner: &attributions.inner,
        carried: &attributions.carried,
        worded: &attributions.worded,
        mentions: &mentions,
    });
    let scopes = statements::scopes(&document, &prose, &statements);
    let sentences = prose.sentences.iter().map(|sentence| prose.text.span(sentence.start, sentence.end)).collect();
    Annotated {
        document,
        sentences,
        times,
        attributions: attributions.told,
        mentions,
        descriptions,
        statements,
        scopes,
    }
}

/// The text with furniture blanked out, code point by code point, so that offsets stay.
fn without_furniture(document: &Document) -> String {
    let text = Text::new(&document.text);
    let mut report = String::with_capacity(document.text.len());
    let mut at = 0;
    for passage in document.passages.iter().filter(|passage| passage.role == Role::Furniture) {
        report.push_str(text.cut(Span::new(at, passage.span.start)));
        report.extend(text.cut(passage.span).chars().map(|c| if c == '\n' { '\n' } else { ' ' }));
        at = passage.span.end;
    }
    report.push_str(&document.text[text.byte(at)..]);
    report
}
