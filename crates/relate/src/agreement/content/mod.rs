//! Whether two statements surely say the same one thing, role by role.

mod figures;
mod guards;
mod reference;
mod roles;
mod values;
mod wholes;

use std::collections::BTreeSet;
use std::ops::Range;

use model::{Day, EntityKind, Tense};

use crate::features::{Features, Number, Sort, Space, Term, by_the_way, turns_on};
use crate::findings::Findings;
use crate::ground::ids::digest;
use crate::ground::reports::Place;
use crate::ground::words::{fold, folded, is_in, words};

/// What is held against another statement.
pub(crate) struct Content<'a> {
    features: &'a Features,
    /// Its words that mean something, by term.
    bag: Vec<(Term, Sort, f32)>,
    /// All its words, folded, in order.
    words: Vec<String>,
    /// The numbers among them, however they are written.
    figures: BTreeSet<String>,
    /// Its exact numbers of named things.
    amounts: Vec<figures::Figure>,
    /// Its words that make of what is told a part, or a further one.
    parts: BTreeSet<String>,
    /// Its numbers of which a part is taken, as [`wholes::taken`] tells.
    taken: Vec<(usize, String)>,
    /// Its words that lead somewhere or away, as [`values::ways`] tells.
    ways: Vec<(String, bool)>,
    /// What of asking, answering and leaving open is among its words.
    moods: reference::Moods,
    tense: Option<Tense>,
    /// The verb that it turns on, folded.
    head: String,
    /// The verb, where it says little by itself: "is", "had", "said".
    light: bool,
    published: Option<Day>,
    /// The people of whom its subject may be a pronoun, as indices of entities, rising; `None` where it is none.
    meant: Option<Vec<u32>>,
    /// The people in its subject, as indices of entities.
    who: Vec<u32>,
    /// The names of the people in its subject, word by word.
    called: Vec<Vec<String>>,
    /// Whether its subject is nobody of these, but theirs: "Berg's sister".
    kin: bool,
    /// The same of a subject that is all name and was read as that of a place, as a family name may be.
    bare: Vec<String>,
    /// Its words that stand in quotation marks, folded and digested, by quotation.
    quotes: Vec<Vec<u32>>,
    /// How old its subject is said to be, in years.
    age: Option<u32>,
    /// How many its subject is, as far as that is told.
    many: Option<f64>,
    /// Its numbers that tell which, by the word before: "pier 3".
    labels: Vec<(String, String)>,
    /// Whether its subject is nothing but a name, and no abbreviation of one.
    named: bool,
    /// The words of the name of who it is that expresses, praises or condemns, where it says no more than that.
    actor: Vec<String>,
    /// Whether it is a phrase that is said of anything: "declined to give details".
    hollow: bool,
    /// Where its words stand that tell of a step towards a deed: "urged", "deadline".
    steps: Vec<usize>,
    /// Whether its subject is "the" and a noun that names nobody and nothing.
    definite: bool,
    /// The terms that its document has most of, where its subject is such a noun.
    about: Vec<Term>,
    /// Whether it stands with a pronoun as subject or object of which nobody knows what it means.
    dangling: bool,
    /// The noun of its subject, where that names nobody.
    thing: Option<String>,
    /// The words of the names in its subject; none where it only points.
    subject_names: Vec<String>,
    /// All its words, folded, in order, each with whether it stands beside the main thing.
    all: Vec<(String, bool)>,
    /// Whether it only passes the word on: "our correspondent has more".
    staged: bool,
    /// Whether somebody speaks of themselves in it.
    first: bool,
    /// Whether it has a verb and nobody and nothing that does it, or an "I" or "we" that is nobody's word.
    headless: bool,
}

/// What two statements are to each other.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Answer {
    /// They surely say the same.
    Same,
    /// They may.
    Unsure,
    /// They give values that cannot be one, or one says not what the other says.
    Apart,
}

/// Verbs that need what stands behind them to say something.
const LIGHT: &str = "is are was were be been being am has have had having do does did made make makes making take takes took taken \
    get gets got getting say says said tell tells told call calls called become became becomes remain remains remained \
    include includes included go goes went gone come comes came put gives give gave given want wants wanted think thinks \
    thought believe believes believed know knows knew ask asked asks hold holds held holding expect expects";

/// Pronouns that stand for a thing.
const POINTING: &str = "it they them this that these those he she him who which we us i you one ones";

/// Words of a subject at most that stands for a name that is told before it.
const NOUNS: usize = 2;

