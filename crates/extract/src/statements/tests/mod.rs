mod commitments;
mod denials;
mod forecasts;
mod frames;
mod heard;
mod holders;
mod known;
mod limit;
mod opinions;
mod parts;
mod pronouns;
mod relatives;
mod silence;
mod speakers;
mod speech;
mod unsaid;
mod whose;

use model::{Annotated, Corpus, Text};

use crate::{Input, annotate, clean};

fn read(text: &str) -> Annotated {
    annotate(clean(Input { id: "a".to_owned(), text: text.to_owned(), ..Input::default() }), &Corpus::default())
}

/// Each statement as "words | commitment | cues", with "not" before the commitment of what is not so.
fn statements(text: &str) -> Vec<String> {
    let annotated = read(text);
    let text = Text::new(&annotated.document.text);
    let cues = |cues: &[model::Span]| cues.iter().map(|cue| text.cut(*cue)).collect::<Vec<_>>().join(", ");
    annotated.statements.iter().map(|s| format!("{} | {} | {}", text.cut(s.span), firmness(s), cues(&s.cues))).collect()
}

fn firmness(statement: &model::Statement) -> String {
    let not = if statement.polarity == model::Polarity::Negated { "not " } else { "" };
    format!("{not}{}", statement.commitment.word())
}

/// Each statement as "subject it shares > words".
fn with_subjects(text: &str) -> Vec<String> {
    let annotated = read(text);
    let text = Text::new(&annotated.document.text);
    let told = |s: &model::Statement| match s.subject {
        Some(subject) => format!("{} > {}", text.cut(subject), text.cut(s.span)),
        None => text.cut(s.span).to_owned(),
    };
    annotated.statements.iter().map(told).collect()
}

#[test]
fn coordinated_predicates_make_a_statement_each() {
    assert_eq!(
        statements("The company supplied the port with cranes, built a ferry and sold two tugs."),
        [
            "The company supplied the port with cranes | asserted | ",
            "built a ferry | asserted | ",
            "sold two tugs | asserted | ",
        ]
    );
    // A hedge may hold for all that comes after it.
    assert_eq!(
        statements("The company supplied the port with cranes, reportedly built a ferry and sold two tugs."),
        [
            "The company supplied the port with cranes | asserted | ",
            "reportedly built a ferry and sold two tugs | hedged | reportedly",
        ]
    );
}

#[test]
fn commitment_follows_the_cue() {
    for (text, expected) in [
        ("The harbour will close in May.", "The harbour will close in May | expected | will"),
        (
            "The ministers are expected to sign a treaty.",
            "The ministers are expected to sign a treaty | expected | are expected",
        ),
        ("The vote is planned for 5 May.", "The vote is planned for 5 May | expected | is planned"),
        ("Rain is expected on Friday.", "Rain is expected on Friday | expected | is expected"),
        ("The race is set for next week.", "The race is set for next week | expected | is set"),
        ("The hall is planned for 500 guests.", "The hall is planned for 500 guests | asserted | "),
        ("The film is set in 1920.", "The film is set in 1920 | asserted | "),
        ("The delay is due in part to snow.", "The delay is due in part to snow | asserted | "),
        ("The harbour may close in May.", "The harbour may close in May | hedged | may"),
        ("The owner is rumoured to have left.", "The owner is rumoured to have left | hedged | is rumoured"),
        ("The company denied the allegations.", "The company denied the allegations | denied | denied"),
        ("The council did not close the school.", "The council did not close the school | not asserted | "),
        ("The train derailed on Friday, 9 May 2031.", "The train derailed on Friday, 9 May 2031 | asserted | "),
        ("The harbour was not closed.", "The harbour was not closed | not asserted | "),
        ("The sale has not been confirmed.", "The sale has not been confirmed | hedged | has not been confirmed"),
        ("The harbour was closed on Monday.", "The harbour was closed on Monday | asserted | "),
    ] {
        assert_eq!(statements(text), [expected], "{text}");
    }
}

