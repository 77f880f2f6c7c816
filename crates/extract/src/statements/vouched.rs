//! Whether what is found to be somebody's word makes a statement theirs.

use std::ops::Range;

use model::{Attribution, EntityKind, Holder, Span};

use super::units::Unit;
use super::voices::{self, Part, Voice};
use super::{Stage, clauses};
use crate::{
    attributions, commitment,
    grammar::{Form, groups, phrases::Clauses},
    prose::Prose,
    tags::Tag,
};

impl Stage<'_> {
    /// Who says what a unit tells, where its own verb says that somebody said it, and what follows could not be told apart: "Berg
    /// said the mill, which burned, is safe".
    pub(super) fn said_by(&self, clauses: &Clauses<'_>, unit: &Unit<'_>) -> Option<(Holder, Span)> {
        let prose = self.found.prose;
        let main = unit.main.filter(|main| main.form == Form::Finite && !main.negated && !main.passive)?;
        // "He told the board the pier, which burned, is lost"
        let hearer = matches!(prose.words.lower(main.head), "told" | "tells")
            .then(|| clauses.phrase_from(main.words.end, unit.words.end))
            .flatten()
            .filter(|&end| {
                !crate::words::is_one_of(prose.words.lower(end), "to how what about of when where who whom which whose")
            });
        // "Analysts attributed the rise to the fog"
        let explains = matches!(prose.words.lower(main.head), "attributed" | "attribute")
            && (main.words.end..unit.words.end).any(|at| prose.words.lower(at) == "to")
            // "An analyst put the loss at ten million"
            || matches!(prose.words.lower(main.head), "put" | "puts")
                && (main.words.end + 1..unit.words.end).any(|at| {
                    prose.words.lower(at) == "at" && (at + 1..at + 3).any(|at| prose.words.tag(at) == Tag::Number)
                });
        let says = hearer.is_some()
            || explains
            || matches!(prose.words.lower(main.head), "said" | "says" | "say" | "argued" | "argues" | "argue");
        let modal = main.words.clone().any(|at| groups::is_modal(prose.words.lower(at)));
        let subject = clauses.subject_before(main)?;
        // "Berg said video evidence links him": a verb that is taken for a noun.
        let told = hearer.unwrap_or(main.words.end)..unit.words.end;
        let nothing = crate::words::is_one_of(
            prose.words.lower(main.words.end),
            "nothing no little so goodbye hello something a otherwise yes",
        );
        let worded = told.clone().filter(|&at| prose.words.tag(at) != Tag::Punctuation).count() >= 4;
        let plain = matches!(
            prose.words.tag(main.words.end),
            Tag::Noun | Tag::Proper | Tag::Determiner | Tag::Pronoun | Tag::Adjective | Tag::Number
        );
        let more = clauses.finite_in(told) || worded && plain && !nothing && hearer.is_none();
        // "Whatever Berg says"
        let opened = subject.start.checked_sub(1).filter(|&at| at >= clauses.start).is_some_and(|at| {
            clauses::is_opener(clauses.words, at)
                || matches!(prose.words.lower(at), "whatever" | "however" | "wherever" | "whenever" | "matter")
        });
        let held = attributions::sayers::can_hold(prose, subject.clone(), !explains);
        let nobody = crate::words::is_one_of(
            prose.words.lower(subject.start),
            "nobody none no neither few i we that which who it",
        );
        if !says || modal || !more || !held || nobody || opened {
            return None;
        }
        let span = prose.span(subject.clone());
        let pronoun = subject.len() == 1 && prose.words.tag(subject.start) == Tag::Pronoun;
        let from = self.found.mentions.partition_point(|mention| mention.span.start < span.start);
        let mut named = self.found.mentions[from..].iter().take_while(|mention| mention.span.end <= span.end);
        let person = named.find(|mention| mention.kind == EntityKind::Person).filter(|mention| {
            let first = prose.words.at(prose.text.byte(mention.span.start));
            let after = prose.words.at(prose.text.byte(mention.span.end));
            let opens = (subject.start..first)
                .all(|at| prose.words.capitalised(at) || crate::mentions::is_title(prose.words.lower(at)));
            opens && prose.words.lower(after) != "'s" && !matches!(prose.words.tag(after), Tag::Noun)
        });
        let name = match person {
            Some(mention) => mention.name.clone(),
            None if pronoun => {
                let meant = self.pronouns.told_as(&subject, main, &[]).map(|(_, name)| name);
                meant.unwrap_or_else(|| attributions::speakers::UNKNOWN.to_owned())
            }
            None => {
                let line = prose.text.cut(span).split_whitespace().collect::<Vec<_>>().join(" ");
                let short = line.split([',', '(', '—']).next().unwrap_or(&line).trim();
                // "A senior aide, Jon Holm, said": by name.
                let own = self.apposed(&subject);
                let short = own.as_deref().unwrap_or(short);
                // "The White House" is a name; "the mayor" keeps its article.
                let name = ["the ", "The "].iter().find_map(|article| short.strip_prefix(article));
                name.filter(|name| name.starts_with(char::is_uppercase)).unwrap_or(short).to_owned()
            }
        };
        let cue = prose.span(main.words.clone());
        Some((Holder { name, span: Some(span), cue: Some(cue), inferred: false, joint: false }, cue))
    }
}

