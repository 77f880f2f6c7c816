//! Which lines of a page are the report's: not the comments below it, not tickers, not what stands around it.

use model::Role;

use super::{
    lines,
    page_words::{COMMENTS, Why},
};
use crate::clean::{
    block::{Block, FEED, Shape},
    head::masthead::Masthead,
};

const OUTSIDE: Why = "outside of the report";

/// From the heading of the comments on, where the report stands above it.
pub(in crate::clean) fn comments(blocks: &mut [Block]) {
    let prose = |blocks: &[Block]| blocks.iter().filter(|b| b.is_body(Shape::Prose)).map(Block::words).sum::<usize>();
    let Some(at) = blocks.iter().rposition(|block| {
        block.role == Role::Furniture && block.why == COMMENTS && lines::heads_comments(&block.line.text)
    }) else {
        return;
    };
    let (report, below) = blocks.split_at_mut(at);
    // A link to the comments stands above the report, and a long report is no comment.
    if report.iter().filter(|b| b.is_body(Shape::Prose)).count() < 2 || prose(below) > prose(report) {
        return;
    }
    for block in below.iter_mut().filter(|block| block.role != Role::Furniture && block.role != Role::Credit) {
        block.masthead = Masthead::default();
        block.set_furniture(COMMENTS);
    }
}

/// So many comments of readers make what follows the first of them a page of comments.
const ENOUGH: usize = 3;

/// From the first comment of a reader on, told by the stamps between them: "June 3, 2029 at 10:05 am | Reply Worst pier
/// ever." Such pages hold more comments than report.
pub(in crate::clean) fn stamped_comments(blocks: &mut [Block]) {
    let stamps: Vec<usize> = (0..blocks.len()).filter(|&at| is_comment_stamp(&blocks[at].line.text)).collect();
    // "| Reply", "| Report abuse", "Posted by: berg |": one tells enough, below a report; and so does the form for a comment.
    let sure = |text: &str| text.contains("| Reply") || text.contains("| Report a") || text.contains("Posted by");
    let one = |at: &&usize| **at >= ENOUGH && sure(&blocks[**at].line.text);
    let form = || (ENOUGH..blocks.len()).find(|&at| lines::asks_for_comment(&blocks[at].line.text));
    let many = stamps.first().filter(|_| stamps.len() >= ENOUGH);
    let Some(first) = many.or_else(|| stamps.iter().find(one)).copied().or_else(form) else { return };
    let first = first_comment(blocks, first);
    for block in blocks[first..].iter_mut().filter(|block| matches!(block.role, Role::Body | Role::Heading)) {
        block.masthead = Masthead::default();
        block.set_furniture(COMMENTS);
    }
}

/// So many lines at the top are the report's.
const HEAD: usize = 5;

/// How many lines above the first stamp the first reader may have written, and how many of them speak of no "I" and "you" before one
/// that does.
const ABOVE: (usize, usize) = (40, 3);

/// Where the first comment begins, whose stamp stands below it: the lines above the stamp in which somebody speaks of themselves
/// or to others outside of quotation marks, up to one in which the report tells who said something. Where the report itself
/// begins in such words, nothing tells where it ends.
fn first_comment(blocks: &[Block], stamp: usize) -> usize {
    let personal = |at: usize| speaks_of_itself(&blocks[at].line.text);
    if (0..stamp.min(HEAD)).any(personal) {
        return stamp;
    }
    let mut first = stamp;
    for at in (stamp.saturating_sub(ABOVE.0).max(HEAD)..stamp).rev() {
        let text = &blocks[at].line.text;
        // "BERG: Thank you": a turn of the report's own.
        let turn = text
            .split_once(": ")
            .is_some_and(|(label, _)| label.len() > 2 && label.len() < 40 && !label.contains(char::is_lowercase));
        let told = turn || [" said", " says ", " told ", "(Reuters)", "(CNN)"].iter().any(|said| text.contains(said));
        if told || first - at > ABOVE.1 && !personal(at) {
            break;
        }
        if personal(at) {
            first = at;
        }
    }
    first
}

/// Whether a line says "I" or "you" outside of quotation marks.
fn speaks_of_itself(line: &str) -> bool {
    let mut quoted = false;
    line.split_whitespace().any(|word| {
        let opens = word.starts_with(['"', '“']);
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let own = !quoted
            && !opens
            && matches!(bare, "I" | "I'm" | "I’m" | "you" | "You" | "my" | "My" | "your" | "Your" | "me" | "We" | "we");
        let end = word.trim_end_matches([',', '.', '!', '?']);
        quoted = (quoted || opens) && !end.ends_with('”') && !(end.len() > 1 && end.ends_with('"'));
        own
    })
}

