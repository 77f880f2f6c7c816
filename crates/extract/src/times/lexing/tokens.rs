//! A light lexer: words, numbers and marks with what each is to the grammar, by byte offsets, in one pass.

use super::lexicon::Lex;
use super::words::{LONGEST, look_up};

/// A word, a number or a mark.
#[derive(Clone, Copy, Debug)]
pub(in crate::times) struct Token {
    /// Byte offset of its start.
    pub(in crate::times) start: u32,
    /// Byte offset of its end.
    pub(in crate::times) end: u32,
    pub(in crate::times) lex: Lex,
    /// Whether white space, or the text's start, stands before it.
    pub(in crate::times) spaced: bool,
    /// Whether it begins with a capital letter.
    pub(in crate::times) capital: bool,
}

/// Splits a text into tokens. The last is always a [`Lex::Break`].
pub(in crate::times) fn tokens(text: &str) -> Vec<Token> {
    let wrapped = text.split('\n').all(|line| line.len() <= WIDEST);
    let mut lexer = Lexer { text, at: 0, line: 0, wrapped, spaced: true, out: Vec::with_capacity(text.len() / 5 + 1) };
    while lexer.at < text.len() {
        lexer.step();
    }
    let end = text.len();
    lexer.push(end, end, Lex::Break);
    lexer.out
}

struct Lexer<'a> {
    text: &'a str,
    at: usize,
    /// Where the current line begins.
    line: usize,
    /// Whether the text may be wrapped at a fixed width.
    wrapped: bool,
    spaced: bool,
    out: Vec<Token>,
}

/// In wrapped text, a line of so many bytes or more goes on in the next; a shorter one ends a paragraph.
const FULL: usize = 60;

/// A text with a longer line than this, in bytes, is not wrapped: each of its line ends ends a paragraph.
const WIDEST: usize = 120;

