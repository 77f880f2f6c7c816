//! `cargo xtask bench extract --data FOLDER`: how well one document is read, and how fast, beside what is to be reached.
//!
//! The folder holds `times/*.jsonl`, `attributions/*.jsonl`, `commitment/*.jsonl` and `html/article-text/dirty.jsonl`, and
//! `../tools` beside it the scorers (Python 3) that go with them: `score_times.py` after TempEval-3 (UzZaman et al. 2013),
//! `score_attributions.py` after CofeNet (2022), `score_commitment.py` after Stanovsky et al. (2017), `score_html.py`
//! after scrapinghub's benchmark.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use super::Bench;
use crate::place::{Place, Profile};
use crate::site;

/// See [`run`].
pub(crate) const BENCH: Bench = Bench {
    name: "extract",
    about: "times, attributions, commitment, cleaning and speed of reading: --data FOLDER",
    run,
};

/// A set with its scorer, and what its figures are to reach, in the order in which the scorer prints them.
struct Set {
    file: &'static str,
    scorer: &'static str,
    /// What the scorer is told before and behind the two files.
    told: [&'static [&'static str]; 2],
    how: How,
    limits: &'static [(&'static str, f64)],
}

/// How a set is read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum How {
    /// As it is, clause by clause.
    Annotate,
    /// The texts of another file, cleaned by a build, of which the passages of each document count.
    Build(&'static str),
}

const NOTHING: [&[&str]; 2] = [&[], &[]];

const SETS: &[Set] = &[
    Set {
        file: "times/meantime.jsonl",
        scorer: "score_times.py",
        told: NOTHING,
        how: How::Annotate,
        limits: &[("relaxed F1", 90.0), ("value F1", 80.0)],
    },
    Set {
        file: "attributions/dev.jsonl",
        scorer: "score_attributions.py",
        told: NOTHING,
        how: How::Annotate,
        limits: ATTRIBUTIONS,
    },
    Set {
        file: "attributions/train.jsonl",
        scorer: "score_attributions.py",
        told: NOTHING,
        how: How::Annotate,
        limits: ATTRIBUTIONS,
    },
    Set {
        file: "commitment/uw-dev.jsonl",
        scorer: "score_commitment.py",
        told: NOTHING,
        how: How::Annotate,
        limits: &[("accuracy", 79.0), ("macro-F1", 66.0)],
    },
    Set {
        file: "commitment/meantime-dev.jsonl",
        scorer: "score_commitment.py",
        told: [&[], &["--four"]],
        how: How::Annotate,
        limits: &[("macro-F1", 58.0)],
    },
    Set {
        file: "html/article-text/gold.jsonl",
        scorer: "score_html.py",
        told: [&["text"], &[]],
        how: How::Build("html/article-text/dirty.jsonl"),
        limits: &[("F1", 0.88), ("precision", 0.82)],
    },
];

const ATTRIBUTIONS: &[(&str, f64)] =
    &[("source", 50.0), ("cue", 54.0), ("content", 30.0), ("half, content", 62.0), ("half, with source", 50.0)];

/// Megabytes a second that one core is to read.
const SPEED: f64 = 1.0;

/// The speed is that of the best of so many runs.
const RUNS: usize = 3;

/// Prints the table, and fails where a figure is below its limit.
fn run(place: &Place, mut arguments: lexopt::Parser) -> Result<()> {
    let mut data = None;
    while let Some(argument) = arguments.next()? {
        match argument {
            lexopt::Arg::Long("data") => data = Some(PathBuf::from(arguments.value()?)),
            other => return Err(other.unexpected().into()),
        }
    }
    let Some(data) = data else {
        bail!("bench extract needs --data FOLDER, which holds times/, attributions/, commitment/ and html/")
    };
    let command = site::command(place, Profile::Native)?;
    let mut short = Vec::new();
    println!("{:28} {:20} {:>8} {:>8}", "set", "measure", "now", "to reach");
    for set in SETS {
        let printed = score(place, &command, &data, set)?;
        for &(name, limit) in set.limits {
            let now = figure(&printed, name).with_context(|| format!("{} printed no {name}: {printed}", set.scorer))?;
            println!("{:28} {name:20} {now:8.2} {limit:8.2}", set.file);
            if now < limit {
                short.push(format!("{} of {}", name, set.file));
            }
        }
    }
    let speed = speed(&command, &data)?;
    println!("{:28} {:20} {speed:8.2} {SPEED:8.2}", "all attributions, one core", "MB a second");
    // A busy machine reads slowly: the speed is printed, and decides nothing.
    if short.is_empty() { Ok(()) } else { bail!("not reached: {}", short.join(", ")) }
}

