use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::{Desk, Letter};

/// A report as a text, and a page that tells of the same.
const TEXT: &str = "+++\ntitle = \"The weir breaks\"\noutlet = \"Lower Mail\"\npublished = \"2022-02-03\"\n+++\n\n\
    The weir at Halm broke on 2 February 2022. Nine farms were flooded, the warden Tilde Rask said.\n";
const PAGE: &str = "<!doctype html><html><head><title>Weir at Halm gone</title>\
    <meta property=\"article:published_time\" content=\"2022-02-04T08:00:00Z\"></head><body><nav>Home Sport</nav>\
    <article><h1>Weir at Halm gone</h1><p>The weir at Halm broke on 2 February 2022, and seven farms were flooded \
    according to the council of the lower valley.</p><p>Tilde Rask denied that the warden had been warned of the \
    water before.</p></article></body></html>";

/// As the page asks: by a word, with what else is told belonging to it.
fn ask(desk: &mut Desk, mut said: Value, bytes: &[u8]) -> (Value, Vec<u8>) {
    if let Some(word) = said.as_object_mut().and_then(|told| told.remove("ask")) {
        let more = said.as_object().is_some_and(|told| !told.is_empty());
        said = if more { json!({ word.as_str().expect("a word"): said }) } else { word };
    }
    let answer = desk.answer(&Letter { said: said.to_string(), bytes: bytes.to_vec() }.seal());
    let letter = Letter::open(&answer).expect("a letter");
    (serde_json::from_str(&letter.said).expect("JSON"), letter.bytes)
}

/// Reads a file, with the program for formats where it takes that.
fn read(desk: &mut Desk, name: &str, bytes: &[u8]) -> Value {
    let (read, _) = ask(desk, json!({ "ask": "read", "name": name }), bytes);
    if read["reply"] != "elsewhere" {
        return read;
    }
    let reading = model::coding::encode(&found::read(name, bytes)).expect("bytes");
    ask(desk, json!({ "ask": "take", "name": name }), &reading).0
}

fn filled() -> Desk {
    let mut desk = Desk::default();
    let read = read(&mut desk, "weir.txt", TEXT.as_bytes());
    assert_eq!(read["rows"][0]["title"], "The weir breaks");
    crate::tests::read(&mut desk, "halm.html", PAGE.as_bytes());
    desk
}

fn settle(desk: &mut Desk, corrections: Value) -> Value {
    ask(desk, json!({ "ask": "settle", "title": "Weirs", "corrections": corrections }), &[]).0
}

fn across(desk: &mut Desk) -> (Value, BTreeMap<String, Vec<u8>>) {
    while ask(desk, json!({ "ask": "annotate" }), &[]).0["left"] != 0 {}
    assert_eq!(ask(desk, json!({ "ask": "relate", "decisions": [] }), &[]).0["reply"], "related");
    let (made, bytes) = ask(desk, json!({ "ask": "make" }), &[]);
    let mut rest = bytes.as_slice();
    let mut files = BTreeMap::new();
    for file in made["files"].as_array().expect("files") {
        let (own, more) = rest.split_at(file[1].as_u64().expect("a length") as usize);
        files.insert(file[0].as_str().expect("a path").to_owned(), own.to_vec());
        rest = more;
    }
    assert!(rest.is_empty());
    (made, files)
}

#[test]
fn files_become_a_site_whose_parts_are_read_back() {
    let mut desk = filled();
    let settled = settle(&mut desk, json!({}));
    assert_eq!((settled["rows"].as_array().map(Vec::len), &settled["todo"]), (Some(2), &json!(2)));
    let (made, files) = across(&mut desk);
    assert_eq!(made["documents"], 2);
    let build = made["build"].as_str().expect("a build");
    let name = "overview.bin";
    let overview = model::sealed::open(&files[&format!("data/{build}/{name}")], build, name).expect("sealed");
    let overview: model::bundle::Overview = model::coding::decode(&overview).expect("an overview");
    assert_eq!(overview.documents.len(), 2);
    assert!(!files.keys().any(|path| path.starts_with("export/")));
}

