//! What a build exports for programs that are not Crossread is read by programs that are not Crossread.

use std::collections::BTreeSet;
use std::fs;

use icalendar::parser::{read_calendar, unfold};
use serde_json::Value;

use crate::harness::{Bundle, Place};
use crate::pages::site;

fn text(bundle: &Bundle, path: &str) -> String {
    let path = bundle.root.join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn table(bundle: &Bundle, path: &str) -> Vec<Vec<(String, String)>> {
    let bytes = text(bundle, path);
    let mut reader = csv::Reader::from_reader(bytes.as_bytes());
    let heads: Vec<String> = reader.headers().expect("heads").iter().map(str::to_owned).collect();
    let row = |row: Result<csv::StringRecord, csv::Error>| {
        let row = row.expect("a row as long as the first");
        heads.iter().cloned().zip(row.iter().map(str::to_owned)).collect()
    };
    reader.records().map(row).collect()
}

fn cell<'a>(row: &'a [(String, String)], head: &str) -> &'a str {
    row.iter().find(|(name, _)| name == head).map_or_else(|| panic!("no column {head}"), |(_, cell)| cell)
}

fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value[key].as_array().unwrap_or_else(|| panic!("no list {key}"))
}

#[test]
fn the_tables_have_every_claim_and_every_statement_with_links() {
    let place = Place::new();
    let bundle = site(&place, &["--url", "https://a.example/b"]);
    let claims = bundle.json("export/claims.json");
    let (rows, said) = (table(&bundle, "export/claims.csv"), table(&bundle, "export/statements.csv"));
    assert_eq!(rows.len(), list(&claims, "claims").len());
    for (row, claim) in rows.iter().zip(list(&claims, "claims")) {
        assert_eq!(cell(row, "id"), claim["id"]);
        assert_eq!(cell(row, "standing"), claim["standing"]);
        assert_eq!(cell(row, "origins"), list(claim, "origins").len().to_string());
        assert_eq!(cell(row, "link"), format!("https://a.example/b/claims/{}/", cell(row, "id")));
    }
    let statements: Vec<&Value> = list(&claims, "claims").iter().flat_map(|claim| list(claim, "statements")).collect();
    assert_eq!(said.len(), statements.len());
    for (row, statement) in said.iter().zip(statements) {
        assert_eq!(cell(row, "text"), statement["text"]);
        assert_eq!(cell(row, "start"), statement["start"].to_string());
        let link = cell(row, "link").strip_prefix("https://a.example/b/").expect("a link");
        let page = link.split_once('?').expect("a place in it").0;
        assert!(bundle.root.join(page).join("index.html").exists(), "{page}");
    }
}

#[test]
fn a_statement_without_a_subject_of_its_own_is_told_with_the_one_that_it_shares() {
    let place = Place::new();
    let line = "{\"id\":\"a\",\"outlet\":\"Post\",\"published\":\"2031-03-04\",\"text\":\"The harbour board closed the northern \
                pier on Monday and opened a new road to the ferry at Kolm.\"}\n";
    place.file("pier.jsonl", line);
    let bundle = place.build(&place.path("pier.jsonl"), "pier");
    let claims = bundle.json("export/claims.json");
    let said = table(&bundle, "export/statements.csv");
    let half = list(&claims, "claims").iter().flat_map(|claim| list(claim, "statements"));
    let half = half.filter(|s| s["text"].as_str().is_some_and(|text| text.starts_with("opened"))).collect::<Vec<_>>();
    assert_eq!(half.len(), 1, "{claims}");
    let subject = &half[0]["subject"];
    assert_eq!(subject["text"], "The harbour board");
    assert_eq!((subject["start"].as_u64(), subject["end"].as_u64()), (Some(0), Some(17)));
    let row = said.iter().find(|row| cell(row, "text").starts_with("opened")).expect("its row");
    assert_eq!(cell(row, "subject"), "The harbour board");
    assert!(said.iter().any(|row| cell(row, "subject").is_empty()), "the other has its own");
}

