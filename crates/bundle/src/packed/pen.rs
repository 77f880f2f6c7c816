//! What writes and reads in one: each function that takes a pen tells the order of a thing's parts once, and the same
//! function writes the thing or fills a blank one with what was written.

use std::collections::HashMap;

use model::{Day, Grain, Span, When};

use super::columns::{COLUMNS, Column, Kind};
use super::numbers::Numbers;

/// What ends a string: no byte of UTF-8.
const END: u8 = 0xff;

/// The most of anything in one list.
const MOST: u64 = 1 << 26;

/// Strings of one kind that were used before.
#[derive(Default)]
struct Known {
    strings: Vec<String>,
    /// Only whoever writes looks for them.
    numbers: HashMap<String, usize>,
}

/// See above.
pub(super) struct Pen<'a> {
    numbers: Numbers<'a>,
    /// The strings that are new, one after the other.
    strings: Vec<u8>,
    /// How far they are read.
    read: usize,
    known: Vec<Known>,
    whens: Vec<When>,
    /// Only whoever writes looks for them.
    when_numbers: HashMap<When, usize>,
    /// Whether something was read that nobody writes.
    pub(super) damaged: bool,
}

impl<'a> Pen<'a> {
    /// Writes.
    pub(super) fn writer() -> Self {
        Self::new(Numbers::writer(COLUMNS), Vec::new())
    }

    /// Reads what was written.
    pub(super) fn reader(numbers: &'a [u8], strings: Vec<u8>) -> Self {
        Self::new(Numbers::reader(numbers, COLUMNS), strings)
    }

    fn new(numbers: Numbers<'a>, strings: Vec<u8>) -> Self {
        let known = Kind::ALL.iter().map(|_| Known::default()).collect();
        Self { numbers, strings, read: 0, known, whens: Vec::new(), when_numbers: HashMap::new(), damaged: false }
    }

    /// Whether things are written.
    pub(super) fn writes(&self) -> bool {
        self.numbers.writes()
    }

    /// Whether all could be read that was.
    pub(super) fn is_sound(&self) -> bool {
        !self.damaged && !self.numbers.is_over()
    }

    /// What was written: numbers, and strings.
    pub(super) fn finish(self) -> (Vec<u8>, Vec<u8>) {
        (self.numbers.finish(), self.strings)
    }

    /// A number.
    pub(super) fn number(&mut self, column: Column, value: u64) -> u64 {
        self.numbers.number(column as usize, value)
    }

    /// A number that is mostly near another.
    pub(super) fn near(&mut self, column: Column, value: &mut u32, other: u32) {
        let away = value.wrapping_sub(other) as i32;
        let read = self.number(column, u64::from((away << 1 ^ away >> 31) as u32)) as u32;
        let away = (read >> 1) as i32 ^ -((read & 1) as i32);
        *value = other.wrapping_add(away as u32);
    }

    /// A number as it is.
    pub(super) fn plain(&mut self, column: Column, value: &mut u32) {
        *value = self.number(column, u64::from(*value)) as u32;
    }

    /// Yes or no.
    pub(super) fn flag(&mut self, column: Column, value: bool) -> bool {
        self.number(column, u64::from(value)) == 1
    }

    /// One of a few.
    pub(super) fn one_of<T: Copy + PartialEq>(&mut self, column: Column, all: &[T], value: &mut T) {
        let own = all.iter().position(|other| other == value).unwrap_or_default();
        match all.get(self.number(column, own as u64) as usize) {
            Some(read) => *value = *read,
            None => self.damaged = true,
        }
    }

    /// How many there are of something.
    pub(super) fn count(&mut self, column: Column, own: usize) -> usize {
        let count = self.number(column, own as u64);
        if count > MOST {
            self.damaged = true;
            return 0;
        }
        count as usize
    }

