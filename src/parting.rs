//! Whether reports part on a claim, and how: one answer for the overview, the page of a report and a comparison.

use model::bundle::{ClaimCard, ClaimNote};
use model::{DiscrepancyKind, Standing};

/// How reports part on a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Parting {
    /// They tell the same, but one alone hedges it, each quotes other words, or they print one utterance otherwise.
    Told,
    /// They differ on what they tell.
    Differs,
}

/// How a claim that stands so, on whose `kinds` something was found, is parted.
fn of(standing: Standing, kinds: usize, wordings: bool) -> Option<Parting> {
    match (standing, kinds) {
        (_, 0) => wordings.then_some(Parting::Told),
        (Standing::Differs, _) => Some(Parting::Differs),
        _ => Some(Parting::Told),
    }
}

impl Parting {
    /// How any two reports of a claim part on it.
    pub fn of(card: &ClaimCard) -> Option<Self> {
        of(card.standing, card.differs.len(), card.wordings > 1)
    }

    /// How the documents with these numbers part on a claim.
    pub(crate) fn between(note: &ClaimNote, a: u32, b: u32) -> Option<Self> {
        of(note.standing, kinds(note, a, b).len(), is_worded(note, a, b))
    }

    /// How the document with this number and any other part on a claim.
    pub(crate) fn from_others(note: &ClaimNote, own: u32) -> Option<Self> {
        let values = note.readings.iter().flat_map(|(_, values)| values).chain(&note.wordings);
        values.filter_map(|(other, _)| Self::between(note, own, *other)).max()
    }
}

/// Whether reports tell a claim alike but for how firmly, or in which quoted words: of what they tell, nothing differs.
pub fn is_told_otherwise(card: &ClaimCard) -> bool {
    card.wordings > 1 || Parting::of(card) == Some(Parting::Told)
}

/// On what two documents part that make one claim.
pub(crate) fn kinds(note: &ClaimNote, a: u32, b: u32) -> Vec<DiscrepancyKind> {
    note.readings.iter().filter(|(_, values)| apart(values, a, b)).map(|(kind, _)| *kind).collect()
}

/// Whether two documents print one utterance otherwise.
pub(crate) fn is_worded(note: &ClaimNote, a: u32, b: u32) -> bool {
    apart(&note.wordings, a, b)
}

/// Whether nothing that one document gives is given by the other.
fn apart(values: &[(u32, String)], a: u32, b: u32) -> bool {
    let of = |number: u32| values.iter().filter(move |(document, _)| *document == number).map(|(_, value)| value);
    of(a).next().is_some() && of(b).next().is_some() && of(a).all(|value| of(b).all(|other| other != value))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::course::testing::card;

    #[test]
    fn a_list_and_a_comparison_give_one_answer() {
        let mut note = ClaimNote {
            id: "weir".into(),
            title: "The weir holds".into(),
            standing: Standing::Agreed,
            open: false,
            differs: vec![DiscrepancyKind::Commitment],
            articles: 3,
            origins: 3,
            readings: vec![(DiscrepancyKind::Commitment, vec![(1, "hedged".into()), (2, "not hedged".into())])],
            wordings: Vec::new(),
            perhaps: Vec::new(),
        };
        let listed =
            |note: &ClaimNote| ClaimCard { standing: note.standing, differs: note.differs.clone(), ..card("weir", "") };
        assert_eq!(Parting::of(&listed(&note)), Some(Parting::Told));
        assert_eq!(Parting::between(&note, 1, 2), Some(Parting::Told));
        assert_eq!(Parting::between(&note, 1, 3), None);
        assert_eq!(
            [1, 2, 3].map(|own| Parting::from_others(&note, own)),
            [Some(Parting::Told), Some(Parting::Told), None]
        );
        note.standing = Standing::Differs;
        assert_eq!(Parting::of(&listed(&note)), Some(Parting::Differs));
        assert_eq!(Parting::between(&note, 2, 1), Some(Parting::Differs));
        (note.differs, note.readings) = (Vec::new(), Vec::new());
        note.wordings = vec![(1, "it holds".into()), (3, "it will hold".into())];
        assert_eq!(Parting::from_others(&note, 3), Some(Parting::Told));
        assert!(is_told_otherwise(&ClaimCard { wordings: 2, ..card("weir", "") }));
    }
}
