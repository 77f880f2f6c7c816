//! Citing a document: BibTeX, RIS, CSL-JSON.

use leptos::prelude::*;
use model::bundle::DocumentPage;

use super::claim::{absolute, copy};
use crate::route::Place;

/// What a citation is made from.
pub(crate) struct Work {
    /// Key, unique in the corpus.
    pub key: String,
    /// Title as shown.
    pub title: String,
    /// Authors, as given.
    pub authors: Vec<String>,
    /// Outlet, where known.
    pub outlet: Option<String>,
    /// The day of publication, where one day is known: year, month, day.
    pub date: Option<(i32, u32, u32)>,
    /// Where the report is; for a brief without one, the link to the brief.
    pub url: String,
    /// Said of a brief: that it retells an original.
    pub note: Option<String>,
}

/// A menu of the formats; each is copied.
pub(crate) fn cite(page: &DocumentPage) -> AnyView {
    let said = RwSignal::new("");
    let work = work(page);
    let formats = [("BibTeX", bibtex(&work)), ("RIS", ris(&work)), ("CSL-JSON", csl(&work))];
    let button = |(name, text): (&'static str, String)| {
        view! { <button class="textbtn" type="button" on:click=move |_| copy(text.clone(), said, "Copied.")>{name}</button> }.into_any()
    };
    view! {
        <span class="tick cite">"Cite "{formats.map(button).into_iter().collect_view()}<span role="status" class="quiet">{said}</span></span>
    }
    .into_any()
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
        url: document.url.clone().unwrap_or_else(|| absolute(&Place::Document(document.id.clone()))),
        note: page.card.brief.then(|| "Read as a brief in other words".to_owned()),
    }
}

/// BibTeX, type `article` where an outlet is known, else `misc`.
pub(crate) fn bibtex(work: &Work) -> String {
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
pub(crate) fn ris(work: &Work) -> String {
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

/// CSL-JSON, type `article-newspaper`.
pub(crate) fn csl(work: &Work) -> String {
    let mut item =
        serde_json::json!({ "id": work.key, "type": "article-newspaper", "title": work.title, "URL": work.url });
    if !work.authors.is_empty() {
        item["author"] = work.authors.iter().map(|a| serde_json::json!({ "literal": a })).collect();
    }
    if let Some(outlet) = &work.outlet {
        item["container-title"] = outlet.as_str().into();
    }
    if let Some((y, m, d)) = work.date {
        item["issued"] = serde_json::json!({ "date-parts": [[y, m, d]] });
    }
    if let Some(note) = &work.note {
        item["note"] = note.as_str().into();
    }
    serde_json::json!([item]).to_string()
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
