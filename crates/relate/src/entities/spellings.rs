//! Names that are spelled in two ways, of one person: "Cho Min Su" and "Cho Min Soo", "Tom Lind" and "Thomas Lind".

use std::collections::{BTreeMap, BTreeSet};

use model::{EntityKind, names::same_given};

use super::tallies::{Groups, Tally, key, kind};
use crate::ground::reports::Reports;
use crate::ground::words::{fold, words};

/// What the texts call those whom a name means, by its key: each description in small letters, a word an item.
pub(super) type Offices = BTreeMap<String, BTreeSet<Vec<String>>>;

/// Letters of a word of which another may be a way to write it, at least; and so many where nothing else has to say so.
const SPELLED: usize = 3;
const LONG: usize = 6;

/// Gathers what the texts call each name.
pub(super) fn offices(reports: &Reports<'_>) -> Offices {
    let mut offices = Offices::new();
    for (document, report) in reports.documents.iter().enumerate() {
        for description in &report.descriptions {
            let text = reports.cut(document as u32, description.span);
            let all = words(text).iter().map(|word| fold(word.text).replace('.', "")).collect::<Vec<_>>();
            let office: Vec<String> = all.into_iter().filter(|word| !word.is_empty()).collect();
            if !office.is_empty() {
                offices.entry(key(&description.name)).or_default().insert(office);
            }
        }
    }
    offices
}

/// Joins names that differ in one letter of one word, or in a given name that is short for the other, where it is certain
/// that they are one person's: no document has both, and both are called the same, or nobody else bears the family name, or the letter
/// is one within a long word.
pub(super) fn join(tallies: &BTreeMap<String, Tally>, offices: &Offices, groups: &mut Groups) {
    let mut by_family: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for name in tallies
        .iter()
        .filter(|(name, tally)| name.contains(' ') && kind(tally) == EntityKind::Person)
        .map(|(name, _)| name)
    {
        let parts: Vec<&str> = name.split(' ').collect();
        let ends: BTreeSet<&str> = model::order::gather([parts[0], parts[parts.len() - 1]]);
        for family in ends {
            by_family.entry(family).or_default().push(name);
        }
    }
    for (family, names) in &by_family {
        // Few bear one family name; more than these are no longer told apart by it.
        const MOST: usize = 24;
        if names.len() > MOST {
            continue;
        }
        for (at, a) in names.iter().enumerate() {
            for b in &names[at + 1..] {
                let (Some(one), Some(other)) = (tallies.get(*a), tallies.get(*b)) else { continue };
                let together = one.documents.intersection(&other.documents).next().is_some();
                if groups.root(a) == groups.root(b) || together {
                    continue;
                }
                let office = |least: usize| share(offices, a, b, least);
                let alone = || {
                    let roots: BTreeSet<String> = model::order::gather(names.iter().map(|name| groups.root(name)));
                    roots.len() == 2
                };
                let last = a.rsplit(' ').next() == Some(family) && b.rsplit(' ').next() == Some(family);
                if spelled_alike(a, b) && (office(2) || is_slip(a, b))
                    || last && given_alike(a, b) && (office(1) || alone())
                {
                    let (less, more) = if one.documents.len() < other.documents.len() { (a, b) } else { (b, a) };
                    groups.join(less, more);
                }
            }
        }
    }
}

/// The one of several names that is called as a shorter one is: "President Lind" is Karl Lind, whom the texts call
/// "President", and not Mona Lind.
pub(super) fn called_alike<'a>(offices: &Offices, short: &str, names: &[&'a str]) -> Option<&'a str> {
    let head = |name: &str| -> BTreeSet<&str> {
        let own = offices.get(name).into_iter().flatten();
        model::order::gather(own.filter_map(|office| office.last()).map(String::as_str))
    };
    let wanted = head(short);
    let mut fitting = names.iter().filter(|name| head(name).intersection(&wanted).next().is_some());
    fitting.next().copied().filter(|_| fitting.next().is_none())
}

