//! From what was found to what the stages after reading take.

use model::plain::{address, one_line};
use model::{FilePlace, Input, Original};

use crate::found::Found;
use crate::trouble::{Trouble, Weight};

/// A report as the stages after reading take it: its fields are lines that show all that is in them, and its address is one
/// that may be a link.
pub fn input(id: String, found: Found) -> Input {
    let field = |text: Option<String>| text.map(|text| one_line(&text)).filter(|text| !text.is_empty());
    let names = |names: Vec<String>| names.into_iter().filter_map(|name| field(Some(name))).collect();
    let original = |original: Original| Original {
        title: field(original.title),
        outlet: field(original.outlet),
        authors: names(original.authors),
        published: original.published,
        sha256: field(original.sha256),
    };
    let place = |place: FilePlace| FilePlace { file: one_line(&place.file), place: one_line(&place.place) };
    Input {
        id: one_line(&id),
        text: found.text,
        title: field(found.title.map(|title| title.value)),
        outlet: field(found.outlet.map(|outlet| outlet.value)),
        authors: names(found.authors.map(|authors| authors.value).unwrap_or_default()),
        published: found.published.map(|published| published.value),
        url: found.url.and_then(|url| address(&url.value)),
        kind: field(found.kind),
        original: found.original.map(original),
        language: field(found.language),
        places: found.places.into_iter().skip(usize::from(found.carried)).map(place).collect(),
    }
}

/// That a report's address is none, and is not shown.
pub fn no_address(found: &Found) -> Option<Trouble> {
    let url = found.url.as_ref().filter(|url| address(&url.value).is_none())?;
    let place = found.places.first()?;
    Some(Trouble {
        file: place.file.clone(),
        line: place.place.strip_prefix("line ").and_then(|line| line.parse().ok()),
        weight: Weight::Remark,
        what: format!("url: {:?} is no address that begins with http:// or https://, so it is not shown", url.value),
        remedy: "correct it, or remove it".to_owned(),
    })
}
