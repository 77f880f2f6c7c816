use std::collections::BTreeMap;

use super::*;

const PAGE: &str = "<!doctype html>\n<html lang=\"en\">\n<head>\n\
    <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'self'\">\n\
    <script>first();</script>\n<!--head-->\n<link rel=\"icon\" href=\"/__root__/icon.svg\"/>\n\
    <link rel=\"preload\" href=\"/__root__/faces/latin-a.woff2\" as=\"font\">\n\
    <link rel=\"stylesheet\" href=\"/__root__/faces.css\"/>\n\
    <script type=\"module\" src=\"/__root__/boot-1.js\"></script>\n</head>\n\
    <body><div id=\"app\"><!--page--></div></body></html>";

const FACES: &str =
    "@font-face { src: url(\"faces/latin-a.woff2\"); } @font-face { src: url(\"faces/greek-a.woff2\"); }";

fn shell(glue: &str) -> Shell {
    let file = |name: &str, bytes: &[u8]| (name.to_owned(), bytes.to_vec());
    Shell::new(BTreeMap::from([
        file("index.html", PAGE.as_bytes()),
        file("boot-1.js", b"boot();"),
        file("crossread-viewer-1.js", glue.as_bytes()),
        file("crossread-viewer-1_bg.wasm", b"\0asm"),
        file("crossread-engine-2.js", b"engine();"),
        file("crossread-pages-3.js", b"pages();"),
        file("faces.css", FACES.as_bytes()),
        file("faces/latin-a.woff2", b"latin"),
        file("faces/greek-a.woff2", b"greek"),
        file("licences.txt", b"free"),
    ]))
    .expect("a shell")
}

fn made(glue: &str, body: &str, wide: bool) -> Result<String, Failure> {
    let manifest = Arc::new(Manifest { title: "The <ferry>".into(), ..Manifest::default() });
    let drawn = Drawn { title: "A & B".into(), description: String::new(), body: body.into(), is_view: true };
    let files = BTreeMap::from([("data/1/about.bin".to_owned(), vec![1, 2, 3])]);
    page(&shell(glue), Kept::Files(files), &manifest, Some(drawn), wide)
}

const GLUE: &str = "let wasm;\nasync function __wbg_init(a) {}\nexport { initSync };\nexport default __wbg_init;\n";

#[test]
fn nothing_in_it_is_asked_for() {
    let html = made(GLUE, "<p>Read me.</p>", false).expect("made");
    for asked in ["src=", "href=\"#/faces", "href=\"#/icon", "/__root__/", "stylesheet", "'self'"] {
        assert!(!html.contains(asked), "{asked}\n{html}");
    }
    assert!(html.contains("connect-src 'none'") && html.contains("<p>Read me.</p>"), "{html}");
    assert!(html.contains("__wbg_init({ module_or_path:"), "{html}");
    assert!(html.contains("<title>A &amp; B</title>") && html.contains("data-kept=\"file\""), "{html}");
}

#[test]
fn each_script_and_style_within_is_named_by_its_digest_and_no_other_is() {
    let html = made(GLUE, "<p>Read me.</p>", false).expect("made");
    let policy = html.split_once("content=\"default-src ").and_then(|(_, rest)| rest.split_once('"')).expect("one").0;
    let mut allowed = 0;
    for (open, close) in [("<script>", "</script>"), ("<script type=\"module\">", "</script>"), ("<style>", "</style>")]
    {
        for part in html.split(open).skip(1) {
            let text = part.split_once(close).expect("an end").0;
            assert!(policy.contains(&inline::source(text)), "{open}{text}\n{policy}");
            allowed += 1;
        }
    }
    assert_eq!(policy.matches("'sha256-").count(), allowed, "{policy}");
}

#[test]
fn words_of_a_report_are_no_part_of_the_page() {
    let words = "</body><!--page--> content=\"default-src 'self'\" url(\"faces/x\")";
    let html = made(GLUE, words, false).expect("made");
    assert_eq!(html.matches(words).count(), 1, "{html}");
    assert!(html.trim_end().ends_with("</body></html>"));
}

#[test]
fn a_helper_is_no_module() {
    let script =
        "export class A {}\nlet a = import.meta.url; // export {\nexport { a };\nexport default a;\nstart();\n";
    assert_eq!(classic(script.as_bytes()).expect("text"), "class A {}\nlet a = location.href; // export {\nstart();");
}

#[test]
fn faces_of_other_letters_come_where_there_are_such_letters() {
    let face = |name: &str| BASE64_STANDARD.encode(name);
    let html = made(GLUE, "", false).expect("made");
    assert!(html.contains(&face("latin")) && !html.contains(&face("greek")));
    let html = made(GLUE, "", true).expect("made");
    assert!(html.contains(&face("latin")) && html.contains(&face("greek")));
}

#[test]
fn a_viewer_that_can_t_be_started_or_would_end_its_element_is_refused() {
    for glue in ["let wasm;", "export default a b;", "'</script>';\nexport default a;", "'<!--';\nexport default a;"] {
        assert!(matches!(made(glue, "", false), Err(Failure::Shell(_))), "{glue}");
    }
}
