//! Small reports for tests: one sentence a line, annotated just as far as relations read it.
#![allow(dead_code, reason = "each test binary uses a part of it")]

use model::{
    Annotated, Clause, Commitment, Corpus, Document, EntityKind, Holder, Mention, Passage, Polarity, Quantity, Role,
    Span, Statement, Tense, Text, Time, TimeKind, When,
};

/// A report under construction.
pub(crate) struct Report(Annotated);

/// A report of `outlet`, published on a day (`YYYY-MM-DD`), without sentences yet.
pub(crate) fn report(id: &str, outlet: &str, published: &str) -> Report {
    let document = Document {
        id: id.to_owned(),
        title: format!("Report {id}"),
        outlet: Some(outlet.to_owned()).filter(|o| !o.is_empty()),
        authors: Vec::new(),
        published: Some(published).filter(|p| !p.is_empty()).map(|p| When::parse(p).expect("a date")),
        published_known: None,
        url: None,
        kind: None,
        original: None,
        language: "en".to_owned(),
        places: Vec::new(),
        text: String::new(),
        passages: Vec::new(),
    };
    Report(Annotated {
        document,
        sentences: Vec::new(),
        times: Vec::new(),
        attributions: Vec::new(),
        mentions: Vec::new(),
        descriptions: Vec::new(),
        statements: Vec::new(),
        scopes: Vec::new(),
    })
}

impl Report {
    fn line(&mut self, text: &str, role: Role) -> Span {
        let start = self.0.document.text.chars().count() as u32;
        self.0.document.text.push_str(text);
        self.0.document.text.push('\n');
        let span = Span::new(start, start + text.chars().count() as u32);
        self.0.document.passages.push(Passage { span, role, why: String::new() });
        span
    }

    /// What stands above the report.
    pub(crate) fn headed(mut self, title: &str) -> Self {
        self.0.document.title = title.to_owned();
        self
    }

    /// A line that credits somebody.
    pub(crate) fn credit(mut self, text: &str) -> Self {
        self.line(text, Role::Credit);
        self
    }

    /// A sentence in the report's own voice, changed by `more`.
    pub(crate) fn says_with(mut self, text: &str, more: impl FnOnce(&mut Marks<'_>)) -> Self {
        let span = self.line(text, Role::Body);
        let outlet = self.0.document.outlet.clone().unwrap_or_else(|| self.0.document.title.clone());
        let mut statement = Statement {
            span,
            sentence: span,
            passage: self.0.document.passages.len() as u32 - 1,
            commitment: Commitment::Asserted,
            polarity: Polarity::Affirmed,
            cues: Vec::new(),
            holders: vec![Holder { name: outlet, span: None, cue: None, inferred: false, joint: false }],
            time: None,
            time_span: None,
            quantities: Vec::new(),
            participants: Vec::new(),
            quotes: Vec::new(),
            quoted: Vec::new(),
            subject: None,
            clause: None,
        };
        more(&mut Marks { text, span, statement: &mut statement, times: &mut self.0.times });
        self.0.sentences.push(span);
        self.0.mentions.extend(statement.participants.iter().cloned());
        self.0.statements.push(statement);
        self
    }

    /// A sentence in the report's own voice.
    pub(crate) fn says(self, text: &str) -> Self {
        self.says_with(text, |_| ())
    }

    pub(crate) fn done(self) -> Annotated {
        self.0
    }
}

/// Marks on one statement, each by the words that bear it.
pub(crate) struct Marks<'a> {
    text: &'a str,
    span: Span,
    statement: &'a mut Statement,
    times: &'a mut Vec<Time>,
}

