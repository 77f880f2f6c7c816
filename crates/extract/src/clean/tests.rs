//! One scraped page in the sorts of dirt that texts come in: the same lines are furniture, and the same is known of it.

use model::{Document, Role, When};

use super::clean;
use crate::Input;

/// A page as it is scraped: menu, headline, byline, pleas amid the report, a list of other articles.
const PAGE: &str = "Skip to content\n\nHome | Harbour | Weather\n\nFerry pilots and owners to sign a treaty on the port\n\n\
By Anna Berg\n\n7 May 2024\n\nAdvertisement:\n\n\
The pilots of Osterau and the owners of the port will sign a treaty on Monday, the harbour board said in a long \
statement, after “eleven weeks” of talks that nobody in the town had thought would end.\n\n\
Support the Osterau Post or become our patron!\n\n\
“We’re glad,” the mayor, Dr. Jon Holm, told reporters at about 9 a.m. on the old pier; the pilots’ spokeswoman agreed \
with him on nearly every point but the last.\n\n\
Some 2,000 people came to watch. They waited until the U.S. delegation had left for the airport, which took nearly all \
of the afternoon.\n\n\
Read also:\n\nHarbour closed after storm\n\nThe storm of the year\n\n3 comments\n\n© 2024 The Osterau Post. All rights reserved.";

/// What the lines are, by their letters and digits alone, and what is known of the report.
fn read(text: &str) -> (Vec<(Role, String)>, [Option<String>; 4]) {
    let document = clean(Input { id: "a".to_owned(), text: text.to_owned(), ..Input::default() });
    let known = [
        Some(letters(&document.title)),
        document.outlet.clone(),
        Some(document.authors.join(", ")),
        document.published.as_ref().map(|when| when.edtf.clone()),
    ];
    (lines(&document), known)
}

fn lines(document: &Document) -> Vec<(Role, String)> {
    let text = model::Text::new(&document.text);
    document.passages.iter().map(|passage| (passage.role, letters(text.cut(passage.span)))).collect()
}

fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Every paragraph wrapped at 80 columns.
fn wrapped(text: &str) -> String {
    let mut out = String::new();
    for line in text.split('\n') {
        let mut width = 0;
        for word in line.split(' ') {
            let length = word.chars().count();
            if width > 0 && width + 1 + length > 80 {
                out.push('\n');
                width = 0;
            } else if width > 0 {
                out.push(' ');
                width += 1;
            }
            out.push_str(word);
            width += length;
        }
        out.push('\n');
    }
    out
}

#[test]
fn a_page_is_read_as_a_reader_would() {
    let (lines, known) = read(PAGE);
    let body = lines.iter().filter(|(role, _)| *role == Role::Body).count();
    assert_eq!(body, 3, "{lines:#?}");
    assert_eq!(lines.iter().filter(|(role, _)| *role == Role::Furniture).count(), 9, "{lines:#?}");
    assert_eq!(known[0].as_deref(), Some("Ferrypilotsandownerstosignatreatyontheport"));
    assert_eq!(known[2].as_deref(), Some("Anna Berg"));
    assert_eq!(known[3].as_deref(), Some("2024-05-07"));
}

#[test]
fn dirt_changes_nothing() {
    let straight = PAGE.replace(['“', '”'], "\"").replace('’', "'");
    let joined = PAGE.replace("9 a.m.", "9\u{a0}a.m.").replace("7 May 2024", "7\u{a0}May\u{a0}2024");
    let hidden = PAGE.replace("treaty", "trea\u{ad}ty").replace("pilots", "\u{200b}pilots");
    for (dirt, text) in [
        ("Windows line ends", PAGE.replace('\n', "\r\n")),
        ("a byte-order mark", format!("\u{feff}{PAGE}")),
        ("non-breaking spaces", joined),
        ("straight quotation marks", straight),
        ("lines wrapped at 80 columns", wrapped(PAGE)),
        ("spaces at the ends of lines", PAGE.replace('\n', "  \n\t")),
        ("soft hyphens and spaces without width", hidden),
        ("all at once", format!("\u{feff}{}", wrapped(PAGE).replace('\n', " \r\n").replace("2,000 ", "2,000\u{a0}"))),
    ] {
        assert_eq!(read(&text), read(PAGE), "{dirt}");
    }
}