#[test]
fn a_feed_reader_finds_the_claims_that_the_newest_reports_add_to() {
    let place = Place::new();
    let bundle = site(&place, &["--url", "https://a.example/b"]);
    let feed = feed_rs::parser::parse(text(&bundle, "export/claims.atom").as_bytes()).expect("a feed");
    let claims = bundle.json("export/claims.json");
    let titled: BTreeSet<&str> =
        list(&claims, "claims").iter().filter_map(|claim| claim["title"].as_str()).filter(|t| !t.is_empty()).collect();
    assert!(!feed.entries.is_empty());
    for entry in &feed.entries {
        assert!(titled.contains(entry.title.as_ref().expect("a title").content.as_str()), "{entry:?}");
        let link = &entry.links.first().expect("a link").href;
        let page = link.strip_prefix("https://a.example/b/").expect("a link into the site");
        assert!(bundle.root.join(page).join("index.html").exists(), "{page}");
    }
    let days: Vec<_> = feed.entries.iter().map(|entry| entry.updated.expect("a day")).collect();
    assert!(days.is_sorted_by(|a, b| a >= b), "the newest first: {days:?}");
    for path in ["index.html", "about/index.html"] {
        let root = if path == "index.html" { "./" } else { "../" };
        let link = format!(
            "<link rel=\"alternate\" type=\"application/atom+xml\" title=\"Claims as reports add to them\" href=\"{root}export/claims.atom\">"
        );
        assert!(text(&bundle, path).contains(&link), "{path}");
    }
}

#[test]
fn a_calendar_has_what_is_due_on_the_last_day_that_it_may_be() {
    let place = Place::new();
    let line = |id: &str, text: &str| {
        format!("{{\"id\":\"{id}\",\"outlet\":\"{id} Post\",\"published\":\"2031-03-04\",\"text\":\"{text}\"}}\n")
    };
    let reports = [
        line("Alma", "Norland will open its new harbour at Port Alma on 12 June 2031, Prime Minister Ada Berg said."),
        line("Velm", "Norland will close its mountain line in September 2031, Prime Minister Ada Berg said."),
    ];
    place.file("due.jsonl", reports.concat());
    let bundle = place.build(&place.path("due.jsonl"), "due");
    let written = text(&bundle, "export/due.ics");
    let unfolded = unfold(&written);
    let calendar = read_calendar(&unfolded).expect("a calendar");
    let value = |component: &icalendar::parser::Component<'_>, name: &str| {
        component.properties.iter().find(|p| p.name.as_str() == name).map(|p| p.val.as_str().to_owned())
    };
    let mut due: Vec<(String, String)> = calendar
        .components
        .iter()
        .map(|c| (value(c, "DTSTART").expect("a day"), value(c, "SUMMARY").expect("what is due")))
        .collect();
    due.sort();
    let days: Vec<&str> = due.iter().map(|(day, _)| day.as_str()).collect();
    assert_eq!(days, ["20310612", "20310930"], "{due:?}");
    assert!(due[0].1.starts_with("Due: ") && due[1].1.starts_with("Due by this day: "), "{due:?}");
    assert!(calendar.components.iter().all(|c| value(c, "DTSTAMP").as_deref() == Some("20310304T000000Z")));
    assert!(written.split("\r\n").all(|line| line.len() <= 75), "{written}");
}

#[test]
fn an_annotation_quotes_its_document_with_what_stands_around() {
    let place = Place::new();
    let bundle = site(&place, &[]);
    let documents = bundle.json("export/documents.json");
    let page = bundle.json("export/annotations.jsonld");
    assert_eq!(page["@context"], "http://www.w3.org/ns/anno.jsonld");
    assert!(!list(&page, "items").is_empty());
    for annotation in list(&page, "items") {
        let source = annotation["target"]["source"].as_str().expect("a source");
        let id = source.trim_end_matches('/').rsplit('/').next().expect("an id");
        let document = list(&documents, "documents").iter().find(|document| document["id"] == id).expect(id);
        let selectors = list(&annotation["target"], "selector");
        let part = |key: &str| selectors[0][key].as_str().expect("words");
        let quoted = [part("prefix"), part("exact"), part("suffix")].concat();
        let words: Vec<char> = document["text"].as_str().expect("a text").chars().collect();
        assert!(words.iter().collect::<String>().contains(&quoted), "{quoted}");
        let at = |key: &str| selectors[1][key].as_u64().expect("an offset") as usize;
        assert_eq!(words[at("start")..at("end")].iter().collect::<String>(), part("exact"));
        let claim = annotation["body"].as_str().and_then(|body| body.strip_prefix("../")).expect("a claim");
        assert!(bundle.root.join(claim).join("index.html").exists(), "{claim}");
    }
    let claims = bundle.json("export/claims.jsonld");
    assert_eq!(claims["@context"], "https://schema.org");
    assert!(list(&claims, "@graph").iter().all(|claim| claim["@type"] == "Claim" && claim["appearance"].is_array()));
}
