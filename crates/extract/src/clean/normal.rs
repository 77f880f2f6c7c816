//! The normal form of a text: one kind of space, one kind of line end, no characters that nobody sees, and paragraphs
//! that were wrapped at a fixed width on one line again.

/// One line of the normal form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// Its words, without white space at either end; never empty.
    pub(super) text: String,
    /// Whether a blank line, or the start of the text, comes before it.
    pub(super) apart: bool,
    /// Whether it was marked as a heading (Markdown's `#`); the marks are gone.
    pub(super) heading: bool,
}

/// Brings a text into normal form.
pub(super) fn lines(raw: &str) -> Vec<Line> {
    let lines = single_lines(raw);
    match wrap_width(&lines) {
        Some(width) => unwrap(lines, width),
        None => lines,
    }
}

/// Whether the paragraphs of a text were wrapped at a fixed width.
pub(super) fn is_wrapped(raw: &str) -> bool {
    wrap_width(&single_lines(raw)).is_some()
}

fn single_lines(raw: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut apart = true;
    for line in visible(raw).split('\n') {
        let (text, heading) = unmarked(line.trim());
        if text.is_empty() {
            apart = true;
            continue;
        }
        lines.push(Line { text, apart, heading });
        apart = false;
    }
    lines
}

/// Line ends become `\n`, every other white space becomes single spaces, and marks that do not show are dropped: the
/// byte-order mark, soft hyphens, zero-width spaces, control characters, and marks of writing direction.
fn visible(raw: &str) -> String {
    let mut text = String::with_capacity(raw.len());
    let mut chars = raw.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\r' => {
                chars.next_if_eq(&'\n');
                text.push('\n');
            }
            '\n' | '\u{85}' | '\u{2028}' | '\u{b}' | '\u{c}' => text.push('\n'),
            '\u{2029}' => text.push_str("\n\n"),
            '\u{feff}' | '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{200e}' | '\u{200f}' => {}
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {}
            c if c == '\t' || c.is_whitespace() => {
                if !text.ends_with([' ', '\n']) {
                    text.push(' ');
                }
            }
            c if c.is_control() => {}
            c => text.push(c),
        }
    }
    text
}

/// A line without Markdown's marks of headings, quotations, links and emphasis and without the strokes that keep a mark
/// from being read as one ("and\/or"), and whether it was a heading.
fn unmarked(line: &str) -> (String, bool) {
    let quoted = line.strip_prefix("> ").unwrap_or(line);
    let rest = quoted.trim_start_matches('#');
    let marks = quoted.len() - rest.len();
    let heading = (1..=6).contains(&marks) && rest.starts_with(' ');
    let words = if heading { rest.trim().trim_end_matches('#').trim_end() } else { quoted };
    (without_strokes(&without_links(words).replace("**", "")), heading)
}

/// Marks of punctuation without the stroke before them; two strokes stay, as in the names of shared folders.
fn without_strokes(line: &str) -> String {
    let mut text = String::with_capacity(line.len());
    let mut chars = line.chars().peekable();
    while let Some(c) = chars.next() {
        let guards = chars.peek().is_some_and(|next| next.is_ascii_punctuation() && *next != '\\');
        if c != '\\' || !guards || text.ends_with('\\') {
            text.push(c);
        }
    }
    text
}

/// Markdown links as their words alone.
fn without_links(line: &str) -> String {
    let mut text = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(middle) = rest.find("](") {
        let Some(open) = rest[..middle].rfind('[') else {
            text.push_str(&rest[..middle + 2]);
            rest = &rest[middle + 2..];
            continue;
        };
        let target = &rest[middle + 2..];
        // A link's target has no white space in it but before a title, and ends on the same line.
        let Some(close) = target.bytes().take(2_000).position(|b| b == b')') else {
            text.push_str(&rest[..middle + 2]);
            rest = target;
            continue;
        };
        text.push_str(rest[..open].trim_end_matches('!'));
        text.push_str(&rest[open + 1..middle]);
        rest = &target[close + 1..];
    }
    text.push_str(rest);
    text
}

/// The width, in code points, at which a text was wrapped; `None` where its lines are whole paragraphs.
///
/// A text was wrapped where line after line is filled: the first word of the next line would not have fitted. Lines
/// that would have taken it, though they are long, speak against.
fn wrap_width(lines: &[Line]) -> Option<usize> {
    let lengths: Vec<usize> = lines.iter().map(|line| line.text.chars().count()).collect();
    let width = *lengths.iter().max()?;
    if !(40..=130).contains(&width) {
        return None;
    }
    let (mut filled, mut open, mut amid) = (0, 0, 0);
    for (index, pair) in lines.windows(2).enumerate().filter(|(_, pair)| !pair[1].apart && !pair[1].heading) {
        if lengths[index] * 3 < width * 2 {
            continue;
        }
        if lengths[index] + 1 + first_word(&pair[1].text) > width {
            filled += 1;
            amid += usize::from(!ends_sentence(&pair[0].text));
        } else if !ends_sentence(&pair[0].text) {
            open += 1;
        }
    }
    (filled >= 2 && filled >= open * 4 && amid * 2 >= filled).then_some(width)
}

