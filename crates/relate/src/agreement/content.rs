//! Whether two statements surely say the same one thing, role by role.

use std::collections::BTreeSet;

use model::{Day, EntityKind, Tense};

use crate::claims::main_bag;
use crate::features::{Features, Number, Sort, Term};
use crate::findings::Findings;
use crate::ground::frame::{is_number, term};
use crate::ground::reports::Place;
use crate::ground::words::{Word, folded, words};

/// What is held against another statement.
pub(super) struct Content<'a> {
    features: &'a Features,
    /// Its words that mean something, by term.
    bag: Vec<(Term, Sort, f32)>,
    /// All its words, folded, in order.
    words: Vec<String>,
    tense: Option<Tense>,
    /// The verb that it turns on, folded.
    head: String,
    /// The verb, where it says little by itself: "is", "had", "said".
    light: bool,
    published: Option<Day>,
    /// The people of whom its subject may be a pronoun, as indices of entities, rising; `None` where it is none.
    meant: Option<Vec<u32>>,
    /// Whether it stands with a pronoun as subject or object of which nobody knows what it means.
    dangling: bool,
}

/// What two statements are to each other.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Answer {
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
    thought believe believes believed know knows knew ask asked asks hold holds held holding";

/// Words that make it a part, a further one, or one of several, and nouns for what was only said: where only one of two
/// statements has them it speaks of others.
const PARTS: &str = "second third fourth fifth another other others additional further remaining half most some part partly \
    several only total overall combined fewer less every each either neither few many rather instead except \
    unlike longer \
    announcement statement report claim claims news offer proposal decision";

/// Pronouns that stand for a thing.
const POINTING: &str = "it they them this that these those he she him who which we us i you one ones";

/// How much of the lighter statement's words the other has, and how much of the heavier one's, at least.
const OF_SHORTER: f32 = 0.65;
const OF_LONGER: f32 = 0.2;

/// The same where the verb says little by itself.
const OF_SHORTER_LIGHT: f32 = 0.85;
const OF_LONGER_LIGHT: f32 = 0.45;

/// How much of the lighter statement's words the other has where it tells it within another verb's reach.
const OF_SHORTER_WITHIN: f32 = 0.85;

/// How much of the heavier statement's words the other has where both are nearly the same.
const OF_BOTH: f32 = 0.75;

/// How much of the lighter role both share.
const OF_ROLE: f32 = 0.4;

/// Words that set what follows them beside the main thing.
const BESIDE: &str = "who whom whose which that if unless whether after before because since while when where although though \
    despite until than";

/// Words that mean something which both have at least.
const SHARED: usize = 4;

/// Days between reports beyond which one act may be another of the same kind.
const DAYS: i32 = 14;

impl<'a> Content<'a> {
    pub(super) fn new(findings: &'a Findings<'_>, index: u32) -> Self {
        let Findings { reports, space, .. } = findings;
        let features = &space.statements[index as usize];
        let place = reports.places[index as usize];
        let statement = reports.statement(place);
        let text = reports.words_of(place);
        let found = words(text);
        let clause = statement.clause.as_ref();
        let head = clause.map(|clause| folded(reports.cut(place.document, clause.head)).into_owned());
        let is = |list: &str, word: &str| list.split_whitespace().any(|known| known == word);
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
        Self {
            features,
            bag: main_bag(&features.said),
            words: main(text, &found),
            tense: clause.map(|clause| clause.tense),
            head: head.clone().unwrap_or_default(),
            light: head.as_deref().is_none_or(|head| is(LIGHT, head)),
            published: reports.published(place.document),
            dangling: lone || object,
            meant,
        }
    }