impl Stage<'_> {
    /// The name of the person that stands between commas as who a subject is: "A senior aide, Jon Holm, said".
    fn apposed(&self, subject: &Range<usize>) -> Option<String> {
        let words = &self.found.prose.words;
        let comma = subject.clone().find(|&at| words.text(at) == ",")?;
        let role = crate::mentions::is_role(words.lower(comma.checked_sub(1)?));
        let start = self.found.prose.span(comma + 1..comma + 2).start;
        let from = self.found.mentions.partition_point(|mention| mention.span.start < start);
        let named = self.found.mentions.get(from).filter(|mention| mention.span.start == start)?;
        let end = words.at(self.found.prose.text.byte(named.span.end));
        let closed = end >= subject.end || words.text(end) == ",";
        (role && closed && named.kind == EntityKind::Person).then(|| named.name.clone())
    }
}

/// Whether a statement that could not be cut is somebody's word as a whole: subject and verb of saying stand in it as its
/// own clause, and most of its words are what is said, or it answers ("Asked whether it was late, Berg said: “…”").
pub(super) fn frames(clauses: &Clauses<'_>, prose: &Prose<'_>, voice: &Voice<'_>, words: &Range<usize>) -> bool {
    let (Some(cue), Some(content)) = (voice.cue.first(), voice.content.first()) else { return false };
    let Some(&source) = voice.attribution.source.first() else { return false };
    let source = voices::words_of(prose, source);
    let Some(group) = cue.clone().find_map(|at| clauses.group_at(at)) else { return false };
    let says = group.form == Form::Finite
        && (!group.passive || prose.words.lower(group.words.end) == "by")
        && !group.negated
        && crate::cues::verb(prose.words.lower(group.head))
            .is_some_and(|cue| cue.frames.any(crate::cues::Frames::QUOTE) && cue.frames.any(crate::cues::Frames::BARE))
        && !group.words.clone().any(|at| {
            groups::is_modal(prose.words.lower(at)) || matches!(prose.words.lower(at), "no" | "longer" | "never")
        })
        && !matches!(prose.words.lower(group.words.start.saturating_sub(1)), "longer");
    let first = words.clone().find(|&at| prose.words.tag(at) != Tag::Punctuation).unwrap_or(words.start);
    let behind =
        source.start > words.start && matches!(prose.words.text(source.start - 1), "," | "”" | "\"" | "’" | "''");
    let relative = source.clone().any(|at| matches!(prose.words.lower(at), "who" | "which" | "that" | "whom" | "this"));
    let inside = words.start <= source.start && cue.start >= source.end && cue.end <= words.end;
    let said: usize =
        voice.content.iter().filter_map(|content| voices::meet(content, words)).map(|piece| piece.len()).sum();
    let most = said * 2 > words.len();
    let opening = prose.words.lower(first);
    let prompted = crate::words::is_one_of(
        opening,
        "asked pressed questioned speaking responding commenting replying referring reacting",
    );
    let quoted = voice.attribution.kind != model::AttributionKind::Indirect;
    // What is said stands first, and who says it closes the statement.
    let closes = content.start <= first && behind && content.end <= source.start && cue.end + 4 >= words.end;
    let opens = source.start == first && most;
    let led = behind && (quoted || prompted) && content.start >= cue.end && said > 2 && (most || prompted);
    // "In a letter to the council, Berg said …": a phrase before it tells only how.
    let lead = || {
        let lead = first..source.start;
        let medium = lead.clone().any(|at| attributions::reach::is_medium(prose.words.lower(at)));
        prose.words.tag(first) == Tag::Preposition && medium || !clauses.finite_in(lead)
    };
    let led = led || behind && most && content.start >= cue.end && lead();
    says && inside && !relative && (closes && most || opens || led)
}

