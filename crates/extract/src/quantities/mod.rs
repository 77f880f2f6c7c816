//! Numbers with what they count, made comparable.

mod numbers;

use std::ops::Range;

use model::{Quantity, Span};

use crate::{prose::Prose, tags::Tag, words::Words};
use numbers::{currency, currency_word, digits, scale, scale_of, scale_plural, small_number, vague};

/// The quantities of some words, in order. Words of times (`skip`: sorted spans) are no quantities.
pub(crate) fn find(prose: &Prose<'_>, range: Range<usize>, skip: &[Span]) -> Vec<Quantity> {
    let reader = Reader { words: &prose.words, end: range.end };
    let mut found = Vec::new();
    let mut at = range.start;
    while at < range.end {
        let Some(read) = reader.quantity(at, range.start) else {
            at += 1;
            continue;
        };
        let span = prose.span(read.words.clone());
        let number = prose.span(read.number.clone());
        let index = skip.partition_point(|time| time.end <= number.start);
        if skip.get(index).is_none_or(|time| !time.overlaps(number)) {
            found.push(Quantity { span, low: read.low, high: read.high, unit: read.unit, rough: read.rough });
        }
        at = read.words.end.max(at + 1);
    }
    found
}

#[derive(Debug)]
struct Read {
    words: Range<usize>,
    number: Range<usize>,
    low: Option<f64>,
    high: Option<f64>,
    unit: String,
    rough: bool,
}

struct Reader<'a> {
    words: &'a Words<'a>,
    end: usize,
}

/// What a modifier does to the number after it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Bound {
    Rough,
    AtLeast,
    AtMost,
}

