//! What a story is called: a short noun phrase, or a headline, that says what the event or matter is.
//!
//! An editor names a matter by what most of its reports share, and each report's own headline is made to name it. So the
//! phrase around a noun for a matter is looked for which most reports have in their headlines or in what they tell of the
//! story; else the event that enough of them tell, as a noun with whom it befell; else the headline of one that tells what
//! the others tell too. What most other reports of the corpus are about as well names none of its stories. Where nothing
//! names a story surely it stays unnamed.

mod events;
mod headlines;
mod matters;
mod phrases;
mod repeated;
mod shared;
mod spoken;
mod tokens;
mod usage;

use std::collections::{BTreeMap, BTreeSet};

use model::{Claim, EntityKind, Line, Span};

use crate::findings::Findings;
use crate::ground::countries;
use crate::ground::reports::Place;
use crate::ground::words::fold;
use phrases::{Phrase, Told};
use usage::Usage;

/// What all documents together know of names.
pub(crate) struct Names<'a> {
    findings: &'a Findings<'a>,
    usage: Usage<'a>,
    /// The terms of each document's headline and first sentences: what it is about.
    about: Vec<BTreeSet<String>>,
    /// How many documents are about what has a term.
    often: BTreeMap<String, usize>,
    /// Of how many claims each takes part, by its id, and how many claims there are.
    claims: BTreeMap<&'a str, u32>,
    all: usize,
    /// Headlines under which reports of several days stand.
    lines: BTreeSet<&'a str>,
}

/// Code points at the top of a text that tell what it is about.
const TOP: u32 = 400;

/// Sentences of one report in a story that are looked at.
const SENTENCES: usize = 24;

/// Claims of one report that are too few for a name.
const FEW: usize = 2;

/// Documents that are about what a name says, for each that tells the story, at most.
const OTHERS: usize = 3;

/// Documents of a corpus from which on what half of them are about is no name.
const CORPUS: usize = 20;

/// How many of so many statements stand on one person's word, for all to be that person's remarks.
const VOICE: (usize, usize) = (3, 4);

/// Days on which reports appeared under one headline, from which on it is a line of their site, and none of theirs.
const DAYS: usize = 3;

impl<'a> Names<'a> {
    /// Of documents, and of all claims that they make.
    pub(crate) fn new(findings: &'a Findings<'a>, all: &'a [Claim]) -> Self {
        let about = (0..).zip(findings.reports.documents.iter()).map(|(document, report)| {
            let end = report.document.text.chars().count().min(TOP as usize) as u32;
            let top = findings.reports.cut(document, Span::new(0, end));
            let mut terms = phrases::terms(&tokens::tokens(&report.document.title));
            terms.extend(phrases::terms(&tokens::tokens(top)));
            terms
        });
        let about: Vec<BTreeSet<String>> = about.collect();
        let mut often: BTreeMap<String, usize> = BTreeMap::new();
        for term in about.iter().flatten() {
            match often.get_mut(term) {
                Some(count) => *count += 1,
                None => _ = often.insert(term.clone(), 1),
            }
        }
        let mut days: BTreeMap<&str, BTreeSet<model::Day>> = BTreeMap::new();
        for (document, report) in (0..).zip(findings.reports.documents.iter()) {
            let day = findings.reports.published(document);
            days.entry(report.document.title.as_str()).or_default().extend(day);
        }
        let lines =
            model::order::gather(days.into_iter().filter(|(_, days)| days.len() >= DAYS).map(|(title, _)| title));
        let mut claims: BTreeMap<&str, u32> = BTreeMap::new();
        all.iter().flat_map(|claim| &claim.entities).for_each(|id| *claims.entry(id.as_str()).or_default() += 1);
        Self { findings, usage: Usage::new(findings), about, often, claims, all: all.len(), lines }
    }

    /// A line for the story that `claims` make up and nothing names: what of its statements speak of that tells it from others.
    /// Where they speak of somebody `alone`, and of nothing else in common, that is told.
    pub(crate) fn line(&self, claims: &[&Claim], alone: bool) -> Line {
        shared::line(self, claims, alone)
    }

    /// What the reports of the story that `claims` make up say in the same words, in quotation marks, where nothing else names it.
    pub(crate) fn words(&self, claims: &[&Claim]) -> Option<String> {
        repeated::words(self, claims)
    }

