//! From text to words: Unicode segmentation (UAX #29), folding of case and accents, bigrams where a script has no spaces.

use unicode_segmentation::UnicodeSegmentation;

/// A word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Word {
    /// The folded form that is indexed.
    pub(crate) form: String,
    /// First byte in the text.
    pub(crate) start: usize,
    /// One past the last byte.
    pub(crate) end: usize,
}

/// The longest form that is indexed, in bytes; what is longer is cut, so that no run of letters swells the directory.
const LONGEST: usize = 48;

/// The words of `text`, in order; see [`each`].
pub(crate) fn words(text: &str) -> Vec<Word> {
    let mut found: Vec<Word> = Vec::with_capacity(text.len() / 6);
    each(text, &mut |form, start, end| found.push(Word { form: form.to_owned(), start, end }));
    found
}

/// Shows every word of `text` in order: its folded form, its first byte, and one past its last.
///
/// Letters of scripts that do not set spaces between words come as overlapping pairs, and a lone one as itself.
pub(crate) fn each(text: &str, see: &mut dyn FnMut(&str, usize, usize)) {
    // The end of the last single letter of an unspaced run, and whether it already went into a pair.
    let mut run: Option<(usize, usize, bool)> = None;
    let mut form = String::new();
    let mut show = |start: usize, piece: &str| {
        if !piece.chars().next().is_some_and(unspaced) {
            finish(text, &mut run, see);
            split(piece, &mut |from, to| {
                fold_into(&piece[from..to], &mut form);
                if !form.is_empty() {
                    see(&form, start + from, start + to);
                }
            });
            return;
        }
        for (at, letter) in piece.char_indices() {
            let (from, to) = (start + at, start + at + letter.len_utf8());
            match run {
                Some((begin, until, _)) if until == from => {
                    see(&text[begin..to], begin, to);
                    run = Some((from, to, true));
                }
                _ => {
                    finish(text, &mut run, see);
                    run = Some((from, to, false));
                }
            }
        }
    };
    pieces(text, &mut show);
    finish(text, &mut run, see);
}

/// Shows what UAX #29 takes for words, with the first byte of each. None goes over a space: so what stands between two is looked
/// at by itself.
fn pieces<'t>(text: &'t str, show: &mut dyn FnMut(usize, &'t str)) {
    let mut from = 0;
    for part in text.split_inclusive(' ') {
        match lone(part) {
            Some(0) => {}
            Some(end) => show(from, &part[..end]),
            None => part.unicode_word_indices().for_each(|(at, piece)| show(from + at, piece)),
        }
        from += part.len();
    }
}

/// Where the one word ends that opens a text without letters behind it, as most that stand between spaces do; 0 where there is none
/// at all, `None` of any others.
fn lone(part: &str) -> Option<usize> {
    let end = part.bytes().position(|byte| !byte.is_ascii_alphanumeric()).unwrap_or(part.len());
    let mark = |byte: u8| byte.is_ascii() && !byte.is_ascii_alphanumeric() && byte != b'_';
    part.bytes().skip(end).all(mark).then_some(end)
}

/// Shows the bytes of the words in what UAX #29 takes for one: it joins letters over a colon, and over a full stop without
/// a space, which in a report is a missing space, unless it is an abbreviation such as "U.S.".
fn split(piece: &str, see: &mut dyn FnMut(usize, usize)) {
    let letters = |text: &str| text.chars().next().is_some_and(char::is_alphabetic);
    let stops = piece.contains('.') && letters(piece) && piece.split('.').any(|part| part.chars().count() > 1);
    let mut from = 0;
    for (at, mark) in piece.bytes().enumerate() {
        if mark == b':' || mark == b'.' && stops {
            see(from, at);
            from = at + 1;
        }
    }
    see(from, piece.len());
}

/// A lone letter of an unspaced run is a word of its own.
fn finish(text: &str, run: &mut Option<(usize, usize, bool)>, see: &mut dyn FnMut(&str, usize, usize)) {
    if let Some((start, end, false)) = run.take() {
        see(&text[start..end], start, end);
    }
}

