//! Titles and events that say what they speak of: whom by an office, of which sentence a time is, and whose words they are.

mod support;

use extract::Input;
use model::{Annotated, Commitment, Corpus, EntityKind, Standing, Tense, When};
use support::{Marks, report};

/// The title of the claim with `word` in it, empty where it has none.
fn title_of(documents: &[Annotated], word: &str) -> String {
    let related = relate::relate(documents, &Corpus::default());
    let claim = related.claims.into_iter().find(|claim| claim.title.contains(word)).expect("a claim");
    if claim.stands { claim.title } else { String::new() }
}

/// The title of the only statement of a report.
fn title(text: &str, marks: impl FnOnce(&mut Marks<'_>)) -> String {
    let documents = [report("one", "Valley Post", "2024-05-03").says_with(text, marks).done()];
    let claim = relate::relate(&documents, &Corpus::default()).claims.pop().expect("a claim");
    if claim.stands { claim.title } else { String::new() }
}

#[test]
fn whom_an_office_means_is_told_by_name() {
    let told = |before: &[(&str, &str)]| {
        let mut told = report("one", "Valley Post", "2024-05-03");
        for (name, text) in before {
            told = told.says_with(text, |m| {
                m.named(name, EntityKind::Person).clause(name, "opened", Tense::Past);
            });
        }
        let told = told.says_with("The Norwegian president has sold two ferries to the town of Corby.", |m| {
            m.clause("The Norwegian president", "has sold", Tense::Perfect);
        });
        title_of(&[told.done()], "ferries")
    };
    let berg = ("Anna Berg", "Norwegian President Anna Berg opened a mill in Lund.");
    let lind = ("Olaf Lind", "Norwegian President Olaf Lind opened a dam in Lund.");
    assert_eq!(told(&[berg]), "Anna Berg has sold two ferries to the town of Corby");
    assert_eq!(told(&[berg, lind]), "", "which of them?");
    assert_eq!(told(&[]), "", "who is it?");
}

#[test]
fn an_office_before_a_surname_and_a_kin_before_a_name_tell_who_it_is() {
    let text = "Mayor Lind and his wife, Greta, opened the Corby mill in Lund.";
    let told = title(text, |m| {
        m.named("Lind", EntityKind::Person).named("Greta", EntityKind::Person);
        m.clause("Mayor Lind and his wife, Greta,", "opened", Tense::Past);
    });
    assert_eq!(told, "Mayor Lind and his wife, Greta, opened the Corby mill in Lund");
    let alone = title("Greta opened the Corby mill in Lund.", |m| {
        m.named("Greta", EntityKind::Person).clause("Greta", "opened", Tense::Past);
    });
    assert_eq!(alone, "", "which Greta?");
}

#[test]
fn what_stands_by_the_way_may_go_where_it_points_elsewhere() {
    let text = "The Lund Harbour Board, which had seen the results, has sent two pilots to Corby.";
    let told = title(text, |m| {
        m.named("Lund Harbour Board", EntityKind::Organisation);
        m.clause("The Lund Harbour Board, which had seen the results,", "has sent", Tense::Perfect);
    });
    assert_eq!(told, "The Lund Harbour Board has sent two pilots to Corby");
}

#[test]
fn a_time_of_the_clause_before_is_none_of_this_one() {
    let text = "Norway in March offered two ferries to Lund, and has pressed Corby to sell a third.";
    let told = title(text, |m| {
        m.when("March", "2024-03").only("has pressed Corby to sell a third");
        m.clause("Norway", "has pressed", Tense::Perfect).shared_subject("Norway in March");
    });
    assert_eq!(told, "Norway has pressed Corby to sell a third");
}

#[test]
fn words_in_quotation_marks_are_no_reports_own() {
    let text = "“Norway has sold two ferries to the town of Corby.”";
    let told = |by: &str| {
        let text = format!("{text} {by}");
        title(&text, |m| {
            m.quote("Norway has sold two ferries to the town of Corby.");
            m.only("Norway has sold two ferries to the town of Corby");
            m.clause("Norway", "has sold", Tense::Perfect);
            if !by.is_empty() {
                m.holder("Anna Berg", "said").commitment(Commitment::Attributed, "said");
            }
        })
    };
    assert_eq!(told("Anna Berg said so."), "Anna Berg: Norway has sold two ferries to the town of Corby");
    assert_eq!(told(""), "", "who said so?");
}

#[test]
fn what_is_compared_with_or_delivered_then_is_no_event_of_its_day() {
    let times = |text: &str, verb: &str, tense: Tense, time: (&str, &str), ahead: bool| {
        let told = report("one", "Valley Post", "2024-10-20").says_with(text, |m| {
            let subject = text.split(&format!(" {verb}")).next().unwrap_or_default().rsplit(", ").next();
            m.clause(subject.unwrap_or_default(), verb, tense).when(time.0, time.1);
            if ahead {
                m.commitment(Commitment::Expected, verb);
            }
        });
        relate::relate(&[told.done()], &Corpus::default()).claims[0].occasions.len()
    };
    let year = ("this year", "2024");
    let plan = "Lund will build four ferries for Corby against a planned 3 this year.";
    assert_eq!(times(plan, "will build", Tense::Future, year, true), 0, "that is what it is compared with");
    let plain = "Lund will build four ferries for Corby this year.";
    assert_eq!(times(plain, "will build", Tense::Future, year, true), 1);
    let salt = "Norwegian December salt rose in Lund to a price of ten crowns.";
    assert_eq!(times(salt, "rose", Tense::Past, ("December", "2023-12"), false), 0, "it is delivered then");
    let read = "As amended on 6 April 2025, Lund will leave the Corby harbour treaty.";
    assert_eq!(
        times(read, "will leave", Tense::Future, ("6 April 2025", "2025-04-06"), true),
        0,
        "it was amended then"
    );
    let offered = "Lund in July proposed to Corby the sale of all its ferries.";
    assert_eq!(times(offered, "proposed", Tense::Past, ("July", "2025-07"), true), 0, "that was a July before");
}

#[test]
fn one_deed_on_neighbouring_days_is_no_plain_agreement() {
    let read = |outlet: &str, text: &str| {
        let input = Input {
            id: outlet.to_owned(),
            title: Some(format!("Report {outlet}")),
            outlet: Some(outlet.to_owned()),
            published: When::parse("2024-05-20").ok(),
            text: text.to_owned(),
            ..Input::default()
        };
        extract::annotate(extract::clean(input), &Corpus::default())
    };
    let agreed = |one: &str, two: &str| {
        let one =
            format!("Anna Berg came to Arlen on {one} May and refused to meet the miners of Arlen.\n\nIt was mild.");
        let two = format!("Anna Berg came on {two} May and refused a meeting with the miners of Arlen. It rained.");
        let documents = [read("Arlen Courier", &one), read("Corby Herald", &two)];
        let related = relate::relate(&documents, &Corpus::default());
        related.claims.iter().any(|claim| claim.standing == Standing::Agreed && claim.title.contains("refused"))
    };
    assert!(agreed("3", "3"));
    assert!(!agreed("3", "4"), "on which day?");
}

#[test]
fn what_the_same_report_tells_as_done_is_not_open() {
    let open = |headline: &str, verb: &str, tense: Tense| {
        let told = report("one", "Valley Post", "2024-05-03")
            .says_with(headline, |m| _ = m.clause("Lund", verb, tense))
            .says_with("Lund will close its pier and ferry yard to the boats of Corby.", |m| {
                m.clause("Lund", "will close", Tense::Future).commitment(Commitment::Expected, "will");
            })
            .done();
        let other = report("two", "Corby Herald", "2024-05-03").says("Farmers of Ask brought in their hay.").done();
        let related = relate::relate(&[told, other], &Corpus::default());
        related.claims.iter().any(|claim| claim.open)
    };
    let plain = "Lund has painted its pier and ferry yard for the boats of Corby.";
    assert!(open(plain, "has painted", Tense::Perfect));
    let done = "Lund has closed its pier and ferry yard to the boats of Corby.";
    assert!(!open(done, "has closed", Tense::Perfect));
    assert!(!open(&done.replace("has closed", "closes"), "closes", Tense::Present));
}

#[test]
fn an_aside_that_is_open_and_a_speaker_behind_leave_no_title() {
    let told = |text: &str, only: &str| {
        title(text, |m| {
            m.only(only).clause("Norway", "has sold", Tense::Perfect);
        })
    };
    let whole = "Norway has sold the old Corby pier";
    assert_eq!(told(&format!("{whole} and left."), whole), whole);
    let aside = "Norway has sold the old Corby pier -- the first of three";
    assert_eq!(told(&format!("{aside} that it had -- to Lund."), aside), "", "to whom?");
    assert_eq!(told(&format!("{whole} and left Lund, notes Mr. Lind."), whole), "", "his words");
}

#[test]
fn a_year_stays_before_what_is_held_against_another() {
    let text = "In 2023 Corby Yard sold 40 ferries to Norway, a rise of 5 pct against 2022.";
    let told = title(text, |m| {
        m.named("Corby Yard", EntityKind::Organisation).when("2023", "2023").clause("Corby Yard", "sold", Tense::Past);
    });
    assert_eq!(told, "In 2023, Corby Yard sold 40 ferries to Norway, a rise of 5 pct against 2022");
}

#[test]
fn words_of_one_in_whose_sentence_another_is_named_are_not_told_as_one_ones() {
    let text = "“Norway must take its two ferries away from the town of Corby.”";
    let one = |id: &str, before: &str, by: &str| {
        let marks = |m: &mut Marks<'_>| {
            m.quote("Norway must take its two ferries away from the town of Corby.");
            m.only("Norway must take its two ferries away from the town of Corby");
            m.clause("Norway", "must take", Tense::Modal);
            if by.is_empty() {
                m.named("Olaf Lind", EntityKind::Person);
            } else {
                m.holder(by, "said").commitment(Commitment::Attributed, "said");
            }
        };
        report(id, id, "2024-05-03").says_with(format!("{before}{text} {by} said so.").trim(), marks).done()
    };
    let plain = [one("one", "", "Anna Berg"), one("two", "", "Anna Berg")];
    assert!(title_of(&plain, "ferries").starts_with("Anna Berg: "), "both have it from her");
    let other = [one("one", "", "Anna Berg"), one("two", "Olaf Lind stood up: ", "")];
    assert_eq!(title_of(&other, "ferries"), "", "hers or his?");
}

#[test]
fn an_office_is_told_whole_and_nobody_by_whom_they_speak_for_alone() {
    let told = |by: &str, tail: &str| {
        let text = format!("Norway sold two ferries to the town of Corby, {by}{tail} said.");
        title(&text, |m| {
            m.only("Norway sold two ferries to the town of Corby").clause("Norway", "sold", Tense::Past);
            m.holder(by, "said").commitment(Commitment::Attributed, "said");
            if by.ends_with("Berg") {
                m.named("Berg", EntityKind::Person);
            }
        })
    };
    let sold = "Norway sold two ferries to the town of Corby";
    let office = "Federal Office of Works, Trade and Harbours";
    assert_eq!(told("Federal Office of Works", ", Trade and Harbours"), format!("{office}: {sold}"));
    assert_eq!(told("Federal Office of Works", ""), format!("Federal Office of Works: {sold}"));
    assert_eq!(told("a spokeswoman for Berg", ""), "", "which Berg?");
}
