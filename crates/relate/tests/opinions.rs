//! Reports of somebody's views beside reports.

use extract::Input;
use model::{Annotated, Claim, Corpus, Standing, When};

fn input(id: &str, outlet: &str, text: &str) -> Input {
    Input {
        id: id.to_owned(),
        title: Some(format!("Report {id}")),
        outlet: Some(outlet.to_owned()),
        published: When::parse("2024-05-03").ok(),
        text: text.to_owned(),
        ..Input::default()
    }
}

fn read(input: Input) -> Annotated {
    extract::annotate(extract::clean(input), &Corpus::default())
}

#[test]
fn an_opinion_is_no_origin_that_agrees_and_is_not_told_flat() {
    let claims = |kind: Option<&str>, alone: bool| {
        let mut one =
            read(input("one", "Arlen Courier", "Anna Berg refused a meeting with the miners of Arlen. It rained."));
        let text = "Ms. Berg came by train. Anna Berg refused to meet the miners of Arlen.\n\nThe weather in the valley was mild. \
                    Farmers brought in their hay, and the market was full.";
        let other = input("two", "Corby Herald", text);
        let two = read(Input { authors: vec!["Olaf Holm".to_owned()], kind: kind.map(str::to_owned), ..other });
        if alone {
            one.statements.clear();
        }
        relate::relate(&[one, two], &Corpus::default()).claims
    };
    let agreed = |claims: &[Claim]| claims.iter().any(|claim| claim.standing == Standing::Agreed);
    assert!(agreed(&claims(None, false)) && !agreed(&claims(Some("opinion"), false)));
    let told = claims(Some("opinion"), true);
    let flat =
        |claim: &&Claim| claim.stands && claim.title.contains("refused") && !claim.title.starts_with("Olaf Holm: ");
    assert_eq!(told.iter().find(flat).map(|claim| &claim.title), None);
}
