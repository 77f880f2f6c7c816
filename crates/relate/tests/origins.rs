//! What ties documents to one origin, and what does not.
#![allow(clippy::unwrap_used, reason = "tests")]

mod support;

use model::{Annotated, Claim, Commitment, Corpus, EntityKind, Standing, TieKind};
use support::{Report, report};

const NEWS: &str = "The dam above Arlen lost water through a crack on Sunday";

/// The claim on the dam.
fn claim(documents: &[Annotated]) -> Claim {
    let relations = relate::relate(documents, &Corpus::default());
    relations.claims.into_iter().find(|c| c.members.iter().any(|m| (m.document, m.statement) == (0, 0))).unwrap()
}

/// A report that has the news from somebody.
fn from(report: Report, who: &str) -> Report {
    report.says_with(&format!("{NEWS}, {who} said."), |m| {
        m.named("Arlen", EntityKind::Place).holder(who, "said").commitment(Commitment::Attributed, "said");
    })
}

#[test]
fn two_voices_are_two_origins() {
    let claim = claim(&[
        report("one", "Courier", "2024-05-01").says(&format!("{NEWS}.")).done(),
        report("two", "Herald", "2024-05-01")
            .says("A crack in the dam above Arlen let water through on Sunday.")
            .done(),
    ]);
    assert_eq!((claim.articles(), claim.origins.len()), (2, 2));
    assert_eq!(claim.standing, Standing::Agreed);
}

#[test]
fn one_agency_is_one_origin() {
    let claim = claim(&[
        from(report("one", "Courier", "2024-05-01"), "the Water Board").done(),
        report("two", "Herald", "2024-05-01")
            .says_with("The Water Board says a crack in the dam above Arlen lost water on Sunday.", |m| {
                m.named("Arlen", EntityKind::Place).holder("The Water Board", "says");
                m.commitment(Commitment::Attributed, "says");
            })
            .done(),
        report("zwei", "Post", "2024-05-01")
            .says_with("A crack in the dam above Arlen lost water on Sunday, Anna Berg told us.", |m| {
                m.named("Arlen", EntityKind::Place).holder("Anna Berg", "told");
                m.commitment(Commitment::Attributed, "told");
            })
            .done(),
    ]);
    assert_eq!((claim.articles(), claim.origins.len()), (3, 2));
    let shared = claim.origins.iter().find(|o| o.documents.len() == 2).unwrap();
    assert_eq!(shared.ties[0].kind, TieKind::Upstream);
    assert!(shared.why.contains("Documents 1 and 2 name the same source"), "{}", shared.why);
}

/// Two reports of the news, of which the first credits an agency, and the second cites it for the news or for something
/// else.
fn credited(cited_for: &str) -> Vec<Annotated> {
    let second = report("two", "Herald", "2024-05-02");
    let own = "A crack in the dam above Arlen let water through on Sunday.";
    let cites = |m: &mut support::Marks<'_>| {
        m.holder("Nordpress", "According to").commitment(Commitment::Attributed, "According to");
    };
    let second = if cited_for == "the news" {
        second.says_with(&format!("According to Nordpress, {}", own.replacen('A', "a", 1)), cites)
    } else {
        second.says(own).says_with("According to Nordpress, nobody was hurt.", cites)
    };
    vec![
        report("one", "", "2024-05-01")
            .says(&format!("{NEWS}."))
            .credit("Nordpress reporters Carl Dorn and Eva Falk contributed to this report.")
            .done(),
        second.done(),
    ]
}

#[test]
fn a_credit_line_ties_to_whoever_cites_it_for_the_same() {
    let claim = claim(&credited("the news"));
    assert_eq!(claim.origins.len(), 1);
    assert_eq!((claim.origins[0].name.as_str(), claim.origins[0].ties[0].kind), ("Nordpress", TieKind::Credit));
    assert_eq!(claim.standing, Standing::OneOrigin);
}

#[test]
fn what_a_report_has_from_others_beside_it_does_not_tie_it() {
    assert_eq!(claim(&credited("something else")).origins.len(), 2);
}

