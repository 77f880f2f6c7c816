//! What only a browser has: the page that is shown, keys and presses, what is fetched, the helpers beside the page.

mod acts;
mod app;
pub(crate) mod door;
mod drawing;
mod entry;
pub(crate) mod finder;
pub(crate) mod focus;
mod helper;
mod keys;
mod margin;
mod renewal;
mod scroll;
mod start;
mod store;

pub use start::start;
