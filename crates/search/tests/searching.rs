//! What somebody who searches would notice.
#![allow(clippy::unwrap_used, reason = "a test says what it expects by failing")]

use std::collections::BTreeMap;

use model::{Commitment, Span, When};
use search::{Entry, Kind, Options, Part, Request, Response, Searcher, Sort, Step, Suggest, build};

/// A dozen invented passages of three invented outlets, a claim, a quotation and a person.
fn entries() -> Vec<Entry> {
    let passage = |number: u32, outlet: &str, day: &str, text: &str| Entry {
        outlet: (!outlet.is_empty()).then(|| outlet.to_owned()),
        published: When::parse(day).ok(),
        number,
        paragraph: 1,
        span: Some(Span::new(100, 100 + text.chars().count() as u32)),
        commitments: vec![Commitment::Asserted],
        ..Entry::new(Kind::Passage, format!("report-{number}"), format!("Report {number} on the harbour"), text)
    };
    let mut all = vec![
        passage(1, "Coast Post", "2023-03-04", "The minister opened the new harbour bridge in the rain."),
        passage(
            2,
            "Coast Post",
            "2024-02-01",
            "A ferry timetable was agreed; the bridge of the old harbour stays closed.",
        ),
        passage(3, "Hill Gazette", "2024-06-10", "Farmers in the hills wait for the harvest, the minister said."),
        passage(4, "", "2024-11-20", "To be or not to be was the motto of the amateur theatre."),
        passage(5, "Hill Gazette", "2024-12-24", "The café in Łódź serves naïve customers of every age."),
        passage(6, "Coast Post", "2025-01-02", "Negotiations over the aerodynamics laboratory were negotiated again."),
    ];
    all.push(Entry {
        persons: vec!["Anna Berg".to_owned()],
        commitments: vec![Commitment::Attributed],
        number: 2,
        published: When::parse("2024-02-01").ok(),
        ..Entry::new(Kind::Quotation, "report-2", "Report 2 on the harbour", "We shall never close the ferry.")
    });
    all.push(Entry::new(Kind::Claim, "c-1", "The ferry will go on", "The ferry goes on. It never closes."));
    all.push(Entry::new(Kind::Person, "anna-berg", "Anna Berg", "harbour master"));
    all
}

/// A site's files, and how often somebody had to wait for some of them.
struct Site {
    searcher: Searcher,
    files: BTreeMap<String, Vec<u8>>,
    ranges: bool,
    waits: u32,
    bytes: usize,
}

impl Site {
    fn new(entries: Vec<Entry>, options: &Options) -> Self {
        let built = build(entries, options).unwrap();
        let files: BTreeMap<String, Vec<u8>> = built.files.into_iter().map(|f| (f.name, f.bytes)).collect();
        let searcher = Searcher::open(&files[&built.entry]).unwrap();
        Self { searcher, files, ranges: true, waits: 0, bytes: 0 }
    }

    fn fetch(&mut self, parts: Vec<Part>) {
        self.waits += 1;
        for part in parts {
            let whole = &self.files[&part.file];
            let bytes = match part.range.filter(|_| self.ranges) {
                Some((start, end)) => whole[start as usize..end as usize].to_vec(),
                None => whole.clone(),
            };
            self.bytes += bytes.len();
            self.searcher.supply(&part, bytes).unwrap();
        }
    }

    fn ask(&mut self, request: &Request) -> Response {
        loop {
            match self.searcher.search(request).unwrap() {
                Step::Need(parts) => self.fetch(parts),
                Step::Done(response) if response.more.is_empty() => return *response,
                Step::Done(response) => self.fetch(response.more),
            }
        }
    }

    fn find(&mut self, query: &str) -> Response {
        self.ask(&Request::new(query))
    }

    fn ids(&mut self, query: &str) -> Vec<String> {
        self.find(query).hits.into_iter().map(|hit| hit.entry.id).collect()
    }
}

fn small() -> Site {
    Site::new(entries(), &Options::default())
}

/// The same corpus, cut into files as a large one is.
fn large() -> Site {
    Site::new(entries(), &Options { whole: 0, head: 2, related: 0, ..Options::default() })
}

