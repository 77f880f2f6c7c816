use model::bundle::{ClaimNote, DocumentCard, DocumentPage};
use model::bundle::{MarkedStatement, StatementCard};
use model::{Commitment, DiscrepancyKind, Document, Passage, Role, Span, Standing};

use super::lines::{Kind, lines};
use super::{deck, relation, run_together};

fn page(number: u32, paragraphs: &[(&str, Option<&str>)]) -> DocumentPage {
    let mut text = String::new();
    let (mut passages, mut statements, mut claims) = (Vec::new(), Vec::new(), Vec::new());
    for (index, (words, claim)) in (0..).zip(paragraphs) {
        let start = text.chars().count() as u32;
        text.push_str(words);
        text.push('\n');
        let span = Span::new(start, start + words.chars().count() as u32);
        passages.push(Passage { span, role: Role::Body, why: String::new() });
        let statement = StatementCard {
            span,
            sentence: span,
            passage: index,
            commitment: Commitment::Asserted,
            cues: Vec::new(),
            holders: Vec::new(),
            time: None,
            time_span: None,
        };
        statements.push(MarkedStatement { statement, claim: claim.map(str::to_owned) });
        claims.extend(claim.map(|id| ClaimNote {
            id: id.to_owned(),
            title: words.to_string(),
            standing: Standing::Differs,
            open: false,
            differs: vec![DiscrepancyKind::Number],
            articles: 2,
            origins: 2,
            readings: vec![(DiscrepancyKind::Number, vec![(1, "12".into()), (2, "14".into())])],
            wordings: Vec::new(),
            perhaps: Vec::new(),
        }));
    }
    let document = Document {
        id: format!("r{number}"),
        title: format!("Report {number}"),
        outlet: None,
        authors: Vec::new(),
        published: None,
        published_known: None,
        url: None,
        kind: None,
        original: None,
        language: "en".into(),
        text,
        passages,
        places: Vec::new(),
    };
    let card = DocumentCard {
        id: format!("r{number}"),
        number,
        title: format!("Report {number}"),
        outlet: None,
        published: None,
        inferred: false,
        origin: None,
        statements: 1,
        brief: false,
    };
    DocumentPage { card, document, statements, claims, others: Vec::new(), origin_at: None, shares: Vec::new() }
}

fn told(a: &DocumentPage, b: &DocumentPage) -> Vec<(Kind, usize)> {
    lines(a, b).into_iter().map(|line| (line.kind, line.kinds.len())).collect()
}

#[test]
fn rows_are_the_claims_of_both_then_what_one_has() {
    let one = page(1, &[("The weir let 12 boats through on Monday.", Some("boats")), ("Otters came back.", None)]);
    let two = page(2, &[("A fair was held.", None), ("The weir let 14 boats through on Monday.", Some("boats"))]);
    assert_eq!(told(&one, &two), [(Kind::Claim, 1), (Kind::Right, 0), (Kind::Left, 0)]);
}

#[test]
fn a_document_beside_itself_differs_in_nothing() {
    let one = page(1, &[("The weir let 12 boats through on Monday.", Some("boats")), ("Otters came back.", None)]);
    let lines = lines(&one, &one);
    assert!(lines.iter().all(|line| line.parting.is_none() && line.pieces.iter().all(|piece| piece.same)));
    assert!(lines.iter().all(|line| matches!(line.kind, Kind::Claim | Kind::Alike)));
    assert!(deck(&one, &one, &lines).contains("differs in nothing"));
}

#[test]
fn what_is_perhaps_the_same_stands_side_by_side_and_a_byline_nowhere() {
    let mut one = page(1, &[("The weir lets boats through.", Some("boats")), ("Ada Moor", None)]);
    let two = page(2, &[("Vessels may pass the barrage now.", Some("vessels")), ("A fair was held.", None)]);
    one.claims[0].perhaps = vec!["vessels".into()];
    one.statements.pop();
    assert_eq!(told(&one, &two), [(Kind::Perhaps, 0), (Kind::Right, 0)]);
    let said = deck(&one, &two, &lines(&one, &two));
    assert_eq!(said, "The machine found no claim that both make. One perhaps says the same.");
}

#[test]
fn a_claim_that_two_origins_perhaps_make_is_perhaps_the_same_here() {
    let mut one = page(1, &[("The weir let boats through.", Some("boats"))]);
    let two = page(2, &[("Boats are about to pass the weir.", Some("boats"))]);
    one.claims[0].standing = Standing::Perhaps;
    one.claims[0].readings.clear();
    let lines = lines(&one, &two);
    assert_eq!((lines[0].kind, relation(&lines[0]).0), (Kind::Perhaps, "perhaps the same"));
    assert!(lines[0].claim.is_some(), "it leads to its claim");
    assert_eq!(deck(&one, &two, &lines), "The machine found no claim that both make. One perhaps says the same.");
}

#[test]
fn a_quotation_in_two_wordings_is_told() {
    let mut one = page(1, &[("“The weir will hold,” she said.", Some("holds"))]);
    let two = page(2, &[("“The weir does hold,” she said.", Some("holds"))]);
    (one.claims[0].standing, one.claims[0].readings) = (Standing::Agreed, Vec::new());
    one.claims[0].wordings = vec![(1, "the weir will hold".into()), (2, "the weir does hold".into())];
    let lines = lines(&one, &two);
    assert!(lines[0].wordings && lines[0].is_told());
    assert_eq!(relation(&lines[0]), ("same, told otherwise", "in two wordings".to_owned()));
    assert!(deck(&one, &two, &lines).ends_with("One is a quotation in two wordings."));
}

#[test]
fn words_are_marked_where_most_are_shared() {
    let pieces = |a: &str, b: &str| relate::align::pieces(a, b);
    assert!(run_together(&pieces("The weir let 12 boats through.", "The weir let 14 boats through.")));
    let own = pieces(
        "At a meeting on Monday the mayor spoke of boats at length.",
        "Nobody in the town had seen boats since spring.",
    );
    assert!(!run_together(&own), "nearly all of it would be marked");
    assert!(!run_together(&[]));
}

#[test]
fn what_reports_only_tell_otherwise_is_named_and_no_difference() {
    let mut one = page(1, &[("The town has reportedly built a weir.", Some("weir")), ("It rose.", Some("rose"))]);
    let two = page(2, &[("The town has even built a weir.", Some("weir")), ("It rose.", Some("rose"))]);
    let value = |text: &str, document| (document, text.to_owned());
    for note in &mut one.claims {
        (note.standing, note.readings) = (Standing::Agreed, Vec::new());
    }
    one.claims[0].readings =
        vec![(DiscrepancyKind::Commitment, vec![value("hedged by “reportedly”", 1), value("not hedged", 2)])];
    let of = |one: &DocumentPage| {
        let lines = lines(one, &two);
        assert!(lines.iter().all(|line| !line.parts()) && lines[0].is_told() && !lines[1].is_told());
        (relation(&lines[0]), deck(one, &two, &lines))
    };
    let (word, said) = of(&one);
    assert_eq!(word, ("same, told otherwise", "hedged by “reportedly” in 1, not hedged in 2".to_owned()));
    assert_eq!(
        said,
        "They make two claims together. In what they tell, the machine found no difference. One is hedged by one report alone."
    );
    one.claims[0].readings =
        vec![(DiscrepancyKind::Wording, vec![value("“record high”", 1), value("“best level”", 2)])];
    let (word, said) = of(&one);
    assert_eq!(word.1, "“record high” in 1, “best level” in 2");
    assert!(said.ends_with("One is told with other words quoted."), "{said}");
}
