use std::path::{Path, PathBuf};

use relate::{Decision, Review, ReviewError};
use serde::Deserialize;
use toml::Spanned;

use super::text::{self, Lines, line_of, one_line};
use crate::failure::Failure;

/// The decisions of `review.toml`, with where each of them stands.
#[derive(Debug, Default)]
pub(crate) struct Decisions {
    /// The decisions, in order.
    pub(crate) list: Vec<Decision>,
    path: PathBuf,
    lines: Vec<u32>,
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct File {
    decision: Vec<Spanned<Decision>>,
}

/// Reads `review.toml`; without such a file, nothing is decided.
///
/// # Errors
/// The file cannot be read or does not parse.
pub(super) fn read(path: &Path) -> Result<Decisions, Failure> {
    let Some(text) = super::beside(path)? else { return Ok(Decisions::default()) };
    parse(path, text::unmarked(&text))
}

fn parse(path: &Path, text: &str) -> Result<Decisions, Failure> {
    let file: File = toml::from_str(text).map_err(|error| {
        let line = error.span().map_or(1, |span| line_of(text, span.start));
        let what = format!("does not parse: {}", one_line(error.message()));
        Failure::at(path, line, what, "correct it; see docs/formats.md for what can be decided")
    })?;
    let mut decisions = Decisions { path: path.to_owned(), ..Decisions::default() };
    let lines = Lines::of(text);
    for decision in file.decision {
        decisions.lines.push(lines.at(decision.span().start));
        decisions.list.push(decision.into_inner().in_lines());
    }
    Ok(decisions)
}

impl Decisions {
    /// The decisions as `review.toml`; a remark where there are none.
    ///
    /// # Errors
    /// None that a decision can cause.
    pub(crate) fn written(&self) -> Result<String, Failure> {
        if self.list.is_empty() {
            return Ok("# Nothing was decided.\n".to_owned());
        }
        toml::to_string(&Review { decision: self.list.clone() })
            .map_err(|error| Failure::new(format!("the decisions cannot be written: {error}"), "report this"))
    }

    /// Why a decision cannot be carried out, at its line.
    pub(crate) fn failure(&self, error: &ReviewError) -> Failure {
        let line = self.lines.get(error.decision()).copied().unwrap_or(1);
        Failure::at(&self.path, line, error.to_string(), "correct the decision, or remove it")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MERGE: &str = "# Checked by hand.\n\n[[decision]]\ndecide = \"retitle\"\nstatement = { document = \"a\", words = \
                         \"the dam\" }\ntitle = \"The dam\"\n";

    #[test]
    fn decisions_know_their_lines() {
        let decisions = parse(Path::new("review.toml"), &format!("{MERGE}\n{MERGE}")).expect("it parses");
        assert_eq!(decisions.lines, [3, 10]);
        let error = ReviewError::Nothing { decision: 1, why: "nothing".into() };
        let failure = decisions.failure(&error).to_string();
        assert_eq!(failure, "review.toml:10: nothing; correct the decision, or remove it");
    }

    #[test]
    fn an_unknown_decision_is_named_by_its_line() {
        let text = MERGE.replace("retitle", "rename");
        let error = parse(Path::new("review.toml"), &text).expect_err("unknown").to_string();
        assert!(error.starts_with("review.toml:4: does not parse: unknown variant `rename`"), "{error}");
    }
}
