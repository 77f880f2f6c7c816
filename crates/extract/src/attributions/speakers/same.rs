//! Who a source is that is told by a word alone: the same word twice, the end of a name in full, a name that nothing explains.

use std::collections::BTreeSet;
use std::ops::Range;

use model::{Attribution, AttributionKind, EntityKind, Span};

use super::{Said, Scene, UNKNOWN};
use crate::{attributions::sayers, mentions, tags::Tag};

/// Lets what one and the same word is the source of have one speaker: "She said it was late and warned them", where she is known
/// for the one, and is not named in the other.
pub(super) fn one_source(scene: &Scene<'_>, order: &[usize], attributions: &mut [Attribution]) {
    for pair in order
        .chunk_by(|&a, &b| attributions[a].source.first() == attributions[b].source.first())
        .map(<[_]>::to_vec)
        .collect::<Vec<_>>()
    {
        let mut known =
            pair.iter().filter_map(|&index| attributions[index].speaker.clone()).filter(|name| name != UNKNOWN);
        let Some(name) = known.next().filter(|name| known.all(|other| other == *name)) else { continue };
        if attributions[pair[0]].source.is_empty() {
            continue;
        }
        for &index in &pair {
            let attribution = &mut attributions[index];
            if attribution.speaker.as_deref() == Some(UNKNOWN)
                && attribution.kind == AttributionKind::Indirect
                && !scene.names(&name, &attribution.content)
            {
                attribution.speaker = Some(name.clone());
            }
        }
    }
}

