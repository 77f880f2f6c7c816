//! How the documents write and use their words: headlines in capitals tell neither which are names nor which are verbs.

use super::matters::is_matter;
use super::tokens::Token;
use crate::entities::GivenNames;
use crate::findings::Findings;
use crate::ground::countries;
use crate::ground::maps::{Map, Set};
use crate::ground::words::{Word, fold, folded, is_in, stem, words};

/// What stands before a noun.
const BEFORE_NOUNS: &str =
    "the a an this these those its his her their our no of in for on from with by at over against about";

/// What stands before a verb in its base form.
const BEFORE_VERBS: &str =
    "to will would could can may might must shall should not they we i you he she who which don't didn't doesn't won't";

/// Participles are nouns where they stand so often behind what stands before nouns.
const NOUN: u32 = 3;

/// Of so many times that a word is met one at least is in a name, for it to be written so beside a part of one.
const OFTEN: u32 = 2;

/// How many times a word is met in a name for each time that it is none, for it to be one wherever it has a capital.
const RARELY: u32 = 4;

/// How often a word is met in which way.
#[derive(Clone, Copy, Default)]
struct Met {
    capital: u32,
    upper: u32,
    lower: u32,
    noun: u32,
    verb: u32,
}

/// How the documents use their words.
pub(super) struct Usage<'a> {
    met: Map<String, (Met, &'a str)>,
    /// How many words are met.
    all: u32,
    /// Stems of the verbs that clauses turn on.
    verbs: Set<String>,
    /// Two words of a name in a row, and whether it goes on behind them.
    pairs: Map<String, bool>,
    given: &'a GivenNames,
}

impl<'a> Usage<'a> {
    pub(super) fn new(findings: &'a Findings<'a>) -> Self {
        let given = &findings.given;
        let mut found = Self { met: Map::default(), all: 0, verbs: Set::default(), pairs: Map::default(), given };
        for (document, report) in (0..).zip(findings.reports.documents.iter().copied()) {
            found.read(&report.document.text);
            for clause in report.statements.iter().filter_map(|statement| statement.clause.as_ref()) {
                found.verbs.insert(stem(&fold(findings.reports.cut(document, clause.head))));
            }
        }
        found
    }

    /// Whether a folded word is only somebody's first name.
    pub(super) fn is_first_name(&self, folded: &str) -> bool {
        self.given.is_first(folded)
    }

