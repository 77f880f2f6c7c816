//! The query language. Whatever cannot be read as an operator is read as words.

use model::{Commitment, Day, When};

use crate::Kind;
use crate::text::{Spelt, common, compound, fold, spelt, words};

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
    /// A spelling that is meant where the corpus has it, and the units after it where it does not: "US", "c#".
    Instead(Term),
    /// A spelling that will do as well: "ceasefire" for "cease-fire".
    Also(Term),
}

/// One part of a query: a unit, or several joined by `OR`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Clause {
    /// Any of them will do.
    pub units: Vec<Unit>,
    /// Whether what lacks them is no answer: they stand beside an `AND`.
    pub required: bool,
}

/// A query, read.
///
/// | typed | means |
/// |---|---|
/// | `iron ore` | any of the words; what has both, close together, comes first |
/// | `"iron ore"` | these words in a row |
/// | `-gold`, `-"gold rush"`, `NOT gold` | without |
/// | `iron OR steel` | either counts as one |
/// | `iron AND ore` | what lacks one of them is no answer |
/// | `outlet:post`, `person:"anna berg"` | where an outlet's or a person's name has these words |
/// | `kind:claim` | passages, claims, quotations or people alone |
/// | `after:2024-06`, `before:2024-11` | published from the first day of it, or before the first day of it |
/// | `-outlet:post`, `-person:berg` | without |
/// | `outlet:unknown` | of no outlet that is known |
/// | `commitment:denied`, or `denied` alone | where something is denied, attributed, hedged, expected, asserted |
/// | `who denied the sale` | where something is denied, with these words |
/// | `year:2024` | published in it |
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
    /// Commitments to keep.
    pub commitments: Vec<Commitment>,
    /// Years of publication to keep.
    pub years: Vec<i32>,
    /// Whether what is of no known outlet is kept, and nothing else.
    pub unknown_outlet: bool,
    /// Words that were read as a choice of a facet, as typed.
    pub read_as_facets: Vec<String>,
    /// Fields that there are none of, as typed.
    pub unknown_fields: Vec<String>,
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

/// The fields, whose values may make no sense.
const KNOWN: [&str; 11] =
    ["outlet", "source", "person", "people", "speaker", "by", "kind", "commitment", "year", "after", "before"];

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

/// How a piece is joined to the one before.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Joint {
    Next,
    Or,
    And,
}

/// What asks for a commitment behind "who".
const WHO_SAYS: [(Commitment, &[&str]); 3] = [
    (Commitment::Denied, &["denied", "denies", "deny", "denying"]),
    (Commitment::Attributed, &["said", "says", "say", "claimed", "claims"]),
    (Commitment::Expected, &["expects", "expected", "expect"]),
];

