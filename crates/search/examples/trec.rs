//! Indexes a `.jsonl` of documents, each as one passage, and prints a TREC run for a `.tsv` of queries.
use std::error::Error;
use std::io::{BufWriter, Write};
use std::{env, fs};

use search::{Documents, Entry, Kind, Options, Request, Searcher, build};

fn main() -> Result<(), Box<dyn Error>> {
    let mut args = env::args().skip(1);
    let (documents, queries) = (args.next().ok_or("DOCUMENTS.jsonl")?, args.next().ok_or("QUERIES.tsv")?);
    let mut entries = Vec::new();
    for line in fs::read_to_string(documents)?.lines() {
        let document: serde_json::Value = serde_json::from_str(line)?;
        let text = |field: &str| document[field].as_str().unwrap_or_default().to_owned();
        let number = entries.len() as u32 + 1;
        entries.push(Entry { number, ..Entry::new(Kind::Passage, text("id"), text("title"), text("text")) });
    }
    let built = build(entries, &Options::default())?;
    let files: std::collections::HashMap<_, _> = built.files.into_iter().map(|file| (file.name, file.bytes)).collect();
    let mut searcher = Searcher::open(&files[&built.entry])?;
    let mut out = BufWriter::new(std::io::stdout().lock());
    for line in fs::read_to_string(queries)?.lines() {
        let (id, query) = line.split_once('\t').ok_or("a query is ID, tab, words")?;
        let request = Request { limit: 1_000, typing: false, ..Request::new(query) };
        let ranked = loop {
            match searcher.documents(&request)? {
                Documents::Need(parts) => {
                    for part in parts {
                        searcher.supply(&part, files[&part.file].clone())?;
                    }
                }
                Documents::Done(ranked) => break ranked,
            }
        };
        for (rank, (document, score)) in ranked.iter().enumerate() {
            writeln!(out, "{id} Q0 {document} {} {score} crossread", rank + 1)?;
        }
    }
    Ok(())
}