/// Whether what somebody thinks or judges, within what another says, adds a link to the chain of holders: they hold it
/// to be so, rather than mean to do it.
pub(super) fn holds(attribution: &Attribution, prose: &Prose<'_>) -> bool {
    let mut words = attribution.cue.iter().flat_map(|cue| voices::words_of(prose, *cue));
    let mut verbs = words.clone().filter(|&at| prose.words.tag(at) == Tag::Verb).map(|at| prose.words.lower(at));
    let belief = |verb: &str| {
        ["believ", "think", "thought", "assum", "suspect", "estimat", "perceiv"]
            .iter()
            .any(|stem| verb.starts_with(stem))
    };
    !attribution.source.is_empty()
        && !words.any(|at| prose.words.lower(at) == "to")
        && verbs.any(|verb| belief(verb) || commitment::speaks(verb))
}

/// Whether what is held is what somebody thinks, or what a document shows, rather than what somebody says.
pub(super) fn thinks_or_shows(voice: &Voice<'_>, prose: &Prose<'_>) -> bool {
    let thinks = voice.cue.iter().flat_map(Clone::clone).any(|at| {
        crate::cues::verb(prose.words.lower(at)).is_some_and(|cue| {
            crate::words::is_one_of(cue.lemma, "think believe suspect assume fear hope expect know feel guess doubt")
        })
    });
    let written = voice
        .attribution
        .source
        .first()
        .is_some_and(|&source| attributions::sayers::is_document(prose, voices::words_of(prose, source)));
    thinks || written
}

fn is_mark(prose: &Prose<'_>, at: usize) -> bool {
    matches!(prose.words.text(at), "“" | "\"" | "‘" | "''" | "'")
}

/// Whether a verb tells what somebody wants others to do, which is told as done: "urged them to leave".
fn wants(lower: &str) -> bool {
    ["urg", "demand", "propos", "advocat"].iter().any(|stem| lower.starts_with(stem))
}

/// Whether what is said, in other words, answers a question that the words do not tell: "announced which way they go".
fn tells_what(voice: &Voice<'_>, prose: &Prose<'_>) -> bool {
    let cue = || voice.cue.iter().flat_map(Clone::clone).map(|at| prose.words.lower(at));
    let first = voice.content.first().map_or("", |content| prose.words.lower(content.start));
    let asks = || cue().any(|lower| ["ask", "wonder"].iter().any(|stem| lower.starts_with(stem)));
    voice.attribution.kind == model::AttributionKind::Indirect
        && (first == "if" && asks() || crate::words::is_one_of(first, "which whether who how what when where why"))
        && !cue().any(|lower| crate::words::is_one_of(lower, "said says say saying think thinks believes"))
        // "recalled how the pier had looked": theirs to tell.
        && !(first == "how" && cue().any(|lower| ["recall", "recount", "describ", "told", "tell"].iter().any(|stem| lower.starts_with(stem))))
        && voice.content.first().is_some_and(|content| voice.cue.first().is_some_and(|cue| cue.end <= content.start))
}

