//! Bytes as text, whatever character set they are in.

use std::borrow::Cow;

use encoding_rs::{Encoding, MACINTOSH, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// A text with how its bytes were read.
pub(crate) struct Decoded {
    /// The text, without a mark at its beginning.
    pub(crate) text: String,
    /// How it was read, where that had to be told or guessed: `read as windows-1252`.
    pub(crate) note: Option<String>,
}

/// Reads bytes as text: by their mark, then as UTF-8, then by the label that the file gives, else by a guess.
pub(crate) fn text(bytes: &[u8], label: Option<&str>) -> Decoded {
    if let Some((encoding, length)) = Encoding::for_bom(bytes) {
        let (text, _) = encoding.decode_without_bom_handling(&bytes[length..]);
        let note = (encoding != UTF_8).then(|| format!("read as {}", encoding.name()));
        return Decoded { text: text.into_owned(), note };
    }
    if let Some(encoding) = wide(bytes) {
        return told(encoding, bytes, "read as");
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Decoded { text: text.to_owned(), note: None };
    }
    if mostly_utf8(bytes) {
        let text = String::from_utf8_lossy(bytes).into_owned();
        return Decoded { text, note: Some("read as UTF-8 with broken characters".to_owned()) };
    }
    let labelled = label.and_then(|label| Encoding::for_label(label.trim().as_bytes()));
    if let Some(encoding) = labelled.filter(|encoding| *encoding != UTF_8) {
        return told(encoding, bytes, "read as");
    }
    told(guess(bytes), bytes, "no character set is told; read as")
}

fn told(encoding: &'static Encoding, bytes: &[u8], how: &str) -> Decoded {
    let (text, _): (Cow<'_, str>, bool) = encoding.decode_without_bom_handling(bytes);
    Decoded { text: text.into_owned(), note: Some(format!("{how} {}", encoding.name())) }
}

/// UTF-16 without a mark: every other byte is one of few, and control characters abound, as in no other text.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(4096) & !1];
    if head.len() < 8 {
        return None;
    }
    let mut counts = [[0usize; 256]; 2];
    for (at, &byte) in head.iter().enumerate() {
        counts[at % 2][usize::from(byte)] += 1;
    }
    let half = head.len() / 2;
    let control = |side: &[usize; 256]| side[..9].iter().sum::<usize>() + side[14..32].iter().sum::<usize>();
    let most = |side: &[usize; 256]| side.iter().copied().max().unwrap_or(0);
    let high = |side: usize| {
        let (this, other) = (&counts[side], &counts[1 - side]);
        control(this) * 10 >= half * 6 && most(this) * 10 >= half * 4 && control(other) * 10 < half * 2
    };
    if high(1) {
        Some(UTF_16LE)
    } else if high(0) {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// Whether nearly all that is not ASCII is UTF-8: a file with a few broken characters.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good > 20 * bad.max(1)
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Allow);
    let head = &bytes[..bytes.len().min(1 << 20)];
    detector.feed(head, true);
    let guess = detector.guess(None, chardetng::Utf8Detection::Allow);
    let western = guess == WINDOWS_1252 || guess.name().starts_with("windows-125") || guess.is_single_byte();
    if western && plausible(MACINTOSH, head) > plausible(guess, head) + 2 { MACINTOSH } else { guess }
}

/// How well words look in a character set: small letters within words speak for it, capitals and signs there against it.
fn plausible(encoding: &'static Encoding, bytes: &[u8]) -> i64 {
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    let chars: Vec<char> = text.chars().collect();
    let mut score = 0;
    for (at, &c) in chars.iter().enumerate().filter(|(_, c)| !c.is_ascii()) {
        let small = |c: Option<&char>| c.is_some_and(|c| c.is_lowercase());
        let before = at.checked_sub(1).and_then(|at| chars.get(at));
        let after = chars.get(at + 1);
        let inside = small(before) && small(after);
        score += match c {
            '’' if inside => 1,
            '“' | '„' | '‘' if before.is_none_or(|c| c.is_whitespace()) => 1,
            '”' | '’' if after.is_none_or(|c| !c.is_alphabetic()) => 1,
            c if c.is_lowercase() && (small(before) || small(after)) => 1,
            c if c.is_uppercase() && inside => -2,
            c if !c.is_alphabetic() && inside => -1,
            c if c.is_control() => -2,
            _ => 0,
        };
    }
    score
}

/// The character set that a `charset=` or `encoding=` near the beginning names.
pub(crate) fn label(bytes: &[u8]) -> Option<String> {
    let head = &bytes[..bytes.len().min(4096)];
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    for key in ["charset", "encoding"] {
        for (at, _) in head.match_indices(key) {
            let rest = head[at + key.len()..].trim_start();
            let Some(rest) = rest.strip_prefix('=') else { continue };
            let rest = rest.trim_start().trim_start_matches(['"', '\'']);
            let name: String = rest.chars().take_while(|c| c.is_ascii_alphanumeric() || "-_:.".contains(*c)).collect();
            if Encoding::for_label(name.as_bytes()).is_some() {
                return Some(name);
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    const GERMAN: &str = "Der Bürgermeister erklärte, die Brücke über die Bucht müsse größer werden. Später hieß es, \
                          die Kosten für das Gebäude seien höher. „Wir können nicht länger warten“, sagte er.";

    #[test]
    fn character_sets_without_a_label() {
        for encoding in [WINDOWS_1252, MACINTOSH, UTF_8] {
            let bytes: Vec<u8> = encode(GERMAN, encoding);
            assert_eq!(text(&bytes, None).text, GERMAN, "{}", encoding.name());
        }
        let russian =
            "Мост через залив построят к весне, сообщили в управлении порта. Стоимость работ не раскрывается.";
        for encoding in [encoding_rs::KOI8_R, encoding_rs::WINDOWS_1251] {
            assert_eq!(text(&encode(russian, encoding), None).text, russian, "{}", encoding.name());
        }
        for words in [GERMAN, russian] {
            let wide: Vec<u8> = words.encode_utf16().flat_map(u16::to_le_bytes).collect();
            assert_eq!(text(&wide, None).text, words);
            let wide: Vec<u8> = words.encode_utf16().flat_map(u16::to_be_bytes).collect();
            assert_eq!(text(&wide, None).text, words);
        }
    }

    fn encode(words: &str, encoding: &'static Encoding) -> Vec<u8> {
        // The standard has no encoder for what it only reads: by hand then.
        (words.chars())
            .flat_map(|c| {
                let mut buffer = [0u8; 4];
                if encoding == UTF_8 {
                    return c.encode_utf8(&mut buffer).as_bytes().to_vec();
                }
                let found = (0..=255u8).find(|&byte| {
                    let (text, bad) = encoding.decode_without_bom_handling(std::slice::from_ref(&byte));
                    !bad && text.chars().eq([c])
                });
                vec![found.expect("in the set")]
            })
            .collect()
    }

    #[test]
    fn a_label_is_found_and_a_guess_is_told() {
        assert_eq!(label(b"<meta charset=\"ISO-8859-1\">").as_deref(), Some("iso-8859-1"));
        let read = text(b"caf\xe9 cr\xe8me, d\xe9j\xe0 vu", None);
        assert_eq!(read.text, "café crème, déjà vu");
        assert!(read.note.is_some_and(|note| note.starts_with("no character set is told; read as ")));
        assert!(text(b"plain", None).note.is_none());
    }
}
