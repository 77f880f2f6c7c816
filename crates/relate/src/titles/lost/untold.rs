//! Words that leave open of what a title speaks, though each of them is plain: "equally sure", "a fifth victim", "the
//! League", "was elected".

use model::calendar::MONTHS;

use crate::ground::countries::country;
use crate::ground::frame::is_number;
use crate::ground::words::{Word, fold, words};
use crate::titles::lexicon;
use crate::titles::lost::matter;

/// What compares with, or follows from, what stands elsewhere.
const COMPARED: &str = "equally accordingly likewise similarly";

/// What stands behind an object, which is then no word of a noun: "described her as".
const BEHIND_OBJECT: &str = "as to in on at for from with and or but that when while after before by into out up down off \
    away back over about because without until since if again";

/// Common nouns that stand with a capital for a longer name that was told before: "the League", "the Games".
const SHORT: &str = "games league council summit court committee commission department ministry center centre square \
    hospital school university college agency administration board company bank corporation society corps alliance convention conference bill act \
    office church institute association organization organisation group treaty brigade club party union bureau embassy \
    tribunal fund foundation exchange airport station bridge county city coalition federation movement authority secretary general \
    colonel sheriff mayor governor bishop festival museum hotel district province region village island";

/// People to whom something befell or who did it, of which the event tells which.
const OF_EVENT: &str = "victim victims suspect suspects gunman gunmen shooter shooters attacker attackers deceased \
    survivor survivors hostage hostages wounded casualties assailant assailants";

/// What befell several, and to whom.
const BEFALLEN: &str = "deaths bodies shootings killings attacks crashes patients injuries incidents";

/// What somebody said or decided, of which each has much.
const SAID: &str = "statement remark remarks comment comments announcement announcements decision move view views \
    position response reaction claim claims appeal request offer suggestion idea criticism criticisms assertion accusation \
    withdrawal refusal rejection involvement participation \
    accusations allegation allegations words concerns proposal";

/// Words behind what somebody said that begin of what it is.
const ABOUT: &str = "about on that to of for from at against regarding over toward towards in with";

/// What is put into or out of an office, which has to be told.
const INTO_OFFICE: &str = "elected reelected appointed nominated selected chosen promoted";

/// Participles that need a place or a name behind them.
const PLACED: &str = "based located situated known named called considered regarded described deemed aimed supposed \
    designed composed comprised titled entitled established founded formed";

/// Verbs that need of what, with or against whom, where their object is a person.
const OF_WHAT: &str = "accused accuses accusing accuse";

/// Verbs without an object that say little without on or with what.
const ON_WHAT: &str = "backtracked backtrack reacted responded replied retaliated complied cooperated relented balked \
    disagreed objected interfered intervened participated pounced reversed arrived";

/// Whether a title leaves open of what it speaks.
pub(in crate::titles) fn is_untold(text: &str) -> bool {
    let found = words(text);
    let title = Title { text, lower: found.iter().map(|w| fold(w.text)).collect(), found };
    (0..title.found.len()).any(|at| title.leaves_open(at)) || matter::is_without(text)
}

struct Title<'a> {
    text: &'a str,
    found: Vec<Word<'a>>,
    lower: Vec<String>,
}

