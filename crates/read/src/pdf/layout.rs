//! From letters to lines, in the order in which a page is read: columns from left to right, what spans them where it
//! stands.

use super::glyphs::Glyph;

/// A line, or the part of a line that lies in one column.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    /// Its parts: more than one where wide gaps part them, as in a table.
    pub(crate) parts: Vec<String>,
    pub(crate) left: f64,
    pub(crate) right: f64,
    pub(crate) base: f64,
    pub(crate) size: f64,
    /// The column that it lies in, counted over the page.
    pub(crate) column: u32,
}

impl Line {
    /// Its words.
    pub(crate) fn text(&self) -> String {
        self.parts.join(" ")
    }
}

/// A piece of a row without wide gaps.
#[derive(Clone, Debug)]
struct Segment {
    text: String,
    left: f64,
    right: f64,
    base: f64,
    size: f64,
    row: usize,
}

/// The lines of a page.
pub(crate) fn lines(glyphs: Vec<Glyph>) -> Vec<Line> {
    let segments = segments(glyphs);
    let mut lines = Vec::new();
    let mut column = 0;
    order(segments, 0, &mut column, &mut lines);
    lines
}

/// Rows of letters on one baseline, cut where a gap is wider than any between words.
fn segments(mut glyphs: Vec<Glyph>) -> Vec<Segment> {
    glyphs.sort_by(|a, b| a.base.total_cmp(&b.base).then(a.left.total_cmp(&b.left)));
    let mut rows: Vec<Vec<Glyph>> = Vec::new();
    for glyph in glyphs {
        match rows.last_mut() {
            Some(row)
                if row
                    .last()
                    .is_some_and(|last| (glyph.base - last.base).abs() <= 0.35 * glyph.size.min(last.size)) =>
            {
                row.push(glyph)
            }
            _ => rows.push(vec![glyph]),
        }
    }
    let mut segments: Vec<Segment> = Vec::new();
    for (number, mut row) in rows.into_iter().enumerate() {
        row.sort_by(|a, b| a.left.total_cmp(&b.left));
        let mut open: Option<Segment> = None;
        for glyph in row {
            let blank = glyph.text.trim().is_empty();
            match &mut open {
                // The same letter drawn twice, for bold.
                Some(last)
                    if !blank
                        && glyph.left < last.right - 0.6 * glyph.size.min(last.right - last.left)
                        && last.text.ends_with(&glyph.text)
                        && glyph.right <= last.right + 0.2 * glyph.size => {}
                Some(last) if glyph.left - last.right <= 1.0 * last.size.max(glyph.size) => {
                    let gap = glyph.left - last.right;
                    if (blank || gap > 0.17 * glyph.size) && !last.text.ends_with(' ') {
                        last.text.push(' ');
                    }
                    if !blank {
                        last.text.push_str(&glyph.text);
                        last.right = last.right.max(glyph.right);
                        last.size = last.size.max(glyph.size);
                    }
                }
                _ if blank => {}
                _ => {
                    segments.extend(open.take());
                    open = Some(Segment {
                        text: glyph.text,
                        left: glyph.left,
                        right: glyph.right,
                        base: glyph.base,
                        size: glyph.size,
                        row: number,
                    });
                }
            }
        }
        segments.extend(open);
    }
    for segment in &mut segments {
        segment.text = segment.text.trim().to_owned();
    }
    segments.retain(|segment| !segment.text.is_empty());
    segments
}

/// Puts segments in order: by columns where a gutter parts them; else by what stands above and below such a part.
fn order(segments: Vec<Segment>, depth: u32, column: &mut u32, lines: &mut Vec<Line>) {
    if depth < 24 && segments.len() >= 6 {
        if let Some(at) = gutter(&segments) {
            let (left, right): (Vec<_>, Vec<_>) = segments.into_iter().partition(|segment| segment.left < at);
            order(left, depth + 1, column, lines);
            *column += 1;
            return order(right, depth + 1, column, lines);
        }
        let mut rows: Vec<usize> = segments.iter().map(|segment| segment.row).collect();
        rows.sort_unstable();
        rows.dedup();
        let part = |from: usize, to: usize| -> Vec<Segment> {
            segments.iter().filter(|segment| (from..to).contains(&segment.row)).cloned().collect()
        };
        let (first, last) = (rows[0], rows[rows.len() - 1] + 1);
        // Above the columns stands what spans them (a title), or below (a note).
        let cut = rows.iter().skip(1).take(40).copied().find(|&row| gutter(&part(row, last)).is_some());
        let cut = cut.or_else(|| {
            rows.iter().rev().take(40).copied().find(|&row| row > first && gutter(&part(first, row)).is_some())
        });
        if let Some(row) = cut {
            let (above, below): (Vec<_>, Vec<_>) = segments.into_iter().partition(|segment| segment.row < row);
            order(above, depth + 1, column, lines);
            *column += 1;
            order(below, depth + 1, column, lines);
            *column += 1;
            return;
        }
    }
    let mut segments = segments;
    segments.sort_by(|a, b| a.row.cmp(&b.row).then(a.left.total_cmp(&b.left)));
    for row in segments.chunk_by(|a, b| a.row == b.row) {
        lines.push(Line {
            parts: row.iter().map(|segment| segment.text.clone()).collect(),
            left: row[0].left,
            right: row[row.len() - 1].right,
            base: row[0].base,
            size: row.iter().map(|segment| segment.size).fold(0.0, f64::max),
            column: *column,
        });
    }
}

/// Where a strip without letters parts two columns of text. The columns of a table, which are short and stand side by
/// side, are none.
fn gutter(segments: &[Segment]) -> Option<f64> {
    if segments.len() < 6 {
        return None;
    }
    let mut sorted: Vec<&Segment> = segments.iter().collect();
    sorted.sort_by(|a, b| a.left.total_cmp(&b.left));
    let mut end = sorted[0].right;
    let mut best: Option<(f64, f64)> = None;
    for segment in &sorted[1..] {
        let gap = segment.left - end;
        if gap > 0.5 * segment.size && best.is_none_or(|(width, _)| gap > width) {
            let at = segment.left - gap / 2.0;
            let (left, right): (Vec<&Segment>, Vec<&Segment>) = sorted.iter().copied().partition(|one| one.left < at);
            if is_column(&left) && is_column(&right) {
                best = Some((gap, at));
            }
        }
        end = end.max(segment.right);
    }
    best.map(|(_, at)| at)
}

/// Whether segments fill a column as prose does: some rows, most of them nearly as wide as the widest.
fn is_column(segments: &[&Segment]) -> bool {
    let rows = segments.iter().map(|segment| segment.row).collect::<std::collections::BTreeSet<_>>().len();
    if rows < 4 {
        return false;
    }
    let left = segments.iter().map(|segment| segment.left).fold(f64::INFINITY, f64::min);
    let right = segments.iter().map(|segment| segment.right).fold(0.0, f64::max);
    // Several columns side by side count as what they are: each of them.
    let full = segments.iter().filter(|segment| segment.text.split_whitespace().count() >= 4).count();
    let wide = segments
        .iter()
        .filter(|segment| (segment.right - segment.left) * 10.0 >= (right - left) * 6.0 || segment.text.len() >= 30)
        .count();
    full * 10 >= segments.len() * 6 && wide * 10 >= segments.len() * 5
}
