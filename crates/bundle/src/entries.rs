//! What the search finds: passages, claims, quotations and people, each with all that a result shows of it.

use std::collections::BTreeSet;

use model::{Annotated, Claim, Commitment, EntityKind, Person, Role, Span, Standing, Statement};
use search::{Entry, Kind};

use crate::data::sayings;
use crate::tables::Tables;

/// The most statements whose sentences are searched for a claim: after these, nothing new is said.
const SAID: usize = 8;

/// The fewest words in quotation marks that are a quotation.
const FEWEST_QUOTED: usize = 3;

/// The most bytes that tell what a passage says on somebody's word.
const MOST_SAID: usize = 400;

/// Everything that can be found: document by document in order of publication, then claims, then people.
pub(crate) fn entries(tables: &Tables<'_>) -> Vec<Entry> {
    let mut entries = Vec::new();
    for (index, annotated) in (0..).zip(tables.documents) {
        passages(tables, index, annotated, &mut entries);
        quotations(tables, index, annotated, &mut entries);
    }
    entries.extend(tables.relations.claims.iter().map(|claim| claim_entry(tables, claim)));
    entries.extend(tables.relations.people.iter().map(|person| person_entry(tables, person)));
    entries
}

/// An entry that leads to words of a document.
fn within(tables: &Tables<'_>, kind: Kind, index: u32, annotated: &Annotated, span: Span) -> Entry {
    let document = &annotated.document;
    Entry {
        outlet: document.outlet.clone(),
        published: document.published.clone(),
        span: Some(span),
        number: index + 1,
        note: if document.is_brief() { "brief\n".to_owned() } else { String::new() },
        ..Entry::new(kind, document.id.as_str(), document.title.as_str(), tables.cut(index, span))
    }
}

/// The paragraphs of a report. One without any can still be found by its title.
fn passages(tables: &Tables<'_>, index: u32, annotated: &Annotated, entries: &mut Vec<Entry>) {
    let read = |role: Role| matches!(role, Role::Body | Role::Heading | Role::Caption);
    let mut paragraph = 0;
    // By where they begin, so that a report of very many paragraphs is not gone through for each of them.
    let mut by_start: Vec<usize> = (0..annotated.statements.len()).collect();
    model::order::sort_by_key(&mut by_start, |&at| annotated.statements[at].span.start);
    for passage in annotated.document.passages.iter().filter(|passage| read(passage.role)) {
        paragraph += 1;
        let first = by_start.partition_point(|&at| annotated.statements[at].span.start < passage.span.start);
        let within_it = |at: &&usize| annotated.statements[**at].span.start < passage.span.end;
        let mut beginning: Vec<usize> = by_start[first..].iter().take_while(within_it).copied().collect();
        model::order::sort(&mut beginning);
        let statements: Vec<&Statement> = beginning
            .iter()
            .map(|&at| &annotated.statements[at])
            .filter(|statement| passage.span.contains(statement.span))
            .collect();
        let mut entry = within(tables, Kind::Passage, index, annotated, passage.span);
        entry.paragraph = paragraph;
        entry.commitments = commitments(statements.iter().copied());
        entry.persons = persons(statements.iter().copied());
        entry.note.push_str(&said(passage.span, &statements));
        entries.push(entry);
    }
    if paragraph == 0 {
        entries.push(within(tables, Kind::Passage, index, annotated, Span::new(0, 0)));
    }
}

/// What a report puts in quotation marks and somebody is known to have said: these words, and nothing around them.
fn quotations(tables: &Tables<'_>, index: u32, annotated: &Annotated, entries: &mut Vec<Entry>) {
    for statement in annotated.statements.iter().filter(|statement| !statement.quotes.is_empty()) {
        for (quote, speaker) in statement.quotes.iter().zip(&statement.quoted) {
            if speaker.is_empty() {
                continue;
            }
            let mut entry = within(tables, Kind::Quotation, index, annotated, *quote);
            // A word or two in quotation marks are a name or a doubt, and no utterance.
            if entry.text.split_whitespace().count() < FEWEST_QUOTED {
                continue;
            }
            entry.persons = vec![speaker.clone()];
            entry.commitments = vec![statement.commitment];
            entries.push(entry);
        }
    }
}

