//! `crossread build`: all stages, from a corpus to a folder that can be published.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use extract::Input;
use model::bundle::Manifest;
use model::plain::visible;
use model::{Annotated, Corpus, Relations};
use rayon::prelude::*;

use crate::arguments::Build;
use crate::bundle::{self, Lists, Tables};
use crate::entries::entries;
use crate::export;
use crate::failure::Failure;
use crate::pages::{Address, Shell, Site};
use crate::progress::Progress;
use crate::read::{self, Reading};
use crate::write::{Staging, Written};

/// Builds a corpus and puts the new bundle in the old one's place.
///
/// # Errors
/// Everything that stops the build; the old bundle is untouched then.
pub(crate) fn run(arguments: &Build) -> Result<(), Vec<Failure>> {
    let began = Instant::now();
    let progress = Progress::new();
    // Before anything is read: a build that stopped half-way may have moved the corpus's folder aside.
    let staging = Staging::begin(&arguments.out)?;
    apart(&arguments.corpus, &arguments.out)?;
    progress.tell("reading the corpus");
    let reading = read::read(&arguments.corpus)?;
    if arguments.strict && !reading.warnings.is_empty() {
        return Err(reading.warnings);
    }
    for warning in &reading.warnings {
        progress.print(&format!("crossread: warning: {warning}"));
    }
    let shell = match &arguments.shell {
        Some(folder) => Some((Shell::read(folder)?, arguments.url.as_deref().map(Address::parse).transpose()?)),
        None => None,
    };
    let Analysed { corpus, documents, relations } = analyse(reading, &progress)?;
    progress.tell("indexing");
    let tables = Tables::new(&corpus, &documents, &relations);
    let index = search::build(entries(&tables), &search::Options::default())
        .map_err(|error| Failure::new(format!("the index cannot be made: {error}"), "report this"))?;
    progress.tell("writing the bundle");
    let timeline = bundle::timeline(&tables);
    let exports = export::write(&staging, &tables, &timeline)?;
    let lists = Lists::new(&tables, timeline, exports);
    let manifest = Arc::new(bundle::write(&staging, &tables, &lists, &index)?);
    let mut left_out = Vec::new();
    if let Some((shell, address)) = &shell {
        progress.tell("writing the pages");
        let manifest = Arc::clone(&manifest);
        let directory = index.directory.as_ref();
        let events = bundle::story_events(&tables, &lists.timeline);
        let address = address.as_ref();
        let site = Site { tables: &tables, lists: &lists, events, manifest, directory, shell, address };
        left_out = site.write(&staging)?;
        if address.is_none() {
            progress.print(
                "crossread: note: without --url, 404.html works only where the site lies at the root of its host",
            );
        }
    }
    let files = staging.list();
    if !staging.others().is_empty() {
        let names: Vec<String> = staging.others().iter().map(|path| visible(&path.to_string_lossy())).collect();
        progress.print(&format!(
            "crossread: kept in {}, for no build wrote it: {}",
            arguments.out.display(),
            names.join(", ")
        ));
    }
    staging.commit(&manifest.build)?;
    progress.print(&summary(&arguments.out, &manifest, &files, &left_out, began.elapsed().as_secs_f64()));
    Ok(())
}

/// What the build came to, in one line.
fn summary(
    out: &Path,
    manifest: &Manifest,
    files: &BTreeMap<String, Written>,
    left_out: &[&str],
    seconds: f64,
) -> String {
    let bytes: u64 = files.values().map(|file| file.bytes).sum();
    let without = match left_out {
        [] => String::new(),
        kinds => format!(", too many for pages of their own: {}", kinds.join(", ")),
    };
    format!(
        "{}: {} documents, {} statements, {} claims, {} origins; {} files, {:.1} MB{without}, in {seconds:.1} s",
        out.display(),
        manifest.documents,
        manifest.statements,
        manifest.claims,
        manifest.origins,
        files.len(),
        bytes as f64 / 1e6,
    )
}

/// A corpus with what its documents say, each by itself and together.
pub(crate) struct Analysed {
    pub(crate) corpus: Corpus,
    /// The documents, in order of publication.
    pub(crate) documents: Vec<Annotated>,
    pub(crate) relations: Relations,
}

/// The stages between reading and writing: clean, annotate, relate, review.
///
/// # Errors
/// A decision of `review.toml` cannot be carried out.
pub(crate) fn analyse(reading: Reading, progress: &Progress) -> Result<Analysed, Failure> {
    let Reading { corpus, inputs, decisions, .. } = reading;
    let documents = annotate(inputs, &corpus, progress);
    progress.tell("comparing the documents");
    let impossible = |error| decisions.failure(&error);
    let documents = relate::correct(&documents, &decisions.list).map_err(impossible)?;
    let relations = relate::relate(&documents, &corpus);
    let relations = relate::review(relations, &documents, &decisions.list).map_err(impossible)?;
    Ok(Analysed { corpus, documents, relations })
}

/// A build replaces the folder it writes to, so the corpus must not lie in it.
fn apart(corpus: &Path, out: &Path) -> Result<(), Failure> {
    match (corpus.canonicalize(), out.canonicalize()) {
        (Ok(corpus), Ok(whole)) if corpus.starts_with(&whole) => Err(Failure::of(
            out,
            "holds the corpus, and a build replaces the whole folder",
            "name another folder with --out",
        )),
        _ => Ok(()),
    }
}

/// Cleans and annotates on all cores, and puts the documents in order of publication: undated last, ties by id.
fn annotate(inputs: Vec<Input>, corpus: &Corpus, progress: &Progress) -> Vec<Annotated> {
    let count = progress.count("reading what each document says", inputs.len());
    let one = |input| {
        let annotated = extract::annotate(extract::clean(input), corpus);
        count.next();
        annotated
    };
    let mut documents: Vec<Annotated> = inputs.into_par_iter().map(one).collect();
    documents.sort_by_cached_key(|annotated| {
        let document = &annotated.document;
        let day = document.published.as_ref().map(model::When::sort_day);
        (day.is_none(), day, document.id.clone())
    });
    documents
}
