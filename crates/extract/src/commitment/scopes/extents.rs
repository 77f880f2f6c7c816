//! Where clauses end.

use super::Reader;
use crate::grammar::phrases::is_dash;

impl<'b> Reader<'_, 'b> {
    /// Without the marks that end the sentence.
    pub(super) fn trimmed(&self, end: usize) -> usize {
        let mark = |at: usize| matches!(self.clauses.words.text(at), "." | "!" | "?" | "…" | "," | "”" | "\"" | ")");
        (self.clauses.start + 1..=end).rev().find(|&end| !mark(end - 1)).unwrap_or(end)
    }

    /// One past the last word of the clause of a group.
    pub(super) fn extent(&self, index: usize) -> usize {
        let group = &self.clauses.groups[index];
        let mut limit = self.clauses.end;
        for (next, node) in self.nodes.iter().enumerate().skip(index + 1).take(24) {
            if !self.is_within(next, index) {
                limit = node.start.max(group.words.end).min(self.clauses.groups[next].words.start);
                // "the plan to close the port has failed": the verb of the clause around.
                if node.start <= group.words.start {
                    limit = self.clauses.groups[next].words.start;
                }
                break;
            }
        }
        let mut quoted = 0_usize;
        for at in group.words.end..limit {
            let text = self.clauses.words.text(at);
            match text {
                "“" | "``" => quoted += 1,
                "”" if quoted > 0 => quoted -= 1,
                "”" | ";" | ":" => return at,
                "," if !self.lists(at, limit) => return at,
                _ if is_dash(text) => return at,
                _ => {}
            }
        }
        limit
    }

    pub(super) fn is_within(&self, inner: usize, outer: usize) -> bool {
        let mut at = inner;
        for _ in 0..24 {
            match self.nodes[at].parent {
                Some(parent) if parent == outer => return true,
                Some(parent) if parent > outer => at = parent,
                _ => return false,
            }
        }
        false
    }

    /// Whether the comma at `at` parts the things of a list.
    pub(super) fn lists(&self, at: usize, limit: usize) -> bool {
        (at + 1..limit.min(at + 8))
            .take_while(|&at| self.clauses.group_at(at).is_none())
            .any(|next| next > at + 1 && matches!(self.lower(next), "," | "and" | "or"))
            && !matches!(self.lower(at + 1), "who" | "which" | "and" | "but" | "where" | "said")
    }
}
