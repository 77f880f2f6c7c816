//! The command `wasm-bindgen`, as far as it is called for the viewer: it joins a program in WebAssembly to the script that a
//! page loads it by. It takes the words that `cargo xtask` and Trunk say to the command of that name, and refuses all others.

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use lexopt::prelude::*;
use wasm_bindgen_cli_support::Bindgen;

fn main() -> ExitCode {
    match run(lexopt::Parser::from_env()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:?}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: lexopt::Parser) -> Result<()> {
    let Some(order) = Order::of(arguments)? else {
        println!("wasm-bindgen {}", wasm_bindgen_shared::version());
        return Ok(());
    };
    let mut bindgen = Bindgen::new();
    if let Some(name) = &order.name {
        bindgen.out_name(name);
    }
    // As the command does it: the script finds the program beside itself where it is told no other place.
    bindgen.web(true)?.typescript(false).omit_default_module_path(false);
    bindgen.input_path(&order.program).generate(&order.folder)
}

/// What is to be joined.
#[derive(Debug, PartialEq, Eq)]
struct Order {
    /// The program as cargo compiled it.
    program: PathBuf,
    /// The folder to write to.
    folder: PathBuf,
    /// What the files that are written are called by; else as the program.
    name: Option<String>,
}

impl Order {
    /// What is asked for; `None` asks for the version.
    fn of(mut arguments: lexopt::Parser) -> Result<Option<Self>> {
        let (mut program, mut folder, mut name, mut target) = (None, None, None, OsString::new());
        while let Some(argument) = arguments.next()? {
            match argument {
                Long("version") | Short('V') => return Ok(None),
                Long("target") => target = arguments.value()?,
                Long("out-dir") => folder = Some(PathBuf::from(arguments.value()?)),
                Long("out-name") => name = Some(arguments.value()?.string()?),
                // The script always asks the browser whether it has weak references, and types of TypeScript are never written.
                Long("weak-refs" | "no-typescript") => {}
                Value(file) if program.is_none() => program = Some(PathBuf::from(file)),
                other => return Err(other.unexpected().into()),
            }
        }
        if target != "web" {
            bail!("--target {}: only `web` is made here", target.to_string_lossy());
        }
        let program = program.context("name the program to join")?;
        Ok(Some(Self { program, folder: folder.context("--out-dir says where to write")?, name }))
    }
}

#[cfg(test)]
mod tests {
    use super::Order;

    fn of(arguments: &[&str]) -> anyhow::Result<Option<Order>> {
        Order::of(lexopt::Parser::from_args(arguments))
    }

    #[test]
    fn what_trunk_says_is_understood() {
        let said = ["--target=web", "--out-dir=made", "--out-name=lamp", "lamp.wasm", "--weak-refs", "--no-typescript"];
        let order = Order { program: "lamp.wasm".into(), folder: "made".into(), name: Some("lamp".to_owned()) };
        assert_eq!(of(&said).expect("an order"), Some(order));
        assert_eq!(of(&["--version"]).expect("an answer"), None);
    }

    #[test]
    fn what_is_not_made_here_is_refused() {
        for said in [
            &["--target=nodejs", "--out-dir=made", "lamp.wasm"][..],
            &["--out-dir=made", "lamp.wasm"],
            &["--target=web", "lamp.wasm"],
            &["--target=web", "--out-dir=made"],
            &["--target=web", "--out-dir=made", "--keep-debug", "lamp.wasm"],
        ] {
            assert!(of(said).is_err(), "{said:?}");
        }
    }
}
