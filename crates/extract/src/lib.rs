//! One document: clean, sentences, times, attributions, statements.
