use std::collections::{BTreeMap, BTreeSet};

use model::bundle::{
    ClaimCard, ClaimPage, ClaimStatement, DocumentCard, DocumentPage, MarkedStatement, PerhapsCard, PersonPage, Said,
};
use model::{Claim, Commitment, Person, Polarity, Span, Tense, Text};

use super::cards::{PERHAPS, claim_note, plain_card};
use crate::tables::Tables;

/// Up to so many documents, each page lists all of them; beyond, its neighbours by publication.
const FEW: usize = 12;

/// The most claims that are listed as related.
const RELATED: usize = 6;

/// How many claims of each participant are looked at when related ones are sought: those that come first in the default
/// order. It bounds the work where one name is in every claim, and such a name tells little.
const LOOKED_AT: usize = 64;

/// The most documents that are listed as sharing a document's origin.
const SHARES: usize = 100;

/// The most utterances, and the most claims, on one person's page.
const PERSON_LIST: usize = 500;

/// The page of the document with this index.
pub(crate) fn document_page(tables: &Tables<'_>, index: u32) -> Option<DocumentPage> {
    let annotated = tables.documents.get(index as usize)?;
    let mut seen = BTreeSet::new();
    let mut claims = Vec::new();
    let mut statements = Vec::with_capacity(annotated.statements.len());
    for (at, statement) in (0..).zip(&annotated.statements) {
        let claim = tables.claim_of(index, at);
        statements.push(MarkedStatement { statement: statement.into(), claim: claim.map(|claim| claim.id.clone()) });
        if let Some(claim) = claim.filter(|claim| seen.insert(claim.id.as_str())) {
            claims.push(claim_note(tables, claim));
        }
    }
    let origin = tables.origin_of(index);
    Some(DocumentPage {
        card: tables.cards.get(index as usize)?.clone(),
        document: annotated.document.clone(),
        statements,
        claims,
        others: others(tables, index as usize),
        origin_at: origin.and_then(|origin| {
            let place = origin.documents.binary_search(&index).ok()?;
            Some((index + 1, (*origin.evidence.get(place)?)?))
        }),
        shares: origin.map_or_else(Vec::new, |origin| {
            let others = origin.documents.iter().filter(|&&document| document != index);
            others.map(|document| document + 1).take(SHARES).collect()
        }),
    })
}

/// The other documents while they are few; else those around, by publication.
fn others(tables: &Tables<'_>, index: usize) -> Vec<DocumentCard> {
    let from = index.saturating_sub(FEW / 2).min(tables.cards.len().saturating_sub(FEW));
    let to = tables.cards.len().min(from + FEW);
    let around = tables.cards[from..to].iter();
    around.filter(|card| card.number as usize != index + 1).cloned().collect()
}

/// The page of the claim with this index.
pub(crate) fn claim_page(tables: &Tables<'_>, index: u32) -> Option<ClaimPage> {
    let claim = tables.relations.claims.get(index as usize)?;
    let statements = claim.members.iter().filter_map(|member| {
        let statement = tables.documents.get(member.document as usize)?.statements.get(member.statement as usize)?;
        Some(ClaimStatement {
            document: member.document + 1,
            statement: statement.into(),
            sentence: tables.cut(member.document, statement.sentence).to_owned(),
            origin: member.origin,
            reviewed: member.reviewed,
        })
    });
    Some(ClaimPage {
        claim: shown(claim),
        statements: statements.collect(),
        documents: tables.cards_of(documents_of(claim)),
        story: tables
            .story(&claim.story)
            .filter(|story| story.claims.len() > 1 && story.is_named())
            .map(|story| (story.id.clone(), story.title.clone())),
        perhaps: claim.perhaps.iter().take(PERHAPS).filter_map(|perhaps| perhaps_card(tables, perhaps)).collect(),
        related: related(tables, index, claim),
        originals: originals(tables, claim),
    })
}

