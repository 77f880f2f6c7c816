//! Suggestions while typing: names, titles and frequent phrases.

use std::collections::HashMap;

use model::Span;
use rustc_hash::FxBuildHasher;

use crate::bytes::{Reader, put, put_str};
use crate::index::{Forms, Indexer};
use crate::order::{sort, sort_large};
use crate::words::{common, words};
use crate::{Entry, Kind, PackError, Suggestion, SuggestionKind, index};

/// A line of the list, under one of the keys that lead to it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Item {
    /// The folded words from where typing may begin.
    pub(crate) key: String,
    /// What is shown.
    pub(crate) text: String,
    /// What it is.
    pub(crate) kind: SuggestionKind,
    /// How often it occurs.
    pub(crate) weight: u32,
    /// Which word of the text the key begins with.
    pub(crate) from: u32,
}

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
            *self.lines.entry(index::signed(kind, text)).or_default() += 1;
        }
    }

    /// The lines under all of their keys, in order.
    pub(crate) fn finish(mut self, forms: &Forms) -> Vec<Item> {
        self.settle();
        let forms = forms.all();
        let mut lines: Vec<(String, u32)> = self.lines.into_iter().collect();
        for (pair, count) in self.pairs.into_iter().filter(|(_, count)| *count >= PHRASE) {
            let pair = [pair >> 32, pair & u64::from(u32::MAX)].map(|form| forms[form as usize]);
            lines.push((index::signed(PAIR, &pair.join(" ")), count));
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

/// Packs lines.
pub(crate) fn encode(items: &[Item]) -> Vec<u8> {
    let mut out = Vec::new();
    for item in items {
        put_str(&mut out, &item.key);
        put_str(&mut out, &item.text);
        out.push(item.kind as u8);
        put(&mut out, item.weight);
        put(&mut out, item.from);
    }
    out
}

/// Unpacks lines.
pub(crate) fn decode(bytes: &[u8]) -> Result<Vec<Item>, PackError> {
    let mut reader = Reader::new(bytes);
    let mut items = Vec::new();
    while !reader.is_empty() {
        items.push(Item {
            key: reader.text()?.to_owned(),
            text: reader.text()?.to_owned(),
            kind: match reader.byte()? {
                0 => SuggestionKind::Name,
                1 => SuggestionKind::Title,
                2 => SuggestionKind::Phrase,
                _ => return Err(PackError::Damaged),
            },
            weight: reader.number()?,
            from: reader.number()?,
        });
    }
    Ok(items)
}

/// The key that typed words make: folded, the last as it stands.
pub(crate) fn key(typed: &str) -> String {
    let forms: Vec<String> = words(typed).into_iter().map(|word| word.form).collect();
    let mut key = forms.join(" ");
    if !key.is_empty() && typed.ends_with(char::is_whitespace) {
        key.push(' ');
    }
    key
}

/// The best lines for a key.
pub(crate) fn best(mut items: Vec<&Item>, key: &str, limit: usize) -> Vec<Suggestion> {
    items.retain(|item| item.key.starts_with(key));
    let rank = |item: &Item| (item.from != 0, item.kind, std::cmp::Reverse(item.weight));
    sort(&mut items, &|a, b| rank(a).cmp(&rank(b)).then_with(|| a.text.cmp(&b.text)));
    let mut lines: Vec<Suggestion> = Vec::new();
    for item in items {
        if lines.len() == limit {
            break;
        }
        if lines.iter().all(|line| line.text != item.text) {
            lines.push(Suggestion { text: item.text.clone(), kind: item.kind, mark: mark(item, key) });
        }
    }
    lines
}

/// Which letters of a line answer to the key.
fn mark(item: &Item, key: &str) -> Span {
    let text = model::Text::new(&item.text);
    let all = words(&item.text);
    let within = &all[(item.from as usize).min(all.len())..];
    let typed = key.trim_end().split(' ').count();
    let last_typed = key.trim_end().rsplit(' ').next().map_or(0, |word| word.chars().count() as u32);
    let (Some(first), Some(last)) = (within.first(), within.get(typed.saturating_sub(1))) else {
        return Span::new(0, 0);
    };
    let span = text.span(last.start, last.end);
    Span::new(text.point(first.start), span.end.min(span.start + last_typed))
}
