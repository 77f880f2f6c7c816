//! What documents share: entities, people, origins, stories.

use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap};

use model::{Claim, Entity, EntityKind, Line, Origin, Person, Share, Story};

use super::claims::{id, numbers};
use super::columns::{Column, Kind};
use super::documents::{KINDS, maybe_span};
use super::pen::Pen;

fn no_entity() -> Entity {
    Entity {
        id: String::new(),
        name: String::new(),
        kind: EntityKind::Other,
        aliases: Vec::new(),
        documents: Vec::new(),
    }
}

/// All entities.
pub(super) fn entities(pen: &mut Pen<'_>, entities: &mut Vec<Entity>) {
    pen.list(Column::Entities, entities, no_entity, |pen, own, _| entity(pen, own));
}

fn entity(pen: &mut Pen<'_>, own: &mut Entity) {
    pen.string(Column::EntityName, Kind::Name, &mut own.name);
    let made = plain(&own.name);
    pen.same_or(Column::EntityIdMade, Column::EntityId, Kind::Id, &mut own.id, &made);
    pen.one_of(Column::EntityKind, &KINDS, &mut own.kind);
    pen.strings(Column::EntityAliases, Column::EntityAlias, Kind::Name, &mut own.aliases);
    numbers(pen, [Column::EntityDocuments, Column::EntityDocument], &mut own.documents);
}

/// What an id made of a name most often is: its letters and digits in lower case, with hyphens between its words.
fn plain(name: &str) -> String {
    let mut id = String::new();
    for c in name.chars() {
        if c.is_ascii_alphanumeric() {
            id.push(c.to_ascii_lowercase());
        } else if !id.is_empty() && !id.ends_with('-') && c != '\'' && c != '’' {
            id.push('-');
        }
    }
    id
}

/// All people, most of whom are entities.
pub(super) fn people(pen: &mut Pen<'_>, people: &mut Vec<Person>, entities: &[Entity]) {
    let places: HashMap<&str, u32> = entities.iter().map(|entity| entity.id.as_str()).zip(1..).collect();
    let nobody = || Person { entity: no_entity(), role: String::new(), says: Vec::new() };
    pen.list(Column::People, people, nobody, |pen, own, _| {
        let place = places.get(own.entity.id.as_str()).copied();
        let mut place = place.filter(|place| entities[*place as usize - 1] == own.entity).unwrap_or(0);
        pen.plain(Column::PersonEntity, &mut place);
        match (place as usize).checked_sub(1).map(|place| entities.get(place)) {
            Some(Some(known)) => own.entity.clone_from(known),
            Some(None) => pen.damaged = true,
            None => entity(pen, &mut own.entity),
        }
        pen.string(Column::PersonRole, Kind::Word, &mut own.role);
        pen.list(
            Column::PersonSays,
            &mut own.says,
            || (0, 0),
            |pen, (document, statement), before| {
                let last = before.last().copied().unwrap_or((0, 0));
                pen.near(Column::PersonDocument, document, last.0);
                pen.near(Column::PersonStatement, statement, if *document == last.0 { last.1 } else { 0 });
            },
        );
    });
}

/// All origins.
pub(super) fn origins(pen: &mut Pen<'_>, origins: &mut Vec<Origin>) {
    let none = || Origin { id: String::new(), name: String::new(), documents: Vec::new(), evidence: Vec::new() };
    pen.list(Column::Origins, origins, none, |pen, own, _| {
        pen.string(Column::OriginName, Kind::Id, &mut own.id);
        pen.string(Column::OriginName, Kind::Name, &mut own.name);
        numbers(pen, [Column::OriginDocuments, Column::OriginDocument], &mut own.documents);
        pen.list(
            Column::OriginEvidence,
            &mut own.evidence,
            || None,
            |pen, span, _| {
                let columns = [Column::OriginEvidence, Column::OriginEvidenceStart, Column::OriginEvidenceLength];
                maybe_span(pen, columns, span, 0);
            },
        );
    });
}

