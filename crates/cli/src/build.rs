//! `crossread build`: all stages, from a corpus to a folder that can be published.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::Instant;

use bundle::{Address, Extras, Pages, Related, Written};
use extract::Input;
use model::bundle::Manifest;
use model::cores::Cores;
use model::plain::visible;
use model::{Annotated, Corpus, Relations};
use rayon::prelude::*;
use relate::ComparedBy;

use crate::arguments::Build;
use crate::cache::Cache;
use crate::failure::Failure;
use crate::progress::Progress;
use crate::read::{self, Decisions, Reading};
use crate::shell;
use crate::write::{One, Staging};

/// Builds a corpus, and puts the new bundle in the old one's place or writes the site as one file, or both.
///
/// # Errors
/// Everything that stops the build; the old bundle, or the old file, is untouched then.
pub(crate) fn run(arguments: &Build) -> Result<(), Vec<Failure>> {
    let began = Instant::now();
    let out = match (&arguments.out, &arguments.single) {
        (None, Some(_)) => None,
        (out, _) => Some(out.clone().unwrap_or_else(|| "dist".into())),
    };
    // Reading, annotating and comparing; one file; the index, the bundle, the pages.
    let shell = shell::find(arguments.shell.as_deref())?;
    let folder = if out.is_some() { 2 + usize::from(shell.is_some()) } else { 0 };
    let progress = Progress::new(3 + usize::from(arguments.single.is_some()) + folder);
    // Before anything is read: a build that stopped half-way may have moved the corpus's folder aside.
    let staging = out.as_deref().map(Staging::begin).transpose()?;
    if let Some(out) = &out {
        apart(arguments.reports.path(), out)?;
    }
    let single = arguments.single.as_deref().map(|file| One::begin(file, arguments.reports.path())).transpose()?;
    progress.tell("reading the corpus");
    let cache = if arguments.no_cache { Cache::none() } else { Cache::of(arguments.reports.path()) };
    let reading = read::read(arguments.reports.path(), &cache)?;
    if arguments.strict && !reading.warnings.is_empty() {
        return Err(reading.warnings);
    }
    for warning in &reading.warnings {
        progress.print(&format!("crossread: warning: {warning}"));
    }
    let address = arguments
        .url
        .as_deref()
        .map(Address::parse)
        .transpose()
        .map_err(|error| Failure::new(format!("--url: {error}"), "write it like https://name.example/some/repo"))?;
    let own = [("corpus.toml", found::corpus_text(&reading.corpus)), ("review.toml", reading.decisions.written()?)];
    let (corpus, documents, decisions) = prepare(reading, &cache, &progress)?;
    let relations = related(&documents, &corpus, &decisions, &cache)?.0;
    let related = Related { corpus: &corpus, documents: &documents, relations: &relations };
    if let (Some(single), Some(shell)) = (&single, &shell) {
        progress.tell("writing one file");
        let html = bundle::single(related, shell, Some(&shell::draw)).map_err(Failure::from)?;
        single.write(html.as_bytes())?;
        let name = visible(&single.path().to_string_lossy());
        progress.print(&format!(
            "{name}: {} documents in one file of {:.2} MB",
            documents.len(),
            html.len() as f64 / 1e6
        ));
    }
    let (Some(staging), Some(out)) = (staging, out) else {
        cache.keep();
        return Ok(());
    };
    let pages = shell.as_ref().map(|shell| Pages { shell, address: address.as_ref(), draw: &shell::draw });
    let own = own.each_ref().map(|(name, text)| (*name, text.as_str()));
    let extras = Extras { exports: Some(&own), pages: pages.as_ref() };
    let made = bundle::make(&staging.told(&progress, &cache), related, extras).map_err(Failure::from);
    // What was read holds for the next build as well where nothing could be written.
    cache.keep();
    let made = made?;
    if !arguments.served && pages.is_some_and(|pages| pages.address.is_none()) {
        progress
            .print("crossread: note: without --url, 404.html works only where the site lies at the root of its host");
    }
    let manifest = &made.manifest;
    let files = staging.list();
    if !staging.others().is_empty() {
        let names: Vec<String> = staging.others().iter().map(|path| visible(&path.to_string_lossy())).collect();
        progress.print(&format!("crossread: kept in {}, for no build wrote it: {}", out.display(), names.join(", ")));
    }
    staging.commit(&manifest.build)?;
    progress.print(&summary(&out, manifest, &files, &made.left_out, began.elapsed().as_secs_f64()));
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
        kinds => format!(", too many for pages of their own, or for all of them: {}", kinds.join(", ")),
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

/// The first stages behind reading, each document by itself: clean, annotate, with the names that a review gives and corrected
/// by it. The documents come in order of publication.
///
/// # Errors
/// A decision of `review.toml` cannot be carried out.
pub(crate) fn prepare(
    reading: Reading,
    cache: &Cache,
    progress: &Progress,
) -> Result<(Corpus, Vec<Annotated>, Decisions), Failure> {
    let Reading { corpus, inputs, decisions, .. } = reading;
    let impossible = |error| decisions.failure(&error);
    let corpus = relate::with_names(&corpus, &decisions.list).map_err(impossible)?;
    let documents = annotate(inputs, &corpus, cache, progress);
    for failure in cut_short(&documents) {
        progress.print(&format!("crossread: warning: {failure}"));
    }
    progress.tell("comparing the documents");
    let documents = match decisions.list.as_slice() {
        [] => documents,
        list => relate::correct(&documents, list).map_err(impossible)?,
    };
    Ok((corpus, documents, decisions))
}

/// The last stages before writing, all documents together: relate, review; with what they were compared by.
///
/// # Errors
/// As [`prepare`].
pub(crate) fn related<'a>(
    documents: &'a [Annotated],
    corpus: &Corpus,
    decisions: &Decisions,
    cache: &Cache,
) -> Result<(Relations, ComparedBy<'a>), Failure> {
    let (relations, by) = relate::relate_keeping(&AllCores, cache, documents, corpus);
    let reviewed = relate::review(relations, documents, corpus, &decisions.list);
    Ok((reviewed.map_err(|error| decisions.failure(&error))?, by))
}

