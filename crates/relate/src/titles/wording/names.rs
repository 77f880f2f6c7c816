//! Surnames, told in full.

use model::{EntityKind, Mention, Span};

use crate::entities::Entities;
use crate::findings::Findings;
use crate::ground::reports::{Place, Reports};
use crate::ground::roles::is_role;
use crate::ground::words::{fold, words};
use crate::titles::lexicon;

/// What a surname is told with, and a name in full without.
const ADDRESSES: &[&str] = &["Mr. ", "Mrs. ", "Ms. ", "Mr ", "Mrs ", "Ms ", "Miss "];

/// How many words a name in full has at most.
const LONGEST: usize = 4;

/// The names in full that are read instead of surnames in the statement at `place`: for each person the first time, where the
/// document knows only one person of that name. `None` where a reader would take it for another's.
pub(in crate::titles) fn changes(findings: &Findings<'_>, place: Place) -> Option<Vec<(Span, String)>> {
    let Findings { reports, entities, given, .. } = findings;
    let statement = reports.statement(place);
    let mut told: Vec<&str> = Vec::new();
    let mut changes = Vec::new();
    // "Berg, who has left Lund": whose deed it is stands before the statement.
    let before = statement
        .subject
        .filter(|subject| subject.start >= statement.sentence.start && subject.end <= statement.span.start);
    let before = before.into_iter().flat_map(|subject| reports.mentions_in(place.document, subject));
    for mention in statement.participants.iter().chain(before) {
        let shared = statement.subject.is_some_and(|subject| subject.contains(mention.span));
        let inside = shared || mention.span.start >= statement.span.start && mention.span.end <= statement.span.end;
        if !inside || told.contains(&mention.name.as_str()) {
            continue;
        }
        if mention.kind != EntityKind::Person {
            // "Paris was charged": a town, or her whose first name it is.
            let subject = statement.clause.as_ref().and_then(|clause| clause.subject).or(statement.subject);
            let whole = subject.is_some_and(|subject| subject == mention.span);
            if whole && by_first_name(reports, place.document, &mention.name).next().is_some() {
                return None;
            }
            continue;
        }
        told.push(&mention.name);
        let quoted = reports.cut(place.document, Span::new(statement.sentence.start, mention.span.start));
        if is_in_quotation(quoted) {
            continue;
        }
        let text = reports.cut(place.document, mention.span);
        let before = reports.cut(place.document, Span::new(statement.sentence.start, mention.span.start));
        let Some((mut span, short)) = surname(mention.span, text) else { continue };
        let address = ADDRESSES.iter().find(|address| before.ends_with(**address));
        let before = before.strip_suffix(address.copied().unwrap_or_default()).unwrap_or(before);
        span.start -= address.map_or(0, |address| address.chars().count() as u32);
        let titled = (before.ends_with(' ') && !before.ends_with(", "))
            .then(|| words(before))
            .and_then(|found| found.last().map(|w| w.text.starts_with(char::is_uppercase) || is_role(w.text)))
            .unwrap_or(false)
            // What begins the sentence stands with a capital anyhow.
            && words(before).len() > 1;
        // "Mayor Berg left": an office that begins it tells who she is, with the name in full or without.
        let office = words(before).as_slice().first().is_some_and(|w| is_role(w.text) && before[w.end..] == *" ");
        let behind =
            reports.cut(place.document, Span::new(mention.span.end, statement.sentence.end.max(mention.span.end)));
        // "His wife, Greta": who she is stands before her name.
        let own =
            reports.cut(place.document, Span::new(statement.span.start, mention.span.start.max(statement.span.start)));
        let kin = words(own).last().is_some_and(|w| lexicon::has(KIN, w.text));
        if kin && !text.ends_with("'s") && !text.ends_with("’s") {
            // Where the name stands once more, it has to be told.
            told.pop();
            continue;
        }
        let determined = is_determined(before);
        // "In Lund": a place that was read as a person.
        let somewhere = text == short
            && words(before).last().is_some_and(|w| lexicon::has("in near outside inside across", &fold(w.text)));
        let subject = statement.clause.as_ref().and_then(|clause| clause.subject).or(statement.subject);
        // "Berg's bond" is told in full, "the Berg plan" is not.
        let owns = text.ends_with("'s") || text.ends_with("’s");
        let ends = owns || subject.is_some_and(|subject| subject.end == mention.span.end) || !goes_on(behind);
        // "Berg's Place" is a name of its own.
        let house = behind.strip_prefix("'s ").or_else(|| behind.strip_prefix("’s "));
        let house = house.or_else(|| text.ends_with('s').then_some(behind.trim_start()).filter(|_| short != text));
        let house = house.is_some_and(|next| next.starts_with(char::is_uppercase));
        let of_first = || {
            let mut all = by_first_name(reports, place.document, &mention.name);
            let first = all.next()?;
            all.all(|other| other == first).then_some(first)
        };
        let one = one_person((reports, entities), place.document, mention, short);
        let whole = full(entities, mention, short).filter(|_| one);
        // "Mr. Berg" in a report that names Anna Berg alone in full may be her husband: only whom all reports mean by it.
        let of_last = || {
            let all_mean = |full: &&str| entities.shown(&mention.name) == entities.shown(full);
            by_last_name(reports, place.document, &mention.name).filter(all_mean)
        };
        let of_middle = || by_middle_name(reports, place.document, &mention.name);
        // A report that never tells it in full means whom all others mean, if nobody else bears the name.
        let of_all = || {
            let alone = address.is_none() && mention.name == short;
            given.only(entities, short).filter(|full| alone && is_name_in_full(full, short))
        };
        let known =
            whole.or_else(of_first).or_else(of_last).or_else(of_middle).or_else(of_all).filter(|name| !repeats(name));
        let text_of = &reports.documents[place.document as usize].document.text;
        let known = known.filter(|full| !is_anothers(text_of, short, full));
        // "Of al Rahi": a part of the name stands before it.
        let part = |full: &&str| {
            let first = full.split(' ').next().unwrap_or_default();
            words(before).last().is_some_and(|w| fold(w.text) == fold(first))
        };
        if known.is_some_and(|full| part(&full)) {
            continue;
        }
        if let Some(full) = known.filter(|_| !house && !titled && !determined && !somewhere && ends) {
            changes.push((span, full.to_owned()));
        } else if !titled
            && !office
            && !somewhere
            && !mention.name.contains(' ')
            && !given.tells(entities, &mention.name)
        {
            // A first name alone, or one that hardly any report has.
            return None;
        } else if known.is_some() && !house && !titled && !office && !somewhere && !given.tells(entities, &mention.name)
        {
            // Whom hardly anybody knows by that name, where it can't be told in full.
            return None;
        } else if !titled && !office && !one && !is_known(entities, mention, short) {
            // A surname of several people, and not of the one whom the reports mean by it.
            return None;
        }
    }
    // "Amb. Berg, who is in Lund": nobody was read in it, and its report names one Berg in full.
    let subject = statement.clause.as_ref().and_then(|clause| clause.subject).or(statement.subject);
    if let Some(subject) = subject.filter(|subject| !changes.iter().any(|(span, _)| span.overlaps(*subject))) {
        let mut within = reports.mentions_in(place.document, subject).chain(&statement.participants);
        let name = reports.cut(place.document, subject);
        let alone = !name.contains(' ') && name.starts_with(char::is_uppercase);
        let known = || by_last_name(reports, place.document, name).filter(|full| is_name_in_full(full, name));
        if alone && !within.any(|mention| subject.contains(mention.span)) {
            changes.extend(known().map(|full| (subject, full.to_owned())));
        }
    }
    Some(changes)
}

