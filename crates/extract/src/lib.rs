//! One document: clean, sentences, times, attributions, statements.

#![allow(dead_code, reason = "read by the stages that follow")]

mod abbreviations;
mod attributions;
mod mentions;
mod prose;
mod quotes;
mod sentences;
mod tags;
mod words;
