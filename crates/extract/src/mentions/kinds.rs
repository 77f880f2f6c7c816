//! What a name names: a person, an organisation, a place.

use model::EntityKind;

use crate::{
    cues::{self, Frames},
    mentions::{gazetteer, given_names, names::Name, titles},
    tags::{self, Tag},
    words::Words,
};

/// What speaks for each kind.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Votes {
    person: i32,
    organisation: i32,
    place: i32,
    thing: i32,
    /// Whether something says that it is a person which is said of nothing else: a title, a given name, an age.
    sure: bool,
    /// Whether the dictionary knows its first or last word.
    common: bool,
}

impl Votes {
    /// Adds what the name itself and the words around one of its places say.
    pub(super) fn add(&mut self, words: &Words<'_>, name: &Name) {
        let first = name.words.start;
        let last = name.words.end - 1;
        let count = name.words.len();
        let before = name.title.start.min(first).checked_sub(1).map_or("", |at| words.lower(at));
        let text = super::names::text_of(words, name.words.clone());
        if gazetteer::is_place(&text) {
            self.place += 20;
        }
        let titled =
            name.title.clone().any(|at| titles::is_title(words.lower(at))) || lower_title(words, name.words.start);
        if titled {
            self.person += 12;
            self.sure = true;
        }
        if name.words.clone().any(|at| words.text(at).contains(|c: char| c.is_ascii_digit() || c == '.' && count == 1))
        {
            self.organisation += 12;
        }
        if name.words.clone().any(|at| gazetteer::names_organisation(words.lower(at))) {
            self.organisation += if count > 1 { 12 } else { 6 };
        }
        if count > 1 && (gazetteer::names_thing(words.lower(last)) || gazetteer::names_thing(words.lower(first))) {
            self.thing += 12;
        }
        if gazetteer::names_place(words.lower(last)) && count > 1 {
            // "on Joe Holm Court": where.
            let along = matches!(before, "on" | "along" | "near" | "off" | "outside");
            self.place += if along { 20 } else { 8 };
        }
        let sided = crate::words::is_one_of(
            words.lower(first),
            "north south east west northeast northwest southeast southwest ft. fort",
        );
        if count > 1 && !titled && (gazetteer::ends_place(words.lower(last)) || sided) {
            self.place += 40;
        }
        if count > 1 && gazetteer::makes_cars(words.lower(first)) && !titled {
            self.thing += 40;
        }
        // "Police: Man who …", "Posted: Monday": words of headlines and pages.
        let noun = crate::words::is_one_of(
            words.lower(first),
            "man woman men women teen teens boy girl mom dad mother father suspect victim police posted updated \
                 published marines gunman driver people",
        );
        // "The General Agreement", "the executive Commission".
        let body = titled
            && crate::words::is_one_of(
                words.lower(first),
                "agreement order assembly commission council committee convention meeting",
            );
        if count == 1 && (noun || body) {
            self.thing += 60;
        }
        let acronym = count == 1
            && (2..=6).contains(&text.len())
            && text.chars().all(|c| c.is_uppercase() || c == '.' || c == '&' || c.is_ascii_digit());
        if acronym {
            self.organisation += 8;
        }
        if count > 1
            && (given_names::bearer(words.lower(first)).is_some() || given_names::stands_first(words.lower(first)))
        {
            self.person += 10;
            self.sure = true;
        }
        if count == 2 && opens_place(words.lower(first)) {
            self.place += 5;
        }
        if count > 1 {
            let common = tags::is_common(words.lower(last)) || tags::is_common(words.lower(first));
            self.person += if common { -3 } else { 3 };
            self.common |= common;
            // "Kolm RNA": a word in capitals amid others abbreviates a thing.
            let capitals = |at: usize| {
                let text = words.text(at);
                text.len() > 1 && !text.contains('.') && text.chars().all(char::is_uppercase)
            };
            let shouted = name.words.clone().filter(|&at| capitals(at)).count();
            if shouted > 0 && shouted < count && !capitals(last) || shouted == 1 && capitals(last) && text.len() < 12 {
                // "JD Berg": initials.
                let initials = capitals(first) && words.text(first).len() == 2;
                let given = given_names::bearer(words.lower(first)).is_some();
                self.organisation += if initials {
                    0
                } else if given || titled {
                    6
                } else {
                    14
                };
            }
        }
        if name.words.clone().any(|at| matches!(words.lower(at), "hurricane" | "storm" | "typhoon" | "cyclone")) {
            self.thing += 40;
        }
        // "the Holm campaign" says nothing of Holm.
        let modifies = matches!(words.tag(last + 1), Tag::Noun | Tag::Adjective);
        if before == "the" && !titled && !modifies {
            self.organisation += 3;
            self.person -= 4;
        }
        if matches!(before, "in" | "near" | "across" | "throughout" | "around" | "outside") {
            self.place += 2;
        }
        let next = words.lower(last + 1);
        if matches!(words.tag(last + 1), Tag::Verb | Tag::Auxiliary) {
            self.person += 1;
        }
        if next == "'s" {
            self.person += 1;
        }
        if cues::verb(next).is_some_and(|cue| cue.frames.any(Frames::QUOTE.or(Frames::BARE))) {
            self.person += 3;
            self.organisation += 2;
        }
        // "Anna Berg, 51," and "Anna Berg, who"
        if next == "," {
            let after = words.lower(last + 2);
            if after.len() == 2 && after.bytes().all(|b| b.is_ascii_digit()) && words.text(last + 3) == "," {
                self.person += 8;
                self.sure = true;
            }
            if after == "who" || titles::is_role(after) || titles::is_role(words.lower(last + 3)) {
                self.person += 4;
                self.sure |= after == "who";
            }
        }
        if next == "who" {
            self.person += 6;
            self.sure = true;
        }
        // "the newspaper Nilo Ilbo", "the ferry firm Norlines"
        let kind_before = first.checked_sub(1).is_some_and(|at| words.spaced(first) && names_kind(words.lower(at)));
        // "a newspaper, Nilo Ilbo, reported"
        let explained = first >= 2
            && words.text(first - 1) == ","
            && words.text(last + 1) == ","
            && names_kind(words.lower(first - 2));
        if explained {
            self.organisation += 5;
        }
        // "her mother, Anna, said": a role between commas beside one word.
        let told = first >= 3
            && words.text(first - 1) == ","
            && words.text(last + 1) == ","
            && (titles::is_role(words.lower(first - 2)) || is_kin(words.lower(first - 2)))
            && (matches!(words.lower(first - 3), "his" | "her" | "their" | "my" | "'s" | "’s"));
        if told {
            self.person += 8;
            self.sure = true;
        }
        if kind_before {
            self.organisation += 12;
        }
        // What papers and agencies do.
        if matches!(next, "reported" | "reports" | "published" | "quoted") {
            self.organisation += 8;
        }
    }