#[test]
fn an_agency_is_one_origin_under_two_outlets() {
    let carries = |id: &str, outlet: &str, credit: &str, says: &str| {
        report(id, outlet, "2024-05-01").credit(credit).says(says).done()
    };
    let other = "A crack in the dam above Arlen let water through on Sunday.";
    for credit in ["(NPA)", "With reporting by NPA", "Copyright 2024 NPA"] {
        let claim =
            claim(&[carries("one", "Courier", "(NPA)", &format!("{NEWS}.")), carries("two", "Herald", credit, other)]);
        let names: Vec<&str> = claim.origins.iter().map(|origin| origin.name.as_str()).collect();
        assert_eq!((claim.articles(), names), (2, vec!["NPA"]), "{credit}");
    }
    let people = [
        carries("one", "Courier", "Reporting by Anna Berg; editing by Eva Falk", &format!("{NEWS}.")),
        carries("two", "Herald", "Additional reporting by Eva Falk", other),
    ];
    let claim = claim(&people);
    let names: Vec<&str> = claim.origins.iter().map(|origin| origin.name.as_str()).collect();
    assert_eq!(names, ["Courier", "Herald"], "who writes for an outlet is its own");
}

#[test]
fn a_report_that_another_cites_is_one_origin_with_it() {
    let claim = claim(&[
        report("one", "The Harbour Journal", "2024-05-01").says(&format!("{NEWS}.")).done(),
        report("two", "Herald", "2024-05-02")
            .says_with("The Harbour Journal reported that a crack in the dam above Arlen let water through.", |m| {
                m.named("The Harbour Journal", EntityKind::Organisation).holder("The Harbour Journal", "reported");
            })
            .done(),
    ]);
    assert_eq!((claim.articles(), claim.origins.len()), (2, 1));
}

#[test]
fn a_law_that_two_reports_quote_ties_nothing() {
    let law = "no lorry of more than three tons may pass the road below the dam between dusk and dawn in any month";
    let quotes = |id: &str, outlet: &str, says: &str| {
        report(id, outlet, "2024-05-01")
            .says(says)
            .says_with(&format!("The road act holds that “{law}”."), |m| _ = m.quote(law))
            .done()
    };
    let claim = claim(&[
        quotes("one", "Courier", &format!("{NEWS}.")),
        quotes("two", "Herald", "A crack in the dam above Arlen let water through on Sunday."),
    ]);
    assert_eq!((claim.articles(), claim.origins.len()), (2, 2));
}

#[test]
fn shared_text_is_one_origin() {
    let rest = "Engineers lowered the lake by two metres within a day and closed the road below the dam to all \
        traffic until the wall has been looked at from both sides.";
    let claim = claim(&[
        report("one", "Courier", "2024-05-01").says(&format!("{NEWS}.")).says(rest).done(),
        report("two", "Herald", "2024-05-01").says(&format!("{NEWS}.")).says(&rest.replace("Engineers", "They")).done(),
    ]);
    assert_eq!(claim.origins.len(), 1);
    let tie = &claim.origins[0].ties[0];
    assert_eq!(tie.kind, TieKind::Reuse);
    assert!(tie.a.1.len() > 100 && tie.b.1.len() > 100);
}

#[test]
fn two_houses_that_print_one_quotation_are_not_said_to_name_each_other() {
    let words = "like a slow and steady rain through the eastern wall";
    let prints = |id: &str, outlet: &str| {
        report(id, outlet, "2024-05-01")
            .says_with(
                &format!(
                    "The great dam high above Arlen lost water through a long crack on Sunday morning, “{words}”."
                ),
                |m| _ = m.named("Arlen", EntityKind::Place).quote(words),
            )
            .done()
    };
    let claim = claim(&[prints("one", "Courier"), prints("two", "Herald")]);
    assert_eq!(claim.origins.len(), 1);
    let why = &claim.origins[0].why;
    assert!(why.contains("carry the same words of one speaker"), "{why}");
    assert!(!why.contains("published by") && !why.contains("publisher of") && !why.contains("name the same"), "{why}");
}

#[test]
fn hearsay_is_unknown() {
    let hearsay = |id: &str, outlet: &str| {
        report(id, outlet, "2024-05-01")
            .says_with("The dam above Arlen reportedly lost water through a crack on Sunday.", |m| {
                m.commitment(Commitment::Hedged, "reportedly");
            })
            .done()
    };
    let claim = claim(&[hearsay("one", "Courier"), hearsay("two", "Herald")]);
    assert_eq!(claim.origins.len(), 1);
    assert_eq!(claim.origins[0].name, "unknown");
}

