//! What a report opens with: two that open with strangers to each other tell of two things, though in the same words ("it raised its
//! prices by 50 cents"), and one house opens no two days with one piece of news.

use std::collections::{BTreeSet, HashSet};

use model::{Annotated, EntityKind, Span, Statement, Text};

use crate::findings::Findings;
use crate::ground::countries::{country, full_name};
use crate::ground::ids::digest;
use crate::ground::roles::{is_role, is_unnamed};
use crate::ground::words::{fold, is_in, words};

/// What a report opens with.
pub(super) struct Opening {
    /// The words that tell who its first statement is of, or on whose word it is, folded; none where that is a country.
    who: Vec<String>,
    /// The places that its first sentence names, each word by word.
    places: Vec<Vec<u64>>,
    /// All words of the report and its title, digested; those for a country and its people as one.
    words: HashSet<u64>,
    /// The numbers in it.
    figures: BTreeSet<String>,
    /// Where its first sentence ends.
    first: u32,
    /// Who published it, folded; empty where nobody knows.
    house: String,
}

/// How much of a report is looked through, in code points.
const READ: u32 = 20_000;

/// Words of names that many have: what they are, and what they trade in.
const COMMON: &str = "corp corporation inc incorporated co company ltd limited plc group unit the and for new national \
    international united american first general petroleum oil gas energy resources industries holdings bank banks banking trust \
    financial insurance airlines motor motors steel mines mining gold foods stores systems department ministry agency office court \
    police city county state party union university hospital school news mr mrs ms dr sen rep gov north south east west";

/// How much of the numbers of the report with fewer both have where they are prints of one text.
const FIGURES: usize = 80;

impl Opening {
    pub(super) fn new(findings: &Findings<'_>, document: u32) -> Self {
        let report = findings.reports.documents[document as usize];
        let text = findings.reports.cut(document, Span::new(0, READ));
        let all = || words(text).into_iter().chain(words(&report.document.title));
        let digits = |word: &str| word.contains(|c: char| c.is_ascii_digit());
        Self {
            who: report.statements.first().map_or_else(Vec::new, |first| who(report, first)),
            places: places(report),
            words: all().flat_map(|word| [digest([fold(word.text).as_str()]), landed(word.text)]).collect(),
            figures: model::order::gather(
                words(text).iter().filter(|word| digits(word.text)).map(|word| fold(word.text)),
            ),
            first: report.sentences.first().map_or(0, |sentence| sentence.end),
            house: report.document.outlet.as_deref().map(fold).unwrap_or_default(),
        }
    }

    /// Whether neither report names anywhere whom the other opens with.
    pub(super) fn is_stranger_to(&self, other: &Self) -> bool {
        let named = |who: &[String], by: &Self| who.iter().any(|word| by.words.contains(&digest([word.as_str()])));
        !self.who.is_empty() && !other.who.is_empty() && !named(&self.who, other) && !named(&other.who, self)
    }

    /// Whether each opens with a place of which the other tells nothing: "a loan to Norway", "a loan to Iceland".
    pub(super) fn is_elsewhere_than(&self, other: &Self) -> bool {
        let foreign =
            |ours: &Self, by: &Self| ours.places.iter().any(|place| !place.iter().any(|word| by.words.contains(word)));
        foreign(self, other) && foreign(other, self)
    }

    /// Whether both are published by one, as far as that is known.
    pub(super) fn is_of_the_house_of(&self, other: &Self) -> bool {
        !self.house.is_empty() && self.house == other.house
    }

    /// Whether a statement of it stands in its first sentence.
    pub(super) fn is_led_by(&self, statement: &Statement) -> bool {
        statement.span.start < self.first
    }

    /// Whether both give for the most part the same numbers.
    pub(super) fn has_figures_of(&self, other: &Self) -> bool {
        let both = self.figures.intersection(&other.figures).count();
        both * 100 >= self.figures.len().min(other.figures.len()) * FIGURES
    }
}

/// A word, digested; one for a country or its people by the country's name.
fn landed(word: &str) -> u64 {
    let folded = fold(word);
    digest([country(&folded).unwrap_or(&folded)])
}

/// The places that a report's first sentence names.
fn places(report: &Annotated) -> Vec<Vec<u64>> {
    let end = report.sentences.first().map_or(0, |sentence| sentence.end);
    let first = report.mentions.iter().take_while(|mention| mention.span.start < end);
    first
        .filter(|mention| mention.kind == EntityKind::Place)
        .map(|mention| words(&mention.name).iter().map(|word| landed(word.text)).collect())
        .collect()
}

/// The words that tell who a statement is of: by its subject, or where that is a pronoun by whose word it is.
fn who(report: &Annotated, statement: &Statement) -> Vec<String> {
    let subject = statement.clause.as_ref().and_then(|clause| clause.subject).or(statement.subject);
    let within = |span: Span| subject.is_some_and(|subject| span.start < subject.end && subject.start < span.end);
    let told: String = subject.map_or_else(String::new, |span| Text::new(&report.document.text).cut(span).to_owned());
    let named = statement.participants.iter().filter(|mention| within(mention.span)).map(|m| m.name.as_str());
    let mut names: Vec<&str> = named.collect();
    if is_in(PRONOUNS, &fold(told.trim())) {
        let holders = statement.holders.iter().skip(1).map(|holder| holder.name.as_str());
        names = holders.filter(|name| !is_unnamed(name)).collect();
    }
    let tells = |text: &str| text.starts_with(char::is_uppercase) && text.chars().count() > 2 && !is_role(text);
    let found = names.iter().flat_map(|name| words(name)).filter(|word| tells(word.text)).map(|word| fold(word.text));
    let found: Vec<String> = found.filter(|word| !is_in(COMMON, word)).collect();
    let states = ["united states", "united kingdom", "united nations", "european union"];
    let land = |name: &str| states.contains(&name) || full_name(name).is_some() || country(name).is_some();
    let land = names.iter().any(|name| land(&fold(name))) || found.iter().any(|word| land(word));
    if land { Vec::new() } else { found }
}

/// Subjects that stand for who speaks.
const PRONOUNS: &str = "it they he she we i";
