//! No order of documents changes the result.
#![allow(clippy::unwrap_used, reason = "tests")]

mod support;

use model::{Annotated, Commitment, Corpus, EntityKind, Relations};
use proptest::prelude::*;
use support::report;

/// Ten small reports of one story and its look-alikes.
fn corpus() -> Vec<Annotated> {
    let towns = ["Arlen", "Borsk", "Corvo"];
    (0..10)
        .map(|i| {
            let town = towns[i % 3];
            let day = format!("2024-03-{:02}", 1 + i / 2);
            report(&format!("r{i}"), ["Courier", "Herald", ""][i % 3], if i == 7 { "" } else { &day })
                .says_with(&format!("A ferry sank near {town} and {} people drowned.", 4 + i % 2), |m| {
                    m.named(town, EntityKind::Place);
                    m.number(&format!("{} people", 4 + i % 2), (4 + i % 2) as f64, Some((4 + i % 2) as f64), "person");
                })
                .says_with("The harbour master Anna Berg said the ferry was overloaded.", |m| {
                    m.named("Anna Berg", EntityKind::Person);
                    m.holder("Anna Berg", "said").commitment(Commitment::Attributed, "said");
                })
                .says_with("An inquiry will report by the end of the year.", |m| {
                    m.commitment(Commitment::Expected, "will").when("by the end of the year", "../2024-12-31");
                })
                .done()
        })
        .collect()
}

/// Counts the documents of a claim, and of what it was before, by `of`.
fn renumber(claim: &mut model::Claim, of: &impl Fn(&mut u32)) {
    claim.members.iter_mut().for_each(|m| of(&mut m.document));
    claim.perhaps.iter_mut().for_each(|p| of(&mut p.document));
    for origin in &mut claim.origins {
        origin.documents.iter_mut().for_each(of);
        origin.ties.iter_mut().for_each(|t| {
            of(&mut t.a.0);
            of(&mut t.b.0);
        });
    }
    claim.discrepancies.iter_mut().flat_map(|d| &mut d.values).for_each(|v| of(&mut v.document));
    claim.utterances.iter_mut().flat_map(|u| &mut u.versions).for_each(|v| of(&mut v.document));
    claim.expectation.iter_mut().flat_map(|e| &mut e.settled_by).for_each(|s| of(&mut s.document));
    claim.earlier.iter_mut().for_each(|stage| renumber(&mut stage.claim, of));
}

/// Relations of the documents in the order `order`, with indices as if they stood in order.
fn related(documents: &[Annotated], order: &[usize]) -> Relations {
    let shuffled: Vec<Annotated> = order.iter().map(|&i| documents[i].clone()).collect();
    let json = serde_json::to_string(&relate::relate(&shuffled, &Corpus::default())).unwrap();
    let mut relations: Relations = serde_json::from_str(&json).unwrap();
    let of = |index: &mut u32| *index = order[*index as usize] as u32;
    relations.claims.iter_mut().for_each(|claim| renumber(claim, &of));
    relations.entities.iter_mut().flat_map(|e| &mut e.documents).for_each(of);
    for story in &mut relations.stories {
        story.documents.iter_mut().for_each(of);
        story.documents.sort_unstable();
    }
    relations.people.iter_mut().flat_map(|p| &mut p.entity.documents).for_each(of);
    relations.people.iter_mut().flat_map(|p| &mut p.says).for_each(|(d, _)| of(d));
    relations.origins.iter_mut().flat_map(|o| &mut o.documents).for_each(of);
    relations
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10))]

    #[test]
    fn any_order_gives_the_same(order in Just((0..10).collect::<Vec<usize>>()).prop_shuffle()) {
        let documents = corpus();
        let sorted: Vec<usize> = (0..10).collect();
        prop_assert_eq!(related(&documents, &order), related(&documents, &sorted));
    }
}

#[test]
fn every_statement_belongs_to_one_claim() {
    let documents = corpus();
    let relations = relate::relate(&documents, &Corpus::default());
    let mut members: Vec<(u32, u32)> =
        relations.claims.iter().flat_map(|c| &c.members).map(|m| (m.document, m.statement)).collect();
    members.sort_unstable();
    let expected: Vec<(u32, u32)> = (0..10).flat_map(|d| (0..3).map(move |s| (d, s))).collect();
    assert_eq!(members, expected);
}

#[test]
fn every_claim_belongs_to_one_story() {
    let documents = corpus();
    let relations = relate::relate(&documents, &Corpus::default());
    let mut of_stories: Vec<&str> = relations.stories.iter().flat_map(|s| &s.claims).map(String::as_str).collect();
    of_stories.sort_unstable();
    let mut claims: Vec<&str> = relations.claims.iter().map(|c| c.id.as_str()).collect();
    claims.sort_unstable();
    assert_eq!(of_stories, claims);
    for claim in &relations.claims {
        let story = relations.stories.iter().find(|s| s.id == claim.story).expect("its story");
        assert!(story.claims.contains(&claim.id));
        assert!(claim.members.iter().all(|m| story.documents.contains(&m.document)));
    }
}

/// The claim that holds the first statement of a document.
fn claim_of(relations: &Relations, document: u32) -> &model::Claim {
    let holds = |claim: &&model::Claim| claim.members.iter().any(|m| (m.document, m.statement) == (document, 0));
    relations.claims.iter().find(holds).expect("every statement belongs to a claim")
}

#[test]
fn ids_survive_further_documents() {
    let told = |id: &str, day: &str, text: &str| report(id, id, day).says(text).done();
    let second = told("second", "2024-05-02", "A crack in the dam above Arlen let water through on Sunday.");
    let third = told("third", "2024-05-03", "On Sunday a crack in the dam above Arlen let through water.");
    let first = told("first", "2024-05-01", "Water came through a crack in the dam above Arlen on Sunday.");
    let alone = relate::relate(std::slice::from_ref(&second), &Corpus::default());
    let id = &claim_of(&alone, 0).id;

    let later = relate::relate(&[second.clone(), third.clone()], &Corpus::default());
    assert_eq!(claim_of(&later, 0).members.len(), 2);
    assert_eq!(&claim_of(&later, 0).id, id, "a later report leaves it as it is");

    let earlier = relate::relate(&[first, second, third], &Corpus::default());
    let claim = claim_of(&earlier, 1);
    assert_eq!(claim.members.len(), 3);
    assert!(
        &claim.id != id && claim.aliases.contains(id),
        "an earlier report takes over, and the old link leads there"
    );
}