#[test]
fn what_is_the_same_is_not_annotated_again_and_a_correction_is_what_counts() {
    let mut desk = filled();
    settle(&mut desk, json!({}));
    let (before, _) = across(&mut desk);
    assert_eq!(settle(&mut desk, json!({}))["todo"], 0);
    assert_eq!(across(&mut desk).0["build"], before["build"], "nothing has changed");

    let settled = settle(&mut desk, json!({ "weir": { "outlet": "Upper Mail", "published": "2022-02-05" } }));
    assert_eq!(settled["todo"], 1);
    let row = settled["rows"].as_array().expect("rows").iter().find(|row| row["id"] == "weir").expect("the text");
    assert_eq!(
        (&row["outlet"], &row["published"], &row["title"]),
        (&json!("Upper Mail"), &json!("2022-02-05"), &json!("The weir breaks"))
    );
    assert_ne!(across(&mut desk).0["build"], before["build"]);

    let refused = settle(&mut desk, json!({ "weir": { "published": "Thursday" } }));
    assert_eq!(refused["reply"], "failed");
    assert!(refused["why"].as_str().expect("why").contains("EDTF"), "{refused}");
}

#[test]
fn what_a_text_tells_on_its_first_lines_is_shown_before_it_is_read_across() {
    let mut desk = Desk::default();
    let text = "Lower Mail\nThe ferry stays in Halm\n2022-03-04\n\nThe ferry of Halm stays in port until April, its owner \
        said on Thursday. Nine crossings a day were cut after the ice came.\n";
    let read = read(&mut desk, "a1.txt", text.as_bytes());
    let settled = settle(&mut desk, json!({}));
    let annotated = ask(&mut desk, json!({ "ask": "annotate" }), &[]).0;
    let again = settle(&mut desk, json!({}));
    for answer in [&read, &settled, &annotated, &again] {
        let row = &answer["rows"][0];
        assert_eq!(
            (&row["outlet"], &row["published"], &row["title"]),
            (&json!("Lower Mail"), &json!("2022-03-04"), &json!("The ferry stays in Halm")),
            "{answer}"
        );
    }
}

#[test]
fn what_is_not_read_is_told_with_what_to_do() {
    let mut desk = filled();
    let read = read(&mut desk, "old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and more");
    let told = &read["troubles"][0];
    assert!(told["unread"] == true && !told["what"].as_str().expect("what").is_empty(), "{read}");
    ask(&mut desk, json!({ "ask": "take_out", "name": "weir.txt" }), &[]);
    assert_eq!(settle(&mut desk, json!({}))["rows"].as_array().map(Vec::len), Some(1));
    let names = json!(["a.txt", ".DS_Store", "page.html", "page_files/x.css"]);
    let (chosen, _) = ask(&mut desk, json!({ "ask": "choose", "names": names }), &[]);
    assert_eq!(chosen["names"], json!(["a.txt", "page.html"]));
}

/// The claim that a report's words stand in.
fn claim_of(desk: &mut Desk, made: &Value, files: &BTreeMap<String, Vec<u8>>, words: &str) -> Value {
    let build = made["build"].as_str().expect("a build");
    let overview = model::sealed::open(&files[&format!("data/{build}/overview.bin")], build, "overview.bin");
    let overview: model::bundle::Overview = model::coding::decode(&overview.expect("sealed")).expect("an overview");
    let groups = [overview.agreed, overview.differs, overview.one_origin, overview.open];
    let ids: Vec<String> = groups.into_iter().flat_map(|group| group.claims).map(|card| card.id).collect();
    let claims: Vec<Value> = ids.iter().map(|id| ask(desk, json!({ "ask": "claim", "id": id }), &[]).0).collect();
    let said = |claim: &&Value| claim["statements"].to_string().contains(words);
    claims.iter().find(said).unwrap_or_else(|| panic!("no claim with {words:?}: {claims:?}")).clone()
}

