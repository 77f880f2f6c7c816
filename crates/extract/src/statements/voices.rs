//! Attributions as the statements read them: in words, with whether what is said is a clause of its own.

use std::ops::Range;

use model::{Attribution, Span};

use super::apart;
use crate::{
    attributions::sayers,
    cues::{self, Frames},
    grammar::{Form, groups, phrases::Clauses},
    prose::Prose,
    tags::Tag,
};

/// One attribution within one sentence.
#[derive(Clone, Debug)]
pub(super) struct Voice<'a> {
    /// The attribution.
    pub(super) attribution: &'a Attribution,
    /// The words of its source that stand in this sentence.
    pub(super) source: Vec<Range<usize>>,
    /// The words of its content that stand in this sentence.
    pub(super) content: Vec<Range<usize>>,
    /// The words of its cue that stand in this sentence.
    pub(super) cue: Vec<Range<usize>>,
    /// Whether its content is a clause, rather than a thing that somebody hails or wants.
    pub(super) clause: bool,
    /// Whether the content means the same without the words that lead to it, so that it makes a statement of its own.
    /// What is believed, denied, doubted or asked does not.
    pub(super) apart: bool,
    /// What the attribution is to its sentence.
    pub(super) part: Part,
}

/// What an attribution is to the sentences that it touches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// The sentence tells who says what.
    Told,
    /// A quotation that goes on with what its speaker said before.
    Carried,
    /// A few words in quotation marks amid what the document tells.
    Worded,
}

/// The attributions of a text, sorted by the sentences that they touch.
pub(super) struct Voices<'a> {
    by_sentence: Vec<Vec<(&'a Attribution, Part)>>,
}

/// At most this many attributions are read in one sentence: more is no prose.
const MOST: usize = 24;

impl<'a> Voices<'a> {
    pub(super) fn new(prose: &Prose<'_>, attributions: impl Iterator<Item = (&'a Attribution, Part)>) -> Self {
        let mut by_sentence: Vec<Vec<(&Attribution, Part)>> = vec![Vec::new(); prose.sentences.len()];
        for (attribution, part) in attributions {
            let mut last = None;
            for span in attribution.content.iter().chain(&attribution.cue) {
                let words = words_of(prose, *span);
                let first = prose.sentences.partition_point(|sentence| sentence.words.end <= words.start);
                for (index, sentence) in prose.sentences.iter().enumerate().skip(first) {
                    if sentence.words.start >= words.end {
                        break;
                    }
                    if last != Some(index) && by_sentence[index].len() < MOST {
                        by_sentence[index].push((attribution, part));
                    }
                    last = Some(index);
                }
            }
        }
        for list in &mut by_sentence {
            model::order::sort_by_key(list, |(a, _)| (a.content.first().copied(), a.cue.first().copied()));
            list.dedup_by(|(a, _), (b, _)| std::ptr::eq(*a, *b));
        }
        Self { by_sentence }
    }

    /// The voices of a sentence, the outermost first.
    pub(super) fn of(&self, prose: &Prose<'_>, sentence: usize, clauses: &Clauses<'_>) -> Vec<Voice<'a>> {
        let range = clauses.start..clauses.end;
        let mut voices: Vec<Voice<'a>> = self
            .by_sentence
            .get(sentence)
            .into_iter()
            .flatten()
            .map(|&(attribution, part)| {
                let inside = |spans: &[Span]| -> Vec<Range<usize>> {
                    let words = spans.iter().map(|span| words_of(prose, *span));
                    words.filter_map(|words| meet(&words, &range)).collect()
                };
                let mut content = inside(&attribution.content);
                // "But, she said, it is late": what is said begins behind the cue.
                if content.len() > 1 && content[0].len() == 1 {
                    content.remove(0);
                }
                // "told the Courier's “Tonight” that it is late": a name before what is said.
                if let Some(first) = content.first_mut()
                    && matches!(clauses.words.text(first.start), "“" | "\"" | "''")
                    && let Some(that) = (first.start + 2..first.end.min(first.start + 6))
                        .find(|&at| clauses.words.lower(at) == "that" && clauses.words.tag(at) != Tag::Determiner)
                    && matches!(clauses.words.text(that - 1), "”" | "\"" | "''")
                    && first.start.checked_sub(1).is_some_and(|at| clauses.words.lower(at) == "'s")
                {
                    first.start = that;
                }
                let (source, cue) = (inside(&attribution.source), inside(&attribution.cue));
                let speaks =
                    !cue.iter().flat_map(Clone::clone).any(|at| crate::commitment::plans(clauses.words.lower(at)));
                let clause = (speaks || attribution.kind == model::AttributionKind::Direct)
                    && part != Part::Worded
                    && held(prose, attribution)
                    && !restrictive(prose, clauses, attribution)
                    && takes_clause(clauses, &cue, &content)
                    && content.iter().any(|piece| is_clause(clauses, piece, attribution, &cue));
                let apart = clause && apart::stands(clauses, attribution, &content, &cue);
                Voice { attribution, source, content, cue, clause, apart, part }
            })
            .collect();
        let length = |voice: &Voice<'_>| voice.attribution.content.iter().map(|span| span.len()).sum::<u32>();
        model::order::sort_by_key(&mut voices, |voice| {
            (std::cmp::Reverse(length(voice)), voice.attribution.content.first().copied())
        });
        for index in retold(&voices) {
            voices[index].apart = false;
        }
        voices
    }
}

