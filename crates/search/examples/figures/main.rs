//! What the search costs on a generated corpus: bytes and round trips before the first results, time, size, files.
//!
//! Prints one line of JSON; `--files DIR` writes the index, the documents and the queries there as well.
//! Seconds are those of the processor where the system tells them (Linux), so that other work on it does not count.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::io::{BufWriter, Write};
use std::sync::LazyLock;
use std::time::Instant;
use std::{env, fs};

use search::{Directory, Entry, Kind, Options, Part, Request, Response, Searcher, Step, build};
use serde_json::json;

mod generate;

fn main() -> Result<(), Box<dyn Error>> {
    let mut args = env::args().skip(1);
    let corpus = args.next().ok_or("how many documents, or which DOCUMENTS.jsonl?")?;
    let entries = match corpus.parse() {
        Ok(documents) => generate::corpus(documents, 1),
        Err(_) => read(&corpus)?,
    };
    let queries = generate::queries(&entries, 200, 2);
    let folder = args.next().filter(|option| option == "--files").and(args.next());
    if let Some(folder) = &folder {
        fs::create_dir_all(format!("{folder}/crossread"))?;
        if corpus.parse::<u32>().is_ok() {
            write_documents(&entries, &format!("{folder}/documents.jsonl"))?;
            let numbered: Vec<String> =
                (1..).zip(&queries).map(|(n, query): (u32, _)| format!("{n}\t{query}")).collect();
            fs::write(format!("{folder}/queries.tsv"), numbered.join("\n"))?;
        }
    }
    let documents = entries.last().map_or(0, |entry| entry.number);
    let passages = entries.len();
    let words: usize = entries.iter().map(|entry| entry.text.split(' ').count()).sum();
    let start = processor_seconds();
    let built = build(entries, &Options::default())?;
    let seconds = processor_seconds() - start;
    let size: usize = built.files.iter().map(|file| file.bytes.len()).sum();
    let count = built.files.len();
    if let Some(folder) = folder {
        fs::write(format!("{folder}/directory.json"), serde_json::to_vec(&built.directory)?)?;
        for file in &built.files {
            fs::write(format!("{folder}/crossread/{}", file.name), &file.bytes)?;
        }
    }
    let files: BTreeMap<String, Vec<u8>> = built.files.into_iter().map(|file| (file.name, file.bytes)).collect();
    let mut cold: Vec<usize> = Vec::new();
    // The page carries where the words lie, as a host compresses it.
    let carried = serde_json::to_vec(&built.directory)?;
    let carried = built.directory.as_ref().map_or(0, |_| miniz_oxide::deflate::compress_to_vec(&carried, 9).len());
    let mut waits: Vec<u32> = Vec::new();
    let (mut same, mut five) = (0, 0);
    let mut times: Vec<f64> = Vec::new();
    let mut warm = Searcher::open(&files[&built.entry])?;
    for query in &queries {
        let request = Request { limit: 5, ..Request::new(query.as_str()) };
        let mut site = Site { searcher: Searcher::open(&files[&built.entry])?, files: &files, waits: 0, bytes: 0 };
        if let Some(directory) = &built.directory {
            // Beside the engine and the entry pack, which are a wait of their own.
            site.fetch(&ahead(directory, query))?;
        }
        let first = site.first(&request)?;
        cold.push(site.bytes + files[&built.entry].len() + carried);
        waits.push(site.waits.max(1));
        let all = site.complete(&request)?;
        five += all.hits.len();
        same += all.hits.iter().filter(|hit| first.hits.iter().any(|other| other.entry == hit.entry)).count();
        // Warm: the second time, all files at hand, and the counts whole.
        let mut site = Site { searcher: warm, files: &files, waits: 0, bytes: 0 };
        site.complete(&request)?;
        let start = Instant::now();
        site.first(&request)?;
        times.push(start.elapsed().as_secs_f64() * 1e3);
        warm = site.searcher;
    }
    cold.sort_unstable();
    times.sort_by(f64::total_cmp);
    waits.sort_unstable();
    let at = |share: f64| ((queries.len() - 1) as f64 * share) as usize;
    let rounded = |value: f64, parts: f64| (value * parts).round() / parts;
    let figures = json!({
        "documents": documents,
        "passages": passages,
        "words": words,
        "build_s": rounded(seconds, 100.0),
        "passages_per_s": (passages as f64 / seconds).round(),
        "files": count,
        "size": size,
        "entry": built.entry,
        "entry_bytes": files[&built.entry].len(),
        "carried_bytes": carried,
        "bytes_p50": cold[at(0.5)],
        "bytes_p95": cold[at(0.95)],
        "bytes_max": cold[at(1.0)],
        "round_trips_p50": waits[at(0.5)],
        "round_trips_p95": waits[at(0.95)],
        "queries_in_two_trips": waits.iter().filter(|waits| **waits <= 2).count(),
        "warm_ms_p50": rounded(times[at(0.5)], 100.0),
        "warm_ms_p95": rounded(times[at(0.95)], 100.0),
        "first_five_kept": rounded(same as f64 / five.max(1) as f64, 1000.0),
    });
    println!("{figures}");
    Ok(())
}

