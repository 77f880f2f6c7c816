//! What each line is there for, told by its shape, its place and its neighbours.

use std::collections::{BTreeMap, BTreeSet};

use model::Role;

use super::{
    block::{Block, FEED, Shape, same_words},
    furniture::{
        gallery,
        line_kinds::{is_caption, is_credit, is_time_of_day},
        lines,
        page_words::Why,
        region,
    },
    head::{
        credits,
        masthead::{self, Masthead},
        parting,
    },
    normal::{Line, ends_sentence},
};

const TEASER: Why = "teaser of another article";
const REPEATED: Why = "repeated line";
const SUMMARY: Why = "summary that repeats the report";
const SCRAP: Why = "short line beside the report";

/// A line of this many words is no headline any more.
const HEADLINE: usize = 25;

/// Tells the roles of a text's lines. `title`, `outlet` and the `year` of publication are those that came with it, and so are
/// `captions`.
pub(super) fn roles(
    lines: Vec<Line>,
    title: Option<&str>,
    outlet: Option<&str>,
    year: Option<i32>,
    captions: &BTreeSet<String>,
) -> Vec<Block> {
    let mut blocks: Vec<Block> = split_headline(lines, title).into_iter().map(alone).collect();
    for block in blocks.iter_mut().filter(|block| captions.contains(&block.line.text)) {
        block.role = Role::Caption;
    }
    // Where no line stands apart, nothing sets a headline off from a sentence: a line is then a line of the report.
    let apart = blocks.iter().skip(1).any(|block| block.line.apart || block.line.heading);
    let first = blocks.iter().position(|b| b.is_body(Shape::Prose) && b.words() >= 8).unwrap_or(blocks.len());
    stamped(&mut blocks, first);
    gallery::captions(&mut blocks, year);
    repeated(&mut blocks);
    head(&mut blocks[..first], title, apart);
    feeds(&mut blocks, first, apart);
    if apart {
        teasers(&mut blocks, first);
        headings(&mut blocks, first);
        tail(&mut blocks, first);
    }
    summaries(&mut blocks);
    region::comments(&mut blocks);
    region::stamped_comments(&mut blocks);
    region::disclaimed_comments(&mut blocks);
    region::tickers(&mut blocks);
    region::outside(&mut blocks);
    let mut blocks = parting::sources(blocks, outlet);
    cut_short(&mut blocks);
    blocks
}

/// Cuts a first line that begins with its day into a date line and a headline.
fn split_headline(mut lines: Vec<Line>, title: Option<&str>) -> Vec<(Line, Option<Role>)> {
    let at = lines.iter().position(|line| lines::why(&line.text).is_none()).unwrap_or(0);
    let Some(line) = lines.get(at) else { return Vec::new() };
    let known = title.is_some_and(|title| same_words(title, &line.text));
    let Some((_, headline)) = masthead::dated_headline(&line.text).filter(|_| !known) else {
        return lines.into_iter().map(|line| (line, None)).collect();
    };
    let rest = Line { text: line.text[headline..].to_owned(), apart: false, heading: true };
    let day = Line { text: line.text[..headline].trim_end().to_owned(), apart: line.apart, heading: false };
    let after = lines.split_off(at + 1);
    lines.pop();
    let mut split: Vec<(Line, Option<Role>)> = lines.into_iter().map(|line| (line, None)).collect();
    split.push((day, Some(Role::Byline)));
    split.push((rest, Some(Role::Title)));
    split.extend(after.into_iter().map(|line| (line, None)));
    split
}

/// What a line is by itself.
fn alone((line, role): (Line, Option<Role>)) -> Block {
    let text = line.text.as_str();
    let words = text.split(' ').count();
    let sentence =
        ends_sentence(text) && words >= 2 || words >= HEADLINE || text.ends_with([':', ',', ';']) && words >= 5;
    let shape = if sentence && !line.heading { Shape::Prose } else { Shape::Fragment };
    let mut block = Block { role: Role::Body, why: "", masthead: Masthead::default(), glued: false, shape, line };
    let text = block.line.text.as_str();
    let dated = masthead::date_line(text);
    if let Some(masthead) = dated.or_else(|| masthead::byline(text)) {
        // "By Anna Berg, Northern Press": the agency is credited.
        let agency = credits::credits(text).is_some_and(|found| !found.agencies.is_empty());
        block.role = if agency && masthead.published.is_none() { Role::Credit } else { Role::Byline };
        block.masthead = masthead;
    } else if role == Some(Role::Byline) {
        block.role = Role::Byline;
    } else if role == Some(Role::Title) {
        block.role = Role::Title;
    } else if let Some(found) = credits::credits(text).filter(|_| !is_notice(text)) {
        block.role = if found.agencies.is_empty() { Role::Byline } else { Role::Credit };
        block.masthead.authors = found.authors;
    } else if is_credit(text) {
        block.role = if names_people_alone(text) { Role::Byline } else { Role::Credit };
    } else if is_caption(text) {
        block.role = Role::Caption;
    } else if block.line.heading {
        block.role = Role::Heading;
    } else if let Some(why) = lines::why(text) {
        block.set_furniture(why);
    } else if is_time_of_day(text) {
        block.role = Role::Heading;
    }
    block
}

