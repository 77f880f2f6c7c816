//! Words: where each stands, its lower-cased form, its part of speech.

use std::ops::Range;

use crate::tags::Tag;

/// Whether `word` is one of `all`, which spaces part. Lists are kept so: a pattern of many words is several times as large in what
/// a browser fetches.
pub(crate) fn is_one_of(word: &str, all: &'static str) -> bool {
    model::listed::is_in(all, word)
}

/// A word, number or mark of punctuation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Word {
    /// First byte in the text.
    pub(crate) start: usize,
    /// One past its last byte.
    pub(crate) end: usize,
    /// Its part of speech.
    pub(crate) tag: Tag,
    /// Where its lower-cased form begins in [`Words::forms`].
    form: usize,
}

/// The words of a text in order, with their lower-cased forms.
#[derive(Clone, Debug)]
pub(crate) struct Words<'a> {
    text: &'a str,
    words: Vec<Word>,
    /// The lower-cased forms one after the other; a typographic apostrophe is written as a straight one.
    forms: String,
}

impl<'a> Words<'a> {
    /// Splits the parts of `text` given by `ranges` (bytes, rising) into words; nothing is tagged yet.
    pub(crate) fn split(text: &'a str, ranges: impl IntoIterator<Item = Range<usize>>) -> Self {
        let mut words = Self { text, words: Vec::with_capacity(text.len() / 5), forms: String::new() };
        for range in ranges {
            let mut at = range.start;
            while let Some(token) = next_token(text, at, range.end) {
                words.push(token.clone());
                at = token.end;
            }
        }
        words
    }

    fn push(&mut self, token: Range<usize>) {
        let cut = clitic(&self.text[token.clone()]);
        for part in [token.start..token.start + cut, token.start + cut..token.end] {
            if part.is_empty() {
                continue;
            }
            let form = self.forms.len();
            if self.is_acronym(part.clone()) {
                // Spelled out, so that nothing takes it for the pronoun.
                self.forms.push_str("w.h.o.");
            } else {
                lower_into(&self.text[part.clone()], &mut self.forms);
            }
            self.words.push(Word { start: part.start, end: part.end, tag: Tag::Noun, form });
        }
    }

    /// Whether a word is "WHO" amid words in small letters.
    fn is_acronym(&self, part: Range<usize>) -> bool {
        let small = |text: &str| text.trim_start().starts_with(char::is_lowercase);
        let before = self.words.last().map_or("", |word| &self.text[word.start..word.end]);
        let last_small = before.ends_with(char::is_lowercase);
        &self.text[part.clone()] == "WHO" && (small(&self.text[part.end..]) || last_small)
    }

    /// How many words there are.
    pub(crate) fn len(&self) -> usize {
        self.words.len()
    }

    /// The word at `index`, where there is one.
    pub(crate) fn get(&self, index: usize) -> Option<&Word> {
        self.words.get(index)
    }

    /// The text of the word at `index`; empty where there is none.
    pub(crate) fn text(&self, index: usize) -> &'a str {
        self.words.get(index).map_or("", |word| &self.text[word.start..word.end])
    }

    /// The lower-cased form of the word at `index`; empty where there is none.
    pub(crate) fn lower(&self, index: usize) -> &str {
        let Some(word) = self.words.get(index) else { return "" };
        let end = self.words.get(index + 1).map_or(self.forms.len(), |next| next.form);
        &self.forms[word.form..end]
    }

    /// The tag of the word at `index`; punctuation where there is none.
    pub(crate) fn tag(&self, index: usize) -> Tag {
        self.words.get(index).map_or(Tag::Punctuation, |word| word.tag)
    }

    /// Sets the tag of the word at `index`.
    pub(crate) fn set_tag(&mut self, index: usize, tag: Tag) {
        if let Some(word) = self.words.get_mut(index) {
            word.tag = tag;
        }
    }

    /// Whether white space, or the start of the text, comes before the word at `index`.
    pub(crate) fn spaced(&self, index: usize) -> bool {
        let Some(word) = self.words.get(index) else { return true };
        self.text[..word.start].chars().next_back().is_none_or(char::is_whitespace)
    }

    /// Whether the word at `index` begins with a capital letter, behind an Arabic article too: "al-Berg".
    pub(crate) fn capitalised(&self, index: usize) -> bool {
        let text = self.text(index);
        let name = ["al-", "el-", "ul-"].iter().find_map(|article| text.strip_prefix(article)).unwrap_or(text);
        name.starts_with(char::is_uppercase)
    }

    /// The first word that begins at or after the byte `byte`.
    pub(crate) fn at(&self, byte: usize) -> usize {
        self.words.partition_point(|word| word.start < byte)
    }
}

