//! Nexis Uni and Lexis Advance, since 2019: headline, outlet, day, `Length:`, `Body`, the text, `End of Document`.

use super::head::{Field, field, is_copyright, outlet, set};
use crate::blocks::{self, Block};
use crate::dates;
use crate::found::{Fact, Format, Found, fact};

/// The articles of such an export.
pub(crate) fn articles(blocks: &[Block]) -> Option<Vec<Found>> {
    let lines: Vec<&Block> = blocks.iter().filter(|block| !block.text.trim().is_empty()).collect();
    let ends: Vec<usize> = (0..lines.len()).filter(|&at| is_end(&lines[at].text)).collect();
    let mut found = Vec::new();
    let mut start = 0;
    for end in ends {
        found.extend(article(&lines[start..end]));
        start = end + 1;
    }
    (!found.is_empty()).then_some(found)
}

pub(super) fn is_end(line: &str) -> bool {
    [
        "End of Document",
        "Ende des Dokuments",
        "Fin du document",
        "Fin del documento",
        "Einde van document",
        "Fine del documento",
    ]
    .iter()
    .any(|end| line.trim().eq_ignore_ascii_case(end))
}

pub(super) fn is_body(line: &str) -> bool {
    matches!(line.trim(), "Body" | "Textkörper" | "Corps" | "Cuerpo" | "Hauptteil" | "Volltext" | "Tekst" | "Corpo")
}

/// What stands after the text.
fn is_filing(line: &str) -> bool {
    matches!(
        line.trim(),
        "Classification" | "Klassifizierung" | "Clasificación" | "Notes" | "Graphic" | "Load-Date" | "Correction"
    ) || matches!(field(line), Some((Field::Filing, _)) if line.starts_with("Load-Date"))
}

fn article(lines: &[&Block]) -> Option<Found> {
    // The head lies before the body; where there is no such mark, it ends with its last field.
    let body = lines.iter().position(|line| is_body(&line.text)).or_else(|| {
        lines
            .iter()
            .take(30)
            .rposition(|line| matches!(field(&line.text), Some((Field::Length | Field::Byline | Field::Section, _))))
    })?;
    let head = &lines[..body];
    // Of several days in the head (a list of the export stands before the first article), the last is the article's.
    let day = (0..head.len()).rev().find(|&at| {
        field(&head[at].text).is_none()
            && !is_copyright(&head[at].text)
            && at >= 1
            && dates::only(first(head[at])).is_some()
    })?;
    let mut found = Found::new(Format::Nexis, "");
    found.published = dates::only(first(head[day])).map(|when| Fact::field("day in the head", when));
    found.outlet = fact("outlet in the head", Some(outlet(first(head[day - 1]))));
    found.title = day.checked_sub(2).and_then(|at| fact("headline", Some(head[at].text.replace('\n', " "))));
    for line in &head[day..] {
        for part in line.text.lines() {
            if let Some((kind, value)) = field(part) {
                set(&mut found, kind, part.split(':').next().unwrap_or_default(), value);
            }
        }
    }
    let rest = &lines[body + 1..];
    let end = rest.iter().position(|line| is_filing(&line.text)).unwrap_or(rest.len());
    for line in rest[end..].iter().flat_map(|block| block.text.lines()) {
        if let Some((Field::Language, value)) = field(line) {
            set(&mut found, Field::Language, "Language", value);
        }
    }
    let marks = |line: &&Block| {
        !matches!(line.text.trim(), "ABSTRACT" | "FULL TEXT" | "Abstract" | "Full Text" | "Link to Image" | "Highlight")
    };
    let text: Vec<Block> = rest[..end].iter().filter(|line| marks(line)).map(|line| (*line).clone()).collect();
    found.text = blocks::text(&text);
    Some(found)
}

fn first(block: &Block) -> &str {
    block.text.lines().next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_before_the_first_article_is_none_of_it() {
        let export = "Date and Time: Friday, 7 March 2031\n\nDocuments (1)\n\n1. Crane falls\n\nClient/Matter: -None-\n\nCrane \
                      falls\n\nThe Courier(Port Alma)\n\nMarch 4, 2031 Tuesday 9:20 AM GMT\n\nCopyright 2031 The Courier All Rights \
                      Reserved\n\nSection: NEWS; Version:2\n\nLength: 8 words\n\nByline: Anna Berg\n\nBody\n\nA crane fell onto the \
                      pier.\n\nNobody was hurt.\n\nClassification\n\nLanguage: ENGLISH\n\nLoad-Date: March 4, 2031\n\nEnd of Document";
        let found = articles(&blocks::of_lines(export)).expect("an export");
        let [one] = &found[..] else { panic!("one article: {found:?}") };
        assert_eq!(one.title.as_ref().map(|f| f.value.as_str()), Some("Crane falls"));
        assert_eq!(one.outlet.as_ref().map(|f| f.value.as_str()), Some("The Courier (Port Alma)"));
        assert_eq!(one.published.as_ref().map(|f| f.value.edtf.as_str()), Some("2031-03-04"));
        assert_eq!(one.text, "A crane fell onto the pier.\n\nNobody was hurt.");
        assert_eq!((one.language.as_deref(), one.authors.is_some()), (Some("en"), true));
    }
}
