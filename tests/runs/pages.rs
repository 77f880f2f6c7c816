//! The pages that a build writes with a shell: what a chat unfurls, and what reads without JavaScript.

use std::fs;
use std::path::Path;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use model::bundle::{Manifest, PersonCard};
use sha2::{Digest, Sha256};

use crate::harness::{Bundle, Place, fixture};

pub(crate) fn site(place: &Place, more: &[&str]) -> Bundle {
    site_of(place, &fixture("harbour"), more)
}

fn site_of(place: &Place, corpus: &Path, more: &[&str]) -> Bundle {
    let shell = fixture("shell");
    let mut arguments = vec!["build", "--corpus", corpus.to_str().expect("UTF-8")];
    arguments.extend(["--shell", shell.to_str().expect("UTF-8"), "--out", "dist"]);
    arguments.extend(more);
    let run = place.run(&arguments);
    assert_eq!(run.status, 0, "{}", run.stderr);
    Bundle { root: place.path("dist") }
}

fn page(bundle: &Bundle, path: &str) -> String {
    let path = bundle.root.join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The text of a page, without its markup.
fn without_tags(html: &str) -> String {
    let pieces = html.split('<').map(|piece| piece.split_once('>').map_or(piece, |(_, text)| text));
    pieces.collect::<String>().replace("&amp;", "&").replace("&quot;", "\"").replace("&#x27;", "'")
}

#[test]
fn every_view_document_claim_and_person_has_one() {
    let place = Place::new();
    let bundle = site(&place, &[]);
    for view in ["", "search/", "timeline/", "claims/", "documents/", "people/", "about/", "compare/agency/herald/"] {
        assert!(page(&bundle, &format!("{view}index.html")).contains("<title>"), "{view}");
    }
    for document in ["agency", "courier", "herald", "opening"] {
        page(&bundle, &format!("documents/{document}/index.html"));
    }
    for claim in bundle.json("export/claims.json")["claims"].as_array().expect("claims") {
        let html = page(&bundle, &format!("claims/{}/index.html", claim["id"].as_str().expect("an id")));
        for statement in claim["statements"].as_array().expect("statements") {
            let words = statement["text"].as_str().expect("words");
            assert!(without_tags(&html).contains(words), "{words}\n{html}");
        }
    }
    for person in bundle.records::<Vec<PersonCard>>("people.bin") {
        page(&bundle, &format!("people/{}/index.html", person.id));
    }
    assert!(bundle.root.join(".nojekyll").exists());
    assert!(bundle.root.join("assets/icon.svg").exists(), "the shell's own files");
}

#[test]
fn a_page_carries_the_manifest_and_a_search_the_way_to_its_index() {
    let place = Place::new();
    let bundle = site(&place, &[]);
    let manifest = bundle.json("data/manifest.json");
    for (path, root) in [("index.html", "./"), ("search/index.html", "../"), ("404.html", "/")] {
        let html = page(&bundle, path);
        let carried = html.split_once("<meta name=\"crossread-manifest\" content=\"").expect("the manifest").1;
        let carried = BASE64_STANDARD.decode(carried.split_once('"').expect("its end").0).expect("Base64");
        let carried: Manifest = model::coding::decode(&carried).expect("a manifest");
        assert_eq!(serde_json::to_value(carried).expect("JSON"), manifest, "{path}");
        let entry = format!("data/{}/search/{}", manifest["build"], manifest["search"]).replace('"', "");
        let module = std::fs::read(bundle.root.join("crossread-viewer-7a8b.js")).expect("the viewer's script");
        let digest = BASE64_STANDARD.encode(Sha256::digest(module));
        for link in [
            format!("<link rel=\"preload\" as=\"fetch\" href=\"{root}{entry}\" crossorigin=\"anonymous\">"),
            format!(
                "<link rel=\"modulepreload\" href=\"{root}crossread-viewer-7a8b.js\" crossorigin=\"anonymous\" \
                 integrity=\"sha256-{digest}\">"
            ),
            format!("<link rel=\"prefetch\" href=\"{root}crossread-engine-5e6f.js\">"),
        ] {
            assert_eq!(html.contains(&link), path.starts_with("search"), "{path}: {link}");
        }
        assert!(bundle.root.join(&entry).exists());
    }
}

#[test]
fn the_page_of_a_search_asks_for_words_where_the_index_is_cut() {
    let place = Place::new();
    let small = page(&site(&place, &[]), "search/index.html");
    assert!(!small.contains("id=\"directory\"") && !small.contains("'sha256-"), "one file holds it all");
    let told = "The harbour master of the old town counted the barges and wrote their names on a list. ".repeat(12);
    let reports = (0..80).map(|n| {
        let text = format!("{told}Barge {n} belongs to <b>nobody{n}</b>.");
        serde_json::json!({ "id": format!("r{n}"), "text": text }).to_string()
    });
    fs::write(place.path("many.jsonl"), reports.collect::<Vec<_>>().join("\n")).expect("a corpus");
    let bundle = site_of(&place, &place.path("many.jsonl"), &[]);
    let html = page(&bundle, "search/index.html");

    let data =
        html.split_once("id=\"directory\">").expect("where words lie").1.split_once("</script>").expect("its end").0;
    let data: serde_json::Value = serde_json::from_str(data).expect("JSON");
    let bytes: u64 = data["directory"]["bytes"].as_array().expect("sizes").iter().filter_map(|n| n.as_u64()).sum();
    let files = data["directory"]["files"].as_array().expect("files").iter().map(|file| {
        let path = format!("search/{}{}", data["folder"].as_str().expect("a folder"), file.as_str().expect("a name"));
        fs::metadata(bundle.root.join(path)).expect("a file of words").len()
    });
    assert_eq!(files.sum::<u64>(), bytes);

    let script = html.split_once("\n<script>").expect("a script").1.split_once("</script>").expect("its end").0;
    let policy =
        format!("script-src 'self' 'sha256-{}' 'wasm-unsafe-eval'", BASE64_STANDARD.encode(Sha256::digest(script)));
    assert!(html.contains(&policy), "{policy}");
    assert!(!page(&bundle, "claims/index.html").contains("'sha256-"), "no other page has a script");
}

#[test]
fn a_page_finds_the_rest_of_the_site_from_where_it_lies() {
    let place = Place::new();
    let bundle = site(&place, &[]);
    for (path, root) in [("index.html", "./"), ("claims/index.html", "../"), ("documents/agency/index.html", "../../")]
    {
        let html = page(&bundle, path);
        assert!(!html.contains("__root__"), "{path}");
        assert!(html.contains(&format!("<meta name=\"crossread-root\" content=\"{root}\">")), "{path}");
        assert!(html.contains(&format!("src=\"{root}boot-3c4d.js\"")), "{path}");
        assert!(html.contains(&format!("href=\"{root}style-1a2b.css\"")), "{path}");
    }
}

#[test]
fn a_link_unfurls_with_the_title_of_its_page() {
    let place = Place::new();
    let bundle = site(&place, &["--url", "https://name.example/some/repo/"]);
    let html = page(&bundle, "documents/agency/index.html");
    let address = "https://name.example/some/repo/documents/agency/";
    for tag in [
        "<title>Crane falls at the new pier of Port Alma · The harbour, 2031</title>".to_owned(),
        "<meta property=\"og:title\" content=\"Crane falls at the new pier of Port Alma · The harbour, 2031\">"
            .to_owned(),
        format!("<meta property=\"og:url\" content=\"{address}\">"),
        format!("<link rel=\"canonical\" href=\"{address}\">"),
    ] {
        assert!(html.contains(&tag), "{tag}");
    }
    let sitemap = page(&bundle, "sitemap.xml");
    assert!(sitemap.contains(&format!("<loc>{address}</loc>")), "{sitemap}");
    assert!(page(&bundle, "robots.txt").ends_with("Sitemap: https://name.example/some/repo/sitemap.xml\n"));
    // A host shows this one at any depth, so its links begin at the host's root.
    assert!(page(&bundle, "404.html").contains("src=\"/some/repo/boot-3c4d.js\""));
}

#[test]
fn titles_cannot_break_out_of_a_page() {
    let place = Place::new();
    place.file(
        "corpus/a.txt",
        "+++\ntitle = '</title><script>alert(\"1\")</script> & co <!--page-->'\n+++\nA dam is built.\n",
    );
    let shell = fixture("shell");
    let run = place.run(["build", "--corpus", "corpus", "--shell", shell.to_str().expect("UTF-8")]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let html = page(&Bundle { root: place.path("dist") }, "documents/a/index.html");
    assert!(!html.contains("<script>alert"), "{html}");
    assert!(html.contains("<title>&lt;/title&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; co"), "{html}");
}

#[test]
fn an_id_that_is_no_folder_has_no_page_and_writes_nowhere_else() {
    let place = Place::new();
    place.file(
        "reports.jsonl",
        "{\"id\": \"../../escaped\", \"text\": \"A dam is built.\"}\n{\"id\": \"ä b\", \"text\": \"It is high.\"}\n",
    );
    let shell = fixture("shell");
    let run = place.run(["build", "--corpus", "reports.jsonl", "--shell", shell.to_str().expect("UTF-8")]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(!place.path("escaped").exists() && !place.path("dist/escaped").exists());
    assert!(place.path("dist/documents/ä b/index.html").exists());
}

#[test]
fn a_folder_that_is_no_shell_is_refused() {
    let place = Place::new();
    place.file("shell/index.html", "<html></html>");
    let corpus = fixture("harbour");
    let run = place.run(["build", "--corpus", corpus.to_str().expect("UTF-8"), "--shell", "shell"]);
    assert_eq!(run.status, 1);
    assert!(run.stderr.starts_with("crossread: shell/index.html: is no shell of the viewer: "), "{}", run.stderr);
    assert!(!place.path("dist").exists());
}

#[test]
fn a_site_in_one_file_is_written_whole_and_holds_its_data() {
    let place = Place::new();
    let shell = fixture("shell");
    let corpus = fixture("harbour");
    let arguments = ["build", "--corpus", corpus.to_str().expect("UTF-8"), "--single", "harbour.html"];
    let run = place.run(arguments);
    assert_eq!(run.status, 2, "without the viewer there is nothing to put into it: {}", run.stderr);
    let run = place.run(arguments.into_iter().chain(["--shell", shell.to_str().expect("UTF-8")]));
    assert_eq!(run.status, 0, "{}", run.stderr);
    let html = fs::read_to_string(place.path("harbour.html")).expect("a file");
    assert!(html.contains("href=\"#/claims/") && html.contains("id=\"kept-data\""), "{html}");
    assert!(!html.contains("/__root__/") && !html.contains("src=\""), "{html}");
    assert!(!place.path("dist").exists(), "no folder was asked for");

    place.file("thesis.html", "<!doctype html><p>Mine.</p>");
    let run = place.run([
        "build",
        "--corpus",
        corpus.to_str().expect("UTF-8"),
        "--single",
        "thesis.html",
        "--shell",
        shell.to_str().expect("UTF-8"),
    ]);
    assert_eq!(run.status, 1);
    assert!(run.stderr.starts_with("crossread: thesis.html: is no site in one file"), "{}", run.stderr);
}

#[test]
fn the_desk_has_a_page_of_its_own_and_the_overview_leads_to_it() {
    let place = Place::new();
    let bundle = site(&place, &[]);
    let html = page(&bundle, "desk/index.html");
    assert!(html.contains("<script type=\"module\" src=\"../desk-1f2e.js\">"), "{html}");
    assert!(html.contains("href=\"../desk-3d4c.css\"") && !html.contains("boot-3c4d.js"), "{html}");
    assert!(page(&bundle, "index.html").contains("href=\"./desk/\""));
    let names = bundle.json("desk/shell.json");
    let names: Vec<&str> = names.as_array().expect("a list").iter().filter_map(|name| name.as_str()).collect();
    assert!(names.contains(&"crossread-viewer-7a8b.js") && names.contains(&"desk-1f2e.js"), "{names:?}");
    assert!(names.iter().all(|name| bundle.root.join(name).exists()), "{names:?}");
    assert!(page(&bundle, "desk/shell.html").contains("<!--page-->"), "to be filled in the browser");
}
