//! What browsers put around a page that they print: its address, its title, the day of the printing, the number of the page.

use super::layout::Line;

/// How far apart lines of one row are at most, in points.
const ROW: f64 = 3.0;

/// Takes what a browser printed around the pages out; gives the address that stood there.
pub(crate) fn taken(pages: &mut [Vec<Line>]) -> Option<String> {
    let mut address = None;
    for page in pages.iter_mut() {
        let (top, bottom) = (row(page, f64::min), row(page, f64::max));
        let words = |row: &[usize]| row.iter().flat_map(|&at| page[at].parts.iter().cloned()).collect::<Vec<String>>();
        let rows = [words(&top), words(&bottom)];
        let stamped = rows.iter().any(|row| is_stamped(&row.join(" ")));
        let placed = rows.iter().flatten().find(|part| is_address(part)).cloned();
        let counted = rows.iter().any(|row| row.iter().any(|part| is_count(part)));
        if !stamped || placed.is_none() && !counted {
            continue;
        }
        let theirs = |row: &[String]| {
            is_stamped(&row.join(" "))
                || row.iter().any(|part| is_address(part))
                || row.iter().any(|part| is_count(part))
        };
        let mut out: Vec<usize> = Vec::new();
        for (row, words) in [top, bottom].into_iter().zip(&rows) {
            if theirs(words) {
                out.extend(row);
            }
        }
        out.sort_unstable();
        out.dedup();
        for at in out.into_iter().rev() {
            page.remove(at);
        }
        address = address.or(placed);
    }
    address.filter(|address| address.starts_with("http"))
}

/// The lines of the uppermost row, or of the lowest.
fn row(page: &[Line], end: fn(f64, f64) -> f64) -> Vec<usize> {
    let Some(base) = page.iter().map(|line| line.base).reduce(end) else { return Vec::new() };
    (0..page.len()).filter(|&at| (page[at].base - base).abs() <= ROW).collect()
}

/// A day in figures with the time of a clock, at the beginning of a row or at its end: `11/29/26, 6:07 PM`.
fn is_stamped(row: &str) -> bool {
    let words: Vec<&str> = row.split_whitespace().collect();
    words.windows(2).enumerate().any(|(at, pair)| {
        let after = words.len() - at - 2;
        let half = words.get(at + 2).is_some_and(|word| matches!(word.to_lowercase().as_str(), "am" | "pm" | "uhr"));
        is_figures(pair[0].trim_end_matches(',')) && is_clock(pair[1]) && (at == 0 || after == usize::from(half))
    })
}

fn is_figures(word: &str) -> bool {
    let parts: Vec<&str> = word.split(['/', '.', '-']).collect();
    parts.len() == 3
        && parts.iter().all(|part| (1..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit()))
}

fn is_clock(word: &str) -> bool {
    let mut parts = word.split(':');
    let two = |part: Option<&str>| {
        part.is_some_and(|part| (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit()))
    };
    two(parts.next()) && two(parts.next())
}

fn is_address(part: &str) -> bool {
    ["https://", "http://", "file:///"].iter().any(|scheme| part.starts_with(scheme))
        && !part.contains(char::is_whitespace)
}

/// `1/3`, `1 of 3`.
fn is_count(part: &str) -> bool {
    let numbers: Vec<&str> = part
        .split(|c: char| c == '/' || c.is_whitespace())
        .filter(|word| !matches!(*word, "of" | "von" | "sur" | "de" | ""))
        .collect();
    numbers.len() == 2
        && part.len() <= 12
        && numbers.iter().all(|number| number.bytes().all(|byte| byte.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(base: f64, parts: &[&str]) -> Line {
        let parts = parts.iter().map(|part| (*part).to_owned()).collect();
        Line { parts, left: 0.0, right: 100.0, base, size: 9.0, column: 0 }
    }

    fn texts(page: &[Line]) -> Vec<String> {
        page.iter().map(Line::text).collect()
    }

    #[test]
    fn what_a_browser_prints_around_a_page_is_none_of_it() {
        let body = || [line(40.0, &["A crane fell."]), line(60.0, &["It was old."])];
        let [a, b] = body();
        let first = vec![
            line(9.0, &["3/9/31, 6:07 PM", "Crane falls"]),
            a,
            b,
            line(800.0, &["https://lamp.example/crane"]),
            line(801.0, &["1/2"]),
        ];
        let [a, b] = body();
        let second = vec![
            line(9.0, &["Crane falls", "https://lamp.example/crane"]),
            a,
            b,
            line(800.0, &["2 of 2", "09.03.31 18:07"]),
        ];
        let mut pages = [first, second];
        assert_eq!(taken(&mut pages).as_deref(), Some("https://lamp.example/crane"));
        for page in &pages {
            assert_eq!(texts(page), ["A crane fell.", "It was old."]);
        }
    }

    #[test]
    fn a_day_alone_stays() {
        for row in ["4/3/31 The Lamp", "Updated 3/9/31, 6:07 PM by the desk", "At 6:07 it fell", "09.03.31 18:07"] {
            let mut pages = [vec![line(9.0, &[row]), line(40.0, &["A crane fell."])]];
            assert_eq!(taken(&mut pages), None);
            assert_eq!(pages[0].len(), 2, "{row}");
        }
    }
}
