//! Stories: what a site says of one event or matter, in its lists, pages and lanes.

use std::collections::{BTreeMap, BTreeSet};

use model::bundle::{StoryCard, StoryPage, Timeline};
use serde_json::Value;

use crate::harness::{Place, fixture};

fn rows<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value[key].as_array().map_or(&[], Vec::as_slice)
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap_or_default()
}

#[test]
fn every_claim_stands_in_one_story_and_the_page_of_a_story_has_its_claims() {
    let place = Place::new();
    let bundle = place.build(&fixture("ferry/reports.jsonl"), "dist");
    let (claims, stories) = (bundle.json("export/claims.json"), bundle.json("export/stories.json"));
    let mut of_story: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for claim in rows(&claims, "claims") {
        of_story.entry(text(claim, "story")).or_default().insert(text(claim, "id"));
    }
    let cards: Vec<StoryCard> = bundle.records("stories.bin");
    let shards = bundle.json("data/manifest.json")["story_shards"].as_u64().expect("a number");
    let mut pages: Vec<StoryPage> =
        (0..shards).flat_map(|n| bundle.records::<Vec<StoryPage>>(&format!("stories/{n}.bin"))).collect();
    pages.sort_by_key(|page| cards.iter().position(|card| card.id == page.card.id));

    assert_eq!(cards.len(), rows(&stories, "claims").len());
    assert_eq!(pages.len(), cards.len());
    for ((story, card), page) in rows(&stories, "claims").iter().zip(&cards).zip(&pages) {
        let id = text(story, "id");
        let shown: BTreeSet<&str> = page.claims.iter().map(|claim| claim.id.as_str()).collect();
        assert_eq!((id, id), (card.id.as_str(), page.card.id.as_str()), "all three are in one order");
        assert_eq!(of_story.get(id), Some(&shown));
        assert_eq!(card.documents.len(), rows(story, "documents").len());
        assert!(page.events.iter().all(|event| shown.contains(event.claim.as_str())), "{id}");
    }
}

#[test]
fn a_lane_is_a_story_of_several_events_that_has_a_name() {
    let place = Place::new();
    let bundle = place.build(&fixture("harbour"), "dist");
    let claims = bundle.json("export/claims.json");
    let cards: Vec<StoryCard> = bundle.records("stories.bin");
    let story_of: BTreeMap<&str, &str> =
        rows(&claims, "claims").iter().map(|claim| (text(claim, "id"), text(claim, "story"))).collect();
    // A story that nothing names is no lane.
    let named: BTreeMap<&str, &str> =
        cards.iter().filter(|card| card.stands).map(|card| (card.id.as_str(), card.title.as_str())).collect();
    let timeline: Timeline = bundle.records("timeline.bin");

    let story = |claim: &str| story_of.get(claim).copied().unwrap_or_default();
    for event in &timeline.events {
        let beside = timeline.events.iter().filter(|other| story(&other.claim) == story(&event.claim)).count();
        let lane = named.get(story(&event.claim)).filter(|_| beside > 1).copied().unwrap_or_default();
        assert_eq!(event.lane, lane, "{}", event.label);
    }
    assert!(timeline.events.iter().any(|event| !event.lane.is_empty()), "no lane was looked at");
}
