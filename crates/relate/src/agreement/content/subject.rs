//! Who or what a statement is of, as its subject tells.

use model::{EntityKind, Mention, Span};

use super::values::figure;
use super::{reference, wholes};
use crate::features::{Space, Term};
use crate::findings::Findings;
use crate::ground::countries::country;
use crate::ground::reports::Place;
use crate::ground::words::{fold, folded, is_in, words};

/// The subject of a statement.
#[derive(Default)]
pub(super) struct Subject {
    /// The people in it, as indices of entities.
    pub who: Vec<u32>,
    /// The names of the people in it, word by word.
    pub called: Vec<Vec<String>>,
    /// Whether it is nobody of these, but theirs: "Berg's sister".
    pub kin: bool,
    /// The names of a subject that is all name and was read as that of a place, as a family name may be.
    pub bare: Vec<String>,
    /// The words of the names in it; none where it only points.
    pub names: Vec<String>,
    /// Whether it is nothing but a name, and no abbreviation of one.
    pub is_name: bool,
    /// How old it is said to be, in years.
    pub age: Option<u32>,
    /// How many it is, as far as that is told.
    pub many: Option<f64>,
    /// Its noun, where it names nobody.
    pub thing: Option<String>,
    /// Whether it is "the" and a noun that names nobody and nothing.
    pub definite: bool,
    /// The terms that its document has most of, where it is such a noun.
    pub about: Vec<Term>,
    /// The people of whom it may be a pronoun, as indices of entities, rising; `None` where it is no "he" or "she".
    pub meant: Option<Vec<u32>>,
    /// Whether it is a pronoun of which nobody knows what it means.
    pub dangling: bool,
}

/// Pronouns that stand for somebody or something.
const POINTING: &str = "it they them this that these those he she him who which we us i you one ones";

/// Words of a subject at most that stands for a name that is told before it.
const NOUNS: usize = 2;

impl Subject {
    /// The subject that stands at `span` of its report, where the statement has one. What `names` somebody or something is no
    /// pronoun.
    pub(super) fn of(findings: &Findings<'_>, place: Place, span: Option<Span>, names: bool) -> Self {
        let Some(span) = span else { return Self::default() };
        let statement = findings.reports.statement(place);
        let told = findings.reports.cut(place.document, span);
        let within = |m: &&Mention| m.kind == EntityKind::Person && m.span.start < span.end && span.start < m.span.end;
        let people: Vec<&Mention> = statement.participants.iter().filter(within).collect();
        let owner = |m: &Mention| {
            let behind = findings.reports.cut(place.document, Span::new(m.span.end.min(span.end), span.end));
            behind.starts_with(['\'', '’']) && words(behind).len() > 1
        };
        let called = |m: &&Mention| words(findings.entities.shown(&m.name)).iter().map(|w| fold(w.text)).collect();
        let called: Vec<Vec<String>> = people.iter().map(called).collect();
        let pronoun = (!names).then(|| pronoun(told)).flatten();
        let one = pronoun.as_deref().is_some_and(|pronoun| matches!(pronoun, "he" | "she"));
        let meant = one.then(|| people_before(findings, place));
        let definite = is_definite(told);
        Self {
            who: people.iter().filter_map(|m| findings.entities.find(&m.name)).collect(),
            kin: matches!(people.as_slice(), [one] if owner(one)),
            bare: bare_name(findings, told),
            names: reference::named(told),
            is_name: is_all_name(told),
            age: age(told),
            many: many(told, called.len()),
            thing: wholes::thing(told),
            definite,
            about: if definite { about(&findings.space, place.document) } else { Vec::new() },
            dangling: pronoun.is_some() && meant.as_ref().is_none_or(Vec::is_empty),
            meant,
            called,
        }
    }
}

/// The pronoun that a subject is, folded.
fn pronoun(subject: &str) -> Option<String> {
    let told = words(subject);
    let [only] = told.as_slice() else { return None };
    Some(folded(only.text).into_owned()).filter(|word| is_in(POINTING, word))
}

/// Whether a subject is "the" and a noun that names nobody and nothing.
fn is_definite(subject: &str) -> bool {
    let told = words(subject);
    let [article, nouns @ ..] = told.as_slice() else { return false };
    folded(article.text) == "the"
        && (1..=NOUNS).contains(&nouns.len())
        && nouns.iter().all(|word| word.text.starts_with(char::is_lowercase))
}

/// How many terms of a document are what it is about.
const ABOUT: usize = 12;

