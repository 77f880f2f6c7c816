//! What a text calls the people it names: the title right before a name, or what stands in apposition to it.

use std::ops::Range;

use model::Description;

use crate::{
    grammar::{Form, VerbGroup},
    mentions::{gazetteer, names::Name, titles},
    prose::Prose,
    tags::Tag,
    words::Words,
};

/// The words of a description at most.
const LONGEST: usize = 14;

/// Finds the descriptions of people. `taken` tells which words name some person.
pub(super) fn find<'a>(
    prose: &Prose<'_>,
    people: impl Iterator<Item = (&'a Name, &'a str)>,
    taken: &dyn Fn(Range<usize>) -> bool,
) -> Vec<Description> {
    let mut found = Vec::new();
    for (name, full) in people {
        let Some(sentence) = prose.sentence_of(name.words.start) else { continue };
        let Some(bounds) = prose.sentences.get(sentence) else { continue };
        let scene = Scene {
            words: &prose.words,
            groups: prose.groups.get(sentence).map_or(&[], Vec::as_slice),
            bounds: bounds.words.clone(),
            taken,
        };
        let before = scene.before(name);
        let after = scene.after(name);
        let ahead = if before.is_none() { scene.ahead(name) } else { None };
        let alone = |range: &Range<usize>| range.len() == 1 && titles::is_relational(prose.words.lower(range.start));
        for range in [before, after, ahead].into_iter().flatten().filter(|range| !alone(range)) {
            found.push(Description { span: prose.span(range), name: full.to_owned() });
        }
    }
    found
}

/// Whether a word says of somebody what a court has yet to say, or what befell them: it is no office.
fn accuses(lower: &str) -> bool {
    crate::words::is_one_of(
        lower,
        "suspect murderer gunman shooter convict killer inmate detainee prisoner defendant victim accused \
                 alleged suspected slain ringleader kingpin",
    )
}

/// How somebody is, which is no part of what they are.
fn is_mood(lower: &str) -> bool {
    crate::words::is_one_of(
        lower,
        "angry emotional tired ill sick furious happy proud bad good weary upset tearful responsible alleged \
                 suspected accused slain murdered injured wounded",
    )
}

struct Scene<'a> {
    words: &'a Words<'a>,
    groups: &'a [VerbGroup],
    bounds: Range<usize>,
    taken: &'a dyn Fn(Range<usize>) -> bool,
}

