//! `crossread annotate`: what each document says, one JSON object a line.

use std::io::{self, BufRead};
use std::path::Path;

use extract::Input;
use model::{Annotated, AttributionKind, Commitment, Corpus, Polarity, Span, Text, TimeKind};
use rayon::prelude::*;
use serde::Serialize;

use crate::arguments::Annotate;
use crate::failure::Failure;
use crate::output::Output;
use crate::read::{self, JsonLines};

/// How many documents are annotated at a time: enough for all cores, few enough to stream.
const BATCH: usize = 128;

/// Annotates files one after another, or standard input.
pub(crate) fn run(arguments: &Annotate) -> Result<(), Failure> {
    let mut output = Output::new();
    for file in &arguments.files {
        let inputs: Box<dyn Iterator<Item = Result<Input, Failure>>> = match file.to_str() {
            Some("-") => standard_input()?,
            _ if read::ending(file) == "jsonl" => {
                Box::new(JsonLines::open(file)?.tolerant().map(|line| line.map(|(_, input)| input)))
            }
            _ => {
                let mut warnings = Vec::new();
                let inputs =
                    if arguments.plain { vec![read::whole(file)?] } else { read::reports(file, &mut warnings)? };
                for warning in warnings {
                    eprintln!("crossread: warning: {warning}");
                }
                Box::new(inputs.into_iter().map(Ok))
            }
        };
        if !print(inputs, arguments.plain, &mut output)? {
            break;
        }
    }
    Ok(())
}

/// JSON lines, or one text, as the first byte tells.
fn standard_input() -> Result<Box<dyn Iterator<Item = Result<Input, Failure>>>, Failure> {
    let name = Path::new("-");
    let cannot = |error: io::Error| Failure::io(name, "read standard input", &error);
    let mut stdin = io::stdin().lock();
    if stdin.fill_buf().map_err(cannot)?.trim_ascii_start().starts_with(b"{") {
        return Ok(Box::new(JsonLines::new(stdin, name).tolerant().map(|line| line.map(|(_, input)| input))));
    }
    let input = read::stream(name, stdin)?;
    Ok(Box::new(std::iter::once(Ok(input))))
}

/// Annotates in batches and prints in order; tells whether there is still a reader.
fn print(
    mut inputs: impl Iterator<Item = Result<Input, Failure>>,
    plain: bool,
    output: &mut Output,
) -> Result<bool, Failure> {
    let corpus = Corpus { language: "en".into(), ..Corpus::default() };
    loop {
        let mut stopped = None;
        let batch: Vec<Input> = inputs
            .by_ref()
            .map_while(|input| input.map_err(|failure| stopped = Some(failure)).ok())
            .take(BATCH)
            .collect();
        let last = batch.len() < BATCH;
        let lines: Vec<String> =
            batch.into_par_iter().map(|input| line(input, plain, &corpus)).collect::<Result<_, _>>()?;
        for line in lines {
            if !output.line(&line)? {
                return Ok(false);
            }
        }
        if !output.flush()? {
            return Ok(false);
        }
        match stopped {
            Some(failure) => return Err(failure),
            None if last => return Ok(true),
            None => {}
        }
    }
}

fn line(input: Input, plain: bool, corpus: &Corpus) -> Result<String, Failure> {
    let document = if plain { extract::plain(input) } else { extract::clean(input) };
    let annotated = extract::annotate(document, corpus);
    serde_json::to_string(&Line::new(&annotated))
        .map_err(|error| Failure::new(format!("cannot write {:?}: {error}", annotated.document.id), "report this"))
}

/// The contract: see docs/formats.md.
#[derive(Serialize)]
struct Line<'a> {
    id: &'a str,
    published: Option<&'a str>,
    text: &'a str,
    sentences: &'a [Span],
    times: Vec<TimeLine<'a>>,
    attributions: Vec<AttributionLine<'a>>,
    statements: Vec<Told<'a>>,
}

#[derive(Serialize)]
struct TimeLine<'a> {
    start: u32,
    end: u32,
    #[serde(rename = "type")]
    kind: TimeKind,
    value: &'a str,
}

#[derive(Serialize)]
struct AttributionLine<'a> {
    source: &'a [Span],
    cue: &'a [Span],
    content: &'a [Span],
    kind: AttributionKind,
    speaker: Option<&'a str>,
}

