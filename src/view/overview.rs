//! `/`: the subject, what is agreed, where sources differ, what rests on one origin, what is open.

use leptos::prelude::*;
use model::bundle::{ClaimCard, Group, Overview};

use super::{claim_list, documents, legend, timeline};
use crate::page;
use crate::route::Place;
use crate::site::{href, site, to};
use crate::words::{self, Length};

/// One of the four columns.
struct Column<'a> {
    id: &'static str,
    /// Value of `show` on the claims view.
    show: &'static str,
    name: &'static str,
    why: &'static str,
    more: &'static str,
    group: &'a Group,
    item: fn(&ClaimCard) -> AnyView,
}

/// The overview.
pub(crate) fn overview(overview: &Overview) -> AnyView {
    let manifest = site().manifest;
    if manifest.documents == 0 {
        return super::states::empty();
    }
    let subject = if manifest.subject.is_empty() { &manifest.title } else { &manifest.subject };
    let columns = columns(overview);
    let jump = |c: &Column<'_>| {
        view! { <li><a href=format!("#{}", c.id)>{c.name}" "<b>{c.group.total}</b></a></li> }.into_any()
    };
    let more = overview.documents.len() < manifest.documents as usize;
    view! {
        <div class="subject">
            <h1>{subject.clone()}</h1>
            <div>
                <p class="sum">{summary(overview)}</p>
                <ul class="jump" aria-label="On this page">{columns.iter().map(jump).collect_view()}</ul>
            </div>
        </div>
        <div class="four">{columns.iter().map(column).collect_view()}</div>
        <section class="section" aria-labelledby="when">
            <h2 id="when">"What happened when"</h2>
            <p class="deck">"Filled: reported to have happened. Hollow: expected, as long as it is due. Below: when each report came out. "<a class="nb" href=to(Place::Timeline)>"Open the timeline"</a></p>
            {timeline::strip(overview)}
        </section>
        <section class="section" aria-labelledby="docs">
            <h2 id="docs">"The documents"</h2>
            {documents::table(&overview.documents)}
            {more.then(|| view! { <a class="more" href=to(Place::Documents)>{format!("All {}", page::reports(&manifest))}</a> })}
        </section>
        <section class="section" aria-labelledby="signs"><h2 id="signs">"How to read the signs"</h2><div class="signs">{legend::legend()}</div></section>
    }
    .into_any()
}

fn columns(overview: &Overview) -> [Column<'_>; 4] {
    [
        Column {
            id: "agreed",
            show: "agreed",
            name: "Agreed",
            why: "Two origins or more say the same.",
            more: "more that agree",
            group: &overview.agreed,
            item: claim_list::item,
        },
        Column {
            id: "differ",
            show: "differs",
            name: "Sources differ",
            why: "They speak of the same thing and do not say the same of it.",
            more: "more claims that differ",
            group: &overview.differs,
            item: claim_list::item,
        },
        Column {
            id: "one",
            show: "one-origin",
            name: "On one origin",
            why: "However many articles carry it.",
            more: "more on one origin",
            group: &overview.one_origin,
            item: claim_list::item,
        },
        Column {
            id: "open",
            show: "open",
            name: "Still open",
            why: "Expected, and not settled here.",
            more: "more still open",
            group: &overview.open,
            item: claim_list::open_item,
        },
    ]
}

fn column(column: &Column<'_>) -> AnyView {
    let total = column.group.total as usize;
    let rest = total.saturating_sub(column.group.claims.len());
    let items = column.group.claims.iter().map(column.item).collect_view();
    let head = format!("{}-h", column.id);
    let labelled = head.clone();
    let link = href(&Place::Claims.route().with("show", column.show));
    view! {
        <section id=column.id aria-labelledby=labelled>
            <h2 id=head>{column.name}" "<span class="n">{total}</span></h2>
            <p class="why">{column.why}</p>
            {(total > 0).then(|| view! { <ul>{items}</ul> })}
            {(total == 0).then(|| view! { <p class="quiet">"None in this corpus."</p> })}
            {(rest > 0).then(|| view! { <a class="more" href=link>{format!("{rest} {}", column.more)}</a> })}
        </section>
    }
    .into_any()
}

/// When the reports came out, how many claims they make, and what they come down to.
fn summary(overview: &Overview) -> AnyView {
    let m = site().manifest;
    let reports =
        format!("{} {}", words::number(m.documents as usize), if m.documents == 1 { "report" } else { "reports" });
    let span = match (m.first, m.last) {
        (Some(first), Some(last)) if first == last => format!("Published on {}, ", words::day(first, Length::Long)),
        (Some(first), Some(last)) => {
            let (from, to) = (words::day(first, Length::Long), words::day(last, Length::Long));
            // The year is written once where both share it.
            let from = if first.year() == last.year() {
                from.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end()
            } else {
                &from
            };
            format!("Published from {from} to {to}, ")
        }
        _ => String::new(),
    };
    let subject = if span.is_empty() { words::capital(&reports) } else { format!("{span}{reports}") };
    let verb = if m.documents == 1 { "makes" } else { "make" };
    let come = if m.documents == 1 { "comes" } else { "come" };
    let origins =
        format!("{} {}", words::number(m.origins as usize), if m.origins == 1 { "origin" } else { "origins" });
    let named = if overview.origins.is_empty() {
        ".".to_owned()
    } else {
        format!(", among them {}.", words::list(&overview.origins))
    };
    view! { {subject}" "{verb}" "<b>{words::count(m.claims as usize, "claim")}</b>" and "{come}" down to "<b>{origins}</b>{named} }.into_any()
}
