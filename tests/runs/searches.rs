//! `crossread search` over the files that the site searches.

use std::fs;

use crate::harness::{Place, fixture};

#[test]
fn a_result_leads_to_its_words() {
    let place = Place::new();
    place.build(&fixture("harbour"), "dist");
    let run = place.run(["search", "ribbon", "guests"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(run.stdout.contains("documents/opening"), "{}", run.stdout);
    assert!(run.stdout.contains("Anna Berg cut the *ribbon* in front of some 2,000 *guests*."), "{}", run.stdout);
}

#[test]
fn a_quotation_is_its_words_and_its_speaker_and_a_claim_its_title_and_standing() {
    let place = Place::new();
    place.file(
        "reports/a.txt",
        "Ferry to be mended\n\nThe ferry is old. \u{201c}We shall mend the ferry before the frost,\u{201d} said Mayor \
         Ida Holm on Monday. It carries the \u{201c}blue\u{201d} flag.\n",
    );
    place.build(&place.path("reports"), "dist");
    let run = place.run(["search", "kind:quotation"]);
    assert!(run.stdout.contains("1 found"), "{}", run.stdout);
    assert!(
        run.stdout.contains("\u{201c}We shall mend the ferry before the frost\u{201d}, Ida Holm"),
        "{}",
        run.stdout
    );
    let run = place.run(["search", "kind:claim", "ferry"]);
    assert!(run.stdout.contains("1 article \u{b7} 1 origin"), "{}", run.stdout);
}

#[test]
fn how_the_words_were_read_is_told() {
    let place = Place::new();
    place.build(&fixture("harbour"), "dist");
    let run = place.run(["search", "the", "ribbno", "zeppelins", "\"crane ribbon\""]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    for told in ["showing ribbon for ribbno", "left out as too common: the", "nothing has: zeppelins"] {
        assert!(run.stdout.contains(told), "{told}: {}", run.stdout);
    }
    assert!(run.stdout.contains("nothing has \"crane ribbon\"; showing its words"), "{}", run.stdout);
}

#[test]
fn a_run_ranks_documents_once() {
    let place = Place::new();
    place.build(&fixture("harbour"), "dist");
    place.file("queries.tsv", "1\tcrane fell onto the pier\n\n2\tribbon\n3\tzzzz\n");
    let run = place.run(["search", "--bundle", "dist", "--trec", "queries.tsv"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let rows: Vec<Vec<&str>> = run.stdout.lines().map(|line| line.split(' ').collect()).collect();
    assert!(rows.iter().all(|row| row.len() == 6 && row[1] == "Q0" && row[5] == "crossread"), "{}", run.stdout);
    let of = |query: &str| rows.iter().filter(|row| row[0] == query).map(|row| row[2]).collect::<Vec<_>>();
    assert_eq!(of("2").first(), Some(&"opening"));
    let mut first = of("1");
    assert_eq!(first.len(), 4, "{first:?}");
    first.sort_unstable();
    assert_eq!(first, ["agency", "courier", "herald", "opening"]);
    let scores: Vec<f32> =
        rows.iter().filter(|row| row[0] == "1").map(|row| row[4].parse().expect("a score")).collect();
    assert!(scores.is_sorted_by(|a, b| a >= b), "{scores:?}");
}

#[test]
fn what_is_no_bundle_is_named() {
    let place = Place::new();
    let run = place.run(["search", "--bundle", "nowhere", "crane"]);
    assert_eq!(run.status, 1);
    assert_eq!(
        run.stderr,
        "crossread: nowhere/data/manifest.json: cannot read the bundle: no such file or directory; check the path\n"
    );
}

#[test]
fn a_damaged_index_is_refused() {
    let place = Place::new();
    let bundle = place.build(&fixture("harbour"), "dist");
    let pack = bundle.files().into_iter().map(|(name, _)| name).find(|name| name.contains("/search/")).expect("a pack");
    let path = bundle.root.join(&pack);
    let mut bytes = fs::read(&path).expect("the pack");
    let middle = bytes.len() / 2;
    bytes[middle] ^= 0x10;
    fs::write(&path, bytes).expect("written");
    let run = place.run(["search", "crane"]);
    assert_eq!(run.status, 1, "{}", run.stdout);
    assert!(run.stderr.contains(&pack), "{}", run.stderr);
}