    /// Adds that the name is shortened to its last word, as people's names are.
    pub(super) fn shortened(&mut self) {
        self.person += 6;
    }

    /// The kind that most speaks for; a single word is a person only where something says so outright.
    pub(super) fn kind(self, words: usize) -> EntityKind {
        let most = self.person.max(self.organisation).max(self.place);
        if most <= self.thing {
            EntityKind::Other
        } else if self.place == most {
            EntityKind::Place
        } else if self.organisation == most && (words != 2 || most >= 5) {
            EntityKind::Organisation
        } else if self.sure || words > 1 && !self.common {
            EntityKind::Person
        } else {
            EntityKind::Other
        }
    }
}

/// Whether a role in small letters stands right before the name: "spokesman Karl Holm".
fn lower_title(words: &Words<'_>, first: usize) -> bool {
    let Some(before) = first.checked_sub(1) else { return false };
    words.spaced(first) && !words.capitalised(before) && titles::is_title(words.lower(before)) && {
        let lower = words.lower(before);
        !titles::is_plural_title(lower) || first > 1
    }
}

/// What a house of the press or a firm is called before its name.
fn names_kind(lower: &str) -> bool {
    crate::words::is_one_of(
        lower,
        "newspaper newspapers daily weekly magazine tabloid agency broadcaster network website site outlet \
                 journal paper company firm group bank party airline maker manufacturer carrier charity union startup \
                 retailer",
    )
}

/// Words that places are named with, before another name.
fn opens_place(lower: &str) -> bool {
    crate::words::is_one_of(
        lower.trim_end_matches('.'),
        "st saint ste fort mount lake port camp cape san santa new north south east west upper lower los las",
    )
}

/// What somebody is to their family.
fn is_kin(lower: &str) -> bool {
    crate::words::is_one_of(
        lower,
        "mother father son daughter brother sister wife husband aunt uncle cousin nephew niece grandmother \
                 grandfather girlfriend boyfriend",
    )
}
