//! On whose word a title stands. What every statement of a claim has from somebody is told with their name.

use model::{EntityKind, Holder};

use super::holders::{INSTITUTIONS, PARTICLES, is_people, is_proper, name};
use super::lexicon;
use crate::findings::Findings;
use crate::ground::countries;
use crate::ground::reports::{Place, Reports};
use crate::ground::roles::is_role;
use crate::ground::words::{fold, words};

/// On whose word the statements of a title stand.
pub(super) enum Voice {
    /// A report says so in its own voice, or the title itself tells who does.
    Own,
    /// They all have it from these, in the order of the statements; whether from several, or besides from somebody unnamed.
    Of(Vec<String>, bool),
    /// They have it from somebody of whom the title cannot say who it is.
    Nobody,
}

/// The voice of the statements at `places`; where only one report has them (not `shared`), whoever says so has to have a name.
pub(super) fn voice(findings: &Findings<'_>, places: &[Place], shared: bool) -> Voice {
    let mut names: Vec<String> = Vec::new();
    let mut unknown = false;
    // "Witnesses", as one report has it, are nobody.
    let several = places.iter().any(|place| place.document != places[0].document);
    let nobody = |name: &String| !several && !name.contains(' ') && is_people(name) && name != "Police";
    for &place in places {
        let Some(steps) = said_by(&findings.reports, place) else { return Voice::Own };
        match steps
            .iter()
            .map(|holder| {
                name(findings, place, holder).filter(|name| (shared || is_known(findings, name)) && !nobody(name))
            })
            .collect::<Option<Vec<String>>>()
        {
            Some(told) => told.into_iter().for_each(|name| {
                if !names.contains(&name) {
                    names.push(name);
                }
            }),
            None => unknown = true,
        }
    }
    // "Berg" and "Anna Berg", where both mean her: the fuller name tells.
    let entity = |name: &String| findings.entities.find(name);
    let all = names.clone();
    names.retain(|name| {
        let same = |other: &&String| {
            other.split(' ').count() > name.split(' ').count()
                && entity(other).is_some()
                && entity(other) == entity(name)
        };
        !all.iter().any(|other| same(&other))
    });
    // Two of one family name may be one person, misread.
    let last = |name: &String| name.rsplit(' ').next().map(fold);
    let twice = names.iter().enumerate().any(|(at, name)| names[..at].iter().any(|other| last(other) == last(name)));
    // A town that speaks beside others is a dateline.
    let town = |name: &String| {
        findings
            .entities
            .find(name)
            .is_some_and(|entity| findings.entities.list[entity as usize].kind == EntityKind::Place)
            && countries::country(&fold(name)).is_none()
    };
    let town = names.len() > 1 && names.iter().any(town);
    if names.len() > 1 {
        // Who passes on what another says is no second voice.
        let passes = |name: &String| {
            places.iter().any(|&place| {
                let steps: Vec<&[Holder]> = Holder::steps(&findings.reports.statement(place).holders).collect();
                let before = steps.split_last().map_or(&[][..], |(_, before)| before);
                before.iter().copied().flatten().any(|holder| fold(&holder.name) == fold(name))
            })
        };
        let (passing, own): (Vec<String>, Vec<String>) = names.into_iter().partition(passes);
        // Whom they have it from is told where that is surely somebody.
        let sure = |name: &String| is_somebody(findings, name) || name.starts_with("The ");
        names = if passing.is_empty() || own.iter().any(sure) { own } else { passing };
    }
    let described = names.len() > 1 && !names.iter().any(|name| is_proper(name))
        // "Journalists at the pier", beside somebody else who says so.
        || unknown && names.iter().all(|name| name.contains(' ') && is_people(name));
    let nobody = names.is_empty() || unknown && places.len() < 2 || twice || town || described;
    if nobody || one_is_misheard(findings, places) || are_of_another(findings, places, &names) {
        return Voice::Nobody;
    }
    // "The alliance" beside one who is named is another.
    if unknown && !names.is_empty() && !all_may_be_people(findings, places, &names) {
        return Voice::Nobody;
    }
    let several = names.len() > 1 || unknown;
    Voice::Of(names, several)
}

/// Whether whoever says so without a name of their own is somebody, and no house that another name is not of.
fn all_may_be_people(findings: &Findings<'_>, places: &[Place], names: &[String]) -> bool {
    let told = |last: &str| names.iter().any(|name| words(name).iter().any(|w| fold(w.text) == last));
    places.iter().all(|&place| {
        let steps = said_by(&findings.reports, place).unwrap_or_default();
        steps.iter().all(|holder| {
            let last = words(&holder.name).last().map(|w| fold(w.text)).unwrap_or_default();
            name(findings, place, holder).is_some()
                || !lexicon::has(INSTITUTIONS, &last)
                || is_role(&last)
                || told(&last)
        })
    })
}

