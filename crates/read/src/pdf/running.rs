//! Running heads and page numbers: what stands at the same edge of many pages.

use std::collections::HashMap;

use model::{Grain, When};

use super::layout::Line;
use crate::dates;

/// How many lines from an edge are looked at.
const EDGE: usize = 3;

/// Takes running heads and page numbers out, and gives the heads that say something.
pub(crate) fn heads(pages: &mut [Vec<Line>]) -> Vec<String> {
    let mut said: Vec<String> = Vec::new();
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
                counts.get(&(*top, key(line))).is_some_and(|count| often(*count))
                    || is_number(&line.text()) && (many > 1 || is_told(&line.text()))
            })
            .map(|(_, at)| at)
            .collect();
        out.sort_unstable();
        out.dedup();
        for at in out.into_iter().rev() {
            let text = page.remove(at).text();
            if said.len() < 24 && text.chars().any(char::is_alphabetic) && !said.contains(&text) {
                said.push(text);
            }
        }
    }
    said
}

/// The day that a running head tells, and the paper, where its number stands beside it: `Coast Courier | No. 12 | Tuesday,
/// March 4, 2031`. Without a number, the name may be that of the report.
pub(crate) fn paper(head: &str) -> Option<(Option<String>, When)> {
    let parts: Vec<&str> = head
        .split(['/', '|', '•', '·'])
        .flat_map(|part| part.split(" – "))
        .flat_map(|part| part.split(" - "))
        .collect();
    let when = parts.iter().find_map(|part| dates::only(part).filter(|when| when.grain == Grain::Day))?;
    let numbered = head.split(|c: char| c.is_whitespace() || c == ',').any(|word| {
        matches!(
            word.to_lowercase().trim_end_matches(['.', ':']),
            "vol" | "volume" | "no" | "nr" | "nº" | "n°" | "issue" | "jahrgang" | "ausgabe"
        )
    });
    let name = parts.iter().filter(|_| numbered).find_map(|part| {
        // The number of the page may stand before the name.
        let words: Vec<&str> =
            part.split_whitespace().filter(|word| !word.bytes().all(|byte| byte.is_ascii_digit())).collect();
        let name = words.join(" ");
        let is_name = (1..=5).contains(&words.len())
            && name.chars().next().is_some_and(char::is_uppercase)
            && !name.chars().any(|c| c.is_ascii_digit());
        (is_name && dates::day(part).is_none()).then_some(name)
    });
    Some((name, when))
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

/// A number that says that it is one of a page: `Page 1`, `1 / 1`.
fn is_told(text: &str) -> bool {
    let lower = text.to_lowercase();
    lower.starts_with("page ") || lower.starts_with("seite ") || text.contains('/') || lower.contains(" of ")
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_names_the_paper_and_the_day() {
        let said = |head: &str| paper(head).map(|(name, when)| format!("{name:?} {}", when.edtf));
        let register = said("7 Harbour Register / Vol. 85, No. 152 / Thursday, March 6, 2031 / Rules");
        assert_eq!(register.as_deref(), Some("Some(\"Harbour Register\") 2031-03-06"));
        assert_eq!(said("Draft | Tuesday, March 4, 2031").as_deref(), Some("None 2031-03-04"));
        for head in ["Coast Courier", "A report on cranes | page 7", "No. 4"] {
            assert_eq!(said(head), None, "{head}");
        }
    }
}
