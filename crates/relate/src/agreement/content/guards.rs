//! What parts two statements whatever their words are: other people, another number of them, another place by its number.

use model::{Clause, Statement, Tense};

use super::Content;
use crate::agreement::voices::may_be_one;
use crate::features::{Number, Sort, Term};
use crate::ground::countries::country;
use crate::ground::frame::{is_number, term};
use crate::ground::lexicon::is_empty_word;
use crate::ground::roles::is_done_alone;
use crate::ground::words::{fold, folded, is_in, words};

/// A number from here on tells what is counted: four people are hurt in many places.
const TELLING: f64 = 20.0;

/// And from here on also where it is told roughly, or open on one side: "nearly 5,000".
const LARGE: f64 = 1_000.0;

/// How much more than its least a number may be that is told roughly.
const ROUGHLY: f64 = 1.5;

/// How much of the words but for names two reports share that tell one deed of two people.
const OF_THE_DEED: f32 = 0.75;

/// Numbers in which two statements differ that are of two things.
const NUMBERS: usize = 2;

/// Words that mean something up to which what both say is a formula, and up to which it says nothing of whatever "it" is.
const FORMULA: usize = 4;
const THIN: usize = 2;

/// What is counted in public, and who votes; and words beside an age.
const TALLIES: &str = "vote votes voted voting ballot ballots senators lawmakers legislators deputies members points yards goals runs \
    rebounds touchdowns scored scores dies died dead aged";

