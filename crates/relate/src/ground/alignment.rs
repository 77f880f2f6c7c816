//! Words of several versions in columns.
//!
//! Pairs by Needleman and Wunsch (1970); further versions join one after the other, each aligned to the columns that
//! stand already (progressive alignment, Feng and Doolittle, 1987).

use crate::ground::words::{Word, fold, words};

/// Words of a version beyond this are left out: the cost grows with the product of two lengths.
const LONGEST: usize = 400;

/// What it is worth that a word stands in a column that has it, has another, or is left open.
const SAME: i32 = 4;
const OTHER: i32 = -1;
const GAP: i32 = -1;

/// Rows of columns: for each version, its words in that column; columns that are alike are drawn together.
pub(crate) struct Columns {
    /// By version, then by column.
    pub rows: Vec<Vec<String>>,
    /// By column, whether all versions have the same words.
    pub same: Vec<bool>,
}

/// A word of a version, compared by its folded form.
struct Token<'a> {
    word: Word<'a>,
    folded: String,
}

fn tokens(text: &str) -> Vec<Token<'_>> {
    words(text).into_iter().take(LONGEST).map(|word| Token { word, folded: fold(word.text) }).collect()
}

/// How much of the shorter of two texts the other has in the same order, from 0 to 1.
pub(crate) fn overlap(a: &str, b: &str) -> f32 {
    let (a, b) = (tokens(a), tokens(b));
    let shorter = a.len().min(b.len());
    if shorter == 0 {
        return 0.0;
    }
    let columns: Vec<Vec<Option<usize>>> = (0..a.len()).map(|i| vec![Some(i)]).collect();
    let joined = path(&columns, std::slice::from_ref(&a), &b);
    let same = joined.iter().filter(|(c, w)| c.zip(*w).is_some_and(|(c, w)| a[c].folded == b[w].folded)).count();
    same as f32 / shorter as f32
}

/// Aligns all versions.
pub(crate) fn columns(versions: &[&str]) -> Columns {
    let rows: Vec<Vec<Token<'_>>> = versions.iter().map(|v| tokens(v)).collect();
    let mut columns: Vec<Vec<Option<usize>>> =
        rows.first().map_or_else(Vec::new, |row| (0..row.len()).map(|i| vec![Some(i)]).collect());
    for (count, row) in rows.iter().enumerate().skip(1) {
        columns = path(&columns, &rows[..count], row)
            .into_iter()
            .map(|(column, word)| {
                let mut joined = column.map_or_else(|| vec![None; count], |c| columns[c].clone());
                joined.push(word);
                joined
            })
            .collect();
    }
    draw_together(&rows, versions, &columns)
}

/// The best way through columns and words: pairs of a column and a word, either of which may be a gap.
fn path(
    columns: &[Vec<Option<usize>>],
    rows: &[Vec<Token<'_>>],
    row: &[Token<'_>],
) -> Vec<(Option<usize>, Option<usize>)> {
    let (n, m) = (columns.len(), row.len());
    let width = m + 1;
    let mut score = vec![0_i32; (n + 1) * width];
    let fits = |c: usize, w: usize| {
        let same = columns[c].iter().zip(rows).any(|(at, r)| at.is_some_and(|at| r[at].folded == row[w].folded));
        if same { SAME } else { OTHER }
    };
    for c in 1..=n {
        score[c * width] = c as i32 * GAP;
    }
    for (w, cell) in score.iter_mut().enumerate().take(width) {
        *cell = w as i32 * GAP;
    }
    for c in 1..=n {
        for w in 1..=m {
            let both = score[(c - 1) * width + w - 1] + fits(c - 1, w - 1);
            let skip = score[(c - 1) * width + w].max(score[c * width + w - 1]) + GAP;
            score[c * width + w] = both.max(skip);
        }
    }
    let (mut c, mut w) = (n, m);
    let mut back = Vec::with_capacity(n + m);
    while c > 0 || w > 0 {
        let here = score[c * width + w];
        if c > 0 && w > 0 && here == score[(c - 1) * width + w - 1] + fits(c - 1, w - 1) {
            back.push((Some(c - 1), Some(w - 1)));
            (c, w) = (c - 1, w - 1);
        } else if c > 0 && here == score[(c - 1) * width + w] + GAP {
            back.push((Some(c - 1), None));
            c -= 1;
        } else {
            back.push((None, Some(w - 1)));
            w -= 1;
        }
    }
    back.reverse();
    back
}

/// Neighbouring columns become one where both are the same in all versions, or neither is.
fn draw_together(rows: &[Vec<Token<'_>>], versions: &[&str], columns: &[Vec<Option<usize>>]) -> Columns {
    let is_same = |column: &Vec<Option<usize>>| {
        let first = column[0].map(|at| &rows[0][at].folded);
        first.is_some() && column.iter().zip(rows).all(|(at, row)| at.map(|at| &row[at].folded) == first)
    };
    let mut drawn = Columns { rows: vec![Vec::new(); rows.len()], same: Vec::new() };
    let mut start = 0;
    while start < columns.len() {
        let same = is_same(&columns[start]);
        let end = (start..columns.len()).find(|&c| is_same(&columns[c]) != same).unwrap_or(columns.len());
        for (version, row) in rows.iter().enumerate() {
            let mut used = columns[start..end].iter().filter_map(|column| column[version]);
            let text = used.next().map_or("", |first| {
                let last = used.next_back().unwrap_or(first);
                &versions[version][row[first].word.start..row[last].word.end]
            });
            drawn.rows[version].push(text.to_owned());
        }
        drawn.same.push(same);
        start = end;
    }
    drawn
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn versions_stand_in_columns() {
        let found =
            columns(&["the bridge is safe for all of us", "the bridge was safe for us", "our bridge is very safe"]);
        assert_eq!(found.rows[0], ["the", "bridge", "is", "safe", "for all of us"]);
        assert_eq!(found.rows[1], ["the", "bridge", "was", "safe", "for us"]);
        assert_eq!(found.rows[2], ["our", "bridge", "is very", "safe", ""]);
        assert_eq!(found.same, [false, true, false, true, false]);
    }

    #[test]
    fn overlap_is_of_the_shorter() {
        assert_eq!(overlap("the bridge is safe", "he said the bridge is quite safe today"), 1.0);
        assert_eq!(overlap("the bridge", "a tower"), 0.0);
        assert_eq!(overlap("", "a tower"), 0.0);
    }

    proptest! {
        #[test]
        fn no_word_is_lost(versions in proptest::collection::vec("[a-d ]{0,24}", 1..5)) {
            let texts: Vec<&str> = versions.iter().map(String::as_str).collect();
            let found = columns(&texts);
            for (row, text) in found.rows.iter().zip(&texts) {
                prop_assert_eq!(row.len(), found.same.len());
                let given: Vec<&str> = text.split_whitespace().collect();
                let kept: Vec<&str> = row.iter().flat_map(|cell| cell.split_whitespace()).collect();
                prop_assert_eq!(kept, given);
            }
        }
    }
}
