use model::{Corpus, Text};

use crate::Input;

/// The attributions of a text as `source | cue | content`, pieces joined with " / ".
fn found(text: &str) -> Vec<String> {
    let input = Input { id: "a".to_owned(), text: text.to_owned(), ..Input::default() };
    let annotated = crate::annotate(crate::plain(input), &Corpus::default());
    let counted = Text::new(&annotated.document.text);
    let join = |spans: &[model::Span]| spans.iter().map(|&span| counted.cut(span)).collect::<Vec<_>>().join(" / ");
    annotated
        .attributions
        .iter()
        .map(|a| format!("{} | {} | {}", join(&a.source), join(&a.cue), join(&a.content)))
        .collect()
}

#[test]
fn the_speaker_stands_before_after_or_within() {
    assert_eq!(
        found("The minister said that the bridge was safe."),
        ["The minister | said | that the bridge was safe"]
    );
    assert_eq!(found("The bridge is safe, the minister said."), ["the minister | said | The bridge is safe"]);
    assert_eq!(
        found("“The bridge is safe,” said Anna Berg, the minister of transport."),
        ["Anna Berg, the minister of transport | said | “The bridge is safe,”"]
    );
    assert_eq!(
        found("“The bridge,” Ms. Berg said, “is safe.” She left."),
        ["Ms. Berg | said | “The bridge,” / “is safe.”"]
    );
    assert_eq!(
        found("The plan, officials said, is to rebuild the bridge."),
        ["officials | said | The plan / is to rebuild the bridge"]
    );
}

#[test]
fn a_quotation_goes_on_after_its_speaker() {
    assert_eq!(
        found("“It is safe,” she said. “We tested it. Twice.”\n\nNobody asked."),
        ["she | said | “It is safe,” / “We tested it. Twice.”"]
    );
    assert_eq!(found("Berg said:\n\nThe end."), Vec::<String>::new());
}

#[test]
fn hearers_and_places_do_not_part_a_verb_from_its_content() {
    assert_eq!(
        found("Berg told reporters on Monday that the works would stop."),
        ["Berg | told | that the works would stop"]
    );
    assert_eq!(
        found("In a letter, the company's lawyers have also argued that the fine is too high."),
        ["the company's lawyers | have also argued | that the fine is too high"]
    );
}

#[test]
fn sources_that_are_not_the_subject_of_a_verb() {
    assert_eq!(
        found("According to the ministry, the bridge was closed in May."),
        ["the ministry | According to | the bridge was closed in May"]
    );
    assert_eq!(
        found("The mayor rejected the ministry's claim that the bridge was safe."),
        [
            "The mayor | rejected | the ministry's claim that the bridge was safe",
            "the ministry's | claim | that the bridge was safe",
        ]
    );
    assert_eq!(found("The bridge is expected to open in June."), [" | is expected | The bridge / to open in June"]);
    assert_eq!(found("It is believed that the bridge will open."), [" | is believed | that the bridge will open"]);
}

#[test]
fn attitudes_count_as_well() {
    assert_eq!(
        found("The union wants to strike, while the mayor hopes to settle the dispute."),
        ["The union | wants | to strike", "the mayor | hopes | to settle the dispute",]
    );
    assert_eq!(found("The council called for a new bridge."), ["The council | called for | a new bridge"]);
}

#[test]
fn a_source_within_a_content_keeps_its_own_attribution() {
    assert_eq!(
        found("The paper reported that officials said the bridge was unsafe."),
        [
            "The paper | reported | that officials said the bridge was unsafe",
            "officials | said | the bridge was unsafe",
        ]
    );
}

/// The speakers of a text's attributions.
fn speakers(text: &str) -> Vec<String> {
    let input = Input { id: "a".to_owned(), text: text.to_owned(), ..Input::default() };
    let annotated = crate::annotate(crate::plain(input), &Corpus::default());
    annotated.attributions.into_iter().map(|a| a.speaker.unwrap_or_default()).collect()
}

#[test]
fn a_source_is_known_by_the_name_in_it_or_before_it() {
    let text = "Transport Minister Anna Berg said the bridge was safe. “We tested it,” she said. Mr. Holm said it was not. \
                Ms. Berg, a former engineer, said he was wrong. “Nobody asked me,” he said.";
    assert_eq!(speakers(text), ["Anna Berg", "Anna Berg", "Holm", "Anna Berg", "Holm"]);
    assert_eq!(speakers("A spokesman for Karl Holm said the bridge was safe."), ["A spokesman for Karl Holm"]);
    assert_eq!(speakers("Karl Holm's office said the bridge was safe."), ["Karl Holm's office"]);
    assert_eq!(speakers("President Karl Holm opened the bridge. The president said it was safe."), ["Karl Holm"]);
    assert_eq!(speakers("Residents said the bridge was unsafe. They said it shook."), ["Residents", "Residents"]);
}

