/// A text of at most `most` code points: cut between words, with "…" where something is left out.
pub(super) fn shorten(text: &str, most: usize) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.chars().count() <= most {
        return text;
    }
    let end = text.char_indices().nth(most.saturating_sub(1)).map_or(text.len(), |(at, _)| at);
    let kept = &text[..end];
    let kept = kept.rsplit_once(' ').map_or(kept, |(kept, _)| kept);
    format!("{}…", kept.trim_end_matches(|c: char| !c.is_alphanumeric()))
}

/// A word without the ending of the plural, where it is a regular one.
pub(super) fn singular(word: &str) -> String {
    let ends = |endings: &[&str]| endings.iter().any(|ending| word.ends_with(ending));
    if word.chars().count() < 4 || ends(&["ss", "us", "is"]) {
        return word.to_owned();
    }
    match word.strip_suffix("ies") {
        Some(stem) => format!("{stem}y"),
        None if ends(&["ches", "shes", "xes", "sses", "zes"]) => word[..word.len() - 2].to_owned(),
        None => word.strip_suffix('s').unwrap_or(word).to_owned(),
    }
}

/// A text with its first letter in upper case.
pub(super) fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cuts_between_words() {
        assert_eq!(shorten("The dam  is to be built, they say", 25), "The dam is to be built…");
        assert_eq!(shorten("The dam", 25), "The dam");
        assert_eq!(shorten("Donaudampfschifffahrt", 8), "Donauda…");
    }

    #[test]
    fn plurals() {
        for (plural, one) in
            [("dams", "dam"), ("treaties", "treaty"), ("gas", "gas"), ("losses", "loss"), ("boxes", "box")]
        {
            assert_eq!(singular(plural), one);
        }
        assert_eq!(singular("status"), "status");
    }
}
