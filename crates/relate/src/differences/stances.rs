//! One document says what another says not, denies or doubts.

use model::{Discrepancy, DiscrepancyKind, Statement, When};

use super::scene::{Given, Scene, found};
use crate::ground::denials;
use crate::ground::roles::is_unnamed;
use crate::ground::stance::{Stance, is_decided, stance};

/// What a statement says of a thing, when it happened, and on whose word.
type Told<'a> = (Stance, Option<&'a When>, Option<&'a str>);

/// At most one. That one asserts what another attributes is no difference, nor is what is only hedged, and what is expected
/// is compared with its outcome. A document that says it both ways has told both sides.
pub(super) fn stances(scene: &Scene<'_>) -> Option<Discrepancy> {
    let given: Vec<Given<Told<'_>>> = (0..scene.places.len())
        .filter_map(|member| {
            let place = scene.places[member];
            let statement = scene.reports.statement(place);
            let stance = stance(scene.reports, place)?;
            let span = statement.cues.first().copied().filter(|_| stance != Stance::Says).unwrap_or(statement.span);
            // The cue is what differs; all else has to be the same.
            let without: &[_] = if stance == Stance::Says { &[] } else { &statement.cues };
            let value = (stance, statement.time.as_ref(), speaker(statement));
            let given = scene.given(member, span_of(stance, span), value, without);
            // That it is denied a person may have decided: then its words need not tell.
            // That it denies what stands before it is known as well.
            let decided = stance == Stance::Denies
                && (is_decided(scene.reports, place) || denials::points_back(scene.reports, place));
            let frame = if decided { given.frame.known() } else { given.frame };
            Some(Given { member, span, value: given.value, frame })
        })
        .collect();
    let other_day = |a: Option<&When>, b: Option<&When>| a.zip(b).is_some_and(|(a, b)| !a.meets(b));
    // Who denies one thing and says another is one voice on two things.
    let meet = |a: &Told<'_>, b: &Told<'_>| {
        let one = a.2.zip(b.2).is_some_and(|(a, b)| scene.entities.shown(a) == scene.entities.shown(b));
        a.0 == b.0 || (a.0 != Stance::Says && b.0 != Stance::Says) || one || other_day(a.1, b.1)
    };
    let disputed = scene.disputed(&given, meet);
    let values = disputed.iter().map(|&at| {
        let Given { member, span, value, .. } = &given[at];
        scene.reading(*member, *span, value.0.word().to_owned())
    });
    found(DiscrepancyKind::Commitment, "", values.collect())
}

/// On whose word a statement stands in the end, where that is not its report's.
fn speaker(statement: &Statement) -> Option<&str> {
    statement.holders.iter().skip(1).last().map(|holder| holder.name.as_str()).filter(|name| !is_unnamed(name))
}

/// What is taken out of a statement before it is compared: the cue, or nothing.
fn span_of(stance: Stance, span: model::Span) -> model::Span {
    if stance == Stance::Says { model::Span::new(span.end, span.end) } else { span }
}
