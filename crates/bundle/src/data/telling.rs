//! Reports that tell one thing otherwise, though nothing differs that they tell: one alone hedges it, or each quotes words of
//! its own.

use model::{Claim, Commitment, DiscrepancyKind, Span, Standing, Text};
use relate::align::{Piece, pieces};

use crate::tables::Tables;

/// What documents of a claim give for something: number of the document, and the value.
pub(super) type Readings = Vec<(u32, String)>;

/// The most documents of a claim that are held against each other.
const MOST: usize = 12;

/// Words that hedge what stands right behind them: "has reportedly built".
const HEDGES: &[&str] = &[
    "reportedly",
    "allegedly",
    "apparently",
    "supposedly",
    "purportedly",
    "possibly",
    "probably",
    "perhaps",
    "likely",
];

/// Beginnings of words by which a text takes back some of what it tells, wherever they stand in it.
const DOUBTS: &[&str] = &[
    "reported",
    "alleg",
    "apparent",
    "suppos",
    "purport",
    "possib",
    "probab",
    "perhaps",
    "maybe",
    "likely",
    "unlikely",
    "may",
    "might",
    "could",
    "rumour",
    "rumor",
    "unconfirmed",
    "unverified",
    "unclear",
    "confirmed",
    "suspect",
    "suggest",
    "seem",
    "appear",
    "believe",
    "claim",
    "think",
    "would",
    "should",
    "whether",
    "if",
];

/// What one document first says of a claim.
struct Told {
    /// The number of the document.
    document: u32,
    text: String,
    hedged: bool,
}

/// How firmly documents tell a claim, where one hedges what another does not, and the few words that each quotes, where they
/// have none in common. Nothing of a claim on which more than that differs.
pub(super) fn otherwise(tables: &Tables<'_>, claim: &Claim) -> Vec<(DiscrepancyKind, Readings)> {
    if claim.standing == Standing::Differs || claim.members.len() < 2 {
        return Vec::new();
    }
    let mut told: Vec<Told> = Vec::new();
    for member in &claim.members {
        let Some(annotated) = tables.documents.get(member.document as usize) else { continue };
        let Some(statement) = annotated.statements.get(member.statement as usize) else { continue };
        if told.len() == MOST || told.iter().any(|told| told.document == member.document + 1) {
            continue;
        }
        let text = quoted_whole(&Text::new(&annotated.document.text), statement.span);
        told.push(Told { document: member.document + 1, text, hedged: statement.commitment == Commitment::Hedged });
    }
    let found = [(DiscrepancyKind::Commitment, firmness(&told)), (DiscrepancyKind::Wording, quotations(&told))];
    found.into_iter().filter(|(_, readings)| !readings.is_empty()).collect()
}

/// Words with the marks that close or open at their ends.
fn quoted_whole(text: &Text<'_>, mut span: Span) -> String {
    let is = |at: u32, marks: &[char]| text.cut(Span::new(at, at + 1)).starts_with(marks);
    while is(span.end, &['”', '"', '’', '.', '!', '?']) {
        span.end += 1;
    }
    if span.start > 0 && is(span.start - 1, &['“', '"', '‘']) {
        span.start -= 1;
    }
    text.cut(span).to_owned()
}

fn note(readings: &mut Readings, document: u32, value: impl FnOnce() -> String) {
    if readings.iter().all(|(other, _)| *other != document) {
        readings.push((document, value()));
    }
}

/// Who hedges what others tell, and who those are: told only where nothing in the other text could be a hedge.
fn firmness(told: &[Told]) -> Readings {
    let mut readings = Readings::new();
    let firm = |told: &&Told| !told.hedged && !doubts(&told.text);
    for own in told.iter().filter(|told| told.hedged || doubts(&told.text)) {
        for other in told.iter().filter(firm) {
            let word = hedge(&pieces(&own.text, &other.text));
            if word.is_none() && !own.hedged {
                continue;
            }
            note(&mut readings, own.document, || match word {
                Some(word) => format!("hedged by “{word}”"),
                None => "hedged".to_owned(),
            });
            note(&mut readings, other.document, || "not hedged".to_owned());
        }
    }
    readings
}

