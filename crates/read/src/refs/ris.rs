//! RIS.

use super::{Reference, path};
use crate::dates;

/// The references of RIS.
pub(crate) fn read(text: &str) -> Vec<Reference> {
    let mut found = Vec::new();
    let mut open: Option<Reference> = None;
    for line in text.lines() {
        let Some((tag, value)) = line.trim_start_matches('\u{feff}').split_once("  -") else { continue };
        let value = value.trim();
        if tag == "TY" {
            open = Some(Reference::default());
            continue;
        }
        let Some(reference) = &mut open else { continue };
        match tag {
            "TI" | "T1" => reference.title = Some(value.to_owned()),
            "T2" | "JO" | "JF" | "PB" if reference.outlet.is_none() && !value.is_empty() => {
                reference.outlet = Some(value.to_owned())
            }
            "AU" | "A1" => reference.authors.push(turned(value)),
            "DA" | "Y1" | "PY" => {
                let when = dates::day(value);
                if when.is_some() && (reference.published.is_none() || tag == "DA") {
                    reference.published = when;
                }
            }
            "UR" => reference.url = Some(value.to_owned()),
            "LA" => reference.language = crate::archive::language(value),
            "L1" | "L2" | "LK" => reference.files.extend(value.split(';').map(path).filter(|name| !name.is_empty())),
            "ER" => found.extend(open.take()),
            _ => {}
        }
    }
    found.extend(open);
    found
}

/// `Berg, Anna` as it is said.
pub(crate) fn turned(name: &str) -> String {
    match name.split_once(',') {
        Some((family, given)) => format!("{} {}", given.trim(), family.trim()).trim().to_owned(),
        None => name.trim().to_owned(),
    }
}