impl Title<'_> {
    fn word(&self, at: usize) -> &str {
        self.lower.get(at).map_or("", String::as_str)
    }

    fn before(&self, at: usize) -> &str {
        at.checked_sub(1).map_or("", |at| self.word(at))
    }

    /// What stands between a word and the one before.
    fn gap(&self, at: usize) -> &str {
        match (at.checked_sub(1).and_then(|before| self.found.get(before)), self.found.get(at)) {
            (Some(before), Some(word)) => &self.text[before.end..word.start],
            (Some(before), None) => &self.text[before.end..],
            _ => "",
        }
    }

    fn is_name(&self, at: usize) -> bool {
        self.found.get(at).is_some_and(|w| w.text.starts_with(char::is_uppercase))
    }

    fn leaves_open(&self, at: usize) -> bool {
        let (word, next) = (self.word(at), self.word(at + 1));
        let ends = at + 1 == self.found.len() || self.gap(at + 1) != " ";
        lexicon::has(COMPARED, word)
            || word == "so" && lexicon::has("do does did doing done", self.before(at))
            || word == "happened" && self.before(at) == "what" && (ends || lexicon::has("and or but", next))
            || lexicon::has(BEFALLEN, word)
                && lexicon::has("all both these", self.word(at.saturating_sub(2)))
                && next != "of"
            || lexicon::has(BEFALLEN, word) && lexicon::has("all both these", self.before(at)) && next != "of"
            || word == "her" && (ends || lexicon::has(BEHIND_OBJECT, next))
            || matches!(word, "its" | "his" | "her" | "their") && self.is_of_nobody(at)
            || word == "the" && (self.is_short(at + 1) || self.is_some_congress(at))
            || lexicon::has(OF_EVENT, word) && !self.is_name(at) && self.is_some_victim(at)
            || lexicon::has(SAID, word) && self.is_somebodys(at) && (ends || !lexicon::has(ABOUT, next))
            || lexicon::has(SAID, word)
                && lexicon::has("his her their its", self.before(at))
                && (ends || next == "in" && self.is_date(at + 2))
            || word == "nearby" && lexicon::has("the a an two three several in to at from", self.before(at))
            || word == "all" && is_number(next) && at + 3 == self.found.len()
            || lexicon::has(INTO_OFFICE, word) && self.is_passive(at) && self.is_no_office(at + 1)
            || lexicon::has(PLACED, word) && self.is_passive(at) && at + 1 == self.found.len()
            || word == "statement"
                && at + 1 == self.found.len()
                && lexicon::has("a another", self.before(at))
                && lexicon::has("issued released made published", self.word(at.saturating_sub(2)))
            || lexicon::has("areas parts places cases", word)
                && lexicon::has("most some many several other", self.before(at))
                && at + 1 == self.found.len()
            || word == "time" && self.before(at) == "the" && self.word(at.saturating_sub(2)) == "at" && ends && at > 2
            || word == "doing" && next == "so"
            // "Corby has not done that", "is a friend of mine".
            || ends && (word == "that" && lexicon::has("do does did done doing", self.before(at)) || word == "mine" && self.before(at) == "of")
            // "Is junior co-manager with two million": of what?
            || word == "manager" && self.before(at) == "co" && !self.lower.iter().any(|w| lexicon::has("of for", w))
            // "The report forecast no change": of what?
            || word == "change" && self.before(at) == "no" && !lexicon::has("in of to from", next)
            || lexicon::has("developments steps", word) && lexicon::has("the new", self.before(at)) && !lexicon::has("in of to", next)
            || word == "parallel" && next == "with" && self.before(at) == "a" && !self.lower.iter().any(|w| w == "between")
            // "Vowed not to let Corby develop one that could fly": one of what?
            || word == "one" && lexicon::has("that which who", next) && at > 0 && !self.is_name(at)
                && !lexicon::has("the every no any each this that is was as be", self.before(at))
                && !lexicon::has("the this that", self.word(at.saturating_sub(2)))
            // "A summit between the two leaders": which two?
            || lexicon::has("leaders countries sides nations men women companies", word) && self.before(at) == "two"
                && self.word(at.saturating_sub(2)) == "the" && at > 1 && !self.lower[..at].iter().any(|w| w == "and")
            // "Weighs two sets of requirements": which?
            || word == "sets" && next == "of" && at + 3 == self.found.len()
            // "The bonds, CTs, were offered": an abbreviation of what its report alone explains.
            || word != "us" && self.before(at) == "the" && self.is_short_plural(at)
            || word == "part" && next != "in" && lexicon::has("take takes took taken taking", self.before(at))
            // "Mayors will attend along with Olaf Lind": what?
            || lexicon::has("attend attends", word) && lexicon::has("along with at on", next)
            // "Harrow Lines holds 25 pct": of what?
            || lexicon::has("pct percent", word) && lexicon::has("holds owns hold own", self.word(at.saturating_sub(2))) && self.says_no_share(at + 1)
            || word == "exception" && next != "to" && lexicon::has("an no", self.before(at))
            || lexicon::has(OF_WHAT, word) && !self.lower[at..].iter().any(|w| w == "of")
            || lexicon::has(ON_WHAT, word) && self.says_no_more(at + 1)
            || word == "arrived" && next == "for" && !self.lower[at..].iter().any(|w| lexicon::has("in at from on", w))
            || lexicon::has("duties tariffs penalties fines", word) && !self.says_on_what()
            || lexicon::has("month quarter period half", word) && self.before(at) == "the" && self.is_of_some_period(at)
            || lexicon::has("second third fourth fifth sixth last next", word)
                && lexicon::has("is was are were came come comes finished ranked ranks placed", self.before(at))
                && (ends || lexicon::has("at with behind after", next))
    }

    /// "CTs", "FRNs": an abbreviation in the plural, of two letters.
    fn is_short_plural(&self, at: usize) -> bool {
        let bare = self.found[at].text.strip_suffix('s').unwrap_or_default();
        bare.len() == 2 && bare.bytes().all(|b| b.is_ascii_uppercase())
    }

    /// Whether a month or a year stands at `at`.
    fn is_date(&self, at: usize) -> bool {
        let word = self.word(at);
        MONTHS.contains(&word) || word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit())
    }

    /// "Holds 25 pct, Corby 15 pct": of what a share is held.
    fn says_no_share(&self, at: usize) -> bool {
        !self.lower.iter().skip(at).any(|word| lexicon::has("of in", word))
    }

    /// "Duties were set": on what?
    fn says_on_what(&self) -> bool {
        self.lower.iter().any(|word| lexicon::has("on against for over from", word))
    }

    /// "For the month": which one a title can't say.
    fn is_of_some_period(&self, at: usize) -> bool {
        at > 1 && lexicon::has("for in during over", self.word(at - 2)) && self.word(at + 1) != "of"
    }

    /// "Delta, its best customer": whose, only something told before can say.
    fn is_of_nobody(&self, at: usize) -> bool {
        if !self.gap(at).contains(',') || at == 0 || !self.is_name(at - 1) {
            return false;
        }
        let run = (0..at).rev().take_while(|&before| self.is_name(before)).count();
        let first = at - run;
        // What begins a title stands with a capital anyhow.
        let begins = |at: usize| at == 0 && (self.word(0).ends_with('s') || lexicon::is_determiner(self.word(0)));
        !(0..first).any(|at| self.is_name(at) && !begins(at))
    }

    /// Whether the word at `at`, behind "the", stands for a longer name.
    fn is_short(&self, at: usize) -> bool {
        let word = self.word(at);
        let capital = self.is_name(at) && self.found[at].text.chars().skip(1).all(char::is_lowercase);
        let whole = self.is_name(at + 1) && self.gap(at + 1) == " "
            || lexicon::has("of for in on at", self.word(at + 1))
                && self.gap(at + 1) == " "
                && self.names_soon(at + 2, 4);
        // "The League's" is a short name too; a name before it may be the whole.
        let earlier = self.lower[..at].iter().any(|earlier| earlier == word);
        capital && lexicon::has(SHORT, word) && !whole && !earlier
    }

    /// "The three-day Congress": plain words before a common noun with a capital tell no more than "the" does.
    fn is_some_congress(&self, at: usize) -> bool {
        let plain = |at: &usize| {
            let word = self.word(*at);
            self.found.get(*at).is_some_and(|w| !w.text.starts_with(char::is_uppercase))
                && self.gap(*at) == " "
                && (is_number(word) && !word.starts_with(|c: char| c.is_ascii_digit())
                    || lexicon::has("day days week annual new next first second big main other", word))
        };
        let office = |at: usize| {
            let (first, next) = (self.word(at), self.word(at + 1).trim_end_matches("'s").trim_end_matches("’s"));
            let of = lexicon::has("crown prime foreign finance interior defence", first)
                && lexicon::has("prince minister secretary ministry", next)
                || lexicon::has("central national", first) && next == "bank";
            of && self.is_name(at) && self.is_name(at + 1) && self.gap(at + 1) == " "
        };
        let whole = self.is_name(at + 3) && self.gap(at + 3) == " " || self.word(at + 3) == "of";
        let opens = at == 0 || self.gap(at).contains(',');
        if opens && office(at + 1) && !whole && !self.lower.iter().any(|word| country(word).is_some()) {
            return true;
        }
        let to = at + 1 + (at + 1..at + 4).take_while(plain).count();
        to > at + 1 && self.gap(to) == " " && (self.is_short(to) || self.word(to) == "congress" && self.is_name(to))
    }

    fn names_soon(&self, from: usize, most: usize) -> bool {
        (from..self.found.len().min(from + most)).any(|at| self.is_name(at))
    }

    /// "A fifth victim", "all suspects": of what is not told beside.
    fn is_some_victim(&self, at: usize) -> bool {
        let phrase: Vec<usize> =
            (at.saturating_sub(4)..at).rev().take_while(|&before| self.gap(before + 1) == " ").collect();
        let article = phrase.iter().position(|&before| {
            let word = self.word(before);
            lexicon::has("a an the all both another these any", word) || is_number(word)
        });
        let Some(article) = article else { return false };
        let inner = &phrase[..=article];
        if inner.iter().any(|&before| before > 0 && self.is_name(before)) {
            return false;
        }
        let next = self.word(at + 1);
        let told = match self.gap(at + 1) {
            " " if next == "of" => true,
            " " if self.is_name(at + 1) => true,
            " " if lexicon::has("in from who that at by", next) => self.names_soon(at + 2, 8),
            gap if gap.contains(',') => self.is_name(at + 1),
            _ => false,
        };
        !told
    }

    /// "Berg's statement", "the ministry's last offer".
    fn is_somebodys(&self, at: usize) -> bool {
        (at.saturating_sub(3)..at).rev().take_while(|&before| self.gap(before + 1) == " ").any(|before| {
            let text = self.found[before].text;
            text.ends_with("'s") || text.ends_with("’s")
        }) || at > 0 && matches!(self.gap(at), "' " | "’ ") && self.found[at - 1].text.ends_with('s')
    }

    /// "Was elected", "was last re-elected".
    fn is_passive(&self, at: usize) -> bool {
        (at.saturating_sub(4)..at).any(|before| lexicon::has("is was are were been be being", self.word(before)))
    }

    fn is_no_office(&self, at: usize) -> bool {
        let next = self.word(at);
        let open =
            at >= self.found.len() || lexicon::has("by in on at after before last when from during following", next);
        let office =
            "as to president minister premier chairman chairwoman mayor governor senator pope leader head director";
        open && !self.lower[at.min(self.lower.len())..].iter().any(|word| lexicon::has(office, word))
    }

    /// Whether nothing that a verb is about follows it.
    fn says_no_more(&self, at: usize) -> bool {
        let mut behind = (at..self.found.len()).take(4).take_while(|&at| at == 0 || !self.gap(at).contains(','));
        !behind.any(|at| {
            let word = self.word(at);
            lexicon::has("on to with in from about against by of over that for", word) || self.is_name(at)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_what_it_speaks_is_untold() {
        for text in [
            "Anna Berg is equally sure that the dam at Corby is sound",
            "The pilots of Lund described her as a quiet girl",
            "Orders from Harrow Lines, its best customer, came late to Corby",
            "The delegates from Corby met at the League",
            "A fifth victim, a man found on the pier, was taken to Lund",
            "All suspects were taken to the Lund jail",
            "Olaf Lind was critical of Anna Berg's statement",
            "Olaf Lind was elected by the delegates in May 2024",
            "Operation Grey Heron is based",
            "Anna Berg repeatedly accused Olaf Lind",
            "Anna Berg and Olaf Lind have backtracked a bit",
            "Anna Berg was second at 20 percent",
            "Olaf Lind of Lund has the first duty to do so as a member",
            "All three deaths were ruled as murders",
            "Anna Berg issued a statement",
            "The Lund Post could not confirm reports for most areas",
            "Olaf Lind left Corby because he was a boy at the time",
            "Olaf Lind announced his decision in May 2024",
            "Sailors closed the nearby Ask pier of Lund",
            "Harrow Lines will contest all three points",
            "Corby was next, with 61 percent of its nurses",
            "Singers taking part are Anna Berg and Olaf Lind",
            "The Corby case may not be an exception",
            "Olaf Lind called Anna Berg's withdrawal late",
            "Delegates to the three day Congress will hear Olaf Lind",
            "The Exchange began to trade herring in Lund",
            "Norway holds a third of the Bank",
            "Norway has not done that, and Corby must pay",
            "Olaf Lind is a close friend of mine",
            "Corby Lines is junior co-manager with two million",
            "The Prime Minister went to see Olaf Lind",
            "Olaf Lind arrived for a four-day visit",
            "The mayors of Lund will attend along with Olaf Lind",
            "Harrow Lines holds 25 pct and Corby Yard 15 pct",
            "In May 2024, the Central Bank's reserves rose",
            "The Lund report forecast no change for 2024",
            "The CTs were offered in Lund",
            "Anna Berg left Lund to prepare for the meeting of the two leaders",
            "Anna Berg has vowed not to let Corby build one that could fly",
            "Anna Berg draws a parallel with the flood of Lund",
        ] {
            assert!(is_untold(text), "{text}");
        }
    }

    #[test]
    fn what_is_told_beside_is_understood() {
        for text in [
            "Anna Berg sold her ferry to the people of Corby",
            "Corby Yard sold two ferries to Harrow Lines, its best customer",
            "The delegates met at the Corby League",
            "The Department of Works in Lund closed the pier",
            "The fourth victim, Olaf Lind, was a baker",
            "The victims of the Corby flood were buried in Lund",
            "Olaf Lind was critical of Anna Berg's statement on the dam",
            "Olaf Lind was elected mayor by the delegates in May 2024",
            "Anna Berg repeatedly accused Olaf Lind of lying",
            "Nurses of Lund took part in the vote",
            "The 32nd Brigade is led by Anna Berg",
            "Olaf Lind called Anna Berg's withdrawal from Lund late",
            "The Prime Minister of Norway went to see Olaf Lind",
            "Olaf Lind arrived in Lund for a visit",
            "Harrow Lines holds 25 pct of Corby Yard",
            "The Central Bank of Norway sold its reserves",
            "Anna Berg has backtracked on the sale of the Lund ferries",
            "The Lund report forecast no change in the price of salt",
        ] {
            assert!(!is_untold(text), "{text}");
        }
    }
}
