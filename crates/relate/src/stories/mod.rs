//! Which statements tell of one event or matter.

mod bounds;
mod cohesion;
mod evidence;
mod groups;
mod joined;
mod kept;
mod links;
mod scenes;
mod similarity;
mod together;
mod weights;

pub(crate) use evidence::{KINDS, KINDS_OF_EVIDENCE};
pub(crate) use groups::{Compared, anew, compared, compared_by, likely};
pub(crate) use kept::{compared_with, kept};
pub(crate) use links::{NEAR, weighed};
pub(crate) use scenes::by_scene;
pub(crate) use similarity::similarity;