#[test]
fn what_has_more_of_the_words_comes_first() {
    assert_eq!(small().ids("new harbour bridge")[0], "report-1");
    assert_eq!(small().ids("minister harvest")[0], "report-3");
}

#[test]
fn words_that_stand_close_count_more() {
    let far = "The ferry was late again; nobody on the island knew of the strike or had seen a timetable.";
    let near = "The ferry timetable was late again; nobody on the island knew of the strike or had seen it.";
    let passages = [("far", far), ("near", near), ("other", "The island has two lighthouses and a school.")];
    let entries = passages.map(|(id, text)| Entry::new(Kind::Passage, id, "From the island", text));
    assert_eq!(Site::new(entries.to_vec(), &Options::default()).ids("ferry timetable"), ["near", "far"]);
}

#[test]
fn a_passage_counts_for_more_where_its_report_has_the_other_words() {
    let passage = |number: u32, id: &str, text: &str| Entry { number, ..Entry::new(Kind::Passage, id, "", text) };
    let entries = vec![
        passage(1, "elsewhere", "The dockers met at noon by the cranes."),
        passage(1, "garden", "The garden show opened in the rain with lamps and seals."),
        passage(2, "here", "The dockers met at noon by the cranes."),
        passage(2, "strike", "A strike was called over shifts and pay in the old port."),
    ];
    for options in [Options::default(), Options { whole: 0, ..Options::default() }] {
        let ids = Site::new(entries.clone(), &options).ids("dockers strike");
        let place = |id: &str| ids.iter().position(|other| other == id).unwrap();
        assert!(place("here") < place("elsewhere"), "{ids:?}");
    }
}

#[test]
fn claims_and_quotations_change_nothing_about_how_rare_a_word_is() {
    let passage = |number: u32, id: &str, text: &str| Entry { number, ..Entry::new(Kind::Passage, id, "", text) };
    let reports = vec![
        passage(1, "a", "The quarry was flooded and the lamps went out."),
        passage(2, "b", "The quarry was sold; the lamps were sold as well."),
        passage(3, "c", "Nobody bought the orchard that the quarry lies in."),
    ];
    let claim = |number: u32| Entry::new(Kind::Claim, format!("c-{number}"), "Lamps", "The lamps and lamps again.");
    let with_claims: Vec<Entry> = reports.iter().cloned().chain((0..40).map(claim)).collect();
    let scores = |entries: Vec<Entry>| {
        let mut site = Site::new(entries, &Options { whole: 0, ..Options::default() });
        let hits = site.ask(&Request { kinds: vec![Kind::Passage], ..Request::new("quarry lamps") }).hits;
        hits.into_iter().map(|hit| (hit.entry.id, hit.score)).collect::<Vec<_>>()
    };
    assert_eq!(scores(reports), scores(with_claims));
}

#[test]
fn what_is_told_in_other_words_comes_before_what_is_not_told() {
    let told = |id: &str, text: &str| Entry { number: 1, ..Entry::new(Kind::Passage, id, "", text) };
    let entries = vec![
        told("a", "Dockers walked out at the quay over shifts; the strike stopped the cranes."),
        told("b", "Dockers at the quay began a strike over shifts and stopped work on the cranes."),
        told("c", "Dockers at the quay downed tools over shifts; the cranes stood still in the port."),
        told("d", "The port has a museum of seals and a garden with old lamps in the north."),
        told("e", "Seals sleep in the garden; lamps shine on the museum in the north."),
    ];
    let mut site = Site::new(entries, &Options { whole: 0, ..Options::default() });
    // "c" has no strike, but those nearest to it do; "d" has the port alone as well.
    let ids = site.ids("strike port");
    let place = |id: &str| ids.iter().position(|other| other == id).unwrap();
    assert!(place("c") < place("d"), "{ids:?}");
    assert!(!site.ids("strike").contains(&"c".to_owned()), "a related word finds nothing by itself");
}

#[test]
fn words_are_found_in_any_inflection_accent_and_case() {
    assert_eq!(small().ids("negotiating")[0], "report-6");
    assert_eq!(small().ids("CAFE lodz")[0], "report-5");
    assert_eq!(small().ids("farmer's")[0], "report-3");
}

#[test]
fn a_phrase_stands_in_a_row() {
    assert_eq!(small().ids("\"old harbour\""), ["report-2"]);
    assert_eq!(small().ids("\"new harbour\" OR \"old harbour\"").len(), 2);
}

