//! What stands within statements, and in the sentences around them, with a commitment of its own.

use std::ops::Range;

use model::{Commitment, Document, Polarity, Role, Scope, Span, Statement};

use super::labels;
use crate::{commitment, grammar::phrases::Clauses, prose::Prose};

/// The clauses to which the document commits itself otherwise than to the statement around them, or that are no part of
/// one. `statements` are those of the document, in order.
pub(crate) fn scopes(document: &Document, prose: &Prose<'_>, statements: &[Statement]) -> Vec<Scope> {
    if !matches!(document.language.as_str(), "en" | "und") {
        return Vec::new();
    }
    let mut scopes = Vec::new();
    for (index, sentence) in prose.sentences.iter().enumerate() {
        let groups = &prose.groups[index];
        let body = document.passages.get(sentence.passage).is_some_and(|passage| passage.role == Role::Body);
        let text = &document.text[sentence.start..sentence.end];
        if !body || groups.is_empty() || labels::is_label(text) {
            continue;
        }
        let clauses = Clauses { words: &prose.words, start: sentence.words.start, end: sentence.words.end, groups };
        let question = text.trim_end_matches(['"', '”', '’', '\'', ')', ' ']).ends_with('?');
        let whole = prose.text.span(sentence.start, sentence.end);
        let first = statements.partition_point(|statement| statement.sentence.start < whole.start);
        let told: Vec<&Statement> =
            statements[first..].iter().take_while(|statement| statement.sentence == whole).collect();
        sentence_scopes(prose, &clauses, question, whole, &told, &mut scopes);
    }
    scopes
}

/// What surrounds a scope: its span, commitment and polarity.
type Around = (Span, Commitment, Polarity);

fn sentence_scopes(
    prose: &Prose<'_>,
    clauses: &Clauses<'_>,
    question: bool,
    whole: Span,
    told: &[&Statement],
    scopes: &mut Vec<Scope>,
) {
    let span = |words: &Range<usize>| prose.span(words.clone());
    let mut around: Vec<Around> =
        told.iter().map(|statement| (statement.span, plain(statement.commitment), statement.polarity)).collect();
    let found = commitment::scopes(clauses, question);
    // Words of the sentence that no statement holds: "Anna Berg said".
    let outside = clauses.groups.iter().any(|group| {
        let head = prose.span(group.head..group.head + 1);
        !told.iter().any(|statement| statement.span.contains(head))
    });
    let mut own: Vec<Scope> = Vec::with_capacity(found.len());
    if outside && !told.iter().any(|statement| statement.span == whole) {
        let commitment = if question { Commitment::Hedged } else { Commitment::Asserted };
        own.push(Scope { span: whole, commitment, polarity: Polarity::Affirmed, cues: Vec::new() });
    }
    own.extend(found.into_iter().map(|scope| {
        // A statement that is as a whole yet to come, for it says what is wanted, may want it already.
        let whole = span(&scope.words);
        let within = told.iter().any(|statement| whole.contains(statement.span));
        Scope {
            span: if within { span(&scope.core) } else { whole },
            commitment: scope.commitment,
            polarity: scope.polarity,
            cues: scope.cues.iter().map(span).collect(),
        }
    }));
    // From the widest to the narrowest: what says nothing new is left out.
    model::order::sort_by_key(&mut own, |scope| (std::cmp::Reverse(scope.span.len()), scope.span.start));
    // "The aim is" says nothing.
    own.retain(|scope| !(scope.commitment == Commitment::Asserted && ends_in_copula(prose, scope.span)));
    for scope in own {
        let nearest = around.iter().filter(|(span, ..)| span.contains(scope.span)).min_by_key(|(span, ..)| span.len());
        let same = nearest
            .is_some_and(|&(_, commitment, polarity)| (commitment, polarity) == (scope.commitment, scope.polarity));
        let twice = nearest.is_some_and(|&(span, ..)| span == scope.span);
        if !same && !twice {
            around.push((scope.span, scope.commitment, scope.polarity));
            scopes.push(scope);
        }
    }
    let from = scopes.len() - scopes.iter().rev().take_while(|scope| whole.contains(scope.span)).count();
    model::order::sort_by_key(&mut scopes[from..], |scope| (scope.span.start, std::cmp::Reverse(scope.span.end)));
}

/// Somebody's word that it is so, as far as it is so.
fn plain(commitment: Commitment) -> Commitment {
    if commitment == Commitment::Attributed { Commitment::Asserted } else { commitment }
}

fn ends_in_copula(prose: &Prose<'_>, span: Span) -> bool {
    let last = prose.text.cut(span).split_whitespace().next_back().unwrap_or_default();
    crate::words::is_one_of(last, "is are was were be been has have had")
}