/// The ids of all stories; the rest of them hangs on claims, which need the ids.
pub(super) fn story_ids(pen: &mut Pen<'_>, stories: &mut Vec<Story>) {
    let none = || Story {
        id: String::new(),
        aliases: Vec::new(),
        title: String::new(),
        when: None,
        claims: Vec::new(),
        documents: Vec::new(),
        entities: Vec::new(),
        line: None,
    };
    pen.list(Column::Stories, stories, none, |pen, own, before| {
        id(pen, &mut own.id, before.last().map_or("", |last| &last.id));
        pen.list(Column::StoryAliases, &mut own.aliases, String::new, |pen, alias, _| id(pen, alias, ""));
    });
}

const SHARES: [Share; 3] = [Share::All, Share::Mostly, Share::Often];

/// The rest of all stories.
pub(super) fn stories(pen: &mut Pen<'_>, stories: &mut [Story], claims: &[Claim]) {
    let places: HashMap<&str, u32> = claims.iter().map(|claim| claim.id.as_str()).zip(0..).collect();
    let mut of: HashMap<&str, Vec<&Claim>> = HashMap::new();
    for claim in claims {
        of.entry(claim.story.as_str()).or_default().push(claim);
    }
    for own in stories {
        let mut told = of.remove(own.id.as_str()).unwrap_or_default();
        model::order::sort_by_cached_key(&mut told, |claim| {
            (Reverse((claim.origins.len(), claim.articles(), claim.members.len())), claim.id.as_str())
        });
        if pen.flag(Column::StoryOrder, own.claims.iter().eq(told.iter().map(|claim| &claim.id))) {
            own.claims = told.iter().map(|claim| claim.id.clone()).collect();
        } else {
            pen.list(Column::StoryClaims, &mut own.claims, String::new, |pen, id, _| {
                let mut place = places.get(id.as_str()).copied().unwrap_or_default();
                pen.plain(Column::StoryClaim, &mut place);
                match claims.get(place as usize) {
                    Some(claim) => claim.id.clone_into(id),
                    None => pen.damaged = true,
                }
            });
        }
        let none = || Line { share: Share::All, of: Vec::new() };
        pen.maybe(Column::StoryLine, &mut own.line, none, |pen, line| {
            pen.one_of(Column::StoryLineShare, &SHARES, &mut line.share);
            pen.strings(Column::StoryLineOf, Column::StoryLineThing, Kind::Name, &mut line.of);
        });
        // Else its title is drawn from the line.
        if own.line.is_none() {
            let titled = told.iter().position(|claim| claim.title == own.title).map_or(0, |at| at + 1);
            match (pen.number(Column::StoryTitle, titled as u64) as usize).checked_sub(1).map(|at| told.get(at)) {
                Some(Some(claim)) => own.title.clone_from(&claim.title),
                Some(None) => pen.damaged = true,
                None => pen.like(&mut own.title, told.first().map_or("", |claim| &claim.title)),
            }
        }
        let when = told.iter().find_map(|claim| claim.when.clone());
        if pen.flag(Column::StoryWhenSame, own.when == when) {
            own.when = when;
        } else {
            pen.when(Column::StoryWhen, &mut own.when);
        }
        let members = told.iter().flat_map(|claim| &claim.members);
        let documents: BTreeSet<u32> = model::order::gather(members.map(|member| member.document));
        let documents: Vec<u32> = documents.into_iter().collect();
        if pen.flag(Column::StoryDocumentsMade, own.documents == documents) {
            own.documents = documents;
        } else {
            numbers(pen, [Column::StoryDocuments, Column::StoryDocument], &mut own.documents);
        }
        if let Some(line) = &own.line {
            own.title = line.title(own.documents.len());
        }
        let mut named: Vec<&String> = told.iter().flat_map(|claim| &claim.entities).collect();
        let mut seen = BTreeSet::new();
        named.retain(|id| seen.insert(id.as_str()));
        pen.list(Column::StoryEntities, &mut own.entities, String::new, |pen, entity, before| {
            let mut place = named.iter().position(|named| *named == entity).map_or(0, |at| at as u32 + 1);
            pen.near(Column::StoryEntity, &mut place, before.len() as u32 + 1);
            match (place as usize).checked_sub(1).map(|at| named.get(at)) {
                Some(Some(own)) => (*own).clone_into(entity),
                Some(None) => pen.damaged = true,
                None => pen.string(Column::OriginName, Kind::Id, entity),
            }
        });
    }
}