/// Whether the statements at `places` are of two speakers, who are told by name.
pub(super) fn are_of_two(findings: &Findings<'_>, places: &[Place]) -> bool {
    // "No mill is better than an old one", say those who live there, and Berg says so too.
    let mut names = places.iter().filter_map(|&place| {
        let holder = said_by(&findings.reports, place)?.last().filter(|holder| holder.cue.is_some())?;
        let known = findings.entities.find(&holder.name).filter(|_| is_somebody(findings, &holder.name));
        (known.is_some() || is_people(&holder.name)).then_some(known)
    });
    let first = names.next();
    first.is_some_and(|first| names.any(|other| other != first))
}

/// Whether one of the statements at `places` is a quotation of which nobody was read to tell whose it is, in a sentence that names
/// another person than `names` before it.
fn are_of_another(findings: &Findings<'_>, places: &[Place], names: &[String]) -> bool {
    let known = |name: &str| findings.entities.find(name);
    places.iter().filter(|&&place| is_unspoken_quotation(findings, place)).any(|&place| {
        let statement = findings.reports.statement(place);
        let before = model::Span::new(statement.sentence.start, statement.span.start.max(statement.sentence.start));
        let mut named = findings.reports.mentions_in(place.document, before);
        named.any(|m| m.kind == EntityKind::Person && !names.iter().any(|name| known(name) == known(&m.name)))
    })
}

/// Whether a name is that of a person or a body.
fn is_somebody(findings: &Findings<'_>, name: &str) -> bool {
    let kind = findings.entities.find(name).map(|entity| findings.entities.list[entity as usize].kind);
    matches!(kind, Some(EntityKind::Person | EntityKind::Organisation))
}

/// Words from which on two that say the very same are hardly two speakers.
const SAME: usize = 6;

/// Whether the same words are given to two people: one of them did not say them, and which one the reports do not tell.
fn one_is_misheard(findings: &Findings<'_>, places: &[Place]) -> bool {
    let said: Vec<(Place, Vec<u32>)> = places
        .iter()
        .filter_map(|&place| {
            let names = said_by(&findings.reports, place)?.iter();
            let names = names.filter_map(|holder| name(findings, place, holder));
            let names = names.filter(|name| is_somebody(findings, name));
            let names: Vec<u32> = names.filter_map(|name| findings.entities.find(&name)).collect();
            (!names.is_empty()).then_some((place, names))
        })
        .collect();
    // Most claims rest on one: nothing has to be read for them.
    if said.iter().all(|(_, names)| names == &said[0].1) {
        return false;
    }
    let told: Vec<Vec<String>> = said
        .iter()
        .map(|&(place, _)| words(findings.reports.words_of(place)).iter().map(|w| fold(w.text)).collect())
        .collect();
    said.iter().enumerate().any(|(at, (_, names))| {
        said[..at].iter().zip(&told).any(|((_, others), other)| {
            let own = &told[at];
            let (short, long) = if own.len() < other.len() { (own, other) } else { (other, own) };
            short.len() >= SAME
                && !names.iter().any(|name| others.contains(name))
                && long.windows(short.len()).any(|run| run == short.as_slice())
        })
    })
}

/// Whether a title that one report gives can say who it is: a name in full, a body that several reports name, or people
/// with a name beside them ("Norwegian officials").
fn is_known(findings: &Findings<'_>, name: &str) -> bool {
    let found = words(name);
    if found.len() > 1 {
        // "The harbour office": of the place that it speaks of.
        return found.len() > 2 && fold(found[0].text) == "the"
            || found.iter().skip(1).any(|w| w.text.starts_with(char::is_uppercase))
            || countries::country(&fold(found[0].text)).is_some();
    }
    let entity = findings.entities.find(name).map(|entity| &findings.entities.list[entity as usize]);
    entity.is_some_and(|entity| entity.kind != EntityKind::Person && entity.documents.len() > 1)
}

/// Whether the statement at `place` is that of one of `names`; or, where they are not all who say so (`several`), told in the words
/// that one of the others at `places` has from them.
pub(super) fn is_of(
    findings: &Findings<'_>,
    place: Place,
    places: &[Place],
    (names, several): (&[String], bool),
) -> bool {
    let entity = |name: &str| findings.entities.find(name);
    let own = |place: Place| {
        let steps = said_by(&findings.reports, place).unwrap_or_default();
        steps.iter().filter_map(|holder| name(findings, place, holder)).any(|own| {
            let same = |other: &String| *other == own || entity(other).is_some() && entity(other) == entity(&own);
            names.iter().any(same)
        })
    };
    let told = |place: Place| -> Vec<String> {
        words(findings.reports.words_of(place)).iter().map(|w| fold(w.text)).collect()
    };
    let mine = told(place);
    own(place)
        || several
            && places.iter().filter(|other| **other != place).any(|&other| {
                let theirs = told(other);
                let shared = mine.iter().filter(|word| theirs.contains(word)).count();
                shared * 5 >= mine.len() * 4 && own(other)
            })
}

