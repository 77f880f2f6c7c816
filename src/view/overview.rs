//! `/`: the subject, what is agreed, where sources differ, what rests on one origin, what is open.

use maud::{Markup, html};
use model::bundle::{ClaimCard, DocumentCard, Group, Overview, Timeline};

use super::known::{known, out};
use super::{claim_list, documents, legend, stories};
use crate::course::is_out;
use crate::page::{self, ClaimsPage, Shown};
use crate::route::{Place, Route};
use crate::site::{href, site, to};
use crate::timeline::usual;
use crate::words::{self, Length};

/// One of the four columns.
struct Column<'a> {
    id: &'static str,
    /// Value of `show` on the claims view.
    show: &'static str,
    name: &'static str,
    why: &'static str,
    /// What the claims are that it does not show.
    more: &'static str,
    /// What is said where it has none.
    none: &'static str,
    group: &'a Group,
    item: fn(&ClaimCard) -> Markup,
}

/// The overview.
pub(crate) fn draw(overview: &Overview, all: Option<&ClaimsPage>, route: &Route) -> Shown {
    let manifest = site().manifest;
    if manifest.documents == 0 {
        return Shown::Text(super::states::empty().into_string());
    }
    // What a person called all reports together, nobody knew on a day.
    let subject =
        if manifest.subject.is_empty() || route.known().is_some() { &manifest.title } else { &manifest.subject };
    // Of many reports, what one tells is told by the stories.
    let below = !overview.stories.is_empty();
    let columns = columns(overview, below);
    // What reports say of each other comes first; where they say nothing, what they tell of does.
    let says = [&overview.agreed, &overview.differs, &overview.open].iter().any(|group| group.total > 0);
    let top = html! {
        div.subject {
            h1 { (subject) @if let Some(day) = route.known() { ", as known on " (words::day(day, Length::Long)) } }
            div {
                p.sum { (match all { Some(all) => summary_on(all, route), None => summary(overview) }) }
                @if let Some(said) = page::retold(&manifest) { p.quiet { (said) } }
                div.asks {
                    // A site in one file has no desk, and on the desk one is there already.
                    @if !site().root.starts_with('#') { a.more href={ (site().root) "desk/" } { "Read your own documents" } }
                    (known(route, all.map_or(overview.documents.as_slice(), |all| all.documents.as_slice())))
                }
                (super::claims::offered(all.map_or(overview.documents.as_slice(), |all| all.documents.as_slice()), route))
                ul.jump aria-label="On this page" {
                    @for column in columns.iter().filter(|column| column.group.total > 0) {
                        li { a href={ "#" (column.id) } { (column.name) " " b { (column.group.total) } } }
                    }
                }
            }
        }
        @if !says { (told(overview)) }
        (standings(&columns, (overview, below)))
        @if says { (told(overview)) }
    };
    let listed = match (all, route.known()) {
        (Some(all), Some(day)) => out(&all.documents, Some(day)).into_iter().take(Overview::LISTED).collect(),
        _ => overview.documents.iter().take(Overview::LISTED).cloned().collect::<Vec<_>>(),
    };
    let rest = html! {
        @if route.known().is_none() { (beyond(overview)) }
        section.section aria-labelledby="docs" {
            h2 #docs { "The documents" }
            (documents::table_on(&listed, route.known()))
            @if listed.len() < manifest.documents as usize {
                a.more href=(to(Place::Documents)) { "All " (page::reports(&manifest)) }
            }
        }
        section.section aria-labelledby="signs" {
            h2 #signs { "How to read the signs" }
            div.signs { (legend::legend(columns.iter().any(|column| legend::is_tied(&column.group.claims)))) }
        }
    };
    let strip = Timeline {
        events: overview.events.clone(),
        documents: overview.documents.clone(),
        brackets: overview.brackets.clone(),
        ..Timeline::default()
    };
    Shown::Strip(top.into_string(), strip, rest.into_string())
}

