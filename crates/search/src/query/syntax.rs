//! The query language. Whatever cannot be read as an operator is read as words.

use model::{Day, When};

use crate::Kind;
use crate::text::{common, fold, words};

/// The most words of a query that are searched, and how many of them may be other than the commonest; the rest are passed
/// over, so that any query ends in bounded time.
const MOST_WORDS: usize = 256;
const MOST_TELLING: usize = 64;

/// The most bytes of a query that are read.
const MOST_BYTES: usize = 10_000;

/// A word as typed and as searched.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Term {
    /// As typed.
    pub typed: String,
    /// Folded.
    pub form: String,
}

/// A word, or words that are to stand together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unit {
    /// A word, in any of its inflections.
    Word(Term),
    /// Words in a row, each as typed.
    Phrase(Vec<Term>),
}

/// One part of a query: a unit, or several joined by `OR`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Clause {
    /// Any of them will do.
    pub units: Vec<Unit>,
}

/// A query, read.
///
/// | typed | means |
/// |---|---|
/// | `iron ore` | any of the words; what has both, close together, comes first |
/// | `"iron ore"` | these words in a row |
/// | `-gold`, `-"gold rush"` | without |
/// | `iron OR steel` | either counts as one |
/// | `outlet:post`, `person:"anna berg"` | where an outlet's or a person's name has these words |
/// | `kind:claim` | passages, claims, quotations or people alone |
/// | `after:2024-06`, `before:2024-11` | published from the first day of it, or before the first day of it |
/// | `-outlet:post`, `-person:berg` | without |
///
/// Several `outlet:` or `kind:` are alternatives, several `person:` all hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// What is sought, in order.
    pub clauses: Vec<Clause>,
    /// What is not to be there.
    pub without: Vec<Unit>,
    /// Words of outlets' names: all of one, of any.
    pub outlets: Vec<Vec<String>>,
    /// Words of people's names: all of all.
    pub persons: Vec<Vec<String>>,
    /// Words of outlets' names that are not to be there.
    pub without_outlets: Vec<Vec<String>>,
    /// Words of people's names that are not to be there.
    pub without_persons: Vec<Vec<String>>,
    /// Kinds to keep.
    pub kinds: Vec<Kind>,
    /// The first day of publication.
    pub after: Option<Day>,
    /// One past the last day of publication.
    pub before: Option<Day>,
    /// Whether the last word stands at the very end, so that it may still be being typed.
    pub open: bool,
}

/// A piece of a query between white space, quotation marks kept together.
struct Piece<'a> {
    /// Whether a minus stands before it.
    minus: bool,
    /// `outlet`, `person` …, in lower case.
    field: String,
    /// The words, without marks.
    body: &'a str,
    /// Whether they stand in quotation marks.
    quoted: bool,
    /// All of it, as typed.
    whole: &'a str,
}

fn is_quote(letter: char) -> bool {
    matches!(letter, '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '＂' | '「' | '」')
}

/// Takes the next piece off `rest`.
fn piece<'a>(rest: &mut &'a str) -> Option<Piece<'a>> {
    let text = rest.trim_start();
    if text.is_empty() {
        *rest = text;
        return None;
    }
    let minus =
        text.starts_with(['-', '−', '–']) && text.chars().nth(1).is_some_and(|c| c.is_alphanumeric() || is_quote(c));
    let head = if minus { text.chars().next().map_or(0, char::len_utf8) } else { 0 };
    let stop =
        text[head..].find(|c: char| c.is_whitespace() || is_quote(c) || c == ':').map_or(text.len(), |at| head + at);
    let (mut field, mut from) = (String::new(), head);
    if text[stop..].starts_with(':') && !text[stop + 1..].starts_with(char::is_whitespace) && stop + 1 < text.len() {
        field = text[head..stop].to_ascii_lowercase();
        from = stop + 1;
    }
    let quote = text[from..].chars().next().filter(|c| is_quote(*c));
    if let Some(mark) = quote {
        let inner = from + mark.len_utf8();
        if let Some(length) = text[inner..].find(is_quote) {
            let close = inner + length;
            let end = close + text[close..].chars().next().map_or(0, char::len_utf8);
            *rest = &text[end..];
            return Some(Piece { minus, field, body: &text[inner..close], quoted: true, whole: &text[..end] });
        }
        // Nothing closes it: the mark is no mark.
        *rest = &text[inner..];
        return Some(Piece { minus, field, body: "", quoted: false, whole: &text[..inner] });
    }
    let end = text[from..].find(|c: char| c.is_whitespace() || is_quote(c)).map_or(text.len(), |at| from + at);
    *rest = &text[end..];
    Some(Piece { minus, field, body: &text[from..end], quoted: false, whole: &text[..end] })
}

