use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::rows::{Row, Told};

/// What the page asks for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "ask", rename_all = "snake_case")]
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
    /// Put together what all files gave.
    Settle {
        /// What the corpus is called.
        title: String,
        /// What a person set right, by the document's id.
        corrections: BTreeMap<String, Correction>,
    },
    /// Annotate some more documents, as many as take but a moment.
    Annotate,
    /// Relate all documents to each other.
    Relate,
    /// Make the files of the site. They come with the answer.
    Make,
    /// The corpus as JSON lines, which come with the answer.
    Lines,
    /// A site as one HTML file, which comes with the answer. With the question come the files of the viewer, and those that
    /// [`Reply::Made`] came with.
    Single {
        /// The manifest, as [`Reply::Made`] told it.
        manifest: String,
        /// As [`Reply::Made`] told it.
        wide: bool,
        /// The names and lengths of the viewer's files, in the order of the bytes.
        shell: Vec<(String, usize)>,
        /// The same of the site's files, which follow.
        files: Vec<(String, usize)>,
    },
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
        /// What their texts told.
        rows: Vec<Row>,
        /// How many are left.
        left: usize,
    },
    /// All were related.
    Related {
        /// How many statements they make.
        statements: usize,
        /// How many claims these come down to.
        claims: usize,
    },
    /// The files of the site.
    Made {
        /// What tells this site from any other.
        build: String,
        /// The manifest, as a page carries it.
        manifest: String,
        /// Whether its reports have letters beyond Latin.
        wide: bool,
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
