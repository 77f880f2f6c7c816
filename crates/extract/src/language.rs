/// The language of a text as a BCP 47 tag; `und` where it cannot be told.
///
/// Counts stop words of a few languages in the first [`LOOK`] bytes: what is asked is only whether it is English.
pub(crate) fn tell(text: &str) -> String {
    let mut end = text.len().min(LOOK);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let (mut words, mut english) = (0_usize, 0_usize);
    for word in text[..end].split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()) {
        words += 1;
        english += usize::from(STOP_WORDS.contains(&word.to_lowercase().as_str()));
    }
    if words == 0 || english * 12 < words { "und".to_owned() } else { "en".to_owned() }
}

/// How much of a text is looked at, in bytes.
const LOOK: usize = 20_000;

/// English words that hardly a sentence does without.
const STOP_WORDS: [&str; 24] = [
    "the", "of", "and", "to", "in", "a", "is", "that", "for", "on", "with", "was", "as", "by", "it", "at", "from",
    "has", "are", "be", "an", "its", "his", "have",
];