fn terms(text: &str) -> Vec<Term> {
    words(text).into_iter().map(|w| Term { typed: text[w.start..w.end].to_owned(), form: w.form }).collect()
}

fn forms(text: &str) -> Vec<String> {
    words(text).into_iter().map(|w| w.form).collect()
}

impl Query {
    /// Reads a query. There is none that fails.
    pub fn parse(text: &str) -> Self {
        let end = (0..=MOST_BYTES.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
        let mut rest = &text[..end];
        let mut query = Self { open: rest.ends_with(|c: char| c.is_alphanumeric()), ..Self::default() };
        let (mut joins, mut left, mut telling) = (false, MOST_WORDS, MOST_TELLING);
        while left > 0
            && let Some(piece) = piece(&mut rest)
        {
            if piece.whole == "OR" && !query.clauses.is_empty() && !rest.trim().is_empty() {
                joins = true;
                continue;
            }
            if query.take_field(&piece) {
                query.open = false;
                joins = false;
                continue;
            }
            let body = if piece.quoted && piece.field.is_empty() { piece.body } else { piece.whole };
            let mut found = terms(body);
            found.retain(|term| {
                let tells = !common(&term.form);
                let fits = left > 0 && (telling > 0 || !tells);
                (left, telling) = (left - usize::from(fits), telling - usize::from(fits && tells));
                fits
            });
            if piece.quoted && piece.field.is_empty() {
                query.open = false;
            }
            query.add(found, piece.quoted && piece.field.is_empty(), piece.minus, &mut joins);
        }
        query
    }

    /// Adds words to what is sought or not to be there.
    fn add(&mut self, found: Vec<Term>, quoted: bool, minus: bool, joins: &mut bool) {
        if found.is_empty() {
            return;
        }
        let units: Vec<Unit> = if (quoted || minus) && found.len() > 1 {
            vec![Unit::Phrase(found)]
        } else {
            found.into_iter().map(Unit::Word).collect()
        };
        if minus {
            self.without.extend(units);
            return;
        }
        for unit in units {
            match self.clauses.last_mut() {
                Some(clause) if *joins => clause.units.push(unit),
                _ => self.clauses.push(Clause { units: vec![unit] }),
            }
            *joins = false;
        }
    }

    /// Takes a piece that names a field; false where it is none, or its value makes no sense.
    fn take_field(&mut self, piece: &Piece<'_>) -> bool {
        let value = forms(piece.body);
        if piece.field.is_empty() || value.is_empty() {
            return false;
        }
        match piece.field.as_str() {
            "outlet" | "source" => {
                if piece.minus { &mut self.without_outlets } else { &mut self.outlets }.push(value);
            }
            "person" | "by" => if piece.minus { &mut self.without_persons } else { &mut self.persons }.push(value),
            "kind" if !piece.minus => match fold(piece.body).and_then(|word| Kind::of_word(&word)) {
                Some(kind) => self.kinds.push(kind),
                None => return false,
            },
            "after" | "before" if !piece.minus => match When::parse(piece.body).ok().and_then(|when| when.first) {
                Some(day) if piece.field == "after" => self.after = Some(day),
                Some(day) => self.before = Some(day),
                None => return false,
            },
            _ => return false,
        }
        true
    }

    /// Whether nothing is sought by words.
    pub fn is_wordless(&self) -> bool {
        self.clauses.is_empty()
    }

    /// The words sought, in order, and whether each stands in a phrase.
    pub fn terms(&self) -> impl Iterator<Item = (&Term, bool)> {
        self.clauses.iter().flat_map(|clause| &clause.units).flat_map(Unit::terms)
    }
}

impl Unit {
    /// Its words, and whether each stands in a phrase.
    pub fn terms(&self) -> impl Iterator<Item = (&Term, bool)> {
        match self {
            Self::Word(term) => std::slice::from_ref(term).iter().map(|t| (t, false)).collect::<Vec<_>>(),
            Self::Phrase(terms) => terms.iter().map(|t| (t, true)).collect(),
        }
        .into_iter()
    }
}
