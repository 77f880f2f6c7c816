//! What ties documents to one origin, and what does not.
#![allow(clippy::unwrap_used, reason = "tests")]

mod support;

use model::{Annotated, Claim, Commitment, Corpus, EntityKind, Standing, TieKind};
use support::{Report, report};

const NEWS: &str = "The dam above Arlen lost water through a crack on Sunday";

/// The claim on the dam.
fn claim(documents: &[Annotated]) -> Claim {
    let relations = relate::relate(documents, &Corpus::default());
    relations.claims.into_iter().find(|c| c.members.iter().any(|m| (m.document, m.statement) == (0, 0))).unwrap()
}

/// A report that has the news from somebody.
fn from(report: Report, who: &str) -> Report {
    report.says_with(&format!("{NEWS}, {who} said."), |m| {
        m.named("Arlen", EntityKind::Place).holder(who, "said").commitment(Commitment::Attributed, "said");
    })
}

#[test]
fn two_voices_are_two_origins() {
    let claim = claim(&[
        report("one", "Courier", "2024-05-01").says(&format!("{NEWS}.")).done(),
        report("two", "Herald", "2024-05-01")
            .says("A crack in the dam above Arlen let water through on Sunday.")
            .done(),
    ]);
    assert_eq!((claim.articles(), claim.origins.len()), (2, 2));
    assert_eq!(claim.standing, Standing::Agreed);
}

#[test]
fn one_agency_is_one_origin() {
    let claim = claim(&[
        from(report("one", "Courier", "2024-05-01"), "the Water Board").done(),
        report("two", "Herald", "2024-05-01")
            .says_with("The Water Board says a crack in the dam above Arlen lost water on Sunday.", |m| {
                m.named("Arlen", EntityKind::Place).holder("The Water Board", "says");
                m.commitment(Commitment::Attributed, "says");
            })
            .done(),
        report("zwei", "Post", "2024-05-01")
            .says_with("Water ran through a crack in the dam above Arlen on Sunday, Anna Berg told us.", |m| {
                m.named("Arlen", EntityKind::Place).holder("Anna Berg", "told");
                m.commitment(Commitment::Attributed, "told");
            })
            .done(),
    ]);
    assert_eq!((claim.articles(), claim.origins.len()), (3, 2));
    let shared = claim.origins.iter().find(|o| o.documents.len() == 2).unwrap();
    assert_eq!(shared.ties[0].kind, TieKind::Upstream);
    assert!(shared.why.contains("Documents 1 and 2 name the same source"), "{}", shared.why);
}

/// Two reports that share claims; the first credits an agency which the second cites.
fn credited(common: usize) -> Vec<Annotated> {
    let told = [
        [
            "The road below the dam was closed to lorries.",
            "Lorries may not use the road below the dam, which was closed.",
        ],
        ["Schools in the valley stayed shut on Monday.", "On Monday the schools in the valley stayed shut."],
    ];
    let mut first = report("one", "", "2024-05-01").says(&format!("{NEWS}."));
    let mut second =
        report("two", "Herald", "2024-05-02").says("A crack in the dam above Arlen let water through on Sunday.");
    for [ours, theirs] in told.iter().take(common - 1) {
        (first, second) = (first.says(ours), second.says(theirs));
    }
    vec![
        first.credit("Nordpress reporters Carl Dorn and Eva Falk contributed to this report.").done(),
        second
            .says_with("According to Nordpress, nobody was hurt.", |m| {
                m.holder("Nordpress", "According to").commitment(Commitment::Attributed, "According to");
            })
            .done(),
    ]
}

#[test]
fn a_credit_line_ties_to_whoever_cites_it() {
    let documents = credited(3);
    let claim = claim(&documents);
    assert_eq!(claim.origins.len(), 1);
    assert_eq!(claim.origins[0].ties[0].kind, TieKind::Credit);
    assert_eq!(claim.standing, Standing::OneOrigin);
    let relations = relate::relate(&documents, &Corpus::default());
    assert_eq!(relations.origins[0].documents, [0, 1], "both rest mainly on the agency");
}

#[test]
fn one_citation_does_not_tie_two_reports() {
    assert_eq!(claim(&credited(1)).origins.len(), 2);
}

#[test]
fn shared_text_is_one_origin() {
    let rest = "Engineers lowered the lake by two metres within a day and closed the road below the dam to all \
        traffic until the wall has been looked at from both sides.";
    let claim = claim(&[
        report("one", "Courier", "2024-05-01").says(&format!("{NEWS}.")).says(rest).done(),
        report("two", "Herald", "2024-05-01").says(&format!("{NEWS}.")).says(&rest.replace("Engineers", "They")).done(),
    ]);
    assert_eq!(claim.origins.len(), 1);
    let tie = &claim.origins[0].ties[0];
    assert_eq!(tie.kind, TieKind::Reuse);
    assert!(tie.a.1.len() > 100 && tie.b.1.len() > 100);
}

#[test]
fn hearsay_is_unknown() {
    let hearsay = |id: &str, outlet: &str| {
        report(id, outlet, "2024-05-01")
            .says_with("The dam above Arlen reportedly lost water through a crack on Sunday.", |m| {
                m.commitment(Commitment::Hedged, "reportedly");
            })
            .done()
    };
    let claim = claim(&[hearsay("one", "Courier"), hearsay("two", "Herald")]);
    assert_eq!(claim.origins.len(), 1);
    assert_eq!(claim.origins[0].name, "unknown");
}

#[test]
fn what_a_document_mainly_rests_on() {
    let relations = relate::relate(
        &[from(report("one", "Courier", "2024-05-01"), "the Water Board")
            .says("Water stood a metre high in the valley.")
            .credit("Source: the Water Board")
            .done()],
        &Corpus::default(),
    );
    assert_eq!(relations.origins.len(), 1);
    assert_eq!(relations.origins[0].documents, [0]);
    assert!(relations.origins[0].evidence[0].is_some());
}

#[test]
fn who_speaks_together_is_one_source_with_either() {
    let says = "the dam above the valley is safe, said";
    let both = report("one", "Courier", "2024-05-02")
        .says_with(&format!("{says} Anna Berg and Olaf Lind."), |m| {
            _ = m.holder("Anna Berg", "said").with("Olaf Lind", "said")
        })
        .done();
    let of = |id: &str, name: &str| {
        report(id, id, "2024-05-03").says_with(&format!("{says} {name}."), |m| _ = m.holder(name, "said")).done()
    };
    let relations = relate::relate(&[both, of("two", "Anna Berg"), of("three", "Olaf Lind")], &Corpus::default());
    let claim = &relations.claims[0];
    assert_eq!(claim.members.len(), 3);
    assert_eq!(claim.origins.len(), 1);
}
