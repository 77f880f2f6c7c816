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

/// A table that is learned.
struct Learned {
    /// What a pair is told by.
    of: fn(&Judged) -> &[f32],
    kinds: &'static [(&'static str, i8)],
    /// How much a pair of each set counts: strict judgements first; mentions of one event are a looser bond, and many.
    weights: &'static [(&'static str, f64)],
}

fn claims() -> Learned {
    let weights = &[("judged", 1.0), ("propositions", 0.5), ("mentions", 0.2)];
    Learned { of: |pair| &pair.evidence, kinds: relate::learning::kinds(), weights }
}

fn likeness() -> Learned {
    let weights = &[("judged", 1.0), ("readings", 1.0), ("propositions", 0.15), ("mentions", 0.05)];
    Learned { of: |pair| &pair.likeness, kinds: relate::learning::likeness_kinds(), weights }
}

/// How much less a pair counts of which the reader was in doubt.
const DOUBTFUL: f64 = 0.5;

/// Steps of the fit.
const STEPS: usize = 4_000;

/// Likelihoods at which the figures are told.
const LEVELS: [f64; 6] = [0.3, 0.4, 0.5, 0.6, 0.7, 0.8];

fn main() {
    let usage = || {
        eprintln!(
            "usage: train DATA CLAIMS.rs LIKENESS.rs STORIES.rs READINGS PAIRS.jsonl (any but the first may be empty)"
        );
        std::process::exit(2);
    };
    let Ok([data, table, alike, stories, readings, dump]) =
        <[String; 6]>::try_from(std::env::args().skip(1).collect::<Vec<_>>())
    else {
        return usage();
    };
    let data = Path::new(&data);
    if !stories.is_empty() {
        let weights = stories::run(data);
        std::fs::write(&stories, written(&weights, relate::learning::story_kinds())).expect("a table to write");
    }
    if table.is_empty() && alike.is_empty() {
        return;
    }
    let pairs = sets::all(data, Some(Path::new(&readings)).filter(|_| !readings.is_empty()));
    for (table, learned) in [(table, claims()), (alike, likeness())].iter().filter(|(table, _)| !table.is_empty()) {
        for (set, _) in learned.weights {
            println!("{}", cross_validated(learned, &pairs, set));
        }
        let weights = learn(learned, pairs.iter());
        std::fs::write(table, written(&weights, learned.kinds)).expect("a table to write");
    }
    if !dump.is_empty() {
        let (first, second) = (learn(&claims(), pairs.iter()), learn(&likeness(), pairs.iter()));
        let mut file = std::io::BufWriter::new(std::fs::File::create(dump).expect("a file to write"));
        for pair in &pairs {
            let row = serde_json::json!({ "set": pair.set, "group": pair.group, "label": pair.label, "doubtful": pair.doubtful,
                "e": pair.evidence, "l": pair.likeness, "a": pair.texts.0, "b": pair.texts.1,
                "p": fit::likelihood(&pair.evidence, &first), "q": fit::likelihood(&pair.likeness, &second) });
            writeln!(file, "{row}").expect("room to write");
        }
    }
}

fn learn<'a>(learned: &Learned, pairs: impl Iterator<Item = &'a Judged>) -> Vec<f64> {
    let weight = |pair: &Judged| {
        let of = learned.weights.iter().find(|(name, _)| *name == pair.set).map_or(0.0, |(_, weight)| *weight);
        if pair.doubtful { DOUBTFUL * of } else { of }
    };
    let samples: Vec<Sample<'_>> = pairs
        .filter(|pair| !(learned.of)(pair).is_empty() && weight(pair) > 0.0)
        .map(|pair| Sample { evidence: (learned.of)(pair), label: pair.label, weight: weight(pair) })
        .collect();
    let signs: Vec<i8> = learned.kinds.iter().map(|(_, sign)| *sign).collect();
    fit::fit(&samples, &signs, STEPS)
}

/// Precision, recall and F1 of a set, each of its groups judged by weights that were learned without it.
fn cross_validated(learned: &Learned, pairs: &[Judged], set: &str) -> String {
    let groups: BTreeSet<&str> = pairs.iter().filter(|p| p.set == set).map(|p| p.group.as_str()).collect();
    let mut judged: Vec<(f64, bool)> = Vec::new();
    for group in groups {
        let weights = learn(learned, pairs.iter().filter(|pair| pair.group != group));
        for pair in pairs.iter().filter(|pair| pair.set == set && pair.group == group) {
            let told = (learned.of)(pair);
            judged.push((if told.is_empty() { 0.0 } else { fit::likelihood(told, &weights) }, pair.label));
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
