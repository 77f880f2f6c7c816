//! One document: clean, sentences, times, attributions, statements.

mod abbreviations;
mod annotate;
mod attributions;
mod clean;
mod commitment;
mod cues;
mod grammar;
mod language;
mod maps;
mod mentions;
mod opinions;
mod prose;
mod quantities;
mod quotes;
mod readings;
mod sentences;
mod statements;
mod tagger;
mod tagging;
mod tags;
mod times;
mod words;

pub use annotate::annotate;
pub use attributions::speakers::UNKNOWN as UNKNOWN_SPEAKER;
pub use clean::{clean, plain, repeated, without};
pub use model::Input;
pub use statements::MOST as MOST_STATEMENTS;