#[test]
fn other_places_for_a_cue() {
    assert_eq!(found("As the mayor noted on Monday, the bridge is old."), ["the mayor | noted | the bridge is old"]);
    assert_eq!(
        found("The works, which officials said will start in May, are cheap."),
        ["officials | said | which / will start in May"]
    );
    assert_eq!(found("Residents were worried about the noise."), ["Residents | were worried about | the noise"]);
    assert_eq!(
        found("The union went on to say that it would strike."),
        ["The union | went on to say | that it would strike"]
    );
    assert_eq!(
        found("The mayor expressed confidence that the bridge would hold."),
        ["The mayor | expressed confidence | that the bridge would hold"]
    );
}

#[test]
fn a_transcript_names_its_speakers_before_a_colon() {
    assert_eq!(
        found("Holm: Not yet. Ask me tomorrow.\n\nBerg: I did."),
        ["Holm | : | Not yet. Ask me tomorrow", "Berg | : | I did"]
    );
}

#[test]
fn roles_that_are_adjectives_too_speak() {
    for role in
        ["the chief", "a senior official", "the general", "the accused", "the principal", "a local", "a top executive"]
    {
        assert_eq!(found(&format!("The bridge fell, {role} said.")), [format!("{role} | said | The bridge fell")]);
        assert_eq!(found(&format!("“The bridge fell,” said {role}.")), [format!("{role} | said | “The bridge fell,”")]);
    }
    assert_eq!(found("The general public said nothing."), Vec::<String>::new());
}

#[test]
fn single_marks_are_quotation_marks() {
    assert_eq!(found("‘We left early,’ Karl Holm said."), ["Karl Holm | said | ‘We left early,’"]);
    assert_eq!(found("'The pilots' boat sank,' officials said."), ["officials | said | 'The pilots' boat sank,'"]);
    assert_eq!(found("The owners’ lawyer said the boat sank."), ["The owners’ lawyer | said | the boat sank"]);
}

#[test]
fn quotations_go_on_and_begin_on_the_next_line() {
    assert_eq!(
        found("“It sank,” Karl Holm said. “We saw it.\n\n“It was loud.”\n\nIt rained."),
        ["Karl Holm | said | “It sank,” / “We saw it. / “It was loud.”"]
    );
    assert_eq!(found("“It sank.\n\n“It was loud,” Karl Holm said."), ["Karl Holm | said | “It sank. / “It was loud,”"]);
    assert_eq!(
        found("'It sank and won't rise.\n\n'The pilots' boat did too,' Karl Holm said."),
        ["Karl Holm | said | 'It sank and won't rise. / 'The pilots' boat did too,'"]
    );
    assert_eq!(
        found("Karl Holm, the mayor, told reporters:\n\n“It sank.”"),
        ["Karl Holm, the mayor, | told | “It sank.”"]
    );
}

#[test]
fn a_label_names_the_speaker() {
    assert_eq!(found("Mayor Karl Holm: “The boat sank.”"), ["Mayor Karl Holm | : | “The boat sank.”"]);
    assert_eq!(found("“The boat sank.”\n\n– Karl Holm, pilot"), ["Karl Holm, pilot | – | “The boat sank.”"]);
    assert_eq!(
        found("Off to the harbour now! — Mona Tveit (@monat) May 3, 2031"),
        ["Mona Tveit | — | Off to the harbour now!"]
    );
    assert_eq!(found("It rained: “the boat” sank."), Vec::<String>::new());
}

#[test]
fn nicknames_are_nobody_s_speech() {
    assert_eq!(found("Roger ‘Rusty’ Tveit said it sank."), ["Roger ‘Rusty’ Tveit | said | it sank"]);
    assert_eq!(
        found("“It sank,” said a pilot who goes by “Rusty.”"),
        ["a pilot who goes by “Rusty.” | said | “It sank,”"]
    );
}

#[test]
fn a_pronoun_stands_for_the_only_one_who_fits() {
    for (text, expected) in [
        ("Anna Holm met Karl Tveit. She said it sank.", "Anna Holm"),
        ("Anna Holm met Mona Tveit. She said it sank.", "speaker unknown"),
        ("Karl Tveit was shot dead. He said it sank.", "speaker unknown"),
        ("Karl Tveit died on Monday. Jon Holm came. He said it sank.", "Jon Holm"),
        ("Jon Holm came late. He said Karl Tveit was ill.", "Jon Holm"),
        ("The mayor came. “Karl Tveit is ill,” he said.", "The mayor"),
        ("It said the boat sank.", "speaker unknown"),
        ("The Kolm Harbour Board met. It said the boat sank.", "Kolm Harbour Board"),
        ("The Holm administration said the boat sank.", "The Holm administration"),
    ] {
        assert_eq!(speakers(text).last().map(String::as_str), Some(expected), "{text}");
    }
}

