//! What stands around every view: masthead, menu, search box, colophon, the list of keys.

use leptos::prelude::*;

use crate::route::Place;
use crate::site::{go, site, to};

const MENU: [(&str, Place); 6] = [
    ("Overview", Place::Overview),
    ("Timeline", Place::Timeline),
    ("Claims", Place::Claims),
    ("Documents", Place::Documents),
    ("People", Place::People),
    ("About", Place::About),
];

const KEYS: [(&str, &str); 6] = [
    ("/", "search"),
    ("j", "next entry or mark"),
    ("k", "previous entry or mark"),
    ("← → ↑ ↓", "move in the matrix and on the timeline"),
    ("Esc", "leave the search box, close this"),
    ("?", "these keys"),
];

/// The page around a view.
pub(crate) fn shell(
    section: impl Fn() -> Option<Place> + Copy + Send + Sync + 'static,
    view: impl Fn() -> AnyView + Send + Sync + 'static,
    waiting: RwSignal<bool>,
) -> AnyView {
    let site = site();
    let route = site.route;
    view! {
        <a class="skip" href="#main">"Skip to content"</a>
        <header class="mast"><div class="page">
            <a class="mast-name" href=to(Place::Overview)>
                <svg viewBox="0 0 20 20" aria-hidden="true"><circle cx="4.5" cy="6.5" r="3.5" fill="currentColor"/><circle cx="15.5" cy="6.5" r="2.75" fill="none" stroke="currentColor" stroke-width="1.5"/><path d="M4.5 12.5v4h11v-4" fill="none" stroke="var(--accent)" stroke-width="1.75"/></svg>
                "Crossread"
            </a>
            <span class="mast-corpus">{site.manifest.title.clone()}</span>
            <nav aria-label="Views"><ul>{menu(section)}</ul></nav>
            {move || route.with(|r| r.place != Place::Search).then(find)}
        </div></header>
        <main id="main" class="page">
            <div class="loading" role="status">{move || waiting.get().then(|| view! { <p class="quiet">"Loading…"</p> })}</div>
            {view}
        </main>
        {colophon()}
        {keys()}
    }
    .into_any()
}

fn menu(section: impl Fn() -> Option<Place> + Copy + Send + Sync + 'static) -> AnyView {
    let entry = |(name, place): (&'static str, Place)| {
        let link = to(place.clone());
        let current = move || (section().as_ref() == Some(&place)).then_some("page");
        view! { <li><a href=link aria-current=current>{name}</a></li> }.into_any()
    };
    MENU.into_iter().map(entry).collect_view().into_any()
}

/// The search box of the masthead. Without JavaScript it is a form like any other.
fn find() -> AnyView {
    let input = NodeRef::<leptos::html::Input>::new();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if let Some(input) = input.get_untracked() {
            go(Place::Search.route().with("q", input.value()));
        }
    };
    view! {
        <form class="find" role="search" action=to(Place::Search) on:submit=submit>
            <label class="vh" for="find">"Search the reports"</label>
            <input id="find" name="q" type="search" placeholder="Search" autocomplete="off" node_ref=input/>
            <kbd aria-hidden="true">"/"</kbd>
        </form>
    }
    .into_any()
}

fn colophon() -> AnyView {
    let decided = match site().manifest.reviews {
        0 => "Sentences were sorted by a machine alone.".to_owned(),
        1 => "Sentences were sorted by a machine; 1 decision is a person’s.".to_owned(),
        n => format!("Sentences were sorted by a machine; {n} decisions are a person’s."),
    };
    view! {
        <footer class="colophon"><div class="page">
            <p>{decided}" Origins measure independence, not truth. "<a href=to(Place::About)>"How this was made"</a></p>
            <p><button class="textbtn" type="button" on:click=|_| help()><kbd aria-hidden="true">"?"</kbd>" keys"</button></p>
            {theme()}
        </div></footer>
    }
    .into_any()
}

fn help() {
    #[cfg(feature = "csr")]
    crate::keys::help();
}

/// Light, dark, or as the system has it; kept for the next visit.
fn theme() -> AnyView {
    let chosen = RwSignal::new(theme_now());
    let choice = move |name: &'static str, value: &'static str| {
        let choose = move |_| {
            chosen.set(value.to_owned());
            set_theme(value);
        };
        view! { <button class="textbtn" type="button" aria-pressed=move || (chosen.get() == value).to_string() on:click=choose>{name}</button> }
    };
    view! {
        <span class="theme" role="group" aria-label="Theme">{choice("Auto", "")}{choice("Light", "light")}{choice("Dark", "dark")}</span>
    }
    .into_any()
}

#[cfg(feature = "csr")]
fn theme_now() -> String {
    document().document_element().and_then(|root| root.get_attribute("data-theme")).unwrap_or_default()
}

#[cfg(feature = "csr")]
fn set_theme(theme: &str) {
    if let Some(root) = document().document_element() {
        // Neither can fail: the name of the attribute is a valid one.
        let _ = if theme.is_empty() {
            root.remove_attribute("data-theme")
        } else {
            root.set_attribute("data-theme", theme)
        };
    }
    // Storage can be refused; the choice then holds for this page.
    if let Ok(Some(storage)) = window().local_storage() {
        let _ = storage.set_item("crossread-theme", theme);
    }
}

#[cfg(not(feature = "csr"))]
fn theme_now() -> String {
    String::new()
}

#[cfg(not(feature = "csr"))]
fn set_theme(_: &str) {}

fn keys() -> AnyView {
    let row = |(key, does): (&'static str, &'static str)| view! { <dt><kbd>{key}</kbd></dt><dd>{does}</dd> }.into_any();
    view! {
        <dialog class="keys" aria-labelledby="keys-h">
            <h2 id="keys-h">"Keys"</h2>
            <dl>{KEYS.map(row).into_iter().collect_view()}</dl>
            <form method="dialog"><button class="textbtn">"Close"</button></form>
        </dialog>
    }
    .into_any()
}
