//! The origin bracket: one line with a tick at each member, that passes over who is not one.

/// One piece of a bracket, in the cell of one document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Piece {
    /// How far down it lies where brackets overlap: 0 is the nearest.
    pub level: usize,
    /// The part of the line in this cell.
    pub part: Part,
}

/// The part of a bracket's line in one cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// The first member.
    Start,
    /// A member between the ends.
    Member,
    /// No member: the line passes without a tick.
    Pass,
    /// The last member.
    End,
}

impl Part {
    /// The class that draws it.
    pub(crate) fn class(self) -> &'static str {
        match self {
            Self::Start => "bk bs",
            Self::Member => "bk bm bx",
            Self::Pass => "bk bx",
            Self::End => "bk be",
        }
    }
}

/// Lays brackets over `cells` cells. Each bracket is given by its members' places, rising; those with fewer than two
/// are no brackets. Overlapping ones are put on levels, the first on the nearest.
pub(crate) fn pieces(cells: usize, brackets: &[Vec<usize>]) -> Vec<Vec<Piece>> {
    let mut laid: Vec<Vec<Piece>> = vec![Vec::new(); cells];
    for members in brackets {
        let (Some(&first), Some(&last)) = (members.first(), members.last()) else { continue };
        if first >= last || last >= cells {
            continue;
        }
        let taken = |level: usize| laid[first..=last].iter().flatten().any(|piece| piece.level == level);
        let level = (0..).find(|&level| !taken(level)).unwrap_or(0);
        for (place, cell) in laid.iter_mut().enumerate().take(last + 1).skip(first) {
            let part = match place {
                _ if place == first => Part::Start,
                _ if place == last => Part::End,
                _ if members.contains(&place) => Part::Member,
                _ => Part::Pass,
            };
            cell.push(Piece { level, part });
        }
    }
    laid
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passes_over_a_non_member() {
        let laid = pieces(4, &[vec![0, 2, 3]]);
        let parts: Vec<Part> = laid.iter().map(|cell| cell[0].part).collect();
        assert_eq!(parts, [Part::Start, Part::Pass, Part::Member, Part::End]);
    }

    #[test]
    fn overlapping_brackets_stack() {
        let laid = pieces(4, &[vec![0, 2], vec![1, 3], vec![3]]);
        assert_eq!(laid[1].iter().map(|p| p.level).collect::<Vec<_>>(), [0, 1]);
        assert_eq!(laid[3].len(), 1);
    }
}