impl Reader<'_> {
    fn quantity(&self, at: usize, start: usize) -> Option<Read> {
        let words = self.words;
        let currency = currency(words.text(at));
        let from = at + usize::from(currency.is_some());
        let (mut low, mut high, mut rough, mut end) = self.number(from)?;
        let number = at..end;
        // "between 10 and 14", "10 to 14", "10-14"
        let ranged = matches!(words.lower(end), "to" | "and" | "-" | "–" | "or")
            && (!matches!(words.lower(end), "and") || words.lower(at.wrapping_sub(1)) == "between");
        let mut first = at;
        if ranged {
            let second = end + 1 + usize::from(self::currency(words.text(end + 1)).is_some());
            if let Some((to, to_high, _, after)) = self.number(second)
                && to > low
            {
                // "2 to 3 million": the scale holds for both.
                let scale = if to >= 1_000.0 && low < 1_000.0 { scale_of(to) } else { 1.0 };
                (low, high, end) = (low * scale, to_high, after);
                first -= usize::from(at > start && words.lower(at - 1) == "between");
            }
        }
        let (bound, modified) = self.modifier(first, start);
        first = modified;
        let mut bounds = (Some(low), Some(high));
        match bound {
            Some(Bound::Rough) => rough = true,
            Some(Bound::AtLeast) => bounds = (Some(low), None),
            Some(Bound::AtMost) => bounds = (None, Some(high)),
            None => {}
        }
        let unpriced = currency.is_none();
        let (unit, end) = match currency {
            Some(code) => (code.to_owned(), end),
            None => self.unit(end),
        };
        // "Boeing 737": a name before a bare number takes it for itself.
        let named =
            at > start && words.tag(at - 1) == Tag::Proper && words.text(at).starts_with(|c: char| c.is_ascii_digit());
        if named && unpriced {
            return None;
        }
        let lone = unit.is_empty() && number.len() == 1;
        if lone && (self.is_label(at, start) || words.lower(at) == "one") {
            return None;
        }
        let open = high.is_infinite();
        let high = if open { None } else { bounds.1 };
        Some(Read { words: first..end, number, low: bounds.0, high, unit, rough })
    }

    /// A number from the word `at`: the least and the most it says, whether it is rough, and where it ends.
    fn number(&self, at: usize) -> Option<(f64, f64, bool, usize)> {
        let words = self.words;
        if at >= self.end {
            return None;
        }
        if let Some(value) = digits(words.text(at)) {
            let mut end = at + 1;
            let mut value = value;
            while let Some(scale) = scale(words.lower(end)).filter(|_| end < self.end) {
                value *= scale;
                end += 1;
            }
            return Some((value, value, false, end));
        }
        if let Some((low, high)) = vague(words.lower(at)) {
            let mut end = at + 1;
            let (mut low, mut high) = (low, high);
            if words.lower(end) == "dozen" || words.lower(end) == "hundred" || words.lower(end) == "thousand" {
                let scale = scale(words.lower(end)).unwrap_or(1.0);
                (low, high, end) = (low * scale, high * scale, end + 1);
            } else if matches!(words.lower(at), "several" | "couple") {
                if words.lower(at) == "couple" && words.lower(end) != "of" {
                    return None;
                }
            } else if words.lower(end) == "of" && scale_plural(words.lower(end + 1)).is_some() {
                let (more, most) = vague(words.lower(end + 1))?;
                (low, high, end) = (low * more, high * most, end + 2);
            }
            return Some((low, high, true, end));
        }
        self.spelled(at)
    }

    /// "twenty-one", "two hundred and fifty thousand", "half a million", "a dozen".
    fn spelled(&self, at: usize) -> Option<(f64, f64, bool, usize)> {
        let words = self.words;
        if words.lower(at) == "half" && words.lower(at + 1) == "a" {
            return scale(words.lower(at + 2)).map(|scale| (scale / 2.0, scale / 2.0, false, at + 3));
        }
        if matches!(words.lower(at), "a" | "an") {
            return scale(words.lower(at + 1)).map(|scale| (scale, scale, false, at + 2));
        }
        let (mut total, mut part, mut end) = (0.0, small_number(words.lower(at))?, at + 1);
        while end < self.end {
            let lower = words.lower(end);
            let joint = lower == "and" && scale(words.lower(end - 1)).is_some();
            let next = if joint { words.lower(end + 1) } else { lower };
            if let Some(scale) = scale(lower) {
                part *= scale;
                if scale >= 1_000.0 {
                    (total, part) = (total + part, 0.0);
                }
                end += 1;
            } else if let Some(value) =
                small_number(next).filter(|&value| value < 100.0 && part % 100.0 == 0.0 && (part > 0.0 || total > 0.0))
            {
                part += value;
                end += 1 + usize::from(joint);
            } else {
                break;
            }
        }
        Some((total + part, total + part, false, end))
    }

    /// The modifier before the word `first`, and where it begins.
    fn modifier(&self, first: usize, start: usize) -> (Option<Bound>, usize) {
        let words = self.words;
        let before = |n: usize| first.checked_sub(n).filter(|&at| at >= start).map_or("", |at| words.lower(at));
        match (before(2), before(1)) {
            ("at", "least") | ("more", "than") | ("no", "fewer") | ("upwards", "of") => {
                (Some(Bound::AtLeast), first - 2)
            }
            ("at", "most") | ("fewer" | "less", "than") => (Some(Bound::AtMost), first - 2),
            ("up", "to") => (Some(Bound::AtMost), first - 2),
            (_, "over" | "above") if words.tag(first) != Tag::Determiner => (Some(Bound::AtLeast), first - 1),
            (_, "under" | "below") => (Some(Bound::AtMost), first - 1),
            (
                _,
                "about" | "around" | "some" | "nearly" | "almost" | "roughly" | "approximately" | "circa" | "estimated",
            ) => (Some(Bound::Rough), first - 1),
            _ => (None, first),
        }
    }

    /// What is counted, from the word `at`: the head of the noun phrase in the singular, and where the quantity ends.
    fn unit(&self, at: usize) -> (String, usize) {
        let words = self.words;
        match words.lower(at) {
            "%" => return ("percent".to_owned(), at + 1),
            "percent" | "pct" => return ("percent".to_owned(), at + 1),
            "per" if matches!(words.lower(at + 1), "cent") => return ("percent".to_owned(), at + 2),
            "percentage" => return ("percentage point".to_owned(), at + 2),
            _ => {}
        }
        let mut at = at;
        if words.lower(at) == "of" {
            at += 1;
            at += usize::from(matches!(words.lower(at), "the" | "its" | "his" | "their" | "these" | "those"));
        }
        if let Some(code) = currency_word(words.lower(at)) {
            return (code.to_owned(), at + 1);
        }
        let mut head = None;
        let quoted = |text: &str| matches!(text, "\"" | "“" | "”" | "'" | "‘" | "’");
        for next in at..self.end.min(at + 6) {
            match words.tag(next) {
                Tag::Noun if words.text(next).starts_with(char::is_alphabetic) => head = Some(next),
                Tag::Proper if head.is_none() => {}
                Tag::Adjective if head.is_none() => {}
                Tag::Verb if head.is_none() && words.lower(next).ends_with("ed") => {}
                _ if quoted(words.text(next)) || words.text(next) == "-" => {}
                _ => break,
            }
        }
        match head {
            Some(head) => (singular(words.lower(head)), head + 1),
            None => (String::new(), at),
        }
    }

    /// Whether a bare number only labels something: "Article 5", "Boeing 737", "(3)", a score, a list's item.
    fn is_label(&self, at: usize, start: usize) -> bool {
        let before = at.checked_sub(1).filter(|&before| before >= start);
        before.is_some_and(|before| {
            matches!(self.words.tag(before), Tag::Proper | Tag::Noun)
                || matches!(self.words.text(before), "(" | "#" | ":" | "-" | ",")
        }) || matches!(self.words.text(at + 1), "-" | ":" | "/")
            || before.is_none()
    }
}

