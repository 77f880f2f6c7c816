//! Word, OpenDocument, RTF, EPUB: text with its headings.

mod docx;
mod epub;
mod odt;
mod rtf;

pub(crate) use docx::read as docx;
pub(crate) use epub::read as epub;
pub(crate) use odt::read as odt;
pub(crate) use rtf::read as rtf;

use crate::blocks::{self, Block, Kind};
use crate::found::{Fact, Format, Found, Source, fact, names};
use crate::{dates, day_lines, words};

/// A document of an office program as it was read.
#[derive(Default)]
pub(crate) struct Document {
    pub(crate) format: Format,
    pub(crate) blocks: Vec<Block>,
    /// What its properties say. Who saved it is not who wrote it, and when is not the day of the report: those two are
    /// weighed against the text.
    pub(crate) title: Option<String>,
    pub(crate) author: Option<String>,
    pub(crate) saved: Option<String>,
    pub(crate) language: Option<String>,
}

impl Document {
    /// The one report that the document is.
    pub(crate) fn found(mut self) -> Found {
        let mut found = Found::new(self.format, "");
        let first = self.blocks.iter().position(|block| block.kind != Kind::Break);
        let heading = first.filter(|&at| self.blocks[at].kind == Kind::Heading);
        // Properties keep the title of a template, or of what was written before: they count where the text says it too.
        let key = |text: &str| words::letters(text).collect::<String>();
        let said: Vec<String> = self.blocks.iter().take(6).map(|block| key(&block.text)).collect();
        let plain = |title: &String| key(title).len() >= 4 && said.iter().any(|block| block.contains(&key(title)));
        if let Some(at) = heading {
            found.title = fact("heading", Some(self.blocks.remove(at).text));
        } else if let Some(title) = self.title.filter(plain) {
            if let Some(at) = first.filter(|&at| key(&self.blocks[at].text) == key(&title)) {
                self.blocks.remove(at);
            }
            found.title = fact("properties", Some(title));
        } else if let Some(at) = first.filter(|&at| {
            // A short first line without a full stop stands above a text as its title.
            let line = &self.blocks[at].text;
            let count = line.split_whitespace().count();
            (2..=20).contains(&count)
                && !line.contains('\n')
                && !line.ends_with(['.', ':', ',', ';'])
                && dates::only(line).is_none()
                && self.blocks.len() > at + 1
        }) {
            found.title = Some(Fact { value: self.blocks.remove(at).text, source: Source::Text });
        }
        // A line of the head that is a date and little else; else the day of the properties where the text names it too.
        let head = self.blocks.iter().filter(|block| block.kind != Kind::Break).take(4);
        found.published = head
            .filter(|block| block.text.split_whitespace().count() <= 8)
            .find_map(|block| day_lines::told(&block.text).map(|value| Fact { value, source: Source::Text }));
        if found.published.is_none()
            && let Some(when) = self.saved.as_deref().and_then(dates::day)
        {
            found.notes.push(format!("saved on {}, which need not be the day of the report", when.edtf));
        }
        let byline =
            self.blocks.iter().take(4).find(|block| words::begins(&block.text, "by ") && block.text.len() < 100);
        found.authors = byline.and_then(|block| names("byline", words::authors(&block.text)));
        if found.authors.is_none()
            && let Some(author) = self.author.filter(|author| author.split_whitespace().count() > 1)
        {
            let text = blocks::text(&self.blocks);
            let head: String = text.chars().take(600).collect();
            if head.contains(&author) {
                found.authors = names("properties", vec![author]);
            }
        }
        found.language = self.language;
        found.text = blocks::text(&self.blocks);
        found
    }
}
