//! What was expected, and what later reports say of it.
#![allow(clippy::unwrap_used, reason = "tests")]

mod support;

use model::{Annotated, Claim, Commitment, Corpus, EntityKind, Expectation, Outcome, Polarity, Tense};
use support::report;

fn expected() -> Annotated {
    report("one", "Courier", "2024-10-01")
        .says_with("The islands of Corby will sign their fishing treaty by the end of October.", |m| {
            m.commitment(Commitment::Expected, "will").when("by the end of October", "../2024-10-31");
            m.verb("will sign", Tense::Future);
        })
        .done()
}

fn claim(documents: &[Annotated]) -> Claim {
    let relations = relate::relate(documents, &Corpus::default());
    relations.claims.into_iter().find(|c| c.members.iter().any(|m| (m.document, m.statement) == (0, 0))).unwrap()
}

fn outcome(later: Annotated) -> (Expectation, bool) {
    let claim = claim(&[expected(), later]);
    (claim.expectation.unwrap(), claim.open)
}

#[test]
fn it_happened() {
    let later = report("two", "Herald", "2024-11-02")
        .says("The islands of Corby signed their fishing treaty on Tuesday.")
        .done();
    let (expectation, open) = outcome(later);
    assert_eq!(expectation.outcome, Outcome::Happened);
    assert_eq!(expectation.settled_by[0].document, 1);
    assert!(!open);
}

#[test]
fn it_was_put_off() {
    let later = report("two", "Herald", "2024-11-02")
        .says("The signing of the fishing treaty between the islands of Corby was postponed to May.")
        .done();
    assert_eq!(outcome(later).0.outcome, Outcome::Moved);
}

#[test]
fn it_was_given_another_date() {
    let later = |says: &str, polarity: Polarity| {
        let report = report("two", "Herald", "2024-10-20");
        let later = report.says_with(says, |m| _ = m.when("December", "2024-12").polarity(polarity));
        outcome(later.done()).0.outcome
    };
    let signing = "The signing of the fishing treaty between the islands of Corby was";
    let moved = format!("{signing} moved from October to December.");
    assert_eq!(later(&moved, Polarity::Affirmed), Outcome::Moved);
    assert_ne!(later(&format!("{signing} moved to another hall in December."), Polarity::Affirmed), Outcome::Moved);
    assert_ne!(later(&moved.replace("moved", "not moved"), Polarity::Negated), Outcome::Moved);
    let not = format!("{signing} not postponed to December.");
    assert_ne!(later(&not, Polarity::Negated), Outcome::Moved);
}

#[test]
fn it_was_denied() {
    let later = report("two", "Herald", "2024-11-02")
        .says_with("The islands of Corby did not sign their fishing treaty.", |m| _ = m.polarity(Polarity::Negated))
        .done();
    assert_eq!(outcome(later).0.outcome, Outcome::Denied);
}

#[test]
fn a_date_that_passes_proves_nothing() {
    let later = report("two", "Herald", "2025-03-02").says("Herring was cheap on both islands this winter.").done();
    let (expectation, open) = outcome(later);
    assert_eq!(expectation.outcome, Outcome::NotResolved);
    assert_eq!(expectation.due.unwrap().edtf, "../2024-10-31");
    assert!(open);
}

#[test]
fn an_earlier_signing_settles_nothing() {
    let later = report("two", "Herald", "2024-11-02")
        .says_with("The islands of Corby signed their first fishing treaty in 1998.", |m| _ = m.when("in 1998", "1998"))
        .done();
    assert_eq!(outcome(later).0.outcome, Outcome::NotResolved);
}

#[test]
fn something_else_that_is_said_of_it_settles_nothing() {
    let later = report("two", "Herald", "2024-11-02")
        .says("The islands of Corby celebrated their fishing treaty with songs on Tuesday.")
        .done();
    let expectation = claim(&[expected(), later]).expectation;
    assert!(expectation.is_none_or(|e| e.outcome == Outcome::NotResolved), "at most it may have been");
}

#[test]
fn only_a_later_report_settles_it() {
    let same_day = report("two", "Herald", "2024-10-01")
        .says("The islands of Corby signed their fishing treaty on Tuesday.")
        .done();
    assert_eq!(outcome(same_day).0.outcome, Outcome::NotResolved);
}

