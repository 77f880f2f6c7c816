//! The command `crossread`: reads a corpus, builds its site, annotates texts, searches a bundle.

mod annotate;
mod arguments;
mod build;
mod cache;
mod failure;
mod find;
mod output;
mod progress;
mod read;
mod review;
mod serve;
mod shell;
mod tell;
mod write;

use std::process::ExitCode;

use arguments::{Arguments, Command};
use clap::Parser;
use failure::Failure;

/// The allocator of the system takes an eighth of a build.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    match run(&Arguments::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failures) => {
            for failure in failures {
                eprintln!("crossread: {failure}");
            }
            ExitCode::FAILURE
        }
    }
}

/// Does what was asked for.
fn run(arguments: &Arguments) -> Result<(), Vec<Failure>> {
    match &arguments.command {
        Command::Build(arguments) => build::run(arguments)?,
        Command::Serve(arguments) => serve::run(arguments)?,
        Command::Read(arguments) => tell::run(arguments)?,
        Command::Annotate(arguments) => annotate::run(arguments)?,
        Command::Search(arguments) => find::run(arguments)?,
        Command::Review(arguments) => review::run(arguments)?,
    }
    Ok(())
}
