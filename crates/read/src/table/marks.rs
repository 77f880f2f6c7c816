//! What a table of lines looks like, and what parts its cells.

use super::roles::role;

const MARKS: [u8; 4] = [b',', b'\t', b';', b'|'];

/// Whether a text is a table: its first lines have as many cells each. Without a name that says so, the first line has to
/// name columns that are known.
pub(crate) fn looks(text: &str, by_name: bool) -> bool {
    let text = bare(text);
    let named = || common(text).filter(|mark| by_name && is_head(text.lines().next().unwrap_or_default(), *mark));
    let Some(mark) = mark(text).or_else(named) else { return false };
    let first = text.lines().next().unwrap_or_default();
    let known = first.split(char::from(mark)).filter(|name| role(name.trim_matches('"')).is_some()).count();
    by_name || known >= 2 && first.len() < 2_000
}

/// Whether a line names columns, and is no sentence with commas.
fn is_head(line: &str, mark: u8) -> bool {
    let cells = || line.split(char::from(mark)).map(|cell| cell.trim().trim_matches('"'));
    cells().all(|cell| cell.len() < 40 && !cell.ends_with(['.', '!', '?'])) || cells().any(|cell| role(cell).is_some())
}

/// What parts the cells.
pub(super) fn mark(text: &str) -> Option<u8> {
    let text = bare(text);
    let head = text.get(..text.len().min(32 << 10)).unwrap_or(text);
    let mut best: Option<(u8, usize)> = None;
    for mark in MARKS {
        let counts: Vec<usize> =
            reader(head.as_bytes(), mark).records().take(12).map_while(Result::ok).map(|record| record.len()).collect();
        // The last record may be cut off.
        let counts = if counts.len() > 2 { &counts[..counts.len() - 1] } else { &counts[..] };
        let first = counts.first().copied().unwrap_or(0);
        let same = counts.iter().filter(|&&count| count == first).count();
        if first >= 2 && counts.len() >= 2 && same * 10 >= counts.len() * 8 && best.is_none_or(|(_, most)| first > most)
        {
            best = Some((mark, first));
        }
    }
    best.map(|(mark, _)| mark)
}

/// A table without the remarks that some programs put above it, in lines that begin with `#`.
fn bare(text: &str) -> &str {
    let mut rest = text;
    for _ in 0..8 {
        match rest.split_once('\n').filter(|(line, _)| line.starts_with('#')) {
            Some((_, after)) => rest = after,
            None => break,
        }
    }
    rest
}

/// The mark that the first line has most of.
pub(super) fn common(text: &str) -> Option<u8> {
    let first = bare(text).lines().next()?.as_bytes();
    let count = |mark: u8| first.iter().filter(|&&byte| byte == mark).count();
    MARKS.into_iter().filter(|&mark| count(mark) > 0).max_by_key(|&mark| count(mark))
}

/// Reads cells parted by `mark`.
pub(super) fn reader(bytes: &[u8], mark: u8) -> ::csv::Reader<&[u8]> {
    ::csv::ReaderBuilder::new().delimiter(mark).flexible(true).has_headers(false).from_reader(bytes)
}
