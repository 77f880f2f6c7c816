//! Files as one ZIP (APPNOTE.TXT, <https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT>): without a date, so that
//! the same files give the same bytes.

use miniz_oxide::deflate::compress_to_vec;

/// How hard files are packed, of 10.
const LEVEL: u8 = 6;

/// The version that is needed to unpack it: 2.0, which knows folders and the packing.
const VERSION: u16 = 20;

/// That names are UTF-8.
const NAMES: u16 = 1 << 11;

/// The first day that a ZIP can tell: 1 January 1980.
const DAY: u16 = 1 << 5 | 1;

/// Files by their paths, with `/` between folders, as a ZIP. A site has few enough, and is small enough, for the plain form:
/// less than 65,536 files and 4 GiB.
pub fn zip<'a>(files: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> Vec<u8> {
    let mut whole = Vec::new();
    let mut directory = Vec::new();
    let mut count = 0u16;
    for (name, bytes) in files {
        let packed = compress_to_vec(bytes, LEVEL);
        let (how, held) = if packed.len() < bytes.len() { (8u16, packed.as_slice()) } else { (0, bytes) };
        let mut about = Vec::new();
        for number in [VERSION, NAMES, how, 0, DAY] {
            about.extend(number.to_le_bytes());
        }
        for number in [crc32(bytes), held.len() as u32, bytes.len() as u32] {
            about.extend(number.to_le_bytes());
        }
        about.extend((name.len() as u16).to_le_bytes());
        about.extend(0u16.to_le_bytes());
        let at = whole.len() as u32;
        whole.extend(b"PK\x03\x04");
        whole.extend(&about);
        whole.extend(name.as_bytes());
        whole.extend(held);
        directory.extend(b"PK\x01\x02");
        directory.extend(VERSION.to_le_bytes());
        directory.extend(&about);
        // No remark, the first disk, no attributes.
        directory.extend([0; 10]);
        directory.extend(at.to_le_bytes());
        directory.extend(name.as_bytes());
        count += 1;
    }
    let at = whole.len() as u32;
    let length = directory.len() as u32;
    whole.extend(directory);
    whole.extend(b"PK\x05\x06\0\0\0\0");
    whole.extend(count.to_le_bytes());
    whole.extend(count.to_le_bytes());
    whole.extend(length.to_le_bytes());
    whole.extend(at.to_le_bytes());
    whole.extend(0u16.to_le_bytes());
    whole
}

/// The check of ISO 3309 over bytes, by fours of bits.
fn crc32(bytes: &[u8]) -> u32 {
    const TABLE: [u32; 16] = {
        let mut table = [0; 16];
        let mut at = 0;
        while at < 16 {
            let mut value = at as u32;
            let mut bit = 0;
            while bit < 4 {
                value = if value & 1 == 1 { value >> 1 ^ 0xedb8_8320 } else { value >> 1 };
                bit += 1;
            }
            table[at] = value;
            at += 1;
        }
        table
    };
    let step = |crc: u32, half: u32| crc >> 4 ^ TABLE[((crc ^ half) & 15) as usize];
    !bytes.iter().fold(!0, |crc, &byte| step(step(crc, u32::from(byte)), u32::from(byte) >> 4))
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Read};

    use proptest::prelude::*;

    use super::zip;

    /// As another reads it.
    fn unzipped(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
        let mut archive = ::zip::ZipArchive::new(Cursor::new(bytes)).expect("a ZIP");
        let all = 0..archive.len();
        all.map(|at| {
            let mut file = archive.by_index(at).expect("a file");
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).expect("whole");
            (file.name().expect("a name").into_owned(), bytes)
        })
        .collect()
    }

    proptest! {
        #[test]
        fn another_reads_what_was_packed(
            files in prop::collection::btree_map("[a-zé/]{1,20}", prop::collection::vec(0u8..5, 0..2_000), 0..8),
        ) {
            let bytes = zip(files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())));
            prop_assert_eq!(unzipped(&bytes), files.into_iter().collect::<Vec<_>>());
        }
    }
}
