//! Running other programs.

use std::ffi::OsStr;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::place::{Place, cargo};

/// A cargo command in the workspace.
pub(crate) fn cargo_in(place: &Place, arguments: &[&str]) -> Command {
    let mut command = Command::new(cargo());
    command.args(arguments).current_dir(&place.root);
    command
}

/// Runs a command whose output goes to the terminal; an error names it.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let line = command_line(command);
    let status = command.status().with_context(|| format!("{line}: could not be run"))?;
    if !status.success() {
        bail!("{line}: {status}");
    }
    Ok(())
}

/// A program that runs beside what else is done, and is ended where nobody waits for its end any more.
pub(crate) struct Running(Option<Child>);

impl Running {
    /// Starts it, with nothing to read.
    pub(crate) fn start(command: &mut Command) -> Result<Self> {
        let line = command_line(command);
        let child = command.stdin(Stdio::null()).spawn().with_context(|| format!("{line}: could not be run"))?;
        Ok(Self(Some(child)))
    }

    /// Waits for its end, and passes on what it complained of where that was kept.
    pub(crate) fn succeed(mut self) -> Result<()> {
        let Some(child) = self.0.take() else { return Ok(()) };
        let output = child.wait_with_output().context("it could not be waited for")?;
        eprint!("{}", String::from_utf8_lossy(&output.stderr));
        if output.status.success() { Ok(()) } else { bail!("{}", output.status) }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        if let Some(child) = &mut self.0 {
            child.kill().ok();
            child.wait().ok();
        }
    }
}

/// Runs a command, passes its standard output on line by line, and returns whether it succeeded with that output.
pub(crate) fn run_and_read(command: &mut Command) -> Result<(bool, String)> {
    let line = command_line(command);
    let mut child = command.stdout(Stdio::piped()).spawn().with_context(|| format!("{line}: could not be run"))?;
    let said = match child.stdout.take() {
        Some(pipe) => pass_on(pipe, &mut std::io::stdout())?,
        None => String::new(),
    };
    Ok((child.wait()?.success(), said))
}

/// Copies a program's output line by line, and returns all of it.
pub(crate) fn pass_on(from: impl Read, to: &mut impl Write) -> Result<String> {
    let mut all = String::new();
    let mut from = BufReader::new(from);
    let mut line = Vec::new();
    while from.read_until(b'\n', &mut line).context("reading a program's output")? > 0 {
        to.write_all(&line)?;
        all.push_str(&String::from_utf8_lossy(&line));
        line.clear();
    }
    Ok(all)
}

/// What a command prints, if it can be run and succeeds.
pub(crate) fn answer(program: impl AsRef<OsStr>, argument: &str) -> Option<String> {
    let output = Command::new(program).arg(argument).stdin(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// The first program of that name on PATH.
pub(crate) fn on_path(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(name)).find(|file| file.is_file())
}

/// PATH with `first` before everything else.
pub(crate) fn path_with(first: &[&Path]) -> Result<std::ffi::OsString> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders = first.iter().map(|folder| folder.to_path_buf()).chain(std::env::split_paths(&path));
    std::env::join_paths(folders).context("PATH has a folder with a separator in its name")
}

/// npm, under the name it has on this system.
pub(crate) const NPM: &str = if cfg!(windows) { "npm.cmd" } else { "npm" };

fn command_line(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_name().unwrap_or(command.get_program());
    let words = std::iter::once(program).chain(command.get_args());
    words.map(|word| word.to_string_lossy().into_owned()).collect::<Vec<_>>().join(" ")
}
