//! Nexis as it was until 2019: `3 of 74 DOCUMENTS`, the outlet, the day, the headline, fields in capitals, the text.

use super::head::{Field, field, filled, is_copyright, outlet, set};
use crate::blocks::{self, Block};
use crate::dates;
use crate::found::{Fact, Format, Found, fact};

/// The articles of such an export.
pub(crate) fn articles(blocks: &[Block]) -> Option<Vec<Found>> {
    let starts: Vec<usize> = (0..blocks.len()).filter(|&at| is_start(&blocks[at].text)).collect();
    if starts.is_empty() {
        return None;
    }
    let ends = starts[1..].iter().copied().chain([blocks.len()]);
    Some(starts.iter().zip(ends).map(|(&start, end)| article(&blocks[start + 1..end])).collect())
}

/// `3 of 74 DOCUMENTS`, in the languages of the archive.
fn is_start(line: &str) -> bool {
    let parts: Vec<&str> = line.split_whitespace().collect();
    let number = |word: &str| word.chars().all(|c| c.is_ascii_digit());
    match parts[..] {
        [a, b, c, d] => {
            let of = |word: &str| matches!(word, "of" | "de" | "von" | "di" | "van");
            number(a) && of(b) && number(c) && is_unit(d) || is_unit(a) && number(b) && of(c) && number(d)
        }
        _ => false,
    }
}

fn is_unit(word: &str) -> bool {
    matches!(
        word.to_lowercase().as_str(),
        "documents"
            | "document"
            | "dokumente"
            | "dokumenten"
            | "dokument"
            | "documentos"
            | "documento"
            | "documenti"
            | "documenten"
    )
}

fn article(blocks: &[Block]) -> Found {
    let blocks: Vec<&Block> = filled(blocks).collect();
    let mut found = Found::new(Format::Nexis, "");
    // The day stands near the top: what is before it is the outlet, what is after it, up to the first field, the headline.
    let day = (0..blocks.len().min(6)).find_map(|at| Some((at, dates::only(first_line(blocks[at]))?)));
    let mut at = 0;
    if let Some((day_at, when)) = day {
        found.published = Some(Fact::field("day in the head", when));
        let before: Vec<&Block> = blocks[..day_at].iter().copied().filter(|block| !is_copyright(&block.text)).collect();
        found.outlet = before.first().and_then(|block| fact("outlet in the head", Some(outlet(first_line(block)))));
        at = day_at + 1;
    } else if let Some(block) = blocks.first() {
        found.outlet = fact("outlet in the head", Some(outlet(first_line(block))));
        at = 1;
    }
    let mut body: Vec<Block> = Vec::new();
    let mut in_head = true;
    for block in &blocks[at.min(blocks.len())..] {
        let text = block.text.as_str();
        match field(text) {
            Some((kind, value)) if in_head || kind == Field::Filing || kind == Field::Language => {
                if kind == Field::Filing && !in_head {
                    break;
                }
                set(&mut found, kind, text.split(':').next().unwrap_or_default(), value);
                if kind == Field::Language {
                    break;
                }
                continue;
            }
            _ => {}
        }
        if is_copyright(text) {
            if in_head && body.is_empty() && found.title.is_none() {
                continue;
            }
            break;
        }
        if in_head && found.title.is_none() {
            found.title = fact("headline", Some(text.replace('\n', " ")));
            continue;
        }
        in_head = false;
        body.push((*block).clone());
    }
    // The rest are fields.
    for block in &blocks {
        if let Some((Field::Language, value)) = field(&block.text) {
            set(&mut found, Field::Language, "LANGUAGE", value);
        }
    }
    found.text = blocks::text(&body);
    found
}

fn first_line(block: &Block) -> &str {
    block.text.lines().next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    const EXPORT: &str = "Terms: pier\n\n   1 of 2 DOCUMENTS\n\n   The Coast Courier\n\n   March 4, 2031 Tuesday\n\n\
        Crane falls at the new pier\n\nBYLINE: Anna Berg\n\nSECTION: NEWS; Pg. 4\n\nLENGTH: 12 words\n\nA crane fell onto the new \
        pier on Monday.\n\nNote: nobody was hurt.\n\nLOAD-DATE: March 5, 2031\n\nLANGUAGE: ENGLISH\n\nCopyright 2031 Courier\n\n  \
        2 of 2 DOCUMENTS\n\nHarbour Post\n\nMarch 6, 2031\n\nThe crane stays\n\nLENGTH: 5 words\n\nIt stays for now.\n\n\
        LANGUAGE: ENGLISH\n";

    #[test]
    fn each_article_with_its_head() {
        let found = articles(&blocks::of_lines(EXPORT)).expect("an export");
        assert_eq!(found.len(), 2);
        let first = &found[0];
        assert_eq!(first.outlet.as_ref().map(|f| f.value.as_str()), Some("The Coast Courier"));
        assert_eq!(first.title.as_ref().map(|f| f.value.as_str()), Some("Crane falls at the new pier"));
        assert_eq!(first.published.as_ref().map(|f| f.value.edtf.as_str()), Some("2031-03-04"));
        assert_eq!(first.authors.as_ref().map(|f| f.value.clone()), Some(vec!["Anna Berg".to_owned()]));
        assert_eq!(first.text, "A crane fell onto the new pier on Monday.\n\nNote: nobody was hurt.");
        assert_eq!(first.language.as_deref(), Some("en"));
        assert_eq!(found[1].text, "It stays for now.");
    }

    #[test]
    fn numbers_alone_are_no_export() {
        assert!(articles(&blocks::of_lines("3 of 74 ships sank.\n\n1 of 2")).is_none());
    }
}