#[test]
fn a_phrase_that_stands_nowhere_is_searched_as_words() {
    let response = small().find("\"harbour minister\"");
    assert_eq!(response.relaxed, ["harbour minister"]);
    assert!(response.total > 0);
}

#[test]
fn minus_takes_away() {
    assert!(!small().ids("harbour -ferry").contains(&"report-2".to_owned()));
    assert!(small().ids("iron OR harvest OR theatre").len() == 2);
    assert!(small().ids("harbour -\"old harbour\"").contains(&"report-1".to_owned()));
}

#[test]
fn fields_narrow() {
    assert_eq!(small().ids("minister outlet:hill"), ["report-3"]);
    assert_eq!(small().ids("kind:claim ferry"), ["c-1"]);
    assert_eq!(small().ids("person:\"anna berg\" ferry"), ["report-2"]);
    assert_eq!(small().ids("after:2024-06 before:2024-12 minister theatre").len(), 2);
    assert_eq!(small().ids("person:berg kind:quotation"), ["report-2"]);
    assert!(!small().ids("harbour -outlet:coast").contains(&"report-1".to_owned()));
    assert!(!small().ids("ferry -person:berg kind:quotation").contains(&"report-2".to_owned()));
}

#[test]
fn what_is_no_field_is_words() {
    assert_eq!(small().ids("harvest:minister")[0], "report-3");
    assert_eq!(small().ids("after:yesterday harvest")[0], "report-3");
}

#[test]
fn a_typing_error_is_mended_and_said() {
    for (typed, read) in [
        ("minsiter", "minister"),
        ("harbuor", "harbour"),
        ("aerodinamics", "aerodynamics"),
        ("aerodymanics", "aerodynamics"),
    ] {
        let response = small().find(typed);
        assert_eq!(response.corrections.first().map(|c| c.read.as_str()), Some(read), "{typed}");
        assert_eq!(response.corrected, read);
        assert!(response.total > 0);
    }
    let exact = small().ask(&Request { exact: true, ..Request::new("minsiter") });
    assert_eq!((exact.total, exact.unknown), (0, vec!["minsiter".to_owned()]));
}

#[test]
fn the_last_word_may_be_unfinished() {
    assert_eq!(small().ids("negot")[0], "report-6");
    assert_eq!(small().ids("theat")[0], "report-4");
}

#[test]
fn common_words_are_left_out_beside_others_and_found_alone() {
    let response = small().find("the harvest");
    assert_eq!(response.left_out, ["the"]);
    let twice = small().find("the harvest of the zzyzx, zzyzx");
    assert_eq!((twice.left_out, twice.unknown), (vec!["the".to_owned(), "of".to_owned()], vec!["zzyzx".to_owned()]));
    assert_eq!(small().ids("to be or not to be")[0], "report-4");
}

#[test]
fn hits_are_marked_and_the_link_lands_on_them() {
    let response = small().find("ferries timetable");
    let hit = &response.hits[0];
    let (excerpt, marks) = hit.excerpt_text();
    assert_eq!(marks.into_iter().map(|m| &excerpt[m]).collect::<Vec<_>>(), ["ferry", "timetable"]);
    assert_eq!(hit.target, Some(Span::new(102, 117)));
}

#[test]
fn facets_count_what_choosing_them_would_give() {
    let mut site = small();
    let counts = site.find("harbour minister ferry").counts;
    assert_eq!(counts.kinds, [6, 1, 1, 1]);
    let narrowed = site.ask(&Request { kinds: vec![Kind::Claim], ..Request::new("harbour minister ferry") });
    assert_eq!((narrowed.total, narrowed.counts.kinds), (1, counts.kinds));
    assert_eq!(counts.outlets, [("Coast Post".to_owned(), 3), (String::new(), 2), ("Hill Gazette".to_owned(), 2)]);
    assert_eq!(counts.years, [(2023, 1), (2024, 5), (2025, 1)]);
    let unknown = site.ask(&Request { outlets: vec![String::new()], ..Request::new("theatre") });
    assert_eq!(unknown.total, 1);
}

