//! Bad input is a clear word about one file, never a panic, a hang or the end of all; the order of files changes nothing.

use std::io::Write;

use crossread_read::{Corpus, read, settle};
use proptest::prelude::*;

/// What is said of a file that must not be read.
fn refused(name: &str, bytes: &[u8]) -> String {
    let reading = read(name, bytes);
    let trouble = reading.troubles.first().map(ToString::to_string);
    trouble.unwrap_or_else(|| panic!("{name} was read: {} reports", reading.found.len()))
}

#[test]
fn what_unpacks_without_measure() {
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    packed.write_all(&vec![b' '; 24 << 20]).expect("memory");
    let packed = packed.finish().expect("memory");
    assert!(refused("a.txt.gz", &packed).contains("unpacks to more than 250 times its size"));
}

#[test]
fn what_nests_or_repeats_without_end() {
    let mut bomb = "<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY a0 'word '>".to_owned();
    for level in 1..12 {
        bomb += &format!("<!ENTITY a{level} '{}'>", format!("&a{};", level - 1).repeat(20));
    }
    bomb += "]><rss><channel><item><title>&a11;</title></item></channel></rss>";
    assert!(refused("a.xml", bomb.as_bytes()).contains("is broken as a feed"));
    let deep = format!("<rss>{}</rss>", "<a>".repeat(100_000));
    assert!(refused("a.xml", deep.as_bytes()).contains("nests its elements without end"));
    let wide = format!("title,{}\nx,{}\n", "a,".repeat(1_000_000), "b,".repeat(1_000_000));
    assert!(refused("a.csv", wide.as_bytes()).contains("has more than 1000 columns"));
    let tag = format!("<html><body><p {}>words</p>", (0..20_000).map(|n| format!("a{n}=1 ")).collect::<String>());
    assert!(refused("a.html", tag.as_bytes()).contains("thousands of attributes"));
    assert!(refused("a.json", "[".repeat(100_000).as_bytes()).contains("is broken as JSON"));
    assert!(refused("a.rtf", "{\\rtf1".repeat(100_000).as_bytes()).contains("nests its groups without end"));
}

#[test]
fn a_deep_page_still_has_its_words() {
    let page = format!("<html><body>{}<p>The words that lie below all of it.</p>", "<div>".repeat(100_000));
    let reading = read("a.html", page.as_bytes());
    assert_eq!(reading.found[0].text, "The words that lie below all of it.");
}

const BEGINNINGS: [&str; 14] = [
    "",
    "%PDF-1.7\n",
    "PK\u{3}\u{4}",
    "{\\rtf1 ",
    "<html><body><p>",
    "<?xml version='1.0'?><rss><channel><item>",
    "<nitf>",
    "From a@b\nFrom: a\n",
    "From: a@b\nTo: c@d\nSubject: x\n\n",
    "{\"id\": 1, \"text\": ",
    "[{\"title\": \"x\", \"text\": ",
    "TY  - NEWS\n",
    "@article{x, title = ",
    "+++\n",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    /// Any bytes, after any beginning that makes a reader of them.
    #[test]
    fn any_bytes_are_read_or_refused(start in 0..BEGINNINGS.len(), rest in prop::collection::vec(any::<u8>(), 0..400)) {
        let mut bytes = BEGINNINGS[start].as_bytes().to_vec();
        bytes.extend(rest);
        let reading = read("a", &bytes);
        prop_assert!(!reading.found.is_empty() || !reading.troubles.is_empty() || start >= 11);
    }

    /// The same bytes give the same documents, in any order of files.
    #[test]
    fn the_order_of_files_changes_nothing(mut order in Just((0..6usize).collect::<Vec<_>>()).prop_shuffle()) {
        let text = "A crane fell onto the new pier of Port Alma on Monday, the harbour office said in the evening of that day, and nobody was hurt.";
        let files: Vec<(String, String)> = (0..6)
            .map(|n| (format!("{}/report{}.txt", n % 2, n / 2), if n % 3 == 0 { text.to_owned() } else { format!("Report {n}. {text}") }))
            .collect();
        let corpus = |order: &[usize]| -> Corpus { settle(order.iter().map(|&at| read(&files[at].0, files[at].1.as_bytes()))) };
        let first = corpus(&order);
        order.sort_unstable();
        prop_assert_eq!(first, corpus(&order));
    }
}
