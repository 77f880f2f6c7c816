//! Events and documents for tests.

use model::bundle::{DocumentCard, Event};
use model::{Commitment, Span, When};

/// An event on a date, as EDTF.
pub(crate) fn event(date: &str) -> Event {
    Event {
        claim: "claim".to_owned(),
        label: "An event".to_owned(),
        said: String::new(),
        when: When::parse(date).expect("a date"),
        expected: false,
        commitment: Commitment::Asserted,
        origin: "an agency".to_owned(),
        known: None,
        documents: vec![1],
        at: Span::new(0, 1),
        outcome: None,
        settled_by: None,
        lane: "Bridges".to_owned(),
        people: Vec::new(),
        outlets: Vec::new(),
        since: None,
        until: None,
    }
}

/// A document published on a date, as EDTF.
pub(crate) fn card(number: u32, published: &str) -> DocumentCard {
    DocumentCard {
        id: format!("report-{number}"),
        number,
        title: format!("Report {number}"),
        outlet: None,
        published: When::parse(published).ok(),
        inferred: false,
        origin: None,
        statements: 1,
        brief: false,
    }
}
