//! Reading tokens: marks and words by place, and numbers in digits or letters.

use super::lexicon::Lex;
use super::tokens::Token;
use crate::times::meaning::Amount;

/// What a rule gives: what it read, and the place behind it.
pub(in crate::times) type Parsed<T> = Option<(T, usize)>;

/// A text as tokens. Rules take a place and look from there.
#[derive(Clone, Copy)]
pub(in crate::times) struct Cursor<'a> {
    pub(in crate::times) text: &'a str,
    pub(in crate::times) tokens: &'a [Token],
}

impl<'a> Cursor<'a> {
    /// What stands at a place; a break beyond the end.
    pub(in crate::times) fn lex(&self, i: usize) -> Lex {
        self.tokens.get(i).map_or(Lex::Break, |token| token.lex)
    }

    /// Whether a token begins with a digit.
    pub(in crate::times) fn numeral(&self, i: usize) -> bool {
        self.word(i).starts_with(|first: char| first.is_ascii_digit())
    }

    /// What stands before a place; a break before the start.
    pub(in crate::times) fn before(&self, i: usize) -> Lex {
        i.checked_sub(1).map_or(Lex::Break, |i| self.lex(i))
    }

    pub(in crate::times) fn is(&self, i: usize, lex: Lex) -> bool {
        self.lex(i) == lex
    }

    /// The place behind `lex` where it stands at `i`, else `i`.
    pub(in crate::times) fn skip(&self, i: usize, lex: Lex) -> usize {
        i + usize::from(self.is(i, lex))
    }

    /// Whether the word begins with a capital letter.
    pub(in crate::times) fn capital(&self, i: usize) -> bool {
        self.tokens.get(i).is_some_and(|token| token.capital)
    }

    /// Whether white space stands before the token.
    pub(in crate::times) fn spaced(&self, i: usize) -> bool {
        self.tokens.get(i).is_none_or(|token| token.spaced)
    }

