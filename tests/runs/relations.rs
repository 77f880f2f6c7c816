//! What the documents of a corpus say together, as the export tells it: six reports on a ferry, and what became of it.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::harness::{Place, fixture};

fn claims() -> Vec<Value> {
    claims_of("ferry/reports.jsonl")
}

fn claims_of(corpus: &str) -> Vec<Value> {
    let export = Place::new().build(&fixture(corpus), "dist").json("export/claims.json");
    export["claims"].as_array().expect("claims").clone()
}

/// The claim that a statement with these words belongs to.
fn claim<'a>(claims: &'a [Value], words: &str) -> &'a Value {
    let says =
        |claim: &&Value| list(&claim["statements"]).any(|s| s["text"].as_str().is_some_and(|t| t.contains(words)));
    claims.iter().find(says).unwrap_or_else(|| panic!("no claim holds {words:?}"))
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

/// The values on which a claim's statements differ, by kind.
fn differs<'a>(claim: &'a Value, kind: &str) -> Vec<&'a str> {
    let found = list(&claim["discrepancies"]).filter(|d| d["kind"] == kind).flat_map(|d| list(&d["values"]));
    found.filter_map(|v| v["value"].as_str()).collect()
}

#[test]
fn reports_differ_on_number_and_date() {
    let claims = claims();
    let accident = claim(&claims, "14 passengers were injured");
    assert_eq!(differs(accident, "number"), ["14", "40"], "both give 300 on board, which hides nothing");
    let aground = claim(&claims, "ran aground off Norvik");
    assert_eq!(differs(aground, "date"), ["2024-06-04", "2024-06-03"]);
    assert!(differs(accident, "date").is_empty(), "who was hurt is another thing said");
    assert!(differs(claim(&claims, "engine of the ferry"), "commitment").is_empty(), "who has heard it doubts nothing");
    assert_eq!(list(&accident["origins"]).count(), 2);
}

#[test]
fn one_speaker_is_quoted_in_two_ways() {
    let claims = claims();
    let quoted = claim(&claims, "steered this channel");
    assert_eq!(differs(quoted, "wording").len(), 2);
    assert_eq!(list(&quoted["origins"]).map(|o| &o["name"]).collect::<Vec<_>>(), ["Anna Berg"]);
}

#[test]
fn a_count_that_rises_is_told_and_no_contradiction() {
    let claims = claims();
    let dead = list(&claim(&claims, "Four sailors died")["discrepancies"]).next().expect("a discrepancy");
    assert_eq!((&dead["kind"], &dead["update"]), (&Value::from("number"), &Value::from(true)));
}

#[test]
fn who_credits_an_agency_and_who_cites_it_are_one_origin() {
    let claims = claims();
    let detained = claim(&claims, "police detained Captain Olaf Lind");
    let documents: BTreeSet<_> = list(&detained["statements"]).filter_map(|s| s["document"].as_str()).collect();
    assert_eq!(documents.len(), 2);
    assert_eq!(list(&detained["origins"]).map(|o| &o["name"]).collect::<Vec<_>>(), ["Nordpress"]);
}

#[test]
fn what_was_expected_happened_was_moved_or_is_disputed() {
    let claims = claims();
    let outcome = |words: &str| claim(&claims, words)["expectation"]["outcome"].clone();
    assert_eq!(outcome("lighthouse at Norvik will be opened"), "happened");
    assert_eq!(outcome("expected to publish its report"), "moved");
    let fares = outcome("expected to raise its fares");
    assert!(fares == "happened" || fares == "denied", "two later reports are at odds, and either is one: {fares}");
}

#[test]
fn another_ferry_stays_apart() {
    let claims = claims();
    assert_eq!(list(&claim(&claims, "the Corona")["statements"]).count(), 1);
}

#[test]
fn reports_differ_on_place_and_actor() {
    let claims = claims_of("valley/reports.jsonl");
    assert_eq!(differs(claim(&claims, "derailed in Arlen"), "place"), ["Arlen", "Corby"]);
    let signed = claim(&claims, "Anna Berg won");
    assert_eq!(differs(signed, "actor"), ["Anna Berg", "Olaf Lind"]);
    for alike in ["derailed in Denham", "lease of the old cinema"] {
        assert_eq!(list(&claim(&claims, alike)["statements"]).count(), 1, "{alike} is another matter");
    }
}

