//! Word (OOXML).

use roxmltree::Node;

use super::Document;
use crate::blocks::{Block, Kind};
use crate::found::Format;
use crate::trouble::Unread;
use crate::xml::{child, first, text_of};
use crate::{pack, xml};

/// Reads a Word file.
///
/// # Errors
/// It is broken, or locked.
pub(crate) fn read(bytes: &[u8]) -> Result<Document, Unread> {
    let mut archive = pack::open(bytes)?;
    let body = pack::member(&mut archive, "word/document.xml")?
        .ok_or_else(|| Unread::Broken("Word", "it has no text".to_owned()))?;
    let styles = pack::member(&mut archive, "word/styles.xml")?.map(|bytes| headings(&bytes)).unwrap_or_default();
    let text = xml::text(&body);
    let tree = xml::parse(&text, "Word")?;
    let mut document = Document { format: Format::Docx, ..Document::default() };
    let paragraphs = tree.root().descendants().filter(|node| is(*node, "p") || is(*node, "tr"));
    for node in paragraphs {
        if is(node, "tr") {
            if node.ancestors().filter(|node| is(*node, "tr")).count() == 1 {
                document.blocks.extend(row(node));
            }
        } else if !node.ancestors().any(|node| is(node, "tr") && !is_layout(node)) && !within_box(node) {
            document.blocks.extend(paragraph(node, &styles));
        }
    }
    if let Some(core) = pack::member(&mut archive, "docProps/core.xml")? {
        let text = xml::text(&core);
        if let Ok(tree) = xml::parse(&text, "Word") {
            let field = |name: &str| first(tree.root(), name).map(text_of).filter(|text| !text.is_empty());
            document.title = field("title");
            document.author = field("creator");
            document.saved = field("created").or_else(|| field("modified"));
            document.language = field("language");
        }
    }
    Ok(document)
}

fn is(node: Node<'_, '_>, name: &str) -> bool {
    node.is_element() && node.tag_name().name() == name
}

/// What stands twice: a drawing with its fallback for old programs, text that was deleted.
fn within_box(node: Node<'_, '_>) -> bool {
    node.ancestors().any(|node| is(node, "Fallback") || is(node, "del"))
}

/// A row of one cell is a frame around text, not a table.
fn is_layout(row: Node<'_, '_>) -> bool {
    row.children().filter(|node| is(*node, "tc")).count() < 2
}

fn row(node: Node<'_, '_>) -> Option<Block> {
    if is_layout(node) {
        return None;
    }
    let cells: Vec<String> =
        node.children().filter(|node| is(*node, "tc")).map(|cell| text_of_runs(cell).replace('\n', " ")).collect();
    Block::new(Kind::Row, &cells.join("\t"))
}

/// The words of a node: its runs, tabs and breaks.
fn text_of_runs(node: Node<'_, '_>) -> String {
    let mut text = String::new();
    for node in node.descendants().filter(Node::is_element) {
        match node.tag_name().name() {
            "t" if !within_box(node) => text.push_str(node.text().unwrap_or_default()),
            "tab" => text.push(' '),
            "br" | "cr" => text.push('\n'),
            "noBreakHyphen" => text.push('-'),
            "p" if !text.is_empty() => text.push('\n'),
            _ => {}
        }
    }
    text
}

fn paragraph(node: Node<'_, '_>, headings: &[String]) -> Option<Block> {
    let properties = child(node, "pPr");
    let value = |name: &str| {
        let found = properties.and_then(|properties| child(properties, name))?;
        found.attributes().find(|attribute| attribute.name() == "val").map(|attribute| attribute.value().to_owned())
    };
    let style = value("pStyle").unwrap_or_default();
    let heading = headings.contains(&style) || value("outlineLvl").is_some_and(|level| level != "9");
    let item = properties.is_some_and(|properties| child(properties, "numPr").is_some());
    let kind = if heading {
        Kind::Heading
    } else if style.eq_ignore_ascii_case("caption") {
        Kind::Caption
    } else if item {
        Kind::Item
    } else {
        Kind::Paragraph
    };
    Block::new(kind, &text_of_runs(node))
}

/// The ids of styles that make headings.
fn headings(bytes: &[u8]) -> Vec<String> {
    let text = xml::text(bytes);
    let Ok(tree) = xml::parse(&text, "Word") else { return Vec::new() };
    let attribute = |node: Node<'_, '_>, name: &str| {
        node.attributes().find(|attribute| attribute.name() == name).map(|attribute| attribute.value().to_owned())
    };
    xml::all(tree.root(), "style")
        .filter(|style| {
            let name = child(*style, "name").and_then(|name| attribute(name, "val")).unwrap_or_default().to_lowercase();
            name.starts_with("heading")
                || name == "title"
                || name.starts_with("überschrift")
                || name.starts_with("titre")
        })
        .filter_map(|style| attribute(style, "styleId"))
        .collect()
}
