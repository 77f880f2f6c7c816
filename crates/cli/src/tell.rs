//! `crossread read`: what is found in files, before anything is made of it.

use std::fmt::Write;

use found::{Fact, Found, Purpose, Weight};
use model::plain::visible;

use crate::arguments::Read;
use crate::cache::Cache;
use crate::failure::Failure;
use crate::output::Output;
use crate::read;

/// Prints a line a report, or the reports as JSON lines that `build` reads.
///
/// # Errors
/// The path cannot be read, nothing in it is a report, or with `--strict`, something in it could not be read.
pub(crate) fn run(arguments: &Read) -> Result<(), Vec<Failure>> {
    let (base, corpus) = read::find(&arguments.path, &Cache::none())?;
    let mut output = Output::new();
    for (id, found) in &corpus.found {
        let line = if arguments.jsonl { found::written(id, found, Purpose::Mending) } else { visible(&line(found)) };
        if !output.line(&line)? {
            return Ok(());
        }
    }
    output.flush()?;
    let mut failures = Vec::new();
    for trouble in corpus.troubles.iter().filter(|trouble| trouble.weight != Weight::Aside) {
        let failure = read::failure(&base, trouble);
        if arguments.strict || trouble.weight == Weight::Wrong {
            failures.push(failure);
        } else {
            eprintln!("crossread: warning: {failure}");
        }
    }
    if corpus.found.is_empty() && failures.is_empty() {
        failures.push(read::nothing(&arguments.path));
    }
    if failures.is_empty() { Ok(()) } else { Err(failures) }
}

/// A report in a line: where, what, title, outlet, authors, day, each with how it is known, words, what was left out.
fn line(found: &Found) -> String {
    let mut line = String::new();
    for (at, place) in found.places.iter().enumerate() {
        let _ = write!(line, "{}{place}", if at == 0 { "" } else { " = " });
    }
    let known = |fact: &Option<Fact<String>>, what: &str| {
        fact.as_ref().map_or_else(|| format!("no {what}"), |fact| format!("{:?} ({})", fact.value, fact.source))
    };
    let _ =
        write!(line, ": {}; {}; {}", found.format.name(), known(&found.title, "title"), known(&found.outlet, "outlet"));
    match &found.published {
        Some(fact) => {
            let _ = write!(line, "; {} ({})", fact.value.edtf, fact.source);
        }
        None => line.push_str("; no day"),
    }
    if let Some(authors) = &found.authors {
        let _ = write!(line, "; by {} ({})", authors.value.join(", "), authors.source);
    }
    let _ = write!(line, "; {} words", found.words());
    for note in &found.notes {
        let _ = write!(line, "; {note}");
    }
    line
}
