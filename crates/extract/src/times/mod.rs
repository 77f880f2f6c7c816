//! Time expressions and what they stand for, after TIMEX3 (ISO 24617-1, the guidelines of TimeML 1.2.1).
//!
//! One pass of a light lexer, one pass of the grammar over its tokens, one pass that places what was found in the
//! calendar. Nothing looks further than a bounded number of tokens, so the time is linear in the text.

mod calendar;
mod grammar;
mod lexing;
mod meaning;
mod placing;
mod values;

#[cfg(test)]
mod tests;

use model::{Text, Time, When};

pub(crate) use placing::gives_another_date;

/// The time expressions of a text, in order, none overlapping another.
///
/// Relative ones ("last month", "on Friday") are resolved against `published`, or against the date that the text has
/// set ("three days later"). Without a publication date the first full date at the head of the text serves. What
/// cannot be resolved keeps what is known: `XXXX-10-11`.
pub(crate) fn find(text: &str, published: Option<&When>) -> Vec<Time> {
    let tokens = lexing::tokens(text);
    let cursor = lexing::cursor::Cursor { text, tokens: &tokens };
    let mut found = grammar::expressions(&cursor);
    let resolved = placing::resolve(&cursor, &mut found, published);
    let points = Text::new(text);
    found
        .iter()
        .zip(resolved)
        .map(|(found, resolved)| {
            let span = points.span(tokens[found.first].start as usize, tokens[found.end - 1].end as usize);
            Time { start: span.start, end: span.end, kind: resolved.kind, value: resolved.value, when: resolved.when }
        })
        .collect()
}
