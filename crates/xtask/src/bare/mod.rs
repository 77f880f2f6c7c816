//! `cargo xtask bare`: the first part of both commands of the README on a machine that has nothing.
//!
//! A machine on which something was built before has a target, components, fonts and caches that a new one lacks, and
//! tests that were green there say nothing about the new one. Here the commands are called as a reader of the README
//! calls them, in a place of its own below `target/bare`: an empty home, an empty cargo home, a rustup home whose
//! toolchain has neither the target nor the components, a PATH of the system's folders, and no font.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::place::Place;
use crate::process::run;

mod room;

use room::Room;

/// Makes the place bare, and runs the commands in it.
pub(crate) fn run_in_bare_place(place: &Place) -> Result<()> {
    let room = Room::make(place)?;
    room.say_what_is_not_bare();
    // It shows pages before the desk's programs are there, and goes on until they are.
    let first = served(&room, place, &|address| whole(address))?;
    eprintln!("The first `cargo xtask serve` answered after {} s", first.as_secs());
    let second = served(&room, place, &|_| Ok(()))?;
    eprintln!("The second one after {:.1} s", second.as_secs_f64());
    // What tests need, the components that lints need, and a page in a browser without fonts.
    run(room.command("cargo").args(["xtask", "test", "ready"]).current_dir(&place.root))
        .context("the first part of `cargo xtask test`")?;
    room.hand_over_tools(place)?;
    room.leave();
    println!("bare: 3 passed, 0 failed");
    Ok(())
}

/// How long the desk's programs may take once a page is served.
const LONGEST: Duration = Duration::from_secs(3600);

/// Calls `cargo xtask serve`, and how long it took to answer with a page; it goes on until `then` is content.
fn served(room: &Room, place: &Place, then: &dyn Fn(&str) -> Result<()>) -> Result<Duration> {
    eprintln!("In the bare place: cargo xtask serve");
    let began = Instant::now();
    let mut command = room.command("cargo");
    command.args(["xtask", "serve"]).current_dir(&place.root).stdout(Stdio::piped());
    let mut child = command.spawn().context("cargo xtask serve could not be run")?;
    let answered = address(&mut child).and_then(|address| {
        let page = fetch(&address, "/")?;
        if !page.starts_with("HTTP/1.1 200") || !page.contains("<html") {
            bail!("cargo xtask serve answers with no page: {}", page.lines().next().unwrap_or_default());
        }
        let took = began.elapsed();
        then(&address)?;
        Ok(took)
    });
    // It serves until it is ended.
    child.kill().ok();
    child.wait().ok();
    answered
}

/// Waits until the site that is served at `address` has its desk, as it has when the whole of it is built.
fn whole(address: &str) -> Result<()> {
    let began = Instant::now();
    while began.elapsed() < LONGEST {
        if fetch(address, "/desk/")?.contains("<meta name=\"crossread-desk\"") {
            eprintln!("The desk's programs were there {} s after the first page", began.elapsed().as_secs());
            return Ok(());
        }
        std::thread::sleep(Duration::from_secs(2));
    }
    bail!("the desk's programs did not come within an hour")
}

/// The address that the command prints when the site is served; what its tools print before is passed on.
fn address(child: &mut Child) -> Result<String> {
    let out = child.stdout.take().context("no output to read")?;
    for line in BufReader::new(out).lines() {
        let line = line.context("reading the address")?;
        match line.trim().strip_prefix("http://") {
            Some(address) => return Ok(address.trim_end_matches('/').to_owned()),
            None => eprintln!("{line}"),
        }
    }
    bail!("cargo xtask serve ended before it served")
}

/// The page at a path of `address`, a host and a port, with its head.
fn fetch(address: &str, path: &str) -> Result<String> {
    let mut stream = TcpStream::connect(address).with_context(|| address.to_owned())?;
    write!(stream, "GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n")?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).with_context(|| address.to_owned())?;
    Ok(String::from_utf8_lossy(&answer).into_owned())
}
