use pulldown_cmark::{Event, HeadingLevel, Parser, Tag, TagEnd};

use crate::found::{Fact, Found};

/// Turns Markdown into the text that a reader sees: paragraphs between blank lines, headings in lines of their own, the
/// words of links and emphasis without their marks. A first heading of the first level is the title, where none is given.
pub(super) fn plain(found: &mut Found) {
    let mut page = Page::default();
    for event in Parser::new(&found.text) {
        page.take(event);
    }
    if let (None, Some(title)) = (&found.title, page.title.filter(|title| !title.trim().is_empty())) {
        found.title = Some(Fact::field("heading", title.trim().to_owned()));
    }
    found.text = page.text.trim_end().to_owned();
}

/// The text as it grows.
#[derive(Default)]
struct Page {
    text: String,
    title: Option<String>,
    in_title: bool,
    /// Pictures and HTML are no words of the report.
    hidden: u32,
}

impl Page {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(Tag::Heading { level: HeadingLevel::H1, .. })
                if self.title.is_none() && self.text.is_empty() =>
            {
                self.in_title = true;
                self.title = Some(String::new());
            }
            Event::End(TagEnd::Heading(_)) if self.in_title => self.in_title = false,
            Event::Start(Tag::Image { .. } | Tag::HtmlBlock | Tag::MetadataBlock(_)) => self.hidden += 1,
            Event::End(TagEnd::Image | TagEnd::HtmlBlock | TagEnd::MetadataBlock(_)) => {
                self.hidden = self.hidden.saturating_sub(1);
            }
            Event::Text(words) | Event::Code(words) => self.write(&words),
            Event::SoftBreak => self.write("\n"),
            Event::HardBreak => self.write("\n"),
            Event::Rule => self.part(),
            Event::End(
                TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item | TagEnd::CodeBlock | TagEnd::BlockQuote(_),
            ) => self.part(),
            _ => {}
        }
    }

    fn write(&mut self, words: &str) {
        if self.hidden > 0 {
            return;
        }
        match &mut self.title {
            Some(title) if self.in_title => title.push_str(words),
            _ => self.text.push_str(words),
        }
    }

    /// Ends a paragraph.
    fn part(&mut self) {
        let end = self.text.trim_end().len();
        self.text.truncate(end);
        if end > 0 {
            self.text.push_str("\n\n");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_reader_sees() {
        let mut found = Found {
            text: "# The dam\n\nThe *minister* said [so](https://example.org).\n\n![a dam](x.png)\n\n## Costs\n\n- 3 bn\n- \
                   more\n"
                .into(),
            ..Found::default()
        };
        plain(&mut found);
        assert_eq!(found.title.map(|title| title.value).as_deref(), Some("The dam"));
        assert_eq!(found.text, "The minister said so.\n\nCosts\n\n3 bn\n\nmore");
    }
}
