//! What speaks for and against two statements saying the same one thing.

use std::cmp::Ordering;

use model::Day;

use crate::features::{Features, Number, Said, Sort, Term, each_once};

/// How many kinds of evidence there are.
pub(crate) const KINDS: usize = KINDS_OF_EVIDENCE.len();

/// What each kind of evidence is called, in the order of [`evidence`], and whether it may speak for (1) or against (-1) the
/// two saying the same, or either way (0): what is learned keeps to it, so that the table can be read.
pub(crate) const KINDS_OF_EVIDENCE: [(&str, i8); 44] = [
    ("bias", 0),
    ("dice of the words", 1),
    ("share of the shorter one's words", 1),
    ("share of the longer one's words", 1),
    ("cosine with the sentences", 1),
    ("weight of the shared words", 1),
    ("weight of the shorter one's other words", -1),
    ("share of pairs of neighbours", 1),
    ("longest run of words", 1),
    ("all words the same", 1),
    ("share of the shorter one's plain words", 1),
    ("verb: the same", 1),
    ("verb: another", -1),
    ("verb: stands in the other", 1),
    ("subject: shared", 1),
    ("subject: another", -1),
    ("behind the verb: shared", 1),
    ("behind the verb: another", -1),
    ("roles turned round", -1),
    ("names: shared", 1),
    ("names: each has others", -1),
    ("names: one has others", -1),
    ("numbers: shared", 1),
    ("numbers: others of one unit", -1),
    ("numbers: one has others", -1),
    ("one says not", -1),
    ("both say not", 0),
    ("one looks ahead", -1),
    ("both look ahead", 0),
    ("one under a condition", -1),
    ("one day", 1),
    ("other days", -1),
    ("other days, each that of its report", -1),
    ("days between the reports", -1),
    ("one speaker", 1),
    ("nearest of their reports", 1),
    ("few words", -1),
    ("main words: share of the shorter one's", 1),
    ("main words: share of the longer one's", 1),
    ("in front of the verb: shared", 1),
    ("in front of the verb: another", -1),
    ("one may or must", -1),
    ("other days, well apart", -1),
    ("other pronouns as subjects", -1),
];

/// The evidence of one pair.
pub(crate) type Evidence = [f32; KINDS];

/// The place of a kind of evidence by its name. It is for constants alone: what is asked for by a name that there is not is not
/// compiled, and nothing is looked up while pairs are held against each other.
pub(super) const fn place_of(name: &str) -> usize {
    let mut place = 0;
    while place < KINDS {
        if is_same(KINDS_OF_EVIDENCE[place].0.as_bytes(), name.as_bytes()) {
            return place;
        }
        place += 1;
    }
    panic!("no kind of evidence has this name")
}

/// Whether two names are one; the standard library's way is none for constants.
const fn is_same(a: &[u8], b: &[u8]) -> bool {
    let mut at = 0;
    while at < a.len() && at < b.len() && a[at] == b[at] {
        at += 1;
    }
    at == a.len() && at == b.len()
}

/// How strong a kind of evidence is, by its name.
macro_rules! strength {
    ($evidence:expr, $name:literal) => {
        $evidence[const { crate::claims::evidence::place_of($name) }]
    };
}
pub(super) use strength;

/// How heavy some words are, by how rare they are.
fn mass<'a>(tokens: impl Iterator<Item = &'a (Term, Sort, f32)>) -> f32 {
    tokens.map(|token| token.2).sum()
}

/// The words of a statement, put in order once for all its pairs.
pub(super) struct Words {
    /// Each once, by term.
    bag: Vec<(Term, Sort, f32)>,
    /// As [`Said::main_words`].
    main: Vec<(Term, Sort, f32)>,
    /// Pairs of neighbours that mean something, rising.
    neighbours: Vec<(Term, Term)>,
    /// All its words as [`Said::words`] has them, rising.
    sorted: Vec<u32>,
}

impl Words {
    pub(super) fn of(said: &Said) -> Self {
        let mut neighbours: Vec<(Term, Term)> = said.order.windows(2).map(|w| (w[0].term, w[1].term)).collect();
        model::order::sort(&mut neighbours);
        let mut sorted = said.words.clone();
        model::order::sort(&mut sorted);
        let bag = each_once(said.order.iter().map(|t| (t.term, t.sort, t.rarity)).collect());
        Self { bag, main: said.main_words(), neighbours, sorted }
    }
}

/// Two statements that are looked at closely.
pub(super) struct Pair<'a> {
    pub a: &'a Features,
    pub b: &'a Features,
    /// The words of both.
    pub of: (&'a Words, &'a Words),
    /// The cosine of their words, their sentences among them.
    pub words: f32,
    /// How near this is to the best that either has in the other's report, from 0 to 1.
    pub nearest: f32,
    /// Days from the publication of the one report to that of the other; `None` where one is not known.
    pub days: Option<i32>,
}