/// Whose name alone follows what they are to somebody.
const KIN: &str = "wife husband son daughter brother sister mother father widow";

/// The full names in a document that begin with a word which names somebody or something alone.
fn by_first_name<'a>(reports: &Reports<'a>, document: u32, name: &str) -> impl Iterator<Item = &'a str> {
    let alone = !name.contains(' ');
    let people = reports.called(document, name).filter(move |other| other.kind == EntityKind::Person && alone);
    people.filter_map(move |other| {
        let rest = other.name.strip_prefix(name)?.strip_prefix(' ')?;
        rest.split(' ').all(|word| word.starts_with(char::is_uppercase)).then_some(other.name.as_str())
    })
}

/// The one full name in a document that ends with a word which names somebody alone.
fn by_last_name<'a>(reports: &Reports<'a>, document: u32, name: &str) -> Option<&'a str> {
    let people = reports.called(document, name).filter(|other| other.kind == EntityKind::Person && !name.contains(' '));
    let mut full = people.map(|other| other.name.as_str()).filter(|full| full.contains(' '));
    let first = full.next().filter(|full| ends_with(full, name) && full.split(' ').count() <= LONGEST)?;
    full.all(|other| other == first).then_some(first)
}

/// The one full name in a document that has a word which names somebody alone before its last: "Romero" of "Teresa Romero Ramos".
fn by_middle_name<'a>(reports: &Reports<'a>, document: u32, name: &str) -> Option<&'a str> {
    let people = reports.called(document, name).filter(|other| other.kind == EntityKind::Person && !name.contains(' '));
    let mut full = people.map(|other| other.name.as_str()).filter(|full| full.contains(' '));
    let within = |full: &&str| {
        let found: Vec<&str> = full.split(' ').collect();
        found.len() == 3 && found[1] == name && found.iter().all(|w| w.starts_with(char::is_uppercase) && w.len() > 2)
    };
    let first = full.next().filter(within)?;
    full.all(|other| other == first).then_some(first)
}

