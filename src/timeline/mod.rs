//! The timeline as numbers: what lies where, before anything is drawn. Distances are CSS pixels, times are days.

mod axis;
mod bounds;
mod drawn;
mod known;
mod lane;
mod lanes;
mod layout;
mod marks;
mod pack;
mod pinch;
mod publications;
mod scale;
mod state;
#[cfg(test)]
mod testing;
mod text;
mod window;

pub(crate) use axis::{Tick, ticks};
pub(crate) use bounds::held;
pub(crate) use drawn::{Cluster, Label, Layout, Placed, Sizes};
pub(crate) use known::{Knowledge, is_later, known_on, last_day};
pub(crate) use lanes::{By, Lane, lanes};
pub(crate) use layout::layout;
pub(crate) use marks::{End, Shape};
pub(crate) use pinch::pinched;
pub(crate) use scale::Scale;
pub(crate) use state::{State, reach, windowed};
pub(crate) use text::width as text_width;
pub(crate) use window::{Edge, Window, edges, ends, extent, strip, usual};
