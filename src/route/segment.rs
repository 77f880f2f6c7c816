//! The part of a path that stands for an id, which is the name of a folder as well.
//!
//! Nearly every id is its own name. One that can't be a folder's on Linux, macOS and Windows (`..`, `con`, `a/b`) is
//! written with a `~` before it, and each character that stands in the way as its number between two `~`: `~a~2f~b`.

/// The longest name, in bytes, so that a path of several stays below what systems bear.
const LONGEST: usize = 200;

/// Names that Windows keeps for devices, whatever follows behind a dot.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "conin$", "conout$"];

/// The name of the folder of an id; as long as it needs to be.
pub(super) fn of(id: &str) -> String {
    if fits(id) {
        return id.to_owned();
    }
    let last = id.chars().count().saturating_sub(1);
    let mut name = "~".to_owned();
    for (place, c) in id.chars().enumerate() {
        if unfit(c) || c == '~' || place == last && matches!(c, '.' | ' ') {
            name.push_str(&format!("~{:x}~", u32::from(c)));
        } else {
            name.push(c);
        }
    }
    name
}

/// The id that a name stands for.
pub(super) fn read(name: &str) -> String {
    name.strip_prefix('~').and_then(decoded).unwrap_or_else(|| name.to_owned())
}

fn decoded(name: &str) -> Option<String> {
    let mut id = String::new();
    for (place, part) in name.split('~').enumerate() {
        if place % 2 == 0 {
            id.push_str(part);
        } else {
            id.push(char::from_u32(u32::from_str_radix(part, 16).ok()?)?);
        }
    }
    Some(id)
}

/// The name of the folder of an id; `None` where it would be too long for a folder.
pub fn folder(id: &str) -> Option<String> {
    Some(of(id)).filter(|name| (1..=LONGEST).contains(&name.len()))
}

fn fits(id: &str) -> bool {
    let lower = id.to_ascii_lowercase();
    let stem = lower.split('.').next().unwrap_or_default().trim_end();
    let numbered = |device: &str| stem.strip_prefix(device).is_some_and(|n| n.chars().count() == 1);
    !id.contains(unfit)
        && !id.starts_with(['~', ' '])
        && !id.ends_with(['.', ' '])
        && !DEVICES.contains(&stem)
        && !numbered("com")
        && !numbered("lpt")
        && lower != "index.html"
}

fn unfit(c: char) -> bool {
    c.is_control() || matches!(c, '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_id_comes_back(id in "[a-c./~:*\\\\ \u{0}é]{1,8}|\\PC{1,9}") {
            let name = of(&id);
            prop_assert_eq!(read(&name), id);
            prop_assert!(!name.contains(unfit) && !name.ends_with(['.', ' ']) && name != "..", "{}", name);
        }
    }

    #[test]
    fn usual_ids_are_their_own_names() {
        for id in ["pier-1", "WSJ870324-0001", "a b", "ключ", "é", ".hidden", "console", "compost", "a~b", "50%"] {
            assert_eq!(of(id), id);
        }
        let names = [".", "..", "index.html", "con", "NUL.txt", "com1", "a/b", "x.", "~a"].map(of);
        assert_eq!(
            names,
            ["~~2e~", "~.~2e~", "~index.html", "~con", "~NUL.txt", "~com1", "~a~2f~b", "~x~2e~", "~~7e~a"]
        );
        assert_eq!(folder(&"x".repeat(201)), None);
    }
}
