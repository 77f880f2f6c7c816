//! Words that decide whether a sentence can stand alone.

mod lists;

use model::pairs::Pairs;

use crate::ground::frame::is_number;
use crate::ground::words::is_in;
use lists::{
    CAPTIONS, CONDITIONS, DANGLING, DETERMINERS, INCOMPLETE, INTRANSITIVE, JOINTS, JUDGING, JUDGING_AS_PREDICATE,
    LIMITS, OPENERS, POINTERS, SAYING, SPARE, STOCK, TIMES, UNDER, VAGUE,
};

pub(in crate::titles) fn has(list: &'static str, word: &str) -> bool {
    is_in(list, word)
}

pub(in crate::titles) fn is_joint(word: &str) -> bool {
    has(JOINTS, word)
}

pub(in crate::titles) fn opens_phrase(word: &str) -> bool {
    has(OPENERS, word)
}

pub(in crate::titles) fn opens_condition(word: &str) -> bool {
    has(CONDITIONS, word)
}

pub(in crate::titles) fn tells_time(word: &str) -> bool {
    has(TIMES, word) || word.chars().all(|c| c.is_ascii_digit())
}

pub(in crate::titles) fn points(word: &str) -> bool {
    has(POINTERS, word) || is_number(word) && word.chars().all(char::is_alphabetic)
}

pub(in crate::titles) fn is_vague(word: &str) -> bool {
    has(VAGUE, word)
}

pub(in crate::titles) fn dangles(word: &str) -> bool {
    has(DANGLING, word)
}

pub(in crate::titles) fn stands_without_object(word: &str) -> bool {
    has(INTRANSITIVE, word)
}

pub(in crate::titles) fn is_saying(word: &str) -> bool {
    has(SAYING, word)
}

/// Whether what somebody says or thinks may follow behind "that".
pub(in crate::titles) fn is_thinking(word: &str) -> bool {
    is_saying(word)
        || has("speculating guessing saying arguing claiming warning believing hoping worried guess speculate", word)
}

/// Whether the last word of a sentence leaves open of what it speaks.
pub(in crate::titles) fn leaves_open(word: &str) -> bool {
    has(INCOMPLETE, word)
}

/// Whether a text (in lower case) says what is said of any matter.
pub(in crate::titles) fn is_stock(lower: &str) -> bool {
    let pairs = Pairs::of(lower);
    STOCK.iter().any(|phrase| pairs.may_hold(phrase) && lower.contains(phrase))
}

/// Whether a word judges.
pub(in crate::titles) fn judges(word: &str) -> bool {
    has(JUDGING, word)
}

/// Whether a word behind a statement sets it a limit.
pub(in crate::titles) fn limits(word: &str) -> bool {
    has(LIMITS, word)
}

/// Whether a word before a statement makes it none of its own.
pub(in crate::titles) fn subjects(word: &str) -> bool {
    has(UNDER, word)
}

/// Whether a word, said of what is, judges it.
pub(in crate::titles) fn judges_as_predicate(word: &str) -> bool {
    has(JUDGING_AS_PREDICATE, word)
}

/// Whether a phrase (in lower case) only joins a sentence to the one before.
pub(in crate::titles) fn is_discourse(phrase: &str) -> bool {
    has(
        "in_particular first second third finally in_fact for_example for_instance in_addition as_a_result \
         of_course on_top_of_that in_turn at_the_same_time on_the_other_hand after_all by_contrast in_contrast \
         in_other_words in_response in_return in_the_meantime in_all among_other_things at_this_point so_far \
         to_date for_now that_said shortly_after soon_after shortly_afterwards shortly_afterward soon_afterwards \
         soon_afterward as_such even_so all_the_same in_the_end before earlier by_comparison on_one_hand \
         on_the_one_hand in_reality in_practice to_be_sure by_the_way among_others at_first at_one_point",
        &phrase.replace(' ', "_"),
    )
}

/// Whether somebody says something in what a noun names.
pub(in crate::titles) fn is_speech(word: &str) -> bool {
    has(
        "interview statement speech letter tweet post remarks address memo email conference briefing report article \
         testimony message video tweets discussion talks meeting call conversation interviews statements comments phone call editorial essay op-ed",
        word,
    )
}

pub(in crate::titles) fn is_preposition(word: &str) -> bool {
    has("in on at of for to from by with during since until before after the a", word)
}

/// Whether a word begins what follows a noun, beside verbs.
pub(in crate::titles) fn follows_noun(word: &str) -> bool {
    has(
        "and or but who which that whose as about over into under against than when while because if where though not \
         also now then later himself herself themselves within without through between among a an his her its their",
        word,
    ) || is_saying(word)
}

pub(in crate::titles) fn is_determiner(word: &str) -> bool {
    has(DETERMINERS, word)
}

/// What opens a phrase before the subject that has to stay, since it says where, in which cases or of whom it holds.
pub(in crate::titles) fn keeps(word: &str) -> bool {
    has(
        "in at for with under to like unlike by despite of among between from inside outside near within across among",
        word,
    )
}

/// Whether a phrase that opens with a word may go.
pub(in crate::titles) fn is_spare(word: &str) -> bool {
    has(SPARE, word)
}

/// Forms of "be", "have" and "do", modal verbs, and "not".
pub(in crate::titles) fn is_auxiliary(word: &str) -> bool {
    has(
        "is are was were be been being has have had do does did will would can could may might must shall should not \
         isn't wasn't aren't weren't won't wouldn't can't cannot",
        word,
    )
}

pub(in crate::titles) fn is_caption(lower: &str) -> bool {
    let pairs = Pairs::of(lower);
    CAPTIONS.iter().any(|mark| pairs.may_hold(mark) && lower.contains(mark))
}
