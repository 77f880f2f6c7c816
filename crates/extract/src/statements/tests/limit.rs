//! How much of a report is made into statements.

use model::Corpus;

use crate::{Input, attributions, clean, mentions, prose::Prose, statements};

#[test]
fn a_report_beyond_use_makes_the_first_statements_only() {
    let text =
        "The company supplied the port with cranes, built a ferry and sold two tugs. The vote is planned for 5 May.";
    let document = clean(Input { id: "a".to_owned(), text: text.to_owned(), ..Input::default() });
    let prose = Prose::read(&document);
    let mentions = mentions::find(&prose, &Corpus::default()).mentions;
    let attributions = attributions::find(&prose, &mentions);
    let found = statements::Found {
        document: &document,
        prose: &prose,
        times: &[],
        attributions: &attributions.told,
        inner: &attributions.inner,
        carried: &attributions.carried,
        worded: &attributions.worded,
        mentions: &mentions,
    };
    let all = statements::find(&found);
    assert_eq!(all.len(), 4);
    // Three of them stand in one sentence.
    assert_eq!(statements::find_up_to(&found, 2), all[..2]);
    assert_eq!(statements::find_up_to(&found, 3), all[..3]);
    assert_eq!(statements::find_up_to(&found, 9), all);
}
