//! What stands around every view: masthead, menu, search box, colophon, the list of keys.

use leptos::prelude::*;
use maud::{Markup, html};

use super::drawn::{drawn, still};
use super::search::boxed;
use crate::route::Place;
use crate::site::{shown_route, site, to};

const MENU: [(&str, Place); 7] = [
    ("Overview", Place::Overview),
    ("Timeline", Place::Timeline),
    ("Stories", Place::Stories),
    ("Claims", Place::Claims),
    ("Documents", Place::Documents),
    ("People", Place::People),
    ("About", Place::About),
];

const KEYS: [(&str, &str); 7] = [
    ("/", "search"),
    ("j", "next entry or mark"),
    ("k", "previous entry or mark"),
    ("← → ↑ ↓ Home End", "move in the matrix and on the timeline"),
    ("+ - 0", "closer, wider and all days on the timeline"),
    ("Esc", "leave the search box, close what is open"),
    ("?", "these keys"),
];

/// The themes, as in `data-value=`, with their names: light, dark, or as the system has it.
const THEMES: [(&str, &str); 3] = [("", "Auto"), ("light", "Light"), ("dark", "Dark")];

/// What is made anew when a signal that it reads changes.
type Part = Box<dyn Fn() -> AnyView + Send + Sync>;

/// The page around a view.
pub(crate) fn shell(view: impl Fn() -> AnyView + Send + Sync + 'static, note: RwSignal<&'static str>) -> AnyView {
    let route = shown_route();
    let place = Memo::new(move |_| route.with(|route| (route.place.clone(), route.known())));
    // Boxed, so that the view and the box are of one type.
    let view: Part = Box::new(view);
    let find: Part = Box::new(move || match place.get().0 {
        // The search view has a box of its own.
        Place::Search => ().into_any(),
        _ => boxed(false),
    });
    let loading = move || html! { @let note = note.get(); @if !note.is_empty() { p.quiet { (note) } } };
    view! {
        {still(html! { a.skip href="#main" { "Skip to content" } })}
        <header class="mast"><div class="page">
            {drawn(move || masthead(&place.get().0))}
            {find}
        </div></header>
        <main id="main" class="page">
            <div class="loading" role="status">{drawn(loading)}</div>
            {view}
        </main>
        {still(html! { (colophon()) (keys()) })}
    }
    .into_any()
}

fn masthead(place: &Place) -> Markup {
    let section = place.section();
    html! {
        a.mast-name href=(to(Place::Overview)) {
            svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true" {
                circle cx="4.5" cy="6.5" r="3.5" fill="currentColor" {}
                circle cx="15.5" cy="6.5" r="2.75" fill="none" stroke="currentColor" stroke-width="1.5" {}
                path d="M4.5 12.5v4h11v-4" fill="none" stroke="var(--accent)" stroke-width="1.75" {}
            }
            "Crossread"
        }
        span.mast-corpus { (site().manifest.title) }
        nav aria-label="Views" {
            ul {
                @for (name, place) in MENU {
                    @let current = (section.as_ref() == Some(&place)).then_some("page");
                    li { a href=(to(place)) aria-current=[current] { (name) } }
                }
            }
        }
    }
}

fn colophon() -> Markup {
    let decided = match site().manifest.reviews {
        0 => "Sentences were sorted by a machine alone.".to_owned(),
        1 => "Sentences were sorted by a machine; 1 decision is a person’s.".to_owned(),
        n => format!("Sentences were sorted by a machine; {n} decisions are a person’s."),
    };
    html! {
        footer.colophon {
            div.page {
                p {
                    (decided) " Origins measure independence, not truth. "
                    a href=(to(Place::About)) { "How this was made" }
                }
                p { button.textbtn type="button" data-act="help" { kbd aria-hidden="true" { "?" } " keys" } }
                p { button.textbtn type="button" data-act="list" { "Reading list" } }
                p { button.textbtn type="button" data-act="embed" { "Embed this view" } " " span role="status" {} }
                span.theme role="group" aria-label="Theme" {
                    @for (value, name) in THEMES {
                        button.textbtn type="button" data-act="theme" data-value=(value)
                            aria-pressed=(value.is_empty()) { (name) }
                    }
                }
            }
        }
    }
}

fn keys() -> Markup {
    html! {
        dialog.keys aria-labelledby="keys-h" {
            h2 #keys-h { "Keys" }
            dl { @for (key, does) in KEYS { dt { kbd { (key) } } dd { (does) } } }
            form method="dialog" { button.textbtn { "Close" } }
        }
    }
}
