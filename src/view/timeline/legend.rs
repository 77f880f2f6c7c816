//! What the signs of the figure mean, as far as it has them.

use maud::{Markup, PreEscaped, html};
use model::Commitment;
use model::bundle::{Event, Timeline};

use super::draw::{self, Bar};
use super::svg::Svg;
use crate::timeline::End;
use crate::view::signs::glyph;

/// The legend.
pub(crate) fn legend(timeline: &Timeline) -> Markup {
    let any = |test: fn(&Event) -> bool| timeline.events.iter().any(test);
    let hedged = |event: &Event| !event.expected && event.commitment == Commitment::Hedged;
    let denied = |event: &Event| !event.expected && event.commitment == Commitment::Denied;
    let entries = [
        (true, glyph(Commitment::Asserted), "on a day"),
        (true, bar(false, Commitment::Asserted, End::Soft), "within these days, ends not known"),
        (any(|event| event.expected), bar(true, Commitment::Expected, End::Hard), "expected, with the time it is due"),
        (any(hedged), bar(false, Commitment::Hedged, End::Hard), "hedged"),
        (any(denied), bar(false, Commitment::Denied, End::Hard), "denied"),
        (any(|event| event.settled_by.is_some()), line("lead"), "from expectation to outcome"),
        (any(|event| event.known.is_some()), line("faint"), "not told yet on the day as known on"),
    ];
    html! {
        ul.legend.tl-legend aria-label="Signs" {
            @for (shown, sign, words) in entries { @if shown { li { (sign) span { (words) } } } }
        }
    }
}

fn bar(expected: bool, commitment: Commitment, end: End) -> Markup {
    let mut svg = Svg::default();
    draw::bar(&mut svg, expected, commitment, &Bar { x0: 0.75, x1: 39.25, left: end, right: end, y: 8.0 });
    key(svg)
}

fn line(class: &'static str) -> Markup {
    let mut svg = Svg::default();
    svg.path(class, &[(0.0, 8.0), (40.0, 8.0)]);
    key(svg)
}

fn key(svg: Svg) -> Markup {
    html! { svg.tl.key width="40" height="16" aria-hidden="true" { (PreEscaped(svg.done())) } }
}
