//! Which statements tell of one event or matter.

mod bounds;
mod evidence;
mod groups;
mod kept;
mod scenes;
mod similarity;
mod weights;

pub(crate) use evidence::{KINDS, KINDS_OF_EVIDENCE};
pub(crate) use groups::{Compared, NEAR, anew, compared, compared_by, likely, weighed};
pub(crate) use kept::{compared_with, kept};
pub(crate) use scenes::by_scene;
pub(crate) use similarity::similarity;
