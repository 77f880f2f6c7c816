//! Definite nouns: "the plane", "both attacks", "the other officials". Only a reader of the report knows which are meant,
//! unless the words beside them say it, or there is only one of the kind.

use model::calendar::MONTHS;

use super::nouns::{
    AGREED, ANYWHERE, KINDS, OF_COUNTRY, OF_MANY, ONLY, ORDINALS, OTHERS, OWNERS, PAPERS, PERSONS, PHRASES, STOPS,
};
use crate::ground::words::{Word, fold, words};
use crate::titles::lexicon;
use crate::titles::wording::pronouns;

/// Whether `text` holds a noun whose referent only its document tells; `known` are nouns, by themselves or with the plain words
/// before them, of which all documents beside it mean the same. Behind the `subject` stands the verb.
///
/// What only one report says (`strict`) has nobody beside it who tells: there nothing is taken from elsewhere in the sentence.
pub(in crate::titles) fn is_lost(text: &str, subject: &str, known: impl Fn(&str) -> bool, strict: bool) -> bool {
    let found = words(text);
    let lower: Vec<String> = found.iter().map(|w| fold(w.text)).collect();
    let verb = text.find(subject).map_or(text.len(), |at| at + subject.len());
    let phrase = Phrase { text, found: &found, lower: &lower, known: &known, verb, strict };
    (0..found.len()).any(|at| match lower[at].as_str() {
        "the" => !phrase.is_known(at),
        "both" | "either" | "neither" => !phrase.both(at),
        word if lexicon::has(OTHERS, word) => phrase.others(at),
        _ => false,
    })
}

/// Whether there is only one of what a noun means, wherever one is.
pub(in crate::titles) fn is_only(noun: &str) -> bool {
    lexicon::has(ONLY, noun)
}

struct Phrase<'a> {
    text: &'a str,
    found: &'a [Word<'a>],
    lower: &'a [String],
    known: &'a dyn Fn(&str) -> bool,
    /// Where the subject ends.
    verb: usize,
    /// Whether the phrase itself has to tell which one is meant.
    strict: bool,
}

