//! Who a source is: the name that it holds, or that a pronoun or a role in it stands for.

mod bodies;
mod names;
mod people;
mod relatives;
mod same;
mod silence;
mod unsaid;
mod women;

use std::collections::{BTreeMap, BTreeSet};

use model::{Attribution, AttributionKind, EntityKind, Mention, Span};

use crate::{
    attributions::{Quoted, sayers},
    grammar::{Form, phrases::Clauses},
    mentions,
    prose::Prose,
    tags::Tag,
};

pub(crate) use women::women;

/// How many sentences back a pronoun can reach.
const REACH: usize = 5;

/// The name of the holder of what somebody says whom the text does not surely tell.
pub const UNKNOWN: &str = "speaker unknown";

/// Sets the speaker of each attribution that has a source. They may come in any order. Who holds an `inner` one says
/// nothing anew, so no later pronoun stands for them.
pub(super) fn resolve<'m>(
    prose: &Prose<'_>,
    quoted: &Quoted,
    mentions: &[Mention],
    attributions: &mut [Attribution],
    inner: impl Iterator<Item = &'m mut Attribution>,
) {
    let scene = Scene::new(prose, quoted, mentions, attributions);
    let mut order: Vec<usize> = (0..attributions.len()).collect();
    model::order::sort_by_key(&mut order, |&index| {
        attributions[index].source.first().map_or((u32::MAX, 0), |span| (span.start, span.end))
    });
    // The speakers so far.
    let mut said: Vec<Said> = Vec::new();
    for &index in &order {
        let attribution = &mut attributions[index];
        let Some(source) = attribution.source.first().copied() else { continue };
        let (mut name, mut person) = scene.speaker(source, &attribution.content, &said);
        if attribution.cue.first().is_some_and(|&cue| scene.others_say(source, cue)) {
            (name, person) = (UNKNOWN.to_owned(), false);
        }
        // "those who this past weekend were complaining": when, and nobody.
        let timed = |words: std::ops::Range<usize>| {
            matches!(prose.words.lower(words.start), "this" | "last" | "next" | "late" | "early")
                && words.len() > 1
                && names::is_time(prose.words.lower(words.end - 1))
        };
        if !person && (names::is_torn(prose, scene.words_of(source)) || timed(scene.words_of(source))) {
            name = UNKNOWN.to_owned();
        }
        // "said Jim Stone …, Stone said": the only one who was named so before.
        let named_before = if person { None } else { scene.surname(source, &said) };
        let known_bare =
            named_before.as_ref().is_some_and(|(known, _)| said.iter().any(|s| s.bare && s.name == *known));
        if let Some(before) = named_before {
            (name, person) = before;
        }
        if let Some(sentence) = scene.sentence_at(source.start) {
            // "He said …, he said": the spokesman still.
            let pronoun = match prose.text.cut(source).to_ascii_lowercase().as_str() {
                "he" => Some(Some(false)),
                "she" => Some(Some(true)),
                _ => None,
            };
            let role = match pronoun {
                _ if person => None,
                Some(_) if name != UNKNOWN => pronoun,
                _ => scene.role_of(scene.noun_span(source).unwrap_or(source)),
            };
            let bare = !person && role.is_none() && (known_bare || scene.is_bare_name(source));
            let words = scene.words_of(source);
            let they = matches!(prose.words.lower(words.start), "they" | "their" | "them") && words.len() == 1;
            let several = !person && sayers::several(prose, words.clone());
            let speaks = sayers::can_hold(prose, words.clone(), false);
            let words_start = words.start;
            let listed = scene.is_listed(words.clone());
            let both = if person { scene.both(source) } else { None };
            let nobody = !person && (several || listed || scene.is_no_person(source, words));
            let end = source.end;
            let place = matches!(prose.words.lower(words_start), "who" | "whom") && mentions::is_place(&name);
            said.push(Said {
                sentence,
                end,
                name: name.clone(),
                person,
                role,
                bare,
                several,
                they,
                speaks,
                nobody,
                place,
                both,
            });
        }
        // Who reads out is the one who speaks, and the words are another's.
        let cue = attribution.cue.first().filter(|_| attribution.kind != AttributionKind::Indirect);
        let unsaid = cue.is_some_and(|&cue| unsaid::is_unsaid(prose, scene.words_of(source), scene.words_of(cue)));
        attribution.speaker = Some(if unsaid { UNKNOWN.to_owned() } else { name });
    }
    same::one_source(&scene, &order, attributions);
    let source_of = |&index: &usize| attributions[index].source.first().copied();
    for attribution in inner {
        let Some(source) = attribution.source.first().copied() else { continue };
        // What goes on with what somebody said before: the same one, however often their pronoun is read.
        let start = attribution.content.first().map_or(u32::MAX, |content| content.start);
        let from = order.partition_point(|index| {
            source_of(index).is_some_and(|other| (other.start, other.end) < (source.start, source.end))
        });
        let same = order[from..]
            .iter()
            .take_while(|index| source_of(index) == Some(source))
            .map(|&index| &attributions[index]);
        let cue = |told: &Attribution| told.cue.first().map_or(0, |cue| cue.start);
        if let Some(told) = same.filter(|told| cue(told) <= start).max_by_key(|told| cue(told)) {
            // Who is named in what goes on is no more its speaker than of anything that is said.
            let named = told.speaker.as_deref().is_some_and(|name| scene.names(name, &attribution.content));
            attribution.speaker = if named { Some(UNKNOWN.to_owned()) } else { told.speaker.clone() };
            continue;
        }
        let before = said.partition_point(|said| said.end <= source.start);
        attribution.speaker = Some(scene.speaker(source, &attribution.content, &said[..before]).0);
    }
}