/// Whether a text doubts anything of what it tells.
fn doubts(text: &str) -> bool {
    let small = text.to_lowercase();
    small.split(|letter: char| !letter.is_alphanumeric()).any(|word| DOUBTS.iter().any(|doubt| word.starts_with(doubt)))
}

/// The word of the first text that hedges what both say: "reportedly" right before words of both.
fn hedge(pieces: &[Piece]) -> Option<String> {
    pieces.windows(2).find_map(|pair| {
        let last = pair[0].a.split_whitespace().last()?;
        (!pair[0].same && pair[1].same && HEDGES.contains(&last)).then(|| last.to_owned())
    })
}

/// The few words that each of two documents quotes, where they have none in common.
fn quotations(told: &[Told]) -> Readings {
    let quoted: Vec<(u32, String)> =
        told.iter().filter_map(|told| Some((told.document, sole_quotation(&told.text)?))).collect();
    let mut readings = Readings::new();
    for (at, (own, words)) in quoted.iter().enumerate() {
        for (other, others) in &quoted[at + 1..] {
            if !words.split(' ').any(|word| others.split(' ').any(|other| word == other)) {
                note(&mut readings, *own, || format!("“{words}”"));
                note(&mut readings, *other, || format!("“{others}”"));
            }
        }
    }
    readings
}

/// The words that a text has in quotation marks, where they are few and the only ones.
fn sole_quotation(text: &str) -> Option<String> {
    const MOST: usize = 5;
    let (_, behind) = text.split_once('“')?;
    let (words, rest) = behind.split_once('”')?;
    let words = words.trim_end_matches([',', '.']);
    (!rest.contains('“') && (1..=MOST).contains(&words.split(' ').count())).then(|| words.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(texts: &[&str]) -> Vec<Told> {
        (1..).zip(texts).map(|(document, text)| Told { document, text: (*text).to_owned(), hedged: false }).collect()
    }

    fn firm(texts: &[&str]) -> Vec<(u32, String)> {
        firmness(&told(texts))
    }

    #[test]
    fn what_one_report_alone_hedges_is_told() {
        assert_eq!(
            firm(&["The town has reportedly built a weir.", "The town has even built a weir."]),
            [(1, "hedged by “reportedly”".to_owned()), (2, "not hedged".to_owned())]
        );
        // The other may hedge it in words of its own, and a hedge of what it does not tell is none.
        assert!(firm(&["The town has reportedly built a weir.", "The town may have built a weir."]).is_empty());
        assert!(firm(&["The town has built a weir, reportedly at night.", "The town has built a weir."]).is_empty());
        let mut hedged = told(&["The town built a weir.", "The town built one weir."]);
        hedged[0].hedged = true;
        assert_eq!(firmness(&hedged), [(1, "hedged".to_owned()), (2, "not hedged".to_owned())]);
    }

    #[test]
    fn few_words_that_each_quotes_are_told() {
        let quoted = |texts: &[&str]| quotations(&told(texts));
        assert_eq!(
            quoted(&["It is at a “record high”, they said.", "It is at its “best level”, they said."]),
            [(1, "“record high”".to_owned()), (2, "“best level”".to_owned())]
        );
        assert!(quoted(&["It is at a “record high”.", "It is at a “new high”."]).is_empty());
        assert!(quoted(&["It is at a “record high”.", "It is high."]).is_empty());
    }

    #[test]
    fn marks_at_the_ends_are_part_of_a_quotation() {
        let text = "They call it “the best level”. It rose.";
        let end = text.chars().position(|letter| letter == '”').expect("a mark") as u32;
        assert_eq!(quoted_whole(&Text::new(text), Span::new(0, end)), "They call it “the best level”.");
    }
}