/// A claim without what its page does not show: what perhaps says the same stands beside it as cards, its times are on the
/// timeline, who takes part is asked of lists, and old ids lead here by a file of their own.
fn shown(claim: &Claim) -> Claim {
    let mut shown = claim.clone();
    let bare = |claim: &mut Claim| {
        claim.perhaps = Vec::new();
        claim.occasions = Vec::new();
        claim.entities = Vec::new();
        claim.aliases = Vec::new();
    };
    shown.earlier.iter_mut().for_each(|stage| bare(&mut stage.claim));
    bare(&mut shown);
    shown
}

/// The reports that its briefs retell.
fn originals(tables: &Tables<'_>, claim: &Claim) -> Vec<(u32, model::Original, Option<String>)> {
    let members: BTreeSet<u32> = model::order::gather(claim.members.iter().map(|member| member.document));
    let original = |index: u32| {
        let document = &tables.documents.get(index as usize)?.document;
        Some((index + 1, document.original.clone().filter(|_| document.is_brief())?, document.url.clone()))
    };
    members.into_iter().filter_map(original).collect()
}

/// A statement that perhaps says the same, with the claim that it is counted in.
fn perhaps_card(tables: &Tables<'_>, perhaps: &model::Perhaps) -> Option<PerhapsCard> {
    let statement = tables.documents.get(perhaps.document as usize)?.statements.get(perhaps.statement as usize)?;
    let claim = tables.claim_of(perhaps.document, perhaps.statement)?;
    Some(PerhapsCard {
        document: perhaps.document + 1,
        at: statement.span,
        text: tables.cut(perhaps.document, statement.span).to_owned(),
        commitment: statement.commitment,
        by: statement.holders.iter().skip(1).next_back().map(|holder| holder.name.clone()).unwrap_or_default(),
        claim: claim.id.clone(),
        title: claim.title.clone(),
    })
}

/// Indices of the documents that a claim's page speaks of.
fn documents_of(claim: &Claim) -> Vec<u32> {
    let ties = claim.origins.iter().flat_map(|origin| &origin.ties).flat_map(|tie| [tie.a.0, tie.b.0]);
    let readings = claim.discrepancies.iter().flat_map(|found| &found.values).map(|reading| reading.document);
    let versions = claim.utterances.iter().flat_map(|utterance| &utterance.versions).map(|version| version.document);
    let settling =
        claim.expectation.iter().flat_map(|expectation| &expectation.settled_by).map(|settled| settled.document);
    claim
        .members
        .iter()
        .map(|member| member.document)
        .chain(ties)
        .chain(readings)
        .chain(versions)
        .chain(settling)
        .chain(claim.perhaps.iter().take(PERHAPS).map(|perhaps| perhaps.document))
        .collect()
}

/// The claims that settle this one, then those that share most of its participants.
fn related(tables: &Tables<'_>, index: u32, claim: &Claim) -> Vec<ClaimCard> {
    let settling = claim.expectation.iter().flat_map(|expectation| &expectation.settled_by);
    let mut chosen: Vec<u32> = Vec::new();
    for other in settling.filter_map(|settled| tables.claim_index(settled.claim.as_deref()?)) {
        if other != index && !chosen.contains(&other) {
            chosen.push(other);
        }
    }
    let mut shared: BTreeMap<u32, usize> = BTreeMap::new();
    for entity in &claim.entities {
        for &other in tables.claims_with(entity).iter().take(LOOKED_AT) {
            *shared.entry(other).or_default() += 1;
        }
    }
    // One shared name among several says nothing: half of the participants, and two at least.
    let enough = claim.entities.len().div_ceil(2).max(2);
    let mut ranked: Vec<(usize, u32)> = shared
        .into_iter()
        .filter(|&(other, count)| other != index && count >= enough && !chosen.contains(&other))
        .map(|(other, count)| (count, other))
        .collect();
    model::order::sort_by_key(&mut ranked, |&(count, other)| (std::cmp::Reverse(count), other));
    chosen.extend(ranked.into_iter().map(|(_, other)| other));
    chosen.truncate(RELATED);
    let claims = &tables.relations.claims;
    chosen.into_iter().filter_map(|other| Some(plain_card(tables, claims.get(other as usize)?))).collect()
}

