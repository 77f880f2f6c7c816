//! What a developer runs: `cargo xtask serve`, `build`, `test`, `bench`.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Result, bail};
use lexopt::prelude::*;
use needs::Purpose;

mod bare;
mod bench;
mod browser;
mod checks;
mod digest;
mod dist;
mod freshness;
mod hostile;
mod licences;
mod needs;
mod place;
mod press;
mod process;
mod serve;
mod shell;
mod site;
mod supply;
mod tools;
mod towns;
mod train;

const USAGE: &str = "\
usage: cargo xtask <task>
  serve [--corpus PATH] [--port N] [--base /path]   build the site and serve it on 127.0.0.1; rebuild on changes
  build [--corpus PATH] [--out DIR] [--url URL]     build the site into a folder, to publish it
  test [lints] [rust] [browser] [trunk]             the tests, or parts of them
  bare                                              both commands' first part on a machine that has nothing
  shots [--docs]                                    pictures of every view, below target/shots or docs/pictures
  dist                                              the command with the viewer in it, as an archive for this machine
  train --data FOLDER                               learn what tells that two statements say the same, anew
  bench <name>                                      figures beside their limits; without a name, what there is
";

fn main() -> ExitCode {
    match run(lexopt::Parser::from_env()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::from(if error.is::<lexopt::Error>() { 2 } else { 1 })
        }
    }
}

fn run(mut arguments: lexopt::Parser) -> Result<()> {
    let place = place::Place::find()?;
    match arguments.next()? {
        Some(Value(task)) if task == "serve" => serve(&place, arguments),
        Some(Value(task)) if task == "build" => build(&place, arguments),
        Some(Value(task)) if task == "test" => test(&place, arguments),
        Some(Value(task)) if task == "bare" => bare(&place, arguments),
        Some(Value(task)) if task == "dist" => dist(&place, arguments),
        Some(Value(task)) if task == "shots" => shots(&place, arguments),
        Some(Value(task)) if task == "train" => train::run(&place, arguments),
        Some(Value(task)) if task == "bench" => {
            let name = arguments.value().unwrap_or_default().string()?;
            needs::get(&place, Purpose::Site)?;
            bench::run(&place, &name, arguments)
        }
        Some(Long("help") | Short('h')) | None => {
            print!("{USAGE}");
            Ok(())
        }
        Some(other) => Err(other.unexpected().into()),
    }
}

fn serve(place: &place::Place, mut arguments: lexopt::Parser) -> Result<()> {
    let (mut corpus, mut port, mut base) = (place.root.join("seeds"), None, String::new());
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("corpus") => corpus = absolute(arguments.value()?)?,
            Long("port") => port = Some(arguments.value()?.parse()?),
            Long("base") => base = base_path(&arguments.value()?.string()?)?,
            other => return Err(other.unexpected().into()),
        }
    }
    needs::get(place, Purpose::Site)?;
    serve::serve(place, corpus, port, base)
}

fn build(place: &place::Place, mut arguments: lexopt::Parser) -> Result<()> {
    let (corpus, out) = (place.root.join("seeds"), place.root.join("dist"));
    let mut order = site::Order { corpus, out, url: None };
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("corpus") => order.corpus = absolute(arguments.value()?)?,
            Long("out") => order.out = absolute(arguments.value()?)?,
            Long("url") => order.url = Some(arguments.value()?.string()?),
            other => return Err(other.unexpected().into()),
        }
    }
    needs::get(place, Purpose::Site)?;
    if !site::bring_up_to_date(place, &order)? {
        eprintln!("{} is up to date", order.out.display());
    }
    Ok(())
}

fn test(place: &place::Place, mut arguments: lexopt::Parser) -> Result<()> {
    let mut parts = Vec::new();
    while let Some(argument) = arguments.next()? {
        parts.push(match argument {
            Value(part) if part == "ready" => checks::Part::Ready,
            Value(part) if part == "lints" => checks::Part::Lints,
            Value(part) if part == "rust" => checks::Part::Rust,
            Value(part) if part == "browser" => checks::Part::Browser,
            Value(part) if part == "trunk" => checks::Part::Trunk,
            other => return Err(other.unexpected().into()),
        });
    }
    let all = [checks::Part::Lints, checks::Part::Rust, checks::Part::Browser, checks::Part::Trunk];
    checks::test(place, if parts.is_empty() { &all } else { &parts })
}

fn bare(place: &place::Place, mut arguments: lexopt::Parser) -> Result<()> {
    match arguments.next()? {
        Some(other) => Err(other.unexpected().into()),
        None => bare::run_in_bare_place(place),
    }
}

fn dist(place: &place::Place, mut arguments: lexopt::Parser) -> Result<()> {
    if let Some(other) = arguments.next()? {
        return Err(other.unexpected().into());
    }
    needs::get(place, Purpose::Site)?;
    dist::make(place)
}

/// Pictures of the site as it is served, for looking at and for the documents.
fn shots(place: &place::Place, mut arguments: lexopt::Parser) -> Result<()> {
    let mut docs = false;
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("docs") => docs = true,
            other => return Err(other.unexpected().into()),
        }
    }
    needs::get(place, Purpose::Tests { lints: false, browser: true, trunk: false })?;
    let (corpus, out) = (place.root.join("seeds"), place.target.join("site"));
    let order = site::Order { corpus, out, url: site::url(browser::BASE) };
    site::bring_up_to_date(place, &order)?;
    let mut node = browser::Browser::get(place)?.node(place, &order.out)?;
    let folder = if docs { place.root.join("docs/pictures") } else { place.target.join("shots") };
    node.env("CROSSREAD_SHOTS", folder).env("CROSSREAD_DOCS", if docs { "yes" } else { "no" });
    process::run(node.arg(place.root.join("tests/browser/shots.mjs")))
}

/// Paths are given relative to where the task is called, while its steps run at the root.
fn absolute(path: std::ffi::OsString) -> Result<PathBuf> {
    Ok(std::path::absolute(PathBuf::from(path))?)
}

/// A path to serve under, written `/some/repo`: with a slash before and none behind.
fn base_path(path: &str) -> Result<String> {
    let trimmed = path.trim_end_matches('/');
    if !trimmed.is_empty() && !trimmed.starts_with('/') {
        bail!("--base {path}: begin the path with a slash, as in /repo");
    }
    Ok(trimmed.to_owned())
}
