//! The event that enough of the reports of a story tell, as a noun, with whom it befell.

use std::collections::{BTreeMap, BTreeSet};

use model::{Claim, Clause, Commitment, EntityKind, Polarity, Span, Statement, Tense};

use crate::findings::Findings;
use crate::ground::irregular;
use crate::ground::reports::Place;
use crate::ground::roles::is_role;
use crate::ground::words::{fold, is_in, stem, words};
use crate::sources::named_agencies;

/// What is done to somebody or something, by its participle, with the noun for it.
const DONE: &[(&str, &str)] = &[
    ("killed", "Death of"),
    ("murdered", "Murder of"),
    ("assassinated", "Assassination of"),
    ("shot", "Shooting of"),
    ("arrested", "Arrest of"),
    ("detained", "Detention of"),
    ("charged", "Charges against"),
    ("indicted", "Indictment of"),
    ("convicted", "Conviction of"),
    ("diagnosed", "Diagnosis of"),
    ("infected", "Infection of"),
    ("quarantined", "Quarantine of"),
    ("hospitalized", "Hospitalization of"),
    ("hospitalised", "Hospitalisation of"),
    ("inaugurated", "Inauguration of"),
    ("overthrown", "Overthrow of"),
    ("ousted", "Ousting of"),
    ("disqualified", "Disqualification of"),
    ("hijacked", "Hijacking of"),
    ("recalled", "Recall of"),
    ("nationalized", "Nationalization of"),
    ("devalued", "Devaluation of"),
    ("acquitted", "Acquittal of"),
    ("sentenced", "Sentencing of"),
    ("executed", "Execution of"),
    ("extradited", "Extradition of"),
    ("deported", "Deportation of"),
    ("released", "Release of"),
    ("freed", "Release of"),
    ("rescued", "Rescue of"),
    ("kidnapped", "Kidnapping of"),
    ("abducted", "Kidnapping of"),
    ("evacuated", "Evacuation of"),
    ("elected", "Election of"),
    ("appointed", "Appointment of"),
    ("nominated", "Nomination of"),
    ("dismissed", "Dismissal of"),
    ("sacked", "Dismissal of"),
    ("impeached", "Impeachment of"),
    ("suspended", "Suspension of"),
    ("sold", "Sale of"),
    ("opened", "Opening of"),
    ("closed", "Closure of"),
    ("cancelled", "Cancellation of"),
    ("canceled", "Cancellation of"),
    ("postponed", "Postponement of"),
    ("signed", "Signing of"),
    ("ratified", "Ratification of"),
    ("approved", "Approval of"),
    ("rejected", "Rejection of"),
    ("destroyed", "Destruction of"),
    ("demolished", "Demolition of"),
    ("attacked", "Attack on"),
    ("buried", "Burial of"),
];

/// What somebody or something does that has no object.
const BEFALLEN: &[(&str, &str)] = &[
    ("died", "Death of"),
    ("resigned", "Resignation of"),
    ("stepped", "Resignation of"),
    ("crashed", "Crash of"),
    ("sank", "Sinking of"),
    ("collapsed", "Collapse of"),
    ("exploded", "Explosion of"),
    ("escaped", "Escape of"),
    ("retired", "Retirement of"),
    ("derailed", "Derailment of"),
    ("erupted", "Eruption of"),
    ("surrendered", "Surrender of"),
];

/// Reports that tell it as a fact at least, and that tell of it at all where one alone does.
const FEW: usize = 2;
const MORE: usize = 4;

/// Of how many reports of a story one at least tells of it.
const SHARE: usize = 3;

/// Days before its report appeared, from which on an event is only recalled.
const BACK: i32 = 31;

/// Words of a name at most.
const LONGEST: usize = 5;

