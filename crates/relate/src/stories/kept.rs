//! What came of comparing an area, kept by all that it was compared by: as long as nothing of that changes, whatever
//! becomes of the other documents, it need not be compared again.
//!
//! Numbers of terms, people and documents are those of one run: a new word in any document moves those behind it. So they
//! are told by their order within the area, on which the order of sums hangs, and by nothing else.

use model::Day;
use model::keep::Keep;

use super::groups::{Compared, anew};
use crate::features::{Features, Number, Said, Sort, Space, Term, Token, Vector};
use crate::ground::linkage::Link;
use crate::ground::maps::Map;

/// Groups and near pairs as they are kept.
type Written = (Vec<Vec<u32>>, Vec<(u32, u32, f32)>);

/// As [`anew`], or what that made of the same before; `by` tells what the statements are [`compared_with`], or is a digest of it.
pub(crate) fn kept(keep: &dyn Keep, by: &[u8], space: &Space, documents: &[u32], indices: &[u32]) -> Compared {
    let mut made = None;
    let bytes = keep.kept("compared", &[by], &mut || {
        let compared = made.insert(anew(space, documents, indices));
        written(compared)
    });
    let before = || read(&bytes?, indices.len());
    made.or_else(before).unwrap_or_else(|| anew(space, documents, indices))
}

fn written(compared: &Compared) -> Option<Vec<u8>> {
    let near: Vec<(u32, u32, f32)> = compared.near.iter().map(|link| (link.a, link.b, link.score)).collect();
    model::coding::encode(&(&compared.groups, &near)).ok()
}

/// What was kept of so many statements; `None` where it speaks of others.
fn read(bytes: &[u8], statements: usize) -> Option<Compared> {
    let (groups, near): Written = model::coding::decode(bytes).ok()?;
    let within = |at: &u32| (*at as usize) < statements;
    let near: Vec<Link> = near.into_iter().map(|(a, b, score)| Link { a, b, score }).collect();
    let all = groups.iter().flatten().all(within) && near.iter().all(|link| within(&link.a) && within(&link.b));
    all.then_some(Compared { groups, near })
}

/// All that statements of an area are compared by, as bytes.
pub(crate) fn compared_with(space: &Space, documents: &[u32], indices: &[u32]) -> Vec<u8> {
    let statements = || indices.iter().map(|&index| &space.statements[index as usize]);
    let about = documents.iter().map(|&document| &space.documents[document as usize]);
    let mut pen = Pen { terms: ranks(about, statements()), people: Map::default(), bytes: Vec::new() };
    pen.count(documents.len());
    for &document in documents {
        let document = document as usize;
        pen.vector(&space.documents[document]);
        pen.weight(space.support[document]);
        pen.days(space.published[document]);
    }
    pen.count(indices.len());
    for statement in statements() {
        pen.statement(documents, statement);
    }
    pen.bytes
}

/// The terms of an area, each with its place in their order.
fn ranks<'a>(
    documents: impl Iterator<Item = &'a Vector>,
    statements: impl Iterator<Item = &'a Features>,
) -> Map<Term, u32> {
    let mut ranks: Map<Term, u32> = Map::default();
    let mut see = |term: Term| _ = ranks.insert(term, 0);
    documents.flatten().for_each(|&(term, _)| see(term));
    for Features { terms, wide, events, names, places, said, .. } in statements {
        [terms, wide, events, names].into_iter().flatten().for_each(|&(term, _)| see(term));
        [places, &said.subject, &said.front, &said.behind].into_iter().flatten().for_each(|&term| see(term));
        said.order.iter().for_each(|token| see(token.term));
        said.verb.into_iter().for_each(&mut see);
    }
    let mut order: Vec<Term> = ranks.keys().copied().collect();
    model::order::sort(&mut order);
    (0..).zip(order).for_each(|(rank, term)| _ = ranks.insert(term, rank));
    ranks
}

