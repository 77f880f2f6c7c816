//! English stems by the Porter2 rules (Snowball's `english`, <https://snowballstem.org/algorithms/english/stemmer.html>).

/// Words whose stem the rules get wrong, with the stem; from the published list.
const IRREGULAR: &[(&str, &str)] = &[
    ("skis", "ski"),
    ("skies", "sky"),
    ("idly", "idl"),
    ("gently", "gentl"),
    ("ugly", "ugli"),
    ("early", "earli"),
    ("only", "onli"),
    ("singly", "singl"),
];

/// Words that are their own stem; from the published list.
const INVARIANT: &[&str] = &["sky", "news", "howe", "atlas", "cosmos", "bias", "andes"];

/// Words that step 1a has finished with; from the published list.
const FINISHED: &[&str] =
    &["inning", "outing", "canning", "herring", "earring", "proceed", "exceed", "succeed", "evening"];

/// Step 2: what stands in R1 and its replacement, the longest first among those that end alike.
const STEP_2: &[(&str, &str)] = &[
    ("ational", "ate"),
    ("tional", "tion"),
    ("ization", "ize"),
    ("ation", "ate"),
    ("enci", "ence"),
    ("anci", "ance"),
    ("abli", "able"),
    ("entli", "ent"),
    ("izer", "ize"),
    ("ator", "ate"),
    ("alism", "al"),
    ("aliti", "al"),
    ("alli", "al"),
    ("fulness", "ful"),
    ("ousli", "ous"),
    ("ousness", "ous"),
    ("iveness", "ive"),
    ("iviti", "ive"),
    ("biliti", "ble"),
    ("bli", "ble"),
    ("fulli", "ful"),
    ("lessli", "less"),
];

/// Step 3, in the same shape.
const STEP_3: &[(&str, &str)] = &[
    ("ational", "ate"),
    ("tional", "tion"),
    ("alize", "al"),
    ("icate", "ic"),
    ("iciti", "ic"),
    ("ical", "ic"),
    ("ful", ""),
    ("ness", ""),
];

/// Step 4: what is cut where it stands in R2.
const STEP_4: &[&str] = &[
    "ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ism", "ate", "iti", "ous", "ive", "ize", "al",
    "er", "ic",
];

/// The stem of a folded word. What is not English letters throughout comes back as it is.
///
/// `word` is lower case, as [`crate::text::words::fold`] leaves it.
pub(crate) fn stem(word: &str) -> String {
    if word.len() < 3 || !word.bytes().all(|b| b.is_ascii_lowercase()) {
        return word.to_owned();
    }
    if let Some((_, stem)) = IRREGULAR.iter().find(|(whole, _)| *whole == word) {
        return (*stem).to_owned();
    }
    if INVARIANT.contains(&word) {
        return word.to_owned();
    }
    let mut stemmer = Stemmer::new(word);
    stemmer.step_1a();
    if !FINISHED.contains(&stemmer.as_str()) {
        stemmer.step_1b();
        stemmer.step_1c();
        stemmer.step_2();
        stemmer.step_3();
        stemmer.step_4();
        stemmer.step_5();
    }
    stemmer.as_str().to_ascii_lowercase()
}

/// A word being cut. An upper-case `Y` is a `y` that stands for a consonant.
struct Stemmer {
    word: Vec<u8>,
    r1: usize,
    r2: usize,
}

fn vowel(byte: u8) -> bool {
    matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u' | b'y')
}

/// One past the first non-vowel that follows a vowel at or after `from`.
fn region(word: &[u8], from: usize) -> usize {
    (from + 1..word.len()).find(|&i| vowel(word[i - 1]) && !vowel(word[i])).map_or(word.len(), |i| i + 1)
}

impl Stemmer {
    fn new(word: &str) -> Self {
        let mut word = word.as_bytes().to_vec();
        for i in 0..word.len() {
            if word[i] == b'y' && (i == 0 || vowel(word[i - 1])) {
                word[i] = b'Y';
            }
        }
        let exception = ["gener", "commun", "arsen", "past", "univers", "later", "emerg", "organ", "inter"]
            .iter()
            .find(|p| word.starts_with(p.as_bytes()));
        let r1 = exception.map_or_else(|| region(&word, 0), |p| p.len());
        let r2 = region(&word, r1);
        Self { word, r1, r2 }
    }

    fn as_str(&self) -> &str {
        std::str::from_utf8(&self.word).unwrap_or_default()
    }

    fn ends(&self, suffix: &str) -> bool {
        self.word.ends_with(suffix.as_bytes())
    }

    fn cut(&mut self, bytes: usize) {
        self.word.truncate(self.word.len().saturating_sub(bytes));
    }

    fn has_vowel_before(&self, end: usize) -> bool {
        self.word[..end].iter().any(|&b| vowel(b))
    }

    /// Whether the word up to `end` ends in a short syllable.
    fn ends_short(&self, end: usize) -> bool {
        let w = &self.word[..end];
        match *w {
            [.., a, b, c] if !vowel(a) && vowel(b) && !vowel(c) && !matches!(c, b'w' | b'x' | b'Y') => true,
            [a, b] => vowel(a) && !vowel(b),
            _ => w == b"past",
        }
    }

