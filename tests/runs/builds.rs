use std::{fs, path::Path};

use model::bundle::{ClaimPage, DocumentPage, PersonPage, Timeline};
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::harness::{Bundle, Place, fixture, seeds};

#[test]
fn a_clean_corpus() {
    insta::assert_snapshot!(Place::new().build(&fixture("harbour"), "dist").digest());
}

#[test]
fn a_scraped_corpus() {
    insta::assert_snapshot!(Place::new().build(&fixture("railway"), "dist").digest());
}

#[test]
fn json_lines() {
    insta::assert_snapshot!(Place::new().build(&fixture("dam/reports.jsonl"), "dist").digest());
}

/// The files of a site that is built of `corpus` with nothing kept from before.
fn built_anew(place: &Place, corpus: &Path, out: &str) -> Vec<(String, Vec<u8>)> {
    let (corpus, out) = (corpus.to_str().expect("a path"), place.path(out));
    let run = place.run(["build", "--no-cache", "--corpus", corpus, "--out", out.to_str().expect("a path")]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    Bundle { root: out }.files()
}

#[test]
fn what_was_kept_from_a_build_gives_the_same_bytes() {
    let place = Place::new();
    place.keep();
    place.copy(&fixture("railway"), "corpus");
    place.file("corpus/page.html", "<html><head><title>The bridge</title></head><body><article><h1>The bridge</h1><p>The bridge at Halden was closed on 3 May 2023, the council said.</p><p>It may open again in June.</p></article></body></html>");
    let corpus = place.path("corpus");
    let anew = |out: &str| built_anew(&place, &corpus, out);
    let kept = |out: &str| place.build(&corpus, out).files();
    let first = anew("anew");
    assert!(!place.path(".cache").exists(), "nothing is kept where that is asked for");
    assert_eq!(kept("first"), first);
    assert_eq!(kept("second"), first);
    // One report has changed.
    let name = fs::read_dir(&corpus)
        .expect("a folder")
        .flatten()
        .map(|entry| entry.path())
        .find(|path| path.extension().is_some_and(|ending| ending == "txt"));
    let name = name.expect("a report");
    let text = fs::read_to_string(&name).expect("a text");
    fs::write(&name, text + "\n\nThe minister of works, Ada Holm, denied on Friday that 40 people had left.\n")
        .expect("a file");
    let changed = anew("changed anew");
    assert!(changed != first);
    assert_eq!(kept("changed"), changed);
    // What lies there is damaged, or somebody else's.
    for file in fs::read_dir(place.path(".cache")).expect("a folder").flatten() {
        let mut bytes = fs::read(file.path()).expect("bytes");
        let half = bytes.len() / 2;
        bytes[half..].reverse();
        fs::write(file.path(), bytes).expect("a file");
    }
    assert_eq!(kept("damaged"), changed);
}

#[test]
fn what_was_packed_before_is_taken_only_where_it_is_the_same() {
    let place = Place::new();
    place.keep();
    // Enough for an index of several files.
    let towns = ["Aldra", "Borvik", "Cessing", "Dunmere", "Eskola", "Farholt", "Gravel", "Hestnes"];
    let works = ["bridge", "mill", "school", "harbour", "library", "theatre", "quarry"];
    let write = |changed: Option<usize>| {
        for report in 0..56 {
            let (town, work) = (towns[report % towns.len()], works[report / towns.len()]);
            let paragraph = |part: usize| {
                let cost = 3 + (report * 7 + part * 11) % 90;
                format!(
                    "The council of {town} said on Monday that the {work} would cost {cost} million crowns, {} more than \
                     planned. Engineer Ines Vold measured wall {part} of the {work} for {} days, and reported cracks in it.",
                    1 + cost / 9,
                    2 + (report + part) % 13,
                )
            };
            let mut text = (0..6).map(paragraph).collect::<Vec<_>>().join("\n\n");
            if changed == Some(report) {
                text.push_str("\n\nThe minister of works, Ada Holm, denied on Friday that 40 people had left.");
            }
            let day = 1 + report % 28;
            let front = format!("+++\ntitle = \"The {work} of {town}\"\npublished = \"2031-05-{day:02}\"\n+++");
            place.file(&format!("corpus/{report:02}.txt"), format!("{front}\n\n{text}\n"));
        }
    };
    let corpus = place.path("corpus");
    let anew = |out: &str| built_anew(&place, &corpus, out);
    for (at, changed) in [None, Some(17), Some(40), None].into_iter().enumerate() {
        write(changed);
        let made = anew(&format!("anew {at}"));
        let leaves = made.iter().filter(|(name, _)| name.contains("/search/")).count();
        assert!(leaves > 4, "an index of {leaves} files");
        assert_eq!(place.build(&corpus, &format!("kept {at}")).files(), made, "build {at}");
    }
}

#[test]
fn what_hangs_on_other_reports_is_not_kept_with_a_report() {
    let place = Place::new();
    place.keep();
    const LINE: &str = "Teapots of blue clay are given away in the hall of mirrors.";
    let told = [
        "The ferry to Lomvik ran aground on 4 March 2031, and Captain Ida Ros said that nobody was hurt.",
        "A barn near Tarnby burned down on 9 April 2031. The fire brigade needed four hours.",
        "The council of Orrdal will vote on the new school on 2 May 2031, its clerk said.",
        "Two bears were seen in the woods of Holtan on 11 May 2031.",
    ];
    let write = |lines: [bool; 4]| {
        for (at, text) in told.iter().enumerate() {
            let line = if lines[at] { format!("\n\n{LINE}") } else { String::new() };
            place.file(&format!("corpus/{at}.txt"), format!("+++\ntitle = \"Report {at}\"\n+++\n\n{text}{line}\n"));
        }
    };
    let corpus = place.path("corpus");
    let marked = |bundle: &Bundle| bundle.json("export/documents.json").to_string().matches("line of the site").count();
    let mut builds = 0;
    let mut same = || {
        builds += 1;
        let kept = place.build(&corpus, &format!("kept {builds}"));
        let out = place.path(&format!("anew {builds}"));
        let path = |path: &std::path::Path| path.to_str().expect("a path").to_owned();
        let run = place.run(["build", "--no-cache", "--corpus", &path(&corpus), "--out", &path(&out)]);
        assert_eq!(run.status, 0, "{}", run.stderr);
        assert_eq!(kept.files(), Bundle { root: out }.files(), "build {builds}");
        marked(&kept)
    };
    // In two reports a line is no line of the site; in three it is, and the reports that had it before are read otherwise.
    write([true, true, false, false]);
    let few = same();
    write([true, true, true, false]);
    assert!(few < same(), "{few}");
    // A name that somebody gives holds for all reports, those that did not change as well.
    write([true, false, true, false]);
    let corpus =
        "title = \"Four places\"\n\n[[names]]\nname = \"Ida Ros\"\nkind = \"person\"\naliases = [\"the captain\"]\n";
    place.file("corpus/corpus.toml", corpus);
    assert_eq!(same(), few);
}

#[test]
fn the_same_corpus_gives_the_same_bytes() {
    let place = Place::new();
    let first = place.build(&fixture("harbour"), "first");
    // Another folder, and the files written in the opposite order.
    let mut names: Vec<_> = fs::read_dir(fixture("harbour")).expect("the fixture").flatten().collect();
    names.sort_by_key(|entry| std::cmp::Reverse(entry.file_name()));
    for entry in names {
        let name = entry.file_name().into_string().expect("a name");
        place.file(&format!("elsewhere/{name}"), fs::read(entry.path()).expect("a file"));
    }
    let second = place.build(&place.path("elsewhere"), "second");
    let names = |bundle: &Bundle| bundle.files().into_iter().map(|(name, _)| name).collect::<Vec<_>>();
    assert_eq!(names(&first), names(&second));
    for ((name, a), (_, b)) in first.files().into_iter().zip(second.files()) {
        assert!(a == b, "{name} differs");
    }
}

#[test]
fn a_sixth_document_is_found() {
    let place = Place::new();
    let title = "Harbour of Zandria to be dredged";
    let text = "+++\ntitle = \"Harbour of Zandria to be dredged\"\noutlet = \"Zandria Courier\"\npublished = \"2024-12-02\"\n+++\n\n\
                Dredgers began to deepen the harbour of Zandria on 30 November 2024, the harbour master said.\n";
    place.copy(&seeds(), "seeds");
    let before = place.build(&place.path("seeds"), "dist").json("data/manifest.json");
    place.file("seeds/zandria.txt", text);
    let bundle = place.build(&place.path("seeds"), "dist");
    let manifest = bundle.json("data/manifest.json");
    assert_eq!(manifest["documents"], before["documents"].as_u64().expect("a number") + 1);
    assert_ne!(manifest["build"], before["build"]);
    assert!(bundle.json("export/documents.json").to_string().contains(title));

    let claims = bundle.json("export/claims.json");
    let claim = claims["claims"].as_array().expect("claims").iter().find(|claim| {
        claim["statements"].as_array().expect("statements").iter().any(|statement| statement["document"] == "zandria")
    });
    let claim = claim.expect("a claim of the sixth document");
    assert!(claim["title"].as_str().expect("a title").contains("Zandria"));

    let timeline = bundle.records::<Timeline>("timeline.bin");
    let event = timeline.events.iter().find(|event| claim["id"] == event.claim.as_str());
    assert_eq!(event.expect("an event").when.edtf, "2024-11-30");

    let run = place.run(["search", "dredgers"]);
    assert!(run.stdout.contains("documents/zandria"), "{}", run.stdout);
}

#[test]
fn every_record_is_in_its_shard() {
    let place = Place::new();
    let bundle = place.build(&fixture("harbour"), "dist");
    let manifest = bundle.json("data/manifest.json");
    in_their_shards(
        &bundle,
        "documents",
        &manifest["document_shards"],
        &manifest["documents"],
        |page: DocumentPage| page.card.id,
    );
    in_their_shards(&bundle, "claims", &manifest["claim_shards"], &manifest["claims"], |page: ClaimPage| page.claim.id);
    in_their_shards(&bundle, "people", &manifest["people_shards"], &manifest["people"], |page: PersonPage| {
        page.entity.id
    });
}

fn in_their_shards<T: DeserializeOwned>(
    bundle: &Bundle,
    folder: &str,
    shards: &Value,
    records: &Value,
    id: impl Fn(T) -> String,
) {
    let count = shards.as_u64().expect("a number") as u32;
    let mut found = 0;
    for number in 0..count {
        for record in bundle.records::<Vec<T>>(&format!("{folder}/{number}.bin")) {
            let id = id(record);
            assert_eq!(model::bundle::shard(&id, count), number, "{id}");
            found += 1;
        }
    }
    assert_eq!(*records, found, "{folder}");
}
