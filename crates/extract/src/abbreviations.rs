//! Abbreviations whose full stop does not end a sentence by itself.

/// Titles and ranks, which a name follows.
const BEFORE_NAMES: &[&str] = &[
    "adm", "atty", "brig", "capt", "cmdr", "col", "cols", "cpl", "det", "dr", "drs", "fr", "gen", "gens", "gov",
    "govs", "hon", "lt", "maj", "messrs", "mlle", "mme", "mr", "mrs", "ms", "mt", "mx", "pres", "prof", "rep", "reps",
    "rev", "sen", "sens", "sgt", "sr", "st", "supt", "ven", "vs",
];

/// Months and weekdays as dates shorten them, and what a number follows.
const BEFORE_NUMBERS: &[&str] = &[
    "apr", "apt", "art", "aug", "ch", "dec", "eq", "eqs", "feb", "fig", "figs", "fri", "jan", "mon", "nos", "nov",
    "oct", "para", "pp", "rm", "sept", "ste", "thu", "thurs", "tue", "tues", "vol", "vols", "wed",
];

/// What may end a sentence as well as stand within it.
const ANYWHERE: &[&str] = &[
    "approx", "assn", "ave", "bldg", "blvd", "bros", "ca", "cf", "co", "corp", "dept", "dist", "ed", "est", "etc",
    "ft", "govt", "inc", "intl", "jr", "ltd", "mfg", "natl", "plc", "ph", "rd", "univ",
];

/// American states in the style of the news agencies.
const STATES: &[&str] = &[
    "ala", "ariz", "ark", "calif", "colo", "conn", "del", "fla", "ga", "ill", "ind", "kan", "ky", "la", "mich", "minn",
    "miss", "mont", "neb", "nev", "okla", "ore", "pa", "tenn", "tex", "va", "vt", "wash", "wis", "wyo",
];

fn listed(list: &[&str], word: &str) -> bool {
    list.iter().any(|entry| entry.eq_ignore_ascii_case(word))
}

/// Whether `word`, without its full stop, is written with one. Short words need their capital: "Ill." is a state.
pub(crate) fn is_abbreviation(word: &str) -> bool {
    if !word.is_ascii() || word.len() > 8 {
        return false;
    }
    let capital = word.starts_with(|c: char| c.is_ascii_uppercase());
    if capital && word.len() > 1 && word.bytes().all(|b| b.is_ascii_uppercase()) {
        // "MR. BERG:" in a transcript; other words in capitals are no abbreviations.
        return ["mr", "mrs", "ms", "dr", "sen", "rep", "gov", "prof", "rev", "sgt", "capt", "lt", "col"]
            .iter()
            .any(|title| title.eq_ignore_ascii_case(word));
    }
    (capital && (listed(BEFORE_NAMES, word) || listed(BEFORE_NUMBERS, word) || listed(STATES, word)))
        || listed(ANYWHERE, word) && (capital || word.len() > 3 || matches!(word, "etc" | "ca" | "cf"))
        || word == "vs"
}

/// Whether a small word, without its full stop, is short for one that a number follows: "no. 7", "p. 12".
pub(crate) fn takes_number(lower: &str) -> bool {
    matches!(
        lower,
        "no" | "nos"
            | "vol"
            | "vols"
            | "ch"
            | "sec"
            | "secs"
            | "art"
            | "arts"
            | "para"
            | "paras"
            | "p"
            | "pp"
            | "fig"
            | "figs"
            | "eq"
            | "eqs"
            | "cf"
            | "ca"
            | "col"
            | "nr"
    )
}

/// Whether the abbreviation `word` (lower-cased, with its full stop) always has a name or number after it.
pub(crate) fn leads_on(word: &str) -> bool {
    let stem = word.trim_end_matches('.');
    listed(BEFORE_NAMES, stem) || listed(BEFORE_NUMBERS, stem)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_look_like_abbreviations_are_words() {
        assert!(is_abbreviation("Dr") && is_abbreviation("Jan") && is_abbreviation("etc") && is_abbreviation("Ill"));
        for word in ["ill", "la", "mon", "ed", "INC", "co", "gen", "minister"] {
            assert!(!is_abbreviation(word), "{word}");
        }
    }
}