/// Whether a letter belongs to a script that sets no spaces between words: Han, kana, Thai, Lao, Burmese, Khmer.
fn unspaced(letter: char) -> bool {
    matches!(u32::from(letter), 0x0E00..=0x0EFF | 0x1000..=0x109F | 0x1780..=0x17FF | 0x3040..=0x30FF | 0x3400..=0x4DBF
        | 0x4E00..=0x9FFF | 0xF900..=0xFAFF | 0x20000..=0x3FFFF)
}

/// A word in the form that is compared: lower case, without accents, apostrophes, points of abbreviations or the commas of
/// numbers, and without an English possessive. `None` where nothing is left.
pub(crate) fn fold(word: &str) -> Option<String> {
    let mut form = String::with_capacity(word.len());
    fold_into(word, &mut form);
    (!form.is_empty()).then_some(form)
}

/// Makes `form` the folded form of a word.
fn fold_into(word: &str, form: &mut String) {
    form.clear();
    if word.len() <= LONGEST && word.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        form.push_str(word);
        form.make_ascii_lowercase();
        return;
    }
    for letter in word.chars() {
        match letter {
            'a'..='z' | '0'..='9' => form.push(letter),
            'A'..='Z' => form.push(letter.to_ascii_lowercase()),
            '’' | '\'' | 'ʼ' => form.push('\''),
            '.' => form.push('.'),
            ',' | '_' | '·' | '\u{ad}' | '\u{200c}' | '\u{200d}' => {}
            _ => fold_letter(letter, form),
        }
    }
    if let Some(bare) = form.strip_suffix("'s") {
        form.truncate(bare.len());
    }
    let number = form.starts_with(|c: char| c.is_ascii_digit());
    form.retain(|c| c != '\'' && (c != '.' || number));
    if form.len() > LONGEST {
        let cut = (0..=LONGEST).rev().find(|&at| form.is_char_boundary(at)).unwrap_or(0);
        form.truncate(cut);
    }
}

/// Base letters of U+00C0 to U+017F, in order; a dot where the letter stays as it is.
const LATIN: &str = "aaaaaa.ceeeeiiii.nooooo.ouuuuy..aaaaaa.ceeeeiiii.nooooo.ouuuuy.y\
aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkk.llllllllllnnnnnnn..oooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

/// Base letters of U+1E00 to U+1EFF, in order, each for as many code points as the number says.
const LATIN_ADDED: &[(char, u8)] = &[
    ('a', 2),
    ('b', 6),
    ('c', 2),
    ('d', 10),
    ('e', 10),
    ('f', 2),
    ('g', 2),
    ('h', 10),
    ('i', 4),
    ('k', 6),
    ('l', 8),
    ('m', 6),
    ('n', 8),
    ('o', 8),
    ('p', 4),
    ('r', 8),
    ('s', 10),
    ('t', 8),
    ('u', 10),
    ('v', 4),
    ('w', 10),
    ('x', 4),
    ('y', 2),
    ('z', 6),
    ('h', 1),
    ('t', 1),
    ('w', 1),
    ('y', 1),
    ('a', 1),
    ('s', 5),
    ('a', 24),
    ('e', 16),
    ('i', 4),
    ('o', 24),
    ('u', 14),
    ('y', 8),
];

