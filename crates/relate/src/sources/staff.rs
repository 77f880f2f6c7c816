//! Whose people are told without a name: "experts at the Harrow Institute", and "the analysts" after them.
//!
//! An institution speaks through its people, so what they say comes from it. A definite description ("the analysts",
//! "the officials") goes back to whom the text last brought in by such a noun: people of an institution or of a country.
//! A new one ("some analysts") is nobody's, and so is a bare plural ("officials") beyond the sentence that brought them in.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use model::{EntityKind, Holder};

use crate::entities::Entities;
use crate::ground::countries;
use crate::ground::maps::Map;
use crate::ground::reports::Reports;
use crate::ground::words::{Word, fold, words};

/// Kinds of institutions: what they are called, and the people whom they have.
const KINDS: &[(&str, &str)] = &[
    (
        "institute institution centre center university college laboratory academy foundation observatory",
        "analyst expert researcher scientist scholar academic economist strategist specialist",
    ),
    (
        "ministry department commission council office authority administration bureau inspectorate",
        "official officer inspector representative spokesman spokeswoman spokesperson",
    ),
    ("company corporation bank court party union association federation committee", ""),
    ("newspaper magazine agency", "journalist reporter correspondent editor"),
];

/// The kind that passes on what others say.
const PRESS: usize = 3;

/// What stands between people and the institution that they are of.
const OF: &[&str] = &["at", "of", "from", "with", "for"];

/// Small words within a name.
const WITHIN: &[&str] = &["of", "for", "the", "and", "on", "in"];

/// Words of a name at most, and words that describe it at most: "the independent think tank …".
const LONGEST: usize = 9;
const DESCRIBING: usize = 4;

/// What kind of institution a noun is for, by its index in [`KINDS`].
#[derive(Clone, Copy)]
enum Noun {
    Institution(usize),
    People(usize),
}

/// The institutions and their people in the documents where somebody speaks as "the analysts" or "the institute".
pub(crate) struct Staff(BTreeMap<u32, Named>);

/// What one document names, each list in order of the text.
#[derive(Default)]
struct Named {
    /// People by noun.
    people: BTreeMap<String, Vec<(u32, Option<Whose>)>>,
    /// The same by kind of institution.
    kinds: BTreeMap<usize, Vec<(u32, Option<Whose>)>>,
    /// Institutions by a noun of their name.
    institutions: BTreeMap<String, Vec<(u32, Whose)>>,
    /// The same by kind; `None` from where on several are named.
    only: BTreeMap<usize, Vec<(u32, Option<Whose>)>>,
}

/// Whose word it is that people give.
#[derive(Clone, PartialEq, Eq)]
pub(crate) enum Whose {
    /// An institution's, by its index among the entities.
    Institution(u32),
    /// That of officials or others who are told by their country: "Norwegian officials".
    Country(String),
}

impl Staff {
    pub(crate) fn new(reports: &Reports<'_>, entities: &Entities) -> Self {
        let asked = |document: &u32| {
            let statements = &reports.documents[*document as usize].statements;
            statements.iter().flat_map(|s| s.holders.iter().skip(1)).any(|h| known(&h.name).is_some())
        };
        let documents = (0..reports.documents.len() as u32).filter(asked);
        Self(documents.map(|document| (document, named(reports, entities, document))).collect())
    }