#[test]
fn what_readers_say_is_not_the_report_s() {
    let text = "Pier to close\n\nThe pier at Osterau will close on Friday, the owners said.\n\nThe mayor said that the town \
                would pay for it.\n\nComments\n\nsailor7\nJune 3, 2029 at 10:05 am\nWorst pier ever.";
    let (lines, known) = read(text);
    assert_eq!(known[3], None);
    assert_eq!(lines.iter().filter(|(role, _)| *role == Role::Furniture).count(), 4, "{lines:#?}");
}

#[test]
fn players_and_tickers_are_furniture() {
    let text = "Osterau Wire\n\nHarbour board sells pier\n\n5 minutes ago Mona Tveit\nFerry fees rise\n1 hour ago Karl \
                Holm\nNew boats for Kolm\n3 hours ago Ida Lund\n\nBy Mona Tveit\n\nThe board sold the pier on Monday, it said \
                in a statement.\n\nAutoplay\n\nWait 3 seconds to continue.\n\nWe use only essential cookies on this \
                site.\n\nThe pier has been empty for years, records show.";
    let (lines, _) = read(text);
    let body: Vec<&str> = lines.iter().filter(|(role, _)| *role == Role::Body).map(|(_, line)| line.as_str()).collect();
    assert_eq!(body.len(), 2, "{lines:#?}");
}

#[test]
fn a_page_of_lists_is_more_than_its_report() {
    let list = |word: &str| (1..=14).map(|n| format!("{word} story {n}")).collect::<Vec<_>>().join("\n\n");
    let report = "The pier at Osterau will close on Friday for good, the owners said in a letter to the town.\n\nThe mayor \
                  said that the town would pay for the boats, the nets and the old sheds at the end of the pier.";
    let (lines, _) = read(&format!("{}\n\nPier to close\n\n{report}\n\n{}", list("Sport"), list("Other")));
    let kept = lines.iter().filter(|(role, _)| matches!(role, Role::Body | Role::Heading)).count();
    assert!(kept <= 3, "{lines:#?}");
}

#[test]
fn a_dateline_is_no_part_of_the_report() {
    let text = "Pier to close\n\nOSTERAU, May 3, 2029 (HWA) — The pier will close on Friday, the owners said.\n\nHWA's Mona \
                Tveit contributed to this report.";
    let document = clean(Input { id: "a".to_owned(), text: text.to_owned(), ..Input::default() });
    let roles: Vec<Role> = document.passages.iter().map(|passage| passage.role).collect();
    assert_eq!(roles, [Role::Title, Role::Byline, Role::Credit, Role::Body, Role::Credit]);
    assert_eq!(document.text, text);
    assert_eq!(document.published.map(|when| when.edtf).as_deref(), Some("2029-05-03"));
}

#[test]
fn credits_of_people_are_bylines() {
    let text = "The pier will close on Friday, the owners said.\n\nIt rained all day.\n\n(Reporting by Mona Tveit; editing by \
                Karl Holm)";
    let (lines, known) = read(text);
    assert_eq!(lines.last().map(|(role, _)| *role), Some(Role::Byline));
    assert_eq!(known[2].as_deref(), Some("Mona Tveit"));
}

