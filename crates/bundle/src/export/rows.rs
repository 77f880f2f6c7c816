//! Rows of the JSON exports.

use model::{
    Annotated, Claim, ClaimExport, Commitment, DiscrepancyExport, ExpectationExport, FilePlace, HolderExport, Known,
    Member, OriginExport, Original, Passage, PerhapsExport, Span, StatementExport, Story, StoryExport, SubjectExport,
    Utterance, ValueExport,
};
use serde::Serialize;
use std::borrow::Cow;

use crate::tables::Tables;

pub(super) fn claim_row(tables: &Tables<'_>, claim: &Claim) -> ClaimExport {
    let origin = |origin: &model::ClaimOrigin| OriginExport {
        id: origin.id.clone(),
        name: origin.name.clone(),
        why: origin.why.clone(),
        documents: origin.documents.iter().map(|&document| id(tables, document)).collect(),
        denies: origin.denies,
    };
    let value = |reading: &model::Reading| ValueExport {
        document: id(tables, reading.document),
        start: reading.span.start,
        end: reading.span.end,
        value: reading.value.clone(),
    };
    let discrepancy = |found: &model::Discrepancy| DiscrepancyExport {
        kind: found.kind.word().to_owned(),
        update: found.update,
        values: found.values.iter().map(value).collect(),
    };
    ClaimExport {
        id: claim.id.clone(),
        title: if claim.stands { claim.title.clone() } else { String::new() },
        commitment: claim.commitment,
        standing: claim.standing.word().to_owned(),
        open: claim.open,
        story: claim.story.clone(),
        statements: claim.members.iter().filter_map(|member| statement_row(tables, claim, member)).collect(),
        perhaps: claim.perhaps.iter().filter_map(|perhaps| perhaps_row(tables, claim, perhaps)).collect(),
        origins: claim.origins.iter().map(origin).collect(),
        discrepancies: claim.discrepancies.iter().map(discrepancy).collect(),
        expectation: claim.expectation.as_ref().map(|expectation| expectation_row(tables, expectation)),
    }
}

pub(super) fn statement_row(tables: &Tables<'_>, claim: &Claim, member: &Member) -> Option<StatementExport> {
    let annotated = tables.documents.get(member.document as usize)?;
    let statement = annotated.statements.get(member.statement as usize)?;
    let cut = |span: Span| tables.cut(member.document, span).to_owned();
    let holder = |holder: &model::Holder| HolderExport { name: holder.name.clone(), cue: holder.cue.map(cut) };
    Some(StatementExport {
        document: annotated.document.id.clone(),
        start: statement.span.start,
        end: statement.span.end,
        text: cut(statement.span),
        subject: statement.subject.map(|subject| SubjectExport {
            start: subject.start,
            end: subject.end,
            text: cut(subject),
        }),
        commitment: statement.commitment,
        holders: statement.holders.iter().map(holder).collect(),
        origin: claim.origins.get(member.origin as usize).map(|origin| origin.id.clone()).unwrap_or_default(),
        time: statement.time.as_ref().map(|when| when.edtf.clone()),
        reviewed: member.reviewed,
        link: "sure".to_owned(),
    })
}

fn perhaps_row(tables: &Tables<'_>, claim: &Claim, perhaps: &model::Perhaps) -> Option<PerhapsExport> {
    let own = tables.claim_of(perhaps.document, perhaps.statement)?;
    let place = |member: &&Member| (member.document, member.statement) == (perhaps.document, perhaps.statement);
    let statement = statement_row(tables, own, own.members.iter().find(place)?)?;
    let beside = claim.members.get(perhaps.beside as usize)?;
    let span = tables.documents.get(beside.document as usize)?.statements.get(beside.statement as usize)?.span;
    Some(PerhapsExport {
        statement: StatementExport { link: "perhaps".to_owned(), ..statement },
        claim: own.id.clone(),
        beside: (id(tables, beside.document), span),
        percent: perhaps.percent,
    })
}

pub(super) fn story_row(tables: &Tables<'_>, story: &Story) -> StoryExport {
    let claims = story.claims.iter().filter_map(|id| tables.relations.claims.get(tables.claim_index(id)? as usize));
    let statements = claims.flat_map(|claim| claim.members.iter().map(move |member| (claim, member)));
    StoryExport {
        id: story.id.clone(),
        title: story.title.clone(),
        line: story.line.clone(),
        time: story.when.as_ref().map(|when| when.edtf.clone()),
        members: story.claims.clone(),
        documents: story.documents.iter().map(|&document| id(tables, document)).collect(),
        statements: statements.filter_map(|(claim, member)| statement_row(tables, claim, member)).collect(),
    }
}

fn expectation_row(tables: &Tables<'_>, expectation: &model::Expectation) -> ExpectationExport {
    let settled = |settled: &model::Settled| {
        let annotated = tables.documents.get(settled.document as usize)?;
        let statement = annotated.statements.get(settled.statement as usize)?;
        Some((annotated.document.id.clone(), statement.span))
    };
    ExpectationExport {
        due: expectation.due.as_ref().map(|when| when.edtf.clone()),
        outcome: expectation.outcome.words().to_owned(),
        settled_by: expectation.settled_by.iter().filter_map(settled).collect(),
    }
}

