//! Sorting with one copy of the sorting code for all types: in WebAssembly each copy that [`slice::sort_by`] makes of
//! itself is some 6 KB, and the viewer sorts two dozen kinds of things, none of them long.

use std::cmp::Ordering;

/// Sorts by a rule; what is equal keeps its order.
pub fn sort_by<T>(items: &mut [T], mut rule: impl FnMut(&T, &T) -> Ordering) {
    let places = sorted(items.len(), &mut |a, b| rule(&items[a as usize], &items[b as usize]));
    put(items, places);
}

/// Sorts by a key that is made once for each; what is equal keeps its order.
pub fn sort_by_cached_key<T, K: Ord>(items: &mut [T], key: impl FnMut(&T) -> K) {
    let keys: Vec<K> = items.iter().map(key).collect();
    put(items, sorted(keys.len(), &mut |a, b| keys[a as usize].cmp(&keys[b as usize])));
}

/// Puts each item where the list of places has it.
fn put<T>(items: &mut [T], mut places: Vec<u32>) {
    // Each item goes to its place, cycle by cycle of the permutation.
    for start in 0..places.len() {
        let mut at = start;
        while places[at] as usize != start {
            let from = places[at] as usize;
            items.swap(at, from);
            places[at] = at as u32;
            at = from;
        }
        places[at] = at as u32;
    }
}

/// Sorts by a key; what is equal keeps its order.
pub fn sort_by_key<T, K: Ord>(items: &mut [T], mut key: impl FnMut(&T) -> K) {
    sort_by(items, |a, b| key(a).cmp(&key(b)));
}

/// Sorts by the order of the type.
pub fn sort<T: Ord>(items: &mut [T]) {
    sort_by(items, T::cmp);
}

/// Gathers what a set or a map is made of, one by one. Collecting sorts it first, with a copy of the code for each type.
pub fn gather<T, C: Default + Extend<T>>(items: impl IntoIterator<Item = T>) -> C {
    let mut gathered = C::default();
    gathered.extend(items);
    gathered
}

/// The places of so many items in the order of a rule: the one copy of the sorting code.
#[inline(never)]
fn sorted(count: usize, rule: &mut dyn FnMut(u32, u32) -> Ordering) -> Vec<u32> {
    let mut places: Vec<u32> = (0..count as u32).collect();
    places.sort_by(|&a, &b| rule(a, b));
    places
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_is_the_order_of_the_standard_library(items in prop::collection::vec((0u8..6, any::<u16>()), 0..60)) {
            let (mut ours, mut theirs) = (items.clone(), items);
            sort_by_key(&mut ours, |item| item.0);
            theirs.sort_by_key(|item| item.0);
            prop_assert_eq!(&ours, &theirs);
            sort_by_cached_key(&mut ours, |item| u16::MAX - item.1);
            theirs.sort_by_key(|item| u16::MAX - item.1);
            prop_assert_eq!(&ours, &theirs);
            sort(&mut ours);
            theirs.sort();
            prop_assert_eq!(ours, theirs);
        }
    }
}