    /// A list: `blank` makes what is filled, `each` writes or reads one, with the list before it.
    pub(super) fn list<T>(
        &mut self,
        column: Column,
        list: &mut Vec<T>,
        blank: impl Fn() -> T,
        mut each: impl FnMut(&mut Self, &mut T, &[T]),
    ) {
        let count = self.count(column, list.len());
        if self.writes() {
            for at in 0..count {
                let (before, rest) = list.split_at_mut(at);
                each(self, &mut rest[0], before);
            }
            return;
        }
        list.clear();
        for _ in 0..count {
            if !self.is_sound() {
                return;
            }
            let mut one = blank();
            each(self, &mut one, list);
            list.push(one);
        }
    }

    /// What may be there or not.
    pub(super) fn maybe<T>(
        &mut self,
        column: Column,
        value: &mut Option<T>,
        blank: impl Fn() -> T,
        each: impl FnOnce(&mut Self, &mut T),
    ) {
        if self.flag(column, value.is_some()) {
            each(self, value.get_or_insert_with(blank));
        } else {
            *value = None;
        }
    }

    /// A span that begins near `from`.
    pub(super) fn span(&mut self, [start, length]: [Column; 2], span: &mut Span, from: u32) {
        let mut own = span.end.wrapping_sub(span.start);
        self.near(start, &mut span.start, from);
        self.near(length, &mut own, 0);
        span.end = span.start.wrapping_add(own);
    }

    /// A string of which nothing is known.
    pub(super) fn fresh(&mut self, value: &mut String) {
        if self.writes() {
            self.strings.extend(value.as_bytes());
            self.strings.push(END);
            return;
        }
        let rest = self.strings.get(self.read..).unwrap_or_default();
        let own = rest.iter().position(|byte| *byte == END).and_then(|end| std::str::from_utf8(&rest[..end]).ok());
        match own {
            Some(own) => {
                self.read += own.len() + 1;
                *value = own.to_owned();
            }
            None => self.damaged = true,
        }
    }

    /// A string that may have been used before: 0 and the string where it was not, else how many came since.
    pub(super) fn string(&mut self, column: Column, kind: Kind, value: &mut String) {
        let known = &self.known[kind as usize];
        let count = known.strings.len();
        let back = known.numbers.get(value).map_or(0, |number| count - number);
        let back = self.number(column, back as u64) as usize;
        if back > 0 {
            match count.checked_sub(back).and_then(|number| self.known[kind as usize].strings.get(number)) {
                Some(own) if !self.numbers.writes() => own.clone_into(value),
                Some(_) => {}
                None => self.damaged = true,
            }
            return;
        }
        self.fresh(value);
        let writes = self.writes();
        let known = &mut self.known[kind as usize];
        if writes {
            known.numbers.insert(value.clone(), count);
        }
        known.strings.push(value.clone());
    }

    /// A string that may be what another is.
    pub(super) fn same_or(&mut self, same: Column, column: Column, kind: Kind, value: &mut String, other: &str) {
        if self.flag(same, value == other) {
            other.clone_into(value);
        } else {
            self.string(column, kind, value);
        }
    }

    /// A string or none.
    pub(super) fn maybe_string(&mut self, there: Column, column: Column, kind: Kind, value: &mut Option<String>) {
        self.maybe(there, value, String::new, |pen, value| pen.string(column, kind, value));
    }

    /// A list of strings.
    pub(super) fn strings(&mut self, count: Column, column: Column, kind: Kind, list: &mut Vec<String>) {
        self.list(count, list, String::new, |pen, value, _| pen.string(column, kind, value));
    }

    /// A day.
    pub(super) fn day(&mut self, column: Column, day: &mut Day) {
        let mut number = day.0 as u32;
        self.near(column, &mut number, 0);
        day.0 = number as i32;
    }

    /// A day or none, that may be what is thought.
    pub(super) fn maybe_day(&mut self, column: Column, day: &mut Option<Day>, thought: Option<Day>) {
        if self.flag(column, *day == thought) {
            *day = thought;
            return;
        }
        self.maybe(Column::DayThere, day, || Day(0), |pen, day| pen.day(Column::Day, day));
    }

