//! Running heads and page numbers: what stands at the same edge of many pages.

use std::collections::HashMap;

use super::layout::Line;

/// How many lines from an edge are looked at.
const EDGE: usize = 3;

/// Takes running heads and page numbers out.
pub(crate) fn heads(pages: &mut [Vec<Line>]) {
    let mut counts: HashMap<(bool, String), usize> = HashMap::new();
    for page in pages.iter() {
        for (top, at) in edges(page) {
            *counts.entry((top, key(&page[at]))).or_default() += 1;
        }
    }
    let many = pages.len();
    let often = |count: usize| count >= 3 && count * 5 >= many || many == 2 && count == 2;
    for page in pages.iter_mut() {
        let mut out: Vec<usize> = edges(page)
            .into_iter()
            .filter(|(top, at)| {
                let line = &page[*at];
                counts.get(&(*top, key(line))).is_some_and(|count| often(*count)) || many > 1 && is_number(&line.text())
            })
            .map(|(_, at)| at)
            .collect();
        out.sort_unstable();
        out.dedup();
        for at in out.into_iter().rev() {
            page.remove(at);
        }
    }
}

/// The lines at the upper and lower edge, by height, whatever their order of reading.
fn edges(page: &[Line]) -> Vec<(bool, usize)> {
    let mut by_height: Vec<usize> = (0..page.len()).collect();
    by_height.sort_by(|&a, &b| page[a].base.total_cmp(&page[b].base));
    let top = by_height.iter().take(EDGE).map(|&at| (true, at));
    let bottom = by_height.iter().rev().take(EDGE).map(|&at| (false, at));
    top.chain(bottom).collect()
}

/// A line without its numbers, which change from page to page.
fn key(line: &Line) -> String {
    line.text().chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase).take(80).collect::<String>()
        + if line.text().chars().any(|c| c.is_ascii_digit()) { "#" } else { "" }
}

fn is_number(text: &str) -> bool {
    let plain = text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '–' | '—' | '|' | '[' | ']' | '·'));
    let plain = plain
        .strip_prefix("Page ")
        .or_else(|| plain.strip_prefix("Seite "))
        .or_else(|| plain.strip_prefix("page "))
        .unwrap_or(plain);
    let mut parts =
        plain.split(|c: char| c.is_whitespace() || c == '/').filter(|part| !matches!(*part, "of" | "von" | "de" | ""));
    let digits = |part: &str| {
        part.len() <= 5 && part.chars().all(|c| c.is_ascii_digit())
            || (part.len() <= 6 && part.chars().all(|c| matches!(c, 'i' | 'v' | 'x')))
    };
    let first = parts.next().is_some_and(digits);
    first && parts.next().is_none_or(digits) && parts.next().is_none()
}
