//! From lines to paragraphs: by their distance, their indents and their sizes; hyphens at line ends joined.

use std::collections::HashSet;

use super::layout::Line;
use crate::blocks::{Block, Kind};

/// The paragraphs of all pages.
pub(crate) fn blocks(pages: &[Vec<Line>]) -> Vec<Block> {
    let body = body_size(pages);
    let hyphened = hyphened(pages);
    let mut out: Vec<Block> = Vec::new();
    let mut open: Option<Open> = None;
    for page in pages {
        for column in page.chunk_by(|a, b| a.column == b.column) {
            let pitch = pitch(column);
            let (left, right) = margins(column);
            for (at, line) in column.iter().enumerate() {
                let table = line.parts.len() > 1 && is_table(column, at);
                let kind = if table {
                    Kind::Row
                } else if line.size > body * 1.15 && line.text().chars().count() <= 250 {
                    Kind::Heading
                } else {
                    Kind::Paragraph
                };
                let before = at.checked_sub(1).map(|at| &column[at]);
                let goes_on = open.as_ref().is_some_and(|open| {
                    open.kind == kind
                        && kind != Kind::Row
                        && (open.size - line.size).abs() <= 0.12 * line.size
                        && match before {
                            Some(before) => {
                                let step = line.base - before.base;
                                let close = step > 0.0 && step <= pitch * 1.35;
                                let indented =
                                    line.left > left + 0.8 * line.size && before.left <= left + 0.8 * line.size;
                                let ended = before.right < right - 0.2 * (right - left)
                                    && ends(&open.text)
                                    && !starts_low(&line.text());
                                let new = indented && ends(&open.text) || ended && kind == Kind::Paragraph;
                                close && !new && !is_item(&line.text())
                            }
                            // A paragraph may go on in the next column or on the next page.
                            None => {
                                kind == Kind::Paragraph
                                    && !ends(&open.text)
                                    && (starts_low(&line.text()) || open.text.ends_with('-'))
                            }
                        }
                });
                if goes_on && let Some(open) = &mut open {
                    join(&mut open.text, &line.text(), &hyphened);
                    continue;
                }
                out.extend(open.take().and_then(Open::block));
                let text = if kind == Kind::Row { line.parts.join("\t") } else { line.text() };
                open = Some(Open { kind, text, size: line.size });
            }
        }
    }
    out.extend(open.and_then(Open::block));
    out
}

/// The title of a PDF as its first page draws it: the lines of the largest size, where that is larger than the text's.
pub(crate) fn title(pages: &[Vec<Line>]) -> Option<String> {
    let body = body_size(pages);
    let page = pages.iter().find(|page| !page.is_empty())?;
    let wordy = |line: &&Line| line.text().chars().filter(|c| c.is_alphabetic()).count() >= 4;
    let largest = page.iter().filter(wordy).map(|line| line.size).fold(0.0, f64::max);
    if largest < body * 1.15 {
        return None;
    }
    let first = page.iter().position(|line| wordy(&line) && line.size >= largest * 0.97)?;
    let lines: Vec<String> =
        page[first..].iter().take_while(|line| line.size >= largest * 0.97).take(5).map(Line::text).collect();
    let title = lines.join(" ");
    (title.split_whitespace().count() >= 2 && title.chars().count() <= 250).then_some(title)
}

/// The paragraph at hand.
struct Open {
    kind: Kind,
    text: String,
    size: f64,
}

impl Open {
    fn block(self) -> Option<Block> {
        let kind = if self.kind == Kind::Paragraph && is_item(&self.text) { Kind::Item } else { self.kind };
        Block::new(kind, &self.text)
    }
}

