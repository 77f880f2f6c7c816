//! What a group of statements has to share: at the top of the reports of one story all is alike that stands there.

use std::cell::OnceCell;

use crate::features::{Features, Term, Vector, cosine, unit};
use crate::ground::linkage::{self, Link};
use crate::ground::maps::Map;

/// The least average likelihood within a story.
pub(super) const THRESHOLD: f32 = 0.4;

/// A group of fewer statements is what it is.
const LARGE: usize = 4;

/// From this lead on a statement stands at the top of its report, among its first seven sentences: there news tells its main
/// event, whatever words it takes.
const TOP: f32 = 0.3;

/// A report of so many statements at most is short: it tells one event.
const SHORT: usize = 12;

/// What any other statement of a large group shares with a quarter of the others at least: the cosine of their words and
/// sentences, and that of what is no name in them. A name is told of in many stories.
const WORDS: f32 = 0.06;
const DEED: f32 = 0.05;

/// The statements of a group that tell its story, and the rest: what is said beside the main event of a long report is no
/// part of it, unless the others tell it too.
pub(super) fn core(statements: &[&Features], lengths: &Map<u32, usize>, group: Vec<u32>) -> (Vec<u32>, Vec<u32>) {
    if group.len() < LARGE {
        return (group, Vec::new());
    }
    let own: Vec<&Features> = group.iter().map(|&at| statements[at as usize]).collect();
    // Few are asked for theirs.
    let deeds: Vec<OnceCell<Vector>> = own.iter().map(|_| OnceCell::new()).collect();
    let deed = |at: usize| deeds[at].get_or_init(|| deed(own[at]));
    let quarter = group.len().div_ceil(4).saturating_sub(1);
    let shares = |at: usize, least: f32, alike: &dyn Fn(usize) -> f32| {
        let elsewhere = |&other: &usize| own[other].document != own[at].document;
        (0..own.len()).filter(elsewhere).filter(|&other| alike(other) >= least).nth(quarter).is_some()
    };
    let tells = |at: usize| {
        let statement = own[at];
        statement.lead >= TOP
            || is_short(lengths, statement)
            || shares(at, WORDS, &|other| cosine(&statement.wide, &own[other].wide))
                && shares(at, DEED, &|other| cosine(deed(at), deed(other)))
    };
    let told: Vec<bool> = (0..group.len()).map(tells).collect();
    let of = |wanted: bool| group.iter().zip(&told).filter(|(_, told)| **told == wanted).map(|(&at, _)| at).collect();
    let (core, rest): (Vec<u32>, Vec<u32>) = (of(true), of(false));
    if core.len() < 2 { (Vec::new(), group) } else { (core, rest) }
}

/// The terms of a statement and its sentence that name nobody and nothing.
fn deed(statement: &Features) -> Vector {
    let named = |term: Term| statement.names.binary_search_by_key(&term, |name| name.0).is_ok();
    unit(statement.wide.iter().copied().filter(|&(term, _)| !named(term)).collect())
}

/// Whether a statement stands in a short report.
pub(super) fn is_short(lengths: &Map<u32, usize>, statement: &Features) -> bool {
    lengths.get(&statement.document).is_some_and(|&length| length <= SHORT)
}

/// How many statements each report has.
pub(super) fn lengths(statements: &[&Features]) -> Map<u32, usize> {
    let mut lengths: Map<u32, usize> = Map::default();
    statements.iter().for_each(|statement| *lengths.entry(statement.document).or_default() += 1);
    lengths
}

/// What fell out of its group, grouped by words alone. `apart` becomes sorted.
pub(super) fn regrouped(apart: &mut [u32], by_words: &[Link]) -> Vec<Vec<u32>> {
    model::order::sort(apart);
    let at = |index: u32| apart.binary_search(&index).ok().map(|at| at as u32);
    let links: Vec<Link> =
        by_words.iter().filter_map(|link| Some(Link { a: at(link.a)?, b: at(link.b)?, score: link.score })).collect();
    let groups = linkage::groups(apart.len(), &links, THRESHOLD);
    groups.into_iter().map(|group| group.into_iter().map(|i| apart[i as usize]).collect()).collect()
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::features::Said;

    const NAME: Term = 9;

    /// A statement of a report by its terms, of which [`NAME`] is a name.
    pub(in crate::stories) fn statement(document: u32, terms: &[Term], lead: f32) -> Features {
        let wide = unit(terms.iter().map(|&term| (term, 1.0)).collect());
        Features {
            document,
            terms: wide.clone(),
            names: unit(terms.iter().filter(|&&term| term == NAME).map(|&term| (term, 1.0)).collect()),
            events: Vector::new(),
            wide,
            sentence: 0,
            day: None,
            days: None,
            places: Vec::new(),
            time: None,
            speakers: Vec::new(),
            expected: false,
            denied: false,
            said: Said::default(),
            denies: None,
            lead,
        }
    }

    /// Four that tell one deed of one who is named, and one more of a report of so many statements.
    fn is_core(last: &Features, length: usize) -> bool {
        let deed = |document| statement(document, &[1, 2, NAME], 0.1);
        let told = [deed(0), deed(1), deed(2), deed(3)];
        let all: Vec<&Features> = told.iter().chain([last]).collect();
        let lengths = (0..5).map(|document| (document, if document == 4 { length } else { 40 })).collect();
        let (core, rest) = core(&all, &lengths, (0..5).collect());
        assert_eq!(core.len() + rest.len(), 5);
        core.contains(&4)
    }

    #[test]
    fn a_name_alone_holds_nothing_together() {
        assert!(is_core(&statement(4, &[1, 5, NAME], 0.1), 40), "one deed");
        assert!(!is_core(&statement(4, &[5, 6, NAME], 0.1), 40), "the same one is named");
        assert!(!is_core(&statement(4, &[5, 6], 0.1), 40), "nothing is shared");
    }

    #[test]
    fn the_top_of_a_report_and_all_of_a_short_one_tell_its_event() {
        assert!(is_core(&statement(4, &[5, 6], 0.5), 40), "the fifth sentence");
        assert!(is_core(&statement(4, &[5, 6], 0.1), 12), "a short report");
    }
}
