//! From a request to its answer: the words, what has them, what narrows that, and the first of it with excerpts.

use super::answer::{Documents, Request, Response, Sort, Step};
use super::narrow::{First, Sieve, Tally};
use super::plan::Plan;
use super::resolve::Match;
use super::syntax::{Clause, Query, Unit};
use crate::Kind;
use crate::files::{Facets, NOBODY, OUTLET, PERSON, PackError, Store, Wanted, signed};
use crate::order::distinct;
use crate::rank::{self, Aim, Goal, Scored, Stats, Weights};

/// See [`super::Searcher::search`].
pub(super) fn search(store: &Store, weights: Weights, request: &Request) -> Result<Step, PackError> {
    let query = Query::parse(&request.query);
    let mut wanted = Wanted::default();
    let (plan, scored) = answers(store, &query, request, Stats::of(store.layout.size, weights), &mut wanted)?;
    let sieve = Sieve::new(&query, request, &store.layout.outlets);
    let needs_facets = sieve.narrows() || request.sort != Sort::Relevance;
    let columns = store.by_column(&scored, |part| if needs_facets { wanted.now(part) } else { wanted.later(part) });
    if wanted.waits() > 0 {
        return Ok(Step::Need(wanted.need()));
    }
    let mut response = Response::default();
    let (offset, limit) = (request.offset as usize, request.limit as usize);
    let mut first = First::new(request.sort, offset.saturating_add(limit));
    let mut tally = Tally::default();
    let mut documents = Vec::new();
    let mut pass = |one: Scored, row: Option<Facets>| {
        let fails = row.map_or(0, |row| sieve.fails(row));
        let row = row.unwrap_or(NOBODY);
        tally.count(row, fails);
        if fails == 0 {
            response.total += 1;
            if documents.last() != Some(&row.document) {
                documents.push(row.document);
            }
            first.add(one, row);
        }
    };
    columns.into_iter().for_each(|column| column.each(&mut pass));
    response.documents = count(&documents);
    response.counts = tally.finish(&store.layout.outlets);
    let first = first.finish();
    let forms = plan.forms();
    for one in first.iter().skip(offset) {
        response.hits.extend(store.card(one.entry, &mut wanted).map(|entry| plan.hit(entry, one.score, &forms)));
    }
    if wanted.waits() > 0 {
        return Ok(Step::Need(wanted.need()));
    }
    drop(forms);
    plan.tell(&request.query, &mut response);
    response.read_as_facets = query.read_as_facets;
    response.unknown_fields = query.unknown_fields;
    response.complete = !wanted.too_much;
    response.more = wanted.all();
    response.complete &= response.more.is_empty();
    Ok(Step::Done(Box::new(response)))
}

/// Ranks whole documents by their best passages, whose scores count the document in. All that a full
/// answer takes is asked for; see [`super::Searcher::documents`].
pub(super) fn documents(store: &Store, weights: Weights, request: &Request) -> Result<Documents, PackError> {
    let query = Query::parse(&request.query);
    let mut wanted = Wanted::default();
    let (_, scored) = answers(store, &query, request, Stats::of(store.layout.size, weights), &mut wanted)?;
    let columns = store.by_column(&scored, |part| wanted.now(part));
    let sieve = Sieve::new(&query, request, &store.layout.outlets);
    // By the number of the document: its best passage.
    let mut documents: Vec<Option<Scored>> = Vec::new();
    let mut pass = |one: Scored, row: Option<Facets>| {
        let Some(row) = row.filter(|row| row.kind == Some(Kind::Passage) && sieve.fails(*row) == 0) else { return };
        let number = row.document as usize;
        if documents.len() <= number {
            documents.resize(number + 1, None);
        }
        let best = documents[number].get_or_insert(one);
        if one.score > best.score {
            *best = one;
        }
    };
    columns.into_iter().for_each(|column| column.each(&mut pass));
    let mut first = First::new(Sort::Relevance, request.limit as usize);
    documents.into_iter().flatten().for_each(|best| first.add(best, NOBODY));
    let mut ranked = Vec::new();
    for one in first.finish() {
        ranked.extend(store.card(one.entry, &mut wanted).map(|entry| (entry.id.clone(), one.score)));
    }
    let missing = wanted.all();
    Ok(if missing.is_empty() { Documents::Done(ranked) } else { Documents::Need(missing) })
}

