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
    let name: Vec<u8> = "WordDocument".bytes().flat_map(|byte| [byte, 0]).collect();
    place.file("corpus/letter.doc", [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".as_slice(), &name].concat());
    place.file("corpus/.hidden", "");
    place.file("corpus/README.md", "# About these files");
    place.file("corpus/huge.txt", "");
    let file = fs::OpenOptions::new().write(true).open(place.path("corpus/huge.txt")).expect("the file");
    file.set_len(300 << 20).expect("a sparse file");
    let run = place.run(["build", "--corpus", "corpus"]);
    assert_eq!(run.status, 0);
    let warnings = [
        "corpus/huge.txt: is larger than 256 MiB; split it, or take it out",
        "corpus/letter.doc: is an old Word file, which is not read; open it and save it as .docx",
    ];
    let told: Vec<&str> = run.stderr.lines().take(2).collect();
    assert_eq!(told, warnings.map(|warning| format!("crossread: warning: {warning}")));
    let run = place.run(["build", "--corpus", "corpus", "--strict"]);
    assert_eq!((run.status, run.stderr), (1, format!("crossread: {}\ncrossread: {}\n", warnings[0], warnings[1])));
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

#[cfg(unix)]
#[test]
fn what_is_no_file_of_the_corpus_is_passed_over_with_a_warning() {
    let place = Place::new();
    place.copy(&fixture("harbour"), "corpus");
    place.file("secret.txt", "A secret of somebody else's, kept in another folder.");
    let link = |to: &str, name: &str| std::os::unix::fs::symlink(to, place.path(name)).expect("a link");
    link("../secret.txt", "corpus/a-link-out.txt");
    link("nothing.txt", "corpus/b-dangling.txt");
    link("/dev/zero", "corpus/c-device.txt");
    let made = std::process::Command::new("mkfifo").arg(place.path("corpus/d-pipe.txt")).status().expect("mkfifo");
    assert!(made.success());
    std::os::unix::net::UnixListener::bind(place.path("corpus/e-socket.txt")).expect("a socket");
    let run = place.run(["build", "--corpus", "corpus"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let warnings: Vec<&str> = run.stderr.lines().filter(|line| line.contains("warning")).collect();
    insta::assert_snapshot!(warnings.join("\n"));
    assert!(!fs::read_to_string(place.path("dist/export/documents.json")).expect("the export").contains("A secret"));
}

#[cfg(unix)]
#[test]
fn a_corpus_file_that_leads_elsewhere() {
    let error = failure(|place| {
        place.file("elsewhere.toml", "title = \"A secret\"");
        fs::remove_file(place.path("corpus/corpus.toml")).expect("it was there");
        std::os::unix::fs::symlink("../elsewhere.toml", place.path("corpus/corpus.toml")).expect("a link");
    });
    assert_eq!(
        error,
        "crossread: corpus/corpus.toml: is a link that leads out of the corpus; put the file itself here, or remove \
         the link\n"
    );
    let error = failure(|place| {
        fs::remove_file(place.path("corpus/corpus.toml")).expect("it was there");
        std::os::unix::fs::symlink("nowhere.toml", place.path("corpus/corpus.toml")).expect("a link");
    });
    assert_eq!(error, "crossread: corpus/corpus.toml: is a link to nothing; mend the link, or remove it\n");
}

#[test]
fn a_folder_of_empty_files() {
    let error = failure(|place| {
        fs::remove_dir_all(place.path("corpus")).expect("removed");
        place.file("corpus/a.txt", "");
        place.file("corpus/b.md", " \n");
    });
    assert_eq!(
        error,
        "crossread: corpus: holds 2 files without any text, and no other reports; fill them, or put reports into it\n"
    );
}

#[test]
fn two_ids_that_are_one_folder() {
    for (a, b) in [("Pier", "pier"), ("caf\u{e9}", "cafe\u{301}")] {
        let error = failure(|place| {
            place.file(
                "corpus/more.jsonl",
                format!("{{\"id\": \"{a}\", \"text\": \"A dam.\"}}\n{{\"id\": \"{b}\", \"text\": \"A dam.\"}}\n"),
            );
        });
        assert!(error.starts_with("crossread: corpus/more.jsonl:2: the id "), "{error}");
        assert!(error.contains("more.jsonl, line 1, are one folder on many systems; rename one"), "{error}");
    }
}

#[test]
fn a_date_beyond_the_calendar() {
    let error =
        failure(|place| place.file("corpus/a.txt", "+++\ntitle = \"A\"\npublished = \"Y-12000\"\n+++\nText.\n"));
    assert!(
        error.starts_with(
            "crossread: corpus/a.txt:3: published: \"Y-12000\" lies outside of the years -9999 to 9999; write "
        ),
        "{error}"
    );
}

#[test]
fn what_strangers_wrote_moves_no_terminal_and_makes_no_link() {
    let place = Place::new();
    place.copy(&fixture("harbour"), "corpus");
    place.file(
        "corpus/odd.jsonl",
        "{\"id\": \"odd\\u202e\", \"title\": \"The\\u001b[2J pier\\r\\n\\u202efdp.exe\", \"outlet\": \"Post\\u0007\", \
         \"url\": \"javascript:alert(1)//\\u001b[31m\", \"text\": \"The pier was closed on 5 March 2031.\"}\n",
    );
    let run = place.run(["build", "--corpus", "corpus"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(
        run.stderr.contains("corpus/odd.jsonl:1: url: \"javascript:alert(1)//\\u{1b}[31m\" is no address"),
        "{}",
        run.stderr
    );
    assert!(!run.stderr.contains(['\u{1b}', '\u{202e}', '\u{7}']), "{}", run.stderr);
    let export = fs::read_to_string(place.path("dist/export/documents.json")).expect("the export");
    assert!(export.contains("\"id\":\"odd\",\"title\":\"The [2J pier fdp.exe\",\"outlet\":\"Post\""), "{export}");
    assert!(!export.contains("javascript:"));
}

#[test]
fn ids_that_are_no_folders_have_pages_that_links_reach() {
    let place = Place::new();
    let line = |id: &str| format!("{{\"id\": \"{id}\", \"text\": \"The pier of {id} was closed on 5 March 2031.\"}}\n");
    let ids = [".", "..", "index.html", "con", "NUL.txt", "a/b", "x:y", "~a", "x."];
    place.file("corpus/odd.jsonl", ids.map(line).concat());
    let shell = fixture("shell");
    let run =
        place.run(["build".as_ref(), "--corpus".as_ref(), "corpus".as_ref(), "--shell".as_ref(), shell.as_os_str()]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let list = fs::read_to_string(place.path("dist/documents/index.html")).expect("the list");
    for id in ids {
        let folder = viewer::route::folder(id).expect("a folder");
        let page = fs::read_to_string(place.path("dist/documents").join(&folder).join("index.html")).expect("a page");
        assert!(page.contains(&format!("of {id} was closed")), "{id}");
        assert!(list.contains(&format!("href=\"../documents/{folder}/\"")), "{folder}: {list}");
    }
    assert!(!place.path("dist/index.html").is_dir() && !place.path("index.html").exists());
}

#[test]
fn a_site_inside_the_corpus_is_no_report() {
    let place = Place::new();
    place.copy(&fixture("harbour"), ".");
    let shell = fixture("shell");
    let build = |more: &[&str]| {
        let mut command = vec!["build", "--corpus", ".", "--shell", shell.to_str().expect("a path")];
        command.extend(more);
        place.run(command)
    };
    let first = build(&[]);
    assert_eq!(first.status, 0, "{}", first.stderr);
    let read = |file: &str| fs::read_to_string(place.path(file)).expect("the export");
    let documents = read("dist/export/documents.json");
    fs::remove_dir_all(place.path("dist/export")).expect("removed");
    let second = build(&[]);
    assert_eq!(second.status, 0, "{}", second.stderr);
    assert!(
        second.stderr.contains(
            "./dist: is a site that a build wrote, so it is not read; move it out of the corpus, and name a folder \
             beside the reports with --out\n"
        ),
        "{}",
        second.stderr
    );
    assert_eq!(read("dist/export/documents.json"), documents);

    let elsewhere = tempfile::tempdir().expect("a folder");
    let single = elsewhere.path().join("site.html");
    let written = build(&["--single", single.to_str().expect("a path")]);
    assert_eq!(written.status, 0, "{}", written.stderr);
    fs::copy(&single, place.path("site.html")).expect("copied");
    let third = build(&[]);
    assert!(third.stderr.contains("./site.html: is a site that a build wrote into one file, so it is not read"));
    assert_eq!(read("dist/export/documents.json"), documents);
}

#[cfg(unix)]
#[test]
fn a_pipe_as_corpus_is_refused_at_once() {
    let place = Place::new();
    assert!(std::process::Command::new("mkfifo").arg(place.path("pipe")).status().expect("mkfifo").success());
    let run = place.run(["build", "--corpus", "pipe"]);
    let told = "crossread: pipe: is a pipe, a socket or a device, and a corpus is a folder or a file; write it to a \
                file first\n";
    assert_eq!((run.status, run.stderr.as_str()), (1, told));
}
