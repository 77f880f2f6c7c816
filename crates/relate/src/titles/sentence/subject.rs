//! Whether the subject of a sentence says who or what it is.

use model::calendar::MONTHS;
use model::{Mention, Span};

use super::form::Subject;
use super::trim::flat;
use crate::ground::countries;
use crate::ground::frame::is_number;
use crate::ground::reports::Reports;
use crate::ground::words::{Word, fold, words};
use crate::titles::lexicon;
use crate::titles::wording::pronouns;

/// The longest subject, in code points.
const LONGEST: usize = 90;

/// The subject at `span`, with the statement's mentions; `None` where it points elsewhere. `known` are nouns of which all
/// reports beside it mean the same.
pub(in crate::titles) fn read(
    reports: &Reports<'_>,
    document: u32,
    span: Span,
    mentions: &[Mention],
    known: impl Fn(&str) -> bool,
) -> Option<Subject> {
    let shown = shown(reports.cut(document, span));
    let text = shown.trim_end_matches(',').to_owned();
    let found = words(&text);
    let first = fold(found.first()?.text);
    let inside = |m: &&Mention| m.span.start >= span.start && m.span.end <= span.end;
    let is_name = |m: &&Mention| {
        let told = words(reports.cut(document, m.span));
        let article = |w: &&Word<'_>| matches!(&*fold(w.text), "the" | "a" | "an");
        let first = told.iter().find(|w| !article(w));
        first.is_some_and(|w| w.text.starts_with(char::is_uppercase) && !lexicon::points(&fold(w.text)))
    };
    let names: Vec<&Mention> = mentions.iter().filter(inside).filter(is_name).collect();
    let relative = found.iter().position(|w| matches!(&*fold(w.text), "who" | "which" | "that" | "whose"));
    let core = &found[..relative.unwrap_or(found.len())];
    // A name before it is what it goes back to: "Anna Berg and her husband".
    let first_name = names.iter().map(|m| m.span.start).min();
    let goes_back = |at: usize| {
        let start = span.start + text[..core[at].start].chars().count() as u32;
        first_name.is_some_and(|name| name < start)
    };
    let lost = (0..core.len()).any(|at| pronouns::is_own(&fold(core[at].text)) && !goes_back(at));
    let clean = !text.contains(['|', '@', '?', '…', ';']) && text.chars().count() <= LONGEST;
    if lost || !clean {
        return None;
    }
    let capital = core
        .iter()
        .skip(1)
        .any(|w| w.text.starts_with(char::is_uppercase) || w.text.chars().filter(char::is_ascii_uppercase).count() > 1);
    let country = core.iter().any(|w| countries::country(&fold(w.text)).is_some());
    let named = !names.is_empty() || capital || country;
    let kind = |kind: model::EntityKind| names.iter().any(|m| m.kind == kind);
    let and = core.iter().any(|w| matches!(&*fold(w.text), "and" | "&"));
    let person = kind(model::EntityKind::Person)
        && !and
        && names.iter().any(|m| {
            m.span.end + 2 >= span.end.min(span.start + text.chars().count() as u32) || m.span.start == span.start
        });
    let many = and || !person;
    let points = lexicon::points(&first) && !(named && is_count(&first)) && !counts(&first, core.len());
    if first == "there" || points || runs_on(core) || is_headline(reports, document, &names, span) {
        return None;
    }
    if first.chars().all(|c| c.is_ascii_digit()) && core.len() < 2 {
        return None;
    }
    if !named {
        let head = of(core).map_or_else(String::new, fold);
        // "The storm", where all reports are about one.
        let topic = first == "the" && core.len() == 2 && known(&head) && !crate::ground::roles::is_role(&head);
        // "The agency" is one that was named before; "a new bridge" and "health officials" are understood.
        if matches!(first.as_str(), "the" | "that") && !topic
            || first != "the"
                && lexicon::dangles(&first)
                && !matches!(first.as_str(), "a" | "an" | "no" | "very" | "more" | "most")
        {
            return None;
        }
        let people = is_number(&first) && head == "people";
        if lexicon::is_vague(&head) && !people || lexicon::points(&head) {
            return None;
        }
    }
    Some(Subject { text: shown, named, person, many })
}

