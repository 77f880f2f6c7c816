//! Who says what: source, cue, content.
//!
//! Each sentence is cut into verb groups and noun phrases; each cue verb, noun or phrase then looks for its content and
//! its source in the places that its syntax allows. The roles are those of the Penn Attribution Relations Corpus
//! (Pareti 2012) and PolNeAR (Newell, Margolin and Ruths 2018): what is said, believed, known, wanted or judged counts.

#![allow(clippy::single_range_in_vec_init, reason = "a content is a list of ranges, of one as a rule")]

mod content;
mod direct;
mod inversions;
mod loose;
mod named;
mod near;
pub(crate) mod reach;
pub(crate) mod sayers;
mod sources;
pub(crate) mod speakers;
mod tails;
#[cfg(test)]
mod tests;
mod turns;
mod verbs;
mod worded;

use std::ops::Range;

use model::{Attribution, AttributionKind, Mention, Span};

use crate::{grammar::phrases::Clauses, prose::Prose};

/// One attribution in ranges of words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Found {
    source: Vec<Range<usize>>,
    cue: Vec<Range<usize>>,
    content: Vec<Range<usize>>,
    /// Whether somebody says something, in a clause or in direct speech, rather than thinks or wants it.
    speech: bool,
}

/// One sentence, as the finders read it.
#[derive(Clone, Copy)]
struct Scene<'a> {
    prose: &'a Prose<'a>,
    clauses: Clauses<'a>,
    /// Index of the sentence.
    sentence: usize,
    /// One past the last word that is no full stop or the like.
    end: usize,
}

/// The attributions of a document, each in order of their content.
pub(crate) struct Attributions {
    /// Those that count by the guidelines of the corpora.
    pub(crate) told: Vec<Attribution>,
    /// What is thought, judged or wanted within what somebody else says: a link in a chain of holders; and utterances in
    /// quotation marks whose speaker the text does not tell, which have no source.
    pub(crate) inner: Vec<Attribution>,
    /// Quotations that go on with what their speaker said before.
    pub(crate) carried: Vec<Attribution>,
    /// Words in quotation marks amid what the report itself tells, with whose words they are.
    pub(crate) worded: Vec<Attribution>,
}

/// Finds the attributions of a document.
pub(crate) fn find(prose: &Prose<'_>, mentions: &[Mention]) -> Attributions {
    let quoted = Quoted::new(prose);
    let mut found = Vec::new();
    for (index, sentence) in prose.sentences.iter().enumerate() {
        let clauses = Clauses {
            words: &prose.words,
            start: sentence.words.start,
            end: sentence.words.end,
            groups: &prose.groups[index],
        };
        let end = content::without_stop(&prose.words, sentence.words.clone());
        let scene = Scene { prose, clauses, sentence: index, end };
        let from = found.len();
        verbs::find(scene, &quoted, &mut found);
        named::find(scene, &quoted, &mut found);
        tails::find(scene, &quoted, &mut found, from);
        tails::handing(scene, &quoted, &mut found);
    }
    sources::with_all(prose, mentions, &mut found);
    loose::find(prose, &quoted, &mut found);
    near::find(prose, &quoted, &mut found);
    let mut cut = Vec::new();
    let turns = turns::find(prose, &mut found, &mut cut);
    drop_inner_cues(&mut found, prose.words.len());
    near::run_on(prose, &quoted, &mut found);
    let carried = near::carried(prose, &quoted, &found);
    let carried: Vec<Found> = carried
        .into_iter()
        .map(|(content, index)| Found { content, source: found[index].source.clone(), ..Found::default() })
        .collect();
    let mut all = found.clone();
    all.extend(carried.iter().cloned());
    let worded = worded::find(prose, &quoted, &all);
    let inner = inner_attitudes(&mut found, &cut, prose.words.len());
    let finished = |found: Vec<Found>| {
        let filled = found.into_iter().filter(|f| f.content.iter().any(|range| !range.is_empty()));
        let mut attributions: Vec<Attribution> = filled.map(|f| finish(prose, &quoted, f)).collect();
        let first = |spans: &[Span]| spans.first().map_or((u32::MAX, u32::MAX), |span| (span.start, span.end));
        model::order::sort_by_key(&mut attributions, |a| (first(&a.content), first(&a.cue)));
        attributions.dedup_by(|a, b| a.cue == b.cue && a.content == b.content);
        attributions
    };
    let mut told = finished(found);
    let mut rest: Vec<Vec<Attribution>> = [inner, carried, worded].into_iter().map(finished).collect();
    speakers::resolve(prose, &quoted, mentions, &mut told, rest.iter_mut().flatten());
    let unknown = loose::unknown(prose, told.iter().chain(&rest[1]).chain(&turns));
    rest[0].extend(unknown.into_iter().chain(turns));
    let [inner, carried, worded] = [0, 1, 2].map(|index| std::mem::take(&mut rest[index]));
    Attributions { told, inner, carried, worded }
}