/// How many terms of a document are what it is about.
const ABOUT: usize = 12;

/// Days between reports beyond which one act may be another of the same kind.
const DAYS: i32 = 14;

/// The same where neither names who did it.
const SCENE: i32 = 1;

/// Days of a time beyond which it tells no occasion.
const SEASON: i32 = 200;

impl<'a> Content<'a> {
    pub(crate) fn new(findings: &'a Findings<'_>, index: u32) -> Self {
        let Findings { reports, space, .. } = findings;
        let features = &space.statements[index as usize];
        let place = reports.places[index as usize];
        let statement = reports.statement(place);
        let text = reports.words_of(place);
        let clause = statement.clause.as_ref();
        let byte = |at: u32| {
            let text = &reports.texts[place.document as usize];
            text.byte(at.max(statement.span.start)) - text.byte(statement.span.start)
        };
        let head = clause.map(|clause| turns_on(text, byte(clause.head.start)..byte(clause.head.end)));
        let head = head.map(|head| folded(text.get(head).unwrap_or_default()).into_owned());
        let is = |list: &'static str, word: &str| is_in(list, word);
        let subject = clause.and_then(|clause| clause.subject).or(statement.subject);
        // A subject that is all pronoun, and that nobody was found to be meant by.
        let lone = subject.filter(|_| features.said.subject.is_empty()).and_then(|span| {
            let told = words(reports.cut(place.document, span));
            let pronoun = told.first().filter(|_| told.len() == 1).map(|word| folded(word.text).into_owned());
            pronoun.filter(|pronoun| is(POINTING, pronoun))
        });
        let meant =
            lone.as_deref().filter(|pronoun| matches!(*pronoun, "he" | "she")).map(|_| people_before(findings, place));
        let lone = lone.is_some() && meant.as_ref().is_none_or(Vec::is_empty);
        // "…, and it will", "supported them": an object that is all pronoun.
        let object = clause.is_some_and(|clause| {
            let behind = model::Span::new(clause.verb.end.min(statement.span.end), statement.span.end);
            let first = words(reports.cut(place.document, behind));
            let meant = |at: u32| statement.participants.iter().any(|m| m.span.start <= at && at < m.span.end);
            first.first().is_some_and(|word| {
                let at = behind.start + reports.cut(place.document, behind)[..word.start].chars().count() as u32;
                matches!(&*folded(word.text), "it" | "them" | "this" | "him") && !meant(at)
            })
        });
        let in_subject = |m: &&model::Mention| {
            m.kind == EntityKind::Person
                && subject.is_some_and(|span| m.span.start < span.end && span.start < m.span.end)
        };
        let definite = subject.is_some_and(|span| {
            let told = words(reports.cut(place.document, span));
            let [article, nouns @ ..] = told.as_slice() else { return false };
            folded(article.text) == "the"
                && (1..=NOUNS).contains(&nouns.len())
                && nouns.iter().all(|word| word.text.starts_with(char::is_lowercase))
        });
        let who = statement.participants.iter().filter(in_subject).filter_map(|m| findings.entities.find(&m.name));
        let words_of =
            |m: &model::Mention| words(findings.entities.shown(&m.name)).iter().map(|w| fold(w.text)).collect();
        let called: Vec<Vec<String>> = statement.participants.iter().filter(in_subject).map(words_of).collect();
        let owner = |m: &model::Mention| {
            subject.is_some_and(|span| {
                let behind = reports.cut(place.document, model::Span::new(m.span.end.min(span.end), span.end));
                behind.starts_with(['\'', '’']) && words(behind).len() > 1
            })
        };
        let mut named = statement.participants.iter().filter(in_subject);
        let kin = named.next().is_some_and(owner) && named.next().is_none();
        let found = words(text);
        let aside = by_the_way(text, &found, clause.map(|clause| byte(clause.verb.start)));
        let but_for = |timed: Option<&Range<usize>>| -> Vec<String> {
            let kept = |at: usize| !aside.iter().chain(timed).any(|range| range.contains(&at));
            found.iter().filter(|word| kept(word.start)).map(|word| folded(word.text).into_owned()).collect()
        };
        let own = but_for(None);
        // The time is held against the other's by itself, where it is not so long that it may be anything's.
        let short = features.time.is_some_and(|(first, last)| last.0 - first.0 <= SEASON);
        let timed = statement.time_span.filter(|span| short && span.start >= statement.span.start);
        let timed = timed.map(|span| byte(span.start)..byte(span.end));
        let told = subject.map(|span| reports.cut(place.document, span));
        let light = head.as_deref().is_none_or(|head| is(LIGHT, head));
        Self {
            features,
            named: told.is_some_and(guards::is_all_name),
            actor: clause
                .map_or_else(Vec::new, |clause| guards::actor(statement, clause, head.as_deref().unwrap_or_default())),
            hollow: guards::is_hollow(&own),
            staged: reference::is_staged(&own, head.as_deref().unwrap_or_default()),
            bare: told.map_or_else(Vec::new, |told| guards::bare_name(findings, told)),
            quotes: statement
                .quotes
                .iter()
                .map(|&quote| {
                    let words = words(reports.cut(place.document, quote));
                    words.iter().map(|word| digest([&*folded(word.text)]) as u32).collect()
                })
                .collect(),
            age: told.and_then(guards::age),
            bag: features.said.main_words(),
            figures: values::figures(&but_for(timed.as_ref())),
            amounts: figures::figures(statement, &aside, byte),
            parts: values::parts(&own),
            steps: guards::steps(&own),
            first: reference::is_first_person(&own),
            taken: wholes::taken(&own),
            ways: values::ways(&own),
            moods: reference::Moods::of(&own),
            words: own,
            who: who.collect(),
            many: subject.and_then(|span| guards::many(reports.cut(place.document, span), called.len())),
            labels: guards::labels(text),
            called,
            kin,
            definite,
            about: if definite { about(space, place.document) } else { Vec::new() },
            tense: clause.map(|clause| clause.tense),
            head: head.clone().unwrap_or_default(),
            light,
            published: reports.published(place.document),
            thing: told.and_then(wholes::thing),
            subject_names: told.map_or_else(Vec::new, reference::named),
            all: reference::set_beside(text),
            dangling: lone || object,
            headless: clause.is_some()
                && told.is_none_or(|told| statement.holders.len() < 2 && is("i we", &folded(told.trim()))),
            meant,
        }
    }

