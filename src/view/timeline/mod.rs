//! `/timeline`: what happened when, what was expected when, and when each report came out.

mod brush;
mod controls;
mod draw;
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

pub(crate) use strip::strip;

use super::drawn::still;
use crate::route::{Place, Route};
use crate::site::{shown_route, to};
use crate::timeline::{By, Knowledge, Lane, State, Window, extent, lanes, reach, usual, windowed};
use crate::words::{self, Length};

/// The widths that the build draws for, since it can't measure: phone, tablet, desk. The style shows the one that fits.
const WIDTHS: [(&str, f64); 3] = [("w-s", 358.0), ("w-m", 720.0), ("w-l", 1200.0)];

/// What all parts of the view share.
#[derive(Clone, Copy)]
struct View {
    data: StoredValue<Arc<Timeline>>,
    knowledge: StoredValue<Knowledge>,
    route: RwSignal<Route>,
    /// Everything there is, and where reading starts.
    all: Window,
    usual: Window,
    state: Memo<State>,
    lanes: Memo<Arc<[Lane]>>,
}

impl View {
    fn new(data: Arc<Timeline>, all: Window, usual: Window) -> Self {
        let route = shown_route();
        let state = Memo::new(move |_| route.with(|route| State::read(route, usual, all)));
        let by = Memo::new(move |_| state.get().by);
        let events = data.clone();
        let lanes = Memo::new(move |_| lanes(&events.events, by.get()).into());
        let knowledge = StoredValue::new(Knowledge::of(&data.documents));
        Self { data: StoredValue::new(data), knowledge, route, all, usual, state, lanes }
    }

    fn data(self) -> Arc<Timeline> {
        self.data.get_value()
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
pub(crate) fn timeline(timeline: &Timeline) -> AnyView {
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
        {figure::figure(view)}
        {brush::brush(view)}
        {still(legend::legend(timeline))}
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
