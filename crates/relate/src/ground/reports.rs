//! The documents in order of publication, with all of their statements in one row.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use model::{Annotated, Day, Mention, Relations, Span, Statement, Text, Time};

use super::asked::{self, Kind};
use super::called::Called;
use super::personal::personal;
use super::stamps;

/// A statement's place: index of the document, and of the statement in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Place {
    pub document: u32,
    pub statement: u32,
}

/// The documents in order of publication, undated ones last, ties by id.
pub(crate) struct Reports<'a> {
    pub documents: Vec<&'a Annotated>,
    pub texts: Vec<Text<'a>>,
    /// Every statement, in order.
    pub places: Vec<Place>,
    /// For each document in order, its index as it was handed in.
    given: Vec<u32>,
    /// For each document as it was handed in, its place in order.
    rank: Vec<u32>,
    /// Whether each is somebody's own word; made when it is first asked for.
    personal: OnceLock<Vec<bool>>,
    /// Whether the text of each contradicts the day that is given for it; made when it is first asked for.
    misdated: OnceLock<Vec<bool>>,
    /// What each calls whom it names; made when it is first asked for.
    called: Vec<OnceLock<Called>>,
    /// What each has in brackets, where that is short, in order; made when it is first asked for.
    explained: Vec<OnceLock<Vec<String>>>,
    /// How many documents have each abbreviation; made when it is first asked for.
    short: OnceLock<BTreeMap<String, u32>>,
}

/// Reports that have a name of one word, for readers to know it, and how many make it necessary that one has it besides.
const MET: usize = 2;
const FEW: usize = 10;

/// Reports before and behind one, by publication, that are looked through for a name.
const NEAR: usize = 100;

/// Bytes of an abbreviation at most.
const SHORT: usize = 8;

impl<'a> Reports<'a> {
    pub(crate) fn new(documents: &'a [Annotated]) -> Self {
        let mut given: Vec<u32> = (0..documents.len() as u32).collect();
        model::order::sort_by_cached_key(&mut given, |&index| publication(&documents[index as usize]));
        let documents: Vec<&Annotated> = given.iter().map(|&index| &documents[index as usize]).collect();
        let texts = documents.iter().map(|d| Text::new(&d.document.text)).collect();
        let places = documents
            .iter()
            .enumerate()
            .flat_map(|(document, d)| {
                (0..d.statements.len() as u32).map(move |statement| Place { document: document as u32, statement })
            })
            .collect();
        let mut rank = vec![0; given.len()];
        given.iter().enumerate().for_each(|(at, &index)| rank[index as usize] = at as u32);
        let called = documents.iter().map(|_| OnceLock::new()).collect();
        let explained = documents.iter().map(|_| OnceLock::new()).collect();
        let (personal, misdated, short) = (OnceLock::new(), OnceLock::new(), OnceLock::new());
        Self { documents, texts, places, given, rank, personal, misdated, called, explained, short }
    }