/// Whether a name is one in full, of few words, with a family name at its end.
fn is_name_in_full(full: &str, family: &str) -> bool {
    let words = full.split(' ').count();
    (2..=LONGEST).contains(&words)
        && ends_with(full, family)
        && full.split(' ').all(|word| word.starts_with(char::is_uppercase) && word.len() > 1)
}

/// Small words within a name in full.
const PARTICLES: &[&str] =
    &["von", "van", "de", "der", "den", "del", "da", "dos", "du", "la", "le", "bin", "ben", "al", "el"];

/// What may stand behind a family name.
const SUFFIXES: &[&str] = &["Jr.", "Jr", "Sr.", "Sr", "II", "III", "IV"];

/// Whether a full name ends with a family name.
fn ends_with(full: &str, family: &str) -> bool {
    full.rsplit(' ').find(|word| !SUFFIXES.contains(word)) == Some(family)
}

/// Whether an article stands before a name, or an article and one word: "the elder Berg".
fn is_determined(before: &str) -> bool {
    let mut last = words(before).into_iter().rev();
    let (Some(near), far) = (last.next(), last.next()) else { return false };
    if !before[near.end..].trim_matches(' ').is_empty() {
        return false;
    }
    // "Said that Berg left" determines nobody.
    let determiner = |w: &crate::ground::words::Word<'_>| lexicon::is_determiner(&fold(w.text)) && w.text != "that";
    let described = near.text.starts_with(char::is_lowercase)
        && !is_role(near.text)
        && !lexicon::is_preposition(&fold(near.text))
        && !lexicon::is_auxiliary(&fold(near.text))
        && !lexicon::follows_noun(&fold(near.text));
    determiner(&near) || described && far.is_some_and(|far| determiner(&far))
}

/// Whether a surname stands behind an office before its text first names `full`, which has no office before it: "Mayor Berg", and
/// then "Anna Berg", his wife.
fn is_anothers(text: &str, short: &str, full: &str) -> bool {
    let holds = |before: &str| {
        let last =
            before.strip_suffix(' ').and_then(|before| before.rsplit(char::is_whitespace).next()).unwrap_or_default();
        last.starts_with(char::is_uppercase) && is_role(&fold(last))
    };
    let Some(first) = text.find(full) else { return false };
    !holds(&text[..first]) && text[..first].match_indices(short).any(|(at, _)| holds(&text[..at]))
}

