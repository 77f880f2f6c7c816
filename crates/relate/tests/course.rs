//! What a claim was while only some of its reports were out.
#![allow(clippy::unwrap_used, reason = "tests")]

mod support;

use model::{Annotated, Claim, Commitment, Corpus, Day, Outcome, Standing, Tense};
use support::report;

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// The claim of the first report's first statement.
fn claim(documents: &[Annotated]) -> Claim {
    let relations = relate::relate(documents, &Corpus::default());
    relations.claims.into_iter().find(|c| c.members.iter().any(|m| (m.document, m.statement) == (0, 0))).unwrap()
}

fn opened(id: &str, outlet: &str, published: &str) -> Annotated {
    report(id, outlet, published)
        .says_with("Mayor Odo Lund opened the Corby lighthouse on 3 March 2024.", |m| {
            m.when("on 3 March 2024", "2024-03-03");
            m.verb("opened", Tense::Past);
        })
        .done()
}

#[test]
fn a_claim_is_agreed_from_the_day_on_which_a_second_origin_is_out() {
    let claim = claim(&[opened("a", "Courier", "2024-03-04"), opened("b", "Herald", "2024-03-09")]);
    assert_eq!(claim.members.len(), 2, "they say the same");
    assert_eq!(claim.since, Some(day("2024-03-09")));
    assert!(claim.on(day("2024-03-03")).is_none(), "nobody had told it");
    let before = claim.on(day("2024-03-08")).unwrap();
    assert_eq!((before.articles(), before.origins.len(), before.standing), (1, 1, Standing::OneOrigin));
    assert_eq!((&before.id, &before.story), (&claim.id, &claim.story));
    assert!(before.earlier.is_empty());
    let now = claim.on(day("2024-03-09")).unwrap();
    assert_eq!((now.articles(), now.standing), (2, claim.standing));
}

#[test]
fn a_report_without_a_certain_day_counts_on_none() {
    let claim = claim(&[opened("a", "Courier", "2024-03-04"), opened("b", "Herald", "2024-03-05/..")]);
    assert_eq!(claim.members.len(), 2);
    assert_eq!(claim.since, None);
    assert_eq!(claim.on(day("2030-01-01")).unwrap().articles(), 1);
}

#[test]
fn a_report_dated_by_days_counts_from_the_last_of_them() {
    let claim = claim(&[opened("a", "Courier", "2024-03-04"), opened("b", "Herald", "2024-03-05/2024-03-12")]);
    assert_eq!(claim.since, Some(day("2024-03-12")));
    assert_eq!(claim.on(day("2024-03-11")).unwrap().articles(), 1);
}

#[test]
fn what_was_expected_was_open_until_a_report_told_how_it_ended() {
    let expected = report("one", "Courier", "2024-10-01")
        .says_with("The islands of Corby will sign their fishing treaty by the end of October.", |m| {
            m.commitment(Commitment::Expected, "will").when("by the end of October", "../2024-10-31");
            m.verb("will sign", Tense::Future);
        })
        .done();
    let later = report("two", "Herald", "2024-11-02")
        .says("The islands of Corby signed their fishing treaty on Tuesday.")
        .done();
    let claim = claim(&[expected, later]);
    assert_eq!(claim.expectation.as_ref().unwrap().outcome, Outcome::Happened);
    assert_eq!(claim.since, Some(day("2024-11-02")));
    let before = claim.on(day("2024-10-15")).unwrap();
    assert!(before.open);
    assert_eq!(before.expectation.as_ref().unwrap().outcome, Outcome::NotResolved);
}

#[test]
fn a_claim_of_one_day_has_no_course() {
    let claim = claim(&[opened("a", "Courier", "2024-03-04"), opened("b", "Herald", "2024-03-04")]);
    assert_eq!((claim.since, claim.earlier.len()), (Some(day("2024-03-04")), 0));
}

