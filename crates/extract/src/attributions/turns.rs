//! The turns of transcripts and interviews: who begins to speak where a line opens with a label.

use std::{collections::BTreeMap, ops::Range};

use model::{Attribution, AttributionKind};

use crate::{
    attributions::{Found, speakers},
    mentions::is_title,
    prose::Prose,
    sentences::Sentence,
    tags::{self, Tag},
    words::{Words, is_one_of},
};

/// So many labels make a transcript, in which a turn goes on over paragraphs without a label of their own.
const ENOUGH: usize = 3;

/// Words of a label at most.
const LABEL: usize = 5;

/// The colon of the label that opens a paragraph: "BERG:", "Mr. Berg:", "THE PRESIDENT:", "Q:".
pub(super) fn label(prose: &Prose<'_>, index: usize) -> Option<usize> {
    let words = &prose.words;
    let sentence = prose.sentences.get(index)?;
    let before = index.checked_sub(1).and_then(|before| prose.sentences.get(before));
    let start = sentence.words.start;
    let broken = label_start(prose, index) < start;
    if let Some(colon) = shouted(prose, sentence.words.clone(), broken) {
        return Some(colon);
    }
    if before.is_some_and(|before| before.passage == sentence.passage) {
        return None;
    }
    let colon = (start + 1..sentence.words.end.min(start + LABEL + 1)).find(|&at| words.text(at) == ":")?;
    if asks_or_answers(words, start..colon) {
        return words.spaced(colon + 1).then_some(colon);
    }
    let capitals = |at: usize| !words.text(at).contains(char::is_lowercase) && words.text(at).len() > 1;
    let named = (start..colon).all(|at| {
        let lower = words.lower(at);
        let title = is_title(lower) && (words.capitalised(at) || capitals(at));
        title || words.tag(at) == Tag::Proper && !tags::is_common(lower) || lower == "the" && capitals(at)
    });
    // "ANNA BERG: / Berg, 55, was the first": a heading over what is told of her.
    let last = words.lower(colon - 1);
    // "Norway: Polls show": where it is.
    if start + 1 == colon && crate::mentions::is_place(words.text(start)) {
        return None;
    }
    let alone = prose.sentence_of(colon + 1).and_then(|next| prose.sentences.get(next)).is_some_and(|next| {
        let gap = words.get(colon).map_or(0, |word| word.end)..words.get(colon + 1).map_or(0, |word| word.start);
        next.passage != sentence.passage || prose.text.as_str().get(gap).is_some_and(|gap| gap.contains('\n'))
    });
    let told = alone
        && (colon + 1..colon + 9).any(|at| words.lower(at) == last && words.text(at).contains(char::is_lowercase));
    if told && last.len() > 2 {
        return None;
    }
    let whole = !tags::is_common(last) || capitals(colon - 1) && is_title(last);
    let next = words.get(colon + 1).is_some() && colon + 1 < prose.sentences.last()?.words.end;
    (named && whole && next && words.spaced(colon + 1)).then_some(colon)
}

/// The colon of a label in capitals with the office of who speaks, or how: "ANNA BERG, HOST:", "REP. KARL HOLM (R), KOLM:",
/// "HOLM (voice-over):".
fn shouted(prose: &Prose<'_>, sentence: Range<usize>, broken: bool) -> Option<usize> {
    let words = &prose.words;
    let start = sentence.start;
    let colon = (start + 2..sentence.end.min(start + 4 * LABEL)).find(|&at| words.text(at) == ":")?;
    let capitals = |at: usize| {
        let text = words.text(at);
        !text.contains(char::is_lowercase) && text.contains(char::is_alphabetic)
            || matches!(text, "," | "." | "'" | "’" | "-" | "/" | "&" | "\"" | "“" | "”" | "\\/")
    };
    let mut depth = 0;
    let shouted = (start..colon).all(|at| {
        match words.text(at) {
            "(" => depth += 1,
            ")" => depth -= 1,
            _ if depth <= 0 => return capitals(at),
            _ => {}
        }
        true
    });
    if broken && shouted && colon + 1 < sentence.end && words.spaced(colon + 1) {
        return Some(colon);
    }
    let mark = (start + 1..colon).find(|&at| matches!(words.text(at), "," | "("))?;
    let name = start..mark;
    let least = if words.text(mark) == "(" { 1 } else { 2 };
    let named = (least..=5).contains(&name.len())
        && name.clone().all(|at| words.text(at).len() > 1 && words.tag(at) != Tag::Punctuation);
    let goes_on = colon + 1 < sentence.end && words.spaced(colon + 1);
    (named && shouted && goes_on).then_some(colon)
}

