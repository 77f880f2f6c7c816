//! Room on the disk: a build that runs full leaves half a file, and says so late.

use super::{Found, Purpose};
use crate::place::Place;

/// What all of a purpose's steps leave below `target`, in GiB.
fn needed(purpose: Purpose) -> u64 {
    match purpose {
        Purpose::Site => 6,
        Purpose::Tests { browser: false, .. } => 4,
        Purpose::Tests { browser: true, .. } => 7,
    }
}

/// Whether the disk that holds `target` has room for what is still to come.
pub(super) fn enough(place: &Place, purpose: Purpose) -> Found {
    // A system that can't tell is not held to it, nor a target folder that has been filled before.
    let Ok(free) = fs4::available_space(place.target.parent().unwrap_or(&place.root)) else { return Found::Here };
    if place.target.join("stamps").join("shell").exists() {
        return Found::Here;
    }
    let needed = needed(purpose);
    let free = free >> 30;
    if free >= needed {
        return Found::Here;
    }
    let target = place.target.display();
    Found::Cannot(format!("room: {needed} GiB are needed below {target}, {free} are free; CARGO_TARGET_DIR moves it"))
}