#[test]
fn sorts_by_date() {
    let ids = |sort| {
        let response = small().ask(&Request { sort, kinds: vec![Kind::Passage], ..Request::new("harbour") });
        response.hits.into_iter().map(|hit| hit.entry.number).collect::<Vec<_>>()
    };
    assert_eq!(ids(Sort::Newest), [6, 5, 4, 3, 2, 1]);
    assert_eq!(ids(Sort::Oldest), [1, 2, 3, 4, 5, 6]);
}

#[test]
fn a_large_index_answers_as_a_small_one() {
    for query in [
        "harbour bridge",
        "minsiter",
        "\"old harbour\"",
        "negot",
        "harbour -ferry",
        "outlet:coast bridge",
        "Łódź",
        "kind:claim",
    ] {
        let (a, b) = (small().find(query), large().find(query));
        let short = |r: &Response| {
            (
                r.hits.iter().map(|h| (h.entry.clone(), h.excerpt, h.target)).collect::<Vec<_>>(),
                r.total,
                r.counts.clone(),
            )
        };
        assert_eq!(short(&a), short(&b), "{query}");
        assert!(b.complete, "{query}");
    }
}

#[test]
fn the_directory_names_the_leaf_that_a_word_is_looked_up_in() {
    let mut many = entries();
    let letters = ['b', 'd', 'f', 'g', 'k', 'l', 'm', 'n', 'p', 'r', 's', 't', 'v', 'z'];
    for (number, first) in (20..).zip(letters) {
        let words = letters.iter().flat_map(|second| letters.map(|third| format!("{first}a{second}o{third}u")));
        let text: Vec<String> = words.collect();
        many.push(Entry { number, ..Entry::new(Kind::Passage, format!("report-{number}"), "", text.join(" ")) });
    }
    let built = build(many, &Options { whole: 0, leaves: 8, term_files: 3, ..Options::default() }).unwrap();
    let directory = built.directory.unwrap();
    assert!(directory.firsts.is_sorted() && directory.files.len() > 1, "{directory:?}");
    let pack = built.files.iter().find(|file| file.name == built.entry).unwrap();
    let searcher = Searcher::open(&pack.bytes).unwrap();
    for word in ["ferry", "harbour", "minister", "theatre"] {
        let request = Request { typing: false, ..Request::new(word) };
        let Step::Need(parts) = searcher.search(&request).unwrap() else { panic!("{word}: nothing is there yet") };
        let leaf = directory.firsts.partition_point(|first| first.as_str() <= word) - 1;
        let file = leaf / directory.per_file as usize;
        let before = &directory.bytes[file * directory.per_file as usize..leaf];
        let start = before.iter().copied().map(u64::from).sum();
        let range = Some((start, start + u64::from(directory.bytes[leaf])));
        assert!(parts.contains(&Part { file: directory.files[file].clone(), range }), "{word}: {leaf} of {parts:?}");
    }
    assert_eq!(build(entries(), &Options::default()).unwrap().directory, None, "one file holds it all");
}

#[test]
fn a_server_without_ranges_will_do() {
    let mut site = large();
    site.ranges = false;
    assert_eq!(site.ids("harbour bridge"), small().ids("harbour bridge"));
}

#[test]
fn suggestions_lead_on() {
    let Suggest::Done(lines) = small().searcher.suggest("ber", 5) else { panic!("a small corpus needs nothing") };
    assert_eq!((lines[0].text.as_str(), lines[0].mark), ("Anna Berg", Span::new(5, 8)));
}

#[test]
fn scripts_without_spaces_are_found() {
    let mut all = entries();
    all.push(Entry::new(Kind::Passage, "zh", "港口", "部长说新的港口大桥已经开放。"));
    all.push(Entry::new(Kind::Passage, "ru", "Мост", "Министр открыл новый мост в порту."));
    let mut site = Site::new(all, &Options::default());
    assert_eq!(site.ids("大桥")[0], "zh");
    assert_eq!(site.ids("МОСТ")[0], "ru");
}

