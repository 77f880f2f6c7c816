//! Each form is read back by a reader that others wrote.

use biblatex::{Bibliography, ChunksExt, DateValue, Entry};
use biblib::{CitationParser, RisParser};
use citationberg::json::{Item, Value};
use model::{Document, Original, When};
use proptest::prelude::*;

use super::names::Name;
use super::work::Work;
use super::{bibtex, csl, ris};

/// The address of the page.
const PAGE: &str = "https://site.example/documents/x/";

fn document() -> Document {
    Document {
        id: "pier-1".into(),
        title: "Crane falls at the pier".into(),
        outlet: Some("Coast Agency".into()),
        authors: vec!["Ines Moreau".into()],
        published: When::parse("2031-03-05").ok(),
        published_known: None,
        url: Some("https://coast.example/crane".into()),
        kind: None,
        original: None,
        language: "en".into(),
        places: Vec::new(),
        text: String::new(),
        passages: Vec::new(),
    }
}

/// Words with all that has a meaning in one of the forms.
fn words() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("{"),
        Just("}"),
        Just("\\"),
        Just("~"),
        Just("^"),
        Just("\""),
        Just("#"),
        Just("$1"),
        Just("%"),
        Just("&"),
        Just("a_b"),
        Just("\r\nER  - \r\nTY  - NEWS\r\nTI  - x"),
        Just("\nAU  - x"),
        Just("}},\n author = {x}"),
        Just("\\input{x}"),
        Just("@article{x, title={y}}"),
        Just("\u{2028}"),
        Just("\u{85}"),
        Just("\u{202e}"),
        Just("\u{1b}[2J"),
        Just("\u{e000}"),
        Just("\u{0}"),
        Just("and"),
        Just(", "),
        Just("="),
        Just("ключ"),
        Just("Ärger"),
        Just("pier"),
        Just("<b>"),
        Just("--"),
        Just("``"),
        Just("'"),
    ];
    prop::collection::vec((piece, prop::bool::ANY), 1..7).prop_map(|pieces| {
        pieces.into_iter().map(|(piece, space)| format!("{piece}{}", if space { " " } else { "" })).collect()
    })
}

fn dates() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "2031",
        "2031-03",
        "2031-03-05",
        "2031-03-05/2031-03-07",
        "2031-03/2031-05",
        "2030/2031",
        "2031-21",
        "203X",
        "2031-03-05~",
        "../2031-03-05",
        "2031-03-05/..",
        "0987",
        "-0043",
        "-0043-03-15",
    ])
}

fn documents() -> impl Strategy<Value = Document> {
    let names = prop::sample::select(vec![
        "Ines Moreau",
        "Tom van den Hoek",
        "R. J. Ferris Jr.",
        "Institute for Tides and Currents",
        "Moreau, Ines",
    ]);
    let authors = prop::collection::vec(prop_oneof![names.prop_map(str::to_owned), words().prop_map(unequal)], 0..3);
    let original = prop::option::of((prop::option::of(words()), prop::option::of(words()), words()));
    let fields = (words(), words(), prop::option::of(words()), authors, prop::option::of(dates()), words(), original);
    fields.prop_map(|(id, title, outlet, authors, published, path, original)| Document {
        id,
        title: format!("T{title}"),
        outlet,
        authors,
        published: published.map(|date| When::parse(date).expect("a date")),
        // This reader of BibTeX makes a dash of two hyphens in an address too, where others read it as it stands.
        url: Some(format!("https://coast.example/{}", single_hyphens(path))),
        kind: original.as_ref().map(|_| "brief".to_owned()),
        original: original.map(|(title, outlet, author)| Original {
            title,
            outlet,
            authors: vec![unequal(author)],
            published: None,
            sha256: None,
        }),
        ..document()
    })
}

/// Without two hyphens in a row.
fn single_hyphens(mut path: String) -> String {
    while path.contains("--") {
        path = path.replace("--", "-");
    }
    path
}

/// Names without "=": BibLaTeX takes what has one for a list of the parts of a name.
fn unequal(name: String) -> String {
    name.replace('=', "-")
}

fn linked(text: String) -> String {
    text.replace(crate::copies::LINK, PAGE)
}

fn address(work: &Work) -> String {
    linked(work.url.clone())
}

/// The fields of the one entry.
fn entry(work: &Work) -> Entry {
    let text = linked(bibtex::write(work));
    let read = Bibliography::parse(&text).unwrap_or_else(|error| panic!("{error}: {text}"));
    let entries: Vec<&Entry> = read.iter().collect();
    assert_eq!(entries.len(), 1, "{text}");
    entries[0].clone()
}

