//! What a report calls people and things, by each word of their names.

use model::{EntityKind, Mention};

use super::words::fold;

/// The mentions of one report by each folded word of their names, one for each name: who bears a word is found without a look
/// at all of them. Indices of mentions, in the order of the words.
pub(super) struct Called(Vec<(String, u32)>);

impl Called {
    pub(super) fn new(mentions: &[Mention]) -> Self {
        let name = |at: u32| {
            let mention = &mentions[at as usize];
            (mention.name.as_str(), mention.kind == EntityKind::Person)
        };
        let each = (0..).zip(mentions).flat_map(|(at, mention)| mention.name.split(' ').map(move |w| (fold(w), at)));
        let mut found: Vec<(String, u32)> = each.collect();
        model::order::sort_by(&mut found, |a, b| (&a.0, name(a.1)).cmp(&(&b.0, name(b.1))));
        found.dedup_by(|a, b| a.0 == b.0 && name(a.1) == name(b.1));
        Self(found)
    }

    /// Indices of mentions whose names have a word, in any case.
    pub(super) fn by(&self, word: &str) -> impl Iterator<Item = u32> {
        let word = fold(word);
        let from = self.0.partition_point(|(known, _)| *known < word);
        self.0[from..].iter().take_while(move |(known, _)| *known == word).map(|&(_, at)| at)
    }
}

#[cfg(test)]
mod tests {
    use model::Span;

    use super::*;

    #[test]
    fn a_name_is_found_by_each_of_its_words() {
        let mention = |name: &str, kind| Mention { span: Span::new(0, 1), name: name.to_owned(), kind };
        let mentions = [
            mention("Anna Berg", EntityKind::Person),
            mention("Berg", EntityKind::Place),
            mention("Anna Berg", EntityKind::Person),
            mention("Olaf Lind", EntityKind::Person),
        ];
        let called = Called::new(&mentions);
        let by = |word: &str| called.by(word).collect::<Vec<_>>();
        assert_eq!(by("BERG"), [0, 1]);
        assert_eq!(by("anna"), [0], "each name once");
        assert!(by("Ber").is_empty() && by("Zorn").is_empty());
    }
}
