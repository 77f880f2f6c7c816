//! What came of the documents of an area, kept from one run to the next: as long as nothing changes of what it was made of,
//! whatever becomes of the other documents, it need not be made again.
//!
//! It is kept by the area's documents with all that is known of them, and with each thing lies what was asked of the whole
//! corpus while it was made, and a digest of the answers: it is taken where these are the same again (as a build system
//! that traces what it looked at: Mokhov, Mitchell and Peyton Jones 2018).

mod facts;

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::{Mutex, OnceLock, PoisonError};

use model::cores::{Cores, map};
use model::keep::Keep;
use model::{Claim, Day, Stage};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::assemble::build;
use crate::claims::{Certain, Held, cored, hold};
use crate::course::{Course, earlier, out, told};
use crate::features::Space;
use crate::findings::Findings;
use crate::ground::asked::{self, Written};
use crate::ground::linkage::Link;
use crate::outcomes::Later;
use crate::stories::{self, Compared};
use facts::{Area, Facts};

/// The steps whose results may be kept.
pub(crate) trait Steps: Sync {
    /// Compares some statements of an area with each other: see [`stories::Compare`].
    fn compare(&self, space: &Space, documents: &[u32], indices: &[u32]) -> Compared;

    /// Holds the pairs of one area (or of two) against each other.
    fn hold(&self, findings: &Findings<'_>, links: &[Link]) -> Held;

    /// Takes each group of statements apart where it is several claims, in their order.
    fn core(
        &self,
        cores: &dyn Cores,
        findings: &Findings<'_>,
        groups: &[&[u32]],
        certain: &Certain,
    ) -> Vec<Vec<Vec<u32>>>;

    /// Puts each group of statements together as a claim, in their order.
    fn build(&self, cores: &dyn Cores, findings: &Findings<'_>, groups: &[&[u32]]) -> Vec<Claim>;

    /// What claims were before, in their order.
    fn stages(&self, cores: &dyn Cores, findings: &Findings<'_>, courses: &[Course<'_>]) -> Vec<Vec<Stage>>;
}

/// Each step is done anew.
pub(crate) struct Anew;

impl Steps for Anew {
    fn compare(&self, space: &Space, documents: &[u32], indices: &[u32]) -> Compared {
        stories::anew(space, documents, indices)
    }

    fn hold(&self, findings: &Findings<'_>, links: &[Link]) -> Held {
        hold(findings, links)
    }

    fn core(
        &self,
        cores: &dyn Cores,
        findings: &Findings<'_>,
        groups: &[&[u32]],
        certain: &Certain,
    ) -> Vec<Vec<Vec<u32>>> {
        map(cores, groups.len(), |at| cored(findings, groups[at], certain))
    }

    fn build(&self, cores: &dyn Cores, findings: &Findings<'_>, groups: &[&[u32]]) -> Vec<Claim> {
        map(cores, groups.len(), |at| build(findings, groups[at], false))
    }

    fn stages(&self, cores: &dyn Cores, findings: &Findings<'_>, courses: &[Course<'_>]) -> Vec<Vec<Stage>> {
        map(cores, courses.len(), |at| earlier(findings, &courses[at]))
    }
}

/// What was made before is taken where it is the same.
pub(crate) struct Kept<'k> {
    keep: &'k dyn Keep,
    /// A digest of all that the statements of each area are compared by, by the first of them.
    compared: Mutex<BTreeMap<u32, Vec<u8>>>,
    facts: OnceLock<Facts>,
}

impl<'k> Kept<'k> {
    pub(crate) fn new(keep: &'k dyn Keep) -> Self {
        Self { keep, compared: Mutex::default(), facts: OnceLock::new() }
    }

    fn facts(&self, findings: &Findings<'_>) -> &Facts {
        self.facts.get_or_init(|| {
            let compared = self.compared.lock().unwrap_or_else(PoisonError::into_inner);
            Facts::new(self.keep, findings, &compared)
        })
    }

