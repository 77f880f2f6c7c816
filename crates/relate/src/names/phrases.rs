//! The phrase that most of a story's reports share, in their headlines and in what they tell: "Canada corn ruling".

use std::collections::BTreeSet;

use super::matters::{counts, is_doing, is_happening, is_matter, is_weak};
use super::tokens::{Token, tokens};
use super::usage::Usage;
use crate::ground::countries;
use crate::ground::words::is_in;

/// What one report has to do with a story.
pub(super) struct Told<'a> {
    pub headline: Vec<Token<'a>>,
    pub shouted: bool,
    /// Whether words of it that mean something have no capital, so that those that have one are names.
    pub plain: bool,
    /// Whether its headline is only the beginning of a sentence of its text.
    pub cut: bool,
    /// The terms of its headline.
    pub head: BTreeSet<String>,
    /// The sentences in which it tells the story, word by word.
    pub sentences: Vec<Vec<Token<'a>>>,
    /// The terms of these.
    pub own: BTreeSet<String>,
}

impl<'a> Told<'a> {
    pub(super) fn new(title: &'a str, text: &str, sentences: Vec<&'a str>) -> Self {
        let headline = tokens(title);
        let sentences: Vec<Vec<Token<'a>>> = sentences.into_iter().map(tokens).collect();
        Self {
            cut: is_cut(title, text) || headline.last().is_some_and(|last| is_in(OPEN, &last.folded)),
            shouted: !title.contains(char::is_lowercase),
            plain: headline.iter().filter(|w| w.text.starts_with(char::is_lowercase) && !w.term.is_empty()).count() > 1,
            head: terms(&headline),
            own: model::order::gather(sentences.iter().flat_map(|sentence| terms(sentence))),
            headline,
            sentences,
        }
    }

    /// Whether its headline or what it tells has a term.
    pub(super) fn has(&self, term: &String) -> bool {
        self.head.contains(term) || self.own.contains(term)
    }
}

/// Words with which no headline ends.
const OPEN: &str = "the a an that this and or but with to of for from at by on in than as is are was were its his her their into over \
    about after before";

/// Whether a text goes on behind its title without a mark, or in a new line with a small letter: "Olaf Lind and two others of
/// the".
fn is_cut(title: &str, text: &str) -> bool {
    let behind = text.find(title).filter(|_| !title.is_empty()).map(|at| &text[at + title.len()..]);
    let behind = behind.map(|behind| behind.strip_prefix('.').unwrap_or(behind));
    let same =
        behind.and_then(|behind| behind.strip_prefix(' ')).is_some_and(|next| next.starts_with(char::is_alphanumeric));
    same || behind.is_some_and(|behind| {
        let next = behind.trim_start();
        next.len() < behind.len() && next.starts_with(char::is_lowercase)
    })
}