impl Phrase<'_> {
    /// Whether something stands between a word and the next that ends a phrase.
    fn ends(&self, at: usize) -> bool {
        let next = self.found.get(at + 1).map_or(self.text.len(), |w| w.start);
        let gap = &self.text[self.found[at].end..next];
        gap.contains([',', ';', ':', '—', '–', '"', '“', '”', '?', '!']) || at + 1 == self.found.len()
    }

    fn names(&self, at: usize) -> bool {
        let word = &self.found[at];
        word.text.starts_with(char::is_uppercase) && word.text != "I"
            || word.text.chars().skip(1).any(char::is_uppercase)
            || word.text.len() == 4 && word.text.bytes().all(|b| b.is_ascii_digit())
    }

    /// Whether "the", at `at`, begins a phrase that says which one is meant.
    fn is_known(&self, at: usize) -> bool {
        let mut end = at + 1;
        while end < self.found.len() {
            let word = &self.lower[end];
            let stops = lexicon::has(STOPS, word)
                || lexicon::has(PHRASES, word)
                || lexicon::is_auxiliary(word)
                || pronouns::is_pronoun(word)
                // "The box next to Berg's".
                || word == "next" && end > at + 1 && self.lower.get(end + 1).is_some_and(|to| to == "to")
                // "The boy going to school": which of them?
                || word.ends_with("ing") && end > at + 1 && lexicon::has(PERSONS, &self.lower[end - 1]);
            if stops {
                break;
            }
            end += 1;
            let verb =
                self.found[end - 1].end <= self.verb && self.found.get(end).is_some_and(|w| w.start >= self.verb);
            if self.ends(end - 1) || verb {
                break;
            }
        }
        let word = |at: usize| self.lower.get(at).map_or("", String::as_str);
        let run = at + 1..end;
        if run.is_empty() {
            return true;
        }
        if run.clone().any(|owner| self.is_of_untold(at, owner)) {
            return false;
        }
        let dates = |at: usize| MONTHS.contains(&word(at)) || word(at).bytes().all(|b| b.is_ascii_digit());
        let moved = "rise fall increase decrease decline drop gain rate figure figures total accord agreement deal pact \
            meeting talks conference session tender report";
        let dated = run.clone().take(run.len() - 1).all(dates);
        let moved = dated && lexicon::has(moved, word(end - 1));
        // "The May 2024 rise": of what?
        if let Some(name) = run.clone().rfind(|&at| self.names(at) && !(moved && dates(at))) {
            // "The Norwegian statement", "the Lund nurse": whose or from where, not which.
            let head = word(end - 1);
            // "The Maryland Democrat" is one of many.
            if lexicon::has("democrat republican senator lawmaker american briton texan liberal conservative", head) {
                return self.is_told(end) || (self.known)(head);
            }
            let modifies = name + 1 < run.end && (lexicon::has(PAPERS, head) || lexicon::has(PERSONS, head));
            // "The Lund-based builder" is one of many.
            let based = run.clone().any(|at| word(at) == "based");
            // "The Norwegian ferry builder": one of many.
            let one = crate::ground::countries::country(word(name)).is_some()
                && name + 1 < run.end
                && lexicon::has(OF_MANY, head)
                && !self.text[self.found[end - 1].end..].trim_start().starts_with(',');
            return !modifies && !based && !one || (self.known)(head) || self.is_told(end);
        }
        let closed = self.ends(end - 1);
        // "The man, Olaf Lind, …" and "Anna Berg, the mayor, …".
        let comma = |at: usize| self.text[self.found[at].end..].trim_start().starts_with(',');
        let owns = |at: usize| self.found[at].text.ends_with("'s") || self.found[at].text.ends_with("’s");
        // "The girl's mother, Anna Berg, …": of which girl?
        let of_somebody = self.strict && run.clone().any(|at| owns(at) && lexicon::has(PERSONS, word(at)));
        let described = closed && !of_somebody && end < self.found.len() && comma(end - 1) && self.names(end);
        // "Lund, the agency's chief": of which agency?
        let owned = self.strict && run.clone().any(owns);
        let describes = at > 0 && comma(at - 1) && self.names(at - 1) && !owned;
        if described || describes || (self.known)(&self.lower[run.clone()].join(" ")) {
            return true;
        }
        let head = word(end - 1);
        let named = |mut range: std::ops::Range<usize>| range.any(|at| self.names(at));
        // What begins the sentence stands with a capital anyhow; a name is longer, or a country.
        let elsewhere =
            || named(1.max(end)..self.found.len()) || named(1.min(at)..at) || at > 0 && self.begins_with_name();
        let place =
            self.strict && lexicon::has("center centre spot job floor lead line course bench lights side", head);
        let before = || named(1.min(at)..at) || at > 0 && self.begins_with_name();
        // "Died at the scene", "was pronounced dead at the scene".
        if head == "scene" && run.len() == 1 && at > 0 && word(at - 1) == "at" && before() {
            return true;
        }
        if lexicon::has(ONLY, head) && !place || run.clone().any(|at| lexicon::has("same most", word(at))) {
            return true;
        }
        let country = || self.lower.iter().any(|word| crate::ground::countries::country(word).is_some());
        if lexicon::has(OF_COUNTRY, head) && elsewhere() && (!self.strict || country()) {
            return true;
        }
        if !self.strict && run.len() == 1 && lexicon::has(KINDS, head) && before() {
            return true;
        }
        if self.lower[..at].iter().any(|earlier| earlier == head) {
            return true;
        }
        if closed {
            return false;
        }
        if lexicon::has(PAPERS, head) && !matches!(word(end), "to") {
            return self.is_told(end);
        }
        let ordinal = run.clone().any(|at| lexicon::has(ORDINALS, word(at)) || word(at).ends_with("iest"));
        match word(end) {
            // "The bill when it is read": that tells when, and not which.
            "when" => lexicon::has("day days week month year time times moment years", head),
            "of" | "that" | "who" | "which" | "whose" | "where" => true,
            // "Attributed the decline to several factors": of what?
            "to" if lexicon::has("rise fall increase decrease decline drop gain growth change changes", head) => false,
            "to" => end + 1 < self.found.len() && !lexicon::has("the a an", word(end + 1)) || ordinal,
            // "The last issue in May 2024": which one is it?
            "in" if run.clone().any(|at| lexicon::has("last latest", word(at))) && dates(end + 1) => false,
            "in" | "since" | "ever" if ordinal => true,
            // "Decorated for the occasion with a flag": what follows goes with the verb.
            next if self.strict
                && (!lexicon::has("in at between with against on near for over to", next)
                    || lexicon::has("a an", word(end + 1))) =>
            {
                false
            }
            // "Sold the ferry during a visit to Norway": what it was during goes with the verb.
            "during" | "until" | "despite" => false,
            // "Died of the disease in Norway": a place tells of none which it is.
            "in" | "at" if self.strict && lexicon::has(ANYWHERE, head) => false,
            next if lexicon::has(PHRASES, next) => {
                // "The drug on 4 May": a day tells no drug.
                let day = |at: usize| MONTHS.contains(&word(at)) || word(at).bytes().all(|b| b.is_ascii_digit());
                if lexicon::has("on in since", next) && end + 1 < self.found.len() && day(end + 1) {
                    return false;
                }
                // "Had opposed the contract at hearings in Lund".
                let country = next == "for" && crate::ground::countries::country(word(end + 1)).is_some();
                if (lexicon::has("at near in", next) || country) && lexicon::has(AGREED, head) {
                    return false;
                }
                // "The matter for 12 May".
                if end + 2 < self.found.len() && day(end + 1) && MONTHS.contains(&word(end + 2)) {
                    return false;
                }
                // The next words tell which, if they name something.
                let stop = (end + 1..self.found.len()).find(|&at| self.ends(at)).map_or(self.found.len(), |at| at + 1);
                named(end + 1..stop.min(end + if self.strict { 4 } else { 6 }))
            }
            _ => false,
        }
    }

    /// Whether the word at `owner`, behind "the" at `at`, says whose something is, and no name before tells who that is.
    fn is_of_untold(&self, at: usize, owner: usize) -> bool {
        let text = self.found[owner].text;
        let Some(bare) = text.strip_suffix("'s").or_else(|| text.strip_suffix("’s")) else { return false };
        let bare = fold(bare);
        let country = |word: &String| crate::ground::countries::country(word).is_some();
        let told = if lexicon::has("country nation kingdom republic", &bare) {
            self.lower[..at].iter().any(country)
        } else {
            (0..at).any(|at| self.names(at) && !(at == 0 && self.begins_with_noun()))
        };
        // "The Norwegian state's", "the Fishers' Union's".
        let told = told || (at + 1..=owner).any(|at| self.names(at));
        lexicon::has(OWNERS, &bare) && !told && !(self.known)(&bare)
    }

    /// Whether the words from `at` on tell what something written or planned says, or who somebody is.
    fn is_told(&self, at: usize) -> bool {
        let word = self.lower.get(at).map_or("", String::as_str);
        !self.ends(at.saturating_sub(1)) && lexicon::has("of that who which whose to on about for", word)
    }

    /// "Management closed the city's pier": what begins the sentence has a capital anyhow.
    fn begins_with_noun(&self) -> bool {
        let endings = ["ment", "tion", "sion", "ship", "ness", "ance", "ence", "ers", "ors", "als", "ists", "ents"];
        let lower = self.found.get(1).is_some_and(|next| next.text.starts_with(char::is_lowercase));
        lower && endings.iter().any(|ending| self.lower[0].ends_with(ending))
    }

    fn begins_with_name(&self) -> bool {
        let Some(first) = self.found.first() else { return false };
        let word = &self.lower[0];
        first.text.chars().skip(1).any(char::is_uppercase)
            || crate::ground::countries::country(word).is_some()
            || !lexicon::has("the a an some many most several all no in on at after before as for with", word)
                && self.found.get(1).is_some_and(|second| second.text.starts_with(char::is_uppercase))
            || !lexicon::opens_phrase(word)
                && !lexicon::points(word)
                && !word.ends_with('s')
                && !lexicon::is_determiner(word)
    }

    /// Whether "both" at `at` says which: "both houses of …", "both Berg and Lund".
    fn both(&self, at: usize) -> bool {
        let behind = at + 1..(at + 8).min(self.found.len());
        behind.clone().any(|at| lexicon::has("and or nor of", &self.lower[at]))
            || behind.take(2).any(|at| self.names(at))
    }

    /// Whether "other" at `at` points at what the title does not tell.
    fn others(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map_or("", |before| self.lower[before].as_str());
        let next = self.lower.get(at + 1).map_or("", String::as_str);
        match self.lower[at].as_str() {
            "former" => before == "the" && lexicon::has("said says told is was has had", next) || next.is_empty(),
            "such" => next != "as",
            // "On the same ferry": as which, or as who?
            "same" => {
                before == "the"
                    && next != "time"
                    && !self.lower[at..].iter().any(|word| lexicon::has("as that who which", word))
            }
            "other" => {
                !lexicon::has("and or each any no among than all with every many most some several", before)
                    && !lexicon::has("than", next)
            }
            "another" => !self.found.get(at + 1).is_some_and(|w| w.text.starts_with(char::is_uppercase)),
            "further" => before.is_empty() || before == "no",
            "following" => before == "the",
            "similar" => next != "to",
            // "A separate vote": from what?
            "separate" => lexicon::has("a an", before) && !self.lower[at..].iter().any(|word| word == "from"),
            "earlier" => lexicon::has("a an the his her its their", before) && !self.ends(at),
            "previous" | "additional" | "subsequent" => {
                lexicon::has("the a an this that any", before)
                    || before.is_empty()
                    || crate::ground::frame::is_number(before)
            }
            _ => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_only_the_report_tells_is_lost() {
        for text in [
            "Norway denied any part in both attacks",
            "Berg expects that the dispute will be resolved",
            "Nurses called all passengers on the plane",
            "Some of the ferries will be replaced by the new ship",
            "The hospital in Lund got the first call at noon",
            "Twelve other people were hurt",
            "The additional money will be spent on trucks",
            "Olaf Lind disagrees with the nurse",
            "Olaf Lind remembers the boy going to school in Corby",
            "Olaf Lind marked the tenth day of the nation's war",
            "The Norwegian ferry builder will use steel from Corby",
            "Olaf Lind welcomed the June rise",
            "Olaf Lind sold the 20 mln dlr fund during a visit to Norway",
            "Corby has set a hearing on the matter for 12 May 2024",
            "Corby and Ask had opposed the contract at Harrow Board hearings",
            "A separate vote was held in Corby",
            "Olaf Lind signed the accord for Norway",
            "The embassy's report on Corby was late",
            "Norway was not directly supporting the opposition",
            "Management kept the city's ferries at sea",
            "Ministers met to discuss the country's way out of the rule of Olaf Lind",
        ] {
            assert!(is_lost(text, "", |_| false, false), "{text}");
        }
    }

    #[test]
    fn what_one_report_alone_points_at_has_to_be_told_within_its_phrase() {
        for text in [
            "Olaf Lind sat in the gallery next to Anna Berg",
            "Olaf Lind will back the bill when it is read in Lund",
            "The last Corby ferry and the last railway issue in May 2024 were sold to Lund",
            "Olaf Lind was the first to die of the disease in Norway",
            "The Norwegian partners are Corby Lines and the Lund Bank",
            "Norway agreed to keep Corby from the group following a quarrel in Lund",
        ] {
            assert!(is_lost(text, "", |_| false, true), "{text}");
        }
        assert!(!is_lost("Olaf Lind died of the disease that Anna Berg had found", "", |_| false, true));
    }

    #[test]
    fn what_is_told_or_only_one_is_known() {
        for text in [
            "Berg is the first woman to lead the Norwegian navy",
            "Norway and the United Nations signed the Treaty of Lund",
            "Norway moved the army to the border",
            "Berg spoke to both houses of Parliament",
            "The number of cases rose in Norway",
            "Lind and other Swedish commanders left",
            "The vote in Norway surprised the world",
            "Leaders in Norway were unhappy with what the country's government had done",
            "Olaf Lind welcomed the June rise in Norwegian sales",
            "Norway took a vote separate from that of Lund",
            "The Norwegian ferry builder, Corby Yard, will use steel",
            "The bridge that Berg opened fell at the end of May",
        ] {
            assert!(!is_lost(text, "", |_| false, false), "{text}");
        }
    }
}
