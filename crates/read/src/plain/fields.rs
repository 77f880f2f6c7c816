//! Fields of TOML, read by their names: what is wrong is told at the very value.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::parsers::{kind, said};

/// What is wrong, and at which byte of the text.
pub(super) struct Wrong {
    pub(super) at: usize,
    pub(super) what: String,
}

/// A text in TOML that is well formed.
pub(super) fn parse(text: &str) -> Result<Spanned<DeTable<'_>>, Wrong> {
    DeTable::parse(text)
        .map_err(|error| Wrong { at: error.span().map_or(0, |span| span.start), what: said(error.message()) })
}

/// A table: the whole text, or a part of it.
#[derive(Clone, Copy)]
pub(super) struct Fields<'a, 'i> {
    table: &'a DeTable<'i>,
    at: usize,
}

impl<'a, 'i> Fields<'a, 'i> {
    pub(super) fn of(text: &'a Spanned<DeTable<'i>>) -> Self {
        Self { table: text.get_ref(), at: text.span().start }
    }

    /// The fields that are not among those that are known, each with the byte at which it stands, in the order of the text.
    pub(super) fn unknown(self, known: &[&str]) -> Vec<(usize, &'a str)> {
        let keys = self.table.keys().map(|key| (key.span().start, &**key.get_ref()));
        let mut unknown: Vec<(usize, &str)> = keys.filter(|(_, key)| !known.contains(key)).collect();
        model::order::sort(&mut unknown);
        unknown
    }

    /// # Errors
    /// There is a field that is not known: a misspelt one would be lost in silence.
    pub(super) fn only(self, known: &[&str]) -> Result<(), Wrong> {
        match self.unknown(known).first() {
            None => Ok(()),
            Some(&(at, field)) => {
                Err(Wrong { at, what: format!("there is no field {field:?} here; use one of {}", known.join(", ")) })
            }
        }
    }

    pub(super) fn value(self, name: &str) -> Option<&'a Spanned<DeValue<'i>>> {
        self.table.get(name)
    }

    /// A text; `None` where it is not given.
    pub(super) fn text(self, name: &str) -> Result<Option<&'a str>, Wrong> {
        self.value(name).map(|value| value.get_ref().as_str().ok_or_else(|| stands(value, TEXT))).transpose()
    }

    /// A text that has to be there.
    pub(super) fn required(self, name: &str) -> Result<&'a str, Wrong> {
        self.text(name)?.ok_or_else(|| Wrong { at: self.at, what: format!("the field {name:?} is missing") })
    }

    /// One of so many words.
    pub(super) fn choice<T: Copy>(self, name: &str, word: &str, choices: &[(&str, T)]) -> Result<T, Wrong> {
        choices.iter().find(|choice| choice.0 == word).map(|choice| choice.1).ok_or_else(|| {
            let words: Vec<&str> = choices.iter().map(|choice| choice.0).collect();
            let at = self.value(name).map_or(self.at, |value| value.span().start);
            Wrong { at, what: format!("{word:?} is not known here; use one of {}", words.join(", ")) }
        })
    }

    /// A list of texts; empty where it is not given.
    pub(super) fn texts(self, name: &str) -> Result<Vec<String>, Wrong> {
        self.list(name, |value| value.get_ref().as_str().map(str::to_owned).ok_or_else(|| stands(value, TEXT)))
    }

    /// The tables `[[name]]`.
    pub(super) fn tables(self, name: &str) -> Result<Vec<Fields<'a, 'i>>, Wrong> {
        self.list(name, table)
    }

    /// The table `[name]`.
    pub(super) fn table(self, name: &str) -> Result<Option<Fields<'a, 'i>>, Wrong> {
        self.value(name).map(table).transpose()
    }

    fn list<T>(self, name: &str, one: fn(&'a Spanned<DeValue<'i>>) -> Result<T, Wrong>) -> Result<Vec<T>, Wrong> {
        let Some(value) = self.value(name) else { return Ok(Vec::new()) };
        value.get_ref().as_array().ok_or_else(|| stands(value, "a list"))?.iter().map(one).collect()
    }
}

const TEXT: &str = "a text in quotation marks";

fn table<'a, 'i>(value: &'a Spanned<DeValue<'i>>) -> Result<Fields<'a, 'i>, Wrong> {
    let table = value.get_ref().as_table().ok_or_else(|| stands(value, "a group of fields"))?;
    Ok(Fields { table, at: value.span().start })
}

fn stands(value: &Spanned<DeValue<'_>>, wanted: &str) -> Wrong {
    Wrong {
        at: value.span().start,
        what: format!("{} stands where {wanted} belongs", kind(value.get_ref().type_str())),
    }
}