fn relate(desk: &mut Desk, decisions: &Value) -> Value {
    ask(desk, json!({ "ask": "relate", "decisions": decisions }), &[]).0
}

#[test]
fn what_a_person_decides_counts_and_is_undone_by_leaving_it_out() {
    let mut desk = filled();
    settle(&mut desk, json!({}));
    let (made, files) = across(&mut desk);
    let claim = claim_of(&mut desk, &made, &files, "The weir at Halm broke");
    let anchor = claim["statements"][0]["anchor"].clone();
    assert_eq!(anchor["document"], "weir", "{claim}");
    let retitle = json!({ "decide": "retitle", "statement": anchor, "title": "Farms under water", "why": "shorter" });
    assert_eq!(relate(&mut desk, &json!([retitle]))["refused"], json!([]));
    let told = ask(&mut desk, json!({ "ask": "claim", "id": claim["id"] }), &[]).0;
    assert_eq!(told["title"], "Farms under water");
    assert!(told["reviews"].to_string().contains("shorter"), "{told}");
    assert_ne!(ask(&mut desk, json!({ "ask": "make" }), &[]).0["build"], made["build"]);

    relate(&mut desk, &json!([]));
    assert_eq!(ask(&mut desk, json!({ "ask": "make" }), &[]).0["build"], made["build"], "undone");

    let denied = json!({ "decide": "commitment", "statements": [anchor], "commitment": "denied" });
    relate(&mut desk, &json!([denied, retitle]));
    let told = ask(&mut desk, json!({ "ask": "claim", "id": claim["id"] }), &[]).0;
    assert_eq!(told["statements"][0]["commitment"], "denied");
}

#[test]
fn a_decision_that_can_t_be_carried_out_is_named_and_the_others_are_carried_out() {
    let mut desk = filled();
    settle(&mut desk, json!({}));
    let (made, files) = across(&mut desk);
    let claim = claim_of(&mut desk, &made, &files, "The weir at Halm broke");
    let anchor = claim["statements"][0]["anchor"].clone();
    let gone = |words: &str| json!({ "decide": "hide", "statements": [{ "document": "weir", "words": words }] });
    let title = json!({ "decide": "retitle", "statement": anchor, "title": "Farms under water" });
    let related = relate(&mut desk, &json!([gone("Nobody said so"), title, gone("Nor this")]));
    let refused: Vec<u64> =
        related["refused"].as_array().expect("a list").iter().filter_map(|one| one["decision"].as_u64()).collect();
    assert_eq!(refused, [0, 2], "{related}");
    assert_eq!(ask(&mut desk, json!({ "ask": "claim", "id": claim["id"] }), &[]).0["title"], "Farms under water");
}

#[test]
fn what_is_kept_goes_on_where_it_was() {
    let mut desk = filled();
    settle(&mut desk, json!({ "weir": { "outlet": "Upper Mail" } }));
    let (made, _) = across(&mut desk);
    let (_, kept) = ask(&mut desk, json!({ "ask": "keep" }), &[]);
    let mut again = Desk::default();
    let (restored, _) = ask(&mut again, json!({ "ask": "restore" }), &kept);
    assert_eq!((&restored["reply"], &restored["todo"]), (&json!("settled"), &json!(0)), "{restored}");
    relate(&mut again, &json!([]));
    assert_eq!(ask(&mut again, json!({ "ask": "make" }), &[]).0["build"], made["build"]);
    // More can be added to it.
    read(&mut again, "more.txt", b"The weir at Halm will be mended by May 2023, the council said.");
    let settled = settle(&mut again, json!({ "weir": { "outlet": "Upper Mail" } }));
    assert_eq!(settled["todo"], 1, "only what is new");
    assert_eq!(ask(&mut again, json!({ "ask": "restore" }), &kept[..kept.len() / 2]).0["reply"], "failed");
}

