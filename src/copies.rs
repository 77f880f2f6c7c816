//! What can be copied: a claim as text, a citation of a document as BibTeX, RIS or CSL-JSON.

use model::Holder;
use model::bundle::{ClaimPage, DocumentPage};

use crate::words;

/// Stands for the address of the page, which only the browser knows; for nothing else, being for private use.
pub(crate) const LINK: char = '\u{e000}';

/// A text with the address of its page.
#[cfg(feature = "csr")]
pub(crate) fn with_link(text: &str, link: &str) -> String {
    text.replace(LINK, link)
}

/// The claim as plain text: the title, the spread, then every statement with its source.
pub(crate) fn claim(page: &ClaimPage) -> String {
    let claim = &page.claim;
    let mut text = format!(
        "{}\n{}, {}\n",
        claim.title,
        words::count(claim.articles(), "article"),
        words::count(claim.origins.len(), "origin")
    );
    for said in &page.statements {
        let card = page.documents.iter().find(|d| d.number == said.document);
        let outlet = card.and_then(|c| c.outlet.clone()).unwrap_or_else(|| "outlet unknown".to_owned());
        let date = card
            .and_then(|c| c.published.as_ref())
            .map_or_else(|| "no date".to_owned(), |w| words::when(w, words::Length::Long));
        let title = card.map_or("", |c| c.title.as_str());
        let holders: Vec<String> = Holder::steps(&said.statement.holders).map(words::names).collect();
        text.push_str(&format!(
            "\n“{}”\n  {} ({}), “{title}”, {outlet}, {date}\n",
            said.sentence,
            said.statement.commitment.word(),
            holders.join(" → ")
        ));
    }
    text
}

/// A claim as a citation in words: what is claimed, by how many, where it was compared, and the link. The pages have no
/// author and no date of their own to cite.
pub(crate) fn claim_citation(page: &ClaimPage, corpus: &str) -> String {
    let claim = &page.claim;
    format!(
        "“{}” ({}, {}). In: {corpus}. Crossread. {LINK}",
        claim.title,
        words::count(claim.articles(), "article"),
        words::count(claim.origins.len(), "origin")
    )
}

/// What a citation is made from.
struct Work {
    /// Key, unique in the corpus.
    key: String,
    /// Title as shown.
    title: String,
    /// Authors, as given.
    authors: Vec<String>,
    /// Outlet, where known.
    outlet: Option<String>,
    /// The day of publication, where one day is known: year, month, day.
    date: Option<(i32, u32, u32)>,
    /// Where the report is; for a brief without one, the link to the brief.
    url: String,
    /// Said of a brief: that it retells an original.
    note: Option<String>,
}

/// The citations of a document: the name of each format, and the citation in it.
pub(crate) fn citations(page: &DocumentPage) -> [(&'static str, String); 3] {
    let work = work(page);
    [("BibTeX", bibtex(&work)), ("RIS", ris(&work)), ("CSL-JSON", csl(&work))]
}

fn work(page: &DocumentPage) -> Work {
    let document = &page.document;
    let original = document.original.as_ref();
    let day = document.published.as_ref().filter(|w| w.first == w.last).and_then(|w| w.first);
    Work {
        key: document.id.clone(),
        title: original.and_then(|o| o.title.clone()).unwrap_or_else(|| document.title.clone()),
        authors: document.authors.clone(),
        outlet: document.outlet.clone(),
        date: day.map(model::Day::civil),
        url: document.url.clone().unwrap_or_else(|| LINK.to_string()),
        note: page.card.brief.then(|| "Read as a brief in other words".to_owned()),
    }
}

/// BibTeX, type `article` where an outlet is known, else `misc`.
fn bibtex(work: &Work) -> String {
    // What TeX reads as commands.
    let safe = |text: &str| {
        text.chars().fold(String::new(), |mut out, c| {
            if matches!(c, '&' | '%' | '$' | '#' | '_' | '{' | '}') {
                out.push('\\');
            }
            out.push(c);
            out
        })
    };
    let key: String = work.key.chars().map(|c| if c.is_ascii_alphanumeric() || c == '-' { c } else { '-' }).collect();
    let mut lines = vec![format!("  title = {{{{{}}}}}", safe(&work.title))];
    if !work.authors.is_empty() {
        lines.push(format!("  author = {{{}}}", safe(&work.authors.join(" and "))));
    }
    if let Some(outlet) = &work.outlet {
        lines.push(format!("  journal = {{{}}}", safe(outlet)));
    }
    if let Some((y, m, d)) = work.date {
        lines.push(format!("  date = {{{y:04}-{m:02}-{d:02}}}"));
        lines.push(format!("  year = {{{y}}}"));
    }
    lines.push(format!("  url = {{{}}}", work.url));
    if let Some(note) = &work.note {
        lines.push(format!("  note = {{{}}}", safe(note)));
    }
    let kind = if work.outlet.is_some() { "article" } else { "misc" };
    format!("@{kind}{{{key},\n{}\n}}\n", lines.join(",\n"))
}

/// RIS, type NEWS.
fn ris(work: &Work) -> String {
    let mut lines = vec!["TY  - NEWS".to_owned(), format!("TI  - {}", work.title)];
    lines.extend(work.authors.iter().map(|a| format!("AU  - {a}")));
    lines.extend(work.outlet.iter().map(|o| format!("T2  - {o}")));
    if let Some((y, m, d)) = work.date {
        lines.push(format!("DA  - {y:04}/{m:02}/{d:02}"));
    }
    lines.push(format!("UR  - {}", work.url));
    lines.extend(work.note.iter().map(|n| format!("N1  - {n}")));
    lines.push("ER  - ".to_owned());
    lines.join("\r\n") + "\r\n"
}

/// An item of CSL-JSON, of type `article-newspaper`.
#[derive(serde::Serialize)]
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
    outlet: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    issued: Option<Issued>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'a str>,
}

#[derive(serde::Serialize)]
struct Name<'a> {
    literal: &'a str,
}

#[derive(serde::Serialize)]
struct Issued {
    #[serde(rename = "date-parts")]
    parts: [(i32, u32, u32); 1],
}

/// CSL-JSON.
fn csl(work: &Work) -> String {
    let item = Item {
        id: &work.key,
        kind: "article-newspaper",
        title: &work.title,
        url: &work.url,
        author: work.authors.iter().map(|literal| Name { literal }).collect(),
        outlet: work.outlet.as_deref(),
        issued: work.date.map(|date| Issued { parts: [date] }),
        note: work.note.as_deref(),
    };
    // Strings and numbers alone: nothing in it can fail.
    serde_json::to_string(&[item]).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn work() -> Work {
        Work {
            key: "a_1".into(),
            title: "Dams & rivers".into(),
            authors: vec!["Anna Berg".into()],
            outlet: Some("The Harbour Post".into()),
            date: Some((2024, 3, 9)),
            url: "https://example.org/a".into(),
            note: None,
        }
    }

    #[test]
    fn formats() {
        assert_eq!(
            bibtex(&work()),
            "@article{a-1,\n  title = {{Dams \\& rivers}},\n  author = {Anna Berg},\n  journal = {The Harbour Post},\n  date = {2024-03-09},\n  year = {2024},\n  url = {https://example.org/a}\n}\n"
        );
        assert!(ris(&work()).contains("DA  - 2024/03/09\r\n"));
        let csl: serde_json::Value = serde_json::from_str(&csl(&work())).expect("JSON");
        assert_eq!(csl[0]["issued"]["date-parts"][0][1], 3);
    }
}
