//! A corpus and its relations in as few bytes as can be, for one file that is sent: texts stand once, and whatever can be
//! told from them is told by where it stands there. What views and search are made of comes back; the rest, which only
//! relating needs, does not.
//!
//! Numbers are coded by columns (`numbers.rs`), strings one after the other by PPMd, variant H, the method of 7-Zip (Shkarin,
//! "PPM: one step to practicality", 2002), which packs text by a third better than the zlib format.

mod claims;
mod columns;
mod documents;
mod numbers;
mod pen;
mod relations;

use std::collections::{BTreeSet, HashMap};
use std::io::{Read, Write};

use model::{Annotated, Clause, Commitment, Corpus, EntityKind, Relations, Statement, Text, UnnamedOutlets};
use ppmd_rust::{Ppmd7Decoder, Ppmd7Encoder};

use crate::Related;
use crate::sink::Written;
use claims::Around;
use columns::{Column, Kind};
use documents::KINDS;
use pen::Pen;

/// How many letters before a letter are looked at.
const ORDER: u32 = 8;

/// How much memory the statistics of letters may take, in bytes: both who packs and who unpacks need as much.
const MEMORY: u32 = 96 << 20;

/// Bytes of the digest before everything else.
const DIGEST: usize = 8;

/// Bytes that are not what was packed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unpackable;

/// A corpus with what its documents say, as far as views and search show it.
#[derive(Clone, Debug)]
pub struct Unpacked {
    /// What is known of the corpus itself.
    pub corpus: Corpus,
    /// The documents, in order of publication.
    pub documents: Vec<Annotated>,
    /// What they say together.
    pub relations: Relations,
}

impl Unpacked {
    /// The same, as a site is made from it.
    pub fn related(&self) -> Related<'_> {
        Related { corpus: &self.corpus, documents: &self.documents, relations: &self.relations }
    }
}

/// Packs.
pub fn pack(related: Related<'_>) -> Vec<u8> {
    let mut own = Unpacked {
        corpus: related.corpus.clone(),
        documents: related.documents.to_vec(),
        relations: related.relations.clone(),
    };
    let named: BTreeSet<&str> = model::order::gather(
        related
            .relations
            .people
            .iter()
            .flat_map(|person| person.entity.aliases.iter().chain([&person.entity.name]))
            .map(String::as_str),
    );
    for statement in own.documents.iter_mut().flat_map(|annotated| &mut annotated.statements) {
        spare(statement, &named);
    }
    let mut pen = Pen::writer();
    all(&mut pen, &mut own);
    let (numbers, strings) = pen.finish();
    let mut bytes = vec![0; DIGEST];
    bytes.extend((numbers.len() as u32).to_le_bytes());
    bytes.extend((strings.len() as u32).to_le_bytes());
    bytes.extend(numbers);
    // Writing to memory does not fail, and the order and the memory are such as it takes.
    let packed = Ppmd7Encoder::new(Vec::new(), ORDER, MEMORY).ok().and_then(|mut encoder| {
        encoder.write_all(&strings).ok()?;
        encoder.finish(false).ok()
    });
    bytes.extend(packed.unwrap_or_default());
    let digest = Written::of(&bytes[DIGEST..]).digest;
    bytes[..DIGEST].copy_from_slice(&digest[..DIGEST]);
    bytes
}

/// Unpacks what was packed.
///
/// # Errors
/// [`Unpackable`] where the bytes are others.
pub fn unpack(bytes: &[u8]) -> Result<Unpacked, Unpackable> {
    let (digest, rest) = bytes.split_at_checked(DIGEST).ok_or(Unpackable)?;
    if Written::of(rest).digest[..DIGEST] != *digest {
        return Err(Unpackable);
    }
    let (numbers, rest) = rest.split_first_chunk::<4>().ok_or(Unpackable)?;
    let (strings, rest) = rest.split_first_chunk::<4>().ok_or(Unpackable)?;
    let (numbers, packed) = rest.split_at_checked(u32::from_le_bytes(*numbers) as usize).ok_or(Unpackable)?;
    let mut plain = vec![0; u32::from_le_bytes(*strings) as usize];
    let mut decoder = Ppmd7Decoder::new(packed, ORDER, MEMORY).map_err(|_| Unpackable)?;
    decoder.read_exact(&mut plain).map_err(|_| Unpackable)?;
    drop(decoder);
    let mut own = Unpacked { corpus: Corpus::default(), documents: Vec::new(), relations: Relations::default() };
    let mut pen = Pen::reader(numbers, plain);
    all(&mut pen, &mut own);
    if pen.is_sound() { Ok(own) } else { Err(Unpackable) }
}