#[test]
fn what_a_document_mainly_rests_on() {
    let relations = relate::relate(
        &[from(report("one", "Courier", "2024-05-01"), "the Water Board")
            .says("Water stood a metre high in the valley.")
            .credit("Source: the Water Board")
            .done()],
        &Corpus::default(),
    );
    assert_eq!(relations.origins.len(), 1);
    assert_eq!(relations.origins[0].documents, [0]);
    assert!(relations.origins[0].evidence[0].is_some());
}

#[test]
fn who_speaks_together_is_one_source_with_either() {
    let says = "the dam above the valley is safe, said";
    let both = report("one", "Courier", "2024-05-02")
        .says_with(&format!("{says} Anna Berg and Olaf Lind."), |m| {
            _ = m.holder("Anna Berg", "said").with("Olaf Lind", "said")
        })
        .done();
    let of = |id: &str, name: &str| {
        report(id, id, "2024-05-03").says_with(&format!("{says} {name}."), |m| _ = m.holder(name, "said")).done()
    };
    let relations = relate::relate(&[both, of("two", "Anna Berg"), of("three", "Olaf Lind")], &Corpus::default());
    let claim = &relations.claims[0];
    assert_eq!(claim.members.len(), 3);
    assert_eq!(claim.origins.len(), 1);
}

/// A report by which several, each with a verb, say the same; those in `names` are institutions.
fn voices(id: &str, names: &[&str], say: &[(&str, &str)]) -> Annotated {
    let said = ["is safe", "is now safe", "is quite safe", "is safe again"];
    let report = say.iter().zip(said).fold(report(id, "", "2024-05-02"), |report, ((who, verb), safe)| {
        report.says_with(&format!("{who} {verb} the dam above the valley {safe}."), |m| {
            m.holder(who, verb).commitment(Commitment::Attributed, verb);
            for name in names.iter().filter(|name| who.contains(*name)) {
                m.named(name, EntityKind::Organisation);
            }
        })
    });
    report.done()
}

/// The origins of the one claim that these voices make, and its standing.
fn heard(names: &[&str], say: &[(&str, &str)]) -> (Vec<String>, Standing, String) {
    let claim = claim(&[voices("one", names, say)]);
    assert_eq!(claim.members.len(), say.len());
    let names = claim.origins.iter().map(|origin| origin.name.clone()).collect();
    (names, claim.standing, claim.origins[0].why.clone())
}

const HARROW: &[&str] = &["Harrow Institute"];

#[test]
fn people_of_an_institution_are_no_origin_beside_it() {
    let told = [("Experts at the Harrow Institute", "say"), ("The analysts", "add"), ("The Harrow Institute", "holds")];
    let (origins, standing, why) = heard(HARROW, &told);
    assert_eq!((origins.as_slice(), standing), (["Harrow Institute".to_owned()].as_slice(), Standing::OneOrigin));
    let people = "its people are counted with it: “Experts at the Harrow Institute” and “The analysts”";
    assert!(why.contains(people), "{why}");
    for people in [
        "A Harrow Institute analyst",
        "The Harrow Institute's leading experts",
        "Two analysts with the Harrow Institute",
    ] {
        let (origins, ..) = heard(HARROW, &[("The Harrow Institute", "holds"), (people, "say")]);
        assert_eq!(origins, ["Harrow Institute"], "{people}");
    }
}

/// Whom a report means by `who`, which says after others what the Harrow Institute says in the next report.
fn meant(before: &[&str], who: &str) -> String {
    let mut names = vec!["Harrow Institute", "Dorn Institute", "Ministry of Water"];
    let mut first = report("one", "", "2024-05-02");
    for (other, topic) in before.iter().zip(["Lorries use old roads", "Schools were shut", "Bread costs more"]) {
        first = first.says_with(&format!("{topic}, {other} say."), |m| {
            _ = m.holder(other, "say");
            names.retain(|name| {
                !other.contains(name) || {
                    _ = m.named(name, EntityKind::Organisation);
                    false
                }
            });
        });
    }
    let says = "the old stone dam above the salmon river valley is safe";
    let documents = [
        first.says_with(&format!("{who} add {says}."), |m| _ = m.holder(who, "add")).done(),
        report("two", "", "2024-05-03")
            .says_with(&format!("The Harrow Institute holds {says}."), |m| {
                m.named("Harrow Institute", EntityKind::Organisation).holder("The Harrow Institute", "holds");
            })
            .done(),
    ];
    let relations = relate::relate(&documents, &Corpus::default());
    let of_last = |c: &&Claim| c.members.iter().any(|m| (m.document, m.statement) == (0, before.len() as u32));
    let claim = relations.claims.iter().find(of_last).unwrap();
    assert_eq!(claim.members.len(), 2);
    claim.origins[claim.members[0].origin as usize].name.clone()
}