#[test]
fn what_the_machine_doubts_is_offered_until_it_is_decided() {
    let mut desk = filled();
    settle(&mut desk, json!({}));
    across(&mut desk);
    let doubts =
        |desk: &mut Desk| ask(desk, json!({ "ask": "doubts" }), &[]).0["doubts"].as_array().cloned().expect("a list");
    let first = doubts(&mut desk);
    for doubt in &first {
        let anchors = doubt["decision"]["statements"].as_array().map(Vec::len);
        assert_eq!(doubt["said"].as_array().map(Vec::len), anchors, "{doubt}");
    }
    if let Some(doubt) = first.first() {
        relate(&mut desk, &json!([doubt["decision"]]));
        assert!(!doubts(&mut desk).iter().any(|other| other["decision"] == doubt["decision"]));
    }
}

#[test]
fn what_is_no_question_or_comes_too_early_is_refused() {
    let mut desk = Desk::default();
    for (said, bytes) in [(json!({ "ask": "make" }), &[][..]), (json!({ "ask": "dance" }), &[]), (json!(7), &[1, 2])] {
        assert_eq!(ask(&mut desk, said, bytes).0["reply"], "failed");
    }
    let answer = Letter::open(&desk.answer(b"\x09")).expect("a letter");
    assert!(answer.said.contains("failed"));
}

#[test]
fn a_speaker_and_a_name_are_set_right_and_set_back() {
    let mut desk = filled();
    settle(&mut desk, json!({}));
    let (made, files) = across(&mut desk);
    let claim = claim_of(&mut desk, &made, &files, "The weir at Halm broke");
    let said = |desk: &mut Desk| {
        let told = ask(desk, json!({ "ask": "claim", "id": claim["id"] }), &[]).0;
        let all = told["statements"].as_array().cloned().expect("statements");
        all.into_iter().find(|said| said["document"] == "Weir at Halm gone").expect("the statement")
    };
    let first = said(&mut desk);
    assert_eq!(
        (&first["speaker"], &first["commitment"]),
        (&json!("the council of the lower valley"), &json!("attributed")),
        "{first}"
    );
    let speaker =
        |name: &str| json!({ "decide": "speaker", "statements": [first["anchor"]], "speaker": name, "why": "asked" });
    for (name, commitment) in [("Orla Venn", "attributed"), ("", "asserted")] {
        assert_eq!(relate(&mut desk, &json!([speaker(name)]))["refused"], json!([]));
        let now = said(&mut desk);
        assert_eq!((&now["speaker"], &now["commitment"]), (&json!(name), &json!(commitment)), "{now}");
    }

    let name = json!({ "decide": "name", "name": "Tilde Raske", "kind": "person", "spellings": ["Tilde Rask"] });
    let wrong = json!({ "decide": "name", "name": "", "kind": "person", "spellings": [] });
    let named = |desk: &mut Desk, decisions: &Value| {
        ask(desk, json!({ "ask": "settle", "title": "Weirs", "decisions": decisions }), &[]);
        while ask(desk, json!({ "ask": "annotate" }), &[]).0["left"] != 0 {}
        let refused = relate(desk, decisions)["refused"].clone();
        let names = ask(desk, json!({ "ask": "names" }), &[]).0["names"].clone();
        (refused, names.to_string())
    };
    let (refused, names) = named(&mut desk, &json!([wrong, name]));
    assert_eq!(refused[0]["decision"], 0);
    assert!(names.contains("Tilde Raske"), "{names}");
    let (refused, names) = named(&mut desk, &json!([]));
    assert!(refused == json!([]) && !names.contains("Raske"), "{names}");
    assert_eq!(ask(&mut desk, json!({ "ask": "make" }), &[]).0["build"], made["build"], "undone");
}

