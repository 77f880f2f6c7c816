//! CSL-JSON, as Zotero and others write it.

use serde_json::Value;

use super::Reference;
use crate::dates;
use crate::trouble::Unread;

/// The references of CSL-JSON.
///
/// # Errors
/// It does not parse.
pub(crate) fn read(text: &str) -> Result<Vec<Reference>, Unread> {
    let value: Value = serde_json::from_str(text)
        .map_err(|error| Unread::Broken("CSL-JSON", crate::plain::said(&error.to_string())))?;
    let list = match &value {
        Value::Array(list) => list.as_slice(),
        Value::Object(fields) => fields.get("items").and_then(Value::as_array).map_or(&[][..], Vec::as_slice),
        _ => &[],
    };
    Ok(list.iter().filter_map(of).collect())
}

fn of(value: &Value) -> Option<Reference> {
    let text = |key: &str| value.get(key).and_then(Value::as_str).map(str::to_owned);
    let authors = value.get("author").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    let name = |one: &Value| {
        let part = |key: &str| one.get(key).and_then(Value::as_str).unwrap_or_default();
        let whole = format!("{} {}", part("given"), part("family")).trim().to_owned();
        if whole.is_empty() { part("literal").to_owned() } else { whole }
    };
    let parts = value.get("issued").and_then(|issued| issued.get("date-parts")?.get(0)?.as_array());
    let number = |at: usize| {
        parts.and_then(|parts| parts.get(at)).and_then(|one| one.as_i64().or_else(|| one.as_str()?.parse().ok()))
    };
    let day = match (number(0), number(1), number(2)) {
        (Some(year), Some(month), Some(day)) => dates::day(&format!("{year:04}-{month:02}-{day:02}")),
        (Some(year), Some(month), None) => dates::day(&format!("{year:04}-{month:02}")),
        _ => None,
    };
    Some(Reference {
        title: Some(text("title")?),
        outlet: text("container-title").or_else(|| text("publisher")),
        authors: authors.iter().map(name).filter(|name| !name.is_empty()).collect(),
        published: day,
        url: text("URL"),
        language: text("language").map(|tag| tag.to_lowercase()),
        // What some programs add to the form.
        files: text("file").into_iter().collect(),
        ..Reference::default()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_with_the_file_that_it_is_of() {
        let text = r#"[{"type": "article-newspaper", "title": "Crane falls", "author": [{"family": "Berg", "given": "Anna"}],
            "container-title": "Coast Courier", "issued": {"date-parts": [["2031", 3, 4]]}, "file": "crane.txt"}]"#;
        let found = read(text).expect("it parses");
        assert_eq!(found[0].authors, ["Anna Berg"]);
        assert_eq!(found[0].files, ["crane.txt"]);
        assert_eq!(found[0].published.as_ref().map(|when| when.edtf.as_str()), Some("2031-03-04"));
    }
}
