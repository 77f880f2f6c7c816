//! Whether two statements surely say the same one thing, role by role.

mod figures;
mod guards;
mod reference;
mod roles;
mod subject;
mod values;
mod wholes;

use std::collections::BTreeSet;
use std::ops::Range;

use model::{Day, Tense};

use crate::features::{Features, Number, Sort, Term, by_the_way, turns_on};
use crate::findings::Findings;
use crate::ground::ids::digest;
use crate::ground::words::{folded, is_in, words};
use subject::Subject;

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
    /// Who or what it is of.
    subject: Subject,
    /// Its words that stand in quotation marks, folded and digested, by quotation.
    quotes: Vec<Vec<u32>>,
    /// Its numbers that tell which, by the word before: "pier 3".
    labels: Vec<(String, String)>,
    /// The words of the name of who it is that expresses, praises or condemns, where it says no more than that.
    actor: Vec<String>,
    /// Whether it is a phrase that is said of anything: "declined to give details".
    hollow: bool,
    /// Where its words stand that tell of a step towards a deed: "urged", "deadline".
    steps: Vec<usize>,
    /// Whether it stands with a pronoun as subject or object of which nobody knows what it means.
    dangling: bool,
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
        let span = clause.and_then(|clause| clause.subject).or(statement.subject);
        let subject = Subject::of(findings, place, span, !features.said.subject.is_empty());
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
        let told = span.map(|span| reports.cut(place.document, span));
        let light = head.as_deref().is_none_or(|head| is_in(LIGHT, head));
        Self {
            features,
            actor: clause
                .map_or_else(Vec::new, |clause| guards::actor(statement, clause, head.as_deref().unwrap_or_default())),
            hollow: guards::is_hollow(&own),
            staged: reference::is_staged(&own, head.as_deref().unwrap_or_default()),
            quotes: statement
                .quotes
                .iter()
                .map(|&quote| {
                    let words = words(reports.cut(place.document, quote));
                    words.iter().map(|word| digest([&*folded(word.text)]) as u32).collect()
                })
                .collect(),
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
            labels: guards::labels(text),
            tense: clause.map(|clause| clause.tense),
            head: head.clone().unwrap_or_default(),
            light,
            published: reports.published(place.document),
            all: reference::set_beside(text),
            dangling: subject.dangling || reference::has_lone_object(findings, place),
            headless: clause.is_some()
                && told.is_none_or(|told| statement.holders.len() < 2 && is_in("i we", &folded(told.trim()))),
            subject,
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
        let pointing = |content: &Self| content.subject.definite && content.tense != Some(Tense::Present);
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
            speakers.iter().any(|s| other.subject.who.contains(s) || other.features.speakers.contains(s))
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
            content.subject.meant.is_some() || content.features.said.front.iter().any(name)
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