/// Writes what things are compared by.
struct Pen {
    terms: Map<Term, u32>,
    /// People in the order in which they are written first: nothing hangs on any other.
    people: Map<u32, u32>,
    bytes: Vec<u8>,
}

impl Pen {
    /// All of a statement. Who adds a field has to name it here.
    fn statement(&mut self, documents: &[u32], statement: &Features) {
        let Features {
            document,
            terms,
            wide,
            events,
            names,
            sentence,
            day,
            days,
            places,
            time,
            speakers,
            expected,
            denied,
            said,
            // It is looked at when claims are put together.
            denies: _,
            lead,
        } = statement;
        self.count(documents.partition_point(|own| own < document));
        [terms, wide, events, names].into_iter().for_each(|vector| self.vector(vector));
        self.number(*sentence);
        self.days(day.map(|(day, _)| (day, day)));
        self.weight(day.map_or(0.0, |(_, rarity)| rarity));
        self.days(*days);
        self.terms(places);
        self.days(*time);
        self.count(speakers.len());
        for speaker in speakers {
            let next = self.people.len() as u32;
            let person = *self.people.entry(*speaker).or_insert(next);
            self.number(person);
        }
        self.flags(&[*expected, *denied]);
        self.weight(*lead);
        self.said(said);
    }

    fn said(&mut self, said: &Said) {
        let Said {
            order,
            words,
            verb,
            passive,
            // It is looked at when claims are put together.
            deed: _,
            subject,
            pronoun,
            front,
            behind,
            numbers,
            negated,
            nots,
            denied,
            expected,
            modal,
            conditional,
        } = said;
        self.count(order.len());
        for Token { term, sort, rarity, aside } in order {
            self.term(*term);
            self.flags(&[*sort == Sort::Event, *sort == Sort::Name, *aside]);
            self.weight(*rarity);
        }
        self.count(words.len());
        words.iter().for_each(|word| self.number(*word));
        self.flags(&[verb.is_some(), *passive, *negated, *denied, *expected, *modal, *conditional]);
        verb.iter().for_each(|verb| self.term(*verb));
        let pronoun = pronoun.unwrap_or_default();
        self.count(pronoun.len());
        self.bytes.extend(pronoun.as_bytes());
        [subject, front, behind].into_iter().for_each(|terms| self.terms(terms));
        self.count(*nots);
        self.count(numbers.len());
        for Number { low, high, unit } in numbers {
            [low.to_bits(), high.to_bits(), *unit].into_iter().for_each(|part| self.bytes.extend(part.to_le_bytes()));
        }
    }

    fn vector(&mut self, vector: &Vector) {
        self.count(vector.len());
        for &(term, weight) in vector {
            self.term(term);
            self.weight(weight);
        }
    }

    fn terms(&mut self, terms: &[Term]) {
        self.count(terms.len());
        terms.iter().for_each(|term| self.term(*term));
    }

    fn term(&mut self, term: Term) {
        // All were seen before.
        let rank = self.terms.get(&term).copied().unwrap_or(u32::MAX);
        self.number(rank);
    }

    fn days(&mut self, days: Option<(Day, Day)>) {
        self.flags(&[days.is_some()]);
        if let Some((first, last)) = days {
            [first, last].into_iter().for_each(|day| self.bytes.extend(day.0.to_le_bytes()));
        }
    }

    fn flags(&mut self, flags: &[bool]) {
        self.bytes.extend(flags.iter().map(|&flag| u8::from(flag)));
    }

    fn weight(&mut self, weight: f32) {
        self.bytes.extend(weight.to_bits().to_le_bytes());
    }

    fn count(&mut self, count: usize) {
        self.bytes.extend((count as u64).to_le_bytes());
    }

