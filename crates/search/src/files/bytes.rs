//! Numbers and strings as bytes, and the seal around every file: what it is, its version, its length, its checksum.

use super::PackError;
use super::deflate::Packer;

/// The version of the formats of this crate; a reader refuses any other.
pub(crate) const VERSION: u8 = 4;

/// What every file begins with.
const MAGIC: [u8; 3] = *b"CRX";

/// Bytes of the seal before the payload.
const HEAD: usize = 16;

/// What a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FileKind {
    Entry = 1,
    Terms = 2,
    Columns = 3,
    Suggestions = 4,
}

/// CRC-32 (ISO 3309, as in gzip), four bits at a time: it finds every flipped byte, and its table is 64 bytes.
pub(crate) fn crc32(bytes: &[u8]) -> u32 {
    const TABLE: [u32; 16] = {
        let mut table = [0u32; 16];
        let mut i = 0;
        while i < 16 {
            let mut value = i as u32;
            let mut bit = 0;
            while bit < 4 {
                value = if value & 1 == 1 { (value >> 1) ^ 0xEDB8_8320 } else { value >> 1 };
                bit += 1;
            }
            table[i] = value;
            i += 1;
        }
        table
    };
    let step = |crc: u32, nibble: u32| TABLE[((crc ^ nibble) & 15) as usize] ^ (crc >> 4);
    !bytes.iter().fold(!0u32, |crc, &byte| step(step(crc, u32::from(byte)), u32::from(byte) >> 4))
}

