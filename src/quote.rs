//! Words of a document as a link carries them: what they are and what stands around them, so that they are found again
//! when the text has changed, and nothing else is taken for them.
//!
//! They are the W3C's text quote selector (Web Annotation Data Model, 4.2.4): the words, what stands before and what stands
//! after. Besides, a link says of which build its offsets are: within that one they hold, in any other the words decide.

use model::{Span, Text};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use crate::route::{Place, Route};
use crate::segments::write_span;
use crate::site::site;

/// The most code points of words that a link carries whole; of longer ones it carries how they begin and how they end.
const WHOLE: usize = 160;

/// How many code points of the beginning, and of the end, of longer ones.
const END: usize = 48;

/// How much of what stands on either side a link carries, in code points: as little as tells the words from the same ones
/// elsewhere.
const AROUND: [usize; 4] = [32, 64, 128, 256];

/// By how many code points the surroundings of one place must agree better than those of any other.
const MARGIN: usize = 8;

/// Words that are shorter, in code points, are found anywhere: something around them has to agree.
const SHORT: usize = 16;

/// How many digits of the build's name a link carries.
const BUILD: usize = 8;

/// How many words a text fragment names of what stands around the words, and of the ends of many.
const NAMED: usize = 4;

/// Words with what stands around them. White space of any kind counts as one space.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Quote {
    /// The words, or how they begin.
    pub(crate) words: String,
    /// How they end, and how many code points they have; empty and 0 where they are not long.
    until: String,
    length: usize,
    before: String,
    after: String,
    /// Where the same words stand elsewhere in the document: how many code points of what stands around them must agree.
    sure: usize,
}

/// Where words stand now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Found {
    /// Here.
    At(Span),
    /// Nowhere.
    Gone,
    /// In so many places, and which is meant can't be told.
    Several(usize),
}

/// A text whose white space is single spaces, with where each code point stands in the text as it is.
struct Plain {
    chars: Vec<char>,
    points: Vec<u32>,
}

impl Plain {
    fn of(text: &str) -> Self {
        let mut plain = Self { chars: Vec::new(), points: Vec::new() };
        for (point, c) in (0..).zip(text.chars()) {
            let c = if c.is_whitespace() { ' ' } else { c };
            if c != ' ' || plain.chars.last() != Some(&' ') {
                plain.chars.push(c);
                plain.points.push(point);
            }
        }
        plain
    }

    /// The places of a span, without white space at its ends.
    fn range(&self, span: Span) -> (usize, usize) {
        let place = |point: u32| self.points.partition_point(|at| *at < point);
        let (mut start, mut end) = (place(span.start), place(span.end));
        while start < end && self.chars[start] == ' ' {
            start += 1;
        }
        while start < end && self.chars[end - 1] == ' ' {
            end -= 1;
        }
        (start, end)
    }

    fn span(&self, start: usize, end: usize) -> Span {
        Span::new(self.points[start], self.points[end - 1] + 1)
    }

    fn cut(&self, start: usize, end: usize) -> String {
        self.chars[start..end].iter().collect()
    }

    /// The first `most` places from `start` on, or fewer, so as to end with a word.
    fn head(&self, start: usize, end: usize, most: usize) -> usize {
        let far = end.min(start + most);
        if far == end {
            return end;
        }
        (start + 1..=far).rev().find(|at| self.chars[*at] == ' ').unwrap_or(far)
    }

    /// Where the last `most` places before `end` begin, or fewer, so as to begin with a word.
    fn tail(&self, start: usize, end: usize, most: usize) -> usize {
        let far = start.max(end.saturating_sub(most));
        if far == start {
            return start;
        }
        (far..end).find(|at| self.chars[*at - 1] == ' ').unwrap_or(far)
    }
}

