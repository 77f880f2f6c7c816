//! Typing errors: which word of the directory was meant.

use crate::order::sort;
use crate::text::stem;

/// The shortest word that is mended, in letters.
const SHORTEST: usize = 4;

/// Whether a word may be mended: letters only, and enough of them.
pub(crate) fn mendable(form: &str) -> bool {
    form.chars().count() >= SHORTEST && form.chars().all(char::is_alphabetic)
}

/// The stems under which the meant word may lie, the likeliest slips first: letters swapped, one too many, one doubled.
pub(crate) fn neighbours(form: &str) -> Vec<String> {
    let letters: Vec<char> = form.chars().collect();
    let mut slips: Vec<String> = vec![form.to_owned()];
    let swapped = |i: usize, j: usize| {
        let mut other = letters.clone();
        other.swap(i, j);
        other.into_iter().collect::<String>()
    };
    slips.extend((1..letters.len()).map(|i| swapped(i - 1, i)));
    for i in 0..letters.len() {
        let mut other = letters.clone();
        other.remove(i);
        slips.push(other.into_iter().collect());
    }
    for i in 1..letters.len().saturating_sub(1) {
        slips.extend((i + 2..letters.len() - 1).map(|j| swapped(i, j)));
    }
    for i in 0..letters.len() {
        let mut other = letters.clone();
        other.insert(i, letters[i]);
        slips.push(other.into_iter().collect());
    }
    let mut stems: Vec<String> = Vec::new();
    for slip in slips {
        let stem = stem(&slip);
        if !stems.contains(&stem) {
            stems.push(stem);
        }
    }
    stems
}

/// Whether a word can lie near enough to what was typed, by its length and by which letters it has: most words of a
/// directory can't, and need not be compared letter by letter.
pub(crate) fn may_be_near(typed: &[char], word: impl Iterator<Item = char>) -> bool {
    let most = most_slips(typed);
    let set = |set: u32, letter: char| set | 1 << (letter as u32 & 31);
    let (letters, length) = word.fold((0, 0), |(letters, length), letter| (set(letters, letter), length + 1));
    let differ = typed.iter().copied().fold(0, set) ^ letters;
    // A slip takes away one letter of the set at most, and adds one at most.
    typed.len().abs_diff(length) <= most && differ.count_ones() as usize <= 2 * most
}

/// How many slips are allowed: one, and two in words of eight letters or more.
fn most_slips(typed: &[char]) -> usize {
    if typed.len() >= 8 { 2 } else { 1 }
}

/// How far a word lies from what was typed, in slips; `None` where it is too far.
///
/// The distance is Damerau's in its restricted form (optimal string alignment), and two letters that changed places count
/// as one slip wherever they stand.
pub(crate) fn slips(typed: &[char], word: &[char]) -> Option<u32> {
    let most = most_slips(typed);
    if typed.len().abs_diff(word.len()) > most {
        return None;
    }
    if typed.len() == word.len() {
        let differ: Vec<usize> = (0..typed.len()).filter(|&i| typed[i] != word[i]).take(3).collect();
        if let [i, j] = differ[..]
            && typed[i] == word[j]
            && typed[j] == word[i]
        {
            return Some(1);
        }
    }
    let distance = alignment(typed, word);
    (distance <= most).then_some(distance as u32)
}

/// Whether a word has the typed letters, in whatever order.
pub(crate) fn same_letters(typed: &[char], word: &str) -> bool {
    let mut letters: Vec<char> = word.chars().collect();
    let mut others = typed.to_vec();
    sort(&mut letters, &char::cmp);
    sort(&mut others, &char::cmp);
    letters == others
}

/// Optimal string alignment distance.
fn alignment(a: &[char], b: &[char]) -> usize {
    let width = b.len() + 1;
    let mut before: Vec<usize> = vec![0; width];
    let mut last: Vec<usize> = (0..width).collect();
    for i in 1..=a.len() {
        let mut row = vec![i; width];
        for j in 1..width {
            let change = usize::from(a[i - 1] != b[j - 1]);
            row[j] = (last[j] + 1).min(row[j - 1] + 1).min(last[j - 1] + change);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                row[j] = row[j].min(before[j - 2] + 1);
            }
        }
        before = std::mem::replace(&mut last, row);
    }
    last[b.len()]
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_is_near_may_be_near(typed in "[a-dé]{1,10}", word in "[a-dé]{1,10}") {
            let (typed, letters): (Vec<char>, Vec<char>) = (typed.chars().collect(), word.chars().collect());
            prop_assert!(slips(&typed, &letters).is_none() || may_be_near(&typed, word.chars()));
        }
    }
}