    /// The name of the story that `claims` make up, which no heavier one has (`taken`); `None` where nothing names it
    /// surely.
    pub(crate) fn name(&self, claims: &[&Claim], taken: &BTreeSet<String>) -> Option<String> {
        // Of two claims or fewer that one report makes nothing is named, as most stories are.
        let mut members = claims.iter().flat_map(|claim| &claim.members);
        let first = members.next()?.document;
        if claims.len() <= FEW && members.all(|member| member.document == first) {
            return None;
        }
        let told = self.told(claims);
        let free = |name: &String| taken.iter().all(|other| shared::are_told_apart(name, other));
        let headline = || {
            // What one person says of a matter is told under the headlines of the matter.
            if self.is_one_voice(claims) {
                return None;
            }
            let (name, terms) = headlines::headline(&self.usage, &told)?;
            self.is_of(&terms, &told).then_some(name)
        };
        if told.len() < 2 {
            // What one report tells in more claims, its headline names.
            return headline().map(|name| capital(&name)).filter(free);
        }
        let found = phrases::phrases(&self.usage, &told);
        // "Rescheduling of Norway's": of what?
        let whole = |phrase: &Phrase| !phrase.text.ends_with("'s") && !phrase.text.ends_with("’s");
        let own = |phrase: &&Phrase| whole(phrase) && self.is_of(&phrase.terms, &told);
        let phrase = found.iter().find(own);
        let headed = |phrase: &&Phrase| phrase.heads * 2 >= told.len();
        let event = events::name(self.findings, claims);
        let whole = |phrase: &Phrase| match self.place(claims, told.len(), phrase).filter(|_| phrase.placeless) {
            Some(place) => format!("{} in {place}", phrase.text),
            None => phrase.text.clone(),
        };
        let named = phrase.filter(headed).map(whole);
        let named = named.or(event).or_else(|| phrase.map(whole));
        let named = named.or_else(headline);
        named.map(|name| capital(&name)).filter(free)
    }

    /// Whether nearly all of what several reports tell stands on the word of one and the same person.
    fn is_one_voice(&self, claims: &[&Claim]) -> bool {
        let mut of: BTreeMap<Option<u32>, usize> = BTreeMap::new();
        for member in claims.iter().flat_map(|claim| &claim.members) {
            let place = Place { document: member.document, statement: member.statement };
            let last = self.findings.reports.statement(place).holders.iter().skip(1).next_back();
            let entity = last.and_then(|holder| self.findings.entities.find(&holder.name));
            let is_person = |entity: &u32| self.findings.entities.list[*entity as usize].kind == EntityKind::Person;
            *of.entry(entity.filter(is_person)).or_default() += 1;
        }
        let all: usize = of.values().sum();
        all > 1 && of.iter().any(|(entity, count)| entity.is_some() && count * VOICE.1 >= all * VOICE.0)
    }

    /// Whether few other documents than those that tell a story are about what a name says.
    fn is_of(&self, terms: &BTreeSet<String>, told: &[Told<'_>]) -> bool {
        let all = self.about.iter().filter(|about| terms.is_subset(about)).count();
        // In a corpus on one thing its name is that of no story.
        all <= told.len() * OTHERS && (self.about.len() < CORPUS || all * 2 < self.about.len())
    }

    /// The place, no country, that most of the reports name in the story.
    fn place(&self, claims: &[&Claim], documents: usize, phrase: &Phrase) -> Option<&str> {
        let mut of: BTreeMap<u32, BTreeSet<u32>> = BTreeMap::new();
        for member in claims.iter().flat_map(|claim| &claim.members) {
            let place = Place { document: member.document, statement: member.statement };
            for mention in &self.findings.reports.statement(place).participants {
                let told =
                    phrases::terms(&tokens::tokens(&mention.name)).iter().any(|term| phrase.terms.contains(term));
                if mention.kind == EntityKind::Place && !told && countries::country(&fold(&mention.name)).is_none() {
                    let entity = self.findings.entities.find(&mention.name);
                    entity.into_iter().for_each(|entity| _ = of.entry(entity).or_default().insert(member.document));
                }
            }
        }
        let most = of.iter().max_by_key(|(entity, tellers)| (tellers.len(), std::cmp::Reverse(**entity)))?;
        let enough = most.1.len() * 3 >= documents * 2;
        enough.then(|| self.findings.entities.list[*most.0 as usize].name.as_str())
    }

    /// What each report that tells the story has to do with it, by document.
    fn told(&self, claims: &[&Claim]) -> Vec<Told<'a>> {
        let reports = &self.findings.reports;
        let mut sentences: BTreeMap<u32, BTreeSet<Span>> = BTreeMap::new();
        for member in claims.iter().flat_map(|claim| &claim.members) {
            let place = Place { document: member.document, statement: member.statement };
            sentences.entry(member.document).or_default().insert(reports.statement(place).sentence);
        }
        let told = sentences.into_iter().map(|(document, sentences)| {
            let cut = sentences.into_iter().take(SENTENCES).map(|sentence| reports.cut(document, sentence)).collect();
            let document = &reports.documents[document as usize].document;
            // What somebody calls their views is no name for what happened.
            let title = Some(document.title.as_str());
            let title = title.filter(|title| !self.lines.contains(title) && !document.is_opinion());
            Told::new(title.unwrap_or_default(), &document.text, cut)
        });
        told.collect()
    }
}

/// A name with a capital at its beginning.
fn capital(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
