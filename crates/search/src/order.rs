//! One sort for all of the crate: the standard library's takes some five kilobytes of WebAssembly for every type. Where a
//! program is not sent to anybody, the standard library's is the quicker one.

use std::cmp::Ordering;

/// Sorts numbers, or other small values, and keeps equals in their order.
pub(crate) fn sort<T: Copy>(items: &mut [T], compare: &dyn Fn(&T, &T) -> Ordering) {
    if cfg!(target_family = "wasm") {
        merged(items, compare);
    } else {
        items.sort_by(compare);
    }
}

/// A merge sort from the bottom up.
fn merged<T: Copy>(items: &mut [T], compare: &dyn Fn(&T, &T) -> Ordering) {
    let mut from = items.to_vec();
    let mut into = items.to_vec();
    let mut width = 1;
    while width < from.len() {
        for start in (0..from.len()).step_by(2 * width) {
            let (middle, end) = ((start + width).min(from.len()), (start + 2 * width).min(from.len()));
            let (mut left, mut right) = (start, middle);
            for slot in &mut into[start..end] {
                let takes_left = right == end || left < middle && compare(&from[left], &from[right]).is_le();
                let next = if takes_left { &mut left } else { &mut right };
                *slot = from[*next];
                *next += 1;
            }
        }
        std::mem::swap(&mut from, &mut into);
        width *= 2;
    }
    items.copy_from_slice(&from);
}

/// Sorts values that are too large to be moved about.
pub(crate) fn sort_large<T>(items: &mut Vec<T>, compare: &dyn Fn(&T, &T) -> Ordering) {
    let mut places: Vec<u32> = (0..items.len() as u32).collect();
    sort(&mut places, &|a, b| compare(&items[*a as usize], &items[*b as usize]));
    let mut taken: Vec<Option<T>> = items.drain(..).map(Some).collect();
    items.extend(places.into_iter().filter_map(|place| taken[place as usize].take()));
}

/// Rising numbers, each once.
pub(crate) fn distinct(mut numbers: Vec<u32>) -> Vec<u32> {
    sort(&mut numbers, &u32::cmp);
    numbers.dedup();
    numbers
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn sorts_as_the_standard_library(mut pairs in prop::collection::vec((0u8..8, any::<u16>()), 0..70)) {
            let mut expected = pairs.clone();
            expected.sort_by_key(|pair| pair.0);
            let (mut large, mut small) = (pairs.clone(), pairs.clone());
            merged(&mut pairs, &|a, b| a.0.cmp(&b.0));
            sort(&mut small, &|a, b| a.0.cmp(&b.0));
            sort_large(&mut large, &|a, b| a.0.cmp(&b.0));
            prop_assert_eq!(&pairs, &expected);
            prop_assert_eq!(&small, &expected);
            prop_assert_eq!(large, expected);
        }
    }
}
