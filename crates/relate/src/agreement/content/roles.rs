//! The same verb, with the same in front of it and behind.

use super::Content;
use model::Tense;

use crate::features::{Sort, Term, Token};
use crate::ground::frame::term;
use crate::ground::words::is_in;

/// How much of the lighter statement's words the other has where it tells it within another verb's reach.
const OF_SHORTER_WITHIN: f32 = 0.85;

/// The same where the verb only lends itself to a noun for the deed.
const OF_SHORTER_LENT: f32 = 0.7;

/// How much of the heavier statement's words the other has where both are nearly the same.
const OF_BOTH: f32 = 0.75;

/// How much of the lighter role both share.
const OF_ROLE: f32 = 0.4;

/// How much of the lighter statement's words the other has where one role tells that they are one, and how much of that.
const OF_ALL: f32 = 0.9;
const OF_ONE_ROLE: f32 = 0.6;

/// People at most of whom a pronoun may mean one, so that it may be known by whom the other statement names.
const FEW: usize = 2;

/// Words that set what follows them beside the main thing.
const BESIDE: &str = "who whom whose which that if unless whether after before because since while when where although though \
    despite until than whoever whatever wherever following amid";

/// Words before a noun, though it may look like a verb.
const ARTICLES: &str = "a an the this that its their his her our";

/// Prepositions that a participle of a headline stands before.
const LEADING: &str = "on in for at over with as by after to from during near outside";

/// Verbs for what comes to everybody once, as the subject's own and as what is done to them.
const ENDED: &str = "dies died drowned";
const SUFFERED: &str = "born killed assassinated executed beheaded murdered buried";

/// Words that say of what.
const CAUSES: &str = "of from by because after due complications";

/// How much of the lighter statement's words the other has where both tell one deed of one day.
const OF_DEED: f32 = 0.5;

/// The same of what stands behind their verb, where somebody may do it more than once a day.
const OF_BEHIND: f32 = 0.6;

/// Words that mean something which two share at least that turn on one verb, or how much of the heavier one's words; and how much of
/// those where no verb tells.
const TELLING: usize = 3;
const OF_TOLD: f32 = 0.4;
const OF_LIGHTER: f32 = 0.58;
const OF_WORDED: f32 = 0.6;

/// Words that both have at least, and how much of the lighter one's, where each names others besides.
const MANY: usize = 5;
const OF_MOST: f32 = 0.75;

/// Verbs that lend themselves to a noun for what is done: "filed a suit", "issued a warning".
const LENT: &str = "file files filed filing launch launches launched issue issues issued bring brings brought conduct conducts \
    conducted open opens opened pay paid pays deliver delivered delivers sign signed";