/// The page of somebody who is quoted.
pub(crate) fn person_page(tables: &Tables<'_>, person: &Person) -> PersonPage {
    let claims = || {
        let indices = tables.claims_with(&person.entity.id).iter().take(PERSON_LIST);
        indices.filter_map(|&index| tables.relations.claims.get(index as usize))
    };
    let does: Vec<Said> = claims().filter_map(|claim| done(tables, person, claim)).collect();
    let told: BTreeSet<&str> =
        model::order::gather(does.iter().filter_map(|said| Some(said.claim.as_ref()?.0.as_str())));
    PersonPage {
        entity: person.entity.clone(),
        role: person.role.clone(),
        says: sayings(tables, person),
        documents: tables.cards_of(person.entity.documents.iter().copied().take(PERSON_LIST)),
        claims: claims()
            .filter(|claim| !told.contains(claim.id.as_str()))
            .map(|claim| claim_note(tables, claim))
            .collect(),
        does,
    }
}

/// What somebody is quoted as saying, each statement once: what lies within another is told with it, and what several
/// reports carry as one claim stands where the first has it.
pub(crate) fn sayings(tables: &Tables<'_>, person: &Person) -> Vec<Said> {
    let mut says: Vec<Said> = Vec::new();
    for saying in person.says.iter().filter_map(|&(document, statement)| said(tables, document, statement)) {
        let within = |other: &Said| other.document == saying.document && other.span.contains(saying.span);
        if says.iter().any(within) {
            continue;
        }
        says.retain(|other| !(other.document == saying.document && saying.span.contains(other.span)));
        let claim = |said: &Said| said.claim.as_ref().map(|(id, _)| id.clone());
        let first = says.iter_mut().find(|other| {
            other.document != saying.document
                && other.quoted == saying.quoted
                && claim(other).is_some()
                && claim(other) == claim(&saying)
        });
        match first {
            Some(first) => first.also.push((saying.document, saying.span)),
            None => says.push(saying),
        }
        if says.len() == PERSON_LIST {
            break;
        }
    }
    says
}

/// Verbs of what is said, thought or felt: nothing that somebody is said to have done.
const SAYS: &[&str] = &[
    "said",
    "told",
    "stated",
    "added",
    "noted",
    "saw",
    "seen",
    "thought",
    "believed",
    "felt",
    "hoped",
    "wanted",
    "knew",
    "known",
    "wrote",
    "written",
    "argued",
    "claimed",
    "suggested",
    "insisted",
    "warned",
    "was",
    "were",
    "been",
    "had",
    "explained",
    "remarked",
    "declared",
    "expressed",
    "stressed",
    "described",
    "spoke",
    "spoken",
    "speaking",
    "talked",
    "discussed",
];

/// What a claim says that somebody did: the first of its statements that is about them, and is not their own word.
fn done(tables: &Tables<'_>, person: &Person, claim: &Claim) -> Option<Said> {
    let is_them = |name: &str| name == person.entity.name || person.entity.aliases.iter().any(|alias| alias == name);
    let about = |member: &&model::Member| {
        let annotated = tables.documents.get(member.document as usize);
        let Some(statement) = annotated.and_then(|a| a.statements.get(member.statement as usize)) else { return false };
        // "Berg, the newly elected mayor, praised": a subject with an insertion between commas may not be found as one.
        let set_off = || {
            let verb = statement.clause.as_ref()?.verb.start;
            let name = statement.participants.iter().find(|mention| mention.span.start == statement.span.start)?.span;
            let inserted = Span::new(name.end, verb.max(name.end));
            let words = tables.cut(member.document, inserted).trim_end();
            (words.starts_with(',') && words.len() > 1 && words.ends_with(',')).then(|| Span::new(name.start, verb))
        };
        let subject =
            statement.clause.as_ref().and_then(|clause| clause.subject).or(statement.subject).or_else(set_off);
        let Some(subject) = subject else { return false };
        let words = Text::new(tables.cut(member.document, subject));
        let did = statement.clause.as_ref().is_some_and(|clause| {
            let head = tables.cut(member.document, clause.head).to_lowercase();
            matches!(clause.tense, Tense::Past | Tense::Perfect) && !SAYS.contains(&head.as_str())
        });
        let own = |mention: &&model::Mention| subject.contains(mention.span) && is_them(&mention.name);
        let within = |span: Span| Span::new(span.start - subject.start, span.end - subject.start);
        did && statement.polarity == Polarity::Affirmed
            && statement.participants.iter().filter(own).any(|mention| is_doer(&words, within(mention.span)))
            // What is expected of somebody, they have not done.
            && !matches!(statement.commitment, Commitment::Denied | Commitment::Expected)
            && statement.holders.iter().skip(1).all(|holder| !is_them(&holder.name))
    };
    let first = claim.members.iter().find(about)?;
    let mut told = said(tables, first.document, first.statement)?;
    let further = claim.members.iter().filter(about).filter(|member| member.document != first.document);
    let mut also: BTreeMap<u32, Span> = BTreeMap::new();
    for member in further {
        if let Some(statement) = tables.documents[member.document as usize].statements.get(member.statement as usize) {
            also.entry(member.document + 1).or_insert(statement.span);
        }
    }
    told.also = also.into_iter().collect();
    Some(told)
}