#[test]
fn a_definite_description_goes_back_to_whom_the_text_brought_in() {
    let (experts, researchers) = ("experts at the Harrow Institute", "researchers at the Dorn Institute");
    for who in ["The experts", "The two analysts", "The institute", "The institute's scientists"] {
        assert_eq!(meant(&[experts], who), "Harrow Institute", "{who}");
    }
    assert_eq!(meant(&["people at the Harrow Institute"], "The analysts"), "Harrow Institute", "it has analysts");
    assert_eq!(meant(&[experts, researchers], "The experts"), "Harrow Institute", "by the noun");
    assert_eq!(meant(&[experts, researchers], "The researchers"), "Dorn Institute", "by the noun");
}

#[test]
fn a_new_description_and_one_that_several_fit_are_unknown() {
    let experts = "experts at the Harrow Institute";
    for who in ["Some experts", "Experts", "The officials", "The other experts", "The leaders"] {
        assert_eq!(meant(&[experts], who), "unknown", "{who}");
    }
    assert_eq!(meant(&[experts, "some experts abroad"], "The experts"), "unknown", "the last who were brought in");
    assert_eq!(meant(&[experts, "Norwegian officials"], "The officials"), "Norwegian officials", "not the institute");
    let both = ["people at the Harrow Institute", "people at the Dorn Institute"];
    assert_eq!(meant(&both, "The analysts"), "unknown", "either has analysts");
    assert_eq!(meant(&["people at the Ministry of Water"], "The analysts"), "unknown");
}

#[test]
fn people_of_another_kind_or_new_ones_are_nobodys() {
    let experts = ("Experts at the Harrow Institute", "say");
    for other in ["The officials", "Officials", "Some experts", "Former experts of the Harrow Institute", "The leaders"]
    {
        let (origins, standing, why) = heard(HARROW, &[experts, (other, "add")]);
        assert!(!why.contains(&format!("“{other}”")), "{why}");
        let nameless = other.split(' ').all(|word| word != "Harrow");
        assert_eq!((origins.len(), standing), (if nameless { 1 } else { 2 }, Standing::OneOrigin), "{origins:?}");
        assert_eq!(why.contains("who has no name is not counted apart"), nameless, "{why}");
    }
    let two = ["Harrow Institute", "Dorn Institute"];
    let told = [("The Harrow Institute", "holds"), ("The Dorn Institute", "holds"), ("The analysts", "add")];
    let (_, _, why) = heard(&two, &told);
    assert!(!why.contains("its people"), "either may be meant: {why}");
}

#[test]
fn one_report_never_agrees() {
    let offices = ["Ministry of Water", "Ministry of Roads"];
    let (origins, standing, _) =
        heard(&offices, &[("The Ministry of Water", "says"), ("The Ministry of Roads", "says")]);
    assert_eq!((origins.len(), standing), (2, Standing::OneOrigin), "each can be asked, but one report has both");
    let (origins, standing, _) = heard(&offices, &[("The Ministry of Water", "says"), ("The ministry", "adds")]);
    assert_eq!((origins.len(), standing), (1, Standing::OneOrigin));
    let (origins, standing, _) = heard(&offices, &[("The Ministry of Water", "says"), ("Two people", "add")]);
    assert_eq!((origins.len(), standing), (1, Standing::OneOrigin));
}

#[test]
fn a_bare_plural_means_those_of_its_own_sentence() {
    let says = "A deal is near, Norwegian officials said, but officials warned that the dam above Arlen is at risk.";
    let report = report("one", "", "2024-05-02").says_with(says, |m| _ = m.holder("officials warned", "warned"));
    let mut report = report.done();
    report.statements[0].holders[1].name = "officials".to_owned();
    let origin = claim(&[report]).origins[0].name.clone();
    assert_eq!(origin, "Norwegian officials");
}

