//! The viewer: a corpus of reports, searched, laid out in time and read across, in the browser.
// Without these features it draws pages alone, in a helper of the viewer: what answers to hands is left out by the linker.
#![cfg_attr(not(any(feature = "csr", feature = "ssr")), allow(dead_code))]

#[cfg(feature = "csr")]
mod acts;
#[cfg(feature = "csr")]
mod app;
mod bracket;
mod citations;
mod copies;
mod course;
#[cfg(feature = "csr")]
mod door;
#[cfg(feature = "csr")]
mod drawing;
#[cfg(feature = "csr")]
mod entry;
#[cfg(feature = "csr")]
mod finder;
#[cfg(feature = "csr")]
mod focus;
#[cfg(feature = "csr")]
mod helper;
#[cfg(feature = "csr")]
mod keys;
#[cfg(feature = "csr")]
mod margin;
pub mod page;
pub mod pages;
mod pins;
mod quote;
mod reader;
#[cfg(feature = "ssr")]
pub mod render;
#[cfg(feature = "csr")]
mod renewal;
pub mod route;
#[cfg(feature = "csr")]
mod scroll;
mod segments;
mod site;
#[cfg(feature = "csr")]
mod store;
mod timeline;
mod view;
pub mod words;

#[cfg(feature = "csr")]
pub use app::start;
