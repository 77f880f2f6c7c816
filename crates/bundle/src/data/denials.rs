//! Who denies a claim, in which words.

use model::bundle::CardReading;
use model::{Annotated, Claim, Commitment, EntityKind, Holder, Mention, Statement};

use super::words::shorten;
use crate::tables::Tables;

/// The most words of a denial in a list, in code points.
const DENIAL: usize = 160;

/// How verbs begin that deny what others say; any other word of a denial is a "not".
const DENIES: [&str; 7] = ["den", "reject", "refut", "dismiss", "disput", "repudiat", "rebuff"];

/// Who denies a claim, each once, in which words; `by` is empty where the report does not surely tell. Where all that the
/// claim says is a denial, and its title tells so, its words are the claim's: then `value` is empty, and only who denies is told.
pub(super) fn denials(tables: &Tables<'_>, claim: &Claim) -> Vec<CardReading> {
    let mut denials: Vec<CardReading> = Vec::new();
    let mut itself = true;
    for member in &claim.members {
        let Some(annotated) = tables.documents.get(member.document as usize) else { continue };
        let Some(statement) = annotated.statements.get(member.statement as usize) else { continue };
        if statement.commitment != Commitment::Denied {
            itself = false;
            continue;
        }
        let cut = |span| tables.cut(member.document, span);
        let by = denier(annotated, statement, cut);
        if denials.iter().all(|other| (other.document, &other.by) != (member.document + 1, &by)) {
            let value = shorten(cut(statement.span), DENIAL);
            denials.push(CardReading { value, by, document: member.document + 1, at: statement.span });
        }
        let title = claim.title.to_lowercase();
        itself &= statement.cues.iter().any(|&cue| title.contains(&cut(cue).to_lowercase()));
    }
    if itself {
        denials.retain(|denial| !denial.by.is_empty());
        denials.iter_mut().for_each(|denial| denial.value.clear());
    }
    denials
}

/// Whose denial a statement is: the holder whose own words deny; else, where the verb itself is one of denial, whoever is
/// named as its subject. Who only passes it on, denies nothing. Empty where the report does not surely tell.
fn denier<'a>(annotated: &Annotated, statement: &Statement, cut: impl Fn(model::Span) -> &'a str) -> String {
    let named = |step: &[Holder]| step.iter().map(|holder| holder.name.as_str()).collect::<Vec<_>>().join(" and ");
    let denies = |holder: &Holder| holder.cue.is_some_and(|cue| statement.cues.iter().any(|own| own.overlaps(cue)));
    let steps: Vec<&[Holder]> = Holder::steps(&statement.holders).skip(1).collect();
    if let Some(step) = steps.iter().find(|step| step.iter().any(denies)) {
        return named(step);
    }
    let verb = |cue: &model::Span| {
        let cue = cut(*cue).to_lowercase();
        cue.split(|c: char| !c.is_alphabetic()).any(|word| DENIES.iter().any(|stem| word.starts_with(stem)))
    };
    if statement.cues.iter().any(verb) {
        // "The minister rejected it": who is named at the head of the subject.
        let clause = statement.clause.as_ref().filter(|clause| !clause.passive);
        let Some(subject) = clause.and_then(|clause| clause.subject).or(statement.subject) else {
            return String::new();
        };
        let within: Vec<&Mention> = statement.participants.iter().filter(|m| subject.contains(m.span)).collect();
        let people: Vec<&Mention> = within.iter().copied().filter(|m| m.kind == EntityKind::Person).collect();
        // "The commander of the fleet, Ada Moor": of a person and a body, the person speaks; of two, nobody knows who.
        return match (people.as_slice(), within.as_slice()) {
            ([one], _) | ([], [one]) => one.name.clone(),
            _ => String::new(),
        };
    }
    // "Berg said that nothing leaks": whoever says so; what a person added or nobody wrote, says nothing.
    let own = || annotated.document.outlet.clone().unwrap_or_else(|| annotated.document.title.clone());
    let said = steps.iter().rfind(|step| step.iter().any(|holder| holder.cue.is_some()));
    said.map_or_else(own, |step| named(step))
}