#[test]
fn what_another_program_annotates_is_what_this_one_would() {
    let mut alone = filled();
    settle(&mut alone, json!({}));
    let (made, _) = across(&mut alone);
    let mut desk = filled();
    settle(&mut desk, json!({}));
    let (lent, bytes) = ask(&mut desk, json!({ "ask": "lend" }), &[]);
    assert_eq!(lent["documents"], 2, "{lent}");
    assert_eq!(ask(&mut desk, json!({ "ask": "annotate" }), &[]).0["left"], 2, "they are not back");
    let (_, annotated) = ask(&mut Desk::default(), json!({ "ask": "help" }), &bytes);
    let (taken, _) = ask(&mut desk, json!({ "ask": "take_back" }), &annotated);
    assert_eq!((&taken["left"], taken["rows"].as_array().map(Vec::len)), (&json!(0), Some(2)), "{taken}");
    assert_eq!(ask(&mut desk, json!({ "ask": "lend" }), &[]).0["documents"], 0);
    assert_eq!(across(&mut desk).0["build"], made["build"]);
    // Whoever was lent them may be gone: they are annotated here then.
    let mut desk = filled();
    settle(&mut desk, json!({}));
    ask(&mut desk, json!({ "ask": "lend" }), &[]);
    assert_eq!(settle(&mut desk, json!({}))["todo"], 2);
    assert_eq!(across(&mut desk).0["build"], made["build"]);
    assert_eq!(ask(&mut desk, json!({ "ask": "take_back" }), &annotated).0["rows"], json!([]), "they came too late");
}

#[test]
fn a_report_can_be_read_before_the_others_are() {
    let mut desk = Desk::default();
    let row = read(&mut desk, "weir.txt", TEXT.as_bytes())["rows"][0].clone();
    let asked = |desk: &mut Desk, row: &Value| {
        ask(desk, json!({ "ask": "text", "id": row["id"], "place": row["place"] }), &[]).0
    };
    assert!(asked(&mut desk, &row)["text"].to_string().contains("Nine farms"));
    let row = settle(&mut desk, json!({}))["rows"][0].clone();
    assert_eq!(asked(&mut desk, &row)["title"], "The weir breaks");
    assert_eq!(asked(&mut desk, &json!({ "id": "no", "place": "no" }))["reply"], "failed");
}

#[test]
fn a_line_of_the_site_is_one_no_more_where_its_reports_are_taken_out() {
    const TOLD: [&str; 6] = [
        "The weir at Halm broke on 2 February 2022, the warden said. Nine farms lay under water for two days.",
        "A baker in Osk sold his last loaf on 4 March 2022. His oven goes to the museum of the county.",
        "The choir of Brenn sang for the last time in the old hall, its conductor told the evening paper.",
        "Two foxes were seen on the runway at Tolne, and three flights waited until they had left.",
        "The library of Ferl lends seeds now. Gardeners bring back what their beans have borne in autumn.",
        "A bridge of rope hangs over the gorge of Quint again, forty years after the last one fell.",
    ];
    const LINE: &str = "Tell the editors of the Lower Mail what you have seen in your street.";
    let name = |at: usize| format!("r{at}.txt");
    let drop_in = |desk: &mut Desk, reports: std::ops::Range<usize>| {
        for (at, told) in TOLD.iter().enumerate().take(reports.end).skip(reports.start) {
            read(desk, &name(at), format!("{told}\n\n{LINE}\n").as_bytes());
        }
    };
    let filled = |reports: std::ops::Range<usize>| {
        let mut desk = Desk::default();
        drop_in(&mut desk, reports);
        settle(&mut desk, json!({}));
        desk
    };
    let mut all = filled(0..6);
    let (made, _) = across(&mut all);
    assert_eq!(all.whole.len(), 6, "the line was found in all of them");
    let mut one = filled(0..1);
    let (alone, _) = across(&mut one);
    for at in 1..6 {
        ask(&mut all, json!({ "ask": "take_out", "name": name(at) }), &[]);
    }
    assert_eq!(settle(&mut all, json!({}))["todo"], 0);
    assert_eq!(across(&mut all).0["build"], alone["build"]);
    drop_in(&mut all, 1..6);
    settle(&mut all, json!({}));
    assert_eq!(across(&mut all).0["build"], made["build"]);
}
