//! Which statements are one claim, and what it is called.
#![allow(clippy::unwrap_used, reason = "tests")]

mod support;

use model::{Annotated, Claim, Clause, Commitment, Corpus, EntityKind, Polarity, Span, Tense};
use support::report;

/// The claim of a document's statement.
fn claim_of(documents: &[Annotated], document: u32, statement: u32) -> Claim {
    let claims = relate::relate(documents, &Corpus::default()).claims;
    let holds = |claim: &Claim| claim.members.iter().any(|m| (m.document, m.statement) == (document, statement));
    claims.into_iter().find(holds).unwrap()
}

fn documents_of(claim: &Claim) -> Vec<u32> {
    claim.members.iter().map(|m| m.document).collect()
}

/// A clause of a longer sentence, from the words `from` to its end.
fn clause(report: &mut Annotated, at: usize, words: &str) {
    let byte = report.document.text.find(words).unwrap();
    let start = report.document.text[..byte].chars().count() as u32;
    report.statements[at].span = Span::new(start, start + words.chars().count() as u32);
}

/// One sentence with two clauses.
fn two_clauses(id: &str, sentence: &str, clauses: [&str; 2]) -> Annotated {
    let mut made = report(id, id, "2024-05-02").says(sentence).done();
    let again = made.statements[0].clone();
    made.statements.push(again);
    clause(&mut made, 0, clauses[0]);
    clause(&mut made, 1, clauses[1]);
    made
}

#[test]
fn a_clause_is_told_again_by_the_clause_that_is_most_alike() {
    let documents = [
        two_clauses(
            "one",
            "The company delivered two hundred tractors to the islands, and built a sugar mill on the islands.",
            ["The company delivered two hundred tractors to the islands", "built a sugar mill on the islands"],
        ),
        two_clauses(
            "two",
            "The islands got two hundred tractors delivered by the company, which constructed a sugar mill there.",
            ["The islands got two hundred tractors delivered by the company", "constructed a sugar mill there"],
        ),
    ];
    let members = |claim: Claim| claim.members.iter().map(|m| (m.document, m.statement)).collect::<Vec<_>>();
    assert_eq!(members(claim_of(&documents, 0, 0)), [(0, 0), (1, 0)]);
    assert_eq!(members(claim_of(&documents, 0, 1)), [(0, 1), (1, 1)]);
}

#[test]
fn days_tell_meetings_of_the_same_people_apart() {
    let meeting = |id: &str, text: &str, place: &str, words: &str, day: &str| {
        report(id, id, "2024-06-28")
            .says_with(text, |m| {
                m.named("Anna Berg", EntityKind::Person).named("Olaf Lind", EntityKind::Person);
                m.named(place, EntityKind::Place).when(words, day);
            })
            .done()
    };
    let documents = [
        meeting("one", "Anna Berg and Olaf Lind met in Arlen on 3 May.", "Arlen", "3 May", "2024-05-03"),
        meeting("two", "Olaf Lind and Anna Berg held talks in Arlen on 3 May.", "Arlen", "3 May", "2024-05-03"),
        meeting("three", "Anna Berg and Olaf Lind met in Corby on 20 June.", "Corby", "20 June", "2024-06-20"),
    ];
    assert_eq!(documents_of(&claim_of(&documents, 0, 0)), [0, 1]);
    assert_eq!(documents_of(&claim_of(&documents, 2, 0)), [2]);
}

#[test]
fn both_countries_are_those_that_the_report_names() {
    let ahead = |id: &str, before: &str, text: &str| {
        report(id, id, "2024-05-02")
            .says(before)
            .says_with(text, |m| _ = m.commitment(Commitment::Expected, "sign"))
            .done()
    };
    let documents = [
        ahead("one", "Norway and Chile trade in fish.", "Norway and Chile are expected to sign a pact on salmon."),
        ahead("two", "Trade between Chile and Norway grows.", "Both countries are expected to sign a pact on salmon."),
        ahead("three", "Ghana and Peru trade in cocoa.", "Both countries are expected to sign a pact on salmon."),
    ];
    let alike = |document: u32| {
        let claims = relate::relate(&documents[..], &Corpus::default()).claims;
        claims.iter().any(|c| documents_of(c).contains(&0) && documents_of(c).contains(&document))
    };
    assert!(alike(1));
}

#[test]
fn what_is_unknown_is_what_is_not_told() {
    let documents = [
        report("one", "one", "2024-05-02")
            .says_with("No details of the planned harbour treaty are known.", |m| _ = m.polarity(Polarity::Negated))
            .done(),
        report("two", "two", "2024-05-03")
            .says_with("Details of the planned harbour treaty are unknown.", |m| {
                m.commitment(Commitment::Hedged, "unknown");
            })
            .done(),
    ];
    let claim = claim_of(&documents, 0, 0);
    assert_eq!(documents_of(&claim), [0, 1]);
    assert!(claim.discrepancies.is_empty(), "neither doubts it");
}

#[test]
fn a_title_is_a_whole_sentence() {
    let mut document = two_clauses(
        "one",
        "The company closed the old mine, and sold two hundred tractors to the islands.",
        ["The company closed the old mine", "sold two hundred tractors to the islands"],
    );
    document.statements[1].subject = Some(Span::new(0, 11));
    let sold = document.statements[1].span;
    let verb = Span::new(sold.start, sold.start + 4);
    document.statements[1].clause =
        Some(Clause { verb, head: verb, tense: Tense::Past, passive: false, subject: None, timed: false });
    let named = claim_of(&[document], 0, 1);
    assert!(!named.stands, "which company is not told");
    let framed = report("one", "one", "2024-05-02")
        .says_with("Anna Berg praised the Lund bridge as a sign of peace.", |m| {
            m.named("Anna Berg", EntityKind::Person).verb("praised", Tense::Past);
        })
        .done();
    let named = claim_of(&[framed], 0, 0);
    assert_eq!((named.title.as_str(), named.stands), ("Anna Berg praised the Lund bridge as a sign of peace", true));
}

