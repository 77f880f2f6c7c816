//! Roles that the text itself ties to a name: "the Iranian president" where it says who that is.

use std::{collections::BTreeMap, ops::Range};

use crate::{
    mentions::{
        names::{self, Name},
        titles,
    },
    prose::Prose,
    tags::Tag,
    words::Words,
};

/// The words of a role at most.
const LONGEST: usize = 6;

/// Finds roles that stand for a person: each role goes to the person whom the text last gave it to.
pub(super) fn find<'a>(
    prose: &Prose<'_>,
    people: impl Iterator<Item = (&'a Name, &'a str)>,
) -> Vec<(Range<usize>, String)> {
    let words = &prose.words;
    // Where, and to whom, each role is given, and whether to nobody else before.
    let mut given: BTreeMap<String, Vec<(usize, &'a str, bool)>> = BTreeMap::new();
    for (name, full) in people {
        for role in roles_of(words, name) {
            let list = given.entry(role).or_default();
            let alone = list.last().is_none_or(|&(_, other, alone)| alone && other == full);
            list.push((name.words.start, full, alone));
        }
    }
    if given.is_empty() {
        return Vec::new();
    }
    let mut found = Vec::new();
    for sentence in &prose.sentences {
        let mut at = sentence.words.start;
        while at < sentence.words.end {
            let role = (words.lower(at) == "the").then(|| role_at(words, at + 1, sentence.words.end, &given)).flatten();
            match role {
                Some((end, name)) => {
                    found.push((at..end, name.to_owned()));
                    at = end;
                }
                None => at += 1,
            }
        }
    }
    found
}

/// The longest role that begins at `from` and was given to somebody before.
fn role_at<'a>(
    words: &Words<'_>,
    from: usize,
    limit: usize,
    given: &BTreeMap<String, Vec<(usize, &'a str, bool)>>,
) -> Option<(usize, &'a str)> {
    (1..=LONGEST).rev().filter(|&length| from + length <= limit).find_map(|length| {
        let end = from + length;
        let list = given.get(&lower(words, from..end))?;
        // "the minister of transport" is another than "the minister"; a name after it is named by itself.
        // "the major funder": what else somebody is.
        let goes_on = words.tag(end) == Tag::Noun && !words.lower(end).ends_with('s');
        if goes_on || matches!(words.lower(end), "of" | "for" | "'s") || words.capitalised(end) && words.spaced(end) {
            return None;
        }
        let before = &list[..list.partition_point(|&(at, _, _)| at < from)];
        // A role that several people have stands for none of them alone.
        let &(_, name, alone) = before.last()?;
        alone.then_some((end, name))
    })
}

/// The roles that the words around a name give it: its title, and what stands in apposition to it.
fn roles_of(words: &Words<'_>, name: &Name) -> Vec<String> {
    let mut roles = Vec::new();
    let mut add = |range: Range<usize>| {
        let mut start = range.start;
        while start < range.end && crate::words::is_one_of(words.lower(start), "the a an former then acting its") {
            start += 1;
        }
        let rest = start..range.end;
        if (1..=LONGEST).contains(&rest.len()) {
            roles.push(lower(words, rest));
        }
    };
    let titled = name.title.clone().any(|at| {
        let lower = words.lower(at);
        titles::is_title(lower)
            && !lower.ends_with('.')
            && !matches!(lower, "mr" | "mrs" | "ms" | "miss" | "dr" | "sir")
    });
    if titled {
        // "Iranian President": the Iranian president, and the president.
        add(name.title.clone());
        let bare = name.title.clone().find(|&at| titles::is_title_part(words.lower(at)));
        if let Some(bare) = bare.filter(|&bare| bare > name.title.start) {
            add(bare..name.title.end);
        }
    }
    if words.text(name.words.end) == "," {
        let from = name.words.end + 1;
        let end = (from..from + LONGEST + 2).find(|&at| matches!(words.text(at), "," | "." | ";" | "—" | "–"));
        if let Some(end) = end
            && is_role(words, from..end)
        {
            add(from..end);
        }
    }
    // "the Iranian president, Anna Berg,"
    if name.title.is_empty() && name.words.start > 1 && words.text(name.words.start - 1) == "," {
        let last = name.words.start - 1;
        let from = (last.saturating_sub(LONGEST + 1)..last).rev().find(|&at| words.lower(at) == "the");
        if let Some(from) = from
            && is_role(words, from..last)
        {
            add(from..last);
        }
    }
    roles
}

/// Whether the words are "the" or "a" and a role that ends in a title.
fn is_role(words: &Words<'_>, range: Range<usize>) -> bool {
    range.len() > 1
        && matches!(words.lower(range.start), "the" | "a" | "an" | "its")
        && titles::is_title(words.lower(range.end - 1))
        && !range.clone().any(|at| matches!(words.text(at), "," | "." | "(" | ")"))
}

fn lower(words: &Words<'_>, range: Range<usize>) -> String {
    names::text_of(words, range).to_lowercase()
}
