//! What people hold is read, whatever its form: what `crossread read` tells of it, and what a build makes of it.

use crate::harness::Place;

const REPORT: &str = "A crane fell onto the new pier of Port Alma on Monday, the harbour office said in the evening. Nobody was hurt, it \
                      said, and the pier would be closed until engineers had examined the crane. The office had the crane built in 2027.";

/// A folder as it comes from a week's work: a saved page with its parts, a table, a letter, a text of an old machine, and
/// something broken.
fn folder() -> Place {
    let place = Place::new();
    place.file(
        "case/Pier.html",
        format!(
            "<html lang=en><head><title>Crane falls | The Coast Courier</title><meta property='og:site_name' content='The Coast \
             Courier'><meta property='article:published_time' content='2031-03-04T19:00:00+01:00'></head><body><nav><a href=/>Home</a> \
             <a href=/s>Sport</a></nav><article><h1>Crane falls onto the pier</h1><p>{REPORT}</p><p>An insurer will pay for the pier, said \
             the office, and the crane's maker will be asked for its papers before the end of the month.</p></article><footer>Imprint \
             and cookies</footer></body></html>"
        ),
    );
    place.file(
        "case/Pier_files/frame.html",
        "<html><body><p>An advertisement for shoes that nobody wants to read.</p></body></html>",
    );
    place.file("case/Pier_files/style.css", "p { color: red }");
    place.file(
        "case/week/table.csv",
        "Date,Source,Headline,Text\n2031-03-05,Harbour Post,The crane stays,\"The crane stays on the pier for now, a spokesman said on Tuesday.\"\n",
    );
    place.file(
        "case/week/letter.eml",
        "From: Ole Dahl <ole@post.example>\nTo: desk@post.example\nSubject: The papers\nDate: Thu, 6 Mar 2031 09:00:00 +0100\nMIME-Version: \
         1.0\nContent-Type: text/plain; charset=utf-8\n\nThe maker has sent the papers of the crane to the harbour office.\n",
    );
    place.file("case/old.txt", b"Der B\xfcrgermeister erkl\xe4rte am Mittwoch, die Br\xfccke werde gr\xf6\xdfer.\n");
    place.file("case/broken.pdf", "%PDF-1.7 and then nothing");
    place
}

#[test]
fn a_line_a_report_with_how_each_thing_is_known() {
    insta::assert_snapshot!(folder().run(["read", "case"]).shown());
}

#[test]
fn what_was_read_can_be_mended_and_built() {
    let place = folder();
    let lines = place.run(["read", "case", "--jsonl"]);
    place.file("mended.jsonl", lines.stdout);
    place.build(&place.path("mended.jsonl"), "mended");
    place.build(&place.path("case"), "whole");
    let documents = |bundle: &str| -> Vec<(String, String)> {
        let json = std::fs::read_to_string(place.path(bundle).join("export/documents.json")).expect("documents");
        let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
        let list = json["documents"].as_array().expect("a list");
        let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
        list.iter().map(|document| (text(&document["id"]), text(&document["title"]))).collect()
    };
    assert_eq!(documents("mended"), documents("whole"));
    let ids: Vec<String> = documents("whole").into_iter().map(|(id, _)| id).collect();
    assert_eq!(ids, ["Pier", "table-the-crane-stays", "letter", "old"]);
    let places = |bundle: &str, id: &str| -> Vec<String> {
        let json = std::fs::read_to_string(place.path(bundle).join("export/documents.json")).expect("documents");
        let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
        let mut list = json["documents"].as_array().expect("a list").iter();
        let document = list.find(|document| document["id"] == id).expect("the document");
        let shown = |place: &serde_json::Value| format!("{} {}", place["file"], place["place"]).replace('"', "");
        document["places"].as_array().expect("places").iter().map(shown).collect()
    };
    assert_eq!(places("whole", "table-the-crane-stays"), ["week/table.csv line 2"]);
    assert_eq!(places("mended", "table-the-crane-stays"), ["mended.jsonl line 4", "week/table.csv line 2"]);
}

#[test]
fn with_strict_what_is_broken_stops_it() {
    let place = folder();
    let run = place.run(["build", "--corpus", "case", "--strict"]);
    assert_eq!(run.status, 1);
    assert!(run.stderr.starts_with("crossread: case/broken.pdf: is broken as PDF"), "{}", run.stderr);
}