    /// What `make` makes of `parts`, or made of them before with the same answers.
    fn made<T: Serialize + DeserializeOwned>(
        &self,
        findings: &Findings<'_>,
        what: &str,
        parts: &[&[u8]],
        make: &dyn Fn() -> T,
    ) -> T {
        let (before, mut fresh) = (RefCell::new(None), None);
        let answers = |asked: &Written| self.facts(findings).answers(self.keep, findings, asked);
        let fits = |bytes: &[u8]| {
            let Ok((asked, known, made)) = model::coding::decode::<(Written, Vec<u8>, T)>(bytes) else { return false };
            let same = answers(&asked) == known;
            *before.borrow_mut() = Some(made).filter(|_| same);
            same
        };
        self.keep.kept_where(what, parts, &fits, &mut || {
            let (made, asked) = asked::during(make);
            let asked = asked.written();
            let known = answers(&asked);
            let bytes = model::coding::encode(&(asked, known, &made)).ok();
            fresh = Some(made);
            bytes
        });
        fresh.or_else(|| before.take()).unwrap_or_else(make)
    }
}

impl Steps for Kept<'_> {
    fn compare(&self, space: &Space, documents: &[u32], indices: &[u32]) -> Compared {
        let by = self.keep.digest(&stories::compared_with(space, documents, indices));
        let compared = stories::kept(self.keep, &by, space, documents, indices);
        if let Some(first) = indices.first() {
            self.compared.lock().unwrap_or_else(PoisonError::into_inner).insert(*first, by);
        }
        compared
    }

    fn hold(&self, findings: &Findings<'_>, links: &[Link]) -> Held {
        let statements = || links.iter().flat_map(|link| [link.a, link.b]);
        let Some(area) = self.facts(findings).area_of(findings, statements()) else { return hold(findings, links) };
        let within = |link: &Link| Link { a: area.place(link.a), b: area.place(link.b), ..*link };
        let plain = |links: Vec<Link>| links.iter().map(|l| (l.a, l.b, l.score)).collect::<Vec<(u32, u32, f32)>>();
        let by = plain(links.iter().map(within).collect());
        let Ok(by) = model::coding::encode(&by) else { return hold(findings, links) };
        let (likely, linked) = self.made(findings, "held", &[area.facts, &by], &|| {
            let (likely, linked) = hold(findings, links);
            (plain(likely.iter().map(within).collect()), plain(linked.iter().map(within).collect()))
        });
        let whole = |links: Vec<(u32, u32, f32)>| {
            links
                .into_iter()
                .map(|(a, b, score)| Some(Link { a: area.statement(a)?, b: area.statement(b)?, score }))
                .collect()
        };
        match (whole(likely), whole(linked)) {
            (Some(likely), Some(linked)) => (likely, linked),
            // It speaks of others.
            _ => hold(findings, links),
        }
    }

    fn core(
        &self,
        cores: &dyn Cores,
        findings: &Findings<'_>,
        groups: &[&[u32]],
        certain: &Certain,
    ) -> Vec<Vec<Vec<u32>>> {
        let by = |area: &Area<'_>, at: usize| {
            let group = groups[at];
            let pairs = (0..).zip(group).flat_map(|(at, a)| {
                (at + 1..).zip(&group[at as usize + 1..]).map(move |(b, other)| (at, b, (*a, *other)))
            });
            let known = pairs.filter(|(_, _, pair)| certain.contains(pair)).map(|(a, b, _)| (a, b));
            (group.iter().map(|&index| area.place(index)).collect::<Vec<u32>>(), known.collect::<Vec<(u32, u32)>>())
        };
        // Told by their places in the group.
        let make = |at: usize| -> Vec<Vec<u32>> {
            let place = |index: u32| groups[at].partition_point(|own| *own < index) as u32;
            let parts = cored(findings, groups[at], certain).into_iter();
            parts.map(|part| part.into_iter().map(place).collect()).collect()
        };
        let made = self.by_area((cores, findings, "cores"), groups, &by, &make);
        let whole = |(group, parts): (&&[u32], Vec<Vec<u32>>)| {
            let part = |part: Vec<u32>| {
                part.into_iter().map(|at| group.get(at as usize).copied()).collect::<Option<Vec<u32>>>()
            };
            let parts: Option<Vec<Vec<u32>>> = parts.into_iter().map(part).collect();
            // Else it speaks of others.
            parts.unwrap_or_else(|| cored(findings, group, certain))
        };
        groups.iter().zip(made).map(whole).collect()
    }

    fn build(&self, cores: &dyn Cores, findings: &Findings<'_>, groups: &[&[u32]]) -> Vec<Claim> {
        let by = |area: &Area<'_>, at: usize| groups[at].iter().map(|&index| area.place(index)).collect::<Vec<u32>>();
        let make = |at: usize| build(findings, groups[at], false);
        self.by_area((cores, findings, "claims"), groups, &by, &make)
    }

    fn stages(&self, cores: &dyn Cores, findings: &Findings<'_>, courses: &[Course<'_>]) -> Vec<Vec<Stage>> {
        let groups: Vec<&[u32]> = courses.iter().map(|course| course.group).collect();
        // All that it hangs on: of documents of other areas when they were out.
        let by = |area: &Area<'_>, at: usize| {
            let Course { group, decided, later, claim, days } = &courses[at];
            let Later { asked, found, perhaps } = later;
            let beside = claim.perhaps.iter().map(|perhaps| perhaps.document);
            let out: Vec<Option<Day>> = told(later).chain(beside).map(|document| out(findings, document)).collect();
            let own: Vec<u32> = group.iter().map(|&index| area.place(index)).collect();
            (own, *decided, *asked, found.clone(), perhaps.clone(), (*claim).clone(), days.clone(), out)
        };
        let make = |at: usize| earlier(findings, &courses[at]);
        self.by_area((cores, findings, "stages"), &groups, &by, &make)
    }
}

