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
    let about = found::corpus_text(&corpus);
    let own = [("corpus.toml", about.as_str()), ("review.toml", "# Nothing was decided.\n")];
    bundle::make(&memory, related, Extras { exports: Some(&own), pages: None }).expect("made");

    let made: Vec<(String, Vec<u8>)> = memory.into_files().into_iter().collect();
    let written = written(&on_disk);
    let names = |files: &[(String, Vec<u8>)]| files.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>();
    assert_eq!(names(&made), names(&written));
    for ((name, a), (_, b)) in made.iter().zip(&written) {
        assert!(a == b, "{name} differs");
    }
    assert!(names(&made).iter().any(|name| name.starts_with("export/")), "{made:?}");
}

#[test]
fn a_packed_corpus_gives_every_file_that_the_corpus_gives() {
    for name in ["dam", "ferry", "harbour", "lake", "mill", "railway", "valley"] {
        let (corpus, documents) = annotated(name);
        let relations = relate::relate(&documents, &corpus);
        let related = Related { corpus: &corpus, documents: &documents, relations: &relations };
        let memory = Memory::default();
        let made = bundle::make(&memory, related, Extras::default()).expect("made");
        let packed = bundle::pack(related);
        assert_eq!(packed, bundle::pack(related), "the same bytes each time");

        let mut maker = bundle::Maker::default();
        assert_eq!(maker.answer(&packed), [1], "{name} is taken");
        let build = made.manifest.build.as_str();
        let below = format!("data/{build}/");
        for (path, bytes) in memory.into_files() {
            let Some(own) = path.strip_prefix(&below) else { continue };
            let again = maker.answer(path.as_bytes());
            if own.starts_with("search/") {
                assert!(again == bytes, "{name}: {own} differs");
                continue;
            }
            let plain = |file: &[u8]| model::sealed::open(file, build, own).expect("a sealed file");
            assert!(plain(&again) == plain(&bytes), "{name}: {own} differs");
        }
        for missing in [format!("{below}claims/900.bin"), format!("{below}no/0.bin"), "data/manifest.json".to_owned()] {
            assert!(maker.answer(missing.as_bytes()).is_empty(), "{missing}");
        }
    }
}

#[test]
fn a_packed_corpus_that_is_damaged_is_not_taken() {
    let (corpus, documents) = annotated("mill");
    let relations = relate::relate(&documents, &corpus);
    let packed = bundle::pack(Related { corpus: &corpus, documents: &documents, relations: &relations });
    for at in (0..packed.len()).step_by(97) {
        let mut damaged = packed.clone();
        damaged[at] ^= 0x20;
        assert!(bundle::unpack(&damaged).is_err(), "byte {at}");
        assert!(bundle::unpack(&packed[..at]).is_err(), "the first {at} bytes");
    }
}

/// The reports of a fixture, read by themselves.
fn annotated(name: &str) -> (Corpus, Vec<model::Annotated>) {
    let mut names = Vec::new();
    let files = fs::read_dir(fixture(name)).expect("a fixture").flatten().filter(|entry| entry.path().is_file());
    for file in files {
        names.push((file.file_name().into_string().expect("a name"), fs::read(file.path()).expect("a file")));
    }
    names.sort();
    let is_report = |name: &str| !found::is_passed_over(name) && !name.ends_with(".toml");
    let read = names.iter().filter(|(name, _)| is_report(name)).map(|(name, bytes)| found::read(name, bytes));
    let found = found::settle(read.collect::<Vec<_>>()).found;
    let corpus = Corpus { title: name.to_owned(), language: "en".to_owned(), ..Corpus::default() };
    let inputs = found.into_iter().map(|(id, found)| found::input(id, found));
    let mut documents: Vec<_> = inputs.map(|input| extract::annotate(extract::clean(input), &corpus)).collect();
    assert!(!documents.is_empty(), "{name} has reports");
    relate::put_in_order(&mut documents);
    (corpus, documents)
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
    bundle::make(&memory, related, Extras { exports: None, pages: Some(&pages) }).expect("made");
    let files = memory.into_files();
    let page = String::from_utf8_lossy(&files["claims/index.html"]);
    assert!(page.contains("<p>claims from ../</p>") && page.contains("<title>A &lt;title&gt;</title>"), "{page}");
}
