//! Statements held against each other role by role: what makes a likely pair a sure one, and what parts a claim.

use std::collections::{BTreeMap, BTreeSet};

use super::alike::{
    COPIED, SCENE, are_figures_of_one, in_common, is_one_quotation, is_told_alike, may_join, share, tells_one_figure,
};
use super::decide::{SURE, is_one_utterance, likelihood, may_be_one};
use super::deeds;
use super::evidence::{Evidence, Words};
use super::evidence_of;
use super::likeness;
use super::openings::Opening;
use crate::agreement::{Answer, Content, are_two_voices};
use crate::features::cosine;
use crate::findings::Findings;
use crate::ground::linkage::Link;
use crate::ground::maps::Map;

/// A pair is sure by its likelihood alone from here on, whatever the roles are.
const CERTAIN: f32 = 0.955;

/// The same where both turn on one verb or the one's stands in the other, or where most of the heavier one's words are shared:
/// else what the one says the other may only mention.
const TOLD: f32 = 0.9;
const MOST: f32 = 0.57;

/// The same where nothing speaks against one occasion and one mood of one verb, for one utterance of one speaker, and where more
/// of the heavier one's words are shared; more still where the reports lie far apart.
const ALIKE: f32 = 0.8;
pub(super) const MORE: f32 = 0.65;
const MORE_FAR_APART: f32 = 0.75;

/// How much of the heavier one's words both share, and how much of the longer text in one order, where the verb of the one stands only
/// beside what the other says: "it began to clear the mill where a fire killed two".
const THROUGHOUT: f32 = 0.7;
const IN_ORDER: f32 = 0.6;

/// Words that run together in both from which on it is more than names that they share.
const PHRASE: usize = 5;

/// The same where as much is shared of one occasion, and nobody has to know whom a pronoun means.
const NEARLY: f32 = 0.6;

/// Values that cannot be one are a difference of one thing where all else is nearly the same; or from here on.
const WORDED: f32 = 0.95;

/// Days between reports beyond which another value is that of another day: a count goes on, a thing happens again.
pub(super) const LATER: u32 = 3;

/// How much of their names two reports of one scene share, by weight, or how alike they are as wholes.
const ONE_SCENE: f32 = 0.2;
const ONE_MATTER: f32 = 0.4;

/// How much of their names where it is a formula of nobody in particular: "was listed in stable condition".
const ONE_FORMULA: f32 = 0.5;

fn are_of_one_scene(findings: &Findings<'_>, a: u32, b: u32, names: f32) -> bool {
    let documents = &findings.space.documents;
    findings.scenes.shared(a, b) >= names || cosine(&documents[a as usize], &documents[b as usize]) >= ONE_MATTER
}

/// Whether two reports are as wholes so alike that one is for the most part the other.
fn are_copies(findings: &Findings<'_>, a: u32, b: u32) -> bool {
    cosine(&findings.space.documents[a as usize], &findings.space.documents[b as usize]) >= COPIED
}

/// What a pair counts that is likely, but not sure: enough to let a statement join others with which it surely is one, and
/// too little to make two one claim by itself.
const LIKELY_AT_BEST: f32 = 0.49;

/// Whether a likely pair of which the roles do not say that it is one is sure all the same; `None` where its values part it, or
/// where the one only mentions what the other says.
fn is_sure(one: &Content<'_>, other: &Content<'_>, likelihood: f32, evidence: &Evidence) -> Option<bool> {
    // A denial stands beside what it denies.
    if one.is_denied_in(other) {
        return Some(true);
    }
    let utterance = is_one_utterance(evidence);
    // A text that is printed again a week later has its "Friday" taken for another, but not its "15 April".
    let again = !one.has_other_numbers_than(other) && one.is_told_as(other) && !one.is_dated_otherwise_than(other);
    if !utterance && !again && (one.has_other_values_than(other) || one.is_timed_otherwise_than(other)) {
        // The number may be a word.
        let worded = one.is_worded_as(other) || one.has_verb_of(other) && one.share_of_heavier(other) >= MORE;
        let differ = one.days_from(other) <= LATER && (likelihood >= WORDED || worded);
        return differ.then_some(true);
    }
    let share = one.share_of_heavier(other);
    if !utterance && one.is_beside(other) && !(share >= THROUGHOUT && order_of(one, other) >= IN_ORDER) {
        return None;
    }
    let far = one.is_placed_otherwise_than(other);
    let alike = utterance
        || one.has_mood_of(other)
            && (one.has_verb_of(other) && !far && !one.negates(other)
                || share >= if far { MORE_FAR_APART } else { MORE });
    let told = one.turns_as(other) || share >= MOST;
    let all_but_worded = share >= MORE_FAR_APART && !far && one.has_mood_of(other) && !one.either_dangles(other);
    let least = match (all_but_worded, alike, told) {
        (true, _, _) => NEARLY,
        (_, true, _) => ALIKE,
        (_, _, true) => TOLD,
        _ => CERTAIN,
    };
    // What the one only mentions joins no third that tells it.
    (likelihood >= least || told).then_some(likelihood >= least)
}

