//! Whether two statements surely stand on two people's words.

use std::collections::BTreeSet;

use model::{EntityKind, Span};

use crate::findings::{Findings, Unnamed};
use crate::ground::reports::Place;
use crate::ground::roles::is_unnamed;
use crate::ground::words::{fold, is_in, words};

/// Whose voice may be heard in one statement.
#[derive(Clone)]
pub(super) struct Voice {
    document: u32,
    /// Everybody who may be saying it.
    keys: BTreeSet<String>,
    /// The names of people among them, word by word.
    people: Vec<Vec<String>>,
    /// The people and institutions that its sentence names.
    named: BTreeSet<String>,
    /// The names of the people among them, word by word.
    others: Vec<Vec<String>>,
    /// Whether it is told in the report's own voice.
    own: bool,
    /// Whether that somebody says so is what it tells: "the party alleged that".
    says: bool,
    /// Whether somebody speaks in it of whom nobody knows who it is.
    cut: bool,
    /// What stands in quotation marks in its sentence, folded.
    quotes: Vec<Vec<String>>,
    /// The words of its sentence, folded.
    sentence: Vec<String>,
    /// Its own words but for names, folded.
    words: Vec<String>,
    /// The house that publishes it; empty where nobody knows it.
    house: String,
    /// The agencies that its report credits.
    agencies: BTreeSet<String>,
}

/// Verbs of saying, and what else tells that somebody says it.
const SAYING: &str = "said say says saying told tells telling wrote writes writing tweeted tweets tweet announced announces \
    announcing confirmed confirms confirming warned warns warning calling urged urges argued argues arguing \
    insisted insists testified testifies acknowledged acknowledges admitted admits declared declares stated states noted notes \
    added adds explained explains claimed claims claiming reported reports remarked estimates estimated according asked asks \
    responded replied suggested suggests stressed reiterated described describes cited cites referring termed dubbed \
    praised condemned criticized criticised denied denies concluded statement remarks \
    speech address interview letter memo testimony briefing";

/// Those among them that tell who said what stands beside them.
const FRAMES: &str = "said says say told tells wrote writes tweeted announced confirmed according reported reports";

/// Verbs by which it is told what somebody says of another.
const ALLEGING: &str = "alleged alleges alleging accused accuses accusing blamed blames blaming charging";

/// Words of those who speak for themselves.
const FIRST: &str = "i we my our me us mine ours i'm we're i've we've i'll we'll i'd we'd";

/// What outlets of one house are called besides.
const EDITIONS: &str = "www the news online digital com org net international website site web edition tv channel";

/// Words beside names in a run that stands in both, from which on one text has it from the other or both from a third; and
/// the least of them in short statements that are for the most part such a run.
const RUN: usize = 7;
const SHORT_RUN: usize = 5;

/// Words of a term in quotation marks at most.
const TERM: usize = 2;

/// Words that a quotation has at least; a longer run of another sentence that stands in it makes both one utterance.
const QUOTED: usize = 2;
const SHARED: usize = 3;

/// Letters of a family name at least.
const FAMILY_NAME: usize = 3;