/// The words of a piece, each with the ways to spell it.
fn spellings(text: &str, calm: bool) -> Vec<(Term, Vec<Unit>)> {
    let found = words(text);
    let mut terms: Vec<(Term, Vec<Unit>)> = Vec::with_capacity(found.len());
    for word in &found {
        let term = Term { typed: text[word.start..word.end].to_owned(), form: word.form.clone() };
        terms.push((term.clone(), vec![Unit::Word(term)]));
    }
    for spelling in spelt(text) {
        let all = spelling.at..spelling.at + spelling.words;
        let typed = text[found[all.start].start..found[all.end - 1].end].to_owned();
        let term = Term { typed, form: spelling.form };
        match spelling.kind {
            Spelt::Capitals if !calm => {}
            Spelt::Capitals | Spelt::Marked => terms[all.start].1.insert(0, Unit::Instead(term)),
            Spelt::Joined | Spelt::InFull => {
                terms[all].iter_mut().for_each(|(_, units)| units.push(Unit::Also(term.clone())))
            }
        }
    }
    terms
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
        query.take_commitment(&mut rest);
        // Where all is in capitals they tell nothing: neither names nor operators.
        let calm = rest.chars().any(char::is_lowercase) || rest.split_whitespace().nth(1).is_none();
        let (mut left, mut telling) = (MOST_WORDS, MOST_TELLING);
        let mut joint = Joint::Next;
        let mut not = false;
        while left > 0
            && let Some(mut piece) = piece(&mut rest)
        {
            let goes_on = !rest.trim().is_empty();
            match piece.whole {
                "OR" if calm && !query.clauses.is_empty() && goes_on => {
                    joint = Joint::Or;
                    continue;
                }
                "AND" if calm && goes_on => {
                    joint = if query.clauses.is_empty() { Joint::Next } else { Joint::And };
                    continue;
                }
                "NOT" if calm && goes_on => {
                    not = true;
                    continue;
                }
                _ => {}
            }
            piece.minus |= std::mem::take(&mut not);
            if query.take_field(&piece) {
                query.open = false;
                joint = Joint::Next;
                continue;
            }
            let quoted = piece.quoted && piece.field.is_empty();
            let body = if quoted { piece.body } else { piece.whole };
            let mut found = spellings(body, calm);
            found.retain(|(term, _)| {
                let tells = !common(&term.form);
                let fits = left > 0 && (telling > 0 || !tells);
                (left, telling) = (left - usize::from(fits), telling - usize::from(fits && tells));
                fits
            });
            query.open &= !quoted;
            query.add(found, quoted, piece.minus, &mut joint);
        }
        query.join_compounds();
        query
    }

    /// Two words in a row are sought as the one that English has of them as well: "ceasefire" for "cease fire".
    fn join_compounds(&mut self) {
        for at in 1..self.clauses.len() {
            let word = |clause: &Clause| {
                let mut words = clause.units.iter().filter(|unit| !matches!(unit, Unit::Also(_)));
                match (words.next(), words.next()) {
                    (Some(Unit::Word(term)), None) => Some(term.clone()),
                    _ => None,
                }
            };
            let [before, here] = [&self.clauses[at - 1], &self.clauses[at]].map(word);
            let (Some(first), Some(second)) = (before, here) else { continue };
            if let Some(form) = compound(&first.form, &second.form) {
                let term = Term { typed: format!("{} {}", first.typed, second.typed), form };
                for clause in &mut self.clauses[at - 1..=at] {
                    clause.units.push(Unit::Also(term.clone()));
                }
            }
        }
    }

    /// Takes what asks for a commitment off the beginning: "who denied …", or its name alone.
    fn take_commitment(&mut self, rest: &mut &str) {
        let text = rest.trim();
        if let Some(commitment) = Commitment::ALL.into_iter().find(|c| c.word().eq_ignore_ascii_case(text)) {
            self.commitments.push(commitment);
            self.read_as_facets.push(text.to_owned());
            (*rest, self.open) = ("", false);
            return;
        }
        let mut words = text.splitn(3, char::is_whitespace);
        let (who, says) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
        let says = says.trim_end_matches('?').to_ascii_lowercase();
        let found = WHO_SAYS.iter().find(|(_, verbs)| verbs.contains(&says.as_str()));
        if let Some((commitment, _)) = found.filter(|_| who.eq_ignore_ascii_case("who")) {
            self.commitments.push(*commitment);
            self.read_as_facets.push(format!("{who} {says}"));
            *rest = words.next().unwrap_or_default();
            self.open &= !rest.is_empty();
        }
    }

    /// Adds words to what is sought or not to be there.
    fn add(&mut self, found: Vec<(Term, Vec<Unit>)>, quoted: bool, minus: bool, joint: &mut Joint) {
        if found.is_empty() {
            return;
        }
        let clauses: Vec<Vec<Unit>> = if (quoted || minus) && found.len() > 1 {
            vec![vec![Unit::Phrase(found.into_iter().map(|(term, _)| term).collect())]]
        } else if quoted || minus {
            found.into_iter().map(|(term, _)| vec![Unit::Word(term)]).collect()
        } else {
            found.into_iter().map(|(_, units)| units).collect()
        };
        if minus {
            self.without.extend(clauses.into_iter().flatten());
            *joint = Joint::Next;
            return;
        }
        for units in clauses {
            let required = *joint == Joint::And;
            match self.clauses.last_mut() {
                Some(clause) if *joint == Joint::Or => clause.units.extend(units),
                before => {
                    if let Some(before) = before.filter(|_| required) {
                        before.required = true;
                    }
                    self.clauses.push(Clause { units, required });
                }
            }
            *joint = Joint::Next;
        }
    }

    /// Takes a piece that names a field; false where it is none, or its value makes no sense.
    fn take_field(&mut self, piece: &Piece<'_>) -> bool {
        let value = forms(piece.body);
        if piece.field.is_empty() || value.is_empty() {
            return false;
        }
        match piece.field.as_str() {
            "outlet" | "source" if value == ["unknown"] && !piece.minus => self.unknown_outlet = true,
            "outlet" | "source" => {
                if piece.minus { &mut self.without_outlets } else { &mut self.outlets }.push(value);
            }
            "person" | "people" | "speaker" | "by" => {
                if piece.minus { &mut self.without_persons } else { &mut self.persons }.push(value)
            }
            "kind" if !piece.minus => match fold(piece.body).and_then(|word| Kind::of_word(&word)) {
                Some(kind) => self.kinds.push(kind),
                None => return false,
            },
            "after" | "before" if !piece.minus => match When::parse(piece.body).ok().and_then(|when| when.first) {
                Some(day) if piece.field == "after" => self.after = Some(day),
                Some(day) => self.before = Some(day),
                None => return false,
            },
            "commitment" if !piece.minus => {
                match Commitment::ALL.into_iter().find(|c| c.word().eq_ignore_ascii_case(piece.body.trim())) {
                    Some(commitment) => self.commitments.push(commitment),
                    None => return false,
                }
            }
            "year" | "published" if !piece.minus => match piece.body.trim().parse() {
                Ok(year) => self.years.push(year),
                Err(_) => return false,
            },
            // "10:30" and "https://…" are no fields.
            field => {
                let named = field.len() > 1 && field.bytes().all(|byte| byte.is_ascii_alphabetic());
                if named && !KNOWN.contains(&field) && !piece.body.starts_with('/') {
                    self.unknown_fields.push(field.to_owned());
                }
                return false;
            }
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
    /// Its words as typed, and whether each stands in a phrase.
    pub fn terms(&self) -> impl Iterator<Item = (&Term, bool)> {
        match self {
            Self::Word(term) => std::slice::from_ref(term).iter().map(|t| (t, false)).collect::<Vec<_>>(),
            Self::Phrase(terms) => terms.iter().map(|t| (t, true)).collect(),
            Self::Instead(_) | Self::Also(_) => Vec::new(),
        }
        .into_iter()
    }
}
