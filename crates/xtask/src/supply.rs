//! What Crossread is made of: the licences of all packages, and what cargo-deny says besides where it is installed.

use anyhow::{Context, Result, bail};
use serde_json::Value;
use spdx::{Expression, ParseMode};

use crate::place::Place;
use crate::process::{answer, cargo_in, on_path, run};

/// Checks the licences, and asks cargo-deny about sources and advisories.
///
/// # Errors
/// A package under other licences than deny.toml allows, or what cargo-deny finds.
pub(crate) fn check(place: &Place) -> Result<()> {
    eprintln!("Licences");
    let output = cargo_in(place, &["metadata", "--format-version", "1", "--locked"]).output()?;
    if !output.status.success() {
        bail!("cargo metadata failed: {}", String::from_utf8_lossy(&output.stderr).trim());
    }
    let metadata: Value = serde_json::from_slice(&output.stdout).context("cargo metadata is not JSON")?;
    let allowed = allowed(&std::fs::read_to_string(place.root.join("deny.toml")).context("deny.toml")?)?;
    let packages = metadata["packages"].as_array().context("cargo metadata lists no packages")?;
    let refused: Vec<String> = packages.iter().filter_map(|package| refused(package, &allowed)).collect();
    if !refused.is_empty() {
        bail!("licences that deny.toml does not allow:\n{}", refused.join("\n"));
    }
    deny(place)
}

/// Bans, sources and advisories, where cargo-deny is; advisories, where their list can be had.
fn deny(place: &Place) -> Result<()> {
    if on_path("cargo-deny").is_none() || answer("cargo-deny", "--version").is_none() {
        eprintln!("Not checked: sources and advisories; `cargo install --locked cargo-deny` brings what checks them");
        return Ok(());
    }
    run(&mut cargo_in(place, &["deny", "--all-features", "check", "licenses", "bans", "sources"]))?;
    let fetched = cargo_in(place, &["deny", "fetch", "db"]).output().is_ok_and(|output| output.status.success());
    if !fetched {
        eprintln!("Not checked: advisories; their list can't be had from here");
        return Ok(());
    }
    run(&mut cargo_in(place, &["deny", "--all-features", "check", "advisories"]))
}

/// The list `allow` of the table `licenses`.
fn allowed(file: &str) -> Result<Vec<String>> {
    let file: toml::Table = file.parse().context("deny.toml")?;
    let list = file.get("licenses").and_then(|table| table.get("allow")).and_then(toml::Value::as_array);
    let list = list.context("deny.toml has no licenses.allow")?;
    Ok(list.iter().filter_map(|licence| licence.as_str().map(str::to_owned)).collect())
}

/// A package whose licence is not one of these, or none: as a line.
fn refused(package: &Value, allowed: &[String]) -> Option<String> {
    let name = package["name"].as_str().unwrap_or_default();
    let Some(licence) = package["license"].as_str() else { return Some(format!("{name}: no licence")) };
    let Ok(expression) = Expression::parse_mode(licence, ParseMode::LAX) else {
        return Some(format!("{name}: {licence}, which can't be read"));
    };
    let fits = expression.evaluate(|wanted| allowed.iter().any(|licence| *licence == wanted.to_string()));
    (!fits).then(|| format!("{name}: {licence}"))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{allowed, refused};

    #[test]
    fn a_package_under_other_licences_alone_is_refused() {
        let allowed = allowed("[licenses]\nallow = [\"MIT\", \"Apache-2.0 WITH LLVM-exception\"]\n").expect("a list");
        let of = |licence: &str| refused(&json!({ "name": "a", "license": licence }), &allowed);
        assert_eq!(of("MIT"), None);
        assert_eq!(of("MIT/Zlib"), None, "the older way to write OR");
        assert_eq!(of("Apache-2.0 WITH LLVM-exception"), None);
        assert_eq!(of("MIT AND Zlib").as_deref(), Some("a: MIT AND Zlib"));
        assert_eq!(of("GPL-3.0-only").as_deref(), Some("a: GPL-3.0-only"));
        assert_eq!(refused(&json!({ "name": "a" }), &allowed).as_deref(), Some("a: no licence"));
    }
}
