use serde_json::Value;

use crate::harness::{Place, fixture};

const LINE: &str = r#"{"id": "a", "published": "2031-03-04", "text": "The pier opened on 3 March 2031, “at last”, Anna Berg said. 🚢 It cost $3 million."}"#;

/// The words of a span, by code points.
fn cut(text: &str, span: &Value) -> String {
    let at = |index: usize| span[index].as_u64().expect("an offset") as usize;
    text.chars().skip(at(0)).take(at(1) - at(0)).collect()
}

#[test]
fn a_line_a_document_with_offsets_into_its_text() {
    let run =
        Place::new().run_with(["annotate", "--plain", "-"], &format!("{LINE}\n{}\n", LINE.replace("\"a\"", "\"b\"")));
    assert_eq!(run.status, 0, "{}", run.stderr);
    let lines: Vec<Value> = run.stdout.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!(lines.len(), 2);
    let line = &lines[1];
    assert_eq!((line["id"].as_str(), line["published"].as_str()), (Some("b"), Some("2031-03-04")));
    let text = line["text"].as_str().expect("a text");
    let last = line["sentences"].as_array().expect("sentences").last().expect("a sentence");
    assert!(cut(text, last).ends_with("$3 million."), "{last}");
    for key in ["times", "attributions", "statements"] {
        assert!(line[key].is_array(), "{key}");
    }
    for statement in line["statements"].as_array().expect("statements") {
        let span = serde_json::json!([statement["start"], statement["end"]]);
        assert_eq!(cut(text, &span), statement["text"].as_str().expect("words"));
    }
}

#[test]
fn plain_text_comes_back_as_given() {
    let place = Place::new();
    let text = "\u{feff}+++\nnot front matter\n\n  Advertisement:\r\n\tA line. \n\n";
    place.file("a.txt", text);
    let run = place.run(["annotate", "--plain", "a.txt"]);
    let line: Value = serde_json::from_str(&run.stdout).expect("JSON");
    assert_eq!(line["text"].as_str(), Some(text));
    let run = place.run_with(["annotate", "--plain", "-"], "A line.\n");
    assert_eq!(serde_json::from_str::<Value>(&run.stdout).expect("JSON")["text"].as_str(), Some("A line.\n"));
}

#[test]
fn several_files_in_their_order() {
    let files = ["harbour/herald.txt", "harbour/agency.md", "dam/reports.jsonl"].map(fixture);
    let run = Place::new().run([std::path::Path::new("annotate")].into_iter().chain(files.iter().map(AsRef::as_ref)));
    let ids = run.stdout.lines().map(|line| serde_json::from_str::<Value>(line).expect("JSON")["id"].clone());
    assert_eq!(ids.collect::<Vec<_>>(), ["herald", "agency", "dam-1", "dam-2", "3"]);
}

#[test]
fn a_bad_line_comes_after_those_before_it() {
    let run = Place::new().run_with(["annotate", "-"], &format!("{LINE}\n{{\"id\": \"b\"\n"));
    assert_eq!(run.status, 1);
    assert_eq!(run.stdout.lines().count(), 1);
    assert!(run.stderr.starts_with("crossread: -:2: the line cannot be read: "), "{}", run.stderr);
}
