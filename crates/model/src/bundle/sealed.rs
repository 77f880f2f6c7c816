//! The seal around each file of records: of which build it is, what it is called, how long it is unpacked. What a host
//! sends in its place, a file of another build or another file of the same, is told from it; what unpacks to more than
//! was written is not unpacked.
//!
//! `CRSD`, the build (16 bytes), the length of the plain bytes and that of the name (little-endian, 32 and 16 bits), the
//! name below the build's folder, and the plain bytes in the zlib format (RFC 1950), which has a checksum. Hosts compress
//! what they know to be text, and this is none.

use miniz_oxide::deflate::compress_to_vec_zlib;
use miniz_oxide::inflate::decompress_to_vec_zlib_with_limit;

/// What a sealed file begins with.
const MARK: &[u8; 4] = b"CRSD";

/// Where the build stands in a sealed file.
pub const BUILD: std::ops::Range<usize> = 4..20;

/// Where the name begins.
const NAME: usize = 26;

/// How hard records are packed, of 10: the usual 6 takes half as long again and gains two parts in a hundred.
const LEVEL: u8 = 4;

/// The most that one file may hold unpacked, in bytes: a browser has it in memory as a whole.
pub const MOST: usize = 256 << 20;

/// Why a file is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// It has no seal, or one that was cut short.
    Unsealed,
    /// It is of another build.
    OtherBuild,
    /// It is another file of the same build.
    OtherFile,
    /// Its bytes do not unpack, or not to what was written.
    Damaged,
    /// It holds more than [`MOST`], or its name has no room in the seal.
    TooLong,
}

impl std::fmt::Display for Unfit {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Unsealed => "it is no file of a site, or was cut short",
            Self::OtherBuild => "it is of another build",
            Self::OtherFile => "it is another file of this build",
            Self::Damaged => "it can't be unpacked",
            Self::TooLong => "it holds too much",
        })
    }
}

impl std::error::Error for Unfit {}

/// Packs and seals `plain` as the file `name`. The build, which is not known until all files are, is left out: whoever
/// writes the file puts it at [`BUILD`].
///
/// # Errors
/// [`Unfit::TooLong`].
pub fn seal(name: &str, plain: &[u8]) -> Result<Vec<u8>, Unfit> {
    seal_with(name, plain, LEVEL)
}

/// Seals `plain` as [`seal`] does, but leaves it as it is: for what is read where it was made.
///
/// # Errors
/// [`Unfit::TooLong`].
pub fn seal_unpacked(name: &str, plain: &[u8]) -> Result<Vec<u8>, Unfit> {
    seal_with(name, plain, 0)
}

fn seal_with(name: &str, plain: &[u8], level: u8) -> Result<Vec<u8>, Unfit> {
    let (Ok(named), true) = (u16::try_from(name.len()), plain.len() <= MOST) else { return Err(Unfit::TooLong) };
    let mut file = MARK.to_vec();
    file.resize(BUILD.end, 0);
    file.extend((plain.len() as u32).to_le_bytes());
    file.extend(named.to_le_bytes());
    file.extend(name.as_bytes());
    file.extend(compress_to_vec_zlib(plain, level));
    Ok(file)
}

/// The plain bytes of the file `name` of `build`.
///
/// # Errors
/// Where `file` is not that file, whole and undamaged.
pub fn open(file: &[u8], build: &str, name: &str) -> Result<Vec<u8>, Unfit> {
    let number = |at: usize, bytes: usize| {
        let digits = file.get(at..at + bytes)?.iter().rev();
        Some(digits.fold(0, |number, &digit| number << 8 | usize::from(digit)))
    };
    let (Some(plain), Some(named), true) = (number(20, 4), number(24, 2), file.starts_with(MARK)) else {
        return Err(Unfit::Unsealed);
    };
    let Some((own, packed)) = file[NAME..].split_at_checked(named) else { return Err(Unfit::Unsealed) };
    if file[BUILD] != *build.as_bytes() {
        return Err(Unfit::OtherBuild);
    }
    if own != name.as_bytes() {
        return Err(Unfit::OtherFile);
    }
    if plain > MOST {
        return Err(Unfit::TooLong);
    }
    match decompress_to_vec_zlib_with_limit(packed, plain) {
        Ok(bytes) if bytes.len() == plain => Ok(bytes),
        _ => Err(Unfit::Damaged),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use proptest::prelude::*;

    use super::*;

    const THIS: &str = "0123456789abcdef";

    fn sealed(name: &str, plain: &[u8]) -> Vec<u8> {
        let mut file = seal(name, plain).unwrap();
        file[BUILD].copy_from_slice(THIS.as_bytes());
        file
    }

    #[test]
    fn a_file_of_another_build_or_name_is_told() {
        let file = sealed("claims/3.bin", b"the ferry");
        assert_eq!(open(&file, THIS, "claims/3.bin").unwrap(), b"the ferry");
        assert_eq!(open(&file, "fedcba9876543210", "claims/3.bin"), Err(Unfit::OtherBuild));
        assert_eq!(open(&file, THIS, "claims/4.bin"), Err(Unfit::OtherFile));
        assert_eq!(open(b"<!doctype html><title>Not here</title>", THIS, "claims/3.bin"), Err(Unfit::Unsealed));
        for end in 0..file.len() {
            assert!(open(&file[..end], THIS, "claims/3.bin").is_err(), "{end} bytes");
        }
    }

    #[test]
    fn what_unpacks_to_more_than_was_written_is_not_unpacked() {
        let mut file = sealed("about.bin", &vec![0; 5_000_000]);
        assert!(file.len() < 10_000);
        file[20..24].copy_from_slice(&100u32.to_le_bytes());
        assert_eq!(open(&file, THIS, "about.bin"), Err(Unfit::Damaged));
        file[20..24].copy_from_slice(&u32::MAX.to_le_bytes());
        assert_eq!(open(&file, THIS, "about.bin"), Err(Unfit::TooLong));
    }

    proptest! {
        #[test]
        fn what_is_sealed_comes_back(name in "[a-z/0-9.é]{0,40}", plain in prop::collection::vec(0u8..9, 0..3_000)) {
            let mut unpacked = seal_unpacked(&name, &plain).unwrap();
            unpacked[BUILD].copy_from_slice(THIS.as_bytes());
            prop_assert_eq!(open(&unpacked, THIS, &name), Ok(plain.clone()));
            prop_assert_eq!(open(&sealed(&name, &plain), THIS, &name), Ok(plain));
        }

        #[test]
        fn any_bytes_are_opened_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200), build in ".{0,20}") {
            let _ = open(&bytes, &build, "claims/0.bin");
            let _ = open(&[&sealed("claims/0.bin", b"a")[..30], &bytes].concat(), THIS, "claims/0.bin");
        }
    }
}
