//! What was fetched and unpacked, by place, within bounds: what has not been looked at for longest goes first.

use std::cell::Cell;

/// Unpacked parts of one kind.
#[derive(Clone, Debug)]
pub(crate) struct Shelf<T> {
    parts: Vec<Part<T>>,
    /// Counts searches.
    turn: Cell<u32>,
    /// How many bytes may lie here, as they were fetched.
    most: usize,
}

#[derive(Clone, Debug)]
struct Part<T> {
    place: u64,
    bytes: usize,
    used: Cell<u32>,
    value: T,
}

impl<T> Shelf<T> {
    pub(crate) fn new(most: usize) -> Self {
        Self { parts: Vec::new(), turn: Cell::new(0), most }
    }

    /// Begins a search: what it looks at stays until the next one begins.
    pub(crate) fn begin(&self) {
        self.turn.set(self.turn.get().wrapping_add(1));
    }

    pub(crate) fn get(&self, place: u64) -> Option<&T> {
        let part = self.parts.get(self.find(place).ok()?)?;
        part.used.set(self.turn.get());
        Some(&part.value)
    }

    /// Adds a part, and takes others away while there is too much of what the search at hand has not looked at.
    pub(crate) fn put(&mut self, place: u64, bytes: usize, value: T) {
        let now = self.turn.get();
        let part = Part { place, bytes, used: Cell::new(now), value };
        match self.find(place) {
            Ok(at) => self.parts[at] = part,
            Err(at) => self.parts.insert(at, part),
        }
        let mut all: usize = self.parts.iter().map(|part| part.bytes).sum();
        while all > self.most {
            let age = |part: &Part<T>| now.wrapping_sub(part.used.get());
            let oldest = (0..self.parts.len()).max_by_key(|at| age(&self.parts[*at]));
            let Some(at) = oldest.filter(|at| age(&self.parts[*at]) > 0) else { break };
            all -= self.parts.remove(at).bytes;
        }
    }

    fn find(&self, place: u64) -> Result<usize, usize> {
        self.parts.binary_search_by(|part| part.place.cmp(&place))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_not_looked_at_goes_first() {
        let mut shelf = Shelf::new(30);
        for place in 0..3 {
            shelf.begin();
            shelf.put(place, 10, place);
        }
        shelf.begin();
        assert_eq!(shelf.get(0), Some(&0));
        shelf.put(3, 10, 3);
        assert_eq!([0, 1, 2, 3].map(|place| shelf.get(place).is_some()), [true, false, true, true]);
    }

    #[test]
    fn what_a_search_looks_at_stays_however_much_it_is() {
        let mut shelf = Shelf::new(10);
        shelf.begin();
        for place in 0..5 {
            shelf.put(place, 10, ());
        }
        assert!((0..5).all(|place| shelf.get(place).is_some()));
        shelf.begin();
        shelf.put(9, 10, ());
        assert_eq!(shelf.parts.len(), 1);
    }
}
