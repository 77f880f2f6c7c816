use super::Part;

/// What a search lacks.
#[derive(Clone, Debug, Default)]
pub(crate) struct Wanted {
    /// What it can't answer without.
    now: Vec<Part>,
    /// What makes an answer whole that can stand before.
    later: Vec<Part>,
    /// Whether something is too large to be asked for.
    pub(crate) too_much: bool,
}

fn add(parts: &mut Vec<Part>, part: Part) {
    if !parts.contains(&part) {
        parts.push(part);
    }
}

impl Wanted {
    pub(crate) fn now(&mut self, part: Part) {
        add(&mut self.now, part);
    }

    pub(crate) fn later(&mut self, part: Part) {
        add(&mut self.later, part);
    }

    /// How much an answer has to wait for.
    pub(crate) fn waits(&self) -> usize {
        self.now.len()
    }

    /// What an answer has to wait for.
    pub(crate) fn need(self) -> Vec<Part> {
        self.now
    }

    /// Asks for everything.
    pub(crate) fn all(mut self) -> Vec<Part> {
        self.now.append(&mut self.later);
        self.now
    }
}
