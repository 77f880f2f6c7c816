//! A page, or a piece of one, as paragraphs: all of its words, none of its scripts.

use super::areas::{self, Areas};
use super::elements::{is_block, is_hidden, is_unseen};
use super::stream::{Element, Event, walk};
use crate::blocks::{Block, Kind};

/// A paragraph of a page with what its place in the page says of it.
#[derive(Clone, Debug)]
pub(crate) struct Piece {
    /// The paragraph.
    pub(crate) block: Block,
    /// How many of its characters are links.
    pub(crate) links: usize,
    /// How many of its characters are slanted.
    pub(crate) slanted: usize,
    /// The areas of the page that it lies in.
    pub(crate) areas: Areas,
}

/// The paragraphs of a page or of a piece of HTML, in order.
pub(crate) fn blocks(html: &str) -> Vec<Block> {
    pieces(html).into_iter().map(|piece| piece.block).collect()
}

/// The paragraphs of a page with where each stands.
pub(crate) fn pieces(html: &str) -> Vec<Piece> {
    let mut page = Page::default();
    if super::bounds::check(html).is_err() {
        return Vec::new();
    }
    walk(html, |event| page.take(event));
    page.end(Kind::Paragraph);
    page.pieces
}

/// The words of a piece of HTML, as the text of a report.
pub(crate) fn text(html: &str) -> String {
    let mut blocks = blocks(html);
    blocks.retain(|block| block.kind != Kind::Caption);
    crate::blocks::text(&blocks)
}

#[derive(Default)]
struct Page {
    pieces: Vec<Piece>,
    /// The elements that are open, each with the areas that it lies in.
    open: Vec<(String, Areas)>,
    /// Whether a link is open, and how much of the words are links.
    link: bool,
    links: usize,
    /// The same of slanted words.
    slant: u32,
    slanted: usize,
    /// The words since the last block.
    words: String,
    /// How deep we are in what has no words for readers, and in which element that began.
    hidden: u32,
    hidden_in: String,
    /// In a row of a table.
    row: u32,
    /// In a text whose lines and spaces count.
    kept: u32,
    caption: u32,
    /// In a row: a paragraph has ended within the cell.
    gap: bool,
    /// What the block at hand is.
    kind: Kind,
}

