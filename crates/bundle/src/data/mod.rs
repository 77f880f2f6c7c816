//! The records that the viewer reads, put together from the documents and what they say together.

mod cards;
mod denials;
mod lanes;
mod overview;
mod records;
mod shards;
mod stories;
mod telling;
mod timeline;
mod words;

use std::collections::BTreeMap;

use model::bundle::{About, FORMAT, Manifest, Moved, Overview, PersonCard, StoryCard, Timeline};

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::failure::Failure;
use crate::sink::{Digest, Sink, json, records as record};
use crate::tables::Tables;

pub(crate) use cards::{PERHAPS, claim_card, dues};
pub(crate) use records::{claim_page, document_page, person_page, sayings};
pub(crate) use shards::{Shards, Take};
pub(crate) use stories::{Events, events as story_events, story_page};
pub(crate) use timeline::{foremost, timeline};

/// Where the bundle lies until the digest of its bytes is known.
const UNNAMED: &str = "data/unnamed";

/// The views that list: one of each in a bundle.
pub(crate) struct Lists {
    /// `overview.bin`.
    pub(crate) overview: Overview,
    /// `timeline.bin`.
    pub(crate) timeline: Timeline,
    /// `stories.bin`: those that most documents tell first.
    pub(crate) stories: Vec<StoryCard>,
    /// `people.bin`.
    pub(crate) people: Vec<PersonCard>,
    /// `about.bin`.
    pub(crate) about: About,
    /// `aliases.bin`: where claims that were merged away have gone, by their old id.
    pub(crate) moved: Vec<Moved>,
    /// `story-aliases.bin`: the same for stories.
    pub(crate) moved_stories: Vec<Moved>,
}

impl Lists {
    /// `exports` are the downloads: paths below the site's root, with their bytes.
    pub(crate) fn new(tables: &Tables<'_>, timeline: Timeline, exports: Vec<(String, u64)>) -> Self {
        Self {
            overview: overview::overview(tables, &timeline),
            timeline,
            stories: stories::list(tables),
            people: overview::people(tables),
            about: overview::about(tables, exports),
            moved: moved(tables),
            moved_stories: stories::moved(tables),
        }
    }

    /// Has a list taken, by the name of its file.
    pub(crate) fn file<P: Take>(&self, to: &P, name: &str) -> Option<P::Made> {
        Some(match name {
            "overview.bin" => to.take(name, &self.overview),
            "timeline.bin" => to.take(name, &self.timeline),
            "stories.bin" => to.take(name, &self.stories),
            "people.bin" => to.take(name, &self.people),
            "about.bin" => to.take(name, &self.about),
            "aliases.bin" => to.take(name, &self.moved),
            "story-aliases.bin" => to.take(name, &self.moved_stories),
            _ => return None,
        })
    }
}

/// The files of lists.
const LISTS: [&str; 7] =
    ["overview.bin", "timeline.bin", "stories.bin", "people.bin", "about.bin", "aliases.bin", "story-aliases.bin"];

/// Writes `data/`: the records, the packs of the search, and last the manifest that names them.
///
/// # Errors
/// The sink refuses.
pub(crate) fn write(
    sink: &dyn Sink,
    tables: &Tables<'_>,
    lists: &Lists,
    index: &search::Built,
) -> Result<Manifest, Failure> {
    let shards = Shards::of(tables);
    let events = story_events(tables, &lists.timeline);
    for (folder, count) in shards.folders() {
        sink.each(count as usize, &|number| {
            shards.file(&Written(sink), (tables, &events), (folder, number as u32)).unwrap_or(Ok(()))
        })?;
    }
    LISTS.iter().filter_map(|name| lists.file(&Written(sink), name)).collect::<Result<(), Failure>>()?;
    let sealed: Vec<String> = sink.list().into_keys().filter(|path| path.starts_with(UNNAMED)).collect();
    for file in &index.files {
        sink.file(&format!("{UNNAMED}/search/{}", file.name), file.bytes.clone())?;
    }
    let build = digest(sink);
    let stamp = |at: usize| Ok(sink.overwrite(&sealed[at], model::sealed::BUILD.start, build.as_bytes())?);
    sink.each(sealed.len(), &stamp)?;
    sink.rename(UNNAMED, &format!("data/{build}"))?;
    let manifest = manifest(tables, shards.counts(), build, index.entry.clone());
    sink.file("data/manifest.json", json("data/manifest.json", &manifest)?)?;
    read_back(&manifest, index)?;
    Ok(manifest)
}

/// Puts records into the bundle's folder, sealed but for the build.
struct Written<'a>(&'a dyn Sink);

impl Take for Written<'_> {
    type Made = Result<(), Failure>;

    fn take<T: Serialize + DeserializeOwned>(&self, name: &str, records: &T) -> Self::Made {
        record(self.0, UNNAMED, name, records)
    }
}