    /// All that is known of a document, as text, for it to be told from another.
    pub(crate) fn known(&self, entities: &Entities, document: u32) -> String {
        let Some(Named { people, kinds, institutions, only }) = self.0.get(&document) else { return String::new() };
        let whose = |whose: &Whose| match whose {
            Whose::Institution(entity) => format!("={} {}", entities.list[*entity as usize].id, whose.name(entities)),
            Whose::Country(people) => people.clone(),
        };
        let perhaps = |list: &Vec<(u32, Option<Whose>)>| {
            list.iter().map(|(at, known)| (*at, known.as_ref().map(whose))).collect::<Vec<_>>()
        };
        let surely = |list: &Vec<(u32, Whose)>| list.iter().map(|(at, known)| (*at, whose(known))).collect::<Vec<_>>();
        let people: Vec<_> = people.iter().map(|(word, list)| (word, perhaps(list))).collect();
        let kinds: Vec<_> = kinds.iter().map(|(kind, list)| (kind, perhaps(list))).collect();
        let institutions: Vec<_> = institutions.iter().map(|(word, list)| (word, surely(list))).collect();
        let only: Vec<_> = only.iter().map(|(kind, list)| (kind, perhaps(list))).collect();
        format!("{people:?} {kinds:?} {institutions:?} {only:?}")
    }

    /// Whose word a holder's is who is named only by what they are.
    pub(crate) fn whose(
        &self,
        reports: &Reports<'_>,
        document: u32,
        holder: &Holder,
        entities: &Entities,
    ) -> Option<Whose> {
        employer(entities, &holder.name).map(Whose::Institution).or_else(|| {
            let (word, noun) = known(&holder.name)?;
            let named = self.0.get(&document)?;
            let at = holder.span?.start;
            if !is_bare(&holder.name) {
                return named.meant(&word, noun, at);
            }
            let sentences = &reports.documents[document as usize].sentences;
            let sentence = sentences[..sentences.partition_point(|s| s.start <= at)].last()?;
            let (start, whose) = last(named.people.get(&word), at)?;
            whose.clone().filter(|_| *start >= sentence.start)
        })
    }
}

impl Whose {
    /// The name of the origin.
    pub(crate) fn name<'a>(&'a self, entities: &'a Entities) -> &'a str {
        match self {
            Self::Institution(entity) => &entities.list[*entity as usize].name,
            Self::Country(people) => people,
        }
    }
}

impl Named {
    /// Whom a definite description means that stands at `at`.
    fn meant(&self, word: &str, noun: Noun, at: u32) -> Option<Whose> {
        match noun {
            Noun::Institution(_) => last(self.institutions.get(word), at).map(|(_, whose)| whose.clone()),
            Noun::People(kind) => [self.people.get(word), self.kinds.get(&kind), self.only.get(&kind)]
                .into_iter()
                .find_map(|list| last(list, at))
                .and_then(|(_, whose)| whose.clone()),
        }
    }
}

/// The last of a list that stands before `at`.
fn last<T>(list: Option<&Vec<(u32, T)>>, at: u32) -> Option<&(u32, T)> {
    let before = list?.partition_point(|&(start, _)| start < at);
    list?.get(before.checked_sub(1)?)
}

fn named(reports: &Reports<'_>, entities: &Entities, document: u32) -> Named {
    let report = reports.documents[document as usize];
    let mut named = Named::default();
    for mention in &report.mentions {
        let Some(entity) = entities.find(&mention.name).filter(|&e| is_institution(entities, e)) else { continue };
        for word in words(&entities.list[entity as usize].name).iter().map(|w| fold(w.text)) {
            let Some(Noun::Institution(kind)) = noun(&word) else { continue };
            let only = named.only.entry(kind).or_default();
            let whose = Whose::Institution(entity);
            let alone = only.last().is_none_or(|(_, known)| known.as_ref() == Some(&whose));
            only.push((mention.span.start, alone.then(|| whose.clone())));
            named.institutions.entry(word).or_default().push((mention.span.start, whose));
        }
    }
    for sentence in &report.sentences {
        let text = reports.cut(document, *sentence);
        let found = words(text);
        for (index, word) in found.iter().enumerate() {
            let one = singular(word.text);
            let Some(Noun::People(kind)) = noun(&one) else { continue };
            let whose = of_whom(entities, text, &found, index)
                .map(Whose::Institution)
                .or_else(|| of_country(text, &found, index).map(Whose::Country));
            let several = one != fold(word.text);
            let again = || {
                let here =
                    named.people.get(&one).and_then(|list| list.last()).is_some_and(|&(at, _)| at >= sentence.start);
                here && opens(text, &found, index)
            };
            if whose.is_none() && (!several || is_definite(&found[..index]) || again()) {
                continue;
            }
            let at = sentence.start + text[..word.start].chars().count() as u32;
            named.people.entry(one).or_default().push((at, whose.clone()));
            named.kinds.entry(kind).or_default().push((at, whose));
        }
    }
    named
}