/// Whether the verb of a cue tells what somebody means to do, of which a word stands between marks: "offered to lend “tools”".
fn offers(voice: &Voice<'_>, prose: &Prose<'_>) -> bool {
    let offers =
        |at: usize| matches!(prose.words.lower(at), "offered" | "offers" | "agreed" | "agrees" | "decided" | "chose");
    !voice.clause
        && voice.cue.iter().flat_map(Clone::clone).any(offers)
        && voice.content.first().is_some_and(|content| prose.words.lower(content.start) == "to")
}

/// Whether the report itself goes on behind what somebody calls a thing: "Berg called her “grandma”, though they are no kin".
fn remarks_on(voice: &Voice<'_>, prose: &Prose<'_>) -> bool {
    let calls = |at: usize| {
        crate::cues::verb(prose.words.lower(at)).is_some_and(|cue| cue.frames.any(crate::cues::Frames::NAMING))
    };
    let named = !voice.clause && voice.cue.iter().flat_map(Clone::clone).any(calls);
    let end = voice.content.last().map_or(0, |content| content.end);
    let next = (end..end + 3).find(|&at| prose.words.tag(at) != Tag::Punctuation).unwrap_or(end);
    let same = prose.sentence_of(next).is_some() && prose.sentence_of(next) == prose.sentence_of(end.saturating_sub(1));
    named && same && matches!(prose.words.lower(next), "though" | "although" | "while" | "whereas")
}

