use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use miniz_oxide::deflate::compress_to_vec_zlib;

/// How hard files are packed, of 10: it is done once, and sent often.
const LEVEL: u8 = 9;

/// Files as the text of an element: in Base64, in the zlib format (RFC 1950), their names and lengths as JSON after its
/// length in four bytes, the lowest first; then their bytes.
pub(super) fn pack(files: &[(&str, &[u8])]) -> String {
    let list: Vec<(&str, usize)> = files.iter().map(|(name, bytes)| (*name, bytes.len())).collect();
    // Names and numbers always have JSON.
    let list = serde_json::to_vec(&list).unwrap_or_default();
    let mut plain = (list.len() as u32).to_le_bytes().to_vec();
    plain.extend(list);
    for (_, bytes) in files {
        plain.extend_from_slice(bytes);
    }
    BASE64_STANDARD.encode(compress_to_vec_zlib(&plain, LEVEL))
}
