//! Sentences that are none: two that run into each other, one that is cut at an abbreviation, words that a page lost.

use model::calendar::MONTHS;

use crate::ground::irregular;
use crate::ground::words::{Word, fold, is_in, words};
use crate::titles::lexicon;

/// Abbreviations behind which a sentence goes on.
const SHORT_FORMS: &str =
    "apt hwy rte blvd rd mt ft gov sen rep lt col gen sgt capt jr sr mr mrs ms dr vs etc dept prof st";

/// Words with which a sentence begins, and which stand in no name.
const BEGINNINGS: &str = "It They He She We This That There But When How Why What Is Are Was Were Did Does If Because However Police Analysts Officials Residents Witnesses Experts Protesters";

/// Whether a title is no sentence; its verb ends at the byte `verb`, where that is known.
pub(in crate::titles) fn is_broken(text: &str, verb: Option<usize>) -> bool {
    let found = words(text);
    let last = found.last().map(|w| fold(w.text)).unwrap_or_default();
    let cut = lexicon::has(SHORT_FORMS, &last) && found.len() > 1 || text.ends_with(" No");
    let twice = found.windows(2).any(|pair| {
        pair[0].text == pair[1].text && matches!(pair[0].text, "that" | "the" | "to" | "of" | "and" | "in")
            // "Of al Al Rahi": a name that was told in full behind a part of it.
            || pair[0].text != pair[1].text && pair[0].text.eq_ignore_ascii_case(pair[1].text)
    });
    // "22 May 2024-Lund soldiers": a dateline that runs into its sentence.
    let letters_of: Vec<char> = text.chars().collect();
    let dateline = letters_of
        .windows(4)
        .any(|run| run[0].is_ascii_digit() && run[1] == '-' && run[2].is_uppercase() && run[3].is_lowercase());
    let before_verb = verb.and_then(|verb| text.get(..verb)).unwrap_or_default();
    let open = [" -- ", " — ", " – "].iter().any(|dash| before_verb.matches(dash).count() % 2 == 1);
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let loud = text.chars().filter(|c| c.is_uppercase()).count() * 2 > letters;
    let lost = found.windows(2).any(|pair| {
        // "Until only two flew": the time between was lost.
        let (word, next) = (fold(pair[0].text), fold(pair[1].text));
        matches!(word.as_str(), "until" | "since" | "during")
            && (next.ends_with("ly") && next != "early" || next == "only")
    });
    // "At approximately 19 September": the hour was lost.
    let hour = found.windows(3).any(|run| {
        let about = matches!(run[0].text, "approximately" | "about" | "around");
        let month = MONTHS.contains(&fold(run[2].text).as_str());
        about && month && run[1].text.bytes().all(|b| b.is_ascii_digit())
    });
    // "Launched their in late 2019": a word that a page lost.
    let gone = found.windows(2).any(|pair| {
        lexicon::has("their its our", pair[0].text)
            && lexicon::has("in on at of for to from with by and or but that", pair[1].text)
            && text[pair[0].end..pair[1].start] == *" "
    });
    let first = text.chars().next().is_some_and(|c| !c.is_alphanumeric() && !"“\"'‘’$€£@".contains(c));
    // "Olaf Lv n": letters that a page lost.
    let letter = found.windows(2).any(|pair| {
        let one = pair[1].text.len() == 1 && pair[1].text.starts_with(|c: char| c.is_ascii_lowercase());
        let alone = text[pair[0].end..pair[1].start] == *" " && !text[pair[1].end..].starts_with(['.', '-', '\'', '’']);
        // "Olaf Steinbr ck": no word, and behind a name no unit.
        let rest = pair[1].text.len() == 2
            && pair[1].text.bytes().all(|b| b.is_ascii_lowercase() && !b"aeiouy".contains(&b))
            && pair[0].text.starts_with(char::is_uppercase);
        (one || rest) && alone && !matches!(pair[1].text, "a" | "e" | "y" | "o")
    });
    // "Anna Lind, Lind's wife": of which Lind? "On' Lund Today": a mark that belongs to another word.
    let marked = found.windows(2).any(|pair| {
        let gap = &text[pair[0].end..pair[1].start];
        let owner = pair[1].text.strip_suffix("'s").or_else(|| pair[1].text.strip_suffix("’s"));
        gap == ", " && owner == Some(pair[0].text)
            || gap == "' " && !pair[0].text.ends_with(['s', 'n', 'z', 'x']) && text.matches('\'').count() % 2 == 1
    });
    twice
        || dateline
        || gone
        // "Rose to 8 and compared with 7.1 million": how much it was is lost.
        || before_verb.ends_with(" compared") && text[before_verb.len()..].starts_with(" with ")
        // "A report which said that it rained and may cost them …": no verb of its own.
        || [" which said ", " that said "].iter().any(|said| before_verb.contains(said))
        || is_cut_series(text, verb)
        || is_headed_alike(text, text)
        || is_dated_twice(text, verb)
        || is_open_aside(before_verb)
        || open
        || letter
        || marked
        // "P cut its debt": of a longer name.
        || text.starts_with(|c: char| c.is_uppercase() && c != 'A' && c != 'I') && text.get(1..2) == Some(" ")
        || is_two_headed(&found, text)
        || is_open_clause(text)
        || first
        || cut
        || loud
        || lost
        || hour
        || text.contains(['`', '<', '>'])
        || text.matches(" - ").count() % 2 == 1
        || text.contains(" ' ")
        || is_list_of_headlines(text)
        || runs_on(text, verb)
}

