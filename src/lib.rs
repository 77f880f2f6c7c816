//! The viewer: a corpus of reports, searched, laid out in time and read across, in the browser.

#[cfg(feature = "csr")]
mod acts;
#[cfg(feature = "csr")]
mod app;
mod bracket;
// Only a browser copies and fetches; natively the tests alone call these.
#[cfg(any(feature = "csr", test))]
#[cfg_attr(not(feature = "csr"), allow(dead_code))]
mod copies;
#[cfg(feature = "csr")]
mod engine;
#[cfg(feature = "csr")]
mod finder;
#[cfg(feature = "csr")]
mod focus;
#[cfg(feature = "csr")]
mod keys;
#[cfg(feature = "csr")]
mod margin;
pub mod page;
#[cfg(any(feature = "csr", test))]
#[cfg_attr(not(feature = "csr"), allow(dead_code))]
mod reader;
#[cfg(feature = "ssr")]
pub mod render;
pub mod route;
mod segments;
mod site;
#[cfg(feature = "csr")]
mod store;
mod timeline;
mod view;
pub mod words;

#[cfg(feature = "csr")]
pub use app::start;
