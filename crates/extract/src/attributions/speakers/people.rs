//! Whom "he" and "she" stand for, where they speak.

use std::collections::BTreeSet;

use model::{EntityKind, Span};

use super::{Candidate, REACH, Said, Scene};
use crate::{mentions, tags::Tag};

impl Scene<'_> {
    /// The person that "he" or "she" at `source` stands for: the only one who fits, in this sentence or in the nearest
    /// one before it that names or lets speak somebody who fits.
    pub(super) fn person_before(
        &self,
        source: Span,
        content: &[Span],
        female: bool,
        said: &[Said],
    ) -> Option<(String, bool)> {
        let sentence = self.sentence_at(source.start)?;
        let inside = |span: &Span| {
            let from = self.candidates.partition_point(|c| c.mention.span.start < span.start);
            let end = span.end;
            self.candidates[from..].iter().take_while(move |c| c.mention.span.start < end)
        };
        let named: BTreeSet<&str> =
            model::order::gather(content.iter().flat_map(inside).map(|c| c.mention.name.as_str()));
        let fits = |name: &str| {
            self.women.get(name).is_none_or(|&woman| woman == female)
                && !self.silent.contains(name)
                && !named.contains(name)
        };
        let end = self.candidates.partition_point(|c| c.mention.span.start < source.start);
        let before = &self.candidates[..end];
        // Whether a sentence has been passed over in which several speak.
        let mut passed = false;
        // Whether the sentence passed over last tells what somebody else says of whom the pronoun stands for.
        let mut spoken_of = false;
        // Whether a sentence passed over has a name of which the text does not tell what bears it.
        let mut unsure = false;
        for back in 0..=REACH.min(sentence) {
            let current = sentence - back;
            let from = before.partition_point(|c| c.sentence < current);
            let to = before.partition_point(|c| c.sentence <= current);
            let first_said = said.partition_point(|s| s.sentence < current);
            let speakers: Vec<&Said> =
                said[first_said..].iter().take_while(|s| s.sentence == current && s.end <= source.start).collect();
            let mut fitting: BTreeSet<&str> = model::order::gather(
                before[from..to]
                    .iter()
                    .filter(|c| c.mention.kind == EntityKind::Person && !c.apart && fits(&c.mention.name))
                    .filter(|c| back > 0 || !self.is_companion(c, source))
                    .filter(|c| !self.is_somebody_else(c, female))
                    .map(|c| c.mention.name.as_str()),
            );
            fitting.extend(speakers.iter().filter(|s| s.person && fits(&s.name)).map(|s| s.name.as_str()));
            // "Jon Holm met her", "Another pilot protected her, saying": she is another.
            let named = speakers.iter().any(|s| s.role.is_none());
            if back > 0 && !named && self.has_object(current, female) {
                return None;
            }
            let subject = if back > 0 { self.role_told_of(current, female) } else { None };
            let mut fitting = fitting.into_iter();
            // The only one whom "he" or "she" can mean: beside "the suppliers agreed" a spokesman is alone.
            let mut able = speakers.iter().filter(|s| speakers.len() == 1 || !s.nobody);
            let alone = able.next().copied().filter(|first| able.all(|s| s.name == first.name));
            let a_role = alone.filter(|s| s.role.is_some_and(|woman| woman.is_none_or(|woman| woman == female)));
            match (fitting.next(), fitting.next()) {
                // "The mayor met Jon Holm, she said. He …": either.
                (Some(_), None) if a_role.is_some() || subject.is_some() => return None,
                // "He was mild. “He was a good man,” he said": the one who was spoken of is not the one who speaks of him.
                (Some(only), None)
                    if back > 0 && !said.iter().any(|s| s.name == only) && self.speaks_of_another(content, female) =>
                {
                    return None;
                }
                // "Paris, who said it was late, told Anna Berg. She": somebody whom the text calls by the name of a town.
                (Some(only), None) if back > 0 && speakers.iter().any(|s| s.place && s.name != only) => return None,
                // "Authorities had been seeking it. “…,” he said": whoever spoke before them, and nobody who was only named.
                (Some(only), None) if passed && !speakers.iter().any(|s| s.name == only) => return None,
                (Some(only), None) => return Some((only.to_owned(), true)),
                // Of those who are named, the one who spoke goes on to speak.
                (Some(_), Some(_)) => {
                    return alone.filter(|s| s.person && fits(&s.name) && back > 0).map(|s| (s.name.clone(), true));
                }
                // "A man said men came. Residents recalled the words of Kolmar, who vowed to stay. He said": not the man.
                (None, _) if a_role.is_some() && (spoken_of || unsure) => return None,
                (None, _) if a_role.is_some() => return a_role.map(|s| (s.name.clone(), false)),
                (None, _) if alone.is_some_and(|s| s.bare && !s.nobody && fits(&s.name)) => {
                    return alone.map(|s| (s.name.clone(), true));
                }
                // "The mayor left for Kolm. He said …"
                (None, _) if subject.is_some() && speakers.is_empty() => return subject.map(|name| (name, false)),
                // "Investigators say the boat was driven by Anna Berg. She": the one who is named in what they say.
                (None, _)
                    if !speakers.is_empty() && speakers.iter().all(|s| s.nobody) && subject.is_none() && back > 0 =>
                {
                    // What a body says is as often about somebody else: there only whoever its sentence opens with.
                    let several = speakers.iter().all(|s| s.several);
                    let opens = |c: &Candidate<'_>| {
                        let start = self.prose.sentences.get(current).map_or(0, |sentence| sentence.words.start);
                        self.words_of(c.mention.span).start <= start + 2
                    };
                    let within =
                        |c: &&Candidate<'_>| c.mention.kind == EntityKind::Person && c.told && fits(&c.mention.name);
                    let told = before[from..to].iter().filter(within).filter(|c| several || opens(c));
                    let told: BTreeSet<&str> = model::order::gather(told.map(|c| c.mention.name.as_str()));
                    let mut told = told.into_iter();
                    match (told.next(), told.next()) {
                        (Some(only), None) => return Some((only.to_owned(), true)),
                        // "The board said the pier is shut. He said": whoever spoke before, where it tells of nobody.
                        (None, _) if several || !before[from..to].iter().any(|c| within(&c)) => passed = true,
                        _ => return None,
                    }
                }
                // "A pilot left, the board said. He": either.
                (None, _) if subject.is_some() => return None,
                // "Berg's calm showed as he spoke. He": the one who is named as somebody's owner.
                (None, _) if self.owner_goes_on(&before[from..to], (source, back), female, fits) => return None,
                // "She said" of nobody knows whom: that one may be meant.
                (None, _) if speakers.iter().any(|s| !s.person && !s.several) => return None,
                // "Autumn Moe runs the club. …, she said": a name of which the text does not tell what bears it.
                (None, _) if back > 0 && self.unsure_subject(current) => return None,
                (None, _) => {}
            }
            // "Ms. Hill says he never came. He said": whom she speaks of, where the sentence before names him.
            if spoken_of {
                return None;
            }
            spoken_of = back > 0 && !speakers.is_empty() && self.tells_of(current, female);
            unsure |= before[from..to].iter().any(|c| {
                c.mention.kind == EntityKind::Other
                    && !c.apart
                    && fits(&c.mention.name)
                    && self.is_bare_name(c.mention.span)
            });
        }
        None
    }

    /// Whether a sentence tells of somebody as "he" or "she", outside of quotation marks.
    fn tells_of(&self, sentence: usize, female: bool) -> bool {
        let words = &self.prose.words;
        let pronoun = if female { "she" } else { "he" };
        let Some(sentence) = self.prose.sentences.get(sentence) else { return false };
        let quoted = |at: usize| {
            let from = self.prose.quotations.partition_point(|quotation| quotation.words().end <= at);
            self.prose.quotations[from..].iter().take(2).any(|quotation| quotation.words().contains(&at))
        };
        sentence.words.clone().any(|at| words.lower(at) == pronoun && !quoted(at))
    }

    /// Whether what is said speaks, in its own clauses, of a third person whom the same pronoun would mean.
    fn speaks_of_another(&self, content: &[Span], female: bool) -> bool {
        let words = &self.prose.words;
        content.iter().any(|&span| {
            let range = self.words_of(span);
            let quoted = matches!(words.text(range.start), "“" | "\"" | "‘" | "'" | "''");
            quoted && range.clone().any(|at| words.text(at) == if female { "She" } else { "He" })
        })
    }

    /// Whether a sentence goes on with "he" or "she" behind a name that it has only as an owner's, or the pronoun at `source`
    /// itself does.
    fn owner_goes_on(
        &self,
        named: &[Candidate<'_>],
        (source, back): (Span, usize),
        female: bool,
        fits: impl Fn(&str) -> bool,
    ) -> bool {
        let words = &self.prose.words;
        let pronoun = if female { "she" } else { "he" };
        let own = words.at(self.prose.text.byte(source.start));
        let opened = named.first().map(|c| c.sentence).or_else(|| self.prose.sentence_of(own)?.checked_sub(back));
        // "Holmgren's calm showed as he spoke": a name that the text has nowhere else.
        let opens = opened.and_then(|at| self.prose.sentences.get(at)).is_some_and(|sentence| {
            let start = sentence.words.start;
            words.tag(start) == Tag::Proper
                && matches!(words.lower(start + 1), "'s" | "'")
                && !mentions::is_place(words.text(start))
                && fits(words.text(start))
                && (start + 2..sentence.words.end).any(|at| words.lower(at) == pronoun)
        });
        opens
            || named.iter().any(|c| {
                let after = words.at(self.prose.text.byte(c.mention.span.end));
                let Some(sentence) = self.prose.sentences.get(c.sentence) else { return false };
                matches!(c.mention.kind, EntityKind::Person | EntityKind::Other)
                    && fits(&c.mention.name)
                    && matches!(words.lower(after), "'s" | "'")
                    && if sentence.words.contains(&own) {
                        let first = words.at(self.prose.text.byte(c.mention.span.start));
                        first <= sentence.words.start + 1 && words.tag(sentence.words.start) != Tag::Punctuation
                    } else {
                        (after..sentence.words.end).any(|at| words.lower(at) == pronoun)
                    }
            })
    }

    /// Whether the first sentence subject is a name of which the text does not tell what bears it.
    fn unsure_subject(&self, sentence: usize) -> bool {
        let Some(bounds) = self.prose.sentences.get(sentence).map(|sentence| sentence.words.clone()) else {
            return false;
        };
        let from = self.candidates.partition_point(|c| c.sentence < sentence);
        self.candidates.get(from).filter(|c| c.sentence == sentence).is_some_and(|c| {
            let range = self.words_of(c.mention.span);
            // "Shaneen Banks lives there": a name with a word that firms have.
            let firm = c.mention.kind == EntityKind::Organisation
                && range.len() == 2
                && !crate::tags::is_common(self.prose.words.lower(range.start))
                && !crate::words::is_one_of(
                    self.prose.words.lower(range.end - 1).trim_end_matches('.'),
                    "corp co inc ltd plc llc group bank airlines air council",
                );
            (c.mention.kind == EntityKind::Other || firm)
                && range.start == bounds.start
                && range.len() > 1
                && (matches!(self.prose.words.tag(range.end), Tag::Verb | Tag::Auxiliary)
                    || self.prose.words.text(range.end) == ",")
        })
    }

    /// Whether the same pronoun stands before a name in its sentence: it does not stand for who is named behind it.
    fn is_somebody_else(&self, candidate: &Candidate<'_>, female: bool) -> bool {
        let words = &self.prose.words;
        let first = words.at(self.prose.text.byte(candidate.mention.span.start));
        let Some(sentence) = self.prose.sentences.get(candidate.sentence) else { return false };
        let pronoun = if female { "she" } else { "he" };
        // "While he was ill, Jon Holm wrote": the one who is named behind the comma.
        let opened = crate::words::is_one_of(
            words.lower(sentence.words.start),
            "while as when after before although though since until even in",
        );
        // Not "While he spared his rival, Jon Holm, the mayor said": a name that only explains another word.
        let comma = (sentence.words.start..first).rfind(|&at| words.text(at) == ",");
        let after = words.at(self.prose.text.byte(candidate.mention.span.end));
        let titled = words.text(after) != ","
            && comma.is_some_and(|comma| {
                (comma + 1..first).all(|at| words.capitalised(at) && mentions::is_title(words.lower(at)))
            });
        let ahead = opened && titled;
        !ahead && (sentence.words.start..first).any(|at| words.lower(at) == pronoun)
    }

    /// Whether a name stands in a phrase before the subject that tells whom the subject met: "At a meeting with Jon Holm,
    /// she said".
    fn is_companion(&self, candidate: &Candidate<'_>, source: Span) -> bool {
        let words = &self.prose.words;
        let first = words.at(self.prose.text.byte(candidate.mention.span.start));
        let pronoun = words.at(self.prose.text.byte(source.start));
        let Some(sentence) = self.prose.sentences.get(candidate.sentence) else { return false };
        // "Lind, he said, “has a choice”": of whom he speaks.
        let after = words.at(self.prose.text.byte(candidate.mention.span.end));
        if after + 1 == pronoun
            && words.text(after) == ","
            && first <= sentence.words.start + 2
            && (pronoun + 1..pronoun + 4).any(|at| words.text(at) == ",")
        {
            return true;
        }
        let opened = words.tag(sentence.words.start) == Tag::Preposition;
        let met = (first.saturating_sub(6).max(sentence.words.start)..first)
            .rev()
            .take_while(|&at| words.text(at) != ",")
            .any(|at| words.lower(at) == "with");
        let closed = pronoun.checked_sub(1).is_some_and(|at| words.text(at) == ",");
        opened && met && closed
    }
}
