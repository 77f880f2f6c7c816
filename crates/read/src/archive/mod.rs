//! The exports of press archives: one file, many articles, each with a head. What carries them (a page, a Word file, RTF,
//! plain text) is read before; here are their shapes.

mod europresse;
mod factiva;
mod factiva_xml;
mod head;
mod lexis;
mod nexis;

pub(crate) use europresse::articles as europresse;
pub(crate) use factiva_xml::articles as factiva_xml;
pub(crate) use head::language;

use crate::blocks::{self, Block};
use crate::found::Found;

/// The articles of an export that is plain text. Where the lines of its heads stand close, each of them is one for itself.
pub(crate) fn of_text(text: &str) -> Option<Vec<(String, Found)>> {
    articles(&blocks::of_lines(text)).or_else(|| articles(&of_heads(text)))
}

/// A text as blocks, with each line of a head as one: from the beginning, and from the end of an article, to the mark of
/// the next one's text, or to the paragraph with the notice of rights.
fn of_heads(text: &str) -> Vec<Block> {
    let marked = text.lines().any(lexis::is_body);
    let mut blocks = Vec::new();
    let mut body: Vec<&str> = Vec::new();
    let (mut in_head, mut ending) = (true, false);
    for line in text.lines() {
        let ended = lexis::is_end(line) || factiva::is_end(line);
        if ended {
            blocks.extend(blocks::of_lines(&body.join("\n")));
            body.clear();
        }
        if in_head || ended {
            in_head &= !(lexis::is_body(line) || ending && line.trim().is_empty());
            ending = !marked && (ending || head::is_copyright(line)) && !line.trim().is_empty();
            blocks.extend(Block::new(blocks::Kind::Paragraph, line));
        } else {
            body.push(line);
        }
        in_head |= ended;
    }
    blocks.extend(blocks::of_lines(&body.join("\n")));
    blocks
}

/// The articles of an export, where the paragraphs are one.
pub(crate) fn articles(blocks: &[Block]) -> Option<Vec<(String, Found)>> {
    let found = factiva::articles(blocks).or_else(|| lexis::articles(blocks)).or_else(|| nexis::articles(blocks))?;
    let many = found.len();
    let placed = found.into_iter().enumerate();
    Some(placed.map(|(at, found)| (format!("article {} of {many}", at + 1), found)).collect())
}

#[cfg(test)]
mod tests {
    use crate::reader::read;

    fn said(text: &str) -> Vec<String> {
        let value = |fact: &Option<crate::Fact<String>>| fact.as_ref().map_or(String::new(), |fact| fact.value.clone());
        let found = read("a.txt", text.as_bytes()).found;
        let day = |found: &crate::Found| found.published.as_ref().map_or(String::new(), |day| day.value.edtf.clone());
        found
            .iter()
            .map(|one| [value(&one.title), value(&one.outlet), day(one), one.text.clone()].join(" / "))
            .collect()
    }

    #[test]
    fn heads_whose_lines_stand_close() {
        let uni = "Page 1 of 2\nCrane falls at the pier\n\nCrane falls at the pier\nThe Valley Lamp\nMarch 4, 2031 Tuesday\n\nCopyright 2031 Valley \
                   Lamp All Rights Reserved\nSection: NEWS\nLength: 8 words\nByline: Anna Berg\n\nBody\n\nA crane fell onto the\npier.\n\nNobody was \
                   hurt.\n\nClassification\n\nLanguage: ENGLISH\n\nEnd of Document\n\nPage 2 of 2\nThe crane stays\nThe Valley Lamp\nMarch 6, 2031 \
                   Thursday\n\nLength: 4 words\n\nBody\n\nIt stays for now.\n\nEnd of Document\n";
        assert_eq!(
            said(uni),
            [
                "Crane falls at the pier / The Valley Lamp / 2031-03-04 / A crane fell onto the\npier.\n\nNobody was hurt.",
                "The crane stays / The Valley Lamp / 2031-03-06 / It stays for now.",
            ]
        );
        let factiva = "News\nCrane falls at the pier\n\nBy Anna Berg\n808 words\n4 March 2031\n06:15 GMT\nThe Valley Lamp\nLAMP\n13\nEnglish\n(c) 2031 \
                       Valley Lamp Ltd\n\nA crane fell.\n\nNobody was hurt.\n\nDocument LAMP000020310304edbd0000d\n";
        assert_eq!(
            said(factiva),
            ["Crane falls at the pier / The Valley Lamp / 2031-03-04 / A crane fell.\n\nNobody was hurt."]
        );
        let german = "1 von 1 DOKUMENTEN\n\nDer Talbote\n\nDienstag, 4. März 2031\n\nKran fällt auf die Mole\n\nAUTOR: Anna Berg\n\nLÄNGE: 5 \
                      Wörter\n\nEin Kran fiel.\n\nSPRACHE: GERMAN\n";
        assert_eq!(said(german), ["Kran fällt auf die Mole / Der Talbote / 2031-03-04 / Ein Kran fiel."]);
    }
}