/// Where the label of a sentence begins: in the sentence before, where a full stop breaks it ("ANNA BERG, FMR. / HEAD OF THE
/// BOARD:").
pub(super) fn label_start(prose: &Prose<'_>, index: usize) -> usize {
    let words = &prose.words;
    let Some(own) = prose.sentences.get(index).map(|sentence| sentence.words.clone()) else { return 0 };
    let capitals = |range: Range<usize>| range.clone().all(|at| !words.text(at).contains(char::is_lowercase));
    let colon = (own.start + 1..own.end.min(own.start + 3 * LABEL)).find(|&at| words.text(at) == ":");
    let before = index.checked_sub(1).and_then(|before| prose.sentences.get(before)).map(|before| before.words.clone());
    let broken = |before: &Range<usize>| {
        let comma = before.clone().find(|&at| words.text(at) == ",");
        (4..3 * LABEL).contains(&before.len())
            && comma.is_some_and(|comma| comma > before.start + 1)
            && words.text(before.end - 1).ends_with('.')
            && capitals(before.clone())
            && colon.is_some_and(|colon| colon > own.start + 1 && capitals(own.start..colon))
    };
    before.filter(broken).map_or(own.start, |before| before.start)
}

/// Words in capitals before a colon that open sentence after sentence: in a transcript they are names, though the
/// dictionary has them ("STONE:", "BUSH:").
fn repeated(prose: &Prose<'_>) -> Vec<(usize, usize)> {
    let words = &prose.words;
    let opening = |sentence: &Sentence| {
        let start = sentence.words.start;
        let text = words.text(start);
        let capitals = text.len() > 2 && text.chars().all(char::is_uppercase);
        (capitals && words.text(start + 1) == ":" && start + 2 < sentence.words.end).then_some(text)
    };
    let mut count: BTreeMap<&str, usize> = BTreeMap::new();
    for text in prose.sentences.iter().filter_map(opening) {
        *count.entry(text).or_default() += 1;
    }
    let often =
        |sentence: &Sentence| opening(sentence).is_some_and(|text| count.get(text).is_some_and(|&n| n >= ENOUGH));
    let all = prose.sentences.iter().enumerate().filter(|(_, sentence)| often(sentence));
    all.map(|(index, sentence)| (index, sentence.words.start + 1)).collect()
}

/// Whether a label says that somebody asks or answers, and not who.
pub(super) fn asks_or_answers(words: &Words<'_>, range: Range<usize>) -> bool {
    let nobody = matches!(words.text(range.start), "UNIDENTIFIED" | "UNKNOWN") && range.len() > 1;
    nobody
        || range.len() == 1
            && is_one_of(
                words.text(range.start),
                "Q A Q. A. Question Answer QUESTION ANSWER REPORTER Reporter Interviewer INTERVIEWER",
            )
}

/// Lets the turns of a transcript go on over the paragraphs up to the next label, and gives those of nobody knows whom.
/// What is left of turns that end before the next label goes to `cut` as well.
pub(super) fn find(prose: &Prose<'_>, found: &mut Vec<Found>, cut: &mut Vec<Range<usize>>) -> Vec<Attribution> {
    let mut labels: Vec<(usize, usize)> =
        (0..prose.sentences.len()).filter_map(|index| Some((index, label(prose, index)?))).collect();
    if labels.len() >= ENOUGH {
        for (index, colon) in repeated(prose) {
            if let Err(at) = labels.binary_search(&(index, colon)) {
                labels.insert(at, (index, colon));
                let sentence = &prose.sentences[index].words;
                let content = vec![colon + 1..sentence.end];
                let source = vec![sentence.start..colon];
                found.push(Found { source, cue: vec![colon..colon + 1], content, speech: true });
            }
        }
    }
    let of: BTreeMap<usize, usize> =
        model::order::gather(found.iter().enumerate().filter_map(|(index, f)| Some((f.cue.first()?.start, index))));
    let mut unknown = Vec::new();
    let mut further = Vec::new();
    for (number, &(index, colon)) in labels.iter().enumerate() {
        let limit = labels.get(number + 1).map_or(prose.sentences.len(), |&(next, _)| {
            next - usize::from(label_start(prose, next) < prose.sentences[next].words.start && next > index + 1)
        });
        let passage = prose.sentences[index].passage;
        let own = (index..limit).take_while(|&at| prose.sentences[at].passage == passage).last().unwrap_or(index);
        // The last turn ends with its paragraph: what stands below may be the report's again.
        let last = if labels.len() >= ENOUGH && number + 1 < labels.len() { limit - 1 } else { own };
        let content = colon + 1..prose.sentences[last.min(limit.max(1) - 1).max(index)].words.end;
        let start = prose.sentences[index].words.start;
        if asks_or_answers(&prose.words, start..colon) {
            if labels.len() >= ENOUGH - 1 && !content.is_empty() {
                unknown.push(of_nobody(prose, content));
            }
        } else if let Some(turn) = of.get(&colon).and_then(|&index| found.get_mut(index)) {
            // What follows a sign-off or a clip's mark within the turn is of nobody knows whom.
            let name = |start: usize, colon: usize| {
                let name = (start..colon).take_while(|&at| !matches!(prose.words.text(at), "," | "("));
                name.last().map_or("", |at| prose.words.lower(at))
            };
            // Two labels of one name on end: somebody without a label speaks between them.
            let again = labels
                .get(number + 1)
                .is_some_and(|&(next, other)| name(label_start(prose, next), other) == name(start, colon));
            let end = ends_turn(prose, start..colon, content.clone(), again).filter(|_| labels.len() >= ENOUGH);
            turn.content = vec![content.start..end.unwrap_or(content.end)];
            let mut ended = end;
            while let Some(at) = ended {
                // "I think the -- BERG: Well": who breaks in is named.
                let Some(colon) = breaks_in(prose, at) else {
                    unknown.push(of_nobody(prose, at..content.end));
                    cut.push(at..content.end);
                    break;
                };
                // Behind their sentence the one who was broken in on may go on.
                let sentence = prose.sentence_of(colon).map_or(content.end, |index| prose.sentences[index].words.end);
                let own = colon + 1..sentence.min(content.end);
                ended = ends_turn(prose, at..colon, own.clone(), again).filter(|&end| end > colon + 1);
                let said = own.start..ended.unwrap_or(own.end);
                ended = ended.or(Some(own.end).filter(|&end| end < content.end));
                further.push(Found {
                    source: vec![at..colon],
                    cue: vec![colon..colon + 1],
                    content: vec![said],
                    speech: true,
                });
            }
        }
    }
    found.extend(further);
    unknown
}

