//! Spellings of one word: names that are written over from another script, and slips of the hand.

/// Whether two folded words may be spellings of one: the same consonants, doubled or with an "h" or not ("Dorrhan",
/// "Doran"), or two neighbouring letters that have changed places ("Rovinat", "Rovinta"). Words of few consonants, or short
/// ones, tell too little.
pub(crate) fn is_one(a: &str, b: &str) -> bool {
    let (one, other) = (skeleton(a), skeleton(b));
    is_swapped(a, b) || one == other && one.chars().count() >= CONSONANTS && a.chars().next() == b.chars().next()
}

/// Consonants of a word at least.
const CONSONANTS: usize = 3;

/// Letters of a word at least of which two may have changed places.
const LETTERS: usize = 6;

/// Whether two words differ by two neighbouring letters that have changed places, and by nothing else.
fn is_swapped(a: &str, b: &str) -> bool {
    let (ours, theirs): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    if ours.len() != theirs.len() || ours.len() < LETTERS || ours.iter().any(char::is_ascii_digit) {
        return false;
    }
    let Some(at) = (0..ours.len() - 1).find(|&at| ours[at] != theirs[at]) else { return false };
    ours[at] == theirs[at + 1] && ours[at + 1] == theirs[at] && ours[at + 2..] == theirs[at + 2..]
}

fn skeleton(word: &str) -> String {
    let mut kept = String::new();
    let sounds =
        word.chars().filter(|c| c.is_alphanumeric() && !matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'h' | 'w'));
    for c in sounds {
        if c.is_ascii_digit() || !kept.ends_with(c) {
            kept.push(c);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_written_over_from_another_script_are_one() {
        assert!(
            is_one("tarkouna", "tarkuna") && is_one("baradhim", "baraddim") && is_one("inacceptable", "innacceptable")
        );
        assert!(!is_one("corby", "arlen") && !is_one("sat", "sit"));
        assert!(!is_one("1914", "1915"));
    }

    #[test]
    fn two_letters_that_changed_places_are_a_slip() {
        assert!(is_one("rovinat", "rovinta") && is_one("alonia", "aolnia"));
        assert!(!is_one("aloni", "alnoi") && !is_one("rovinat", "rovitan") && !is_one("191411", "191141"));
    }
}
