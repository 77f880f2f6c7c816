//! What a person decides about: a claim with its statements, and what the machine is least sure of.

use model::{Alias, Annotated, Claim, Member, Relations, Statement, Text};
use relate::{Anchor, Decision};
use serde::{Deserialize, Serialize};

/// How many doubts are offered at a time.
const DOUBTS: usize = 40;

/// How many other claims of a story are named beside one.
const OTHERS: usize = 60;

/// A claim, taken apart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ClaimTold {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What was decided of it, in sentences.
    pub reviews: Vec<String>,
    /// Its statements.
    pub statements: Vec<Said>,
    /// Statements of other claims that perhaps say the same.
    pub perhaps: Vec<Beside>,
    /// Other claims of its story.
    pub others: Vec<Other>,
}

/// A statement, as a person decides about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Said {
    /// The words by which a decision finds it; `None` where its document says them twice, so that none can.
    pub anchor: Option<Anchor>,
    /// The title of its document.
    pub document: String,
    /// Who published that; empty where it is not known.
    pub outlet: String,
    /// Its words.
    pub text: String,
    /// How far the document commits itself.
    pub commitment: &'static str,
    /// When it happened or is due, as EDTF; empty where that is not known.
    pub date: String,
    /// Where it first comes from.
    pub origin: String,
    /// Whose words it is, the last of those who stand between; empty where it is the report's own.
    pub speaker: String,
}

/// A statement of another claim that perhaps says the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Beside {
    /// The statement.
    pub said: Said,
    /// The one of this claim that it is most like.
    pub like: Option<Anchor>,
    /// The title of the claim that it is in.
    pub claim: String,
    /// How likely they say the same, in percent.
    pub percent: u8,
}

/// Another claim of the story.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Other {
    /// Its title.
    pub title: String,
    /// One of its statements.
    pub anchor: Anchor,
}

/// What the machine is not sure of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Doubt {
    /// What would settle it.
    pub decision: Decision,
    /// The statements that it is about: two that may belong together, or one that may stand apart.
    pub said: Vec<Said>,
    /// The titles of their claims.
    pub claims: Vec<String>,
}

/// A decision that could not be carried out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refused {
    /// Its place among the decisions, from 0.
    pub decision: usize,
    /// Why.
    pub why: String,
}

/// The claim of this id, or the one that it has become.
pub(crate) fn claim(documents: &[Annotated], relations: &Relations, id: &str) -> Option<ClaimTold> {
    let all = &relations.claims;
    let claim = all
        .iter()
        .find(|claim| claim.id == id)
        .or_else(|| all.iter().find(|claim| claim.aliases.iter().any(|alias| alias == id)))?;
    let other = |id: &str| all.iter().find(|claim| claim.id == id);
    let perhaps = claim.perhaps.iter().filter_map(|perhaps| {
        let theirs = other(&perhaps.claim)?;
        let member =
            theirs.members.iter().find(|m| (m.document, m.statement) == (perhaps.document, perhaps.statement))?;
        let like = claim.members.get(perhaps.beside as usize)?;
        let like = at(documents, like.document, like.statement).and_then(|(a, s)| anchor(a, s));
        let claim = theirs.title.clone();
        Some(Beside { said: said(documents, theirs, member)?, like, claim, percent: perhaps.percent })
    });
    let beside = all.iter().filter(|other| other.story == claim.story && other.id != claim.id);
    let named = |other: &Claim| {
        let anchors = other.members.iter().filter_map(|m| at(documents, m.document, m.statement));
        let anchor = anchors.filter_map(|(a, s)| anchor(a, s)).next()?;
        Some(Other { title: other.title.clone(), anchor })
    };
    Some(ClaimTold {
        id: claim.id.clone(),
        title: claim.title.clone(),
        reviews: claim.reviews.clone(),
        statements: claim.members.iter().filter_map(|member| said(documents, claim, member)).collect(),
        perhaps: perhaps.collect(),
        others: beside.filter_map(named).take(OTHERS).collect(),
    })
}