impl Content<'_> {
    /// The same verb, with the same in front of it and behind; or a verb within the other's reach ("spent a month treating").
    pub(super) fn has_roles_of(&self, other: &Self) -> bool {
        let (x, y) = (&self.features.said, &other.features.said);
        let Some((a, b)) = x.verb.zip(y.verb) else { return x.verb.is_none() && y.verb.is_none() };
        let turned = x.passive != y.passive;
        let (front, behind) = if turned { (&y.behind, &y.front) } else { (&y.front, &y.behind) };
        let weight = |term: Term| self.weight(other, term);
        let share = |a: &[Term], b: &[Term]| self.share_of_role(other, a, b);
        let (fronts, behinds) = (share(&x.front, front), share(&x.behind, behind));
        let within = || {
            let (m, n, both) = self.shared(other);
            let (lighter, heavier) = if m < n { (self, other) } else { (other, self) };
            both >= OF_SHORTER_WITHIN * m.min(n) && lighter.is_told_in(heavier)
        };
        // "Was in custody", "was detained"; "filed a suit", "sued".
        let is_state = |light: &Self, verb: Term, told: &[Term]| {
            let (m, n, both) = self.shared(other);
            let enough = match (light.light, is_lent(&light.head)) {
                (true, _) => OF_SHORTER_WITHIN,
                (false, true) => OF_SHORTER_LENT,
                (false, false) => return false,
            };
            both >= enough * m.min(n) && told.binary_search(&verb).is_ok()
        };
        let state = || is_state(self, b, &x.behind) || is_state(other, a, &y.behind);
        if a != b && !within() && !state() {
            return false;
        }
        // Who does it here is to whom it is done there.
        if fronts <= 0.0 && share(&x.front, behind) > 0.0 && share(front, &x.behind) > 0.0 {
            return false;
        }
        let (m, n, both) = self.shared(other);
        let whom = self.means_who_is_told(other);
        // What says the same in nearly the same words fills the roles alike.
        if both >= OF_BOTH * m.max(n) && whom != Some(false) {
            return true;
        }
        if let Some(one) = whom {
            return !turned && one && behinds >= OF_ROLE;
        }
        // "Berg is a nurse", "the nurse Berg was hurt": what is said behind the one verb only names somebody before the other.
        if a == b && self.light && other.light && behinds < OF_ROLE {
            return false;
        }
        // The one says all that the other says, with most of it on one side of the same verb.
        if a == b && !turned && both >= OF_ALL * m.min(n) && fronts.max(behinds) >= OF_ONE_ROLE {
            return true;
        }
        if a != b && !turned && self.reaches(other) {
            return true;
        }
        if x.front.is_empty() || y.front.is_empty() {
            return false;
        }
        // "Pham treated him", "Pham was treated": who does it is not to whom it is done.
        let does = |term: &&Term| weight(**term) > 0.0 && self.bag.iter().any(|t| t.0 == **term && t.1 == Sort::Name);
        if turned && x.front.iter().filter(|term| y.front.binary_search(term).is_ok()).any(|term| does(&term)) {
            return false;
        }
        // In the passive, who does it may be left out, and why and when stands behind either.
        if turned {
            let besides = share(&x.behind, &y.behind);
            fronts.max(behinds) >= OF_ROLE || both >= OF_ALL * m.min(n) && besides >= OF_ONE_ROLE
        } else if fronts < OF_ROLE && a == b && behinds >= OF_ONE_ROLE {
            self.is_called_otherwise(other)
        } else {
            fronts >= OF_ROLE && (behinds >= OF_ROLE || x.behind.is_empty() && y.behind.is_empty())
        }
    }

    /// Whether its verb stands in the other as a verb, and not in what that only sets beside the main thing.
    fn is_told_in(&self, other: &Self) -> bool {
        let verb = term(&self.head);
        let told = |word: &&String| **word == self.head || word.ends_with("ing") || word.ends_with("ed");
        // "The meeting", "its filing": a noun.
        let noun = |at: usize| at > 0 && other.words[at].ends_with("ing") && is_in(ARTICLES, &other.words[at - 1]);
        // "The escaped bears were caught": what they did before.
        let own = self.words.iter().position(|word| *word == self.head).map_or(&[][..], |at| &self.words[..at]);
        let same = |word: &String| own.iter().any(|own| term(own) == term(word));
        let before = |at: usize| other.words[at].ends_with("ed") && other.words.get(at + 1).is_some_and(same);
        let noun = |at: usize| noun(at) || before(at);
        let told = |at: usize| told(&&other.words[at]) && term(&other.words[at]) == verb && !noun(at);
        let at = (0..other.words.len()).find(|&at| told(at));
        let beside = |word: &String| is_in(BESIDE, word);
        !self.light && at.is_some_and(|at| !other.words[..at].iter().any(beside))
    }

    /// Whether both turn on one verb that says something.
    pub(crate) fn has_verb_of(&self, other: &Self) -> bool {
        let verbs = (self.features.said.verb, other.features.said.verb);
        verbs.0 == verbs.1 && (verbs.0.is_none() || !self.light)
    }

    /// How heavy a term is in either.
    fn weight(&self, other: &Self, term: Term) -> f32 {
        let of = |bag: &[(Term, Sort, f32)]| bag.binary_search_by_key(&term, |t| t.0).ok().map(|at| bag[at].2);
        of(&self.bag).or_else(|| of(&other.bag)).unwrap_or(2.0)
    }

    /// How much of the lighter of two roles, as rising terms, both have.
    fn share_of_role(&self, other: &Self, a: &[Term], b: &[Term]) -> f32 {
        let sum = |terms: &[Term]| terms.iter().map(|&term| self.weight(other, term)).sum::<f32>();
        let shared = a.iter().filter(|term| b.binary_search(term).is_ok()).map(|&term| self.weight(other, term));
        let least = sum(a).min(sum(b));
        if least > 0.0 { shared.sum::<f32>() / least } else { 0.0 }
    }

    /// Whether both tell one deed of the same people: the same full verb, told as done, with half of the lighter one's words, on
    /// one day, with no name, number or part that each has for itself; or once for all. Who reads "died on 8 October" and "died
    /// in October after two weeks in hospital" has one answer to what is claimed.
    pub(crate) fn is_deed_of(&self, other: &Self) -> bool {
        let day = |content: &Self| content.features.days.filter(|(first, last)| first == last);
        let (x, y) = (&self.features.said, &other.features.said);
        let done = |content: &Self| {
            matches!(content.tense, Some(Tense::Past | Tense::Perfect)) && !content.features.said.conditional
        };
        let for_good =
            |content: &Self| is_in(if content.features.said.passive { SUFFERED } else { ENDED }, &content.head);
        let once =
            || self.subject.who.len() == 1 && for_good(self) && for_good(other) && !self.is_timed_otherwise_than(other);
        // Who spoke, met or paid may have done so more than once that day: it has to be the same that stands behind.
        let that_day = || {
            let whole = x.behind.is_empty()
                || y.behind.is_empty()
                || self.share_of_role(other, &x.behind, &y.behind) >= OF_BEHIND;
            whole && day(self).is_some_and(|days| day(other) == Some(days))
        };
        self.has_verb_of(other)
            && x.verb.is_some()
            && x.passive == y.passive
            && !self.subject.who.is_empty()
            && self.subject.who == other.subject.who
            && !self.subject.kin
            && !other.subject.kin
            && done(self)
            && done(other)
            && self.is_meant_alike(other)
            && if once() {
                // Where and amid what is told beside it names other things, and changes nothing of it.
                !self.has_other_values_than(other)
                    && (!self.tells_of_what() && !other.tells_of_what() || self.share_of_lighter(other) >= OF_DEED)
            } else {
                that_day()
                    && self.has_values_of(other)
                    && other.has_values_of(self)
                    && self.share_of_lighter(other) >= OF_DEED
            }
    }

    /// Whether both tell of the same done to the same.
    pub(crate) fn does_to_the_same(&self, other: &Self) -> bool {
        self.features.said.deed.is_some() && self.features.said.deed == other.features.said.deed
    }

    /// Whether both turn on forms of one full verb, and not only on verbs of one family: these begin alike.
    pub(crate) fn has_form_of(&self, other: &Self) -> bool {
        self.has_verb_of(other) && self.head.chars().next() == other.head.chars().next()
    }

    /// Whether both are told in the passive, or neither is.
    pub(crate) fn has_voice_of(&self, other: &Self) -> bool {
        self.features.said.passive == other.features.said.passive
    }

    /// Whether what is done, or to what, is told in other words.
    pub(crate) fn does_to_another(&self, other: &Self) -> bool {
        self.features.said.deed != other.features.said.deed
    }

    /// Whether nothing in what both say of themselves speaks against their telling one deed.
    pub(crate) fn may_be_deed_of(&self, other: &Self) -> bool {
        let also = |content: &Self| content.words.iter().any(|word| is_in("also too", word));
        self.is_meant_alike(other)
            && self.is_placed_alike(other)
            && !self.light
            && !other.light
            && !is_in(super::guards::ACTS, &self.head)
            && !self.is_beside(other)
            && !self.has_other_values_than(other)
            && self.has_counts_of(other)
            && other.has_counts_of(self)
            && also(self) == also(other)
    }

    /// Whether two that a claim holds tell the same, each in words of its own: nothing in mood, time or values parts them, they turn on
    /// one verb, or the one's stands in the other, with some words besides; or most of what both say is the same.
    pub(crate) fn tells_as(&self, other: &Self) -> bool {
        let (words, heavier) = (self.words_shared(other), self.share_of_heavier(other));
        let turns = || self.turns_as(other) && (words >= TELLING || heavier >= OF_TOLD) && !self.light && !other.light;
        let lighter = self.share_of_lighter(other);
        let enough = lighter >= OF_LIGHTER || lighter >= OF_DEED && heavier >= OF_TOLD;
        let told = enough && (turns() || words > TELLING && heavier >= OF_WORDED);
        // "Rules that she had learned while working": what the one has only beside the main thing.
        let main = |content: &Self| {
            let at = content.all.iter().position(|(word, _)| *word == content.head);
            content.features.said.verb.is_some() && at.is_some_and(|at| !content.all[at].1)
        };
        let values = self.has_values_of(other) && other.has_values_of(self);
        // Where most of the lighter one is told, each may name who else, or where, besides.
        let most = words >= MANY
            && lighter >= OF_MOST
            && self.turns_as(other)
            && self.has_counts_of(other)
            && other.has_counts_of(self);
        main(self)
            && main(other)
            && self.is_meant_alike(other)
            && self.is_placed_alike(other)
            && (values || most)
            && (told || self.is_deed_of(other))
    }

    /// Whether it says of what somebody died: a claim of its own.
    fn tells_of_what(&self) -> bool {
        let at = self.words.iter().position(|word| *word == self.head).map_or(self.words.len(), |at| at + 1);
        self.words[at..].iter().any(|word| is_in(CAUSES, word))
    }

    /// Whether both turn on one verb, or the one's stands in the other, and not in what that only sets beside the main thing.
    pub(crate) fn turns_as(&self, other: &Self) -> bool {
        self.has_verb_of(other) || self.is_told_in(other) || other.is_told_in(self)
    }

    /// Whether the verb of this one stands anywhere in the other, and that of the other in this one.
    pub(crate) fn verbs_told(&self, other: &Self) -> (bool, bool) {
        let (x, y) = (&self.features.said, &other.features.said);
        let told = |verb: Option<Term>, order: &[Token]| verb.is_some_and(|verb| order.iter().any(|t| t.term == verb));
        (told(x.verb, &y.order), told(y.verb, &x.order))
    }

    /// Whether both turn on one verb that says little by itself.
    pub(crate) fn turns_lightly_as(&self, other: &Self) -> bool {
        let verbs = self.features.said.verb.zip(other.features.said.verb);
        self.light && other.light && verbs.is_some_and(|(a, b)| a == b)
    }

    /// How heavy the words of both are, and those that they share.
    pub(super) fn shared(&self, other: &Self) -> (f32, f32, f32) {
        let has = |bag: &[(Term, Sort, f32)], term: Term| bag.binary_search_by_key(&term, |t| t.0).is_ok();
        let mass = |bag: &[(Term, Sort, f32)]| bag.iter().map(|t| t.2).sum::<f32>();
        let both = self.bag.iter().filter(|t| has(&other.bag, t.0)).map(|t| t.2).sum();
        (mass(&self.bag), mass(&other.bag), both)
    }

    /// Whether the heavier of two names the subject of the lighter one's verb, which it has within its reach.
    fn reaches(&self, other: &Self) -> bool {
        let (m, n, both) = self.shared(other);
        let (lighter, heavier) = if m < n { (self, other) } else { (other, self) };
        let names = |term: &&Term| lighter.bag.iter().any(|t| t.0 == **term && t.1 == Sort::Name);
        let mut named = lighter.features.said.subject.iter().filter(names).peekable();
        both >= OF_ALL * m.min(n)
            && lighter.is_told_in(heavier)
            && named.peek().is_some()
            && named.all(|term| heavier.bag.iter().any(|t| t.0 == *term))
    }

    /// Whether one of both is told in the passive and the other in that of a headline, which leaves out "was": "Berg arrested on
    /// suspicion of arson".
    pub(crate) fn is_clipped_beside(&self, other: &Self) -> bool {
        let (x, y) = (&self.features.said, &other.features.said);
        let active = if x.passive { other } else { self };
        let behind = active.words.iter().position(|word| *word == active.head).and_then(|at| active.words.get(at + 1));
        x.passive != y.passive
            && active.head.ends_with("ed")
            && behind.is_some_and(|word| is_in(LEADING, word))
            && x.subject.iter().any(|term| y.subject.binary_search(term).is_ok())
    }

    /// How much of the lighter one's words both have.
    pub(crate) fn share_of_lighter(&self, other: &Self) -> f32 {
        let (m, n, both) = self.shared(other);
        if m.min(n) > 0.0 { both / m.min(n) } else { 0.0 }
    }

    /// How much of the heavier one's words both have.
    pub(crate) fn share_of_heavier(&self, other: &Self) -> f32 {
        let (m, n, both) = self.shared(other);
        if m.max(n) > 0.0 { both / m.max(n) } else { 0.0 }
    }

    /// Whether both are nearly the same words.
    pub(crate) fn is_worded_as(&self, other: &Self) -> bool {
        let (m, n, both) = self.shared(other);
        both >= OF_BOTH * m.max(n)
    }

    /// Whether the one says "the virus" of what the other calls by a name that the one's document is about.
    pub(super) fn is_called_otherwise(&self, other: &Self) -> bool {
        let named = |a: &Self, b: &Self| {
            let names = |term: &&Term| b.bag.iter().any(|t| t.0 == **term && t.1 == Sort::Name);
            a.subject.definite
                && b.features.said.subject.iter().filter(names).any(|term| a.subject.about.contains(term))
        };
        named(self, other) || named(other, self)
    }

    /// Whether a pronoun of the one is known to mean whom the other names as its subject, or both may mean one; `None` where
    /// neither has one.
    pub(super) fn means_who_is_told(&self, other: &Self) -> Option<bool> {
        let named = |meant: &[u32], who: &[u32]| {
            !who.is_empty() && meant.len() <= FEW && who.iter().any(|person| meant.contains(person))
        };
        match (&self.subject.meant, &other.subject.meant) {
            (Some(ours), Some(theirs)) => Some(ours.iter().any(|person| theirs.contains(person))),
            (Some(ours), None) => Some(named(ours, &other.subject.who)),
            (None, Some(theirs)) => Some(named(theirs, &self.subject.who)),
            (None, None) => None,
        }
    }
}

fn is_lent(head: &str) -> bool {
    is_in(LENT, head)
}