/// The id of a document by its index.
pub(super) fn id(tables: &Tables<'_>, document: u32) -> String {
    tables.cards.get(document as usize).map(|card| card.id.clone()).unwrap_or_default()
}

/// A row of `documents.json`.
#[derive(Serialize)]
pub(super) struct DocumentRow<'a> {
    id: &'a str,
    title: &'a str,
    outlet: Option<&'a str>,
    authors: &'a [String],
    published: Option<&'a str>,
    /// How the date is known: `given`, `text`, `inferred` or `reviewed`.
    published_known: Option<Known>,
    url: Option<&'a str>,
    kind: Option<&'a str>,
    original: Option<&'a Original>,
    language: &'a str,
    places: &'a [FilePlace],
    /// The text that all offsets of the exports point into.
    text: &'a str,
    passages: &'a [Passage],
}

pub(super) fn document_row(annotated: &Annotated) -> DocumentRow<'_> {
    let document = &annotated.document;
    DocumentRow {
        id: &document.id,
        title: &document.title,
        outlet: document.outlet.as_deref(),
        authors: &document.authors,
        published: document.published.as_ref().map(|when| when.edtf.as_str()),
        published_known: document.published_known,
        url: document.url.as_deref(),
        kind: document.kind.as_deref(),
        original: document.original.as_ref(),
        language: &document.language,
        places: &document.places,
        text: &document.text,
        passages: &document.passages,
    }
}

/// A row of `timeline.json`.
#[derive(Serialize)]
pub(super) struct EventRow<'a> {
    claim: &'a str,
    label: &'a str,
    when: &'a str,
    expected: bool,
    commitment: Commitment,
    origin: &'a str,
    known: Option<String>,
    documents: Vec<String>,
    outcome: Option<&'a str>,
    lane: &'a str,
}

pub(super) fn event_row<'a>(tables: &Tables<'_>, event: &'a model::bundle::Event) -> EventRow<'a> {
    EventRow {
        claim: &event.claim,
        label: &event.label,
        when: &event.when.edtf,
        expected: event.expected,
        commitment: event.commitment,
        origin: &event.origin,
        known: event.known.map(|day| day.to_string()),
        documents: event.documents.iter().map(|number| id(tables, number - 1)).collect(),
        outcome: event.outcome.as_deref(),
        lane: &event.lane,
    }
}

/// A row of `quotes` in `quotes.json`: words that stand in quotation marks, and whose they are; empty where the report
/// does not surely tell: it is not the outlet, which only prints them.
#[derive(Serialize)]
pub(super) struct QuoteRow<'a> {
    speaker: &'a str,
    document: &'a str,
    start: u32,
    end: u32,
    text: &'a str,
    claim: Option<&'a str>,
}

pub(super) fn quotes<'a>(tables: &'a Tables<'_>) -> impl Iterator<Item = QuoteRow<'a>> {
    (0..).zip(tables.documents).flat_map(move |(document, annotated)| {
        (0..).zip(&annotated.statements).flat_map(move |(index, statement)| {
            let claim = tables.claim_of(document, index).map(|claim| claim.id.as_str());
            statement.quotes.iter().zip(&statement.quoted).map(move |(&quote, speaker)| QuoteRow {
                speaker,
                document: &annotated.document.id,
                start: quote.start,
                end: quote.end,
                text: tables.cut(document, quote),
                claim,
            })
        })
    })
}

/// A row of `versions` in `quotes.json`: one utterance as each report prints it.
#[derive(Serialize)]
pub(super) struct DriftRow<'a> {
    claim: &'a str,
    speaker: &'a str,
    versions: Vec<VersionRow<'a>>,
}

#[derive(Serialize)]
struct VersionRow<'a> {
    document: String,
    start: u32,
    end: u32,
    text: Cow<'a, str>,
    direct: bool,
}

pub(super) fn drift_row<'a>(tables: &'a Tables<'_>, claim: &'a Claim, utterance: &'a Utterance) -> DriftRow<'a> {
    // A report may interrupt the utterance: what stands between its parts is not the speaker's.
    let text = |version: &model::Alternative| {
        let printed = tables.cut(version.document, version.span);
        let own = version.words.iter().map(|word| word.text.as_str()).filter(|text| !text.is_empty());
        match version.direct && printed.contains(['”', '"', '»']) {
            true => Cow::Owned(own.collect::<Vec<_>>().join(" ")),
            false => Cow::Borrowed(printed),
        }
    };
    let version = |version: &model::Alternative| VersionRow {
        document: id(tables, version.document),
        start: version.span.start,
        end: version.span.end,
        text: text(version),
        direct: version.direct,
    };
    DriftRow {
        claim: &claim.id,
        speaker: &utterance.speaker,
        versions: utterance.versions.iter().map(version).collect(),
    }
}