/// That reports came out before or after the days of the strip, where some did.
fn beyond(overview: &Overview) -> Markup {
    let Some(window) = usual(&overview.events, &overview.documents) else { return html! {} };
    let days = |card: &&DocumentCard| card.published.as_ref().and_then(|when| when.first.zip(when.last));
    let is_beyond = |card: &&DocumentCard| days(card).is_some_and(|(from, to)| to < window.from || window.to < from);
    let n = overview.documents.iter().filter(is_beyond).count();
    // Of very many reports the strip marks some.
    let all = overview.documents.len() == site().manifest.documents as usize;
    let some = if all { words::count(n, "report") } else { "Some reports".to_owned() };
    html! {
        @if n > 0 {
            p.quiet { (some) " came out before or after these days: " a href=(to(Place::Timeline)) { "the timeline has them" } "." }
        }
    }
}

/// What stands above the strip.
pub(crate) fn when() -> Markup {
    html! {
        h2 #when { "What happened when" }
        p.deck {
            "Filled: reported to have happened. Hollow: expected, as long as it is due. Below: when each report came out. "
            a.nb href=(to(Place::Timeline)) { "Open the timeline" }
        }
    }
}

/// What reports say of each other; with `many` of them, what they perhaps agree on in place of what rests on one origin.
fn columns(overview: &Overview, many: bool) -> [Column<'_>; 4] {
    let one_origin = Column {
        id: "one",
        show: "one-origin",
        name: "On one origin or article",
        why: "The machine has joined no second report to these that has an origin of its own.",
        more: "of one origin or article",
        none: "nothing that rests on one origin or article",
        group: &overview.one_origin,
        item: claim_list::item,
    };
    let perhaps = Column {
        id: "perhaps",
        show: "perhaps",
        name: "Perhaps agreed",
        why: "Two origins or more tell it alike, but perhaps not quite the same.",
        more: "perhaps agreed",
        none: "nothing that they perhaps agree on",
        group: &overview.perhaps,
        item: claim_list::item,
    };
    [
        Column {
            id: "agreed",
            show: "agreed",
            name: "Agreed",
            why: "Two origins or more say the same.",
            more: "that agree",
            none: "no two origins that surely say the same",
            group: &overview.agreed,
            item: claim_list::item,
        },
        Column {
            id: "differ",
            show: "differs",
            name: "Sources differ",
            why: "They speak of the same thing and do not say the same of it.",
            more: "in dispute",
            none: "no difference in what they tell",
            group: &overview.differs,
            item: claim_list::item,
        },
        if many { perhaps } else { one_origin },
        Column {
            id: "open",
            show: "open",
            name: "Still open",
            why: "Expected, and not settled here.",
            more: "still open",
            none: "nothing that is still open",
            group: &overview.open,
            item: claim_list::open_item,
        },
    ]
}

/// The fewest claims that a column may show, and the most below the stories of many documents.
const FEW: usize = 4;