impl Kept<'_> {
    /// What `make` makes of each group of statements, in their order, or made of all those of an area before; `by` is what it hangs
    /// on beside what is known of the area. Those of several areas, which are few, are made each by itself.
    fn by_area<B: Serialize, T: Serialize + DeserializeOwned + Send + Sync>(
        &self,
        (cores, findings, what): (&dyn Cores, &Findings<'_>, &str),
        groups: &[&[u32]],
        by: &(dyn Fn(&Area<'_>, usize) -> B + Sync),
        make: &(dyn Fn(usize) -> T + Sync),
    ) -> Vec<T> {
        let facts = self.facts(findings);
        let mut parts: BTreeMap<(u32, usize), Vec<usize>> = BTreeMap::new();
        for (at, group) in groups.iter().enumerate() {
            let area = facts.area_of(findings, group.iter().copied());
            let key = area.map_or((u32::MAX, at), |area| (area.number, 0));
            parts.entry(key).or_default().push(at);
        }
        let parts: Vec<Vec<usize>> = parts.into_values().collect();
        let made = map(cores, parts.len(), |part| {
            let own = &parts[part];
            let anew = || own.iter().map(|&at| make(at)).collect::<Vec<T>>();
            let statements = own.iter().flat_map(|&at| groups[at]).copied();
            let Some(area) = facts.area_of(findings, statements) else { return anew() };
            let by: Vec<B> = own.iter().map(|&at| by(&area, at)).collect();
            let Ok(by) = model::coding::encode(&by) else { return anew() };
            let made = self.made(findings, what, &[area.facts, &by], &anew);
            if made.len() == own.len() { made } else { anew() }
        });
        let mut all: Vec<Option<T>> = groups.iter().map(|_| None).collect();
        for (at, one) in parts.iter().flatten().zip(made.into_iter().flatten()) {
            all[*at] = Some(one);
        }
        all.into_iter().enumerate().map(|(at, one)| one.unwrap_or_else(|| make(at))).collect()
    }
}