/// A cue that is part of a longer one is none: "confidence" in "expressed confidence that".
fn drop_inner_cues(found: &mut Vec<Found>, words: usize) {
    let mut longest = vec![0; words];
    for cue in found.iter().flat_map(|f| &f.cue) {
        for covering in &mut longest[cue.start.min(words)..cue.end.min(words)] {
            *covering = cue.len().max(*covering);
        }
    }
    found.retain(|f| f.cue.iter().all(|cue| longest.get(cue.start).is_none_or(|&covering| covering <= cue.len())));
}

/// Within what somebody says, only a further report is kept ("the paper reported that officials said"): what is wanted,
/// known or judged there is part of the content, and is taken out here. In `cut`, somebody speaks whom the text does not tell.
fn inner_attitudes(found: &mut Vec<Found>, cut: &[Range<usize>], words: usize) -> Vec<Found> {
    let mut depth = vec![0_i32; words + 1];
    for range in found.iter().flat_map(|f| &f.content).chain(cut) {
        depth[range.start.min(words)] += 1;
        depth[range.end.min(words)] -= 1;
    }
    let mut sum = 0;
    for step in &mut depth {
        sum += *step;
        *step = sum;
    }
    let is_inner =
        |f: &mut Found| !f.speech && f.cue.iter().any(|cue| depth.get(cue.start).is_some_and(|&inside| inside > 0));
    found.extract_if(.., is_inner).collect()
}

fn finish(prose: &Prose<'_>, quoted: &Quoted, mut found: Found) -> Attribution {
    // The full stop of a turn's last sentence belongs to the report.
    if let Some(last) = found.content.last_mut()
        && last.len() > 1
        && prose.words.text(last.end - 1) == "."
        && !quoted.is(last.end - 1)
    {
        last.end -= 1;
    }
    let spans = |ranges: &mut Vec<Range<usize>>| {
        ranges.retain(|range| !range.is_empty());
        model::order::sort_by_key(ranges, |range| range.start);
        ranges.iter().map(|range| prose.span(range.clone())).collect::<Vec<_>>()
    };
    let source = spans(&mut found.source);
    let cue = spans(&mut found.cue);
    let content = spans(&mut found.content);
    let words = || found.content.iter().flat_map(Range::clone);
    let inside = words().filter(|&word| quoted.is(word)).count();
    let all = words().count();
    let kind = if inside == 0 {
        AttributionKind::Indirect
    } else if inside == all {
        AttributionKind::Direct
    } else {
        AttributionKind::Mixed
    };
    Attribution { source, cue, content, kind, speaker: None }
}

/// Which words stand in quotation marks, and in which piece.
struct Quoted {
    /// For each word: one more than the index of its piece, or 0.
    piece_of: Vec<u32>,
    /// The pieces of quotations that are not within others, in order.
    pieces: Vec<Piece>,
}

/// One paragraph of a quotation.
struct Piece {
    words: Range<usize>,
    /// Index of the next piece of the same quotation.
    next: Option<usize>,
}

impl Quoted {
    fn new(prose: &Prose<'_>) -> Self {
        let mut piece_of = vec![0; prose.words.len()];
        let mut pieces = Vec::new();
        for quotation in prose.quotations.iter().filter(|quotation| quotation.depth == 0) {
            let count = quotation.pieces.len();
            for (index, words) in quotation.pieces.iter().enumerate() {
                pieces.push(Piece { words: words.clone(), next: (index + 1 < count).then_some(pieces.len() + 1) });
                for at in words.clone() {
                    piece_of[at] = pieces.len() as u32;
                }
            }
        }
        Self { piece_of, pieces }
    }

    fn is(&self, word: usize) -> bool {
        self.piece_of.get(word).is_some_and(|&piece| piece > 0)
    }

    /// The piece that holds a word.
    fn piece(&self, word: usize) -> Option<&Piece> {
        let index = *self.piece_of.get(word)?;
        self.pieces.get((index as usize).checked_sub(1)?)
    }

    /// The pieces of the same quotation in the paragraphs before the one that holds a word.
    fn earlier(&self, word: usize) -> Vec<Range<usize>> {
        let mut all = Vec::new();
        let Some(mut index) = self.piece_of.get(word).and_then(|&piece| (piece as usize).checked_sub(1)) else {
            return all;
        };
        while let Some(before) = index.checked_sub(1).filter(|&before| self.pieces[before].next == Some(index)) {
            all.push(self.pieces[before].words.clone());
            index = before;
        }
        all.reverse();
        all
    }

    /// The words of this piece and those that carry it on in later paragraphs.
    fn whole(&self, piece: &Piece) -> Vec<Range<usize>> {
        let mut all = vec![piece.words.clone()];
        let mut next = piece.next;
        while let Some(further) = next.and_then(|index| self.pieces.get(index)) {
            all.push(further.words.clone());
            next = further.next;
        }
        all
    }
}
