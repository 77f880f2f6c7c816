//! Words that a passage does not have though its nearest passages do: found when building, and counted a little when
//! ranking, so that what is told in other words is found as well.
//!
//! Document expansion from the nearest neighbours: Tao et al., "Language model information retrieval with document
//! expansion" (NAACL 2006). It answers much as feedback from the best results does, and costs a search no fetch.

use std::collections::HashMap;

use model::cores::{Cores, map};
use rustc_hash::FxBuildHasher;

use super::indexer::{Indexer, Related};
use crate::logarithm::ln;
use crate::text::stem;

/// How many of its words a passage is compared by: those that tell the most.
const TELLING: usize = 20;

/// By how many passages' share of it a word is compared: those that it tells the most of.
const COMPARED: usize = 64;

/// How many of the nearest passages are listened to.
const NEAREST: usize = 5;

/// How near they must be, as a cosine.
const NEAR: f32 = 0.1;

/// How many of them must have a word.
const SHARED_BY: u32 = 2;

/// How large a share of the nearest, weighed by how near they are, is most of them.
const MOST: f32 = 0.8;

/// A form, a stem or a passage by number, and how often it stands or what it weighs.
type Weighed = (u32, f32);

/// What some passages share with those nearest to them: occurrences, and forms with the row that is found by them as well.
#[derive(Default)]
struct Found {
    shared: Vec<usize>,
    forms: Vec<(u32, u32, bool)>,
}

/// The words of passages: how often each has each stem, rising.
struct Passages(Vec<Vec<Weighed>>);

/// Passages that one core looks at in one go.
const AT_A_TIME: usize = 512;

/// What passages share with those nearest to them: at most `most` forms a passage that it does not have. `rows` are the
/// entries to look at, by their place among those that were added, rising.
pub(crate) fn related(cores: &dyn Cores, indexer: &Indexer, rows: &[usize], most: usize) -> Related {
    if most == 0 {
        return Related::default();
    }
    let forms = indexer.forms.all();
    let mut related = Related { forms: vec![Vec::new(); forms.len()], shared: vec![false; indexer.occurrences()] };
    let (stems, shown) = stems(indexer, rows, &forms);
    let passages = Passages::of(indexer, rows, &stems);
    let rarity = passages.rarity(shown.len());
    let (telling, having) = passages.telling(&rarity);
    let look = |from: usize| {
        let mut found = Found::default();
        let (mut near, mut shared) = (Sums::new(rows.len()), Sums::new(shown.len()));
        for (passage, telling) in telling.iter().enumerate().skip(from).take(AT_A_TIME) {
            for (stem, weight) in telling {
                having[*stem as usize].iter().for_each(|(other, beside)| near.add(*other, weight * beside, 0.0));
            }
            let likeness =
                |other: u32, sum: &Sum| (other as usize != passage && sum.weight >= NEAR).then_some(sum.weight);
            let nearest = near.take(NEAREST, likeness);
            let all: f32 = nearest.iter().map(|(_, likeness)| likeness).sum();
            for (other, likeness) in nearest {
                let words = &passages.0[other as usize];
                let length: f32 = words.iter().map(|(_, often)| often).sum();
                words.iter().for_each(|(stem, often)| shared.add(*stem, likeness * often / length, likeness));
            }
            for (occurrence, form, _) in indexer.counts(rows[passage]) {
                let share = stems[form as usize].map_or(0.0, |stem| shared.get(stem).share);
                if share > 0.0 && share >= MOST * all {
                    found.shared.push(occurrence);
                }
            }
            let own = &passages.0[passage];
            let tells = |stem: u32, sum: &Sum| {
                let new = sum.times >= SHARED_BY && own.binary_search_by_key(&stem, |word| word.0).is_err();
                new.then_some((sum.weight * rarity[stem as usize], sum.share))
            };
            for (stem, (_, share)) in shared.take(most, tells) {
                found.forms.push((shown[stem as usize], rows[passage] as u32, share >= MOST * all));
            }
        }
        found
    };
    for found in map(cores, telling.len().div_ceil(AT_A_TIME), |part| look(part * AT_A_TIME)) {
        found.shared.into_iter().for_each(|occurrence| related.shared[occurrence] = true);
        found.forms.into_iter().for_each(|(form, row, shared)| related.forms[form as usize].push((row, shared)));
    }
    related
}

impl Passages {
    /// Counts stems in place of forms.
    fn of(indexer: &Indexer, rows: &[usize], stems: &[Option<u32>]) -> Self {
        let words = rows.iter().map(|row| {
            let counts = indexer.counts(*row);
            let mut words: Vec<Weighed> =
                counts.filter_map(|(_, form, often)| Some((stems[form as usize]?, often))).collect();
            model::order::sort_by_key(&mut words, |word| word.0);
            words.dedup_by(|next, kept| {
                let same = next.0 == kept.0;
                kept.1 += if same { next.1 } else { 0.0 };
                same
            });
            words
        });
        Self(words.collect())
    }

    /// The rarity of each stem.
    fn rarity(&self, stems: usize) -> Vec<f32> {
        let mut passages = vec![0u32; stems];
        self.0.iter().flatten().for_each(|(stem, _)| passages[*stem as usize] += 1);
        let all = self.0.len() as f32;
        passages.into_iter().map(|having| ln((all + 1.0) / (having as f32 + 0.5))).collect()
    }

