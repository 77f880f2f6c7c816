//! `crossread search`: the same search as on the site, over the same files.

use std::fs;
use std::io::{BufRead, BufReader, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use model::bundle::{FORMAT, Manifest};
use model::plain::visible;
use search::{Documents, Hit, Kind, Request, Response, Searcher, Step};

use crate::arguments::Search;
use crate::failure::Failure;
use crate::output::Output;

/// The most documents that a TREC run lists for a query.
const RUN: u32 = 1_000;

/// Answers one query, or prints a run for many.
///
/// # Errors
/// The bundle or the queries cannot be read.
pub(crate) fn run(arguments: &Search) -> Result<(), Failure> {
    let mut index = Index::open(&arguments.bundle)?;
    let mut output = Output::new();
    match &arguments.trec {
        Some(queries) => trec(&mut index, queries, &mut output)?,
        None => {
            print(&index.answer(&Request { typing: false, ..Request::new(arguments.query.join(" ")) })?, &mut output)?
        }
    };
    output.flush().map(|_| ())
}

/// The search's files of a bundle on the disk.
struct Index {
    folder: PathBuf,
    searcher: Searcher,
}

impl Index {
    fn open(bundle: &Path) -> Result<Self, Failure> {
        let path = bundle.join("data/manifest.json");
        let remedy = "name a folder that `crossread build` wrote";
        let bytes = fs::read(&path).map_err(|error| Failure::io(&path, "read the bundle", &error))?;
        let manifest: Manifest = serde_json::from_slice(&bytes)
            .map_err(|error| Failure::of(&path, format!("is no manifest of a bundle: {error}"), remedy))?;
        if manifest.format != FORMAT {
            let what = format!("is of version {}, and this command reads {FORMAT}", manifest.format);
            return Err(Failure::of(&path, what, "build it again"));
        }
        let folder = bundle.join("data").join(&manifest.build).join("search");
        let pack = folder.join(&manifest.search);
        let bytes = fs::read(&pack).map_err(|error| Failure::io(&pack, "read the index", &error))?;
        let searcher = Searcher::open(&bytes).map_err(|error| damaged(&pack, &error))?;
        Ok(Self { folder, searcher })
    }

    /// The answer to a request, with all the files that it takes.
    fn answer(&mut self, request: &Request) -> Result<Response, Failure> {
        loop {
            match self.searcher.search(request).map_err(|error| damaged(&self.folder, &error))? {
                Step::Need(parts) => self.fetch(&parts)?,
                Step::Done(response) if response.more.is_empty() => return Ok(*response),
                Step::Done(response) => self.fetch(&response.more)?,
            }
        }
    }

    /// The documents that answer a request, with their scores, best first.
    fn documents(&mut self, request: &Request) -> Result<Vec<(String, f32)>, Failure> {
        loop {
            match self.searcher.documents(request).map_err(|error| damaged(&self.folder, &error))? {
                Documents::Need(parts) => self.fetch(&parts)?,
                Documents::Done(ranked) => return Ok(ranked),
            }
        }
    }

    fn fetch(&mut self, parts: &[search::Part]) -> Result<(), Failure> {
        for part in parts {
            let path = self.folder.join(&part.file);
            let bytes = read(&path, part.range).map_err(|error| Failure::io(&path, "read the index", &error))?;
            self.searcher.supply(part, bytes).map_err(|error| damaged(&path, &error))?;
        }
        Ok(())
    }
}

/// The bytes of a range of a file, or the whole file. Of a file that ends before the range, what there is.
fn read(path: &Path, range: Option<(u64, u64)>) -> std::io::Result<Vec<u8>> {
    let Some((start, end)) = range else { return fs::read(path) };
    let mut file = fs::File::open(path)?;
    file.seek(SeekFrom::Start(start))?;
    let mut bytes = Vec::new();
    file.take(end.saturating_sub(start)).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn damaged(path: &Path, error: &search::PackError) -> Failure {
    Failure::of(path, error.to_string(), "build the bundle again")
}

/// Prints an answer for a person: what was searched for, how much there is, and the first results with their links.
fn print(response: &Response, output: &mut Output) -> Result<bool, Failure> {
    for correction in &response.corrections {
        output.line(&visible(&format!("showing {} for {}", correction.read, correction.typed)))?;
    }
    if !response.read_as_facets.is_empty() {
        output.line(&format!("read as a choice of commitment: {}", response.read_as_facets.join(", ")))?;
    }
    if !response.unknown_fields.is_empty() {
        output.line(&visible(&format!("there is no field of this name: {}", response.unknown_fields.join(", "))))?;
    }
    for phrase in &response.relaxed {
        output.line(&visible(&format!("nothing has \"{phrase}\"; showing its words")))?;
    }
    if !response.left_out.is_empty() {
        output.line(&visible(&format!("left out as too common: {}", response.left_out.join(", "))))?;
    }
    if !response.unknown.is_empty() {
        output.line(&visible(&format!("nothing has: {}", response.unknown.join(", "))))?;
    }
    output.line(&format!("{} found in {} documents", response.total, response.documents))?;
    for (rank, hit) in (1..).zip(&response.hits) {
        let entry = &hit.entry;
        output.line(&format!("\n{rank}. {} ({}) {}", visible(&entry.title), entry.kind.word(), link(hit)))?;
        let words = match entry.kind {
            Kind::Claim => entry.note.clone(),
            Kind::Quotation => format!("\u{201c}{}\u{201d}, {}", excerpt(hit), visible(&entry.persons.join(", "))),
            Kind::Passage | Kind::Person => excerpt(hit),
        };
        if !words.is_empty() && !output.line(&format!("   {words}"))? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// The excerpt in one line, with the words that were found between asterisks.
fn excerpt(hit: &Hit) -> String {
    let (text, marks) = hit.excerpt_text();
    let mut marked = String::new();
    let mut at = 0;
    for mark in marks {
        marked.push_str(&text[at..mark.start]);
        marked.push_str(&format!("*{}*", &text[mark.clone()]));
        at = mark.end;
    }
    marked.push_str(&text[at..]);
    model::plain::one_line(&marked)
}

/// Where a result leads, below the site's root.
fn link(hit: &Hit) -> String {
    use viewer::route::Place;
    let id = hit.entry.id.clone();
    let place = match hit.entry.kind {
        Kind::Claim => Place::Claim(id),
        Kind::Person => Place::Person(id),
        Kind::Passage | Kind::Quotation => Place::Document(id),
    };
    place.path()
}

/// Prints a run in the format of TREC: `query Q0 document rank score tag`.
fn trec(index: &mut Index, queries: &Path, output: &mut Output) -> Result<bool, Failure> {
    let cannot = |error: std::io::Error| Failure::io(queries, "read the queries", &error);
    let file = fs::File::open(queries).map_err(cannot)?;
    for (line, text) in (1..).zip(BufReader::new(file).lines()) {
        let text = text.map_err(cannot)?;
        if text.trim().is_empty() {
            continue;
        }
        let Some((number, query)) = text.split_once('\t') else {
            return Err(Failure::at(queries, line, "has no tab", "write the query's number, a tab, and its words"));
        };
        let request = Request { limit: RUN, typing: false, ..Request::new(query.trim()) };
        for (rank, (document, score)) in (1..).zip(index.documents(&request)?) {
            if !output.line(&format!("{} Q0 {document} {rank} {score} crossread", number.trim()))? {
                return Ok(false);
            }
        }
    }
    Ok(true)
}
