//! What a timeline is drawn of: lanes, marks, words and lines, each with its place in CSS pixels.

use super::axis::Tick;
use super::marks::Shape;
use super::publications::Publications;
use crate::timeline::{Scale, Window};

/// How much is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sizes {
    /// Marks with their words.
    Full,
    /// Marks alone, close together: the strip on the overview.
    Strip,
}

/// The figure.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Layout {
    /// How wide it is.
    pub width: f64,
    /// How high, without what stands below the publications.
    pub height: f64,
    /// Where days lie.
    pub scale: Scale,
    /// Lines and names of days, months or years.
    pub ticks: Vec<Tick>,
    /// The lanes that have something in the window.
    pub lanes: Vec<Band>,
    /// Events that stand alone.
    pub marks: Vec<Placed>,
    /// Events that share a place.
    pub clusters: Vec<Cluster>,
    /// Lines from expectations to their outcomes.
    pub leads: Vec<Lead>,
    /// Where the lanes end and the publications begin.
    pub bottom: f64,
    /// When reports came out.
    pub publications: Publications,
    /// How many events lie before and after the window.
    pub outside: (usize, usize),
}

/// The room of a lane.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Band {
    /// Its name, in lines.
    pub name: Vec<String>,
    /// Where its name's first line stands.
    pub name_y: f64,
    /// Where it ends.
    pub bottom: f64,
}

/// An event that stands alone.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Placed {
    /// Index of the event.
    pub event: u32,
    /// What it looks like, and where across.
    pub shape: Shape,
    /// Its middle, downwards.
    pub y: f64,
    /// Its words, where there is room.
    pub label: Option<Label>,
}

/// Words beside or below a mark.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Label {
    /// Where they begin, or end.
    pub x: f64,
    /// The first baseline.
    pub y: f64,
    /// Whether they end at `x`.
    pub ends: bool,
    /// What it is, in lines.
    pub lines: Vec<String>,
    /// On whose word, and what became of it; can be empty.
    pub note: String,
}

/// Events that share a place.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Cluster {
    /// Its middle across.
    pub x: f64,
    /// Its middle, downwards.
    pub y: f64,
    /// Indices of the events, by date.
    pub events: Vec<u32>,
    /// The days on which they begin.
    pub days: Window,
}

/// The line from an expectation to its outcome.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Lead {
    /// Indices of the expectation and of what settles it.
    pub events: (u32, u32),
    /// The corners.
    pub points: Vec<(f64, f64)>,
}
