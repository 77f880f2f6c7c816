//! What is asked of all documents together while something is made of a few of them. Where the answers are the same again,
//! and those few documents too, so is what is made of them.
//!
//! Whoever answers out of the whole corpus notes the question here; the rest of what a claim is made of is its documents.

use std::cell::RefCell;

use super::maps::Set;

/// What kind of question it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Whom or what a name means.
    Name,
    /// Everybody whose voice it may be that is told as that of a name.
    Voices,
    /// The public bodies whose word it may be.
    Bodies,
    /// Whether a name of one word says who it is.
    Tells,
    /// Whose family name alone a word is.
    Only,
    /// How many documents have an abbreviation.
    Short,
    /// Whether the documents near one have a word: its number, a space and the word.
    Near,
}

/// The kinds, in their order.
pub(crate) const KINDS: [Kind; 7] =
    [Kind::Name, Kind::Voices, Kind::Bodies, Kind::Tells, Kind::Only, Kind::Short, Kind::Near];

/// Questions, each once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Asked {
    words: [Set<String>; KINDS.len()],
    /// Documents of which it was asked whether they tell of the same people and places.
    scenes: Set<(u32, u32)>,
}

thread_local! {
    /// The questions of what is being made on this thread, where they are noted.
    static NOTED: RefCell<Option<Asked>> = const { RefCell::new(None) };
}

/// What `work` makes, with what it asked.
pub(crate) fn during<T>(work: impl FnOnce() -> T) -> (T, Asked) {
    let before = NOTED.replace(Some(Asked::default()));
    let made = work();
    let asked = NOTED.replace(before).unwrap_or_default();
    again(&asked);
    (made, asked)
}

/// What `work` makes; what it asks is noted by whoever calls this as one question of its own.
pub(crate) fn within<T>(work: impl FnOnce() -> T) -> T {
    let before = NOTED.replace(None);
    let made = work();
    NOTED.replace(before);
    made
}

/// Whether questions are noted.
pub(crate) fn is_noted() -> bool {
    NOTED.with_borrow(Option::is_some)
}

/// Notes questions that something was made of before, which is taken as it is.
pub(crate) fn again(asked: &Asked) {
    NOTED.with_borrow_mut(|noted| {
        let Some(noted) = noted else { return };
        for (all, some) in noted.words.iter_mut().zip(&asked.words) {
            all.extend(some.iter().filter(|word| !all.contains(*word)).cloned().collect::<Vec<_>>());
        }
        noted.scenes.extend(&asked.scenes);
    });
}

/// Notes a question about words.
pub(crate) fn note(kind: Kind, words: &str) {
    NOTED.with_borrow_mut(|noted| {
        let Some(noted) = noted else { return };
        let all = &mut noted.words[kind as usize];
        if !all.contains(words) {
            all.insert(words.to_owned());
        }
    });
}

/// Notes a question about the scenes of two documents.
pub(crate) fn note_scene(a: u32, b: u32) {
    NOTED.with_borrow_mut(|noted| noted.iter_mut().for_each(|noted| _ = noted.scenes.insert((a, b))));
}

/// Questions as they are kept: by kind, in order.
pub(crate) type Written = (Vec<Vec<String>>, Vec<(u32, u32)>);

impl Asked {
    /// As they are kept.
    pub(crate) fn written(self) -> Written {
        let sorted = |words: Set<String>| {
            let mut words: Vec<String> = words.into_iter().collect();
            model::order::sort(&mut words);
            words
        };
        let mut scenes: Vec<(u32, u32)> = self.scenes.into_iter().collect();
        model::order::sort(&mut scenes);
        (self.words.into_iter().map(sorted).collect(), scenes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_asked_is_noted_once_and_by_whoever_waits_for_it() {
        note(Kind::Name, "Berg");
        assert!(!is_noted());
        let ((), all) = during(|| {
            note(Kind::Name, "Lund");
            let ((), inner) = during(|| {
                note(Kind::Name, "Lund");
                note(Kind::Short, "HWA");
                within(|| note(Kind::Name, "Corby"));
                note(Kind::Voices, "Corby");
            });
            assert_eq!(inner.written().0, [vec!["Lund"], vec!["Corby"], vec![], vec![], vec![], vec!["HWA"], vec![]]);
            note_scene(1, 2);
            note_scene(1, 2);
        });
        let names: Vec<Vec<&str>> = vec![vec!["Lund"], vec!["Corby"], vec![], vec![], vec![], vec!["HWA"], vec![]];
        let (words, scenes) = all.clone().written();
        assert_eq!(
            (words, scenes),
            (names.iter().map(|of| of.iter().map(|w| (*w).to_owned()).collect()).collect(), vec![(1, 2)])
        );
        let ((), taken) = during(|| again(&all));
        assert_eq!(taken, all);
        assert!(!is_noted());
    }
}
