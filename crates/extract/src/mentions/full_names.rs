//! The full name that each short form stands for: one person, one name.

use std::{
    cell::RefCell,
    collections::{BTreeMap, BTreeSet},
};

use model::{EntityKind, names::same_given};

use crate::{
    mentions::{
        firms::{Firm, Firms},
        gazetteer,
        given_names::{self, Bearer},
        names::{self, Name},
        parts, titles,
    },
    prose::Prose,
    words::Words,
};

/// The names of a document, and what ties them together.
struct Ties<'a> {
    words: &'a Words<'a>,
    names: &'a [Name],
    texts: &'a [String],
    /// The names of people of more than one word, each once, in the order in which they are first named.
    people: Vec<Person>,
    /// Where each name stands that may be short for another.
    short: BTreeMap<String, Vec<usize>>,
    /// Which short forms have been found to stand for somebody else too, by the form and where the person is first named.
    shadowed: RefCell<BTreeMap<(String, usize), bool>>,
    /// The firms that bear a family name.
    firms: Firms,
}

/// Somebody whose name is given in full.
struct Person {
    /// The fullest form of the name.
    full: String,
    /// Indices of the names that give it.
    at: Vec<usize>,
    /// The titles that stand before it somewhere, lower-cased.
    titles: BTreeSet<String>,
    bearer: Option<Bearer>,
}

/// How often letters can stand by themselves before the name that they are short for.
const ALONE: usize = 3;

/// The full name that each name stands for: "Berg" and "Mr. Berg" for "Anna Berg", "IEA" for the name whose initials
/// it is. A short form that fits several people stays as it is, unless a title or the names themselves tell whose it is.
pub(super) fn find(prose: &Prose<'_>, names: &[Name]) -> Vec<String> {
    let words = &prose.words;
    let texts: Vec<String> = names.iter().map(|name| names::text_of(words, name.words.clone())).collect();
    let kinds = super::kinds_of(prose, names, texts.iter().map(String::as_str));
    let people = people(words, names, &texts, |text| kinds.get(text) == Some(&EntityKind::Person));
    let mut short: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (index, text) in texts.iter().enumerate().filter(|&(index, _)| names[index].words.len() <= 3) {
        short.entry(folded(text)).or_default().push(index);
    }
    let firms = Firms::read(words, names, &texts);
    let ties = Ties { words, names, texts: &texts, people, short, shadowed: RefCell::default(), firms };
    let by_key = ties.keys();
    let things = ties.keys_of_others(|text| kinds.get(text).copied().unwrap_or(EntityKind::Other));
    let owner: BTreeMap<usize, usize> = model::order::gather(
        ties.people.iter().enumerate().flat_map(|(number, p)| p.at.iter().map(move |&index| (index, number))),
    );
    let mut full = Vec::with_capacity(names.len());
    for (index, name) in names.iter().enumerate() {
        let text = &texts[index];
        let chosen = match owner.get(&index) {
            Some(&person) => Some(ties.people[person].full.clone()),
            None => by_key
                .get(&folded(text))
                .filter(|_| may_be_short(text, name, words))
                .and_then(|candidates| ties.choose(index, candidates))
                .or_else(|| ties.initials_of(index, &things)),
        };
        full.push(chosen.unwrap_or_else(|| text.clone()));
    }
    full
}

/// What short forms are compared by: in small letters, one kind of apostrophe.
fn folded(text: &str) -> String {
    text.to_lowercase().replace('’', "'")
}

fn may_be_short(text: &str, name: &Name, words: &Words<'_>) -> bool {
    let lower = words.lower(name.words.start);
    let common = name.words.len() == 1
        && (gazetteer::names_organisation(lower) || gazetteer::names_place(lower) || titles::is_title(lower));
    // "in Kent", "Kent police": a town, whoever else is called so by a given name.
    let before = name.words.start.checked_sub(1).map_or("", |at| words.lower(at));
    let next = words.lower(name.words.end);
    let town = name.words.len() == 1
        && name.title.is_empty()
        && given_names::bearer(lower).is_some()
        && (matches!(before, "in" | "near" | "outside" | "around") && next != "'s"
            || matches!(next, "police" | "officials" | "residents" | "authorities" | "officers"));
    if town {
        return false;
    }
    // Short capitals are an abbreviation sooner than somebody's name.
    let abbreviation = name.words.len() == 1 && text.len() <= 4 && text.chars().all(char::is_uppercase);
    !common && !abbreviation && !gazetteer::is_place(text)
}