/// The colon of the label in capitals with which somebody breaks in at `at`, behind a dash.
fn breaks_in(prose: &Prose<'_>, at: usize) -> Option<usize> {
    let words = &prose.words;
    let capitals = |at: usize| words.text(at).len() > 2 && words.text(at).chars().all(char::is_uppercase);
    let broken = at > 0 && matches!(words.text(at - 1), "--" | "—") && capitals(at) && words.text(at + 1) == ":";
    // A name: no word of the dictionary.
    let named = || !tags::is_common(words.lower(at));
    (broken && !asks_or_answers(words, at..at + 1) && named()).then_some(at + 1)
}

/// What somebody says of whom the transcript does not tell who it is.
fn of_nobody(prose: &Prose<'_>, content: Range<usize>) -> Attribution {
    Attribution {
        source: Vec::new(),
        cue: Vec::new(),
        content: vec![prose.span(content)],
        kind: AttributionKind::Indirect,
        speaker: Some(speakers::UNKNOWN.to_owned()),
    }
}

/// Whether the sentence that begins at `at` is what somebody without a label answers to the question before it; `again`,
/// whether somebody else must have spoken before the next label.
fn answers(words: &Words<'_>, at: usize, again: bool) -> bool {
    let first = words.lower(at);
    at > 0
        && words.text(at - 1) == "?"
        && (is_one_of(first, "yes no yeah absolutely exactly definitely certainly")
            || again && is_one_of(first, "i we well sure oh it they my our right"))
}

/// Whether a sentence reads out what somebody wrote: "Anna in Kolm writes, …", "Anna from Kolm: …".
fn reads_out(words: &Words<'_>, sentence: Range<usize>) -> bool {
    let named = words.tag(sentence.start) == Tag::Proper && words.capitalised(sentence.start);
    let limit = sentence.end.min(sentence.start + 3 * LABEL);
    let stops = |&at: &usize| {
        let part = words.tag(at) == Tag::Proper || is_one_of(words.lower(at), "in from of on , . and");
        !part
    };
    let stop = (sentence.start..limit).find(stops).filter(|&stop| named && stop > sentence.start);
    let placed = |stop: usize| (sentence.start..stop).any(|at| matches!(words.lower(at), "in" | "from"));
    stop.is_some_and(|stop| {
        matches!(words.lower(stop), "writes" | "e-mails" | "emails" | "tweets")
            || words.text(stop) == ":" && placed(stop)
    })
}

/// Where a turn surely ends before the next label: behind a sign-off ("Anna Berg, Kolm."), at the mark of a clip ("(BEGIN
/// VIDEO CLIP)"), and where somebody else breaks in ("I think the -- BERG: Well").
fn ends_turn(prose: &Prose<'_>, label: Range<usize>, content: Range<usize>, again: bool) -> Option<usize> {
    let words = &prose.words;
    let capitals = |at: usize| words.text(at).len() > 2 && words.text(at).chars().all(char::is_uppercase);
    let name = label.take_while(|&at| !matches!(words.text(at), "," | "(")).last().map_or("", |at| words.lower(at));
    let signs_off = |end: usize| {
        let sentence = &prose.sentences[prose.sentence_of(end - 1)?].words;
        let own = sentence.start.max(content.start)..end - 1;
        let comma = own.clone().find(|&at| words.text(at) == ",")?;
        let whole = own.len() <= 9 && comma > own.start && words.lower(comma - 1) == name;
        (whole && own.clone().all(|at| words.text(at) == "," || words.capitalised(at))).then_some(end)
    };
    content.clone().skip(1).find(|&at| {
        let marked = words.text(at) == "(" && matches!(words.text(at + 1), "BEGIN" | "END");
        let breaks_in = matches!(words.text(at - 1), "--" | "—") && capitals(at) && words.text(at + 1) == ":";
        let opens = || prose.sentences.get(prose.sentence_of(at)?).filter(|sentence| sentence.words.start == at);
        marked
            || breaks_in
            || opens().is_some_and(|own| {
                signs_off(at).is_some() || answers(words, at, again) || reads_out(words, own.words.clone())
            })
    })
}
