//! One document: clean, sentences, times, attributions, statements.

#![allow(dead_code, reason = "read by the stages that follow")]

mod abbreviations;
mod annotate;
mod attributions;
mod clean;
mod commitment;
mod cues;
mod grammar;
mod input;
mod language;
mod mentions;
mod prose;
mod quantities;
mod quotes;
mod sentences;
mod statements;
mod tags;
mod times;
mod words;

pub use annotate::annotate;
pub use clean::{clean, plain};
pub use input::Input;
