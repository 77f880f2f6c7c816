//! Which statements tell of one event or matter.

mod groups;
mod similarity;

pub(crate) use groups::{NEAR, compared, likely};
pub(crate) use similarity::similarity;
