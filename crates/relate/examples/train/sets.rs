//! Pairs of statements that readers judged.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs;
use std::path::Path;

use extract::Input;
use model::{Annotated, Corpus, Text, When};
use serde_json::Value;

/// A pair of statements with what a reader says of it.
pub(crate) struct Judged {
    /// `judged`, `readings`, `propositions` or `mentions`.
    pub(crate) set: &'static str,
    /// The topic or corpus: left out as a whole.
    pub(crate) group: String,
    /// Whether both say the same.
    pub(crate) label: bool,
    /// The evidence; empty where the pair shares too little to be looked at.
    pub(crate) evidence: Vec<f32>,
    /// How alike they are told; empty where something says that they are two things.
    pub(crate) likeness: Vec<f32>,
    /// Whether the reader was in doubt.
    pub(crate) doubtful: bool,
    /// The words of both.
    pub(crate) texts: (String, String),
}

/// All sets; `readings` is a folder like the first with more pairs that were read, of which nothing but likeness is learned.
pub(crate) fn all(data: &Path, readings: Option<&Path>) -> Vec<Judged> {
    let mut pairs = judged(data, "judged");
    pairs.extend(readings.into_iter().flat_map(|folder| judged(folder, "readings")));
    pairs.extend(propositions(&data.join("propositions")));
    pairs.extend(mentions(&data.join("links")));
    pairs
}

