//! Claims and statements for programs that know neither Crossread nor its words: schema.org's `Claim`
//! (<https://schema.org/Claim>), and web annotations (<https://www.w3.org/TR/annotation-model/>).

use model::{Claim, Member, Span};
use serde::Serialize;
use serde_json::{Value, json};

use super::links::Links;
use super::rows;
use crate::tables::Tables;

/// How `claims.jsonld` begins.
pub(super) const CLAIMS: &str = "{\"@context\":\"https://schema.org\",";

/// How `annotations.jsonld` begins.
pub(super) const ANNOTATIONS: &str = "{\"@context\":\"http://www.w3.org/ns/anno.jsonld\",\"type\":\"AnnotationPage\",";

/// Code points that an annotation gives before and behind its words.
const AROUND: u32 = 32;

/// A claim with the reports that make it.
pub(super) fn claim(tables: &Tables<'_>, links: &Links<'_>, claim: &Claim) -> impl Serialize {
    let mut documents: Vec<u32> = claim.members.iter().map(|member| member.document).collect();
    documents.dedup();
    let appearances: Vec<Value> = documents.iter().filter_map(|&document| report(tables, links, document)).collect();
    let mut value = json!({
        "@type": "Claim",
        "@id": links.claim(&claim.id),
        "name": claim.title,
        "appearance": appearances,
    });
    if let Some(first) = appearances.first() {
        value["firstAppearance"] = json!({ "@id": first["@id"] });
    }
    value
}

/// A report as a work: a brief is one of its own that rests on another.
fn report(tables: &Tables<'_>, links: &Links<'_>, document: u32) -> Option<Value> {
    let document = &tables.documents.get(document as usize)?.document;
    let organization = |name: &String| json!({ "@type": "Organization", "name": name });
    let mut value = json!({
        "@type": if document.is_brief() { "CreativeWork" } else { "NewsArticle" },
        "@id": links.document(&document.id),
        "headline": document.title,
    });
    if let Some(when) = &document.published {
        value["datePublished"] = json!(when.edtf);
    }
    let address = document.url.as_deref().and_then(model::plain::address);
    if document.is_brief() {
        let original = document.original.clone().unwrap_or_default();
        let mut work = json!({ "@type": "NewsArticle" });
        if let Some(title) = original.title {
            work["headline"] = json!(title);
        }
        if let Some(outlet) = original.outlet.as_ref().or(document.outlet.as_ref()) {
            work["publisher"] = organization(outlet);
        }
        if let Some(url) = address {
            work["url"] = json!(url);
        }
        value["isBasedOn"] = work;
    } else {
        if let Some(outlet) = &document.outlet {
            value["publisher"] = organization(outlet);
        }
        if let Some(url) = address {
            value["url"] = json!(url);
        }
    }
    Some(value)
}

/// The statements of the claims that are understood alone, in their order.
pub(super) fn places<'a>(tables: &Tables<'a>) -> Vec<(&'a Claim, &'a Member)> {
    let claims = tables.relations.claims.iter().filter(|claim| claim.stands);
    claims.flat_map(|claim| claim.members.iter().map(move |member| (claim, member))).collect()
}

/// A statement, as an annotation of its report that names its claim.
pub(super) fn annotation(
    tables: &Tables<'_>,
    links: &Links<'_>,
    (claim, member): &(&Claim, &Member),
) -> impl Serialize {
    let annotated = tables.documents.get(member.document as usize)?;
    let span = annotated.statements.get(member.statement as usize)?.span;
    let page = links.document(&rows::id(tables, member.document));
    let words = |start: u32, end: u32| tables.cut(member.document, Span::new(start, end));
    Some(json!({
        "id": format!("{page}?at={}-{}", span.start, span.end),
        "type": "Annotation",
        "motivation": "linking",
        "body": links.claim(&claim.id),
        "target": {
            "source": page,
            "selector": [
                {
                    "type": "TextQuoteSelector",
                    "exact": words(span.start, span.end),
                    "prefix": words(span.start.saturating_sub(AROUND), span.start),
                    "suffix": words(span.end, span.end + AROUND),
                },
                { "type": "TextPositionSelector", "start": span.start, "end": span.end },
            ],
        },
    }))
}