#[test]
fn boxes_of_other_articles_logins_and_warnings_are_furniture() {
    let report = "The crane fell onto the pier on Monday, and two boats were lost in the water behind it.";
    for line in [
        "1:09 Ferry race opens in Torsvik Pause",
        ">>RELATED: Ferry race opens in Torsvik",
        "Related coverage Crane falls onto pier in Kolm",
        "Flood Watch issued May 8 at 3:30AM expiring May 9 at 7:00AM in effect for: Arlen, Kolm, Torsvik",
        "Already have an account?",
        "Download the Harbour News app for iOS and Android",
        "Find Anna on Facebook at HarbourAnna",
        "anna.berg@harbour.example or 555-0142",
        "CLOSE Skip in Skip x Embed x Share The crane of Kolm",
        "JUST WATCHED Crane falls Replay More Videos ... MUST WATCH",
    ] {
        let text = format!("{report}\n\n{line}\n\nThe owner said that nobody had been on board when it came down.");
        let (found, _) = read(&text);
        let role = found.iter().find(|(_, text)| *text == letters(line)).map(|(role, _)| *role);
        assert_eq!(role, Some(Role::Furniture), "{line}");
    }
    for told in [
        "10:42 a.m. Pilots leave the harbour",
        "More than forty people were at the pier.",
        "Follow the money, she told the owners of the ferry firm.",
    ] {
        let text = format!("{report}\n\n{told}\n\nThe owner said that nobody had been on board when it came down.");
        assert!(!read(&text).0.iter().any(|(role, text)| *role == Role::Furniture && *text == letters(told)), "{told}");
    }
}

#[test]
fn a_paragraph_that_is_the_beginning_of_another_is_said_once() {
    let long =
        "The crane fell onto the pier on Monday, and two boats were lost in the water behind it, the owner said.";
    let (found, _) = read(&format!("{}\n\n{long}\n\nNobody had been on board when it came down.", &long[..70]));
    let body: Vec<&str> = found.iter().filter(|(role, _)| *role == Role::Body).map(|(_, text)| text.as_str()).collect();
    assert_eq!(body, [letters(long), letters("Nobody had been on board when it came down.")]);
}

#[test]
fn comments_below_the_line_that_disclaims_them_are_no_part_of_the_report() {
    let text = "The ferry sank off Kolm on Monday with nobody aboard.\n\nIts owners paid the town for the broken pier.\n\n\
                Views expressed in the comments do not represent those of the Kolm Post.\n\n\
                The mayor has sold this town to the owners and everybody knows it.\n\nThey should all go home.";
    let page = clean(Input { id: "a".to_owned(), text: text.to_owned(), ..Input::default() });
    assert_eq!(page.passages.iter().filter(|passage| passage.role == Role::Body).count(), 2);
}

/// What came as the words under a picture is a caption, whatever its words look like.
#[test]
fn captions_that_are_told_are_captions() {
    let told = "Anna Berg, who runs the harbour office, opened the new pier on Monday.";
    let text = format!("{told}\n\nThe pier cost four million, the office said. It had been built in a year.");
    let role = |captions: Vec<String>| {
        let document = clean(Input { id: "a".to_owned(), text: text.clone(), captions, ..Input::default() });
        document.passages.first().map(|passage| passage.role)
    };
    assert_eq!(role(vec![told.to_owned()]), Some(Role::Caption));
    assert_eq!(role(Vec::new()), Some(Role::Body));
}

#[test]
fn stamped_comments_of_readers_are_no_part_of_the_report() {
    let text = "The ferry sank off Kolm on Monday with nobody aboard.\nIts owners paid the town for the broken pier.\n\
                June 3, 2029 at 10:05 am | Reply Worst pier ever, says I.\nThe owners are crooks and liars.\n\
                June 3, 2029 at 11:15 am | Reply You are right.\nI never liked the mayor of that town.\n\
                June 4, 2029 at 1:20 pm | Reply They should all go home.";
    let page = clean(Input { id: "a".to_owned(), text: text.to_owned(), ..Input::default() });
    let read = model::Text::new(&page.text);
    let body = page.passages.iter().filter(|passage| passage.role == Role::Body).map(|passage| read.cut(passage.span));
    assert_eq!(
        body.collect::<Vec<_>>(),
        ["The ferry sank off Kolm on Monday with nobody aboard.", "Its owners paid the town for the broken pier."]
    );
}

