//! Spellings of one word: names that are written over from another script, and slips of the hand.

/// Whether two folded words may be spellings of one: the same consonants, doubled or with an "h" or not ("Dorrhan",
/// "Doran"). Words of few consonants tell too little.
pub(crate) fn is_one(a: &str, b: &str) -> bool {
    let (one, other) = (skeleton(a), skeleton(b));
    one == other && one.chars().count() >= CONSONANTS && a.chars().next() == b.chars().next()
}

/// Consonants of a word at least.
const CONSONANTS: usize = 3;

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
}
