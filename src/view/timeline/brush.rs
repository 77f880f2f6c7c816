//! All events in one line, and over it the window: two handles that are sliders, and a place to point at.

use leptos::prelude::*;

use super::figure::measured;
use super::{View, draw, hands};
use crate::timeline::{Scale, State, Window, reach, strip, ticks};
use crate::view::drawn::filled;
use crate::words::{self, Length};

/// The strip with the window's two ends.
pub(super) fn brush(view: View) -> AnyView {
    // What it shows follows the window only where that leaves it.
    let whole = Memo::new(move |_| {
        let state = view.state.get();
        let window = reach(view.now.with(|now| strip(&now.timeline.events, view.all, state.window)));
        State { window, ..state }
    });
    let whole = move || whole.get().window;
    measured(move |width| {
        let scale = move || Scale { window: whole(), left: 0.0, width: width.get() };
        let marks = move || {
            let scale = scale();
            draw::overview(&view.now().timeline.events, view.known(), &ticks(scale), scale)
        };
        let chosen = move || {
            let window = view.state.get().window;
            let (from, to) = (scale().start(window.from), scale().end(window.to));
            (from.max(0.0), to.min(width.get()))
        };
        let rect = move |class: &'static str| {
            let (x, w) = (move || px(chosen().0), move || px((chosen().1 - chosen().0).max(2.0)));
            view! { <rect class=class x=x y="2" width=w height="28"></rect> }.into_any()
        };
        // The window goes with whoever drags it.
        let grab = hands::Grab::new(move |before, after| {
            if let ([from], [to]) = (before, after) {
                let window = view.state.get_untracked().window;
                hands::drag(view.route, view.at(window.shifted((to - from) / scale().per_day())));
            }
        });
        // Where one points, there the middle of the window goes.
        let point = move |event: leptos::ev::MouseEvent| {
            if grab.click(&event) {
                return;
            }
            let share = scale().share(hands::place(&event));
            let whole = untrack(whole);
            let middle = f64::from(whole.from.0) + share * f64::from(whole.days());
            let half = f64::from(view.state.get_untracked().window.days()) / 2.0;
            hands::drag(view.route, view.at(Window::between(middle - half, middle + half)));
        };
        view! {
            <div class="tl brush-strip">
                <svg class="fig" width=move || px(width.get()) height="46" role="img" aria-label=move || said(view)
                    on:pointerdown=move |event| grab.down(&event)
                    on:pointermove=move |event| grab.moved(&event)
                    on:pointerup=move |event| grab.up(&event)
                    on:pointercancel=move |event| grab.up(&event)
                    on:click=point>
                    {rect("brush")}
                    <g {..filled(Box::new(marks))}></g>
                    {rect("brushl")}
                </svg>
                {handle(view, whole, true)}
                {handle(view, whole, false)}
            </div>
        }
        .into_any()
    })
}

fn px(length: f64) -> String {
    (length.round() as i32).to_string()
}

fn said(view: View) -> String {
    let window = view.state.get().window;
    let day = |day| words::day(day, Length::Short);
    format!(
        "All events from {} to {}; shown are {} to {}",
        day(view.all.from),
        day(view.all.to),
        day(window.from),
        day(window.to)
    )
}

/// One end of the window.
fn handle(view: View, whole: impl Fn() -> Window + Copy + Send + Sync + 'static, first: bool) -> AnyView {
    let end = move || {
        let window = view.state.get().window;
        if first { window.from } else { window.to }
    };
    let value = move || end().0 - whole().from.0;
    let text = move || words::day(end(), Length::Long);
    let days = move || whole().days() - 1;
    // A key moves it by a day, or by a hundredth of all where that is more.
    let step = move || (days() / 400).max(1);
    let input = move |event| {
        let Some(at) = event_target_value(&event).parse::<i32>().ok() else { return };
        let day = untrack(whole).from.plus(at);
        let mut window = view.state.get_untracked().window;
        if first {
            window.from = day.min(window.to.plus(-6));
        } else {
            window.to = day.max(window.from.plus(6));
        }
        hands::drag(view.route, view.at(window));
    };
    let (class, name) = if first { ("hand from", "Shown from") } else { ("hand to", "Shown until") };
    view! {
        <input class=class type="range" min="0" max=days step=step prop:value=value value=value aria-label=name aria-valuetext=text on:input=input/>
    }
    .into_any()
}
