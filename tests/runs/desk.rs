//! The desk, asked as the page in a browser asks it, beside the command: the same reports give the same bytes, and what the
//! desk saves the command builds from.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Read};

use desk::{Desk, Letter};
use serde_json::{Value, json};

use crate::harness::{Bundle, Place, fixture};

/// As the page asks: by a word, with what else is told belonging to it.
fn ask(desk: &mut Desk, mut said: Value, bytes: &[u8]) -> (Value, Vec<u8>) {
    if let Some(word) = said.as_object_mut().and_then(|told| told.remove("ask")) {
        let more = said.as_object().is_some_and(|told| !told.is_empty());
        said = if more { json!({ word.as_str().expect("a word"): said }) } else { word };
    }
    let answer = desk.answer(&Letter { said: said.to_string(), bytes: bytes.to_vec() }.seal());
    let letter = Letter::open(&answer).expect("a letter");
    let reply: Value = serde_json::from_str(&letter.said).expect("JSON");
    assert_ne!(reply["reply"], "failed", "{reply}");
    (reply, letter.bytes)
}

/// The reports of a folder, dropped as `name`, read across as the page does it.
fn dropped(name: &str, files: &BTreeMap<String, Vec<u8>>) -> (Desk, Value) {
    let mut desk = Desk::default();
    let (mut about, mut decisions) = (Value::Null, json!([]));
    for own in ["corpus.toml", "review.toml"] {
        if let Some(bytes) = files.get(own) {
            let (beside, _) = ask(&mut desk, json!({ "ask": "beside", "name": own }), bytes);
            match own {
                "corpus.toml" => about = beside["about"].clone(),
                _ => decisions = beside["decisions"].clone(),
            }
        }
    }
    let names: Vec<&String> = files.keys().collect();
    let (chosen, _) = ask(&mut desk, json!({ "ask": "choose", "names": names }), &[]);
    for name in chosen["names"].as_array().expect("names").iter().filter_map(Value::as_str) {
        let (read, _) = ask(&mut desk, json!({ "ask": "read", "name": name }), &files[name]);
        if read["reply"] == "elsewhere" {
            let reading = model::coding::encode(&found::read(name, &files[name])).expect("bytes");
            ask(&mut desk, json!({ "ask": "take", "name": name }), &reading);
        }
    }
    let title = about["title"].as_str().filter(|title| !title.is_empty()).unwrap_or(name).to_owned();
    read_across(&mut desk, &title, &about, &decisions);
    (desk, decisions)
}

fn read_across(desk: &mut Desk, title: &str, about: &Value, decisions: &Value) {
    ask(desk, json!({ "ask": "settle", "title": title, "about": about, "decisions": decisions }), &[]);
    while ask(desk, json!({ "ask": "annotate" }), &[]).0["left"] != 0 {}
    let (related, _) = ask(desk, json!({ "ask": "relate", "decisions": decisions }), &[]);
    assert_eq!(related["refused"], json!([]));
}

/// The site that the desk saves for a host.
fn site(desk: &mut Desk) -> BTreeMap<String, Vec<u8>> {
    let mut list: Vec<(String, usize)> = Vec::new();
    let mut bytes = Vec::new();
    for entry in fs::read_dir(fixture("shell")).expect("a shell").flatten().filter(|entry| entry.path().is_file()) {
        let file = fs::read(entry.path()).expect("a file");
        list.push((entry.file_name().into_string().expect("a name"), file.len()));
        bytes.extend(file);
    }
    unzipped(&ask(desk, json!({ "ask": "site", "shell": list }), &bytes).1)
}

fn unzipped(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a ZIP");
    let all = 0..archive.len();
    all.map(|at| {
        let mut file = archive.by_index(at).expect("a file");
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).expect("whole");
        (file.name().expect("a name").into_owned(), bytes)
    })
    .collect()
}