fn is_notice(text: &str) -> bool {
    let small = text.to_lowercase();
    small.starts_with("copyright") || small.starts_with('©') || small.starts_with("(c)")
}

/// Whether a line of credits names nobody but people: who edited, translated or helped.
fn names_people_alone(text: &str) -> bool {
    let small = text.to_lowercase();
    let small = small.trim_start_matches(|c: char| !c.is_alphanumeric());
    let labelled =
        ["reporting by", "additional reporting", "editing by", "translated by", "compiled by", "with reporting"];
    let helped = small.contains("contribut") && !text.contains("'s ") && !text.contains("’s ");
    labelled.iter().any(|label| small.starts_with(label)) || helped
}

/// Lines that come again and again, and paragraphs that are printed twice.
fn repeated(blocks: &mut [Block]) {
    let mut seen: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (index, block) in blocks.iter().enumerate().filter(|(_, block)| block.role == Role::Body) {
        seen.entry(block.line.text.as_str()).or_default().push(index);
    }
    let again: Vec<(usize, Why)> = seen
        .into_values()
        .filter(|at| at.len() > 1)
        .flat_map(|at| {
            let prose = blocks[at[0]].shape == Shape::Prose;
            let long = blocks[at[0]].words() >= 8;
            let from = if prose { 1 } else { 0 };
            let told = if prose { long } else { at.len() >= 3 };
            at.into_iter().skip(from).filter(move |_| told).map(|index| (index, REPEATED))
        })
        .collect();
    for (index, why) in again {
        blocks[index].set_furniture(why);
    }
}

/// Headlines with the times at which they came out, amid the report: those of other articles.
fn stamped(blocks: &mut [Block], first: usize) {
    for block in blocks.iter_mut().skip(first + 1).filter(|block| block.role == Role::Body) {
        let small = block.line.text.to_lowercase();
        let dated = small.contains("posted: ") && small.contains("updated: ");
        if dated && small.contains(|c: char| c.is_ascii_digit()) && block.words() <= 40 {
            block.set_furniture(FEED);
        }
    }
}

/// Paragraphs that are the beginning of another one, or the same without its dateline: the summaries that a page shows above a
/// report.
fn cut_short(blocks: &mut [Block]) {
    const LONG: usize = 60;
    let bare = |block: &Block| block.line.text.trim_end_matches(['…', '.', ' ', '[', ']', '-']).to_owned();
    let mut texts: Vec<(String, usize)> = blocks
        .iter()
        .enumerate()
        .filter(|(_, block)| block.role == Role::Body && block.line.text.len() >= LONG)
        .map(|(index, block)| (bare(block), index))
        .collect();
    model::order::sort(&mut texts);
    for pair in texts.windows(2) {
        let [(short, at), (long, other)] = pair else { continue };
        if !long.starts_with(short.as_str()) || short.len() < LONG {
            continue;
        }
        let again = if short.len() == long.len() { *at.max(other) } else { *at };
        blocks[again].set_furniture(REPEATED);
    }
}

/// What stands before the first paragraph: menus, the title, who wrote it.
fn head(blocks: &mut [Block], title: Option<&str>, apart: bool) {
    if let Some(title) = title
        && let Some(block) = blocks.iter_mut().find(|b| same_words(title, &b.line.text))
    {
        block.role = Role::Title;
    }
    let given = blocks.iter().position(|block| block.role == Role::Title);
    let marked = blocks.iter().position(|block| block.role == Role::Heading && block.line.heading);
    let shaped = || {
        let fragment = |at_least: usize| {
            blocks.iter().position(|b| b.is_body(Shape::Fragment) && (at_least..=HEADLINE).contains(&b.words()))
        };
        fragment(4).or_else(|| fragment(2)).filter(|_| apart && title.is_none())
    };
    let Some(at) = given.or(marked).or_else(shaped) else { return };
    blocks[at].role = Role::Title;
    for (index, block) in blocks.iter_mut().enumerate().filter(|(_, block)| block.is_body(Shape::Fragment)) {
        if index > at
            && let Some(author) = masthead::author_line(&block.line.text)
        {
            block.role = Role::Byline;
            block.masthead.authors.push(author);
        } else if apart && block.words() < 4 {
            block.set_furniture(SCRAP);
        } else if apart {
            block.role = Role::Heading;
        }
    }
}

/// Sections that list other articles: from their heading on, their items, until the report goes on.
fn feeds(blocks: &mut [Block], first: usize, apart: bool) {
    let mut prose_before = 0;
    let mut index = first;
    while index < blocks.len() {
        let block = &blocks[index];
        prose_before += usize::from(block.is_body(Shape::Prose));
        let listed = block.role == Role::Furniture && lines::opens_feed(&block.line.text);
        let timed = apart && prose_before >= 3 && is_time_of_day(&block.line.text);
        index += 1;
        if listed || timed {
            index = feed(blocks, index - usize::from(timed), apart);
        }
    }
}

