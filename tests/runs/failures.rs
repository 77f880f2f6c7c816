//! Bad input: a clear error with file and line, status 1, and the old bundle as it was.

use std::fs;

use crate::harness::{Place, fixture};

/// Builds a good corpus, then the one that `spoil` makes of it: the error, and no trace of the second build.
fn failure(spoil: impl Fn(&Place)) -> String {
    let place = Place::new();
    place.copy(&fixture("harbour"), "corpus");
    let bundle = place.build(&place.path("corpus"), "dist");
    let before = bundle.files();
    spoil(&place);
    let run = place.run(["build", "--corpus", "corpus", "--out", "dist"]);
    assert_eq!(run.status, 1, "{}", run.stderr);
    assert!(bundle.files() == before, "the old bundle was touched");
    let left: Vec<_> = fs::read_dir(place.path(".")).expect("the place").flatten().map(|e| e.file_name()).collect();
    assert!(!left.iter().any(|name| name.to_string_lossy().contains("crossread")), "left behind: {left:?}");
    run.stderr
}

#[test]
fn not_utf8() {
    let error = failure(|place| place.file("corpus/latin.txt", b"A dam.\nA caf\xe9.\n"));
    assert_eq!(error, "crossread: corpus/latin.txt:2: is not UTF-8 (byte 0xe9); save the file as UTF-8\n");
}

#[test]
fn front_matter_that_does_not_parse() {
    let error = failure(|place| place.file("corpus/a.txt", "+++\ntitle = \"A\"\noutlet = The Courier\n+++\nText.\n"));
    insta::assert_snapshot!(error);
}

#[test]
fn front_matter_without_an_end() {
    let error = failure(|place| place.file("corpus/a.txt", "+++\ntitle = \"A\"\n\nText.\n"));
    insta::assert_snapshot!(error);
}

#[test]
fn a_date_that_is_none() {
    let error =
        failure(|place| place.file("corpus/a.txt", "+++\ntitle = \"A\"\npublished = \"4 March\"\n+++\nText.\n"));
    insta::assert_snapshot!(error);
}

#[test]
fn two_documents_with_one_id() {
    let error = failure(|place| {
        place.file(
            "corpus/more.jsonl",
            "{\"id\": \"x\", \"text\": \"A dam.\"}\n{\"id\": \"herald\", \"text\": \"A dam.\"}\n",
        );
    });
    insta::assert_snapshot!(error);
}

#[test]
fn a_bad_line_of_json() {
    let error =
        failure(|place| place.file("corpus/more.jsonl", "{\"id\": \"x\", \"text\": \"A dam.\"}\n\n{\"id\": \"y\"}\n"));
    insta::assert_snapshot!(error);
}

#[test]
fn a_file_of_fifty_megabytes() {
    let error = failure(|place| {
        place.file("corpus/huge.txt", "");
        let file = fs::OpenOptions::new().write(true).open(place.path("corpus/huge.txt")).expect("the file");
        file.set_len(50 << 20).expect("a sparse file");
    });
    insta::assert_snapshot!(error);
}

#[test]
fn a_corpus_file_that_does_not_parse() {
    let error = failure(|place| place.file("corpus/corpus.toml", "title = \"Harbour\"\n[[name]]\nname = \"A\"\n"));
    insta::assert_snapshot!(error);
}

#[test]
fn an_empty_corpus() {
    let error = failure(|place| {
        fs::remove_dir_all(place.path("corpus")).expect("removed");
        place.file("corpus/corpus.toml", "title = \"Nothing\"\n");
    });
    insta::assert_snapshot!(error);
}

#[test]
fn no_corpus() {
    let error = failure(|place| fs::remove_dir_all(place.path("corpus")).expect("removed"));
    insta::assert_snapshot!(error);
}

#[test]
fn what_is_not_read_is_a_warning_and_with_strict_an_error() {
    let place = Place::new();
    place.copy(&fixture("harbour"), "corpus");
    place.file("corpus/letter.docx", b"PK\x03\x04");
    place.file("corpus/.hidden", "");
    place.file("corpus/README.md", "# About these files");
    let run = place.run(["build", "--corpus", "corpus"]);
    assert_eq!(run.status, 0);
    let warning = "corpus/letter.docx: is not read: only *.txt, *.md and *.jsonl are reports; convert it or take it out \
                   of the corpus";
    assert_eq!(run.stderr.lines().next(), Some(format!("crossread: warning: {warning}").as_str()));
    let run = place.run(["build", "--corpus", "corpus", "--strict"]);
    assert_eq!((run.status, run.stderr), (1, format!("crossread: {warning}\n")));
}

#[test]
fn a_folder_of_somebody_elses_is_not_replaced() {
    let place = Place::new();
    place.file("letters/mother.txt", "Dear mother");
    let corpus = fixture("harbour");
    let run =
        place.run(["build".as_ref(), "--out".as_ref(), "letters".as_ref(), "--corpus".as_ref(), corpus.as_os_str()]);
    insta::assert_snapshot!(run.shown());
    assert!(place.path("letters/mother.txt").exists());
}

#[test]
fn what_a_user_put_beside_the_site_is_kept_and_told() {
    let place = Place::new();
    let bundle = place.build(&fixture("harbour"), "dist");
    let first = bundle.files();
    place.file("dist/CNAME", "harbour.example");
    place.file("dist/notes/draft.txt", "not yet");
    let corpus = fixture("harbour");
    let run = place.run(["build".as_ref(), "--corpus".as_ref(), corpus.as_os_str()]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let told = "crossread: kept in dist, for no build wrote it: CNAME, notes\n";
    assert!(run.stderr.starts_with(told), "{}", run.stderr);
    let mut second = bundle.files();
    second.retain(|(name, _)| name != "CNAME" && name != "notes/draft.txt");
    assert_eq!(bundle.files().len(), second.len() + 2);
    assert!(first == second, "the rest is as a build in an empty folder writes it");
}