/// What a passage says on somebody's word, or not as a fact: a line for each such statement, with where it stands in the
/// passage, its commitment and who holds it, as the viewer reads it.
fn said(passage: Span, statements: &[&Statement]) -> String {
    let mut lines = String::new();
    for statement in statements.iter().filter(|statement| statement.commitment != Commitment::Asserted) {
        let holder = statement.holders.get(1..).and_then(<[_]>::last).map_or("", |holder| holder.name.as_str());
        let (start, end) = (statement.span.start - passage.start, statement.span.end - passage.start);
        let line = format!("{start} {end} {} {holder}\n", statement.commitment.word());
        if lines.len() + line.len() > MOST_SAID {
            break;
        }
        lines.push_str(&line);
    }
    lines
}

fn claim_entry(tables: &Tables<'_>, claim: &Claim) -> Entry {
    let mut sentences: Vec<&str> = Vec::new();
    let mut found = Vec::new();
    for member in &claim.members {
        let Some(annotated) = tables.documents.get(member.document as usize) else { continue };
        let Some(statement) = annotated.statements.get(member.statement as usize) else { continue };
        found.push(statement);
        let sentence = tables.cut(member.document, statement.span);
        if sentences.len() < SAID && !sentences.contains(&sentence) {
            sentences.push(sentence);
        }
    }
    let count = |number: usize, what: &str| format!("{number} {what}{}", if number == 1 { "" } else { "s" });
    let people = claim.entities.iter().filter_map(|id| tables.entity(id));
    Entry {
        persons: people.filter(|entity| entity.kind == EntityKind::Person).map(|entity| entity.name.clone()).collect(),
        commitments: commitments(found.into_iter()),
        published: claim.members.iter().find_map(|member| {
            tables.documents.get(member.document as usize).and_then(|annotated| annotated.document.published.clone())
        }),
        note: format!(
            "{}{}{} · {}",
            match claim.standing {
                Standing::Differs => "differs, ",
                Standing::Agreed => "agreed, ",
                // The counts tell.
                Standing::OneOrigin => "",
                Standing::Perhaps => "perhaps agreed, ",
            },
            if claim.open { "open, " } else { "" },
            count(claim.articles(), "article"),
            count(claim.count_origins(), "origin"),
        ),
        ..Entry::new(Kind::Claim, claim.id.as_str(), claim.title.as_str(), sentences.join(" "))
    }
}

fn person_entry(tables: &Tables<'_>, person: &Person) -> Entry {
    let mut known_as: Vec<&str> = vec![&person.role];
    known_as.extend(person.entity.aliases.iter().map(String::as_str));
    known_as.retain(|words| !words.is_empty());
    Entry {
        persons: vec![person.entity.name.clone()],
        // As often as their page tells it.
        note: match sayings(tables, person).len() {
            1 => "quoted once".to_owned(),
            times => format!("quoted {times} times"),
        },
        ..Entry::new(Kind::Person, person.entity.id.as_str(), person.entity.name.as_str(), known_as.join("; "))
    }
}

/// The commitments of some statements, each once, in the order of the legend.
fn commitments<'s>(statements: impl Iterator<Item = &'s Statement>) -> Vec<Commitment> {
    let mut commitments: Vec<Commitment> = statements.map(|statement| statement.commitment).collect();
    model::order::sort(&mut commitments);
    commitments.dedup();
    commitments
}

/// The names of the people in some statements, and of those who say them.
fn persons<'s>(statements: impl Iterator<Item = &'s Statement>) -> Vec<String> {
    let mut names = BTreeSet::new();
    for statement in statements {
        let mentioned = statement.participants.iter().filter(|mention| mention.kind == EntityKind::Person);
        names.extend(mentioned.map(|mention| mention.name.clone()));
        names.extend(statement.holders.iter().skip(1).map(|holder| holder.name.clone()));
    }
    names.into_iter().collect()
}
