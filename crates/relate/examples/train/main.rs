//! Learns the weights of the pair decision from sets that lie outside of the project, and says by cross-validation how
//! well they do. `cargo xtask train --data FOLDER` runs it.

mod fit;
mod sets;
mod stories;

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::Path;

use fit::Sample;
use sets::Judged;

/// How much a pair of each set counts: strict judgements first; mentions of one event are a looser bond, and many.
const WEIGHTS: [(&str, f64); 3] = [("judged", 1.0), ("propositions", 0.5), ("mentions", 0.2)];

/// Steps of the fit.
const STEPS: usize = 4_000;

/// Likelihoods at which the figures are told.
const LEVELS: [f64; 6] = [0.3, 0.4, 0.5, 0.6, 0.7, 0.8];

fn main() {
    let mut arguments = std::env::args().skip(1);
    let (Some(data), Some(table), Some(stories)) = (arguments.next(), arguments.next(), arguments.next()) else {
        eprintln!("usage: train DATA CLAIMS.rs STORIES.rs [PAIRS.jsonl]");
        std::process::exit(2);
    };
    let weights = stories::run(Path::new(&data));
    let names = relate::learning::story_kinds();
    std::fs::write(&stories, written(&weights, names)).expect("a table to write");
    // An empty name leaves the other table as it is.
    if table.is_empty() {
        return;
    }
    let pairs = sets::all(Path::new(&data));
    for (set, _) in WEIGHTS {
        println!("{}", cross_validated(&pairs, set));
    }
    let weights = learn(pairs.iter());
    std::fs::write(&table, written(&weights, relate::learning::kinds())).expect("a table to write");
    if let Some(dump) = arguments.next() {
        let mut file = std::io::BufWriter::new(std::fs::File::create(dump).expect("a file to write"));
        for pair in &pairs {
            let row = serde_json::json!({ "set": pair.set, "group": pair.group, "label": pair.label,
                "e": pair.evidence, "a": pair.texts.0, "b": pair.texts.1,
                "p": fit::likelihood(&pair.evidence, &weights) });
            writeln!(file, "{row}").expect("room to write");
        }
    }
}

fn learn<'a>(pairs: impl Iterator<Item = &'a Judged>) -> Vec<f64> {
    let weight = |set: &str| WEIGHTS.iter().find(|(name, _)| *name == set).map_or(0.0, |(_, weight)| *weight);
    let samples: Vec<Sample<'_>> = pairs
        .filter(|pair| !pair.evidence.is_empty())
        .map(|pair| Sample { evidence: &pair.evidence, label: pair.label, weight: weight(pair.set) })
        .collect();
    let signs: Vec<i8> = relate::learning::kinds().iter().map(|(_, sign)| *sign).collect();
    fit::fit(&samples, &signs, STEPS)
}

/// Precision, recall and F1 of a set, each of its groups judged by weights that were learned without it.
fn cross_validated(pairs: &[Judged], set: &str) -> String {
    let groups: BTreeSet<&str> = pairs.iter().filter(|p| p.set == set).map(|p| p.group.as_str()).collect();
    let mut judged: Vec<(f64, bool)> = Vec::new();
    for group in groups {
        let weights = learn(pairs.iter().filter(|pair| pair.group != group));
        for pair in pairs.iter().filter(|pair| pair.set == set && pair.group == group) {
            let near = !pair.evidence.is_empty();
            judged.push((if near { fit::likelihood(&pair.evidence, &weights) } else { 0.0 }, pair.label));
        }
    }
    let same = judged.iter().filter(|(_, label)| *label).count() as f64;
    let mut line = format!("{set:<13} {} pairs, {same} the same; from a likelihood on: P / R / F1", judged.len());
    for level in LEVELS {
        let linked = judged.iter().filter(|(likelihood, _)| *likelihood >= level);
        let (linked, right) = linked.fold((0.0, 0.0), |(n, r), (_, label)| (n + 1.0, r + f64::from(u8::from(*label))));
        let percent = |part: f64, whole: f64| if whole > 0.0 { 100.0 * part / whole } else { 0.0 };
        let (p, r, f) = (percent(right, linked), percent(right, same), percent(2.0 * right, linked + same));
        _ = write!(line, "  {level}: {p:.0} / {r:.0} / {f:.0}");
    }
    line
}

/// The table as the project holds it.
fn written(weights: &[f64], kinds: &[(&str, i8)]) -> String {
    let mut table = String::from(
        "//! What each kind of evidence weighs: written by `cargo xtask train`, which docs/relations.md tells of.\n\n\
         use super::evidence::KINDS;\n\n\
         /// By kind of evidence, in the order of `KINDS_OF_EVIDENCE`.\n\
         pub(super) const WEIGHTS: [(&str, f32); KINDS] = [\n",
    );
    for ((name, _), weight) in kinds.iter().zip(weights) {
        // No negative zero: one table, the same bytes.
        let weight = (weight * 100.0).round() / 100.0 + 0.0;
        _ = writeln!(table, "    ({name:?}, {weight:.2}),");
    }
    table.push_str("];\n");
    table
}
