//! What the signs mean.

use leptos::prelude::*;
use model::Commitment;

use super::signs::glyph;
use crate::words;

/// The glyphs with their words, and the bracket.
pub(crate) fn legend() -> AnyView {
    let term = |commitment: Commitment| {
        view! {
            <li>{glyph(commitment)}<span><span class="lg-term">{commitment.word()}</span>" "<span class="lg-say">{words::gloss(commitment)}</span></span></li>
        }
        .into_any()
    };
    view! {
        <ul class="legend" aria-label="How firmly a document says it">
            {Commitment::ALL.map(term).into_iter().collect_view()}
            <li>
                <svg class="brk-demo" viewBox="0 0 30 14" aria-hidden="true"><circle cx="5" cy="4" r="3.5" fill="currentColor"/><circle cx="25" cy="4" r="3.5" fill="currentColor"/><path d="M5 9v4h20v-4" fill="none" stroke="var(--rule-2)" stroke-width="1.5"/></svg>
                <span><span class="lg-term">"one origin"</span>" "<span class="lg-say">"tied by a bracket"</span></span>
            </li>
        </ul>
    }
    .into_any()
}
