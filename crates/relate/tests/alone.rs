//! Titles that a reader understands who has not seen the reports.

mod support;

use model::{Annotated, Commitment, Corpus, EntityKind, Tense};
use support::{Marks, report};

/// The title of the claim with `word` in it, empty where it has none.
fn title_of(documents: &[Annotated], word: &str) -> String {
    let related = relate::relate(documents, &Corpus::default());
    let claim = related.claims.into_iter().find(|claim| claim.title.contains(word)).expect("a claim");
    if claim.stands { claim.title } else { String::new() }
}

fn title(text: &str, marks: impl FnOnce(&mut Marks<'_>)) -> String {
    let word = text.split(' ').next_back().unwrap_or(text).trim_end_matches('.');
    title_of(&[report("one", "Valley Post", "2024-05-03").says_with(text, marks).done()], word)
}

/// A report that names somebody in full, and nothing else that is looked for.
fn names(id: &str, name: &str) -> Annotated {
    let text = format!("{name} opened a school in the hills of Corby for girls, number {id}.");
    report(id, id, "2024-05-01")
        .says_with(&text, |m| _ = m.named(name, EntityKind::Person).clause(name, "opened", Tense::Past))
        .done()
}

#[test]
fn a_surname_is_told_in_full_where_all_reports_mean_one_by_it() {
    let sold = || {
        report("last", "Valley Post", "2024-05-03")
            .says_with("Lindqvist sold two ferries to the harbour of Norway.", |m| {
                m.named("Lindqvist", EntityKind::Person).clause("Lindqvist", "sold", Tense::Past);
            })
            .done()
    };
    let known = [names("1", "Olaf Lindqvist"), names("2", "Olaf Lindqvist"), names("3", "Olaf Lindqvist"), sold()];
    assert_eq!(title_of(&known, "ferries"), "Olaf Lindqvist sold two ferries to the harbour of Norway");
    let two = [names("1", "Olaf Lindqvist"), names("2", "Anna Lindqvist"), names("3", "Olaf Lindqvist"), sold()];
    assert_eq!(title_of(&two, "ferries"), "", "which of them?");
}

#[test]
fn a_capital_behind_a_point_is_no_name() {
    let told = |text: &str| title(text, |m| _ = m.clause("Norway", "sold", Tense::Past));
    assert_eq!(
        told("Norway sold two ferries to the U.S. And to the Lund harbour."),
        "Norway sold two ferries to the U.S. and to the Lund harbour"
    );
    assert_eq!(
        told("Norway sold two ferries to the U.S. Senate of Corby in june 2023."),
        "Norway sold two ferries to the U.S. Senate of Corby in June 2023"
    );
}

#[test]
fn what_says_nothing_by_itself_has_no_title() {
    let spoke = title("Olaf Lind was speaking at the end of the fair in Corby.", |m| {
        m.named("Olaf Lind", EntityKind::Person).clause("Olaf Lind", "was speaking", Tense::Past);
    });
    assert_eq!(spoke, "", "what did he say?");
    let magna = |id: &str, text: &str| {
        report(id, id, "2024-05-03")
            .says_with(text, |m| {
                m.named("Magna", EntityKind::Organisation).clause(
                    "Magna",
                    text.split(' ').nth(1).unwrap_or(text),
                    Tense::Past,
                );
            })
            .done()
    };
    let mut documents: Vec<Annotated> = (0..12).map(|at| names(&at.to_string(), "Olaf Lindqvist")).collect();
    documents.push(magna("magna", "Magna sold two ferries to Norway."));
    assert_eq!(title_of(&documents, "ferries"), "", "what is it?");
    documents.push(magna("more", "Magna built the longest pier of Norway."));
    assert_eq!(title_of(&documents, "ferries"), "Magna sold two ferries to Norway");
    let spent = title("Norway spent last year building two ferries for Corby.", |m| {
        m.clause("Norway", "spent", Tense::Past).when("last year", "2023");
    });
    assert_eq!(spent, "", "the time is what it spent");
}

#[test]
fn an_event_that_names_nothing_has_no_title_whoever_reports_it() {
    let told = |id: &str| {
        report(id, id, "2024-05-03")
            .says_with("A fire killed one sailor and caused damage of ten crowns at the pier.", |m| {
                m.clause("A fire", "killed", Tense::Past);
            })
            .done()
    };
    assert_eq!(title_of(&[told("one"), told("two")], "sailor"), "", "where?");
}

#[test]
fn a_town_is_nobody_who_says_so() {
    let text = "Arlen said Norway sold two ferries to Corby.";
    let told = title(text, |m| {
        m.named("Arlen", EntityKind::Place).holder("Arlen", "said").commitment(Commitment::Attributed, "said");
        m.only("Norway sold two ferries to Corby").clause("Norway", "sold", Tense::Past);
    });
    assert_eq!(told, "", "it stood before the report");
}

#[test]
fn a_stretch_that_ends_before_it_begins_was_misread() {
    let text = "Norway sold two ferries to Corby from Monday through Wednesday.";
    let told = |wednesday: &str| {
        title(text, |m| {
            m.clause("Norway", "sold", Tense::Past).when("Monday", "2024-04-29").when("Wednesday", wednesday);
        })
    };
    assert_eq!(told("2024-04-24"), "");
}

#[test]
fn whose_deed_it_is_is_told_in_full_where_it_stands_before() {
    let text = "Lind, who has sold two ferries to Norway, said nothing.";
    let told = report("last", "Valley Post", "2024-05-03")
        .says_with("Olaf Lind lived in a mill by the water.", |m| _ = m.named("Olaf Lind", EntityKind::Person))
        .says_with(text, |m| {
            m.short_for("Lind", "Olaf Lind").clause("Lind", "has sold", Tense::Perfect);
            m.shared_subject("Lind").only("has sold two ferries to Norway");
        })
        .done();
    assert_eq!(title_of(&[told], "ferries"), "Olaf Lind has sold two ferries to Norway");
}
