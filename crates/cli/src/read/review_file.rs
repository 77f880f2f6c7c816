use std::path::{Path, PathBuf};

use relate::{Decision, Review, ReviewError};
use serde::Deserialize;
use toml::Spanned;

use super::text::{self, Lines, line_of};
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
        let at = error.span().map_or(0, |span| span.start);
        // What is missing in one of many is told at the beginning of all.
        let inner = || found::line_in_list(text, "decision", |part| toml::from_str::<File>(part).is_ok());
        let told = line_of(text, at);
        let line = if error.message().starts_with("missing field") { inner().unwrap_or(told) } else { told };
        let what = format!("cannot be read: {}", found::said(error.message()));
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
        let mut text = String::new();
        for part in Review::in_parts(&self.list) {
            if !text.is_empty() {
                text.push('\n');
            }
            let part = toml::to_string(&part)
                .map_err(|error| Failure::new(format!("the decisions cannot be written: {error}"), "report this"))?;
            text.push_str(&part);
        }
        Ok(text)
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
    fn very_many_decisions_are_written_as_one_file() {
        let decisions = parse(Path::new("review.toml"), &MERGE.repeat(300)).expect("it parses");
        let whole = toml::to_string(&Review { decision: decisions.list.clone() }).expect("it is written");
        assert_eq!(decisions.written().expect("it is written"), whole);
    }

    #[test]
    fn a_decision_that_misses_a_field_is_named_by_its_line() {
        let text = format!("{MERGE}\n[[decision]]\ndecide = \"hide\"\n");
        let error = parse(Path::new("review.toml"), &text).expect_err("missing").to_string();
        assert!(error.starts_with("review.toml:8: cannot be read: the field "), "{error}");
    }

    #[test]
    fn an_unknown_decision_is_named_by_its_line() {
        let text = MERGE.replace("retitle", "rename");
        let error = parse(Path::new("review.toml"), &text).expect_err("unknown").to_string();
        assert!(
            error.starts_with("review.toml:4: cannot be read: \"rename\" is not known here; use one of "),
            "{error}"
        );
    }
}