/// What the scorer of a set prints.
fn score(place: &Place, command: &Path, data: &Path, set: &Set) -> Result<String> {
    let gold = data.join(set.file);
    let predicted = match set.how {
        How::Annotate => {
            let predicted = place.target.join("bench-extract.jsonl");
            annotate(command, &gold, Stdio::from(File::create(&predicted)?))?;
            predicted
        }
        How::Build(file) => {
            let out = place.target.join("bench-extract");
            build(command, &data.join(file), &out)?;
            out.join("export/documents.json")
        }
    };
    let scorer = data.join("../tools").join(set.scorer);
    let [before, behind] = set.told;
    let output = Command::new("python3")
        .arg(&scorer)
        .args(before)
        .args([&gold, &predicted])
        .args(behind)
        .output()
        .context("python3 could not be run; the scorers need it")?;
    if !output.status.success() {
        bail!("{}: {}", scorer.display(), String::from_utf8_lossy(&output.stderr).trim());
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

fn build(command: &Path, file: &Path, out: &Path) -> Result<()> {
    let status = Command::new(command)
        .arg("build")
        .arg("--corpus")
        .arg(file)
        .arg("--out")
        .arg(out)
        .stdout(Stdio::null())
        .status()
        .with_context(|| format!("{}: could not be run", command.display()))?;
    if status.success() { Ok(()) } else { bail!("{}: {status}", file.display()) }
}

fn annotate(command: &Path, file: &Path, to: Stdio) -> Result<()> {
    let status = Command::new(command)
        .args(["annotate", "--plain"])
        .arg(file)
        .env("RAYON_NUM_THREADS", "1")
        .stdout(to)
        .status()
        .with_context(|| format!("{}: could not be run", command.display()))?;
    if status.success() { Ok(()) } else { bail!("{}: {status}", file.display()) }
}

/// Megabytes of text that one thread reads in a second, starting and printing included.
fn speed(command: &Path, data: &Path) -> Result<f64> {
    let files: Vec<PathBuf> =
        ["dev", "train"].iter().map(|name| data.join(format!("attributions/{name}.jsonl"))).collect();
    let bytes = files.iter().map(|file| text_bytes(file)).sum::<Result<usize>>()?;
    let mut best = Duration::MAX;
    for _ in 0..RUNS {
        let start = Instant::now();
        for file in &files {
            annotate(command, file, Stdio::null())?;
        }
        best = best.min(start.elapsed());
    }
    Ok(bytes as f64 / 1e6 / best.as_secs_f64().max(1e-9))
}

/// The bytes of the texts in a file of JSON lines.
fn text_bytes(file: &Path) -> Result<usize> {
    let lines = std::fs::read_to_string(file).with_context(|| file.display().to_string())?;
    lines
        .lines()
        .map(|line| Ok(serde_json::from_str::<serde_json::Value>(line)?["text"].as_str().map_or(0, str::len)))
        .sum()
}

/// The figure behind a name in what a scorer prints; "half, content" is looked for in the line that begins with "half".
fn figure(printed: &str, name: &str) -> Option<f64> {
    let (line, name) = match name.split_once(", ") {
        Some((first, rest)) => (printed.lines().find(|line| line.starts_with(first))?, rest),
        None => (printed.lines().next()?, name),
    };
    let after = &line[line.find(name)? + name.len()..];
    after.split_whitespace().next()?.trim_end_matches(',').parse().ok()
}

#[cfg(test)]
mod tests {
    use super::figure;

    #[test]
    fn figures_are_read_by_their_names() {
        let printed =
            "exact F1  source 68.70  cue 67.42  content 54.90\nhalf      content 66.45  with source 61.36   (gold 3)";
        for (name, expected) in
            [("cue", 67.42), ("content", 54.9), ("half, content", 66.45), ("half, with source", 61.36)]
        {
            assert_eq!(figure(printed, name), Some(expected), "{name}");
        }
        let commitment = "events 9  in a statement 99.6 %  accuracy 76.03  macro-F1 63.65   asserted 83.6 (5)";
        assert_eq!((figure(commitment, "accuracy"), figure(commitment, "macro-F1")), (Some(76.03), Some(63.65)));
        assert_eq!(figure("pages 91  F1 0.9000  precision 0.8870", "F1"), Some(0.9));
        assert_eq!(figure("gold 4  relaxed F1 95.36  strict F1 90.82  value F1 87.51", "value F1"), Some(87.51));
        assert_eq!(figure(printed, "speed"), None);
    }
}
