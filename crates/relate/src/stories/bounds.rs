//! The most that a pair of statements can come to, told from little: most pairs of an area are so unlike that nothing else
//! of them need be looked at.

use model::Day;

use super::evidence::{self, Documents, Evidence};
use super::similarity::most_by_words;
use crate::features::{Features, Term};

/// What of a statement bounds its pairs, side by side in memory.
struct Mark {
    verb: Option<Term>,
    day: Option<(Day, f32)>,
    timed: bool,
    denied: bool,
    expected: bool,
    /// The root of how near it stands to the top.
    top: f32,
}

/// Bounds for the pairs of some statements.
pub(super) struct Bounds {
    marks: Vec<Mark>,
    /// Of each pair of documents: what speaks for it whatever the statements are, and the cosine of what they are about.
    documents: Vec<(f32, f32)>,
    /// The weights of what speaks for a pair of statements; 0 where it speaks against.
    weights: Evidence,
    /// The weights of what is not looked at here, and never more than 1.
    rest: f32,
}

impl Bounds {
    /// Of statements, and of the pairs of their documents, by weights.
    pub(super) fn new(statements: &[&Features], pairs: &[Documents], weights: &Evidence) -> Self {
        let mark = |statement: &&Features| Mark {
            verb: statement.said.verb,
            day: statement.day,
            timed: statement.time.is_some(),
            denied: statement.denied,
            expected: statement.expected,
            top: statement.lead.sqrt(),
        };
        let documents = pairs.iter().map(|pair| (pair.weighed(weights), pair.context)).collect();
        let (own, rest) = evidence::greatest(weights);
        Self { marks: statements.iter().map(mark).collect(), documents, weights: own, rest }
    }

    /// The most that the logarithm of their odds can be by their words alone, and by all evidence; `pair` is the place of
    /// their documents among the pairs, `cosines` are those of their words, of those for events and of names (of their own words
    /// in place of all three where another clause is more alike).
    pub(super) fn most(&self, i: usize, j: usize, pair: usize, cosines: [f32; 3]) -> (f32, f32) {
        let (a, b, w) = (&self.marks[i], &self.marks[j], &self.weights);
        let day = match (a.day, b.day) {
            (Some((x, rarity)), Some((y, _))) if x == y => rarity,
            _ => 0.0,
        };
        let flag = |holds: bool, weight: f32| if holds { weight } else { 0.0 };
        let (timed, denied) = (a.timed && b.timed, a.denied && b.denied);
        let by_words = most_by_words(cosines, day, [a.expected && b.expected, denied, timed]);
        let [words, events, names] = cosines;
        let (fixed, context) = self.documents[pair];
        let by_all = fixed
            + self.rest
            + w[evidence::ROOT] * words.sqrt()
            + w[evidence::WORDS] * words
            + w[evidence::EVENTS] * events
            + w[evidence::NAMES] * names
            + w[evidence::DAY] * day
            + flag(a.verb.is_some() && a.verb == b.verb, w[evidence::SAME_VERB])
            + flag(denied, w[evidence::DENIED])
            + flag(timed, w[evidence::TIME])
            + a.top * b.top * (w[evidence::AT_TOP] + w[evidence::TOP_WORDS] + w[evidence::TOP_DOCUMENTS] * context);
        (by_words, by_all)
    }
}