    fn number(&mut self, number: u32) {
        self.bytes.extend(number.to_le_bytes());
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::sync::Mutex;

    use super::*;
    use crate::features::unit;

    /// What was given, by its key, and how often something had to be made.
    type Kept = (BTreeMap<Vec<u8>, Vec<u8>>, usize);

    /// Keeps what it was given, and counts how often something had to be made.
    #[derive(Default)]
    struct Shelf(Mutex<Kept>);

    impl Keep for Shelf {
        fn kept(&self, _: &str, parts: &[&[u8]], make: &mut dyn FnMut() -> Option<Vec<u8>>) -> Option<Vec<u8>> {
            let mut shelf = self.0.lock().expect("nobody panicked");
            let key = parts.concat();
            if !shelf.0.contains_key(&key) {
                shelf.1 += 1;
                shelf.0.insert(key.clone(), make()?);
            }
            shelf.0.get(&key).cloned()
        }
    }

    /// A statement of some words, which count from `first`, by a speaker.
    fn statement(document: u32, words: &[u32], first: u32, speaker: u32) -> Features {
        let vector = |every: u32| unit(words.iter().filter(|&&w| w % every == 0).map(|&w| (first + w, 1.0)).collect());
        Features {
            document,
            terms: vector(1),
            wide: vector(1),
            events: vector(2),
            names: vector(3),
            sentence: words[0],
            day: Some((Day(9), 0.5)),
            days: None,
            places: vec![first + words[0]],
            time: None,
            speakers: vec![speaker],
            expected: false,
            denied: false,
            said: Said { verb: Some(first + 90), ..Said::default() },
            denies: None,
            lead: 0.5,
        }
    }

    /// Two documents behind `before` others, with words and people that count from `first`.
    fn space(before: u32, first: u32, last_word: u32) -> Space {
        let statements = vec![
            statement(before, &[1, 2, 3, 6], first, first),
            statement(before, &[4, 5, 8], first, first + 1),
            statement(before + 1, &[1, 2, 3, last_word], first, first),
        ];
        let count = before as usize + 2;
        let about = |_| unit(vec![(first + 1, 1.0), (first + 2, 2.0)]);
        Space {
            statements,
            documents: (0..count).map(about).collect(),
            support: vec![0.5; count],
            published: vec![Some((Day(3), Day(3))); count],
            areas: Vec::new(),
            neighbours: Vec::new(),
        }
    }

    #[test]
    fn what_is_kept_is_what_would_be_made() {
        let shelf = Shelf::default();
        let made = |space: &Space, before: u32| {
            let documents = [before, before + 1];
            let by = compared_with(space, &documents, &[0, 1, 2]);
            let compared = kept(&shelf, &by, space, &documents, &[0, 1, 2]);
            assert_eq!(compared, anew(space, &documents, &[0, 1, 2]));
            shelf.0.lock().expect("nobody panicked").1
        };
        assert_eq!(made(&space(0, 0, 6), 0), 1);
        assert_eq!(made(&space(0, 0, 6), 0), 1, "the same again");
        assert_eq!(made(&space(4, 700, 6), 4), 1, "other documents before it, with words and people of their own");
        assert_eq!(made(&space(0, 0, 7), 0), 2, "another word");
        let mut later = space(0, 0, 6);
        later.published[1] = Some((Day(4), Day(4)));
        assert_eq!(made(&later, 0), 3, "another day");
        let mut turned = space(0, 0, 6);
        turned.statements[2].said.passive = true;
        assert_eq!(made(&turned, 0), 4, "another form");
    }

    #[test]
    fn what_is_damaged_is_made_anew() {
        struct Damaged;
        impl Keep for Damaged {
            fn kept(&self, _: &str, _: &[&[u8]], _: &mut dyn FnMut() -> Option<Vec<u8>>) -> Option<Vec<u8>> {
                model::coding::encode(&(vec![vec![7_u32]], Vec::<(u32, u32, f32)>::new())).ok()
            }
        }
        let space = space(0, 0, 6);
        assert_eq!(kept(&Damaged, &[], &space, &[0, 1], &[0, 1, 2]), anew(&space, &[0, 1], &[0, 1, 2]));
    }
}