    /// What it says beside another.
    pub(super) fn beside(&self, other: &Self) -> Answer {
        let (x, y) = (&self.features.said, &other.features.said);
        let days = self.features.days.zip(other.features.days);
        let clash = x.numbers.iter().any(|a| {
            let unit = |b: &&Number| a.unit == b.unit;
            y.numbers.iter().any(|b| unit(&b))
                && !y.numbers.iter().filter(unit).any(|b| a.low <= b.high && b.low <= a.high)
        });
        if clash
            || self.counts_otherwise(other)
            || days.is_some_and(|((a, a_end), (b, b_end))| a > b_end || b > a_end)
            || x.denied != y.denied
        {
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

    /// Whether each has a number, in words or figures, that the other has not.
    fn counts_otherwise(&self, other: &Self) -> bool {
        let lone = |a: &Self, b: &Self| a.words.iter().any(|word| is_number(word) && !b.words.contains(word));
        lone(self, other) && lone(other, self) && !self.has_numbers_of(other)
    }

    /// Whether all quantities of either are met by the other's, however they are written.
    fn has_numbers_of(&self, other: &Self) -> bool {
        let (x, y) = (&self.features.said.numbers, &other.features.said.numbers);
        let met = |a: &Number, all: &[Number]| all.iter().any(|b| a.unit == b.unit && close(a, b));
        !x.is_empty() && x.iter().all(|a| met(a, y)) || !y.is_empty() && y.iter().all(|b| met(b, x))
    }

    /// Polarity, mood and reference.
    fn is_meant_alike(&self, other: &Self) -> bool {
        let (x, y) = (&self.features.said, &other.features.said);
        let modal = |content: &Self| content.tense == Some(Tense::Modal);
        x.negated == y.negated
            && x.expected == y.expected
            && x.conditional == y.conditional
            && modal(self) == modal(other)
            && !self.dangling
            && !other.dangling
    }

    /// One occasion: times that meet, reports that lie close.
    fn is_placed_alike(&self, other: &Self) -> bool {
        let times = self.features.time.zip(other.features.time);
        let meet = times.is_none_or(|((a, a_end), (b, b_end))| a <= b_end && b <= a_end);
        let far = self.published.zip(other.published).is_some_and(|(a, b)| a.0.abs_diff(b.0) as i32 > DAYS);
        let state = |content: &Self| content.tense == Some(Tense::Present) && !content.features.said.expected;
        meet && (!far || times.is_some() || state(self) && state(other))
    }

    /// The same verb, with the same in front of it and behind; or a verb within the other's reach ("spent a month treating").
    fn has_roles_of(&self, other: &Self) -> bool {
        let (x, y) = (&self.features.said, &other.features.said);
        let Some((a, b)) = x.verb.zip(y.verb) else { return x.verb.is_none() && y.verb.is_none() };
        let turned = x.passive != y.passive;
        let (front, behind) = if turned { (&y.behind, &y.front) } else { (&y.front, &y.behind) };
        let weight = |term: Term| {
            let of = |bag: &[(Term, Sort, f32)]| bag.binary_search_by_key(&term, |t| t.0).ok().map(|at| bag[at].2);
            of(&self.bag).or_else(|| of(&other.bag)).unwrap_or(2.0)
        };
        let share = |a: &[Term], b: &[Term]| {
            let sum = |terms: &[Term]| terms.iter().map(|&term| weight(term)).sum::<f32>();
            let shared: f32 = a.iter().filter(|term| b.binary_search(term).is_ok()).map(|&term| weight(term)).sum();
            let least = sum(a).min(sum(b));
            if least > 0.0 { shared / least } else { 0.0 }
        };
        let (fronts, behinds) = (share(&x.front, front), share(&x.behind, behind));
        let within = || {
            let (m, n, both) = self.shared(other);
            both >= OF_SHORTER_WITHIN * m.min(n) && if m < n { self.is_told_in(other) } else { other.is_told_in(self) }
        };
        // "Was in custody", "was detained".
        let is_state = |light: &Self, verb: Term, told: &[Term]| light.light && told.binary_search(&verb).is_ok();
        let state = || {
            let (m, n, both) = self.shared(other);
            both >= OF_SHORTER_LIGHT * m.min(n) && (is_state(self, b, &x.behind) || is_state(other, a, &y.behind))
        };
        if a != b && !within() && !state() {
            return false;
        }
        let (m, n, both) = self.shared(other);
        // What says the same in nearly the same words fills the roles alike.
        if both >= OF_BOTH * m.max(n) {
            return true;
        }
        if let Some((ours, theirs)) = self.meant.as_ref().zip(other.meant.as_ref()) {
            return !turned && ours.iter().any(|person| theirs.contains(person)) && behinds >= OF_ROLE;
        }
        if x.front.is_empty() || y.front.is_empty() {
            return false;
        }
        // "Pham treated him", "Pham was treated": who does it is not to whom it is done.
        let does = |term: &&Term| weight(**term) > 0.0 && self.bag.iter().any(|t| t.0 == **term && t.1 == Sort::Name);
        if turned && x.front.iter().filter(|term| y.front.binary_search(term).is_ok()).any(|term| does(&term)) {
            return false;
        }
        // In the passive, who does it may be left out.
        if turned {
            fronts.max(behinds) >= OF_ROLE
        } else {
            fronts >= OF_ROLE && (behinds >= OF_ROLE || x.behind.is_empty() && y.behind.is_empty())
        }
    }

    /// Whether its verb stands in the other as a verb, and not in what that only sets beside the main thing.
    fn is_told_in(&self, other: &Self) -> bool {
        let verb = term(&self.head);
        let told = |word: &&String| **word == self.head || word.ends_with("ing") || word.ends_with("ed");
        let at = other.words.iter().position(|word| told(&word) && term(word) == verb);
        let beside = |word: &String| BESIDE.split_whitespace().any(|known| known == word);
        !self.light && at.is_some_and(|at| !other.words[..at].iter().any(beside))
    }

    /// How heavy the words of both are, and those that they share.
    fn shared(&self, other: &Self) -> (f32, f32, f32) {
        let has = |bag: &[(Term, Sort, f32)], term: Term| bag.binary_search_by_key(&term, |t| t.0).is_ok();
        let mass = |bag: &[(Term, Sort, f32)]| bag.iter().map(|t| t.2).sum::<f32>();
        let both = self.bag.iter().filter(|t| has(&other.bag, t.0)).map(|t| t.2).sum();
        (mass(&self.bag), mass(&other.bag), both)
    }

    /// Most of the lighter one's words, and enough of the heavier one's.
    fn has_words_of(&self, other: &Self) -> bool {
        let has = |bag: &[(Term, Sort, f32)], term: Term| bag.binary_search_by_key(&term, |t| t.0).is_ok();
        let count = self.bag.iter().filter(|t| has(&other.bag, t.0)).count();
        let (m, n, both) = self.shared(other);
        let light = self.light || other.light;
        let (shorter, longer) = if light && both < OF_SHORTER_WITHIN * m.min(n) {
            (OF_SHORTER_LIGHT, OF_LONGER_LIGHT)
        } else {
            (OF_SHORTER, OF_LONGER)
        };
        count >= SHARED && both >= shorter * m.min(n) && both >= longer * m.max(n)
    }

    /// Whether the other has every name, number and word of part that this one has, or has none of its kind at all.
    fn has_values_of(&self, other: &Self) -> bool {
        let wide = |features: &Features, term: Term| features.wide.binary_search_by_key(&term, |t| t.0).is_ok();
        let lacks = |a: &Self, b: &Self| a.bag.iter().any(|t| t.1 == Sort::Name && !wide(b.features, t.0));
        let names = !(lacks(self, other) && lacks(other, self));
        let set = |content: &Self, is: &dyn Fn(&str) -> bool| -> BTreeSet<String> {
            content.words.iter().filter(|word| is(word)).cloned().collect()
        };
        let numbers = |content: &Self| set(content, &is_number);
        let (ours, theirs) = (numbers(self), numbers(other));
        // Written in words here and in figures there: the quantities tell.
        let counts = ours.is_empty()
            || theirs.is_empty()
            || ours.is_subset(&theirs)
            || theirs.is_subset(&ours)
            || self.has_numbers_of(other);
        let lasting = |a: &Number| other.features.said.numbers.iter().filter(|b| b.unit == a.unit).all(|b| close(a, b));
        let parts = |content: &Self| set(content, &|word| PARTS.split_whitespace().any(|part| part == word));
        names
            && counts
            && self.features.said.numbers.iter().all(lasting)
            && parts(self) == parts(other)
            && self.leads_as(other)
    }

    /// Whether what both name stands behind no opposite word of direction: "to Guinea", "from Guinea".
    fn leads_as(&self, other: &Self) -> bool {
        let way = |words: &[String], name: &str| {
            let at = words.iter().position(|word| word == name)?;
            words[..at].iter().rev().take(3).find_map(|word| match word.as_str() {
                "from" => Some(false),
                "to" | "into" | "for" | "toward" | "towards" => Some(true),
                _ => None,
            })
        };
        let shared = self.words.iter().filter(|word| word.len() > 3 && other.words.contains(word));
        let mut ways = shared.filter_map(|word| way(&self.words, word).zip(way(&other.words, word)));
        ways.all(|(a, b)| a == b)
    }
}

/// Whether two numbers are one, as exactly as they are told: "more than 4,000" is neither "more than 4,500" nor "nearly
/// 5,000", though all three may be right.
fn close(a: &Number, b: &Number) -> bool {
    let told = |number: &Number| match (number.low > f64::MIN, number.high < f64::MAX) {
        (true, true) => f64::midpoint(number.low, number.high),
        (true, false) => number.low,
        (false, _) => number.high,
    };
    let (x, y) = (told(a), told(b));
    a.low <= b.high && b.low <= a.high && (x - y).abs() <= NEAR * x.abs().max(y.abs())
}

/// How far apart two numbers may be told that are one, as a share of the larger.
const NEAR: f64 = 0.1;

/// The words of a statement, folded, but for relative clauses between commas.
fn main(text: &str, found: &[Word<'_>]) -> Vec<String> {
    let mut kept = Vec::new();
    let mut aside = false;
    for (at, word) in found.iter().enumerate() {
        let comma = at > 0 && text[found[at - 1].end..word.start].contains([',', '—', '–']);
        if comma {
            aside = matches!(&*folded(word.text), "who" | "which" | "whose" | "whom" | "where");
        }
        if !aside {
            kept.push(folded(word.text).into_owned());
        }
    }
    kept
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
    found.sort_unstable();
    found.dedup();
    found
}
