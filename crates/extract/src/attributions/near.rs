//! Quotations whose speaker stands beside them, though no verb of saying tells so: behind an unusual verb ("…,” Berg
//! shrugged), before it ("Berg shook her head: “…”"), or in the sentence or paragraph before.
//!
//! A quotation that follows its speaker's and has nobody of its own is by the same speaker, as papers have it.

use std::ops::Range;

use crate::{
    attributions::{Found, Quoted, Scene, content, loose, reach, sayers},
    cues::{self, Frames},
    grammar::{
        Form, VerbGroup,
        phrases::{Clauses, is_day},
    },
    prose::Prose,
    quotes::Quotation,
    tags::Tag,
    words::{Words, is_one_of},
};

/// How far, in words, a subject and its verb may stand behind a quotation.
const BEHIND: usize = 16;

/// How many words may lead up to a quotation.
const LEAD: usize = 60;

/// Finds the speakers of quotations that belong to nobody yet and that the words of their sentence tell.
pub(super) fn find(prose: &Prose<'_>, quoted: &Quoted, found: &mut Vec<Found>) {
    let covered = loose::covered(prose, found);
    let free = |quotation: &&Quotation| quotation.depth == 0 && !quotation.words().any(|at| covered[at]);
    let new: Vec<Found> = prose
        .quotations
        .iter()
        .filter(free)
        .filter_map(|quotation| {
            behind(prose, quoted, quotation)
                .or_else(|| closing(prose, quoted, quotation))
                .or_else(|| before(prose, quoted, quotation))
        })
        .collect();
    found.extend(new);
}

/// The sentence that holds a word, to be read.
fn scene<'a>(prose: &'a Prose<'a>, word: usize) -> Option<Scene<'a>> {
    let index = prose.sentence_of(word)?;
    let words = prose.sentences.get(index)?.words.clone();
    let clauses = Clauses { words: &prose.words, start: words.start, end: words.end, groups: &prose.groups[index] };
    Some(Scene { prose, clauses, sentence: index, end: content::without_stop(&prose.words, words) })
}

/// `“…,” Berg shrugged`; `“…,” shrugged Berg`: the mark within the quotation says that its sentence goes on.
fn behind(prose: &Prose<'_>, quoted: &Quoted, quotation: &Quotation) -> Option<Found> {
    let words = &prose.words;
    let end = quotation.words().end;
    let mark = words.text(end.checked_sub(2)?);
    let outside = words.text(end) == ",";
    if !matches!(mark, "," | "?" | "!" | "—" | "…" | "...") && !outside {
        return None;
    }
    // "On “Kolm Today,” the mayor smiled" names a programme: an utterance opens its sentence, or has a verb.
    let start = quotation.words().start;
    let opens = prose.sentence_of(start).is_some_and(|index| prose.sentences[index].words.start == start);
    if !opens && !loose::says(prose, &quotation.words()) {
        return None;
    }
    let from = end + usize::from(outside);
    let scene = scene(prose, from)?;
    let asked = scene.clauses.start == from && matches!(mark, "?" | "!");
    if !asked && scene.clauses.start >= end || from >= scene.end {
        return None;
    }
    let first = scene.clauses.groups.partition_point(|group| group.words.start < from);
    let usual = || {
        let group = scene.clauses.groups[first..].iter().find(|group| group.form == Form::Finite)?;
        if group.words.start > from + BEHIND {
            return None;
        }
        let source = if group.words.start == from {
            scene.source_from(group.words.end, quoted)
        } else {
            scene.clauses.subject_before(group).filter(|subject| subject.start == from)
        };
        source.map(|source| (source, group))
    };
    let (source, group) = usual().or_else(|| at_length(&scene, from, quoted).filter(|_| mark == ","))?;
    if group.passive || is_supposed(words, group) || quoted.is(group.head) {
        return None;
    }
    // "“…,” the radio quoted him as saying": his words.
    let quotes = cues::verb(words.lower(group.head)).is_some_and(|cue| matches!(cue.lemma, "quote" | "cite"));
    let quoted_as = scene
        .clauses
        .phrase_from(group.words.end, scene.end)
        .filter(|&end| quotes && words.lower(end) == "as" && words.lower(end + 1).ends_with("ing"));
    let about = words.lower(group.head) == "said" && matches!(words.lower(group.words.end), "about" | "of");
    let mut cue = vec![group.words.start..group.words.end + usize::from(about)];
    cue.extend(quoted_as.map(|end| end..end + 2));
    let source = quoted_as.map_or(source, |end| group.words.end..end);
    // "“…,” read the statement"
    let written = || {
        matches!(words.lower(group.head), "read" | "reads" | "said" | "says")
            && sayers::is_document(prose, source.clone())
    };
    let named = (sayers::can_speak(prose, source.clone()) || written()) && !source.clone().any(|at| quoted.is(at));
    let mut content = quotation.pieces.clone();
    content.extend(scene.quotations_after(quoted));
    named.then(|| Found { source: vec![source], cue, content, speech: true })
}

