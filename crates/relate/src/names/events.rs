//! The event that enough of the reports of a story tell, as a noun, with whom it befell.

use std::collections::{BTreeMap, BTreeSet};

use model::{Claim, Clause, Commitment, EntityKind, Polarity, Span, Statement, Tense};

use crate::findings::Findings;
use crate::ground::reports::Place;
use crate::ground::words::{fold, is_in, words};
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

/// Reports that tell of it at least.
const FEW: usize = 2;

/// Of how many reports of a story one at least tells of it.
const SHARE: usize = 3;

/// Days before its report appeared, from which on an event is only recalled.
const BACK: i32 = 31;

/// Words of a name at most.
const LONGEST: usize = 5;

/// The name of the story that `claims` make up; `None` where no event is surely told by enough of its reports.
pub(super) fn name(findings: &Findings<'_>, claims: &[&Claim]) -> Option<String> {
    let mut told: BTreeMap<String, BTreeSet<u32>> = BTreeMap::new();
    let mut documents: BTreeSet<u32> = BTreeSet::new();
    let mut dated: BTreeMap<String, (u32, u32)> = BTreeMap::new();
    for member in claims.iter().flat_map(|claim| &claim.members) {
        documents.insert(member.document);
        let place = Place { document: member.document, statement: member.statement };
        if let Some(event) = event(findings, place) {
            if let Some(days) = days_before(findings, place) {
                let (near, far) = dated.entry(event.clone()).or_default();
                *(if days > BACK { far } else { near }) += 1;
            }
            told.entry(event).or_default().insert(member.document);
        }
    }
    // What happened long before its reports appeared, they recall; it names a story that most of them tell for it.
    let recalled = |event: &String| dated.get(event).is_some_and(|(near, far)| far > near);
    told.retain(|event, tellers| !recalled(event) || tellers.len() * 3 >= documents.len() * 2);
    let (name, tellers) = told.into_iter().max_by(|a, b| a.1.len().cmp(&b.1.len()).then_with(|| b.0.cmp(&a.0)))?;
    (tellers.len() >= FEW && tellers.len() * SHARE >= documents.len()).then_some(name)
}

/// The days from when a statement has it happen to when its report appeared, where both are told.
fn days_before(findings: &Findings<'_>, place: Place) -> Option<i32> {
    let last = findings.reports.statement(place).time.as_ref()?.last?;
    Some(findings.reports.published(place.document)?.0 - last.0)
}

/// The event that a statement tells as a fact, as a noun with its one participant.
fn event(findings: &Findings<'_>, place: Place) -> Option<String> {
    let reports = &findings.reports;
    let statement = reports.statement(place);
    let clause = statement.clause.as_ref()?;
    let fact = matches!(statement.commitment, Commitment::Asserted | Commitment::Attributed)
        && statement.polarity == Polarity::Affirmed
        && matches!(clause.tense, Tense::Past | Tense::Perfect);
    let head = fold(reports.cut(place.document, clause.head));
    let noun = |list: &[(&str, &'static str)]| list.iter().find(|(verb, _)| *verb == head).map(|(_, noun)| *noun);
    let mut noun = if clause.passive { noun(DONE) } else { noun(BEFALLEN) }.filter(|_| fact)?;
    let behind = reports.cut(place.document, Span::new(clause.verb.end, statement.span.end.max(clause.verb.end)));
    let first = words(behind).first().map(|word| fold(word.text)).unwrap_or_default();
    // "Stepped down", and not "stepped on".
    if head == "stepped" && first != "down" {
        return None;
    }
    if head == "killed" && first == "by" {
        noun = "Killing of";
    }
    Some(format!("{noun} {}", participant(findings, place, statement, clause)?))
}

/// The subject of a clause where it is one name: a person in full, or a thing with its article.
fn participant(findings: &Findings<'_>, place: Place, statement: &Statement, clause: &Clause) -> Option<String> {
    let subject = clause.subject.filter(|subject| subject.end <= clause.verb.start)?;
    let text = findings.reports.cut(place.document, subject).split_whitespace().collect::<Vec<_>>().join(" ");
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
    if let Some(person) = named.iter().find(|mention| mention.kind == EntityKind::Person) {
        let shown = findings.entities.shown(&person.name);
        // "Reuters-Anna Berg": the line of an agency before a name.
        if shown.split_once('-').is_some_and(|(line, _)| !named_agencies(line).is_empty()) {
            return None;
        }
        // "Berg's ferry" is no person.
        let whole = person.span.end == subject.end && named.len() == 1 && !text.contains(['\'', '’']);
        return (whole && shown.contains(' ')).then(|| shown.to_owned());
    }
    let article = found[0].text.eq_ignore_ascii_case("the");
    let name = found.iter().skip(usize::from(article)).any(|w| w.text.starts_with(char::is_uppercase));
    let singular = !fold(found[found.len() - 1].text).ends_with('s');
    let rest: Vec<&str> = text.split(' ').skip(usize::from(article)).collect();
    (article && name && singular).then(|| format!("the {}", rest.join(" ")))
}
