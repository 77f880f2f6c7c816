//! What is suggested while typing: names, titles and frequent phrases.

use std::collections::HashMap;

use rustc_hash::FxBuildHasher;

use super::{Forms, Indexer};
use crate::files::{Item, signed};
use crate::order::{sort, sort_large};
use crate::text::{common, words};
use crate::{Entry, Kind, SuggestionKind};

/// The most pairs of words that are counted at a time; the rarest go when there are more.
const MOST_PAIRS: usize = 400_000;

/// How often words must stand together to be a phrase.
const PHRASE: u32 = 3;

/// The most lines of each kind.
const MOST_LINES: usize = 10_000;

/// Counts what could be suggested.
#[derive(Default)]
pub(crate) struct Collector {
    /// Names and titles, each behind the letter of its kind.
    lines: HashMap<String, u32, FxBuildHasher>,
    /// Pairs of words, the number of the first form above that of the second, in order, and how often each stands.
    pairs: Vec<(u64, u32)>,
    /// Those that are yet to be counted.
    fresh: Vec<u64>,
}

impl Collector {
    /// Adds the entry that was added last to `indexer`.
    pub(crate) fn add(&mut self, entry: &Entry, indexer: &Indexer) {
        for name in &entry.persons {
            self.count(NAME, name);
        }
        self.count(if entry.kind == Kind::Person { NAME } else { TITLE }, &entry.title);
        if entry.kind != Kind::Passage {
            return;
        }
        let text = entry.text.as_bytes();
        self.fresh.extend(indexer.text().windows(2).filter_map(|pair| {
            let (a, b) = (pair[0], pair[1]);
            let beside = matches!(text.get(a.end as usize..b.start as usize), Some(b" " | b"-"));
            let tells = beside && indexer.forms.tells(a.form) && indexer.forms.tells(b.form);
            tells.then_some(u64::from(a.form) << 32 | u64::from(b.form))
        }));
        if self.fresh.len() > MOST_PAIRS {
            self.settle();
            if self.pairs.len() > MOST_PAIRS {
                // Lossy counting (Manku and Motwani 2002): what is frequent stays.
                self.pairs.retain_mut(|(_, count)| {
                    *count -= 1;
                    *count > 0
                });
            }
        }
    }

    /// Counts the fresh pairs.
    fn settle(&mut self) {
        sort(&mut self.fresh, &u64::cmp);
        let mut known = std::mem::take(&mut self.pairs).into_iter().peekable();
        for same in self.fresh.chunk_by(|a, b| a == b) {
            let (pair, mut count) = (same[0], same.len() as u32);
            while let Some(before) = known.next_if(|(other, _)| *other < pair) {
                self.pairs.push(before);
            }
            count += known.next_if(|(other, _)| *other == pair).map_or(0, |(_, before)| before);
            self.pairs.push((pair, count));
        }
        self.pairs.extend(known);
        self.fresh.clear();
    }

    fn count(&mut self, kind: char, text: &str) {
        if !text.is_empty() {
            *self.lines.entry(signed(kind, text)).or_default() += 1;
        }
    }

    /// The lines under all of their keys, in order.
    pub(crate) fn finish(mut self, forms: &Forms) -> Vec<Item> {
        self.settle();
        let forms = forms.all();
        let mut lines: Vec<(String, u32)> = self.lines.into_iter().collect();
        for (pair, count) in self.pairs.into_iter().filter(|(_, count)| *count >= PHRASE) {
            let pair = [pair >> 32, pair & u64::from(u32::MAX)].map(|form| forms[form as usize]);
            lines.push((signed(PAIR, &pair.join(" ")), count));
        }
        let kind = |line: &(String, u32)| line.0.as_bytes().first().copied();
        sort_large(&mut lines, &|a, b| kind(a).cmp(&kind(b)).then(b.1.cmp(&a.1)).then_with(|| a.0.cmp(&b.0)));
        let mut items = Vec::new();
        for same in lines.chunk_by(|a, b| kind(a) == kind(b)) {
            for (line, weight) in same.iter().take(MOST_LINES) {
                let kind = match line.as_bytes()[0] as char {
                    NAME => SuggestionKind::Name,
                    TITLE => SuggestionKind::Title,
                    _ => SuggestionKind::Phrase,
                };
                let text = &line[1..];
                items.extend(keys(text, kind).into_iter().map(|(from, key)| Item {
                    key,
                    text: text.to_owned(),
                    kind,
                    weight: *weight,
                    from,
                }));
            }
        }
        sort_large(&mut items, &Item::cmp);
        items
    }
}

/// The letters that lines of a kind are counted behind, in the order of [`SuggestionKind`].
const NAME: char = '1';
const TITLE: char = '2';
const PAIR: char = '3';

/// The keys that lead to a text, and the word each begins with: names by any word, titles by their first words of weight.
fn keys(text: &str, kind: SuggestionKind) -> Vec<(u32, String)> {
    let forms: Vec<String> = words(text).into_iter().map(|word| word.form).collect();
    let most = match kind {
        SuggestionKind::Name => 4,
        SuggestionKind::Title => 3,
        SuggestionKind::Phrase => 1,
    };
    let starts = (0..forms.len()).filter(|&at| at == 0 || !common(&forms[at]));
    starts.take(most).map(|at| (at as u32, forms[at..].join(" "))).collect()
}