/// Days between two reports of one house in one form from which on the later one does not tell the same on.
const APART: u32 = 2;

/// How much of the longer text stands in the other in one order.
fn order_of(one: &Content<'_>, other: &Content<'_>) -> f32 {
    let (a, b) = one.texts(other);
    share(in_common(a, b).1, a.len().max(b.len()))
}

/// How much of the longer text stands in both in one order where they are one, though two say it of themselves.
const SELVES: f32 = 0.75;

/// Whether two statements are of two things whatever their words are: of other people, another number of them, or a scene of which
/// nothing says that it is one.
pub(super) fn are_parted(
    findings: &Findings<'_>,
    link: Link,
    (one, other): (&Content<'_>, &Content<'_>),
    evidence: &Evidence,
    answer: Answer,
) -> bool {
    let document = |index: u32| findings.space.statements[index as usize].document;
    // What names nobody is told of many scenes in the same words: the reports have to be of one.
    let unnamed = !(one.names_as(other) || answer == Answer::Same && one.is_general_as(other));
    let utterance = is_one_utterance(evidence) || is_one_quotation(one, other, link.score);
    let told = utterance || one.shares_much_with(other);
    let names = if one.shares_a_formula_with(other) { ONE_FORMULA } else { ONE_SCENE };
    one.is_of_others_than(other)
        || one.is_of_another_name_than(other)
        || one.is_of_more_than(other)
        || one.is_numbered_otherwise_than(other)
        || one.is_another_line_than(other)
        || one.is_hollow_beside(other)
        || one.is_step_to(other)
        || one.is_opposite_of(other)
        || one.is_staged_beside(other)
        || !utterance && one.is_thin_beside(other) && !are_copies(findings, document(link.a), document(link.b))
        || !utterance && one.is_of_another_value_than(other)
        || one.are_of_two_selves(other) && !utterance && order_of(one, other) < SELVES
        || one.are_but_names(other) && !utterance && in_common(one.texts(other).0, one.texts(other).1).0 < PHRASE
        || unnamed
            && !told
            && !are_figures_of_one(one, other)
            && !are_of_one_scene(findings, document(link.a), document(link.b), names)
}

/// From here on two reports' statements are held against each other role by role, whatever their words come to.
const HELD: f32 = 0.3;

/// Statements of which it is kept what they are held by, at most: those of several areas.
const MOST_KEPT: usize = 20_000;

/// What statements are held against each other by, each read once; last, whether the pair that was asked of last is of two things
/// whatever its words are.
#[derive(Default)]
pub(crate) struct Told<'a>(
    Map<u32, Content<'a>>,
    Map<u32, Opening>,
    Map<u32, Words>,
    pub(super) Option<((u32, u32), bool)>,
);