/// The entries that answer a query's words and stand where its names say, by number; fewer where something is wanted.
fn answers(
    store: &Store,
    query: &Query,
    request: &Request,
    stats: Stats,
    wanted: &mut Wanted,
) -> Result<(Plan, Vec<Scored>), PackError> {
    let mut plan = Plan::of(query, request, store, stats, wanted)?;
    let mut scored = if !plan.goals.is_empty() {
        let found = rank::score(&plan.goals, &plan.senses, stats);
        if found.is_empty() && plan.goals.iter().any(|goal| goal.required) {
            // The phrases stand nowhere: their words do as well.
            plan.relaxed = query.clauses.iter().filter_map(together).collect();
            rank::score(&plan.loosened(), &plan.senses, stats)
        } else {
            found
        }
    } else if query.is_wordless() && asks(query, request) {
        store.everything(wanted).into_iter().map(|entry| Scored { entry, score: 0.0 }).collect()
    } else {
        Vec::new()
    };
    keep_named(store, query, &mut scored, wanted)?;
    leave_out(store, query, stats, &mut scored, wanted)?;
    Ok((plan, scored))
}

/// Keeps what names in the query ask for, and takes away what they ask not to be there.
fn keep_named(store: &Store, query: &Query, scored: &mut Vec<Scored>, wanted: &mut Wanted) -> Result<(), PackError> {
    let mut keep = |these: &[u32], stay: bool| {
        scored.retain(|one| these.binary_search(&one.entry).is_ok() == stay);
    };
    if !query.outlets.is_empty() {
        let mut any = Vec::new();
        for words in &query.outlets {
            any.extend(named(store, OUTLET, words, wanted)?);
        }
        keep(&distinct(any), true);
    }
    for words in &query.persons {
        keep(&named(store, PERSON, words, wanted)?, true);
    }
    for words in &query.without_outlets {
        keep(&named(store, OUTLET, words, wanted)?, false);
    }
    for words in &query.without_persons {
        keep(&named(store, PERSON, words, wanted)?, false);
    }
    Ok(())
}

/// Takes away what has words that are not to be there.
fn leave_out(
    store: &Store,
    query: &Query,
    stats: Stats,
    scored: &mut Vec<Scored>,
    wanted: &mut Wanted,
) -> Result<(), PackError> {
    for unit in &query.without {
        let mut plan = Plan::default();
        let how = if matches!(unit, Unit::Phrase(_)) { Match::Form } else { Match::Stem };
        let mut slots = Vec::new();
        for (term, _) in unit.terms() {
            slots.push(plan.slot(term, how, false, store, wanted)?);
        }
        let goal = Goal { units: vec![Aim::Phrase(slots)], required: true };
        let these = rank::score(&[goal], &plan.senses, stats);
        scored.retain(|one| these.binary_search_by(|other| other.entry.cmp(&one.entry)).is_err());
    }
    Ok(())
}

/// The entries that have all words of a name.
fn named(store: &Store, sign: char, words: &[String], wanted: &mut Wanted) -> Result<Vec<u32>, PackError> {
    let mut all: Option<Vec<u32>> = None;
    for word in words {
        let sense = store.sense(&signed(sign, word), Match::Form, false, wanted)?;
        let these = sense.list.entries();
        match &mut all {
            Some(all) => all.retain(|entry| these.binary_search(entry).is_ok()),
            None => all = Some(these.to_vec()),
        }
    }
    Ok(all.unwrap_or_default())
}

/// How many documents there are among the numbers of some, without number 0.
fn count(documents: &[u32]) -> u32 {
    let mut seen = vec![false; documents.iter().max().map_or(0, |most| *most as usize + 1)];
    documents.iter().for_each(|number| seen[*number as usize] = *number > 0);
    seen.into_iter().map(u32::from).sum()
}

/// What a clause asks to be there, as typed.
fn together(clause: &Clause) -> Option<String> {
    let typed: Vec<&str> = clause.units.iter().flat_map(Unit::terms).map(|(term, _)| term.typed.as_str()).collect();
    (clause.required || clause.units.iter().any(|unit| matches!(unit, Unit::Phrase(_)))).then(|| typed.join(" "))
}

/// Whether a query without words asks for something.
fn asks(query: &Query, request: &Request) -> bool {
    let chosen = [request.kinds.len(), request.outlets.len(), request.commitments.len(), request.years.len()];
    chosen != [0; 4] || *query != (Query { open: query.open, ..Query::default() })
}
