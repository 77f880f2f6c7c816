//! Cuts a text where marks begin and end, so that each piece is drawn with the marks that cover it.

use model::Span;
use model::order;

/// A piece of a text with the indices of the marks that cover it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Segment {
    /// Its words.
    pub text: String,
    /// Where it stands, in the code points of the marks.
    pub span: Span,
    /// Which marks cover it, in the order in which they were given.
    pub marks: Vec<usize>,
}

/// Cuts `text`, whose first code point has the offset `base`, at the ends of `marks`. The pieces joined are the text.
pub(crate) fn cut(text: &str, base: u32, marks: &[Span]) -> Vec<Segment> {
    let chars: Vec<char> = text.chars().collect();
    let end = base + chars.len() as u32;
    let mut ends: Vec<u32> =
        marks.iter().flat_map(|m| [m.start, m.end]).filter(|&p| p > base && p < end).chain([base, end]).collect();
    order::sort(&mut ends);
    ends.dedup();
    ends.windows(2)
        .map(|pair| {
            let span = Span::new(pair[0], pair[1]);
            Segment {
                text: chars[(span.start - base) as usize..(span.end - base) as usize].iter().collect(),
                span,
                marks: (0..marks.len()).filter(|&i| marks[i].contains(span)).collect(),
            }
        })
        .collect()
}

/// Reads spans from a link: `41-97`, `41`, or several with commas between.
pub(crate) fn parse_spans(text: &str) -> Vec<Span> {
    text.split(',')
        .filter_map(|part| {
            let (start, end) = part.split_once('-').unwrap_or((part, part));
            let (start, end) = (start.trim().parse().ok()?, end.trim().parse::<u32>().ok()?);
            (start <= end).then(|| Span::new(start, end.max(start + 1)))
        })
        .collect()
}

/// Writes a span for a link.
pub(crate) fn write_span(span: Span) -> String {
    format!("{}-{}", span.start, span.end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn nothing_is_lost(text in "\\PC{0,60}", base in 0u32..50, marks in prop::collection::vec((0u32..120, 0u32..120), 0..6)) {
            let marks: Vec<Span> = marks.into_iter().map(|(a, b)| Span::new(a.min(b), a.max(b))).collect();
            let joined: String = cut(&text, base, &marks).into_iter().map(|s| s.text).collect();
            prop_assert_eq!(joined, text);
        }

        #[test]
        fn spans_come_back(start in 0u32..1_000_000, len in 1u32..1000) {
            let span = Span::new(start, start + len);
            prop_assert_eq!(parse_spans(&write_span(span)), vec![span]);
        }
    }

    #[test]
    fn overlapping_marks_are_both_told() {
        let marks = [Span::new(2, 6), Span::new(4, 8)];
        let cut = cut("abcdefghij", 0, &marks);
        let told: Vec<_> = cut.iter().map(|s| (s.text.as_str(), s.marks.clone())).collect();
        assert_eq!(told, [("ab", vec![]), ("cd", vec![0]), ("ef", vec![0, 1]), ("gh", vec![1]), ("ij", vec![])]);
    }
}
