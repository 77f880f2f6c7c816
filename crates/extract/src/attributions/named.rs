//! Cues that are no verbs: "according to", and nouns for speech and attitudes.

use crate::{
    attributions::{Found, Quoted, Scene, turns},
    cues,
    grammar::{Form, VerbGroup, groups::is_be},
    tags::Tag,
};

/// Finds what the nouns and phrases of a sentence introduce.
pub(super) fn find(scene: Scene<'_>, quoted: &Quoted, found: &mut Vec<Found>) {
    let words = scene.clauses.words;
    found.extend(transcript(scene));
    for group in scene.clauses.groups.iter().filter(|group| !quoted.is(group.head)) {
        found.extend(stance(scene, quoted, group));
    }
    for at in scene.clauses.start..scene.end {
        if quoted.is(at) {
            continue;
        }
        let lower = words.lower(at);
        if let Some(length) = prepositional(scene, at) {
            found.extend(according(scene, quoted, at, length));
        } else if matches!(lower, "in" | "by")
            && (at == scene.clauses.start || words.text(at - 1) == ",")
            && let Some(viewed) = viewed(scene, quoted, at)
        {
            found.push(viewed);
        } else if lower == "in"
            && let Some(polled) = polled(scene, quoted, at)
        {
            found.push(polled);
        } else if words.tag(at) == Tag::Noun && cues::noun(lower) && scene.clauses.group_at(at).is_none() {
            found.extend(noun(scene, quoted, at));
        }
    }
}

/// The length of a cue that names its source right behind it: "according to", "as per", "as reported by".
fn prepositional(scene: Scene<'_>, at: usize) -> Option<usize> {
    let words = scene.clauses.words;
    match (words.lower(at), words.lower(at + 1), words.lower(at + 2)) {
        ("according", "to", _) | ("as", "per", _) => Some(2),
        // "according the owners", as it is now and then misspelled
        ("according", "the", _) if at > scene.clauses.start && words.text(at - 1) == "," => Some(1),
        ("as", verb, "by") if cues::verb(verb).is_some_and(|cue| cue.frames.any(cues::Frames::QUOTE)) => Some(3),
        _ => None,
    }
}

/// "…, according to the ministry", at either end of the sentence or within it.
fn according(scene: Scene<'_>, quoted: &Quoted, at: usize, length: usize) -> Option<Found> {
    let words = scene.clauses.words;
    // "according to the super": a noun that reads as an adjective.
    let bare = || {
        let first = at + length;
        let short = words.tag(first) == Tag::Determiner && words.tag(first + 1) == Tag::Adjective;
        (short && (first + 2 >= scene.end || words.text(first + 2) == ",")).then_some(first..first + 2)
    };
    // "according to current and former officials", "according to both Berg and an aide"
    let joined = || {
        let first = at + length;
        let end = (first..scene.end.min(first + 10))
            .find(|&at| matches!(words.text(at), "," | ";" | ":"))
            .unwrap_or(scene.end);
        let plain = (first..end).all(|at| {
            matches!(words.tag(at), Tag::Noun | Tag::Proper | Tag::Adjective | Tag::Number | Tag::Determiner)
                || matches!(words.lower(at), "and" | "both" | "of")
        });
        let several = (first..end).any(|at| words.lower(at) == "and");
        (plain && several && end <= first + 10 && end > first + 2).then_some(first..end)
    };
    let source = scene.source_from(at + length, quoted).or_else(bare).or_else(joined)?;
    let start = scene.clauses.start;
    let cue = vec![at..at + length];
    let mut content = Vec::new();
    if at > start + 1 {
        let end = at - usize::from(words.text(at - 1) == ",");
        content.push(start..end);
    }
    let closes = words.text(source.end) == ",";
    let opened = at > start && words.text(at - 1) == ",";
    if closes
        && source.end + 1 < scene.end
        && (content.is_empty() || opened && !scene.clauses.finite_in(content[0].clone()))
    {
        content.push(source.end + 1..scene.end);
    }
    // "According to the board the pier was sold"
    let bare = at == start && !closes && scene.clauses.finite_in(source.end..scene.end);
    if bare && scene.begins_clause(source.end) {
        content.push(source.end..scene.end);
    }
    // "According to Berg, “it is late. We can wait.”": to where the quotation ends.
    if let Some(last) = content.last_mut()
        && last.start > at
        && last.end > last.start
        && let Some(piece) = quoted.piece(last.end - 1)
    {
        last.end = last.end.max(piece.words.end);
    }
    Some(Found { source: vec![source], cue, content, speech: true })
}

