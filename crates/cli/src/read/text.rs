use std::fs::{self, File};
use std::io::Read;
use std::path::Path;

use crate::failure::Failure;

/// The most that one report may hold, in bytes. A long book is some 2 MiB; what is larger is not a report.
pub(crate) const LIMIT: u64 = 16 << 20;

/// [`LIMIT`], in words.
pub(crate) const LIMIT_WORDS: &str = "16 MiB";

/// The text of a file.
///
/// # Errors
/// The file cannot be read, is larger than [`LIMIT`], or is not UTF-8 (the line of the first bad byte is told).
pub(crate) fn read(path: &Path) -> Result<String, Failure> {
    let cannot = |error: std::io::Error| Failure::io(path, "read it", &error);
    let size = fs::metadata(path).map_err(cannot)?.len();
    if size > LIMIT {
        return Err(too_large(path, size));
    }
    read_from(path, File::open(path).map_err(cannot)?)
}

/// The text of a stream; `name` is what errors call it. A pipe or a growing file tells its
/// size too late, so the limit holds for what is read.
///
/// # Errors
/// As [`read`].
pub(crate) fn read_from(name: &Path, reader: impl Read) -> Result<String, Failure> {
    let mut bytes = Vec::new();
    reader.take(LIMIT + 1).read_to_end(&mut bytes).map_err(|error| Failure::io(name, "read it", &error))?;
    if bytes.len() as u64 > LIMIT {
        return Err(too_large(name, bytes.len() as u64));
    }
    decode(name, bytes, 1)
}

fn too_large(path: &Path, size: u64) -> Failure {
    let mib = size as f64 / f64::from(1 << 20);
    Failure::of(
        path,
        format!("holds {mib:.1} MiB, and a report may hold {LIMIT_WORDS}"),
        "split it into one file a report, or take it out of the folder",
    )
}

/// Bytes as text; `line` is the line at which they begin.
///
/// # Errors
/// They are not UTF-8.
pub(crate) fn decode(path: &Path, bytes: Vec<u8>, line: u32) -> Result<String, Failure> {
    if is_utf16(&bytes) {
        return Err(Failure::at(path, line, "is UTF-16, by the looks of its bytes", "save the file as UTF-8"));
    }
    String::from_utf8(bytes).map_err(|error| {
        let good = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        let line = line + good.iter().filter(|&&byte| byte == b'\n').count() as u32;
        let bad = error.as_bytes()[good.len()];
        Failure::at(path, line, format!("is not UTF-8 (byte 0x{bad:02x})"), "save the file as UTF-8")
    })
}

/// How many bytes are looked at for their encoding.
const LOOKED_AT: usize = 4096;

/// Whether bytes look like UTF-16, with a byte-order mark or without: then, in texts of most languages, nearly every
/// other byte of the first is zero, and UTF-8 has no zeros in a text.
fn is_utf16(bytes: &[u8]) -> bool {
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return true;
    }
    let looked_at = &bytes[..bytes.len().min(LOOKED_AT)];
    let zeros = |odd: usize| looked_at.iter().skip(odd).step_by(2).filter(|&&byte| byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let pairs = looked_at.len() / 2;
    pairs > 1 && (even.max(odd) * 10 > pairs * 4) && even.min(odd) * 20 <= pairs
}

/// A text without the byte-order mark that some editors begin a file with.
pub(crate) fn unmarked(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}

/// Where the lines of a text begin, for a text of which many lines are asked for.
pub(crate) struct Lines(Vec<usize>);

impl Lines {
    pub(crate) fn of(text: &str) -> Self {
        let ends = text.bytes().enumerate().filter(|&(_, byte)| byte == b'\n').map(|(at, _)| at + 1);
        Self(std::iter::once(0).chain(ends).collect())
    }

    /// The line, from 1, of a byte offset.
    pub(crate) fn at(&self, byte: usize) -> u32 {
        self.0.partition_point(|&start| start <= byte) as u32
    }
}

/// The line, from 1, of a byte offset; see [`Lines`] for several of one text.
pub(crate) fn line_of(text: &str, byte: usize) -> u32 {
    1 + text.as_bytes()[..byte.min(text.len())].iter().filter(|&&b| b == b'\n').count() as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_bad_byte_is_named_by_its_line() {
        let failure = decode(Path::new("a.txt"), b"one\ntwo\nthr\xe9e\n\xff".to_vec(), 1).expect_err("bad");
        assert_eq!(failure.to_string(), "a.txt:3: is not UTF-8 (byte 0xe9); save the file as UTF-8");
    }

    #[test]
    fn utf16_is_told_with_a_mark_or_without() {
        let little: Vec<u8> = "The dam is dry.\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = "The dam is dry.\n".encode_utf16().flat_map(u16::to_be_bytes).collect();
        let marked = [&[0xff, 0xfe], &little[..]].concat();
        for bytes in [little, big, marked] {
            let failure = decode(Path::new("a.txt"), bytes, 1).expect_err("UTF-16").to_string();
            assert_eq!(failure, "a.txt:1: is UTF-16, by the looks of its bytes; save the file as UTF-8");
        }
        assert!(decode(Path::new("a.txt"), b"One \0 in a text.".to_vec(), 1).is_ok());
    }

    #[test]
    fn lines_are_found_as_they_are_counted() {
        let text = "a\n\nbc\nd";
        let lines = Lines::of(text);
        assert!((0..=text.len()).all(|byte| lines.at(byte) == line_of(text, byte)));
    }
}