#[test]
fn what_was_expected_is_denied_moved_or_left_open() {
    let claims = claims_of("valley/reports.jsonl");
    let school = claim(&claims, "expected to close the primary school");
    assert_eq!(school["expectation"]["outcome"], "denied");
    let wing = claim(&claims, "expected to open its new wing");
    assert_eq!(wing["expectation"]["outcome"], "moved");
    let moved = claim(&claims, "postponed the opening");
    let when = list(&moved["statements"]).find(|s| s["document"] == "post-2").map(|s| s["time"].clone());
    assert_eq!(when, Some(Value::from("2031-10")), "a new date lies ahead");
    let treaty = claim(&claims, "sign a treaty on the river");
    assert_eq!(treaty["expectation"]["due"], "../2031-07-31");
    assert_eq!(treaty["expectation"]["outcome"], "not resolved in this corpus", "that July passed proves nothing");
    for alike in ["race of the bakers", "shop at noon", "treaty on trout"] {
        assert_eq!(list(&claim(&claims, alike)["statements"]).count(), 1, "{alike} settles nothing");
    }
}

#[test]
fn a_date_that_was_changed_is_no_stretch_of_time() {
    let claims = claims_of("lake/reports.jsonl");
    for (event, due, now) in [("bridge at Denham", "2031-06", "2031-10"), ("the bakers", "2031-08-03", "2031-07-20")] {
        let claim = claim(&claims, event);
        assert_eq!(claim["expectation"]["due"], due);
        assert_eq!(claim["expectation"]["outcome"], "moved", "{event}");
        let all = claims.iter().flat_map(|claim| list(&claim["statements"]));
        assert!(all.filter_map(|s| s["time"].as_str()).any(|time| time == now), "{event}");
    }
}

#[test]
fn who_speaks_together_is_one_origin_with_either() {
    let claims = claims_of("valley/reports.jsonl");
    let safe = claim(&claims, "the dam above the valley is safe");
    let holders: Vec<&str> = list(&safe["statements"])
        .flat_map(|s| list(&s["holders"]).skip(1))
        .filter_map(|holder| holder["name"].as_str())
        .collect();
    assert_eq!(holders, ["Ruth Amsel", "Jon Holm", "Jon Holm"]);
    assert_eq!(list(&safe["origins"]).count(), 1);
}

#[test]
fn an_institution_and_its_people_are_one_origin() {
    let claims = claims_of("lake/reports.jsonl");
    let origins = |words: &str| -> Vec<String> {
        list(&claim(&claims, words)["origins"]).filter_map(|o| o["name"].as_str()).map(str::to_owned).collect()
    };
    let lake = claim(&claims, "the lake above Arlen");
    assert_eq!(list(&lake["statements"]).count(), 2);
    assert_eq!(
        (origins("the lake above Arlen"), &lake["standing"]),
        (vec!["Harrow Institute".into()], &"one-origin".into())
    );
    assert_eq!(origins("the old bridge at Corby"), ["Ministry of Roads", "Ministry of Defence"], "each can be asked");
    assert_eq!(origins("the tunnel under the fjord"), ["Norwegian officials", "unknown"]);
}

#[test]
fn a_negation_that_two_reports_share_is_agreement_and_a_denial_is_none() {
    let claims = claims_of("mill/reports.jsonl");
    let date = claim(&claims, "No date has been set");
    assert_eq!((&date["standing"], list(&date["discrepancies"]).count()), (&Value::from("agreed"), 0));
    let station = claim(&claims, "sold the old railway station");
    assert_eq!(differs(station, "commitment"), ["says so", "denies"]);
}

#[test]
fn a_part_and_a_total_are_no_difference() {
    let claims = claims_of("mill/reports.jsonl");
    for words in ["14 workers of the Arlen mill were injured", "Nine of the 14 workers"] {
        assert!(list(&claim(&claims, words)["discrepancies"]).next().is_none(), "{words}");
    }
}

#[test]
fn bulletins_of_two_days_are_two_claims() {
    let claims = claims_of("mill/reports.jsonl");
    assert_eq!(list(&claim(&claims, "rose by 40 centimetres")["statements"]).count(), 1);
    assert_eq!(list(&claim(&claims, "rose by 70 centimetres")["statements"]).count(), 1);
}

