//! Documents and their statements.

use model::{
    Annotated, Clause, Commitment, Document, EntityKind, FilePlace, Holder, Known, Mention, Original, Passage,
    Polarity, Role, Span, Statement, Tense, Text,
};

use super::columns::{Column, Kind};
use super::pen::Pen;

const ROLES: [Role; 7] =
    [Role::Title, Role::Heading, Role::Body, Role::Byline, Role::Credit, Role::Caption, Role::Furniture];
const KNOWN: [Option<Known>; 5] =
    [None, Some(Known::Given), Some(Known::Text), Some(Known::Inferred), Some(Known::Reviewed)];
const TENSES: [Tense; 5] = [Tense::Past, Tense::Perfect, Tense::Present, Tense::Future, Tense::Modal];
pub(super) const KINDS: [EntityKind; 4] =
    [EntityKind::Person, EntityKind::Organisation, EntityKind::Place, EntityKind::Other];

pub(super) const NOWHERE: Span = Span { start: 0, end: 0 };

/// All documents.
pub(super) fn documents(pen: &mut Pen<'_>, documents: &mut Vec<Annotated>) {
    pen.list(Column::Documents, documents, blank, |pen, annotated, before| {
        let before = before.last().map(|before| &before.document);
        document(pen, &mut annotated.document, before);
    });
}

/// The statements of all documents, which are there already.
pub(super) fn statements(pen: &mut Pen<'_>, documents: &mut [Annotated]) {
    for Annotated { document, statements, .. } in documents {
        let text = Text::new(&document.text);
        let outlet = document.outlet.as_deref().unwrap_or(&document.title);
        pen.list(Column::Statements, statements, no_statement, |pen, own, before| {
            statement(pen, own, before.last(), &text, outlet);
        });
    }
}

fn blank() -> Annotated {
    let document = Document {
        id: String::new(),
        title: String::new(),
        outlet: None,
        authors: Vec::new(),
        published: None,
        published_known: None,
        url: None,
        kind: None,
        original: None,
        language: String::new(),
        places: Vec::new(),
        text: String::new(),
        passages: Vec::new(),
    };
    Annotated {
        document,
        sentences: Vec::new(),
        times: Vec::new(),
        attributions: Vec::new(),
        mentions: Vec::new(),
        descriptions: Vec::new(),
        statements: Vec::new(),
        scopes: Vec::new(),
    }
}

fn document(pen: &mut Pen<'_>, own: &mut Document, before: Option<&Document>) {
    pen.like(&mut own.id, before.map_or("", |before| &before.id));
    pen.fresh(&mut own.text);
    pen.like(&mut own.title, top(&own.text));
    pen.maybe_string(Column::OutletThere, Column::Outlet, Kind::Name, &mut own.outlet);
    pen.strings(Column::Authors, Column::Author, Kind::Name, &mut own.authors);
    pen.when(Column::Published, &mut own.published);
    pen.one_of(Column::PublishedKnown, &KNOWN, &mut own.published_known);
    let url = before.and_then(|before| before.url.as_deref()).unwrap_or_default();
    pen.maybe(Column::UrlThere, &mut own.url, String::new, |pen, own| pen.like(own, url));
    pen.maybe_string(Column::KindThere, Column::Kind, Kind::Word, &mut own.kind);
    pen.maybe(Column::OriginalThere, &mut own.original, Original::default, original);
    pen.string(Column::Language, Kind::Word, &mut own.language);
    pen.list(Column::Places, &mut own.places, FilePlace::default, |pen, place, _| {
        pen.string(Column::PlaceFile, Kind::Id, &mut place.file);
        pen.string(Column::Place, Kind::Id, &mut place.place);
    });
    let no_passage = || Passage { span: NOWHERE, role: Role::Body, why: String::new() };
    pen.list(Column::Passages, &mut own.passages, no_passage, |pen, passage, before| {
        let end = before.last().map_or(0, |before| before.span.end);
        pen.span([Column::PassageStart, Column::PassageLength], &mut passage.span, end);
        pen.one_of(Column::PassageRole, &ROLES, &mut passage.role);
        pen.string(Column::PassageWhy, Kind::Word, &mut passage.why);
    });
}

/// The beginning of a text, where its title mostly stands.
fn top(text: &str) -> &str {
    let end = (0..=text.len().min(400)).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
    &text[..end]
}

fn original(pen: &mut Pen<'_>, own: &mut Original) {
    for field in [&mut own.title, &mut own.outlet, &mut own.published, &mut own.sha256] {
        pen.maybe_string(Column::OriginalMaybe, Column::OriginalString, Kind::Word, field);
    }
    pen.strings(Column::OriginalAuthors, Column::Author, Kind::Name, &mut own.authors);
}

