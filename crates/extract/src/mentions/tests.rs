use model::{Alias, Corpus, EntityKind, Text};

use crate::Input;

/// The mentions of a text as `words = name (kind)`.
fn found(text: &str, corpus: &Corpus) -> Vec<String> {
    let input = Input { id: "a".to_owned(), text: text.to_owned(), ..Input::default() };
    let annotated = crate::annotate(crate::plain(input), corpus);
    let counted = Text::new(&annotated.document.text);
    let show = |m: &model::Mention| format!("{} = {} ({:?})", counted.cut(m.span), m.name, m.kind);
    annotated.mentions.iter().map(show).collect()
}

#[test]
fn short_forms_are_tied_to_the_full_name() {
    let text = "Transport Minister Anna Berg met Karl Holm in Oslo on Monday. Ms. Berg said Holm’s plan was late.";
    assert_eq!(
        found(text, &Corpus::default()),
        [
            "Anna Berg = Anna Berg (Person)",
            "Karl Holm = Karl Holm (Person)",
            "Oslo = Oslo (Place)",
            "Berg = Anna Berg (Person)",
            "Holm = Karl Holm (Person)",
        ]
    );
}

#[test]
fn a_role_stands_for_whom_the_text_gave_it_to() {
    let text =
        "Norwegian Prime Minister Karl Holm spoke first. The Norwegian prime minister then left. The king stayed.";
    assert_eq!(
        found(text, &Corpus::default()),
        ["Karl Holm = Karl Holm (Person)", "The Norwegian prime minister = Karl Holm (Person)",]
    );
    let text = "Anna Berg, the mayor, opened the bridge. The mayor was late.";
    assert!(found(text, &Corpus::default()).contains(&"The mayor = Anna Berg (Person)".to_owned()));
}

#[test]
fn organisations_go_by_their_initials() {
    let text = "The Northern Bridge Authority (NBA) closed it. The NBA gave no reason.";
    assert_eq!(
        found(text, &Corpus::default()),
        [
            "Northern Bridge Authority = Northern Bridge Authority (Organisation)",
            "NBA = Northern Bridge Authority (Organisation)",
            "NBA = Northern Bridge Authority (Organisation)",
        ]
    );
}

#[test]
fn letters_that_everybody_knows_are_short_for_no_name_that_comes_late() {
    let text =
        "HWA was there. HWA asked. HWA left, and HWA came back. He saw it on the Holy Word Alliance. HWA did not.";
    assert!(found(text, &Corpus::default()).iter().all(|name| !name.starts_with("HWA = Holy")));
}

#[test]
fn the_corpus_knows_other_names() {
    let alias = |name: &str, kind, alias: &str| Alias { name: name.into(), kind, aliases: vec![alias.into()] };
    let corpus = Corpus {
        names: vec![alias("Northern Bridge Authority", EntityKind::Organisation, "the Bridge Office")],
        ..Corpus::default()
    };
    assert_eq!(
        found("Nobody at the Bridge Office answered.", &corpus),
        ["the Bridge Office = Northern Bridge Authority (Organisation)"]
    );
}

#[test]
fn capitals_that_name_nobody() {
    let corpus = Corpus::default();
    assert_eq!(
        found("Officials said on Monday that Norwegian ships left. It rained in May.", &corpus),
        Vec::<String>::new()
    );
    assert_eq!(found("Minister Opens New Bridge After Long Delay", &corpus), Vec::<String>::new());
}

#[test]
fn titles_of_many_words_are_no_part_of_the_name() {
    let corpus = Corpus::default();
    assert_eq!(
        found("It was signed by Oslo City Council Chairman Karl Holm in Saudi Arabia.", &corpus),
        ["Oslo = Oslo (Place)", "Karl Holm = Karl Holm (Person)", "Saudi Arabia = Saudi Arabia (Place)",]
    );
    assert_eq!(
        found("The Northern Bridge Treaty was signed.", &corpus),
        ["Northern Bridge Treaty = Northern Bridge Treaty (Other)"]
    );
}