struct Said {
    sentence: usize,
    end: u32,
    name: String,
    person: bool,
    /// Whether it is one person who has no name ("the mayor"), and whether that is a woman, where the word tells.
    role: Option<Option<bool>>,
    /// Whether it is a single name of which the text does not tell what bears it: "Holm said".
    bare: bool,
    /// Whether it is more than one, who are no "he" or "she": "authorities".
    several: bool,
    /// Whether it is "they", who are no "it", whatever they are called.
    they: bool,
    /// Whether it is somebody, or something that says what is written.
    speaks: bool,
    /// Whether no "he" or "she" can mean it: a body, a document, "it", "they".
    nobody: bool,
    /// Whether it is "who", behind the name of a town: somebody who is called so.
    place: bool,
    /// The words of a source that "and" joins, where a person is the first: "Anna Berg and Jon Holm".
    both: Option<String>,
}

/// A mention with what a pronoun asks of it.
struct Candidate<'a> {
    mention: &'a Mention,
    sentence: usize,
    /// Whether it stands in quotation marks, in what somebody says, or before "'s".
    apart: bool,
    /// Whether it stands in what somebody says in other words, and is nobody's owner.
    told: bool,
}

struct Scene<'a> {
    prose: &'a Prose<'a>,
    candidates: Vec<Candidate<'a>>,
    /// Whether a person is a woman, where a title or the given name tells.
    women: BTreeMap<&'a str, bool>,
    /// Those of whom the text says that they can't speak: who died, who lies in a coma.
    silent: BTreeSet<&'a str>,
}