/// What speaks for and against it, in the order of [`KINDS_OF_EVIDENCE`].
pub(super) fn evidence(pair: &Pair<'_>) -> Evidence {
    let (x, y) = (&pair.a.said, &pair.b.said);
    let (ours, theirs) = (&pair.of.0.bag, &pair.of.1.bag);
    let has = |bag: &[(Term, Sort, f32)], term: Term| bag.binary_search_by_key(&term, |t| t.0).is_ok();
    let shared = mass(ours.iter().filter(|t| has(theirs, t.0)));
    let (m, n) = (mass(ours.iter()), mass(theirs.iter()));
    let share = |part: f32, whole: f32| if whole > 0.0 { (part / whole).min(1.0) } else { 0.0 };
    let flag = |holds: bool| f32::from(u8::from(holds));
    let differ = |a: bool, b: bool| flag(a != b);
    let (run, plain) = runs((&x.words, &pair.of.0.sorted), (&y.words, &pair.of.1.sorted));
    let voices = x.passive == y.passive;
    let verbs = x.verb.zip(y.verb);
    let verb_inside = x.verb.is_some_and(|v| has(theirs, v)) || y.verb.is_some_and(|v| has(ours, v));
    let same_verb = verbs.is_some_and(|(a, b)| a == b);
    // In the passive, who does it stands behind the verb.
    let (subject, behind) = if voices { (&y.subject, &y.behind) } else { (&y.behind, &y.subject) };
    let weight = |term: Term| {
        let of = |bag: &[(Term, Sort, f32)]| bag.binary_search_by_key(&term, |t| t.0).ok().map(|at| bag[at].2);
        of(ours).or_else(|| of(theirs)).unwrap_or(2.0)
    };
    let subjects = role(&x.subject, subject, weight);
    let behinds = role(&x.behind, behind, weight);
    let turned = subjects.1 && meets(&x.subject, behind) && meets(subject, &x.behind);
    let names = names(pair, ours, theirs);
    let numbers = numbers(&x.numbers, &y.numbers);
    let days = pair.a.days.zip(pair.b.days).filter(|_| pair.a.document != pair.b.document);
    let one_day = days.is_some_and(|((a, a_end), (b, b_end))| a <= b_end && b <= a_end);
    let few = ours.len().min(theirs.len()) as f32;
    let (main, other) = (&pair.of.0.main, &pair.of.1.main);
    let in_main = mass(main.iter().filter(|t| has(other, t.0)));
    let (p, q) = (mass(main.iter()), mass(other.iter()));
    let fronts = role(&x.front, if voices { &y.front } else { &y.behind }, weight);
    let speakers = !pair.a.speakers.is_empty() && pair.a.speakers.iter().any(|s| pair.b.speakers.contains(s));
    [
        1.0,
        share(2.0 * shared, m + n),
        share(shared, m.min(n)),
        share(shared, m.max(n)),
        pair.words,
        (1.0 + shared).ln() / 3.0,
        (m.min(n) - shared).max(0.0).ln_1p() / 3.0,
        neighbours(&pair.of.0.neighbours, &pair.of.1.neighbours),
        (run as f32 / 8.0).min(1.0),
        flag(!x.words.is_empty() && x.words == y.words),
        plain,
        flag(same_verb),
        flag(verbs.is_some() && !same_verb),
        flag(!same_verb && verb_inside),
        subjects.0,
        flag(subjects.1),
        behinds.0,
        flag(behinds.1),
        flag(turned),
        names.0,
        names.1,
        names.2,
        numbers.0,
        numbers.1,
        numbers.2,
        flag(
            x.negates(y) && x.denied == y.denied
                || x.denied != y.denied && (x.negated || x.denied) != (y.negated || y.denied),
        ),
        flag((x.negated || x.denied) && (y.negated || y.denied)),
        differ(x.expected, y.expected),
        flag(x.expected && y.expected),
        differ(x.conditional, y.conditional),
        flag(one_day),
        flag(days.is_some() && !one_day),
        flag(!one_day && bulletins(days, pair.days)),
        // What is expected stays so for weeks.
        pair.days
            .filter(|_| !(x.expected && y.expected))
            .map_or(0.0, |days| (days.abs() as f32).ln_1p().min(4.0) / 4.0),
        flag(speakers),
        pair.nearest,
        (4.0 - few).max(0.0) / 4.0,
        share(in_main, p.min(q)),
        share(in_main, p.max(q)),
        fronts.0,
        flag(fronts.1),
        differ(x.modal, y.modal),
        flag(days.is_some_and(|((a, a_end), (b, b_end))| a.0 > b_end.0 + WELL_APART || b.0 > a_end.0 + WELL_APART)),
        flag(x.pronoun.zip(y.pronoun).is_some_and(|(a, b)| a != b)),
    ]
}

/// Days between two days of which no report is likely to take the one for the other.
const WELL_APART: i32 = 3;