/// Whether a predicate tells who writes or comments: "is a columnist for the Lund Post". That is no news.
pub(in crate::titles) fn is_writer(predicate: &str) -> bool {
    let found: Vec<String> = words(predicate).iter().map(|w| fold(w.text)).collect();
    let of = "for of at with who in on whose based";
    let end = found.iter().position(|word| lexicon::has(of, word)).unwrap_or(found.len());
    let is = found.first().is_some_and(|word| lexicon::has("is are covers writes hosts edits", word));
    let writes = "host contributor columnist commentator author writer blogger editor correspondent reporter journalist fellow \
        anchor producer essayist novelist professor lecturer faculty analyst";
    is && end > 1 && found[1..end].iter().any(|word| lexicon::has(writes, word))
        || found.first().is_some_and(|word| lexicon::has("covers writes hosts edits", word))
}

/// A subject without marks around it. "Anna Berg, a teacher," keeps the comma that closes what describes her.
pub(in crate::titles) fn shown(text: &str) -> String {
    let text = flat(text);
    let closed = text.trim_end().ends_with(',') && text.matches(',').count() > 1;
    let bare = text.trim_matches([',', ' ', '"', '“', '”', '—', '–', '-', ';', ':']);
    // "The dam — the oldest of all —": a dash that opened is closed.
    let dash = ["--", "—", "–"]
        .into_iter()
        .find(|dash| text.trim_end().ends_with(dash) && bare.contains(&format!(" {dash} ")));
    match dash {
        Some(dash) => format!("{bare} {dash}"),
        None if closed => format!("{bare},"),
        None => bare.to_owned(),
    }
}

/// Words that tell how many.
fn is_count(word: &str) -> bool {
    is_number(word) || lexicon::has("both all some many most several few none another each more", word)
}

/// "Two nurses", "3,000 people": counted things.
fn counts(first: &str, length: usize) -> bool {
    length >= 2 && is_count(first) && !matches!(first, "none" | "each")
}

/// "Anna Berg Norwegian senators": words of a headline that no mark parts.
fn is_headline(reports: &Reports<'_>, document: u32, names: &[&Mention], subject: Span) -> bool {
    let text = reports.cut(document, subject);
    let first = words(text).first().map(|w| fold(w.text)).unwrap_or_default();
    let last = words(text).last().is_some_and(|w| w.text.starts_with(char::is_lowercase) && w.text.ends_with('s'));
    if lexicon::has("sen rep gov mr mrs ms dr", &first) && last && !text.contains(',') {
        return true;
    }
    names.iter().filter(|m| m.kind == model::EntityKind::Person && m.span.end < subject.end).any(|m| {
        let behind = reports.cut(document, Span::new(m.span.end, subject.end));
        let next = behind.strip_prefix(' ').unwrap_or_default();
        let word = next.split(' ').next().unwrap_or_default();
        let apart = !names.iter().any(|other| other.span.start <= m.span.end + 1 && other.span.end > m.span.end + 1);
        apart
            && word.starts_with(char::is_uppercase)
            && word.ends_with(|c: char| c.is_lowercase())
            && next.contains(' ')
    })
}

