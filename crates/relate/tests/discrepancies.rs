//! A small corpus for each kind of discrepancy, with look-alikes that must stay apart.
#![allow(clippy::unwrap_used, reason = "tests")]

mod support;

use model::{
    Annotated, Claim, Commitment, Corpus, Discrepancy, DiscrepancyKind, EntityKind, Relations, Standing, Tense,
};
use support::report;

fn related(documents: &[Annotated]) -> Relations {
    relate::relate(documents, &Corpus::default())
}

/// The claim of the first statement of the first document.
fn first_claim(relations: &Relations) -> &Claim {
    relations.claims.iter().find(|c| c.members.iter().any(|m| (m.document, m.statement) == (0, 0))).unwrap()
}

fn of_kind(claim: &Claim, kind: DiscrepancyKind) -> Option<&Discrepancy> {
    claim.discrepancies.iter().find(|d| d.kind == kind)
}

/// Two reports of one fire that give a number of dead.
fn fire(first: (&str, f64, Option<f64>), second: (&str, f64, Option<f64>), days: [&str; 2]) -> Vec<Annotated> {
    let one = format!("A fire in the paper mill at Arlen killed {} workers.", first.0);
    let two = format!("At Arlen {} workers were killed by a fire in the paper mill.", second.0);
    vec![
        report("one", "Courier", days[0])
            .says_with(&one, |m| {
                m.named("Arlen", EntityKind::Place);
                m.number(&format!("{} workers", first.0), first.1, first.2, "worker").verb("killed", Tense::Past);
            })
            .done(),
        report("two", "Herald", days[1])
            .says_with(&two, |m| {
                m.named("Arlen", EntityKind::Place);
                m.number(&format!("{} workers", second.0), second.1, second.2, "worker")
                    .verb("were killed", Tense::Past);
            })
            .done(),
    ]
}

#[test]
fn numbers_that_cannot_both_be_right() {
    let relations = related(&fire(("14", 14.0, Some(14.0)), ("40", 40.0, Some(40.0)), ["2024-05-02", "2024-05-02"]));
    let claim = first_claim(&relations);
    let number = of_kind(claim, DiscrepancyKind::Number).unwrap();
    assert!(!number.update);
    assert_eq!(number.values.iter().map(|v| v.value.as_str()).collect::<Vec<_>>(), ["14", "40"]);
    assert_eq!(claim.standing, Standing::Differs);
}

#[test]
fn thousands_and_two_thousand_agree() {
    let days = ["2024-05-02", "2024-05-02"];
    let relations = related(&fire(("thousands of", 2000.0, None), ("2,000", 2000.0, Some(2000.0)), days));
    let claim = first_claim(&relations);
    assert!(claim.discrepancies.is_empty());
    assert_eq!(claim.standing, Standing::Agreed);
}

#[test]
fn a_later_figure_is_an_update() {
    let relations = related(&fire(("14", 14.0, Some(14.0)), ("17", 17.0, Some(17.0)), ["2024-05-02", "2024-05-04"]));
    let claim = first_claim(&relations);
    assert!(of_kind(claim, DiscrepancyKind::Number).unwrap().update);
    assert_eq!(claim.standing, Standing::Perhaps, "and two figures do not agree");
    let fewer = related(&fire(("17", 17.0, Some(17.0)), ("14", 14.0, Some(14.0)), ["2024-05-02", "2024-05-04"]));
    assert!(!of_kind(first_claim(&fewer), DiscrepancyKind::Number).unwrap().update, "a count of dead does not fall");
}

#[test]
fn numbers_of_other_things_are_no_difference() {
    let stolen = |id: &str, count: &str, low: f64, pier: &str| {
        report(id, id, "2024-05-02")
            .says_with(
                &format!("{count} crates of herring were stolen near pier {pier} of the harbour at Arlen."),
                |m| {
                    m.number(&format!("{count} crates"), low, Some(low), "crate").verb("were stolen", Tense::Past);
                },
            )
            .done()
    };
    let relations = related(&[stolen("one", "38", 38.0, "18"), stolen("two", "29", 29.0, "9")]);
    assert!(relations.claims.iter().all(|claim| claim.discrepancies.is_empty()));
    let relations = related(&[stolen("one", "38", 38.0, "9"), stolen("two", "29", 29.0, "9")]);
    assert!(of_kind(first_claim(&relations), DiscrepancyKind::Number).is_some());
}

