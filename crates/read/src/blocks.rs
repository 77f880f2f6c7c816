/// What a paragraph of a file is there for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A paragraph.
    #[default]
    Paragraph,
    /// A heading.
    Heading,
    /// An item of a list.
    Item,
    /// The words under a picture.
    Caption,
    /// A row of a table, its cells parted by tabs.
    Row,
    /// No words: a new page or section begins.
    Break,
}

/// One paragraph of a file, in the order in which it is read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Block {
    /// What it is.
    pub(crate) kind: Kind,
    /// Its words; line breaks within it are kept.
    pub(crate) text: String,
}

impl Block {
    /// A block with its lines trimmed; `None` where it says nothing.
    pub(crate) fn new(kind: Kind, text: &str) -> Option<Self> {
        if kind == Kind::Break {
            return Some(Self { kind, text: String::new() });
        }
        let mut lines: Vec<String> = Vec::new();
        for line in text.lines() {
            let line = if kind == Kind::Row { cells(line) } else { crate::words::one_line(line) };
            if !line.is_empty() {
                lines.push(line);
            }
        }
        (!lines.is_empty()).then(|| Self { kind, text: lines.join("\n") })
    }

    /// A paragraph.
    pub(crate) fn paragraph(text: impl Into<String>) -> Self {
        Self { kind: Kind::Paragraph, text: text.into() }
    }
}

/// A row with its cells parted by single tabs.
fn cells(line: &str) -> String {
    let cells: Vec<String> = line.split('\t').map(crate::words::one_line).collect();
    cells.join("\t").trim_matches('\t').to_owned()
}

/// Blocks as the text of a report: blank lines between paragraphs, none between the rows of a table, a dot before the items
/// of a list; pictures' captions are left to the caller, and pages end nothing.
pub(crate) fn text(blocks: &[Block]) -> String {
    let mut text = String::new();
    let mut before = Kind::Break;
    for block in blocks.iter().filter(|block| block.kind != Kind::Break) {
        if !text.is_empty() {
            text.push_str(if block.kind == Kind::Row && before == Kind::Row { "\n" } else { "\n\n" });
        }
        if block.kind == Kind::Item && block.text.starts_with(char::is_alphanumeric) {
            text.push_str("• ");
        }
        if block.kind == Kind::Row {
            text.push_str(&block.text.replace('\t', " | "));
        } else {
            text.push_str(&block.text);
        }
        before = block.kind;
    }
    text
}

/// Plain text as blocks: paragraphs between blank lines, or lines that begin indented. Lines that were only broken to
/// fit a width are joined.
pub(crate) fn of_lines(text: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut lines: Vec<&str> = Vec::new();
    let flush = |lines: &mut Vec<&str>, blocks: &mut Vec<Block>| {
        blocks.extend(Block::new(Kind::Paragraph, &unwrap(lines)));
        lines.clear();
    };
    for line in text.lines() {
        let indented = line.starts_with("  ") || line.starts_with('\t');
        if line.trim().is_empty() {
            flush(&mut lines, &mut blocks);
        } else {
            if indented && lines.last().is_some_and(|last| !last.starts_with("  ") && !last.starts_with('\t')) {
                flush(&mut lines, &mut blocks);
            }
            lines.push(line);
        }
    }
    flush(&mut lines, &mut blocks);
    blocks
}

/// Joins lines that were broken to fit a width: all but the last are nearly as long as the longest.
pub(crate) fn unwrap(lines: &[&str]) -> String {
    let length = |line: &&str| line.trim().chars().count();
    let longest = lines.iter().map(length).max().unwrap_or(0);
    let body = &lines[..lines.len().saturating_sub(1)];
    let wrapped = (40..=100).contains(&longest)
        && body.iter().filter(|line| length(line) * 3 >= longest * 2).count() * 4 >= body.len() * 3;
    lines.iter().map(|line| line.trim()).collect::<Vec<_>>().join(if wrapped { " " } else { "\n" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wrapped_lines_are_joined_and_verses_are_not() {
        let wrapped = "The harbour office said that the new pier would be closed\nuntil the crane had been examined by \
                       engineers of the\ninsurer.\n\nOne\nTwo";
        let blocks = of_lines(wrapped);
        assert_eq!(blocks.len(), 2);
        assert!(blocks[0].text.ends_with("engineers of the insurer.") && !blocks[0].text.contains('\n'));
        assert_eq!(blocks[1].text, "One\nTwo");
    }

    #[test]
    fn rows_stand_together() {
        let blocks: Vec<Block> = [(Kind::Row, "a\t b"), (Kind::Row, "c\td\t"), (Kind::Paragraph, " e ")]
            .iter()
            .filter_map(|(kind, text)| Block::new(*kind, text))
            .collect();
        assert_eq!(text(&blocks), "a | b\nc | d\n\ne");
        let items: Vec<Block> = ["one", "- two"].iter().filter_map(|item| Block::new(Kind::Item, item)).collect();
        assert_eq!(text(&items), "• one\n\n- two");
    }
}