/// The leaves that the page's script asks for before there is an engine, by the rules of that script.
fn ahead(directory: &Directory, query: &str) -> Vec<Part> {
    let all = query.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    let mut words: Vec<&str> = all.clone().filter(|word| !directory.common.contains(word)).collect();
    if words.is_empty() {
        words = all.collect();
    }
    let bare = |word: &str| {
        let stems = ["ing", "ed", "s"].into_iter().filter_map(|end| word.strip_suffix(end));
        stems.filter(|stem| stem.len() > 2).min_by_key(|stem| stem.len()).unwrap_or(word).to_owned()
    };
    let mut stems: Vec<String> = words.iter().flat_map(|word| [bare(word), bare(word) + "e"]).collect();
    if let Some(last) = words.last() {
        let cuts = 4.max(last.len().saturating_sub(4))..=last.len();
        stems.extend(cuts.filter_map(|cut| last.get(..cut)).map(str::to_owned));
    }
    let before = |stem: &String| directory.firsts.partition_point(|first| *first <= format!("{stem}\0"));
    let part = |leaf: usize| {
        let file = leaf / directory.per_file as usize;
        let start: u64 = directory.bytes[file * directory.per_file as usize..leaf].iter().copied().map(u64::from).sum();
        Part { file: directory.files[file].clone(), range: Some((start, start + u64::from(directory.bytes[leaf]))) }
    };
    stems.iter().map(|stem| before(stem).saturating_sub(1)).collect::<BTreeSet<_>>().into_iter().map(part).collect()
}

/// Each document of a file as a line of JSON with `id`, `title` and `text`, whose paragraphs are passages.
fn read(path: &str) -> Result<Vec<Entry>, Box<dyn Error>> {
    let mut entries = Vec::new();
    for (number, line) in (1..).zip(fs::read_to_string(path)?.lines()) {
        let document: serde_json::Value = serde_json::from_str(line)?;
        let text = |field: &str| document[field].as_str().unwrap_or_default().to_owned();
        for paragraph in text("text").split("\n\n") {
            entries.push(Entry { number, ..Entry::new(Kind::Passage, text("id"), text("title"), paragraph) });
        }
    }
    Ok(entries)
}

/// Writes each document as a line, its passages as paragraphs.
fn write_documents(entries: &[Entry], path: &str) -> Result<(), Box<dyn Error>> {
    let mut out = BufWriter::new(fs::File::create(path)?);
    for document in entries.chunk_by(|a, b| a.id == b.id) {
        let text: Vec<&str> = document.iter().map(|entry| entry.text.as_str()).collect();
        let line = json!({
            "id": document[0].id,
            "title": document[0].title,
            "outlet": document[0].outlet,
            "published": document[0].published.as_ref().map(|when| &when.edtf),
            "text": text.join("\n\n"),
        });
        writeln!(out, "{line}")?;
    }
    Ok(out.flush()?)
}

/// Seconds of the processor that this process has taken; of the clock where the system does not tell.
fn processor_seconds() -> f64 {
    static START: LazyLock<Instant> = LazyLock::new(Instant::now);
    let ticks = fs::read_to_string("/proc/self/stat").ok().and_then(|stat| {
        // After the name in brackets: the state, ten numbers, then ticks of this process and of the system for it.
        let mut fields = stat.rsplit_once(')')?.1.split_whitespace().skip(11);
        Some(fields.next()?.parse::<f64>().ok()? + fields.next()?.parse::<f64>().ok()?)
    });
    ticks.map_or_else(|| START.elapsed().as_secs_f64(), |ticks| ticks / 100.0)
}

/// A search and the files it fetches from.
struct Site<'a> {
    searcher: Searcher,
    files: &'a BTreeMap<String, Vec<u8>>,
    waits: u32,
    bytes: usize,
}

impl Site<'_> {
    fn fetch(&mut self, parts: &[Part]) -> Result<(), Box<dyn Error>> {
        self.waits += 1;
        for part in parts {
            let whole = &self.files[&part.file];
            let bytes = match part.range {
                Some((start, end)) => &whole[start as usize..end as usize],
                None => whole,
            };
            self.bytes += bytes.len();
            self.searcher.supply(part, bytes.to_vec())?;
        }
        Ok(())
    }

    /// The first answer.
    fn first(&mut self, request: &Request) -> Result<Response, Box<dyn Error>> {
        loop {
            match self.searcher.search(request)? {
                Step::Need(parts) => self.fetch(&parts)?,
                Step::Done(response) => return Ok(*response),
            }
        }
    }

    /// The answer that nothing is missing from.
    fn complete(&mut self, request: &Request) -> Result<Response, Box<dyn Error>> {
        loop {
            let response = self.first(request)?;
            if response.more.is_empty() {
                return Ok(response);
            }
            self.fetch(&response.more)?;
        }
    }
}