/// The institution that a source names as its people's: "experts at the Harrow Institute", "a Harrow Institute analyst".
pub(crate) fn employer(entities: &Entities, source: &str) -> Option<u32> {
    let found = words(source);
    let people = |word: &Word<'_>| matches!(noun(&singular(word.text)), Some(Noun::People(_)));
    let index = found.iter().position(people)?;
    let with_others = found.iter().any(|w| matches!(w.text, "and" | "or"));
    let named = found.get(index + 1).is_some_and(|w| is_capital(w.text));
    if with_others || named { None } else { of_whom(entities, source, &found, index) }
}

/// The institution whose people the noun at `index` means by the words around it.
fn of_whom(entities: &Entities, text: &str, found: &[Word<'_>], index: usize) -> Option<u32> {
    let before = index.checked_sub(1).map_or("", |i| found[i].text);
    if matches!(before, "former" | "Former") {
        return None;
    }
    name_behind(entities, text, found, index).or_else(|| name_before(entities, text, found, index))
}

/// "experts at the independent Harrow Institute".
fn name_behind(entities: &Entities, text: &str, found: &[Word<'_>], index: usize) -> Option<u32> {
    let of = found.get(index + 1).filter(|of| OF.contains(&of.text) && joined(text, found, index))?;
    let limit = found.len().min(index + 2 + DESCRIBING);
    let described = |&at: &usize| {
        let last = found[at - 1];
        joined(text, found, at - 1) && (last.start == of.start || last.text == "the" || !WITHIN.contains(&last.text))
    };
    let mut starts = (index + 2..limit).take_while(described).filter(|&at| is_capital(found[at].text));
    starts.find_map(|from| {
        let run = (from..found.len().min(from + LONGEST)).take_while(|&at| {
            let part = is_capital(found[at].text) || WITHIN.contains(&found[at].text);
            part && (at == from || joined(text, found, at - 1))
        });
        let end = run.last()? + 1;
        (from + 1..=end).rev().find_map(|to| institution(entities, &text[found[from].start..found[to - 1].end]))
    })
}

/// "Harrow Institute analysts", "the Harrow Institute's leading analysts".
fn name_before(entities: &Entities, text: &str, found: &[Word<'_>], index: usize) -> Option<u32> {
    let mut end = index;
    let possessive = |at: usize| found[at].text.ends_with("'s") || found[at].text.ends_with("’s");
    while end > 0 && index - end < DESCRIBING && joined(text, found, end - 1) && !is_capital(found[end - 1].text) {
        end -= 1;
    }
    let last = end.checked_sub(1).filter(|&last| joined(text, found, last))?;
    if end < index && !possessive(last) {
        return None;
    }
    let run = (end.saturating_sub(LONGEST)..end).rev().take_while(|&at| {
        let part = is_capital(found[at].text) || WITHIN.contains(&found[at].text);
        part && (at == last || joined(text, found, at) && !possessive(at))
    });
    let from = run.last()?;
    (from..end)
        .filter(|&from| is_capital(found[from].text))
        .find_map(|from| institution(entities, &text[found[from].start..found[last].end]))
}

/// "Norwegian officials", "U.S. officials": the words, where those before the noun at `index` name a country alone.
fn of_country(text: &str, found: &[Word<'_>], index: usize) -> Option<String> {
    if is_capital(found[index].text) {
        return None;
    }
    let from = (0..index).rev().take_while(|&at| index - at <= DESCRIBING && is_capital(found[at].text)).last()?;
    let before = text[found[from].start..found[index].start].trim_end();
    let bare = before.replace('.', "");
    countries::country(&fold(&bare)).map(|_| text[found[from].start..found[index].end].to_owned())
}

fn institution(entities: &Entities, name: &str) -> Option<u32> {
    entities.find(name).filter(|&entity| is_institution(entities, entity))
}

/// Whether a source speaks for itself, as an institute or a ministry does: a news agency passes on what others say.
pub(crate) fn speaks_for_itself(name: &str) -> bool {
    words(name).iter().any(|w| matches!(noun(&fold(w.text)), Some(Noun::Institution(kind)) if kind != PRESS))
}

/// Whether an entity can have people who speak for it: no person, place or country.
fn is_institution(entities: &Entities, entity: u32) -> bool {
    let entity = &entities.list[entity as usize];
    matches!(entity.kind, EntityKind::Organisation | EntityKind::Other)
        && countries::country(&fold(&entity.name)).is_none()
}

/// The noun of a description of whom the text has brought in, in the singular: "the two analysts", "the institute's
/// experts", "officials". "The analyst" may be one who is named.
fn known(source: &str) -> Option<(String, Noun)> {
    let found = words(source);
    let (last, before) = found.split_last()?;
    let one = singular(last.text);
    let noun = noun(&one)?;
    let several = one != fold(last.text);
    let fits = match noun {
        Noun::Institution(_) => !several && before.len() == 1 && is_definite(before),
        Noun::People(_) => several && (before.is_empty() || is_definite(before)),
    };
    fits.then_some((one, noun))
}

/// Whether a source is a single word: "officials".
fn is_bare(source: &str) -> bool {
    words(source).len() < 2
}

/// Whether no word stands before that at `index` which may belong to it: "…, officials", "but officials".
fn opens(text: &str, found: &[Word<'_>], index: usize) -> bool {
    let Some(before) = index.checked_sub(1) else { return true };
    let conjunction = matches!(found[before].text, "and" | "but" | "while" | "that" | "as" | "though" | "although");
    conjunction || !joined(text, found, before)
}

/// Whether words end in what makes the noun behind them one that is known: "the", "these two", "the institute's".
fn is_definite(before: &[Word<'_>]) -> bool {
    let Some((last, rest)) = before.split_last() else { return false };
    let word = fold(last.text);
    match word.as_str() {
        "the" | "these" | "those" | "both" => true,
        "two" | "three" | "four" | "five" | "six" => is_definite(rest),
        _ => word != last.text && matches!(noun(&word), Some(Noun::Institution(_))) && is_definite(rest),
    }
}

fn noun(singular: &str) -> Option<Noun> {
    static NOUNS: OnceLock<Map<&'static str, Noun>> = OnceLock::new();
    let all = || {
        KINDS.iter().enumerate().flat_map(|(kind, (institutions, people))| {
            let institutions = institutions.split_whitespace().map(move |word| (word, Noun::Institution(kind)));
            institutions.chain(people.split_whitespace().map(move |word| (word, Noun::People(kind))))
        })
    };
    NOUNS.get_or_init(|| all().collect()).get(singular).copied()
}

/// A word folded, in the singular where it is a plural: "analysts", "spokesmen", "spokespeople".
fn singular(word: &str) -> String {
    let word = fold(word);
    let irregular = [("people", "person"), ("men", "man"), ("women", "woman")];
    let one = irregular.iter().find_map(|(more, one)| Some(format!("{}{one}", word.strip_suffix(more)?)));
    one.or_else(|| word.strip_suffix('s').map(str::to_owned)).unwrap_or(word)
}

fn is_capital(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

/// Whether nothing but white space stands between a word and the next.
fn joined(text: &str, found: &[Word<'_>], at: usize) -> bool {
    found.get(at + 1).is_some_and(|next| text[found[at].end..next.start].chars().all(char::is_whitespace))
}