#[test]
fn a_forecast_and_the_fact_are_an_expectation_and_its_outcome() {
    let claims = claims_of("mill/reports.jsonl");
    let forecast = claim(&claims, "will open the new quay");
    assert_eq!((&forecast["expectation"]["outcome"], &forecast["open"]), (&"happened".into(), &false.into()));
    assert!(claim(&claims, "opened the new quay")["expectation"].is_null());
}

#[test]
fn who_denies_it_gives_a_claim_no_title() {
    let claims = claims_of("mill/reports.jsonl");
    let station = claim(&claims, "sold the old railway station");
    assert_eq!(station["title"], "The Corby council sold the old railway station at Arlen to a brewery");
    let ferry = claims_of("ferry/reports.jsonl");
    assert_eq!(claim(&ferry, "knew every rock in it")["title"], "", "nobody knows what it is");
}

#[test]
fn a_title_names_nobody_for_a_pronoun_that_may_be_another() {
    let report = |id: &str, told: &str| {
        let text = format!("{told} He then boarded the ferry Aurora to the island of Skarholm.");
        format!("{{\"id\":\"{id}\",\"outlet\":\"{id} Post\",\"published\":\"2031-03-04\",\"text\":\"{text}\"}}\n")
    };
    let titles = |told: &str| {
        let place = Place::new();
        place.file("ferry.jsonl", format!("{}{}", report("Alma", told), report("Velm", told)));
        let export = place.build(&place.path("ferry.jsonl"), "dist").json("export/claims.json");
        let claims = export["claims"].as_array().expect("claims").clone();
        claims.iter().filter_map(|claim| claim["title"].as_str()).collect::<Vec<_>>().join("; ")
    };
    let speaker = "Quillan left the harbour of Kolm on Thursday with one bag, said Peter Holm, chief of the harbour.";
    assert!(!titles(speaker).contains("Holm then boarded"), "{}", titles(speaker));
    assert!(!titles(speaker).contains("Holm boarded"), "{}", titles(speaker));
}

/// Whatever stands in the exports as a date.
fn dates(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            for (key, value) in fields {
                match value {
                    Value::String(date) if matches!(key.as_str(), "time" | "when" | "due" | "published" | "date") => {
                        found.push(date.clone());
                    }
                    value => dates(value, found),
                }
            }
        }
        Value::Array(values) => values.iter().for_each(|value| dates(value, found)),
        _ => {}
    }
}

#[test]
fn every_date_in_the_exports_is_one() {
    let mut found = Vec::new();
    for corpus in [
        "dam/reports.jsonl",
        "ferry/reports.jsonl",
        "harbour",
        "lake/reports.jsonl",
        "mill/reports.jsonl",
        "railway",
        "valley/reports.jsonl",
    ] {
        let place = Place::new();
        let bundle = place.build(&fixture(corpus), "dist");
        for export in ["claims", "stories", "timeline", "documents", "quotes"] {
            dates(&bundle.json(&format!("export/{export}.json")), &mut found);
        }
    }
    assert!(found.len() > 50, "{}", found.len());
    for date in found {
        let when = model::When::parse(&date).unwrap_or_else(|why| panic!("{why}"));
        assert!(when.first.is_none_or(|first| when.last.is_none_or(|last| first <= last)), "{date}");
        // Every end of it is a day of the calendar.
        for day in [when.first, when.last].into_iter().flatten() {
            let (year, month, of_month) = day.civil();
            assert_eq!(model::Day::new(year, month, of_month), Some(day), "{date}");
        }
    }
}

#[test]
fn what_is_told_alike_is_one_claim_and_what_two_do_is_two() {
    let claims = claims_of("quay/reports.jsonl");
    let shut = claim(&claims, "shut the old quay to lorries");
    assert_eq!(list(&shut["statements"]).count(), 2, "shut to lorries, barred lorries from it: {shut:?}");
    let alone = |words: &str| assert_eq!(list(&claim(&claims, words)["statements"]).count(), 1, "{words}");
    alone("Norway expressed interest");
    alone("Sweden expressed interest");
    alone("apologised to the fishing crews");
    alone("was fined for speeding");
    let declined = list(&claim(&claims, "declined to give further details")["statements"]).count();
    assert_eq!(declined, 1, "a week apart it may be of anything");
}
