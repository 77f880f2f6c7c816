//! NITF.

use roxmltree::Node;

use super::{named, with_dateline};
use crate::blocks::{self, Kind};
use crate::found::{Fact, Format, Found, fact, names};
use crate::page::flatten;
use crate::xml::{Tree, all, child, first, markup, text_of};
use crate::{dates, words};

/// The items of NITF.
pub(crate) fn items(tree: &Tree<'_>) -> Vec<(String, Found)> {
    let items: Vec<Node<'_, '_>> = all(tree.root(), "nitf").collect();
    let many = items.len();
    let place = |at: usize| if many == 1 { String::new() } else { format!("item {} of {many}", at + 1) };
    items.into_iter().enumerate().map(|(at, item)| (place(at), named(of(item)))).collect()
}

/// The text of a `body.content`.
pub(crate) fn body(node: Node<'_, '_>) -> String {
    // The words under a picture have an element of their own here.
    let html = markup(node).replace("<media-caption", "<figcaption").replace("</media-caption>", "</figcaption>");
    let mut blocks = flatten::blocks(&html);
    blocks.retain(|block| block.kind != Kind::Caption && !block.text.bytes().all(|byte| byte == b'_'));
    for block in &mut blocks {
        // Lines that an agency broke for its printers.
        block.text = blocks::unwrap(&block.text.lines().collect::<Vec<_>>());
    }
    blocks::text(&blocks)
}

fn of(item: Node<'_, '_>) -> Found {
    let field = |name: &str| first(item, name).map(text_of).filter(|text| !text.is_empty());
    let mut found = Found::new(Format::Nitf, "").titled("hl1", field("hl1"));
    found.title = found.title.or_else(|| fact("hedline", field("hedline"))).or_else(|| fact("title", field("title")));
    let attribute =
        |element: &str, name: &str| first(item, element).and_then(|node| node.attribute(name)).map(str::to_owned);
    found.outlet = fact("distributor", field("distributor"))
        .or_else(|| fact("doc.copyright", attribute("doc.copyright", "holder")))
        .or_else(|| fact("doc-id", attribute("doc-id", "regsrc")));
    let byline = first(item, "byline").map(|node| {
        // Their office stands in an element of its own.
        let person = first(node, "person").map(text_of);
        person.unwrap_or_else(|| {
            let words: Vec<&str> =
                node.children().filter(|child| child.is_text()).filter_map(|child| child.text()).collect();
            words.join(" ")
        })
    });
    found.authors = names("byline", words::authors(&byline.unwrap_or_default()));
    let release = attribute("date.release", "norm");
    found.published = attribute("date.issue", "norm")
        .or(release)
        .and_then(|text| dates::day(&text))
        .map(|when| Fact::field("date.issue", when))
        .or_else(|| {
            let text =
                first(item, "dateline").and_then(|line| child(line, "story.date"))?.attribute("norm")?.to_owned();
            dates::day(&text).map(|when| Fact::field("story.date", when))
        });
    let text = first(item, "body.content").map(body).unwrap_or_default();
    let dateline = first(item, "dateline").map(|node| first(node, "location").map_or_else(|| text_of(node), text_of));
    found.text = with_dateline(text, dateline);
    found
}
