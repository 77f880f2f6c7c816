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
fn what_unpacks_without_measure_as_a_whole() {
    // Each file is within its measure, and all of them are not.
    let mut packed = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for n in 0..12 {
        let options = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
        packed.start_file(format!("{n}.txt"), options).expect("memory");
        packed.write_all(format!("{n} ").repeat(2 << 20).as_bytes()).expect("memory");
    }
    let packed = packed.finish().expect("memory").into_inner();
    assert!(refused("a.zip", &packed).contains("unpacks to more than 100 times its size"));
}

/// A ZIP of files, packed.
fn zipped(files: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut packed = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in files {
        let options = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
        packed.start_file(name.as_str(), options).expect("memory");
        packed.write_all(bytes).expect("memory");
    }
    packed.finish().expect("memory").into_inner()
}

#[test]
fn many_that_unpack_without_measure_are_no_more_than_one() {
    let inner = zipped(&[("a.txt".to_owned(), vec![b' '; 12 << 20])]);
    let files: Vec<(String, Vec<u8>)> = (0..300).map(|n| (format!("{n}.zip"), inner.clone())).collect();
    let reading = read("a.zip", &zipped(&files));
    // The archive itself is given up, long before its three hundredth file.
    assert!(reading.found.is_empty() && reading.troubles.len() < 20, "{}", reading.troubles.len());
}

#[test]
fn a_book_that_names_one_chapter_without_end() {
    let chapter = format!("<html><body><p>{}</p></body></html>", "A crane fell onto the pier. ".repeat(20));
    let spine = "<itemref idref=\"a\"/>".repeat(100_000);
    let package =
        format!("<package><manifest><item id=\"a\" href=\"a.xhtml\"/></manifest><spine>{spine}</spine></package>");
    let container = "<container><rootfiles><rootfile full-path=\"c.opf\"/></rootfiles></container>";
    let files = [
        ("mimetype", "application/epub+zip"),
        ("META-INF/container.xml", container),
        ("c.opf", &package),
        ("a.xhtml", &chapter),
    ];
    let files = files.map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec()));
    assert_eq!(read("a.epub", &zipped(&files)).found.len(), 1);
}

#[test]
fn the_same_few_words_again_and_again() {
    let letter = "From x Tue Mar  4 10:00:00 2031\nFrom: a@b.example\nSubject: s\n\nhello there friends\n\n";
    let reading = read("a.mbox", letter.repeat(20_000).as_bytes());
    assert_eq!(settle([reading]).found.len(), 20_000);
}

#[test]
fn a_page_of_a_pdf_that_draws_in_circles() {
    // Each form draws the next ten times.
    let mut pdf = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/\
                   Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</XObject<</F 5 0 R>>>>>>endobj\n4 0 obj<</Length 5>>stream\n\
                   /F Do\nendstream endobj\n"
        .to_owned();
    for n in 5..17 {
        pdf += &format!(
            "{n} 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<</XObject<</F {} 0 R>>/Font<</G<</Type/Font/Subtype/Type1/\
             BaseFont/Helvetica>>>>>>/Length 100>>stream\nBT /G 9 Tf 50 {n} Td (crane) Tj ET {}\nendstream endobj\n",
            n + 1,
            "/F Do ".repeat(10)
        );
    }
    pdf += "trailer<</Root 1 0 R>>\n";
    let reading = read("a.pdf", pdf.as_bytes());
    assert!(reading.found.iter().all(|found| found.text.len() < 10_000_000), "it ends");
}

#[test]
fn bytes_are_no_text() {
    let mut state = 7u32;
    let bytes: Vec<u8> = (0..20_000)
        .map(|_| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 24) as u8
        })
        .collect();
    assert!(refused("a", &bytes).contains("is a file of bytes, not of text"));
}

#[test]
fn a_mail_with_a_page_near_its_head_is_mail() {
    let mail = "From: Anna Berg <a@coast.example>\nTo: b@coast.example\nSubject: Two pages\nDate: Tue, 4 Mar 2031 10:00:00 +0100\nMIME-Version: \
                1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nHere is the page of the pier.\n--b\n\
                Content-Type: text/html; name=a.html\nContent-Disposition: attachment; filename=a.html\n\n<!doctype html><html><body><p>A crane \
                fell onto the new pier.</p></body></html>\n--b--\n";
    let reading = read("a.eml", mail.as_bytes());
    let mut texts: Vec<&str> = reading.found.iter().map(|found| found.text.as_str()).collect();
    texts.sort_unstable();
    assert_eq!(texts, ["A crane fell onto the new pier.", "Here is the page of the pier."]);
}