impl Quote {
    /// The words of a span of a text, with what stands around them in it. Of a part of a document, uniqueness is told as
    /// far as that part goes.
    pub(crate) fn of(text: &str, span: Span) -> Self {
        let plain = Plain::of(text);
        let (start, end) = plain.range(span);
        if start >= end {
            return Self::default();
        }
        let mut quote = Self { words: plain.cut(start, end), ..Self::default() };
        if end - start > WHOLE {
            quote.words = plain.cut(start, plain.head(start, end, END));
            quote.until = plain.cut(plain.tail(start, end, END), end);
            quote.length = end - start;
        }
        let others: Vec<(usize, usize)> = quote.places(&plain).into_iter().filter(|(at, _)| *at != start).collect();
        for around in AROUND {
            quote.before = plain.cut(plain.tail(0, start, around), start);
            quote.after = plain.cut(end, plain.head(end, plain.chars.len(), around));
            let closest = others.iter().map(|(start, end)| quote.agreement(&plain, *start, *end)).max();
            quote.sure = closest.map_or(0, |closest| closest + MARGIN);
            if quote.sure <= quote.agreement(&plain, start, end) {
                break;
            }
        }
        quote
    }

    /// Where the words stand in a text.
    pub(crate) fn find(&self, text: &str) -> Found {
        let plain = Plain::of(text);
        let places = self.places(&plain);
        let agree = |&(start, end): &(usize, usize)| self.agreement(&plain, start, end);
        let most = self.before.chars().count() + self.after.chars().count();
        let mut best: Vec<((usize, usize), usize)> = places.iter().map(|place| (*place, agree(place))).collect();
        model::order::sort_by_key(&mut best, |(_, agreement)| usize::MAX - agreement);
        match best[..] {
            [] => Found::Gone,
            [((start, end), agreement)] => {
                let telling = self.words.chars().count() + self.until.chars().count() >= SHORT;
                let need = if telling { self.sure } else { self.sure.max(MARGIN.min(most)) };
                if agreement >= need { Found::At(plain.span(start, end)) } else { Found::Gone }
            }
            [((start, end), agreement), (_, next), ..] => {
                let need = self.sure.max(most / 3).max(1);
                let told = agreement >= need && agreement >= next + MARGIN;
                if told { Found::At(plain.span(start, end)) } else { Found::Several(best.len()) }
            }
        }
    }

    /// The places where the words stand, whatever stands around them.
    fn places(&self, plain: &Plain) -> Vec<(usize, usize)> {
        let (words, until): (Vec<char>, Vec<char>) = (self.words.chars().collect(), self.until.chars().collect());
        if words.is_empty() {
            return Vec::new();
        }
        // What begins and ends with whole words is no part of a longer word.
        let whole = |beside: Option<&char>, own: Option<char>| {
            own.is_some_and(char::is_alphanumeric) || !beside.is_some_and(|c| c.is_alphanumeric())
        };
        let begins = |at: usize| whole(at.checked_sub(1).map(|at| &plain.chars[at]), self.before.chars().next_back());
        let ends = |at: usize| whole(plain.chars.get(at), self.after.chars().next());
        let stand = |words: &[char], at: usize| plain.chars[at..].starts_with(words);
        let starts = (0..plain.chars.len()).filter(|at| stand(&words, *at) && begins(*at));
        if until.is_empty() {
            return starts.map(|at| (at, at + words.len())).filter(|(_, end)| ends(*end)).collect();
        }
        let far = self.length.saturating_add(self.length / 4).saturating_add(MARGIN);
        let pairs = starts.filter_map(|start| {
            let most = plain.chars.len().min(start.saturating_add(far));
            let end = (start + words.len()..=most)
                .filter(|end| stand(&until, end.saturating_sub(until.len())) && ends(*end))
                .min_by_key(|end| start.saturating_add(self.length).abs_diff(*end))?;
            Some((start, end))
        });
        pairs.collect()
    }

    /// How many code points of what stands around a place agree with what stood around the words, reckoned from them.
    fn agreement(&self, plain: &Plain, start: usize, end: usize) -> usize {
        let before = self.before.chars().rev().zip(plain.chars[..start].iter().rev());
        let after = self.after.chars().zip(&plain.chars[end..]);
        before.take_while(|(a, b)| a == *b).count() + after.take_while(|(a, b)| a == *b).count()
    }

    /// The words for a reader, shortened where they are long.
    pub(crate) fn told(&self) -> String {
        if self.until.is_empty() { self.words.clone() } else { format!("{} … {}", self.words, self.until) }
    }