#[test]
fn no_query_is_an_error() {
    let mut site = small();
    let long = "harbour ".repeat(1_250);
    let queries = [
        "",
        " ",
        "\"",
        "\"\"",
        "-",
        "OR",
        "OR OR",
        "a OR",
        "outlet:",
        ":::",
        "-\"",
        "((((",
        "“harbour",
        "!!!???",
        "the",
        "to be of the and",
        "\u{fffd}\u{fffd} \u{fffd}",
        "\"the harbour \"bridge\" -\"old",
        "kind:person outlet: after:2024-13 before:",
        &"?!…".repeat(2_000),
        &"\"".repeat(10_000),
        &"minsiter ".repeat(1_000),
        &"x".repeat(10_000),
        &long,
    ];
    for query in queries {
        site.find(query);
    }
    assert!(site.find(&long).total > 0);
    assert!(site.find("“harbour").total > 0);
}

#[test]
fn nothing_cut_short_changed_or_of_another_version_is_opened() {
    let built = build(entries(), &Options::default()).unwrap();
    let pack = &built.files[0].bytes;
    for at in 0..pack.len() {
        assert!(Searcher::open(&pack[..at]).is_err(), "cut at {at}");
        let mut flipped = pack.clone();
        flipped[at] ^= 0x10;
        assert!(Searcher::open(&flipped).is_err(), "flipped at {at}");
    }
}

#[test]
fn the_same_entries_give_the_same_bytes() {
    let options = Options { whole: 0, ..Options::default() };
    assert_eq!(build(entries(), &options).unwrap(), build(entries(), &options).unwrap());
}

/// Invented passages, each a document.
fn reports(texts: &[&str]) -> Site {
    let passage = |(number, text): (u32, &&str)| Entry {
        number,
        commitments: vec![if text.contains("denied") { Commitment::Denied } else { Commitment::Asserted }],
        ..Entry::new(Kind::Passage, format!("r{number}"), "", *text)
    };
    Site::new((1..).zip(texts).map(passage).collect(), &Options { whole: 0, ..Options::default() })
}

#[test]
fn an_english_word_is_not_taken_for_another() {
    let mut site = reports(&["No date has been set for the harvest.", "The barges carried grain past the seat."]);
    let response = site.find("grain sent");
    assert!(response.corrections.is_empty(), "{:?}", response.corrections);
    assert_eq!((response.unknown, response.hits[0].entry.id.as_str()), (vec!["sent".to_owned()], "r2"));
}

#[test]
fn short_forms_of_amounts_are_found_by_their_words() {
    let mut site = reports(&["The yard lent 3 mln dlrs.", "The yard lent three million crowns.", "A barge sank."]);
    for typed in ["million", "millions", "mln"] {
        let mut found = site.ids(typed);
        found.sort();
        assert_eq!(found, ["r1", "r2"], "{typed}");
    }
    let response = site.find("dollars");
    let (excerpt, marks) = response.hits[0].excerpt_text();
    assert_eq!(marks.into_iter().map(|mark| &excerpt[mark]).collect::<Vec<_>>(), ["dlrs"]);
}

#[test]
fn capitals_make_a_name() {
    let mut site = reports(&[
        "They told us of the flood, and who had seen it.",
        "The US sent barges, as the WHO had asked.",
        "A U.S. barge reached us at dawn.",
    ]);
    let mut first = site.ids("US barges")[..2].to_vec();
    first.sort();
    assert_eq!(first, ["r2", "r3"]);
    assert!(!site.ids("US").contains(&"r1".to_owned()));
    assert_eq!(site.ids("WHO"), ["r2"]);
    assert_eq!(site.find("who flood").left_out, ["who"]);
    let response = site.find("US flood");
    let us = response.hits.iter().find(|hit| hit.entry.id == "r3").unwrap();
    let (excerpt, marks) = us.excerpt_text();
    assert_eq!(marks.into_iter().map(|mark| &excerpt[mark]).collect::<Vec<_>>(), ["U.S"]);
    // Nothing has it in capitals: the word is searched.
    assert_eq!(site.ids("FLOOD"), ["r1"]);
    assert_eq!(site.ids("BARGES AND FLOOD").len(), 3);
    // What English has as a common word besides is said to be missing as a name.
    let response = site.find("IT");
    assert_eq!((response.unknown, response.hits[0].entry.id.as_str()), (vec!["IT".to_owned()], "r1"));
    assert!(site.find("FLOOD").unknown.is_empty() && site.find("WHO").unknown.is_empty());
}

