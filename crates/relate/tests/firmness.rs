//! A title is never firmer than what is said.
#![allow(clippy::unwrap_used, reason = "tests")]

mod support;

use model::{Annotated, Claim, Commitment, Corpus, Tense};
use relate::{Anchor, Decision, review};
use support::{Marks, report};

const RUMOUR: &str = "It is rumoured that Odo Lund sold two ferries to Corby.";
const DENIAL: &str = "Odo Lund denies that Odo Lund sold two ferries to Corby.";
const FACT: &str = "Odo Lund sold two ferries to Corby.";

fn sold(m: &mut Marks<'_>, commitment: Commitment, cue: &str) {
    m.only("Odo Lund sold two ferries to Corby").short_for("Odo Lund", "Odo Lund").clause(
        "Odo Lund",
        "sold",
        Tense::Past,
    );
    if commitment != Commitment::Asserted {
        m.commitment(commitment, cue);
    }
}

fn told(text: &str, commitment: Commitment, cue: &str) -> Annotated {
    report("one", "Courier", "2024-05-01").says_with(text, |m| sold(m, commitment, cue)).done()
}

fn titled(documents: &[Annotated], decisions: &[Decision]) -> Claim {
    let corpus = Corpus::default();
    let related = relate::relate(documents, &corpus);
    review(related, documents, &corpus, decisions).unwrap().claims.into_iter().next().unwrap()
}

#[test]
fn a_rumour_and_a_denial_are_told_as_such() {
    let title = |text: &str, commitment, cue: &str| titled(&[told(text, commitment, cue)], &[]).title;
    let rumour = title(RUMOUR, Commitment::Hedged, "rumoured");
    assert!(rumour.starts_with("Alleged: ") || rumour.contains("rumoured"), "{rumour}");
    let denial = title(DENIAL, Commitment::Denied, "denies");
    assert!(denial.starts_with("Denied: ") || denial.contains("denies"), "{denial}");
    let fact = title(FACT, Commitment::Asserted, "");
    assert!(fact.starts_with("Odo Lund sold") || fact.starts_with("“Odo Lund sold"), "{fact}");
}

fn retitled(words: &str, title: &str) -> Decision {
    Decision::Retitle {
        statement: Anchor { document: "one".into(), words: words.into() },
        title: title.into(),
        why: String::new(),
    }
}

#[test]
fn a_title_that_a_person_wrote_is_no_firmer() {
    let rumour = [told(RUMOUR, Commitment::Hedged, "rumoured")];
    let words = "sold two ferries";
    assert_eq!(titled(&rumour, &[retitled(words, "Lund sells ferries")]).title, "Alleged: Lund sells ferries");
    let hedged = titled(&rumour, &[retitled(words, "Lund allegedly sells ferries")]);
    assert_eq!(hedged.title, "Lund allegedly sells ferries", "it says so itself");
    let denial = [told(DENIAL, Commitment::Denied, "denies")];
    assert_eq!(titled(&denial, &[retitled(words, "Lund sells ferries")]).title, "Denied: Lund sells ferries");
    let fact = [told(FACT, Commitment::Asserted, "")];
    assert_eq!(titled(&fact, &[retitled(words, "Lund sells ferries")]).title, "Lund sells ferries");
    let berg = "Berg said Odo Lund sold two ferries to Corby.";
    let heard = report("one", "Courier", "2024-05-01").says_with(berg, |m| {
        m.holder("Berg", "said");
        sold(m, Commitment::Attributed, "said");
    });
    let heard = titled(&[heard.done()], &[retitled(words, "Lund sells ferries")]).title;
    assert!(heard.ends_with(": Lund sells ferries") && heard != "Lund sells ferries", "{heard}");
}

#[test]
fn a_title_that_a_person_wrote_is_told_from_the_day_of_the_statement_that_it_is_for() {
    let early = told(FACT, Commitment::Asserted, "");
    let late = report("two", "Herald", "2024-05-09").says_with(FACT, |m| sold(m, Commitment::Asserted, "")).done();
    let documents = [early, late];
    let of = |document: &str| Decision::Retitle {
        statement: Anchor { document: document.into(), words: "sold two ferries".into() },
        title: "Lund sells ferries".into(),
        why: String::new(),
    };
    let before = |decision: Decision| {
        let claim = titled(&documents, &[decision]);
        assert_eq!(claim.members.len(), 2, "they say the same");
        claim.on("2024-05-05".parse().unwrap()).unwrap().title.clone()
    };
    assert_eq!(before(of("one")), "Lund sells ferries");
    assert_ne!(before(of("two")), "Lund sells ferries");
}