/// Wire copy as it lies in old archives: no outlet, no title, a site's ticker above, stamp and dateline glued to the text.
#[test]
fn wire_copy_with_stamps_and_tickers_is_told_by_its_agency() {
    let place = Place::new();
    let report = |id: usize, head: &str, body: &str| {
        let text = format!("Snow closes the airport of Kolm, two charged over a theft.\n{head}{body}");
        serde_json::json!({ "id": format!("w{id}"), "published": format!("2031-05-0{id}"), "text": text }).to_string()
    };
    let lines = [
        report(
            1,
            "TORSVIK | Thu May 1, 2031 6:37 pm EDT TORSVIK (HWA)-",
            "The owners of the ferry sued the yard on Thursday.\nThe yard did not answer.",
        ),
        report(
            2,
            "Divers at work Sea is calm TORSVIK, May 2 (HWA) -- ",
            "Divers found the wreck of the ferry on Friday.\nIt lies at ninety metres.",
        ),
        report(
            3,
            "By the HWA Wire Staff ",
            "The minister visited the crew of the ferry on Saturday.\nShe promised them a ship.",
        ),
    ];
    place.file("wire.jsonl", lines.join("\n"));
    let bundle = place.build(&place.path("wire.jsonl"), "site");
    let documents: serde_json::Value =
        serde_json::from_slice(&std::fs::read(bundle.root.join("export/documents.json")).expect("documents"))
            .expect("JSON");
    let titles: Vec<&str> =
        documents["documents"].as_array().expect("a list").iter().filter_map(|d| d["title"].as_str()).collect();
    assert_eq!(
        titles,
        [
            "The owners of the ferry sued the yard on Thursday.",
            "Divers found the wreck of the ferry on Friday.",
            "The minister visited the crew of the ferry on Saturday."
        ]
    );
    let claims: serde_json::Value =
        serde_json::from_slice(&std::fs::read(bundle.root.join("export/claims.json")).expect("claims")).expect("JSON");
    let names: std::collections::BTreeSet<&str> = claims["claims"]
        .as_array()
        .expect("a list")
        .iter()
        .flat_map(|claim| claim["origins"].as_array().expect("origins"))
        .filter_map(|origin| origin["name"].as_str())
        .collect();
    assert_eq!(names.into_iter().collect::<Vec<_>>(), ["HWA"]);
}

/// The words under a picture are shown as such, and stay so when the lines are written, mended and built.
#[test]
fn captions_stay_captions_and_lists_stay_lists() {
    let place = Place::new();
    place.file(
        "case/Pier.html",
        format!(
            "<html lang=en><head><title>Crane falls onto the pier</title></head><body><article><h1>Crane falls onto the pier</h1><p>{REPORT}</p>\
             <figure><img src=x><figcaption>Divers at the pier of Port Alma, in another year.</figcaption></figure><p>What broke, said the \
             office in a statement that it sent to all of the papers of the coast:</p><ul><li>two lamps</li><li>one boat</li></ul><p>An insurer \
             will pay for the pier, said the office, and the crane's maker will be asked for its papers.</p></article></body></html>"
        ),
    );
    place.file("lines.jsonl", place.run(["read", "case", "--jsonl"]).stdout);
    for corpus in ["case", "lines.jsonl"] {
        let bundle = place.build(&place.path(corpus), "site");
        let json = std::fs::read_to_string(bundle.root.join("export/documents.json")).expect("documents");
        let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
        let document = &json["documents"][0];
        let text: Vec<char> = document["text"].as_str().expect("a text").chars().collect();
        let of = |role: &str| -> Vec<String> {
            let passages = document["passages"].as_array().expect("passages").iter();
            let at = |value: &serde_json::Value| value.as_u64().expect("a number") as usize;
            let cut = |passage: &serde_json::Value| {
                text[at(&passage["span"][0])..at(&passage["span"][1])].iter().collect::<String>()
            };
            passages.filter(|passage| passage["role"] == role).map(cut).collect()
        };
        assert_eq!(of("caption"), ["Divers at the pier of Port Alma, in another year."], "{corpus}");
        let body = of("body");
        assert!(
            body.contains(&"• two lamps".to_owned()) && body.contains(&"• one boat".to_owned()),
            "{corpus}: {body:?}"
        );
    }
}

/// What a person says of the columns of a table counts more than what they are called.
#[test]
fn columns_are_told_in_corpus_toml() {
    let place = Place::new();
    let other = "The story so far as it has been told in this paper in all weeks since the crane fell. ".repeat(4);
    let other = other.trim_end();
    place.file(
        "case/week.csv",
        format!("Nr,Paper,Day,Head,Before,Words\n7,Coast Courier,2031-03-04,Crane falls,{other},{REPORT:?}\n"),
    );
    assert!(place.run(["read", "case"]).stdout.contains("text taken from the longest column, \"Before\""));
    place.file(
        "case/corpus.toml",
        "[[tables]]\nfile = \"week.csv\"\ntext = \"Words\"\ntitle = \"Head\"\noutlet = \"Paper\"\npublished = \"Day\"\n",
    );
    let told = place.run(["read", "case"]).stdout;
    assert_eq!(
        told.trim_end(),
        "week.csv, line 2: table; \"Crane falls\" (column \"Head\"); \"Coast Courier\" (column \"Paper\"); 2031-03-04 (column \"Day\"); 44 words"
    );
    place.file("case/corpus.toml", "[[tables]]\nfile = \"week.csv\"\ntext = \"Wortlaut\"\n");
    let wrong = place.run(["read", "case"]);
    assert!(wrong.stderr.contains("has no column \"Wortlaut\", which corpus.toml names"), "{}", wrong.stderr);
}