impl<'a> Scene<'a> {
    fn new(prose: &'a Prose<'a>, quoted: &Quoted, mentions: &'a [Mention], attributions: &[Attribution]) -> Self {
        let words = &prose.words;
        let mut told = vec![false; words.len()];
        for span in attributions.iter().filter(|a| !a.source.is_empty()).flat_map(|a| &a.content) {
            let (from, to) = (words.at(prose.text.byte(span.start)), words.at(prose.text.byte(span.end)));
            told[from.min(to)..to].fill(true);
        }
        let mut silent = BTreeSet::new();
        let mut candidates = Vec::new();
        for mention in mentions {
            let first = words.at(prose.text.byte(mention.span.start));
            let after = words.at(prose.text.byte(mention.span.end));
            let Some(sentence) = prose.sentence_of(first) else { continue };
            if mention.kind == EntityKind::Person && silence::is_silent(words, first, after) {
                silent.insert(mention.name.as_str());
            }
            let inside = told.get(first).copied().unwrap_or(false);
            let owner = matches!(words.lower(after), "'s" | "'");
            // "the Lind family"
            let tells_which = words.tag(after) == Tag::Noun
                && first > 0
                && words.lower(first - 1) == "the"
                && mention.kind == EntityKind::Person;
            // A caption or a byline names whom the report may not speak of.
            let beside = prose.beside.get(sentence).copied().unwrap_or(false) && mention.kind == EntityKind::Person;
            // "Norlines Ltd <NORL.K>": its short name.
            let opened = (first.saturating_sub(5)..first).rev().find(|&at| matches!(words.text(at), "<" | ">"));
            let short = opened.is_some_and(|at| at > 0 && words.text(at) == "<" && words.capitalised(at - 1));
            let apart = inside || quoted.is(first) || owner || tells_which || beside || short;
            let told = inside && !quoted.is(first) && !owner && !tells_which;
            candidates.push(Candidate { mention, sentence, apart, told });
        }
        let sources = attributions.iter().filter_map(|a| a.source.first().copied()).collect();
        let scene = Self { prose, candidates, women: BTreeMap::new(), silent: BTreeSet::new() };
        let candidates = scene.without_companions(sources);
        Self { prose, candidates, women: women(prose, mentions), silent }
    }

