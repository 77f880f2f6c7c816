use serde::Serialize;

use super::names;
use super::work::{self, Work};

/// An item of CSL-JSON
/// (<https://github.com/citation-style-language/schema/blob/master/schemas/input/csl-data.json>).
#[derive(Serialize)]
struct Item<'a> {
    id: &'a str,
    #[serde(rename = "type")]
    kind: &'static str,
    title: &'a str,
    #[serde(rename = "URL")]
    url: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    author: Vec<Name<'a>>,
    #[serde(rename = "container-title", skip_serializing_if = "Option::is_none")]
    within: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    issued: Option<Date<'a>>,
    #[serde(rename = "original-title", skip_serializing_if = "Option::is_none")]
    original_title: Option<&'a str>,
    #[serde(rename = "original-author", skip_serializing_if = "Vec::is_empty")]
    original_author: Vec<Name<'a>>,
    #[serde(rename = "original-publisher", skip_serializing_if = "Option::is_none")]
    original_publisher: Option<&'a str>,
    #[serde(rename = "original-date", skip_serializing_if = "Option::is_none")]
    original_date: Option<Date<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'a str>,
}

/// A person, or a name that stays whole. An empty field is left out.
#[derive(Default, Serialize)]
struct Name<'a> {
    #[serde(skip_serializing_if = "str::is_empty")]
    family: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    given: &'a str,
    #[serde(rename = "non-dropping-particle", skip_serializing_if = "str::is_empty")]
    particle: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    suffix: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    literal: &'a str,
}

/// One date or two; where an end is open, the one that is known, with the words that say so.
#[derive(Serialize)]
struct Date<'a> {
    #[serde(rename = "date-parts")]
    parts: Vec<Vec<i32>>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    circa: bool,
    #[serde(skip_serializing_if = "str::is_empty")]
    literal: &'a str,
}

/// CSL-JSON: one item in a list.
pub(super) fn write(work: &Work) -> String {
    let original = work.original.as_ref();
    let item = Item {
        id: &work.key,
        kind: if work.brief { "webpage" } else { "article-newspaper" },
        title: &work.title,
        url: &work.url,
        author: work.authors.iter().map(name).collect(),
        within: work.within.as_deref(),
        issued: work.date.as_ref().map(date),
        original_title: original.and_then(|original| original.title.as_deref()),
        original_author: original.map(|original| original.authors.iter().map(name).collect()).unwrap_or_default(),
        original_publisher: original.and_then(|original| original.outlet.as_deref()),
        original_date: original.and_then(|original| original.date.as_ref()).map(date),
        note: original.map(|original| original.told.as_str()),
    };
    // Strings and numbers alone: nothing in it can fail.
    serde_json::to_string(&[item]).unwrap_or_default()
}

fn name(name: &names::Name) -> Name<'_> {
    match name {
        names::Name::Whole(literal) => Name { literal, ..Name::default() },
        names::Name::Person { given, particle, family, suffix } => {
            Name { family, given, particle, suffix, literal: "" }
        }
    }
}

fn date(date: &work::Date) -> Date<'_> {
    let parts = |part: work::Part| {
        let rest = part.month.into_iter().chain(part.day).map(|part| part as i32);
        std::iter::once(part.year).chain(rest).collect::<Vec<_>>()
    };
    // There is no open end in this format.
    let open = !date.single && (date.from.is_none() || date.to.is_none());
    Date {
        parts: date.from.into_iter().chain(date.to).map(parts).collect(),
        circa: date.about || open,
        literal: if open { &date.words } else { "" },
    }
}
