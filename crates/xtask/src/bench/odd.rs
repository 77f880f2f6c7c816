//! `cargo xtask bench odd`: input that isn't what a report is, at two sizes: how time grows from the smaller to the
//! larger. What takes n log n grows by little more than the size does; what compares all with all, by its square. Counted is
//! the processor's time where the system tells it (Linux does), so that a busy machine measures the same.

use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Result, bail, ensure};
use lexopt::ValueExt;

use super::Bench;
use crate::place::{Place, Profile};
use crate::site;

/// See [`run`].
pub(crate) const BENCH: Bench = Bench { name: "odd", about: "how time grows with input that is no usual report", run };

/// How many times as large the larger input is.
const TIMES: usize = 4;

/// The largest exponent: four times the size may take 5.7 times as long. It leaves room for caches that a larger one fills.
const EXPONENT: f64 = 1.25;

/// Below this, starting the command is most of it, and an exponent says nothing.
const LEAST: Duration = Duration::from_millis(400);

/// A kind of odd input: its name, the larger size, what writes a corpus of a size into a folder, and whether it is built
/// or only read.
struct Kind {
    name: &'static str,
    size: usize,
    write: fn(&Path, usize) -> Result<()>,
    builds: bool,
}

const KINDS: &[Kind] = &[
    Kind { name: "unknown fields", size: 200_000, write: unknown_fields, builds: true },
    Kind { name: "decisions", size: 100_000, write: decisions, builds: true },
    Kind { name: "bytes in one line, read", size: 15 << 20, write: one_line, builds: false },
    Kind { name: "bytes in one word", size: 15 << 20, write: one_word, builds: true },
    Kind { name: "bytes of a report", size: 3 << 19, write: prose, builds: true },
    Kind { name: "bytes of a report, one line", size: 3 << 19, write: prose_in_one_line, builds: true },
    Kind { name: "bytes beyond a book", size: 15 << 20, write: prose_in_one_line, builds: true },
    Kind { name: "bytes of few words", size: 1 << 20, write: few_words, builds: true },
    Kind { name: "lines of one letter", size: 8 << 20, write: short_lines, builds: true },
    Kind { name: "reports of one frame", size: 8_000, write: one_frame, builds: true },
];

/// Prints the table, and fails where time grows faster than it may.
fn run(place: &Place, mut arguments: lexopt::Parser) -> Result<()> {
    // Some of the rows alone, by a part of their names.
    let part = match arguments.next()? {
        Some(lexopt::Arg::Value(part)) => part.string()?,
        Some(other) => return Err(other.unexpected().into()),
        None => String::new(),
    };
    let command = site::command(place, Profile::Native)?;
    let mut fast = Vec::new();
    println!("{:26} {:>12} {:>9} {:>9} {:>9}", "what", "size", "seconds", "exponent", "at most");
    for kind in KINDS.iter().filter(|kind| kind.name.contains(&part)) {
        let small = time(place, &command, kind, kind.size / TIMES)?;
        let large = time(place, &command, kind, kind.size)?;
        let exponent = (large.as_secs_f64() / small.as_secs_f64().max(1e-9)).ln() / (TIMES as f64).ln();
        println!("{:26} {:12} {:9.2} {exponent:9.2} {EXPONENT:9.2}", kind.name, kind.size, large.as_secs_f64());
        if large > LEAST && exponent > EXPONENT {
            fast.push(kind.name);
        }
    }
    if fast.is_empty() { Ok(()) } else { bail!("time grows too fast with: {}", fast.join(", ")) }
}

/// How long the command takes for a corpus of a size.
fn time(place: &Place, command: &Path, kind: &Kind, size: usize) -> Result<Duration> {
    let (corpus, out) = (place.target.join("bench-odd"), place.target.join("bench-odd-site"));
    for folder in [&corpus, &out] {
        if folder.exists() {
            fs::remove_dir_all(folder)?;
        }
    }
    fs::create_dir_all(&corpus)?;
    (kind.write)(&corpus, size)?;
    let mut run = Command::new(command);
    match kind.builds {
        true => run.arg("build").arg("--corpus").arg(&corpus).arg("--out").arg(&out),
        false => run.arg("annotate").arg(corpus.join("a.txt")),
    };
    let (began, before) = (Instant::now(), processor_time());
    let status = run.stdout(Stdio::null()).stderr(Stdio::null()).status()?;
    ensure!(status.success(), "{} {size}: the command failed", kind.name);
    let worked = before.zip(processor_time()).map(|(before, after)| after.saturating_sub(before));
    Ok(worked.unwrap_or_else(|| began.elapsed()))
}

