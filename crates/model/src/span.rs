use serde::{Deserialize, Serialize};

/// Where something stands in a document's text: Unicode code points, end exclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(from = "(u32, u32)", into = "(u32, u32)")]
pub struct Span {
    /// First code point.
    pub start: u32,
    /// One past the last code point.
    pub end: u32,
}

impl Span {
    /// The span from `start` up to, but without, `end`.
    pub fn new(start: u32, end: u32) -> Self {
        Self { start, end }
    }

    /// Length in code points.
    pub fn len(self) -> u32 {
        self.end.saturating_sub(self.start)
    }

    /// Whether nothing stands in it.
    pub fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// Whether the two share a code point.
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether `other` lies wholly inside.
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }
}

impl From<(u32, u32)> for Span {
    fn from((start, end): (u32, u32)) -> Self {
        Self { start, end }
    }
}

impl From<Span> for (u32, u32) {
    fn from(span: Span) -> Self {
        (span.start, span.end)
    }
}

/// A text with its code points counted once, so that spans are cut out of it, and byte offsets turned into spans, in
/// constant time.
#[derive(Clone, Debug)]
pub struct Text<'a> {
    text: &'a str,
    /// Byte offset of every 16th code point; empty where every code point is one byte.
    marks: Vec<u32>,
}

/// Code points between two marks of [`Text`].
const STRIDE: usize = 16;

impl<'a> Text<'a> {
    /// Counts the code points of `text`.
    pub fn new(text: &'a str) -> Self {
        let marks = if text.is_ascii() {
            Vec::new()
        } else {
            text.char_indices().step_by(STRIDE).map(|(byte, _)| byte as u32).collect()
        };
        Self { text, marks }
    }

    /// The whole text.
    pub fn as_str(&self) -> &'a str {
        self.text
    }

    /// The byte offset of code point `point`; the text's length when it lies beyond the end.
    pub fn byte(&self, point: u32) -> usize {
        let point = point as usize;
        if self.marks.is_empty() {
            return point.min(self.text.len());
        }
        let Some(&mark) = self.marks.get(point / STRIDE) else { return self.text.len() };
        let rest = &self.text[mark as usize..];
        rest.char_indices().nth(point % STRIDE).map_or(self.text.len(), |(byte, _)| mark as usize + byte)
    }

    /// The code point that begins at, or holds, the byte offset `byte`.
    pub fn point(&self, byte: usize) -> u32 {
        let byte = byte.min(self.text.len());
        if self.marks.is_empty() {
            return byte as u32;
        }
        let block = self.marks.partition_point(|&mark| mark as usize <= byte).saturating_sub(1);
        let mark = self.marks[block] as usize;
        let within = self.text[mark..].char_indices().take_while(|&(at, _)| mark + at < byte).count();
        let whole = block * STRIDE + within;
        // A byte inside a code point belongs to that code point.
        if self.text.is_char_boundary(byte) { whole as u32 } else { whole as u32 - 1 }
    }

    /// The span between two byte offsets.
    pub fn span(&self, start: usize, end: usize) -> Span {
        Span::new(self.point(start), self.point(end))
    }

    /// The words of a span; what lies beyond the end of the text is left out.
    pub fn cut(&self, span: Span) -> &'a str {
        let (start, end) = (self.byte(span.start), self.byte(span.end));
        &self.text[start.min(end)..end]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn cuts_what_char_counting_cuts(text in "\\PC{0,200}", a in 0u32..220, b in 0u32..220) {
            let counted = Text::new(&text);
            let (start, end) = (a.min(b), a.max(b));
            let expected: String = text.chars().skip(start as usize).take((end - start) as usize).collect();
            prop_assert_eq!(counted.cut(Span::new(start, end)), expected);
        }

        #[test]
        fn bytes_and_points_are_inverse(text in "\\PC{0,200}") {
            let counted = Text::new(&text);
            for (point, (byte, _)) in text.char_indices().enumerate() {
                prop_assert_eq!(counted.point(byte), point as u32);
                prop_assert_eq!(counted.byte(point as u32), byte);
            }
            prop_assert_eq!(counted.point(text.len()) as usize, text.chars().count());
        }
    }
}