#[test]
fn questions_and_headings_say_nothing() {
    assert_eq!(statements("Will the harbour close?"), Vec::<String>::new());
    let text = "Harbour closes\n\nThe harbour of the northern town closed on Monday after a long dispute.\n\nWhat comes \
                next\n\nThe owners will meet the pilots in the town hall on Friday at noon.";
    assert_eq!(statements(text).len(), 2);
}

#[test]
fn a_headline_among_the_first_lines_is_a_statement_without_a_full_stop() {
    let text = "Harbour News\nPilots and Owners Still in Talks on Ferry Port\nMonday 4 May 2020 10:30\nTown to hold its \
                first ferry race\nThe pilots met the owners on Monday.\nThe long road to a ferry port\nThe town is glad.";
    assert_eq!(
        statements(text),
        [
            "Pilots and Owners Still in Talks on Ferry Port | asserted | ",
            "Town to hold its first ferry race | expected | to",
            "The pilots met the owners on Monday | asserted | ",
            "The town is glad | asserted | ",
        ]
    );
}

#[test]
fn holders_run_from_the_outlet_down_to_the_speaker() {
    let annotated =
        read("Source: NPA\n\nAnna Berg said that the harbour will be closed for a week, and nobody knew of it.");
    let names: Vec<&str> = annotated.statements[0].holders.iter().map(|holder| holder.name.as_str()).collect();
    assert_eq!(names, ["outlet unknown", "NPA", "Anna Berg"]);
    assert!(annotated.statements[0].holders[1].inferred);
}

#[test]
fn other_languages_are_told_and_left_alone() {
    let german = "Der Hafen der Stadt wurde am Montag geschlossen, weil ein Schiff auf Grund gelaufen war und die Lotsen \
                  nicht arbeiten wollten. Die Eigner haben den Streit nicht beendet.";
    let annotated = read(german);
    assert_ne!(annotated.document.language, "en");
    assert!(!annotated.document.passages.is_empty());
}

/// Each statement as "words | commitment | names of the holders but the first".
fn held(text: &str) -> Vec<String> {
    let annotated = read(text);
    let text = Text::new(&annotated.document.text);
    let names = |s: &model::Statement| s.holders.iter().skip(1).map(|h| h.name.clone()).collect::<Vec<_>>().join(" < ");
    annotated.statements.iter().map(|s| format!("{} | {} | {}", text.cut(s.span), firmness(s), names(s))).collect()
}

#[test]
fn relative_clauses_stand_with_what_they_speak_of() {
    assert_eq!(
        statements("The pilots met the owners, who are backed by the town."),
        ["The pilots met the owners, who are backed by the town | asserted | "]
    );
    assert_eq!(
        statements("Berg will go to the ferry fair in May, where both towns are expected to sign a treaty."),
        [
            "Berg will go to the ferry fair in May | expected | will",
            "both towns are expected to sign a treaty | expected | are expected",
        ]
    );
    assert_eq!(
        statements("The plans were shared, which pleased the pilots."),
        ["The plans were shared, which pleased the pilots | asserted | "]
    );
}

#[test]
fn what_only_qualifies_is_no_statement() {
    for text in [
        "The two towns look for a plan that promises to reshape the harbour.",
        "The talks were held between the pilots and the owners of the port.",
        "The port is a small but busy harbour whose owners are two families.",
        "The town fined pilots and owners that were involved in the sale.",
    ] {
        assert_eq!(statements(text).len(), 1, "{:?}", statements(text));
    }
}

#[test]
fn a_concession_has_a_holder_of_its_own() {
    assert_eq!(
        held("Although town officials said that the sale was not completed, pilots warned the port could close."),
        ["the sale was not completed | not attributed | town officials", "the port could close | hedged | pilots"]
    );
}

#[test]
fn a_quotation_is_held_to_its_end() {
    assert_eq!(
        held("Anna Berg explained that \"both ports have been calm. And that peace, I think, has been good for us.\""),
        [
            "both ports have been calm | attributed | Anna Berg",
            "that peace, I think, has been good for us | attributed | Anna Berg",
        ]
    );
}

#[test]
fn a_denial_stays_with_what_it_denies() {
    assert_eq!(
        held("The owners denied that the port was closed."),
        ["The owners denied that the port was closed | denied | The owners"]
    );
}