/// 64-bit FNV-1a, for names of files.
pub(crate) fn fnv(mut hash: u64, bytes: &[u8]) -> u64 {
    for &byte in bytes {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    hash
}

/// Where [`fnv`] begins.
pub(crate) const FNV_START: u64 = 0xcbf2_9ce4_8422_2325;

/// From how many bytes on what every search begins with is packed as small as can be, which takes a hundred times the
/// work: what is smaller travels in a packet or two anyway.
const WORTHWHILE: usize = 8 * 1024;

/// The most that one file may hold unpacked, in bytes: a browser has it in memory as a whole, and the largest that corpora
/// of 100,000 documents have is a fiftieth of it.
const MOST: usize = 64 << 20;

/// Compresses a payload and puts the seal before it.
///
/// # Errors
/// [`PackError::TooLong`].
pub(crate) fn seal(kind: FileKind, payload: &[u8], packer: &mut Packer<'_>) -> Result<Vec<u8>, PackError> {
    if payload.len() > MOST {
        return Err(PackError::TooLong);
    }
    let packed = match kind {
        FileKind::Entry if payload.len() >= WORTHWHILE => packer.pack_smallest(payload),
        _ => packer.pack(payload),
    };
    let mut file = Vec::with_capacity(HEAD + packed.len());
    file.extend(MAGIC);
    file.push(kind as u8 | VERSION << 4);
    file.extend((packed.len() as u32).to_le_bytes());
    file.extend((payload.len() as u32).to_le_bytes());
    let crc = crc32(&packed) ^ crc32(&file);
    file.extend(crc.to_le_bytes());
    file.extend(packed);
    Ok(file)
}

/// Takes the payload out of its seal.
///
/// # Errors
/// [`PackError`] where the file is not whole, of another version or kind, or changed.
pub(crate) fn unseal(kind: FileKind, file: &[u8]) -> Result<Vec<u8>, PackError> {
    let head = file.get(..HEAD).ok_or(PackError::CutShort)?;
    if head[..3] != MAGIC {
        return Err(PackError::Foreign);
    }
    if head[3] >> 4 != VERSION {
        return Err(PackError::OtherVersion { found: head[3] >> 4, read: VERSION });
    }
    let word = |at: usize| u32::from_le_bytes([head[at], head[at + 1], head[at + 2], head[at + 3]]);
    let packed = &file[HEAD..];
    let (length, raw, crc) = (word(4) as usize, word(8) as usize, word(12));
    if packed.len() < length {
        return Err(PackError::CutShort);
    }
    if packed.len() > length || crc != crc32(packed) ^ crc32(&head[..12]) || head[3] & 15 != kind as u8 {
        return Err(PackError::Damaged);
    }
    inflate(packed, raw)
}

/// Inflates what unpacks to `length` bytes.
pub(crate) fn inflate(packed: &[u8], length: usize) -> Result<Vec<u8>, PackError> {
    // The limit keeps a forged length from asking for memory: deflate grows its input 1,032 times at most, and nothing that
    // was built holds more than what one file may.
    if length > MOST {
        return Err(PackError::Damaged);
    }
    let limit = length.min(packed.len().saturating_mul(1_032));
    let payload = miniz_oxide::inflate::decompress_to_vec_with_limit(packed, limit).map_err(|_| PackError::Damaged)?;
    if payload.len() == length { Ok(payload) } else { Err(PackError::Damaged) }
}

/// Appends a number, seven bits a byte, the lowest first (LEB128).
pub(crate) fn put(out: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        out.push(number as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

/// Appends a string with its length.
pub(crate) fn put_str(out: &mut Vec<u8>, text: &str) {
    put(out, text.len() as u32);
    out.extend(text.as_bytes());
}

/// Appends a signed number, small ones short (zigzag).
pub(crate) fn put_signed(out: &mut Vec<u8>, number: i32) {
    put(out, (number << 1 ^ number >> 31) as u32);
}

/// Reads what [`put`] and its kin wrote; every read is checked.
#[derive(Clone, Debug)]
pub(crate) struct Reader<'a> {
    bytes: &'a [u8],
}

impl<'a> Reader<'a> {
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }

    pub(crate) fn byte(&mut self) -> Result<u8, PackError> {
        let (&first, rest) = self.bytes.split_first().ok_or(PackError::Damaged)?;
        self.bytes = rest;
        Ok(first)
    }

    pub(crate) fn number(&mut self) -> Result<u32, PackError> {
        let mut number = 0u32;
        for shift in (0..35).step_by(7) {
            let byte = self.byte()?;
            number |= u32::from(byte & 0x7f).checked_shl(shift).ok_or(PackError::Damaged)?;
            if byte < 0x80 {
                return Ok(number);
            }
        }
        Err(PackError::Damaged)
    }

    pub(crate) fn signed(&mut self) -> Result<i32, PackError> {
        let number = self.number()?;
        Ok((number >> 1) as i32 ^ -((number & 1) as i32))
    }

    pub(crate) fn take(&mut self, length: usize) -> Result<&'a [u8], PackError> {
        let (taken, rest) = self.bytes.split_at_checked(length).ok_or(PackError::Damaged)?;
        self.bytes = rest;
        Ok(taken)
    }

    pub(crate) fn text(&mut self) -> Result<&'a str, PackError> {
        let length = self.number()? as usize;
        std::str::from_utf8(self.take(length)?).map_err(|_| PackError::Damaged)
    }

    /// A count of things that take a byte each at least.
    pub(crate) fn count(&mut self) -> Result<usize, PackError> {
        let count = self.number()? as usize;
        if count <= self.bytes.len() { Ok(count) } else { Err(PackError::Damaged) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_unpacks_to_more_than_a_file_may_hold() {
        let mut packer = Packer::new();
        let large = vec![7u8; MOST + 1];
        assert_eq!(seal(FileKind::Terms, &large, &mut packer), Err(PackError::TooLong));
        // What others packed is small, and would be large.
        let packed = packer.pack(&large);
        assert!(packed.len() < MOST / 500);
        assert_eq!(inflate(&packed, large.len()), Err(PackError::Damaged));
        let fits = &large[1..];
        assert_eq!(inflate(&packer.pack(fits), fits.len()).as_deref(), Ok(fits));
    }
}