/// The reports that say more than is compared.
fn cut_short(documents: &[Annotated]) -> impl Iterator<Item = Failure> {
    let long = documents.iter().filter(|report| report.statements.len() >= extract::MOST_STATEMENTS);
    long.filter_map(|report| {
        let (document, last) = (&report.document, report.statements.last()?);
        let file = document.places.first().map_or(document.id.as_str(), |place| place.file.as_str());
        let beyond = document.text.chars().count().saturating_sub(last.span.end as usize);
        let what = format!(
            "says more than is compared: what stands in its last {beyond} characters can be read and searched, and is in no \
             claim"
        );
        Some(Failure::of(Path::new(file), what, "split it into one file a report"))
    })
}

/// All cores of this machine.
struct AllCores;

impl Cores for AllCores {
    fn each(&self, count: usize, work: &(dyn Fn(usize) + Sync)) {
        (0..count).into_par_iter().for_each(work);
    }
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

/// All of a report, as bytes. Who adds a field to [`Input`] has to name it here.
fn parts(input: &Input) -> Option<Vec<u8>> {
    let Input { id, text, captions, title, outlet, authors, published, url, kind, original, language, places } = input;
    let known = (title, outlet, authors, published, url, kind, original, language, places);
    serde_json::to_vec(&(id, text, captions, known)).ok()
}

/// Cleans and annotates on all cores, and puts the documents in order of publication: undated last, ties by id.
fn annotate(inputs: Vec<Input>, corpus: &Corpus, cache: &Cache, progress: &Progress) -> Vec<Annotated> {
    let count = progress.count("reading what each document says", inputs.len());
    let known = serde_json::to_vec(corpus).ok();
    let one = |input: Input| {
        let parts = known.as_ref().zip(parts(&input));
        let make = || extract::annotate(extract::clean(input), corpus);
        let annotated = match &parts {
            Some((known, parts)) => cache.get("annotated", &[known.as_slice(), parts.as_slice()], make),
            // What has no form as bytes can't be told from other things.
            None => make(),
        };
        count.next();
        annotated
    };
    let mut documents: Vec<Annotated> = inputs.into_par_iter().map(one).collect();
    // Lines of the site show only across reports.
    let marked: Vec<(usize, Annotated)> = extract::repeated(&documents)
        .into_par_iter()
        .map(|(at, lines)| {
            let found = &documents[at].document;
            let make = || extract::annotate(extract::without(found.clone(), &lines), corpus);
            let annotated = match known.as_ref().zip(serde_json::to_vec(&(found, &lines)).ok()) {
                Some((known, parts)) => cache.get("without lines", &[known.as_slice(), parts.as_slice()], make),
                None => make(),
            };
            (at, annotated)
        })
        .collect();
    for (at, annotated) in marked {
        documents[at] = annotated;
    }
    relate::put_in_order(&mut documents);
    documents
}
