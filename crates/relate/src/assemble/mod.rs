//! Claims and stories, put together from what the steps before found.

mod claims;
mod stories;

pub(crate) use claims::{anchor, build, claims, sort};
pub(crate) use stories::{ids as story_ids, stories};
