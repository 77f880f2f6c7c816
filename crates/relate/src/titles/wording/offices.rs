//! Whom a report means by an office: "the Norwegian president", whom it has called by name.

use model::{EntityKind, Span};

use crate::findings::Findings;
use crate::ground::countries::country;
use crate::ground::reports::Place;
use crate::ground::words::{fold, words};
use crate::titles::lexicon;

/// Offices that one holds at a time.
const HELD: &str = "leader president premier chancellor king queen dictator ruler";

/// Who it is.
pub(in crate::titles) enum Holder {
    /// The phrase is no office of a country.
    Nobody,
    /// The name in full.
    Named(String),
    /// An office whose holder the report does not surely tell.
    Untold,
}

/// Who is meant by the office at `span` of the document of `place`: "the Norwegian president", where the report gives that office to
/// one person alone.
pub(in crate::titles) fn holder(findings: &Findings<'_>, place: Place, span: Span) -> Holder {
    let reports = &findings.reports;
    let found = words(reports.cut(place.document, span));
    let [article, of @ .., office] = found.as_slice() else { return Holder::Nobody };
    let of: Vec<String> = of.iter().map(|w| fold(w.text)).collect();
    let (of, office) = (of.join(" "), fold(office.text));
    // "The Norwegian prime minister" is one, of many ministers.
    let prime = of.strip_suffix(" prime").filter(|_| office == "minister");
    let held = prime.is_some() || lexicon::has(HELD, &office);
    if fold(article.text) != "the" || country(prime.unwrap_or(&of)).is_none() || !held {
        return Holder::Nobody;
    }
    let mut people = reports.documents[place.document as usize].mentions.iter().filter_map(|mention| {
        if mention.kind != EntityKind::Person {
            return None;
        }
        // The name may have been read with the office, or behind it.
        let start = mention.span.start.saturating_sub(BEFORE);
        let around: Vec<String> = words(reports.cut(place.document, Span::new(start, mention.span.end)))
            .iter()
            .map(|w| fold(w.text))
            .collect();
        let at = around.iter().rposition(|word| *word == office)?;
        if !around[..at].join(" ").ends_with(&of) {
            return None;
        }
        let name: Vec<String> = words(&mention.name).iter().map(|w| fold(w.text)).collect();
        let behind = &around[at + 1..];
        let whole = !behind.is_empty() && behind.len() <= name.len() + 1 && name.last() == behind.last();
        whole.then(|| findings.entities.find(&mention.name)).flatten()
    });
    let Some(first) = people.next() else { return Holder::Untold };
    if !people.all(|other| other == first) {
        return Holder::Untold;
    }
    let name = findings.entities.list[first as usize].name.as_str();
    let shown = findings.entities.shown(name);
    let full = shown.contains(' ') && shown.split(' ').all(|word| word.starts_with(char::is_uppercase));
    if full { Holder::Named(shown.to_owned()) } else { Holder::Untold }
}

/// Code points before a name within which its office stands.
const BEFORE: u32 = 40;
