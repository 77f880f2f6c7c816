//! RTF: control words, groups, and text in the code page that the file names. Written here because what there is knows
//! neither code pages nor the groups that hold no text.

use encoding_rs::Encoding;

use super::Document;
use crate::blocks::{Block, Kind};
use crate::found::Format;
use crate::trouble::Unread;

/// Groups that hold no text of the document.
const SKIPPED: [&str; 30] = [
    "fonttbl",
    "colortbl",
    "stylesheet",
    "info",
    "pict",
    "header",
    "headerl",
    "headerr",
    "headerf",
    "footer",
    "footerl",
    "footerr",
    "footerf",
    "object",
    "footnote",
    "annotation",
    "themedata",
    "colorschememapping",
    "datastore",
    "latentstyles",
    "listtable",
    "listoverridetable",
    "revtbl",
    "rsidtbl",
    "generator",
    "fldinst",
    "xmlnstbl",
    "filetbl",
    "bkmkstart",
    "bkmkend",
];

/// Reads RTF.
///
/// # Errors
/// It is none, or its groups are nested without end.
pub(crate) fn read(bytes: &[u8]) -> Result<Document, Unread> {
    let mut reader = Rtf { stack: vec![State { skip: false, fallback: 1, heading: false }], ..Rtf::default() };
    reader.run(bytes)?;
    reader.end(Kind::Paragraph);
    Ok(Document { format: Format::Rtf, blocks: reader.blocks, title: reader.title, ..Document::default() })
}

#[derive(Clone, Copy)]
struct State {
    skip: bool,
    /// How many characters stand for a `\u` in programs that know none.
    fallback: usize,
    heading: bool,
}

#[derive(Default)]
struct Rtf {
    stack: Vec<State>,
    blocks: Vec<Block>,
    words: String,
    /// Bytes in the code page, not decoded yet.
    raw: Vec<u8>,
    page: Option<&'static Encoding>,
    in_row: bool,
    /// Characters still to be passed over after a `\u`.
    over: usize,
    /// The first half of a character beyond the 65,536.
    high: Option<u16>,
    title: Option<String>,
    /// In `\info`: whether the group is the title.
    in_title: bool,
}

impl Rtf {
    fn run(&mut self, bytes: &[u8]) -> Result<(), Unread> {
        let mut at = 0;
        while at < bytes.len() {
            match bytes[at] {
                b'{' => {
                    let state = self.state();
                    if self.stack.len() >= 10_000 {
                        return Err(Unread::TooMuch("nests its groups without end".to_owned()));
                    }
                    self.stack.push(state);
                    at += 1;
                }
                b'}' => {
                    self.decode();
                    if self.stack.len() > 1 {
                        self.stack.pop();
                    }
                    self.in_title = false;
                    at += 1;
                }
                b'\\' => at = self.control(bytes, at + 1),
                b'\r' | b'\n' => at += 1,
                byte => {
                    self.byte(byte);
                    at += 1;
                }
            }
        }
        Ok(())
    }

    fn state(&self) -> State {
        self.stack.last().copied().unwrap_or(State { skip: false, fallback: 1, heading: false })
    }

    fn change(&mut self, change: impl FnOnce(&mut State)) {
        if let Some(state) = self.stack.last_mut() {
            change(state);
        }
    }

    /// A control word or sign, from behind its backslash; where the text goes on.
    fn control(&mut self, bytes: &[u8], mut at: usize) -> usize {
        let Some(&first) = bytes.get(at) else { return at };
        if !first.is_ascii_alphabetic() {
            at += 1;
            match first {
                b'\'' => {
                    let code = bytes
                        .get(at..at + 2)
                        .and_then(|two| std::str::from_utf8(two).ok())
                        .and_then(|two| u8::from_str_radix(two, 16).ok());
                    if let Some(code) = code {
                        self.byte(code);
                        at += 2;
                    }
                }
                b'~' => self.write('\u{a0}'),
                b'_' => self.write('-'),
                b'*' => self.change(|state| state.skip = true),
                b'\r' | b'\n' => self.end(Kind::Paragraph),
                b'{' | b'}' | b'\\' => self.byte(first),
                _ => {}
            }
            return at;
        }
        let start = at;
        while bytes.get(at).is_some_and(u8::is_ascii_alphabetic) && at - start < 40 {
            at += 1;
        }
        let word = String::from_utf8_lossy(&bytes[start..at]).into_owned();
        let digits = at;
        if bytes.get(at) == Some(&b'-') {
            at += 1;
        }
        while bytes.get(at).is_some_and(u8::is_ascii_digit) && at - digits < 12 {
            at += 1;
        }
        let number: Option<i64> = std::str::from_utf8(&bytes[digits..at]).ok().and_then(|digits| digits.parse().ok());
        if bytes.get(at) == Some(&b' ') {
            at += 1;
        }
        if word == "bin" {
            return at.saturating_add(number.unwrap_or(0).max(0) as usize).min(bytes.len());
        }
        self.word(&word, number);
        at
    }