    /// The statement at a place.
    pub(crate) fn statement(&self, place: Place) -> &'a Statement {
        &self.documents[place.document as usize].statements[place.statement as usize]
    }

    /// The words of a span of a document.
    pub(crate) fn cut(&self, document: u32, span: Span) -> &'a str {
        self.texts[document as usize].cut(span)
    }

    /// The words of a statement.
    pub(crate) fn words_of(&self, place: Place) -> &'a str {
        self.cut(place.document, self.statement(place).span)
    }

    /// Whether somebody speaks of themselves in a document: an opinion, an interview, a letter.
    pub(crate) fn is_personal(&self, document: u32) -> bool {
        self.personal.get_or_init(|| personal(&self.documents))[document as usize]
    }

    /// Whether a statement is the view of who wrote its report, and nobody's whom that report names.
    pub(crate) fn is_view(&self, place: Place) -> bool {
        let own = |holder: &model::Holder| holder.inferred && holder.cue.is_none();
        self.documents[place.document as usize].document.is_opinion()
            && self.statement(place).holders.iter().skip(1).all(own)
    }

    /// Whether a document tells of days after the one that is given for it: what it calls "today" or "Tuesday" is unknown.
    pub(crate) fn is_misdated(&self, document: u32) -> bool {
        self.misdated.get_or_init(|| stamps::misdated(&self.documents))[document as usize]
    }

    /// Whom and what a document calls by a name with a word: one mention for each name.
    pub(crate) fn called(&self, document: u32, word: &str) -> impl Iterator<Item = &'a Mention> {
        let mentions = &self.documents[document as usize].mentions;
        let called = self.called[document as usize].get_or_init(|| Called::new(mentions));
        called.by(word).map(|at| &mentions[at as usize])
    }

    /// Whether a document gives an abbreviation in brackets, behind what it stands for.
    pub(crate) fn explains(&self, document: u32, short: &str) -> bool {
        let explained = self.explained[document as usize].get_or_init(|| {
            let text = self.texts[document as usize].as_str();
            let brackets = text.split('(').skip(1).filter_map(|rest| rest.split_once(')'));
            let short = brackets.map(|(inside, _)| inside).filter(|inside| inside.len() <= SHORT);
            let mut found: Vec<String> = short.map(str::to_owned).collect();
            model::order::sort(&mut found);
            found
        });
        explained.binary_search_by(|known| known.as_str().cmp(short)).is_ok()
    }

    /// How many documents have an abbreviation.
    pub(crate) fn have(&self, short: &str) -> u32 {
        asked::note(Kind::Short, short);
        let counts = self.short.get_or_init(|| {
            let mut counts: BTreeMap<String, u32> = BTreeMap::new();
            for text in &self.texts {
                let runs = text.as_str().split(|c: char| !c.is_ascii_uppercase());
                let mut all: Vec<&str> = runs.filter(|run| (3..=SHORT).contains(&run.len())).collect();
                model::order::sort(&mut all);
                all.dedup();
                all.into_iter().for_each(|run| *counts.entry(run.to_owned()).or_default() += 1);
            }
            counts
        });
        counts.get(short).copied().unwrap_or_default()
    }

    /// Whether reports near a document, and it among them, have a name of one word often enough for readers to know it.
    pub(crate) fn is_met_near(&self, document: u32, name: &str) -> bool {
        if asked::is_noted() {
            asked::note(Kind::Near, &format!("{document} {name}"));
        }
        let all = self.texts.len();
        let end = all.min(document as usize + NEAR);
        let near = &self.texts[end.min((document as usize).saturating_sub(NEAR))..end];
        let has = near.iter().filter(|text| text.as_str().contains(name)).take(MET).count();
        has >= MET.min(1 + all / FEW)
    }

    /// The times of a document that meet a span, and perhaps one before.
    pub(crate) fn times_at(&self, document: u32, span: Span) -> impl Iterator<Item = &'a Time> {
        let times = &self.documents[document as usize].times;
        let from = times.partition_point(|time| time.start < span.start).saturating_sub(1);
        times[from..].iter().take_while(move |time| time.start < span.end)
    }

    /// The times of a document that stand within a span.
    pub(crate) fn times_in(&self, document: u32, span: Span) -> impl Iterator<Item = &'a Time> {
        self.times_at(document, span).filter(move |time| time.start >= span.start && time.end <= span.end)
    }

    /// Whom and what a document names within a span.
    pub(crate) fn mentions_in(&self, document: u32, span: Span) -> impl Iterator<Item = &'a Mention> {
        let mentions = &self.documents[document as usize].mentions;
        let from = mentions.partition_point(|mention| mention.span.start < span.start);
        let near = mentions[from..].iter().take_while(move |mention| mention.span.start < span.end);
        near.filter(move |mention| mention.span.end <= span.end)
    }

    /// The statements of one sentence of a document.
    pub(crate) fn statements_of(&self, document: u32, sentence: Span) -> impl Iterator<Item = &'a Statement> {
        let statements = &self.documents[document as usize].statements;
        let from = statements.partition_point(|statement| statement.sentence.start < sentence.start);
        let near = statements[from..].iter().take_while(move |statement| statement.sentence.start == sentence.start);
        near.filter(move |statement| statement.sentence == sentence)
    }

    /// The first day on which a document can have been published.
    pub(crate) fn published(&self, document: u32) -> Option<Day> {
        self.documents[document as usize].document.published.as_ref().map(model::When::sort_day)
    }

    /// Who a document is, in its own right: the outlet, or else its title.
    pub(crate) fn own_name(&self, document: u32) -> &'a str {
        let document = &self.documents[document as usize].document;
        document.outlet.as_deref().unwrap_or(&document.title)
    }

    /// The index in `places` of a statement whose document is counted as it was handed in.
    pub(crate) fn index(&self, given: Place) -> Option<u32> {
        let document = *self.rank.get(given.document as usize)?;
        let place = Place { document, ..given };
        self.places.binary_search(&place).ok().map(|index| index as u32)
    }

    /// The index of a document as it was handed in.
    pub(crate) fn given(&self, document: u32) -> u32 {
        self.given[document as usize]
    }

    /// The place in order of a document counted as it was handed in.
    pub(crate) fn rank(&self, given: u32) -> u32 {
        self.rank[given as usize]
    }

    /// Puts the indices of documents as they were handed in where they count by publication.
    pub(crate) fn renumber(&self, relations: &mut Relations) {
        if self.given.is_sorted() {
            return;
        }
        relations.claims.iter_mut().for_each(|claim| self.renumber_claim(claim));
        let of = |index: &mut u32| *index = self.given[*index as usize];
        for story in &mut relations.stories {
            story.documents.iter_mut().for_each(of);
            model::order::sort(&mut story.documents);
        }
        relations.entities.iter_mut().flat_map(|e| &mut e.documents).for_each(of);
        relations.people.iter_mut().flat_map(|p| &mut p.entity.documents).for_each(of);
        relations.people.iter_mut().flat_map(|p| &mut p.says).for_each(|(document, _)| of(document));
        relations.origins.iter_mut().flat_map(|o| &mut o.documents).for_each(of);
    }

    /// The same for one claim.
    pub(crate) fn renumber_claim(&self, claim: &mut model::Claim) {
        let of = |index: &mut u32| *index = self.given[*index as usize];
        claim.members.iter_mut().for_each(|m| of(&mut m.document));
        claim.perhaps.iter_mut().for_each(|p| of(&mut p.document));
        for origin in &mut claim.origins {
            origin.documents.iter_mut().for_each(of);
            origin.ties.iter_mut().for_each(|tie| {
                of(&mut tie.a.0);
                of(&mut tie.b.0);
            });
        }
        claim.discrepancies.iter_mut().flat_map(|d| &mut d.values).for_each(|v| of(&mut v.document));
        claim.utterances.iter_mut().flat_map(|u| &mut u.versions).for_each(|v| of(&mut v.document));
        claim.expectation.iter_mut().flat_map(|e| &mut e.settled_by).for_each(|s| of(&mut s.document));
        claim.earlier.iter_mut().for_each(|stage| self.renumber_claim(&mut stage.claim));
    }
}

/// What the order of publication goes by.
fn publication(report: &Annotated) -> (bool, Day, String) {
    let published = report.document.published.as_ref();
    (published.is_none(), published.map_or(Day(0), model::When::sort_day), report.document.id.clone())
}