impl<'a> Told<'a> {
    /// The link of two statements that are one claim, surely or (with [`LIKELY_AT_BEST`]) at best.
    pub(super) fn surely(&mut self, findings: &'a Findings<'_>, link: Link, evidence: &Evidence) -> Option<Link> {
        let document = |index: u32| findings.space.statements[index as usize].document;
        let may = may_be_one(evidence, link.score);
        let apart = document(link.a) != document(link.b);
        if link.score < HELD {
            return None;
        }
        let asked = self.3.filter(|(pair, _)| *pair == (link.a, link.b));
        let (one, other) = self.pair(findings, link.a, link.b)?;
        let answer = one.beside(other);
        let parted = || are_parted(findings, link, (one, other), evidence, answer);
        if asked.map_or_else(parted, |(_, parted)| parted) {
            return None;
        }
        let told =
            is_one_utterance(evidence) || is_one_quotation(one, other, link.score) || are_figures_of_one(one, other);
        if apart && !told && self.are_of_two_reports(findings, link) {
            return None;
        }
        let (one, other) = self.pair(findings, link.a, link.b)?;
        if answer == Answer::Same && (apart || may) || apart && one.is_deed_of(other) {
            return Some(Link { score: link.score.max(SURE), ..link });
        }
        let (a, b) = (document(link.a), document(link.b));
        let scene = || are_of_one_scene(findings, a, b, SCENE);
        let copied = || are_copies(findings, a, b);
        if apart
            && (is_told_alike(one, other, link.score, evidence, &scene, &copied)
                || tells_one_figure(one, other, link.score, evidence, &scene))
        {
            return Some(Link { score: link.score.max(SURE), ..link });
        }
        let sure = is_sure(one, other, link.score, evidence).filter(|_| may);
        let alike = || {
            let names = findings.scenes.shared(a, b);
            likeness::likelihood(&likeness::evidence(one, other, link.score, names))
        };
        let alike = if apart && likeness::is_open(one, other, evidence, &scene) { alike() } else { 0.0 };
        if alike >= likeness::SURE && link.score >= likeness::LIKELY {
            return Some(Link { score: link.score.max(SURE), ..link });
        }
        if sure != Some(true)
            && apart
            && let Some(score) = deeds::one_deed(one, other, link.score, evidence)
        {
            return Some(Link { score, ..link });
        }
        let joins = || {
            alike >= likeness::JOINS && link.score >= likeness::LESS_LIKELY
                || apart && may_join(one, other, link.score, evidence, &scene)
        };
        let sure = sure.or_else(|| joins().then_some(false))?;
        Some(Link { score: if sure { link.score } else { LIKELY_AT_BEST }, ..link })
    }

    /// Whether nothing says that two statements of two reports are of two things, though nothing makes them one either: each may be
    /// sure beside a third.
    pub(super) fn may_be_one(&mut self, findings: &'a Findings<'_>, a: u32, b: u32) -> bool {
        let document = |index: u32| findings.space.statements[index as usize].document;
        if document(a) == document(b) {
            return false;
        }
        let evidence = self.evidence(findings, (a, b));
        let link = Link { a, b, score: likelihood(&evidence) };
        let Some((one, other)) = self.pair(findings, a, b) else { return false };
        let against = one.negates(other)
            || !one.has_mood_of(other)
            || one.has_other_values_than(other)
            || one.is_timed_otherwise_than(other)
            || are_parted(findings, link, (one, other), &evidence, one.beside(other));
        !against && !self.are_of_two_reports(findings, link)
    }

    /// The evidence of two statements of which it is not known how near they are.
    fn evidence(&mut self, findings: &Findings<'_>, (a, b): (u32, u32)) -> Evidence {
        if self.2.len() >= MOST_KEPT {
            self.2.clear();
        }
        let statement = |index: u32| &findings.space.statements[index as usize];
        for index in [a, b] {
            self.2.entry(index).or_insert_with(|| Words::of(&statement(index).said));
        }
        let score = cosine(&statement(a).wide, &statement(b).wide);
        evidence_of(&findings.space, &Link { a, b, score }, (&self.2[&a], &self.2[&b]), score)
    }

    /// Whether two statements are each of its own report's matter: the reports open with strangers to each other and neither names the
    /// other's subject, or they are one house's and open with two places; or of two days, and what each opens with, or counts, is that
    /// day's.
    pub(super) fn are_of_two_reports(&mut self, findings: &'a Findings<'_>, link: Link) -> bool {
        let place = |index: u32| findings.reports.places[index as usize];
        let (a, b) = (place(link.a), place(link.b));
        if self.1.len() >= MOST_KEPT {
            self.1.clear();
        }
        for document in [a.document, b.document] {
            self.1.entry(document).or_insert_with(|| Opening::new(findings, document));
        }
        let Some((one, other)) = self.0.get(&link.a).zip(self.0.get(&link.b)) else { return false };
        let Some((ours, theirs)) = self.1.get(&a.document).zip(self.1.get(&b.document)) else { return false };
        if ours.is_stranger_to(theirs) && one.either_points(other) && !one.has_speaker_of(other) {
            return true;
        }
        if !ours.is_of_the_house_of(theirs) {
            return false;
        }
        let leads = || ours.is_led_by(findings.reports.statement(a)) && theirs.is_led_by(findings.reports.statement(b));
        // One form of words for many deals: what is told of each is of where its report begins.
        if ours.is_elsewhere_than(theirs) && (one.either_points(other) || leads()) {
            return true;
        }
        if one.days_from(other) == 0 {
            return false;
        }
        let alike = are_copies(findings, a.document, b.document);
        // What is told in the same form of days that lie apart, and is no print of one text, is of its day; a date that both give is one.
        let daily = || alike && one.days_from(other) >= APART && !one.is_timed_as(other);
        !(alike && ours.has_figures_of(theirs)) && (daily() || leads() || one.figures_otherwise(other))
    }