/// The people of a text, each once, with what it calls them: `name: description; …`.
fn people(text: &str) -> Vec<String> {
    let input = Input { id: "a".to_owned(), text: text.to_owned(), ..Input::default() };
    let annotated = crate::annotate(crate::plain(input), &Corpus::default());
    let counted = Text::new(&annotated.document.text);
    let mut names: Vec<&str> = Vec::new();
    for mention in annotated.mentions.iter().filter(|m| m.kind == EntityKind::Person) {
        if !names.contains(&mention.name.as_str()) {
            names.push(&mention.name);
        }
    }
    let described = |name: &str| {
        let said = annotated.descriptions.iter().filter(|d| d.name == name).map(|d| counted.cut(d.span));
        said.collect::<Vec<_>>().join("; ")
    };
    names.into_iter().map(|name| format!("{name}: {}", described(name))).collect()
}

#[test]
fn titles_and_parties_are_no_part_of_a_name() {
    for (text, expected) in [
        ("Harbour MP Mona Tveit asked. The plan stays.", "Mona Tveit: Harbour MP"),
        ("But Senators Mona Tveit left.", "Mona Tveit: "),
        (
            "The board's chief of staff met White House Chief of Staff Karl Holm.",
            "Karl Holm: White House Chief of Staff",
        ),
        ("Orle Nurse Mona Tveit stayed at home.", "Mona Tveit: Orle Nurse"),
        ("KOLM (NPA) – Secretary of State Karl Holm left.", "Karl Holm: Secretary of State"),
        ("As Ambassador Mona Tveit said, it was late.", "Mona Tveit: Ambassador"),
        ("It was Martin Luther King who spoke.", "Martin Luther King: "),
        ("Dean Holm said it was late.", "Dean Holm: "),
        ("Will Kerr said the road was open.", "Will Kerr: "),
        ("Later, May Osterby said the road was open.", "May Osterby: "),
        ("It was Mona May who spoke in May.", "Mona May: "),
        ("President Park Jin-hee said so. Park left.", "Park Jin-hee: President"),
        ("Anna van der Holm spoke. Van der Holm left.", "Anna van der Holm: "),
        ("Roger “Rusty” Tveit, a baker, spoke. Tveit left.", "Roger “Rusty” Tveit: baker"),
        ("AMY TVEIT spoke. Tveit left.", "Amy Tveit: "),
        ("Jon P. Holm spoke. Jonathan Holm left.", "Jon P. Holm: "),
    ] {
        assert_eq!(people(text), [expected], "{text}");
    }
}

#[test]
fn what_is_no_person_is_none() {
    for text in [
        "Nurses Without Limits said it was late.",
        "Storm Anna came. Anna left.",
        "Norlines said it would buy Ostship.",
        "The newspaper Nilo Ilbo said so.",
        "The Osterau Standard reported it. Nilo Ilbo reported it too.",
        "St. Brieux is a town. Sarah lives in St. Brieux.",
        "Will the road open in May?",
        "Doctors in Kolm said so on Tuesday.",
    ] {
        let found: Vec<String> = people(text).into_iter().filter(|person| !person.starts_with("Sarah")).collect();
        assert_eq!(found, Vec::<String>::new(), "{text}");
    }
}

#[test]
fn a_family_name_of_two_is_nobody_s_in_particular() {
    let tied = "President Holm spoke. His wife, Anna Holm, listened. Holm left.";
    assert!(
        found(tied, &Corpus::default()).contains(&"Holm = Holm (Person)".to_owned()),
        "{:?}",
        found(tied, &Corpus::default())
    );
    let two = "Anna Holm met Karl Holm. Ms. Holm left. Mr. Holm stayed. Holm spoke.";
    let found = found(two, &Corpus::default());
    assert_eq!(found[2..4], ["Holm = Anna Holm (Person)", "Holm = Karl Holm (Person)"], "{found:?}");
    assert!(found.iter().skip(4).all(|last| !last.contains(" = Anna") && !last.contains(" = Karl")), "{found:?}");
}

#[test]
fn descriptions_stand_at_the_name_and_name_nobody_else() {
    for (text, expected) in [
        ("Karl Holm, the head of the Kolm harbour board, left.", "Karl Holm: head of the Kolm harbour board"),
        ("The mayor, Karl Holm, left.", "Karl Holm: mayor"),
        ("Karl Holm, 51, a senior analyst at the institute, left.", "Karl Holm: senior analyst at the institute"),
        ("Karl Holm, that angered the president and many others, left.", "Karl Holm: "),
        ("Karl Holm, president says it all, left.", "Karl Holm: "),
        ("The Northern Front leader was killed. Karl Holm said so.", "Karl Holm: "),
    ] {
        assert_eq!(people(text), [expected], "{text}");
    }
    assert_eq!(
        people(
            "Energy Secretary Mona Tveit and Foreign Minister Karl Holm met. Karl Holm, Mayor Ida Lund and others left."
        ),
        ["Mona Tveit: Energy Secretary", "Karl Holm: Foreign Minister", "Ida Lund: Mayor"]
    );
}