#[test]
fn what_was_perhaps_told_in_other_words_is_not_open() {
    let first = report("one", "Courier", "2024-10-01")
        .says_with("Norway will dismantle the old mill of Corby by the end of October.", |m| {
            m.commitment(Commitment::Expected, "will").when("by the end of October", "../2024-10-31");
            m.clause("Norway", "will dismantle", Tense::Future);
        })
        .done();
    let second = |says: &str| {
        let later = report("two", "Herald", "2024-11-02").says(says).done();
        claim(&[first.clone(), later]).open
    };
    assert!(!second("Norway demolished the mill of Corby on Tuesday."));
    assert!(second("Norway painted the town hall on Tuesday."));
}

#[test]
fn what_was_due_soon_is_overtaken_by_many_later_reports() {
    let due = |words: &str, edtf: &str| {
        report("one", "Courier", "2024-10-01")
            .says_with(&format!("The islands of Corby will sign their fishing treaty {words}."), |m| {
                m.commitment(Commitment::Expected, "will").when(words, edtf).verb("will sign", Tense::Future);
            })
            .done()
    };
    let open = |first: Annotated, later: usize| {
        let other = |n: usize| {
            let says = format!("A ferry of the line had {n} passengers in the evening.");
            report(&format!("r{n}"), "Herald", "2024-11-05").says(&says).done()
        };
        claim(&std::iter::once(first).chain((0..later).map(other)).collect::<Vec<_>>()).open
    };
    assert!(open(due("on 3 October", "2024-10-03"), 3));
    assert!(!open(due("on 3 October", "2024-10-03"), 12));
    // What lies further ahead is not told in passing.
    assert!(open(due("by the end of October", "../2024-10-31"), 12));
}

/// Whether a report's only statement is open, by its subject and verb.
fn is_open(text: &str, subject: &str, verb: &str) -> bool {
    let first = report("one", "Courier", "2024-10-01")
        .says_with(text, |m| {
            m.commitment(Commitment::Expected, "will").clause(subject, verb, Tense::Future);
        })
        .done();
    claim(&[first]).open
}

#[test]
fn an_expectation_is_an_event_that_somebody_brings_about() {
    assert!(is_open("Norway will sign the Corby fishing treaty.", "Norway", "will sign"));
    assert!(is_open("The new bridge of Corby will open in a week.", "The new bridge of Corby", "will open"));
    for (text, subject, verb) in [
        ("The debt of the yards will test the Corby treaty.", "The debt of the yards", "will test"),
        ("Olaf Lind will pay for what befell Corby.", "Olaf Lind", "will pay"),
        ("Norway will join the common efforts of Corby.", "Norway", "will join"),
        ("Norway will publish more information on the Corby fire.", "Norway", "will publish"),
        ("Norway will open the Corby pier when the ice has gone.", "Norway", "will open"),
        ("The troubles of Norway will arrive at your door.", "The troubles of Norway", "will arrive"),
        ("Thousands of Corby will be arrested by Norway.", "Thousands", "will be arrested"),
    ] {
        assert!(!is_open(text, subject, verb), "{text}");
    }
}

#[test]
fn one_matter_is_expected_once() {
    let says = |id: &str, text: &str, subject: &str, verb: &str| {
        report(id, "Courier", "2024-10-01")
            .says_with(text, |m| {
                m.commitment(Commitment::Expected, verb).clause(subject, verb, Tense::Future);
            })
            .done()
    };
    let documents = [
        says("one", "Norway will sign the treaty on herring with Corby.", "Norway", "will sign"),
        says("two", "A herring treaty of many pages and maps Norway will sign with Corby.", "Norway", "will sign"),
    ];
    let related = relate::relate(&documents, &Corpus::default());
    assert_eq!(related.claims.iter().filter(|claim| claim.open).count(), 1);
}

#[test]
fn what_is_due_has_its_own_date() {
    let first = report("one", "Courier", "2024-10-01")
        .says_with("Norway will sign the Corby treaty, which has been ready since 3 May 2024.", |m| {
            m.commitment(Commitment::Expected, "will").when("3 May 2024", "2024-05-03/..");
            m.clause("Norway", "will sign", Tense::Future);
        })
        .done();
    assert_eq!(claim(&[first]).expectation.map(|e| e.due), Some(None));
}

