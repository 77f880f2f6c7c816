use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use harper_brill::{Tagger, UPOS};
use model::{bundle::Event, calendar};

use super::tables::Tables;
use super::words::{capitalised, singular};

/// The most lanes that share a topic; the rest goes into one more.
const LANES: usize = 6;

/// The lane of what shares no topic.
const REST: &str = "Other";

/// How many statements of a claim are looked at for its topics.
const STATEMENTS: usize = 4;

/// Nouns that tell when or how much, not what: they bind nothing together.
const NO_TOPICS: [&str; 15] = [
    "year", "month", "week", "day", "hour", "time", "date", "end", "start", "part", "number", "percent", "people",
    "way", "thing",
];

/// Whether a noun tells when or how much, not what.
fn tells_when(noun: &str) -> bool {
    NO_TOPICS.contains(&noun) || calendar::MONTHS.contains(&noun) || calendar::WEEKDAYS.contains(&noun)
}

/// What an event's claim is about: its topics, each with the form in which it is written there.
type Topics = BTreeMap<String, String>;

/// Gives every event a lane, so that claims on one topic lie together.
///
/// The lanes are the nouns of the claims, then the names of their participants: again and again the one that most
/// claims without a lane share, as long as two share it. What is in most of all claims parts nothing and is left out.
pub(super) fn assign(tables: &Tables<'_>, events: &mut [Event]) {
    let claims: BTreeSet<&str> = events.iter().map(|event| event.claim.as_str()).collect();
    let nouns: BTreeMap<&str, Topics> = claims.iter().map(|&id| (id, nouns(tables, id))).collect();
    let names: BTreeMap<&str, Topics> = claims.iter().map(|&id| (id, names(tables, id))).collect();
    let mut lane_of: BTreeMap<String, String> = BTreeMap::new();
    let mut lanes = 0;
    for topics in [&nouns, &names] {
        let too_many = claims.len().div_ceil(2).max(3);
        while lanes < LANES {
            let Some((lane, members)) = best(topics, &lane_of, too_many) else { break };
            lane_of.extend(members.into_iter().map(|claim| (claim.to_owned(), lane.clone())));
            lanes += 1;
        }
    }
    for event in events {
        event.lane = lane_of.get(&event.claim).cloned().unwrap_or_else(|| REST.to_owned());
    }
}

/// The topic that most claims without a lane share, by its most usual form, with those claims.
fn best<'a>(
    topics: &BTreeMap<&'a str, Topics>,
    lane_of: &BTreeMap<String, String>,
    too_many: usize,
) -> Option<(String, Vec<&'a str>)> {
    let mut sharing: BTreeMap<&str, Vec<&'a str>> = BTreeMap::new();
    let mut everywhere: BTreeMap<&str, usize> = BTreeMap::new();
    for (&claim, topics) in topics {
        for topic in topics.keys() {
            *everywhere.entry(topic).or_default() += 1;
            if !lane_of.contains_key(claim) {
                sharing.entry(topic).or_default().push(claim);
            }
        }
    }
    sharing.retain(|topic, claims| claims.len() > 1 && everywhere.get(topic).is_some_and(|&count| count <= too_many));
    let (topic, claims) = sharing.into_iter().max_by_key(|(topic, claims)| (claims.len(), Reverse(*topic)))?;
    let mut forms: BTreeMap<&str, usize> = BTreeMap::new();
    for form in claims.iter().filter_map(|claim| topics.get(claim)?.get(topic)) {
        *forms.entry(form).or_default() += 1;
    }
    let form = forms.into_iter().max_by_key(|&(form, count)| (count, Reverse(form)))?.0;
    Some((capitalised(form), claims))
}

/// The nouns of a claim, in its title and its first statements, that are not part of a participant's name.
fn nouns(tables: &Tables<'_>, claim: &str) -> Topics {
    let Some(claim) = tables.claim_index(claim).and_then(|index| tables.relations.claims.get(index as usize)) else {
        return Topics::new();
    };
    let named: BTreeSet<String> =
        claim.entities.iter().filter_map(|id| tables.entity(id)).flat_map(|entity| words(&entity.name)).collect();
    let said = claim.members.iter().take(STATEMENTS).filter_map(|member| {
        let statement = tables.documents.get(member.document as usize)?.statements.get(member.statement as usize)?;
        Some(tables.cut(member.document, statement.span))
    });
    let mut topics = Topics::new();
    for text in std::iter::once(claim.title.as_str()).chain(said) {
        let words = words(text);
        let tags = harper_brill::brill_tagger().tag_sentence(&words);
        for (word, _) in words.into_iter().zip(tags).filter(|(_, tag)| *tag == Some(UPOS::NOUN)) {
            let topic = singular(&word);
            if word.chars().count() > 2 && !named.contains(&word) && !tells_when(&topic) {
                topics.entry(topic).or_insert(word);
            }
        }
    }
    topics
}

/// The names of a claim's participants.
fn names(tables: &Tables<'_>, claim: &str) -> Topics {
    let claim = tables.claim_index(claim).and_then(|index| tables.relations.claims.get(index as usize));
    let entities = claim.iter().flat_map(|claim| &claim.entities).filter_map(|id| tables.entity(id));
    entities.map(|entity| (entity.id.clone(), entity.name.clone())).collect()
}

/// The words of a text in lower case.
fn words(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !(c.is_alphanumeric() || c == '-')).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}
