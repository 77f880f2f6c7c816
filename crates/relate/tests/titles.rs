//! What a claim is called.

mod support;

use model::{Commitment, Corpus, EntityKind, Polarity, Tense};
use support::{Marks, report};

/// The title of the only statement of a report, empty where it has none.
fn title(text: &str, marks: impl FnOnce(&mut Marks<'_>)) -> String {
    let documents = [report("one", "Valley Post", "2024-05-03").says_with(text, marks).done()];
    let mut related = relate::relate(&documents, &Corpus::default());
    let claim = related.claims.pop().expect("a claim");
    if claim.stands { claim.title } else { String::new() }
}

/// The title of a sentence whose subject is told with it.
fn told(text: &str, subject: &str, verb: &str) -> String {
    title(text, |m| _ = m.clause(subject, verb, Tense::Past))
}

#[test]
fn a_surname_is_told_in_full() {
    let text = "Mr. Lind sold the Lund ferries to Norway.";
    let told = title(text, |m| _ = m.short_for("Lind", "Olaf Lind").verb("sold", Tense::Past));
    assert_eq!(told, "Olaf Lind sold the Lund ferries to Norway");
    let text = "The Lind plan cost Norway two ferries.";
    let told = title(text, |m| _ = m.short_for("Lind", "Olaf Lind").verb("cost", Tense::Past));
    assert_eq!(told, "", "a name before a noun stays, and whose plan is not which plan");
}

#[test]
fn times_are_told_from_any_day() {
    let sold = |text: &str, time: &str, edtf: &str, tense: Tense, verb: &str| {
        title(text, |m| {
            m.clause("Norway", verb, tense).when(time, edtf);
            if tense == Tense::Future {
                m.commitment(Commitment::Expected, verb);
            }
        })
    };
    let past = sold("Norway sold two ferries to Lund on Tuesday.", "Tuesday", "2024-04-30", Tense::Past, "sold");
    assert_eq!(past, "Norway sold two ferries to Lund", "when it was its date tells");
    let ahead =
        sold("Norway will sell two ferries to Lund on Tuesday.", "Tuesday", "2024-05-07", Tense::Future, "will sell");
    assert_eq!(ahead, "Norway will sell two ferries to Lund on 7 May 2024");
    let until = sold("Norway kept two ferries in Lund until last month.", "last month", "2024-04", Tense::Past, "kept");
    assert_eq!(until, "Norway kept two ferries in Lund until April 2024");
    let month = sold("Norway sold two ferries to Lund in April.", "April", "2024-04", Tense::Past, "sold");
    assert_eq!(month, "Norway sold two ferries to Lund in April 2024");
    let noun =
        sold("Norway sold two ferries at the Tuesday auction in Lund.", "Tuesday", "2024-04-30", Tense::Past, "sold");
    assert_eq!(noun, "", "a time that belongs to a noun neither goes nor stays");
}

#[test]
fn what_somebody_says_is_told_with_their_name() {
    let text = "Berg said Norway sold two ferries to Lund.";
    let by = |holder: &'static str, verb: &str| {
        let said = format!("Norway {verb} to Lund");
        title(&text.replace("Berg", holder).replace("Norway sold two ferries to Lund", &said), |m| {
            m.holder(holder, "said").commitment(Commitment::Attributed, "said");
            m.only(&said).clause("Norway", verb.split(' ').next().unwrap_or(verb), Tense::Past);
        })
    };
    assert_eq!(by("Anna Berg", "sold two ferries"), "Anna Berg: Norway sold two ferries to Lund");
    assert_eq!(by("Swedish officials", "sold two ferries"), "Swedish officials: Norway sold two ferries to Lund");
    assert_eq!(by("The leader", "made an absurd offer"), "", "whose view that is only the report tells");
    assert_eq!(by("The harbour master", "sold two ferries"), "The harbour master: Norway sold two ferries to Lund");
    assert_eq!(by("The company", "sold two ferries"), "", "which company only the report tells");
    assert_eq!(by("officials", "sold two ferries"), "", "whose officials only the report tells");
    assert_eq!(by("The Norwegian journalist", "sold two ferries"), "", "there are many");
    assert_eq!(by("The country's health minister", "sold two ferries"), "", "of which country?");
    assert_eq!(by("The ferry building company", "sold two ferries"), "", "which company?");
    assert_eq!(by("Other Lund traders", "sold two ferries"), "", "and other than which?");
}

