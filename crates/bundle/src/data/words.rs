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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cuts_between_words() {
        assert_eq!(shorten("The dam  is to be built, they say", 25), "The dam is to be built…");
        assert_eq!(shorten("The dam", 25), "The dam");
        assert_eq!(shorten("Donaudampfschifffahrt", 8), "Donauda…");
    }
}
