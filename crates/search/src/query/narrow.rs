//! What narrows results, counts them, and puts them in order.

use model::{Commitment, Day};

use super::answer::{Counts, Request, Sort};
use super::syntax::Query;
use crate::Kind;
use crate::files::Facets;
use crate::order::{sort, sort_large};
use crate::rank::Scored;

/// What keeps entries of some facets back.
pub(crate) struct Sieve {
    kinds: Vec<Kind>,
    commitments: Vec<Commitment>,
    outlets: Vec<u32>,
    years: Vec<i32>,
    after: Option<Day>,
    before: Option<Day>,
}

/// Bits of the facets that an entry fails.
const FAILS_KIND: u8 = 1;
const FAILS_COMMITMENT: u8 = 2;
const FAILS_OUTLET: u8 = 4;
const FAILS_YEAR: u8 = 8;
const FAILS_DAYS: u8 = 16;

impl Sieve {
    pub(crate) fn new(query: &Query, request: &Request, names: &[String]) -> Self {
        let outlet = |name: &String| match name.is_empty() {
            true => 0,
            // A name that is none of this corpus keeps everything back.
            false => names.binary_search(name).map_or(u32::MAX, |index| index as u32 + 1),
        };
        Self {
            kinds: query.kinds.iter().chain(&request.kinds).copied().collect(),
            commitments: query.commitments.iter().chain(&request.commitments).copied().collect(),
            outlets: query.unknown_outlet.then_some(0).into_iter().chain(request.outlets.iter().map(outlet)).collect(),
            years: query.years.iter().chain(&request.years).copied().collect(),
            after: query.after,
            before: query.before,
        }
    }

    /// Whether it keeps anything back.
    pub(crate) fn narrows(&self) -> bool {
        !self.kinds.is_empty()
            || !self.commitments.is_empty()
            || !self.outlets.is_empty()
            || !self.years.is_empty()
            || self.after.is_some()
            || self.before.is_some()
    }

    /// The facets by which an entry is kept back, as bits; 0 where it passes.
    pub(crate) fn fails(&self, row: Facets) -> u8 {
        let mut fails = 0;
        if !self.kinds.is_empty() && !row.kind.is_some_and(|kind| self.kinds.contains(&kind)) {
            fails |= FAILS_KIND;
        }
        if !self.commitments.is_empty() && !self.commitments.iter().any(|c| row.has(*c)) {
            fails |= FAILS_COMMITMENT;
        }
        if !self.outlets.is_empty() && !self.outlets.contains(&row.outlet) {
            fails |= FAILS_OUTLET;
        }
        if !self.years.is_empty() && !row.day.is_some_and(|day| self.years.contains(&day.year())) {
            fails |= FAILS_YEAR;
        }
        let late = self.after.is_none_or(|after| row.day.is_some_and(|day| day >= after));
        let early = self.before.is_none_or(|before| row.day.is_some_and(|day| day < before));
        if !late || !early {
            fails |= FAILS_DAYS;
        }
        fails
    }
}

/// Counts for every facet value.
#[derive(Default)]
pub(crate) struct Tally {
    kinds: [u32; 4],
    commitments: [u32; 5],
    outlets: Vec<u32>,
    years: Vec<(i32, u32)>,
    /// The day that was counted last and the place of its year: entries of a document follow each other.
    last: Option<(Day, usize)>,
}

impl Tally {
    /// Counts an entry where it would be, were only one facet's own choice lifted.
    pub(crate) fn count(&mut self, row: Facets, fails: u8) {
        let but_for = |facet: u8| fails & !facet == 0;
        let Some(kind) = row.kind else { return };
        if but_for(FAILS_KIND) {
            self.kinds[kind as usize] += 1;
        }
        if but_for(FAILS_COMMITMENT) {
            for (count, commitment) in self.commitments.iter_mut().zip(Commitment::ALL) {
                *count += u32::from(row.has(commitment));
            }
        }
        if but_for(FAILS_OUTLET) && matches!(kind, Kind::Passage | Kind::Quotation) {
            let outlet = row.outlet as usize;
            if self.outlets.len() <= outlet {
                self.outlets.resize(outlet + 1, 0);
            }
            self.outlets[outlet] += 1;
        }
        if but_for(FAILS_YEAR)
            && let Some(day) = row.day
        {
            self.count_day(day);
        }
    }

