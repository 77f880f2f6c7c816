//! Words that a passage does not have though its nearest passages do: found when building, and counted a little when
//! ranking, so that what is told in other words is found as well.
//!
//! Document expansion from the nearest neighbours: Tao et al., "Language model information retrieval with document
//! expansion" (NAACL 2006). It answers much as feedback from the best results does, and costs a search no fetch.

use std::collections::HashMap;

use rustc_hash::FxBuildHasher;

use super::Indexer;
use crate::logarithm::ln;
use crate::order::sort;
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

/// A form, a stem or a passage by number, and how often it stands or what it weighs.
type Weighed = (u32, f32);

/// The words of passages.
struct Passages {
    /// Numbers of their entries, and the classes of their lengths.
    entries: Vec<(u32, u8)>,
    /// How often each has each stem, rising.
    words: Vec<Vec<Weighed>>,
}

/// For each form the entries that it is related to, rising, with the classes of their lengths: at most `most` forms an
/// entry. `rows` are the entries to look at, by their place among those that were added.
pub(crate) fn related(indexer: &Indexer, rows: &[usize], most: usize) -> Vec<Vec<(u32, u8)>> {
    if most == 0 {
        return Vec::new();
    }
    let forms = indexer.forms.all();
    let mut related = vec![Vec::new(); forms.len()];
    let (stems, shown) = stems(indexer, rows, &forms);
    let passages = Passages::of(indexer, rows, &stems);
    let rarity = passages.rarity(shown.len());
    let (telling, having) = passages.telling(&rarity);
    let (mut near, mut shared) = (Sums::new(rows.len()), Sums::new(shown.len()));
    for (passage, telling) in telling.iter().enumerate() {
        for (stem, weight) in telling {
            having[*stem as usize].iter().for_each(|(other, beside)| near.add(*other, weight * beside));
        }
        let likeness =
            |other: u32, likeness: f32, _| (other as usize != passage && likeness >= NEAR).then_some(likeness);
        for (other, likeness) in near.take(NEAREST, likeness) {
            let words = &passages.words[other as usize];
            let length: f32 = words.iter().map(|(_, often)| often).sum();
            words.iter().for_each(|(stem, often)| shared.add(*stem, likeness * often / length));
        }
        let own = &passages.words[passage];
        let tells = |stem: u32, weight: f32, passages: u32| {
            let new = passages >= SHARED_BY && own.binary_search_by_key(&stem, |word| word.0).is_err();
            new.then_some(weight * rarity[stem as usize])
        };
        for (stem, _) in shared.take(most, tells) {
            related[shown[stem as usize] as usize].push(passages.entries[passage]);
        }
    }
    related
}

impl Passages {
    /// Counts stems in place of forms.
    fn of(indexer: &Indexer, rows: &[usize], stems: &[Option<u32>]) -> Self {
        let mut passages = Self { entries: Vec::with_capacity(rows.len()), words: Vec::with_capacity(rows.len()) };
        for row in rows {
            let (number, class, counts) = indexer.counts(*row);
            let mut words: Vec<Weighed> =
                counts.filter_map(|(form, often)| Some((stems[form as usize]?, often))).collect();
            words.sort_unstable_by_key(|word| word.0);
            words.dedup_by(|next, kept| {
                let same = next.0 == kept.0;
                kept.1 += if same { next.1 } else { 0.0 };
                same
            });
            passages.entries.push((number, class));
            passages.words.push(words);
        }
        passages
    }

    /// The rarity of each stem.
    fn rarity(&self, stems: usize) -> Vec<f32> {
        let mut passages = vec![0u32; stems];
        self.words.iter().flatten().for_each(|(stem, _)| passages[*stem as usize] += 1);
        let all = self.words.len() as f32;
        passages.into_iter().map(|having| ln((all + 1.0) / (having as f32 + 0.5))).collect()
    }

    /// The words that tell the most of each passage, as a vector of length 1, and for each word the passages that it tells
    /// the most of.
    fn telling(&self, rarity: &[f32]) -> (Vec<Vec<Weighed>>, Vec<Vec<Weighed>>) {
        let mut having: Vec<Vec<Weighed>> = vec![Vec::new(); rarity.len()];
        let mut telling = Vec::with_capacity(self.words.len());
        for (passage, words) in (0..).zip(&self.words) {
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
    rows.iter().flat_map(|row| indexer.counts(*row).2).for_each(|(form, times)| often[form as usize] += times);
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
fn heaviest(list: &mut Vec<Weighed>, most: usize) {
    sort(list, &|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    list.truncate(most);
}

/// Sums by number, most of them zero.
struct Sums {
    sums: Vec<(f32, u32)>,
    touched: Vec<u32>,
}

impl Sums {
    fn new(numbers: usize) -> Self {
        Self { sums: vec![(0.0, 0); numbers], touched: Vec::new() }
    }

    fn add(&mut self, number: u32, weight: f32) {
        let (sum, times) = &mut self.sums[number as usize];
        if *times == 0 {
            self.touched.push(number);
        }
        *sum += weight;
        *times += 1;
    }

    /// Takes the heaviest, and begins anew. `weigh` gives the weight of a number with its sum and how often it was added
    /// to; nothing where it is not to be taken.
    fn take(&mut self, most: usize, weigh: impl Fn(u32, f32, u32) -> Option<f32>) -> Vec<Weighed> {
        let mut taken = Vec::new();
        for number in self.touched.drain(..) {
            let (sum, times) = std::mem::take(&mut self.sums[number as usize]);
            taken.extend(weigh(number, sum, times).map(|weight| (number, weight)));
        }
        heaviest(&mut taken, most);
        taken
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Entry, Kind};

    #[test]
    fn a_word_of_two_near_passages_is_related() {
        let mut indexer = Indexer::default();
        for (number, text) in
            [(0, "harbour bridge"), (4, "harbour bridge crane"), (9, "harbour bridge crane"), (12, "harvest hills")]
        {
            indexer.add(number, &Entry::new(Kind::Passage, "", "", text));
        }
        let related = related(&indexer, &[0, 1, 2, 3], 12);
        assert_eq!(indexer.forms.all(), ["harbour", "bridge", "crane", "harvest", "hills"]);
        assert_eq!(related, [vec![], vec![], vec![(0, 0)], vec![], vec![]]);
    }
}
