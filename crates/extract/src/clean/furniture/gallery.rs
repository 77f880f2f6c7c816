//! The words under the pictures of a gallery: a page without its pictures has them amid the report, and prints each of them twice.
//! They may be far younger than the report, since a page changes its pictures.

use std::ops::Range;

use model::Role;

use crate::clean::block::{Block, Shape};

/// Paragraphs printed twice, one right behind the other, that make a gallery; and so many others at most between two of them.
const PAIRS: usize = 3;
const BETWEEN: usize = 2;

/// Words of a paragraph at least that is not printed twice by chance.
const WORDS: usize = 8;

/// Paragraphs of the report at least that stand outside of it: a page may print all its paragraphs twice.
const OUTSIDE: usize = 3;

/// Paragraphs before the first that is printed twice, at most, which are looked through for one that tells of a later year.
const BEFORE: usize = 5;

/// Makes captions of the paragraphs of galleries; `year` is that in which the report was published, where it is known.
pub(in crate::clean) fn captions(blocks: &mut [Block], year: Option<i32>) {
    let found = galleries(blocks);
    let within = |at: &usize| found.iter().any(|gallery| gallery.contains(at));
    let report = (0..blocks.len()).filter(|at| blocks[*at].is_body(Shape::Prose) && !within(at)).count();
    if report < OUTSIDE {
        return;
    }
    for gallery in found {
        let begins = year.map_or(gallery.start, |year| beginning(blocks, gallery.start, year));
        for block in blocks[begins..gallery.end].iter_mut().filter(|block| block.role == Role::Body) {
            block.role = Role::Caption;
        }
    }
}

/// Where paragraphs are printed twice.
fn galleries(blocks: &[Block]) -> Vec<Range<usize>> {
    let twice: Vec<usize> = (1..blocks.len())
        .filter(|&at| blocks[at].is_body(Shape::Prose) && blocks[at].words() >= WORDS)
        .filter(|&at| blocks[at].line.text == blocks[at - 1].line.text)
        .collect();
    let runs = twice.chunk_by(|one, next| next - one <= 2 + BETWEEN);
    runs.filter(|run| run.len() >= PAIRS).map(|run| run[0] - 1..run[run.len() - 1] + 1).collect()
}

/// Where a gallery begins of which the first paragraphs are printed once: where one of those right before it tells of a year that
/// was yet to come, all that quote nobody are of it.
fn beginning(blocks: &[Block], start: usize, year: i32) -> usize {
    let plain = |at: &usize| blocks[*at].is_body(Shape::Prose) && !blocks[*at].line.text.contains(['"', '“', '”']);
    let first = (start.saturating_sub(BEFORE)..start).rev().take_while(plain).last().unwrap_or(start);
    let later = |block: &Block| years(&block.line.text).any(|told| told > year);
    if blocks[first..start].iter().any(later) { first } else { start }
}

/// The years of our age among the words of a text.
fn years(text: &str) -> impl Iterator<Item = i32> {
    let numbers = text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| word.len() == 4);
    numbers.filter_map(|word| word.parse().ok()).filter(|year| (1900..2100).contains(year))
}
