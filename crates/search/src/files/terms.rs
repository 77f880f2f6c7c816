//! A leaf of the term directory: words in order, each with the head of its list.

use super::bytes::{Reader, put, put_str};
use super::{PackError, postings};
use crate::text::stem;

/// Sign before words of people's names.
pub(crate) const PERSON: char = '@';

/// Sign before words of outlets' names.
pub(crate) const OUTLET: char = '#';

/// Where the rest of a long list lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Tail {
    /// Number of the file.
    pub(crate) file: u32,
    /// First byte.
    pub(crate) start: u32,
    /// How many bytes.
    pub(crate) length: u32,
}

/// A word of the directory, before or after packing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Term {
    /// [`key`] of the folded form; with a sign before it for names of people (`@`) and outlets (`#`).
    pub(crate) key: String,
    /// In how many documents it stands; of a name, in how many entries. Its list has entries that are of no document
    /// besides, and such as it is only related to.
    pub(crate) documents: u32,
    /// The list, or its head: the entries where it weighs most.
    pub(crate) list: Vec<u8>,
    /// The rest of the list, where it is long.
    pub(crate) tail: Option<Tail>,
}

/// The end of a stem in a key, where the form begins with the stem: what follows is the rest of the form.
const REST: char = '\0';

/// The end of a stem in a key, where it does not: what follows is the form.
const WHOLE: char = '\x01';

/// What the directory is ordered by: the stem, then the form, so that all forms of a stem lie side by side.
pub(crate) fn key(form: &str) -> String {
    let stem = stem(form);
    match form.strip_prefix(stem.as_str()) {
        Some(rest) => joined(&stem, REST, rest),
        None => joined(&stem, WHOLE, form),
    }
}

/// A word of a name, with the sign before it.
pub(crate) fn signed(sign: char, form: &str) -> String {
    let mut signed = String::from(sign);
    signed.push_str(form);
    signed
}

fn joined(stem: &str, end: char, rest: &str) -> String {
    let mut key = String::with_capacity(stem.len() + rest.len() + 1);
    key.push_str(stem);
    key.push(end);
    key.push_str(rest);
    key
}

/// What the keys of a stem begin with: of forms that begin with the stem, and of others.
pub(crate) fn beginnings(stem: &str) -> [String; 2] {
    [joined(stem, REST, ""), joined(stem, WHOLE, "")]
}

/// The stem of a key.
pub(crate) fn stem_of(key: &str) -> &str {
    key.split([REST, WHOLE]).next().unwrap_or(key)
}

/// The stem and the form that a key stands for.
pub(crate) fn parts(key: &str) -> (&str, String) {
    match (key.split_once(REST), key.split_once(WHOLE)) {
        (Some((stem, rest)), _) => (stem, [stem, rest].concat()),
        (_, Some((stem, form))) => (stem, form.to_owned()),
        _ => (key, key.to_owned()),
    }
}

/// The letters of the form that a key stands for.
pub(crate) fn letters(key: &str) -> impl Iterator<Item = char> {
    key.split_once(WHOLE).map_or(key, |(_, form)| form).chars().filter(|letter| *letter != REST)
}

/// Packs words, which are in order.
pub(crate) fn encode(terms: &[Term]) -> Vec<u8> {
    let mut out = Vec::new();
    put(&mut out, terms.len() as u32);
    let mut before = "";
    for term in terms {
        let shared = before.bytes().zip(term.key.bytes()).take_while(|(a, b)| a == b).count();
        let shared = (0..=shared).rev().find(|&at| term.key.is_char_boundary(at)).unwrap_or(0);
        put(&mut out, shared as u32);
        put_str(&mut out, &term.key[shared..]);
        put(&mut out, term.documents << 1 | u32::from(term.tail.is_some()));
        put(&mut out, term.list.len() as u32);
        if let Some(tail) = term.tail {
            put(&mut out, tail.file);
            put(&mut out, tail.start);
            put(&mut out, tail.length);
        }
        before = &term.key;
    }
    for term in terms {
        out.extend(&term.list);
    }
    out
}

/// Unpacks a leaf.
///
/// # Errors
/// [`PackError::Damaged`] where the bytes are no leaf.
pub(crate) fn decode(bytes: &[u8]) -> Result<Vec<Term>, PackError> {
    let mut reader = Reader::new(bytes);
    let count = reader.count()?;
    let mut terms: Vec<Term> = Vec::with_capacity(count);
    let mut lengths = Vec::with_capacity(count);
    for _ in 0..count {
        let shared = reader.number()? as usize;
        let mut key = match terms.last() {
            Some(last) => last.key.get(..shared).ok_or(PackError::Damaged)?.to_owned(),
            None if shared == 0 => String::new(),
            None => return Err(PackError::Damaged),
        };
        key.push_str(reader.text()?);
        if terms.last().is_some_and(|last| last.key >= key) {
            return Err(PackError::Damaged);
        }
        let documents = reader.number()?;
        lengths.push(reader.number()? as usize);
        let tail = match documents & 1 {
            1 => Some(Tail { file: reader.number()?, start: reader.number()?, length: reader.number()? }),
            _ => None,
        };
        terms.push(Term { key, documents: documents >> 1, list: Vec::new(), tail });
    }
    for (term, length) in terms.iter_mut().zip(lengths) {
        term.list = reader.take(length)?.to_vec();
    }
    Ok(terms)
}

impl Term {
    /// The postings of the list or its head.
    ///
    /// # Errors
    /// [`PackError::Damaged`] where the bytes are no list.
    pub(crate) fn postings(&self) -> Result<postings::List, PackError> {
        postings::decode(&self.list)
    }
}
