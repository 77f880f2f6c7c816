//! Days that a line names, for date lines and bylines.

use std::ops::Range;

use model::{
    Day,
    calendar::{month, weekday},
};

/// A day of the calendar as a line names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::clean) struct Named {
    pub(in crate::clean) year: Option<i32>,
    pub(in crate::clean) month: u32,
    pub(in crate::clean) day: u32,
    /// 0 is Monday.
    pub(in crate::clean) weekday: Option<u32>,
}

impl Named {
    /// The day, where the year is named and the calendar has it.
    pub(in crate::clean) fn day(self) -> Option<Day> {
        Day::new(self.year?, self.month, self.day)
    }

    /// Whether it is a day of `year` that falls on the weekday that was named.
    pub(in crate::clean) fn fits(self, year: i32) -> bool {
        Day::new(year, self.month, self.day)
            .is_some_and(|day| self.weekday.is_none_or(|weekday| day.weekday() == weekday))
    }
}

/// A word of a line, in bytes.
type Token = Range<usize>;

/// The days that `text` names, with their bytes, in order.
pub(in crate::clean) fn find(text: &str) -> Vec<(Named, Range<usize>)> {
    let tokens = tokens(text);
    let mut found = Vec::new();
    let mut index = 0;
    while index < tokens.len() {
        let Some((mut named, first, next)) = read(text, &tokens, index) else {
            index += 1;
            continue;
        };
        let mut start = tokens[first].start;
        if let Some(before) = first.checked_sub(1)
            && let Some(weekday) = weekday(&text[tokens[before].clone()])
        {
            named.weekday = Some(weekday);
            start = tokens[before].start;
        }
        found.push((named, start..tokens[next - 1].end));
        index = next;
    }
    found
}

fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices() {
        match (c.is_alphanumeric(), start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                tokens.push(from..at);
                start = None;
            }
            _ => {}
        }
    }
    tokens.extend(start.map(|from| from..text.len()));
    tokens
}

/// A day that begins at token `index`: its first token and one past its last.
fn read(text: &str, tokens: &[Token], index: usize) -> Option<(Named, usize, usize)> {
    let word = |i: usize| tokens.get(i).map_or("", |token| &text[token.clone()]);
    let between = |i: usize| tokens.get(i + 1).map_or("", |next| &text[tokens[i].end..next.start]);
    let named = |year, month, day| Named { year, month, day, weekday: None };
    let number = |i: usize| word(i).parse::<u32>().ok();
    if word(index).len() == 4
        && let (Some(year), Some(month), Some(day)) = (number(index), number(index + 1), number(index + 2))
        && matches!(between(index), "-" | "/" | ".")
        && between(index) == between(index + 1)
        && Day::new(year as i32, month, day).is_some()
    {
        return Some((named(Some(year as i32), month, day), index, index + 3));
    }
    if let Some(month) = month(word(index))
        && let Some(day) = day_of_month(word(index + 1))
        && matches!(between(index), " " | ". ")
    {
        let year = year(word(index + 2)).filter(|_| matches!(between(index + 1), " " | ", " | " , "));
        return Some((named(year, month, day), index, index + 2 + usize::from(year.is_some())));
    }
    if let Some(day) = day_of_month(word(index))
        && matches!(between(index), " " | ". " | " of " | "-")
        && let Some(month) = month(word(index + 1))
    {
        let year = year(word(index + 2)).filter(|_| matches!(between(index + 1), " " | ", " | ". " | "-"));
        return Some((named(year, month, day), index, index + 2 + usize::from(year.is_some())));
    }
    numeric(text, tokens, index).map(|named| (named, index, index + 3))
}

/// `31.12.2024` and `31/12/2024`; where day and month could change places there is no telling, and no day.
fn numeric(text: &str, tokens: &[Token], index: usize) -> Option<Named> {
    let word = |i: usize| tokens.get(i).map(|token| &text[token.clone()]);
    let mark = text[tokens[index].end..tokens.get(index + 1)?.start].trim();
    if !matches!(mark, "." | "/") || text[tokens[index + 1].end..tokens.get(index + 2)?.start].trim() != mark {
        return None;
    }
    let (a, b) = (word(index)?.parse::<u32>().ok()?, word(index + 1)?.parse::<u32>().ok()?);
    let year = year(word(index + 2)?)?;
    let (day, month) = match (a, b) {
        (13..=31, 1..=12) => (a, b),
        (1..=12, 13..=31) => (b, a),
        (1..=31, 1..=12) if mark == "." || a == b => (a, b),
        _ => return None,
    };
    Day::new(year, month, day).map(|_| Named { year: Some(year), month, day, weekday: None })
}

fn day_of_month(word: &str) -> Option<u32> {
    let digits = ["st", "nd", "rd", "th"].iter().find_map(|end| word.strip_suffix(end)).unwrap_or(word);
    digits.parse().ok().filter(|day| (1..=31).contains(day) && digits.len() <= 2)
}

fn year(word: &str) -> Option<i32> {
    word.parse().ok().filter(|year| word.len() == 4 && (1000..=2999).contains(year))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(text: &str) -> Vec<String> {
        find(text).into_iter().map(|(n, r)| format!("{:?}-{}-{} {:?}", n.year, n.month, n.day, &text[r])).collect()
    }

    #[test]
    fn the_ways_of_writing_a_day() {
        assert_eq!(days("date 2024-07-14 A headline"), ["Some(2024)-7-14 \"2024-07-14\""]);
        assert_eq!(days("Thursday, 7 November 2024"), ["Some(2024)-11-7 \"Thursday, 7 November 2024\""]);
        assert_eq!(days("January 16, 2024 6:54 AM"), ["Some(2024)-1-16 \"January 16, 2024\""]);
        assert_eq!(days("on Friday, October 11th in"), ["None-10-11 \"Friday, October 11th\""]);
        assert_eq!(days("31.12.2024 and 12/31/2024").len(), 2);
        assert_eq!(days("It was 05/06/2024, or version 1.2.2024x, in May 2024"), Vec::<String>::new());
    }
}