/// Joins the lines of each paragraph of a text that was wrapped at `width`.
fn unwrap(lines: Vec<Line>, width: usize) -> Vec<Line> {
    let mut joined: Vec<Line> = Vec::new();
    let mut last = 0;
    for line in lines {
        let length = line.text.chars().count();
        match joined.last_mut() {
            Some(paragraph) if !line.apart && !line.heading && continues(paragraph, last, &line, width) => {
                paragraph.text.push(' ');
                paragraph.text.push_str(&line.text);
            }
            _ => joined.push(line),
        }
        last = length;
    }
    joined
}

/// Whether `line` goes on with the paragraph before it, whose last line is `last` code points long.
fn continues(paragraph: &Line, last: usize, line: &Line, width: usize) -> bool {
    let filled = last + 1 + first_word(&line.text) > width;
    let ended = ends_sentence(&paragraph.text);
    let goes_on = line.text.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit());
    // Editors wrap a little early at times: a small letter goes on even where it would have fitted.
    !paragraph.heading && (filled || !ended && goes_on && last * 3 >= width * 2)
}

fn first_word(line: &str) -> usize {
    line.split(' ').next().unwrap_or_default().chars().count()
}

/// Whether a line ends as sentences do.
pub(super) fn ends_sentence(line: &str) -> bool {
    let bare = line.trim_end_matches(['"', '”', '’', '\'', ')', ']', '»', ' ']);
    bare.ends_with(['.', '!', '?', '…', '。', '！', '？', '؟', '।', '۔'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn texts(raw: &str) -> Vec<String> {
        lines(raw).into_iter().map(|line| line.text).collect()
    }

    /// The paragraph in lines of at most `width` code points.
    fn wrapped(paragraph: &str, width: usize) -> String {
        let mut lines = vec![String::new()];
        for word in paragraph.split(' ') {
            let line = lines.last_mut().expect("never empty");
            if !line.is_empty() && line.len() + 1 + word.len() > width {
                lines.push(word.to_owned());
            } else {
                line.push_str(if line.is_empty() { "" } else { " " });
                line.push_str(word);
            }
        }
        lines.join("\n")
    }

    #[test]
    fn unseen_marks_go_and_spaces_are_one_kind() {
        let raw = "\u{feff}The\u{a0}minister\u{202f}re\u{ad}signed.\r\n\r\nShe\tleft \u{200b}at  noon.\u{7}\r";
        assert_eq!(texts(raw), ["The minister resigned.", "She left at noon."]);
        assert!(lines(raw)[1].apart);
    }

    #[test]
    fn wrapped_paragraphs_are_joined_and_short_lines_stay() {
        let paragraphs = [
            "Menu",
            "The harbour of the northern town was closed for three days after a ship had run aground at its entrance, \
             and the pilots refused to work until the owners paid for a second tug.",
            "Advertisement:",
            "\"Nobody asked us,\" Anna Berg said on Tuesday, and left the room before anybody could put a question to \
             her about the tug.",
        ];
        let raw = paragraphs.map(|paragraph| wrapped(paragraph, 80)).join("\n\n");
        assert_eq!(texts(&raw), paragraphs);
    }

    #[test]
    fn one_sentence_a_line_is_not_wrapped() {
        let raw = "The harbour was closed for three days after a ship had run aground.\n\
                   The pilots refused to work until the owners paid for a second tug.\n\
                   Nobody asked them.\n\
                   The minister of transport called the dispute a matter of the port.";
        assert_eq!(texts(raw).len(), 4);
    }

    #[test]
    fn markdown_is_read_as_its_words() {
        let read = lines("# A heading #\n\n> see [the report](https://example.org/a_b) of **May**");
        assert_eq!((read[0].text.as_str(), read[0].heading), ("A heading", true));
        assert_eq!(read[1].text, "see the report of May");
    }

    proptest! {
        #[test]
        fn no_word_is_lost(raw in "[a-z \n\r\t\u{a0}]{0,400}") {
            let before: Vec<&str> = raw.split_whitespace().collect();
            let joined = texts(&raw).join(" ");
            prop_assert_eq!(before, joined.split_whitespace().collect::<Vec<_>>());
        }
    }
}