    /// What it says beside another.
    pub(crate) fn beside(&self, other: &Self) -> Answer {
        let (x, y) = (&self.features.said, &other.features.said);
        if self.has_other_values_than(other) || x.denied != y.denied {
            return Answer::Apart;
        }
        let same = self.is_meant_alike(other)
            && self.is_placed_alike(other)
            && self.has_roles_of(other)
            && self.has_words_of(other)
            && self.has_values_of(other)
            && other.has_values_of(self);
        if same { Answer::Same } else { Answer::Unsure }
    }

    /// Whether both give numbers or days that cannot be one.
    pub(crate) fn has_other_values_than(&self, other: &Self) -> bool {
        self.has_other_numbers_than(other) || self.has_other_days_than(other)
    }

    /// Whether both give numbers that cannot be one.
    pub(crate) fn has_other_numbers_than(&self, other: &Self) -> bool {
        let (x, y) = (&self.features.said, &other.features.said);
        let clash = x.numbers.iter().any(|a| {
            let unit = |b: &&Number| a.unit == b.unit;
            y.numbers.iter().any(|b| unit(&b))
                && !y.numbers.iter().filter(unit).any(|b| a.low <= b.high && b.low <= a.high)
        });
        clash || self.counts_otherwise(other)
    }

    /// Whether both give days that cannot be one.
    fn has_other_days_than(&self, other: &Self) -> bool {
        let days = self.features.days.zip(other.features.days);
        days.is_some_and(|((a, a_end), (b, b_end))| a > b_end || b > a_end)
    }

    /// Whether their times cannot be one, or one occasion is unlikely since their reports lie far apart.
    pub(crate) fn is_placed_otherwise_than(&self, other: &Self) -> bool {
        !self.is_placed_alike(other)
    }

    /// Whether both tell when, and the times do not meet.
    pub(crate) fn is_timed_otherwise_than(&self, other: &Self) -> bool {
        let times = self.features.time.zip(other.features.time);
        let long = |(first, last): (Day, Day)| last.0 - first.0 > SEASON;
        times.is_some_and(|(a, b)| !(a.0 <= b.1 && b.0 <= a.1 || long(a) || long(b)))
    }

    /// Whether both tell when, and the times meet.
    pub(crate) fn is_timed_as(&self, other: &Self) -> bool {
        self.features.time.is_some() && other.features.time.is_some() && !self.is_timed_otherwise_than(other)
    }

    /// Days between their reports; none where one is not known.
    pub(crate) fn days_from(&self, other: &Self) -> u32 {
        self.published.zip(other.published).map_or(0, |(a, b)| a.0.abs_diff(b.0))
    }

