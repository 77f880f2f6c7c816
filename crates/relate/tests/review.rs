//! Decisions of a person, and anchors that fail rather than guess.
#![allow(clippy::unwrap_used, reason = "tests")]

mod support;

use model::cores::OneCore;
use model::keep::KeepNothing;
use model::{Annotated, Claim, Commitment, Corpus, EntityKind, Relations};
use relate::{Anchor, ComparedBy, Decision, ReviewError, correct, propose, relate, relate_keeping, review, with_names};
use support::report;

fn documents() -> Vec<Annotated> {
    vec![
        report("one", "Courier", "2024-05-01")
            .says_with("The bridge at Arlen was closed after a crack was found.", |m| {
                m.named("Arlen", EntityKind::Place);
            })
            .says("Lorries must take the “old” road over the hills.")
            .says("It rained. It rained.")
            .done(),
        report("two", "Herald", "2024-05-02")
            .says_with("The bridge at Arlen was shut when engineers found a crack.", |m| {
                m.named("Arlen", EntityKind::Place);
            })
            .says("Shopkeepers in the valley fear for their trade.")
            .done(),
    ]
}

fn anchor(document: &str, words: &str) -> Anchor {
    Anchor { document: document.into(), words: words.into() }
}

fn related() -> (Vec<Annotated>, Relations) {
    let documents = documents();
    let relations = relate(&documents, &Corpus::default());
    (documents, relations)
}

/// The claim of a statement.
fn claim_of(relations: &Relations, document: u32, statement: u32) -> Option<&Claim> {
    relations.claims.iter().find(|c| c.members.iter().any(|m| (m.document, m.statement) == (document, statement)))
}

#[test]
fn a_merged_claim_leaves_its_id_behind() {
    let (documents, relations) = related();
    let gone = claim_of(&relations, 1, 1).unwrap().id.clone();
    let decision = Decision::Merge {
        statements: vec![
            anchor("one", "Lorries must take the \"old\" road"),
            anchor("two", "Shopkeepers in the valley"),
        ],
        why: "both are on what follows".into(),
    };
    let reviewed = review(relations, &documents, &Corpus::default(), &[decision]).unwrap();
    let claim = claim_of(&reviewed, 1, 1).unwrap();
    assert_eq!(claim_of(&reviewed, 0, 1).unwrap().id, claim.id);
    assert!(claim.aliases.contains(&gone));
    assert_eq!(claim.reviews, ["Claims put together: both are on what follows"]);
    assert!(claim.members.iter().all(|m| m.reviewed));
    assert_eq!(claim.origins.len(), 2);
}

#[test]
fn split_hide_and_retitle() {
    let (documents, relations) = related();
    let both = claim_of(&relations, 0, 0).unwrap();
    assert_eq!(both.members.len(), 2, "the two reports tell one closure");
    let decisions = [
        Decision::Split { statements: vec![anchor("two", "shut when engineers")], why: String::new() },
        Decision::Hide { statements: vec![anchor("two", "Shopkeepers")], why: String::new() },
        Decision::Retitle { statement: anchor("one", "Lorries must"), title: "A detour".into(), why: String::new() },
    ];
    let reviewed = review(relations, &documents, &Corpus::default(), &decisions).unwrap();
    assert_ne!(claim_of(&reviewed, 0, 0).unwrap().id, claim_of(&reviewed, 1, 0).unwrap().id);
    assert!(claim_of(&reviewed, 1, 1).is_none());
    assert_eq!(claim_of(&reviewed, 0, 1).unwrap().title, "A detour");
}

#[test]
fn what_a_person_tells_apart_is_not_shown_as_perhaps_the_same() {
    let (documents, mut relations) = related();
    let other = claim_of(&relations, 1, 1).unwrap().id.clone();
    let own = relations.claims.iter_mut().find(|c| c.members.iter().any(|m| (m.document, m.statement) == (0, 1)));
    own.unwrap().perhaps.push(model::Perhaps { document: 1, statement: 1, beside: 0, claim: other, percent: 60 });
    let told = |relations: &Relations, decision: Decision| {
        let reviewed = review(relations.clone(), &documents, &Corpus::default(), &[decision]).unwrap();
        let claim = claim_of(&reviewed, 0, 1).unwrap();
        (claim.perhaps.len(), claim.reviews.clone())
    };
    let title =
        Decision::Retitle { statement: anchor("one", "It rained. It"), title: "Rain".into(), why: String::new() };
    assert_eq!(told(&relations, title), (1, vec![]), "another decision leaves it");
    let statements = vec![anchor("two", "Shopkeepers"), anchor("one", "Lorries must")];
    let apart = Decision::Apart { statements, why: "one is on trade".into() };
    let said = vec!["Told from what perhaps said the same: one is on trade".to_owned()];
    assert_eq!(told(&relations, apart), (0, said));
    let one = Decision::Apart { statements: vec![anchor("one", "Lorries must")], why: String::new() };
    let refused = review(relations, &documents, &Corpus::default(), &[one]).unwrap_err();
    assert!(matches!(refused, ReviewError::Nothing { decision: 0, .. }), "{refused}");
}