/// "In Berg's view, …", "…, in the words of Berg": whose view of it a phrase at either end of the sentence tells.
fn viewed(scene: Scene<'_>, quoted: &Quoted, at: usize) -> Option<Found> {
    let words = scene.clauses.words;
    let start = scene.clauses.start;
    let view = |at: usize| {
        crate::words::is_one_of(
            words.lower(at),
            "view opinion words eyes judgment judgement telling account estimation assessment",
        )
    };
    let opens = at == start;
    if !matches!(words.lower(at), "in" | "by") || !opens && words.text(at - 1) != "," {
        return None;
    }
    let (source, end) = if words.lower(at + 1) == "the" && view(at + 2) && words.lower(at + 3) == "of" {
        let source = scene.source_from(at + 4, quoted)?;
        (source.clone(), source.end)
    } else {
        let noun = (at + 2..scene.end.min(at + 10)).find(|&at| view(at))?;
        let owned = matches!(words.lower(noun - 1), "'s" | "’s" | "'" | "’")
            || noun == at + 2 && matches!(words.lower(at + 1), "his" | "her" | "their");
        let own = at + 1..if words.lower(noun - 1).starts_with(['\'', '’']) { noun - 1 } else { noun };
        if !owned || (at..noun).any(|at| words.text(at) == "," || scene.clauses.group_at(at).is_some()) {
            return None;
        }
        (own, noun + 1)
    };
    let own = if opens {
        (words.text(end) == "," && end + 2 < scene.end).then_some(end + 1..scene.end)
    } else {
        (end >= scene.end).then_some(start..at - 1)
    };
    let content = own.filter(|content| scene.clauses.finite_in(content.clone()))?;
    // "In Berg's view, the pier is lost, said Holm": who says it tells more.
    let said = scene.clauses.groups.iter().any(|group| {
        group.form == Form::Finite
            && content.contains(&group.head)
            && matches!(words.lower(group.head), "said" | "says" | "told" | "wrote")
    });
    (!said).then(|| Found { source: vec![source], cue: vec![at..at + 1], content: vec![content], speech: true })
}

/// "In a Courier poll, Berg led by three points", "Berg led by three points in a poll of pilots": what a poll found.
fn polled(scene: Scene<'_>, quoted: &Quoted, at: usize) -> Option<Found> {
    let words = scene.clauses.words;
    let start = scene.clauses.start;
    let end = scene.clauses.phrase_from(at + 1, scene.end)?;
    let noun = (at + 1..end.min(at + 12))
        .find(|&at| words.tag(at) != Tag::Verb && matches!(words.lower(at), "poll" | "polls" | "survey" | "surveys"))?;
    // "In the polls": at the ballot, or in all of them.
    if noun == at + 1 || noun == at + 2 && words.lower(at + 1) == "the" {
        return None;
    }
    let head = words.tag(noun + 1) == Tag::Preposition || noun + 1 == end || words.tag(noun + 1) == Tag::Verb;
    let head = head && (at + 1..noun).all(|at| words.tag(at) != Tag::Preposition);
    let says = |range: &std::ops::Range<usize>| {
        scene.clauses.groups.iter().any(|group| {
            range.contains(&group.head)
                && cues::verb(words.lower(group.head)).is_some_and(|cue| {
                    cue.frames.any(cues::Frames::QUOTE.or(cues::Frames::CLAUSE)) && group.form == Form::Finite
                })
        })
    };
    let (source, content) = if at == start {
        let comma = (end..scene.end.min(end + 6)).find(|&at| words.text(at) == ",")?;
        (at + 1..comma, comma + 1..scene.end)
    } else {
        // "…, compared to 50 percent in a survey in May": what stands behind the comma.
        let one = (start..at).all(|at| words.text(at) != ",");
        (end >= scene.end && one).then_some((at + 1..end, start..at))?
    };
    let whole = scene.clauses.finite_in(content.clone()) && !says(&content);
    let source =
        scene.source_from(source.start, quoted).filter(|own| own.end >= source.end && at > start).unwrap_or(source);
    (head && whole).then(|| Found { source: vec![source], cue: vec![at..at + 1], content: vec![content], speech: true })
}

