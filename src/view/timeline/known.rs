//! As known on a day: what the reports that were out by then tell.

use leptos::prelude::*;
use maud::html;
use model::Day;

use super::View;
use super::hands;
use crate::route::{Place, Route};
use crate::site::{bare, go};
use crate::timeline::{Scale, Window};
use crate::view::drawn::drawn;
use crate::words::{self, Length};

/// The line above the figure: the day, how many reports were out, and a button that goes through them.
pub(super) fn known(view: View) -> Option<AnyView> {
    if !view.knowledge.with_value(|k| k.is_dated()) {
        return None;
    }
    let day = move || {
        let known = view.known();
        html! {
            label.period {
                span { "As known on" }
                input type="date" data-key="known" value=(known.map_or_else(String::new, |day| day.to_string()));
            }
        }
    };
    let said = move || {
        let known = view.known();
        html! {
            @if let Some(day) = known {
                a href=(view.route.with(|route| bare(&route.clone().with("known", "")))) { "All reports" }
                a href=(bare(&Place::Claims.route().with("since", day.to_string()))) { "What changed since" }
            }
            span.quiet {
                (view.knowledge.with_value(|k| k.sentence(known)))
                @if known.is_some() { " What was told later is drawn faint." }
            }
        }
    };
    Some(view! { <div class="known">{drawn(day)}{play(view)}{drawn(said)}</div> }.into_any())
}

/// Goes from report to report by itself; where somebody wants no motion, a step each time it is pressed.
fn play(view: View) -> AnyView {
    let playing = RwSignal::new(false);
    hands::every(playing, move || playing.set(advance(view)));
    let still = hands::wants_no_motion();
    let name = move || match (still, playing.get()) {
        (true, _) => "Next report",
        (false, true) => "Pause",
        (false, false) => "Play",
    };
    let press = move |_| {
        if still {
            advance(view);
        } else if playing.get_untracked() {
            playing.set(false);
        } else {
            // From the end, it begins anew.
            let last = view.knowledge.with_value(|k| k.last());
            let now = view.state.get_untracked().known;
            if now.is_none_or(|now| Some(now) >= last) {
                set(view, None, true);
            }
            playing.set(true);
            advance(view);
        }
    };
    view! { <button class="textbtn" type="button" on:click=press>{name}</button> }.into_any()
}

/// Shows the next day; whether there was one. After the last, all reports are shown.
fn advance(view: View) -> bool {
    let now = view.state.get_untracked().known;
    let next = view.knowledge.with_value(|k| k.play(now));
    set(view, next, true);
    next.is_some()
}

/// Shows a day.
fn set(view: View, day: Option<Day>, quietly: bool) {
    let value = day.map_or_else(String::new, |day| day.to_string());
    let route = view.route.with_untracked(Route::clone).with("known", value);
    if quietly { hands::drag(view.route, route) } else { go(route) }
}

/// The width of the slider's thumb.
const THUMB: f64 = 20.0;

/// The slider: it lies on the axis of publication, so that its thumb stands under the line that it moves.
pub(super) fn slider(view: View, scale: impl Fn() -> Scale + Copy + Send + Sync + 'static) -> Option<AnyView> {
    if !view.knowledge.with_value(|k| k.is_dated()) {
        return None;
    }
    // Where it is measured alone: a page that is written has no styles of its own, which its policy forbids.
    let ends = move || {
        let scale = scale();
        let from = scale.middle(scale.window.from) - THUMB / 2.0;
        let to = scale.middle(scale.window.to) + THUMB / 2.0;
        cfg!(feature = "csr").then(|| (from.round() as i32, (to - from).round() as i32))
    };
    let start = move || ends().map(|(start, _)| format!("{start}px"));
    let width = move || ends().map(|(_, width)| format!("{width}px"));
    let last = move || scale().window.days() - 1;
    let value = move || place(scale().window, view.known());
    let text = move || {
        let said = view.knowledge.with_value(|k| k.sentence(view.known()));
        view.known()
            .map_or_else(|| "all reports".to_owned(), |day| format!("{}, {said}", words::day(day, Length::Long)))
    };
    let input = move |event| {
        let Some(at) = event_target_value(&event).parse::<i32>().ok() else { return };
        let window = scale().window;
        // At the right end all reports count, those after the window as well.
        let day = (at < window.days() - 1).then(|| window.from.plus(at));
        set(view, day, true);
    };
    // The arrow keys go from report to report: nothing changes on the days between.
    let key = move |event: leptos::ev::KeyboardEvent| {
        let later = match event.key().as_str() {
            "ArrowRight" | "ArrowUp" => true,
            "ArrowLeft" | "ArrowDown" => false,
            _ => return,
        };
        event.prevent_default();
        let now = view.state.get_untracked().known.unwrap_or(Day(i32::MAX));
        let next = view.knowledge.with_value(|k| k.step(now, later));
        if later || next.is_some() {
            set(view, next, true);
        }
    };
    Some(
        view! {
            <input class="pubrange" type="range" min="0" style:margin-inline-start=start style:width=width max=last prop:value=value value=value aria-label="As known on" aria-valuetext=text on:input=input on:keydown=key/>
        }
        .into_any(),
    )
}

/// The slider's value for a day: its place in the window, or an end of it.
fn place(window: Window, known: Option<Day>) -> i32 {
    known.map_or(window.to, |day| day.clamp(window.from, window.to)).0 - window.from.0
}
