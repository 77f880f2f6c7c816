//! What lanes stand for, and which days are shown.

use leptos::prelude::*;
use maud::html;

use super::View;
use crate::site::href;
use crate::timeline::{By, Window};
use crate::view::drawn::drawn;

/// Lanes by claim, person or outlet, as far as the corpus has them.
pub(super) fn lanes_by(view: View, offered: Vec<By>) -> AnyView {
    let value = |by: By| if by == By::default() { "" } else { by.word() };
    drawn(move || {
        let (now, route) = (view.state.get().by, view.route.get());
        html! {
            div.choices role="group" aria-label="Lanes" {
                span.lab { "Lanes by" }
                @for &by in &offered {
                    a href=(href(&route.clone().with("lanes", value(by)))) aria-current=[(now == by).then_some("true")] {
                        (by.word())
                    }
                }
            }
        }
    })
}

/// A way to another window.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Move {
    Earlier,
    Later,
    Closer,
    Wider,
    All,
}

impl Move {
    const ALL: [(Self, &str); 5] = [
        (Self::Earlier, "earlier"),
        (Self::Later, "later"),
        (Self::Closer, "closer"),
        (Self::Wider, "wider"),
        (Self::All, "all"),
    ];

    /// The window after it.
    pub(super) fn from(self, window: Window, all: Window) -> Window {
        match self {
            Self::Earlier => window.moved(-0.25),
            Self::Later => window.moved(0.25),
            Self::Closer => window.zoomed(0.5, 0.5),
            Self::Wider => window.zoomed(2.0, 0.5),
            Self::All => all,
        }
    }

    /// The move of a key, where it has one.
    pub(super) fn of_key(key: &str) -> Option<Self> {
        Some(match key {
            "ArrowLeft" => Self::Earlier,
            "ArrowRight" => Self::Later,
            "+" | "=" => Self::Closer,
            "-" => Self::Wider,
            "0" => Self::All,
            _ => return None,
        })
    }
}

/// The buttons: each leads to a state of the view, as a link does.
pub(super) fn moves(view: View) -> AnyView {
    drawn(move || {
        // The links keep the rest of the address.
        view.route.track();
        let window = view.state.get().window;
        html! {
            div.choices role="group" aria-label="Days shown" {
                @for (step, name) in Move::ALL {
                    button type="button" data-go=(href(&view.at(step.from(window, view.all)))) { (name) }
                }
            }
        }
    })
}