/// Leaves out of a statement what nothing is made of: of those who are named in it, people are kept, and who stands at the
/// head of its subject, with the head of its verb where that is somebody of whom a page tells what they did. Of a denial the
/// whole subject stays, since who denies is told by it.
fn spare(statement: &mut Statement, people: &BTreeSet<&str>) {
    let denies = statement.commitment == Commitment::Denied;
    let clause = statement.clause.take();
    // As `data::denials` and `data::records` ask for it.
    let own = clause.as_ref().filter(|clause| !(denies && clause.passive)).and_then(|clause| clause.subject);
    let subject = own.or(statement.subject);
    let within = |subject: model::Span| {
        statement
            .participants
            .iter()
            .filter(|mention| subject.contains(mention.span))
            .min_by_key(|mention| mention.span)
    };
    let head = subject.and_then(within).filter(|head| people.contains(head.name.as_str())).cloned();
    // A head that is nobody's name is told of by no page.
    statement.subject = subject.filter(|_| denies || head.is_some());
    let told = head.is_some() && !denies && statement.polarity == model::Polarity::Affirmed;
    statement.clause = clause.filter(|_| told).map(|clause| Clause {
        head: clause.head,
        tense: clause.tense,
        ..documents::no_clause()
    });
    let is_kept = |mention: &model::Mention| {
        mention.kind == EntityKind::Person
            || head.as_ref() == Some(mention)
            || denies && subject.is_some_and(|subject| subject.contains(mention.span))
    };
    statement.participants.retain(is_kept);
    statement.quantities.clear();
    statement.polarity = model::Polarity::Affirmed;
}

/// All of it, in its order.
fn all(pen: &mut Pen<'_>, own: &mut Unpacked) {
    corpus(pen, &mut own.corpus);
    documents::documents(pen, &mut own.documents);
    let Relations { claims, stories, entities, people, origins } = &mut own.relations;
    relations::entities(pen, entities);
    documents::statements(pen, &mut own.documents);
    relations::people(pen, people, entities);
    relations::origins(pen, origins);
    relations::story_ids(pen, stories);
    let story_ids: Vec<&str> = stories.iter().map(|story| story.id.as_str()).collect();
    let ids: Vec<&str> = entities.iter().map(|entity| entity.id.as_str()).collect();
    let around = Around {
        documents: &own.documents,
        texts: own.documents.iter().map(|annotated| Text::new(&annotated.document.text)).collect(),
        story_numbers: story_ids.iter().copied().zip(0..).collect::<HashMap<_, _>>(),
        entity_numbers: ids.iter().copied().zip(0..).collect::<HashMap<_, _>>(),
        stories: story_ids,
        entities: ids,
    };
    claims::claims(pen, claims, &around);
    drop(around);
    relations::stories(pen, stories, claims);
}

fn corpus(pen: &mut Pen<'_>, own: &mut Corpus) {
    for field in [&mut own.title, &mut own.subject, &mut own.summary, &mut own.language] {
        pen.string(Column::CorpusString, Kind::Word, field);
    }
    pen.one_of(Column::CorpusKind, &[UnnamedOutlets::Unknown, UnnamedOutlets::Apart], &mut own.unnamed_outlets);
    let none = || model::Alias { name: String::new(), kind: EntityKind::Other, aliases: Vec::new() };
    pen.list(Column::CorpusNames, &mut own.names, none, |pen, alias, _| {
        pen.string(Column::CorpusString, Kind::Name, &mut alias.name);
        pen.one_of(Column::CorpusKind, &KINDS, &mut alias.kind);
        pen.strings(Column::CorpusAliases, Column::CorpusAlias, Kind::Name, &mut alias.aliases);
    });
}

#[cfg(test)]
mod tests;