/// Two reports of a signing on a date each.
fn signing(first: (&str, &str), second: (&str, &str)) -> Vec<Annotated> {
    vec![
        report("one", "Courier", "2024-10-01")
            .says_with(&format!("The fishing treaty between the islands was signed {}.", first.0), |m| {
                m.when(first.0, first.1).verb("was signed", Tense::Past);
            })
            .done(),
        report("two", "Herald", "2024-10-02")
            .says_with(&format!("The islands signed their fishing treaty {}.", second.0), |m| {
                m.when(second.0, second.1).verb("signed", Tense::Past);
            })
            .done(),
    ]
}

#[test]
fn dates_that_cannot_both_be_right() {
    let relations = related(&signing(("on 14 September", "2024-09-14"), ("on 24 September", "2024-09-24")));
    let date = of_kind(first_claim(&relations), DiscrepancyKind::Date).unwrap();
    assert_eq!(date.values.iter().map(|v| v.value.as_str()).collect::<Vec<_>>(), ["2024-09-14", "2024-09-24"]);
}

#[test]
fn a_month_and_a_day_in_it_agree() {
    let relations = related(&signing(("in September", "2024-09"), ("on 24 September", "2024-09-24")));
    let claim = first_claim(&relations);
    assert_eq!(claim.articles(), 2);
    assert!(claim.discrepancies.is_empty());
}

#[test]
fn deadlines_differ() {
    let expects = |id: &str, outlet: &str, day: &str, words: &str, when: &str| {
        report(id, outlet, day)
            .says_with(&format!("The islands of Corby are expected to sign their fishing treaty {words}."), |m| {
                m.commitment(Commitment::Expected, "are expected to").when(words, when);
                m.verb("are expected", Tense::Present);
            })
            .done()
    };
    let relations = related(&[
        expects("one", "Courier", "2024-10-01", "at the meeting of 22 to 24 October", "2024-10-22/2024-10-24"),
        expects("two", "Herald", "2024-11-07", "by the end of the year", "../2024-12-31"),
    ]);
    let claim = first_claim(&relations);
    let date = of_kind(claim, DiscrepancyKind::Date).unwrap();
    assert_eq!(date.about, "when it is due");
    assert!(claim.open);
}

#[test]
fn places_and_actors() {
    let crash = |id: &str, outlet: &str, who: &str, town: &str| {
        report(id, outlet, "2024-06-03")
            .says_with(&format!("{who} crashed a stolen tram into the bakery in {town} on Sunday."), |m| {
                m.named(who, EntityKind::Person).named(town, EntityKind::Place).verb("crashed", Tense::Past);
            })
            .done()
    };
    let relations =
        related(&[crash("one", "Courier", "Anna Berg", "Arlen"), crash("two", "Herald", "Anna Berg", "Borsk")]);
    let place = of_kind(first_claim(&relations), DiscrepancyKind::Place).unwrap();
    assert_eq!(place.values.iter().map(|v| v.value.as_str()).collect::<Vec<_>>(), ["Arlen", "Borsk"]);
    let wide = [crash("one", "Courier", "Anna Berg", "Arlen"), crash("two", "Herald", "Anna Berg", "Western Europe")];
    assert!(
        of_kind(first_claim(&related(&wide)), DiscrepancyKind::Place).is_none(),
        "a part of the world holds a town"
    );
    let slip = [crash("one", "Courier", "Anna Berg", "Arlennes"), crash("two", "Herald", "Anna Berg", "Arlenens")];
    assert!(of_kind(first_claim(&related(&slip)), DiscrepancyKind::Place).is_none(), "letters that changed places");
    let relations =
        related(&[crash("one", "Courier", "Anna Berg", "Arlen"), crash("two", "Herald", "Carl Dorn", "Arlen")]);
    let actor = of_kind(first_claim(&relations), DiscrepancyKind::Actor).unwrap();
    assert_eq!(actor.about, "who did it");
    assert_eq!(actor.values.iter().map(|v| v.value.as_str()).collect::<Vec<_>>(), ["Anna Berg", "Carl Dorn"]);
}