/// Who says what stands right before `from`, told at length: `“…,” Anna Berg, the Arlen, Minn., woman who swam, wrote in May`.
fn at_length<'a>(scene: &Scene<'a>, from: usize, quoted: &Quoted) -> Option<(Range<usize>, &'a VerbGroup)> {
    let words = scene.clauses.words;
    let first = scene.clauses.groups.partition_point(|group| group.words.start < from);
    let says = |group: &&VerbGroup| {
        group.form == Form::Finite && !group.negated && is_one_of(words.lower(group.head), "said says wrote told added")
    };
    let group =
        scene.clauses.groups[first..].iter().find(says).filter(|group| group.words.start <= from + 2 * BEHIND)?;
    let source = from..group.words.start - usize::from(words.text(group.words.start - 1) == ",");
    let plain = source.len() > 1
        && !source.clone().any(|at| quoted.is(at))
        && (!scene.clauses.finite_in(source.clone()) || scene.relative_first(source.clone()))
        && matches!(words.tag(from), Tag::Proper | Tag::Determiner | Tag::Noun | Tag::Adjective);
    plain.then_some((source, group))
}

/// "If they had read “Our Harbour,” they might have known that": nobody has said it.
pub(super) fn is_supposed(words: &Words<'_>, group: &VerbGroup) -> bool {
    group.words.clone().any(|at| matches!(words.lower(at), "might" | "may" | "could" | "should"))
        || is_made_of(words, group)
}

/// "Berg is basically saying", "Berg says in effect": what somebody else makes of it.
pub(super) fn is_made_of(words: &Words<'_>, group: &VerbGroup) -> bool {
    let adverb = |at: usize| matches!(words.lower(at), "basically" | "essentially" | "effectively");
    group.words.clone().any(adverb)
        || (group.words.end..group.words.end + 3).any(|at| words.lower(at) == "effect" && words.lower(at - 1) == "in")
}

/// `“….” Berg said.`: who says it in a sentence of its own, which has nothing else.
fn closing(prose: &Prose<'_>, quoted: &Quoted, quotation: &Quotation) -> Option<Found> {
    let words = &prose.words;
    let from = quotation.words().end;
    let scene = scene(prose, from).filter(|scene| scene.clauses.start == from)?;
    let same = prose.sentences.get(scene.sentence.checked_sub(1)?)?.passage == prose.sentences[scene.sentence].passage;
    let group = scene.clauses.groups.first()?;
    let subject = scene.clauses.subject_before(group).filter(|subject| subject.start == from)?;
    let says = cues::verb(words.lower(group.head)).is_some_and(|cue| matches!(cue.lemma, "say" | "tell" | "add"))
        && group.form == Form::Finite
        && !group.passive
        && !group.negated;
    let rest = group.words.end..scene.end;
    let nothing = rest.is_empty()
        || words.lower(group.head) == "told" && rest.len() <= 7 && scene.clauses.groups.len() == 1 && {
            !rest.clone().any(|at| words.lower(at) == "that" || words.text(at) == ",")
        };
    let named = sayers::can_speak(prose, subject.clone()) && words.tag(subject.start) != Tag::Pronoun;
    (same && says && nothing && named && !quoted.is(group.head)).then(|| Found {
        source: vec![subject],
        cue: vec![group.words.clone()],
        content: quotation.pieces.clone(),
        speech: true,
    })
}