/// A statement, or what its sentence says of one clause of it.
#[derive(Serialize)]
#[serde(untagged)]
enum Told<'a> {
    Whole(StatementLine<'a>),
    Nested(ScopeLine<'a>),
}

#[derive(Serialize)]
struct ScopeLine<'a> {
    start: u32,
    end: u32,
    text: &'a str,
    commitment: Commitment,
    polarity: Polarity,
    cues: &'a [Span],
    /// Always true: it is no statement of its own.
    nested: bool,
}

#[derive(Serialize)]
struct StatementLine<'a> {
    start: u32,
    end: u32,
    text: &'a str,
    /// The subject that it shares with a clause before it.
    subject: Option<SubjectLine<'a>>,
    commitment: Commitment,
    polarity: Polarity,
    cues: &'a [Span],
    holders: Vec<HolderLine<'a>>,
    time: Option<&'a str>,
    quantities: Vec<QuantityLine<'a>>,
    participants: Vec<ParticipantLine<'a>>,
}

#[derive(Serialize)]
struct SubjectLine<'a> {
    start: u32,
    end: u32,
    text: &'a str,
}

#[derive(Serialize)]
struct HolderLine<'a> {
    name: &'a str,
    cue: Option<&'a str>,
}

#[derive(Serialize)]
struct QuantityLine<'a> {
    span: Span,
    low: Option<f64>,
    high: Option<f64>,
    unit: &'a str,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    rough: bool,
}

#[derive(Serialize)]
struct ParticipantLine<'a> {
    start: u32,
    end: u32,
    name: &'a str,
    kind: model::EntityKind,
}

impl<'a> Line<'a> {
    fn new(annotated: &'a Annotated) -> Self {
        let document = &annotated.document;
        let text = Text::new(&document.text);
        let time =
            |time: &'a model::Time| TimeLine { start: time.start, end: time.end, kind: time.kind, value: &time.value };
        let attribution = |found: &'a model::Attribution| AttributionLine {
            source: &found.source,
            cue: &found.cue,
            content: &found.content,
            kind: found.kind,
            speaker: found.speaker.as_deref(),
        };
        let whole = annotated.statements.iter().map(|statement| Told::Whole(StatementLine::new(statement, &text)));
        let nested = annotated.scopes.iter().map(|scope| {
            Told::Nested(ScopeLine {
                start: scope.span.start,
                end: scope.span.end,
                text: text.cut(scope.span),
                commitment: scope.commitment,
                polarity: scope.polarity,
                cues: &scope.cues,
                nested: true,
            })
        });
        Self {
            id: &document.id,
            published: document.published.as_ref().map(|when| when.edtf.as_str()),
            text: &document.text,
            sentences: &annotated.sentences,
            times: annotated.times.iter().map(time).collect(),
            attributions: annotated.attributions.iter().map(attribution).collect(),
            statements: whole.chain(nested).collect(),
        }
    }
}

impl<'a> StatementLine<'a> {
    fn new(statement: &'a model::Statement, text: &Text<'a>) -> Self {
        let holder =
            |holder: &'a model::Holder| HolderLine { name: &holder.name, cue: holder.cue.map(|cue| text.cut(cue)) };
        let participant = |mention: &'a model::Mention| ParticipantLine {
            start: mention.span.start,
            end: mention.span.end,
            name: &mention.name,
            kind: mention.kind,
        };
        Self {
            start: statement.span.start,
            end: statement.span.end,
            text: text.cut(statement.span),
            subject: statement.subject.map(|subject| SubjectLine {
                start: subject.start,
                end: subject.end,
                text: text.cut(subject),
            }),
            commitment: statement.commitment,
            polarity: statement.polarity,
            cues: &statement.cues,
            holders: statement.holders.iter().map(holder).collect(),
            time: statement.time.as_ref().map(|when| when.edtf.as_str()),
            quantities: statement
                .quantities
                .iter()
                .map(|quantity| QuantityLine {
                    span: quantity.span,
                    low: quantity.low,
                    high: quantity.high,
                    unit: &quantity.unit,
                    rough: quantity.rough,
                })
                .collect(),
            participants: statement.participants.iter().map(participant).collect(),
        }
    }
}
