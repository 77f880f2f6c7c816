//! `crossread review --propose`: the machine's doubtful cases, as decisions to edit.

use crate::arguments::Review;
use crate::build;
use crate::cache::Cache;
use crate::failure::Failure;
use crate::output::Output;
use crate::progress::Progress;
use crate::read;

/// What stands before the proposals.
const PREFACE: &str = "\
# What the machine is least sure of, the most doubtful first. Nothing of it is decided.
# Take away the \"# \" before what holds, and save it as review.toml in the corpus's folder; see docs/formats.md.";

/// Prints proposals on what earlier decisions leave open.
///
/// # Errors
/// Everything that stops a build of the corpus.
pub(crate) fn run(arguments: &Review) -> Result<(), Failure> {
    let progress = Progress::new(3);
    progress.tell("reading the corpus");
    let reading = read::read(&arguments.corpus, &Cache::none())?;
    let (corpus, documents, decisions) = build::prepare(reading, &Cache::none(), &progress)?;
    let (relations, by) = build::related(&documents, &corpus, &decisions, &Cache::none())?;
    drop(progress);
    let mut output = Output::new();
    output.line(PREFACE)?;
    for decision in relate::propose(&relations, &by) {
        let review = relate::Review { decision: vec![decision] };
        let text = toml::to_string(&review)
            .map_err(|error| Failure::new(format!("a proposal cannot be written: {error}"), "report this"))?;
        output.line("")?;
        for line in text.lines().filter(|line| !line.is_empty()) {
            output.line(&format!("# {line}"))?;
        }
    }
    output.flush().map(|_| ())
}
