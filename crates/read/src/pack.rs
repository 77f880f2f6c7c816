//! Archives: what is packed in them is read in its turn, one file at a time.

use std::io::{Cursor, Read};

use crate::reader::Reader;
use crate::trouble::Unread;
use crate::{broken, limits};

/// Reads all files of a ZIP.
pub(crate) fn zip(reader: &mut Reader, name: &str, bytes: &[u8]) -> Result<(), Unread> {
    let mut archive = open(bytes)?;
    let mut names: Vec<(String, usize)> =
        (0..archive.len()).filter_map(|at| Some((archive.name_for_index(at)?.ok()?.into_owned(), at))).collect();
    names.sort();
    let list: Vec<String> = names.iter().map(|(name, _)| name.clone()).collect();
    for (inner, at) in names {
        if inner.ends_with('/') || crate::beside::is_passed_over(&inner) || crate::beside::is_part(&inner, &list) {
            continue;
        }
        let path = format!("{name}!{inner}");
        match entry(reader, &mut archive, at) {
            Ok(bytes) => reader.file(&path, &bytes),
            // What unpacks without end is the fault of the archive: no more of it is read.
            Err(unread @ Unread::TooMuch(_)) => return Err(unread),
            Err(unread) => reader.trouble(&path, unread),
        }
    }
    Ok(())
}

pub(crate) type Archive<'a> = ::zip::ZipArchive<Cursor<&'a [u8]>>;

/// Opens a ZIP.
pub(crate) fn open(bytes: &[u8]) -> Result<Archive<'_>, Unread> {
    ::zip::ZipArchive::new(Cursor::new(bytes)).map_err(|error| broken::zip(&error))
}

fn entry(reader: &Reader, archive: &mut Archive<'_>, at: usize) -> Result<Vec<u8>, Unread> {
    let mut file = archive.by_index(at).map_err(|error| broken::zip(&error))?;
    let packed = file.compressed_size();
    bounded(reader, packed, &mut file, "ZIP")
}

/// One file of a ZIP by its name, where it is there and not too large. Documents of office programs are such ZIPs.
pub(crate) fn member(archive: &mut Archive<'_>, name: &str) -> Result<Option<Vec<u8>>, Unread> {
    let Ok(file) = archive.by_name(name) else { return Ok(None) };
    let packed = file.compressed_size().max(1);
    let limit = limits::FREE.max(packed.saturating_mul(limits::RATIO)).min(limits::ENTRY);
    let mut bytes = Vec::new();
    file.take(limit + 1).read_to_end(&mut bytes).map_err(|error| broken::stream("ZIP", &error))?;
    if bytes.len() as u64 > limit {
        return Err(Unread::TooMuch(format!("unpacks to more than {} times its size", limits::RATIO)));
    }
    Ok(Some(bytes))
}

/// Reads what is packed in a GZIP.
pub(crate) fn gzip(reader: &mut Reader, name: &str, bytes: &[u8]) -> Result<(), Unread> {
    let inner = gunzip(reader, bytes)?;
    let stem = match name.strip_suffix(".gz").or_else(|| name.strip_suffix(".GZ")) {
        Some(stem) => stem.to_owned(),
        None => match name.strip_suffix(".tgz") {
            Some(stem) => format!("{stem}.tar"),
            None => name.to_owned(),
        },
    };
    reader.file(&stem, &inner);
    Ok(())
}

/// All members of a GZIP, one after the other.
pub(crate) fn gunzip(reader: &Reader, bytes: &[u8]) -> Result<Vec<u8>, Unread> {
    let mut decoder = flate2::read::MultiGzDecoder::new(bytes);
    bounded(reader, bytes.len() as u64, &mut decoder, "GZIP")
}

/// Unpacks a stream, as far as it may be.
pub(crate) fn bounded(
    reader: &Reader,
    packed: u64,
    stream: &mut impl Read,
    what: &'static str,
) -> Result<Vec<u8>, Unread> {
    let limit = limits::FREE.max(packed.saturating_mul(limits::RATIO)).min(limits::FILE as u64).min(reader.room());
    let mut bytes = Vec::new();
    let read = stream.take(limit + 1).read_to_end(&mut bytes);
    if bytes.len() as u64 > limit {
        let room = reader.room();
        reader.unpack(packed, limit + 1)?;
        let times = if limit == room { limits::RATIO_WHOLE } else { limits::RATIO };
        return Err(Unread::TooMuch(format!("unpacks to more than {times} times its size")));
    }
    // What was unpacked before it broke off is still text: a transfer that was cut short.
    if let Err(error) = read
        && bytes.is_empty()
    {
        return Err(broken::stream(what, &error));
    }
    reader.unpack(packed, bytes.len() as u64)?;
    Ok(bytes)
}

/// Reads all files of a TAR.
pub(crate) fn tar(reader: &mut Reader, name: &str, bytes: &[u8]) -> Result<(), Unread> {
    let mut files: Vec<(String, &[u8])> = Vec::new();
    let mut at = 0;
    let mut long = None;
    while let Some(header) = bytes.get(at..at + 512) {
        if header.iter().all(|&byte| byte == 0) {
            break;
        }
        let size = octal(&header[124..136]).ok_or_else(|| Unread::Broken("TAR", "a size is no number".to_owned()))?;
        let body = bytes.get(at + 512..at + 512 + size);
        let body = body.ok_or_else(|| Unread::Broken("TAR", broken::TOO_EARLY.to_owned()))?;
        match header[156] {
            b'L' => long = Some(words(body)),
            b'x' => long = path_of(body).or(long),
            b'0' | 0 => {
                let prefix = if &header[257..262] == b"ustar" { words(&header[345..500]) } else { String::new() };
                let short = words(&header[..100]);
                let own = if prefix.is_empty() { short } else { format!("{prefix}/{short}") };
                files.push((long.take().unwrap_or(own), body));
            }
            _ => long = None,
        }
        at += 512 + size.div_ceil(512) * 512;
    }
    files.sort();
    let list: Vec<String> = files.iter().map(|(name, _)| name.clone()).collect();
    for (inner, body) in files {
        if !crate::beside::is_passed_over(&inner) && !crate::beside::is_part(&inner, &list) {
            reader.file(&format!("{name}!{inner}"), body);
        }
    }
    Ok(())
}

/// The path that a header of later TARs tells: lines of `27 path=a/b/c.txt`.
fn path_of(header: &[u8]) -> Option<String> {
    let text = String::from_utf8_lossy(header);
    let line = text.lines().find_map(|line| line.split_once(' ')?.1.strip_prefix("path="));
    line.map(str::to_owned).filter(|path| !path.is_empty())
}

fn words(bytes: &[u8]) -> String {
    let end = bytes.iter().position(|&byte| byte == 0).unwrap_or(bytes.len());
    String::from_utf8_lossy(&bytes[..end]).into_owned()
}

fn octal(bytes: &[u8]) -> Option<usize> {
    let digits = words(bytes);
    let digits = digits.trim();
    if digits.is_empty() { Some(0) } else { usize::from_str_radix(digits, 8).ok().filter(|size| *size <= limits::FILE) }
}