/// The terms that a document has most of.
fn about(space: &Space, document: u32) -> Vec<Term> {
    let mut terms = space.documents[document as usize].clone();
    model::order::sort_by(&mut terms, |a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    terms.truncate(ABOUT);
    terms.into_iter().map(|(term, _)| term).collect()
}

/// Sentences before a pronoun in which somebody may be named whom it means.
const BEFORE: usize = 2;

/// The people named in a statement's sentence up to it, and in the sentences before.
fn people_before(findings: &Findings<'_>, place: Place) -> Vec<u32> {
    let report = findings.reports.documents[place.document as usize];
    let start = findings.reports.statement(place).span.start;
    let at = report.sentences.partition_point(|sentence| sentence.start <= start);
    let from = report.sentences.get(at.saturating_sub(1 + BEFORE)).map_or(0, |sentence| sentence.start);
    let first = report.mentions.partition_point(|m| m.span.start < from);
    let people = report.mentions[first..].iter().take_while(|m| m.span.start < start);
    let people = people.filter(|m| m.kind == EntityKind::Person);
    let mut found: Vec<u32> = people.filter_map(|m| findings.entities.find(&m.name)).collect();
    model::order::sort(&mut found);
    found.dedup();
    found
}

/// Stands for any number of people beyond one.
const MORE_THAN_ONE: f64 = f64::INFINITY;

/// Words of a subject at most that is all name.
const NAME: usize = 3;

/// Whether a subject is nothing but a name, and no abbreviation of one: two names may be one's, as "NPA" and "Northern Ports".
fn is_all_name(subject: &str) -> bool {
    let found = words(subject);
    let name = |text: &str| text.starts_with(char::is_uppercase) && text.chars().skip(1).any(char::is_lowercase);
    (1..=NAME).contains(&found.len()) && found.iter().all(|word| name(word.text)) && fold(found[0].text) != "the"
}

/// The words of a subject that is nothing but a name which the reports know as that of a place, and of no country; empty else.
fn bare_name(findings: &Findings<'_>, subject: &str) -> Vec<String> {
    let found = words(subject);
    let named = (1..=NAME).contains(&found.len())
        && found.iter().all(|word| word.text.starts_with(char::is_uppercase))
        && country(&fold(subject)).is_none();
    let entity = findings.entities.find(subject).filter(|_| named).map(|at| &findings.entities.list[at as usize]);
    let place = entity.is_some_and(|entity| entity.kind == EntityKind::Place);
    if place { found.iter().map(|word| fold(word.text)).collect() } else { Vec::new() }
}

/// The age that a subject is told with, in years: "a 19-year-old student".
fn age(subject: &str) -> Option<u32> {
    let (before, _) = subject.split_once("-year-old")?;
    let digits = before.rsplit(|c: char| !c.is_ascii_digit()).next()?;
    digits.parse().ok()
}

/// How many a subject is that names so many people: by its number, or one by its name or its article.
fn many(subject: &str, named: usize) -> Option<f64> {
    let found = words(subject);
    let first = folded(found.first()?.text).into_owned();
    let counted = figure(&first).parse::<f64>().ok().filter(|_| found.len() > 1 && named == 0);
    let joined = found.iter().any(|word| matches!(word.text, "and" | "or")) || subject.contains(',');
    let alone = named == 1 && !found.iter().any(|word| word.text == "and");
    let two = named == 0
        && matches!(&*first, "a" | "an" | "the")
        && found.windows(2).any(|pair| pair[0].text == "and" && matches!(pair[1].text, "a" | "an" | "the"));
    let one = alone || !joined && named == 0 && matches!(&*first, "a" | "an");
    let last = found.last().map_or("", |word| word.text);
    let more = named == 0 && !joined && (matches!(&*first, "both" | "several" | "many") || is_plural(last));
    // "Berg's nurse, Olaf Lind": two names, and one person.
    let list =
        found.iter().all(|word| !word.text.starts_with(char::is_lowercase) || matches!(word.text, "and" | "both"));
    let listed = (named > 1 && joined && list).then_some(named as f64);
    listed
        .or(counted)
        .or_else(|| two.then_some(MORE_THAN_ONE))
        .or_else(|| one.then_some(1.0))
        .or_else(|| more.then_some(MORE_THAN_ONE))
}

/// Whether a noun is one for people, told in the plural.
fn is_plural(noun: &str) -> bool {
    const PEOPLE: &str = "victims men women children boys girls suspects members officers people teens teenagers defendants \
        others students workers nurses brothers sisters persons detainees hostages";
    PEOPLE.split_whitespace().any(|people| people == noun)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pronoun_stands_alone() {
        assert_eq!(pronoun("It").as_deref(), Some("it"));
        assert_eq!((pronoun("It all"), pronoun("Berg")), (None, None));
    }

    #[test]
    fn a_definite_subject_names_nobody() {
        assert!(is_definite("The strike") && is_definite("the night ferry"));
        assert!(!is_definite("The Corby ferry") && !is_definite("A strike") && !is_definite("The"));
    }

    #[test]
    fn a_subject_may_be_nothing_but_a_name() {
        assert!(is_all_name("Anna Berg") && is_all_name("Norway"));
        assert!(!is_all_name("NPA") && !is_all_name("The Corby mayor") && !is_all_name("Berg and her nurse"));
    }

    #[test]
    fn an_age_stands_in_its_subject() {
        assert_eq!(
            (age("A 19-year-old student"), age("Anna Berg, 19,"), age("a year-old boat")),
            (Some(19), None, None)
        );
    }

    #[test]
    fn a_subject_tells_how_many_it_is() {
        assert_eq!(
            (many("Four members of the guild", 0), many("A member", 0), many("A man and a boy", 0)),
            (Some(4.0), Some(1.0), Some(MORE_THAN_ONE))
        );
        assert_eq!((many("Anna Berg", 1), many("The victims", 0)), (Some(1.0), Some(MORE_THAN_ONE)));
        assert_eq!(
            (many("Berg and Lind", 2), many("The nurse of Berg, Olaf Lind", 2), many("the guild", 0)),
            (Some(2.0), None, None)
        );
    }
}