impl Scene<'_> {
    /// The title that ends right before a name: "Norwegian Foreign Minister", "former council spokesman".
    fn before(&self, name: &Name) -> Option<Range<usize>> {
        let words = self.words;
        let mut end = name.words.start;
        // "Dr." says little: what stands before it may say more.
        while end > self.bounds.start
            && matches!(words.lower(end - 1).trim_end_matches('.'), "dr" | "mr" | "mrs" | "ms")
        {
            end -= 1;
        }
        let floor = self.bounds.start.max(end.saturating_sub(LONGEST));
        let mut start = end;
        while start > floor && self.describes(start - 1, start) {
            start -= 1;
        }
        while start < end && matches!(words.lower(start), "of" | "for" | "on" | "&") {
            start += 1;
        }
        // "Holm meets singer Berg": the verb that the tagger takes for a noun.
        if start + 1 < end && start > floor && (self.taken)(start - 1..start) && words.lower(start).ends_with('s') {
            start += 1;
        }
        while end > start + 1 && self.is_rank_behind_office(start, end - 1) {
            end -= 1;
        }
        let role = self.last_role(start..end)?;
        // "the angry judge Berg", "slain officer Berg": how somebody is, and not what.
        while start < role && !words.capitalised(start) && is_mood(words.lower(start)) {
            start += 1;
        }
        // "the family of Officer Berg": only what is said of the one who is named.
        let of = (start..role)
            .rev()
            .find(|&at| matches!(words.lower(at), "of" | "for") && at > start && !words.capitalised(at - 1));
        if let Some(of) =
            of.filter(|&of| of > start && !titles::is_role(words.lower(of - 1)) && words.lower(of - 1) != "chief")
        {
            let whose = (start..of).any(|at| titles::is_role(words.lower(at)));
            if !whose {
                start = of + 1;
            }
        }
        // "In a remark President Holm": a noun that is none of the office's.
        let address = matches!(
            words.lower(role).trim_end_matches('.'),
            "president" | "sen" | "gov" | "rep" | "senator" | "governor"
        );
        if address && words.capitalised(role) && role > start {
            let noun = words.lower(role - 1);
            let own = words.capitalised(role - 1)
                || words.tag(role - 1) != Tag::Noun
                || gazetteer::names_organisation(noun)
                || gazetteer::names_place(noun)
                || titles::is_title_part(noun)
                || noun == "class";
            start = if own { start } else { role };
        }
        // "The HWA reports Kolm Mayor": what is told before it.
        let told = (start..role).rev().find(|&at| matches!(words.lower(at), "reports" | "says" | "said" | "reported"));
        start = told.map_or(start, |told| told + 1);
        if accuses(words.lower(role)) {
            return None;
        }
        let office = words.lower(role + 1) == "of" && role + 3 <= end;
        let range = start..end;
        let closed = words.tag(end - 1) != Tag::Preposition && titles::is_role(words.lower(role));
        ((role + 1 == end || office) && closed && !self.names_somebody(range.clone())).then_some(range)
    }

    /// Whether the word at `at` is a rank behind an office that begins at `start` or later: "Board spokesman Col.", and not
    /// "Attorney General".
    fn is_rank_behind_office(&self, start: usize, at: usize) -> bool {
        let words = self.words;
        let of_office = crate::words::is_one_of(
            words.lower(at - 1),
            "attorney secretary director inspector surgeon solicitor consul governor postmaster auditor \
                 comptroller sergeant lieutenant major brigadier vice rear",
        );
        let office = (start..at).any(|at| titles::is_role(words.lower(at)) && !titles::is_rank(words.lower(at)));
        titles::is_rank(words.lower(at)) && !of_office && office
    }

    /// Whether the word at `at` can belong to the title that goes on with `next`.
    fn describes(&self, at: usize, next: usize) -> bool {
        let words = self.words;
        if !words.spaced(next) || (self.taken)(at..at + 1) {
            return false;
        }
        let lower = words.lower(at);
        let shouted =
            words.text(at).len() > 3 && !words.text(at).contains(char::is_lowercase) && crate::tags::is_common(lower);
        if gazetteer::is_calendar(lower) || titles::is_address(lower) || shouted {
            return false;
        }
        if words.capitalised(at) && gazetteer::is_place(&super::names::text_of(words, at..next + 1)) {
            return true;
        }
        match words.tag(at) {
            Tag::Proper => true,
            Tag::Noun | Tag::Adjective => {
                // A capital alone opens no sentence's title: "Talks" in "Talks President Holm".
                at > self.bounds.start
                    || titles::is_title_part(lower)
                    || gazetteer::is_nationality(words.text(at))
                    || titles::is_title_part(words.lower(next)) && !words.lower(at).ends_with("ly")
            }
            Tag::Preposition => lower == "of" && (words.capitalised(next) || at > 0 && words.lower(at - 1) == "chief"),
            Tag::Verb => titles::is_title_part(lower) || lower == "retired" || lower == "acting",
            _ => titles::is_title_part(lower) && lower.len() > 2 && words.tag(at) != Tag::Adverb || lower == "then",
        }
    }

    /// What stands behind a name between commas: ", the mayor of Kolm,".
    fn after(&self, name: &Name) -> Option<Range<usize>> {
        let words = self.words;
        if words.text(name.words.end) != "," {
            return None;
        }
        let mut start = name.words.end + 1;
        // "Anna Berg, 51, the mayor"
        if words.text(start).len() == 2 && words.tag(start) == Tag::Number && words.text(start + 1) == "," {
            start += 2;
        }
        let limit = self.bounds.end.min(start + LONGEST + 4);
        let end = (start..limit).find(|&at| {
            matches!(
                words.text(at),
                "," | "." | ";" | ":" | "—" | "–" | "--" | "(" | ")" | "“" | "\"" | "”" | "?" | "!"
            ) || crate::words::is_one_of(words.text(at), "who whose which that when where as while")
        })?;
        if words.text(end) == "“" || words.text(end) == "\"" {
            return None;
        }
        // "the head of the firm to be sold": only what the name is.
        let inner = self.groups.iter().find(|group| group.form == Form::Infinitive && group.words.start > start);
        let end = inner.map_or(end, |group| group.words.start.min(end));
        self.apposition(start, end)
    }

    /// What stands before a name that is set off by commas: "The mayor, Ida Holm, said".
    fn ahead(&self, name: &Name) -> Option<Range<usize>> {
        let words = self.words;
        let from = name.title.start.min(name.words.start);
        let comma = from.checked_sub(1).filter(|&at| at > self.bounds.start && words.text(at) == ",")?;
        if !matches!(words.text(name.words.end), "," | "." | ";" | ")" | "—" | "–") {
            return None;
        }
        let floor = self.bounds.start.max(comma.saturating_sub(LONGEST));
        let owned = |at: usize| at > self.bounds.start && matches!(words.text(at - 1), "'s" | "’s");
        let start = (floor..comma)
            .rev()
            .take_while(|&at| !matches!(words.text(at), "," | ";" | ":" | "”" | "\""))
            .find(|&at| {
                (matches!(words.lower(at), "the" | "its" | "their" | "a" | "an") || owned(at))
                    && words.lower(at.wrapping_sub(1)) != "of"
                    && at.checked_sub(1).is_none_or(|before| words.tag(before) != Tag::Preposition || at == floor)
            })?;
        // "Norland's harbour minister, Ida Holm,": whose minister she is opens the phrase.
        let first = if owned(start) {
            let name = |at: usize| matches!(words.tag(at), Tag::Proper | Tag::Noun | Tag::Adjective | Tag::Determiner);
            (self.bounds.start..start - 1).rev().take_while(|&at| name(at)).last().unwrap_or(start)
        } else {
            start
        };
        let opens = first == self.bounds.start
            || matches!(words.text(first - 1), "," | "“" | "\"" | "—" | ";")
            || crate::words::is_one_of(words.lower(first - 1), "and that but by with to said told");
        if !opens {
            return None;
        }
        self.apposition(start, comma)
    }

    /// A noun phrase whose head is a role, with no verb of its own and nobody else's name in it.
    fn apposition(&self, mut start: usize, end: usize) -> Option<Range<usize>> {
        let words = self.words;
        while start < end
            && (crate::words::is_one_of(words.lower(start), "the a an its their now also currently then")
                || words.tag(start) == Tag::Determiner)
        {
            start += 1;
        }
        let whole = start..end;
        let open = matches!(words.tag(end - 1), Tag::Preposition | Tag::Determiner | Tag::Conjunction);
        if whole.is_empty()
            || open
            || whole.len() > LONGEST
            || self.names_somebody(whole.clone())
            || self.has_verb(&whole)
        {
            return None;
        }
        // The head stands before the first preposition.
        let head = (start..end)
            .find(|&at| matches!(words.tag(at), Tag::Preposition | Tag::Conjunction) || words.lower(at) == "to")
            .unwrap_or(end);
        let role = head.checked_sub(1).filter(|&at| at >= start && titles::is_role(words.lower(at)))?;
        if accuses(words.lower(role)) {
            return None;
        }
        let nominal = (start..role).all(|at| {
            matches!(words.tag(at), Tag::Noun | Tag::Proper | Tag::Adjective | Tag::Particle | Tag::Number)
                || titles::is_title_part(words.lower(at))
                || matches!(words.tag(at), Tag::Adverb | Tag::Verb) && at + 1 < role
        });
        // "the minister and Jon Holm": a list of people, no description.
        let listed = words.lower(head) == "and" && head < end && !self.role_within(head + 1..end);
        (nominal && !listed).then_some(whole)
    }

    fn role_within(&self, mut range: Range<usize>) -> bool {
        range.any(|at| titles::is_role(self.words.lower(at)))
    }

    fn last_role(&self, range: Range<usize>) -> Option<usize> {
        range.rev().find(|&at| titles::is_role(self.words.lower(at)) || titles::is_plural_title(self.words.lower(at)))
    }

    fn names_somebody(&self, range: Range<usize>) -> bool {
        (self.taken)(range)
    }

    fn has_verb(&self, range: &Range<usize>) -> bool {
        self.groups.iter().any(|group| group.form == Form::Finite && range.contains(&group.head))
    }
}
