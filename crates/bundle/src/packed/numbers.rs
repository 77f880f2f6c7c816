//! Numbers, coded arithmetically: each column has its own statistics, which are learned while it is written and, the same
//! way, while it is read.
//!
//! A number is the length of its binary form, as a walk down a tree of yes and no that knows the two lengths before it in
//! the column, then its upper bits, which are learned as well, then the rest. The coder is the carryless one of Matt
//! Mahoney's lpaq (32-bit bounds, one byte out as soon as both bounds share it).

/// How many yes-or-no statistics one column has: of lengths after lengths, and of upper bits by length.
const LENGTHS: usize = 8 * 8 * 128;
const UPPER: usize = 65 * (1 << LEARNED);
const LOWER: usize = 65 * 64;
const COLUMN: usize = LENGTHS + UPPER + LOWER;

/// How many bits below the highest are learned together.
const LEARNED: u32 = 3;

/// What is known of a question: how probable a yes is, of 65,536, and how often it was asked.
#[derive(Clone, Copy)]
struct Odds {
    yes: u16,
    asked: u8,
}

impl Odds {
    const EVEN: Self = Self { yes: 1 << 15, asked: 0 };

    /// Learns an answer: fast at first, then slowly.
    fn learn(&mut self, yes: bool) {
        /// How far the odds move, of 65,536, by how often they were asked.
        const PACE: [u32; 24] = [
            26_000, 18_000, 13_500, 10_900, 9_100, 7_800, 6_800, 6_100, 5_500, 5_000, 4_600, 4_250, 3_950, 3_700,
            3_450, 3_250, 3_050, 2_900, 2_750, 2_600, 2_450, 2_300, 2_150, 2_000,
        ];
        let pace = PACE[usize::from(self.asked)];
        let now = u32::from(self.yes);
        let next = if yes { now + (((65_535 - now) * pace) >> 16) } else { now - ((now * pace) >> 16) };
        self.yes = next.clamp(32, 65_503) as u16;
        self.asked = (self.asked + 1).min(PACE.len() as u8 - 1);
    }
}

/// Where the answers go, or come from.
enum Tape<'a> {
    Out(Vec<u8>),
    In(&'a [u8]),
}

/// Writes numbers, or reads them back.
pub(super) struct Numbers<'a> {
    tape: Tape<'a>,
    low: u32,
    high: u32,
    /// The code that is read, 32 bits of it at a time.
    code: u32,
    /// How many bytes were read that are not there.
    beyond: u32,
    columns: Vec<Option<Box<[Odds]>>>,
    /// The lengths of the last two numbers of each column.
    before: Vec<[u8; 2]>,
}

impl<'a> Numbers<'a> {
    /// Writes.
    pub(super) fn writer(columns: usize) -> Self {
        Self::new(Tape::Out(Vec::new()), columns)
    }

    /// Reads what was written.
    pub(super) fn reader(bytes: &'a [u8], columns: usize) -> Self {
        let mut numbers = Self::new(Tape::In(bytes), columns);
        for _ in 0..4 {
            numbers.shift();
        }
        (numbers.low, numbers.high) = (0, u32::MAX);
        numbers
    }

    fn new(tape: Tape<'a>, columns: usize) -> Self {
        let none = || (0..columns).map(|_| None).collect();
        Self { tape, low: 0, high: u32::MAX, code: 0, beyond: 0, columns: none(), before: vec![[0; 2]; columns] }
    }

    /// Whether numbers are written.
    pub(super) fn writes(&self) -> bool {
        matches!(self.tape, Tape::Out(_))
    }

    /// Whether more was read than was written: what is read from then on is 0.
    pub(super) fn is_over(&self) -> bool {
        self.beyond > 8
    }

    /// What was written.
    pub(super) fn finish(mut self) -> Vec<u8> {
        for _ in 0..4 {
            self.shift();
        }
        match self.tape {
            Tape::Out(bytes) => bytes,
            Tape::In(_) => Vec::new(),
        }
    }

