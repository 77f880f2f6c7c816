//! Words of a report that stand for a title, where no statement of a claim is understood alone.

use model::Commitment;

use super::lexicon;
use super::wording::pronouns::is_pronoun;
use crate::findings::Findings;
use crate::ground::reports::Place;
use crate::ground::words::{fold, words};

/// The longest words that stand for a title, in code points.
const LONGEST: usize = 160;

/// What a sentence opens with that goes on with one before it.
const JOINING: &str = "and but or so yet also still then however meanwhile";

/// The sentence of a statement in quotation marks: of several the first that leans least on what stands before it, and is
/// whole.
pub(super) fn words_of(findings: &Findings<'_>, group: &[u32]) -> String {
    let places = || group.iter().map(|&index| findings.reports.places[index as usize]);
    // What only denies it does not tell what is denied.
    let tells = |place: &Place| findings.reports.statement(*place).commitment != Commitment::Denied;
    let all_deny = !places().any(|place| tells(&place));
    let sentences = places().filter(|place| all_deny || tells(place)).map(|place| {
        let sentence = findings.reports.cut(place.document, findings.reports.statement(place).sentence);
        let flat = sentence.split_whitespace().collect::<Vec<_>>().join(" ");
        // What leads to a sentence in a list is none of it.
        flat.trim_start_matches(['—', '–', '-', '•', '*', ' ']).to_owned()
    });
    let Some(flat) = sentences.take(super::SAMPLE).min_by_key(|flat| leaning(flat)) else { return String::new() };
    match flat.char_indices().nth(LONGEST) {
        None => quoted(&flat, ""),
        Some((end, _)) => {
            let end = flat[..end].rfind(' ').unwrap_or(end);
            quoted(flat[..end].trim_end_matches([',', ';', ':', ' ']), "…")
        }
    }
}

/// How far a sentence leans on others: whether it opens with what stands for something, or goes on; whether it begins amid one;
/// whether it is longer than what is shown; how many words of it stand for something.
fn leaning(flat: &str) -> (bool, bool, bool, usize) {
    let folded: Vec<String> = words(flat).iter().map(|word| fold(word.text)).collect();
    let stands_for = |word: &String| is_pronoun(word.split('\'').next().unwrap_or(word));
    let opens = folded.first().is_none_or(|word| stands_for(word) || lexicon::has(JOINING, word));
    let amid = flat.starts_with(char::is_lowercase);
    (opens, amid, flat.chars().count() > LONGEST, folded.iter().filter(|word| stands_for(word)).count())
}

/// Words in quotation marks, with `more` behind them. Marks within become single ones, each with its other half: a quotation
/// that goes on before or behind the words is closed with them. What is one quotation as a whole has no marks twice.
fn quoted(words: &str, more: &str) -> String {
    let (mut inner, mut opened, mut open, mut closed) = (String::new(), 0, false, 0);
    let mut before = ' ';
    for letter in words.chars() {
        let opens =
            letter == '“' || letter == '"' && (before.is_whitespace() || matches!(before, '(' | '[' | '—' | '–'));
        if opens {
            inner.push('‘');
            (opened, open) = (opened + 1, true);
        } else if matches!(letter, '”' | '"') {
            if !open {
                inner.insert(0, '‘');
                opened += 1;
            }
            inner.push('’');
            (closed, open) = (closed + 1, false);
        } else {
            inner.push(letter);
        }
        before = letter;
    }
    inner.push_str(more);
    if open {
        inner.push('’');
        closed += 1;
    }
    let whole = inner.strip_prefix('‘').and_then(|inner| inner.strip_suffix('’'));
    let whole = whole.filter(|_| opened == 1 && closed == 1 && (open || before == '”' || before == '"'));
    format!("“{}”", whole.unwrap_or(&inner))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_within_words_have_their_other_half() {
        assert_eq!(quoted("The weir “will hold”, she said.", ""), "“The weir ‘will hold’, she said.”");
        assert_eq!(quoted("“It will hold,” she said.", ""), "“‘It will hold,’ she said.”");
        assert_eq!(quoted("\"It will hold.\"", ""), "“It will hold.”");
        assert_eq!(quoted("“It will hold.", ""), "“It will hold.”");
        assert_eq!(quoted("She added: “It will", "…"), "“She added: ‘It will…’”");
        assert_eq!(quoted("It holds well,” she said.", ""), "“‘It holds well,’ she said.”");
        assert_eq!(quoted("“It holds,” and “it held.”", ""), "“‘It holds,’ and ‘it held.’”");
    }

    #[test]
    fn what_can_be_read_by_itself_leans_least() {
        let [whole, joined, amid, pronoun] = [
            "The council closed the lock on Friday.",
            "But the council closed the lock.",
            "closed the lock on Friday",
            "He closed the lock.",
        ];
        for other in [joined, amid, pronoun] {
            assert!(leaning(whole) < leaning(other), "{other}");
        }
    }
}
