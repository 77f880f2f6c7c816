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
    String::from_utf8(bytes).map_err(|error| {
        let good = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        let line = line + good.iter().filter(|&&byte| byte == b'\n').count() as u32;
        let bad = error.as_bytes()[good.len()];
        Failure::at(path, line, format!("is not UTF-8 (byte 0x{bad:02x})"), "save the file as UTF-8")
    })
}

/// A text without the byte-order mark that some editors begin a file with.
pub(crate) fn unmarked(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}

/// The line, from 1, of a byte offset.
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
}