/// The data and the exports of a site.
fn made(files: impl IntoIterator<Item = (String, Vec<u8>)>) -> BTreeMap<String, Vec<u8>> {
    let own = |name: &str| (name.starts_with("data/") || name.starts_with("export/")) && name != "data/files.txt";
    files.into_iter().filter(|(name, _)| own(name)).collect()
}

fn same(a: &BTreeMap<String, Vec<u8>>, b: &BTreeMap<String, Vec<u8>>, what: &str) {
    assert_eq!(a.keys().collect::<Vec<_>>(), b.keys().collect::<Vec<_>>(), "{what}");
    for (name, bytes) in a {
        assert!(*bytes == b[name], "{what}: {name} differs");
    }
}

#[test]
fn the_desk_the_command_and_what_the_desk_saves_give_the_same_bytes() {
    let seeds = fixture("../../seeds");
    for (name, from) in [("harbour", fixture("harbour")), ("mill", fixture("mill")), ("seeds", seeds)] {
        let place = Place::new();
        let mut files = BTreeMap::new();
        gather(&from, "", &mut files);
        for (path, bytes) in &files {
            place.file(&format!("{name}/{path}"), bytes);
        }
        let command: Bundle = place.build(&place.path(name), "command");
        let (mut desk, decisions) = dropped(name, &files);
        let desks = made(site(&mut desk));
        same(&made(command.files()), &desks, &format!("{name}: the command and the desk"));

        let (_, corpus) = ask(&mut desk, json!({ "ask": "corpus", "folder": "saved", "decisions": decisions }), &[]);
        let corpus = unzipped(&corpus);
        assert!(corpus.contains_key("saved/reports.jsonl") && corpus.contains_key("saved/corpus.toml"));
        for (path, bytes) in &corpus {
            place.file(path, bytes);
        }
        let again = place.build(&place.path("saved"), "again");
        same(&made(again.files()), &desks, &format!("{name}: what the desk saved"));

        let exports = unzipped(&ask(&mut desk, json!({ "ask": "exports" }), &[]).1);
        assert!(exports.contains_key("export/claims.json"));
        assert!(exports.iter().all(|(path, bytes)| desks[path] == *bytes), "{name}: the exports alone");
    }
}

#[test]
fn what_a_person_decided_on_the_desk_the_command_carries_out() {
    let place = Place::new();
    let files = BTreeMap::from([
        ("lamp.txt".to_owned(), b"+++\ntitle = \"Mill at Ossery closes\"\n+++\n\nThe mill at Ossery closed on 1 May 2023. Thirty people work there, the council said.\n".to_vec()),
        ("post.md".to_owned(), b"# The mill stops\n\nThe mill at Ossery stopped on 1 May 2023. Forty people work there, its owner Ida Brann said.\n".to_vec()),
    ]);
    let (mut desk, _) = dropped("mill", &files);
    let decisions = json!([
        { "decide": "retitle", "statement": { "document": "lamp", "words": "Thirty people work there" }, "title": "Who \"works\" there" },
        { "decide": "hide", "statements": [{ "document": "post", "words": "Forty people work there" }], "why": "not of\nthe mill" },
    ]);
    let (related, _) = ask(&mut desk, json!({ "ask": "relate", "decisions": decisions }), &[]);
    assert_eq!(related["refused"], json!([]));
    for (path, bytes) in
        unzipped(&ask(&mut desk, json!({ "ask": "corpus", "folder": "saved", "decisions": decisions }), &[]).1)
    {
        place.file(&path, bytes);
    }
    same(&made(place.build(&place.path("saved"), "built").files()), &made(site(&mut desk)), "with decisions");
}

/// `review.toml` of the mill, with a decision of each kind that changes what a report says, and one on a name.
const DECIDED: &str = r#"
[[decision]]
decide = "speaker"
statements = [{ document = "lamp", words = "Thirty people work there" }]
speaker = "Ida Brann"
why = "the council only passed it on"

[[decision]]
decide = "name"
name = "Ida Maria Brann"
kind = "person"
spellings = ["Ida Brann"]
"#;

