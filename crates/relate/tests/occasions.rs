//! At what time a claim stands on the timeline.

mod support;

use model::{Annotated, Commitment, Corpus, EntityKind, Tense};
use support::{Marks, report};

/// How often a report's only statement stands on the timeline.
fn times(text: &str, published: &str, marks: impl FnOnce(&mut Marks<'_>)) -> usize {
    let documents = [report("one", "Valley Post", published).says_with(text, marks).done()];
    relate::relate(&documents, &Corpus::default()).claims[0].occasions.len()
}

/// The same, of a sentence whose verb and time are told.
fn dated(text: &str, verb: &str, tense: Tense, time: (&str, &str)) -> usize {
    times(text, "2024-05-04", |m| _ = m.clause("Norway", verb, tense).when(time.0, time.1))
}

#[test]
fn only_the_time_of_its_own_verb_dates_an_event() {
    let friday = ("Friday", "2024-05-03");
    assert_eq!(dated("Norway sold two ferries to Lund on Friday.", "sold", Tense::Past, friday), 1);
    for text in [
        "Norway closed two piers on the eve of a meeting in Lund on Friday.",
        "Norway closed two piers in Corby ahead of the Lund fair on Friday.",
        "Norway charged two men of Corby over the robbery of a Lund bank on Friday.",
        "Norway sold two ferries to Lund until Friday.",
        "Norway closed two piers at Lund due to a storm on Friday.",
    ] {
        let verb = text.split(' ').nth(1).expect("a verb");
        assert_eq!(dated(text, verb, Tense::Past, friday), 0, "{text}");
    }
    let year = ("1998", "1998");
    assert_eq!(dated("Norway sold two ferries to Lund in 1998.", "sold", Tense::Past, year), 1);
    for text in [
        "Norway reminded the people of Lund of what it had said at the Corby meeting in 1998.",
        "Norway urged Lund to keep to resolution 1998.",
        "Norway convicted two men of Lund in connection with a 1998 shooting at Corby.",
        "Norway sold more ferries to Lund than 40 in 1998.",
        "Norway sold 40 ferries to Lund (30 in 1998) and two to Corby.",
    ] {
        let verb = text.split(' ').nth(1).expect("a verb");
        assert_eq!(dated(text, verb, Tense::Past, year), 0, "{text}");
    }
    let turned = "Norway had turned from a deficit of 30 crowns in 1998 to a surplus of 40 crowns.";
    assert_eq!(dated(turned, "had turned", Tense::Past, year), 0, "it turned since");
    let fall = "Norway sold nine ferries against a fall of two ferries in 1998.";
    assert_eq!(dated(fall, "sold", Tense::Past, year), 0, "with which it is compared");
    let dawn = "Norway sold two ferries at 6.30 on the morning of the flood in Lund.";
    assert_eq!(dated(dawn, "sold", Tense::Past, ("6.30", "2024-05-04")), 0, "which day was that?");
    let may = ("May", "2024-05");
    assert_eq!(dated("Norway sold herring for delivery in May.", "sold", Tense::Past, may), 0, "it is delivered then");
    assert_eq!(dated("Norway sold herring for May shipment to Lund.", "sold", Tense::Past, may), 0);
    let charged = "Norway has charged two men of Corby with theft in Lund on Friday.";
    assert_eq!(dated(charged, "has charged", Tense::Perfect, friday), 0, "they were charged since");
    let first = "For the first time since the pier of Corby burnt on Friday, Norway sold two ferries to Lund.";
    assert_eq!(dated(first, "sold", Tense::Past, friday), 0, "it burnt then");
    let scheduled = "Norway has scheduled a vote of the Lund council for tomorrow.";
    assert_eq!(dated(scheduled, "has scheduled", Tense::Perfect, ("tomorrow", "2024-05-05")), 0, "the vote is then");
}

#[test]
fn a_page_whose_text_is_of_later_days_dates_nothing_by_its_own() {
    let sold = "Norway sold two ferries to Lund on Saturday.";
    let on = |edtf: &str| dated(sold, "sold", Tense::Past, ("Saturday", edtf));
    assert_eq!(on("2024-05-04"), 1);
    assert_eq!(on("2024-04-28"), 0, "six days off, which may be the day after");
    let said = |quote: &[&str]| {
        times("Norway sold two ferries to Lund today.", "2024-05-04", |m| {
            m.clause("Norway", "sold", Tense::Past).when("today", "2024-05-04");
            quote.iter().for_each(|words| _ = m.quote(words));
        })
    };
    assert_eq!(said(&[]), 1);
    assert_eq!(said(&["Norway sold two ferries to Lund today"]), 0, "of the day on which it was said");
}

#[test]
fn what_was_threatened_on_a_day_is_not_due_on_it() {
    let documents = [report("one", "Valley Post", "2024-05-04")
        .says_with("Norway threatened on Friday to leave the Lund pact.", |m| {
            m.commitment(Commitment::Expected, "threatened").clause("Norway", "threatened", Tense::Past);
            m.when("Friday", "2024-05-03");
        })
        .done()];
    assert_eq!(relate::relate(&documents, &Corpus::default()).claims[0].occasions.len(), 0);
}

#[test]
fn a_date_outweighs_a_time_counted_from_a_report() {
    let report = |id: &str, time: &str, edtf: &str| -> Annotated {
        report(id, id, "2024-05-04")
            .says_with(&format!("Norway sold the two old ferries of Corby to Lund {time}."), |m| {
                m.named("Corby", EntityKind::Place).clause("Norway", "sold", Tense::Past).when(time, edtf);
            })
            .done()
    };
    let documents = [report("one", "this month", "2024-05"), report("two", "on 28 April 2024", "2024-04-28")];
    let related = relate::relate(&documents, &Corpus::default());
    let all: Vec<&str> =
        related.claims.iter().flat_map(|claim| &claim.occasions).map(|occasion| occasion.when.edtf.as_str()).collect();
    let together = related.claims.iter().any(|claim| claim.members.len() == 2);
    assert!(!together || all == ["2024-04-28"], "{all:?}");
}

#[test]
fn what_is_to_come_stands_beside_its_week_without_it() {
    let label = |text: &str, verb: &str| {
        let documents = [report("one", "Valley Post", "2024-05-04")
            .says_with(text, |m| {
                m.clause("Norway", verb, Tense::Future).when("next week", "2024-05-06/2024-05-12");
                m.commitment(Commitment::Expected, verb);
            })
            .done()];
        let claims = relate::relate(&documents, &Corpus::default()).claims;
        claims[0].occasions.first().map(|occasion| occasion.label.clone())
    };
    let sells = label("Norway will sell two ferries to Lund next week.", "will sell");
    assert_eq!(sells.as_deref(), Some("Norway will sell two ferries to Lund"));
    assert_eq!(label("Norway will spend next week on ferries of Lund.", "will spend"), None, "what does it spend?");
}
