//! Programs that come with a system.

use std::process::{Command, Stdio};

use super::Found;
use crate::process::{NPM, answer, on_path};

/// Node's first version with the test runner that the journeys use.
const NODE: u32 = 20;

/// The compiler that links what is compiled, and compiles what crates bring in C.
pub(super) fn c_compiler() -> Found {
    // Rust finds the one of Visual Studio by itself, which need not be on PATH.
    if cfg!(windows) {
        return Found::Here;
    }
    let named = std::env::var_os("CC").into_iter();
    let mut names = named.chain(["cc", "gcc", "clang"].map(Into::into));
    let runs = |name: &std::ffi::OsString| {
        let status = Command::new(name).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
        status.is_ok_and(|status| status.success())
    };
    if names.any(|name| runs(&name)) {
        return Found::Here;
    }
    let how = if cfg!(target_os = "macos") {
        "xcode-select --install"
    } else {
        "the package gcc or clang, as in `apt-get install gcc libc6-dev`"
    };
    Found::Cannot(format!("a C compiler: install {how}"))
}

/// Node.js, which runs the journeys.
pub(super) fn node() -> Found {
    let Some(version) = answer("node", "--version") else {
        return Found::Cannot(format!("Node.js: install version {NODE} or newer, with npm; the journeys run in it"));
    };
    let major = version.trim_start_matches('v').split('.').next().and_then(|major| major.parse::<u32>().ok());
    if major.is_some_and(|major| major >= NODE) {
        Found::Here
    } else {
        Found::Cannot(format!("a newer Node.js: {version} is there; install version {NODE} or newer"))
    }
}

/// npm, which brings the packages of the journeys.
pub(super) fn npm() -> Found {
    match on_path(NPM) {
        Some(_) => Found::Here,
        None => Found::Cannot("npm: install it beside Node.js; it brings the packages of the journeys".to_owned()),
    }
}
