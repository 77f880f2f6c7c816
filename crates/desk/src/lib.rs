//! The desk: own documents, read across by the page that they were dropped into.
//!
//! [`Desk::answer`] takes one question of the page and gives its answer, both as bytes ([`letter`]), so that it knows no
//! browser and is tested natively. The page asks step by step, as much at a time as it can wait for: read a file, put
//! together what all gave, annotate some documents, relate them, make the files of the site. The stages are those of the
//! command, and the bytes are the same.

mod asks;
mod claims;
#[cfg(feature = "formats")]
mod formats;
mod letter;
mod out;
mod published;
mod rows;
mod tables;
mod work;

pub use asks::{Ask, Correction, Reply, Settling};
pub use claims::{Beside, ClaimTold, Doubt, Other, Refused, Said};
#[cfg(feature = "formats")]
pub use formats::read_formats;
pub use letter::Letter;
pub use rows::{Row, Told};
pub use work::Desk;

#[cfg(test)]
mod tests;