    fn count_day(&mut self, day: Day) {
        let place = match self.last {
            Some((last, place)) if last == day => place,
            _ => self.place(day.year()),
        };
        self.last = Some((day, place));
        self.years[place].1 += 1;
    }

    /// The place of a year among those that are counted.
    fn place(&mut self, year: i32) -> usize {
        self.years.iter().position(|(known, _)| *known == year).unwrap_or_else(|| {
            self.years.push((year, 0));
            self.years.len() - 1
        })
    }

    pub(crate) fn finish(mut self, names: &[String]) -> Counts {
        let name = |outlet: usize| outlet.checked_sub(1).and_then(|i| names.get(i)).cloned().unwrap_or_default();
        let counted = self.outlets.into_iter().enumerate().filter(|(_, count)| *count > 0);
        let mut outlets: Vec<(String, u32)> = counted.map(|(outlet, count)| (name(outlet), count)).collect();
        sort_large(&mut outlets, &|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        sort_large(&mut self.years, &|a, b| a.0.cmp(&b.0));
        Counts { kinds: self.kinds, commitments: self.commitments, outlets, years: self.years }
    }
}

/// A result's place: the lower the rank, the earlier; ties by number, which is the order of publication.
#[derive(Clone, Copy)]
struct Place {
    rank: u64,
    one: Scored,
}

/// The first results in order, kept while all pass by.
pub(crate) struct First {
    sort: Sort,
    most: usize,
    places: Vec<Place>,
    /// What no later result needs to be compared with the rest for.
    worst: u64,
}

impl First {
    pub(crate) fn new(sort: Sort, most: usize) -> Self {
        Self { sort, most, places: Vec::new(), worst: u64::MAX }
    }

    pub(crate) fn add(&mut self, one: Scored, row: Facets) {
        let score = u64::from(!rising(one.score));
        let rank = match (self.sort, row.day) {
            (Sort::Relevance, _) => score,
            (Sort::Newest, Some(Day(day))) => u64::from(!(day as u32 ^ 1 << 31)) << 32 | score,
            (Sort::Oldest, Some(Day(day))) => u64::from(day as u32 ^ 1 << 31) << 32 | score,
            (_, None) => u64::from(u32::MAX) << 32 | score,
        };
        if rank > self.worst {
            return;
        }
        self.places.push(Place { rank, one });
        if self.places.len() > 2 * self.most + 256 {
            self.settle();
        }
    }

    fn settle(&mut self) {
        sort(&mut self.places, &|a, b| a.rank.cmp(&b.rank).then(a.one.entry.cmp(&b.one.entry)));
        if self.places.len() >= self.most {
            self.places.truncate(self.most);
            self.worst = self.places.last().map_or(0, |place| place.rank);
        }
    }

    pub(crate) fn finish(mut self) -> Vec<Scored> {
        self.settle();
        self.places.into_iter().map(|place| place.one).collect()
    }
}

/// A number that rises with a score.
fn rising(score: f32) -> u32 {
    let bits = score.to_bits();
    if bits >> 31 == 0 { bits | 1 << 31 } else { !bits }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::files::NOBODY;

    proptest! {
        #[test]
        fn the_first_are_those_that_sorting_all_gives(scores in prop::collection::vec(-3i8..9, 0..900), most in 1usize..9) {
            let mut first = First::new(Sort::Relevance, most);
            let all: Vec<Scored> =
                (0..).zip(&scores).map(|(entry, score)| Scored { entry, score: f32::from(*score) }).collect();
            all.iter().for_each(|one| first.add(*one, NOBODY));
            let mut sorted = all;
            sorted.sort_by(|a, b| b.score.total_cmp(&a.score));
            sorted.truncate(most);
            prop_assert_eq!(first.finish(), sorted);
        }
    }
}