    /// How alike two reports' statements are told of which nothing says that they are two things; `None` of any others.
    pub(crate) fn likeness(
        &mut self,
        findings: &'a Findings<'_>,
        link: Link,
        evidence: &Evidence,
    ) -> Option<likeness::Evidence> {
        let document = |index: u32| findings.space.statements[index as usize].document;
        let (a, b) = (document(link.a), document(link.b));
        let (one, other) = self.pair(findings, link.a, link.b)?;
        let scene = || are_of_one_scene(findings, a, b, SCENE);
        let open = a != b
            && link.score >= HELD
            && !are_parted(findings, link, (one, other), evidence, one.beside(other))
            && likeness::is_open(one, other, evidence, &scene);
        open.then(|| likeness::evidence(one, other, link.score, findings.scenes.shared(a, b)))
    }

    /// Whether statements of two reports surely say the same, role by role.
    fn say_the_same(&mut self, findings: &'a Findings<'_>, a: u32, b: u32) -> bool {
        let document = |index: u32| findings.space.statements[index as usize].document;
        document(a) != document(b)
            && self.pair(findings, a, b).is_some_and(|(one, other)| one.beside(other) == Answer::Same)
    }

    /// Whether two statements say the same role by role, or in nearly the same words; or where that is as good as `certain`
    /// and nothing in them speaks against it.
    fn are_one(&mut self, findings: &'a Findings<'_>, a: u32, b: u32, certain: bool) -> bool {
        self.pair(findings, a, b).is_some_and(|(one, other)| match one.beside(other) {
            Answer::Same => true,
            Answer::Unsure => certain || one.is_worded_as(other),
            Answer::Apart => one.is_worded_as(other),
        })
    }

    pub(super) fn pair(&mut self, findings: &'a Findings<'_>, a: u32, b: u32) -> Option<(&Content<'a>, &Content<'a>)> {
        if self.0.len() >= MOST_KEPT {
            self.0.clear();
        }
        for index in [a, b] {
            self.0.entry(index).or_insert_with(|| Content::new(findings, index));
        }
        self.0.get(&a).zip(self.0.get(&b))
    }

    /// A group apart where two voices among its statements surely say the same, and other statements only may.
    pub(super) fn cores(
        &mut self,
        findings: &'a Findings<'_>,
        group: Vec<u32>,
        certain: &BTreeSet<(u32, u32)>,
    ) -> Vec<Vec<u32>> {
        if !(FEWEST_HELD..=MOST_HELD).contains(&group.len()) {
            return vec![group];
        }
        let mut of: Vec<usize> = (0..group.len()).collect();
        for (a, &one) in group.iter().enumerate() {
            for (b, &other) in group.iter().enumerate().skip(a + 1) {
                if of[a] != of[b] && self.are_one(findings, one, other, certain.contains(&(one, other))) {
                    let (kept, gone) = (of[a].min(of[b]), of[a].max(of[b]));
                    of.iter_mut().filter(|at| **at == gone).for_each(|at| *at = kept);
                }
            }
        }
        let mut parts: BTreeMap<usize, Vec<u32>> = BTreeMap::new();
        of.iter().zip(&group).for_each(|(&at, &index)| parts.entry(at).or_default().push(index));
        let apart = |part: &Vec<u32>| {
            part.iter().enumerate().any(|(at, &one)| {
                part[at + 1..]
                    .iter()
                    .any(|&other| self.say_the_same(findings, one, other) && are_two_voices(findings, one, other))
            })
        };
        let two_agree = parts.values().any(apart);
        if two_agree { parts.into_values().collect() } else { vec![group] }
    }
}

/// How likely it is that two say the same where that is as good as certain.
pub(super) const LIKELY: f32 = 0.75;

/// Statements of a group at least, and at most, that are held against each other.
const FEWEST_HELD: usize = 3;
const MOST_HELD: usize = 60;
