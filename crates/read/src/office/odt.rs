//! OpenDocument texts.

use roxmltree::Node;

use super::Document;
use crate::blocks::{Block, Kind};
use crate::found::Format;
use crate::trouble::Unread;
use crate::xml::{first, text_of};
use crate::{pack, xml};

/// Reads an OpenDocument text.
///
/// # Errors
/// It is broken.
pub(crate) fn read(bytes: &[u8]) -> Result<Document, Unread> {
    let mut archive = pack::open(bytes)?;
    let content = pack::member(&mut archive, "content.xml")?
        .ok_or_else(|| Unread::Broken("OpenDocument", "it has no text".to_owned()))?;
    let text = xml::text(&content);
    let tree = xml::parse(&text, "OpenDocument")?;
    let mut document = Document { format: Format::Odt, ..Document::default() };
    let is = |node: Node<'_, '_>, name: &str| node.is_element() && node.tag_name().name() == name;
    for node in tree.root().descendants() {
        let row = |node: Node<'_, '_>| node.ancestors().skip(1).any(|node| is(node, "table-row"));
        if is(node, "table-row") {
            let cells: Vec<String> = node.children().filter(|node| is(*node, "table-cell")).map(text_of).collect();
            document.blocks.extend(Block::new(Kind::Row, &cells.join("\t")));
        } else if (is(node, "p") || is(node, "h"))
            && !row(node)
            && !node.ancestors().any(|node| is(node, "annotation") || is(node, "tracked-changes"))
        {
            let kind = if is(node, "h") {
                Kind::Heading
            } else if node.ancestors().any(|node| is(node, "list-item")) {
                Kind::Item
            } else {
                Kind::Paragraph
            };
            document.blocks.extend(Block::new(kind, &words(node)));
        }
    }
    if let Some(meta) = pack::member(&mut archive, "meta.xml")? {
        let text = xml::text(&meta);
        if let Ok(tree) = xml::parse(&text, "OpenDocument") {
            let field = |name: &str| first(tree.root(), name).map(text_of).filter(|text| !text.is_empty());
            document.title = field("title");
            document.author = field("initial-creator").or_else(|| field("creator"));
            document.saved = field("creation-date").or_else(|| field("date"));
            document.language = field("language");
        }
    }
    Ok(document)
}

fn words(node: Node<'_, '_>) -> String {
    let mut text = String::new();
    for node in node.descendants() {
        match node.tag_name().name() {
            _ if node.is_text() => text.push_str(&node.text().unwrap_or_default().replace('\n', " ")),
            "s" | "tab" => text.push(' '),
            "line-break" => text.push('\n'),
            _ => {}
        }
    }
    text
}
