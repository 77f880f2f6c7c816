//! The figure: lanes, marks and publications at the measured width, with what fingers, wheel and keys do to it.

use std::sync::Arc;

use leptos::prelude::*;

use super::controls::Move;
use super::{View, WIDTHS, draw, hands, known, reading};
use crate::route::Route;
use crate::site::{go, site};
use crate::timeline::{Cluster, Layout, Sizes, layout, pinched};
use crate::view::drawn::filled;
use crate::words::{self, Length};

/// Draws `content` for the width that there is: measured in the browser; natively for three widths, of which the style
/// shows the one that fits.
pub(super) fn measured(content: impl Fn(Width) -> AnyView + Send + 'static) -> AnyView {
    let width = RwSignal::new(0.0);
    let host = hands::measure(width);
    if cfg!(feature = "csr") {
        let content = content(Width::Measured(width));
        return view! { <div node_ref=host>{content}</div> }.into_any();
    }
    let fixed = |(class, width): (&'static str, f64)| view! { <div class=class>{content(Width::Fixed(width))}</div> };
    WIDTHS.map(fixed).into_iter().collect_view().into_any()
}

/// A width that may not be known yet.
#[derive(Clone, Copy)]
pub(super) enum Width {
    /// As measured; 0 until then.
    Measured(RwSignal<f64>),
    /// As assumed.
    Fixed(f64),
}

impl Width {
    /// The width in pixels.
    pub(super) fn get(self) -> f64 {
        match self {
            Self::Measured(width) => width.get(),
            Self::Fixed(width) => width,
        }
    }
}

/// The figure with the slider on its axis, and the words of the mark that is pointed at.
pub(super) fn figure(view: View) -> AnyView {
    let chosen = RwSignal::new(None);
    // What was told when the figure was pressed: pressing a mark gives it the focus, which tells it.
    let before = StoredValue::new(None);
    let root = site().root;
    let figure = measured(move |width| {
        let laid = Memo::new(move |_| {
            let window = view.state.get().window;
            let now = view.now();
            Arc::new(layout(&now.timeline, &now.lanes, window, (width.get(), Sizes::Full)))
        });
        let root = root.clone();
        let drawn = move || {
            let now = view.now();
            let open = |cluster: &Cluster| opened(view, cluster);
            let laid = laid.get();
            draw::figure(&draw::Drawing {
                timeline: &now.timeline,
                layout: &laid,
                known: view.known(),
                root: &root,
                open: &open,
            })
        };
        let scale = move || laid.with(|laid| laid.scale);
        let box_of =
            move || laid.with(|laid| format!("0 0 {} {}", laid.width.round() as i32, laid.height.round() as i32));
        let grab = hands::Grab::new(move |before, after| {
            hands::drag(view.route, view.at(pinched(scale(), before, after)));
        });
        let wheel = move |event: leptos::ev::WheelEvent| {
            if let Some((factor, share)) = hands::wheel(&event) {
                let window = view.state.get_untracked().window;
                let anchor = scale().share(hands::place(&event));
                let next = if factor == 1.0 { window.moved(share) } else { window.zoomed(factor, anchor) };
                hands::drag(view.route, view.at(next));
            }
        };
        view! {
            <svg class="fig" viewBox=box_of width=move || laid.with(|l| l.width.round() as i32) height=move || laid.with(|l| l.height.round() as i32)
                role="group" tabindex="0" aria-label=move || laid.with(|laid| said(view, laid)) {..filled(Box::new(drawn))}
                on:keydown=move |event| key(view, &event)
                on:wheel=wheel
                on:pointerdown=move |event| {
                    before.set_value(chosen.get_untracked());
                    grab.down(&event);
                }
                on:pointermove=move |event| grab.moved(&event)
                on:pointerup=move |event| grab.up(&event)
                on:pointercancel=move |event| grab.up(&event)
                on:click=move |event| touched(grab, &event, &before.get_value(), chosen)
                on:pointerover=move |event| {
                    // A finger points by pressing.
                    if !hands::is_touch(&event) {
                        hands::point(&event, chosen);
                    }
                }
                on:focusin=move |event| hands::point(&event, chosen)
            ></svg>
            {known::slider(view, scale)}
        }
        .into_any()
    });
    hands::on_escape(move || chosen.set(None));
    view! {
        <figure class="tl" aria-label="Timeline" on:pointerleave=move |_| chosen.set(None)>{figure}{reading::reading(view, chosen)}</figure>
    }
    .into_any()
}

/// A press on a mark leads to what it tells; a touch, which can't point before it presses, tells it first.
fn touched(
    grab: hands::Grab,
    event: &leptos::ev::MouseEvent,
    before: &Option<hands::Chosen>,
    chosen: RwSignal<Option<hands::Chosen>>,
) {
    if grab.click(event) {
        event.prevent_default();
    } else if hands::is_touch(event) {
        if hands::is_new(event, before) {
            event.prevent_default();
        }
        hands::point(event, chosen);
    }
}

/// The figure in a sentence.
fn said(view: View, laid: &Layout) -> String {
    let window = laid.scale.window;
    let day = |day| words::day(day, Length::Long);
    let lanes = laid.lanes.len();
    let mut said = format!(
        "Timeline, {} to {}, {} {}, by {}.",
        day(window.from),
        day(window.to),
        words::number(lanes),
        if lanes == 1 { "lane" } else { "lanes" },
        view.state.get().by.word()
    );
    let (before, after) = laid.outside;
    for (count, word) in [(before, "earlier"), (after, "later")] {
        if count > 0 {
            said.push_str(&format!(" {} {word}.", words::count(count, "event")));
        }
    }
    said.push_str(" The same events are in the list that follows. Arrow keys move, plus and minus zoom, 0 shows all.");
    said
}

/// The link that opens a cluster: to its days; where they are as close as days come, all of them are drawn.
fn opened(view: View, cluster: &Cluster) -> Route {
    view.at(cluster.days.with_margin(0.1))
}

/// The keys of the figure, and of the marks in it.
fn key(view: View, event: &leptos::ev::KeyboardEvent) {
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return;
    }
    if hands::rove(event) {
        event.prevent_default();
        return;
    }
    let Some(step) = Move::of_key(&event.key()) else { return };
    event.prevent_default();
    hands::keep_focus();
    go(view.at(step.from(view.state.get_untracked().window, view.all)));
}
