//! The timeline as numbers: what lies where, before anything is drawn. Distances are CSS pixels, times are days.

mod bounds;
mod known;
mod lanes;
mod layout;
mod pinch;
mod scale;
mod state;
#[cfg(test)]
pub(crate) mod testing;
mod window;

pub(crate) use bounds::held;
pub(crate) use known::{Knowledge, is_later, known_on, last_day};
pub(crate) use lanes::{By, Lane, lanes};
pub(crate) use layout::{Cluster, End, Label, Layout, Placed, Shape, Sizes, Tick, layout, text_width, ticks};
pub(crate) use pinch::pinched;
pub(crate) use scale::Scale;
pub(crate) use state::{State, reach, windowed};
pub(crate) use window::{Edge, Window, edges, ends, extent, strip, usual};
