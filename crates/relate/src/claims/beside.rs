//! What stands beside a claim as perhaps the same: nothing parts it from what the claim says, and most of the one is in the other.

use super::evidence::Evidence;
use super::held::{LATER, MORE, Told, are_parted};
use super::likeness;
use crate::findings::Findings;
use crate::ground::linkage::Link;

/// How much of the lighter and of the heavier one's words both have at least.
const OF_LIGHTER: f32 = 0.5;
const OF_HEAVIER: f32 = 0.25;

/// How alike two reports' statements are told, or how likely a pair is by all else, at least; what one report says twice
/// is told in nearly the same words.
const ALIKE: f32 = 0.6;
const LIKELY: f32 = 0.75;

impl<'a> Told<'a> {
    /// Whether two statements that are not in one claim may be shown as perhaps the same. A figure of a later day is, where all
    /// else is told alike; opposites never.
    pub(super) fn are_perhaps_one(&mut self, findings: &'a Findings<'_>, link: Link, evidence: &Evidence) -> bool {
        let document = |index: u32| findings.space.statements[index as usize].document;
        let (a, b) = (document(link.a), document(link.b));
        let Some((one, other)) = self.pair(findings, link.a, link.b) else { return false };
        if one.negates(other)
            || one.turns_against(other)
            || !one.has_mood_of(other)
            || one.is_timed_otherwise_than(other)
            || one.is_beside(other)
            || one.share_of_lighter(other) < OF_LIGHTER
            || one.share_of_heavier(other) < OF_HEAVIER
        {
            return false;
        }
        let worded = || one.is_worded_as(other) || one.has_verb_of(other) && one.share_of_heavier(other) >= MORE;
        if one.has_other_values_than(other) && !(one.days_from(other) > LATER && worded()) {
            return false;
        }
        let likely = link.score >= LIKELY;
        let evidence_of_likeness = likeness::evidence(one, other, link.score, findings.scenes.shared(a, b));
        let alike = likeness::likelihood(&evidence_of_likeness) >= ALIKE;
        let told = if a == b { alike && one.is_worded_as(other) } else { likely || alike };
        if !told {
            return false;
        }
        let parted = are_parted(findings, link, (one, other), evidence, one.beside(other));
        // What joins surely is asked of the same pair next.
        self.3 = Some(((link.a, link.b), parted));
        !parted && (a == b || !self.are_of_two_reports(findings, link))
    }
}
