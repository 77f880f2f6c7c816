//! What the columns of a table hold, by their names, and where those don't tell, by what is in them.

use super::Told;
use super::roles::{Role, role};
use crate::dates::{self, Order};
use crate::found::{Fact, Format, Found, Source, fact, names};
use crate::outlets::is_one_house;
use crate::page::{flatten, outlet_of};
use crate::reader::Parts;
use crate::trouble::Unread;
use crate::words;

/// Which column holds what.
#[derive(Debug)]
pub(crate) struct Columns {
    roles: Vec<Option<Role>>,
    names: Vec<String>,
    /// The text was found by its length, not by a name.
    guessed: bool,
    /// In which order the dates in figures are written.
    order: Order,
}

impl Columns {
    /// Finds what the columns hold: by what a person says of them, by their names, by what is in them.
    ///
    /// # Errors
    /// A person names a column of this very file that it has not.
    pub(crate) fn find(names: &[String], rows: &[Vec<String>], told: &Told) -> Result<Self, Unread> {
        let mut roles: Vec<Option<Role>> = vec![None; names.len()];
        for (role, name) in told.roles() {
            match Told::at(name, names) {
                Some(at) => roles[at] = Some(role),
                None if told.file.is_empty() => {}
                None => {
                    let own: Vec<String> =
                        names.iter().take(20).map(|name| format!("\"{}\"", words::one_line(name))).collect();
                    return Err(Unread::Told(format!(
                        "has no column \"{name}\", which corpus.toml names, but {}",
                        own.join(", ")
                    )));
                }
            }
        }
        let is_told = roles.contains(&Some(Role::Text));
        for (at, name) in names.iter().enumerate() {
            if roles[at].is_none() {
                roles[at] = role(name).filter(|role| !roles.contains(&Some(*role)));
            }
        }
        let cell = |row: &Vec<String>, at: usize| row.get(at).map_or(0, |cell| cell.chars().count());
        let sample = &rows[..rows.len().min(200)];
        let average = |at: usize| sample.iter().map(|row| cell(row, at)).sum::<usize>() / sample.len().max(1);
        let longest = (0..names.len())
            .filter(|&at| matches!(roles[at], None | Some(Role::Text | Role::Summary)))
            .max_by_key(|&at| (average(at), names.len() - at));
        let mut guessed = false;
        let text = roles.iter().position(|role| *role == Some(Role::Text));
        // A column without words under the name of the text is none: a longer one is.
        if let Some(at) = longest.filter(|&at| {
            !is_told
                && average(at) >= 80
                && text.map_or(roles[at] != Some(Role::Summary), |text| average(text) * 4 < average(at))
        }) {
            if let Some(text) = text {
                roles[text] = None;
            }
            guessed = roles[at] != Some(Role::Text);
            roles[at] = Some(Role::Text);
        }
        let seems = |at: usize, is: &dyn Fn(&str) -> bool| {
            let filled: Vec<&str> = sample
                .iter()
                .filter_map(|row| row.get(at))
                .map(|cell| cell.trim())
                .filter(|cell| !cell.is_empty())
                .collect();
            !filled.is_empty() && filled.iter().filter(|cell| is(cell)).count() * 10 >= filled.len() * 8
        };
        for (role, is) in [
            (
                Role::Url,
                &(|cell: &str| cell.starts_with("http://") || cell.starts_with("https://")) as &dyn Fn(&str) -> bool,
            ),
            (Role::Date, &|cell: &str| cell.len() < 40 && dates::only(cell).is_some()),
        ] {
            if !roles.contains(&Some(role)) {
                let at = (0..names.len()).find(|&at| roles[at].is_none() && seems(at, is));
                if let Some(at) = at {
                    roles[at] = Some(role);
                }
            }
        }
        let date = roles.iter().position(|role| *role == Some(Role::Date));
        let order = Order::of_column(rows.iter().filter_map(|row| row.get(date?)).map(String::as_str));
        Ok(Self { roles, names: names.to_vec(), guessed, order })
    }