#[test]
fn a_title_says_what_all_its_statements_say() {
    let day = |id: &'static str, outlet: &'static str| report(id, outlet, "2024-05-03");
    let one = "Norway sold two ferries to Lund in an Ask hotel.";
    let two = "Norway sold two ferries to Lund.";
    let documents = [
        day("one", "Valley Post").says_with(one, |m| _ = m.clause("Norway", "sold", Tense::Past)).done(),
        day("two", "Harbour News").says_with(two, |m| _ = m.clause("Norway", "sold", Tense::Past)).done(),
    ];
    let related = relate::relate(&documents, &Corpus::default());
    let titles: Vec<&str> = related.claims.iter().map(|claim| claim.title.as_str()).collect();
    assert_eq!(titles, ["Norway sold two ferries to Lund"], "what only one of them adds is left out");
}

/// The title of the claim that two reports make, each in a sentence of somebody's.
fn title_of_two(says: [(&str, &str, &str); 2]) -> String {
    let documents = says.map(|(id, who, text)| {
        let said = text.strip_suffix('.').and_then(|text| text.split_once(" said ")).expect("whose words").1;
        report(id, &format!("{id} Post"), "2024-05-03")
            .says_with(text, |m| {
                m.holder(who, "said").named(who, EntityKind::Person).commitment(Commitment::Attributed, "said");
                m.only(said).clause("Norway", "sold", Tense::Past);
            })
            .done()
    });
    let related = relate::relate(&documents, &Corpus::default());
    let told = related.claims.iter().find(|claim| claim.articles() == 2).expect("a claim of both");
    if told.stands { told.title.clone() } else { String::new() }
}

#[test]
fn the_same_words_of_two_people_are_told_as_nobodys() {
    let lind = ("one", "Olaf Lind", "Olaf Lind said Norway sold two ferries to Lund.");
    let berg = |text| title_of_two([lind, ("two", "Anna Berg", text)]);
    assert_eq!(berg("Anna Berg said Norway sold two ferries to Lund."), "", "one of them was misheard");
    assert!(
        berg("Anna Berg said Norway sold two old ferries to Lund.").contains("Norway sold two"),
        "they may both say it"
    );
}

/// The claim of two reports that differ on the day of a sale.
fn of_two_days(outlets: [&str; 2]) -> model::Claim {
    let day = |id: &str, outlet: &str, day: &str, edtf: &str| {
        let text = format!("Norway sold two old ferries of the Ask line to Lund on {day} May 2024.");
        let when = format!("{day} May 2024");
        report(id, outlet, "2024-05-09")
            .says_with(&text, |m| _ = m.clause("Norway", "sold", Tense::Past).when(&when, edtf))
            .done()
    };
    let documents = [day("one", outlets[0], "3", "2024-05-03"), day("two", outlets[1], "4", "2024-05-04")];
    let mut claims = relate::relate(&documents, &Corpus::default()).claims;
    claims.retain(|claim| claim.articles() == 2);
    claims.pop().expect("a claim of both")
}

#[test]
fn a_day_on_which_reports_differ_is_told_by_none() {
    let claim = of_two_days(["Valley Post", "Harbour News"]);
    assert_eq!(claim.title, "Norway sold two old ferries of the Ask line to Lund");
    let labels = |claim: &model::Claim| claim.occasions.iter().map(|o| o.label.clone()).collect::<Vec<_>>();
    assert!(labels(&claim).iter().all(|label| label.contains("Post: ") || label.contains("News: ")), "{claim:?}");
    let one = of_two_days(["Valley Post", "Valley Post"]);
    assert_eq!(labels(&one), Vec::<String>::new(), "whose day is right that name doesn't tell");
}

#[test]
fn a_day_that_is_spoken_of_is_no_date() {
    let night = |text: &str| title(text, |m| _ = m.clause("Tonight", "was", Tense::Past).when("Tonight", "2024-05-03"));
    assert_eq!(night("Tonight was the loudest night of Lund in Norway."), "");
}