fn no_statement() -> Statement {
    Statement {
        span: NOWHERE,
        sentence: NOWHERE,
        passage: 0,
        commitment: Commitment::Asserted,
        polarity: Polarity::Affirmed,
        cues: Vec::new(),
        holders: Vec::new(),
        time: None,
        time_span: None,
        quantities: Vec::new(),
        participants: Vec::new(),
        quotes: Vec::new(),
        quoted: Vec::new(),
        subject: None,
        clause: None,
    }
}

fn statement(pen: &mut Pen<'_>, own: &mut Statement, before: Option<&Statement>, text: &Text<'_>, outlet: &str) {
    let last = before.map_or(NOWHERE, |before| before.sentence);
    if pen.flag(Column::SameSentence, own.sentence == last) {
        own.sentence = last;
    } else {
        pen.span([Column::SentenceStart, Column::SentenceLength], &mut own.sentence, last.end);
    }
    let sentence = own.sentence;
    // One after the other in a sentence.
    let from = before.map_or(0, |before| before.span.end).clamp(sentence.start, sentence.end.max(sentence.start));
    pen.near(Column::StatementStart, &mut own.span.start, from);
    pen.near(Column::StatementEnd, &mut own.span.end, sentence.end);
    pen.near(Column::Passage, &mut own.passage, before.map_or(0, |before| before.passage));
    pen.one_of(Column::Commitment, &Commitment::ALL, &mut own.commitment);
    let span = own.span;
    spans(pen, [Column::Cues, Column::CueStart, Column::CueLength], &mut own.cues, span.start);
    let no_holder = || Holder { name: String::new(), span: None, cue: None, inferred: false, joint: false };
    pen.list(Column::Holders, &mut own.holders, no_holder, |pen, holder, before| {
        let start = before.last().and_then(|before| before.span).map_or(sentence.start, |before| before.start);
        let columns = [Column::HolderSpan, Column::HolderStart, Column::HolderLength];
        maybe_span(pen, columns, &mut holder.span, start);
        let columns = [Column::HolderCue, Column::HolderCueStart, Column::HolderCueLength];
        maybe_span(pen, columns, &mut holder.cue, holder.span.map_or(sentence.start, |span| span.end));
        let written = holder.span.map(|span| text.cut(span));
        match written {
            Some(written) => {
                pen.same_or(Column::HolderAsWritten, Column::HolderName, Kind::Name, &mut holder.name, written);
            }
            None => pen.same_or(Column::HolderOutlet, Column::HolderName, Kind::Name, &mut holder.name, outlet),
        }
        holder.inferred = pen.flag(Column::HolderInferred, holder.inferred);
        holder.joint = pen.flag(Column::HolderJoint, holder.joint);
    });
    pen.when(Column::Time, &mut own.time);
    maybe_span(pen, [Column::TimeSpan, Column::TimeStart, Column::TimeLength], &mut own.time_span, span.start);
    let nobody = || Mention { span: NOWHERE, name: String::new(), kind: EntityKind::Person };
    pen.list(Column::Participants, &mut own.participants, nobody, |pen, mention, before| {
        let from = before.last().map_or(span.start, |before| before.span.end);
        pen.span([Column::ParticipantStart, Column::ParticipantLength], &mut mention.span, from);
        let written = text.cut(mention.span);
        pen.same_or(Column::ParticipantAsWritten, Column::ParticipantName, Kind::Name, &mut mention.name, written);
        pen.one_of(Column::ParticipantKind, &KINDS, &mut mention.kind);
    });
    spans(pen, [Column::Quotes, Column::QuoteStart, Column::QuoteLength], &mut own.quotes, span.start);
    pen.strings(Column::Quoted, Column::QuotedName, Kind::Name, &mut own.quoted);
    maybe_span(pen, [Column::Subject, Column::SubjectStart, Column::SubjectLength], &mut own.subject, span.start);
    let after = own.subject.map_or(span.start, |subject| subject.end);
    pen.maybe(Column::Clause, &mut own.clause, no_clause, |pen, clause| {
        pen.one_of(Column::ClauseTense, &TENSES, &mut clause.tense);
        pen.span([Column::ClauseHeadStart, Column::ClauseHeadLength], &mut clause.head, after);
    });
}

/// A clause of which nothing is known.
pub(super) fn no_clause() -> Clause {
    Clause { verb: NOWHERE, head: NOWHERE, tense: Tense::Past, passive: false, subject: None, timed: false }
}

/// Spans that follow each other.
fn spans(pen: &mut Pen<'_>, [count, start, length]: [Column; 3], spans: &mut Vec<Span>, from: u32) {
    pen.list(
        count,
        spans,
        || NOWHERE,
        |pen, span, before| {
            pen.span([start, length], span, before.last().map_or(from, |before| before.end));
        },
    );
}

/// A span or none.
pub(super) fn maybe_span(pen: &mut Pen<'_>, [there, start, length]: [Column; 3], span: &mut Option<Span>, from: u32) {
    pen.maybe(there, span, || NOWHERE, |pen, span| pen.span([start, length], span, from));
}