/// `Berg shook her head: “…”`, `In her letter Berg thanked them, “…”`: a whole utterance that ends the sentence, behind
/// a clause with one subject that can speak.
fn before(prose: &Prose<'_>, quoted: &Quoted, quotation: &Quotation) -> Option<Found> {
    let words = &prose.words;
    let whole = quotation.words();
    let scene = scene(prose, whole.start)?;
    let lead = scene.clauses.start..whole.start;
    let last = prose.sentences.get(prose.sentence_of(whole.end - 1)?)?;
    let closes = last.words.end <= whole.end + 1;
    if lead.is_empty()
        || lead.len() > LEAD
        || !closes
        || !words.capitalised(whole.start + 1)
        || !loose::says(prose, &whole)
    {
        return None;
    }
    let mut speakers: Vec<(Range<usize>, &VerbGroup)> = Vec::new();
    for group in scene.clauses.groups.iter().filter(|group| group.form == Form::Finite && lead.contains(&group.head)) {
        if quoted.is(group.head) || is_made_of(words, group) {
            continue;
        }
        let inverted = group.words.start == scene.clauses.start
            && cues::verb(words.lower(group.head)).is_some_and(|cue| cue.frames.any(Frames::QUOTE));
        let subject =
            if inverted { scene.source_from(group.words.end, quoted) } else { scene.clauses.subject_before(group) };
        let Some(subject) = subject.filter(|subject| subject.end <= whole.start) else { continue };
        if !subject.clone().any(|at| quoted.is(at)) && sayers::can_speak(prose, subject.clone()) {
            speakers.push((subject, group));
        }
    }
    let [(source, group)] = speakers.as_slice() else { return None };
    Some(Found {
        source: vec![source.clone()],
        cue: vec![group.words.clone()],
        content: quotation.pieces.clone(),
        speech: true,
    })
}

/// A quotation that goes on with what its speaker said in the sentence or the paragraph before: its words, and which of
/// `found` it goes on with.
pub(super) fn carried(prose: &Prose<'_>, quoted: &Quoted, found: &[Found]) -> Vec<(Vec<Range<usize>>, usize)> {
    let covered = loose::covered(prose, found);
    // What is said in each sentence, the last one last.
    let mut said: Vec<Vec<usize>> = vec![Vec::new(); prose.sentences.len()];
    for (index, f) in found.iter().enumerate() {
        let stated = || f.cue.iter().flat_map(Range::clone).any(|at| reach::is_medium(prose.words.lower(at)));
        let speaks = |source: &Range<usize>| {
            let it = source.len() == 1 && prose.words.lower(source.start) == "it";
            let written = sayers::is_document(prose, source.clone());
            it || written
                || sayers::can_speak(prose, source.clone())
                || stated() && sayers::can_hold(prose, source.clone(), true)
        };
        let told = f.source.first().is_some_and(speaks) && is_speech(prose, f);
        let cue = f.cue.first().and_then(|cue| prose.sentence_of(cue.start));
        if let Some(sentence) = cue.filter(|_| told) {
            said[sentence].push(index);
        }
    }
    let mut carried: Vec<(Vec<Range<usize>>, usize)> = Vec::new();
    // The attribution with which the quotation that ends in a sentence goes on.
    let mut runs: Vec<Option<usize>> = vec![None; prose.sentences.len()];
    // “One,” she said. “Two.” / “Three.”: the sentences of a quotation that goes on behind the verb of saying.
    for &index in said.iter().flatten() {
        let cue = found[index].cue.first().and_then(|cue| prose.sentence_of(cue.start));
        let last = found[index].content.last().and_then(|content| content.end.checked_sub(1));
        let last = last.filter(|&at| quoted.is(at)).and_then(|at| prose.sentence_of(at));
        if let (Some(cue), Some(last)) = (cue, last)
            && last > cue
            && only_one(prose, found, &said, cue) == Some(index)
        {
            runs[cue + 1..=last].fill(Some(index));
        }
    }
    for quotation in prose.quotations.iter().filter(|quotation| quotation.depth == 0) {
        let whole = quotation.words();
        let Some(first) = prose.sentence_of(whole.start) else { continue };
        let Some(last) = prose.sentence_of(whole.end.saturating_sub(1)) else { continue };
        let opens = prose.sentences[first].words.start == whole.start;
        if !opens || !said[first].is_empty() || whole.clone().any(|at| covered[at]) || !loose::says(prose, &whole) {
            continue;
        }
        let passage = prose.sentences[first].passage;
        let Some(previous) = first.checked_sub(1) else { continue };
        let same = prose.sentences[previous].passage == passage;
        let alone = || {
            let from = prose.sentences.partition_point(|sentence| sentence.passage < passage);
            let own = prose.sentences[from..].iter().take_while(|sentence| sentence.passage == passage);
            own.flat_map(|sentence| sentence.words.clone()).all(|at| quoted.is(at))
        };
        let near = prose.sentences[previous].passage + 2 >= passage;
        if !(same || near && alone()) {
            continue;
        }
        let speaker = runs[previous].or_else(|| only_one(prose, found, &said, previous));
        let speaker = speaker.filter(|&speaker| {
            let cue = found[speaker].cue.first().filter(|cue| asks(&prose.words, cue));
            cue.is_none_or(|cue| same && !asks_somebody(&prose.words, cue.end) && !answers(&prose.words, whole.start))
        });
        if let Some(speaker) = speaker {
            carried.push((quotation.pieces.clone(), speaker));
            runs[first..=last.max(first)].fill(Some(speaker));
        }
    }
    carried
}