#[test]
fn what_a_person_put_together_is_open_from_the_first_report_that_expects_it() {
    let sign = |id: &str, outlet: &str, published: &str, text: &str| {
        report(id, outlet, published)
            .says_with(text, |m| {
                m.commitment(Commitment::Expected, "will").verb("will sign", Tense::Future);
            })
            .done()
    };
    let documents = [
        sign("one", "Courier", "2024-10-01", "The islands of Corby will sign their fishing treaty."),
        sign("two", "Herald", "2024-10-09", "Both harbours will sign the long pact on herring."),
    ];
    let anchor = |document: &str, words: &str| relate::Anchor { document: document.into(), words: words.into() };
    let together = relate::Decision::Split {
        statements: vec![anchor("one", "will sign their fishing treaty"), anchor("two", "will sign the long pact")],
        why: String::new(),
    };
    let corpus = Corpus::default();
    let related = relate::relate(&documents, &corpus);
    let reviewed = relate::review(related, &documents, &corpus, &[together]).unwrap();
    let claim = reviewed.claims.iter().find(|claim| claim.members.len() == 2).unwrap();
    assert!(claim.open);
    assert!(claim.on(day("2024-10-02")).unwrap().open, "nothing had settled it by then either");
}

#[test]
fn what_tells_of_a_later_day_was_added_to_its_report() {
    let late = report("a", "Courier", "2024-03-04")
        .says_with("Mayor Odo Lund closed the Corby lighthouse on 8 October 2024.", |m| {
            m.when("on 8 October 2024", "2024-10-08");
            m.verb("closed", Tense::Past);
        })
        .done();
    let claim = claim(&[late]);
    assert!(claim.on(day("2024-03-20")).is_none());
    assert!(claim.on(day("2024-10-08")).is_some());
}

/// What a person has put together of all the first statements.
fn put_together(documents: &[Annotated], words: &[(&str, &str)]) -> Claim {
    let corpus = Corpus::default();
    let relations = relate::relate(documents, &corpus);
    let anchor =
        |&(document, words): &(&str, &str)| relate::Anchor { document: document.to_owned(), words: words.to_owned() };
    let statements = words.iter().map(anchor).collect();
    let decision = relate::Decision::Split { statements, why: "it is one".to_owned() };
    let relations = relate::review(relations, documents, &corpus, &[decision]).unwrap();
    relations.claims.into_iter().find(|c| c.members.iter().any(|m| (m.document, m.statement) == (0, 0))).unwrap()
}

#[test]
fn what_is_open_with_all_reports_was_open_when_the_first_looked_ahead() {
    let vague = report("one", "Courier", "2024-09-01")
        .says_with("The islands of Corby are making ready for a pact on herring.", |m| {
            m.commitment(Commitment::Expected, "making ready").verb("are making", Tense::Present);
        })
        .done();
    let plain = report("two", "Herald", "2024-10-01")
        .says_with("The islands of Corby will sign their fishing treaty by the end of the year.", |m| {
            m.commitment(Commitment::Expected, "will").when("by the end of the year", "../2024-12-31");
            m.verb("will sign", Tense::Future);
        })
        .done();
    let claim = put_together(&[vague, plain], &[("one", "a pact on herring"), ("two", "fishing treaty")]);
    assert!(claim.open);
    let before = claim.on(day("2024-09-02")).unwrap();
    assert!(before.open, "it looked ahead, and nothing settles it to this day");
    assert_eq!(before.expectation.as_ref().unwrap().outcome, Outcome::NotResolved);
}

#[test]
fn what_a_person_puts_beside_an_expectation_tells_its_outcome_in_any_words() {
    let expected = report("one", "Courier", "2024-10-01")
        .says_with("Mayor Odo Lund is set to attend the fair in Corby.", |m| {
            m.commitment(Commitment::Expected, "set to").verb("is set to attend", Tense::Present);
        })
        .done();
    let told = |when: (&str, &str), published: &str| {
        report("two", "Herald", published)
            .says_with(&format!("Lund met the herring merchants at their stalls {}.", when.0), |m| {
                m.when(when.0, when.1).verb("met", Tense::Past);
            })
            .done()
    };
    let of = |told: Annotated| {
        put_together(&[expected.clone(), told], &[("one", "set to attend"), ("two", "met the herring")])
    };
    let claim = of(told(("on 12 October", "2024-10-12"), "2024-11-02"));
    let expectation = claim.expectation.as_ref().unwrap();
    assert_eq!((expectation.outcome, expectation.settled_by.len()), (Outcome::Happened, 1));
    assert!(!claim.open);
    assert!(claim.on(day("2024-10-20")).unwrap().open, "it was open until the second report");
    let claim = of(told(("on 12 September", "2024-09-12"), "2024-11-02"));
    let outcome = claim.expectation.as_ref().map(|e| e.outcome);
    assert_ne!(outcome, Some(Outcome::Happened), "what was before, was not expected");
}
