//! Stories: sentences of which annotators say that they tell one event, and how well weights find them.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt::Write as _;
use std::path::Path;

use model::{Annotated, Corpus};
use serde_json::Value;

use crate::fit::{self, Sample};
use crate::sets::{self, squeeze};

/// The sets, with how much a pair of each counts: each as much as the others together, looked at as wholes.
const SETS: [(&str, f64); 3] = [("links", 0.3), ("links-gvc", 0.6), ("links-meantime", 0.6)];

/// A judged sentence: index of its document, and of its line.
type Line = (u32, u32);

/// A topic of a set.
struct Topic {
    set: &'static str,
    name: String,
    documents: Vec<Annotated>,
    /// The judged sentences that each statement stands in.
    lines: HashMap<(u32, u32), Vec<Line>>,
    judged: Vec<Line>,
    same: BTreeSet<(Line, Line)>,
    /// The evidence of each pair of judged sentences: that of their statements which share most words.
    pairs: Vec<(Vec<f32>, bool)>,
}

fn topics(data: &Path) -> Vec<Topic> {
    let mut found = Vec::new();
    for (set, _) in SETS {
        let folder = data.join(set);
        for row in sets::lines(&folder.join("gold.jsonl")) {
            found.push(topic(set, &folder, &row));
        }
    }
    found
}

fn topic(set: &'static str, folder: &Path, row: &Value) -> Topic {
    let name = row["topic"].as_str().expect("a topic").to_owned();
    let documents = sets::folder(&folder.join(&name));
    let index: HashMap<&str, u32> = (0..).zip(&documents).map(|(at, d)| (d.document.id.as_str(), at)).collect();
    let number = |value: &Value| value.as_u64().expect("a number") as u32;
    let line =
        |document: &Value, line: &Value| Some((*index.get(document.as_str().expect("a document"))?, number(line)));
    let judged: Vec<Line> =
        row["judged"].as_array().expect("judged").iter().filter_map(|one| line(&one[0], &one[1])).collect();
    let mut same = BTreeSet::new();
    for pair in row["pairs"].as_array().expect("pairs") {
        if let Some((a, b)) = line(&pair[0], &pair[1]).zip(line(&pair[2], &pair[3])) {
            same.insert((a.min(b), a.max(b)));
        }
    }
    let mut lines: HashMap<(u32, u32), Vec<Line>> = HashMap::new();
    for (at, document) in (0..).zip(&documents) {
        let path = folder.join(&name).join(format!("{}.txt", document.document.id));
        let text = std::fs::read_to_string(path).expect("a text");
        let all: Vec<String> = text.split('\n').map(squeeze).collect();
        let own = model::Text::new(&document.document.text);
        let of_document: Vec<u32> = judged.iter().filter(|line| line.0 == at).map(|line| line.1).collect();
        for (statement, said) in (0..).zip(&document.statements) {
            let words = squeeze(own.cut(said.span));
            for &line in &of_document {
                let whole = all.get(line as usize).map_or("", String::as_str);
                if whole.contains(&words) || whole.len() > 20 && words.contains(whole) {
                    lines.entry((at, statement)).or_default().push((at, line));
                }
            }
        }
    }
    let mut best: BTreeMap<(Line, Line), Vec<f32>> = BTreeMap::new();
    relate::learning::story_pairs(&documents, &Corpus::default(), &mut |pair| {
        let (Some(ours), Some(theirs)) = (lines.get(&pair.a), lines.get(&pair.b)) else { return };
        for &a in ours {
            for &b in theirs {
                let kept = best.entry((a.min(b), a.max(b))).or_default();
                // The second kind is the cosine of all words.
                if kept.is_empty() || kept[1] < pair.evidence[1] {
                    kept.clone_from(&pair.evidence);
                }
            }
        }
    });
    let pairs = best.into_iter().map(|(pair, evidence)| (evidence, same.contains(&pair))).collect();
    Topic { set, name, documents, lines, judged, same, pairs }
}

fn learn<'a>(topics: impl Iterator<Item = &'a Topic>) -> Vec<f64> {
    let weight = |set: &str| SETS.iter().find(|(name, _)| *name == set).map_or(0.0, |(_, weight)| *weight);
    let samples: Vec<Sample<'_>> = topics
        .flat_map(|topic| {
            topic.pairs.iter().map(|(evidence, label)| Sample { evidence, label: *label, weight: weight(topic.set) })
        })
        .collect();
    let signs: Vec<i8> = relate::learning::story_kinds().iter().map(|(_, sign)| *sign).collect();
    fit::fit(&samples, &signs, STEPS)
}

/// What the stories of a topic get right.
#[derive(Default)]
struct Score {
    right: f64,
    found: f64,
    same: f64,
    /// B³ precision and recall of each judged sentence.
    cubed: Vec<(f64, f64)>,
}