    fn get<'a>(&self, role: Role, row: &'a [String]) -> Option<(&str, &'a str)> {
        let at = self.roles.iter().position(|found| *found == Some(role))?;
        let cell = row.get(at)?.trim();
        (!cell.is_empty()).then(|| (self.names.get(at).map_or("", String::as_str), cell))
    }

    /// The reports of the rows; `place` names where a row stands.
    pub(crate) fn reports(&self, format: Format, rows: &[Vec<String>], place: impl Fn(usize) -> String) -> Parts {
        if !self.roles.contains(&Some(Role::Text)) && !self.roles.contains(&Some(Role::Summary)) {
            return Err(Unread::Columns);
        }
        Ok(rows.iter().enumerate().map(|(at, row)| (place(at), self.report(format, row))).collect())
    }

    fn report(&self, format: Format, row: &[String]) -> Found {
        let column = |name: &str| format!("column \"{name}\"");
        let text_of = |cell: &str| {
            let marked = ["</p>", "<br", "<p>", "</div>", "<P>"].iter().any(|tag| cell.contains(tag));
            if marked { flatten::text(cell) } else { crate::blocks::text(&crate::blocks::of_lines(cell)) }
        };
        let mut found = Found::new(format, "");
        match (self.get(Role::Text, row), self.get(Role::Summary, row)) {
            (Some((name, text)), summary) => {
                found.text = text_of(text);
                if self.guessed {
                    found.notes.push(format!("text taken from the longest column, \"{name}\""));
                }
                // NewsAPI cuts texts and says by how much.
                if text.ends_with(" chars]") {
                    found.notes.push("the table has the beginning of the text only".to_owned());
                    found.text = found.text.rsplit_once("[+").map_or("", |(text, _)| text.trim_end()).to_owned();
                    if let Some((_, summary)) = summary.filter(|(_, summary)| summary.len() > text.len()) {
                        found.text = text_of(summary);
                    }
                }
            }
            (None, Some((name, summary))) => {
                found.text = text_of(summary);
                found.notes.push(format!("the table has no text but column \"{name}\""));
            }
            (None, None) => {}
        }
        found.title = self.get(Role::Title, row).and_then(|(name, title)| fact(&column(name), Some(title.to_owned())));
        found.url = self
            .get(Role::Url, row)
            .filter(|(_, url)| url.starts_with("http"))
            .and_then(|(name, url)| fact(&column(name), Some(url.to_owned())));
        found.outlet =
            self.get(Role::Outlet, row).and_then(|(name, outlet)| fact(&column(name), Some(outlet.to_owned())));
        if found.outlet.as_ref().is_some_and(|outlet| outlet.value.starts_with("http")) {
            found.outlet = found.outlet.and_then(|outlet| outlet_of(&outlet.value));
        }
        found.outlet = found.outlet.or_else(|| found.url.as_ref().and_then(|url| outlet_of(&url.value)));
        // "Crane falls - The Courier", as some name the house behind each headline.
        if let (Some(title), Some(outlet)) = (&mut found.title, &found.outlet)
            && let Some((head, tail)) = title.value.rsplit_once(" - ")
            && is_one_house(tail, &outlet.value)
            && !head.trim().is_empty()
        {
            title.value = head.trim().to_owned();
        }
        found.authors = self.get(Role::Author, row).and_then(|(name, line)| {
            let list = words::authors(line);
            names(
                &column(name),
                if list.is_empty() && line.chars().count() < 60 { vec![line.to_owned()] } else { list },
            )
        });
        found.published = self.get(Role::Date, row).and_then(|(name, cell)| {
            let number = cell.parse::<i64>().ok().filter(|number| *number > 100_000_000);
            let when = number.and_then(dates::stamp).or_else(|| dates::read(cell, self.order))?;
            Some(Fact { value: when, source: Source::Field(column(name)) })
        });
        found.language = self.get(Role::Language, row).and_then(|(_, tag)| {
            let tag = tag.to_lowercase();
            let short = (2..=8).contains(&tag.len()) && tag.chars().all(|c| c.is_ascii_alphabetic() || c == '-');
            short.then_some(tag)
        });
        found
    }
}