/// "Berg fell ill in June 2024 Anna Berg's doctor has left": behind the date of a headline another sentence begins.
fn is_dated_twice(text: &str, verb: Option<usize>) -> bool {
    let found = words(text);
    let from = verb.unwrap_or(text.len());
    let date = |word: &str| {
        MONTHS.contains(&fold(word).as_str()) || word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit())
    };
    (1..found.len()).filter(|&at| found[at - 1].start >= from).any(|at| {
        let begins = date(found[at - 1].text)
            && text[found[at - 1].end..found[at].start] == *" "
            && found[at].text.starts_with(char::is_uppercase)
            && !date(found[at].text);
        begins && found[at + 1..].iter().any(|w| lexicon::is_auxiliary(w.text))
    })
}

/// "Harrow Lines, a shipper associated with Lund": what follows a name behind a comma takes the verb for its own.
fn is_open_aside(before_verb: &str) -> bool {
    let Some((_, aside)) = before_verb.rsplit_once(", ") else { return false };
    let opens = ["a ", "an "].iter().any(|article| aside.starts_with(article));
    let found = words(aside);
    let verb = found.last().is_some_and(|last| last.text.ends_with("ed") || irregular::base(last.text).is_some());
    opens
        && before_verb.matches(',').count() == 1
        && verb
        && found.len() > 2
        && !found.iter().any(|w| lexicon::is_auxiliary(w.text))
}

/// "Rose one to 90 in Lund, was unchanged in Corby": a series of verbs that was cut before its last.
fn is_cut_series(text: &str, verb: Option<usize>) -> bool {
    let Some(behind) = verb.and_then(|verb| text.get(verb..)) else { return false };
    let Some((head, last)) = behind.rsplit_once(", ") else { return false };
    let found = words(last);
    let opens = found.first().is_some_and(|first| lexicon::has("was were has had rose fell", first.text));
    // "A dam, which leaked, was shut": behind an aside the verb goes on.
    opens
        && !head.contains(", ")
        && !head.contains(['“', '"'])
        && !lexicon::has("and or but", found[0].text)
        && !head
            .split(' ')
            .any(|word| lexicon::has("that who which where when while as if because although said says", word))
}