    fn step_1a(&mut self) {
        if self.ends("sses") {
            self.cut(2);
        } else if self.ends("ied") || self.ends("ies") {
            self.cut(if self.word.len() > 4 { 2 } else { 1 });
        } else if self.ends("s") && !self.ends("us") && !self.ends("ss") {
            let end = self.word.len().saturating_sub(2);
            if self.has_vowel_before(end) {
                self.cut(1);
            }
        }
    }

    fn step_1b(&mut self) {
        for (suffix, keeps) in [("eedly", 3), ("eed", 1)] {
            if self.ends(suffix) {
                if self.word.len() - suffix.len() >= self.r1 {
                    self.cut(keeps);
                }
                return;
            }
        }
        let Some(suffix) = ["ingly", "edly", "ing", "ed"].into_iter().find(|s| self.ends(s)) else { return };
        let end = self.word.len() - suffix.len();
        if suffix == "ing" && end == 2 && self.word[1] == b'y' && !vowel(self.word[0]) {
            // "dying", "lying", "tying" go with "die", "lie", "tie".
            self.word.truncate(1);
            self.word.extend(b"ie");
            return;
        }
        if !self.has_vowel_before(end) {
            return;
        }
        self.word.truncate(end);
        if ["at", "bl", "iz"].iter().any(|s| self.ends(s)) {
            self.word.push(b'e');
        } else if ["bb", "dd", "ff", "gg", "mm", "nn", "pp", "rr", "tt"].iter().any(|s| self.ends(s)) {
            if !(self.word.len() == 3 && matches!(self.word[0], b'a' | b'e' | b'o')) {
                self.cut(1);
            }
        } else if self.r1 >= self.word.len() && self.ends_short(self.word.len()) {
            self.word.push(b'e');
        }
    }

    fn step_1c(&mut self) {
        if let [_, .., before, last @ (b'y' | b'Y')] = self.word.as_mut_slice()
            && !vowel(*before)
        {
            *last = b'i';
        }
    }

    fn replace(&mut self, table: &[(&str, &str)]) -> bool {
        let found = table.iter().filter(|(suffix, _)| self.ends(suffix)).max_by_key(|(suffix, _)| suffix.len());
        let Some((suffix, replacement)) = found else { return false };
        if self.word.len() - suffix.len() >= self.r1 {
            self.cut(suffix.len());
            self.word.extend(replacement.bytes());
        }
        true
    }

    fn step_2(&mut self) {
        if self.replace(STEP_2) {
            return;
        }
        let len = self.word.len();
        if self.ends("ogist") && len - 5 >= self.r1 {
            self.cut(3);
        } else if self.ends("ogi") && len > 3 && self.word[len - 4] == b'l' {
            if len - 3 >= self.r1 {
                self.cut(1);
            }
        } else if self.ends("li")
            && len >= 3
            && len - 2 >= self.r1
            && matches!(self.word[len - 3], b'c' | b'd' | b'e' | b'g' | b'h' | b'k' | b'm' | b'n' | b'r' | b't')
        {
            self.cut(2);
        }
    }

    fn step_3(&mut self) {
        if self.ends("ative") {
            if self.word.len() - 5 >= self.r2 {
                self.cut(5);
            }
            return;
        }
        self.replace(STEP_3);
    }

    fn step_4(&mut self) {
        let len = self.word.len();
        if let Some(suffix) = STEP_4.iter().find(|s| self.ends(s)) {
            if len - suffix.len() >= self.r2 {
                self.cut(suffix.len());
            }
        } else if self.ends("ion") && len > 3 && matches!(self.word[len - 4], b's' | b't') && len - 3 >= self.r2 {
            self.cut(3);
        }
    }

    fn step_5(&mut self) {
        let len = self.word.len();
        if self.ends("e") {
            if len > self.r2 || len > self.r1 && !self.ends_short(len - 1) {
                self.cut(1);
            }
        } else if self.ends("ll") && len > self.r2 {
            self.cut(1);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::stem;

    /// From the vocabulary that is published with the rules.
    #[test]
    fn published_stems() {
        let pairs = "consign consign, consigned consign, consigning consign, consignment consign, consistency consist, \
            consolation consol, consolatory consolatori, consoled consol, consolingly consol, conspicuous conspicu, \
            conspirators conspir, constancy constanc, constraint constraint, knackeries knackeri, kneel kneel, \
            knightly knight, knitted knit, knives knive, knots knot, knowingly know, generally general, \
            generously generous, dying die, skies sky, news news, happy happi, sayings say, international internat, \
            psychologists psycholog, communism communism, relational relat, hoping hope, hopping hop";
        for pair in pairs.split(", ") {
            let (word, expected) = pair.trim().split_once(' ').expect("a word and its stem");
            assert_eq!(stem(word), expected, "{word}");
        }
    }

    #[test]
    fn what_is_not_english_letters_stays() {
        for word in ["мосты", "b52s", "as", "", "@berg"] {
            assert_eq!(stem(word), word);
        }
    }
}