/// Whether two statements tell of two days that lie apart as their reports do: reports of successive days tell in the same
/// words of two things. Two days in reports of one day are one thing of which one report is wrong.
fn bulletins(days: Option<((Day, Day), (Day, Day))>, published: Option<i32>) -> bool {
    days.zip(published).is_some_and(|(((a, _), (b, _)), published)| {
        let apart = b.0 - a.0;
        published != 0 && apart.signum() == published.signum() && (apart - published).abs() <= 1 + published.abs() / 4
    })
}

fn meets(a: &[Term], b: &[Term]) -> bool {
    a.iter().any(|term| b.binary_search(term).is_ok())
}

/// How much of the lighter of two roles the other holds, and whether both are filled and share nothing.
fn role(a: &[Term], b: &[Term], weight: impl Fn(Term) -> f32) -> (f32, bool) {
    if a.is_empty() || b.is_empty() {
        return (0.0, false);
    }
    let sum = |terms: &[Term]| terms.iter().map(|&t| weight(t)).sum::<f32>();
    let shared: f32 = a.iter().filter(|t| b.binary_search(t).is_ok()).map(|&t| weight(t)).sum();
    let least = sum(a).min(sum(b));
    (if least > 0.0 { shared / least } else { 0.0 }, shared == 0.0)
}

/// The longest run of words that two texts share, and how much of the shorter one's words, in any order; of both their words
/// in their order and rising.
fn runs((a, of_a): (&[u32], &[u32]), (b, of_b): (&[u32], &[u32])) -> (usize, f32) {
    let (mut i, mut j, mut shared) = (0, 0, 0_usize);
    while i < of_a.len() && j < of_b.len() {
        match of_a[i].cmp(&of_b[j]) {
            Ordering::Less => i += 1,
            Ordering::Greater => j += 1,
            Ordering::Equal => (i, j, shared) = (i + 1, j + 1, shared + 1),
        }
    }
    let least = a.len().min(b.len()) as f32;
    if shared == 0 {
        return (0, 0.0);
    }
    // How long the run is that ends with each word of the one and each of the other: from its end, one row is enough.
    let (mut longest, mut row) = (0, vec![0_u16; b.len() + 1]);
    for &word in a {
        for (at, &other) in b.iter().enumerate().rev() {
            row[at + 1] = if word == other { row[at].saturating_add(1) } else { 0 };
            longest = longest.max(row[at + 1]);
        }
    }
    (usize::from(longest), shared as f32 / least)
}

/// How many of the pairs of neighbouring words of the shorter one the other has.
fn neighbours(ours: &[(Term, Term)], theirs: &[(Term, Term)]) -> f32 {
    let least = ours.len().min(theirs.len());
    if least == 0 {
        return 0.0;
    }
    let shared = ours.iter().filter(|pair| theirs.binary_search(pair).is_ok()).count();
    (shared as f32 / least as f32).min(1.0)
}

/// Names that both have; how far each has names that the other has not, their sentences among them; and how far one has.
fn names(pair: &Pair<'_>, ours: &[(Term, Sort, f32)], theirs: &[(Term, Sort, f32)]) -> (f32, f32, f32) {
    let named = |bag: &[(Term, Sort, f32)]| bag.iter().filter(|t| t.1 == Sort::Name).map(|t| t.0).collect::<Vec<_>>();
    let (a, b) = (named(ours), named(theirs));
    let wide = |features: &Features, term: Term| features.wide.binary_search_by_key(&term, |t| t.0).is_ok();
    let shared = a.iter().filter(|t| wide(pair.b, **t)).count() + b.iter().filter(|t| wide(pair.a, **t)).count();
    let lack = |names: &[Term], other: &Features| names.iter().filter(|t| !wide(other, **t)).count() as f32;
    let (x, y) = (lack(&a, pair.b), lack(&b, pair.a));
    let all = (a.len() + b.len()).max(1) as f32;
    (shared as f32 / all, x.min(y).min(2.0) / 2.0, x.max(y).min(3.0) / 3.0)
}

/// Numbers that both have, that differ of one unit, and that one alone has.
fn numbers(a: &[Number], b: &[Number]) -> (f32, f32, f32) {
    let meet = |x: &Number, y: &Number| x.unit == y.unit && x.low <= y.high && y.low <= x.high;
    let lone = |of: &[Number], other: &[Number]| of.iter().filter(|x| !other.iter().any(|y| meet(x, y))).count();
    let shared = a.iter().filter(|x| b.iter().any(|y| meet(x, y))).count().min(2) as f32 / 2.0;
    let clash = a.iter().any(|x| {
        let same_unit = |y: &&Number| x.unit == y.unit;
        b.iter().any(|y| same_unit(&y)) && !b.iter().any(|y| meet(x, y))
    });
    let (x, y) = (lone(a, b), lone(b, a));
    (shared, f32::from(u8::from(clash)), x.max(y).min(2) as f32 / 2.0)
}