impl Voice {
    pub(super) fn new(findings: &Findings<'_>, place: Place) -> Self {
        let Findings { reports, entities, houses, sources, .. } = findings;
        let statement = reports.statement(place);
        let report = reports.documents[place.document as usize];
        let outlet = report.document.outlet.as_deref().unwrap_or_default();
        let text = reports.cut(place.document, statement.sentence);
        let sentence = folded(text);
        let own_words = folded(reports.words_of(place));
        // "The United States" says nothing.
        let bare = words(reports.words_of(place));
        let verbs: Vec<String> = bare.iter().filter(|word| word.text != "States").map(|word| fold(word.text)).collect();
        let is_own = |name: &str| !outlet.is_empty() && house(name) == house(outlet);
        let holders: Vec<&str> = statement
            .holders
            .iter()
            .skip(1)
            .map(|holder| holder.name.as_str())
            .filter(|name| !is_unnamed(name) && !is_own(name))
            .collect();
        let from = report.mentions.partition_point(|m| m.span.end <= statement.sentence.start);
        let mentioned: Vec<&str> = report.mentions[from..]
            .iter()
            .take_while(|m| m.span.start < statement.sentence.end)
            .filter(|m| m.kind != EntityKind::Place)
            .map(|m| m.name.as_str())
            .filter(|name| !is_own(name))
            .collect();
        let quotes = quotes(text, statement.sentence, &statement.quotes, |span| reports.cut(place.document, span));
        let says = |word: &String| is_in(SAYING, word);
        let own = holders.is_empty();
        // Beside the statement only what tells who said it: "…, saying that" goes with a deed.
        let frames = |word: &String| is_in(FRAMES, word);
        let said = verbs.iter().any(says) || sentence.iter().any(frames);
        let mut quotes = quotes;
        // A term in marks ("accused of “hostile acts”") is nobody's speech where nobody is told to speak.
        if own && !said && quotes.iter().all(|quote| quote.len() <= TERM) {
            quotes.clear();
        }
        let speech = said || !quotes.is_empty();
        let speakers: Vec<&str> = match (own, speech) {
            (false, _) => holders,
            // Whoever the sentence names may be who says it.
            (true, true) => mentioned.clone(),
            (true, false) => Vec::new(),
        };
        let mut keys: BTreeSet<String> =
            model::order::gather(speakers.iter().flat_map(|name| houses.voices(entities, name)));
        // "The mayor said" in both: one mayor, as far as anybody can tell.
        let nameless = statement.holders.iter().skip(1).filter(|holder| is_unnamed(&holder.name));
        keys.extend(
            nameless.filter_map(|holder| words(&holder.name).last().map(|word| format!("the {}", fold(word.text)))),
        );
        if own && speech {
            keys.extend(houses.voices(entities, text));
        }
        let person =
            |name: &&str| entities.find(name).is_none_or(|at| entities.list[at as usize].kind == EntityKind::Person);
        let names = |of: &[&str]| of.iter().filter(|n| person(n)).map(|name| folded(entities.shown(name))).collect();
        let first = own_words.iter().any(|word| is_in(FIRST, word));
        Self {
            document: place.document,
            people: names(&speakers),
            named: model::order::gather(
                mentioned.iter().filter_map(|name| entities.find(name)).map(super::houses::own),
            ),
            others: names(&mentioned),
            says: statement.clause.as_ref().is_some_and(|clause| {
                let head = fold(reports.cut(place.document, clause.head));
                is_in(SAYING, &head) || is_in(ALLEGING, &head)
            }),
            cut: own && (first || !quotes.is_empty() && speakers.is_empty()),
            keys,
            own,
            quotes,
            sentence,
            words: words(reports.words_of(place))
                .iter()
                .filter(|word| !word.text.starts_with(char::is_uppercase))
                .map(|word| fold(word.text))
                .collect(),
            house: house(outlet),
            agencies: sources.agencies[place.document as usize].clone(),
        }
    }

    /// Takes on whom another report of its house has it from, where it is told in the house's own voice.
    pub(super) fn hear(&mut self, other: &Self) {
        if self.own && !other.own && !self.house.is_empty() && self.house == other.house {
            self.keys.extend(other.keys.iter().cloned());
            self.people.extend(other.people.iter().cloned());
        }
    }

    /// Whether nobody knows who published its report, and that may be the other's house.
    fn may_be_of_the_house_of(&self, other: &Self, findings: &Findings<'_>) -> bool {
        if !self.house.is_empty() || findings.unnamed == Unnamed::Apart {
            return false;
        }
        let named = || {
            let text = &findings.reports.documents[self.document as usize].document.text;
            format!(" {} ", folded(text).join(" ")).contains(&format!(" {} ", other.house))
        };
        // Whom one house lets speak, its presenters among them, are no two sources.
        other.house.is_empty() || findings.unnamed == Unnamed::Unknown || (self.own || other.own) && named()
    }

