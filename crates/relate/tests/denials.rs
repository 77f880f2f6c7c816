//! Denials join the claim that they deny, by what "it" and "the accusation" stand for.
#![allow(clippy::unwrap_used, reason = "tests")]

use extract::Input;
use model::{Annotated, Claim, Commitment, Corpus, Standing, Text};

fn read(id: &str, outlet: &str, text: &str) -> Annotated {
    let input = Input { id: id.to_owned(), outlet: Some(outlet.to_owned()), text: text.to_owned(), ..Input::default() };
    extract::annotate(extract::clean(input), &Corpus::default())
}

fn claims(documents: &[Annotated]) -> Vec<Claim> {
    relate::relate(documents, &Corpus::default()).claims
}

/// What a claim's statements say, each with its commitment.
fn told<'a>(documents: &'a [Annotated], claim: &Claim) -> Vec<(&'a str, Commitment)> {
    let said = claim.members.iter().map(|member| {
        let annotated = &documents[member.document as usize];
        let statement = &annotated.statements[member.statement as usize];
        (Text::new(&annotated.document.text).cut(statement.span), statement.commitment)
    });
    said.collect()
}

/// The claim that holds the words `denial`, as what it holds.
fn beside(text: &str, denial: &str) -> Vec<(String, Commitment)> {
    let documents = [read("one", "Arlen Courier", text)];
    let claims = claims(&documents);
    let mut all = claims.iter().map(|claim| told(&documents, claim));
    let found = all.find(|told| told.iter().any(|(words, _)| words.contains(denial))).unwrap();
    found.into_iter().map(|(words, commitment)| (words.to_owned(), commitment)).collect()
}

#[test]
fn a_denial_joins_what_its_pronoun_or_noun_stands_for() {
    for denial in [
        "Berg denies it.",
        "Mr. Berg has denied the accusation.",
        "The company rejected the allegations on Monday.",
        "Anna Berg dismissed these reports as nonsense.",
        "Oslo has rejected that claim.",
    ] {
        let text = format!("Prosecutors said the company sold rotten fish to three schools.\n\n{denial}");
        let told = beside(&text, denial.trim_end_matches('.'));
        assert_eq!(told.len(), 2, "{denial}: {told:?}");
        assert!(told[0].0.contains("sold rotten fish"), "{denial}: {told:?}");
        assert_eq!(told[1].1, Commitment::Denied, "{denial}: {told:?}");
    }
}

#[test]
fn what_denies_nothing_told_stays_by_itself() {
    for (before, denial) in [
        ("Prosecutors said the company sold rotten fish to three schools.", "The company has not denied it."),
        ("Prosecutors said the company sold rotten fish to three schools.", "The company denied that the ferry leaks."),
        ("The company has not sold fish to schools.", "Berg denied the charge of theft."),
    ] {
        let told = beside(&format!("{before}\n\n{denial}"), denial.trim_end_matches('.').rsplit(' ').next().unwrap());
        assert_eq!(told.len(), 1, "{denial}: {told:?}");
    }
}

#[test]
fn who_denies_and_who_says_so_differ() {
    let documents = [
        read("one", "Arlen Courier", "The company sold rotten fish to three schools in Corby. Parents were angry."),
        read(
            "two",
            "Corby Herald",
            "The company sold rotten fish to three schools in Corby, prosecutors said.\n\nThe company denies it.",
        ),
    ];
    let claims = claims(&documents);
    let claim = claims.iter().find(|claim| told(&documents, claim).iter().any(|t| t.0.contains("denies it"))).unwrap();
    assert_eq!(claim.articles(), 2, "{:?}", told(&documents, claim));
    assert_ne!(claim.standing, Standing::Agreed, "somebody denies it");
}

/// Who denies it is no source of it, and no second voice for it.
#[test]
fn the_accused_is_no_origin_of_the_accusation() {
    let text =
        "The company of Anna Berg sold rotten fish to three schools in Arlen.\n\nAnna Berg denied the accusation.";
    let documents = [read("one", "Arlen Courier", text)];
    let claim = claims(&documents).into_iter().find(|claim| claim.members.len() == 2).unwrap();
    let told: Vec<(&str, Commitment)> = claim
        .members
        .iter()
        .map(|member| {
            let statement = &documents[0].statements[member.statement as usize];
            (claim.origins[member.origin as usize].name.as_str(), statement.commitment)
        })
        .collect();
    assert_eq!(told, [("Arlen Courier", Commitment::Asserted), ("Anna Berg", Commitment::Denied)]);
    assert_eq!(claim.standing, Standing::OneOrigin);
}

/// The denier is told apart, and counted with nobody, however many reports of one house tell of the denial.
#[test]
fn a_denial_that_one_house_tells_twice_is_counted_with_nobody() {
    let text =
        "The company of Anna Berg sold rotten fish to three schools in Arlen.\n\nAnna Berg denied the accusation.";
    let one = [read("one", "Arlen Courier", text)];
    let both =
        [read("one", "Arlen Courier", text), read("two", "Arlen Courier", &text.replace("denied", "has denied"))];
    for documents in [&one[..], &both] {
        let claim = claims(documents).into_iter().find(|claim| claim.members.len() == 2 * documents.len()).unwrap();
        let origins: Vec<(&str, bool)> = claim.origins.iter().map(|o| (o.name.as_str(), o.denies)).collect();
        assert_eq!(origins, [("Arlen Courier", false), ("Anna Berg", true)], "{:?}", told(documents, &claim));
        assert_eq!((claim.count_origins(), claim.articles()), (1, documents.len()));
        assert!(claim.origins[1].why.contains("is not counted"), "{}", claim.origins[1].why);
    }
    let claim = claims(&both).into_iter().find(|claim| claim.members.len() == 4).unwrap();
    assert!(claim.origins[0].why.contains("Documents 1 and 2 are published by Arlen Courier"), "{:?}", claim.origins);
}