#[test]
fn a_published_corpus_is_taken_to_the_desk_and_its_decisions_go_back_to_the_command() {
    let place = Place::new();
    let seeds = fixture("../../seeds");
    for (name, from) in [("seeds", seeds), ("harbour", fixture("harbour")), ("mill", fixture("mill"))] {
        place.copy(&from, name);
        let published: BTreeMap<String, Vec<u8>> = place.build(&place.path(name), "site").files().into_iter().collect();
        let (mut desk, decisions) = reviewed(&published);
        let desks = made(site(&mut desk));
        same(&made(published), &desks, &format!("{name}: the site and the desk"));
        let (_, review) = ask(&mut desk, json!({ "ask": "review", "decisions": decisions }), &[]);
        assert_eq!(desks["export/review.toml"], review);
    }

    // What is decided there, the command carries out over the reports as they always were.
    place.file("own/lamp.txt", "+++\ntitle = \"Mill at Ossery closes\"\n+++\n\nThe mill at Ossery closed on 1 May 2023. Thirty people work there, the council said.\n");
    place.file("own/post.md", "# The mill stops\n\nPublished 4 May 2023\n\nThe mill at Ossery stopped on 1 May 2023. Forty people work there, its owner Ida Brann said.\n");
    let published = place.build(&place.path("own"), "site").files().into_iter().collect();
    let (mut desk, _) = reviewed(&published);
    let (beside, _) = ask(&mut desk, json!({ "ask": "beside", "name": "review.toml" }), DECIDED.as_bytes());
    let decisions = beside["decisions"].clone();
    read_across(&mut desk, "own", &Value::Null, &decisions);
    let (_, review) = ask(&mut desk, json!({ "ask": "review", "decisions": decisions }), &[]);
    place.file("own/review.toml", &review);
    let built = place.build(&place.path("own"), "site");
    let claims = built.json("export/claims.json").to_string();
    assert!(claims.contains("Ida Maria Brann"), "{claims}");
    same(&made(built.files()), &made(site(&mut desk)), "with a speaker and a name");
}

/// A desk with what a site exports of its corpus.
fn reviewed(published: &BTreeMap<String, Vec<u8>>) -> (Desk, Value) {
    let (_, lines) = ask(&mut Desk::default(), json!({ "ask": "published" }), &published["export/documents.json"]);
    let own = |name: &str| (name.to_owned(), published[&format!("export/{name}")].clone());
    let files = BTreeMap::from([own("corpus.toml"), own("review.toml"), ("reports.jsonl".to_owned(), lines)]);
    dropped("published", &files)
}

#[test]
fn a_site_from_the_desk_has_a_page_for_every_place() {
    let files = BTreeMap::from([(
        "a.txt".to_owned(),
        b"The mill at Ossery <closed> on 1 May 2023, the council said.".to_vec(),
    )]);
    let (mut desk, _) = dropped("mill", &files);
    let site = site(&mut desk);
    let page = String::from_utf8_lossy(&site["documents/a/index.html"]).into_owned();
    assert!(page.contains("crossread-manifest") && page.contains("needs JavaScript"), "{page}");
    assert!(
        !page.contains("name=\"crossread-page\"") && !page.contains("crossread-whole"),
        "the viewer draws it: {page}"
    );
    for file in ["index.html", "404.html", ".nojekyll", "desk/index.html", "crossread-viewer-7a8b.js"] {
        assert!(site.contains_key(file), "{file}");
    }
}

/// All files below a folder, by their paths in it.
fn gather(folder: &std::path::Path, prefix: &str, files: &mut BTreeMap<String, Vec<u8>>) {
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let name = format!("{prefix}{}", entry.file_name().into_string().expect("a name"));
        if entry.path().is_dir() {
            gather(&entry.path(), &format!("{name}/"), files);
        } else {
            files.insert(name, fs::read(entry.path()).expect("a file"));
        }
    }
}