#[test]
fn a_town_and_its_country_agree() {
    let meets = |id: &str, outlet: &str, place: &str| {
        report(id, outlet, "2024-06-03")
            .says_with(&format!("The two ministers met in {place} to talk about the canal."), |m| {
                m.named(place, EntityKind::Place);
            })
            .done()
    };
    let relations = related(&[meets("one", "Courier", "Lisbon"), meets("two", "Herald", "Portugal")]);
    let claim = first_claim(&relations);
    assert_eq!(claim.articles(), 2);
    assert!(claim.discrepancies.is_empty());
}

#[test]
fn one_asserts_what_another_denies() {
    let report_of = |id: &str, outlet: &str, text: &str, commitment: Commitment, cue: &str| {
        report(id, outlet, "2024-06-03").says_with(text, |m| _ = m.commitment(commitment, cue)).done()
    };
    let firm = report("one", "Courier", "2024-06-03").says("The mayor took money from the quarry owners.").done();
    let heard = report_of(
        "two",
        "Herald",
        "The mayor reportedly took money from the quarry owners.",
        Commitment::Hedged,
        "reportedly",
    );
    let denied = report_of(
        "twob",
        "Bugle",
        "Anna Berg denied that the mayor took money from the quarry owners.",
        Commitment::Denied,
        "denied",
    );
    let said = report_of(
        "three",
        "Post",
        "Police said the mayor took money from the quarry owners.",
        Commitment::Attributed,
        "said",
    );
    let differs = related(&[firm.clone(), denied]);
    let stances = of_kind(first_claim(&differs), DiscrepancyKind::Commitment).unwrap();
    assert_eq!(stances.values.iter().map(|v| v.value.as_str()).collect::<Vec<_>>(), ["says so", "denies"]);
    let passed_on = related(&[firm.clone(), heard]);
    assert!(of_kind(first_claim(&passed_on), DiscrepancyKind::Commitment).is_none(), "who has heard it doubts nothing");
    let agrees = related(&[firm, said]);
    assert_eq!(first_claim(&agrees).articles(), 2);
    assert!(of_kind(first_claim(&agrees), DiscrepancyKind::Commitment).is_none());
}

#[test]
fn one_speaker_in_other_words() {
    let quoted = |id: &str, outlet: &str, quote: &str| {
        report(id, outlet, "2024-06-03")
            .says_with(&format!("“{quote},” Anna Berg said of the harbour."), |m| {
                m.named("Anna Berg", EntityKind::Person).holder("Anna Berg", "said");
                m.commitment(Commitment::Attributed, "said").quote(quote);
            })
            .done()
    };
    let first = "the harbour needs deeper water and longer quays before winter";
    let relations = related(&[
        quoted("one", "Courier", first),
        quoted("two", "Herald", "the harbour wants deeper water and longer piers before winter"),
        quoted("three", "Post", "deeper water and longer quays before winter"),
    ]);
    let claim = first_claim(&relations);
    let utterance = &claim.utterances[0];
    assert_eq!(utterance.speaker, "Anna Berg");
    assert_eq!(utterance.versions.len(), 3);
    let columns: Vec<usize> = utterance.versions.iter().map(|v| v.words.len()).collect();
    assert!(columns.iter().all(|&c| c == columns[0]));
    assert!(of_kind(claim, DiscrepancyKind::Wording).is_some());
    assert_eq!(claim.origins.len(), 1, "one speaker is one origin");
    let cut = related(&[quoted("one", "Courier", first), quoted("three", "Post", "deeper water and longer quays")]);
    assert!(of_kind(first_claim(&cut), DiscrepancyKind::Wording).is_none(), "what is only cut is not worded otherwise");
    let ends = |word: &str| format!("the old pier is too narrow to be closed in the middle of the {word}");
    let slip = related(&[quoted("one", "Courier", &ends("market")), quoted("three", "Post", &ends("harvest"))]);
    assert!(of_kind(first_claim(&slip), DiscrepancyKind::Wording).is_some(), "the last word may be another as well");
}

