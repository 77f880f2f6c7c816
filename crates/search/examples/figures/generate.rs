//! Corpora of any size from a seed: words by Zipf's law with Mandelbrot's shift, a subject for each document, words that
//! come again once they were used (Simon, "On a class of skew distribution functions", 1955), sentences and paragraphs of
//! the lengths that reports have. The words are made up, but for English's most common, and compress about as English does.

use std::sync::LazyLock;

use model::{Commitment, Day, Span, When};
use search::{Entry, Kind};

/// SplitMix64 (Steele, Lea and Flood 2014).
pub(crate) struct Random(pub u64);

impl Random {
    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    pub(crate) fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1u64 << 53) as f64
    }

    pub(crate) fn between(&mut self, low: u64, high: u64) -> u64 {
        low + self.next() % (high - low + 1)
    }
}

/// The most frequent words, in their order.
const COMMON: &str = "the of to and a in that is for it on was with as at by he from be said his but an are have has \
    not they were this will who their would its which or had one been when there more about after than also into some \
    could other if what so out up no new over all last first year two time people she we her you can may most only";

/// How many words there are to draw from: far more than any corpus meets.
const VOCABULARY: f64 = 2_000_000.0;

/// How many subjects there are, and how many words each draws again and again.
const SUBJECTS: u64 = 400;
const SUBJECT_WORDS: u64 = 120;

/// Shares of the words of a text that were used in it before, and that are drawn from its subject.
const AGAIN: f64 = 0.15;
const OF_SUBJECT: f64 = 0.1;

/// The word of a rank, 0 the most frequent.
pub(crate) fn word(rank: u64) -> String {
    static WORDS: LazyLock<Vec<&str>> = LazyLock::new(|| COMMON.split_whitespace().collect());
    if let Some(word) = WORDS.get(rank as usize) {
        return (*word).to_owned();
    }
    let onsets =
        ["b", "br", "c", "ch", "d", "f", "g", "gr", "h", "j", "l", "m", "n", "p", "pr", "r", "s", "st", "t", "v"];
    let cores = ["a", "e", "i", "o", "u", "ai", "ea", "ou"];
    let codas = ["", "n", "r", "l", "s", "nd", "st", "m", "t", "ck"];
    let endings = ["", "", "", "ing", "ed", "s", "er", "tion", "al", "ment"];
    let mut left = rank.wrapping_mul(0x9E37_79B9).wrapping_add(rank);
    let mut take = |list: &[&'static str]| {
        let picked = list[(left % list.len() as u64) as usize];
        left /= list.len() as u64;
        picked
    };
    let mut word = String::new();
    let syllables = if rank < 3_000 { 2 } else { 3 };
    for _ in 0..syllables {
        for part in [take(&onsets), take(&cores), take(&codas)] {
            word.push_str(part);
        }
    }
    word.push_str(take(&endings));
    word
}

/// A rank by Zipf and Mandelbrot: the inverse of the integral of 1 / (rank + 2.7).
fn rank(random: &mut Random) -> u64 {
    let shift = 2.7f64;
    (shift * ((VOCABULARY + shift) / shift).powf(random.unit()) - shift) as u64
}

/// The passages of documents `0..count`.
pub(crate) fn corpus(count: u32, seed: u64) -> Vec<Entry> {
    (0..count).flat_map(|number| document(number, count, seed)).collect()
}

fn document(number: u32, count: u32, seed: u64) -> Vec<Entry> {
    let mut random = Random(seed ^ u64::from(number).wrapping_mul(0xD6E8_FEB8_6659_FD93));
    let subject = random.next() % SUBJECTS;
    let mut used: Vec<u64> = Vec::new();
    let mut draw = |random: &mut Random| {
        let kind = random.unit();
        if kind < AGAIN && !used.is_empty() {
            return word(used[(random.next() % used.len() as u64) as usize]);
        }
        let drawn = if kind < AGAIN + OF_SUBJECT {
            let within = (SUBJECT_WORDS as f64 * random.unit() * random.unit()) as u64;
            200 + subject * 61 + within * 37
        } else {
            rank(random)
        };
        used.push(drawn);
        word(drawn)
    };
    let title = sentence(&mut random, 1, 4, &mut draw);
    let title = title.trim_end_matches('.').to_owned();
    let outlet = format!("Outlet {}", random.between(1, 40));
    let day = Day(19_000 + (u64::from(number) * 1_500 / u64::from(count)) as i32);
    let mut at = 0;
    let passages = random.between(3, 7);
    let mut entries = Vec::new();
    for paragraph in 1..=passages {
        let sentences: Vec<String> =
            (0..random.between(2, 4)).map(|_| sentence(&mut random, 3, 11, &mut draw)).collect();
        let text = sentences.join(" ");
        let length = text.chars().count() as u32;
        entries.push(Entry {
            outlet: Some(outlet.clone()),
            published: Some(When::day(day)),
            commitments: vec![Commitment::ALL[(random.next() % 3) as usize]],
            span: Some(Span::new(at, at + length)),
            number: number + 1,
            paragraph: paragraph as u32,
            ..Entry::new(Kind::Passage, format!("document-{number}"), title.clone(), text)
        });
        at += length + 2;
    }
    entries
}

/// A sentence, whose length is the sum of three draws: most are of middling length.
fn sentence(random: &mut Random, low: u64, high: u64, draw: &mut impl FnMut(&mut Random) -> String) -> String {
    let length: u64 = (0..3).map(|_| random.between(low, high)).sum();
    let mut words: Vec<String> = (0..length).map(|_| draw(random)).collect();
    if let Some(first) = words[0].get_mut(..1) {
        first.make_ascii_uppercase();
    }
    words.join(" ") + "."
}

/// Queries of one to four words that stand together in some passage, common ones left out.
pub(crate) fn queries(entries: &[Entry], how_many: usize, seed: u64) -> Vec<String> {
    let mut random = Random(seed);
    let common: Vec<&str> = COMMON.split_whitespace().collect();
    let mut queries = Vec::new();
    while queries.len() < how_many {
        let entry = &entries[(random.next() % entries.len() as u64) as usize];
        let words: Vec<&str> = entry
            .text
            .split(' ')
            .map(|word| word.trim_end_matches('.'))
            .filter(|word| word.len() > 3 && !common.contains(&word.to_lowercase().as_str()))
            .collect();
        let length = 1 + queries.len() % 4;
        if words.len() > length + 1 {
            let start = (random.next() % (words.len() - length) as u64) as usize;
            queries.push(words[start..start + length].join(" ").to_lowercase());
        }
    }
    queries
}