impl Content<'_> {
    /// Whether the one's subject is one, and the other's more: "four members", "a member"; "the victims", "Berg".
    pub(crate) fn is_of_more_than(&self, other: &Self) -> bool {
        let voices = self.features.said.passive == other.features.said.passive;
        voices && self.subject.many.zip(other.subject.many).is_some_and(|(a, b)| a.min(b) <= 1.0 && a.max(b) > 1.0)
    }

    /// Whether hardly anything is shared: "was listed in stable condition".
    pub(crate) fn shares_a_formula_with(&self, other: &Self) -> bool {
        self.words_shared(other) < FORMULA
    }

    /// Whether they are of other things of one kind that go by a number ("pier 3", "pier 4"), or each gives two numbers that
    /// the other has not.
    pub(crate) fn is_numbered_otherwise_than(&self, other: &Self) -> bool {
        let another = self.labels.iter().any(|(thing, number)| {
            let mut same = other.labels.iter().filter(|(other, _)| other == thing).peekable();
            same.peek().is_some() && same.all(|(_, theirs)| theirs != number)
        });
        let (ours, theirs) = (&self.figures, &other.figures);
        another || ours.difference(theirs).count().min(theirs.difference(ours).count()) >= NUMBERS
    }

    /// Whether each says it of another person by name: two things, but for a deed that one does alone, all else being told
    /// alike, of which one report names the wrong one.
    pub(crate) fn is_of_others_than(&self, other: &Self) -> bool {
        let one = |a: &[String]| other.subject.called.iter().any(|b| may_be_one(a, b));
        let named = !self.subject.called.is_empty()
            && !other.subject.called.is_empty()
            && !self.subject.called.iter().any(|a| one(a));
        // "Kolm was charged", "Berg was charged": what was read as a place is one more name.
        let beside = |person: &Self, name: &Self| {
            let far = |called: &Vec<String>| !called.iter().any(|word| name.subject.bare.contains(word));
            !person.subject.called.is_empty() && !name.subject.bare.is_empty() && person.subject.called.iter().all(far)
        };
        // A year apart may be the one report's slip.
        let aged = self.subject.age.zip(other.subject.age).is_some_and(|(a, b)| a.abs_diff(b) > 1);
        let kin = self.subject.kin != other.subject.kin
            && !self.subject.called.is_empty()
            && !other.subject.called.is_empty();
        let others = named || kin || aged || beside(self, other) || beside(other, self);
        let plain = |content: &Self| -> Vec<(Term, f32)> {
            content.bag.iter().filter(|t| t.1 != Sort::Name).map(|t| (t.0, t.2)).collect()
        };
        let (ours, theirs) = (plain(self), plain(other));
        let sum = |bag: &[(Term, f32)]| bag.iter().map(|t| t.1).sum::<f32>();
        let both: f32 = ours.iter().filter(|t| theirs.iter().any(|o| o.0 == t.0)).map(|t| t.1).sum();
        // "Berg appointed Lind", "Lind appointed Moor": two deeds.
        let whom = |content: &Self| -> Vec<Term> {
            let name = |term: &&Term| content.bag.iter().any(|t| t.0 == **term && t.1 == Sort::Name);
            content.features.said.behind.iter().filter(name).copied().collect()
        };
        let (ours_whom, theirs_whom) = (whom(self), whom(other));
        let met = ours_whom.iter().any(|term| theirs_whom.contains(term));
        let alone = is_done_alone(&self.head) && (met || ours_whom.is_empty() && theirs_whom.is_empty());
        others && !(alone && both >= OF_THE_DEED * sum(&ours).max(sum(&theirs)))
    }

    /// Whether neither counts how often, or a half, and the other not, and what stands first behind a verb that says little is said by
    /// both: "was on parole" is not "was on probation".
    pub(crate) fn is_as_exact_as(&self, other: &Self) -> bool {
        let often = |content: &Self| {
            let words = &content.words;
            words.iter().any(|word| is_in("twice thrice again repeatedly", word))
                || words.windows(2).any(|pair| pair[0] == "a" && pair[1] == "half")
        };
        let first = |content: &Self| -> Option<String> {
            let verb = content.words.iter().position(|word| *word == content.head)?;
            let grammar =
                |word: &str| is_empty_word(word) || is_in("on in at for to with of by from as a an the", word);
            content.words[verb + 1..].iter().find(|word| !grammar(word)).cloned()
        };
        let lacks = |content: &Self, word: &str| !content.words.iter().any(|own| term(own) == term(word));
        let another = self.light && other.light && self.head == other.head && {
            let firsts = first(self).zip(first(other));
            firsts.is_some_and(|(ours, theirs)| lacks(other, &ours) && lacks(self, &theirs))
        };
        often(self) == often(other) && !another
    }

    /// Whether each has nothing but a name as its subject of which the other says nothing ("Norway offered", "Berg offered"): what two
    /// do is two things. A deed that one does alone is told as a difference.
    pub(crate) fn is_of_another_name_than(&self, other: &Self) -> bool {
        let (x, y) = (&self.features.said, &other.features.said);
        let names = |content: &Self| -> Vec<Term> {
            let name = |term: &&Term| content.bag.iter().any(|t| t.0 == **term && t.1 == Sort::Name);
            content.features.said.subject.iter().filter(name).copied().collect()
        };
        let lacks = |names: &[Term], content: &Self| {
            let has = |term: &Term| {
                content.features.wide.binary_search_by_key(term, |t| t.0).is_ok()
                    || content.bag.iter().any(|t| t.0 == *term)
                    || content.features.said.subject.binary_search(term).is_ok()
            };
            !names.is_empty() && !names.iter().any(has)
        };
        let told = |content: &Self, by: &Self| {
            content.actor.iter().any(|word| by.words.contains(word) || by.actor.contains(word))
        };
        let acts = !self.actor.is_empty() && !other.actor.is_empty() && !told(self, other) && !told(other, self);
        acts || self.subject.is_name
            && other.subject.is_name
            && x.passive == y.passive
            && !is_done_alone(&self.head)
            && lacks(&names(self), other)
            && lacks(&names(other), self)
    }

    /// Whether either is a phrase that is said of anything, and not surely of one thing: by one speaker or of somebody whom both
    /// name, on one day.
    pub(crate) fn is_hollow_beside(&self, other: &Self) -> bool {
        let once = || self.days_from(other) == 0 && (self.has_speaker_of(other) || self.names_as(other));
        (self.hollow || other.hollow) && !once()
    }

    /// Whether either only says of "it" or "they" what that is, and hardly more than the word for it is shared, on another day and not
    /// on one speaker's word: "it is a difficult task".
    pub(crate) fn is_thin_beside(&self, other: &Self) -> bool {
        self.light
            && other.light
            && self.either_dangles(other)
            && self.words_shared(other) <= THIN
            && self.days_from(other) > 0
            && !self.has_speaker_of(other)
    }

    /// Whether the one tells of a step towards what the other tells as done: "urged the mayor to sign", "the mayor signed"; "set a
    /// strike deadline", "struck".
    pub(crate) fn is_step_to(&self, other: &Self) -> bool {
        let leads = |step: &Self, deed: &Self| {
            let is_done = |word: &String| term(word) == term(&deed.head);
            let lacks = |word: &String| !deed.words.iter().any(|own| term(own) == term(word));
            let open = |content: &Self| content.tense == Some(Tense::Modal) || content.features.said.expected;
            let told = |&at: &usize| {
                let word = &step.words[at];
                let behind = &step.words[at + 1..step.words.len().min(at + 1 + REACH)];
                let led = || behind.iter().skip_while(|word| !is_in(LEADS, word)).skip(1);
                // "To consider a resolution rejecting the plan".
                let drafts = |pair: &[String]| is_in(DRAFTS, &pair[0]) && pair[1].ends_with("ing") && is_done(&pair[1]);
                let would = || behind.windows(2).any(drafts);
                (is_in(LIMITS, word) && at > 0 && is_done(&step.words[at - 1])
                    || !is_in(LIMITS, word) && (led().any(is_done) || would()))
                    && lacks(word)
            };
            !step.steps.is_empty()
                && !deed.light
                && !open(deed)
                && (open(step) || !is_done(&step.head))
                && step.steps.iter().any(told)
        };
        leads(self, other) || leads(other, self) || self.is_yet_to_be(other)
    }

    /// Whether the one turns on a verb of keeping what the other's brings about: "would prevent a flood", "would cause a flood".
    pub(crate) fn is_opposite_of(&self, other: &Self) -> bool {
        let turns = |one: &Self, other: &Self| is_in(KEEPS, &one.head) && is_in(BRINGS, &other.head);
        turns(self, other) || turns(other, self)
    }

    /// Whether the one says that something is kept from happening, or has a negation anywhere, and the other not: "would prevent a
    /// flood", "likely to cause a flood".
    pub(crate) fn turns_against(&self, other: &Self) -> bool {
        let keeps = |content: &Self| content.words.iter().any(|word| is_in(KEEPS, word));
        keeps(self) != keeps(other) || (self.features.said.nots > 0) != (other.features.said.nots > 0)
    }

    /// Whether both tell how things always are, with a verb that says something: "it spreads through the air".
    pub(crate) fn is_general_as(&self, other: &Self) -> bool {
        let general =
            |content: &Self| content.tense == Some(Tense::Present) && !content.light && !content.head.ends_with("ing");
        general(self) && general(other) && !self.shares_a_formula_with(other)
    }

    /// Whether both give one number that tells what is counted.
    pub(crate) fn counts_as(&self, other: &Self) -> bool {
        let counts = |a: &Number| a.low.total_cmp(&a.high).is_eq() && a.low >= TELLING;
        let near = |a: &Number, b: &Number| a.unit == b.unit && a.low >= LARGE && a == b;
        let (x, y) = (&self.features.said.numbers, &other.features.said.numbers);
        x.iter().any(|a| y.iter().any(|b| counts(a) && a == b || near(a, b)))
    }

    /// Whether both give one number that tells what is counted, as far as they tell it exactly: "300", "about 300".
    pub(crate) fn counts_nearly_as(&self, other: &Self) -> bool {
        let (x, y) = (&self.features.said.numbers, &other.features.said.numbers);
        let told = |a: &Number| a.low >= TELLING && a.high <= ROUGHLY * a.low;
        let near =
            |a: &Number, b: &Number| a.unit == b.unit && told(a) && told(b) && a.low <= b.high && b.low <= a.high;
        x.iter().any(|a| y.iter().any(|b| near(a, b)))
    }

    /// Whether what is counted was there to be seen by all who reported it, as the votes of a chamber or the points of a game are, or is
    /// how old somebody was who died.
    pub(crate) fn counts_in_public(&self) -> bool {
        self.words.iter().any(|word| is_in(TALLIES, word))
    }

    /// Whether both name somebody or something, a day, or a number that few things have, in common.
    pub(crate) fn names_as(&self, other: &Self) -> bool {
        let days = self.features.days.zip(other.features.days);
        let named = |t: &&(Term, Sort, f32)| t.1 == Sort::Name && other.bag.iter().any(|o| o.0 == t.0);
        self.counts_as(other)
            || self.bag.iter().any(|t| named(&t))
            || self.means_who_is_told(other) == Some(true)
            || days.is_some_and(|((a, a_end), (b, b_end))| a <= b_end && b <= a_end)
    }
}