/// "The leaders Norway": two phrases that were read as one.
fn runs_on(core: &[Word<'_>]) -> bool {
    // "The detail North Korea": a noun of saying or telling, and whom it is told of.
    if let [article, noun, name, ..] = core
        && matches!(&*fold(article.text), "the" | "a" | "an")
        && name.text.starts_with(char::is_uppercase)
        && lexicon::has(
            "detail fact claim news report statement idea hope fear belief view word request demand proposal suggestion order",
            &fold(noun.text),
        )
    {
        return true;
    }
    // "An investigation into a trip Berg": the noun is what Berg did something with.
    if let [before @ .., article, noun, name] = core
        && matches!(&*fold(article.text), "a" | "an" | "the")
        && noun.text.starts_with(char::is_lowercase)
        && name.text.starts_with(char::is_uppercase)
        && !crate::ground::roles::is_role(noun.text)
        && before.iter().any(|w| lexicon::is_preposition(&fold(w.text)) && !lexicon::is_determiner(&fold(w.text)))
    {
        return true;
    }
    // "Holds responsible Olaf Lind, who …": said of him, and no part of his name.
    if let [said, name, ..] = core
        && matches!(said.text, "responsible" | "guilty" | "liable" | "accountable" | "dead")
        && name.text.starts_with(char::is_uppercase)
    {
        return true;
    }
    // "A ferry landing at Lund harbour Corby": a caption that runs into the next name.
    if let [.., at, place, noun, name] = core
        && lexicon::has("at near outside", at.text)
        && [place, name].iter().all(|w| w.text.starts_with(char::is_uppercase))
        && noun.text.starts_with(char::is_lowercase)
        && !crate::ground::roles::is_role(noun.text)
        && !lexicon::is_preposition(noun.text)
        && !lexicon::follows_noun(noun.text)
    {
        return true;
    }
    // "KLN four men": to whom it was told, and of whom.
    let counted = core.windows(3).any(|run| {
        let number = is_number(run[1].text) && run[1].text.starts_with(char::is_lowercase);
        let name =
            run[0].text.starts_with(char::is_uppercase) && !matches!(&*fold(run[0].text), "the" | "all" | "some");
        name && !run[0].text.ends_with(['s', 'S']) && number && run[2].text.starts_with(char::is_lowercase)
    });
    counted
        || core.windows(2).any(|pair| {
            let plural = pair[0].text.ends_with('s') && pair[0].text.starts_with(char::is_lowercase);
            plural && countries::country(&fold(pair[1].text)).is_some() && pair[1].text.starts_with(char::is_uppercase)
        })
}

/// The noun that a phrase turns on: the last word before a preposition.
fn of<'a>(core: &[Word<'a>]) -> Option<&'a str> {
    let end = core
        .iter()
        .position(|w| lexicon::has("of in on for from with at to about by near", w.text))
        .unwrap_or(core.len());
    core[..end].last().map(|w| w.text)
}

/// Whether a sentence with a subject that names nobody still says enough: it names something, or counts, or its subject
/// is described.
///
/// What all reports are about may stand in it without a name.
pub(in crate::titles) fn tells_enough(subject: &str, text: &str, passive: bool, copula: bool) -> bool {
    let found = words(text);
    let first = words(subject).first().map(|w| fold(w.text)).unwrap_or_default();
    // "A document will be sent to Congress", "a majority vote is required": which one?
    // "A deal was struck between Lund and Corby" tells it.
    let between = text.split_once(" between ").is_some_and(|(_, who)| who.starts_with(char::is_uppercase));
    let one = matches!(first.as_str(), "a" | "an" | "no" | "any" | "every") && words(subject).len() < 4 && !between;
    let month = |w: &Word<'_>| MONTHS.contains(&fold(w.text).as_str());
    let names = found.iter().skip(1).any(|w| w.text.starts_with(char::is_uppercase) && w.text != "I" && !month(w));
    // "A 17-year-old surrendered to police", "a fire killed one miner" are told of many, whoever reports it; "the fever", where all
    // reports are about one, is known.
    let known = first == "the";
    let number = |w: &Word<'_>| is_number(&fold(w.text));
    let counted = text.contains(|c: char| c.is_ascii_digit()) || words(subject).iter().any(number);
    let more = words(subject).len() >= 2 && (names || known);
    found.len() >= 6 && !(one && passive) && (names && !copula || counted && more)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_of_many_is_told_by_those_between_whom_it_is() {
        assert!(!tells_enough("a pact", "A pact on salt was signed in Lund by guards", true, false));
        assert!(tells_enough("a pact", "A pact was signed between Lund and six small towns", true, false));
    }

    #[test]
    fn who_writes_is_no_news() {
        assert!(is_writer("is a columnist for the Lund Post"));
        assert!(is_writer("is a bread baker and radio host"));
        assert!(!is_writer("is mayor of Lund and met a columnist"));
        assert!(!is_writer("was shot by a columnist"));
    }

    #[test]
    fn a_caption_that_runs_into_a_name_is_no_subject() {
        assert!(runs_on(&words("A ferry landing at Lund harbour Corby")));
        assert!(runs_on(&words("responsible Gen. Olaf Lind")));
        assert!(!runs_on(&words("A ferry landing at Lund harbour")));
        assert!(!runs_on(&words("The nurse of Lund mayor Anna Berg")));
    }

    #[test]
    fn a_dash_that_opened_is_closed() {
        assert_eq!(shown("the dam — the oldest of all — "), "the dam — the oldest of all —");
        assert_eq!(shown("the dam —"), "the dam");
    }
}