fn lower_into(text: &str, forms: &mut String) {
    for c in text.chars() {
        match c {
            '’' | 'ʼ' => forms.push('\''),
            c if c.is_ascii() => forms.push(c.to_ascii_lowercase()),
            c => forms.extend(c.to_lowercase()),
        }
    }
}

/// The next word of `text[at..end]`, white space skipped.
fn next_token(text: &str, at: usize, end: usize) -> Option<Range<usize>> {
    let rest = &text[at..end];
    let start = at + rest.find(|c: char| !c.is_whitespace() && !c.is_control() && c != '\u{feff}')?;
    let rest = &text[start..end];
    // ".500" behind a space is a number, not the end of a sentence.
    let decimal =
        start > at && rest.strip_prefix('.').is_some_and(|after| after.starts_with(|c: char| c.is_ascii_digit()));
    let length = if decimal { word_length(rest, 1) } else { token_length(rest) };
    Some(start..start + length)
}

/// The length in bytes of the token that `rest` begins with; at least one character.
fn token_length(rest: &str) -> usize {
    let Some(first) = rest.chars().next() else { return 0 };
    if rest.starts_with("http://") || rest.starts_with("https://") || rest.starts_with("www.") {
        return rest.find(char::is_whitespace).unwrap_or(rest.len());
    }
    let handle = matches!(first, '@' | '#') && rest[1..].starts_with(char::is_alphabetic);
    if first.is_alphanumeric() || handle {
        return word_length(rest, if handle { 1 } else { 0 });
    }
    if rest.starts_with("''") || rest.starts_with("``") {
        return 2;
    }
    if first == '.' && rest.starts_with("..") || first == '-' && rest.starts_with("--") {
        return rest.find(|c| c != first).unwrap_or(rest.len());
    }
    if matches!(first, '\'' | '’') {
        // A clipped year or word ('90s, 'em) belongs to its apostrophe; an opening quotation mark does not.
        let after = rest[first.len_utf8()..].find(|c: char| !c.is_ascii_digit()).unwrap_or(0);
        if after == 2 {
            return word_length(rest, first.len_utf8());
        }
    }
    first.len_utf8()
}

/// Extends a word over letters, digits, and the marks that hold a word together.
fn word_length(rest: &str, from: usize) -> usize {
    let mut length = from;
    let mut chars = rest[from..].char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let at = from + at;
        if c.is_alphanumeric() || c == '_' {
            length = at + c.len_utf8();
            continue;
        }
        let next = chars.peek().map(|&(_, next)| next);
        let before = rest[..at].chars().next_back();
        let joins = match c {
            '\u{300}'..='\u{36f}' | '\u{200c}' | '\u{200d}' | '\u{ad}' => true,
            '\'' | '’' | 'ʼ' | '&' => {
                next.is_some_and(char::is_alphabetic) && before.is_some_and(char::is_alphabetic)
            }
            '-' | '‐' | '‑' => next.is_some_and(char::is_alphanumeric),
            '.' => point_joins(&rest[..at], next),
            ',' | ':' => next.is_some_and(|n| n.is_ascii_digit()) && before.is_some_and(|b| b.is_ascii_digit()),
            _ => false,
        };
        if !joins {
            break;
        }
        length = at + c.len_utf8();
    }
    length
}

