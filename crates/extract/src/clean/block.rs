//! A line with what it is there for.

use model::Role;

use super::{furniture::page_words::Why, head::masthead::Masthead, normal::Line};

/// Why the items of a feed are furniture.
pub(super) const FEED: Why = "item of a feed";

/// A line with what it is there for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Block {
    pub(super) line: Line,
    pub(super) role: Role,
    /// Why it is furniture; empty otherwise.
    pub(super) why: Why,
    /// What it tells of the report, for bylines and date lines.
    pub(super) masthead: Masthead,
    /// Whether it is cut from the line before it.
    pub(super) glued: bool,
    /// Its shape.
    pub(super) shape: Shape,
}

/// What a line looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// Sentences.
    Prose,
    /// Words that are no sentence by their punctuation.
    Fragment,
}

impl Block {
    pub(super) fn words(&self) -> usize {
        self.line.text.split(' ').count()
    }

    pub(super) fn is_body(&self, shape: Shape) -> bool {
        self.role == Role::Body && self.shape == shape
    }

    pub(super) fn set_furniture(&mut self, why: Why) {
        self.role = Role::Furniture;
        self.why = why;
    }
}

/// Whether two lines have the same letters and digits.
pub(super) fn same_words(a: &str, b: &str) -> bool {
    let letters = |text: &str| -> Vec<char> {
        text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
    };
    a.len() < 1_000 && b.len() < 1_000 && letters(a) == letters(b)
}
