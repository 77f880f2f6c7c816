//! Things that a report names once and then only points at: "the Corby mill", and later "the mill".

use std::collections::BTreeMap;

use model::calendar::MONTHS;
use model::{EntityKind, Span};

use crate::findings::Findings;
use crate::ground::reports::Place;
use crate::ground::roles::is_role;
use crate::ground::stamps::is_weekday;
use crate::ground::subjects::is_met;
use crate::ground::words::{Word, fold, words};
use crate::titles::lexicon;
use crate::titles::lost::definites;
use crate::titles::wording::names::is_in_quotation;

/// What is read instead of "the mill" in the statement at `place`: the name that its report has called it by before, where it
/// calls one thing alone by that noun.
pub(in crate::titles) fn changes(findings: &Findings<'_>, place: Place) -> Vec<(Span, String)> {
    let Findings { reports, subjects, .. } = findings;
    let statement = reports.statement(place);
    let document = &reports.documents[place.document as usize].document;
    let span = match statement.subject {
        Some(subject) if subject.start >= statement.sentence.start && subject.end <= statement.span.start => {
            Span::new(subject.start, statement.span.end)
        }
        _ => statement.span,
    };
    let text = reports.cut(place.document, span);
    let before = reports.cut(place.document, Span::new(statement.sentence.start, span.start));
    let own = statement.clause.as_ref().and_then(|clause| clause.subject).or(statement.subject);
    let found = words(text);
    let mut changes = of_all(findings, place, (span, text), before);
    for at in 0..found.len().saturating_sub(1) {
        let noun = &found[at + 1];
        if fold(found[at].text) != "the" || text[found[at].end..noun.start] != *" " || !is_thing(noun.text) {
            continue;
        }
        let start = span.start + text[..found[at].start].chars().count() as u32;
        let end = span.start + text[..noun.end].chars().count() as u32;
        let whole = own.is_some_and(|own| own == Span::new(start, end));
        let quoted = is_in_quotation(&format!("{before}{}", &text[..found[at].start]));
        if quoted || !whole && !ends(text, &found, at + 1) || found[..at].iter().any(|w| fold(w.text) == noun.text) {
            continue;
        }
        let known = subjects.knows(place.document, noun.text);
        let Some(name) = named(&document.text, start, noun.text, known) else { continue };
        // "Berg's mill" may be another tomorrow, and hers is told where she is.
        let somebody = words(&name).iter().any(|w| {
            let bare = w.text.trim_end_matches("'s").trim_end_matches("’s");
            is_owner(w.text) && reports.called(place.document, bare).any(|m| m.kind == EntityKind::Person)
        });
        // "Corby's board closed the mill": what stands in the sentence tells enough.
        let around = reports.cut(place.document, statement.sentence);
        let told = words(&name).iter().any(|w| w.text.starts_with(char::is_uppercase) && around.contains(w.text));
        if !told && !somebody {
            changes.push((Span::new(start, end), name));
        }
    }
    changes
}

/// What is read instead of "the mill", or "the old mill", where all reports mean one thing by it: what most of those that name it
/// call it, "the Corby mill", where nothing before it does.
fn of_all(findings: &Findings<'_>, place: Place, (span, text): (Span, &str), before: &str) -> Vec<(Span, String)> {
    let found = words(text);
    let plain =
        |at: usize| found[at].text.starts_with(char::is_lowercase) && text[found[at - 1].end..found[at].start] == *" ";
    let goes_on =
        |at: usize| found.get(at + 1).is_some_and(|next| !matches!(next.text, "in" | "at")) && !ends(text, &found, at);
    let mut changes = Vec::new();
    for at in (0..found.len()).filter(|&at| found[at].text.eq_ignore_ascii_case("the")) {
        let told = (at + 1..found.len().min(at + 3)).take_while(|&last| plain(last)).find_map(|last| {
            let noun = &text[found[at + 1].start..found[last].end];
            let name = findings.subjects.name(place.document, noun)?;
            let start = span.start + text[..found[at].start].chars().count() as u32;
            let end = span.start + text[..found[last].end].chars().count() as u32;
            (is_thing(found[last].text) && !goes_on(last) && !is_met(name, &text[..found[at].start]))
                .then(|| (Span::new(start, end), format!("the {name} {noun}")))
        });
        changes.extend(
            told.filter(|_| changes.is_empty() && !is_in_quotation(&format!("{before}{}", &text[..found[at].start]))),
        );
    }
    changes
}

