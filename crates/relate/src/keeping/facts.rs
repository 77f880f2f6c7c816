//! All that is known of the documents of each area when its claims are put together, as digests; and what is answered out of
//! the whole corpus.

use std::collections::BTreeMap;

use model::Entity;
use model::keep::Keep;

use crate::findings::{Findings, Unnamed};
use crate::ground::asked::{self, KINDS, Kind, Written};
use crate::ground::linkage::DENSE;

/// See the module.
pub(super) struct Facts {
    /// By area; empty where nothing of it is kept.
    areas: Vec<Vec<u8>>,
    /// The area of each document.
    area_of: Vec<u32>,
    /// A digest of each entity.
    entities: Vec<Vec<u8>>,
}

/// One area.
#[derive(Clone, Copy)]
pub(super) struct Area<'f> {
    /// Its place among the areas.
    pub number: u32,
    /// A digest of all that is known of its documents.
    pub facts: &'f [u8],
    /// Its statements, rising.
    statements: &'f [u32],
}

impl Area<'_> {
    /// The place of one of its statements among them.
    pub(super) fn place(&self, statement: u32) -> u32 {
        self.statements.partition_point(|own| *own < statement) as u32
    }

    /// The statement at a place.
    pub(super) fn statement(&self, place: u32) -> Option<u32> {
        self.statements.get(place as usize).copied()
    }
}

impl Facts {
    /// `compared` has digests of what the statements of each area are compared by.
    pub(super) fn new(keep: &dyn Keep, findings: &Findings<'_>, compared: &BTreeMap<u32, Vec<u8>>) -> Self {
        let space = &findings.space;
        let mut area_of = vec![u32::MAX; space.documents.len()];
        let areas = (0..).zip(&space.areas).map(|(number, area)| {
            area.documents.iter().for_each(|&document| area_of[document as usize] = number);
            // A book is compared part by part.
            let whole = area.statements.len() <= DENSE;
            let by = area.statements.first().filter(|_| whole).and_then(|first| compared.get(first));
            by.and_then(|by| known(keep, findings, number, &area.documents, by)).unwrap_or_default()
        });
        let areas = areas.collect();
        Self { areas, area_of, entities: findings.entities.list.iter().map(|entity| about(keep, entity)).collect() }
    }

    /// The one area that some statements are of; `None` where they are of several, or nothing of it is kept.
    pub(super) fn area_of<'f>(
        &'f self,
        findings: &'f Findings<'_>,
        mut statements: impl Iterator<Item = u32>,
    ) -> Option<Area<'f>> {
        let of = |statement: u32| self.area_of[findings.space.statements[statement as usize].document as usize];
        let number = of(statements.next()?);
        let facts = self.areas.get(number as usize).filter(|facts| !facts.is_empty())?;
        let statements_of = &findings.space.areas[number as usize].statements;
        statements.all(|other| of(other) == number).then_some(Area { number, facts, statements: statements_of })
    }

    /// A digest of what is answered to questions.
    pub(super) fn answers(&self, keep: &dyn Keep, findings: &Findings<'_>, (words, scenes): &Written) -> Vec<u8> {
        let Findings { reports, entities, given, houses, .. } = findings;
        let mut bytes: Vec<u8> = Vec::new();
        let mut answer = |part: &[u8]| {
            bytes.extend((part.len() as u64).to_le_bytes());
            bytes.extend(part);
        };
        // An index of an entity is that of one run.
        let key = |key: &String| {
            let entity = key.strip_prefix('=').and_then(|index| entities.list.get(index.parse::<usize>().ok()?));
            entity.map_or_else(|| key.clone(), |entity| format!("={}", entity.id))
        };
        asked::within(|| {
            for (kind, words) in KINDS.iter().zip(words) {
                for word in words {
                    match kind {
                        Kind::Name => answer(entities.find(word).map_or(&[][..], |at| &self.entities[at as usize])),
                        Kind::Voices | Kind::Bodies => {
                            let found = match kind {
                                Kind::Voices => houses.voices(entities, word),
                                _ => houses.bodies(entities, word),
                            };
                            let mut keys: Vec<String> = found.iter().map(key).collect();
                            model::order::sort(&mut keys);
                            keys.iter().for_each(|key| answer(key.as_bytes()));
                            answer(&[]);
                        }
                        Kind::Tells => answer(&[u8::from(given.tells(entities, word))]),
                        Kind::Only => answer(given.only(entities, word).unwrap_or_default().as_bytes()),
                        Kind::Near => {
                            let asked =
                                word.split_once(' ').and_then(|(document, name)| Some((document.parse().ok()?, name)));
                            answer(
                                &[asked.map_or(2, |(document, name)| u8::from(reports.is_met_near(document, name)))],
                            );
                        }
                        Kind::Short => answer(&reports.have(word).to_le_bytes()),
                    }
                }
            }
            for &(a, b) in scenes {
                // Documents as they are counted in one run: another order is another key.
                let known = findings.scenes.has(a) && findings.scenes.has(b);
                answer(&if known { findings.scenes.shared(a, b) } else { -1.0 }.to_bits().to_le_bytes());
            }
        });
        keep.digest(&bytes)
    }
}

/// All of an entity that a claim may hang on. Of its documents it is only looked at whether there are several, beside what is
/// asked by name ([`Kind::Tells`]). Who adds a field, or looks at more, has to name it here.
fn about(keep: &dyn Keep, entity: &Entity) -> Vec<u8> {
    let Entity { id, name, kind, aliases, documents } = entity;
    let known = (id, name, kind, aliases, documents.len() > 1);
    keep.digest(&model::coding::encode(&known).unwrap_or_default())
}

/// A digest of all that is known of the documents of an area, beside what is asked of the whole corpus. Documents are counted as
/// they are: why an origin is counted once is told by their numbers.
fn known(keep: &dyn Keep, findings: &Findings<'_>, number: u32, documents: &[u32], compared: &[u8]) -> Option<Vec<u8>> {
    let Findings { reports, entities, sources, subjects, unnamed, .. } = findings;
    let mut bytes = compared.to_vec();
    bytes.push(match unnamed {
        Unnamed::Apart => 0,
        Unnamed::Few => 1,
        Unnamed::Unknown => 2,
    });
    let mut add = |part: &[u8]| {
        bytes.extend((part.len() as u64).to_le_bytes());
        bytes.extend(part);
    };
    add(format!("{:?}", subjects.of(number as usize)).as_bytes());
    for &document in documents {
        add(&document.to_le_bytes());
        add(&keep.digest(&model::coding::encode(reports.documents[document as usize]).ok()?));
        add(sources.known(entities, document, documents).as_bytes());
    }
    Some(keep.digest(&bytes))
}