/// The columns that have something to show, of like height: none is longer than the second longest, or than a few. What
/// there is none of is a line.
fn standings(columns: &[Column<'_>], (overview, below): (&Overview, bool)) -> Markup {
    let (full, empty): (Vec<_>, Vec<_>) = columns.iter().partition(|column| !column.group.claims.is_empty());
    let mut lengths: Vec<usize> = full.iter().map(|column| column.group.claims.len()).collect();
    model::order::sort(&mut lengths);
    let second = lengths.iter().rev().nth(1).copied().unwrap_or(Group::MOST);
    let most = if below { FEW } else { second.clamp(FEW, Group::MOST) };
    let none: Vec<String> = empty.iter().filter(|column| column.group.total == 0).map(|c| c.none.to_owned()).collect();
    html! {
        @if !full.is_empty() { div.four .under[below] { @for column in full { (self::column(column, most)) } } }
        div.beside {
            @for column in empty.iter().filter(|column| column.group.total > 0) {
                p.quiet id=(column.id) { (column.name) ": " a href=(href(&all(column))) { (words::count(column.group.total as usize, "claim")) } ", in a report’s words only." }
            }
            @for (said, show, n) in [
                ("Two origins or more perhaps say the same: ", "perhaps", overview.perhaps.total),
                ("On one origin or article: ", "one-origin", overview.one_origin.total),
                ("Told alike, but hedged in one report and not in another, or in other quoted words: ", "wordings", overview.wordings),
            ] {
                @if n > 0 && columns.iter().all(|column| column.show != show) {
                    p.quiet { (said) a href=(href(&Place::Claims.route().with("show", show))) { (words::count(n as usize, "claim")) } }
                }
            }
            @if columns.iter().any(|column| column.group.claims.iter().any(|card| !card.denials.is_empty())) {
                p.quiet { a href=(href(&Place::Claims.route().with("commitment", "denied"))) { "What is denied, and by whom" } }
            }
        }
        @if !none.is_empty() { p.quiet { "The machine found " (words::list(&none)) ". That is no proof that there is none." } }
    }
}

/// All claims of a column.
fn all(column: &Column<'_>) -> Route {
    Place::Claims.route().with("show", column.show)
}

fn column(column: &Column<'_>, most: usize) -> Markup {
    let total = column.group.total as usize;
    // A line for one more takes the room of that one.
    let most = if total == most + 1 { total } else { most };
    let shown = &column.group.claims[..column.group.claims.len().min(most)];
    let rest = total.saturating_sub(shown.len());
    html! {
        section id=(column.id) aria-labelledby={ (column.id) "-h" } {
            h2 id={ (column.id) "-h" } { (column.name) " " span.n { (total) } }
            p.why { (column.why) }
            ul { @for card in shown { ((column.item)(card)) } }
            @if rest > 0 { a.more href=(href(&all(column))) { (rest) " more " (column.more) } }
        }
    }
}

/// What many reports are about: their stories, each with its weight and what of it is agreed, disputed and open.
fn told(overview: &Overview) -> Markup {
    if overview.stories.is_empty() {
        return html! {};
    }
    let manifest = site().manifest;
    let rest = (manifest.stories as usize).saturating_sub(overview.stories.len());
    html! {
        section.section.told aria-labelledby="stories" {
            h2 #stories { "What they tell of" }
            ol { @for story in &overview.stories { (stories::brief(story)) } }
            @if rest > 0 { a.more href=(to(Place::Stories)) { "All " (words::count(manifest.stories as usize, "story").replace("storys", "stories")) } }
        }
    }
}

/// How many reports were out on a day, and how many claims they make.
fn summary_on(all: &ClaimsPage, route: &Route) -> Markup {
    let Some(day) = route.known() else { return html! {} };
    let documents = all.documents.iter().filter(|card| is_out(card, day)).count();
    let claims = all.claims.iter().filter(|card| card.on(day).is_some()).count();
    let verb = if documents == 1 { "report was" } else { "reports were" };
    html! {
        "On " (words::day(day, Length::Long)) ", " (if documents == 0 { "none".to_owned() } else { words::number(documents) }) " of " (words::number(all.documents.len())) " " (verb) " out: "
        b { (words::count(claims, "claim")) } "."
    }
}

/// When the reports came out, how many claims they make, and what they come down to.
fn summary(overview: &Overview) -> Markup {
    let m = site().manifest;
    let reports =
        format!("{} {}", words::number(m.documents as usize), if m.documents == 1 { "report" } else { "reports" });
    let span = match (m.first, m.last) {
        (Some(first), Some(last)) if first == last => format!("published on {}", words::day(first, Length::Long)),
        (Some(first), Some(last)) => {
            let (from, to) = (words::day(first, Length::Long), words::day(last, Length::Long));
            // The year is written once where both share it.
            let from = if first.year() == last.year() {
                from.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end()
            } else {
                &from
            };
            format!("published from {from} to {to}")
        }
        _ => String::new(),
    };
    let all_dated = overview.documents.iter().all(|card| card.published.is_some());
    let subject = match (span.is_empty(), all_dated) {
        (true, _) => words::capital(&reports),
        (false, true) => format!("{}, {reports}", words::capital(&span)),
        (false, false) => format!("{}, {span} where that is known,", words::capital(&reports)),
    };
    let verb = if m.documents == 1 { "makes" } else { "make" };
    // Fewer origins than reports is what it comes down to; more are what the reports draw on.
    let come = match (m.origins <= m.documents, m.documents) {
        (true, 1) => "comes down to",
        (true, _) => "come down to",
        (false, 1) => "draws on",
        (false, _) => "draw on",
    };
    let origins =
        format!("{} {}", words::number(m.origins as usize), if m.origins == 1 { "origin" } else { "origins" });
    html! {
        (subject) " " (verb) " " b { (words::count(m.claims as usize, "claim")) } " and " (come) " " b { (origins) } "."
    }
}
