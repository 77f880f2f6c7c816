//! What JSON-LD says of the report on a page.

use std::collections::HashMap;

use serde_json::Value;

/// What one description says.
#[derive(Debug, Default)]
pub(crate) struct Described {
    pub(crate) headline: Option<String>,
    pub(crate) published: Option<String>,
    pub(crate) modified: Option<String>,
    pub(crate) authors: Vec<String>,
    pub(crate) publisher: Option<String>,
    pub(crate) url: Option<String>,
    pub(crate) language: Option<String>,
    /// The text itself, where the page repeats it here.
    pub(crate) body: Option<String>,
    /// Whether it is an article by its type, not just a page.
    pub(crate) article: bool,
    /// Whether its type says that it holds somebody's views.
    pub(crate) opinion: bool,
}

/// The description of the report: of an article, else of the page.
pub(crate) fn described(scripts: &[String]) -> Described {
    let mut found: Vec<Described> = Vec::new();
    let values: Vec<Value> = scripts.iter().filter_map(|script| parse(script)).collect();
    let mut named = HashMap::new();
    for value in &values {
        names(value, 0, &mut named);
    }
    for value in values {
        let mut rest = vec![(value, 0u32)];
        while let Some((value, depth)) = rest.pop() {
            match value {
                Value::Array(list) if depth < 8 => rest.extend(list.into_iter().rev().map(|v| (v, depth + 1))),
                Value::Object(mut fields) => {
                    for key in ["@graph", "mainEntity", "mainEntityOfPage"] {
                        if let Some(inner) = fields.get(key).filter(|inner| !inner.is_string() && depth < 8) {
                            rest.push((inner.clone(), depth + 1));
                        }
                    }
                    if let Some(described) = of(&mut fields, &named) {
                        found.push(described);
                    }
                }
                _ => {}
            }
        }
    }
    let best = found.iter().position(|one| one.article && one.headline.is_some() && one.published.is_some());
    let best = best.or_else(|| found.iter().position(|one| one.article)).or((!found.is_empty()).then_some(0));
    best.map(|best| found.swap_remove(best)).unwrap_or_default()
}

/// A script's JSON; line breaks within strings, which pages have and JSON has not, become spaces.
fn parse(script: &str) -> Option<Value> {
    let script = script.trim().trim_start_matches("<!--").trim_end_matches("-->").trim();
    let script = script.trim_start_matches("//<![CDATA[").trim_end_matches("//]]>").trim().trim_end_matches(';');
    serde_json::from_str(script).ok().or_else(|| {
        let clean: String = script.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        serde_json::from_str(&clean).ok()
    })
}

fn of(fields: &mut serde_json::Map<String, Value>, named: &HashMap<String, String>) -> Option<Described> {
    let kinds: Vec<String> = match fields.get("@type").or_else(|| fields.get("type"))? {
        Value::String(kind) => vec![kind.clone()],
        Value::Array(kinds) => kinds.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
        _ => return None,
    };
    let article = kinds.iter().any(|kind| {
        kind.ends_with("Article")
            || kind.ends_with("BlogPosting")
            || matches!(kind.as_str(), "Report" | "LiveBlogPosting")
    });
    if !article && !kinds.iter().any(|kind| kind == "WebPage" || kind == "VideoObject") {
        return None;
    }
    let text = |key: &str| fields.get(key).and_then(Value::as_str).map(str::to_owned).filter(|s| !s.trim().is_empty());
    Some(Described {
        headline: text("headline").or_else(|| text("name")),
        published: text("datePublished").or_else(|| text("dateCreated")).or_else(|| text("uploadDate")),
        modified: text("dateModified"),
        authors: people(fields.get("author").or(fields.get("creator")), named),
        publisher: people(fields.get("publisher").or(fields.get("sourceOrganization")), named).into_iter().next(),
        url: text("url").or_else(|| match fields.get("mainEntityOfPage") {
            Some(Value::String(url)) => Some(url.clone()),
            Some(Value::Object(page)) => page.get("@id").and_then(Value::as_str).map(str::to_owned),
            _ => None,
        }),
        language: text("inLanguage"),
        body: text("articleBody"),
        article,
        opinion: kinds.iter().any(|kind| kind == "OpinionNewsArticle"),
    })
}

/// Names of people or organisations, however they are written.
fn people(value: Option<&Value>, named: &HashMap<String, String>) -> Vec<String> {
    match value {
        Some(Value::String(name)) => vec![name.clone()],
        Some(Value::Array(list)) => {
            list.iter().flat_map(|one| people(Some(one), named).into_iter().take(1)).take(20).collect()
        }
        Some(Value::Object(fields)) => match fields.get("name") {
            Some(Value::String(name)) => vec![name.clone()],
            Some(Value::Array(names)) => names.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
            // Described elsewhere on the page, under the address that stands here.
            _ => fields.get("@id").and_then(Value::as_str).and_then(|id| named.get(id)).cloned().into_iter().collect(),
        },
        _ => Vec::new(),
    }
}

/// What things are called that are described under an address of their own.
fn names(value: &Value, depth: u32, named: &mut HashMap<String, String>) {
    match value {
        Value::Array(list) if depth < 8 => list.iter().for_each(|one| names(one, depth + 1, named)),
        Value::Object(fields) if depth < 8 => {
            if let (Some(Value::String(id)), Some(Value::String(name))) = (fields.get("@id"), fields.get("name")) {
                named.entry(id.clone()).or_insert_with(|| name.clone());
            }
            fields.values().filter(|value| !value.is_string()).for_each(|value| names(value, depth + 1, named));
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_is_described_elsewhere_on_the_page() {
        let script = r##"{"@graph": [{"@type": "NewsArticle", "headline": "Crane falls", "datePublished": "2031-03-04", "author": [{"@id": "#a"}],
            "publisher": {"@id": "#lamp"}}, {"@type": "Person", "@id": "#a", "name": "Anna Berg"},
            {"@type": "Organization", "@id": "#lamp", "name": "The Valley Lamp"}]}"##;
        let found = described(&[script.to_owned()]);
        assert!(!found.opinion && described(&[script.replace("NewsArticle", "OpinionNewsArticle")]).opinion);
        assert_eq!(
            (found.authors, found.publisher.as_deref()),
            (vec!["Anna Berg".to_owned()], Some("The Valley Lamp"))
        );
    }
}
