//! Whatever a corpus holds, the viewer can read what the build makes of it, or the build says what is wrong with it.

use model::bundle::{
    About, ClaimCard, ClaimPage, DocumentCard, DocumentPage, Manifest, Moved, Overview, PersonCard, PersonPage,
    Timeline,
};
use proptest::prelude::*;
use serde::de::DeserializeOwned;

use crate::harness::{Bundle, Place, fixture};

/// A sentence of a report, with a time of any age.
fn sentence() -> impl Strategy<Value = String> {
    let year = prop_oneof![
        (1u32..12_000).prop_map(|year| format!("in {year} BC")),
        (1u32..12_000).prop_map(|year| format!("in {year}")),
        (1u32..40).prop_map(|n| format!("in the {n}th century BC")),
        (1u64..9_999_999_999).prop_map(|n| format!("{n} years ago")),
        (1u64..9_999_999_999).prop_map(|n| format!("in {n} days")),
        (1u32..32, 1i32..3_000).prop_map(|(day, year)| format!("on March {day}, {year}")),
        Just("by the end of 9999".to_owned()),
        Just("since 10000 BC".to_owned()),
        Just("next winter".to_owned()),
    ];
    let subject = prop::sample::select(vec![
        "The fort",
        "The harbour council",
        "Ines Moreau, the mayor,",
        "The Coast Agency",
        "\u{202e}Nobody",
        "“We",
    ]);
    let verb = prop::sample::select(vec!["was built", "will be sold", "said the pier was shut", "did not open", "met"]);
    (subject, verb, year).prop_map(|(subject, verb, year)| format!("{subject} {verb} {year}. "))
}

fn text() -> impl Strategy<Value = String> {
    let part =
        prop_oneof![4 => sentence(), 1 => "\\PC{0,40}", 1 => Just("\n\n".to_owned()), 1 => "[\u{0}-\u{ff}]{0,12}"];
    prop::collection::vec(part, 0..8).prop_map(|parts| parts.concat())
}

fn date() -> impl Strategy<Value = Option<String>> {
    let day = (-10_010i32..10_010, 1u32..13, 1u32..29);
    prop::option::of(prop_oneof![
        day.prop_map(|(year, month, day)| format!("{}-{month:02}-{day:02}", model::edtf_year(year))),
        (-10_010i32..10_010).prop_map(model::edtf_year),
        prop::sample::select(vec!["2031-24", "9999-24", "../-0043", "-0300/-0200", "203X", "2031-03~"])
            .prop_map(str::to_owned),
    ])
}

fn report() -> impl Strategy<Value = serde_json::Value> {
    let id = prop_oneof![3 => "[a-z0-9-]{1,12}", 1 => "\\PC{1,12}", 1 => "[./~A-Ca-c]{1,3}"];
    let word = || prop::option::of("\\PC{0,30}|[\u{0}-\u{20}a{}]{0,8}");
    (id, word(), word(), date(), text()).prop_map(|(id, title, outlet, published, text)| {
        serde_json::json!({ "id": id, "title": title, "outlet": outlet, "published": published, "text": text })
    })
}

fn all<T: DeserializeOwned>(bundle: &Bundle, folder: &str, count: u32) -> usize {
    (0..count).map(|number| bundle.records::<Vec<T>>(&format!("{folder}/{number}.bin")).len()).sum()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_built_can_be_read(reports in prop::collection::vec(report(), 1..4)) {
        let place = Place::new();
        let lines: String = reports.iter().map(|report| format!("{report}\n")).collect();
        place.file("corpus.jsonl", &lines);
        let shell = fixture("shell");
        let shell = shell.to_str().expect("UTF-8");
        let run = place.run(["build", "--corpus", "corpus.jsonl", "--shell", shell]);
        if run.status != 0 {
            // What is wrong is told with the line that it is in; a panic is none of this.
            prop_assert_eq!(run.status, 1, "{}", run.stderr);
            let last = run.stderr.lines().last().unwrap_or_default();
            prop_assert!(last.starts_with("crossread: corpus.jsonl:"), "{}", run.stderr);
            return Ok(());
        }
        let bundle = Bundle { root: place.path("dist") };
        let manifest: Manifest = serde_json::from_value(bundle.json("data/manifest.json")).expect("a manifest");
        bundle.records::<Overview>("overview.bin");
        bundle.records::<Timeline>("timeline.bin");
        bundle.records::<Vec<PersonCard>>("people.bin");
        bundle.records::<About>("about.bin");
        bundle.records::<Vec<Moved>>("aliases.bin");
        prop_assert_eq!(all::<DocumentPage>(&bundle, "documents", manifest.document_shards), manifest.documents as usize);
        prop_assert_eq!(all::<DocumentCard>(&bundle, "document-cards", manifest.document_card_parts), manifest.documents as usize);
        prop_assert_eq!(all::<ClaimPage>(&bundle, "claims", manifest.claim_shards), manifest.claims as usize);
        prop_assert_eq!(all::<ClaimCard>(&bundle, "claim-cards", manifest.claim_card_parts), manifest.claims as usize);
        prop_assert_eq!(all::<PersonPage>(&bundle, "people", manifest.people_shards), manifest.people as usize);
        for name in ["claims", "documents", "timeline", "quotes"] {
            bundle.json(&format!("export/{name}.json"));
        }
        for event in bundle.json("export/timeline.json")["events"].as_array().expect("events") {
            let when = event["when"].as_str().expect("a date");
            prop_assert!(model::When::parse(when).is_ok(), "{when} can't be read back");
        }
    }
}