/// Whether a statement is somebody's words in quotation marks, and its report was not read to tell whose.
pub(super) fn is_unspoken_quotation(findings: &Findings<'_>, place: Place) -> bool {
    let statement = findings.reports.statement(place);
    let span = statement.span;
    let verb = statement.clause.as_ref().map(|clause| clause.verb);
    let whole = |quote: &model::Span| {
        let shared = quote.end.min(span.end).saturating_sub(quote.start.max(span.start));
        shared * 5 >= (span.end - span.start) * 4 && verb.is_none_or(|verb| quote.contains(verb))
    };
    let person = |holder: &Holder| {
        let kind = findings.entities.find(&holder.name).map(|entity| findings.entities.list[entity as usize].kind);
        kind == Some(EntityKind::Person)
    };
    let spoken = |holder: &Holder| holder.cue.is_some() || person(holder);
    statement.quotes.iter().any(whole) && !statement.holders.iter().skip(1).any(spoken)
}

/// Those on whose word a statement stands last; `None` where it is the report's own.
fn said_by<'a>(reports: &Reports<'a>, place: Place) -> Option<&'a [Holder]> {
    let statement = reports.statement(place);
    // What a report of views says in its own voice is its author's, who stands above it.
    if reports.is_view(place) {
        return Holder::steps(&statement.holders).skip(1).last();
    }
    // Whom a person added as the origin stands nowhere in the text, and is no voice in it.
    let told = |step: &&[Holder]| step.iter().any(|holder| holder.span.is_some() || holder.cue.is_some());
    Holder::steps(&statement.holders).skip(1).filter(told).last()
}

/// Whether the statement itself tells on whose word it stands: "Berg said that …", "Norway denied …".
pub(super) fn is_told_within(reports: &Reports<'_>, place: Place) -> bool {
    let statement = reports.statement(place);
    let Some(steps) = said_by(reports, place) else { return false };
    let subject = statement.clause.as_ref().and_then(|clause| clause.subject).or(statement.subject);
    let subject = subject.map_or("", |span| reports.cut(place.document, span));
    steps.iter().any(|holder| {
        let within = |span: Option<model::Span>| span.is_some_and(|span| statement.span.contains(span));
        // The subject is who says it: by the family name, or with all that the name of a house has. "Lund" is not the Post of
        // Lund, nor "Berg's Place" Berg.
        let itself = || {
            let (name, told) = (words(&holder.name), words(subject));
            let last = name.last().map(|w| fold(w.text)).unwrap_or_default();
            let has = |word: &str| told.iter().any(|w| fold(w.text) == word);
            let ends = told.last().is_some_and(|w| fold(w.text) == last) || subject.contains(',') && has(&last);
            let house = name.iter().any(|w| w.text.starts_with(char::is_lowercase) && !lexicon::has(PARTICLES, w.text));
            let whole = !house || name.iter().all(|w| has(&fold(w.text)));
            // "Nordpress reporters", "Nordpress's Anna Berg".
            let bare = ["a ", "A ", "the ", "The "]
                .iter()
                .find_map(|article| subject.strip_prefix(article))
                .unwrap_or(subject);
            let own = bare.strip_prefix(holder.name.as_str()).is_some_and(|rest| !rest.starts_with(','));
            last.len() > 2 && (ends && whole && told.len() <= name.len() + 2 || own)
        };
        within(holder.span) && within(holder.cue) || itself()
    })
}

/// What comes before the words of several: "Berg", "Berg and Lund", "Berg, Lund and others". Who is only described ("the
/// mayor") may be one of those who are named, and is left out beside them.
pub(super) fn prefix(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => format!("{one}: "),
        several => {
            let proper: Vec<&String> = several.iter().filter(|name| is_proper(name)).collect();
            match proper.as_slice() {
                [] => format!("{}: ", several[0]),
                // Bankers are not he alone.
                [one] if several.iter().any(|name| is_people(name) && !is_proper(name) && fold(name) != "police") => {
                    format!("{one} and others: ")
                }
                [one] => format!("{one}: "),
                [one, two] => format!("{one} and {two}: "),
                [one, two, ..] => format!("{one}, {two} and others: "),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_are_told_by_what_they_are() {
        assert!(
            is_people("officials") && is_people("Senior Norwegian officials") && is_people("experts at the institute")
        );
        assert!(!is_people("the bill") && !is_people("leader"));
        assert_eq!(prefix(&["Berg".to_owned(), "Lund".to_owned()]), "Berg and Lund: ");
        assert_eq!(prefix(&["the mayor of Kolm".to_owned(), "Berg".to_owned()]), "Berg: ", "he may be the mayor");
        assert_eq!(prefix(&["Bankers".to_owned(), "Berg".to_owned()]), "Berg and others: ");
        assert_eq!(prefix(&["Police".to_owned(), "Kolm Police Department".to_owned()]), "Kolm Police Department: ");
    }
}
