//! Which pairs of neighbouring bytes a line or a sentence has: most phrases are ruled out by theirs before they are searched for.

/// A set of pairs of bytes, hashed to one bit each.
pub struct Pairs([u64; Pairs::WORDS]);

impl Pairs {
    const WORDS: usize = 64;

    /// The pairs of a line.
    pub fn of(line: &str) -> Self {
        let mut pairs = Self([0; Self::WORDS]);
        for pair in line.as_bytes().windows(2) {
            let (word, bit) = Self::place(pair);
            pairs.0[word] |= bit;
        }
        pairs
    }

    /// Whether the line can hold `part`; where this is false, it does not.
    pub fn may_hold(&self, part: &str) -> bool {
        part.as_bytes().windows(2).all(|pair| {
            let (word, bit) = Self::place(pair);
            self.0[word] & bit != 0
        })
    }

    fn place(pair: &[u8]) -> (usize, u64) {
        let hash = usize::from(pair[0]) * 37 + usize::from(pair[1]);
        ((hash / 64) % Self::WORDS, 1 << (hash % 64))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_a_line_holds_is_never_ruled_out(before in "\\PC{0,40}", part in "\\PC{1,12}", after in "\\PC{0,40}") {
            let line = [before.as_str(), &part, &after].concat();
            prop_assert!(Pairs::of(&line).may_hold(&part));
        }
    }
}
