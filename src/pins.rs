//! A reading list as text: the ids of claims, in the order in which they were pinned. It lives in a link, and on the device
//! that it is put together on.

/// The key of a link that carries the list.
pub(crate) const KEY: &str = "pins";

/// The most claims that a list holds: a link has to stay one that can be sent.
const MOST: usize = 100;

/// The ids of a list, each once.
pub(crate) fn ids(list: &str) -> Vec<&str> {
    let mut ids: Vec<&str> = Vec::new();
    for id in list.split('|').filter(|id| !id.is_empty()) {
        if ids.len() < MOST && !ids.contains(&id) {
            ids.push(id);
        }
    }
    ids
}

/// A list with those of another after its own.
#[cfg(any(feature = "csr", test))]
pub(crate) fn with(list: &str, more: &str) -> String {
    ids(&format!("{list}|{more}")).join("|")
}

/// A list without one of its claims.
#[cfg(any(feature = "csr", test))]
pub(crate) fn without(list: &str, id: &str) -> String {
    let mut ids = ids(list);
    ids.retain(|other| *other != id);
    ids.join("|")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_keeps_its_order_and_holds_each_claim_once() {
        assert_eq!(with("b|a", "c"), "b|a|c");
        assert_eq!(with("b|a", "a|d"), "b|a|d");
        assert_eq!(with("", "c"), "c");
        assert_eq!(without("b|a|c", "a"), "b|c");
        assert_eq!(without("b", "b"), "");
        assert!(ids("||").is_empty());
    }

    #[test]
    fn a_list_is_never_too_long_for_a_link() {
        let long: Vec<String> = (0..500).map(|n| format!("claim{n:03}")).collect();
        assert_eq!(ids(&long.join("|")).len(), MOST);
    }
}
