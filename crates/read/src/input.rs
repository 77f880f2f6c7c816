//! From what was found to what the stages after reading take.

use model::plain::{address, one_line};
use model::{FilePlace, Input, Original};

use crate::found::{Caption, Found};
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
    let captions: Vec<String> = found.captions.iter().map(|caption| one_line(&caption.text)).collect();
    Input {
        id: one_line(&id),
        text: with_captions(&found.text, &found.captions),
        captions,
        title: field(found.title.map(|title| title.value)),
        outlet: field(found.outlet.map(|outlet| house(outlet.value))),
        authors: names(found.authors.map(|authors| authors.value).unwrap_or_default()),
        published: found.published.map(|published| published.value),
        url: found.url.and_then(|url| address(&url.value)),
        kind: field(found.kind),
        original: found.original.map(original),
        language: field(found.language),
        places: found.places.into_iter().skip(usize::from(found.carried)).map(place).collect(),
    }
}

/// A text with the words under its pictures where they stand, as paragraphs of their own.
fn with_captions(text: &str, captions: &[Caption]) -> String {
    if captions.is_empty() {
        return text.to_owned();
    }
    let paragraphs: Vec<&str> = text.split("\n\n").collect();
    let mut out: Vec<String> = Vec::with_capacity(paragraphs.len() + captions.len());
    for at in 0..=paragraphs.len() {
        // What is said to stand behind the end stands at it.
        let here = captions.iter().filter(|caption| (caption.after as usize).min(paragraphs.len()) == at);
        out.extend(here.map(|caption| one_line(&caption.text)));
        out.extend(paragraphs.get(at).map(|paragraph| (*paragraph).to_owned()));
    }
    out.join("\n\n")
}

/// An outlet that is given by an address is the host of that, however it is written: crawlers tell the port, exports the
/// whole address, and one house would be two.
fn house(outlet: String) -> String {
    let told = outlet.trim();
    let bare = told.split_once("://").map_or(told, |(_, rest)| rest);
    let host = bare.split(['/', '?', '#']).next().unwrap_or_default();
    let (host, port) = host.split_once(':').unwrap_or((host, ""));
    let is_label = |label: &str| !label.is_empty() && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    let is_host = host.contains('.') && host.split('.').all(is_label) && port.bytes().all(|b| b.is_ascii_digit());
    if !is_host {
        return outlet;
    }
    host.strip_prefix("www.").filter(|rest| rest.contains('.')).unwrap_or(host).to_owned()
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

#[cfg(test)]
mod tests {
    use super::{Caption, house, with_captions};

    #[test]
    fn captions_stand_where_their_pictures_do() {
        let caption = |after, text: &str| Caption { after, text: text.to_owned() };
        let captions = [caption(0, "The crane"), caption(1, "The pier"), caption(9, "The sea")];
        assert_eq!(with_captions("One.\n\nTwo.", &captions), "The crane\n\nOne.\n\nThe pier\n\nTwo.\n\nThe sea");
    }

    #[test]
    fn an_outlet_that_is_an_address_is_its_host() {
        for told in
            ["valley.example", "www.valley.example", "valley.example:80", "https://www.valley.example/news/1?a=b"]
        {
            assert_eq!(house(told.to_owned()), "valley.example", "{told}");
        }
    }

    #[test]
    fn a_name_stays_as_it_is() {
        for told in [
            "The Valley Post",
            "St. Olm News",
            "Radio 4: Today",
            "valley.example Magazine",
            "U.S. Lamp",
            "A/B",
            "www.lamp",
            "Lamp.",
            "",
        ] {
            assert_eq!(house(told.to_owned()), told);
        }
    }
}