    /// Writes a number to a column, or gives the one that was written there.
    pub(super) fn number(&mut self, column: usize, value: u64) -> u64 {
        if self.is_over() {
            return 0;
        }
        let even = || vec![Odds::EVEN; COLUMN].into_boxed_slice();
        let mut odds = self.columns[column].take().unwrap_or_else(even);
        let [last, before] = self.before[column];
        // 0 has the length 0, so that a column of flags asks one question each.
        let own = 64 - value.leading_zeros();
        let context = (usize::from(class(last)) * 8 + usize::from(class(before))) * 128;
        let length = self.length(&mut odds[context..context + 128], own);
        let value = if length < 2 { u64::from(length) } else { self.rest(&mut odds, length, value) };
        self.columns[column] = Some(odds);
        self.before[column] = [length as u8, last];
        value
    }

    /// A length: whether it is 0, 1, 2, …, one after the other while it is short, since most are.
    fn length(&mut self, odds: &mut [Odds], own: u32) -> u32 {
        (0..64).find(|&length| !self.ask(&mut odds[length as usize], own > length)).unwrap_or(64)
    }

    /// The bits below the highest.
    fn rest(&mut self, odds: &mut [Odds], length: u32, value: u64) -> u64 {
        let mut read = 1;
        let mut walked = 1;
        for bit in (0..length - 1).rev() {
            let own = value >> bit & 1 == 1;
            let place = if length - 2 - bit < LEARNED {
                LENGTHS + (length as usize) * (1 << LEARNED) + walked
            } else {
                LENGTHS + UPPER + (length as usize) * 64 + bit as usize
            };
            let yes = self.ask(&mut odds[place], own);
            walked = walked << 1 | usize::from(yes);
            read = read << 1 | u64::from(yes);
        }
        read
    }

    /// One question: `own` is the answer that is written; the one that was written is read.
    fn ask(&mut self, odds: &mut Odds, own: bool) -> bool {
        let middle = self.low + ((u64::from(self.high - self.low) * u64::from(odds.yes)) >> 16) as u32;
        let yes = if self.writes() { own } else { self.code <= middle };
        if yes {
            self.high = middle;
        } else {
            self.low = middle + 1;
        }
        odds.learn(yes);
        while (self.low ^ self.high) >> 24 == 0 {
            self.shift();
        }
        yes
    }

    /// One byte on.
    fn shift(&mut self) {
        match &mut self.tape {
            Tape::Out(bytes) => bytes.push((self.low >> 24) as u8),
            Tape::In(bytes) => {
                let next = match bytes.split_first() {
                    Some((next, rest)) => {
                        *bytes = rest;
                        *next
                    }
                    None => {
                        self.beyond += 1;
                        0
                    }
                };
                self.code = self.code << 8 | u32::from(next);
            }
        }
        self.low <<= 8;
        self.high = self.high << 8 | 0xff;
    }
}

/// Lengths that are told apart where they stand before another.
fn class(length: u8) -> u8 {
    match length {
        0..=4 => length,
        5..=6 => 5,
        7..=10 => 6,
        _ => 7,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn numbers_come_back(list in prop::collection::vec((0usize..3, prop_oneof![0u64..9, any::<u64>()]), 0..400)) {
            let mut writer = Numbers::writer(3);
            for &(column, value) in &list {
                writer.number(column, value);
            }
            let bytes = writer.finish();
            let mut reader = Numbers::reader(&bytes, 3);
            for &(column, value) in &list {
                prop_assert_eq!(reader.number(column, 0), value);
            }
        }

        #[test]
        fn any_bytes_are_read_to_an_end(bytes in prop::collection::vec(any::<u8>(), 0..60)) {
            let mut reader = Numbers::reader(&bytes, 1);
            let read = (0..2_000).filter(|_| reader.number(0, 0) > 0 && !reader.is_over()).count();
            prop_assert!(reader.is_over() || read <= 2_000);
        }
    }

    #[test]
    fn what_repeats_takes_next_to_nothing() {
        let mut writer = Numbers::writer(1);
        for at in 0..10_000 {
            writer.number(0, [3, 3, 7][at % 3]);
        }
        assert!(writer.finish().len() < 200);
    }
}
