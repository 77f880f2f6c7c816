//! `cargo xtask bench relate`: how long the command takes on one core from texts to claims, for 5,000 and for 10,000
//! documents, beside the limits.

use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::Instant;

use anyhow::{Context, Result, bail};
use lexopt::prelude::*;

use super::{Bench, stories};
use crate::place::{Place, Profile};
use crate::site;

/// See [`run`].
pub(crate) const BENCH: Bench = Bench { name: "relate", about: "documents to claims, and how that grows", run };

/// Documents of the two corpora.
const SIZES: [usize; 2] = [5_000, 10_000];

/// Seconds for the larger.
const SECONDS: f64 = 60.0;

/// How much longer the larger may take.
const RATIO: f64 = 2.3;

/// Seconds from texts to statements, and on to claims.
struct Measured {
    statements: f64,
    claims: f64,
}

/// Prints a table. `--data FOLDER` names a folder whose `links/` has one folder of `.txt` reports a story. Nothing fails
/// here: other work on the machine counts, so a figure is one to look into.
fn run(place: &Place, mut arguments: lexopt::Parser) -> Result<()> {
    let mut data = None;
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("data") => data = Some(PathBuf::from(arguments.value()?)),
            other => return Err(other.unexpected().into()),
        }
    }
    let Some(data) = data else { bail!("name the measuring data: cargo xtask bench relate --data FOLDER") };
    let command = site::command(place, Profile::Native)?;
    println!("{:>10} {:>12} {:>12}", "documents", "statements s", "claims s");
    let mut measured = Vec::new();
    for size in SIZES {
        let corpus = place.target.join(format!("bench/relate-{size}.jsonl"));
        std::fs::create_dir_all(place.target.join("bench"))?;
        std::fs::write(&corpus, stories::corpus(&data.join("links"), size)?)?;
        let statements = seconds(Command::new(&command).arg("annotate").arg(&corpus))?;
        // Proposing reads, relates and reviews, and writes next to nothing.
        let all = seconds(Command::new(&command).args(["review", "--propose", "--corpus"]).arg(&corpus))?;
        let claims = (all - statements).max(0.0);
        println!("{size:>10} {statements:>12.1} {claims:>12.1}");
        measured.push(Measured { statements, claims });
    }
    if let [small, large] = measured.as_slice() {
        println!("{:>10} {:>12.2} {:>12.2}", "ratio", large.statements / small.statements, large.claims / small.claims);
        println!("limits: {SECONDS:.0} s, ratio {RATIO}");
    }
    Ok(())
}

/// How long a command takes on one core.
fn seconds(command: &mut Command) -> Result<f64> {
    let began = Instant::now();
    let status = command.env("RAYON_NUM_THREADS", "1").stdout(Stdio::null()).stderr(Stdio::null()).status();
    let status = status.context("crossread could not be run")?;
    if !status.success() {
        bail!("crossread: {status}");
    }
    Ok(began.elapsed().as_secs_f64())
}