#[test]
fn a_month_long_before_its_report_dates_no_event() {
    let occasions = |edtf: &str, published: &str| {
        let text = "Norway sold two ferries to Lund on October 8.";
        let documents = [report("one", "Valley Post", published)
            .says_with(text, |m| _ = m.clause("Norway", "sold", Tense::Past).when("October 8", edtf))
            .done()];
        relate::relate(&documents, &Corpus::default()).claims[0].occasions.len()
    };
    assert_eq!(occasions("2023-10-08", "2024-01-03"), 1);
    assert_eq!(occasions("2023-10-08", "2024-09-30"), 0, "it may be that of the caption's own year");
}

#[test]
fn a_verb_needs_what_it_takes() {
    assert_eq!(told("Norway destroyed in Lund on a cold morning of 1998.", "Norway", "destroyed"), "");
    assert_eq!(told("Norway urged the people of Lund in a letter.", "Norway", "urged"), "");
    let sold = "Norway urged the people of Lund to sell two ferries";
    assert_eq!(told(&format!("{sold}."), "Norway", "urged"), sold);
}

#[test]
fn what_one_report_alone_says_has_to_tell_more() {
    assert_eq!(told("Norway still wants two ferries from Lund.", "Norway", "wants"), "", "as of when?");
    assert_eq!(told("Norway promised more ferries to Lund.", "Norway", "promised"), "", "than what?");
    assert_eq!(told("Norway regretted the Lund decision to cancel.", "Norway", "regretted"), "", "what?");
    assert_eq!(told("Opponents sold two ferries to Lund.", "Opponents", "sold"), "", "whose?");
}

#[test]
fn what_only_the_report_knows_is_no_title() {
    assert_eq!(told("Norway denied any part in both attacks.", "Norway", "denied"), "");
    assert_eq!(told("Norway bought the other ship from Lund.", "Norway", "bought"), "");
    assert_eq!(told("Norway had that chance in Lund for years.", "Norway", "had"), "");
    assert_eq!(told("A crowd of Swedes ignored them in Lund.", "A crowd of Swedes", "ignored"), "");
    assert_eq!(told("Norway has appeared undeterred.", "Norway", "has appeared"), "");
    assert_eq!(told("Norway declined to comment on the Lund ferries.", "Norway", "declined"), "");
    assert_eq!(told("Norway made a disastrous bargain in Lund.", "Norway", "made"), "", "nobody says that it is");
}

#[test]
fn what_limits_a_statement_stays() {
    let text = "In some cases, Norway sold ferries to Lund for years.";
    assert_eq!(told(text, "Norway", "sold"), "In some cases, Norway sold ferries to Lund for years");
    let text = "Norway will sell two ferries to Lund if the river rises.";
    let cut = title(text, |m| {
        m.commitment(Commitment::Expected, "will");
        m.only("Norway will sell two ferries to Lund").clause("Norway", "will sell", Tense::Future);
    });
    assert_eq!(cut, "", "its condition stands behind it");
    let text = "For instance, Norway sold two ferries to Lund.";
    assert_eq!(told(text, "Norway", "sold"), "Norway sold two ferries to Lund", "that only joins it");
}

#[test]
fn another_year_is_set_by_the_sentence_before() {
    let flood = |text: &str, edtf: &str, year: &str| {
        let documents = [report("one", "Valley Post", "2024-05-03")
            .says_with(text, |m| _ = m.clause("The river Ask", "rose", Tense::Past).when(year, edtf))
            .says_with("The Lund hospital lost two hundred beds to water.", |m| {
                m.named("Lund", EntityKind::Place).verb("lost", Tense::Past);
            })
            .done()];
        // Both stand in one paragraph.
        let mut documents = documents;
        let all = documents[0].document.passages[1].span.end;
        documents[0].document.passages[0].span.end = all;
        documents[0].statements[1].passage = 0;
        let related = relate::relate(&documents, &Corpus::default());
        related.claims.iter().filter(|claim| claim.stands).any(|claim| claim.title.starts_with("The Lund hospital"))
    };
    assert!(!flood("The river Ask rose by ten metres in 1998.", "1998", "1998"));
    assert!(flood("The river Ask rose by ten metres in May 2024.", "2024-05", "May 2024"));
}

