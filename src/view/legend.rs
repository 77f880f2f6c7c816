//! What the signs mean.

use maud::{Markup, html};
use model::Commitment;
use model::bundle::ClaimCard;

use super::signs::{STRIP, glyph};
use crate::site::site;
use crate::words;

/// Whether a list of claims draws brackets.
pub(crate) fn is_tied<'a>(cards: impl IntoIterator<Item = &'a ClaimCard>) -> bool {
    site().manifest.documents as usize <= STRIP && cards.into_iter().any(|card| !card.brackets.is_empty())
}

/// The glyphs with their words, and the bracket where one is drawn.
pub(crate) fn legend(bracket: bool) -> Markup {
    html! {
        ul.legend aria-label="How firmly a document says it" {
            @for commitment in Commitment::ALL {
                li {
                    (glyph(commitment))
                    span { span.lg-term { (commitment.word()) } " " span.lg-say { (words::gloss(commitment)) } }
                }
            }
            @if bracket { li {
                svg.brk-demo width="30" height="14" viewBox="0 0 30 14" aria-hidden="true" {
                    circle cx="5" cy="4" r="3.5" fill="currentColor" {}
                    circle cx="25" cy="4" r="3.5" fill="currentColor" {}
                    path d="M5 9v4h20v-4" fill="none" stroke="var(--rule-2)" stroke-width="1.5" {}
                }
                span { span.lg-term { "one origin" } " " span.lg-say { "tied by a bracket" } }
            } }
        }
    }
}