/// What somebody tells of their own earlier words: "Berg said that in May she told the board the pier was safe". Whether it still
/// is their word, the words do not tell.
fn retold(voices: &[Voice<'_>]) -> Vec<usize> {
    let same = |a: &Attribution, b: &Attribution| {
        a.speaker.is_some()
            && a.speaker == b.speaker
            && a.speaker.as_deref() != Some(crate::attributions::speakers::UNKNOWN)
    };
    let indirect = |voice: &Voice<'_>| voice.apart && voice.attribution.kind == model::AttributionKind::Indirect;
    let inside = |outer: &Voice<'_>, inner: &Voice<'_>| {
        let cue = inner.cue.first().map(|cue| cue.start);
        cue.is_some_and(|cue| outer.content.iter().any(|content| content.contains(&cue)))
    };
    let told = |inner: &Voice<'_>| {
        indirect(inner)
            && voices
                .iter()
                .any(|outer| indirect(outer) && inside(outer, inner) && same(outer.attribution, inner.attribution))
    };
    voices.iter().enumerate().filter(|(_, inner)| told(inner)).map(|(index, _)| index).collect()
}

/// Whether the source of an attribution is somebody or something that can hold that it is so: "the move signalled that"
/// and "this case proves that" are nobody's word.
pub(super) fn held(prose: &Prose<'_>, attribution: &Attribution) -> bool {
    let Some(&source) = attribution.source.first() else { return true };
    let said =
        attribution.cue.iter().flat_map(|cue| words_of(prose, *cue)).any(|at| sayers::says(prose.words.lower(at)));
    // "Berg has shown that": what the report takes for proved. What shows something to be said is a document.
    let proves = attribution.cue.iter().flat_map(|cue| words_of(prose, *cue)).any(|at| {
        cues::verb(prose.words.lower(at)).is_some_and(|cue| matches!(cue.lemma, "show" | "prove" | "demonstrate"))
    });
    let whose = words_of(prose, source);
    // "The building and resources company said", "according to Fox 26": who it is, its last words tell.
    let according =
        attribution.cue.first().is_some_and(|cue| prose.words.lower(words_of(prose, *cue).start) == "according");
    let last = || {
        let parts = |at: &usize| prose.words.text(*at) == "," || prose.words.lower(*at) == "and";
        let from = whose.clone().rev().find(parts).map_or(whose.start, |at| at + 1);
        let number = whose.len() > 1 && prose.words.tag(whose.end - 1) == Tag::Number;
        from..whose.end - usize::from(number && from == whose.start)
    };
    let ends = (said || according) && last() != whose && sayers::can_hold(prose, last(), said);
    attribution.kind != model::AttributionKind::Indirect
        || ends && !proves
        || sayers::can_hold(prose, whose.clone(), said) && (!proves || sayers::is_document(prose, whose))
}

