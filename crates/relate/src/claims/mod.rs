//! Within a story, which statements say the same one thing.

/// The statements that make one claim, as indices of [`Reports::places`](crate::ground::reports::Reports::places).
pub(crate) struct Drawn {
    /// Its statements, rising: every two of them surely say the same.
    pub statements: Vec<u32>,
    /// Index of the story that they belong to.
    pub story: usize,
    /// Statements of other claims that perhaps say the same.
    pub perhaps: Vec<Beside>,
}

/// A statement of another claim that perhaps says the same as one of a claim.
#[derive(Clone, Copy)]
pub(crate) struct Beside {
    /// The statement of the claim.
    pub own: u32,
    /// The statement of the other claim.
    pub other: u32,
    /// How likely it is, from 0 to 1.
    pub likelihood: f32,
}

/// The claims of each story.
pub(crate) fn claims(stories: &[Vec<u32>]) -> Vec<Drawn> {
    let drawn = |(story, group): (usize, &Vec<u32>)| Drawn { statements: group.clone(), story, perhaps: Vec::new() };
    stories.iter().enumerate().map(drawn).collect()
}