/// What the machine is least sure of, without what was decided already.
pub(crate) fn doubts(documents: &[Annotated], relations: &Relations, decisions: &[Decision]) -> Vec<Doubt> {
    let decided = |anchor: &Anchor| {
        let about = decisions.iter().flat_map(Decision::anchors).filter(|other| other.document == anchor.document);
        about.into_iter().any(|other| begins_alike(&other.words, &anchor.words))
    };
    let told = |decision: Decision| {
        let mut found = Vec::new();
        for anchor in decision.anchors() {
            if decided(anchor) {
                return None;
            }
            found.push(member(documents, relations, anchor)?);
        }
        let said = found.iter().filter_map(|(claim, member)| said(documents, claim, member)).collect();
        Some(Doubt { said, claims: found.iter().map(|(claim, _)| claim.title.clone()).collect(), decision })
    };
    let by = relate::ComparedBy::of(relations, documents);
    relate::propose(relations, &by).into_iter().filter_map(told).take(DOUBTS).collect()
}

/// Whether one of two begins with the other, whatever the space between words.
fn begins_alike(a: &str, b: &str) -> bool {
    a.split_whitespace().zip(b.split_whitespace()).all(|(a, b)| a == b)
}

/// The member of a claim that begins with the words of an anchor.
fn member<'r>(documents: &[Annotated], relations: &'r Relations, anchor: &Anchor) -> Option<(&'r Claim, &'r Member)> {
    let own = documents.iter().position(|annotated| annotated.document.id == anchor.document)? as u32;
    let all = relations.claims.iter().flat_map(|claim| claim.members.iter().map(move |member| (claim, member)));
    let mut own = all.filter(|(_, member)| member.document == own);
    own.find(|(_, member)| {
        at(documents, member.document, member.statement)
            .is_some_and(|(annotated, statement)| begins_alike(&anchor.words, words(annotated, statement)))
    })
}

fn at(documents: &[Annotated], document: u32, statement: u32) -> Option<(&Annotated, &Statement)> {
    let annotated = documents.get(document as usize)?;
    Some((annotated, annotated.statements.get(statement as usize)?))
}

fn words<'a>(annotated: &'a Annotated, statement: &Statement) -> &'a str {
    Text::new(&annotated.document.text).cut(statement.span)
}

fn said(documents: &[Annotated], claim: &Claim, member: &Member) -> Option<Said> {
    let (annotated, statement) = at(documents, member.document, member.statement)?;
    let document = &annotated.document;
    Some(Said {
        anchor: anchor(annotated, statement),
        document: document.title.clone(),
        outlet: document.outlet.clone().unwrap_or_default(),
        text: model::plain::one_line(words(annotated, statement)),
        commitment: statement.commitment.word(),
        date: statement.time.as_ref().map(|when| when.edtf.clone()).unwrap_or_default(),
        origin: claim.origins.get(member.origin as usize).map(|origin| origin.name.clone()).unwrap_or_default(),
        speaker: statement.holders.iter().skip(1).last().map(|holder| holder.name.clone()).unwrap_or_default(),
    })
}

/// The names that the reports have, with the other ways in which they are written.
pub(crate) fn names(relations: &Relations) -> Vec<Alias> {
    let all = relations.entities.iter();
    let mut names: Vec<Alias> = all
        .map(|entity| Alias { name: entity.name.clone(), kind: entity.kind, aliases: entity.aliases.clone() })
        .collect();
    model::order::sort_by(&mut names, |a, b| a.name.cmp(&b.name));
    names
}

/// All words of a statement, where its document says them once: of all statements there, a decision then finds this one.
fn anchor(annotated: &Annotated, statement: &Statement) -> Option<Anchor> {
    let whole = folded(&annotated.document.text);
    let own = folded(words(annotated, statement));
    let once = !own.is_empty() && whole.match_indices(&own).count() == 1;
    once.then(|| Anchor { document: annotated.document.id.clone(), words: own })
}

/// Single spaces and straight quotation marks, as anchors are looked for.
fn folded(text: &str) -> String {
    let straight = |c: char| match c {
        '‘' | '’' | '‚' | '‛' => '\'',
        '“' | '”' | '„' | '‟' | '«' | '»' => '"',
        c => c,
    };
    text.split_whitespace().collect::<Vec<_>>().join(" ").chars().map(straight).collect()
}
