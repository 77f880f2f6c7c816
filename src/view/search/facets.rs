//! What narrows the results, with how many each choice leaves.

use leptos::prelude::*;
use model::Commitment;
use search::{Kind, Response};

use super::answer::{UNKNOWN, toggled, values};
use crate::route::Route;
use crate::site::go;
use crate::view::signs::glyph;

/// How many outlets are listed before the rest is folded away.
const OUTLETS: usize = 8;

/// All facets.
pub(crate) fn facets(route: &Route, response: &Response) -> AnyView {
    let counts = &response.counts;
    let kind = |(kind, &n): (Kind, &u32)| {
        let name = match kind {
            Kind::Passage => "Passages",
            Kind::Claim => "Claims",
            Kind::Quotation => "Quotations",
            Kind::Person => "People",
        };
        tick(route, "kind", kind.word(), name.into_any(), n)
    };
    let commitment =
        |(c, &n): (Commitment, &u32)| tick(route, "commitment", c.word(), view! { {glyph(c)}{c.word()} }.into_any(), n);
    let outlet = |(name, n): &(String, u32)| {
        let value = if name.is_empty() { UNKNOWN } else { name };
        tick(route, "outlet", value, value.to_owned().into_any(), *n)
    };
    let (first, rest) = counts.outlets.split_at(counts.outlets.len().min(OUTLETS));
    let folded = (!rest.is_empty()).then(|| {
        view! { <details><summary>{format!("{} more", rest.len())}</summary>{rest.iter().map(outlet).collect_view()}</details> }
    });
    view! {
        <form class="facets" aria-label="Narrow the results">
            <fieldset><legend>"Kind"</legend>{Kind::ALL.into_iter().zip(&counts.kinds).map(kind).collect_view()}</fieldset>
            <fieldset><legend>"Commitment"</legend>{Commitment::ALL.into_iter().zip(&counts.commitments).map(commitment).collect_view()}</fieldset>
            <fieldset><legend>"Outlet"</legend>{first.iter().map(outlet).collect_view()}{folded}</fieldset>
            {years(route, &counts.years)}
        </form>
    }
    .into_any()
}

/// One choice. One that leaves nothing cannot be chosen, but can be left.
fn tick(route: &Route, key: &'static str, value: &str, name: AnyView, n: u32) -> AnyView {
    let chosen = values(route, key).contains(&value);
    let next = toggled(route, key, value);
    let class = if n == 0 { "tick zero" } else { "tick" };
    view! {
        <label class=class><input type="checkbox" checked=chosen prop:checked=chosen disabled={n == 0 && !chosen} on:change=move |_| go(next.clone())/>{name}<span class="n">{n}</span></label>
    }
    .into_any()
}

/// Years of publication, with a column for how many results each has.
fn years(route: &Route, years: &[(i32, u32)]) -> Option<AnyView> {
    if years.is_empty() {
        return None;
    }
    let most = years.iter().map(|(_, n)| *n).max().unwrap_or(1).max(1);
    let year = |&(year, n): &(i32, u32)| {
        let value = year.to_string();
        let share = format!("--share:{}%", 100 * n / most);
        tick(
            route,
            "year",
            &value,
            view! { {value.clone()}<i class="share" style=share aria-hidden="true"></i> }.into_any(),
            n,
        )
    };
    Some(view! { <fieldset><legend>"Published"</legend>{years.iter().map(year).collect_view()}</fieldset> }.into_any())
}