#[test]
fn officials_are_no_word_of_the_institute_that_a_report_rests_on() {
    let rests = |who: &str, main: &str| {
        let report = report("one", "", "2024-05-02")
            .says_with(&format!("{NEWS}, {who} said."), |m| _ = m.holder(who, "said"))
            .credit(&format!("Source: {main}"));
        claim(&[report.done()]).origins[0].name.clone()
    };
    assert_eq!(rests("officials", "Harrow Institute"), "unknown");
    assert_eq!(rests("some experts", "Harrow Institute"), "unknown");
    assert_eq!(rests("it", "Harrow Institute"), "Harrow Institute");
    assert_eq!(rests("officials", "Nordpress"), "Nordpress", "an agency passes on what others say");
}

#[test]
fn a_place_carries_no_document() {
    let says = |report: Report, text: &str| {
        report.says_with(text, |m| _ = m.holder("Arlen", "says").named("Arlen", EntityKind::Place))
    };
    let first = says(report("one", "", "2024-05-02"), "Arlen says the dam is safe.");
    let document = says(first, "Arlen says the road is closed.").done();
    assert!(relate::relate(&[document], &Corpus::default()).origins.is_empty());
}

#[test]
fn an_abbreviation_is_the_name_that_it_stands_for_elsewhere() {
    let says = |report: Report, text: &str, who: &str| {
        report.says_with(text, |m| _ = m.holder(who, "hold").named(who, EntityKind::Organisation))
    };
    let first = says(
        report("one", "", "2024-05-02"),
        "The Harrow Institute hold the old dam above Arlen is safe.",
        "Harrow Institute",
    );
    let mut document = says(first, "HI hold the old dam above Arlen is now safe.", "HI").done();
    // As the text is read, a mention has the full name that it stands for, and a credit line what is written there.
    document.mentions[1].name = "Harrow Institute".to_owned();
    document.statements[1].participants[0].name = "Harrow Institute".to_owned();
    let claim = claim(&[document]);
    assert_eq!(claim.members.len(), 2);
    assert_eq!(claim.origins.len(), 1);
}

#[test]
fn letters_in_many_reports_are_no_name_that_one_has() {
    let letters = |n: usize| {
        report(&format!("r{n}"), "Courier", "2024-05-01")
            .says_with("HWA was told of the crack by a guard.", |m| {
                m.named("HWA", EntityKind::Organisation);
            })
            .done()
    };
    let named = report("late", "Herald", "2024-05-02")
        .says_with("The Holy Word Alliance prayed for the dam.", |m| {
            m.named("Holy Word Alliance", EntityKind::Organisation);
        })
        .done();
    let entities = |documents: &[Annotated]| -> Vec<String> {
        let all = relate::relate(documents, &Corpus::default()).entities;
        all.into_iter().map(|entity| entity.name).filter(|name| name.starts_with('H')).collect()
    };
    let many: Vec<Annotated> = (0..5).map(letters).chain([named.clone()]).collect();
    assert_eq!(entities(&many), ["Holy Word Alliance", "HWA"]);
    let few: Vec<Annotated> = (0..2).map(letters).chain([named]).collect();
    assert_eq!(entities(&few), ["Holy Word Alliance"]);
}

#[test]
fn what_nobody_knows_where_from_counts_beside_no_known_origin() {
    let heard = |id: &str, outlet: &str| {
        report(id, outlet, "2024-05-01")
            .says_with("A crack in the dam above Arlen reportedly let water through on Sunday.", |m| {
                m.named("Arlen", EntityKind::Place).commitment(Commitment::Hedged, "reportedly");
            })
            .done()
    };
    let own = report("one", "Courier", "2024-05-01").says(&format!("{NEWS}.")).done();
    let both = claim(&[own, heard("two", "Herald")]);
    assert!(both.origins.iter().any(|origin| origin.name == model::UNKNOWN_ORIGIN));
    assert_eq!((both.origins.len(), both.count_origins()), (2, 1));
    assert_eq!(claim(&[heard("one", "Courier"), heard("two", "Herald")]).count_origins(), 1);
}
