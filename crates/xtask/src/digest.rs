//! Digests of bytes: a short one for names, one that nobody can forge, and the one that a policy knows a script by.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};

/// SHA-256, as 64 hexadecimal digits.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// What a content security policy calls a script within a page (<https://www.w3.org/TR/CSP3/#framework-directive-source-list>,
/// `hash-source`).
pub(crate) fn source(script: &[u8]) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(script)))
}

/// FNV-1a over `bytes` in 64 bits, as 16 hexadecimal digits: enough to tell one build's file from the next one's.
pub(crate) fn short(bytes: &[u8]) -> String {
    let hash = bytes
        .iter()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3));
    format!("{hash:016x}")
}