/// The processor's time of all commands that have ended, as Linux counts it in hundredths of a second; `None` elsewhere.
fn processor_time() -> Option<Duration> {
    let counts = fs::read_to_string("/proc/self/stat").ok()?;
    // Behind the name of the program, which may have anything in it: of its children, in its own and the system's code.
    let mut fields = counts.rsplit_once(')')?.1.split_whitespace().skip(13);
    let mut hundredths = || fields.next()?.parse::<u64>().ok();
    Some(Duration::from_millis(10 * (hundredths()? + hundredths()?)))
}

fn unknown_fields(folder: &Path, count: usize) -> Result<()> {
    let mut text = "+++\n".to_owned();
    (0..count).try_for_each(|n| writeln!(text, "field{n} = {n}"))?;
    text.push_str("+++\nThe pier was closed on Monday.\n");
    Ok(fs::write(folder.join("a.txt"), text)?)
}

/// A decision on each sentence of reports of a hundred sentences.
fn decisions(folder: &Path, count: usize) -> Result<()> {
    let (mut reports, mut decisions) = (String::new(), String::new());
    for report in 0..count.div_ceil(100) {
        write!(reports, "{{\"id\": \"r{report}\", \"published\": \"2031-03-05\", \"text\": \"")?;
        for n in report * 100..(report * 100 + 100).min(count) {
            // No two reports tell of one thing: comparing them is another bench's.
            write!(reports, "Clerk{n} counted boats{n} near pier{n}. ")?;
            writeln!(
                decisions,
                "[[decision]]\ndecide = \"commitment\"\ncommitment = \"hedged\"\n\
                 statements = [{{ document = \"r{report}\", words = \"Clerk{n} counted\" }}]"
            )?;
        }
        reports.push_str("\"}\n");
    }
    fs::write(folder.join("a.jsonl"), reports)?;
    Ok(fs::write(folder.join("review.toml"), decisions)?)
}

fn one_line(folder: &Path, bytes: usize) -> Result<()> {
    let mut text = String::with_capacity(bytes + 100);
    let mut n = 0;
    while text.len() < bytes {
        write!(text, "The clerk of town {n} counted {} boats near the pier on Monday. ", n % 97)?;
        n += 1;
    }
    text.truncate(bytes);
    Ok(fs::write(folder.join("a.txt"), text)?)
}

/// News of very many towns, as one report.
fn paragraphs(bytes: usize) -> Result<String> {
    let mut text = String::with_capacity(bytes);
    // More than are needed: the shortest take half of what the longest do.
    for line in crate::press::corpus(bytes as u64 / 120).lines() {
        let report: serde_json::Value = serde_json::from_str(line)?;
        text.push_str(report["text"].as_str().unwrap_or_default());
        text.push_str("\n\n");
        if text.len() >= bytes {
            break;
        }
    }
    ensure!(text.len() >= bytes, "too few reports for {bytes} bytes");
    Ok(text)
}

fn prose(folder: &Path, bytes: usize) -> Result<()> {
    Ok(fs::write(folder.join("a.txt"), paragraphs(bytes)?)?)
}

fn prose_in_one_line(folder: &Path, bytes: usize) -> Result<()> {
    Ok(fs::write(folder.join("a.txt"), paragraphs(bytes)?.replace('\n', " "))?)
}

/// Sentences that a few words make, each of which nearly all sentences share.
fn few_words(folder: &Path, bytes: usize) -> Result<()> {
    const WORDS: [&str; 12] =
        ["pilot", "council", "closed", "harbour", "told", "the", "union", "on", "Monday", "after", "hurt", "new"];
    let mut text = String::with_capacity(bytes + 200);
    let mut seed = 7_u64;
    while text.len() < bytes {
        text.push_str("The");
        for _ in 0..12 {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            write!(text, " {}", WORDS[(seed >> 33) as usize % WORDS.len()])?;
        }
        text.push_str(". ");
    }
    Ok(fs::write(folder.join("a.txt"), text)?)
}

/// Reports that say the same of nobody in particular, each on a day and with a number of its own.
fn one_frame(folder: &Path, count: usize) -> Result<()> {
    let mut reports = String::new();
    for n in 0..count {
        writeln!(
            reports,
            "{{\"id\": \"r{n}\", \"published\": \"2031-{:02}-{:02}\", \"text\": \"The pier was closed on Monday. The mayor said \
             the pier would open again in May. {} boats were counted in the harbour.\"}}",
            1 + n % 12,
            1 + n % 28,
            2 + n
        )?;
    }
    Ok(fs::write(folder.join("a.jsonl"), reports)?)
}

fn one_word(folder: &Path, bytes: usize) -> Result<()> {
    Ok(fs::write(folder.join("a.txt"), "x".repeat(bytes))?)
}

fn short_lines(folder: &Path, bytes: usize) -> Result<()> {
    Ok(fs::write(folder.join("a.txt"), "a\n".repeat(bytes / 2))?)
}