#[test]
fn turns_of_an_interview_go_on() {
    let text = "HOLM: It sank.\n\nIt was loud.\n\nMR. TVEIT: Who saw it?\n\nHOLM: We all did.\n\nThe mayor left.";
    assert_eq!(
        found(text),
        ["HOLM | : | It sank.\n\nIt was loud", "MR. TVEIT | : | Who saw it?", "HOLM | : | We all did"]
    );
    assert_eq!(found("Weather: It rained."), Vec::<String>::new());
}

/// Who says what is in quotation marks, as `words | speaker`; a dash where nobody is told.
fn quoted(text: &str) -> Vec<String> {
    let input = Input { id: "a".to_owned(), text: text.to_owned(), ..Input::default() };
    let annotated = crate::annotate(crate::plain(input), &Corpus::default());
    let counted = Text::new(&annotated.document.text);
    let all = annotated.statements.iter().flat_map(|statement| statement.quotes.iter().zip(&statement.quoted));
    all.map(|(&span, name)| format!("{} | {}", counted.cut(span), if name.is_empty() { "-" } else { name })).collect()
}

#[test]
fn whoever_shrugs_or_nods_beside_a_quotation_says_it() {
    assert_eq!(found("“We can wait,” Ms. Berg shrugged."), ["Ms. Berg | shrugged | “We can wait,”"]);
    assert_eq!(
        found("Ms. Berg shook her head: “We have waited for ten long years.”"),
        ["Ms. Berg | shook | “We have waited for ten long years.”"]
    );
    assert_eq!(
        found("Wrote Ms. Berg: \"We have waited for ten long years.\""),
        ["Ms. Berg | Wrote | \"We have waited for ten long years.\""]
    );
    // Two who could have said it.
    assert_eq!(
        found("Ms. Berg met the mayor, and Mr. Holm shook his head: “We have waited for ten long years.”"),
        Vec::<String>::new()
    );
}

#[test]
fn a_quotation_of_its_own_paragraph_goes_on_with_the_speaker_before() {
    assert_eq!(
        quoted("“The pier is gone,” said Anna Berg.\n\n“Nobody will build another one.”\n\n“We have no money.”"),
        ["The pier is gone | Anna Berg", "Nobody will build another one | Anna Berg", "We have no money | Anna Berg"]
    );
    assert_eq!(
        quoted("Anna Berg told the board that the pier was gone. “Nobody will build another one.”"),
        ["Nobody will build another one | Anna Berg"]
    );
    // Two spoke: nobody knows.
    assert_eq!(
        quoted("Anna Berg said it was gone, and Karl Holm said it was not.\n\n“Nobody will build another one.”"),
        ["Nobody will build another one | -"]
    );
}

#[test]
fn clipped_words_belong_to_the_subject_of_their_verb() {
    let of = |text: &str| quoted(text).join("; ");
    assert_eq!(of("Anna Berg thanked the pilots for their “quiet work” at the pier."), "quiet work | Anna Berg");
    assert_eq!(of("The board was shut in what Anna Berg called a “dark week” for Kolm."), "dark week | Anna Berg");
    assert_eq!(of("Karl Holm left the pier, calling the owners “mere boys”."), "mere boys | Karl Holm");
    assert_eq!(of("Anna Berg told reporters on Monday that the owners were “mere boys”."), "mere boys | Anna Berg");
    // Names, nicknames and doubts are nobody's words.
    assert_eq!(of("The ferry “Lady Anna” left the pier on Monday."), "");
    assert_eq!(of("Karl Holm was accused of “hostile acts” in May."), "");
}

#[test]
fn a_further_verb_goes_on_with_the_speaker_and_not_with_whom_they_speak_of() {
    assert_eq!(
        found("Ms. Berg said the owners were late, adding that the pier was shut.")[1],
        "Ms. Berg | adding | that the pier was shut"
    );
    assert_eq!(
        found("Ms. Berg said the talks had begun but said the pier was shut.")[1],
        "Ms. Berg | said | the pier was shut"
    );
}

#[test]
fn scripts_and_agencies_name_their_speakers() {
    assert_eq!(
        found("(SOUNDBITE) (English) KOLM MAYOR ANNA BERG SAYING: \"We have no money for a pier.\""),
        ["KOLM MAYOR ANNA BERG | SAYING: | \"We have no money for a pier.\""]
    );
    assert_eq!(
        found("“We have no money,” the mayor was quoted as saying."),
        ["the mayor | was quoted as saying | “We have no money,”"]
    );
    assert_eq!(found("The count is rising, the WHO said."), ["the WHO | said | The count is rising"]);
}

