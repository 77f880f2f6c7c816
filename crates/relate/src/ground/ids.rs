//! Ids that are made from content, and survive a further document.

use std::collections::{BTreeMap, BTreeSet};

/// Crockford's base 32 in lower case: no letter that is read as a digit.
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// How many letters an id has; longer only where two would collide.
const LENGTH: usize = 7;

/// FNV-1a (64 bit), with a final mix (splitmix64), over parts that are kept apart.
pub(crate) fn digest<'a>(parts: impl IntoIterator<Item = &'a str>) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for part in parts {
        for byte in part.bytes().chain([0xff]) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }
    mix(hash)
}

/// The finaliser of splitmix64: every bit of the input moves every bit of the output.
pub(crate) fn mix(mut x: u64) -> u64 {
    x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    x ^ (x >> 31)
}

/// By how many letters an id grows, one for each that would collide, before it tells which of them it is.
const FURTHER: u64 = 4;

/// An id for `hash` that is not `taken` yet: seven letters, or some more where that is taken. What very many have in common (a
/// sentence that each of ten thousand reports begins with) takes no longer for each.
pub(crate) fn fresh(hash: u64, taken: &mut BTreeSet<String>) -> String {
    // As good as all ids before the first free one are taken: from one to twice as many, and back by halves.
    let (mut low, mut high) = (0, 1);
    while taken.contains(&id(hash, high - 1)) {
        (low, high) = (high, high * 2);
    }
    while low + 1 < high {
        let middle = u64::midpoint(low, high - 1);
        if taken.contains(&id(hash, middle)) { low = middle + 1 } else { high = middle + 1 }
    }
    let id = id(hash, high - 1);
    taken.insert(id.clone());
    id
}

/// The id for `hash` where so many are taken.
fn id(hash: u64, before: u64) -> String {
    let (mut id, mut rest) = (String::new(), hash);
    let mut push = |rest: u64| id.push(char::from(ALPHABET[(rest & 31) as usize]));
    for _ in 0..LENGTH {
        push(rest);
        rest >>= 5;
    }
    for _ in 0..before.min(FURTHER) {
        rest = mix(rest ^ hash);
        push(rest);
    }
    if before > FURTHER {
        rest = mix(hash.wrapping_add(before));
        (0..LENGTH).for_each(|at| push(rest >> (5 * at)));
    }
    id
}

/// The name in lower-case ASCII letters, digits and hyphens, for URLs; `x` where nothing of it is left.
pub(crate) fn slug(name: &str) -> String {
    let mut slug = String::new();
    for c in name.chars().map(plain) {
        if c.is_ascii_alphanumeric() {
            slug.push(c.to_ascii_lowercase());
        } else if !slug.is_empty() && !slug.ends_with('-') && c != '\'' && c != '’' {
            slug.push('-');
        }
        if slug.len() >= 60 {
            break;
        }
    }
    let slug = slug.trim_end_matches('-').to_owned();
    if slug.is_empty() { "x".to_owned() } else { slug }
}

/// A slug for `name` that was not given out before, with a number where two would collide. `given` counts how often
/// each slug was asked for.
pub(crate) fn fresh_slug(name: &str, given: &mut BTreeMap<String, u32>) -> String {
    let slug = slug(name);
    loop {
        let count = given.entry(slug.clone()).or_default();
        *count += 1;
        let id = if *count == 1 { slug.clone() } else { format!("{slug}-{count}") };
        if id == slug || !given.contains_key(&id) {
            given.entry(id.clone()).or_insert(1);
            return id;
        }
    }
}

/// The letter without its accent, for the letters of the Latin alphabets of Europe.
fn plain(c: char) -> char {
    match c {
        'à'..='å' | 'ā' | 'ă' | 'ą' | 'À'..='Å' | 'Ā' | 'Ă' | 'Ą' => 'a',
        'ç' | 'ć' | 'č' | 'Ç' | 'Ć' | 'Č' => 'c',
        'ď' | 'đ' | 'Ď' | 'Đ' | 'ð' => 'd',
        'è'..='ë' | 'ē' | 'ė' | 'ę' | 'ě' | 'È'..='Ë' | 'Ē' | 'Ę' | 'Ě' => 'e',
        'ğ' | 'Ğ' => 'g',
        'ì'..='ï' | 'ī' | 'į' | 'ı' | 'Ì'..='Ï' | 'İ' => 'i',
        'ł' | 'Ł' => 'l',
        'ñ' | 'ń' | 'ň' | 'Ñ' | 'Ń' | 'Ň' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ő' | 'Ò'..='Ö' | 'Ø' | 'Ō' | 'Ő' => 'o',
        'ř' | 'Ř' => 'r',
        'ś' | 'š' | 'ş' | 'ș' | 'Ś' | 'Š' | 'Ş' | 'Ș' => 's',
        'ť' | 'ţ' | 'ț' | 'Ť' | 'Ţ' | 'Ț' => 't',
        'ù'..='ü' | 'ū' | 'ů' | 'ű' | 'Ù'..='Ü' | 'Ū' | 'Ů' | 'Ű' => 'u',
        'ý' | 'ÿ' | 'Ý' => 'y',
        'ź' | 'ž' | 'ż' | 'Ź' | 'Ž' | 'Ż' => 'z',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_do_not_collide() {
        let mut taken = BTreeSet::new();
        let (a, b) = (fresh(42, &mut taken), fresh(42, &mut taken));
        assert_eq!(a.len(), LENGTH);
        assert_eq!(b.len(), LENGTH + 1);
        assert!(b.starts_with(&a));
        let all: BTreeSet<String> = (0..9_000).map(|_| fresh(42, &mut taken)).collect();
        assert!(all.len() == 9_000 && all.iter().all(|id| id.len() <= 2 * LENGTH + FURTHER as usize));
    }

    #[test]
    fn parts_are_kept_apart() {
        assert_ne!(digest(["ab", "c"]), digest(["a", "bc"]));
    }

    #[test]
    fn names_become_slugs() {
        let mut taken = BTreeMap::new();
        assert_eq!(fresh_slug("Zoë O'Neil-Łącka", &mut taken), "zoe-oneil-lacka");
        assert_eq!(fresh_slug("Zoe ONeil Lacka", &mut taken), "zoe-oneil-lacka-2");
        assert_eq!(slug("北京"), "x");
    }
}