/// Whether the verb of a cue says something outright: "said", "argued".
fn said_outright(clauses: &Clauses<'_>, cue: &[Range<usize>]) -> bool {
    cue.iter().flat_map(Clone::clone).any(|at| {
        cues::verb(clauses.words.lower(at))
            .is_some_and(|cue| cue.frames.any(Frames::QUOTE) && cue.frames.any(Frames::BARE))
    })
}

/// Whether the verb of a cue can take a clause: who rebukes somebody says nothing of them that the words tell.
fn takes_clause(clauses: &Clauses<'_>, cue: &[Range<usize>], content: &[Range<usize>]) -> bool {
    let mut verbs = cue
        .iter()
        .flat_map(Clone::clone)
        .filter(|&at| clauses.words.tag(at) == Tag::Verb)
        .filter_map(|at| cues::verb(clauses.words.lower(at)))
        .peekable();
    let clause =
        Frames::QUOTE.or(Frames::CLAUSE).or(Frames::BARE).or(Frames::FINDING).or(Frames::HEARER).or(Frames::SEEM);
    let that = content.first().is_some_and(|content| clauses.words.lower(content.start) == "that");
    // "point to several deals that Kolm signed": things.
    let points = cue.last().is_some_and(|cue| {
        clauses.words.lower(cue.end - 1) == "to" && cue.clone().any(|at| clauses.words.lower(at).starts_with("point"))
    });
    // "find themselves drawn in": how it goes with them.
    let themselves = content.first().is_some_and(|content| clauses.words.lower(content.start).ends_with("selves"))
        && verbs.peek().is_some_and(|cue| cue.lemma == "find");
    // "are discussing proposals to sell it": what they do.
    let discusses = verbs.peek().is_some_and(|cue| matches!(cue.lemma, "discuss" | "debate" | "consider"))
        && !content.first().is_some_and(|content| {
            crate::words::is_one_of(clauses.words.lower(content.start), "whether if how what why when who")
        });
    if points && !that || themselves || discusses && !that {
        return false;
    }
    verbs.peek().is_none() || that || verbs.any(|cue| cue.frames.any(clause))
}

/// Whether these words say something by themselves: they have a finite verb, or are a quotation of some length that
/// crosses into other sentences.
fn is_clause(
    clauses: &Clauses<'_>,
    piece: &Range<usize>,
    attribution: &Attribution,
    attribution_cue: &[Range<usize>],
) -> bool {
    let all: u32 = attribution.content.iter().map(|span| span.len()).sum();
    let spoken = attribution.kind == model::AttributionKind::Direct && (piece.len() >= 5 || all > 40);
    // "to sign", "signing": what somebody plans or praises is no clause, whatever stands further on in it.
    let phrase = clauses.group_at(piece.start).is_some_and(|group| {
        // "said closing the pier could help": a clause whose subject is a gerund.
        let subject = group.form == Form::Gerund && said_outright(clauses, attribution_cue);
        // "given the storm, the town may close it": a phrase before the clause.
        let leads = (group.words.end..piece.end).find(|&at| clauses.words.text(at) == ",").is_some_and(|comma| {
            let from = clauses.groups.partition_point(|group| group.words.start <= comma);
            clauses.groups.get(from).is_some_and(|main| {
                let own = main.form == Form::Finite && main.words.end <= piece.end;
                own && clauses.subject_before(main).is_some_and(|subject| subject.start == comma + 1)
            })
        });
        group.words.start == piece.start
            && group.form != Form::Finite
            && !subject
            && !(clauses.words.lower(piece.start) == "given" && leads)
    });
    // "what officials called a success" is a thing.
    // "BERG: What he said is late": a clause, as what goes on with a turn is.
    let labelled = attribution_cue.iter().all(|cue| clauses.words.text(cue.start) == ":");
    let thing = clauses.words.lower(piece.start) == "what" && !labelled;
    // "Norlines plans cuts in its boats, Berg said": a sentence whose verb is taken for a noun.
    let closed = piece.start <= clauses.start + 1
        && piece.len() >= 4
        && attribution.content.len() == 1
        && attribution_cue.iter().all(|cue| cue.start > piece.end)
        && said_outright(clauses, attribution_cue)
        && !clauses.finite_in(piece.clone());
    spoken
        || closed
        || labelled && !attribution_cue.is_empty() && clauses.finite_in(piece.clone())
        || !phrase
            && !thing
            && clauses.groups.iter().any(|group| {
                let led = (piece.start..group.words.start)
                    .rev()
                    .take(12)
                    .take_while(|&at| clauses.group_at(at).is_none_or(|before| before.form != Form::Finite))
                    .any(|at| {
                        at > piece.start
                            && (matches!(clauses.words.lower(at), "who" | "which" | "where")
                                || clauses.words.lower(at) == "that" && clauses.words.tag(at) != Tag::Determiner
                                // "other reasons than the owners have", and not "more than ten boats"
                                || clauses.words.lower(at) == "than"
                                    && clauses.words.tag(at + 1) != Tag::Number
                                    && !matches!(
                                        clauses.words.lower(at - 1),
                                        "more" | "less" | "fewer" | "rather" | "other"
                                    ))
                    });
                group.form == Form::Finite
                    && piece.contains(&group.head)
                    && !led
                    && !lone_auxiliary(clauses, group.head)
            })
}

