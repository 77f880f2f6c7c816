//! The search box, with suggestions as a combobox: the pattern of the WAI-ARIA Authoring Practices, list autocomplete
//! with manual selection.

use leptos::prelude::*;
use model::Text;
use search::{Suggestion, SuggestionKind};

use crate::answer::Offers;
use crate::route::Place;
use crate::site::{go, go_quietly, shown_route, to};

/// The box: that of the search view, whose words are those of the address, or that of the masthead, which leads there. Either is
/// a form like any other, which the browser can send without JavaScript.
pub(crate) fn boxed(is_of_view: bool) -> AnyView {
    let route = shown_route();
    let offers = Offers { lines: RwSignal::new(Vec::new()), at: RwSignal::new(None) };
    let value = move || if is_of_view { route.with(|r| r.get("q").to_owned()) } else { String::new() };
    let asking = move |text: String| {
        let here = if is_of_view { route.get_untracked() } else { Place::Search.route() };
        here.with("q", text).with("n", "").with("exact", "")
    };
    // What is typed and not entered yet: it takes the place of what was typed before, and of nothing else.
    let draft = StoredValue::new(None::<String>);
    let close = move || {
        offers.lines.set(Vec::new());
        offers.at.set(None);
        // Nor does it open again for what was asked before.
        #[cfg(feature = "csr")]
        crate::browser::finder::suggest(String::new(), offers);
    };
    let take = move |text: String| {
        close();
        draft.set_value(None);
        // Who enters a query may mend it: the search goes on in its box.
        #[cfg(feature = "csr")]
        crate::browser::focus::to_query(!is_of_view);
        go(asking(text))
    };
    let typed = move |event: leptos::ev::Event| {
        let text = event_target_value(&event);
        offers.at.set(None);
        #[cfg(feature = "csr")]
        crate::browser::finder::suggest(text.clone(), offers);
        if !is_of_view {
            return;
        }
        let is_draft = draft.get_value().is_some_and(|draft| route.with_untracked(|r| r.get("q") == draft));
        draft.set_value(Some(text.clone()));
        if is_draft { go_quietly(asking(text)) } else { go(asking(text)) }
    };
    let press = move |event: leptos::ev::KeyboardEvent| {
        let n = offers.lines.with_untracked(Vec::len);
        let at = offers.at.get_untracked();
        match event.key().as_str() {
            "ArrowDown" if n > 0 => offers.at.set(Some(at.map_or(0, |i| (i + 1) % n))),
            "ArrowUp" if n > 0 => offers.at.set(Some(at.map_or(n - 1, |i| (i + n - 1) % n))),
            "Escape" if n > 0 => {
                close();
                event.stop_propagation();
            }
            "Enter" => {
                event.prevent_default();
                match at.and_then(|i| offers.lines.with_untracked(|l| l.get(i).map(|s| s.text.clone()))) {
                    Some(text) => take(text),
                    // A step that Back undoes, which typing alone is not.
                    None => take(event_target_value(&event)),
                }
            }
            _ => return,
        }
        if event.key() != "Enter" {
            event.prevent_default();
        }
    };
    let open = move || (offers.lines.with(|l| !l.is_empty())).to_string();
    let active = move || offers.at.get().map(|i| format!("offer-{i}"));
    let (class, id) = if is_of_view { ("find find-big searching", "q") } else { ("find", "find") };
    view! {
        <form class=class role="search" action=to(Place::Search)>
            <label class="vh" for=id>{"Search the reports"}</label>
            <input id=id name="q" type="search" placeholder="Search the reports" autocomplete="off" autocapitalize="off" spellcheck="false"
                role="combobox" aria-autocomplete="list" aria-controls="offers" aria-expanded=open aria-activedescendant=active
                prop:value=value value=value() on:input=typed on:keydown=press on:blur=move |_| close()/>
            <kbd aria-hidden="true">{"/"}</kbd>
            <ul id="offers" role="listbox" aria-label="Suggestions" hidden=move || offers.lines.with(Vec::is_empty)>
                {move || offers.lines.with(|lines| lines.iter().enumerate().map(|(i, s)| line(i, s, offers, take)).collect_view())}
            </ul>
        </form>
    }
    .into_any()
}

fn line(
    i: usize,
    suggestion: &Suggestion,
    offers: Offers,
    take: impl Fn(String) + Copy + Send + Sync + 'static,
) -> AnyView {
    let kind = match suggestion.kind {
        SuggestionKind::Name => "name",
        SuggestionKind::Title => "title",
        SuggestionKind::Phrase => "",
    };
    let text = suggestion.text.clone();
    let (points, mark) = (Text::new(&text), suggestion.mark);
    let (before, typed, after) = (&text[..points.byte(mark.start)], points.cut(mark), &text[points.byte(mark.end)..]);
    let [before, typed, after] = [before, typed, after].map(str::to_owned);
    // Before the box loses the focus, and with it the list.
    let choose = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        take(text.clone());
    };
    view! {
        <li id=format!("offer-{i}") role="option" aria-selected=move || (offers.at.get() == Some(i)).to_string() on:mousedown=choose>
            <span>{before}<b>{typed}</b>{after}</span><span class="quiet">{kind}</span>
        </li>
    }
    .into_any()
}
