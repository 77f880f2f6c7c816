//! ninjs, and the JSON of agencies that is like it.

use serde_json::{Map, Value};

use super::{named, with_dateline};
use crate::blocks;
use crate::found::{Format, Found, day, fact, names};
use crate::page::flatten;
use crate::words;

/// An item, where an object is one.
pub(crate) fn item(fields: &Map<String, Value>) -> Option<Found> {
    let text =
        |key: &str| fields.get(key).and_then(Value::as_str).map(str::to_owned).filter(|text| !text.trim().is_empty());
    let telling = [
        "versioncreated",
        "firstcreated",
        "pubstatus",
        "body_text",
        "body_html",
        "body_xhtml",
        "headlines",
        "contentcreated",
    ];
    if telling.iter().filter(|key| fields.contains_key(**key)).count() < 2
        || !(fields.contains_key("headline") || fields.contains_key("headlines") || fields.contains_key("title"))
    {
        return None;
    }
    // The first of a list of variants, as ninjs 2 has them.
    let listed = |list: &str, key: &str| -> Option<String> {
        let list = fields.get(list)?.as_array()?;
        list.iter().find_map(|one| one.get(key)?.as_str()).map(str::to_owned)
    };
    let markup = text("body_html").or_else(|| text("body_xhtml")).map(|html| flatten::text(&html));
    let plain = text("body_text").map(|text| blocks::text(&blocks::of_lines(&text)));
    let body = markup.or(plain).or_else(|| {
        let bodies = fields.get("bodies")?.as_array()?;
        let best = bodies
            .iter()
            .find(|one| one.get("role").and_then(Value::as_str) == Some("main"))
            .or_else(|| bodies.first())?;
        let html = best.get("value").and_then(Value::as_str)?;
        Some(flatten::text(html))
    });
    let mut found = Found::new(Format::NinJs, "")
        .titled("headline", text("headline").or_else(|| listed("headlines", "value")).or_else(|| text("title")));
    let named_by = |key: &str| -> Option<String> {
        match fields.get(key)? {
            Value::String(name) => Some(name.clone()),
            Value::Object(inner) => inner.get("name").and_then(Value::as_str).map(str::to_owned),
            Value::Array(list) => list.iter().find_map(|one| one.get("name")?.as_str()).map(str::to_owned),
            _ => None,
        }
    };
    found.outlet =
        ["source", "provider", "infosource", "copyrightholder"].iter().find_map(|key| fact(key, named_by(key)));
    let byline = text("byline").or_else(|| listed("bylines", "value"));
    found.authors = names("byline", words::authors(&byline.unwrap_or_default())).or_else(|| {
        let authors = fields.get("authors")?.as_array()?;
        names("authors", authors.iter().filter_map(|one| one.get("name")?.as_str()).map(str::to_owned).collect())
    });
    found.published = ["versioncreated", "versionCreated", "contentcreated", "firstcreated", "firstCreated"]
        .iter()
        .find_map(|key| day(key, text(key).as_deref()));
    found.language = text("language").map(|tag| tag.to_lowercase());
    found.url = text("canonicalurl")
        .or_else(|| text("url"))
        .or_else(|| listed("altids", "url"))
        .filter(|url| url.starts_with("http"))
        .and_then(|url| fact("url", Some(url)));
    found.withdrawn = text("pubstatus").is_some_and(|status| super::is_withdrawn(&status));
    if let Some(until) = text("embargoed") {
        found.notes.push(format!("the agency holds it until {until}"));
    }
    found.text = with_dateline(body.unwrap_or_default(), text("dateline").or_else(|| text("located")));
    Some(named(found))
}
