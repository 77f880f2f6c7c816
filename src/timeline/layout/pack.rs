//! Puts what is as wide as its words into rows, so that nothing covers anything else.

/// Rows that fill from the top.
#[derive(Default)]
pub(super) struct Rows {
    taken: Vec<Vec<(f64, f64)>>,
}

impl Rows {
    /// The first row, of at most `most`, that is free from `from` to `to`; it is taken from then on.
    pub(super) fn place(&mut self, from: f64, to: f64, most: usize) -> Option<usize> {
        let free = |row: &Vec<(f64, f64)>| row.iter().all(|&(a, b)| to <= a || b <= from);
        let row = match self.taken.iter().position(free) {
            Some(row) => row,
            None if self.taken.len() < most => {
                self.taken.push(Vec::new());
                self.taken.len() - 1
            }
            None => return None,
        };
        self.taken[row].push((from, to));
        Some(row)
    }

    /// How many rows are taken.
    pub(super) fn count(&self) -> usize {
        self.taken.len()
    }
}

/// Joins places (rising) that lie closer than `apart` into piles, so that the middles of neighbouring piles never do.
/// Each pile is given by its middle and the range of its members.
pub(super) fn piles(places: &[f64], apart: f64) -> Vec<(f64, std::ops::Range<usize>)> {
    let mut piles: Vec<(f64, std::ops::Range<usize>)> = Vec::new();
    for (index, &x) in places.iter().enumerate() {
        match piles.last_mut() {
            Some((middle, members)) if x < *middle + apart => {
                let count = members.len() as f64;
                *middle = (*middle * count + x) / (count + 1.0);
                members.end = index + 1;
            }
            _ => piles.push((x, index..index + 1)),
        }
    }
    piles
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_meets_goes_into_another_row() {
        let mut rows = Rows::default();
        assert_eq!(rows.place(0.0, 10.0, 2), Some(0));
        assert_eq!(rows.place(5.0, 15.0, 2), Some(1));
        assert_eq!(rows.place(10.0, 20.0, 2), Some(0));
        assert_eq!(rows.place(8.0, 12.0, 2), None);
    }

    proptest! {
        #[test]
        fn piles_hold_all_and_keep_apart(mut places in prop::collection::vec(0.0f64..1000.0, 0..200)) {
            places.sort_by(f64::total_cmp);
            let piles = piles(&places, 26.0);
            prop_assert_eq!(piles.iter().map(|(_, members)| members.len()).sum::<usize>(), places.len());
            for pair in piles.windows(2) {
                prop_assert!(pair[1].0 - pair[0].0 >= 26.0 - 1e-9);
                prop_assert_eq!(pair[0].1.end, pair[1].1.start);
            }
        }

        #[test]
        fn nothing_covers_anything(spans in prop::collection::vec((0.0f64..300.0, 1.0f64..80.0), 0..60)) {
            let mut rows = Rows::default();
            let mut placed: Vec<(usize, f64, f64)> = Vec::new();
            for (from, width) in spans {
                if let Some(row) = rows.place(from, from + width, 6) {
                    prop_assert!(placed.iter().all(|&(r, a, b)| r != row || from + width <= a || b <= from));
                    placed.push((row, from, from + width));
                }
            }
        }
    }
}