proptest! {
    #[test]
    fn bibtex_is_one_entry_with_what_went_in(document in documents()) {
        let work = Work::of(&document, "The pier");
        let entry = entry(&work);
        let field = |name: &str| entry.get(name).map(|chunks| chunks.format_verbatim());
        prop_assert_eq!(&entry.key, &work.key);
        prop_assert_eq!(field("title"), Some(work.title.clone()));
        prop_assert_eq!(field(if work.brief { "howpublished" } else { "journal" }), work.within.clone());
        prop_assert_eq!(entry.url().expect("an address"), address(&work));
        let authors: Vec<String> = entry.author().unwrap_or_default().iter().map(|p| format!("{}|{}|{}|{}", p.given_name, p.prefix, p.name, p.suffix)).collect();
        let given: Vec<String> = work.authors.iter().map(|name| match name {
            Name::Whole(name) => format!("||{name}|"),
            Name::Person { given, particle, family, suffix } => format!("{given}|{particle}|{family}|{suffix}"),
        }).collect();
        prop_assert_eq!(authors, given);
        prop_assert_eq!(entry.get("date").is_some(), work.date.is_some());
        if let Some(original) = &work.original {
            prop_assert_eq!(field("origtitle"), original.title.clone());
            prop_assert_eq!(field("origpublisher"), original.outlet.clone());
            prop_assert_eq!(field("note"), Some(original.told.clone()));
        }
    }

    #[test]
    fn ris_is_one_record_with_what_went_in(document in documents()) {
        let work = Work::of(&document, "The pier");
        let text = linked(ris::write(&work));
        let read = RisParser::new().parse(&text).unwrap_or_else(|error| panic!("{error}: {text}"));
        prop_assert_eq!(read.len(), 1, "{}", text);
        prop_assert_eq!(&read[0].title, &work.title);
        prop_assert_eq!(&read[0].journal, &work.within);
        prop_assert_eq!(&read[0].urls, &vec![address(&work)]);
        prop_assert_eq!(text.matches("\r\nAU  - ").count(), work.authors.len());
        for author in &work.authors {
            // This reader takes names of bodies apart at "and", and puts what stands behind a name with the given ones.
            let Name::Person { given, particle, family, suffix } = author else { continue };
            let found = read[0].authors.iter().any(|read| {
                let names = [read.given_name.as_deref(), read.middle_name.as_deref()];
                let names = names.into_iter().flatten().collect::<Vec<_>>().join(" ");
                let names = names.trim_end_matches(suffix.as_str()).trim_end_matches([' ', ',']);
                read.name == format!("{particle} {family}").trim() && names == given
            });
            prop_assert!(found, "{author:?} in {:?}", read[0].authors);
        }
        let year = work.date.as_ref().and_then(|date| date.known()).map(|part| part.year).filter(|year| *year > 0);
        prop_assert_eq!(read[0].date.as_ref().map(|date| date.year), year, "{}", text);
    }

    #[test]
    fn csl_is_one_item_with_what_went_in(document in documents()) {
        let work = Work::of(&document, "The pier");
        let items: Vec<Item> = serde_json::from_str(&linked(csl::write(&work))).expect("CSL-JSON");
        prop_assert_eq!(items.len(), 1);
        let text = |name: &str| items[0].0.get(name).and_then(|value| value.to_str()).map(|text| text.into_owned());
        prop_assert_eq!(text("id"), Some(work.key.clone()));
        prop_assert_eq!(text("title"), Some(work.title.clone()));
        prop_assert_eq!(text("container-title"), work.within.clone());
        prop_assert_eq!(text("URL"), Some(address(&work)));
        let authors = match items[0].0.get("author") {
            Some(Value::Names(names)) => names.len(),
            _ => 0,
        };
        prop_assert_eq!(authors, work.authors.len());
        let dated = matches!(items[0].0.get("issued"), Some(Value::Date(_)));
        prop_assert_eq!(dated, work.date.is_some());
        if let Some(original) = &work.original {
            prop_assert_eq!(text("original-title"), original.title.clone());
        }
    }

    #[test]
    fn two_ids_have_two_keys(a in words(), b in words()) {
        let key = |id: &str| Work::of(&Document { id: id.to_owned(), ..document() }, "").key;
        prop_assert_eq!(key(&a) == key(&b), a == b);
        prop_assert!(key(&a).bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._".contains(&byte)));
    }
}

#[test]
fn keys_that_others_would_collide() {
    let ids = ["key,1", "key-1", "key.1", "key_1", "key 1", "ключ", "клюю", "key_2c_1"];
    let keys: std::collections::BTreeSet<String> =
        ids.iter().map(|id| Work::of(&Document { id: (*id).to_owned(), ..document() }, "").key).collect();
    assert_eq!(keys.len(), ids.len(), "{keys:?}");
}

#[test]
fn dates_are_as_fine_as_they_are_known() {
    let forms = |date: &str| {
        let work = Work::of(&Document { published: When::parse(date).ok(), ..document() }, "");
        let read = entry(&work).date().ok().map(|date| match date {
            biblatex::PermissiveType::Typed(date) => match date.value {
                DateValue::At(_) => "at",
                DateValue::Between(..) => "between",
                DateValue::After(_) => "after",
                DateValue::Before(_) => "before",
            },
            biblatex::PermissiveType::Chunks(_) => "unread",
        });
        let line = |text: String, start: &str| {
            text.lines().find(|l| l.trim_start().starts_with(start)).unwrap_or_default().trim().to_owned()
        };
        let csl: serde_json::Value = serde_json::from_str(&csl::write(&work)).expect("JSON");
        format!(
            "{} {} | {} | {}",
            read.unwrap_or("none"),
            line(bibtex::write(&work), "date"),
            line(ris::write(&work), "DA"),
            csl[0]["issued"]
        )
    };
    assert_eq!(forms("2031-03-05"), "at date = {2031-03-05}, | DA  - 2031/03/05/ | {\"date-parts\":[[2031,3,5]]}");
    assert_eq!(forms("2031-03"), "at date = {2031-03}, | DA  - 2031/03// | {\"date-parts\":[[2031,3]]}");
    assert_eq!(forms("2031"), "at date = {2031}, | DA  - 2031/// | {\"date-parts\":[[2031]]}");
    assert_eq!(
        forms("2031-03-05/2031-03-07"),
        "between date = {2031-03-05/2031-03-07}, | DA  - 2031/03/05/5–7 March 2031 | {\"date-parts\":[[2031,3,5],[2031,3,7]]}"
    );
    assert_eq!(
        forms("2031-21"),
        "between date = {2031-03/2031-05}, | DA  - 2031/03//spring 2031 | {\"date-parts\":[[2031,3],[2031,5]]}"
    );
    assert_eq!(
        forms("../2031-03-05"),
        "before date = {../2031-03-05}, | DA  - 2031/03/05/by 5 March 2031 | {\"circa\":true,\"date-parts\":[[2031,3,5]],\"literal\":\"by 5 March 2031\"}"
    );
    assert_eq!(
        forms("-0043-03-15"),
        "at date = {-0043-03-15}, | DA  - ///15 March 44 BC | {\"date-parts\":[[-43,3,15]]}"
    );
}

#[test]
fn a_brief_cites_itself_and_names_its_original() {
    let original = Original {
        title: Some("Crane accident".into()),
        outlet: Some("Coast Agency".into()),
        authors: vec!["Ines Moreau".into()],
        published: Some("2031-03".into()),
        sha256: None,
    };
    let brief = Document { kind: Some("brief".into()), original: Some(original), ..document() };
    let work = Work::of(&brief, "The pier");
    assert_eq!(
        linked(bibtex::write(&work)),
        "@misc{pier-1,\n  title = {{Crane falls at the pier}},\n  howpublished = {The pier},\n  \
         url = {https://site.example/documents/x/},\n  origtitle = {Crane accident},\n  \
         origpublisher = {Coast Agency},\n  origdate = {2031-03},\n  \
         note = {A brief in other words of “Crane accident”, Ines Moreau, Coast Agency, March 2031}\n}\n"
    );
    let csl: serde_json::Value = serde_json::from_str(&csl::write(&work)).expect("JSON");
    assert_eq!(csl[0]["original-author"], serde_json::json!([{"family": "Moreau", "given": "Ines"}]));
    assert_eq!(csl[0]["original-date"]["date-parts"], serde_json::json!([[2031, 3]]));
    assert!(csl[0]["author"].is_null() && csl[0]["issued"].is_null());
}

#[test]
fn an_address_that_is_none_is_not_cited() {
    let document = Document { url: Some("javascript:alert(1)".into()), ..document() };
    assert_eq!(address(&Work::of(&document, "")), PAGE);
}