    fn word(&mut self, word: &str, number: Option<i64>) {
        match word {
            "par" | "sect" => self.end(Kind::Paragraph),
            "page" => self.end(Kind::Paragraph),
            "line" => self.write('\n'),
            "tab" => self.write(' '),
            "cell" => {
                self.in_row = true;
                self.write('\t');
            }
            "row" => {
                let kind =
                    if self.words.trim_matches(['\t', ' ']).contains('\t') { Kind::Row } else { Kind::Paragraph };
                self.end(kind);
                self.in_row = false;
            }
            "pard" => self.change(|state| state.heading = false),
            "outlinelevel" => self.change(|state| state.heading = number.is_some_and(|level| level < 9)),
            "emdash" => self.write('—'),
            "endash" => self.write('–'),
            "lquote" => self.write('‘'),
            "rquote" => self.write('’'),
            "ldblquote" => self.write('“'),
            "rdblquote" => self.write('”'),
            "bullet" => self.write('•'),
            "ansicpg" => self.page = number.and_then(code_page),
            "mac" => self.page = Some(encoding_rs::MACINTOSH),
            "uc" => self.change(|state| state.fallback = number.unwrap_or(1).clamp(0, 16) as usize),
            "u" => {
                self.decode();
                let unit = (number.unwrap_or(0) & 0xffff) as u16;
                match (self.high.take(), unit) {
                    (_, 0xd800..=0xdbff) => self.high = Some(unit),
                    (Some(high), 0xdc00..=0xdfff) => {
                        let c = char::decode_utf16([high, unit]).next().and_then(Result::ok);
                        self.write(c.unwrap_or('\u{fffd}'));
                    }
                    _ => self.write(char::from_u32(u32::from(unit)).unwrap_or('\u{fffd}')),
                }
                self.over = self.state().fallback;
            }
            "title" if self.state().skip => self.in_title = true,
            _ if SKIPPED.contains(&word) => {
                self.decode();
                self.change(|state| state.skip = true);
            }
            _ => {}
        }
    }

    fn byte(&mut self, byte: u8) {
        if self.over > 0 {
            self.over -= 1;
        } else if !self.state().skip || self.in_title {
            self.raw.push(byte);
        }
    }

    /// Turns bytes into words.
    fn decode(&mut self) {
        if self.raw.is_empty() {
            return;
        }
        let page = self.page.unwrap_or(encoding_rs::WINDOWS_1252);
        let raw = std::mem::take(&mut self.raw);
        let (text, _) = page.decode_without_bom_handling(&raw);
        if self.in_title {
            self.title = Some(text.into_owned());
        } else if !self.state().skip {
            self.words.push_str(&text);
        }
    }

    fn write(&mut self, c: char) {
        self.decode();
        if !self.state().skip {
            self.words.push(c);
        }
    }

    fn end(&mut self, kind: Kind) {
        self.decode();
        if self.state().skip {
            return;
        }
        if self.in_row && kind == Kind::Paragraph {
            self.words.push(' ');
            return;
        }
        let kind = if self.state().heading { Kind::Heading } else { kind };
        self.blocks.extend(Block::new(kind, &self.words));
        self.words.clear();
    }
}

fn code_page(number: i64) -> Option<&'static Encoding> {
    let label = match number {
        874 | 1250..=1258 => format!("windows-{number}"),
        932 => "shift_jis".to_owned(),
        936 => "gbk".to_owned(),
        949 => "euc-kr".to_owned(),
        950 => "big5".to_owned(),
        10000 => "macintosh".to_owned(),
        65001 => "utf-8".to_owned(),
        _ => return None,
    };
    Encoding::for_label(label.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_in_its_code_page() {
        let rtf = br"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}{\info{\title The pier}}\pard\outlinelevel0 Crane falls\par\pard A \b crane\b0  fell; caf\'e9, \u8220?so\u8221? it was\line said.\par{\*\generator x}\trowd 2030\cell 4\cell\row}";
        let document = read(rtf).expect("it reads");
        let blocks: Vec<(Kind, &str)> = document.blocks.iter().map(|block| (block.kind, block.text.as_str())).collect();
        assert_eq!(
            blocks,
            [
                (Kind::Heading, "Crane falls"),
                (Kind::Paragraph, "A crane fell; café, “so” it was\nsaid."),
                (Kind::Row, "2030\t4")
            ]
        );
        assert_eq!(document.title.as_deref(), Some("The pier"));
    }

    #[test]
    fn groups_without_end() {
        assert!(read("{\\rtf1".repeat(20_000).as_bytes()).is_err());
    }
}