impl Score {
    fn add(&mut self, topic: &Topic, weights: &[f64]) {
        let weights: Vec<f32> = weights.iter().map(|&weight| weight as f32).collect();
        let stories = relate::learning::stories(&topic.documents, &Corpus::default(), &weights);
        let mut found: BTreeSet<(Line, Line)> = BTreeSet::new();
        for story in &stories {
            let lines: BTreeSet<Line> =
                story.iter().flat_map(|place| topic.lines.get(place)).flatten().copied().collect();
            let lines: Vec<Line> = lines.into_iter().collect();
            for (at, &a) in lines.iter().enumerate() {
                found.extend(lines[at + 1..].iter().filter(|b| b.0 != a.0).map(|&b| (a, b)));
            }
        }
        let right = found.intersection(&topic.same).count() as f64;
        self.right += right;
        self.found += found.len() as f64;
        self.same += topic.same.len() as f64;
        let mates = |pairs: &BTreeSet<(Line, Line)>| {
            let mut of: HashMap<Line, BTreeSet<Line>> = HashMap::new();
            for &(a, b) in pairs {
                of.entry(a).or_default().insert(b);
                of.entry(b).or_default().insert(a);
            }
            of
        };
        let (predicted, gold) = (mates(&found), mates(&topic.same));
        let none = BTreeSet::new();
        for line in &topic.judged {
            let (ours, theirs) = (predicted.get(line).unwrap_or(&none), gold.get(line).unwrap_or(&none));
            let shared = ours.intersection(theirs).count() as f64 + 1.0;
            self.cubed.push((shared / (ours.len() as f64 + 1.0), shared / (theirs.len() as f64 + 1.0)));
        }
    }

    /// F1 of pairs, in per cent.
    fn f1(&self) -> f64 {
        f1(share(self.right, self.found), share(self.right, self.same))
    }

    fn told(&self) -> String {
        let (p, r) = (share(self.right, self.found), share(self.right, self.same));
        let mean = |of: fn(&(f64, f64)) -> f64| self.cubed.iter().map(of).sum::<f64>() / self.cubed.len().max(1) as f64;
        let cubed = f1(mean(|c| c.0), mean(|c| c.1));
        format!(
            "pairs P {:.1} R {:.1} F1 {:.1}, B³ F1 {cubed:.1}; {} predicted, {} true",
            100.0 * p,
            100.0 * r,
            self.f1(),
            self.found,
            self.same
        )
    }
}

fn f1(precision: f64, recall: f64) -> f64 {
    let sum = precision + recall;
    if sum > 0.0 { 200.0 * precision * recall / sum } else { 0.0 }
}

fn share(part: f64, whole: f64) -> f64 {
    if whole > 0.0 { part / whole } else { 0.0 }
}

/// Steps of the fit.
const STEPS: usize = 600;

/// What is added to the odds, of any pair and besides where others tell the story too: how ready stories are to be put
/// together.
const OFFSETS: [(f64, f64); 6] = [(0.0, 0.0), (0.0, 0.8), (0.0, 1.6), (0.4, 1.2), (0.0, 2.2), (-0.4, 2.0)];

/// Weights with an offset.
fn shifted(weights: &[f64], (all, told): (f64, f64)) -> Vec<f64> {
    let mut weights = weights.to_vec();
    weights[0] += all;
    // The last kind says that others tell the story too.
    if let Some(last) = weights.last_mut() {
        *last += told;
    }
    weights
}

/// Parts into which the topics of a set are put, to be judged by weights that were learned without them.
const PARTS: usize = 8;

/// Tells how well weights do on topics and on sets that they were not learned from, and gives those learned from all.
pub(crate) fn run(data: &Path) -> Vec<f64> {
    let topics = topics(data);
    let mut by_offset = [0.0; OFFSETS.len()];
    for (set, _) in SETS {
        let of: Vec<usize> = (0..topics.len()).filter(|&at| topics[at].set == set).collect();
        let mut line = format!("stories, {set}");
        let mut left: [Score; OFFSETS.len()] = Default::default();
        for part in 0..PARTS.min(of.len()) {
            let out: BTreeSet<usize> = of.iter().copied().skip(part).step_by(PARTS).collect();
            let weights = learn((0..topics.len()).filter(|at| !out.contains(at)).map(|at| &topics[at]));
            for (step, left) in left.iter_mut().enumerate() {
                let weights = shifted(&weights, OFFSETS[step]);
                out.iter().for_each(|&at| left.add(&topics[at], &weights));
            }
        }
        left.iter().zip(&mut by_offset).for_each(|(left, sum)| *sum += left.f1());
        for (offset, left) in OFFSETS.iter().zip(&left) {
            _ = write!(line, "\n  topics left out, {offset:?} added: {}", left.told());
        }
        let of_others = learn(topics.iter().filter(|topic| topic.set != set));
        for offset in OFFSETS {
            let weights = shifted(&of_others, offset);
            let mut others = Score::default();
            of.iter().for_each(|&at| others.add(&topics[at], &weights));
            _ = write!(line, "\n  learned from the other sets, {offset:?} added: {}", others.told());
        }
        println!("{line}");
    }
    // How ready they are put together: as was best, on average over the sets, for topics left out.
    let best = (0..OFFSETS.len()).max_by(|&a, &b| by_offset[a].total_cmp(&by_offset[b])).unwrap_or_default();
    let weights = shifted(&learn(topics.iter()), OFFSETS[best]);
    println!("stories: {:?} is added", OFFSETS[best]);
    for (set, _) in SETS {
        let mut seen = Score::default();
        topics.iter().filter(|topic| topic.set == set).for_each(|topic| seen.add(topic, &weights));
        println!("stories, {set}, seen: {}", seen.told());
    }
    let pairs: usize = topics.iter().map(|topic| topic.pairs.len()).sum();
    println!("learned from {pairs} pairs of {} topics ({} … )", topics.len(), topics.first().map_or("", |t| &t.name));
    weights
}