#[test]
fn what_leads_up_to_a_clause_belongs_to_it() {
    assert_eq!(
        found("In Kolm, the pier was shut, Ms. Berg said in a message."),
        ["Ms. Berg | said in a message | In Kolm, the pier was shut"]
    );
    assert_eq!(found("In a letter, the owners said."), Vec::<String>::new());
    assert_eq!(
        found("Ms. Berg said that, far from being sad, she felt free."),
        ["Ms. Berg | said | that, far from being sad, she felt free"]
    );
    assert_eq!(
        found("The board issued a statement saying that the pier was shut."),
        ["The board | issued a statement saying | that the pier was shut"]
    );
    assert_eq!(
        found("The pilot flew to Kolm to avoid, he said, being jailed."),
        ["he | said | The pilot flew to Kolm to avoid / being jailed"]
    );
    assert_eq!(
        found("Radio Kolm quoted a pilot as saying that the pier was shut."),
        ["a pilot | quoted a pilot as saying | that the pier was shut"]
    );
    // A name between marks is nobody's words.
    assert_eq!(quoted("One pilot, known only as “Shorty,” said boats had left."), Vec::<String>::new());
}

#[test]
fn subjects_are_found_over_what_is_told_of_them() {
    for (text, source) in [
        ("People briefed on the sale say that the mayor has left.", "People briefed on the sale"),
        ("Anna Berg, speaking at a rally in Kolm, Ohio, said the pier was shut.", "Anna Berg"),
        ("A poll of the town released on Tuesday showed that nobody cared.", "A poll of the town released on Tuesday"),
        ("Opponents of closing the pier say it will cost jobs.", "Opponents of closing the pier"),
        ("Organizers of the push to close the pier said it had failed.", "Organizers of the push to close the pier"),
        ("A panel of pilots led by Olaf Lind agreed that the pier was old.", "A panel of pilots led by Olaf Lind"),
        (
            "Friends of Holm's who have seen him on the pier say he is well.",
            "Friends of Holm's who have seen him on the pier",
        ),
        ("“Both scare me,” Olaf Lind, 30, of Kolm, Ohio, who was asked, said.", "Olaf Lind, 30, of Kolm, Ohio"),
        ("“The pier fell,” Anna C. Berg, a teacher, wrote.", "Anna C. Berg, a teacher,"),
        ("Anna Lind, an aide, calls her record a model for the coast.", "Anna Lind, an aide,"),
        ("Some said they had laughed at it.", "Some"),
        ("Another says the coast has twice as many.", "Another"),
        ("The town pays the pilots, according to campaign manager Olaf Lind.", "campaign manager Olaf Lind"),
        ("“The pier will stay,” said Sen. Olaf Lind (D-Kolm), a pilot.", "Sen. Olaf Lind (D-Kolm), a pilot"),
        ("The pier fell, according to three people briefed on the matter.", "three people briefed on the matter"),
    ] {
        let all = found(text);
        assert!(all.iter().any(|line| line.starts_with(&format!("{source} | "))), "{text}: {all:?}");
    }
}

#[test]
fn who_goes_on_to_speak_is_not_whom_they_speak_of() {
    for (text, source) in [
        ("A guide declined to say how many people were hurt, but said that three boats were lost.", "A guide"),
        ("Holm rejected the idea that the changes were a defeat and said that the pier would stay.", "Holm"),
    ] {
        let all = found(text);
        let last = all.iter().find(|line| line.contains("| said |"));
        assert!(last.is_some_and(|line| line.starts_with(source)), "{text}: {all:?}");
    }
}

#[test]
fn a_content_holds_what_belongs_to_it_and_no_more() {
    for (text, content) in [
        ("Berg hailed the deal as “fantastic.”", "the deal as “fantastic.”"),
        ("Holm defended the mayor in an interview with the Post.", "the mayor"),
        (
            "She said the boats were late - even if the storm was weak.",
            "the boats were late - even if the storm was weak",
        ),
        (
            "If it rains, the town waits. If rain makes the road soft, he said, the town can wait.",
            "If rain makes the road soft / the town can wait",
        ),
        ("But, he said, it is late.", "But / it is late"),
        ("In towns like Kolm, he said, the ice is thin.", "In towns like Kolm / the ice is thin"),
        ("Given its luck, the pier will stay, board spokesman Olaf Lind said.", "Given its luck, the pier will stay"),
        ("A poll showed Berg in third place.", "Berg in third place"),
        ("He spoke, admitting that he was late but warning that others were worse.", "that he was late"),
    ] {
        let all = found(text);
        assert!(all.iter().any(|line| line.ends_with(&format!("| {content}"))), "{text}: {all:?}");
    }
}
