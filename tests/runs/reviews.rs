//! Decisions of a person: carried out, shown, and never guessed at.

use model::bundle::About;

use crate::harness::{Place, fixture};

const RETITLE: &str = "\
[[decision]]
decide = \"retitle\"
statement = { document = \"agency\", words = \"Fourteen workers were injured\" }
title = \"Workers were hurt at the pier\"
why = \"the reports differ on how many\"
";

fn corpus(review: &str) -> Place {
    let place = Place::new();
    place.copy(&fixture("harbour"), "corpus");
    place.file("corpus/review.toml", review);
    place
}

#[test]
fn a_decision_is_carried_out_and_told() {
    let place = corpus(RETITLE);
    let bundle = place.build(&place.path("corpus"), "dist");
    let claims = bundle.json("export/claims.json");
    let claims = claims["claims"].as_array().expect("claims");
    let titled =
        |title: &serde_json::Value| title.as_str().is_some_and(|t| t.ends_with("Workers were hurt at the pier"));
    let claim = claims.iter().find(|claim| titled(&claim["title"])).expect("the claim");
    assert_ne!(claim["title"], "Workers were hurt at the pier", "both reports have it from somebody");
    assert!(
        claim["statements"].as_array().expect("statements").iter().any(|statement| statement["document"] == "agency")
    );
    assert_eq!(bundle.json("data/manifest.json")["reviews"], 1);
    assert!(bundle.records::<About>("about.bin").reviews.concat().contains("the reports differ on how many"));
}

#[test]
fn an_anchor_that_is_not_found_stops_the_build_and_names_the_nearest() {
    let place = corpus(&RETITLE.replace("Fourteen workers were injured", "Fourteen workers were hurt"));
    let run = place.run(["build", "--corpus", "corpus"]);
    insta::assert_snapshot!(run.shown());
    assert!(!place.path("dist").exists());
}

#[test]
fn an_anchor_that_is_found_twice_stops_the_build() {
    let place = corpus(&format!("\n\n{}", RETITLE.replace("Fourteen workers were injured", "the harbour office")));
    let run = place.run(["build", "--corpus", "corpus"]);
    insta::assert_snapshot!(run.shown());
}

#[test]
fn a_proposal_can_be_taken_as_it_is() {
    let place = corpus(RETITLE);
    let run = place.run(["review", "--propose", "--corpus", "corpus"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(run.stdout.lines().all(|line| line.is_empty() || line.starts_with('#')), "{}", run.stdout);
    let first = run.stdout.split("\n\n").nth(1).expect("a proposal");
    let decided: Vec<&str> = first.lines().map(|line| line.trim_start_matches("# ")).collect();
    assert!(decided.iter().any(|line| line.starts_with("decide = ")), "{first}");
    place.file("corpus/review.toml", decided.join("\n"));
    let bundle = place.build(&place.path("corpus"), "dist");
    assert_eq!(bundle.json("data/manifest.json")["reviews"], 1);
}