/// Whether what a first report expects is open beside a second one.
fn is_open_beside(
    first: (&str, &str, &str),
    day: &str,
    second: impl FnOnce(support::Report) -> support::Report,
) -> bool {
    let (text, subject, verb) = first;
    let first = report("one", "Courier", "2024-10-01")
        .says_with(text, |m| {
            m.commitment(Commitment::Expected, "will").clause(subject, verb, Tense::Future);
            if subject == "Anna Berg" {
                m.named(subject, EntityKind::Person);
            }
        })
        .done();
    claim(&[first, second(report("two", "Herald", day)).done()]).open
}

#[test]
fn what_later_reports_have_gone_on_to_is_not_open() {
    let rules = ("The new harbour rules will be published.", "The new harbour rules", "will be published");
    let past = |text: &'static str, subject: &'static str, verb: &'static str| {
        move |second: support::Report| second.says_with(text, |m| _ = m.clause(subject, verb, Tense::Past))
    };
    let gone = past("Skippers complained of the harbour rules in Corby.", "Skippers", "complained");
    assert!(!is_open_beside(rules, "2024-10-20", gone));
    let other = past("Skippers complained of the rain in Corby.", "Skippers", "complained");
    assert!(is_open_beside(rules, "2024-10-20", other));
    let same_day = past("Skippers complained of the harbour rules in Corby.", "Skippers", "complained");
    assert!(is_open_beside(rules, "2024-10-01", same_day), "they may mean the old ones");
}

#[test]
fn who_has_gone_is_not_expected_to_do_it() {
    let berg = ("Anna Berg will open the new pier of Corby.", "Anna Berg", "will open");
    let past = |verb: &'static str| {
        move |second: support::Report| {
            second.says_with(&format!("Anna Berg {verb} on a bridge in Lund."), |m| {
                m.named("Anna Berg", EntityKind::Person).clause("Anna Berg", verb, Tense::Past);
            })
        }
    };
    assert!(!is_open_beside(berg, "2024-10-20", past("died")));
    assert!(is_open_beside(berg, "2024-10-20", past("slept")));
}

#[test]
fn who_was_to_speak_and_is_quoted_has_spoken() {
    let berg = ("Anna Berg will announce the sale of two ferries.", "Anna Berg", "will announce");
    let quoted = |second: support::Report| {
        second.says_with("Anna Berg said bids were low.", |m| {
            m.named("Anna Berg", EntityKind::Person)
                .holder("Anna Berg", "said")
                .commitment(Commitment::Attributed, "said");
        })
    };
    assert!(!is_open_beside(berg, "2024-10-01", quoted));
    assert!(is_open_beside(berg, "2024-10-20", quoted), "weeks later it may be of another thing");
}

#[test]
fn what_is_ready_is_not_expected() {
    let is = |text: &str, verb: &str| {
        let first = report("one", "Courier", "2024-10-01")
            .says_with(text, |m| {
                m.commitment(Commitment::Expected, verb).clause("The ferry of Norway", verb, Tense::Present);
                m.when("on 4 October", "2024-10-04");
            })
            .done();
        claim(&[first]).open
    };
    assert!(is("The ferry of Norway is to be deployed on 4 October.", "is"));
    assert!(!is("The ferry of Norway is ready to be deployed on 4 October.", "is"));
}

#[test]
fn a_need_and_a_vague_promise_are_no_expectation() {
    let expects = |text: &str, subject: &str, verb: &str| {
        let one = report("one", "Courier", "2024-10-01").says_with(text, |m| {
            m.commitment(Commitment::Expected, "will").clause(subject, verb, Tense::Future);
            m.when("by the end of October", "../2024-10-31");
        });
        claim(&[one.done()]).open
    };
    let islands = "The islands of Corby";
    assert!(expects("The islands of Corby will sell two ferries by the end of October.", islands, "will sell"));
    assert!(!expects(
        "The islands of Corby will need to sell two ferries by the end of October.",
        islands,
        "will need"
    ));
    let brokers = "The brokers of Corby";
    assert!(!expects("The brokers of Corby will be held to account by the end of October.", brokers, "will be held"));
}

#[test]
fn the_day_on_which_a_year_begins_is_no_day_on_which_something_is_due() {
    let text = "The islands of Corby will sell two ferries in the fishing year beginning on 1 November.";
    let one = report("one", "Courier", "2024-10-01").says_with(text, |m| {
        m.commitment(Commitment::Expected, "will").clause("The islands of Corby", "will sell", Tense::Future);
        m.when("1 November", "2024-11-01");
    });
    let expectation = claim(&[one.done()]).expectation;
    assert!(expectation.is_none_or(|expectation| expectation.due.is_none()));
}