/// The people who are named in full, forms of one name taken together: "Jon Holm" and "Jonathan P. Holm".
fn people(words: &Words<'_>, names: &[Name], texts: &[String], is_person: impl Fn(&str) -> bool) -> Vec<Person> {
    let mut found: Vec<Person> = Vec::new();
    // By the last word, so that many names stay cheap to compare.
    let mut by_last: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (index, name) in names.iter().enumerate() {
        let core = name.words.start..parts::core_end(words, &name.words);
        if core.len() < 2 || !is_person(&texts[index]) {
            continue;
        }
        // "Van der Berg": a family name alone.
        if names::is_particle(words.lower(core.start)) && given_names::bearer(words.lower(core.start)).is_none() {
            continue;
        }
        let text = &texts[index];
        let list = by_last.entry(folded(words.text(core.end - 1))).or_default();
        let first = words.lower(core.start);
        let same = list.iter().copied().find(|&known| {
            let other: Vec<String> = found[known].full.split(' ').map(folded).collect();
            let own: Vec<String> = text.split(' ').map(folded).collect();
            same_person(&other, &own)
        });
        let at = match same {
            Some(known) => {
                if text.split(' ').count() > found[known].full.split(' ').count() {
                    found[known].full = text.clone();
                }
                known
            }
            None => {
                list.push(found.len());
                let bearer = given_names::bearer(first);
                found.push(Person { full: text.clone(), at: Vec::new(), titles: BTreeSet::new(), bearer });
                found.len() - 1
            }
        };
        found[at].at.push(index);
        for title in name.title.clone().map(|at| words.lower(at)).filter(|title| titles::is_title(title)) {
            found[at].titles.insert(title.to_owned());
        }
    }
    found
}

/// Whether two names with one last word are one person's, `a` having been named first: given names that are the same, or
/// short for each other, no middle names that differ, and no "Jr." behind the second alone.
fn same_person(a: &[String], b: &[String]) -> bool {
    let suffix = |name: &[String]| name.last().is_some_and(|last| parts::is_suffix(last));
    if suffix(b) && !suffix(a) {
        return false;
    }
    let bare =
        |name: &[String]| -> Vec<String> { name.iter().filter(|word| !parts::is_suffix(word)).cloned().collect() };
    let (a, b) = (bare(a), bare(b));
    let (Some(first), Some(other)) = (a.first(), b.first()) else { return false };
    let initial = |short: &str, long: &str| {
        short.trim_end_matches('.').chars().count() == 1 && long.starts_with(short.trim_end_matches('.'))
    };
    if !same_given(first, other) && !initial(first, other) && !initial(other, first) {
        return false;
    }
    let middle = |name: &[String]| -> Vec<char> {
        let inner = name.get(1..name.len().saturating_sub(1)).unwrap_or_default();
        inner
            .iter()
            .filter(|word| word.starts_with(char::is_alphabetic))
            .filter_map(|word| word.chars().next())
            .collect()
    };
    let (one, two) = (middle(&a), middle(&b));
    one.is_empty() || two.is_empty() || one == two
}