/// What is done towards a deed that may never come, with its other forms; what leads from it to the deed, so many words behind it;
/// and what is set for a deed.
const STEPS: &str = "recommend recommends recommended recommending advise advises advised urge urges urged urging propose proposes \
    proposed suggest suggests suggested predict predicts predicted predicting forecast forecasts discuss discusses discussed \
    discussing consider considers considered considering debate debated seek seeks sought seeking ask asks asked request requests \
    requested demand demands demanded call calls called calling threaten threatens threatened threatening warn warns warned vow \
    vows vowed pledge pledges pledged promise promises promised offer offers offered try tries tried trying attempt attempted";
const LEADS: &str = "to that would should will";
const DRAFTS: &str = "draft resolution bill motion proposal measure amendment order";
const REACH: usize = 12;
const LIMITS: &str = "deadline ultimatum threat ballot";

/// Verbs and words by which something does not come.
const KEEPS: &str = "prevent prevents prevented preventing avert averts averted avoid avoids avoided stop stops stopped stopping \
    block blocks blocked fail fails failed refuse refuses refused unlikely without oppose opposes opposed reject rejects rejected";

/// Verbs by which something comes.
const BRINGS: &str = "fuel fuels fueled fuelled fueling spark sparks sparked cause causes caused causing trigger triggers \
    triggered start starts started encourage encourages encouraged allow allows allowed ensure ensures ensured create creates \
    created launch launches launched support supports supported approve approves approved accept accepts accepted";