/// The name of the story that `claims` make up; `None` where no event is surely told by enough of its reports.
pub(super) fn name(findings: &Findings<'_>, claims: &[&Claim]) -> Option<String> {
    let mut told: BTreeMap<String, Tellers> = BTreeMap::new();
    let mut documents: BTreeSet<u32> = BTreeSet::new();
    for member in claims.iter().flat_map(|claim| &claim.members) {
        documents.insert(member.document);
        let place = Place { document: member.document, statement: member.statement };
        let near = days_before(findings, place).map(|days| days <= BACK);
        for (event, fact) in event(findings, place).into_iter().chain(named(findings, place)) {
            let tellers = told.entry(event).or_default();
            tellers.all.insert(member.document);
            if fact {
                tellers.fact.insert(member.document);
                tellers.near += usize::from(near == Some(true));
                tellers.far += usize::from(near == Some(false));
            }
        }
    }
    // What happened long before its reports appeared, they recall; it names a story that most of them tell for it.
    let recalled = |of: &Tellers| of.far > of.near;
    told.retain(|_, of| {
        (of.fact.len() >= FEW || !of.fact.is_empty() && of.all.len() >= MORE)
            && (!recalled(of) || of.fact.len() * 3 >= documents.len() * 2)
    });
    let (name, of) = told.into_iter().max_by(|a, b| a.1.all.len().cmp(&b.1.all.len()).then_with(|| b.0.cmp(&a.0)))?;
    (of.all.len() * SHARE >= documents.len()).then_some(name)
}

/// The reports that tell of an event, those of them that tell it as a fact, and how many statements date it near and far.
#[derive(Default)]
struct Tellers {
    all: BTreeSet<u32>,
    fact: BTreeSet<u32>,
    near: usize,
    far: usize,
}

/// The days from when a statement has it happen to when its report appeared, where both are told.
fn days_before(findings: &Findings<'_>, place: Place) -> Option<i32> {
    let last = findings.reports.statement(place).time.as_ref()?.last?;
    Some(findings.reports.published(place.document)?.0 - last.0)
}