#[test]
fn what_its_agency_cancels_is_left_out() {
    let item = |status: &str| {
        format!(
            "{{\"versioncreated\": \"2031-03-04\", \"pubstatus\": \"{status}\", \"headline\": \"Crane\", \"body_text\": \"A crane fell.\"}}"
        )
    };
    assert!(refused("a.json", item("canceled").as_bytes()).contains("cancelled or withheld"));
    assert_eq!(read("a.json", item("usable").as_bytes()).found.len(), 1);
}

#[test]
fn a_page_and_its_print_are_one() {
    let words = "A crane fell onto the new pier of Port Alma on Monday, the harbour office said in the evening of that day. Nobody was hurt, it said, \
                 and the pier would be closed until engineers of the insurer had examined what was left of the crane.";
    let page = format!(
        "<html><head><title>x</title><meta property='og:site_name' content='Courier'></head><body><article><h1>Crane falls at the pier</h1><p>{words}</p></article></body></html>"
    );
    let print = format!(
        "<html><head><title>Print</title></head><body><h1>Crane falls at the pier</h1><p>{words}</p><p>https://courier.example/print</p></body></html>"
    );
    let other = page.replace("Courier", "Post");
    let corpus =
        settle([read("a.html", page.as_bytes()), read("b.html", print.as_bytes()), read("c.html", other.as_bytes())]);
    let mut places: Vec<usize> = corpus.found.values().map(|found| found.places.len()).collect();
    places.sort_unstable();
    assert_eq!(places, [1, 2], "{:?}", corpus.found);
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

/// Half of a ZIP with one file.
fn half_a_zip(name: &str) -> Vec<u8> {
    let mut packed = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    packed.start_file(name, zip::write::SimpleFileOptions::default()).expect("memory");
    packed.write_all(&b"The crane fell onto the pier. ".repeat(40)).expect("memory");
    let mut packed = packed.finish().expect("memory").into_inner();
    packed.truncate(packed.len() / 2);
    packed
}

/// What is broken is told so that somebody can do something about it, without a word of a library's inside.
#[test]
fn what_is_broken_is_told_plainly() {
    const INSIDE: [&str; 16] = [
        "EOCD",
        "header",
        "node",
        "token",
        "tag,",
        "root",
        "UTF",
        "i/o",
        "decode",
        "invalid",
        "Invalid",
        "unexpected",
        "stream",
        "parse",
        "struct",
        "`",
    ];
    let mut mail =
        b"MIME-Version: 1.0\nSnapshot-Content-Location: https://coast.example/\nContent-Type: text/html\n".to_vec();
    mail.extend(b"Content-Transfer-Encoding: base64\nSubject: Pier\nFrom: <Saved by Blink>\n\n%%%%%\n");
    let files: [(&str, Vec<u8>); 9] = [
        ("a.zip", half_a_zip("a.txt")),
        ("a.docx", half_a_zip("word/document.xml")),
        ("a.xlsx", half_a_zip("xl/workbook.xml")),
        ("a.gz", b"\x1f\x8b\x08\0\0\0\0\0\0\x03\xff\xff\xff\xff".to_vec()),
        ("a.pdf", b"%PDF-1.7 and then nothing".to_vec()),
        (
            "a.rss",
            b"<?xml version='1.0'?><rss version='2.0'><channel>\n<item><title>Berg & Sohn</title></item>".to_vec(),
        ),
        ("b.rss", b"<?xml version='1.0'?><rss version='2.0'><channel><item>".to_vec()),
        ("a.json", b"[{\"title\": \"Pier\", }]".to_vec()),
        ("a.mhtml", mail),
    ];
    for (name, bytes) in files {
        let told = refused(name, &bytes);
        let (what, remedy) = told.rsplit_once("; ").expect("what to do");
        assert!(what.contains("is broken as") && !remedy.is_empty(), "{told}");
        assert!(INSIDE.iter().all(|word| !told.contains(word)), "{told}");
    }
    assert!(refused("a.zip", &half_a_zip("a.txt")).contains("it ends too early"));
}

#[test]
fn signs_without_a_letter_are_no_text() {
    assert!(refused("a.txt", "<".repeat(9_000).as_bytes()).contains("holds no text"));
}