#[test]
fn the_first_comment_stands_above_its_stamp() {
    let report = "The ferry sank off Kolm on Monday with nobody aboard.\nIts owners paid the town for the pier.\n\
                  The board met on Tuesday.\nThe pier was built in 1990.\nIt holds ten boats.\n\
                  The mayor said the pier was safe.";
    let comments = "I never liked that pier.\nThe owners are crooks.\nYou can't trust them.\n\
                    June 3, 2029 at 10:05 am | Report abuse | Worst pier ever.";
    let body = |text: String| {
        let page = clean(Input { id: "a".to_owned(), text, ..Input::default() });
        page.passages.iter().filter(|passage| passage.role == Role::Body).count()
    };
    assert_eq!(body(format!("{report}\n{comments}")), 6);
    // A report that speaks of itself: nothing tells where it ends.
    assert_eq!(body(format!("I saw the ferry sink on Monday.\n{report}\n{comments}")), 10);
}

#[test]
fn one_sure_sign_of_comments_is_enough() {
    let report = "The ferry sank off Kolm on Monday with nobody aboard.\nIts owners paid the town for the pier.\n\
                  The board met on Tuesday.\nThe pier was built in 1990.\nIt holds ten boats.\n\
                  The mayor said the pier was safe.";
    for sign in [
        "June 3, 2029 10:05 pm at 10:05 pm | Worst pier ever.\nJune 3, 2029 10:06 pm at 10:06 pm | So it is.\n\
         June 3, 2029 10:07 pm at 10:07 pm | It is not.",
        "Worst pier ever Posted by: gull | June 3, 2029 8:56 PM So it is.",
        "Posted by gull | Report as abusive So it is.",
        "I never liked that pier.\n(required, but will not be displayed) We welcome a debate.",
    ] {
        let page = clean(Input { id: "a".to_owned(), text: format!("{report}\n{sign}"), ..Input::default() });
        assert_eq!(page.passages.iter().filter(|passage| passage.role == Role::Body).count(), 6, "{sign}");
    }
}

/// A page prints what stands under its pictures twice, and changes its pictures later.
#[test]
fn a_gallery_is_told_by_its_paragraphs_that_stand_there_twice() {
    let report = [
        "Anna Berg warned the council on Monday that the pier may fall.",
        "She spoke for an hour in the old hall.",
        "\"It will not stand another winter,\" she said to those who had come.",
        "The council of Kolm meets again on Friday at noon.",
    ];
    let later =
        "A banner in Kolm shows Berg beside the new pier.\n\nBerg cast her vote during the elections in April 2034.";
    let pictures = [
        "Berg opens the fair of Kolm in the spring before.",
        "Berg greets the crew of the night ferry at the quay.",
        "Berg and her brother wait for the boat to Arlen.",
    ];
    let twice = |paragraph: &str| format!("{paragraph}\n\n{paragraph}");
    let page = |pictures: String| {
        let text = format!("{}\n\n{pictures}\n\n{}", report[..3].join("\n\n"), report[3]);
        let published = When::parse("2031-03-02").ok();
        let page = clean(Input { id: "a".to_owned(), text, published, ..Input::default() });
        let read = model::Text::new(&page.text);
        let body = page.passages.iter().filter(|passage| passage.role == Role::Body);
        body.map(|passage| read.cut(passage.span).to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(page(format!("{later}\n\n{}", pictures.map(twice).join("\n\n"))), report);
    // Two are no gallery, and a page that prints everything twice is none.
    assert_eq!(page(pictures[..2].iter().map(|one| twice(one)).collect::<Vec<_>>().join("\n\n")).len(), 6);
    let text = report.map(twice).join("\n\n");
    let all = clean(Input { id: "a".to_owned(), text, ..Input::default() });
    assert_eq!(all.passages.iter().filter(|passage| passage.role == Role::Body).count(), 4);
}