    /// What a link carries of it; `None` where it carries no words.
    pub(crate) fn read(route: &Route) -> Option<Self> {
        let part = |key: &str| route.get(key).to_owned();
        let quote = Self {
            words: part("words"),
            until: part("until"),
            before: part("before"),
            after: part("after"),
            sure: route.get("sure").parse().unwrap_or(0),
            length: route.get("length").parse().unwrap_or(0),
        };
        (!quote.words.is_empty()).then_some(quote)
    }

    fn write(&self, route: Route) -> Route {
        let number = |number: usize| if number > 0 { number.to_string() } else { String::new() };
        let parts = [("words", &self.words), ("until", &self.until), ("before", &self.before), ("after", &self.after)];
        parts
            .into_iter()
            .fold(route, |route, (key, part)| route.with(key, part.as_str()))
            .with("sure", number(self.sure))
            .with("length", number(self.length))
    }
}

/// The view of a document at some of its words: `quote` is what is at hand of them, and may be empty.
pub(crate) fn route(id: &str, span: Span, quote: &Quote) -> Route {
    quote.write(dated(Place::Document(id.to_owned()).route()).with("at", write_span(span)))
}

/// The view with the build that its offsets hold for.
pub(crate) fn dated(route: Route) -> Route {
    let build = &site().manifest.build;
    route.with("build", build.get(..BUILD).unwrap_or(build))
}

/// Words of which nothing is known but themselves; none where they are long. Links of search results carry them so: what
/// tells the same words apart is large, and has the whole document.
pub(crate) fn alone(words: &str) -> String {
    if words.chars().count() > WHOLE { String::new() } else { words.split_whitespace().collect::<Vec<_>>().join(" ") }
}

/// Whether the offsets of a link hold: it is of this build, or says nothing but offsets, as who reads the exports has them.
pub(crate) fn are_offsets_sound(route: &Route) -> bool {
    let build = route.get("build");
    if build.is_empty() { route.get("words").is_empty() } else { site().manifest.build.starts_with(build) }
}

/// The link to words that a reader has marked, with a text fragment for where the viewer does not run; empty where they
/// are white space alone.
pub(crate) fn marked(id: &str, text: &str, span: Span) -> String {
    let quote = Quote::of(text, span);
    if quote.words.is_empty() {
        return String::new();
    }
    format!("{}#:~:text={}", route(id, span, &quote).link(), fragment(text, span))
}

/// What of a text a browser is to look for by itself (<https://wicg.github.io/scroll-to-text-fragment/>). It finds no words
/// across the end of a line, nor parts of words.
fn fragment(text: &str, span: Span) -> String {
    let whole = Text::new(text);
    let (before, words, after) =
        (whole.cut(Span::new(0, span.start)), whole.cut(span), whole.cut(Span::new(span.end, u32::MAX)));
    let before: Vec<&str> = match before.rsplit('\n').next() {
        Some(line) if line.ends_with(char::is_whitespace) => line.split_whitespace().collect(),
        _ => Vec::new(),
    };
    let after: Vec<&str> = match after.split('\n').next() {
        Some(line) if line.starts_with(char::is_whitespace) => line.split_whitespace().take(NAMED).collect(),
        _ => Vec::new(),
    };
    let lines: Vec<Vec<&str>> = words.trim().lines().map(|line| line.split_whitespace().collect()).collect();
    let coded = |words: &[&str]| utf8_percent_encode(&words.join(" "), NON_ALPHANUMERIC).to_string();
    let mut parts = Vec::new();
    if !before.is_empty() {
        parts.push(format!("{}-", coded(&before[before.len().saturating_sub(NAMED)..])));
    }
    match (&lines[..], lines.last()) {
        ([one], _) if one.len() <= 4 * NAMED => parts.push(coded(one)),
        ([first, ..], Some(last)) => {
            parts.push(coded(&first[..first.len().min(NAMED)]));
            parts.push(coded(&last[last.len().saturating_sub(NAMED)..]));
        }
        _ => {}
    }
    if !after.is_empty() {
        parts.push(format!("-{}", coded(&after)));
    }
    parts.join(",")
}

#[cfg(test)]
mod tests;
