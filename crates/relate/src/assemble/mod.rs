//! Claims and stories, put together from what the steps before found.

mod claims;
mod one;
mod stories;

pub(crate) use claims::{claims, sort};
pub(crate) use one::{anchor, build};
pub(crate) use stories::{ids as story_ids, stories};