/// The noun in a list for a folded verb in any of its forms.
fn noun_for(list: &[(&str, &'static str)], head: &str) -> Option<&'static str> {
    let base = |word: &str| stem(irregular::base(word).unwrap_or(word));
    let own = base(head);
    list.iter().find(|(verb, _)| *verb == head || base(verb) == own).map(|(_, noun)| *noun)
}

/// The event that a statement tells, as a noun with its one participant, and whether it tells it as a fact.
fn event(findings: &Findings<'_>, place: Place) -> Option<(String, bool)> {
    let reports = &findings.reports;
    let statement = reports.statement(place);
    let clause = statement.clause.as_ref()?;
    let fact = matches!(statement.commitment, Commitment::Asserted | Commitment::Attributed)
        && matches!(clause.tense, Tense::Past | Tense::Perfect);
    if statement.polarity != Polarity::Affirmed {
        return None;
    }
    let head = fold(reports.cut(place.document, clause.head));
    let behind = reports.cut(place.document, Span::new(clause.verb.end, statement.span.end.max(clause.verb.end)));
    let first = words(behind).first().map(|word| fold(word.text)).unwrap_or_default();
    let befallen = noun_for(BEFALLEN, &head).filter(|_| !clause.passive);
    // "Stepped down", and not "stepped on".
    if let Some(noun) = befallen {
        let down = stem(&head) != "step" || first == "down";
        return down
            .then(|| participant(findings, place, statement, clause))
            .flatten()
            .map(|who| (format!("{noun} {who}"), fact));
    }
    let mut noun = noun_for(DONE, &head)?;
    if noun == "Death of" && (first == "by" || !clause.passive) {
        noun = "Killing of";
    }
    if clause.passive {
        return participant(findings, place, statement, clause).map(|who| (format!("{noun} {who}"), fact));
    }
    // "The guards released Anna Berg": whom they did it to stands behind the verb.
    let mut people = statement.participants.iter().filter(|mention| mention.kind == EntityKind::Person);
    let object = people.find(|mention| mention.span.start == clause.verb.end + 1)?;
    let owns = reports.cut(place.document, object.span).ends_with(['s', '\'', '’'])
        && reports.cut(place.document, object.span).contains(['\'', '’']);
    (!owns).then(|| person(findings, &object.name)).flatten().map(|who| (format!("{noun} {who}"), fact))
}

/// Nouns for what befell somebody, beside those of the verbs.
const NOUNS: &[(&str, &str)] = &[
    ("ouster", "Ousting of"),
    ("fall", "Fall of"),
    ("downfall", "Fall of"),
    ("toppling", "Fall of"),
    ("trial", "Trial of"),
    ("freeing", "Release of"),
];

/// The events that a statement only names, "the release of Anna Berg", "Berg's resignation".
fn named(findings: &Findings<'_>, place: Place) -> Vec<(String, bool)> {
    let reports = &findings.reports;
    let statement = reports.statement(place);
    let noun = |word: &str| {
        let of = |noun: &&(&str, &'static str)| noun.1.split(' ').next().is_some_and(|first| fold(first) == *word);
        let known = NOUNS.iter().find(|(noun, _)| *noun == word).or_else(|| DONE.iter().chain(BEFALLEN).find(of));
        known.map(|(_, noun)| *noun)
    };
    let told =
        statement.participants.iter().filter(|mention| mention.kind == EntityKind::Person).filter_map(|mention| {
            let cut = |from: u32, to: u32| reports.cut(place.document, Span::new(from, to.max(from)));
            let before = cut(statement.sentence.start, mention.span.start);
            let behind = cut(mention.span.end, statement.sentence.end);
            let own = cut(mention.span.start, mention.span.end);
            let owns =
                own.ends_with("'s") || own.ends_with("’s") || behind.starts_with("'s ") || behind.starts_with("’s ");
            let next = words(behind).into_iter().map(|w| fold(w.text)).find(|word| word != "s");
            let last: Vec<String> = words(before).iter().rev().take(OFFICE + 2).map(|w| fold(w.text)).collect();
            // "The release of Minister Anna Berg".
            let office = last.iter().take_while(|word| is_role(word)).count();
            let of = last.get(office).is_some_and(|word| word == "of").then(|| last.get(office + 1)).flatten();
            let found = if owns { next.as_deref().and_then(noun) } else { of.and_then(|word| noun(word)) };
            Some((format!("{} {}", found?, person(findings, &mention.name)?), false))
        });
    told.collect()
}

/// Words of an office between what befell somebody and their name, at most.
const OFFICE: usize = 2;

/// Somebody's name in full.
fn person(findings: &Findings<'_>, name: &str) -> Option<String> {
    let shown = findings.entities.shown(name);
    // "Reuters-Anna Berg": the line of an agency before a name.
    let line = shown.split_once('-').is_some_and(|(line, _)| !named_agencies(line).is_empty());
    // "Ada Lind Berta Moor": two people who were taken for one.
    let first = |name: &str| name.split(' ').next().map(fold);
    let another = name.contains(' ') && first(name) != first(shown);
    (shown.contains(' ') && !line && !another).then(|| shown.to_owned())
}

/// The subject of a clause where it is one name: a person in full, or a thing with its article.
fn participant(findings: &Findings<'_>, place: Place, statement: &Statement, clause: &Clause) -> Option<String> {
    let subject = clause.subject.or(statement.subject).filter(|subject| subject.end <= clause.verb.start)?;
    let text = findings.reports.cut(place.document, subject).split_whitespace().collect::<Vec<_>>().join(" ");
    // "Anna Berg, the mayor of Corby,": who she is stands behind her name.
    let (text, subject) = match text.split_once(", ") {
        Some((name, _)) => {
            let end = subject.start + name.chars().count() as u32;
            (name.to_owned(), Span::new(subject.start, end))
        }
        None => (text, subject),
    };
    let found = words(&text);
    let plain = text.chars().all(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '\'' | '’' | '.'));
    let joined =
        found.iter().any(|w| matches!(&*fold(w.text), "and" | "or" | "of" | "in" | "at" | "who" | "two" | "three"));
    // "Sen" of "Sen. Anna Berg": an abbreviation, behind which the name was cut off.
    let cut = found
        .last()
        .is_some_and(|last| is_in("sen rep gov gen col lt sgt capt maj mr mrs ms dr st jr", &fold(last.text)));
    if cut || !plain || joined || found.is_empty() || found.len() > LONGEST {
        return None;
    }
    let inside = statement.participants.iter().filter(|mention| subject.contains(mention.span));
    let named: Vec<_> = inside.collect();
    let mut people = named.iter().filter(|mention| mention.kind == EntityKind::Person);
    if let Some(somebody) = people.next() {
        // "Berg's ferry" is no person; the pilot of a house may stand behind its name.
        let whole = somebody.span.end == subject.end && people.next().is_none() && !text.contains(['\'', '’']);
        return whole.then(|| person(findings, &somebody.name)).flatten();
    }
    let article = found[0].text.eq_ignore_ascii_case("the");
    let name = found.iter().skip(usize::from(article)).any(|w| w.text.starts_with(char::is_uppercase));
    let singular = !fold(found[found.len() - 1].text).ends_with('s');
    let rest: Vec<&str> = text.split(' ').skip(usize::from(article)).collect();
    (article && name && singular).then(|| format!("the {}", rest.join(" ")))
}