/// Whether two names are called the same somewhere, in as many words as `least` or more: one description is the other, or
/// its end.
fn share(offices: &Offices, a: &str, b: &str, least: usize) -> bool {
    let (Some(one), Some(other)) = (offices.get(a), offices.get(b)) else { return false };
    one.iter().any(|x| {
        other.iter().any(|y| {
            let (short, long) = if x.len() < y.len() { (x, y) } else { (y, x) };
            short.len() >= least && long.ends_with(short)
        })
    })
}

/// How a word sounds whose letters stand for those of another script: "Lindaghi" and "Lindaqi", "Youssef" and "Yusef".
fn sounds(word: &str) -> String {
    let mut sound = word.to_owned();
    for (written, heard) in
        [("gh", "k"), ("kh", "k"), ("q", "k"), ("ph", "f"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("y", "i")]
    {
        sound = sound.replace(written, heard);
    }
    let mut letters: Vec<char> = sound.chars().collect();
    letters.dedup();
    letters.into_iter().collect()
}

/// Whether all words of two names are the same but one, which differs in one letter, or is written in another way.
fn spelled_alike(a: &str, b: &str) -> bool {
    let (a, b): (Vec<&str>, Vec<&str>) = (a.split(' ').collect(), b.split(' ').collect());
    let mut others = a.iter().zip(&b).filter(|(x, y)| x != y);
    let Some((x, y)) = others.next().filter(|_| a.len() == b.len() && a.len() > 1) else { return false };
    let long = |least: usize| x.chars().count().min(y.chars().count()) >= least;
    others.next().is_none() && (long(SPELLED) && one_letter(x, y) || long(LONG) && sounds(x) == sounds(y))
}

/// Whether names that are spelled alike differ within one long word, of which the first and the last letters are the same: "Anna
/// Lindqvist" and "Anna Lindqwist", but not "Daniel" and "Daniela", "Robert" and "Roberts".
fn is_slip(a: &str, b: &str) -> bool {
    let differ = a.split(' ').zip(b.split(' ')).find(|(x, y)| x != y);
    differ.is_some_and(|(x, y)| {
        let ends = |word: &str| word.chars().next().zip(word.chars().last());
        x.chars().count().min(y.chars().count()) >= LONG && ends(x) == ends(y)
    })
}

/// Whether one word becomes the other by one letter changed, added or left out.
fn one_letter(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let same = short.iter().zip(&long).take_while(|(x, y)| x == y).count();
    match long.len() - short.len() {
        0 => short[same..].iter().skip(1).eq(long[same..].iter().skip(1)),
        1 => short[same..] == long[same + 1..],
        _ => false,
    }
}

/// Whether the given names of two names are one, or one short for the other, and what stands between does not differ.
fn given_alike(a: &str, b: &str) -> bool {
    let (a, b): (Vec<&str>, Vec<&str>) = (a.split(' ').collect(), b.split(' ').collect());
    let middle = |name: &[&str]| name[1..name.len() - 1].join(" ");
    let (one, two) = (middle(&a), middle(&b));
    a[0] != b[0] && same_given(a[0], b[0]) && (one.is_empty() || two.is_empty() || one == two)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_letter_makes_another_spelling() {
        assert!(one_letter("sun", "son") && one_letter("lind", "lindt") && !one_letter("sun", "sonn"));
        assert!(spelled_alike("cho sun hui", "cho son hui") && spelled_alike("anna lindt", "anna lind"));
        assert!(!spelled_alike("cho sun hui", "cho min hui") && !spelled_alike("anna lind", "mona lund"));
        assert!(!spelled_alike("anna lind", "anna maria lind"));
        assert!(spelled_alike("anna lindaghi", "anna lindaqi") && !spelled_alike("anna lindaghi", "anna lindani"));
    }

    #[test]
    fn a_letter_within_a_long_word_is_a_slip() {
        assert!(is_slip("anna lindqvist", "anna lindqwist") && is_slip("fredericka berg", "federicka berg"));
        assert!(!is_slip("daniel berg", "daniela berg") && !is_slip("anna lind", "anna lund"));
    }

    #[test]
    fn given_names_that_are_short_for_each_other_are_alike() {
        assert!(given_alike("tom lind", "thomas lind") && given_alike("tom lind", "thomas k lind"));
        assert!(!given_alike("tom j lind", "thomas k lind") && !given_alike("tom lind", "robert lind"));
    }
}