    /// A time or none: 0 for none, 1 for a new one, else how many came since.
    pub(super) fn when(&mut self, column: Column, when: &mut Option<When>) {
        let count = self.whens.len();
        let own = when.as_ref().map(|when| self.when_numbers.get(when));
        let own = own.map_or(0, |known| known.map_or(1, |&at| count - at + 1));
        match self.number(column, own as u64) as usize {
            0 => *when = None,
            1 => {
                const GRAINS: [Grain; 8] = [
                    Grain::Day,
                    Grain::Days,
                    Grain::Week,
                    Grain::Month,
                    Grain::Season,
                    Grain::Quarter,
                    Grain::Year,
                    Grain::Vague,
                ];
                let blank = || When { edtf: String::new(), first: None, last: None, grain: Grain::Day };
                let mut new = when.take().unwrap_or_else(blank);
                self.fresh(&mut new.edtf);
                let read = When::parse(&new.edtf).unwrap_or_else(|_| blank());
                self.maybe_day(Column::WhenFirst, &mut new.first, read.first);
                self.maybe_day(Column::WhenLast, &mut new.last, read.last);
                self.one_of(Column::WhenGrain, &GRAINS, &mut new.grain);
                if self.writes() {
                    self.when_numbers.insert(new.clone(), count);
                }
                self.whens.push(new.clone());
                *when = Some(new);
            }
            back => match (count + 1).checked_sub(back).and_then(|at| self.whens.get(at)) {
                Some(own) => *when = Some(own.clone()),
                None => self.damaged = true,
            },
        }
    }

    /// A string that is mostly made of pieces of another, told by where each piece begins after the end of the one before,
    /// how long it is, and what stands between.
    pub(super) fn like(&mut self, value: &mut String, other: &str) {
        let own = if self.writes() { pieces(value, other) } else { Vec::new() };
        let count = self.count(Column::Pieces, own.len());
        let mut read = String::new();
        let mut end = 0;
        for at in 0..=count {
            let (mut text, mut start, length) = own.get(at).map_or((String::new(), 0, 0), |piece| {
                (value[piece.text.clone()].to_owned(), piece.start as u32, piece.length)
            });
            if self.writes() && at == count {
                let after = own.last().map_or(0, |last| last.text.end + last.length);
                text = value[after..].to_owned();
            }
            self.string(Column::Between, Kind::Between, &mut text);
            read.push_str(&text);
            if at == count || !self.is_sound() {
                break;
            }
            self.near(Column::PieceStart, &mut start, end);
            let length = self.number(Column::PieceLength, length as u64) as usize;
            match other.get(start as usize..(start as usize).saturating_add(length)) {
                Some(piece) => read.push_str(piece),
                None => self.damaged = true,
            }
            end = start.wrapping_add(length as u32);
        }
        if !self.writes() {
            *value = read;
        }
    }
}

/// A piece of another string: where it begins there, how many bytes it has, and what of the string stands before it.
struct Piece {
    text: std::ops::Range<usize>,
    start: usize,
    length: usize,
}

/// The least that is worth a piece, in bytes.
const LEAST: usize = 4;

/// The pieces of `value` that stand in `other`, the longest from each place on; of equal ones, the one that goes on where
/// the last ended.
fn pieces(value: &str, other: &str) -> Vec<Piece> {
    let (own, from) = (value.as_bytes(), other.as_bytes());
    let mut pieces: Vec<Piece> = Vec::new();
    let (mut at, mut after, mut end) = (0, 0, 0);
    while at < own.len() {
        let shared =
            |start: usize| own[at..].iter().zip(&from[start.min(from.len())..]).take_while(|(a, b)| a == b).count();
        let mut best = (shared(end), end);
        if best.0 < 2 * LEAST {
            for start in (0..from.len()).filter(|&start| from[start] == own[at]) {
                best = if shared(start) > best.0 { (shared(start), start) } else { best };
            }
        }
        let (mut length, start) = best;
        while length > 0 && !(value.is_char_boundary(at + length) && other.is_char_boundary(start + length)) {
            length -= 1;
        }
        if length >= LEAST && value.is_char_boundary(at) && other.is_char_boundary(start) {
            pieces.push(Piece { text: after..at, start, length });
            at += length;
            (after, end) = (at, start + length);
        } else {
            at += 1;
        }
    }
    pieces
}