impl Ties<'_> {
    /// The people whom each short form can stand for, by the form: the ends of their names, a given name, a family name
    /// that stands first.
    fn keys(&self) -> BTreeMap<String, Vec<usize>> {
        let mut keys: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (number, person) in self.people.iter().enumerate() {
            let mut own = BTreeSet::new();
            for &index in &person.at {
                let name = &self.names[index].words;
                let core = name.start..parts::core_end(self.words, name);
                for from in core.start + 1..core.end {
                    own.insert(folded(&names::text_of(self.words, from..core.end)));
                    own.insert(folded(&names::text_of(self.words, from..name.end)));
                }
                let first = self.words.lower(core.start);
                if given_names::bearer(first).is_some() || given_names::stands_first(first) {
                    own.insert(folded(first));
                }
            }
            for key in own {
                keys.entry(key).or_default().push(number);
            }
        }
        keys
    }

    /// The initials of longer names of no person, and the last word of what is named with a kind of thing first
    /// ("Storm Anna"), to where they are named.
    fn keys_of_others(&self, kind: impl Fn(&str) -> EntityKind) -> BTreeMap<String, Vec<usize>> {
        let mut keys: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (index, name) in self.names.iter().enumerate().filter(|(_, name)| name.words.len() > 1) {
            let text = &self.texts[index];
            if kind(text) == EntityKind::Person {
                continue;
            }
            let mut own: BTreeSet<String> = model::order::gather(initials(text));
            if matches!(self.words.lower(name.words.start), "hurricane" | "storm" | "typhoon" | "cyclone" | "tropical")
            {
                own.insert(self.words.text(name.words.end - 1).to_owned());
            }
            for key in own {
                keys.entry(key).or_default().push(index);
            }
        }
        keys
    }

    /// The name whose initials the name at `index` is: the one named last before it, else the first behind it, unless the
    /// letters have stood by themselves so often by then that readers are taken to know them.
    fn initials_of(&self, index: usize, keys: &BTreeMap<String, Vec<usize>>) -> Option<String> {
        let name = &self.names[index];
        let text = &self.texts[index];
        if name.words.len() != 1 || gazetteer::is_place(text) {
            return None;
        }
        let bare = text.replace('.', "");
        let list = keys.get(text).or_else(|| keys.get(&bare).filter(|_| bare.len() > 1))?;
        let before = list.partition_point(|&other| other < index);
        let alone = |first: usize| self.texts[..first].iter().filter(|known| *known == text).count() <= ALONE;
        let other = list.get(before.wrapping_sub(1)).or_else(|| list.get(before)).filter(|_| alone(list[0]))?;
        Some(self.texts[*other].clone())
    }

    /// Whom a short form stands for, of those whom it can: those named before it come first, a title rules people out,
    /// and of several the one whom the text names in full at least twice as often as any other.
    fn choose(&self, index: usize, candidates: &[usize]) -> Option<String> {
        let name = &self.names[index];
        // "Holm said it plans to sell": the firm that bears the name of the man.
        match self.firms.of(self.words, name) {
            Some(Firm::Itself(full)) => return Some(full),
            Some(Firm::Either) => return None,
            None => {}
        }
        let fits = |person: &Person| self.fits(name, person);
        let first = |person: &Person| person.at.first().copied().unwrap_or(usize::MAX);
        let fitting: Vec<&Person> = candidates.iter().map(|&number| &self.people[number]).filter(|p| fits(p)).collect();
        let before: Vec<&Person> = fitting.iter().copied().filter(|person| first(person) < index).collect();
        let office = self.office(name);
        if before.is_empty() {
            // A title that the full name never has speaks of somebody else.
            let [only] = fitting.as_slice() else { return None };
            return (office.is_empty() || office.iter().any(|title| only.titles.contains(title)))
                .then(|| only.full.clone());
        }
        if let [only] = before.as_slice() {
            let key = folded(&self.texts[index]);
            let addressed = name.title.clone().any(|at| woman(self.words.lower(at)).is_some());
            return (addressed || !self.is_shadowed(key, only)).then(|| only.full.clone());
        }
        // "President Berg" of two of that name is the one who has been given the title.
        let titled: Vec<&&Person> =
            before.iter().filter(|person| office.iter().any(|title| person.titles.contains(title))).collect();
        if let [only] = titled.as_slice() {
            return Some(only.full.clone());
        }
        let mut counts: Vec<(usize, &Person)> =
            before.iter().map(|person| (person.at.partition_point(|&at| at < index), *person)).collect();
        model::order::sort_by_key(&mut counts, |&(count, person)| (std::cmp::Reverse(count), first(person)));
        let (most, person) = counts[0];
        (most >= 2 * counts[1].0).then(|| person.full.clone())
    }

    /// Whether a short form stands for somebody else of that name too: with an office before the person is named, that
    /// the person is never given, or with an address that does not fit.
    fn is_shadowed(&self, key: String, person: &Person) -> bool {
        let first = person.at.first().copied().unwrap_or(usize::MAX);
        let short = self.short.get(&key);
        *self.shadowed.borrow_mut().entry((key, first)).or_insert_with(|| {
            short.into_iter().flatten().any(|&index| {
                let name = &self.names[index];
                let office = self.office(name);
                let another = !office.is_empty() && !office.iter().any(|title| person.titles.contains(title));
                index < first && another || !self.fits(name, person)
            })
        })
    }

    /// Whether an address before a short form ("Ms.") does not speak against a person.
    fn fits(&self, name: &Name, person: &Person) -> bool {
        let address = name.title.clone().map(|at| self.words.lower(at)).find_map(woman);
        match (address, person.bearer) {
            (Some(woman), Some(Bearer::Woman)) => woman,
            (Some(woman), Some(Bearer::Man)) => !woman,
            _ => true,
        }
    }

    /// The titles before a name that say what its bearer is.
    fn office(&self, name: &Name) -> Vec<String> {
        let titles = name.title.clone().map(|at| self.words.lower(at));
        titles.filter(|lower| titles::is_title(lower) && !titles::is_address(lower)).map(str::to_owned).collect()
    }
}

/// Whether a form of address is one of women; `None` where it does not tell.
pub(crate) fn woman(lower: &str) -> Option<bool> {
    match lower.trim_end_matches('.') {
        "mr" | "sir" | "lord" | "king" | "prince" | "congressman" | "councilman" | "spokesman" | "chairman"
        | "businessman" | "actor" | "monsieur" | "herr" | "father" | "brother" | "policeman" | "assemblyman"
        | "man" | "boy" | "son" | "husband" | "dad" | "uncle" | "nephew" | "boyfriend" | "grandfather"
        | "gentleman" | "stepfather" | "male" => Some(false),
        "mrs" | "ms" | "miss" | "lady" | "dame" | "queen" | "princess" | "congresswoman" | "councilwoman"
        | "spokeswoman" | "chairwoman" | "businesswoman" | "actress" | "madame" | "madam" | "frau" | "sister"
        | "policewoman" | "assemblywoman" | "woman" | "girl" | "daughter" | "wife" | "mother" | "mom" | "aunt"
        | "niece" | "girlfriend" | "grandmother" | "stepmother" | "widow" | "female" => Some(true),
        _ => None,
    }
}

/// The capitals of a name's capitalised words, where there are two or more.
fn initials(text: &str) -> Option<String> {
    let words = text.split([' ', '-']);
    let capitals: String = words.filter_map(|word| word.chars().next()).filter(|c| c.is_uppercase()).collect();
    (capitals.chars().count() > 1).then_some(capitals)
}
