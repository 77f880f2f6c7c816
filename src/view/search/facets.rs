//! What narrows the results, with how many each choice leaves.

use maud::{Markup, html};
use model::Commitment;
use search::{Kind, Response};

use crate::answer::UNKNOWN;
use crate::route::{Route, values};
use crate::view::signs::glyph;

/// How many outlets are listed before the rest is folded away.
const OUTLETS: usize = 8;

/// All facets.
pub(crate) fn facets(route: &Route, response: &Response) -> Markup {
    let counts = &response.counts;
    let outlet = |(name, n): &(String, u32)| {
        let value = if name.is_empty() { UNKNOWN } else { name };
        tick(route, "outlet", value, html! { (value) }, *n)
    };
    let (first, rest) = counts.outlets.split_at(counts.outlets.len().min(OUTLETS));
    html! {
        form.facets aria-label="Narrow the results" {
            fieldset {
                legend { "Kind" }
                @for (kind, &n) in Kind::ALL.into_iter().zip(&counts.kinds) {
                    (tick(route, "kind", kind.word(), html! { (plural(kind)) }, n))
                }
            }
            fieldset {
                legend { "Commitment" }
                @for (c, &n) in Commitment::ALL.into_iter().zip(&counts.commitments) {
                    (tick(route, "commitment", c.word(), html! { (glyph(c)) (c.word()) }, n))
                }
            }
            fieldset {
                legend { "Outlet of a passage or quotation" }
                @for counted in first { (outlet(counted)) }
                @if !rest.is_empty() {
                    details { summary { (rest.len()) " more" } @for counted in rest { (outlet(counted)) } }
                }
            }
            (years(route, &counts.years))
        }
    }
}

fn plural(kind: Kind) -> &'static str {
    match kind {
        Kind::Passage => "Passages",
        Kind::Claim => "Claims",
        Kind::Quotation => "Quotations",
        Kind::Person => "People",
    }
}

/// One choice. One that leaves nothing cannot be chosen, but can be left.
fn tick(route: &Route, key: &'static str, value: &str, name: Markup, n: u32) -> Markup {
    let chosen = values(route, key).contains(&value);
    html! {
        label.tick .zero[n == 0] {
            input type="checkbox" checked[chosen] disabled[n == 0 && !chosen] data-toggle=(key) value=(value);
            (name) " " span.n { (n) }
        }
    }
}

/// Years of publication, with a column for how many results each has.
fn years(route: &Route, years: &[(i32, u32)]) -> Markup {
    let most = years.iter().map(|(_, n)| *n).max().unwrap_or(1).max(1);
    let year = |year: i32, n: u32| {
        let share = 100 * n / most;
        let name = html! {
            (year)
            svg.share viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true" { rect width=(share) height="1" {} }
        };
        tick(route, "year", &year.to_string(), name, n)
    };
    html! {
        // One year alone leaves nothing to choose, unless it is what was chosen.
        @if years.len() > 1 || !route.get("year").is_empty() {
            fieldset { legend { "Published" } @for &(value, n) in years { (year(value, n)) } }
        }
    }
}
