//! What can be copied of a claim: it as text, and a citation of it in words.

use model::bundle::ClaimPage;
use model::plain::one_line;
use model::{Holder, Original};

use crate::words;

/// Stands for the address of the page, which only the browser knows; for nothing else, being for private use.
pub(crate) const LINK: char = '\u{e000}';

/// A text with the address of its page.
#[cfg(feature = "csr")]
pub(crate) fn with_link(text: &str, link: &str) -> String {
    text.replace(LINK, link)
}

/// What shows a view within another page: its address, asked without what stands around it, and its title.
#[cfg(any(feature = "csr", test))]
pub(crate) fn frame(address: &str, title: &str) -> String {
    let attribute = |text: &str| text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;");
    format!(
        "<iframe src=\"{}\" title=\"{}\" width=\"100%\" height=\"600\" loading=\"lazy\"></iframe>",
        attribute(address),
        attribute(title)
    )
}

/// The claim as plain text: the title, the spread, then every statement with its source.
pub(crate) fn claim(page: &ClaimPage) -> String {
    let claim = &page.claim;
    let mut text = format!(
        "{}\n{}, {}\n",
        claim.title,
        words::count(claim.articles(), "article"),
        words::count(claim.count_origins(), "origin")
    );
    for said in &page.statements {
        let card = page.documents.iter().find(|d| d.number == said.document);
        let outlet = card.and_then(|c| c.outlet.clone()).unwrap_or_else(|| "outlet unknown".to_owned());
        let date = card
            .and_then(|c| c.published.as_ref())
            .map_or_else(|| "no date".to_owned(), |w| words::when(w, words::Length::Long));
        let title = card.map_or("", |c| c.title.as_str());
        let step = |step: &[Holder]| {
            let inferred = if step.iter().any(|holder| holder.inferred) { " (inferred)" } else { "" };
            format!("{}{inferred}", words::names(step))
        };
        let holders: Vec<String> = Holder::steps(&said.statement.holders).map(step).collect();
        let inferred = if card.is_some_and(|card| card.inferred) { " (inferred)" } else { "" };
        let brief = card.is_some_and(|card| card.brief);
        // Only words that the outlet printed stand between quotation marks: a brief has others.
        let sentence = if brief { format!("Retold: {}", said.sentence) } else { format!("“{}”", said.sentence) };
        let kind = if brief { "brief, " } else { "" };
        text.push_str(&format!(
            "\n{sentence}\n  {} ({}); {kind}{title}, {outlet}, {date}{inferred}\n",
            said.statement.commitment.word(),
            holders.join(" → ")
        ));
        if let Some((_, original, url)) = page.originals.iter().find(|(number, ..)| *number == said.document) {
            text.push_str(&format!("  original: {}\n", retells(original, url.as_deref())));
        }
    }
    // What stands for a link stands in no text of a report.
    text.replace(LINK, "")
}

/// The report that a brief retells, with its address.
fn retells(original: &Original, url: Option<&str>) -> String {
    let parts = [
        original.title.clone(),
        Some(original.outlet.clone().unwrap_or_else(|| "outlet unknown".to_owned())),
        (!original.authors.is_empty()).then(|| original.authors.join(", ")),
        original.published.clone(),
        url.map(str::to_owned),
    ];
    one_line(&parts.into_iter().flatten().collect::<Vec<_>>().join(", "))
}

/// A claim as a citation in words: what is claimed, by how many, where it was compared, and the link. The pages have no
/// author and no date of their own to cite.
pub(crate) fn claim_citation(page: &ClaimPage, corpus: &str) -> String {
    let claim = &page.claim;
    format!(
        "{} ({}, {}). In: {}. Crossread. {LINK}",
        one_line(&claim.title),
        words::count(claim.articles(), "article"),
        words::count(claim.count_origins(), "origin"),
        one_line(corpus)
    )
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_title_stays_within_its_attribute() {
        assert_eq!(
            super::frame("https://a.example/claims/b/?embed=yes&known=2031-03-04", "“A & B” say \"no\" <b>"),
            "<iframe src=\"https://a.example/claims/b/?embed=yes&amp;known=2031-03-04\" title=\"“A &amp; B” say \
             &quot;no&quot; &lt;b>\" width=\"100%\" height=\"600\" loading=\"lazy\"></iframe>"
        );
    }
}