/// Folds one letter that is not ASCII.
fn fold_letter(letter: char, form: &mut String) {
    match letter {
        // Combining marks, Hebrew points, Arabic vowel signs.
        '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5c7}' | '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}' => {}
        // Ligatures.
        'ﬀ' => form.push_str("ff"),
        'ﬁ' => form.push_str("fi"),
        'ﬂ' => form.push_str("fl"),
        'ﬃ' => form.push_str("ffi"),
        'ﬄ' => form.push_str("ffl"),
        'ﬅ' | 'ﬆ' => form.push_str("st"),
        'ß' | 'ẞ' => form.push_str("ss"),
        'æ' | 'Æ' => form.push_str("ae"),
        'œ' | 'Œ' => form.push_str("oe"),
        'ø' | 'Ø' => form.push('o'),
        'þ' | 'Þ' => form.push_str("th"),
        'ð' | 'Ð' => form.push('d'),
        'ı' => form.push('i'),
        'ё' | 'Ё' => form.push('е'),
        'ά' | 'Ά' => form.push('α'),
        'έ' | 'Έ' => form.push('ε'),
        'ή' | 'Ή' => form.push('η'),
        'ί' | 'ϊ' | 'ΐ' | 'Ί' => form.push('ι'),
        'ό' | 'Ό' => form.push('ο'),
        'ύ' | 'ϋ' | 'ΰ' | 'Ύ' => form.push('υ'),
        'ώ' | 'Ώ' => form.push('ω'),
        'ς' => form.push('σ'),
        'آ' | 'أ' | 'إ' => form.push('ا'),
        'ى' | 'ی' => form.push('ي'),
        'ک' => form.push('ك'),
        '\u{c0}'..='\u{17f}' => {
            let base = LATIN.as_bytes().get(letter as usize - 0xc0).copied().unwrap_or(b'.');
            if base == b'.' { form.extend(letter.to_lowercase()) } else { form.push(char::from(base)) }
        }
        '\u{1cd}'..='\u{1dc}' => form.push(char::from(b"aaiioouuuuuuuuuu"[letter as usize - 0x1cd])),
        '\u{218}'..='\u{21b}' => form.push(if letter <= '\u{219}' { 's' } else { 't' }),
        '\u{1e00}'..='\u{1eff}' => {
            let mut left = letter as usize - 0x1e00;
            let base = LATIN_ADDED.iter().find(|(_, many)| match left.checked_sub(usize::from(*many)) {
                Some(rest) => {
                    left = rest;
                    false
                }
                None => true,
            });
            form.push(base.map_or('y', |(base, _)| *base));
        }
        // Full-width letters and digits.
        '\u{ff01}'..='\u{ff5e}' => {
            let narrow = char::from((letter as u32 - 0xfee0) as u8);
            form.extend(narrow.to_lowercase());
        }
        _ => form.extend(letter.to_lowercase()),
    }
}

/// English words that carry no subject: left out of a query beside words that do.
const COMMON: &str = " a about after again all also am an and any are as at be because been before being between both but by can could \
did do does doing down during each few for from further had has have having he her here hers him his how i if in into is it \
its itself just me more most my no nor not of off on once only or other our out over own same she should so some such than \
that the their theirs them then there these they this those through to too under until up very was we were what when \
where which while who whom why will with would you your yours ";

/// Where in [`COMMON`] the words of each letter begin, which stand in the order of the alphabet.
const COMMON_BY_LETTER: [usize; 27] = {
    let (bytes, mut starts, mut at, mut letter) = (COMMON.as_bytes(), [COMMON.len(); 27], 1, 0);
    while at < bytes.len() {
        if bytes[at - 1] == b' ' && bytes[at] != b' ' {
            let own = (bytes[at] - b'a') as usize;
            assert!(own + 1 >= letter, "in the order of the alphabet");
            while letter <= own {
                starts[letter] = at;
                letter += 1;
            }
        }
        at += 1;
    }
    starts
};

/// English's most common words, folded.
pub(crate) fn common_words() -> impl Iterator<Item = &'static str> {
    COMMON.split_ascii_whitespace()
}

/// Whether a folded word is one of English's most common.
pub(crate) fn common(form: &str) -> bool {
    let letter = form.bytes().next().filter(u8::is_ascii_lowercase).map(|byte| usize::from(byte - b'a'));
    letter.is_some_and(|at| {
        let alike = &COMMON[COMMON_BY_LETTER[at]..COMMON_BY_LETTER[at + 1]];
        alike.split_ascii_whitespace().any(|word| word == form)
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn words_are_those_of_the_whole_text(text in "[a-zA-C0-2 .,:;'’_é日ก\u{301}\u{200d}\u{ad}\n\"#-]{0,40}") {
            let mut found = Vec::new();
            pieces(&text, &mut |start, piece| found.push((start, piece)));
            prop_assert_eq!(found, text.unicode_word_indices().collect::<Vec<_>>());
        }
    }

    #[test]
    fn the_most_common_words_are_told_and_nothing_else() {
        assert!(common_words().all(common));
        for word in ["", " ", "yo", "yours ", "a about", "harbour", "Again", "überdies", "zebra", "{", "9"] {
            assert!(!common(word), "{word:?}");
        }
    }
}