impl Marks<'_> {
    fn at(&self, words: &str) -> Span {
        let byte = self.text.find(words).expect("words of the sentence");
        let span = Text::new(self.text).span(byte, byte + words.len());
        Span::new(self.span.start + span.start, self.span.start + span.end)
    }

    pub(crate) fn commitment(&mut self, commitment: Commitment, cue: &str) -> &mut Self {
        self.statement.commitment = commitment;
        let cue = self.at(cue);
        self.statement.cues.push(cue);
        self
    }

    pub(crate) fn holder(&mut self, name: &str, cue: &str) -> &mut Self {
        let (span, cue) = (self.at(name), self.at(cue));
        self.statement.holders.push(Holder {
            name: name.to_owned(),
            span: Some(span),
            cue: Some(cue),
            inferred: false,
            joint: false,
        });
        self
    }

    /// Somebody who says it together with the last holder.
    pub(crate) fn with(&mut self, name: &str, cue: &str) -> &mut Self {
        self.holder(name, cue).statement.holders.last_mut().expect("a holder").joint = true;
        self
    }

    pub(crate) fn number(&mut self, words: &str, low: f64, high: Option<f64>, unit: &str) -> &mut Self {
        let span = self.at(words);
        self.statement.quantities.push(Quantity { span, low: Some(low), high, unit: unit.to_owned(), rough: false });
        self
    }

    pub(crate) fn when(&mut self, words: &str, edtf: &str) -> &mut Self {
        let when = When::parse(edtf).expect("a date");
        let span = self.at(words);
        let (start, end, value) = (span.start, span.end, edtf.to_owned());
        self.times.push(Time { start, end, kind: TimeKind::Date, value, when: Some(when.clone()) });
        self.statement.time = Some(when);
        self.statement.time_span = Some(span);
        self
    }

    /// The finite verb with the subject that stands right before it, behind a phrase that opens the sentence.
    pub(crate) fn clause(&mut self, subject: &str, words: &str, tense: Tense) -> &mut Self {
        let subject = self.at(subject);
        self.verb(words, tense);
        if let Some(clause) = &mut self.statement.clause {
            clause.subject = Some(subject);
        }
        self
    }

    /// The subject that the clause shares with one before it.
    pub(crate) fn shared_subject(&mut self, words: &str) -> &mut Self {
        self.statement.subject = Some(self.at(words));
        if let Some(clause) = &mut self.statement.clause {
            clause.subject = None;
        }
        self
    }

    /// Only these words of the sentence are the statement.
    pub(crate) fn only(&mut self, words: &str) -> &mut Self {
        self.statement.span = self.at(words);
        self
    }

    /// A short form of a name.
    pub(crate) fn short_for(&mut self, words: &str, name: &str) -> &mut Self {
        let span = self.at(words);
        self.statement.participants.push(Mention { span, name: name.to_owned(), kind: EntityKind::Person });
        self
    }

    pub(crate) fn quote(&mut self, words: &str) -> &mut Self {
        let quote = self.at(words);
        self.statement.quotes.push(quote);
        self
    }

    /// The finite verb, with its auxiliaries: its subject stands before it, and the statement's time is its own.
    pub(crate) fn verb(&mut self, words: &str, tense: Tense) -> &mut Self {
        let verb = self.at(words);
        let head = self.at(words.rsplit(' ').next().unwrap_or(words));
        let subject = Some(Span::new(self.span.start, verb.start.saturating_sub(1))).filter(|s| s.start < s.end);
        let head = Span::new(head.start.max(verb.start), verb.end);
        let passive = words.ends_with("ed") && ["was ", "were ", "be ", "been "].iter().any(|be| words.contains(be));
        self.statement.clause = Some(Clause { verb, head, tense, passive, subject, timed: true });
        self
    }

    pub(crate) fn polarity(&mut self, polarity: Polarity) -> &mut Self {
        self.statement.polarity = polarity;
        self
    }

    pub(crate) fn named(&mut self, words: &str, kind: EntityKind) -> &mut Self {
        let span = self.at(words);
        self.statement.participants.push(Mention { span, name: words.to_owned(), kind });
        self
    }
}

/// Whether the last statements of two reports are one claim.
pub(crate) fn are_one(documents: [Annotated; 2]) -> bool {
    let last = |document: u32| (document, documents[document as usize].statements.len() as u32 - 1);
    let wanted = [last(0), last(1)];
    let claims = relate::relate(&documents, &Corpus::default()).claims;
    let holds =
        |at: &(u32, u32)| claims.iter().position(|c| c.members.iter().any(|m| (m.document, m.statement) == *at));
    assert!(wanted.iter().all(|at| holds(at).is_some()), "every statement stands in a claim");
    holds(&wanted[0]) == holds(&wanted[1])
}
