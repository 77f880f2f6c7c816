//! What a document says, one thing at a time.

use model::{Attribution, Commitment, Document, Holder, Mention, Polarity, Quantity, Role, Statement, Time};

use crate::prose::Prose;

/// What the stages before this one found.
pub(crate) struct Found<'a> {
    pub(crate) document: &'a Document,
    pub(crate) prose: &'a Prose<'a>,
    pub(crate) times: &'a [Time],
    pub(crate) attributions: &'a [Attribution],
    pub(crate) mentions: &'a [Mention],
}

/// The statements of a document, in order.
pub(crate) fn find(found: &Found<'_>) -> Vec<Statement> {
    let mut statements = Vec::with_capacity(found.prose.sentences.len());
    for read in &found.prose.sentences {
        if found.document.passages.get(read.passage).is_none_or(|passage| passage.role != Role::Body) {
            continue;
        }
        let sentence = found.prose.text.span(read.start, read.end);
        let said = found.attributions.iter().find(|a| a.content.iter().any(|c| c.overlaps(sentence)));
        let time = found.times.iter().find(|time| sentence.contains(time.span()));
        let mut holders = vec![Holder { name: own_voice(found.document), span: None, cue: None, inferred: false }];
        holders.extend(said.map(|a| Holder {
            name: a.speaker.clone().unwrap_or_default(),
            span: a.source.first().copied(),
            cue: a.cue.first().copied(),
            inferred: false,
        }));
        statements.push(Statement {
            span: sentence,
            sentence,
            passage: read.passage as u32,
            commitment: if said.is_some() { Commitment::Attributed } else { Commitment::Asserted },
            polarity: Polarity::Affirmed,
            cues: said.map(|a| a.cue.clone()).unwrap_or_default(),
            holders,
            time: time.and_then(|time| time.when.clone()),
            time_span: time.map(Time::span),
            quantities: Vec::<Quantity>::new(),
            participants: found.mentions.iter().filter(|m| sentence.contains(m.span)).cloned().collect(),
            quotes: Vec::new(),
        });
    }
    statements
}

/// The document's own voice: its outlet, or that it is unknown.
fn own_voice(document: &Document) -> String {
    document.outlet.clone().unwrap_or_else(|| "outlet unknown".to_owned())
}