impl Page {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Open(element) => {
                let name = element.name();
                if self.hidden > 0 {
                    self.hidden += u32::from(name == self.hidden_in);
                } else if is_hidden(name) || is_unseen(element) {
                    self.hidden = 1;
                    name.clone_into(&mut self.hidden_in);
                } else {
                    let page = element.attribute("style").is_some_and(|style| style.contains("page-break-before"));
                    self.open(name, page);
                    self.enter(element);
                }
            }
            Event::Close(name) => {
                if self.hidden > 0 {
                    self.hidden -= u32::from(name == self.hidden_in);
                } else {
                    self.close(name);
                    self.leave(name);
                }
            }
            Event::Words(words) if self.hidden == 0 => self.write(words),
            Event::Words(_) | Event::Comment(_) => {}
        }
    }

    fn enter(&mut self, element: &Element) {
        let name = element.name();
        match name {
            "a" => self.link = true,
            "em" | "i" => self.slant += 1,
            _ if element.is_void() => {}
            _ if is_block(name) || matches!(name, "span" | "tr" | "td" | "th") => {
                let areas = self.areas().with(areas::of(element));
                // What is open beyond all measure no longer tells anything.
                if self.open.len() < 4096 {
                    self.open.push((name.to_owned(), areas));
                }
            }
            _ => {}
        }
    }

    fn leave(&mut self, name: &str) {
        match name {
            "a" => self.link = false,
            "em" | "i" => self.slant = self.slant.saturating_sub(1),
            _ => {
                let near = self.open.iter().rev().take(64).position(|(open, _)| open == name);
                if let Some(up) = near {
                    self.open.truncate(self.open.len() - up - 1);
                }
            }
        }
    }

    fn areas(&self) -> Areas {
        self.open.last().map(|(_, areas)| *areas).unwrap_or_default()
    }

    fn push(&mut self, block: Option<Block>, (links, slanted): (usize, usize)) {
        let areas = self.areas();
        self.pieces.extend(block.map(|block| Piece { block, links, slanted, areas }));
    }

    fn open(&mut self, name: &str, page: bool) {
        match name {
            // Before the words of a cell a break parts nothing.
            "br" if self.row > 0 && self.words.rsplit('\t').next().is_none_or(|cell| cell.trim().is_empty()) => {}
            "br" => self.words.push('\n'),
            "td" | "th" if self.row > 0 => {
                self.gap = false;
                if !self.words.trim().is_empty() {
                    self.trim();
                    self.words.push('\t');
                }
            }
            "tr" => {
                self.gap = false;
                self.end(Kind::Paragraph);
                self.row += 1;
            }
            "pre" => {
                self.end(Kind::Paragraph);
                self.kept += 1;
            }
            "figcaption" | "caption" => {
                self.end(Kind::Paragraph);
                self.caption += 1;
            }
            _ if is_block(name) => {
                self.part();
                if matches!(name, "h1" | "h2" | "h3" | "h4" | "h5" | "h6") {
                    self.kind = Kind::Heading;
                } else if matches!(name, "li" | "dt" | "dd") {
                    self.kind = Kind::Item;
                }
            }
            _ => {}
        }
        if page {
            self.end(Kind::Paragraph);
            self.push(Block::new(Kind::Break, ""), (0, 0));
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "tr" => {
                self.end_row();
                self.row = self.row.saturating_sub(1);
            }
            "td" | "th" => self.gap = false,
            "table" => {
                self.end(Kind::Paragraph);
                self.row = 0;
            }
            "pre" => {
                self.end(Kind::Paragraph);
                self.kept = self.kept.saturating_sub(1);
            }
            "figcaption" | "caption" => {
                self.end(Kind::Caption);
                self.caption = self.caption.saturating_sub(1);
            }
            _ if is_block(name) && self.row == 0 => self.end(Kind::Paragraph),
            _ if is_block(name) => self.gap = true,
            _ => {}
        }
    }

    /// Ends the block at hand, unless that is a cell of a row in which nothing stands yet.
    fn part(&mut self) {
        self.gap = false;
        if self.row == 0 {
            self.end(Kind::Paragraph);
        } else if !self.words.rsplit('\t').next().unwrap_or_default().trim().is_empty() {
            self.end_row();
        }
    }

    fn end_row(&mut self) {
        let kind = if self.words.contains('\t') { Kind::Row } else { Kind::Paragraph };
        self.end(kind);
    }

    fn write(&mut self, words: &str) {
        if self.gap && !words.trim().is_empty() {
            self.part();
        }
        if self.kept > 0 {
            self.words.push_str(words);
            return;
        }
        let count = words.chars().filter(|c| !c.is_whitespace()).count();
        self.links += if self.link { count } else { 0 };
        self.slanted += if self.slant > 0 { count } else { 0 };
        for c in words.chars() {
            if c.is_whitespace() && c != '\u{a0}' {
                self.space();
            } else {
                self.words.push(c);
            }
        }
    }

    fn space(&mut self) {
        if !self.words.is_empty() && !self.words.ends_with([' ', '\n', '\t']) {
            self.words.push(' ');
        }
    }

    fn trim(&mut self) {
        let end = self.words.trim_end_matches([' ', '\n']).len();
        self.words.truncate(end);
    }

    /// Ends the block at hand. Two line breaks in a row part paragraphs as well.
    fn end(&mut self, kind: Kind) {
        let kind = match kind {
            Kind::Paragraph if self.caption > 0 => Kind::Caption,
            Kind::Paragraph => self.kind,
            other => other,
        };
        self.kind = Kind::Paragraph;
        let words = std::mem::take(&mut self.words);
        let counts = (std::mem::take(&mut self.links), std::mem::take(&mut self.slanted));
        if self.kept > 0 {
            for block in crate::blocks::of_lines(&words) {
                self.push(Some(block), counts);
            }
        } else {
            let mut part = String::new();
            for line in words.split('\n') {
                if line.trim_matches([' ', '\u{a0}']).is_empty() {
                    self.push(Block::new(kind, &part), counts);
                    part.clear();
                } else {
                    part.push_str(line);
                    part.push('\n');
                }
            }
            self.push(Block::new(kind, &part), counts);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_lists_captions_and_tables() {
        let html = "<head><title>x</title></head><h1>The <b>pier</b></h1><p>One&nbsp;crane<br>fell.<br><br>It was \
                    old.</p><ul><li>first<li>second</ul><figure><img><figcaption>A crane</figcaption></figure><table>\
                    <tr><th>Year<th>Cranes</tr><tr><td><p>2030</p></td><td>4</td></tr></table><script>1<2</script>";
        let seen: Vec<(Kind, String)> = blocks(html).into_iter().map(|block| (block.kind, block.text)).collect();
        let expected = [
            (Kind::Heading, "The pier"),
            (Kind::Paragraph, "One crane\nfell."),
            (Kind::Paragraph, "It was old."),
            (Kind::Item, "first"),
            (Kind::Item, "second"),
            (Kind::Caption, "A crane"),
            (Kind::Row, "Year\tCranes"),
            (Kind::Row, "2030\t4"),
        ];
        assert_eq!(seen, expected.map(|(kind, text)| (kind, text.to_owned())));
    }

    #[test]
    fn what_comes_up_over_a_name_is_no_word_of_the_sentence() {
        let html = "<p>The mayor, <span class=rollover><a>Ole Dahl</a><span class=rollover-block><span>Ole Dahl</span>Dahl opens a \
                    pier</span></span>, came<span class=sr-only> (opens anew)</span>.</p><div class='d-none d-print-block'>Cite as: \
                    Dahl</div><p>It rained.</p>";
        assert_eq!(text(html), "The mayor, Ole Dahl, came.\n\nIt rained.");
    }

    #[test]
    fn depth_does_no_harm() {
        let html = format!("{}word", "<div>".repeat(100_000));
        assert_eq!(text(&html), "word");
    }
}