/// The terms of words that mean something.
pub(super) fn terms(words: &[Token<'_>]) -> BTreeSet<String> {
    model::order::gather(words.iter().map(|word| &word.term).filter(|term| !term.is_empty()).cloned())
}

/// A phrase that names a story, with how well.
pub(super) struct Phrase {
    pub text: String,
    pub terms: BTreeSet<String>,
    score: f32,
    /// Of how many reports the headline has all of it.
    pub heads: usize,
    /// Whether it tells what happened, of nobody and nowhere.
    pub placeless: bool,
}

/// Words before a noun for a matter, at most, and behind it with a preposition.
const BEFORE: usize = 5;
const BEHIND: usize = 4;

/// What joins a noun for a matter with whom or what it is about.
const JOINS: &str = "of in on at for against with over between";

/// Nouns of what one does to another, behind a name that may be either's.
const ONE_WAY: &str = "purchase purchases sale sales acquisition buyout takeover lawsuit suit";

/// Parts of names that stand before them.
const PARTS: &str = "new north south east west northern southern eastern western saint st san los las el al";

/// What may stand before a phrase of a sentence, for it to be one.
const OPENS: &str =
    "the a an this that these those its his her their our no of in for on from with by at over against about";

/// The phrases that name what `told` tell, the best first.
pub(super) fn phrases(usage: &Usage<'_>, told: &[Told<'_>]) -> Vec<Phrase> {
    let mut found: Vec<Phrase> = Vec::new();
    let mut seen: BTreeSet<String> = BTreeSet::new();
    for report in told {
        let headline = std::iter::once((&report.headline, true));
        for (words, head) in headline.chain(report.sentences.iter().map(|sentence| (sentence, false))) {
            for at in (0..words.len()).filter(|&at| is_matter(&words[at].folded)) {
                for (from, to) in spans(words, at) {
                    let Some(terms) = made(usage, words, (from, to), head) else { continue };
                    // A sentence is written as it is, and a headline in which some words have no capital.
                    let text = if head && !report.plain {
                        usage.told(&words[from..to].iter().collect::<Vec<_>>(), report.shouted)
                    } else {
                        words[from..to].iter().map(|word| word.text).collect::<Vec<_>>().join(" ")
                    };
                    if seen.insert(text.to_lowercase()) {
                        found.extend(weighed(usage, told, (&words[from..to], text), terms, head));
                    }
                }
            }
        }
    }
    model::order::sort_by(&mut found, |a, b| b.score.total_cmp(&a.score).then_with(|| a.text.cmp(&b.text)));
    found
}

/// The stretches of words around the noun at `at` that nothing sets apart: it with what stands before it, and with what a
/// preposition joins to it.
fn spans(words: &[Token<'_>], at: usize) -> Vec<(usize, usize)> {
    let first = (at.saturating_sub(BEFORE)..=at).rev().take_while(|&from| from == at || !words[from + 1].apart).last();
    let first = first.unwrap_or(at);
    let mut spans: Vec<(usize, usize)> = (first..at).map(|from| (from, at + 1)).collect();
    if words.get(at + 1).is_some_and(|word| !word.apart && is_in(JOINS, &word.folded)) {
        let ends = (at + 2..words.len().min(at + 2 + BEHIND)).take_while(|&end| !words[end].apart);
        for end in ends {
            // The phrase goes on to where a mark or a word of grammar ends it.
            let open = words.get(end + 1).is_some_and(|next| !next.apart && !next.term.is_empty());
            if !open {
                spans.extend((first.max(at.saturating_sub(2))..=at).map(|from| (from, end + 1)));
            }
        }
    }
    spans
}

/// The terms of a stretch of words, where that is a phrase which can name something.
fn made(usage: &Usage<'_>, words: &[Token<'_>], (from, to): (usize, usize), head: bool) -> Option<BTreeSet<String>> {
    let own = &words[from..to];
    let (first, last) = (own.first()?, own.last()?);
    if first.term.is_empty() && !is_in(PARTS, &first.folded) || last.term.is_empty() {
        return None;
    }
    let is_capital = |word: &Token<'_>| word.text.starts_with(char::is_uppercase);
    for (at, word) in own.iter().enumerate() {
        let name = usage.is_name(&word.folded);
        let grammar = word.term.is_empty() && !is_in(PARTS, &word.folded);
        if grammar && !is_in(JOINS, &word.folded) || counts(&word.folded) && !name {
            return None;
        }
        if word.text.starts_with(|c: char| !c.is_alphabetic()) {
            return None;
        }
        // "Approves trade bill", "Berg's accord".
        if !grammar && !is_matter(&word.folded) && usage.is_verb(&word.folded) {
            return None;
        }
        let owner = word.text.ends_with("'s") || word.text.ends_with("’s") || name && word.text.ends_with(['\'', '’']);
        if owner && countries::country(&word.folded).is_none() {
            return None;
        }
        if is_matter(&word.folded) && !head && is_capital(word) {
            return None;
        }
        if at == 0 && word.folded.ends_with("ing") && !is_matter(&word.folded) && !name {
            return None;
        }
    }
    // "Lund may drop tariffs": what is done, and no matter.
    let modal = "may might to will would could can must should shall not who";
    if from.checked_sub(1).is_some_and(|at| !first.apart && is_in(modal, &words[at].folded)) {
        return None;
    }
    // A name is told whole.
    if let Some(before) = from.checked_sub(1).map(|at| &words[at]).filter(|_| !first.apart) {
        let cut = is_in(PARTS, &before.folded) || usage.is_name(&before.folded) && usage.is_name(&first.folded);
        let country = countries::country(&before.folded).is_some();
        if cut && !country || !head && !is_in(OPENS, &before.folded) && !country {
            return None;
        }
    } else if !head {
        return None;
    }
    let after = words.get(to).filter(|next| !next.apart);
    if !head && after.is_some_and(is_capital) {
        return None;
    }
    // "Debt" of "debt conflicts", "Budget" of "the House Budget Committee".
    let goes_on =
        |next: &Token<'_>| usage.is_noun(&next.folded) && !next.term.is_empty() && !usage.is_verb(&next.folded);
    if after.is_some_and(goes_on)
        || own.windows(2).any(|pair| is_matter(&pair[1].folded) && usage.goes_on(&pair[0].folded, &pair[1].folded))
    {
        return None;
    }
    // "Victims of unrest in Arlen": who they are, and not what it is.
    let matter = own.iter().position(|word| is_matter(&word.folded));
    if own.iter().position(|word| is_in(JOINS, &word.folded)).zip(matter).is_some_and(|(join, matter)| join < matter) {
        return None;
    }
    // "Norwegians air strike": whoever has it so has left a word out; "unrest against Olaf" is not told whole.
    let several = own[..own.len() - 1].iter().any(|word| is_people_of(&word.folded));
    if several || own.len() > 1 && usage.is_first_name(&last.folded) {
        return None;
    }
    // "Lund purchase": who buys, and what?
    let of = own.iter().any(|word| word.folded == "of");
    let one_way = matter.filter(|&at| at > 0 && is_in(ONE_WAY, &own[at].folded) && !of);
    if one_way.is_some_and(|at| usage.is_name(&own[at - 1].folded)) {
        return None;
    }
    // "Unions attack", as a headline has it.
    let several = own.len() > 1 && own[own.len() - 2].text.to_lowercase().ends_with('s') && is_doing(&last.folded);
    if several && countries::country(&own[own.len() - 2].folded).is_none() {
        return None;
    }
    let joined = own.iter().any(|word| is_in(JOINS, &word.folded));
    let more = |next: &Token<'_>| matches!(next.folded.as_str(), "and" | "or");
    if joined && (!usage.is_name(&last.folded) || after.is_some_and(more)) {
        return None;
    }
    Some(terms(own)).filter(|terms| terms.len() > 1)
}