    /// The candidates, where those that stand in a source as somebody else's are apart: "a spokesman for Jon Holm".
    fn without_companions(mut self, mut sources: Vec<Span>) -> Vec<Candidate<'a>> {
        model::order::sort_by_key(&mut sources, |source| (source.start, source.end));
        let within: Vec<bool> = self
            .candidates
            .iter()
            .map(|candidate| {
                let span = candidate.mention.span;
                let next = sources.partition_point(|source| source.start <= span.start);
                let source = next.checked_sub(1).map(|at| sources[at]).filter(|source| source.end >= span.end);
                source.is_some_and(|source| source != span && !self.is_head(candidate, source))
            })
            .collect();
        for (candidate, within) in self.candidates.iter_mut().zip(within) {
            candidate.apart |= within;
        }
        self.candidates
    }

    fn words_of(&self, span: Span) -> std::ops::Range<usize> {
        self.prose.words.at(self.prose.text.byte(span.start))..self.prose.words.at(self.prose.text.byte(span.end))
    }

    fn sentence_at(&self, point: u32) -> Option<usize> {
        self.prose.sentence_of(self.prose.words.at(self.prose.text.byte(point)))
    }

    /// The name of a source, and whether it is one person.
    fn speaker(&self, source: Span, content: &[Span], said: &[Said]) -> (String, bool) {
        let words = self.prose.text.cut(source).trim().trim_end_matches(',');
        let lower = words.to_lowercase();
        // The World Health Organization is no pronoun.
        let found = match if words == "WHO" { words } else { lower.as_str() } {
            "he" | "him" | "his" | "himself" => Some(self.person_before(source, content, false, said)),
            "she" | "her" | "herself" => Some(self.person_before(source, content, true, said)),
            "it" | "its" => Some(self.body(source, said)),
            "they" | "their" | "them" => Some(self.group_before(source, content, said)),
            "who" | "whom" => Some(
                self.person_just_before(source)
                    .or_else(|| self.just_before(source))
                    .or_else(|| self.explained_noun(source, content).unwrap_or_else(|| self.noun_before(source))),
            ),
            "which" | "that" => Some(self.just_before(source)),
            _ if self.is_office(source) => self.inside(source).filter(|(_, person)| *person).map(Some),
            // "the ambassador to Norway, Anna Berg": her, whoever else is called the ambassador.
            _ if lower.starts_with("the ") || lower.starts_with("a ") || lower.starts_with("one of ") => {
                self.behind_comma(source).or_else(|| self.inside(source)).or_else(|| self.apposed(source)).map(Some)
            }
            _ if self.names_several(source) => None,
            _ if self.runs_on(source) => Some(None),
            _ => self.inside(source).or_else(|| self.behind_comma(source)).map(Some),
        };
        // "Lind said", where the only Lind that is named in full has died: a relative, of whom the text tells no more.
        if let Some(Some((name, true))) = &found
            && self.silent.contains(name.as_str())
            && !words.contains(' ')
            && words.starts_with(char::is_uppercase)
            && words != name
        {
            return (words.to_owned(), true);
        }
        match found {
            Some(Some(found)) => found,
            Some(None) => (UNKNOWN.to_owned(), false),
            None => (self.plain(source).unwrap_or_else(|| UNKNOWN.to_owned()), false),
        }
    }

    /// Whether a source is one person without a name, and whether that is a woman, where its word tells.
    fn role_of(&self, source: Span) -> Option<Option<bool>> {
        let words = &self.prose.words;
        let range = words.at(self.prose.text.byte(source.start))..words.at(self.prose.text.byte(source.end));
        let told = range
            .clone()
            // "a man who was there"
            .take_while(|&at| words.text(at) != "," && words.lower(at) != "who")
            // "the state-owned firm's spokesman"
            .any(|at| words.tag(at) == Tag::Verb && !words.text(at).contains('-'));
        sayers::one_person(self.prose, range).filter(|_| !told).map(mentions::woman)
    }

    /// Whether "him" or "her" stands in a sentence as what somebody does something to.
    fn has_object(&self, sentence: usize, female: bool) -> bool {
        let words = &self.prose.words;
        let Some(bounds) = self.prose.sentences.get(sentence).map(|sentence| sentence.words.clone()) else {
            return false;
        };
        let pronoun = if female { "her" } else { "him" };
        bounds.clone().skip(1).any(|at| {
            // "“We do not want him”": of whom somebody speaks.
            let from = self.prose.quotations.partition_point(|quotation| quotation.words().end <= at);
            let said = self.prose.quotations.get(from).is_some_and(|quotation| quotation.words().contains(&at));
            let object = words.lower(at) == pronoun && words.tag(at - 1) == Tag::Verb && !said;
            let bare = at + 1 >= bounds.end
                || matches!(words.tag(at + 1), Tag::Punctuation | Tag::Preposition | Tag::Conjunction | Tag::Adverb);
            object && bare
        })
    }

    /// The one person without a name whom a sentence tells of, as the subject of its first verb: "The mayor left".
    fn role_told_of(&self, sentence: usize, female: bool) -> Option<String> {
        let words = &self.prose.words;
        let bounds = self.prose.sentences.get(sentence)?.words.clone();
        let groups = self.prose.groups.get(sentence)?;
        let clauses = Clauses { words, start: bounds.start, end: bounds.end, groups };
        let first = groups.iter().find(|group| group.form == Form::Finite)?;
        let own = clauses.subject_before(first);
        // "A spokesman, quoted in a paper of the town, said": what the sentence opens with.
        let opens = || clauses.phrase_from(bounds.start, bounds.end).map(|end| bounds.start..end);
        let role = |subject: &std::ops::Range<usize>| self.role_of(self.prose.span(subject.clone())).is_some();
        let subject = own.filter(role).or_else(|| opens().filter(role))?;
        // "“The guy knocked on my door.” …, he said": not the one who is spoken of.
        let from = self.prose.quotations.partition_point(|quotation| quotation.words().end <= subject.start);
        if self.prose.quotations[from..].iter().take(2).any(|quotation| quotation.words().contains(&subject.start)) {
            return None;
        }
        let span = self.prose.span(subject);
        let woman = self.role_of(span)?;
        let named = self
            .candidates
            .iter()
            .any(|c| c.sentence == sentence && c.mention.span.start >= span.start && c.mention.span.end <= span.end);
        (!named && woman.is_none_or(|woman| woman == female)).then(|| self.plain(span)).flatten()
    }

    /// Whether a source is a body or a document, or a pronoun that stands for one or for several.
    fn is_no_person(&self, source: Span, words: std::ops::Range<usize>) -> bool {
        let first = self.prose.words.lower(words.start);
        let pronoun = words.len() == 1 && crate::words::is_one_of(first, "it they that which we this these those");
        let named = self.inside(source).is_some_and(|(name, _)| {
            let from = self.candidates.partition_point(|c| c.mention.span.start < source.start);
            let own = self.candidates[from..].iter().find(|c| c.mention.name == name);
            own.is_some_and(|c| c.mention.kind == EntityKind::Organisation)
        });
        pronoun || named || sayers::is_document(self.prose, words.clone()) || sayers::is_body(self.prose, words)
    }
}
