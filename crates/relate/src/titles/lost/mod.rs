//! What is lost where a sentence stands alone: whose or what it speaks of, or that it is a sentence at all.

pub(super) mod alone;
pub(super) mod broken;
pub(super) mod definites;
pub(super) mod goods;
mod matter;
pub(super) mod measures;
mod nouns;
pub(super) mod untold;
pub(super) mod whose;
