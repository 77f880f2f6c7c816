//! Chooses the weights of the ranking on collections of judged questions, and reports each by what the others chose.
//!
//! `tune DIR…`: folders with `documents.jsonl`, `queries.tsv` and `qrels.txt`. Each document is a passage, and once more
//! one for every 600 bytes, as reports have paragraphs: what tells between a passage and its document would not show in
//! collections of abstracts. `--show` prints the figures of the weights as they are, without choosing any; `--neutral`
//! begins with textbook values and all that this engine adds to them turned off, so that nothing is carried over from an
//! earlier choice that saw the collection left out.
//!
//! A value is chosen by its own worth and that of its neighbours, so that a flat top wins over a lone peak.

use std::collections::{HashMap, HashSet};
use std::error::Error;
use std::{env, fs};

use search::{Documents, Entry, Kind, Options, Request, Searcher, Weights, build};

/// Bytes of a paragraph.
const PARAGRAPH: usize = 600;

/// A collection in one of its forms.
struct Collection {
    searcher: Searcher,
    files: HashMap<String, Vec<u8>>,
    /// Queries, each with the documents that answer it.
    questions: Vec<(String, HashSet<String>)>,
}

/// Weights by name, with the values that are tried.
type Knob = (fn(&mut Weights) -> &mut f32, &'static [f32]);

const KNOBS: &[Knob] = &[
    (|w| &mut w.document, &[0.0, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8]),
    (|w| &mut w.passage_k1, &[0.9, 1.2, 1.5, 2.0, 2.5, 3.0]),
    (|w| &mut w.passage_b, &[0.4, 0.5, 0.6, 0.7, 0.8]),
    (|w| &mut w.document_k1, &[0.9, 1.2, 1.5, 2.0, 2.5, 3.0, 4.0]),
    (|w| &mut w.document_b, &[0.4, 0.5, 0.6, 0.7, 0.8]),
    (|w| &mut w.title, &[1.0, 1.5, 2.0, 2.5, 3.0]),
    (|w| &mut w.related, &[0.0, 0.4, 0.6, 0.8, 1.0, 1.3]),
    (|w| &mut w.akin, &[0.0, 0.2, 0.35, 0.5, 0.65]),
    (|w| &mut w.shared, &[0.0, 0.25, 0.55, 0.8]),
    (|w| &mut w.ordered, &[0.0, 0.15, 0.3, 0.45, 0.6]),
    (|w| &mut w.unordered, &[0.0, 0.2, 0.4, 0.6, 0.8]),
    (|w| &mut w.coverage, &[0.0, 0.1, 0.2, 0.35, 0.5]),
];

/// BM25 as the textbooks have it (Robertson and Zaragoza 2009), half by passage and half by document, and nothing else.
const NEUTRAL: Weights = Weights {
    passage_k1: 1.2,
    passage_b: 0.75,
    document_k1: 1.2,
    document_b: 0.75,
    document: 0.5,
    title: 1.0,
    related: 0.0,
    akin: 0.0,
    shared: 0.0,
    ordered: 0.0,
    unordered: 0.0,
    pairs_k1: 2.0,
    coverage: 0.0,
};

/// The most times that all weights are gone through.
const ROUNDS: usize = 3;

/// How much more than what there is a value must be worth.
const GAIN: f32 = 2e-4;

/// How deep a ranking is looked at while choosing, and when figures are shown.
const DEPTH: u32 = 100;
const SHOWN: u32 = 1_000;

/// What weights are worth on each collection, as far as it was measured: the weights' values, and which collection.
type Known = HashMap<(Vec<u32>, usize), f32>;

fn main() -> Result<(), Box<dyn Error>> {
    let (flags, folders): (Vec<String>, Vec<String>) = env::args().skip(1).partition(|given| given.starts_with("--"));
    let flag = |name: &str| flags.iter().any(|flag| flag == name);
    let names: Vec<&str> = folders.iter().map(|folder| folder.rsplit('/').next().unwrap_or(folder)).collect();
    let mut all = Vec::new();
    for folder in &folders {
        all.push([read(folder, usize::MAX)?, read(folder, PARAGRAPH)?]);
    }
    println!("nDCG@10: whole documents, paragraphs");
    show("as they are", &names, &mut all, Weights::default());
    let start = if flag("--neutral") { NEUTRAL } else { Weights::default() };
    show("at the start", &names, &mut all, start);
    if flag("--show") {
        return Ok(());
    }
    let mut known = Known::new();
    let mut left_out = Vec::new();
    for out in 0..=names.len() {
        let chosen = choose(&mut all, out, start, &mut known);
        show(names.get(out).unwrap_or(&"none left out"), &names, &mut all, chosen);
        println!("    {chosen:?}");
        if let Some(name) = names.get(out) {
            left_out.push(format!("{name} {:.4}", measure(&mut all[out][0], chosen, SHOWN).0));
        }
    }
    println!("left out: {}", left_out.join(", "));
    Ok(())
}

/// Climbs from some weights, one by one, on all collections but one.
fn choose(all: &mut [[Collection; 2]], out: usize, start: Weights, known: &mut Known) -> Weights {
    let mut best = start;
    for _ in 0..ROUNDS {
        let before = best;
        for (knob, values) in KNOBS {
            let with = |value: f32| {
                let mut weights = best;
                *knob(&mut weights) = value;
                weights
            };
            let now = *knob(&mut best.clone());
            let worths: Vec<f32> = values.iter().map(|value| worth(all, out, with(*value), known)).collect();
            let smooth = |at: usize| {
                let beside = [at.saturating_sub(1), (at + 1).min(worths.len() - 1)];
                worths[at] / 2.0 + beside.iter().map(|at| worths[*at]).sum::<f32>() / 4.0
            };
            let Some(at) = (0..values.len()).max_by(|a, b| smooth(*a).total_cmp(&smooth(*b))) else { continue };
            if worths[at] > worth(all, out, with(now), known) + GAIN {
                best = with(values[at]);
            }
        }
        if best == before {
            break;
        }
    }
    best
}

/// What weights are worth: the mean of nDCG@10 and MAP over all collections but one, in both forms.
fn worth(all: &mut [[Collection; 2]], out: usize, weights: Weights, known: &mut Known) -> f32 {
    let key: Vec<u32> = KNOBS.iter().map(|(knob, _)| knob(&mut weights.clone()).to_bits()).collect();
    let mut values = Vec::new();
    for (at, forms) in all.iter_mut().enumerate().filter(|(at, _)| *at != out) {
        values.push(*known.entry((key.clone(), at)).or_insert_with(|| {
            let both = forms.iter_mut().map(|collection| {
                let (ndcg, map) = measure(collection, weights, DEPTH);
                (ndcg + map) / 4.0
            });
            both.sum()
        }));
    }
    values.iter().sum::<f32>() / values.len() as f32
}

fn show(what: &str, names: &[&str], all: &mut [[Collection; 2]], weights: Weights) {
    print!("{what:14}");
    for (name, forms) in names.iter().zip(all) {
        let [whole, cut] = forms.each_mut().map(|collection| measure(collection, weights, SHOWN).0);
        print!("  {name} {whole:.4} {cut:.4}");
    }
    println!();
}

/// nDCG@10 with binary gains, and MAP, as `trec_eval` has them.
fn measure(collection: &mut Collection, weights: Weights, depth: u32) -> (f32, f32) {
    collection.searcher.weigh(weights);
    let (mut ndcg, mut map) = (0.0, 0.0);
    for (query, relevant) in &collection.questions {
        let ranked = rank(&mut collection.searcher, &collection.files, query, depth);
        let (mut gain, mut found, mut precision) = (0.0, 0.0, 0.0);
        for (at, (document, _)) in ranked.iter().enumerate() {
            if relevant.contains(document) {
                found += 1.0;
                precision += found / (at + 1) as f32;
                gain += if at < 10 { 1.0 / (at as f32 + 2.0).log2() } else { 0.0 };
            }
        }
        let ideal: f32 = (0..relevant.len().min(10)).map(|at| 1.0 / (at as f32 + 2.0).log2()).sum();
        ndcg += gain / ideal;
        map += precision / relevant.len() as f32;
    }
    let questions = collection.questions.len() as f32;
    (ndcg / questions, map / questions)
}

/// Reads and indexes a collection, its documents cut into paragraphs of so many bytes, with all files at hand.
fn read(folder: &str, paragraph: usize) -> Result<Collection, Box<dyn Error>> {
    let file = |name: &str| fs::read_to_string(format!("{folder}/{name}"));
    let mut entries = Vec::new();
    for (number, line) in (1..).zip(file("documents.jsonl")?.lines()) {
        let document: serde_json::Value = serde_json::from_str(line)?;
        let field = |field: &str| document[field].as_str().unwrap_or_default();
        let mut rest = field("text");
        // What has no title is called by its first words, as the build does it.
        let title = match field("title") {
            "" => rest
                .split_inclusive(' ')
                .scan(0, |length, word| {
                    *length += word.len();
                    (*length <= 80).then_some(word)
                })
                .collect(),
            title => title.to_owned(),
        };
        loop {
            let end = rest.char_indices().map(|(at, _)| at).find(|at| *at >= paragraph && rest[..*at].ends_with(' '));
            let (text, more) = rest.split_at(end.unwrap_or(rest.len()));
            entries.push(Entry { number, ..Entry::new(Kind::Passage, field("id"), title.as_str(), text) });
            rest = more;
            if rest.is_empty() {
                break;
            }
        }
    }
    let built = build(entries, &Options { whole: 0, ..Options::default() })?;
    let files: HashMap<_, _> = built.files.into_iter().map(|file| (file.name, file.bytes)).collect();
    let mut relevant: HashMap<String, HashSet<String>> = HashMap::new();
    for line in file("qrels.txt")?.lines() {
        if let [query, _, document, grade] = line.split_whitespace().collect::<Vec<_>>()[..]
            && grade != "0"
        {
            relevant.entry(query.to_owned()).or_default().insert(document.to_owned());
        }
    }
    let queries = file("queries.tsv")?;
    let questions = queries.lines().filter_map(|line| line.split_once('\t'));
    let questions: Vec<_> =
        questions.filter_map(|(id, query)| Some((query.to_owned(), relevant.remove(id)?))).collect();
    let searcher = Searcher::open(&files[&built.entry])?;
    Ok(Collection { searcher, files, questions })
}

/// The documents that answer a query, best first.
fn rank(searcher: &mut Searcher, files: &HashMap<String, Vec<u8>>, query: &str, depth: u32) -> Vec<(String, f32)> {
    let request = Request { limit: depth, typing: false, ..Request::new(query) };
    loop {
        match searcher.documents(&request).expect("the index is sound") {
            Documents::Done(ranked) => return ranked,
            Documents::Need(parts) => parts.iter().for_each(|part| {
                let whole = &files[&part.file];
                let bytes = part.range.map_or(&whole[..], |(start, end)| &whole[start as usize..end as usize]);
                searcher.supply(part, bytes.to_vec()).expect("the index is sound");
            }),
        }
    }
}