    /// Polarity, mood and reference.
    fn is_meant_alike(&self, other: &Self) -> bool {
        !self.features.said.negates(&other.features.said) && self.has_mood_of(other) && !self.either_dangles(other)
    }

    /// Whether one says not what the other says, or is said to deny it.
    pub(crate) fn negates(&self, other: &Self) -> bool {
        let (x, y) = (&self.features.said, &other.features.said);
        x.negates(y) || x.denied != y.denied
    }

    /// Whether in either nobody knows who does it, or it is "the action" of a report of another day: such words are told of many
    /// things alike.
    pub(crate) fn may_be_of_another_than(&self, other: &Self) -> bool {
        let pointing = |content: &Self| content.definite && content.tense != Some(Tense::Present);
        self.headless || other.headless || self.days_from(other) > 0 && (pointing(self) || pointing(other))
    }

    /// All words of both, folded and digested, in order.
    pub(crate) fn texts<'b>(&'b self, other: &'b Self) -> (&'b [u32], &'b [u32]) {
        (&self.features.said.words, &other.features.said.words)
    }

    /// Whether words of it stand in quotation marks.
    pub(crate) fn quotes(&self) -> bool {
        !self.quotes.is_empty()
    }

    /// Whether what stands in quotation marks here follows word for word in the other, and is so much of it.
    pub(crate) fn is_quoted_from(&self, other: &Self, least: usize, share: f32) -> bool {
        let all = &other.features.said.words;
        self.quotes.iter().any(|quote| {
            quote.len() >= least
                && quote.len() as f32 >= share * all.len() as f32
                && all.windows(quote.len()).any(|words| words == quote)
        })
    }

    /// Whether both are on one person's word, or the one is on that of whom the other tells.
    pub(crate) fn has_speaker_of(&self, other: &Self) -> bool {
        let told = |one: &Self, other: &Self| {
            let speakers = &one.features.speakers;
            speakers.iter().any(|s| other.who.contains(s) || other.features.speakers.contains(s))
        };
        told(self, other) || told(other, self)
    }

    /// Whether each is on the word of another person, of whom the other does not tell either.
    pub(crate) fn is_on_anothers_word(&self, other: &Self) -> bool {
        let told = |content: &Self| !content.features.speakers.is_empty();
        told(self) && told(other) && !self.has_speaker_of(other)
    }

    /// Whether either stands with a pronoun of which nobody knows what it means.
    pub(crate) fn either_dangles(&self, other: &Self) -> bool {
        self.dangling || other.dangling
    }

    /// Whether one is said to deny what the other says.
    pub(crate) fn is_denied_in(&self, other: &Self) -> bool {
        self.features.said.denied != other.features.said.denied
    }

    /// What is yet to come, holds under a condition, or only may be.
    pub(crate) fn has_mood_of(&self, other: &Self) -> bool {
        let (x, y) = (&self.features.said, &other.features.said);
        let modal = |content: &Self| content.tense == Some(Tense::Modal);
        x.expected == y.expected && x.conditional == y.conditional && modal(self) == modal(other)
    }

    /// One occasion: times that meet, reports that lie close. A year may be that of something else in the sentence ("the
    /// vote of 2016"): two years are told apart as numbers.
    fn is_placed_alike(&self, other: &Self) -> bool {
        let times = self.features.time.zip(other.features.time);
        let meet = !self.is_timed_otherwise_than(other);
        // A crowd gathers, and shells fall, again the next day; what somebody by name did is one deed for longer.
        let who = |content: &Self| {
            let name = |term: &Term| content.bag.iter().any(|t| t.0 == *term && t.1 == Sort::Name);
            content.meant.is_some() || content.features.said.front.iter().any(name)
        };
        // A count that both give to the digit is one count for longer.
        let days = if who(self) && who(other) || self.counts_as(other) { DAYS } else { SCENE };
        let far = self.published.zip(other.published).is_some_and(|(a, b)| a.0.abs_diff(b.0) as i32 > days);
        let state = |content: &Self| content.tense == Some(Tense::Present) && !content.features.said.expected;
        // What both tell in the same words of somebody by name is one deed for longer.
        let named = || {
            let name = |t: &&(Term, Sort, f32)| t.1 == Sort::Name && other.bag.iter().any(|o| o.0 == t.0);
            self.bag.iter().any(|t| name(&t)) && self.is_told_as(other)
        };
        meet && (!far || times.is_some() || state(self) && state(other) || named())
    }
}

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