/// Whether an attribution makes what it holds somebody's word: a speaker is named, and the cue speaks or judges rather
/// than plans.
pub(super) fn vouches(voice: &Voice<'_>, prose: &Prose<'_>) -> bool {
    let Some(&source) = voice.attribution.source.first() else {
        return voice.clause && (voice.attribution.speaker.is_some() || says_unnamed(voice, prose));
    };
    if !voices::held(prose, voice.attribution) || tells_what(voice, prose) {
        return false;
    }
    let pronoun = matches!(prose.text.cut(source).to_lowercase().as_str(), "who" | "which" | "that" | "it");
    let nobody = matches!(
        prose.text.cut(source).split_whitespace().next().unwrap_or_default().to_lowercase().as_str(),
        "nobody" | "none" | "no" | "neither" | "nothing"
    );
    // "many of whom have called for it": nobody by that.
    let relative = prose.text.cut(source).split_whitespace().take(3).any(|word| word == "whom");
    let named = (!pronoun || voice.attribution.speaker.is_some()) && !nobody && !relative;
    let cue = || voice.cue.iter().flat_map(Clone::clone);
    let lower = |at: usize| prose.words.lower(at);
    // "called off", "called in": what somebody does.
    // "called the police", "called 112", and not "called it a lie"
    let names = || {
        let words = || voice.content.iter().flat_map(Clone::clone);
        // "called two doctors to take the stand"
        let asks = words().any(|at| lower(at) == "to" && prose.words.tag(at + 1) == Tag::Verb);
        let told =
            |at: usize| prose.words.tag(at) == Tag::Adjective || matches!(lower(at), "a" | "an") || is_mark(prose, at);
        !asks && (words().any(told) || words().count() > 4)
    };
    let does = |at: usize| {
        lower(at).starts_with("call")
            && (crate::words::is_one_of(lower(at + 1), "off in up out back for on")
                || prose.words.tag(at + 1) == Tag::Number
                || !names())
            || (wants(lower(at)) || lower(at).starts_with("point") && lower(at + 1) == "to") && !voice.clause
    };
    // "praised the pilots": what somebody does, unless the words tell what as.
    let judged = voice.content.iter().flat_map(Clone::clone).any(|at| lower(at) == "as");
    let acts = !judged && cue().any(|at| commitment::is_act(lower(at)));
    let speaks =
        !acts && cue().any(|at| commitment::speaks(lower(at)) && prose.words.tag(at) != Tag::Noun && !does(at));
    // "Officials did not say whether": nobody's word.
    // "promised “rapid action”": the words are theirs.
    let clipped = voice.attribution.kind != model::AttributionKind::Indirect
        && cue().next().is_some()
        && !(voice.part == Part::Told && offers(voice, prose));
    // "Few know that", "they fail to understand that": so says the document.
    let knows = cue().any(|at| {
        [
            "know",
            "knew",
            "understand",
            "understood",
            "realiz",
            "realis",
            "recogni",
            "learn",
            "discover",
            "forget",
            "forgot",
            "remember",
        ]
        .iter()
        .any(|stem| lower(at).starts_with(stem))
    });
    if knows && !voice.apart {
        return false;
    }
    // "The two announced no agreement"
    let nothing = !voice.clause
        && voice
            .content
            .first()
            .is_some_and(|content| matches!(lower(content.start), "no" | "nothing" | "neither" | "what"));
    // "The press has failed to report on the pier"
    let fails = cue().any(|at| lower(at) == "to")
        && cue()
            .any(|at| ["fail", "refus", "declin", "neglect", "hesitat"].iter().any(|stem| lower(at).starts_with(stem)));
    // "as if to say that nothing would happen"
    let mimics = voice.cue.first().is_some_and(|cue| {
        cue.start >= 2
            && lower(cue.start) == "to"
            && lower(cue.start - 2) == "as"
            && matches!(lower(cue.start - 1), "if" | "though")
    });
    let silent = nothing
        || fails
        || mimics
        || cue().any(|at| lower(at) == "no" && lower(at + 1) != "doubt")
        || !voice.apart && cue().any(|at| clauses::is_not(lower(at)) || crate::grammar::groups::is_modal(lower(at)));
    named
        && !silent
        && !remarks_on(voice, prose)
        && (voice.clause
            || voice.part == Part::Worded
            || clipped
            || forecasts(voice, prose)
            || speaks && !cue().map(lower).any(commitment::plans))
}

/// Whether a verb of saying in the active voice leads to what is said, though its subject could not be found: somebody's word, and
/// nobody's whom the words tell for sure.
fn says_unnamed(voice: &Voice<'_>, prose: &Prose<'_>) -> bool {
    let cue = || voice.cue.iter().flat_map(Clone::clone);
    cue().any(|at| matches!(prose.words.lower(at), "said" | "says"))
        && !cue().any(|at| {
            let lower = prose.words.lower(at);
            crate::grammar::groups::is_be(lower) || crate::words::is_one_of(lower, "'s to not n't as it have has")
        })
}

/// Whether somebody expects or estimates what is said: on their word, though it is no clause ("Berg expected sales to fall").
/// What they expect to do themselves is their plan.
fn forecasts(voice: &Voice<'_>, prose: &Prose<'_>) -> bool {
    let lower = |at: usize| prose.words.lower(at);
    let verb = voice.cue.iter().flat_map(Clone::clone).filter(|&at| prose.words.tag(at) == Tag::Verb);
    let forecast = |at: usize| {
        crate::cues::verb(lower(at)).is_some_and(|cue| {
            matches!(cue.lemma, "expect" | "estimate" | "forecast" | "predict" | "foresee" | "anticipate")
        })
    };
    let own = voice.content.first().is_none_or(|content| matches!(lower(content.start), "to" | "this" | "it" | "them"));
    let finite =
        voice.cue.iter().flat_map(Clone::clone).all(|at| {
            lower(at) != "to" && (!crate::grammar::groups::is_be(lower(at)) || lower(at + 1).ends_with("ing"))
        });
    !own && finite && verb.into_iter().any(forecast)
}