    pub(in crate::times) fn word(&self, i: usize) -> &'a str {
        self.tokens.get(i).map_or("", |token| &self.text[token.start as usize..token.end as usize])
    }

    /// How long a token is, in bytes.
    pub(in crate::times) fn len(&self, i: usize) -> usize {
        self.tokens.get(i).map_or(0, |token| (token.end - token.start) as usize)
    }

    /// Whether a word is any of these, in lower case.
    pub(in crate::times) fn any(&self, i: usize, words: &[&str]) -> bool {
        let word = self.word(i);
        words.iter().any(|known| word.eq_ignore_ascii_case(known))
    }

    /// Whether a new clause's subject could begin here: a capital letter on a word that the grammar does not know.
    pub(in crate::times) fn name(&self, i: usize) -> bool {
        self.capital(i) && matches!(self.lex(i), Lex::Other | Lex::PastForm)
    }

    /// Whether a lower-case plural noun stands here, as far as its ending tells.
    pub(in crate::times) fn plural(&self, i: usize) -> bool {
        const BARE: [&str; 11] =
            ["people", "men", "women", "children", "troops", "percent", "square", "km", "feet", "kg", "cubic"];
        let word = self.word(i);
        matches!(self.lex(i), Lex::Other | Lex::Million | Lex::Percent | Lex::Units(_))
            && !self.capital(i)
            && (self.any(i, &BARE) || word.len() > 3 && word.ends_with('s') && !word.ends_with("ss"))
            || self.is(i, Lex::Percent)
    }

    /// Behind a hyphen, or behind white space; `None` where the next token is written on without either.
    pub(in crate::times) fn link(&self, i: usize) -> Option<usize> {
        match self.lex(i) {
            Lex::Hyphen => Some(i + 1),
            _ if self.spaced(i) => Some(i),
            _ => None,
        }
    }

    /// A whole number in digits or letters, up to the thousands.
    pub(in crate::times) fn whole(&self, i: usize) -> Parsed<u32> {
        match self.lex(i) {
            Lex::Int(n) => Some((n, i + 1)),
            Lex::Count(_) | Lex::Ty(_) | Lex::Hundred | Lex::Thousand => self.spelled(i),
            _ => None,
        }
    }

    fn spelled(&self, i: usize) -> Parsed<u32> {
        let (mut total, mut group, mut at, mut read) = (0_u32, 0_u32, i, false);
        // Longer numbers than these do not count units of time.
        for _ in 0..8 {
            let place = if read { self.joint(at) } else { at };
            match self.lex(place) {
                Lex::Count(n) if group % 10 == 0 && (group % 100 == 0 || n < 10) => group += n,
                Lex::Ty(n) if group % 100 == 0 => group += n,
                Lex::Hundred if group < 10 => group = group.max(1) * 100,
                Lex::Thousand if total == 0 => {
                    total = group.max(1).saturating_mul(1000);
                    group = 0;
                }
                _ => break,
            }
            (at, read) = (place + 1, true);
            if matches!(self.lex(at - 1), Lex::Count(_))
                && !matches!(self.lex(at), Lex::Hundred | Lex::Thousand | Lex::Hyphen)
            {
                break;
            }
        }
        read.then_some((total + group, at))
    }

    /// Behind a hyphen or an "and" between the words of one number.
    fn joint(&self, i: usize) -> usize {
        if self.is(i, Lex::Hyphen) || self.is(i, Lex::And) && self.is(i.wrapping_sub(1), Lex::Hundred) {
            i + 1
        } else {
            i
        }
    }

    /// A number of units: "3", "2.5", "twenty-one", "two and a half", "several", "a few", "a couple of", "half a".
    pub(in crate::times) fn amount(&self, i: usize) -> Parsed<Amount> {
        match self.lex(i) {
            Lex::Number => {
                let digits: String = self.word(i).chars().filter(|&c| c != ',').collect();
                digits.parse().ok().map(|n| (Amount::Known(n), i + 1))
            }
            Lex::Several => Some((Amount::Vague, self.skip(i + 1, Lex::Of))),
            Lex::Few => Some((Amount::Vague, i + 1)),
            Lex::Couple => Some((Amount::Known(2.0), self.skip(i + 1, Lex::Of))),
            Lex::Dozen => Some((Amount::Known(12.0), i + 1)),
            Lex::Half => match self.lex(i + 1) {
                Lex::A => Some((Amount::Known(0.5), i + 2)),
                Lex::Hyphen => Some((Amount::Known(0.5), i + 1)),
                _ => None,
            },
            Lex::A => match self.lex(i + 1) {
                Lex::Several | Lex::Few | Lex::Couple | Lex::Dozen => self.amount(i + 1),
                Lex::Hundred | Lex::Thousand => self.spelled(i + 1).map(|(n, at)| (Amount::Known(f64::from(n)), at)),
                Lex::Half => Some((Amount::Known(0.5), self.skip(i + 2, Lex::Hyphen))),
                _ => None,
            },
            _ => {
                let (n, at) = self.whole(i)?;
                let n = f64::from(n);
                if self.is(at, Lex::Dozen) {
                    return Some((Amount::Known(n * 12.0), at + 1));
                }
                if self.is(at, Lex::Figures) && self.word(at) == "1/2" {
                    return Some((Amount::Known(n + 0.5), at + 1));
                }
                match self.and_a_half(at) {
                    Some(at) => Some((Amount::Known(n + 0.5), at)),
                    None => Some((Amount::Known(n), at)),
                }
            }
        }
    }

    /// "and a half", with spaces or hyphens.
    pub(in crate::times) fn and_a_half(&self, i: usize) -> Option<usize> {
        let i = self.skip(i, Lex::Hyphen);
        let a = self.is(i, Lex::And).then(|| self.skip(i + 1, Lex::Hyphen))?;
        let half = self.is(a, Lex::A).then(|| self.skip(a + 1, Lex::Hyphen))?;
        self.is(half, Lex::Half).then_some(half + 1)
    }

    /// A day of the month: 1 to 31 in digits, or an ordinal in digits or letters.
    pub(in crate::times) fn day_of_month(&self, i: usize) -> Parsed<u32> {
        let (day, at) = match self.lex(i) {
            Lex::Int(n) if self.len(i) <= 2 => (n, i + 1),
            _ => self.ordinal(i)?,
        };
        (1..=31).contains(&day).then_some((day, at))
    }

    /// "first", "2nd", "twenty-third".
    pub(in crate::times) fn ordinal(&self, i: usize) -> Parsed<u32> {
        let small = |i| match self.lex(i) {
            Lex::First => Some(1),
            Lex::Second => Some(2),
            Lex::Ordinal(n) => Some(n),
            _ => None,
        };
        if let Some(n) = small(i) {
            return Some((n, i + 1));
        }
        let Lex::Ty(ty) = self.lex(i) else { return None };
        let n = self.is(i + 1, Lex::Hyphen).then(|| small(i + 2)).flatten()?;
        (n < 10).then_some((ty + n, i + 3))
    }

    /// A year with four digits, or two behind an apostrophe.
    pub(in crate::times) fn year(&self, i: usize) -> Parsed<i32> {
        match self.lex(i) {
            Lex::Int(n @ 1000..=2999) if self.len(i) == 4 => Some((n as i32, i + 1)),
            Lex::Apostrophe => match self.lex(i + 1) {
                Lex::Int(n) if self.len(i + 1) == 2 => Some((century_of(n), i + 2)),
                _ => None,
            },
            _ => None,
        }
    }
}

/// The year that two digits stand for: up to 49 of this century, from 50 of the last.
pub(in crate::times) fn century_of(two_digits: u32) -> i32 {
    let n = (two_digits % 100) as i32;
    if n < 50 { 2000 + n } else { 1900 + n }
}
