//! What the command writes to a disk, made in memory: a page in a browser makes the same site of the same reports.

use std::fs;

use bundle::{Drawn, Extras, Memory, Pages, Related, Shell};
use model::Corpus;

use crate::harness::{Bundle, Place, fixture};

/// Reports of one small matter, as JSON lines.
const LINES: &str = r#"{"id": "b", "title": "The mill stops", "outlet": "Valley Post", "published": "2023-05-02", "text": "The mill at Ossery stopped on 1 May 2023, its owner Ida Brann said. \"We will open again in June,\" she said. Forty people work there.\n\nThe council expects a new owner by the end of the year."}
{"id": "a", "title": "Mill at Ossery closes", "outlet": "Evening Lamp", "published": "2023-05-03", "text": "The mill at Ossery closed on 1 May 2023. Thirty people work there, the council said.\n\nIda Brann denied that the mill had been sold."}
"#;

#[test]
fn the_same_reports_give_the_same_files_in_memory() {
    let place = Place::new();
    place.file("mill.jsonl", LINES);
    let on_disk = place.build(&place.path("mill.jsonl"), "dist");

    // As the command does, with what a page has: a name and bytes.
    let found = found::settle(vec![found::read("mill.jsonl", LINES.as_bytes())]).found;
    let inputs = found.into_iter().map(|(id, found)| found::input(id, found));
    let corpus =
        Corpus { title: "mill".to_owned(), subject: "mill".to_owned(), language: "en".to_owned(), ..Corpus::default() };
    let mut documents: Vec<_> = inputs.map(|input| extract::annotate(extract::clean(input), &corpus)).collect();
    relate::put_in_order(&mut documents);
    let relations = relate::relate(&documents, &corpus);
    let memory = Memory::default();
    let related = Related { corpus: &corpus, documents: &documents, relations: &relations };
    bundle::make(&memory, related, Extras { exports: true, pages: None }).expect("made");

    let made: Vec<(String, Vec<u8>)> = memory.into_files().into_iter().collect();
    let written = written(&on_disk);
    let names = |files: &[(String, Vec<u8>)]| files.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>();
    assert_eq!(names(&made), names(&written));
    for ((name, a), (_, b)) in made.iter().zip(&written) {
        assert!(a == b, "{name} differs");
    }
    assert!(names(&made).iter().any(|name| name.starts_with("export/")), "{made:?}");
}

/// What a build wrote but for its own list of it.
fn written(bundle: &Bundle) -> Vec<(String, Vec<u8>)> {
    bundle.files().into_iter().filter(|(name, _)| name != "data/files.txt").collect()
}

#[test]
fn pages_are_drawn_by_whoever_asks_for_them() {
    let files = fs::read_dir(fixture("shell")).expect("a shell").flatten().filter(|entry| entry.path().is_file());
    let files =
        files.map(|entry| (entry.file_name().into_string().expect("a name"), fs::read(entry.path()).expect("a file")));
    let shell = Shell::new(files.collect()).expect("a shell");
    let draw = |place: &viewer::route::Place, _: &_, _: &_, root: &str| Drawn {
        title: "A <title>".to_owned(),
        description: String::new(),
        body: format!("<p>{} from {root}</p>", place.path()),
        is_view: true,
    };
    let memory = Memory::default();
    let (corpus, relations) = (Corpus::default(), relate::relate(&[], &Corpus::default()));
    let related = Related { corpus: &corpus, documents: &[], relations: &relations };
    let pages = Pages { shell: &shell, address: None, draw: &draw };
    bundle::make(&memory, related, Extras { exports: false, pages: Some(&pages) }).expect("made");
    let files = memory.into_files();
    let page = String::from_utf8_lossy(&files["claims/index.html"]);
    assert!(page.contains("<p>claims from ../</p>") && page.contains("<title>A &lt;title&gt;</title>"), "{page}");
}