/// Whether a word stands twice in a name, which was put together from two spellings, or the hour of a live page before it: "BST
/// Berg".
fn repeats(name: &str) -> bool {
    let found: Vec<&str> = name.split(' ').collect();
    if lexicon::has("bst gmt est edt pst pdt cet cest utc", &fold(found[0])) {
        return true;
    }
    (1..found.len()).any(|at| found[..at].contains(&found[at]))
}

/// Whether a surname alone means, over all documents, the one whom it means here.
fn is_known(entities: &Entities, mention: &Mention, short: &str) -> bool {
    mention.name == short || entities.find(short).is_some_and(|known| entities.find(&mention.name) == Some(known))
}

/// Whether a noun follows that a name only tells apart: "the Berg plan", "Berg voters".
fn goes_on(behind: &str) -> bool {
    let Some(next) = words(behind).first().copied() else { return false };
    let word = fold(next.text);
    let close = behind[..next.start].chars().all(|c| c == ' ' || c == '-');
    close && !lexicon::is_auxiliary(&word) && !lexicon::is_preposition(&word) && !lexicon::follows_noun(&word)
}

/// A surname that stands alone, or behind "Mr.".
fn surname(span: Span, text: &str) -> Option<(Span, &str)> {
    let bare = text.strip_suffix("'s").or_else(|| text.strip_suffix("’s")).unwrap_or(text);
    let cut = (text.chars().count() - bare.chars().count()) as u32;
    let short = ADDRESSES.iter().find_map(|address| bare.strip_prefix(*address)).unwrap_or(bare);
    let name = short.chars().count() > 2 && short.chars().all(|c| c.is_alphabetic() || c == '-');
    (name && short.starts_with(char::is_uppercase)).then_some((Span::new(span.start, span.end - cut), short))
}

fn full<'a>(entities: &'a Entities, mention: &'a Mention, short: &str) -> Option<&'a str> {
    let ends = |name: &&str| {
        let found: Vec<&str> = name.split(' ').collect();
        (2..=LONGEST).contains(&found.len())
            && (ends_with(name, short) || found.first() == Some(&short))
            && found.iter().all(|word| word.starts_with(char::is_uppercase) || PARTICLES.contains(word))
    };
    // Only what the document itself calls them: a surname that it never tells in full may be another's elsewhere.
    let own = Some(mention.name.as_str()).filter(ends)?;
    Some(entities.shown(own)).filter(|shown| ends(shown) && shares_first(shown, own)).or(Some(own))
}

/// Whether two names begin alike.
fn shares_first(a: &str, b: &str) -> bool {
    a.split(' ').next() == b.split(' ').next()
}

/// Whether a quotation is open at the end of a text: what somebody said is not changed.
pub(in crate::titles) fn is_in_quotation(text: &str) -> bool {
    let opened = text.matches('“').count() > text.matches('”').count();
    opened || text.matches('"').count() % 2 == 1
}

/// Whether all that a document calls by a name is one person.
fn one_person((reports, entities): (&Reports<'_>, &Entities), document: u32, mention: &Mention, short: &str) -> bool {
    let same =
        |other: &Mention| entities.find(&other.name).is_some_and(|one| entities.find(&mention.name) == Some(one));
    reports
        .called(document, short)
        .all(|other| other.name == mention.name || mention.name.ends_with(&format!(" {}", other.name)) || same(other))
}

#[cfg(test)]
mod tests {
    use super::is_anothers;

    #[test]
    fn whoever_is_named_later_in_full_need_not_hold_the_office() {
        let text = "Lind at sea\n\nPresident Lind left Corby. His wife, Greta Lind, stayed. Lind will come back";
        assert!(is_anothers(text, "Lind", "Greta Lind"));
        assert!(!is_anothers("President Lind left. President Olaf Lind will come back", "Lind", "Olaf Lind"));
        assert!(!is_anothers("Greta Lind stayed. President Lind left", "Lind", "Greta Lind"), "she may be president");
    }
}