/// The singular of a regular plural.
pub(crate) fn singular(word: &str) -> String {
    let irregular = match word {
        "people" => Some("person"),
        "men" => Some("man"),
        "women" => Some("woman"),
        "children" => Some("child"),
        "aircraft" | "series" | "species" | "means" | "headquarters" => Some(word),
        _ => None,
    };
    if let Some(irregular) = irregular {
        return irregular.to_owned();
    }
    if let Some(stem) = word.strip_suffix("ies").filter(|stem| stem.len() > 2) {
        return format!("{stem}y");
    }
    for ending in ["ches", "shes", "sses", "xes", "zes"] {
        if word.ends_with(ending) {
            return word[..word.len() - 2].to_owned();
        }
    }
    let plural = word.ends_with('s') && !["ss", "us", "is"].iter().any(|end| word.ends_with(end)) && word.len() > 3;
    if plural { word[..word.len() - 1].to_owned() } else { word.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Input;

    fn quantities(text: &str) -> Vec<String> {
        let document = crate::plain(Input { text: text.to_owned(), ..Input::default() });
        let prose = Prose::read(&document);
        let side = |bound: Option<f64>| bound.map_or("..".to_owned(), |value| value.to_string());
        find(&prose, 0..prose.words.len(), &[])
            .into_iter()
            .map(|q| {
                let rough = if q.rough { "~" } else { "" };
                format!("{}: {rough}{}/{} {}", prose.text.cut(q.span), side(q.low), side(q.high), q.unit)
            })
            .collect()
    }

    #[test]
    fn numbers_units_and_modifiers() {
        for (text, expected) in [
            ("They sold 14 ships.", "14 ships: 14/14 ship"),
            ("They sold at least 14 ships.", "at least 14 ships: 14/.. ship"),
            ("They sold more than 2,000 drones.", "more than 2,000 drones: 2000/.. drone"),
            ("They sold thousands of small drones.", "thousands of small drones: ~2000/20000 drone"),
            ("They sent several dozen rockets.", "several dozen rockets: ~36/108 rocket"),
            ("It cost $10 million.", "$10 million: 10000000/10000000 usd"),
            ("It cost 3.5 mln dlrs.", "3.5 mln dlrs: 3500000/3500000 usd"),
            ("It mined 2 bln tonnes.", "2 bln tonnes: 2000000000/2000000000 tonne"),
            ("It cost 2.5 billion euros.", "2.5 billion euros: 2500000000/2500000000 eur"),
            ("It grew by about 12 percent.", "about 12 percent: ~12/12 percent"),
            ("It fell 3.5% on the day.", "3.5%: 3.5/3.5 percent"),
            ("Between 10 and 14 people died.", "Between 10 and 14 people: 10/14 person"),
            ("It will cost 2 to 3 million dollars.", "2 to 3 million dollars: 2000000/3000000 usd"),
            ("Two hundred and fifty workers left.", "Two hundred and fifty workers: 250/250 worker"),
            ("Twenty-one members voted.", "Twenty-one members: 21/21 member"),
            ("Half a million people fled.", "Half a million people: 500000/500000 person"),
            ("Tens of thousands of people fled.", "Tens of thousands of people: ~40000/2000000 person"),
            ("Up to 40 boats lay there.", "Up to 40 boats: ../40 boat"),
        ] {
            assert_eq!(quantities(text), [expected], "{text}");
        }
    }

    #[test]
    fn labels_are_no_quantities() {
        for text in ["Article 5 of the treaty holds.", "He flew a Boeing 737 home.", "One of them left."] {
            assert_eq!(quantities(text), Vec::<String>::new(), "{text}");
        }
    }
}
