//! A reading list: claims that somebody has put together. The link carries them; nothing else does.

use maud::{Markup, html};
use model::bundle::ClaimCard;

use crate::copies;
use crate::page::{self, ClaimsPage};
use crate::pins;
use crate::route::{Place, Route};
use crate::site::{site, to};
use crate::view::claim_list;
use crate::view::known::known;
use crate::words;

/// The list that the link carries, in its order.
pub(super) fn pinned(page: &ClaimsPage, route: &Route) -> Markup {
    let ids = pins::ids(route.get(pins::KEY));
    let found: Vec<(&str, Option<&ClaimCard>)> =
        ids.iter().map(|id| (*id, page.claims.iter().find(|card| card.id == *id))).collect();
    html! {
        nav.quiet aria-label="Where you are" { a href=(to(Place::Claims)) { "Claims" } }
        h1 { "A reading list" }
        @if ids.is_empty() {
            p.deck { "Nothing is pinned on this device. On the page of a claim, “Pin” puts it here; the list is then a link that can be sent." }
        } @else {
            p.deck {
                (words::capital(&words::count(ids.len(), "claim")))
                ", in the order in which they were pinned. The link to this page carries the list."
                @if let Some(said) = page::retold(&site().manifest) { " " (said) }
            }
            (known(route, &page.documents))
            div.acts {
                button.textbtn type="button" data-act="copy" data-whole data-text=(copies::LINK) { "Copy link" }
                button.textbtn type="button" data-act="pin" data-value=(ids.join("|")) { "Keep it on this device" }
                span.quiet role="status" {}
            }
            ul.claims.pinned { @for (id, card) in &found { (row(id, *card, route)) } }
        }
    }
}

/// One claim of it: as known on the day that is asked for, where it was known.
fn row(id: &str, card: Option<&ClaimCard>, route: &Route) -> Markup {
    let out = html! { button.textbtn type="button" data-act="unpin" data-value=(id) { "Take out" span.vh { " of the list" } } };
    let now = card.and_then(|card| route.known().map_or(Some(card), |day| card.on(day)));
    match (now, card) {
        (Some(card), _) => claim_list::pinned_item(card, &out),
        (None, Some(card)) => {
            html! { li.cl { a href=(to(Place::Claim(card.id.clone()))) { "A claim that was not known yet on that day" } (out) } }
        }
        // It may have been merged away: its own page tells.
        (None, None) => {
            html! { li.cl { a href=(to(Place::Claim(id.to_owned()))) { "A claim that is not here under this id any more: " (id) } (out) } }
        }
    }
}