impl Scene<'_> {
    /// Who is meant by a single capitalised word: the only one whose name before it ends so, and whether that is surely a person.
    pub(super) fn surname(&self, source: Span, said: &[Said]) -> Option<(String, bool)> {
        let word = self.prose.text.cut(source).trim().trim_end_matches(',');
        let plain =
            word.len() > 2 && word.starts_with(char::is_uppercase) && word.chars().skip(1).all(char::is_lowercase);
        if !plain || mentions::is_place(word) {
            return None;
        }
        let ends = |name: &str| name.strip_suffix(word).is_some_and(|rest| rest.ends_with(' '));
        let to = self.candidates.partition_point(|c| c.mention.span.start < source.start);
        // "Holm Industries", whose chairman is Karl Holm: nothing tells which of them.
        let opens = |name: &str| name.strip_prefix(word).is_some_and(|rest| rest.starts_with(' '));
        if self.candidates[..to].iter().any(|c| opens(&c.mention.name)) {
            return None;
        }
        let people = self.candidates[..to].iter().filter(|c| c.mention.kind == EntityKind::Person);
        let mut known: BTreeSet<(&str, bool)> =
            model::order::gather(people.map(|c| (c.mention.name.as_str(), true)).filter(|(name, _)| ends(name)));
        if known.is_empty() {
            let whole = |name: &str| {
                name.split([' ', '-']).all(|part| part.starts_with(char::is_uppercase))
                    && name.split(' ').count() <= 3
                    && !name.contains(['\'', '’'])
            };
            let one =
                |s: &&Said| s.speaks && s.role.is_none() && !(s.several || s.they) && ends(&s.name) && whole(&s.name);
            known.extend(said.iter().filter(one).map(|s| (s.name.as_str(), false)));
        }
        let mut known = known.into_iter();
        let only = known.next().filter(|_| known.next().is_none())?;
        Some((only.0.to_owned(), only.1))
    }

    /// Whether a source is an office or a trade with the name of who has it: "harbour worker Grey".
    fn is_titled(&self, source: Span) -> bool {
        let words = &self.prose.words;
        let range = self.words_of(source);
        let Some(last) = range.end.checked_sub(1).filter(|&last| last > range.start) else { return false };
        let plain = range.clone().all(|at| {
            matches!(words.tag(at), Tag::Noun | Tag::Proper | Tag::Adjective)
                || matches!(words.lower(at), "of" | "the" | "for")
        });
        let name =
            (range.start..=last).rev().take_while(|&at| words.tag(at) == Tag::Proper && words.capitalised(at)).count();
        let first = last + 1 - name.min(range.len());
        let trade = first.checked_sub(1).filter(|&at| at >= range.start).map_or("", |at| words.lower(at));
        let office = mentions::is_title(words.lower(range.start)) && name >= 2 && trade != "of";
        let thing = mentions::is_place(words.text(last)) || mentions::names_thing(words.lower(last));
        plain
            && name > 0
            && !thing
            && (office || sayers::is_somebody(trade) || sayers::is_agent(trade) && !trade.ends_with('s'))
    }

    /// Whether a source is a firm as wires mark it, whatever the text calls it elsewhere: "Norlines <NORL.K>", "<Norlines Inc>".
    pub(super) fn is_listed(&self, mut source: Range<usize>) -> bool {
        source.start = source.start.saturating_sub(1);
        source.into_iter().any(|at| self.prose.words.text(at) == "<")
    }

    /// The words of a source that "and" joins, all of whom "they" can mean: "Anna Berg and Jon Holm".
    pub(super) fn both(&self, source: Span) -> Option<String> {
        let words = &self.prose.words;
        let range = self.words_of(source);
        let joined = range.clone().any(|at| words.lower(at) == "and");
        let plain = !range.clone().any(|at| matches!(words.text(at), "," | "<" | "("));
        (joined && plain).then(|| self.plain(source)).flatten()
    }

    /// Whether a source is a single name of which the text does not tell what bears it, and no word of a dictionary.
    pub(super) fn is_bare_name(&self, source: Span) -> bool {
        // "Holm, a fellow of the Board": the name before what is told of it.
        let whole = self.prose.text.cut(source);
        let bare = whole.split(',').next().unwrap_or_default().trim_end();
        // "Bill Grey of Norlines": whose he is.
        let bare = bare.split_once(" of ").map(|(name, _)| name).filter(|name| name.contains(' ')).unwrap_or(bare);
        let source = Span::new(source.start, source.start + bare.chars().count() as u32);
        let text = bare.trim();
        let lower = text.to_lowercase();
        let from = self.candidates.partition_point(|c| c.mention.span.start < source.start);
        // "Swedes", "Democrats": people, and nobody's name.
        let people = lower.strip_suffix('s').is_some_and(|one| {
            mentions::is_nationality(text.trim_end_matches('s'))
                || crate::words::is_one_of(
                    one,
                    "spaniard swede dane finn pole turk kurd scot serb croat briton jew muslim christian sunni shiite \
                 democrat republican tory",
                )
        });
        if people {
            return false;
        }
        let known = self.candidates[from..]
            .iter()
            .take_while(|c| c.mention.span.start < source.end)
            .any(|c| c.mention.kind != EntityKind::Other);
        // "harbour worker Grey", "Minister of the Harbours Grey"
        if !known && whole == bare && self.is_titled(source) {
            return true;
        }
        // "Darrell Grey": two words of which the text does not tell what bears them.
        let two = self.candidates.get(from).is_some_and(|c| {
            c.mention.span == source && c.mention.kind == EntityKind::Other && text.split(' ').count() == 2
        });
        // "P.S. Grey"
        let initials =
            text.split(' ').next().is_some_and(|first| first.len() > 2 && first.split('.').all(|c| c.len() <= 1));
        if two && !lower.contains(|c: char| c.is_ascii_digit() || c == '.' && !initials) {
            return !mentions::names_thing(lower.rsplit(' ').next().unwrap_or_default());
        }
        // "Ali, owner of a shop,"
        (text.len() > 3 || text.len() == 3 && whole.len() > 8)
            && text.starts_with(char::is_uppercase)
            && text.chars().skip(1).all(|c| c.is_lowercase() || c == '-' || c == '’' || c == '\'')
            && !known
            && !crate::tags::is_common(&lower)
            && !crate::tags::is_common(lower.trim_end_matches('s'))
            && !mentions::is_place(text)
    }
}