impl Lexer<'_> {
    fn byte(&self, at: usize) -> u8 {
        self.text.as_bytes().get(at).copied().unwrap_or(0)
    }

    fn push(&mut self, start: usize, end: usize, lex: Lex) {
        let capital = self.byte(start).is_ascii_uppercase();
        self.out.push(Token { start: start as u32, end: end as u32, lex, spaced: self.spaced, capital });
        self.spaced = false;
        self.at = end;
    }

    fn step(&mut self) {
        let start = self.at;
        match self.byte(start) {
            b'\n' => self.line_end(),
            b' ' | b'\t' | b'\r' | 0x0b | 0x0c => {
                self.spaced = true;
                self.at += 1;
            }
            b'a'..=b'z' | b'A'..=b'Z' => self.word(),
            b'0'..=b'9' => self.number(),
            b'\'' => self.apostrophe(start + 1),
            b'-' => self.dash(start + 1, true),
            0x80.. => self.wide(),
            mark => {
                let lex = match mark {
                    b'.' => Lex::Dot,
                    b',' => Lex::Comma,
                    b'!' | b'?' => Lex::Stop,
                    b'(' | b'[' => Lex::Open,
                    b'$' | b'#' => Lex::Sign,
                    b'%' => Lex::Percent,
                    _ => Lex::Mark,
                };
                self.push(start, start + 1, lex);
            }
        }
    }

    /// A line's end breaks, unless the text is wrapped and the line is full and not ended by a full stop.
    fn line_end(&mut self) {
        let line = self.text[self.line..self.at].trim_end();
        let blank =
            self.text.as_bytes()[self.at + 1..].iter().take_while(|b| matches!(b, b' ' | b'\t' | b'\r')).count();
        let ends = !self.wrapped
            || line.len() < FULL
            || line.ends_with(['.', '!', '?', '"', ':'])
            || matches!(self.byte(self.at + 1 + blank), b'\n' | 0);
        let at = self.at;
        if ends && !self.out.last().is_some_and(|token| token.lex == Lex::Break) {
            self.push(at, at, Lex::Break);
        }
        self.at = at + 1 + blank;
        self.line = self.at;
        self.spaced = true;
    }

    fn word(&mut self) {
        let start = self.at;
        let mut end = start;
        let mut plain = true;
        loop {
            match self.byte(end) {
                b'a'..=b'z' | b'A'..=b'Z' => end += 1,
                b'0'..=b'9' | b'_' => {
                    plain = false;
                    end += 1;
                }
                0x80.. if self.wide_letter(end) > 0 => {
                    plain = false;
                    end += self.wide_letter(end);
                }
                _ => break,
            }
        }
        if !plain {
            return self.push(start, end, Lex::Other);
        }
        if end - start == 1 && self.byte(end) == b'.' && self.byte(end + 1).is_ascii_alphabetic() {
            return self.initials();
        }
        if self.text[start..end].eq_ignore_ascii_case("o")
            && let Some(mark) = self.apostrophe_at(end)
            && self.text[end + mark..].get(..5).is_some_and(|rest| rest.eq_ignore_ascii_case("clock"))
        {
            return self.push(start, end + mark + 5, Lex::OClock);
        }
        let lex = known(&self.text.as_bytes()[start..end]);
        self.push(start, end, lex);
    }

    /// Letters with full stops: "a.m.", "B.C.", "U.S.".
    fn initials(&mut self) {
        let start = self.at;
        let mut end = start;
        let mut letters = [0_u8; 4];
        let mut count = 0;
        while self.byte(end).is_ascii_alphabetic() && self.byte(end + 1) == b'.' {
            if let Some(place) = letters.get_mut(count) {
                *place = self.byte(end).to_ascii_lowercase();
            }
            count += 1;
            end += 2;
        }
        // "a.m" without its second full stop.
        if count == 1 && self.byte(end) == b'm' && !self.byte(end + 1).is_ascii_alphanumeric() {
            letters[1] = b'm';
            count = 2;
            end += 1;
        }
        if count < 2 {
            return self.push(start, start + 1, known(&self.text.as_bytes()[start..=start]));
        }
        let lex = match letters.get(..count).map(look_up) {
            Some(lex @ (Lex::AmPm(_) | Lex::Era(_) | Lex::Zone(_))) => lex,
            _ => Lex::Other,
        };
        self.push(start, end, lex);
    }

    /// Digits, with what may stand between digits of one number, date or clock time.
    fn number(&mut self) {
        let start = self.at;
        let mut end = start;
        let mut commas = false;
        let (mut dots, mut others) = (0_u32, false);
        loop {
            let byte = self.byte(end);
            if byte.is_ascii_digit() {
                end += 1;
                continue;
            }
            let next = self.byte(end + 1).is_ascii_digit();
            match byte {
                b',' if next && self.grouped(start, end) && !others && dots == 0 => commas = true,
                b'.' if next => dots += 1,
                b':' | b'/' | b'-' if next => others = true,
                // An en dash, as in 2009–2011.
                0xe2 if self.text.as_bytes()[end..].starts_with("–".as_bytes())
                    && self.byte(end + 3).is_ascii_digit() =>
                {
                    others = true;
                    end += 2;
                }
                _ => break,
            }
            end += 1;
        }
        let digits = &self.text[start..end];
        let lex = if others || dots > 1 {
            Lex::Figures
        } else if commas || dots == 1 {
            Lex::Number
        } else if digits.len() > 9 {
            Lex::Other
        } else {
            Lex::Int(digits.parse().unwrap_or(0))
        };
        self.number_ending(start, end, lex);
    }

    /// Whether the comma at `at` groups thousands of the number that began at `start`.
    fn grouped(&self, start: usize, at: usize) -> bool {
        let group = (1..=4).take_while(|&i| self.byte(at + i).is_ascii_digit()).count();
        let before = self.text[start..at].rfind(',').map_or(at - start, |comma| at - start - comma - 1);
        group == 3 && if at - start == before { before <= 3 } else { before == 3 }
    }

    /// What is written onto a number: 2nd, 1990s, 5pm, 30GB, and the time of an ISO date.
    fn number_ending(&mut self, start: usize, end: usize, lex: Lex) {
        let letters = self.text.as_bytes()[end..].iter().take(4).take_while(|b| b.is_ascii_alphabetic()).count();
        let after = self.byte(end + letters);
        let whole =
            !after.is_ascii_alphanumeric() && after < 0x80 || after >= 0x80 && self.wide_letter(end + letters) == 0;
        let ending = self.text[end..end + letters].to_ascii_lowercase();
        match (lex, ending.as_str()) {
            (_, "") if after >= 0x80 && self.wide_letter(end) > 0 => self.other(start, end),
            (_, "") => {
                self.push(start, end, lex);
            }
            (Lex::Int(n), "st" | "nd" | "rd" | "th") if whole => self.push(start, end + 2, Lex::Ordinal(n)),
            (Lex::Int(n), "s") if whole && n % 10 == 0 && matches!(end - start, 2 | 4) => {
                self.push(start, end + 1, Lex::Tens(n));
            }
            (Lex::Int(_) | Lex::Figures | Lex::Number, "am" | "pm" | "a" | "p")
                if whole && (letters == 2 || self.text[end + letters..].starts_with(".m")) =>
            {
                self.push(start, end, lex);
            }
            (Lex::Figures, _) if self.byte(end).eq_ignore_ascii_case(&b't') && self.byte(end + 1).is_ascii_digit() => {
                let mut stop = end + 1;
                while matches!(self.byte(stop), b'0'..=b'9' | b':' | b'.' | b'+' | b'-' | b'Z' | b'z') {
                    stop += 1;
                }
                while matches!(self.byte(stop - 1), b'.' | b':' | b'-' | b'+') {
                    stop -= 1;
                }
                self.push(start, stop, Lex::Figures);
            }
            _ => self.other(start, end),
        }
    }

    /// A number that goes on as a word: no number to the grammar.
    fn other(&mut self, start: usize, mut end: usize) {
        loop {
            match self.byte(end) {
                b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' => end += 1,
                0x80.. if self.wide_letter(end) > 0 => end += self.wide_letter(end),
                _ => break,
            }
        }
        self.push(start, end, Lex::Other);
    }

    /// How many bytes an apostrophe at `at` takes, straight or curly.
    fn apostrophe_at(&self, at: usize) -> Option<usize> {
        if self.byte(at) == b'\'' {
            Some(1)
        } else if self.text.as_bytes()[at..].starts_with("’".as_bytes()) {
            Some(3)
        } else {
            None
        }
    }

    /// An apostrophe: of a shortened year, of a possessive, of "'ll", or a quotation mark.
    fn apostrophe(&mut self, after: usize) {
        let start = self.at;
        let attached =
            start > 0 && !self.spaced && !matches!(self.byte(start - 1), 0..=b'/' | b':'..=b'@' | b'['..=b'`');
        let letters = self.text.as_bytes()[after..].iter().take(3).take_while(|b| b.is_ascii_alphabetic()).count();
        if !attached {
            let digits = self.text.as_bytes()[after..].iter().take(3).take_while(|b| b.is_ascii_digit()).count();
            let lex = if digits == 2 { Lex::Apostrophe } else { Lex::Mark };
            return self.push(start, after, lex);
        }
        match &self.text[after..after + letters] {
            "s" | "S" => self.push(start, after + 1, Lex::Possessive),
            "" => self.push(start, after, Lex::Possessive),
            "ll" => self.push(start, after + 2, Lex::Will),
            "ve" => self.push(start, after + 2, Lex::Has),
            "re" => self.push(start, after + 2, Lex::Is),
            "t" | "m" | "d" | "T" | "M" | "D" => self.push(start, after + 1, Lex::Other),
            _ => self.push(start, after, Lex::Mark),
        }
    }

    fn dash(&mut self, end: usize, short: bool) {
        let glued = !self.spaced && !self.byte(end).is_ascii_whitespace() && self.byte(end) != 0;
        let start = self.at;
        self.push(start, end, if short && glued { Lex::Hyphen } else { Lex::Dash });
    }

    /// How many bytes a letter beyond ASCII takes at `at`; 0 where there is none.
    fn wide_letter(&self, at: usize) -> usize {
        self.text[at..].chars().next().filter(|c| c.is_alphabetic()).map_or(0, char::len_utf8)
    }

    /// What begins with a character beyond ASCII.
    fn wide(&mut self) {
        let start = self.at;
        let Some(c) = self.text[start..].chars().next() else { return self.at = self.text.len() };
        let end = start + c.len_utf8();
        match c {
            '’' | '‘' => self.apostrophe(end),
            '‐' | '‑' => self.dash(end, true),
            '–' | '—' | '−' | '―' => self.dash(end, c == '–'),
            '£' | '€' | '¥' | '₽' | '₹' | '₩' | '№' => self.push(start, end, Lex::Sign),
            '\u{2028}' | '\u{2029}' | '\u{85}' => {
                self.push(start, start, Lex::Break);
                self.at = end;
                self.spaced = true;
            }
            _ if c.is_whitespace() || c == '\u{feff}' || c == '\u{200b}' => {
                self.spaced = true;
                self.at = end;
            }
            _ if c.is_alphabetic() => self.other(start, start),
            _ => self.push(start, end, Lex::Mark),
        }
    }
}

/// Looks a word of ASCII letters up, whatever its case.
fn known(word: &[u8]) -> Lex {
    let mut lower = [0_u8; LONGEST];
    if word.len() <= LONGEST {
        for (to, from) in lower.iter_mut().zip(word) {
            *to = from.to_ascii_lowercase();
        }
        let lex = look_up(&lower[..word.len()]);
        if lex != Lex::Other {
            return lex;
        }
    }
    let past = word.len() > 4 && word.last_chunk::<2>().is_some_and(|end| end.eq_ignore_ascii_case(b"ed"));
    if past { Lex::PastForm } else { Lex::Other }
}