/// The share of a story's reports that have all of a phrase, at least, and that tell it in the story itself.
const FULL: f32 = 0.6;
const OWN: f32 = 0.5;

/// The share with which no headline is needed, and that of headlines otherwise.
const SURE: f32 = 0.75;
const HEADS: f32 = 0.3;

/// The share of headlines from which on a phrase without a name names something.
const HALF: f32 = 0.5;

/// Of so many sentences that tell a story one at least has each name in its own, but for countries.
const SPOKEN_OF: usize = 5;

/// A phrase with how well it names a story; `None` where it does not.
fn weighed(
    usage: &Usage<'_>,
    told: &[Told<'_>],
    (words, text): (&[Token<'_>], String),
    terms: BTreeSet<String>,
    head: bool,
) -> Option<Phrase> {
    let all = told.len() as f32;
    let share = |has: &dyn Fn(&Told<'_>) -> bool| told.iter().filter(|report| has(report)).count() as f32 / all;
    let full = share(&|report| terms.iter().all(|term| report.has(term)));
    let lacks = usize::from(terms.len() > 2);
    let own = share(&|report| terms.iter().filter(|&term| !report.own.contains(term)).count() <= lacks);
    let heads = told.iter().filter(|report| terms.is_subset(&report.head)).count();
    let in_heads = heads as f32 / all;
    if full < FULL || own < OWN || full < SURE && in_heads < HEADS {
        return None;
    }
    // Whom or what a story names by the way only names it not: "Lund council talks" on the herring of Corby.
    let sentences = || told.iter().flat_map(|report| &report.sentences);
    let often = |word: &Token<'_>| {
        let has = sentences().filter(|sentence| sentence.iter().any(|other| other.term == word.term)).count();
        has * SPOKEN_OF >= sentences().count()
    };
    let name = |word: &Token<'_>| {
        !word.term.is_empty() && usage.is_name(&word.folded) && countries::country(&word.folded).is_none()
    };
    if !words.iter().filter(|word| name(word)).all(often) {
        return None;
    }
    let named = words.iter().any(|word| usage.is_name(&word.folded));
    let from = if named { None } else { country(told) };
    // "Travel ban", "trade deficit": whose, and where? What no headline has needs a name of its own.
    let happens = words.iter().any(|word| is_happening(&word.folded));
    let enough = named || from.is_some() || happens && in_heads >= HALF;
    if !enough || !head && !named {
        return None;
    }
    // "U.S. summit", "White House deal": of which there are many.
    let plain = words.iter().filter(|word| !word.term.is_empty() && !is_matter(&word.folded));
    let only_names = plain.clone().all(|word| usage.is_name(&word.folded));
    let only_country = plain.clone().all(|word| countries::country(&word.folded).is_some());
    let matter = words.iter().rev().find(|word| is_matter(&word.folded));
    let weak =
        matter.is_some_and(|word| is_weak(&word.folded)) && words.iter().filter(|w| is_matter(&w.folded)).count() < 2;
    if weak && only_names || only_country && in_heads < HALF {
        return None;
    }
    let score = full * (terms.len() as f32).sqrt() + 0.3 * own + 0.8 * in_heads + if head { 0.3 } else { 0.0 };
    let of_country = from.is_some();
    let text = from.map_or(text.clone(), |country| format!("{} {text}", usage.written(&country, true)));
    Some(Phrase {
        placeless: !named && happens && !of_country,
        text,
        terms,
        score: score + if named { 0.5 } else { 0.0 },
        heads,
    })
}

/// Whether a folded word for a country is one for its people: "norwegians".
fn is_people_of(folded: &str) -> bool {
    folded.strip_suffix('s').is_some_and(|one| one.ends_with("an") && countries::country(one).is_some())
}

/// The country, or the body that everybody abbreviates, which most reports of a story name and whose headlines do, as one
/// of them writes it.
fn country(told: &[Told<'_>]) -> Option<String> {
    let of = |word: &&Token<'_>| {
        countries::country(&word.folded).is_some() || word.text == "EC" || word.text == "EU" || word.text == "UN"
    };
    let mut best: Option<(usize, &str, &str)> = None;
    // As a headline begins: "America" of "Central America" is another.
    for word in told.iter().filter_map(|report| report.headline.first()).filter(of) {
        let count = told.iter().filter(|report| report.head.contains(&word.term)).count();
        let all = told.iter().filter(|report| report.has(&word.term)).count();
        let better = best.is_none_or(|(most, term, _)| count > most && term != word.term);
        if better && count * 10 >= told.len() * 3 && all * 4 >= told.len() * 3 {
            best = Some((count, &word.term, word.text));
        }
    }
    best.map(|(_, _, text)| text.trim_end_matches("'s").to_owned())
}

#[cfg(test)]
mod tests {
    use super::{Told, is_cut};

    #[test]
    fn a_headline_that_its_text_goes_on_with_is_cut() {
        let title = "Anna Berg voiced alarm on the ferry over reports";
        assert!(is_cut(title, "Anna Berg voiced alarm on the ferry over reports\nof a leak."));
        assert!(is_cut(title, "Anna Berg voiced alarm on the ferry over reports of a leak."));
        assert!(!is_cut(title, "Anna Berg voiced alarm on the ferry over reports\nThe ferry leaks."));
        assert!(Told::new("Anna Berg sails to Corby for talks with", "The ferry leaks.", Vec::new()).cut);
    }
}