/// Whether a name is who a subject is about, alone or with others: "the aide of Berg" is about the aide, "the mayor of Lund,
/// Berg, and Moor" about Berg and Moor.
fn is_doer(subject: &Text<'_>, name: Span) -> bool {
    let (before, behind) = (subject.cut(Span::new(0, name.start)), subject.cut(Span::new(name.end, u32::MAX)));
    let has = |text: &str, list: &[&str]| text.split_whitespace().any(|word| list.contains(&&*word.to_lowercase()));
    // What a clause within tells is of somebody else.
    if has(&before.replace(',', " "), &["who", "whom", "whose", "which", "that", "where"]) {
        return false;
    }
    // What stands before a name: "the aide of", "critics of Moor and".
    let hangs = |text: &str| {
        let last = text.rsplit_once(',').map_or(text, |(_, last)| last);
        has(last, &["of", "for", "to", "by", "with", "from", "against", "in", "at"]) || last.contains(['\'', '’'])
    };
    let (others, own) = before.rsplit_once(" and ").unwrap_or(("", before));
    let bare = behind.is_empty() || behind.starts_with([',', '(']) || behind.starts_with(" and ");
    bare && !hangs(own) && !hangs(others)
}

fn said(tables: &Tables<'_>, document: u32, statement: u32) -> Option<Said> {
    let found = tables.documents.get(document as usize)?.statements.get(statement as usize)?;
    let claim = tables.claim_of(document, statement);
    let span: Span = found.span;
    Some(Said {
        document: document + 1,
        span,
        text: tables.cut(document, span).to_owned(),
        // A word in quotation marks within a sentence of the report makes no quotation of it.
        quoted: found.quotes.iter().map(|quote| quote.len()).sum::<u32>() * 5 >= span.len() * 4,
        commitment: found.commitment,
        claim: claim.map(|claim| (claim.id.clone(), claim.title.clone())),
        also: Vec::new(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_a_subject_is_about_has_done_it() {
        let doer = |subject: &str, name: &str| {
            let text = Text::new(subject);
            let byte = subject.find(name).expect("a name within");
            is_doer(&text, text.span(byte, byte + name.len()))
        };
        assert!(doer("Ada Moor", "Ada Moor"));
        assert!(doer("Mayor Ada Moor, who met Tom Berg,", "Ada Moor"));
        assert!(!doer("Mayor Ada Moor, who met Tom Berg,", "Tom Berg"));
        let both = "The mayor of Lund, Ada Moor, and the mayor of Arlen, Tom Berg";
        assert!(doer(both, "Ada Moor") && doer(both, "Tom Berg"));
        assert!(!doer("The aide of Tom Berg", "Tom Berg"));
        assert!(!doer("Tom Berg’s aide", "Tom Berg"));
        assert!(!doer("Critics of Ada Moor and Tom Berg", "Ada Moor"));
        assert!(!doer("Critics of Ada Moor and Tom Berg", "Tom Berg"));
    }
}