/// Where words stand that tell of a step.
pub(super) fn steps(words: &[String]) -> Vec<usize> {
    (0..words.len()).filter(|&at| is_in(STEPS, &words[at]) || is_in(LIMITS, &words[at])).collect()
}

/// Verbs of saying that do something themselves: what two people express is two things, where what they say may be one.
pub(super) const ACTS: &str = "express expressed expresses voice voiced voices condemn condemned condemns praise praised praises welcome \
    welcomed welcomes thank thanked thanks congratulate congratulated congratulates criticise criticised criticize criticized \
    apologise apologised apologize apologized";

/// The words of the name of who says it, where that is the deed told: "Norway expressed interest in the line". The names of a
/// country and of its people are one.
pub(super) fn actor(statement: &Statement, clause: &Clause, head: &str) -> Vec<String> {
    let Some(holder) = statement.holders.iter().skip(1).rfind(|_| is_in(ACTS, head)) else { return Vec::new() };
    let cued = holder.cue.is_some_and(|cue| cue.start < clause.verb.end && clause.verb.start < cue.end);
    let words = words(&holder.name);
    let told = words.iter().map(|word| fold(word.text));
    if cued { told.map(|word| country(&word).map_or(word.clone(), str::to_owned)).collect() } else { Vec::new() }
}

/// Words of a statement at most that is but a phrase.
const PHRASE: usize = 16;

/// Whether words are a phrase that is said of anything: who declines to tell more, what is to be seen, when a broadcast goes on.
pub(super) fn is_hollow(words: &[String]) -> bool {
    const PHRASES: [&[&str]; 11] = [
        &["coverage", "continues"],
        &["in", "god", "hands"],
        &["see", "what", "happens"],
        &["wait", "and", "see"],
        &["time", "will", "tell"],
        &["stay", "tuned"],
        &["no", "comment"],
        &["be", "right", "back"],
        &["available", "for", "comment"],
        &["not", "be", "reached"],
        &["no", "further", "details"],
    ];
    const DECLINES: &str = "declined declines refused refuses";
    const TELLS: &str = "comment elaborate give provide disclose discuss";
    let is = |phrase: &&[&str]| words.windows(phrase.len()).any(|told| told.iter().eq(phrase.iter()));
    let declines = |told: &[String]| is_in(DECLINES, &told[0]) && told[1] == "to" && is_in(TELLS, &told[2]);
    let pause = words.iter().any(|word| word == "back") && words.iter().any(|word| is_in("seconds moment", word));
    let welcome =
        words.iter().any(|word| word == "welcome") && words.iter().any(|word| is_in("viewers listeners", word));
    words.len() <= PHRASE && (pause || welcome || PHRASES.iter().any(is) || words.windows(3).any(declines))
}

/// The numbers of a text that stand behind what they tell which it is, and count nothing: "pier 3", "Flight 12".
pub(super) fn labels(text: &str) -> Vec<(String, String)> {
    let found = words(text);
    let word = |at: usize| found.get(at).map(|word| folded(word.text).into_owned());
    let mut labels = Vec::new();
    for at in 1..found.len() {
        let (Some(thing), Some(number)) = (word(at - 1), word(at)) else { continue };
        let touches = text[found[at - 1].end..found[at].start].trim().is_empty();
        let ends = word(at + 1).is_none_or(|next| is_empty_word(&next))
            || found.get(at + 1).is_some_and(|next| !text[found[at].end..next.start].trim().is_empty());
        let names = !is_empty_word(&thing) && !is_number(&thing) && !thing.ends_with("ed");
        if touches && ends && names && number.chars().all(|c| c.is_ascii_digit()) {
            labels.push((thing, number));
        }
    }
    labels
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_is_said_of_anything() {
        let hollow = |text: &str| is_hollow(&words(text).iter().map(|word| fold(word.text)).collect::<Vec<_>>());
        assert!(hollow("The harbour office declined to give further details") && hollow("We'll see what happens"));
        assert!(
            hollow("We all know it is in God's hands") && hollow("We want to welcome our viewers around the world")
        );
        assert!(!hollow("Berg declined to sign the pact") && !hollow("the mill will be reached by May"));
    }

    #[test]
    fn a_number_behind_a_thing_tells_which_it_is() {
        let told = |text: &str| labels(text).into_iter().map(|(a, b)| format!("{a} {b}")).collect::<Vec<_>>();
        assert_eq!(told("Three lorries burnt near pier 4, the mayor said, and flight 12 left"), ["pier 4"]);
        assert!(told("The flood killed 40 people on 3 May and drowned 12 of them").is_empty());
    }
}