#[test]
fn spellings_meet() {
    let mut site = reports(&[
        "The cease-fire was sent by e-mail; co-operation went on.",
        "The ceasefire came in an email on cooperation.",
        "A cease fire came after an air strike.",
        "Five o\u{fb03}cials wrote the re\u{ad}port in C# for AT&T.",
        "A c major scale was played at the t-junction.",
    ]);
    for typed in ["ceasefire", "cease-fire", "cease fire"] {
        let mut ids = site.ids(typed);
        ids.truncate(3);
        ids.sort_unstable();
        assert_eq!(ids, ["r1", "r2", "r3"], "{typed}");
    }
    for (typed, number) in [("e-mail", 2), ("email", 2), ("co-operation", 2)] {
        let ids = site.ids(typed);
        assert_eq!(ids.iter().filter(|id| ["r1", "r2"].contains(&id.as_str())).count(), number, "{typed}: {ids:?}");
    }
    for typed in ["officials", "report", "C#", "AT&T"] {
        assert_eq!(site.ids(typed)[0], "r4", "{typed}");
    }
    let response = site.find("ceasefire");
    let hit = response.hits.iter().find(|hit| hit.entry.id == "r1").unwrap();
    let (excerpt, marks) = hit.excerpt_text();
    assert_eq!(marks.into_iter().map(|mark| &excerpt[mark]).collect::<Vec<_>>(), ["cease-fire"]);
}

#[test]
fn operators_in_capitals() {
    let mut site = reports(&["Iron was mined.", "Iron and steel were sold.", "Steel was sold for gold."]);
    assert_eq!(site.ids("iron NOT steel"), ["r1"]);
    assert_eq!(site.ids("iron AND steel"), ["r2"]);
    assert_eq!(site.ids("steel AND NOT gold"), ["r2"]);
    // Where all is in capitals, they are words.
    assert_eq!(
        site.find("IRON AND GOLD"),
        Response { hits: site.find("iron and gold").hits, ..site.find("IRON AND GOLD") }
    );
    assert!(site.find("IRON AND GOLD").relaxed.is_empty());
    let response = site.find("iron AND gold");
    assert_eq!(response.relaxed, ["iron", "gold"], "nothing has both: that is said, and either is shown");
    assert_eq!(response.total, 3);
}

#[test]
fn a_commitment_or_a_facet_alone_is_answered() {
    let mut site = reports(&["The mayor denied the sale of the quarry.", "The sale of the quarry went through."]);
    for query in ["denied", "who denied the sale", "commitment:denied", "who denies sale?"] {
        let response = site.find(query);
        assert_eq!(response.hits.iter().map(|hit| hit.entry.id.as_str()).collect::<Vec<_>>(), ["r1"], "{query}");
    }
    assert_eq!(site.find("denied").read_as_facets, ["denied"]);
    let chosen = site.ask(&Request { kinds: vec![Kind::Passage], ..Request::new("") });
    assert_eq!(chosen.total, 2);
    assert_eq!(site.find("outlet:unknown").total, 2);
    assert_eq!(small().find("outlet:unknown kind:passage").total, 1);
    assert_eq!(small().find("year:2023").total, 1);
    assert_eq!(site.find("").total, 0);
}

#[test]
fn a_field_that_there_is_not_is_said() {
    let response = small().find("colour:red harvest");
    assert_eq!((response.unknown_fields, response.hits[0].entry.id.as_str()), (vec!["colour".to_owned()], "report-3"));
    assert!(small().find("10:30 harvest https://example.org").unknown_fields.is_empty());
}

#[test]
fn a_name_leads_to_the_person_then_to_claims_about_them() {
    let mut entries = entries();
    for number in 10..16 {
        let text = "Anna Berg spoke of Anna Berg and of Berg again; Anna Berg nodded.";
        entries.push(Entry { number, ..Entry::new(Kind::Passage, format!("p{number}"), "On Anna Berg", text) });
    }
    entries.push(Entry::new(Kind::Claim, "c-2", "Anna Berg opens the quay", "The quay is open."));
    for typed in ["Anna Berg", "berg"] {
        let ids = Site::new(entries.clone(), &Options::default()).ids(typed);
        assert_eq!(ids[..2], ["anna-berg", "c-2"], "{typed}: {ids:?}");
    }
}