#[test]
fn a_negation_stays_in_the_title() {
    let text = "Norway did not sell the Lund ferries.";
    let negated = title(text, |m| _ = m.clause("Norway", "did not sell", Tense::Past).polarity(Polarity::Negated));
    assert_eq!(negated, "Norway did not sell the Lund ferries");
}

#[test]
fn a_story_is_called_by_the_event_that_its_reports_tell() {
    let told = |id: &str, text: &str| {
        report(id, id, "2024-05-03")
            .says_with(text, |m| {
                m.clause("Olaf Lind", "was arrested", Tense::Past).named("Olaf Lind", EntityKind::Person);
            })
            .done()
    };
    let documents = [
        told("one", "Olaf Lind was arrested in Lund over the sale of two ferries."),
        told("two", "Olaf Lind was arrested in Lund over the sale of the two ferries."),
    ];
    let related = relate::relate(&documents, &Corpus::default());
    assert_eq!(related.stories[0].title, "Arrest of Olaf Lind");
    let one = relate::relate(&documents[..1], &Corpus::default());
    assert_eq!(one.stories[0].title, one.claims[0].title, "one report is called by what it says");
}

#[test]
fn a_value_that_others_give_otherwise_is_told_with_whose_word_it_is() {
    let told = |outlet: &str, text: &str, subject: &str, verb: &str, count: f64| {
        report(outlet, outlet, "2024-05-02")
            .says_with(text, |m| {
                m.named("Arlen", EntityKind::Place);
                m.number(&format!("{count} workers"), count, Some(count), "worker").clause(subject, verb, Tense::Past);
            })
            .done()
    };
    let one = "A fire in the Arlen paper mill killed 14 workers.";
    let two = "A fire in the paper mill of Arlen killed 40 workers.";
    let documents = [
        told("Courier", one, "A fire in the Arlen paper mill", "killed", 14.0),
        told("Herald", two, "A fire in the paper mill of Arlen", "killed", 40.0),
    ];
    let related = relate::relate(&documents, &Corpus::default());
    let claim = related.claims.iter().find(|claim| claim.members.len() == 2).expect("one claim");
    assert!(!claim.discrepancies.is_empty(), "they differ");
    assert!(claim.title.starts_with("Courier: A fire") || claim.title.starts_with("Herald: A fire"), "{}", claim.title);
}

#[test]
fn one_of_two_times_and_a_hope_are_no_events() {
    let occasions = |text: &str, verb: &str, times: &[(&str, &str)]| {
        let documents = [report("one", "Valley Post", "2024-05-03")
            .says_with(text, |m| {
                m.clause("Norway", verb, Tense::Past);
                times.iter().for_each(|(words, edtf)| _ = m.when(words, edtf));
            })
            .done()];
        relate::relate(&documents, &Corpus::default()).claims[0].occasions.len()
    };
    let (march, april) = (("March 2024", "2024-03"), ("April 2024", "2024-04"));
    assert_eq!(occasions("Norway sold two ferries to Lund in April 2024.", "sold", &[april]), 1);
    assert_eq!(occasions("Norway sold ferries to Lund in March 2024 and April 2024.", "sold", &[march, april]), 0);
    assert_eq!(occasions("Norway had hoped to sail from Lund in April 2024.", "had hoped", &[april]), 0);
}

#[test]
fn a_first_name_alone_says_too_little() {
    let text = "Mirabel crossed the Ask to Norway in a small boat.";
    let of = |others: &[&str]| {
        let mut one = report("one", "Valley Post", "2024-05-03").says_with(text, |m| {
            m.named("Mirabel", EntityKind::Person).clause("Mirabel", "crossed", Tense::Past);
        });
        for other in others {
            let says = format!("{other} lived in a mill by the water.");
            one = one.says_with(&says, |m| _ = m.named(other, EntityKind::Person));
        }
        let related = relate::relate(&[one.done()], &Corpus::default());
        let found = related.claims.into_iter().find(|claim| claim.title.contains("crossed")).expect("a claim");
        if found.stands { found.title } else { String::new() }
    };
    assert_eq!(of(&[]), "", "who?");
    assert_eq!(of(&["Mirabel Strand"]), "Mirabel Strand crossed the Ask to Norway in a small boat");
    assert_eq!(of(&["Mirabel Strand", "Mirabel Oduya"]), "", "which of them?");
}

