//! For whom people speak: an office, an institution or a country that what they are called names.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, PoisonError};

use model::EntityKind;

use crate::entities::{Entities, key_of, part};
use crate::ground::asked::{self, Kind};
use crate::ground::countries;
use crate::ground::maps::Map;
use crate::ground::reports::Reports;
use crate::ground::words::{fold, is_in, words};

/// For whom people speak.
pub(crate) struct Houses {
    /// By index of a person among the entities, the keys of all for whom they may speak, and of the public bodies among
    /// those.
    of: BTreeMap<u32, (BTreeSet<String>, BTreeSet<String>)>,
    /// What was found of names that were asked for: most are, many times.
    asked: Mutex<Map<String, BTreeSet<String>>>,
}

/// Seats and offices that stand for a country's government, beside its capital.
const SEATS: &[(&str, &str)] = &[
    ("white house", "usa"),
    ("pentagon", "usa"),
    ("state department", "usa"),
    ("secretary of state", "usa"),
    ("defense department", "usa"),
    ("department of defense", "usa"),
    ("justice department", "usa"),
    ("obama administration", "usa"),
    ("trump administration", "usa"),
    ("administration", "usa"),
    ("downing street", "britain"),
    ("elysee", "france"),
    ("élysée", "france"),
    ("blue house", "korea"),
];

/// Longer names, in bytes, are whole sentences, which are asked for once.
const NAME: usize = 80;

/// What heads of state and of government are called.
const LEADERS: &str = "president premier chancellor leader king queen minister";

impl Houses {
    pub(crate) fn new(reports: &Reports<'_>, entities: &Entities) -> Self {
        let mut found: BTreeMap<u32, (BTreeSet<String>, BTreeSet<String>)> = BTreeMap::new();
        for (document, report) in reports.documents.iter().enumerate() {
            for description in &report.descriptions {
                let Some(person) = entities.find(&description.name) else { continue };
                let text = reports.cut(document as u32, description.span);
                let (voices, public) = found.entry(person).or_default();
                voices.extend(named(entities, text));
                public.extend(bodies(text));
            }
        }
        Self { of: found, asked: Mutex::default() }
    }

    /// Everybody whose voice it may be that is told as that of `name`: keys of themselves and of those for whom they speak.
    pub(crate) fn voices(&self, entities: &Entities, name: &str) -> BTreeSet<String> {
        asked::note(Kind::Voices, name);
        let known = || self.asked.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(keys) = known().get(name) {
            return keys.clone();
        }
        let keys = asked::within(|| {
            let mut keys = named(entities, name);
            if let Some(entity) = entities.find(name) {
                keys.insert(own(entity));
                keys.extend(self.of.get(&entity).into_iter().flat_map(|(voices, _)| voices).cloned());
            }
            keys
        });
        if name.len() <= NAME {
            known().insert(name.to_owned(), keys.clone());
        }
        keys
    }

    /// The public bodies whose word it may be that is told as that of `name`.
    pub(crate) fn bodies(&self, entities: &Entities, name: &str) -> BTreeSet<String> {
        asked::note(Kind::Bodies, name);
        let mut keys = bodies(name);
        let known = asked::within(|| entities.find(name)).and_then(|entity| self.of.get(&entity));
        keys.extend(known.into_iter().flat_map(|(_, public)| public).cloned());
        keys
    }
}

/// Public bodies that tell the press of crimes and accidents, and which pages name one for another.
const PUBLIC: &str = "police sheriff deputies deputy investigators investigator detectives detective authorities cops \
    troopers trooper prosecutor prosecutors patrol coroner firefighters";

/// The key of a public body that words name.
pub(super) fn bodies(text: &str) -> BTreeSet<String> {
    let public = words(text).iter().any(|w| is_in(PUBLIC, &fold(w.text)));
    model::order::gather(public.then(|| "public".to_owned()))
}

/// The key of an entity.
pub(crate) fn own(entity: u32) -> String {
    format!("={entity}")
}

/// The countries, leaders and institutions that words name.
fn named(entities: &Entities, text: &str) -> BTreeSet<String> {
    let found = words(text);
    let folded: Vec<String> = found.iter().map(|word| fold(word.text)).collect();
    let flat = format!(" {} ", folded.join(" "));
    let countries = folded.iter().filter_map(|word| countries::country(word));
    let mut keys: BTreeSet<String> = model::order::gather(countries.map(|country| format!("@{country}")));
    // "U.S." falls apart into letters.
    if text.contains("U.S.") || text.contains("U.S ") {
        keys.insert("@usa".to_owned());
    }
    let has = |seat: &str| {
        let stands = |at: usize| flat[..at].ends_with(' ') && flat[at + seat.len()..].starts_with(' ');
        flat.match_indices(seat).any(|(at, _)| stands(at))
    };
    keys.extend(SEATS.iter().filter(|(seat, _)| has(seat)).map(|(_, country)| format!("@{country}")));
    keys.extend(folded.iter().filter(|word| is_in(LEADERS, word)).map(|_| "leader".to_owned()));
    // The longest runs of words that are an organisation's name.
    let parts: Vec<String> = found.iter().map(|word| part(word.text)).collect();
    let mut from = 0;
    while from < found.len() {
        let organisation = |to: &usize| {
            let name = &text[found[from].start..found[to - 1].end];
            let parts = &parts[from..*to];
            let entity = entities.find_cut(name, parts).filter(|_| !key_of(parts).is_empty())?;
            matches!(entities.list[entity as usize].kind, EntityKind::Organisation | EntityKind::Other)
                .then_some((entity, *to))
        };
        if !entities.may_begin(&parts[from]) {
            from += 1;
            continue;
        }
        let longest = found.len().min(from + LONGEST);
        match (from + 1..=longest).rev().find_map(|to| organisation(&to)) {
            Some((entity, to)) => {
                keys.insert(own(entity));
                from = to;
            }
            None => from += 1,
        }
    }
    keys
}

/// Words of an organisation's name at most.
const LONGEST: usize = 8;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn public_bodies_are_named_one_for_another() {
        assert!(!bodies("The Corby Sheriff's office told reporters").is_empty());
        assert!(!bodies("Investigators found a boat").is_empty());
        assert!(bodies("The mayor of Corby found a boat").is_empty());
    }
}