/// From the line on that says whose views the comments hold, which stands between the report and the comments.
pub(in crate::clean) fn disclaimed_comments(blocks: &mut [Block]) {
    let Some(at) = blocks.iter().position(|block| lines::disclaims_comments(&block.line.text)) else { return };
    if blocks[..at].iter().filter(|block| block.is_body(Shape::Prose)).count() < 2 {
        return;
    }
    for block in blocks[at..].iter_mut().filter(|block| matches!(block.role, Role::Body | Role::Heading)) {
        block.masthead = Masthead::default();
        block.set_furniture(COMMENTS);
    }
}

/// Whether a line holds a day and a time of day with a bar behind them, or before them behind who posted it, as pages stamp comments:
/// "June 3, 2029 at 10:05 am |", "June 3, 2029 10:05 pm at 10:05 pm |", "Posted by: berg | June 3, 2029 10:05 PM".
fn is_comment_stamp(line: &str) -> bool {
    let words: Vec<&str> = line.split_whitespace().collect();
    let number = |word: &str, digits: usize| {
        let bare = word.trim_end_matches(',');
        bare.len() <= digits && !bare.is_empty() && bare.bytes().all(|b| b.is_ascii_digit())
    };
    let posted = line.contains("Posted by");
    posted && line.contains(" | Report a")
        || words.windows(5).enumerate().any(|(at, w)| {
            let month = model::calendar::month(&w[0].trim_end_matches('.').to_lowercase()).is_some();
            let clock = |word: &&str| word.contains(':') && word.starts_with(|c: char| c.is_ascii_digit());
            let timed = || words[at + 3..].iter().take(3).any(clock);
            let barred = || words[at + 4..].iter().take(6).any(|word| word.ends_with('|'));
            let named = || posted && at.checked_sub(1).is_some_and(|before| words[before] == "|");
            month && number(w[1], 2) && number(w[2], 4) && timed() && (barred() || named())
        })
}

/// The headlines between lines that say how long ago something came out: a ticker.
pub(in crate::clean) fn tickers(blocks: &mut [Block]) {
    let ago: Vec<usize> = (0..blocks.len()).filter(|&at| lines::is_ago(&blocks[at].line.text)).collect();
    for pair in ago.windows(2) {
        let between = &mut blocks[pair[0] + 1..pair[1]];
        if between.len() <= 2 && between.iter().all(|block| block.shape == Shape::Fragment) {
            between.iter_mut().filter(|b| b.role != Role::Title).for_each(|block| block.set_furniture(FEED));
        }
    }
}

/// A page with this many lines that are no sentences, and this share of them in a hundred, is more than a report.
const PAGE: (usize, usize) = (20, 30);

/// What a line weighs for or against standing in the report: each word of a paragraph, up to so many, less so many; a
/// line that is no sentence; a line of furniture.
const WEIGHTS: (i32, i32, i32, i32) = (40, 4, -8, -8);

/// Words of a paragraph that counts as such.
const PARAGRAPH: usize = 8;

/// On a page full of menus and lists the report is the stretch that holds the most prose and the fewest other lines (the
/// stretch of the greatest sum, after the body text extraction of Finn, Kushmerick and Smyth 2001, by lines).
pub(in crate::clean) fn outside(blocks: &mut [Block]) {
    let fragments = blocks.iter().filter(|block| block.shape == Shape::Fragment).count();
    if fragments < PAGE.0 || fragments * 100 < PAGE.1 * blocks.len() {
        return;
    }
    let (longest, cost, fragment, furniture) = WEIGHTS;
    let weight = |block: &Block| match (block.role, block.shape) {
        (Role::Furniture, _) => furniture,
        (Role::Title | Role::Byline | Role::Caption | Role::Credit, _) => 0,
        (_, Shape::Prose) if block.words() >= PARAGRAPH => (block.words() as i32).min(longest) - cost,
        (_, Shape::Prose) => block.words() as i32 + fragment,
        _ => fragment,
    };
    let (mut best, mut sum, mut start, mut report) = (0, 0, 0, 0..blocks.len());
    for (index, block) in blocks.iter().enumerate() {
        if sum <= 0 {
            (sum, start) = (0, index);
        }
        sum += weight(block);
        if sum > best {
            (best, report) = (sum, start..index + 1);
        }
    }
    for (_, block) in blocks.iter_mut().enumerate().filter(|(index, _)| !report.contains(index)) {
        if matches!(block.role, Role::Body | Role::Heading) {
            block.set_furniture(OUTSIDE);
        }
    }
}