/// Marks the items of a feed that begins at `index`; returns the index after it.
fn feed(blocks: &mut [Block], mut index: usize, apart: bool) -> usize {
    let (mut timed, mut headed, mut after_time) = (false, false, false);
    while let Some(block) = blocks.get_mut(index) {
        let is_time = is_time_of_day(&block.line.text);
        // What stands right below a time is the item's headline, also where it ends like a sentence.
        let dated = std::mem::replace(&mut after_time, is_time);
        if block.role == Role::Furniture {
            headed = false;
        } else if is_time {
            (timed, headed) = (true, true);
            block.set_furniture(FEED);
        } else if block.role == Role::Byline || (block.shape == Shape::Fragment || dated) && block.words() <= HEADLINE {
            headed = true;
            block.set_furniture(FEED);
            if !apart {
                return index + 1;
            }
        } else if apart && (!block.line.apart || timed && headed) {
            headed = false;
            block.set_furniture(FEED);
        } else {
            break;
        }
        index += 1;
    }
    index
}

/// A headline with its summary glued to it, and furniture glued to both, amid paragraphs that stand apart: the box of
/// another article.
fn teasers(blocks: &mut [Block], first: usize) {
    let mut start = first + 1;
    while start < blocks.len() {
        let end = (start + 1..blocks.len()).find(|&i| blocks[i].line.apart).unwrap_or(blocks.len());
        let group = &blocks[start..end];
        let headed = group[0].is_body(Shape::Fragment) && (4..=HEADLINE).contains(&group[0].words());
        let summary = group.iter().skip(1).take_while(|block| block.is_body(Shape::Prose)).count();
        let boxed = group.get(1 + summary).is_some_and(|block| block.role == Role::Furniture);
        if headed && (1..=3).contains(&summary) && boxed {
            blocks[start..=start + summary].iter_mut().for_each(|block| block.set_furniture(TEASER));
        }
        start = end;
    }
}

/// Short lines between paragraphs that are no sentences are headings.
fn headings(blocks: &mut [Block], first: usize) {
    let mut next_is_prose = false;
    for block in blocks.iter_mut().skip(first).rev() {
        let bullet = block.line.text.starts_with(['-', '•', '*', '–', '·']);
        let capital = block.line.text.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
        if block.is_body(Shape::Fragment) && next_is_prose && block.words() <= 14 && capital && !bullet {
            block.role = Role::Heading;
        }
        if block.role == Role::Body || block.role == Role::Heading {
            next_is_prose = block.shape == Shape::Prose || block.role == Role::Heading && next_is_prose;
        }
    }
}

/// Short lines after the last paragraph of the report belong to the page.
fn tail(blocks: &mut [Block], first: usize) {
    let Some(last) = blocks.iter().rposition(|block| block.is_body(Shape::Prose)).filter(|&last| last >= first) else {
        return;
    };
    let clean = blocks.iter().all(|block| block.role != Role::Furniture);
    let end = blocks.len();
    for (index, block) in blocks.iter_mut().enumerate().skip(last + 1) {
        // The last line of a report without a page around it: "NPA", "Northern Press".
        let agency = index + 1 == end && clean && credits::closes(&block.line.text);
        if agency && block.role != Role::Credit {
            block.role = Role::Credit;
            continue;
        }
        let short = block.words() <= 14 && (block.role == Role::Heading || block.is_body(Shape::Fragment));
        if short && let Some(author) = masthead::author_line(&block.line.text) {
            block.role = Role::Byline;
            block.masthead.authors.push(author);
        } else if short {
            block.set_furniture(SCRAP);
        }
    }
}

/// Paragraphs after the closing credit that add no name, no number and hardly a word to what stands above it.
fn summaries(blocks: &mut [Block]) {
    let Some(credit) = blocks.iter().rposition(|block| block.role == Role::Credit) else { return };
    let said: BTreeSet<String> = model::order::gather(
        blocks[..credit].iter().filter(|b| b.role == Role::Body).flat_map(|b| stems(&b.line.text)),
    );
    if blocks[..credit].iter().filter(|block| block.is_body(Shape::Prose)).count() < 3 {
        return;
    }
    for block in blocks[credit + 1..].iter_mut().filter(|block| block.role == Role::Body) {
        let stems: Vec<String> = stems(&block.line.text).collect();
        let known = stems.iter().filter(|stem| said.contains(*stem)).count();
        let names_known = block
            .line
            .text
            .split(|c: char| !c.is_alphanumeric())
            .skip(1)
            .filter(|word| word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()))
            .all(|word| said.contains(&stem(word)));
        if names_known && known * 2 >= stems.len() {
            block.set_furniture(SUMMARY);
        }
    }
}

/// The words that carry content, cut to what their inflections share.
fn stems(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() >= 4).map(stem)
}

fn stem(word: &str) -> String {
    word.to_lowercase().chars().take(5).collect()
}