#[test]
fn a_statement_ends_and_begins_where_its_clause_does() {
    assert_eq!(
        held("The board said that development of the new pier was stopped."),
        ["development of the new pier was stopped | attributed | The board"]
    );
    assert_eq!(held("That pier was stopped, the board said."), ["That pier was stopped | attributed | the board"]);
}

#[test]
fn what_is_not_said_so_stays_with_the_words_that_say_so() {
    for text in [
        "Most pilots do not think Norland is serious about the port.",
        "Town officials did not say whether the ferry would sail.",
        "The board asked the owners if the pier was safe.",
        "Nobody said that the pier was safe.",
        "Berg doubts that the owners will sell the port.",
        "If Berg said that the pier was safe, the pilots would sail.",
        "The pilots hope the owners will sell the port.",
        "Norland may say that the treaty is dead.",
    ] {
        let found = statements(text);
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].starts_with(text.trim_end_matches('.')), "{found:?}");
    }
}

#[test]
fn pairs_conditions_and_halves_are_not_cut() {
    for text in [
        "Berg said that North and South Norland can not end the strike.",
        "The pilots will either sail on Monday or lose the contract.",
        "The vote may be held as soon as Berg and Lind can agree on a date.",
        "The port will close if the owners leave and the town does not pay.",
        "No pilot left the port and joined the union.",
        "The company went ahead and sold the tugs.",
        "The board has 300 confirmed, probable and suspected cases of rust.",
        "The town will be forced to return to the table and agree to more.",
        "Norland promised to turn the mine — dug deep into a hill and thought safe from floods — into a museum.",
        "The ferry always has been — and always will be — a gift to the town.",
        "The pilots left because the port was cold and the owners were mean.",
    ] {
        assert_eq!(statements(text).len(), 1, "{:?}", statements(text));
    }
}

#[test]
fn clauses_with_subjects_of_their_own_are_told_apart() {
    assert_eq!(
        statements("The owners closed the port on Monday, and the pilots left the town."),
        ["The owners closed the port on Monday | asserted | ", "the pilots left the town | asserted | "]
    );
    assert_eq!(
        statements("The town pays for the pier; the state has paid for the mill."),
        ["The town pays for the pier | asserted | ", "the state has paid for the mill | asserted | "]
    );
}

#[test]
fn a_concession_that_is_not_cut_keeps_its_opener() {
    let text = "Although bans on the pilots of Norland Ferries and Suland Lines were lifted, those in force remained.";
    let found = statements(text);
    assert!(found.len() == 2 || found[0].starts_with("Although"), "{found:?}");
}

#[test]
fn an_utterance_around_its_cue_is_one() {
    let text = "“If there is no sale,” Anna Berg said, “we will close the port.”";
    let annotated = read(text);
    assert_eq!(annotated.statements.len(), 1);
    let quotes: Vec<&str> = annotated.statements[0].quotes.iter().map(|quote| Text::new(text).cut(*quote)).collect();
    assert_eq!(quotes, ["If there is no sale", "we will close the port"]);
}