#[test]
fn a_description_ends_where_the_office_does() {
    for (text, expected) in [
        ("It was Harbour Board spokesman Col. Karl Holm who left.", "Karl Holm: Harbour Board spokesman"),
        ("Attorney General Karl Holm left.", "Karl Holm: Attorney General"),
        ("Maj. Gen. Karl Holm left.", "Karl Holm: Maj. Gen."),
        ("Norland's harbour minister, Mona Tveit, left.", "Mona Tveit: harbour minister"),
        ("Mona Tveit, the former head of the firm to be sold, left.", "Mona Tveit: former head of the firm"),
        ("Mona Tveit met Tveit associate Karl Holm.", "Mona Tveit: |Karl Holm: "),
    ] {
        assert_eq!(people(text).join("|"), expected, "{text}");
    }
    // What a paper is called is nobody.
    assert_eq!(people("A northern newspaper, Nilo Ilbo, reported on Monday that it sank."), Vec::<String>::new());
}

#[test]
fn streets_counties_cars_and_wards_are_no_people() {
    for text in [
        "The boat was seen on Charlotte Avenue and near Etta Terrace on Monday.",
        "It burned in Lee County, and the owner lives in Ruby Springs.",
        "He drove a blue Ford Mustang to the pier.",
        "It happened in East Arlen, and in Northeast Kolm as well.",
        "She works at Lee Health System and for Kolm EMS in the town.",
        "Police in Prince George's County said so.",
        "The king lives in King County.",
    ] {
        assert_eq!(people(text), Vec::<String>::new(), "{text}");
    }
    let text = "JD Berg met Prince George's County Executive Mona Tveit on Monday. Later JD Berg left.";
    let found = people(text);
    assert!(found == ["JD Berg: ", "Mona Tveit: County Executive"], "{found:?}");
}

#[test]
fn what_somebody_is_called_besides_is_no_second_person() {
    let text = "Karl Tveit, aka Smoky, was late on Monday. They asked Smoky and Tveit to come.";
    assert_eq!(found(text, &Corpus::default()).iter().filter(|name| name.contains("= Karl Tveit")).count(), 4);
}

#[test]
fn what_befell_somebody_is_no_office() {
    let described = |text: &str| -> Vec<String> {
        let input = Input { id: "a".to_owned(), text: text.to_owned(), ..Input::default() };
        let annotated = crate::annotate(crate::plain(input), &Corpus::default());
        let counted = Text::new(&annotated.document.text);
        annotated.descriptions.iter().map(|found| counted.cut(found.span).to_owned()).collect()
    };
    for (text, expected) in [
        ("They met the family of Officer Karl Tveit in Kolm.", Some("Officer")),
        ("They met the slain officer Karl Tveit in Kolm.", Some("officer")),
        ("They asked suspect Karl Tveit in Kolm.", None),
        ("Karl Tveit, the suspect, was late.", None),
        ("In his remark President Karl Tveit was mild.", Some("President")),
        ("They met state Sen. Karl Tveit in Kolm.", Some("state Sen.")),
        ("They met Joint Chiefs of Staff Chairman Karl Tveit in Kolm.", Some("Joint Chiefs of Staff Chairman")),
    ] {
        assert_eq!(described(text), expected.into_iter().map(str::to_owned).collect::<Vec<_>>(), "{text}");
    }
}

#[test]
fn general_is_a_title_before_a_person_and_part_of_a_firms_name() {
    assert_eq!(
        found("Secretary General Ban Holm said it was late.", &Corpus::default()),
        ["Ban Holm = Ban Holm (Person)"]
    );
    let firm = found("The yard was sold to General Acquisition in May.", &Corpus::default());
    assert!(firm.iter().any(|line| line.starts_with("General Acquisition = General Acquisition")), "{firm:?}");
}