#[test]
fn a_corrected_commitment_counts() {
    let (documents, relations) = related();
    let decisions = [
        Decision::Commitment {
            statements: vec![anchor("two", "shut when engineers")],
            commitment: Commitment::Denied,
            why: String::new(),
        },
        Decision::Date {
            statements: vec![anchor("one", "closed after a crack")],
            date: "2024-04-30".into(),
            why: String::new(),
        },
        Decision::Origin {
            statements: vec![anchor("one", "closed after a crack")],
            origin: "Road Office".into(),
            why: String::new(),
        },
    ];
    let reviewed = review(relations, &documents, &Corpus::default(), &decisions).unwrap();
    let claim = claim_of(&reviewed, 0, 0).unwrap();
    assert!(claim.discrepancies.iter().any(|d| d.kind == model::DiscrepancyKind::Commitment));
    assert_eq!(claim.when.as_ref().unwrap().edtf, "2024-04-30");
    assert!(claim.origins.iter().any(|o| o.name == "Road Office"));
    let corrected = correct(&documents, &decisions).unwrap();
    assert_eq!(corrected[1].statements[0].commitment, Commitment::Denied);
}

#[test]
fn anchors_are_never_guessed() {
    let (documents, relations) = related();
    let fails = |anchor: Anchor| {
        let decision = Decision::Hide { statements: vec![anchor], why: String::new() };
        review(relations.clone(), &documents, &Corpus::default(), &[decision]).unwrap_err()
    };
    let missing = fails(anchor("one", "The bridge at Arlen was opened"));
    assert!(
        matches!(&missing, ReviewError::NotFound { decision: 0, nearest, .. } if nearest[0].contains("was closed"))
    );
    assert!(matches!(fails(anchor("one", "It rained.")), ReviewError::FoundTwice { .. }));
    assert!(matches!(fails(anchor("on", "It rained.")), ReviewError::NoDocument { .. }));
    let date = Decision::Date { statements: vec![anchor("one", "Lorries")], date: "soon".into(), why: String::new() };
    assert!(matches!(
        review(relations.clone(), &documents, &Corpus::default(), &[date]),
        Err(ReviewError::BadDate { .. })
    ));
}

#[test]
fn what_is_proposed_can_be_carried_out() {
    let (documents, relations) = related();
    let (_, kept) = relate_keeping(&OneCore, &KeepNothing, &documents, &Corpus::default());
    let proposed = propose(&relations, &ComparedBy::of(&relations, &documents));
    assert_eq!(propose(&relations, &kept), proposed, "what relating compared by is what is made again");
    for decision in proposed {
        review(relations.clone(), &documents, &Corpus::default(), &[decision]).unwrap();
    }
}

#[test]
fn a_title_that_a_person_wrote_tells_a_date_that_had_none() {
    let (documents, _) = related();
    let why = String::new;
    let decisions = [
        Decision::Date { statements: vec![anchor("one", "Lorries")], date: "2024-05-01".into(), why: why() },
        Decision::Retitle { statement: anchor("one", "Lorries"), title: "Lorries go round".into(), why: why() },
    ];
    let corrected = correct(&documents, &decisions).unwrap();
    let relations = relate(&corrected, &Corpus::default());
    let reviewed = review(relations, &corrected, &Corpus::default(), &decisions).unwrap();
    let claim = reviewed.claims.iter().find(|claim| claim.title == "Lorries go round").unwrap();
    let told: Vec<(&str, &str)> = claim.occasions.iter().map(|o| (o.when.edtf.as_str(), o.label.as_str())).collect();
    assert_eq!(told, [("2024-05-01", "Lorries go round")]);
}

#[test]
fn a_speaker_takes_the_place_of_whoever_stood_there() {
    let (documents, relations) = related();
    let said = |speaker: &str| {
        let statements = vec![anchor("two", "Shopkeepers in the valley")];
        let decision = [Decision::Speaker { statements, speaker: speaker.into(), why: String::new() }];
        let reviewed = review(relations.clone(), &documents, &Corpus::default(), &decision).unwrap();
        assert_eq!(claim_of(&reviewed, 1, 1).unwrap().reviews.len(), 1);
        let corrected = correct(&documents, &decision).unwrap();
        let statement = corrected[1].statements[1].clone();
        let names: Vec<String> = statement.holders.iter().map(|holder| holder.name.clone()).collect();
        (names, statement.commitment)
    };
    assert_eq!(said("Nora Feld"), (vec!["Herald".to_owned(), "Nora Feld".to_owned()], Commitment::Attributed));
    assert_eq!(said(""), (vec!["Herald".to_owned()], Commitment::Asserted));
}

