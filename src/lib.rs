//! The viewer: a corpus of reports, searched, laid out in time and read across, in the browser.
// Without these features it draws pages alone, in a helper of the viewer: what answers to hands is left out by the linker.
#![cfg_attr(not(any(feature = "csr", feature = "ssr")), allow(dead_code))]

mod answer;
mod bracket;
#[cfg(feature = "csr")]
mod browser;
mod citations;
mod copies;
mod course;
pub mod page;
pub mod pages;
pub mod parting;
mod pins;
mod quote;
mod reader;
#[cfg(feature = "ssr")]
pub mod render;
pub mod route;
mod segments;
mod site;
mod timeline;
mod view;
pub mod words;

#[cfg(feature = "csr")]
pub use browser::start;