    /// Counts the words of a text that stand in its midst, behind one in lower case, so that a capital means something.
    fn read(&mut self, text: &'a str) {
        let found = words(text);
        let mut midst = false;
        for (at, word) in found.iter().enumerate().skip(1) {
            let last = &found[at - 1];
            let close = |from: &Word<'_>, to: &Word<'_>| text.get(from.end..to.start) == Some(" ");
            let plain = last.text.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit());
            let before = last.text;
            let was = midst;
            midst = close(last, word) && (plain || was);
            if !midst {
                continue;
            }
            let capital = |word: &Word<'_>| word.text.starts_with(char::is_uppercase);
            if was && capital(last) && capital(word) {
                let goes_on = found.get(at + 1).is_some_and(|next| close(word, next) && capital(next));
                let known = self.pairs.entry(format!("{} {}", folded(last.text), folded(word.text))).or_default();
                *known |= goes_on;
            }
            let (met, form) = match self.met.get_mut(&*folded(word.text)) {
                Some(known) => known,
                None => self.met.entry(fold(word.text)).or_default(),
            };
            self.all += 1;
            met.noun += u32::from(is_in(BEFORE_NOUNS, before));
            met.verb += u32::from(is_in(BEFORE_VERBS, before));
            if !word.text.starts_with(char::is_uppercase) {
                met.lower += 1;
            } else if word.text.len() > 1 && word.text.chars().all(|c| c.is_uppercase() || c.is_ascii_digit()) {
                met.upper += 1;
            } else {
                met.capital += 1;
                *form = word.text;
            }
        }
    }

    fn of(&self, word: &str) -> Met {
        self.met.get(word).map(|known| known.0).unwrap_or_default()
    }

    /// Whether a folded word is hardly ever met without a capital.
    pub(super) fn is_mostly_name(&self, word: &str) -> bool {
        let met = self.of(word);
        met.capital + met.upper >= met.lower * RARELY
    }

    /// How often a folded word is met.
    pub(super) fn count(&self, word: &str) -> u32 {
        let met = self.of(word);
        met.capital + met.upper + met.lower
    }

    /// How often any word is met.
    pub(super) fn count_all(&self) -> u32 {
        self.all
    }

    /// Whether clauses turn on a folded word in any of its forms.
    pub(super) fn may_be_verb(&self, word: &str) -> bool {
        self.verbs.contains(&stem(word))
    }

    /// Whether a folded word is a name, or a part of one.
    pub(super) fn is_name(&self, word: &str) -> bool {
        let met = self.of(word);
        met.capital + met.upper > met.lower || word.contains('.') || countries::country(word).is_some()
    }

    /// Whether two folded words are the midst of a name: "House Budget" of a committee.
    pub(super) fn goes_on(&self, first: &str, second: &str) -> bool {
        self.pairs.get(&format!("{first} {second}")).is_some_and(|goes_on| *goes_on)
    }

    /// Whether a folded word is met as a noun.
    pub(super) fn is_noun(&self, word: &str) -> bool {
        self.of(word).noun > 0
    }

    /// Whether a folded word is rather a verb.
    pub(super) fn is_verb(&self, word: &str) -> bool {
        let met = self.of(word);
        let verb = met.verb > met.noun || met.noun == 0 && self.verbs.contains(&stem(word));
        !self.is_name(word) && (verb || word.ends_with("ed") && met.noun < NOUN)
    }

    /// Words in a row as the texts write them; `shouted` where they stand in a headline that is all in capitals.
    pub(super) fn told(&self, words: &[&Token<'_>], shouted: bool) -> String {
        let mut told = String::new();
        for (at, word) in words.iter().enumerate() {
            let own = self.written(word.text, shouted);
            let beside = |a: usize, b: usize| {
                let pair = words.get(a).zip(words.get(b)).map(|(a, b)| format!("{} {}", a.folded, b.folded));
                pair.is_some_and(|pair| self.pairs.contains_key(&pair))
            };
            let met = self.of(&word.folded);
            let often = (met.capital + met.upper) * OFTEN >= met.lower && !is_matter(&word.folded);
            let named = shouted && often && (at > 0 && beside(at - 1, at) || beside(at, at + 1));
            told.extend((at > 0).then_some(' '));
            let mut letters = own.chars();
            match letters.next().filter(|_| named) {
                Some(first) => told.extend(first.to_uppercase().chain(letters)),
                None => told.push_str(&own),
            }
        }
        told
    }

    /// A word of a headline as the texts write it; `shouted` where the headline is all in capitals.
    pub(super) fn written(&self, word: &str, shouted: bool) -> String {
        let bare = word.trim_end_matches('.');
        if bare.contains('.') {
            return word.to_owned();
        }
        if let Some((first, rest)) = word.split_once('-') {
            return format!("{}-{}", self.written(first, shouted), self.written(rest, shouted));
        }
        let key = fold(word);
        let title = |word: &str| word.chars().take(1).chain(word.to_lowercase().chars().skip(1)).collect::<String>();
        let Some((met, form)) = self.met.get(&key) else {
            return match word.chars().count() {
                _ if !shouted => word.to_owned(),
                0..=3 => word.to_owned(),
                _ if countries::country(&key).is_some() => title(word),
                _ => word.to_lowercase(),
            };
        };
        let own = if met.lower >= met.capital + met.upper && countries::country(&key).is_none() {
            key.clone()
        } else if form.is_empty() && met.upper == 0 {
            title(&key)
        } else if met.upper > met.capital {
            key.to_uppercase()
        } else {
            fold_end(form).to_owned()
        };
        // "Berg's", "miners'".
        let end = word.char_indices().nth(key.chars().count()).map_or("", |(at, _)| &word[at..]);
        format!("{own}{}", end.to_lowercase())
    }
}

/// A word without its possessive ending.
fn fold_end(form: &str) -> &str {
    form.strip_suffix("'s").or_else(|| form.strip_suffix("’s")).unwrap_or(form)
}