#[test]
fn what_a_title_speaks_of_is_told() {
    assert_eq!(told("A third victim was taken to a house in Lund by two men.", "A third victim", "was taken"), "");
    assert_eq!(told("Norway met the council of Lund at the League.", "Norway", "met"), "", "which league?");
    assert_eq!(told("Norway was equally sure that two ferries had left Lund.", "Norway", "was"), "", "as whom?");
    assert_eq!(told("Norway would sell two ferries, Lund closed its Ask pier.", "Norway", "would sell"), "");
    let elder = "Norway called the elder Lind a friend of Lund.";
    let elder = title(elder, |m| _ = m.short_for("Lind", "Olaf Lind").clause("Norway", "called", Tense::Past));
    assert!(!elder.contains("elder Olaf"), "{elder}");
}

#[test]
fn a_noun_is_known_where_all_reports_tell_of_one() {
    let told = |others: &str| {
        let day = |id: &str| {
            report(id, id, "2024-05-03")
                .says_with("The flood left forty farms of Norway under water.", |m| {
                    m.named("Norway", EntityKind::Place).clause("The flood", "left", Tense::Past);
                })
                .says(others)
                .done()
        };
        let related = relate::relate(&[day("one"), day("two"), day("three")], &Corpus::default());
        related.claims.iter().any(|claim| claim.stands && claim.title.starts_with("The flood left"))
    };
    assert!(told("Boats came to Norway from the coast."));
    assert!(!told("Two floods had come to Norway before."), "which of them?");
}

#[test]
fn whoever_says_so_is_told_whole() {
    let text = "Norway and allied officials said Lund sold two ferries to Corby.";
    let told = title(text, |m| {
        m.holder("Norway", "said").commitment(Commitment::Attributed, "said");
        m.only("Lund sold two ferries to Corby").clause("Lund", "sold", Tense::Past);
    });
    assert_eq!(told, "", "it is more than Norway's word");
}

#[test]
fn what_was_once_or_did_not_happen_on_a_day_keeps_its_time() {
    let past = title("Fever in the past has been seen almost only in Norway and Corby.", |m| {
        m.clause("Fever", "has been seen", Tense::Perfect).when("the past", "../2024-05-03");
    });
    assert!(past.is_empty() || past.contains("in the past"), "{past}");
    let text = "Olaf Lind did not come to his school in Corby on Tuesday.";
    let told = title(text, |m| {
        m.named("Olaf Lind", EntityKind::Person).clause("Olaf Lind", "did not come", Tense::Past);
        m.when("Tuesday", "2024-04-30").polarity(Polarity::Negated);
    });
    assert_eq!(told, "Olaf Lind did not come to his school in Corby on 30 April 2024");
    let today = title("Norway can not admit that it has no ferries today for Lund and Corby.", |m| {
        m.clause("Norway", "can not admit", Tense::Modal).when("today", "2024-05-03");
    });
    assert_eq!(today, "", "nowadays");
}

#[test]
fn what_tells_who_writes_is_no_title() {
    let is = |what: &str| {
        title(&format!("Anna Berg is {what} the Lund Post."), |m| {
            m.named("Anna Berg", EntityKind::Person).clause("Anna Berg", "is", Tense::Present);
        })
    };
    assert_eq!(is("a columnist for"), "");
    assert_eq!(is("the owner of"), "Anna Berg is the owner of the Lund Post");
}

#[test]
fn whom_somebody_told_is_no_part_of_what_was_told() {
    let text = "Berg told Nordpress clashes had broken out in Corby and Lund.";
    let told = title(text, |m| {
        m.only("Nordpress clashes had broken out in Corby and Lund");
        m.holder("Berg", "told").commitment(Commitment::Attributed, "told");
        m.clause("Nordpress clashes", "had broken", Tense::Past);
    });
    assert_eq!(told, "");
}

#[test]
fn a_year_stands_once() {
    let year = title("Corby Lines had 2023 sales of 20 ferries last year.", |m| {
        m.clause("Corby Lines", "had", Tense::Past).when("last year", "2023");
    });
    assert!(year.matches("2023").count() < 2, "{year}");
}
