//! Across documents: stories, claims, origins, differences, outcomes.

mod agreement;
pub mod align;
mod assemble;
mod claims;
mod course;
mod differences;
mod entities;
mod features;
mod findings;
mod ground;
mod keeping;
mod names;
mod occasions;
mod origins;
mod outcomes;
mod review;
mod sources;
mod standing;
mod stories;
mod titles;

pub use review::{Anchor, ComparedBy, Decision, Review, ReviewError, correct, propose, review, with_names};

use findings::Findings;
use keeping::{Anew, Kept, Steps};
use model::cores::{Cores, OneCore};
use model::keep::Keep;
use model::{Annotated, Claim, Corpus, Relations};

pub mod learning;

/// Puts documents in order of publication: undated ones last, ties by id.
pub fn put_in_order(documents: &mut [Annotated]) {
    model::order::sort_by_cached_key(documents, |annotated| {
        let document = &annotated.document;
        let day = document.published.as_ref().map(model::When::sort_day);
        (day.is_none(), day, document.id.clone())
    });
}

/// Relates the statements of all documents to each other.
///
/// `documents` come in order of publication, as [`put_in_order`] puts them; the indices in the result count them so.
/// Another order gives the same result under other indices.
pub fn relate(documents: &[Annotated], corpus: &Corpus) -> Relations {
    relate_on(&OneCore, documents, corpus)
}

/// As [`relate`], with the cores that do the work; the result hangs on neither their number nor their pace.
pub fn relate_on(cores: &dyn Cores, documents: &[Annotated], corpus: &Corpus) -> Relations {
    related(cores, &Anew, documents, corpus).0
}

/// As [`relate_on`], with what the statements were compared by, for [`propose`]; what came of an area is kept for the next
/// time: what came of comparing its statements, of holding them against each other, and its claims.
pub fn relate_keeping<'a>(
    cores: &dyn Cores,
    keep: &dyn Keep,
    documents: &'a [Annotated],
    corpus: &Corpus,
) -> (Relations, ComparedBy<'a>) {
    if keep.keeps() {
        related(cores, &Kept::new(keep), documents, corpus)
    } else {
        related(cores, &Anew, documents, corpus)
    }
}

fn related<'a>(
    cores: &dyn Cores,
    steps: &dyn Steps,
    documents: &'a [Annotated],
    corpus: &Corpus,
) -> (Relations, ComparedBy<'a>) {
    let findings = Findings::new(cores, documents, corpus);
    let compare = |space: &_, documents: &[u32], indices: &[u32]| steps.compare(space, documents, indices);
    let compared = stories::compared(cores, &findings.space, &compare);
    let scenes = stories::by_scene(&findings.space, &findings.scenes, compared.groups);
    let hold = |findings: &Findings<'_>, links: &[ground::linkage::Link]| steps.hold(findings, links);
    let core = |findings: &Findings<'_>, groups: &[&[u32]], certain: &claims::Certain| {
        steps.core(cores, findings, groups, certain)
    };
    let (drawn, stories) = claims::claims(cores, &findings, scenes, compared.near, (&hold, &core));
    let ids = assemble::story_ids(&findings, &stories);
    let built = |findings: &Findings<'_>, groups: &[&[u32]]| steps.build(cores, findings, groups);
    let courses = |findings: &Findings<'_>, groups: &[&[u32]], later: &[outcomes::Later], claims: &mut [Claim]| {
        let staged = |courses: &[course::Course<'_>]| steps.stages(cores, findings, courses);
        course::set_all(cores, findings, (groups, later), claims, &staged);
    };
    let claims = assemble::claims(&findings, &drawn, &ids, (&built, &courses));
    let known = model::order::gather(ids.into_iter().map(|(id, aliases)| (id, (aliases, None))));
    let mut relations = Relations {
        stories: assemble::stories(Some(&findings), &claims, &known),
        claims,
        people: entities::people(&findings.reports, &findings.entities),
        origins: findings.sources.origins(),
        entities: findings.entities.list,
    };
    findings.reports.renumber(&mut relations);
    (relations, ComparedBy { reports: findings.reports, space: findings.space })
}