/// Whether a word may be the noun of a thing, of which there are many.
fn is_thing(word: &str) -> bool {
    word.len() > 3
        && word.chars().all(|c| c.is_ascii_lowercase())
        && !is_role(word)
        && !definites::is_only(word)
        && !lexicon::is_preposition(word)
        && !lexicon::tells_time(word)
        && !lexicon::has("country nation state city town village region area", word)
        && !word.ends_with("est")
        && !word.ends_with("ing")
}

/// Whether a phrase ends behind the noun at `at`: nothing goes on with it, and nothing tells which one it is.
fn ends(text: &str, found: &[Word<'_>], at: usize) -> bool {
    let Some(next) = found.get(at + 1) else { return true };
    let word = fold(next.text);
    let gap = &text[found[at].end..next.start];
    gap != " " && !gap.starts_with('-')
        || lexicon::is_auxiliary(&word)
        || lexicon::has("as and or but before after during when while because if until since despite amid", &word)
}

/// What stands before a noun in a report.
enum Form {
    /// It names one: the words before the noun.
    Named(String),
    /// "The mill", "this mill": one that was told before.
    Pointed,
    /// "A new mill", "the old mill".
    Other,
}

/// How the report calls what it means by "the" and a noun: where it has named one such thing before the code point `start`, and all
/// that it names so is this one. Of what all reports are about (`known`), others may be spoken of too.
fn named(text: &str, start: u32, noun: &str, known: bool) -> Option<String> {
    let upto = text.char_indices().nth(start as usize).map_or(text.len(), |(at, _)| at);
    let found = words(text);
    let many = [format!("{noun}s"), format!("{noun}es"), format!("{}ies", noun.strip_suffix('y').unwrap_or("?"))];
    let mut told: BTreeMap<String, (usize, bool)> = BTreeMap::new();
    // Where it was pointed at before it was named.
    let mut pointed: Option<usize> = None;
    let mut early: Option<usize> = None;
    for (at, word) in found.iter().enumerate() {
        if many.iter().any(|many| many == word.text) && !known {
            return None;
        }
        if word.text != noun {
            continue;
        }
        match form(text, &found, at) {
            Form::Named(form) => {
                if told.is_empty() {
                    early = pointed;
                }
                let entry = told.entry(form).or_default();
                entry.0 += 1;
                entry.1 |= word.end <= upto;
            }
            Form::Pointed => pointed = pointed.or(Some(word.start)),
            Form::Other if known => {}
            Form::Other => return None,
        }
    }
    let names = |form: &str| -> Vec<String> {
        let found = words(form).into_iter().filter(|w| w.text.starts_with(char::is_uppercase));
        found.map(|w| w.text.trim_end_matches("'s").trim_end_matches("’s").to_owned()).collect()
    };
    let first = names(told.keys().next()?);
    let one = told.keys().all(|form| names(form) == first);
    // What stands in capitals in a headline may be anything.
    let loud = first.iter().all(|name| name.len() > LOUD && !name.contains(char::is_lowercase));
    let before = told.iter().filter(|(_, (_, before))| *before);
    let (form, _) = before.max_by_key(|(form, (count, _))| (*count, std::cmp::Reverse(form.len())))?;
    let owned = form.split(' ').any(is_owner);
    // "The mill … as the Corby mill was": what was meant before is another, unless Corby is what is spoken of all along. What all reports
    // are about is named after what its report speaks of, and not after what it is likened to.
    let met =
        |name: &String| found.iter().filter(|w| w.text.starts_with(name.as_str())).map(|w| w.start).collect::<Vec<_>>();
    let spoken_of = |name: &String| {
        let met = met(name);
        met.len() >= SPOKEN_OF && early.is_none_or(|early| met.first().is_some_and(|first| *first < early))
    };
    if (known || early.is_some()) && !first.iter().all(spoken_of) {
        return None;
    }
    (one && !loud && !(owned && known))
        .then(|| if owned { format!("{form} {noun}") } else { format!("the {form} {noun}") })
}

/// How often a report has a name that it speaks of, at least.
const SPOKEN_OF: usize = 3;

/// Letters up to which a word in capitals may be a name.
const LOUD: usize = 6;

/// Words before a noun that are looked at.
const WORDS: usize = 5;

/// What stands before the noun at `at`.
fn form(text: &str, found: &[Word<'_>], at: usize) -> Form {
    let close = |at: usize| at > 0 && text[found[at - 1].end..found[at].start] == *" ";
    let mut from = at;
    let mut named = false;
    while close(from) && at - from < WORDS {
        let word = found[from - 1].text;
        let lower = fold(word);
        if lexicon::is_determiner(&lower) {
            return match () {
                () if from == at && matches!(&*lower, "the" | "this" | "that") => Form::Pointed,
                () if named && lower == "the" && goes_no_further(text, found, at) => {
                    Form::Named(text[found[from].start..found[at - 1].end].to_owned())
                }
                () => Form::Other,
            };
        }
        let name = is_name(word);
        // "Lund's mill", with all of the name.
        if name && is_owner(word) && from == at && goes_no_further(text, found, at) {
            let run = (1..from).rev().take_while(|&before| close(before) && is_name(found[before - 1].text)).count();
            let first = from - 1 - run;
            return Form::Named(text[found[first].start..found[at - 1].end].to_owned());
        }
        // "The mill Berg", "barriers and mills", two plain words before the noun.
        let plain = lexicon::is_preposition(&lower)
            || lexicon::is_auxiliary(&lower)
            || lexicon::follows_noun(&lower)
            || lexicon::has("and or but than as", &lower);
        if is_owner(word) || plain || !name && (named || at - from >= 1) {
            return Form::Other;
        }
        named |= name;
        from -= 1;
    }
    Form::Other
}

/// Whether the noun at `at` is no part of a longer one: "the Corby mill owners".
fn goes_no_further(text: &str, found: &[Word<'_>], at: usize) -> bool {
    let Some(next) = found.get(at + 1) else { return true };
    let word = fold(next.text);
    let gap = &text[found[at].end..next.start];
    gap != " " && !gap.starts_with(['-', '\'', '’'])
        || gap == " "
            && (lexicon::is_auxiliary(&word)
                || lexicon::is_preposition(&word)
                || lexicon::is_saying(&word)
                || word.ends_with("ed")
                || lexicon::has("and or but as who which that when while because if until since", &word))
}

fn is_owner(word: &str) -> bool {
    word.ends_with("'s") || word.ends_with("’s")
}

/// Whether a word before a noun is a name, and no day or month.
fn is_name(word: &str) -> bool {
    let lower = fold(word);
    word.starts_with(char::is_uppercase)
        && word.chars().any(char::is_lowercase)
        && !MONTHS.contains(&lower.as_str())
        && !is_weekday(&lower)
        && !lexicon::is_determiner(&lower)
        && !lexicon::is_preposition(&lower)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str, noun: &str) -> Option<String> {
        let start = text.rfind("the ").or(text.rfind("The "))?;
        named(text, text[..start].chars().count() as u32, noun, false)
    }

    #[test]
    fn what_was_named_before_is_called_so() {
        let text = "Berg sold the Corby mill in May. Nurses had asked for that. Lund will pay for the mill";
        assert_eq!(told(text, "mill").as_deref(), Some("the Corby mill"));
        let text = "Corby's mill was late. Lund will pay if Berg sells the mill";
        assert_eq!(told(text, "mill").as_deref(), Some("Corby's mill"));
    }

    #[test]
    fn of_several_none_is_meant_for_sure() {
        for text in [
            "Berg sold the Corby mill and the Lund mill. Lund will pay for the mill",
            "Berg sold the Corby mill and built a new mill. Lund will pay for the mill",
            "Berg sold the Corby mill, one of six mills. Lund will pay for the mill",
            "Berg met the Corby mill owners. Lund will pay for the mill",
            "Berg sold Corby's oldest mill. Lund will pay for the mill",
            "Berg spoke of the Corby sheds and mill. Lund will pay for the mill",
            "Lund has a peer: Berg sold the mill in May, as she had sold the Corby mill before. Lund will pay for the mill",
            "Berg left the old house. Lund will pay for the mill",
            "Lund will pay for the mill",
        ] {
            assert_eq!(told(text, "mill"), None, "{text}");
        }
        let text = "Corby is poor. Berg sold the mill of Corby. In Corby all knew of the Corby mill. Lund will pay for the mill";
        assert_eq!(told(text, "mill").as_deref(), Some("the Corby mill"), "Corby is spoken of all along");
        let text = "Lund will pay for the mill. Berg sold the Corby mill.";
        assert_eq!(named(text, 18, "mill", false), None, "it was not named before");
    }
}
