//! `/timeline`: what happened when, what was expected when, and when each report came out.

mod brush;
mod controls;
mod draw;
mod edges;
mod figure;
mod hands;
mod known;
mod legend;
mod list;
mod reading;
mod strip;
mod svg;
mod telling;

use std::sync::Arc;

use leptos::prelude::*;
use maud::{Markup, html};
use model::bundle::Timeline;

pub(crate) use legend::legend;
pub(crate) use strip::strip;

use super::drawn::{still, text};
use crate::route::{Place, Route};
use crate::site::{shown_route, to};
use crate::timeline::{By, Knowledge, Lane, State, Window, extent, known_on, lanes, reach, usual, windowed};
use crate::words::{self, Length};

/// The widths that the build draws for, since it can't measure: phone, tablet, desk. The style shows the one that fits.
const WIDTHS: [(&str, f64); 3] = [("w-s", 358.0), ("w-m", 720.0), ("w-l", 1200.0)];

/// What is told as known on a day, in its lanes.
struct Now {
    timeline: Timeline,
    lanes: Vec<Lane>,
}

/// What all parts of the view share.
#[derive(Clone, Copy)]
struct View {
    now: Memo<Arc<Now>>,
    knowledge: StoredValue<Knowledge>,
    /// How many events the corpus has, with all reports out.
    total: usize,
    route: RwSignal<Route>,
    /// Everything there is, and where reading starts.
    all: Window,
    usual: Window,
    state: Memo<State>,
    /// The same, whatever days are shown.
    shown: Memo<State>,
}

impl View {
    fn new(data: Arc<Timeline>, all: Window, usual: Window) -> Self {
        let route = shown_route();
        let state = Memo::new(move |_| route.with(|route| State::read(route, usual, all)));
        // Whatever days are shown. One kind of memo for all that follows the state: each kind is code of its own.
        let shown = Memo::new(move |_| State { window: all, ..state.get() });
        let knowledge = StoredValue::new(Knowledge::from(&data.dates));
        let total = data.total as usize;
        let now = move |_: Option<&Arc<Now>>| {
            let State { by, known, .. } = shown.get();
            crate::site::know(known);
            let timeline = known_on(&data, known);
            Arc::new(Now { lanes: lanes(&timeline.events, by), timeline })
        };
        // What it is made from has changed, or it would not be made anew.
        Self { total, now: Memo::new_with_compare(now, |_, _| true), knowledge, route, all, usual, state, shown }
    }

    fn now(self) -> Arc<Now> {
        self.now.get()
    }

    fn known(self) -> Option<model::Day> {
        self.state.get().known
    }

    /// The link to another window of what is shown.
    fn at(self, window: Window) -> Route {
        let route = self.route.with_untracked(Route::clone);
        windowed(route, window.kept(reach(self.all)), self.usual)
    }
}

/// The timeline.
pub(crate) fn timeline(timeline: &Timeline, legend: &str) -> AnyView {
    let all = extent(&timeline.events, &timeline.documents);
    let usual = usual(&timeline.events, &timeline.documents);
    let (Some(all), Some(usual)) = (all, usual) else {
        return still(undated());
    };
    let view = View::new(Arc::new(timeline.clone()), all, usual);
    let people = timeline.events.iter().any(|event| !event.people.is_empty());
    let outlets = timeline.events.iter().any(|event| !event.outlets.is_empty());
    let offered = By::ALL.into_iter().filter(|by| match by {
        By::Story => true,
        By::Person => people,
        By::Outlet => outlets,
    });
    view! {
        <h1>{move || heading(view)}</h1>
        <div class="bar">{controls::lanes_by(view, offered.collect())}{controls::moves(view)}</div>
        {known::known(view)}
        {edges::edges(view)}
        {figure::figure(view)}
        {brush::brush(view)}
        {text(legend.to_owned())}
        {still(html! { div.acts { (super::pictures()) span.quiet role="status" {} } })}
        {list::list(view)}
    }
    .into_any()
}

fn heading(view: View) -> String {
    match view.known() {
        Some(day) => format!("What happened when, as known on {}", words::day(day, Length::Long)),
        None => "What happened when".to_owned(),
    }
}

/// Nothing has a date.
fn undated() -> Markup {
    html! {
        div.box {
            h1 { "What happened when" }
            p.say { "Nothing here has a date: no claim says when, and no report when it came out." }
            p { a href=(to(Place::Claims)) { "All claims" } }
        }
    }
}