/// Whether an attribution stands in a clause that only tells which thing is meant ("a plan that promises to help"), or
/// has nobody to hold it but a noun ("as evidence that"): it then makes no statement of its own.
fn restrictive(prose: &Prose<'_>, clauses: &Clauses<'_>, attribution: &Attribution) -> bool {
    // "its decision to add that clause": what is not yet said is told by the clause around it.
    let infinitive = attribution.cue.first().is_some_and(|cue| {
        let start = words_of(prose, *cue).start;
        clauses.group_at(start).is_some_and(|group| group.form == Form::Infinitive && group.words.start == start)
    });
    if infinitive {
        return true;
    }
    let Some(&source) = attribution.source.first() else {
        // An utterance of which nobody knows whose it is stands by itself.
        return !attribution.cue.is_empty()
            && attribution.cue.iter().all(|cue| {
                let words = words_of(prose, *cue);
                clauses.groups.iter().all(|group| voices_apart(&group.words, &words))
            });
    };
    let words = words_of(prose, source);
    // "The board, which says it has no money, sold the pier": amid what the report tells of the same.
    let end = attribution.content.last().map_or(clauses.end, |content| words_of(prose, *content).end);
    let amid = end + 2 < clauses.end
        && prose.words.text(end) == ","
        && attribution.kind == model::AttributionKind::Indirect
        && words_of(prose, attribution.content[0]).start > words.start;
    words.len() == 1
        && matches!(prose.words.lower(words.start), "that" | "which" | "who")
        && words.start > clauses.start
        && (prose.words.text(words.start - 1) != "," || amid)
}

fn voices_apart(a: &Range<usize>, b: &Range<usize>) -> bool {
    meet(a, b).is_none()
}

/// A modal without a verb is a slip of the tagger.
fn lone_auxiliary(clauses: &Clauses<'_>, head: usize) -> bool {
    groups::is_modal(clauses.words.lower(head))
}

/// The words that begin within a span.
pub(super) fn words_of(prose: &Prose<'_>, span: Span) -> Range<usize> {
    let start = prose.words.at(prose.text.byte(span.start));
    start..prose.words.at(prose.text.byte(span.end)).max(start)
}

/// What two ranges share, where they share anything.
pub(super) fn meet(a: &Range<usize>, b: &Range<usize>) -> Option<Range<usize>> {
    let (start, end) = (a.start.max(b.start), a.end.min(b.end));
    (start < end).then_some(start..end)
}