/// "Ferries leave Corby Lind: No more piers": words of two capitals around a colon, between which a headline ended.
fn is_list_of_headlines(text: &str) -> bool {
    text.match_indices(": ").any(|(at, _)| {
        let named = words(&text[..at]).last().is_some_and(|w| w.text.starts_with(char::is_uppercase) && w.start > 0);
        named && text[at + 2..].starts_with(char::is_uppercase)
    })
}

/// "Lund closes its pier A council of nurses has met", "Berg Pleads For Calm Mayor Anna Berg speaks": a headline that runs into a
/// sentence.
fn is_two_headed(found: &[Word<'_>], text: &str) -> bool {
    let capital = |at: usize| found.get(at).is_some_and(|w| w.text.starts_with(char::is_uppercase));
    let close = |at: usize| found.get(at + 1).is_some_and(|next| text[found[at].end..next.start] == *" ");
    let within = |at: usize| text[..found[at].start].matches(['“', '”', '"']).count() % 2 == 1;
    (1..found.len()).any(|at| {
        let opens = matches!(found[at].text, "A" | "An" | "The") && !capital(at + 1) && close(at - 1) && close(at);
        let headed =
            matches!(found[at].text, "For" | "To" | "As" | "Is" | "Are" | "Was" | "Has" | "With" | "From" | "After");
        let run = headed && capital(at - 1) && capital(at + 1) && close(at - 1) && close(at);
        // "Jet crashes in Lund After the pilot left": no such word stands with a capital within a sentence.
        let clause = matches!(found[at].text, "After" | "When" | "While" | "Although" | "Because")
            && close(at - 1)
            && !capital(at + 1);
        (opens || clause || run && at > 1) && !within(at)
    })
}

/// "Was not worried about whether owners of the old Corby mill", "is guessing that Mayor Anna Berg": a clause that is cut before
/// its verb.
fn is_open_clause(text: &str) -> bool {
    let found = words(text);
    let opens = |at: usize| {
        let word = fold(found[at].text);
        lexicon::has("whether why how", &word)
            || word == "that" && at > 0 && lexicon::is_thinking(&fold(found[at - 1].text))
    };
    let Some(from) = (0..found.len()).rev().find(|&at| opens(at)) else { return false };
    let clause = &found[from + 1..];
    let verb = clause.iter().enumerate().skip(1).any(|(at, word)| {
        let lower = fold(word.text);
        let noun =
            lexicon::is_determiner(&fold(clause[at - 1].text)) || lexicon::is_preposition(&fold(clause[at - 1].text));
        word.text.starts_with(char::is_lowercase)
            && (lexicon::is_auxiliary(&lower)
                || lower.ends_with("ed")
                || lower.ends_with("'t")
                || lower.ends_with('s') && !noun
                || irregular::base(&lower).is_some_and(|base| base != lower))
    });
    let to = clause.first().is_some_and(|word| word.text == "to");
    clause.len() < CLAUSE && !verb && !to && !text.contains(['“', '”', '"'])
}

/// Words of a clause from which on it is taken for granted that one of them is its verb.
const CLAUSE: usize = 8;

/// "Lund would open a pier, Corby closed its own": behind its verb a comma and another subject with its verb.
fn runs_on(text: &str, verb: Option<usize>) -> bool {
    let Some(from) = verb else { return false };
    let found = words(text);
    let finite = |word: &str| {
        lexicon::is_auxiliary(word) && !matches!(word, "be" | "been" | "being" | "not")
            || word.ends_with("ed") && word.len() > 4
            || irregular::base(word).is_some_and(|base| base != word) && !word.ends_with('n')
    };
    (1..found.len()).filter(|&at| found[at].start > from).any(|at| {
        let comma = text[found[at - 1].end..found[at].start].trim_matches(['"', '”']) == ", ";
        if !comma || !found[at].text.starts_with(char::is_uppercase) {
            return false;
        }
        let close = |to: usize| text[found[to - 1].end..found[to].start] == *" ";
        let run = (at + 1..found.len()).take_while(|&to| close(to) && found[to].text.starts_with(char::is_uppercase));
        let next = at + 1 + run.count();
        let Some(behind) = found.get(next).filter(|_| next <= at + 4 && close(next)) else { return false };
        let word = fold(behind.text);
        // "…, Berg said" tells whose words they are; "in May, Lund had" stands behind its own comma.
        let says = lexicon::is_saying(&word);
        let lead = (at.saturating_sub(5)..at).any(|before| {
            let word = fold(found[before].text);
            lexicon::has(
                "and but or when after as while if because that where who which since before though although",
                &word,
            )
        });
        finite(&word) && !says && !lead
    })
}

/// Whether a point within it ends a sentence: two were read as one.
pub(in crate::titles) fn holds_two(text: &str) -> bool {
    let found = words(text);
    found.windows(2).any(|pair| {
        let gap = &text[pair[0].end..pair[1].start];
        let long = pair[0].text.chars().count() > 3 && pair[0].text.starts_with(char::is_lowercase);
        let point = gap.trim_end_matches(['"', '”', '’', ' ', '“']).ends_with(['.', '!', '?']);
        let however = matches!(&*fold(pair[1].text), "however");
        however
            || point
                && (long && pair[1].text.starts_with(char::is_uppercase) || gap.len() == 1 && pair[0].text.len() > 1)
    })
}

/// Whether a predicate begins with who said it: "said, a pier was lost".
pub(in crate::titles) fn is_only_said(predicate: &str) -> bool {
    let Some(verb) = words(predicate).first().copied() else { return false };
    lexicon::is_saying(&fold(verb.text)) && predicate[verb.end..].starts_with([',', ':'])
}

/// Whether two sentences, or a headline and one, run into each other in `sentence` without a mark between them.
pub(in crate::titles) fn is_glued(sentence: &str) -> bool {
    let found = words(sentence);
    found.windows(2).any(|pair| {
        let plain = pair[0].text.starts_with(char::is_lowercase) && pair[0].text.len() > 1;
        let gap = &sentence[pair[0].end..pair[1].start];
        let space = gap.trim().is_empty();
        plain && space && is_in(BEGINNINGS, pair[1].text)
    })
}

/// "Anna Berg's pilot found guilty Anna Berg's pilot has been …": a headline and its first sentence begin alike, and no mark parts
/// them; the `subject` holds the beginning of the sentence.
pub(in crate::titles) fn is_headed_alike(sentence: &str, subject: &str) -> bool {
    let Some(begins) = sentence.find(subject) else { return false };
    let found = words(sentence);
    let gap = |at: usize| &sentence[found[at - 1].end..found[at].start];
    let alike = |a: usize, b: usize| (0..ALIKE).all(|i| fold(found[a + i].text) == fold(found[b + i].text));
    let joins = |at: usize| {
        let word = fold(found[at].text);
        lexicon::is_preposition(&word)
            || lexicon::is_determiner(&word)
            || lexicon::follows_noun(&word)
            || lexicon::is_saying(&word)
    };
    let capital = |at: usize| found[at].text.starts_with(char::is_uppercase);
    let own = |at: usize| found[at].start >= begins && found[at].start < begins + subject.len();
    (0..found.len().min(HEADED)).filter(|&at| capital(at)).any(|from| {
        (from + ALIKE..(found.len() + 1).saturating_sub(ALIKE))
            .any(|at| capital(at) && own(at) && alike(from, at) && gap(at) == " " && !joins(at - 1))
    })
}

/// Words that a headline and the sentence behind it have in common at least, and within which of a sentence the headline begins.
const ALIKE: usize = 3;
const HEADED: usize = 14;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_sentence_is_seen() {
        let broken = |text: &str, verb: &str| is_broken(text, text.find(verb).map(|at| at + verb.len()));
        assert!(broken("Lund would open two piers, Corby closed its bridge on 3 May 2024", "would open"));
        assert!(broken("The mayor told that Olaf Lind, aged 28, of 201 Mill Street, Apt", "told"));
        assert!(broken("Lund has promised six ferries, though until generally only two sailed", "has promised"));
        assert!(broken("Lund is coming to ` help' the people of Corby", "is coming"));
        assert!(broken("The board was not sure about whether owners of the old Corby mill", "was not sure"));
        assert!(broken("Anna Berg is guessing that Mayor Olaf Lind", "is guessing"));
        assert!(!broken("Anna Berg is guessing that Mayor Olaf Lind left", "is guessing"));
        assert!(!broken("Anna Berg asked whether to leave Lund", "asked"));
        assert!(broken("Lund keeps to its old pier A council of nurses has met", "has met"));
        assert!(broken("Berg Pleads For Calm Mayor Anna Berg speaks in Lund", "speaks"));
        assert!(broken("Anna Berg has met Olaf Lv n in Lund", "has met"));
        assert!(broken("Harrow Lines, a shipper associated with Lund", "associated"));
        assert!(!broken("Harrow Lines, a shipper, associated with Lund", "associated"));
        assert!(broken("The combined holdings of Lund compared with 7.1 million in May 2023", "compared"));
        assert!(broken("The houses launched their in late 2019", "launched"));
        assert!(broken("Salt rose one to 90 in Lund, was unchanged at 82 in Corby", "rose"));
        assert!(!broken("Salt rose to 90 in Lund and was unchanged at 82 in Corby", "rose"));
        assert!(broken("Nurses in Lund have asked why Anna Berg", "have asked"));
        assert!(!broken("Nurses in Lund have asked why Anna Berg left", "have asked"));
        assert!(broken("The dam — the oldest of Lund has burst", "has burst"));
        assert!(!broken("The dam — the oldest of Lund — has burst", "has burst"));
        assert!(broken("The mill of al Al Rahi was sold", "was sold"));
        assert!(broken("22 May 2024-Lund soldiers closed the pier", "closed"));
        assert!(broken("THE DRIVER WAS A BAKER IN LUND", "WAS"));
        assert!(!broken("Lund closed two piers, Olaf Lind said", "closed"));
        assert!(!broken("Lund closed its piers in Corby, Harrow and Ask", "closed"));
        assert!(!broken("The mill closed after its owner, Olaf Lind, died", "closed"));
        assert!(!broken("Lund said that in May, Corby had closed two piers", "said"));
    }

    #[test]
    fn a_headline_that_runs_into_a_sentence_is_seen() {
        assert!(is_glued("Lund pier awaits its ferry They are both bakers who came back from Corby."));
        assert!(!is_glued("Anna Berg wrote for The Lund Post that they are bakers."));
        let glued = "3 May Anna Berg's pilot found guilty Anna Berg's pilot has been found guilty of theft.";
        assert!(is_headed_alike(glued, "guilty Anna Berg's pilot"));
        let plain = "Anna Berg's pilot left, and Olaf Lind said that Anna Berg's pilot was guilty of theft.";
        assert!(!is_headed_alike(plain, "Anna Berg's pilot"));
        assert!(is_broken("Ferries leave Corby Lind: No more piers in Lund", None));
        let twice = "Anna Berg's pilot goes home Anna Berg's pilot has gone home to Lund";
        assert!(is_broken(twice, Some("Anna Berg's pilot goes".len())));
        let dated = "Anna Berg fell ill in May 2024 Anna Berg's doctor has left Lund";
        assert!(is_broken(dated, Some("Anna Berg fell".len())));
        let lead = "In May 2024 Anna Berg has left Lund";
        assert!(!is_broken(lead, Some("In May 2024 Anna Berg has left".len())));
        assert!(!is_broken("Corby has one fault: Lund is far", None));
        assert!(is_broken("Lund ferry sinks off Corby After the storm, Olaf Lind was saved", None));
        assert!(is_only_said("said, a ferry was lost") && !is_only_said("said a ferry was lost"));
    }
}
