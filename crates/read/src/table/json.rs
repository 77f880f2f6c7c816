//! JSON of whatever shape: the list of objects that has texts, each a report.

use serde_json::{Map, Value};

use super::Told;
use super::columns::Columns;
use super::roles::{Role, role};
use crate::found::{Format, Found, Source, fact};
use crate::reader::Parts;
use crate::trouble::Unread;
use crate::{agency, decode, limits};

/// The reports of a JSON file.
///
/// # Errors
/// It does not parse, or nothing in it looks like a report.
pub(crate) fn read(bytes: &[u8], told: &Told) -> Parts {
    if bytes.len() > limits::MARKUP {
        return Err(Unread::TooMuch(format!("holds more JSON than {} MiB", limits::MARKUP >> 20)));
    }
    let text = decode::text(bytes, None).text;
    let value: Value = serde_json::from_str(body(&text))
        .map_err(|error| Unread::Broken("JSON", crate::plain::said(&error.to_string())))?;
    if let Some(items) = items(&value) {
        let many = items.len();
        let place = |at: usize| if many == 1 { String::new() } else { format!("item {} of {many}", at + 1) };
        return Ok(items.into_iter().enumerate().map(|(at, found)| (place(at), found)).collect());
    }
    let list = best(&value);
    let objects: Vec<&Map<String, Value>> = match list {
        Some(list) => list.iter().filter_map(object).collect(),
        None => object(&value).into_iter().collect(),
    };
    let mut parts =
        rows(
            Format::Json,
            &objects,
            told,
            |at| if list.is_some() { format!("item {}", at + 1) } else { String::new() },
        )?;
    // A JSON Feed says once who publishes it.
    let text = |key: &str| value.get(key).and_then(Value::as_str);
    if text("version").is_some_and(|version| version.contains("jsonfeed.org")) {
        for (_, found) in &mut parts {
            let told = found.outlet.take().filter(|outlet| outlet.source != Source::Address);
            found.outlet = told.or_else(|| fact("title of the feed", text("title").map(str::to_owned)));
        }
    }
    Ok(parts)
}

/// What Twitter puts before its archive.
fn body(text: &str) -> &str {
    match text.split_once('=') {
        Some((head, rest)) if head.starts_with("window.YTD") => rest.trim().trim_end_matches(';'),
        _ => text,
    }
}

/// An object of a list; Elasticsearch and others wrap it.
fn object(value: &Value) -> Option<&Map<String, Value>> {
    let fields = value.as_object()?;
    let inner = ["_source", "tweet", "article", "attributes", "document", "data"]
        .iter()
        .find_map(|key| fields.get(*key)?.as_object());
    Some(inner.filter(|_| fields.len() <= 6).unwrap_or(fields))
}

/// Items of ninjs, wherever they are.
fn items(value: &Value) -> Option<Vec<Found>> {
    let mut found = Vec::new();
    let mut rest = vec![(value, 0)];
    while let Some((value, depth)) = rest.pop() {
        match value {
            Value::Object(fields) => match agency::ninjs(fields) {
                Some(item) => found.push(item),
                None if depth < 6 => {
                    rest.extend(fields.values().rev().filter(|v| v.is_object() || v.is_array()).map(|v| (v, depth + 1)))
                }
                None => {}
            },
            Value::Array(list) if depth < 6 => rest.extend(list.iter().rev().map(|v| (v, depth + 1))),
            _ => {}
        }
    }
    (!found.is_empty()).then_some(found)
}

/// The list of objects with the most that reports have.
fn best(value: &Value) -> Option<&Vec<Value>> {
    let mut best: Option<(usize, &Vec<Value>)> = None;
    let mut rest = vec![(value, 0)];
    while let Some((value, depth)) = rest.pop() {
        match value {
            Value::Array(list) => {
                let known = list.iter().take(20).filter_map(object).map(|fields| {
                    fields
                        .keys()
                        .filter(|key| matches!(role(key), Some(Role::Text | Role::Summary | Role::Title | Role::Date)))
                        .count()
                });
                let score = known.max().unwrap_or(0) * list.len().min(1000);
                if score > best.map_or(0, |(best, _)| best) {
                    best = Some((score, list));
                }
                if depth < 6 {
                    rest.extend(list.iter().take(50).map(|value| (value, depth + 1)));
                }
            }
            Value::Object(fields) if depth < 6 => rest.extend(fields.values().map(|value| (value, depth + 1))),
            _ => {}
        }
    }
    best.map(|(_, list)| list)
}

/// The reports of objects: their fields are columns, nested ones by their path.
pub(crate) fn rows(
    format: Format,
    objects: &[&Map<String, Value>],
    told: &Told,
    place: impl Fn(usize) -> String,
) -> Parts {
    let mut names: Vec<String> = Vec::new();
    let mut rows: Vec<Vec<String>> = Vec::new();
    for fields in objects {
        let mut row = vec![String::new(); names.len()];
        let mut set = |name: String, value: String| {
            let at = names.iter().position(|known| *known == name);
            match at {
                Some(at) => row[at] = value,
                None if names.len() < limits::COLUMNS => {
                    names.push(name);
                    row.push(value);
                }
                None => {}
            }
        };
        for (key, value) in fields.iter() {
            flat(key, value, 0, &mut set);
        }
        rows.push(row);
    }
    // The names in a fixed order, plain ones first, so that which field is the title hangs on no accident.
    let mut order: Vec<usize> = (0..names.len()).collect();
    order.sort_by_key(|&at| (names[at].matches('.').count(), at));
    let sorted: Vec<String> = order.iter().map(|&at| names[at].clone()).collect();
    let rows: Vec<Vec<String>> = rows
        .into_iter()
        .map(|row| order.iter().map(|&at| row.get(at).cloned().unwrap_or_default()).collect())
        .collect();
    Columns::find(&sorted, &rows, told)?.reports(format, &rows, place)
}

fn flat(path: &str, value: &Value, depth: u32, set: &mut impl FnMut(String, String)) {
    match value {
        Value::String(text) => set(path.to_owned(), text.clone()),
        Value::Number(number) => set(path.to_owned(), number.to_string()),
        Value::Array(list) => {
            let names: Vec<&str> =
                list.iter().filter_map(|one| one.as_str().or_else(|| one.get("name")?.as_str())).collect();
            if !names.is_empty() {
                let paragraphs = names.iter().any(|one| one.len() > 120);
                set(path.to_owned(), names.join(if paragraphs { "\n\n" } else { "; " }));
            }
        }
        Value::Object(fields) if depth < 4 => {
            for (key, value) in fields {
                flat(&format!("{path}.{key}"), value, depth + 1, set);
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_within_an_answer() {
        let json = r#"{"status": "ok", "articles": [{"source": {"id": null, "name": "The Courier"}, "author": "Anna Berg", "title": "Crane falls", "url":
            "https://courier.example/1", "publishedAt": "2031-03-04T10:00:00Z", "content": "A crane fell onto the pier."}]}"#;
        let parts = read(json.as_bytes(), &Told::default()).expect("it reads");
        let one = &parts[0].1;
        assert_eq!(one.outlet.as_ref().map(|f| f.value.as_str()), Some("The Courier"));
        assert_eq!(one.title.as_ref().map(|f| f.value.as_str()), Some("Crane falls"));
        assert_eq!((one.text.as_str(), one.published.is_some()), ("A crane fell onto the pier.", true));
    }
}
