//! Union-find over indices, the lowest index of a set being its root: each points to an earlier one of its set, the root to itself.

/// The root of the set that an index is in; the way there is shortened.
pub(crate) fn root(of: &mut [usize], mut at: usize) -> usize {
    while of[at] != at {
        of[at] = of[of[at]];
        at = of[at];
    }
    at
}

/// Makes one set of the sets of two indices.
pub(crate) fn join(of: &mut [usize], a: usize, b: usize) {
    let (a, b) = (root(of, a), root(of, b));
    of[a.max(b)] = a.min(b);
}
