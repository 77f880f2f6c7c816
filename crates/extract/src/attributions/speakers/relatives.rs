//! Whom "who" and "which" stand for, where they speak.

use model::{EntityKind, Span};

use super::Scene;
use crate::{
    attributions::sayers,
    grammar::phrases::{Clauses, is_day},
    mentions,
    tags::Tag,
};

impl Scene<'_> {
    /// The person before "who" whom an apposition that ends in another name explains: "Anna Berg, a fellow of the Harbour Board,
    /// who".
    pub(super) fn person_just_before(&self, source: Span) -> Option<(String, bool)> {
        let sentence = self.sentence_at(source.start)?;
        let end = self.candidates.partition_point(|c| c.mention.span.end <= source.start);
        let mut before = self.candidates[..end].iter().rev().take_while(|c| c.sentence == sentence);
        let last = before.next()?;
        let near = source.start.saturating_sub(last.mention.span.end) <= 2;
        if !near {
            return self.explained_before(source);
        }
        let person = before.find(|c| c.mention.kind == EntityKind::Person)?;
        let between = Span::new(person.mention.span.end, last.mention.span.start);
        let words = &self.prose.words;
        let range = words.at(self.prose.text.byte(between.start))..words.at(self.prose.text.byte(between.end));
        // "Anna Berg, an aide under Mayor Karl Holm, who": her, whose description names him.
        let under = || {
            let of =
                range.clone().rev().find(|&at| !mentions::is_title(words.lower(at)) && words.lower(at) != "former");
            matches!(words.tag(range.start + 1), Tag::Determiner)
                && of.is_some_and(|at| words.tag(at) == Tag::Preposition)
                && words.text(words.at(self.prose.text.byte(source.start)) - 1) == ","
        };
        if last.mention.kind == EntityKind::Person && !under() {
            return None;
        }
        let explained = words.text(range.start) == "," && !range.clone().any(|at| words.tag(at) == Tag::Verb);
        explained.then(|| (person.mention.name.clone(), true))
    }

    /// The person whom an apposition with somebody else's name in it explains: "Anna Berg, Lind's grandmother, who".
    pub(super) fn explained_before(&self, source: Span) -> Option<(String, bool)> {
        let words = &self.prose.words;
        let who = words.at(self.prose.text.byte(source.start));
        let close = who.checked_sub(1).filter(|&at| words.text(at) == ",")?;
        let open = (close.saturating_sub(8)..close).rev().find(|&at| words.text(at) == ",")?;
        let told = (open + 1..close).any(|at| matches!(words.tag(at), Tag::Verb | Tag::Auxiliary | Tag::Conjunction));
        let noun = mentions::is_role(words.lower(close - 1)) || sayers::is_somebody(words.lower(close - 1));
        let end = self.prose.span(open..open + 1).start;
        let at = self.candidates.partition_point(|c| c.mention.span.end < end);
        let person = self.candidates.get(at).filter(|c| c.mention.span.end == end)?;
        let fits = person.mention.kind == EntityKind::Person && !told && noun;
        fits.then(|| (person.mention.name.clone(), true))
    }

    /// The name right before a relative pronoun, a day between them or not: "told Anna Berg Friday, who".
    pub(super) fn just_before(&self, source: Span) -> Option<(String, bool)> {
        let words = &self.prose.words;
        let end = self.candidates.partition_point(|c| c.mention.span.end <= source.start);
        let last = self.candidates.get(end.checked_sub(1)?)?;
        let from = words.at(self.prose.text.byte(last.mention.span.end));
        let to = words.at(self.prose.text.byte(source.start));
        let dated = (from..to).all(|at| words.text(at) == "," || is_day(words.lower(at)));
        // Tokenised text has a blank before its comma.
        let near = source.start.saturating_sub(last.mention.span.end) <= 3 || dated;
        // "The mayor of Kolm, who said": no town is anybody.
        let first = words.at(self.prose.text.byte(last.mention.span.start));
        let led = first.checked_sub(1).is_some_and(|at| words.tag(at) == Tag::Preposition);
        let who = matches!(words.lower(to), "who" | "whom") && last.mention.kind == EntityKind::Place && led;
        let near = near && !who;
        near.then(|| (last.mention.name.clone(), last.mention.kind == EntityKind::Person))
    }

    /// Somebody without a name right before "who": "one man, who told".
    pub(super) fn noun_before(&self, source: Span) -> Option<(String, bool)> {
        self.noun_span(source).and_then(|span| self.plain(span)).map(|name| (name, false))
    }

    pub(super) fn noun_span(&self, source: Span) -> Option<Span> {
        let words = &self.prose.words;
        let who = words.at(self.prose.text.byte(source.start));
        if !matches!(words.lower(who), "who" | "whom") {
            return None;
        }
        let last = who.checked_sub(1)?;
        let last = if words.text(last) == "," { last.checked_sub(1)? } else { last };
        let sentence = self.prose.sentence_of(who)?;
        let bounds = self.prose.sentences.get(sentence)?.words.clone();
        let groups = self.prose.groups.get(sentence)?;
        let clauses = Clauses { words, start: bounds.start, end: bounds.end, groups };
        let phrase = clauses.phrase_ending(last).filter(|&start| start >= bounds.start)?..last + 1;
        let several = sayers::several(self.prose, phrase.clone()) && sayers::can_speak(self.prose, phrase.clone());
        let somebody = sayers::is_somebody(words.lower(last)) || several;
        let determined = several || words.tag(phrase.start) == Tag::Determiner || words.lower(phrase.start) == "one";
        // "a friend of the man who said": which of them, the words do not tell.
        let owned = phrase.start > bounds.start && words.tag(phrase.start - 1) == Tag::Preposition;
        (somebody && determined && !owned).then(|| self.prose.span(phrase))
    }

    /// Whether somebody right before "who" only explains a name, and whose it is, where it is surely a person's and they
    /// alone can be meant: "Jon Holm, the adviser who"; not "turned to Jon Holm, the adviser who was there, and said".
    pub(super) fn explained_noun(&self, source: Span, content: &[Span]) -> Option<Option<(String, bool)>> {
        let words = &self.prose.words;
        let noun = self.words_of(self.noun_span(source)?).start;
        let name = noun.checked_sub(2).filter(|_| words.text(noun - 1) == ",")?;
        if words.tag(name) != Tag::Proper || mentions::is_place(words.text(name)) {
            return None;
        }
        let who = self.words_of(source).end;
        let until = content.first().map_or(who, |span| self.words_of(*span).start);
        let resumed = (who..until).any(|at| words.text(at) == "," && words.lower(at + 1) == "and");
        let before = self.candidates.partition_point(|c| c.mention.span.start < source.start);
        let own = self.candidates[..before].iter().rev().find(|c| self.words_of(c.mention.span).end == noun - 1);
        let person = own.filter(|c| c.mention.kind == EntityKind::Person && !resumed);
        Some(person.map(|c| (c.mention.name.clone(), true)))
    }
}