/// Whether a full stop after `before` belongs to the word: a decimal point, or an abbreviation's.
fn point_joins(before: &str, next: Option<char>) -> bool {
    let last = before.chars().next_back();
    if last.is_some_and(|c| c.is_ascii_digit()) && next.is_some_and(|c| c.is_ascii_digit()) {
        return true;
    }
    let tail = before.rsplit('.').next().unwrap_or(before);
    let letters = tail.chars().count();
    if letters == 1 && tail.chars().all(char::is_alphabetic) {
        // U.S., J., a.m.: single letters each with a point. One small letter alone is a word.
        return before.contains('.') || last.is_some_and(char::is_uppercase) || next.is_some_and(char::is_alphabetic);
    }
    if before.contains('.') && last.is_some_and(char::is_alphabetic) {
        // Ph.D., and the name of a web site.
        return next.is_some_and(|c| c.is_ascii_lowercase());
    }
    crate::abbreviations::is_abbreviation(before)
        || next.is_some_and(|c| c.is_ascii_lowercase()) && last.is_some_and(char::is_alphabetic)
}

/// Where a word parts from its clitic ("n't", "'s", "'ll"): the length of the word before it, in bytes.
fn clitic(word: &str) -> usize {
    let Some(mark) = word.rfind(['\'', '’', 'ʼ']) else { return word.len() };
    if mark == 0 {
        return word.len();
    }
    let tail = word[mark..].trim_start_matches(['\'', '’', 'ʼ']);
    let is = |forms: &[&str]| forms.iter().any(|form| tail.eq_ignore_ascii_case(form));
    if is(&["t"]) && word[..mark].ends_with(['n', 'N']) && mark > 2 {
        // "can't" keeps its n: "ca" is no word.
        return if word[..mark].eq_ignore_ascii_case("can") { mark } else { mark - 1 };
    }
    if is(&["s", "m", "d", "ll", "re", "ve"]) { mark } else { word.len() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn split(text: &str) -> Vec<&str> {
        let words = Words::split(text, std::iter::once(0..text.len()));
        (0..words.len()).map(|index| words.text(index)).collect()
    }

    #[test]
    fn words_keep_what_belongs_to_them() {
        assert_eq!(
            split("Dr. A. Berg’s U.S. firm paid $1,200.50."),
            ["Dr.", "A.", "Berg", "’s", "U.S.", "firm", "paid", "$", "1,200.50", "."]
        );
        assert_eq!(split("They don't—ever… wait."), ["They", "do", "n't", "—", "ever", "…", "wait", "."]);
        assert_eq!(
            split("“We can’t,” she said...then left"),
            ["“", "We", "can", "’t", ",", "”", "she", "said", "...", "then", "left"]
        );
        assert_eq!(
            split("the ex-minister at https://a.example/b. (No)"),
            ["the", "ex-minister", "at", "https://a.example/b.", "(", "No", ")"]
        );
    }

    #[test]
    fn a_point_before_digits_is_a_decimal_point() {
        assert_eq!(split("He hit .314 of them."), ["He", "hit", ".314", "of", "them", "."]);
    }

    #[test]
    fn a_full_stop_without_a_space_still_ends_a_sentence() {
        assert_eq!(split("It rained.The match"), ["It", "rained", ".", "The", "match"]);
    }

    proptest! {
        #[test]
        fn words_are_in_order_and_in_bounds(text in "\\PC{0,120}") {
            let words = Words::split(&text, std::iter::once(0..text.len()));
            let mut last = 0;
            for (index, word) in (0..words.len()).filter_map(|index| Some((index, words.get(index)?))) {
                prop_assert!(last <= word.start && word.start < word.end && word.end <= text.len());
                prop_assert_eq!(words.at(word.start), index);
                last = word.end;
            }
        }
    }
}