    /// The words that tell the most of each passage, as a vector of length 1, and for each word the passages that it tells
    /// the most of.
    fn telling(&self, rarity: &[f32]) -> (Vec<Vec<Weighed>>, Vec<Vec<Weighed>>) {
        let mut having: Vec<Vec<Weighed>> = vec![Vec::new(); rarity.len()];
        let mut telling = Vec::with_capacity(self.0.len());
        for (passage, words) in (0..).zip(&self.0) {
            let mut vector: Vec<Weighed> =
                words.iter().map(|(stem, often)| (*stem, (1.0 + ln(*often)) * rarity[*stem as usize])).collect();
            heaviest(&mut vector, TELLING);
            let length = vector.iter().map(|(_, weight)| weight * weight).sum::<f32>().sqrt();
            for (stem, weight) in &mut vector {
                *weight /= length;
                having[*stem as usize].push((passage, *weight));
            }
            telling.push(vector);
        }
        having.iter_mut().for_each(|passages| heaviest(passages, COMPARED));
        (telling, having)
    }
}

/// The stem of each form by number, where the form tells anything, and for each stem its most frequent form.
fn stems(indexer: &Indexer, rows: &[usize], forms: &[&str]) -> (Vec<Option<u32>>, Vec<u32>) {
    let mut often = vec![0.0f32; forms.len()];
    rows.iter().flat_map(|row| indexer.counts(*row)).for_each(|(_, form, times)| often[form as usize] += times);
    let mut known: HashMap<String, u32, FxBuildHasher> = HashMap::default();
    let mut shown: Vec<u32> = Vec::new();
    let numbers = (0u32..).zip(forms).map(|(form, letters)| {
        let number = letters.starts_with(|c: char| c.is_ascii_digit());
        if often[form as usize] == 0.0 || number || !indexer.forms.tells(form) {
            return None;
        }
        let stem = *known.entry(stem(letters)).or_insert(shown.len() as u32);
        match shown.get_mut(stem as usize) {
            Some(best) if often[form as usize] > often[*best as usize] => *best = form,
            Some(_) => {}
            None => shown.push(form),
        }
        Some(stem)
    });
    (numbers.collect(), shown)
}

/// Keeps the heaviest, ties by number.
fn heaviest<W: Heavy>(list: &mut Vec<(u32, W)>, most: usize) {
    let is_before = |a: &(u32, W), b: &(u32, W)| b.1.weight().total_cmp(&a.1.weight()).then(a.0.cmp(&b.0)).is_lt();
    // Those that are kept stand in front, in order.
    let mut kept = 0;
    for at in 0..list.len() {
        let one = list[at];
        if kept == most && list[..kept].last().is_none_or(|last| is_before(last, &one)) {
            continue;
        }
        let place = list[..kept].partition_point(|other| is_before(other, &one));
        kept = most.min(kept + 1);
        list.copy_within(place..kept - 1, place + 1);
        list[place] = one;
    }
    list.truncate(kept);
}

/// What was added under a number.
#[derive(Clone, Copy, Default)]
struct Sum {
    weight: f32,
    share: f32,
    times: u32,
}

/// Sums by number, most of them zero.
struct Sums {
    sums: Vec<Sum>,
    touched: Vec<u32>,
}

/// What is taken by weight.
trait Heavy: Copy {
    fn weight(self) -> f32;
}

impl Heavy for f32 {
    fn weight(self) -> f32 {
        self
    }
}

impl Heavy for (f32, f32) {
    fn weight(self) -> f32 {
        self.0
    }
}

impl Sums {
    fn new(numbers: usize) -> Self {
        Self { sums: vec![Sum::default(); numbers], touched: Vec::new() }
    }

    fn add(&mut self, number: u32, weight: f32, share: f32) {
        let sum = &mut self.sums[number as usize];
        if sum.times == 0 {
            self.touched.push(number);
        }
        sum.weight += weight;
        sum.share += share;
        sum.times += 1;
    }

    fn get(&self, number: u32) -> Sum {
        self.sums[number as usize]
    }

    /// Takes the heaviest, and begins anew. `weigh` gives the weight of a number by its sum; nothing where it is not to be
    /// taken.
    fn take<W: Heavy>(&mut self, most: usize, weigh: impl Fn(u32, &Sum) -> Option<W>) -> Vec<(u32, W)> {
        let mut taken = Vec::new();
        for number in self.touched.drain(..) {
            let sum = std::mem::take(&mut self.sums[number as usize]);
            taken.extend(weigh(number, &sum).map(|weight| (number, weight)));
        }
        heaviest(&mut taken, most);
        taken
    }
}

#[cfg(test)]
mod tests {
    use model::cores::OneCore;

    use super::*;
    use crate::{Entry, Kind};

    #[test]
    fn the_heaviest_are_kept_in_their_order() {
        let all: Vec<Weighed> = (0..40).map(|number| (number, ((number * 7) % 13) as f32)).collect();
        for most in [0, 1, 5, 39, 60] {
            let mut sorted = all.clone();
            sorted.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
            sorted.truncate(most);
            let mut kept = all.clone();
            heaviest(&mut kept, most);
            assert_eq!(kept, sorted, "{most}");
        }
    }

    #[test]
    fn a_word_of_two_near_passages_is_related() {
        let mut indexer = Indexer::default();
        for text in ["harbour bridge", "harbour bridge crane", "harbour bridge crane", "harvest hills"] {
            indexer.add(&Entry::new(Kind::Passage, "", "", text));
        }
        let related = related(&OneCore, &indexer, &[0, 1, 2, 3], 12);
        assert_eq!(indexer.forms.all(), ["harbour", "bridge", "crane", "harvest", "hills"]);
        assert_eq!(related.forms, [vec![], vec![], vec![(0, true)], vec![], vec![]]);
        assert_eq!(related.shared, [true, true, true, true, false, true, true, false, false, false]);
    }
}