#[test]
fn a_spelling_belongs_to_the_name_that_was_decided_last() {
    let name = |name: &str, spellings: &[&str]| Decision::Name {
        name: name.into(),
        kind: EntityKind::Person,
        spellings: spellings.iter().map(|&spelling| spelling.to_owned()).collect(),
        apart: Vec::new(),
        why: String::new(),
    };
    let told = |decisions: &[Decision]| -> Vec<String> {
        let corpus = with_names(&Corpus::default(), decisions).unwrap();
        corpus.names.iter().map(|alias| format!("{}: {}", alias.name, alias.aliases.join(", "))).collect()
    };
    assert_eq!(told(&[name("Nora Feld", &["N. Feld", "Feld", "Feld"])]), ["Nora Feld: N. Feld, Feld"]);
    let renamed = [name("N. Feld", &["Feld"]), name("Nora Feld", &["N. Feld"])];
    assert_eq!(told(&renamed), ["Nora Feld: N. Feld, Feld"]);
    let moved = [name("Nora Feld", &["N. Feld", "Feld"]), name("Otto Feld", &["Feld"])];
    assert_eq!(told(&moved), ["Nora Feld: N. Feld", "Otto Feld: Feld"]);
    for wrong in [name(" ", &["Feld"]), name("Feld", &["Feld"])] {
        let refused = with_names(&Corpus::default(), &[name("Nora Feld", &["Feld"]), wrong]);
        assert!(matches!(refused, Err(ReviewError::Nothing { decision: 1, .. })));
    }
}

#[test]
fn two_people_whom_the_machine_takes_for_one_are_told_apart() {
    let documents = [
        report("one", "Courier", "2024-05-01")
            .says_with("Tom Lind opened the ferry at Arlen.", |m| {
                m.named("Tom Lind", EntityKind::Person);
            })
            .done(),
        report("two", "Herald", "2024-05-02")
            .says_with("Thomas Lind keeps the books of the ferry.", |m| {
                m.named("Thomas Lind", EntityKind::Person);
            })
            .done(),
    ];
    let people = |corpus: &Corpus| -> Vec<String> {
        let entities = relate(&documents, corpus).entities;
        entities.into_iter().filter(|entity| entity.kind == EntityKind::Person).map(|entity| entity.name).collect()
    };
    assert_eq!(people(&Corpus::default()), ["Thomas Lind"]);
    let apart = Decision::Name {
        name: "Thomas Lind".into(),
        kind: EntityKind::Person,
        spellings: Vec::new(),
        apart: vec!["Tom Lind".into()],
        why: "father and son".into(),
    };
    let corpus = with_names(&Corpus::default(), std::slice::from_ref(&apart)).unwrap();
    assert_eq!(people(&corpus), ["Thomas Lind", "Tom Lind"]);
    // Another name of the father's goes with him, and one that was listed for him before is the son's own.
    let listed = Corpus {
        names: vec![model::Alias {
            name: "Thomas Lind".into(),
            kind: EntityKind::Person,
            aliases: vec!["T. Lind".into(), "Tom Lind".into()],
        }],
        ..Corpus::default()
    };
    let told = with_names(&listed, &[apart]).unwrap().names;
    let told: Vec<_> = told.iter().map(|alias| (alias.name.as_str(), alias.aliases.join(", "))).collect();
    assert_eq!(told, [("Thomas Lind", "T. Lind".to_owned()), ("Tom Lind", String::new())]);
}

#[test]
fn what_a_person_puts_together_happened_when_one_report_says() {
    let documents = [
        report("one", "Courier", "2024-05-01")
            .says_with("The mayors of Arlen and Lund have met at a summit in Arlen.", |m| {
                m.named("Arlen", EntityKind::Place).verb("have met", model::Tense::Perfect);
            })
            .done(),
        report("two", "Herald", "2024-05-09")
            .says_with("The two held talks on ferries on 30 April 2024.", |m| {
                m.when("on 30 April 2024", "2024-04-30").verb("held", model::Tense::Past);
            })
            .done(),
    ];
    let relations = relate(&documents, &Corpus::default());
    let statements = vec![anchor("one", "The mayors of Arlen"), anchor("two", "The two held")];
    let decision = Decision::Merge { statements, why: "one meeting".into() };
    let reviewed = review(relations, &documents, &Corpus::default(), &[decision]).unwrap();
    let claim = claim_of(&reviewed, 1, 0).unwrap();
    assert!(claim.stands, "{}", claim.title);
    let [occasion] = &claim.occasions[..] else { panic!("{:?}", claim.occasions) };
    assert_eq!((occasion.label.as_str(), occasion.when.edtf.as_str()), (claim.title.as_str(), "2024-04-30"));
}
