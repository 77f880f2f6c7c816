//! NewsML 1.2 and NewsML-G2.

use roxmltree::Node;

use super::{named, nitf, with_dateline};
use crate::blocks;
use crate::found::{Fact, Format, Found, day, fact, names};
use crate::page::flatten;
use crate::xml::{Tree, all, child, first, markup, raw_text, text_of};
use crate::{dates, words};

/// The items of NewsML 1.
pub(crate) fn one(tree: &Tree<'_>) -> Vec<(String, Found)> {
    let items: Vec<Node<'_, '_>> = all(tree.root(), "NewsItem").collect();
    placed(items.into_iter().map(news_item).collect())
}

fn placed(found: Vec<Found>) -> Vec<(String, Found)> {
    let many = found.len();
    let place = |at: usize| if many == 1 { String::new() } else { format!("item {} of {many}", at + 1) };
    found.into_iter().enumerate().map(|(at, found)| (place(at), found)).collect()
}

fn formal<'a>(node: Option<Node<'a, 'a>>) -> Option<String> {
    node?.attribute("FormalName").map(str::to_owned)
}

fn news_item<'a>(item: Node<'a, 'a>) -> Found {
    let field = |name: &str| first(item, name).map(text_of).filter(|text| !text.is_empty());
    let mut found = Found::new(Format::NewsMl, "").titled("HeadLine", field("HeadLine"));
    let party = first(item, "Provider").or_else(|| first(item, "Source")).and_then(|node| first(node, "Party"));
    found.outlet = fact("Provider", formal(party))
        .or_else(|| fact("CreditLine", field("CreditLine")))
        .or_else(|| fact("ProviderId", field("ProviderId")));
    found.authors = names("ByLine", words::authors(&field("ByLine").unwrap_or_default()));
    found.published =
        ["ThisRevisionCreated", "FirstCreated", "DateId"].iter().find_map(|name| day(name, field(name).as_deref()));
    found.language = item
        .attribute(("http://www.w3.org/XML/1998/namespace", "lang"))
        .map(str::to_owned)
        .or_else(|| formal(first(item, "Language")))
        .map(|tag| tag.to_lowercase());
    // The text is the content that is a text: pictures and their captions are components of their own.
    let text = all(item, "DataContent").map(content).max_by_key(String::len).unwrap_or_default();
    found.text = with_dateline(text, field("DateLine"));
    status(&mut found, formal(first(item, "Status")).as_deref());
    named(found)
}

/// What an agency says of an item's standing.
fn status(found: &mut Found, status: Option<&str>) {
    let Some(status) = status.map(str::to_lowercase) else { return };
    found.withdrawn = super::is_withdrawn(&status);
    if status.contains("embargo") {
        found.notes.push(format!("the agency marks it as {status}"));
    }
}

/// The text of a node, as NITF, as HTML, or as lines.
fn content(node: Node<'_, '_>) -> String {
    if let Some(body) = first(node, "body.content") {
        return nitf::body(body);
    }
    if all(node, "p").next().is_some() {
        return flatten::text(&markup(first(node, "body").unwrap_or(node)));
    }
    let text = raw_text(node);
    if text.contains("</p>") || text.contains("<br") {
        flatten::text(&text)
    } else {
        blocks::text(&blocks::of_lines(&text))
    }
}

/// The items of NewsML-G2; packages that only list items have no text of their own.
pub(crate) fn g2(tree: &Tree<'_>) -> Vec<(String, Found)> {
    let items: Vec<Node<'_, '_>> = tree
        .root()
        .descendants()
        .filter(|node| node.is_element() && node.tag_name().name() == "newsItem")
        .filter(|item| first(*item, "contentSet").is_some())
        .collect();
    let texts: Vec<Found> = items.into_iter().map(g2_item).filter(|found| !found.text.is_empty()).collect();
    if texts.is_empty() { vec![(String::new(), Found::new(Format::NewsMlG2, ""))] } else { placed(texts) }
}

fn g2_item<'a>(item: Node<'a, 'a>) -> Found {
    let meta = child(item, "itemMeta");
    let content_meta = child(item, "contentMeta");
    let in_meta = |name: &str| meta.and_then(|meta| child(meta, name)).map(text_of).filter(|text| !text.is_empty());
    let in_content =
        |name: &str| content_meta.and_then(|meta| child(meta, name)).map(text_of).filter(|text| !text.is_empty());
    let mut found = Found::new(Format::NewsMlG2, "").titled("headline", in_content("headline"));
    found.title = found.title.or_else(|| fact("title", in_meta("title")));
    // A name, or a word that stands for one; an address is the last resort.
    let called = |node: Node<'_, '_>| {
        let name = first(node, "name").map(text_of).filter(|text| !text.is_empty());
        name.or_else(|| node.attribute("literal").map(str::to_owned))
            .or_else(|| node.attribute("qcode").map(|code| code.rsplit(':').next().unwrap_or(code).to_owned()))
    };
    let sources = || {
        let of = |node: Option<Node<'a, 'a>>, name: &'static str| {
            node.into_iter().flat_map(move |node| node.children().filter(move |c| c.tag_name().name() == name))
        };
        of(content_meta, "infoSource")
            .chain(of(meta, "provider"))
            .chain(of(child(item, "rightsInfo"), "copyrightHolder"))
    };
    let all: Vec<String> = sources().filter_map(called).collect();
    let best = all.iter().find(|name| !name.contains('.')).or(all.first()).cloned();
    found.outlet = fact("provider", best);
    let by = in_content("by").or_else(|| in_content("byline"));
    found.authors = names("by", words::authors(&by.unwrap_or_default())).or_else(|| {
        let creators = content_meta
            .into_iter()
            .flat_map(|meta| meta.children().filter(|node| node.tag_name().name() == "creator"));
        let people =
            creators.filter_map(|node| first(node, "name").map(text_of)).flat_map(|name| words::authors(&name));
        names("creator", people.filter(|name| name.split_whitespace().count() > 1).collect())
    });
    found.published =
        ["versionCreated", "firstCreated"].iter().find_map(|name| day(name, in_meta(name).as_deref())).or_else(|| {
            in_content("contentCreated")
                .and_then(|text| dates::day(&text))
                .map(|when| Fact::field("contentCreated", when))
        });
    found.language = content_meta
        .and_then(|meta| child(meta, "language"))
        .and_then(|node| node.attribute("tag"))
        .or_else(|| item.attribute(("http://www.w3.org/XML/1998/namespace", "lang")))
        .map(str::to_lowercase);
    let set = child(item, "contentSet");
    let parts = set
        .into_iter()
        .flat_map(|set| set.children().filter(|node| matches!(node.tag_name().name(), "inlineXML" | "inlineData")));
    let text = parts.map(content).max_by_key(String::len).unwrap_or_default();
    found.text = with_dateline(text, in_content("dateline"));
    let code = meta.and_then(|meta| child(meta, "pubStatus")).and_then(|node| node.attribute("qcode"));
    status(&mut found, code);
    if let Some(until) = in_meta("embargoed") {
        found.notes.push(format!("the agency holds it until {until}"));
    }
    named(found)
}