/// The size that most letters have.
fn body_size(pages: &[Vec<Line>]) -> f64 {
    let mut sizes: Vec<(i64, usize)> = Vec::new();
    for line in pages.iter().flatten() {
        let size = (line.size * 4.0).round() as i64;
        let letters = line.text().len();
        match sizes.iter_mut().find(|(known, _)| *known == size) {
            Some((_, count)) => *count += letters,
            None => sizes.push((size, letters)),
        }
    }
    sizes.iter().max_by_key(|(size, count)| (*count, *size)).map_or(10.0, |(size, _)| *size as f64 / 4.0)
}

/// The usual distance of lines.
fn pitch(lines: &[Line]) -> f64 {
    let mut steps: Vec<f64> =
        lines.windows(2).map(|pair| pair[1].base - pair[0].base).filter(|step| *step > 0.0).collect();
    steps.sort_by(f64::total_cmp);
    let size = lines.iter().map(|line| line.size).fold(0.0, f64::max);
    steps.get(steps.len() / 3).copied().unwrap_or(size * 1.3).min(size * 2.2)
}

fn margins(lines: &[Line]) -> (f64, f64) {
    let mut lefts: Vec<f64> = lines.iter().map(|line| line.left).collect();
    lefts.sort_by(f64::total_cmp);
    let right = lines.iter().map(|line| line.right).fold(0.0, f64::max);
    (lefts.get(lefts.len() / 4).copied().unwrap_or(0.0), right)
}

/// Whether a line with gaps has neighbours with gaps.
fn is_table(lines: &[Line], at: usize) -> bool {
    let near = at.saturating_sub(2)..(at + 3).min(lines.len());
    near.filter(|&near| lines[near].parts.len() > 1).count() >= 2
}

fn ends(text: &str) -> bool {
    text.trim_end_matches(['"', '”', '’', '\'', ')', '»', ']', ' ']).ends_with(['.', '!', '?', ':', '。'])
}

fn starts_low(text: &str) -> bool {
    text.chars().find(|c| c.is_alphanumeric()).is_some_and(char::is_lowercase)
}

fn is_item(text: &str) -> bool {
    let mut chars = text.chars();
    matches!(chars.next(), Some('•' | '▪' | '◦' | '■' | '●' | '–' | '‣' | '\u{f0b7}'))
        && chars.next().is_some_and(char::is_whitespace)
}

/// The words that are written with a hyphen within a line.
fn hyphened(pages: &[Vec<Line>]) -> HashSet<String> {
    let lines = pages.iter().flatten().map(Line::text);
    let mut words = HashSet::new();
    for line in lines {
        words.extend(line.split_whitespace().map(bare).filter(|word| word.contains('-')));
    }
    words
}

fn bare(word: &str) -> String {
    word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()
}

/// Adds a line: a hyphen at the end of the one before joins what it parted, unless the word has one elsewhere too.
fn join(text: &mut String, line: &str, hyphened: &HashSet<String>) {
    let hyphen = text.ends_with(['-', '\u{ad}', '‐']);
    let parted = hyphen
        && starts_low(line)
        && line.starts_with(char::is_alphabetic)
        && text.chars().rev().nth(1).is_some_and(char::is_lowercase);
    let word =
        || format!("{}{}", text.rsplit(' ').next().unwrap_or_default(), line.split(' ').next().unwrap_or_default());
    if parted && text.ends_with('-') && hyphened.contains(&bare(&word())) {
        // It stays.
    } else if parted {
        text.pop();
    } else if !hyphen && !text.ends_with(' ') {
        text.push(' ');
    }
    text.push_str(line);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hyphen_that_a_word_has_elsewhere_stays() {
        let words: HashSet<String> = ["well-known".to_owned()].into();
        for (text, line, joined) in [
            ("the well-", "known crane", "the well-known crane"),
            ("it was in-", "spected twice", "it was inspected twice"),
            ("Port Alma-", "Vell line", "Port Alma-Vell line"),
            ("it fell", "at noon", "it fell at noon"),
        ] {
            let mut text = text.to_owned();
            join(&mut text, line, &words);
            assert_eq!(text, joined);
        }
    }
}
