use std::collections::BTreeMap;

use model::{Alias, Corpus};
use relate::Decision;
use serde::{Deserialize, Serialize};

use crate::claims::{ClaimTold, Doubt, Refused};
use crate::rows::{Row, Told};

/// What the page asks for: a word, or a word with what belongs to it, as `{"read": {"name": …}}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ask {
    /// Which of these paths are worth reading: not what systems and browsers put beside reports.
    Choose {
        /// The paths, with `/` between folders.
        names: Vec<String>,
    },
    /// Read a file, whose bytes come with the question.
    Read {
        /// Its path.
        name: String,
    },
    /// Take what the program for formats made of a file: its [`Reply::Reading`] comes with the question.
    Take {
        /// Its path.
        name: String,
    },
    /// Forget a file that was read.
    TakeOut {
        /// Its path.
        name: String,
    },
    /// Read one of the corpus's own files, `corpus.toml` or `review.toml`, whose text comes with the question.
    Beside {
        /// Its path.
        name: String,
    },
    /// Put together what all files gave.
    Settle(Settling),
    /// The text of a report, for who wants to read it while others are still being read.
    Text {
        /// Its id; empty before all files are put together.
        id: String,
        /// Where it was found, as its [`Row`] tells.
        place: String,
    },
    /// Annotate some more documents, as many as take but a moment.
    Annotate,
    /// Give some documents away, to be annotated by another of these programs: they come with the answer.
    Lend,
    /// Annotate what another of these programs lent, which comes with the question; it goes back with the answer.
    Help,
    /// Take back what was lent, annotated, which comes with the question.
    TakeBack,
    /// Relate all documents to each other, as a person decided.
    Relate {
        /// The decisions, in order.
        decisions: Vec<Decision>,
    },
    /// What a claim is made of, to decide about it.
    Claim {
        /// Its id, or one that it had.
        id: String,
    },
    /// What the machine is least sure of.
    Doubts,
    /// The names that the reports have, and how they are written.
    Names,
    /// Make the files of the site. They come with the answer.
    Make,
    /// All that was read and found, which comes with the answer, to go on from another day.
    Keep,
    /// Go on from what [`Ask::Keep`] gave, which comes with the question.
    Restore,
    /// The corpus as a ZIP for the command, which comes with the answer.
    Corpus {
        /// What the folder in it is called.
        folder: String,
        /// The decisions, in order.
        decisions: Vec<Decision>,
    },
    /// The exports as a ZIP, which comes with the answer.
    Exports,
    /// The site as a ZIP for a host, which comes with the answer. With the question come the files of the viewer.
    Site {
        /// The names and lengths of the viewer's files, in the order of the bytes.
        shell: Vec<(String, usize)>,
    },
    /// A site as one HTML file, which comes with the answer. With the question come the files of the viewer.
    Single {
        /// The names and lengths of the viewer's files, in the order of the bytes.
        shell: Vec<(String, usize)>,
    },
    /// Decisions as `review.toml`, which comes with the answer.
    Review {
        /// The decisions, in order.
        decisions: Vec<Decision>,
    },
    /// The reports of a published site as lines of JSON, which come with the answer. Its `export/documents.json` comes with
    /// the question.
    Published,
}

/// How a corpus is put together.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settling {
    /// What it is called.
    pub title: String,
    /// What its `corpus.toml` says, where it has one.
    pub about: Option<Corpus>,
    /// What a person set right, by the document's id.
    pub corrections: BTreeMap<String, Correction>,
    /// What a person decided: the spellings of names are known before anything is annotated.
    pub decisions: Vec<Decision>,
}

/// What a person set right of a document; empty where nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Correction {
    /// Its title.
    pub title: String,
    /// Who published it.
    pub outlet: String,
    /// When, as EDTF.
    pub published: String,
}

/// What the desk answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "reply", rename_all = "snake_case")]
pub enum Reply {
    /// The paths that are worth reading.
    Chosen {
        /// In the order in which they were asked about.
        names: Vec<String>,
    },
    /// What a file gave.
    Read {
        /// Its reports.
        rows: Vec<Row>,
        /// What of it could not be read.
        troubles: Vec<Told>,
    },
    /// The file is of a format that another program reads ([`crate::read_formats`]).
    Elsewhere,
    /// What the program for formats made of a file comes with this, for [`Ask::Take`].
    Reading,
    /// Done, and there is nothing to tell.
    Done,
    /// The documents.
    Settled {
        /// In order of their ids.
        rows: Vec<Row>,
        /// What could not be read of all files.
        troubles: Vec<Told>,
        /// How many have to be annotated.
        todo: usize,
    },
    /// Some more were annotated.
    Annotated {
        /// What their texts told; none where all are annotated or lent.
        rows: Vec<Row>,
        /// How many are left, those that are lent among them.
        left: usize,
    },
    /// What was lent comes with this.
    Lent {
        /// How many documents it is; none are left where it is none.
        documents: usize,
    },
    /// The text of a report.
    Text {
        /// Its title, where one is known by now.
        title: String,
        /// The text.
        text: String,
    },
    /// The names that the reports have.
    Names {
        /// By name.
        names: Vec<Alias>,
    },
    /// All were related.
    Related {
        /// How many statements they make.
        statements: usize,
        /// How many claims these come down to.
        claims: usize,
        /// The decisions that could not be carried out, and why; the others were.
        refused: Vec<Refused>,
    },
    /// What one of the corpus's own files says.
    Beside {
        /// What `corpus.toml` says.
        about: Option<Corpus>,
        /// What `review.toml` says.
        decisions: Vec<Decision>,
    },
    /// What a claim is made of.
    Claim(Box<ClaimTold>),
    /// What the machine is least sure of, the most doubtful first.
    Doubts {
        /// Each with the decision that would settle it.
        doubts: Vec<Doubt>,
    },
    /// The files of the site.
    Made {
        /// What tells this site from any other.
        build: String,
        /// The manifest, as a page carries it.
        manifest: String,
        /// How many documents it has.
        documents: usize,
        /// How many claims.
        claims: usize,
        /// The files' paths and lengths, in the order of the bytes.
        files: Vec<(String, usize)>,
    },
    /// Bytes that were asked for come with this.
    Bytes,
    /// It can't be done.
    Failed {
        /// Why, for somebody who reads.
        why: String,
    },
}
