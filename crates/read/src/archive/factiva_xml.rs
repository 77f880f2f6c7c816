//! Factiva as XML.

use crate::blocks::{self, Block};
use crate::found::{Fact, Format, Found, fact, names};
use crate::xml::{Tree, all, child, text_of};
use crate::{dates, words};

/// The articles of such an export.
pub(crate) fn articles(tree: &Tree<'_>) -> Vec<(String, Found)> {
    let articles: Vec<_> = all(tree.root(), "article").collect();
    let many = articles.len();
    articles
        .into_iter()
        .enumerate()
        .map(|(at, article)| {
            let field = |name: &'static str| child(article, name).map(text_of);
            let mut found = Found::new(Format::Factiva, "").titled("headline", field("headline"));
            found.outlet = fact("sourceName", field("sourceName"));
            found.published = child(article, "publicationDate")
                .and_then(|date| dates::day(&text_of(date)))
                .map(|when| Fact::field("publicationDate", when));
            found.authors = names("byline", words::authors(&field("byline").unwrap_or_default()));
            found.language = field("baseLanguage").map(|tag| tag.trim().to_lowercase()).filter(|tag| !tag.is_empty());
            let mut body: Vec<Block> = Vec::new();
            for part in ["leadParagraph", "tailParagraphs"] {
                for node in article.children().filter(|node| node.has_tag_name_local(part)) {
                    let paragraphs: Vec<_> = all(node, "paragraph").collect();
                    if paragraphs.is_empty() {
                        body.extend(blocks::of_lines(&node_text(node)));
                    }
                    body.extend(paragraphs.into_iter().map(|one| Block::paragraph(words::one_line(&text_of(one)))));
                }
            }
            found.text = blocks::text(&body);
            (format!("article {} of {many}", at + 1), found)
        })
        .collect()
}

fn node_text(node: roxmltree::Node<'_, '_>) -> String {
    node.descendants().filter_map(|node| node.text().filter(|_| node.is_text())).collect()
}

trait Local {
    fn has_tag_name_local(&self, name: &str) -> bool;
}

impl Local for roxmltree::Node<'_, '_> {
    fn has_tag_name_local(&self, name: &str) -> bool {
        self.is_element() && self.tag_name().name() == name
    }
}