    /// Whether the other is surely another voice.
    pub(super) fn is_another(&self, other: &Self, findings: &Findings<'_>) -> bool {
        let one_house = !self.house.is_empty() && self.house == other.house && self.own && other.own;
        let told = |a: &Self, b: &Self| {
            // Whoever says it there is told of here.
            !a.own
                && (a.keys.iter().any(|key| key.starts_with('=') && b.named.contains(key))
                    || a.people.iter().any(|name| b.others.iter().any(|other| may_be_one(name, other))))
        };
        let one_name = self.people.iter().any(|name| other.people.iter().any(|second| may_be_one(name, second)));
        let quoted =
            |a: &Self, b: &Self| a.quotes.iter().any(|quote| run(quote, &b.sentence) >= SHARED.min(quote.len()));
        let shorter = self.words.len().min(other.words.len());
        let longer = self.words.len().max(other.words.len());
        let copied = shorter >= RUN && order(&self.words, &other.words) * 5 >= longer * 4
            || run(&self.words, &other.words) >= RUN.min((shorter * 4).div_ceil(5).max(SHORT_RUN));
        // A state or its government, and somebody of whom nobody knows whose they are.
        let state = |a: &Self, b: &Self| {
            let of_country = |voice: &Self| voice.keys.iter().any(|key| key.starts_with('@'));
            !a.own && a.people.is_empty() && of_country(a) && !b.own && !b.people.is_empty() && !of_country(b)
        };
        // What somebody said has its one source in who said it, whoever heard it.
        let utterance = self.says && other.says;
        !(one_house
            || utterance
            || state(self, other)
            || state(other, self)
            || !self.agencies.is_disjoint(&other.agencies)
            || self.cut
            || other.cut
            || one_name
            || !self.keys.is_disjoint(&other.keys)
            || told(self, other)
            || told(other, self)
            || self.may_be_of_the_house_of(other, findings)
            || other.may_be_of_the_house_of(self, findings)
            || quoted(self, other)
            || quoted(other, self)
            || copied
            || findings.sources.share_text(&findings.reports, self.document, other.document))
    }
}

/// What stands in quotation marks in a sentence, with its statement's, each from [`QUOTED`] words on.
fn quotes<'a>(text: &str, sentence: Span, given: &[Span], cut: impl Fn(Span) -> &'a str) -> Vec<Vec<String>> {
    let mut found: Vec<Vec<String>> = Vec::new();
    let mut open: Option<usize> = None;
    for (at, c) in text.char_indices() {
        match (c, open) {
            ('“', _) | ('"', None) => open = Some(at + c.len_utf8()),
            ('”' | '"', Some(from)) => {
                found.push(folded(&text[from..at]));
                open = None;
            }
            // It began in the sentence before.
            ('”', None) => found.push(folded(&text[..at])),
            _ => {}
        }
    }
    found.extend(open.map(|from| folded(&text[from..])));
    let inside = |span: &&Span| span.start < sentence.end && sentence.start < span.end;
    found.extend(given.iter().filter(inside).map(|&span| folded(cut(span))));
    found.retain(|quote| quote.len() >= QUOTED);
    found
}

fn folded(text: &str) -> Vec<String> {
    words(text).iter().map(|word| fold(word.text)).collect()
}

/// Whether two names may mean one person: one family name, or two words in common ("Choe Sun Hui", "Choe Son Hui").
pub(super) fn may_be_one(a: &[String], b: &[String]) -> bool {
    let last = |name: &[String]| name.last().filter(|last| last.chars().count() >= FAMILY_NAME).cloned();
    last(a).is_some_and(|family| last(b).as_ref() == Some(&family))
        || a.iter().filter(|word| b.contains(word)).count() >= 2
}

/// The longest run of words that both have.
pub(super) fn run(a: &[String], b: &[String]) -> usize {
    let mut longest = 0;
    let mut before = vec![0_usize; b.len() + 1];
    for word in a {
        let mut row = vec![0_usize; b.len() + 1];
        for (at, other) in b.iter().enumerate() {
            if word == other {
                row[at + 1] = before[at] + 1;
                longest = longest.max(row[at + 1]);
            }
        }
        before = row;
    }
    longest
}

/// How many words both have in one order.
pub(super) fn order(a: &[String], b: &[String]) -> usize {
    let mut before = vec![0_usize; b.len() + 1];
    for word in a {
        let mut row = vec![0_usize; b.len() + 1];
        for (at, other) in b.iter().enumerate() {
            row[at + 1] = if word == other { before[at] + 1 } else { row[at].max(before[at + 1]) };
        }
        before = row;
    }
    before[b.len()]
}

/// The house behind an outlet's name: "Fox Online News" and "Fox News" are one.
fn house(outlet: &str) -> String {
    let found = folded(outlet);
    let bare: Vec<&str> = found
        .iter()
        .map(String::as_str)
        .filter(|word| !is_in(EDITIONS, word))
        // A port: "kolt.example:80".
        .filter(|word| found.len() == 1 || !word.chars().all(|c| c.is_ascii_digit()))
        .collect();
    if bare.is_empty() { found.join(" ") } else { bare.join(" ") }
}