/// Lets what somebody said, where it ends within a quotation that opened amid it, go on over the lines behind up to the closing
/// mark, if nobody else says them: "Berg said it was “late. / We must act.”"
pub(super) fn run_on(prose: &Prose<'_>, quoted: &Quoted, found: &mut [Found]) {
    let covered = loose::covered(prose, found);
    for f in found.iter_mut() {
        let cue = f.cue.last().map_or(usize::MAX, |cue| cue.end);
        let spoken = is_speech(prose, f);
        let Some(last) = f.content.last_mut().filter(|last| spoken && last.end > cue) else { continue };
        let Some(piece) = quoted.piece(last.end - 1) else { continue };
        let behind = quoted.whole(piece).into_iter().skip(1).collect::<Vec<_>>();
        let free = behind.iter().flat_map(Range::clone).all(|at| !covered[at]);
        if piece.words.start >= cue && last.end + 1 >= piece.words.end && free {
            last.end = piece.words.end;
            f.content.extend(behind);
        }
    }
}

/// Whether a cue tells that somebody asks.
fn asks(words: &Words<'_>, cue: &Range<usize>) -> bool {
    let asks = |at: usize| cues::verb(words.lower(at)).is_some_and(|cue| matches!(cue.lemma, "ask" | "inquire"));
    cue.clone().any(asks)
}

/// Whether somebody who is asked stands at `at`, right behind the verb of asking.
pub(super) fn asks_somebody(words: &Words<'_>, at: usize) -> bool {
    let lower = words.lower(at);
    let timed = is_day(lower) || matches!(lower, "last" | "this" | "earlier" | "later");
    matches!(words.tag(at), Tag::Proper | Tag::Pronoun | Tag::Determiner) && !timed
}

/// Whether the quotation that begins at `mark` behind a question with its cue reads as what somebody else answers: it opens
/// with "yes", "no" and their like.
pub(super) fn answers(words: &Words<'_>, mark: usize) -> bool {
    let first = words.lower(mark + 1);
    is_one_of(first, "yes no yeah yep nope well absolutely exactly sure certainly definitely oh")
        || first == "of" && words.lower(mark + 2) == "course"
        || matches!(first, "it" | "they" | "he" | "she" | "we" | "i")
            && matches!(words.lower(mark + 3), "not" | "n't")
            && matches!(words.text(mark + 4), "." | "," | "!")
}

/// Whether an attribution is somebody's speech: said, or a stand that is taken in words.
fn is_speech(prose: &Prose<'_>, found: &Found) -> bool {
    found.speech
        || found.cue.iter().flat_map(Range::clone).any(|at| {
            cues::verb(prose.words.lower(at)).is_some_and(|cue| cue.frames.any(Frames::QUOTE.or(Frames::NAMING)))
        })
}

/// The attribution with which a quotation behind the sentence `previous` goes on: its last one, where nobody else speaks
/// in the same sentence.
fn only_one(prose: &Prose<'_>, found: &[Found], said: &[Vec<usize>], previous: usize) -> Option<usize> {
    let last = *said[previous].last()?;
    let name = |index: usize| {
        let source = found[index].source.first().cloned().unwrap_or_default();
        prose.text.cut(prose.span(source)).to_lowercase()
    };
    // "Berg said the pier was late, but she said": one speaker.
    let named: Vec<usize> = said[previous]
        .iter()
        .copied()
        .filter(|&index| !matches!(name(index).as_str(), "he" | "she" | "they" | "it"))
        // "“…,” Berg said, according to the Post": Berg.
        .filter(|&index| {
            said[previous].len() == 1
                || found[index].cue.first().is_none_or(|cue| prose.words.lower(cue.start) != "according")
        })
        .collect();
    match named.as_slice() {
        [] => Some(last),
        [first, rest @ ..] => rest.iter().all(|&index| name(index) == name(*first)).then_some(*first),
    }
}