#[test]
fn what_is_only_compared_with_is_not_said() {
    let ahead = |id: &str, text: &str| {
        report(id, id, "2024-05-02").says_with(text, |m| _ = m.commitment(Commitment::Expected, "will")).done()
    };
    let documents = [
        ahead("one", "The two valleys will sign a treaty on the river."),
        ahead(
            "two",
            "Compared with the treaty on the river that the two valleys signed long ago, the fares will be lower.",
        ),
        ahead(
            "three",
            "The two valleys will sign a treaty on their river, as both want cheap water for mills and fields.",
        ),
    ];
    assert_eq!(documents_of(&claim_of(&documents, 0, 0)), [0, 2], "and a reason is no part of what is expected");
    assert_eq!(documents_of(&claim_of(&documents, 1, 0)), [1]);
}

#[test]
fn people_of_one_report_say_different_things() {
    let report = |second: &str| {
        let by = |who: &'static str| {
            move |m: &mut support::Marks<'_>| {
                m.holder(who, "said").named(who, EntityKind::Person);
            }
        };
        let second = second.to_owned();
        report("one", "Post", "2024-05-02")
            .says_with("Trout are the pride of our valley, Anna Berg said.", by("Anna Berg"))
            .says_with(&format!("Honey is the pride of our valley, {second} said."), |m| {
                m.holder(&second, "said").named(&second, EntityKind::Person);
            })
            .done()
    };
    let members = |second: &str| claim_of(&[report(second)], 0, 0).members.len();
    assert_eq!((members("Anna Berg"), members("Olaf Lind")), (2, 1));
}

#[test]
fn a_time_that_both_give_speaks_for_what_is_told_in_other_words() {
    let told = |id: &str, text: &str, words: &str, edtf: &str| {
        report(id, id, "2024-06-02").says_with(text, |m| _ = m.when(words, edtf)).done()
    };
    let likely = |winter: &str| {
        let says = "Corby joined the league of small ports early this year.";
        let other = "The league of small towns in the north grew by Corby in that winter.";
        let documents =
            [told("one", says, "early this year", "2024-01~/2024-04~"), told("two", other, "in that winter", winter)];
        let claim = claim_of(&documents, 0, 0);
        if claim.members.len() == 2 { 100 } else { claim.perhaps.first().map_or(0, |perhaps| perhaps.percent) }
    };
    assert!(likely("2024-01/2024-02") >= 50 && likely("2019-01/2019-02") < likely("2024-01/2024-02"));
}

#[test]
fn turned_roles_are_two_claims() {
    let struck = |id: &str, who: &str, whom: &str| {
        report(id, id, "2024-05-02")
            .says_with(&format!("{who} sued {whom} over the salmon in the river."), |m| {
                m.named(who, EntityKind::Organisation).named(whom, EntityKind::Organisation);
                m.verb("sued", Tense::Past);
            })
            .done()
    };
    let documents = [
        struck("one", "The Arlen Guild", "the Corby Mill"),
        struck("two", "The Corby Mill", "the Arlen Guild"),
        struck("three", "The Arlen Guild", "the Corby Mill"),
    ];
    assert_eq!(documents_of(&claim_of(&documents, 0, 0)), [0, 2]);
    assert_eq!(documents_of(&claim_of(&documents, 1, 0)), [1]);
}

#[test]
fn bulletins_of_successive_days_are_two_claims() {
    let market = |id: &str, day: &str, weekday: &str| {
        report(id, id, day)
            .says_with(&format!("The price of barley at the exchange in Corby rose on {weekday}."), |m| {
                m.named("Corby", EntityKind::Place).when(weekday, day).verb("rose", Tense::Past);
            })
            .done()
    };
    let documents = [
        market("one", "2024-03-07", "Thursday"),
        market("two", "2024-03-08", "Friday"),
        market("three", "2024-03-07", "Thursday"),
    ];
    assert_eq!(documents_of(&claim_of(&documents, 0, 0)), [0, 2]);
    assert_eq!(documents_of(&claim_of(&documents, 1, 0)), [1]);
}

#[test]
fn a_forecast_is_no_fact() {
    let documents = [
        report("one", "one", "2024-05-02")
            .says_with("The ferry to the islands will carry cars from May on.", |m| {
                m.commitment(Commitment::Expected, "will");
            })
            .done(),
        report("two", "two", "2024-05-02").says("The ferry to the islands carried cars from May on.").done(),
    ];
    assert_eq!(documents_of(&claim_of(&documents, 0, 0)), [0]);
}

#[test]
fn what_is_likely_stands_beside_and_counts_for_nothing() {
    let documents = [
        report("one", "one", "2024-05-02").says("The council closed the old bridge at Corby after a flood.").done(),
        report("two", "two", "2024-05-02")
            .says("After the flood the old bridge at Corby was shut by engineers.")
            .done(),
    ];
    let claim = claim_of(&documents, 0, 0);
    assert_eq!(claim.members.len() + claim.perhaps.len(), 2, "either it is sure, or it stands beside");
    assert_eq!(claim.origins.len(), claim.members.len());
    for beside in &claim.perhaps {
        assert_ne!(beside.claim, claim.id);
        assert!(beside.percent >= 40);
    }
}
