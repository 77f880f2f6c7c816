//! One deed, however each report words it; and what stands beside a claim as perhaps the same.
#![allow(clippy::unwrap_used, reason = "tests")]

mod support;

use model::{Annotated, Corpus, EntityKind, Tense};
use support::{are_one, report};

/// A report with one statement, of which these words are names.
fn told(id: &str, day: &str, text: &str, (subject, verb, tense): (&str, &str, Tense), names: &[&str]) -> Annotated {
    report(id, id, day)
        .says_with(text, |m| {
            for name in names {
                m.named(name, EntityKind::Place);
            }
            m.clause(subject, verb, tense);
        })
        .done()
}

#[test]
fn an_agreement_is_reached_or_struck() {
    let reached = || {
        told(
            "one",
            "2031-03-05",
            "Corby and five harbour towns have reached a historic agreement with Lund over its herring quotas.",
            ("Corby and five harbour towns", "have reached", Tense::Perfect),
            &["Corby", "Lund"],
        )
    };
    let struck = |day: &str| {
        told(
            "two",
            day,
            "Corby and other harbour towns struck a historic deal with Lund to limit its herring quotas in return for new piers.",
            ("Corby and other harbour towns", "struck", Tense::Past),
            &["Corby", "Lund"],
        )
    };
    assert!(are_one([reached(), struck("2031-03-05")]));
    assert!(!are_one([reached(), struck("2031-06-20")]), "another agreement");
}

#[test]
fn the_same_is_done_by_two_to_two_things() {
    let suspended = |id: &str, who: &str, verb: &str| {
        told(
            id,
            "2031-03-05",
            &format!("{who} {verb} fishing relations with the embassy in Corby."),
            (who, verb, Tense::Perfect),
            &[who, "Corby"],
        )
    };
    assert!(are_one([suspended("one", "Norway", "has suspended"), suspended("two", "Norway", "has suspended")]));
    assert!(!are_one([suspended("one", "Norway", "has suspended"), suspended("two", "Iceland", "has suspended")]));
}

#[test]
fn opposites_do_not_stand_beside_each_other() {
    let race = |id: &str, does: &str| {
        told(
            id,
            "2031-03-05",
            &format!("The herring pact between Corby and Lund will {does} a race for new boats in the northern fjord."),
            ("The herring pact between Corby and Lund", &format!("will {does}"), Tense::Future),
            &["Corby", "Lund"],
        )
    };
    let beside = |a: &str, b: &str| {
        let claims = relate::relate(&[race("one", a), race("two", b)], &Corpus::default()).claims;
        claims.iter().any(|claim| !claim.perhaps.is_empty() || claim.members.len() > 1)
    };
    assert!(beside("fuel", "spark"));
    assert!(!beside("fuel", "prevent"));
}