#[test]
fn what_says_nothing_by_itself_is_no_statement() {
    for text in ["If they want to meet.", "They very much want to do it.", "For the town of Arlen and its people."] {
        assert_eq!(statements(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn a_negation_that_is_undone_negates_nothing() {
    for text in [
        "There is no doubt that the mill burned on Monday.",
        "The owners did not rule out a sale of the mill.",
        "The fire did not go unnoticed.",
        "Nobody but the guard saw the fire.",
        "No sooner had the owners left than the mill burned.",
        "The rule does not allow the town to exclude the pilots.",
        "The owners could not have sold the mill without a vote.",
        "The mill not only burned but fell.",
        "The fine is no. 7 on the list.",
    ] {
        let found = read(text).statements;
        let denied =
            found.iter().any(|s| s.polarity == model::Polarity::Negated || s.commitment == model::Commitment::Denied);
        assert!(!found.is_empty() && !denied, "{text}: {:?}", statements(text));
    }
}

/// The subject that each statement shares with a clause before it; empty where it has its own.
fn subjects(text: &str) -> Vec<String> {
    let annotated = read(text);
    let text = Text::new(&annotated.document.text);
    annotated.statements.iter().map(|s| s.subject.map_or(String::new(), |span| text.cut(span).to_owned())).collect()
}

#[test]
fn a_shared_subject_is_told() {
    let shared = subjects("The company supplied the port with cranes, built a ferry and sold two tugs.");
    assert_eq!(shared, ["", "The company", "The company"]);
    let joined = subjects("The town has become poorer and has used up most of its coal.");
    assert_eq!(joined.last().map(String::as_str), Some("The town"));
    // What opens with a clause that hangs on it is not cut: the two may hang on it together.
    let opened = subjects("Since the long dispute began, the town has become poorer and has used up most of its coal.");
    assert_eq!(opened, [""]);
    let leaning = subjects("The pilot in the wheelchair opened the gate, and took the keys from the wall.");
    assert!(leaning.iter().all(|subject| subject != "the wheelchair"), "{leaning:?}");
}

/// The clause of the only statement of a text: "subject | verb | tense", and "timed" where its time is the verb's.
fn clause(text: &str) -> String {
    let annotated = read(text);
    let cut = |span| Text::new(&annotated.document.text).cut(span).to_owned();
    let found = annotated.statements.iter().find_map(|statement| statement.clause.as_ref());
    found.map_or_else(String::new, |found| {
        let subject = found.subject.map(cut).unwrap_or_default();
        format!("{subject} | {} | {:?}{}", cut(found.verb), found.tense, if found.timed { " timed" } else { "" })
    })
}

#[test]
fn a_clause_tells_subject_verb_and_tense() {
    for (text, expected) in [
        ("The owners of the mill sold two tugs on 5 May 2031.", "The owners of the mill | sold | Past timed"),
        ("The port will not be closed in May 2031.", "The port | will not be closed | Future timed"),
        ("On 5 May 2031, the council approved the plan.", "the council | approved | Past timed"),
        ("The mayor has opened the bridge of 2019.", "The mayor | has opened | Perfect"),
        ("The town has grown since 1972.", "The town | has grown | Perfect"),
        (
            "The new pier of Corby opened on 15 September 2031, more than three months later than planned.",
            "The new pier of Corby | opened | Past timed",
        ),
        ("Anna Berg keeps the treaty that both sides signed in 2019.", "Anna Berg | keeps | Present"),
    ] {
        assert_eq!(clause(text), expected, "{text}");
    }
}

/// Each scope as "words | commitment | cues".
fn scopes(text: &str) -> Vec<String> {
    let annotated = read(text);
    let text = Text::new(&annotated.document.text);
    let not = |scope: &model::Scope| if scope.polarity == model::Polarity::Negated { "not " } else { "" };
    let cues = |cues: &[model::Span]| cues.iter().map(|cue| text.cut(*cue)).collect::<Vec<_>>().join(", ");
    let one =
        |s: &model::Scope| format!("{} | {}{} | {}", text.cut(s.span), not(s), s.commitment.word(), cues(&s.cues));
    annotated.scopes.iter().map(one).collect()
}

fn has(text: &str, expected: &str) {
    let found = scopes(text);
    assert!(found.iter().any(|scope| scope.trim_end_matches([' ', '|']).starts_with(expected)), "{text}: {found:?}");
}

#[test]
fn what_a_clause_hangs_on_tells_whether_it_is_so() {
    has("The owners asked the town to sell the mill.", "to sell the mill | expected | asked");
    has(
        "The owners forced the town to sell the mill, and a plan to close the pier has failed.",
        "to close the pier | expected | plan",
    );
    has("The town refused to sell the mill.", "to sell the mill | not asserted | refused");
    has("Berg denied that the mill burned.", "that the mill burned | not denied | denied");
    has("The pilots believe the mill burned.", "the mill burned | hedged | believe");
    has("The town will pay if the mill burned.", "if the mill burned | hedged | if");
    has("The owners left without paying the pilots.", "paying the pilots | not asserted | without");
    has("The claim that the mill burned was made by Berg.", "that the mill burned | hedged | claim");
    has("The police spoke of the alleged sale of the mill.", "sale | hedged | alleged");
    has("The pilots demanded the release of the ferry.", "the release | expected | demanded");
    has("The pilots can sail in May.", "can sail in May | hedged | can");
}

#[test]
fn what_is_so_within_what_is_yet_to_come_is_told_as_such() {
    has("The owners will sell the mill, which burned in May.", "which burned in May | asserted");
    has("The owners plan to sell the mill.", "The owners plan | asserted");
    has("The owners agreed to sell the mill, Anna Berg said.", "to sell the mill | expected");
}

#[test]
fn what_leads_to_what_is_so_adds_nothing() {
    for text in
        ["The owners managed to sell the mill.", "The rain helped to save the mill.", "The fire began to spread."]
    {
        assert_eq!(scopes(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn what_asks_bids_or_only_points_says_nothing() {
    for text in
        ["This was reassuring.", "They tried.", "Be careful.", "BERG: Can you hear it.", "Ms. Berg put it this way:"]
    {
        assert_eq!(statements(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn a_concession_that_somebody_makes_stands_apart() {
    assert_eq!(
        with_holders("Though Ms. Berg insisted that pilots were asked, neither the board nor the owners agreed to it."),
        ["Berg: pilots were asked", "outlet unknown: neither the board nor the owners agreed to it"]
    );
    assert_eq!(
        with_holders("The mayor said two boats had been searched but showed no damage."),
        ["The mayor: two boats had been searched but showed no damage"]
    );
}

fn with_holders(text: &str) -> Vec<String> {
    let annotated = read(text);
    let text = Text::new(&annotated.document.text);
    let last = |s: &model::Statement| s.holders.last().map(|holder| holder.name.clone()).unwrap_or_default();
    annotated.statements.iter().map(|s| format!("{}: {}", last(s), text.cut(s.span))).collect()
}

#[test]
fn a_predicate_is_not_cut_from_what_it_may_tell_of() {
    for text in [
        "The pilots opened the hall, which holds fifty boats, and will be used as a school.",
        "The firm is building a ferry that only has two rooms in it, but has not been painted.",
        "We have seen the river drop but the rain grow.",
    ] {
        assert_eq!(statements(text).len(), 1, "{text}: {:?}", statements(text));
    }
}

#[test]
fn what_bids_says_nothing() {
    for text in [
        "“Please send help to the pier.”",
        "“Be prepared.”",
        "“Follow the signs to the pier.”",
        "As we speak of the mill, let's agree that it must stay.",
        "“Senseless,” said a pilot who was at the pier.",
    ] {
        assert_eq!(statements(text), Vec::<String>::new(), "{text}");
    }
    assert_eq!(statements("Talk of a sale comes late.").len(), 1);
}

#[test]
fn what_is_said_of_a_thing_stays_with_it() {
    for text in [
        "The owners named terms that the pilots say are unfair.",
        "The lessons of the pilots in Kolm and elsewhere showed that the pier was safe.",
    ] {
        let found = statements(text);
        assert!(found.iter().all(|found| !found.starts_with("that ") && !found.starts_with("elsewhere")), "{found:?}");
    }
}

#[test]
fn what_is_told_as_done_or_only_asked_is_not_ahead_or_open() {
    let commitment = |text: &str| read(text).statements.first().map(firmness).unwrap_or_default();
    for text in [
        "The owners have agreed to sell the mill.",
        "The greatest aim of the town is to save the mill.",
        "It was too soon to tell whether the mill would stay.",
        "The mayor did not say what would happen if the mill burned.",
        "Many streets remain under water, if not all.",
        "Anna Berg praised the pilots of Kolm.",
        "Anna Berg called for a vote in May.",
    ] {
        let found = commitment(text);
        assert!(matches!(found.as_str(), "asserted" | "not asserted"), "{text}: {found}");
    }
    assert_eq!(commitment("The town will pay if the mill burned."), "expected");
    assert_eq!(commitment("The pilots may go home if it rains."), "hedged");
}

#[test]
fn what_is_said_keeps_its_frame_and_what_it_takes_up() {
    for text in [
        "Anna Berg has long insisted that the pier be shut by the town.",
        "During the review of sixty days, the law says the mayor can't “sell the pier or lease it.”",
        "The claim that the town will “close the pier for a year is false,” Anna Berg wrote.",
    ] {
        assert_eq!(statements(text).len(), 1, "{text}: {:?}", statements(text));
        let open = text.split(' ').next().unwrap_or_default();
        assert!(statements(text)[0].starts_with(open), "{text}: {:?}", statements(text));
    }
    assert!(statements("So far, Anna Berg noted, the pier is safe.")[0].starts_with("So far"));
}

#[test]
fn lines_about_the_report_itself_are_none_of_it() {
    for text in [
        "This report includes material from the Northern Press Agency.",
        "She filed this report for our newsroom.",
        "RE: The pier was shut for days.",
    ] {
        assert_eq!(statements(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn a_state_behind_a_passive_is_no_clause() {
    let text = "A paper said to be about fifty pages will be handed to the council and made public.";
    assert_eq!(statements(text).len(), 1, "{:?}", statements(text));
}

#[test]
fn a_year_that_tells_which_thing_is_meant_is_not_when_it_happened() {
    let time = |text: &str| read(text).statements[0].time.as_ref().map(|when| when.edtf.clone());
    assert_eq!(time("The owners sued the town over the 2031 election."), None);
    assert_eq!(time("The owners sued the town in 2031.").as_deref(), Some("2031"));
}

#[test]
fn meaning_to_and_asking_whether_are_neither_expectation_nor_doubt() {
    for (text, expected) in [
        ("The mayor was not going to resign.", "The mayor was not going to resign | not asserted | "),
        ("The harbour is supposed to be quiet.", "The harbour is supposed to be quiet | asserted | "),
        ("They would play beside the pier every day.", "They would play beside the pier every day | asserted | "),
        (
            "The neighbours got together to help the owner.",
            "The neighbours got together to help the owner | asserted | ",
        ),
        ("It is not known if the boat was lost.", "It is not known if the boat was lost | not hedged | if"),
        ("The harbour is going to close.", "The harbour is going to close | expected | is going"),
        (
            "It is believed the owner left by the back door.",
            "It is believed the owner left by the back door | hedged | is believed",
        ),
        (
            "The Kolm Post met the mayor to see if the town has a plan.",
            "The Kolm Post met the mayor to see if the town has a plan | asserted | ",
        ),
        (
            "The owners are held to be honest unless proven guilty.",
            "The owners are held to be honest unless proven guilty | asserted | ",
        ),
        ("The pilots leave if the wind drops.", "The pilots leave if the wind drops | hedged | if"),
    ] {
        assert_eq!(statements(text), [expected], "{text}");
    }
}

#[test]
fn appeals_to_readers_and_credits_say_nothing() {
    for text in [
        "Anyone with information is asked to call Torsvik police at 555-0142.",
        "If you have any information, please contact the harbour office.",
        "Anna Berg and Jon Holm contributed.",
    ] {
        assert_eq!(statements(text), Vec::<String>::new(), "{text}");
    }
    assert_eq!(statements("Witnesses called the police at noon.").len(), 1);
}

#[test]
fn a_weekday_that_may_be_the_day_after_the_stamp_dates_nothing() {
    let days = |text: &str| -> Vec<Option<String>> {
        let published = model::When::parse("2031-05-25").ok();
        let input = Input { id: "a".to_owned(), text: text.to_owned(), published, ..Input::default() };
        let annotated = annotate(crate::plain(input), &Corpus::default());
        annotated.statements.iter().map(|statement| statement.time.as_ref().map(|when| when.edtf.clone())).collect()
    };
    let some = |day: &str| Some(day.to_owned());
    // 25 May 2031 is a Sunday.
    assert_eq!(
        days("The crane fell on Saturday, May 24. The mayor spoke to the pilots on Monday. The owner left on Friday."),
        [some("2031-05-24"), None, some("2031-05-23")]
    );
    assert_eq!(days("The mayor spoke to the pilots on Monday."), [some("2031-05-19")]);
}

#[test]
fn two_participles_before_a_noun_are_no_predicates() {
    for text in [
        "A reporter saw six hulks beside fifteen charred and dismantled boats in two bays.",
        "The pilots walked past the burned and looted shops of the town.",
    ] {
        assert_eq!(statements(text).len(), 1, "{text}");
    }
}
