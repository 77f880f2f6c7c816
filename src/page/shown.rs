//! What of a view stands on the page.

use model::bundle::Timeline;
use serde::{Deserialize, Serialize};

/// What stands on the page: HTML, and the data of what answers to hands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Shown {
    /// HTML alone.
    Text(String),
    /// The search.
    Search,
    /// The timeline, and what its signs mean.
    Timeline(Timeline, String),
    /// A strip of the timeline between what stands before it and after it: the overview, a story.
    Strip(String, Timeline, String),
}