pub(crate) fn lines(path: &Path) -> Vec<Value> {
    let text = fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// A statement: index of its document, and its own in it.
type Place = (u32, u32);

fn annotated(inputs: Vec<Input>) -> Vec<Annotated> {
    let corpus = Corpus::default();
    inputs.into_iter().map(|input| extract::annotate(extract::clean(input), &corpus)).collect()
}

/// The texts of a folder, read.
pub(crate) fn folder(folder: &Path) -> Vec<Annotated> {
    let mut names: Vec<_> = fs::read_dir(folder).expect("a folder").flatten().map(|e| e.path()).collect();
    names.sort();
    let texts = names.into_iter().filter(|p| p.extension().is_some_and(|e| e == "txt")).map(|path| Input {
        id: path.file_stem().expect("a name").to_string_lossy().into_owned(),
        text: fs::read_to_string(&path).expect("a text"),
        ..Input::default()
    });
    annotated(texts.collect())
}

/// A corpus with its evidence.
struct Read {
    documents: Vec<Annotated>,
    evidence: HashMap<(Place, Place), (Vec<f32>, Vec<f32>)>,
}

impl Read {
    fn new(inputs: Vec<Input>) -> Self {
        Self::of(annotated(inputs))
    }

    fn of(documents: Vec<Annotated>) -> Self {
        let corpus = Corpus::default();
        let weighed = relate::learning::weighed(&documents, &corpus);
        let evidence = weighed.into_iter().map(|w| ((w.a.min(w.b), w.a.max(w.b)), (w.evidence, w.likeness))).collect();
        Self { documents, evidence }
    }

    fn folder(path: &Path) -> Self {
        Self::of(folder(path))
    }

    fn document(&self, id: &str) -> Option<u32> {
        self.documents.iter().position(|d| d.document.id == id).map(|at| at as u32)
    }

    fn words(&self, place: Place) -> String {
        let annotated = &self.documents[place.0 as usize];
        let text = Text::new(&annotated.document.text);
        squeeze(text.cut(annotated.statements[place.1 as usize].span))
    }

    fn judged(&self, set: &'static str, group: &str, label: bool, a: Place, b: Place) -> Judged {
        let (evidence, likeness) = self.evidence.get(&(a.min(b), a.max(b))).cloned().unwrap_or_default();
        let texts = (self.words(a), self.words(b));
        Judged { set, group: group.to_owned(), label, evidence, likeness, doubtful: false, texts }
    }
}

pub(crate) fn squeeze(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn bag(text: &str) -> Vec<String> {
    text.to_lowercase().split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_owned).collect()
}

fn common(a: &[String], b: &[String]) -> usize {
    let mut rest = b.to_vec();
    a.iter().filter(|w| rest.iter().position(|x| x == *w).map(|at| rest.swap_remove(at)).is_some()).count()
}

fn judged(data: &Path, set: &'static str) -> Vec<Judged> {
    let mut by_corpus: BTreeMap<String, Vec<Value>> = BTreeMap::new();
    for pair in lines(&data.join("pairs/judged.jsonl")) {
        by_corpus.entry(text(&pair["corpus"])).or_default().push(pair);
    }
    let mut found = Vec::new();
    for (corpus, pairs) in by_corpus {
        let inputs = lines(&data.join(format!("corpora/{corpus}.jsonl"))).into_iter().map(|line| Input {
            id: text(&line["id"]),
            text: text(&line["text"]),
            title: line["title"].as_str().map(str::to_owned),
            outlet: line["outlet"].as_str().map(str::to_owned),
            published: line["published"].as_str().and_then(|day| When::parse(day).ok()),
            ..Input::default()
        });
        let read = Read::new(inputs.collect());
        let find = |side: &Value| {
            let document = read.document(side["document"].as_str()?)?;
            let (words, sentence) = (bag(&text(&side["text"])), bag(&text(&side["sentence"])));
            let statements = 0..read.documents[document as usize].statements.len() as u32;
            let fits = statements.filter_map(|s| {
                let own = bag(&read.words((document, s)));
                let shared = common(&own, &words);
                let alike = 2 * shared >= own.len().min(words.len()) && shared > 0;
                let inside = 5 * common(&own, &sentence) >= 4 * own.len();
                let dice = 2_000 * shared / (own.len() + words.len());
                (alike && inside).then_some((dice, s))
            });
            fits.max().map(|(_, s)| (document, s))
        };
        for pair in pairs {
            let label = matches!(pair["verdict"].as_str(), Some("same" | "differ"));
            let doubtful = pair["verdict"].as_str() == Some("doubtful");
            match find(&pair["a"]).zip(find(&pair["b"])) {
                Some((a, b)) => found.push(Judged { doubtful, ..read.judged(set, &corpus, label, a, b) }),
                None => found.push(Judged {
                    set,
                    group: corpus.clone(),
                    label,
                    evidence: Vec::new(),
                    likeness: Vec::new(),
                    doubtful,
                    texts: (text(&pair["a"]["text"]), text(&pair["b"]["text"])),
                }),
            }
        }
    }
    found
}

fn propositions(folder: &Path) -> Vec<Judged> {
    let mut found = Vec::new();
    for row in lines(&folder.join("gold.jsonl")) {
        let topic = text(&row["topic"]);
        let read = Read::folder(&folder.join(&topic));
        let spans = row["spans"].as_array().expect("spans");
        let raw: HashMap<String, Vec<char>> = read
            .documents
            .iter()
            .map(|d| {
                let path = folder.join(&topic).join(format!("{}.txt", d.document.id));
                (d.document.id.clone(), fs::read_to_string(path).expect("a text").chars().collect())
            })
            .collect();
        let number = |value: &Value| value.as_u64().unwrap_or_default() as usize;
        let words_of = |span: &Value| -> Vec<String> {
            let chars = &raw[span[0].as_str().expect("a name")];
            let parts = span[1].as_array().expect("parts").iter();
            bag(&parts
                .map(|p| chars[number(&p[0])..number(&p[1])].iter().collect::<String>())
                .collect::<Vec<_>>()
                .join(" "))
        };
        let place = |span: &Value| {
            let document = read.document(span[0].as_str()?)?;
            let words = words_of(span);
            let statements = 0..read.documents[document as usize].statements.len() as u32;
            let fits = statements.filter_map(|s| {
                let own = bag(&read.words((document, s)));
                let shared = common(&own, &words);
                (2 * shared >= own.len().min(words.len()) && shared > 1)
                    .then_some((2_000 * shared / (own.len() + words.len()), s))
            });
            fits.max().map(|(_, s)| (document, s))
        };
        let places: Vec<Option<Place>> = spans.iter().map(place).collect();
        let mut gold = BTreeSet::new();
        for pair in row["pairs"].as_array().expect("pairs") {
            if let (Some(a), Some(b)) = (places[number(&pair[0])], places[number(&pair[1])]) {
                gold.insert((a.min(b), a.max(b)));
            }
        }
        let summary = read.document("summary");
        let all: BTreeSet<Place> = places.iter().flatten().copied().collect();
        for &a in all.iter().filter(|p| Some(p.0) == summary) {
            for &b in all.iter().filter(|p| Some(p.0) != summary) {
                let label = gold.contains(&(a.min(b), a.max(b)));
                let judged = read.judged("propositions", &topic, label, a, b);
                if label || !judged.evidence.is_empty() {
                    found.push(judged);
                }
            }
        }
    }
    found
}

fn mentions(folder: &Path) -> Vec<Judged> {
    let mut found = Vec::new();
    for row in lines(&folder.join("mentions.jsonl")) {
        let topic = text(&row["topic"]);
        let read = Read::folder(&folder.join(&topic));
        let mut files: HashMap<String, Vec<String>> = HashMap::new();
        let mut events: BTreeMap<Place, BTreeSet<String>> = BTreeMap::new();
        for mention in row["mentions"].as_array().expect("mentions") {
            let id = text(&mention[0]);
            let Some(document) = read.document(&id) else { continue };
            let lines = files.entry(id.clone()).or_insert_with(|| {
                let path = folder.join(&topic).join(format!("{id}.txt"));
                fs::read_to_string(path).expect("a text").split('\n').map(str::to_owned).collect()
            });
            let number = |at: usize| mention[at].as_u64().unwrap_or_default() as usize;
            let line = &lines[number(1)];
            let chars: Vec<char> = line.chars().collect();
            let cut = |to: usize| chars[..to.min(chars.len())].iter().collect::<String>();
            let (start, end) = (squeeze(&(cut(number(2)) + "x")).len() - 1, squeeze(&cut(number(3))).len());
            let whole = squeeze(line);
            let mut best: Option<(usize, u32)> = None;
            for statement in 0..read.documents[document as usize].statements.len() as u32 {
                let words = read.words((document, statement));
                let Some(at) = whole.find(&words) else { continue };
                if at <= start && end <= at + words.len() && best.is_none_or(|(length, _)| words.len() < length) {
                    best = Some((words.len(), statement));
                }
            }
            if let Some((_, statement)) = best {
                events.entry((document, statement)).or_default().insert(mention[4].to_string());
            }
        }
        let told: Vec<_> = events.into_iter().collect();
        for (at, (a, x)) in told.iter().enumerate() {
            for (b, y) in told[at + 1..].iter().filter(|(b, _)| b.0 != a.0) {
                let (shared, all) = (x.intersection(y).count(), x.union(y).count());
                if shared > 0 && 2 * shared < all {
                    continue;
                }
                let judged = read.judged("mentions", &topic, shared > 0, *a, *b);
                if shared > 0 || !judged.evidence.is_empty() {
                    found.push(judged);
                }
            }
        }
    }
    found
}
