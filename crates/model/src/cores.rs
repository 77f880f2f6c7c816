//! On how many cores work is done. The stages know no threads: whoever calls them brings these.

use std::sync::{Mutex, OnceLock, PoisonError};

/// Who does work that falls into parts of which none needs what another makes.
pub trait Cores: Sync {
    /// Does `work` for each number below `count`, in any order, and comes back when all is done.
    fn each(&self, count: usize, work: &(dyn Fn(usize) + Sync));
}

/// One part after the other.
#[derive(Clone, Copy, Debug, Default)]
pub struct OneCore;

impl Cores for OneCore {
    fn each(&self, count: usize, work: &(dyn Fn(usize) + Sync)) {
        (0..count).for_each(work);
    }
}

/// What `work` makes of each number below `count`, in their order.
pub fn map<T: Send + Sync>(cores: &dyn Cores, count: usize, work: impl Fn(usize) -> T + Sync) -> Vec<T> {
    let slots: Vec<OnceLock<T>> = (0..count).map(|_| OnceLock::new()).collect();
    cores.each(count, &|at| {
        // A slot is filled once.
        let _ = slots[at].set(work(at));
    });
    slots.into_iter().filter_map(OnceLock::into_inner).collect()
}

/// What two kinds of work make, of which neither needs the other's.
pub fn both<A: Send + Sync, B: Send + Sync>(
    cores: &dyn Cores,
    first: impl Fn() -> A + Sync,
    second: impl Fn() -> B + Sync,
) -> (A, B) {
    let (one, other) = (OnceLock::new(), OnceLock::new());
    cores.each(2, &|at| {
        if at == 0 {
            one.get_or_init(&first);
        } else {
            other.get_or_init(&second);
        }
    });
    // Whoever brings cores has all work done.
    (one.into_inner().unwrap_or_else(first), other.into_inner().unwrap_or_else(second))
}

/// Has `work` change each thing of a list, by its place.
pub fn change<T: Send>(cores: &dyn Cores, list: &mut [T], work: impl Fn(usize, &mut T) + Sync) {
    let slots: Vec<Mutex<&mut T>> = list.iter_mut().map(Mutex::new).collect();
    cores.each(slots.len(), &|at| work(at, &mut slots[at].lock().unwrap_or_else(PoisonError::into_inner)));
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Several threads, each of which takes every fourth part.
    struct Four;

    impl Cores for Four {
        fn each(&self, count: usize, work: &(dyn Fn(usize) + Sync)) {
            std::thread::scope(|scope| {
                for thread in 0..4 {
                    scope.spawn(move || (thread..count).step_by(4).for_each(work));
                }
            });
        }
    }

    #[test]
    fn what_is_made_stands_in_order_whoever_made_it() {
        for cores in [&OneCore as &dyn Cores, &Four] {
            assert_eq!(map(cores, 9, |at| at * at), [0, 1, 4, 9, 16, 25, 36, 49, 64]);
            assert!(map(cores, 0, |at| at).is_empty());
            assert_eq!(both(cores, || 7, || "seven".to_owned()), (7, "seven".to_owned()));
            let mut words = ["pier", "quay", "boat", "oar", "mast"].map(str::to_owned);
            change(cores, &mut words, |at, word| word.push_str(&at.to_string()));
            assert_eq!(words, ["pier0", "quay1", "boat2", "oar3", "mast4"]);
        }
    }
}
