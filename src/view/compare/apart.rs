//! What sets two texts apart that tell one thing, beside what a claim tells of it.

use model::Commitment;
use relate::align::Piece;

/// What is said of a text that alone hedges what both say.
pub(super) const HEDGED: &str = "hedged in";

/// What is said of two texts that quote other words each.
pub(super) const OTHERWISE: &str = "in other words";

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

/// Whether a text doubts anything of what it tells.
fn doubts(text: &str) -> bool {
    let mut words = text.split(|letter: char| !letter.is_alphanumeric());
    words.any(|word| DOUBTS.iter().any(|doubt| word.to_lowercase().starts_with(doubt)))
}

/// What sets two texts apart beside what a claim tells: that one alone hedges what both say, and the short words that each
/// quotes in the place of the other's. Told only where nothing in the other text could be a hedge.
pub(super) fn told_apart(pieces: &[Piece], firm: [Option<Commitment>; 2], numbers: [u32; 2]) -> Vec<String> {
    let texts: [String; 2] =
        [pieces.iter().map(|p| p.a.as_str()).collect(), pieces.iter().map(|p| p.b.as_str()).collect()];
    let mut told = Vec::new();
    for (side, other) in [(0, 1), (1, 0)] {
        if doubts(&texts[other]) || firm[other] == Some(Commitment::Hedged) {
            continue;
        }
        // "reportedly" right before words of both.
        let before = |pair: &[Piece]| {
            let words = if side == 0 { &pair[0].a } else { &pair[0].b };
            let last = words.split_whitespace().last()?;
            (!pair[0].same && pair[1].same && HEDGES.contains(&last)).then(|| last.to_owned())
        };
        if let Some(word) = pieces.windows(2).find_map(before) {
            told.push(format!("{HEDGED} {} alone: “{word}”", numbers[side]));
        } else if firm[side] == Some(Commitment::Hedged) {
            told.push(format!("{HEDGED} {} alone", numbers[side]));
        }
    }
    if let [Some(a), Some(b)] = [sole_quotation(&texts[0]), sole_quotation(&texts[1])]
        && !a.split(' ').any(|word| b.split(' ').any(|other| word == other))
    {
        told.push(format!("{OTHERWISE}: “{a}” and “{b}”"));
    }
    told
}

/// The words that a text has in quotation marks, where they are few and the only ones.
fn sole_quotation(text: &str) -> Option<String> {
    const MOST: usize = 5;
    let (_, behind) = text.split_once('“')?;
    let (words, rest) = behind.split_once('”')?;
    let words = words.trim_end_matches([',', '.']);
    (!rest.contains('“') && (1..=MOST).contains(&words.split(' ').count())).then(|| words.to_lowercase())
}