#[test]
fn an_utterance_that_a_report_interrupts_is_one() {
    const QUOTE: [&str; 2] = ["the harbour needs deeper water and longer quays", "for a hundred years"];
    let by = |m: &mut support::Marks<'_>| {
        m.named("Anna Berg", EntityKind::Person).holder("Anna Berg", "said");
        m.commitment(Commitment::Attributed, "said");
    };
    let whole = report("one", "Courier", "2024-06-03")
        .says_with(&format!("“{} {},” Anna Berg said.", QUOTE[0], QUOTE[1]), |m| {
            by(m);
            m.quote(&QUOTE.join(" "));
        })
        .done();
    let parted = report("two", "Herald", "2024-06-03")
        .says_with(&format!("“{},” Anna Berg said, “{} all.”", QUOTE[0], QUOTE[1]), |m| {
            by(m);
            m.quote(QUOTE[0]).quote(&format!("{} all", QUOTE[1]));
        })
        .done();
    let relations = related(&[whole, parted]);
    let utterance = &first_claim(&relations).utterances[0];
    let printed = |version: &model::Alternative| -> Vec<String> {
        version.words.iter().map(|word| word.text.clone()).filter(|text| !text.is_empty()).collect()
    };
    assert_eq!(printed(&utterance.versions[0]).join(" "), QUOTE.join(" "));
    assert_eq!(
        printed(&utterance.versions[1]).join(" "),
        format!("{} all", QUOTE.join(" ")),
        "both parts, and no more"
    );
    let gaps = utterance.versions[1].words.iter().filter(|word| word.text.is_empty()).count();
    assert_eq!(gaps, 0, "the report leaves no word out");
}

#[test]
fn look_alikes_stay_apart() {
    let arrest = |id: &str, who: &str, town: &str, what: &str| {
        report(id, "Courier", "2024-06-03")
            .says_with(&format!("Police in {town} arrested {who} over {what}."), |m| {
                m.named(town, EntityKind::Place).named(who, EntityKind::Person);
            })
            .done()
    };
    let relations = related(&[
        arrest("one", "Anna Berg", "Arlen", "the theft of a violin"),
        arrest("two", "Carl Dorn", "Borsk", "a burning barn"),
    ]);
    assert_eq!(relations.claims.len(), 2);
}

#[test]
fn a_name_spelt_otherwise_and_an_editors_brackets_are_no_difference() {
    let said = |id: &str, words: &str| {
        let text = format!("“{words}”, Anna Berg said.");
        report(id, id, "2024-05-02")
            .says_with(&text, |m| {
                m.quote(words).holder("Anna Berg", "said").commitment(Commitment::Attributed, "said");
            })
            .done()
    };
    let differ = |one: &str, two: &str| {
        let relations = related(&[said("one", one), said("two", two)]);
        relations.claims.iter().any(|claim| of_kind(claim, DiscrepancyKind::Wording).is_some())
    };
    let first = "We will never sell the lighthouse of Dorrahan to any bank in this town";
    assert!(differ(first, "We will never sell the chapel of Dorrahan to any bank in this town"));
    assert!(!differ(first, "We will never sell the lighthouse of Dorahan to any bank in this town"));
    assert!(!differ(first, "We will never sell (the chapel) of Dorrahan to any bank in this town"));
}

#[test]
fn one_speaker_on_two_things_is_no_denial() {
    let said = |id: &str, text: &str, verb: &str, commitment: Commitment| {
        report(id, id, "2024-05-02")
            .says_with(text, |m| {
                m.holder("The Harrow Guild", verb).commitment(commitment, verb);
            })
            .done()
    };
    let documents = [
        said(
            "one",
            "The Harrow Guild claims that it broke the truce with the Corby millers on Friday.",
            "claims",
            Commitment::Attributed,
        ),
        said(
            "two",
            "The Harrow Guild denies that it broke the truce with the Corby millers on Friday.",
            "denies",
            Commitment::Denied,
        ),
    ];
    let relations = related(&documents);
    assert!(relations.claims.iter().all(|claim| of_kind(claim, DiscrepancyKind::Commitment).is_none()));
}