/// The digest of all files of the bundle, names and bytes: the first 64 bits of SHA-256 in hexadecimal digits. It tells
/// builds apart; nobody's safety hangs on it.
fn digest(sink: &dyn Sink) -> String {
    let mut all = Digest::default();
    for (path, written) in sink.list() {
        if let Some(name) = path.strip_prefix(UNNAMED) {
            [name.as_bytes(), b"\0", &written.digest].into_iter().for_each(|part| all.add(part));
        }
    }
    all.finish().digest[..8].iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Reads what is not read already when it is written: the manifest, and the file that a search begins with.
fn read_back(manifest: &Manifest, index: &search::Built) -> Result<(), Failure> {
    let cannot = Failure::Unreadable;
    let bytes = json("data/manifest.json", manifest)?;
    let again: Manifest = serde_json::from_slice(&bytes).map_err(|error| cannot(error.to_string()))?;
    if again != *manifest {
        return Err(cannot("the manifest is another".to_owned()));
    }
    let entry = index.files.iter().find(|file| file.name == index.entry);
    let bytes = entry.map(|file| file.bytes.as_slice()).unwrap_or_default();
    search::Searcher::open(bytes).map(|_| ()).map_err(|error| cannot(error.to_string()))
}

/// Where claims that were merged away have gone, by their old id.
fn moved(tables: &Tables<'_>) -> Vec<Moved> {
    let claims = &tables.relations.claims;
    let moved = claims.iter().flat_map(|claim| claim.aliases.iter().map(|alias| (alias.clone(), claim.id.clone())));
    // An id that is a claim's own again leads nowhere else.
    let moved: BTreeMap<_, _> = model::order::gather(moved.filter(|(from, _)| tables.claim_index(from).is_none()));
    moved.into_iter().map(|(from, to)| Moved { from, to }).collect()
}

/// Whether a subject is one that somebody wrote: one word of small letters, digits and hyphens is the name of a file or a folder.
fn is_given(subject: &str) -> bool {
    subject.contains(|c: char| !c.is_ascii_lowercase() && !c.is_ascii_digit() && !matches!(c, '-' | '_' | '.'))
}

/// What the reports are about, where nobody says so: whom and what most of them name, but for who published them. Empty where
/// none is in half of several reports.
fn subject(tables: &Tables<'_>) -> String {
    const NAMED: usize = 3;
    let reports = tables.documents.len();
    let is_outlet = |name: &str| tables.cards.iter().any(|card| card.outlet.as_deref() == Some(name));
    let mut entities: Vec<&model::Entity> = tables.relations.entities.iter().collect();
    entities.retain(|entity| reports > 2 && entity.documents.len() * 2 >= reports && !is_outlet(&entity.name));
    model::order::sort_by_key(&mut entities, |entity| (std::cmp::Reverse(entity.documents.len()), &entity.id));
    let names: Vec<&str> = entities.iter().take(NAMED).map(|entity| entity.name.as_str()).collect();
    if names.is_empty() { String::new() } else { format!("Reports on {}", model::plain::series(&names)) }
}

fn manifest(tables: &Tables<'_>, counts: &shards::Counts, build: String, search: String) -> Manifest {
    let corpus = tables.corpus;
    let relations = tables.relations;
    let published = || tables.documents.iter().filter_map(|document| document.document.published.as_ref());
    let reviewed = relations.claims.iter().map(|claim| claim.reviews.len() as u32);
    Manifest {
        format: FORMAT,
        build,
        title: corpus.title.clone(),
        subject: if is_given(&corpus.subject) { corpus.subject.clone() } else { subject(tables) },
        summary: corpus.summary.clone(),
        language: corpus.language.clone(),
        documents: tables.documents.len() as u32,
        claims: relations.claims.len() as u32,
        stories: relations.stories.len() as u32,
        people: relations.people.len() as u32,
        briefs: tables.cards.iter().filter(|card| card.brief).count() as u32,
        reviews: reviewed.sum(),
        statements: tables.cards.iter().map(|card| card.statements).sum(),
        origins: overview::count_origins(tables),
        document_shards: counts.documents,
        claim_shards: counts.claims,
        story_shards: counts.stories,
        people_shards: counts.people,
        claim_card_parts: counts.claim_cards,
        document_card_parts: counts.document_cards,
        search,
        first: published().filter_map(|when| when.first).min(),
        last: published().filter_map(|when| when.last).max(),
    }
}

#[cfg(test)]
mod tests {
    use super::is_given;

    #[test]
    fn the_name_of_a_file_is_no_subject() {
        assert!(is_given("The Corby lighthouse") && is_given("Corby") && is_given("灯台"));
        assert!(!is_given("corby-2024_final") && !is_given(""));
    }
}