/// "BERG: Not yet.": a line of a transcript, up to the end of its paragraph.
fn transcript(scene: Scene<'_>) -> Option<Found> {
    let words = scene.clauses.words;
    let sentences = &scene.prose.sentences;
    let sentence = sentences.get(scene.sentence)?;
    let colon = turns::label(scene.prose, scene.sentence)?;
    let start = turns::label_start(scene.prose, scene.sentence);
    if turns::asks_or_answers(words, start..colon) {
        return None;
    }
    let last = sentences[scene.sentence..].iter().take_while(|s| s.passage == sentence.passage).last()?;
    let content = vec![colon + 1..last.words.end];
    // "HOLM (voice-over):": the name alone.
    let end = (start + 1..colon).find(|&at| words.text(at) == "(").unwrap_or(colon);
    Some(Found { source: vec![start..end], cue: vec![colon..colon + 1], content, speech: true })
}

/// "were confident that", "is wary of": a form of "be" with an adjective of attitude.
fn stance(scene: Scene<'_>, quoted: &Quoted, group: &VerbGroup) -> Option<Found> {
    let words = scene.clauses.words;
    let head = words.lower(group.head);
    if group.form != Form::Finite {
        return None;
    }
    // "were worried" reads as a passive too.
    let at = if group.passive {
        group.head
    } else if is_be(head) || head == "'s" {
        (group.words.end..scene.end.min(group.words.end + 3)).find(|&at| words.tag(at) != Tag::Adverb)?
    } else {
        return None;
    };
    if !cues::adjective(words.lower(at)) {
        return None;
    }
    let source = scene.clauses.subject_before(group)?;
    let next = at + 1;
    let infinitive = scene.clauses.group_at(next).is_some_and(|g| g.form == Form::Infinitive && g.words.start == next);
    let (cue_end, content) = if words.lower(next) == "that" || infinitive {
        (next, next..scene.clause_end(next, quoted))
    } else if matches!(words.lower(next), "about" | "of" | "with" | "at" | "over" | "by") {
        (next + 1, next + 1..scene.object_end(next + 1, quoted))
    } else {
        return None;
    };
    let cue = vec![group.words.start..cue_end];
    Some(Found { source: vec![source], cue, content: vec![content], speech: false })
}

/// "his claim that …", "the decision to …".
fn noun(scene: Scene<'_>, quoted: &Quoted, at: usize) -> Option<Found> {
    let words = scene.clauses.words;
    let next = at + 1;
    let infinitive = scene.clauses.group_at(next).is_some_and(|g| g.form == Form::Infinitive && g.words.start == next);
    if words.lower(next) != "that" && !infinitive || next + 1 >= scene.end {
        return None;
    }
    let content = next..scene.clause_end(next, quoted);
    let speech = !infinitive;
    // The holder is a possessive before the noun.
    let mut first = at;
    while first > scene.clauses.start && matches!(words.tag(first - 1), Tag::Adjective | Tag::Adverb | Tag::Noun) {
        first -= 1;
    }
    let before = first.checked_sub(1)?;
    if words.lower(before) == "'s" && before > scene.clauses.start {
        let start = scene.clauses.phrase_ending(before - 1)?;
        return Some(Found { source: vec![start..before + 1], cue: vec![first..next], content: vec![content], speech });
    }
    if matches!(words.lower(before), "his" | "her" | "their" | "its") {
        return Some(Found { source: vec![before..first], cue: vec![first..next], content: vec![content], speech });
    }
    if infinitive {
        return None;
    }
    let cue = if words.tag(before) == Tag::Determiner { before..next } else { first..next };
    Some(Found { source: Vec::new(), cue: vec![cue], content: vec![content], speech: false })
}
