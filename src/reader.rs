//! What a view needs of the bundle, and the view once it is there: plain reading, which knows no network.

use std::cell::RefCell;
use std::collections::BTreeMap;

use model::bundle::{ClaimCard, ClaimPage, DocumentPage, Manifest, Moved, PersonPage, StoryPage, shard};
use model::{coding, sealed};
use serde::de::DeserializeOwned;

use crate::page::{ClaimsPage, Failure, Page, Unknown};
use crate::route::Place;

/// The files that have come, by name below the build's folder, sealed.
pub(crate) type Files = BTreeMap<String, Vec<u8>>;

/// A view, or what it still needs.
pub(crate) enum Step {
    /// Names of files that have not come.
    Need(Vec<String>),
    /// The view.
    Done(Page),
}

/// Reads files, and notes those that are missing.
struct Reader<'a> {
    manifest: &'a Manifest,
    files: &'a Files,
    missing: RefCell<Vec<String>>,
}

/// The view of a place, `known` on a day or not; what cannot be read is a view as well.
pub(crate) fn read(manifest: &Manifest, files: &Files, place: &Place, known: bool) -> Step {
    let reader = Reader { manifest, files, missing: RefCell::default() };
    match reader.page(place, known) {
        Ok(Some(page)) => Step::Done(page),
        Ok(None) => Step::Need(reader.missing.into_inner()),
        Err(failure) => Step::Done(Page::Failed(failure)),
    }
}

/// Reads records of the file `name` of a build.
///
/// # Errors
/// Where the bytes are not that file, or not records of the type.
fn parse<T: DeserializeOwned>(build: &str, name: &str, file: &[u8]) -> Result<T, Failure> {
    let damaged = |detail: String| Failure::Corrupt { path: name.to_owned(), detail };
    let plain = sealed::open(file, build, name).map_err(|unfit| damaged(unfit.to_string()))?;
    coding::decode(&plain).map_err(|error| damaged(error.to_string()))
}

/// What was read, where it has come.
type Read<T> = Result<Option<T>, Failure>;

impl Reader<'_> {
    fn page(&self, place: &Place, known: bool) -> Read<Page> {
        let m = self.manifest;
        Ok(match place {
            Place::Overview => {
                let overview = self.records("overview.bin")?;
                let all = if known { self.claims()?.map(|all| Some(Box::new(all))) } else { Some(None) };
                overview.zip(all).map(|(overview, all)| Page::Overview(Box::new(overview), all))
            }
            Place::Search => Some(Page::Search),
            Place::Timeline => self.records("timeline.bin")?.map(Page::Timeline),
            Place::Stories => self.records("stories.bin")?.map(Page::Stories),
            Place::Story(id) => self.story(id)?,
            Place::Claims => self.claims()?.map(|page| Page::Claims(Box::new(page))),
            Place::Claim(id) => self.claim(id)?,
            Place::Documents => self.parts("document-cards", m.document_card_parts)?.map(Page::Documents),
            Place::Document(id) => self.document(id)?.map(|page| match page {
                Some(page) => Page::Document(Box::new(page)),
                None => unknown("document", id),
            }),
            Place::Compare(a, b) => {
                let (left, right) = (self.document(a)?, self.document(b)?);
                let all = self.parts("document-cards", m.document_card_parts)?;
                left.zip(right).zip(all).map(|(pages, all)| match pages {
                    (Some(left), Some(right)) => Page::Compare(Box::new(left), Box::new(right), all),
                    (None, _) => unknown("document", a),
                    (_, None) => unknown("document", b),
                })
            }
            Place::People => self.records("people.bin")?.map(Page::People),
            Place::Person(id) => {
                self.record::<PersonPage>("people", m.people_shards, id, |p| p.entity.id == *id)?.map(|person| {
                    match person {
                        Some(person) => Page::Person(Box::new(person)),
                        None => unknown("person", id),
                    }
                })
            }
            Place::About => self.records("about.bin")?.map(Page::About),
            Place::Nowhere(path) => Some(unknown("page", path)),
        })
    }

    fn records<T: DeserializeOwned>(&self, name: &str) -> Read<T> {
        match self.files.get(name) {
            Some(bytes) => parse(&self.manifest.build, name, bytes).map(Some),
            None => {
                let mut missing = self.missing.borrow_mut();
                if !missing.iter().any(|other| other == name) {
                    missing.push(name.to_owned());
                }
                Ok(None)
            }
        }
    }

    /// The claims with what they are chosen by.
    fn claims(&self) -> Read<ClaimsPage> {
        let m = self.manifest;
        let claims = self.parts("claim-cards", m.claim_card_parts)?;
        let documents = self.parts("document-cards", m.document_card_parts)?;
        let (stories, people) = (self.records("stories.bin")?, self.records("people.bin")?);
        let all = claims.zip(documents).zip(stories.zip(people));
        Ok(all.map(|((claims, documents), (stories, people))| ClaimsPage { claims, documents, stories, people }))
    }

    /// All parts of a list, in order.
    fn parts<T: DeserializeOwned>(&self, name: &str, parts: u32) -> Read<Vec<T>> {
        let mut all = Some(Vec::new());
        for part in 0..parts {
            let part: Option<Vec<T>> = self.records(&format!("{name}/{part}.bin"))?;
            all = all.zip(part).map(|(mut all, part)| {
                all.extend(part);
                all
            });
        }
        Ok(all)
    }

    /// One record out of the shard that holds it, where there is one.
    fn record<T: DeserializeOwned>(
        &self,
        name: &str,
        shards: u32,
        id: &str,
        wanted: impl Fn(&T) -> bool,
    ) -> Read<Option<T>> {
        if shards == 0 {
            return Ok(Some(None));
        }
        let records: Option<Vec<T>> = self.records(&format!("{name}/{}.bin", shard(id, shards)))?;
        Ok(records.map(|records| records.into_iter().find(wanted)))
    }

    fn document(&self, id: &str) -> Read<Option<DocumentPage>> {
        self.record("documents", self.manifest.document_shards, id, |page: &DocumentPage| page.card.id == id)
    }

    fn story_page(&self, id: &str) -> Read<Option<StoryPage>> {
        self.record("stories", self.manifest.story_shards, id, |page: &StoryPage| page.card.id == id)
    }

    /// A story, or the one that it is part of now.
    fn story(&self, id: &str) -> Read<Page> {
        let Some(found) = self.story_page(id)? else { return Ok(None) };
        if let Some(page) = found {
            return Ok(Some(Page::Story(Box::new(page))));
        }
        let Some(moved) = self.records::<Vec<Moved>>("story-aliases.bin")? else { return Ok(None) };
        let Some(moved) = moved.into_iter().find(|moved| moved.from == *id) else {
            return Ok(Some(unknown("story", id)));
        };
        let Some(found) = self.story_page(&moved.to)? else { return Ok(None) };
        Ok(Some(found.map_or_else(|| unknown("story", id), |page| Page::Story(Box::new(page)))))
    }

    fn claim_page(&self, id: &str) -> Read<Option<ClaimPage>> {
        self.record("claims", self.manifest.claim_shards, id, |page: &ClaimPage| page.claim.id == id)
    }

    fn claim(&self, id: &str) -> Read<Page> {
        let Some(found) = self.claim_page(id)? else { return Ok(None) };
        if let Some(page) = found {
            return Ok(Some(Page::Claim(Box::new(page))));
        }
        let Some(moved) = self.records::<Vec<Moved>>("aliases.bin")? else { return Ok(None) };
        if let Some(moved) = moved.into_iter().find(|moved| moved.from == *id) {
            let Some(found) = self.claim_page(&moved.to)? else { return Ok(None) };
            if let Some(page) = found {
                return Ok(Some(Page::Moved { from: id.to_owned(), to: Box::new(page) }));
            }
        }
        // Ids that begin the same way: a link cut short is the likeliest cause.
        let start: String = id.chars().take(2).collect();
        let Some(cards) = self.parts::<ClaimCard>("claim-cards", self.manifest.claim_card_parts.min(1))? else {
            return Ok(None);
        };
        let near = cards.into_iter().filter(|c| !start.is_empty() && c.id.starts_with(&start)).take(5).collect();
        Ok(Some(Page::Unknown(Unknown { what: "claim", id: id.to_owned(), near })))
    }
}

fn unknown(what: &'static str, id: &str) -> Page {
    Page::Unknown(Unknown { what, id: id.to_owned(), near: Vec::new() })
}

#[cfg(test)]
mod tests {
    use super::*;

    const BUILD: &str = "0011223344556677";

    fn sealed(name: &str, plain: &[u8]) -> Vec<u8> {
        let mut file = sealed::seal(name, plain).expect("a short file");
        file[sealed::BUILD].copy_from_slice(BUILD.as_bytes());
        file
    }

    /// Files without records.
    fn put(files: &mut Files, name: &str) {
        files.insert(name.to_owned(), sealed(name, &[0]));
    }

    fn needs(manifest: &Manifest, files: &Files, place: &Place) -> Vec<String> {
        match read(manifest, files, place, false) {
            Step::Need(names) => names,
            Step::Done(page) => panic!("done with {page:?}"),
        }
    }

    #[test]
    fn a_view_asks_for_all_that_it_needs_at_once() {
        let manifest =
            Manifest { claim_card_parts: 2, document_card_parts: 3, document_shards: 1, ..Manifest::default() };
        let none = Files::new();
        assert_eq!(
            needs(&manifest, &none, &Place::Claims),
            [
                "claim-cards/0.bin",
                "claim-cards/1.bin",
                "document-cards/0.bin",
                "document-cards/1.bin",
                "document-cards/2.bin",
                "stories.bin",
                "people.bin"
            ]
        );
        assert_eq!(needs(&manifest, &none, &Place::Overview), ["overview.bin"]);
        let Step::Need(known) = read(&manifest, &none, &Place::Overview, true) else { panic!("it has no files") };
        assert_eq!(known.len(), 8, "as known on a day it takes all claims");
    }

    #[test]
    fn a_claim_that_moved_is_looked_for_where_it_went() {
        let manifest =
            Manifest { build: BUILD.to_owned(), claim_shards: 1, claim_card_parts: 1, ..Manifest::default() };
        let place = Place::Claim("gone".into());
        let mut files = Files::new();
        assert_eq!(needs(&manifest, &files, &place), ["claims/0.bin"]);
        put(&mut files, "claims/0.bin");
        assert_eq!(needs(&manifest, &files, &place), ["aliases.bin"]);
        put(&mut files, "aliases.bin");
        assert_eq!(needs(&manifest, &files, &place), ["claim-cards/0.bin"]);
        put(&mut files, "claim-cards/0.bin");
        assert!(matches!(read(&manifest, &files, &place, false), Step::Done(Page::Unknown(_))));
    }

    #[test]
    fn damage_and_files_of_others_are_a_view() {
        let plain = coding::encode(&model::bundle::Overview::default()).expect("bytes");
        let mine = sealed("overview.bin", &plain);
        let read = |build: &str, name: &str, file: &[u8]| {
            let manifest = Manifest { build: build.to_owned(), ..Manifest::default() };
            let place = if name == "overview.bin" { Place::Overview } else { Place::About };
            match read(&manifest, &Files::from([(name.to_owned(), file.to_vec())]), &place, false) {
                Step::Done(Page::Failed(Failure::Corrupt { detail, .. })) => detail,
                Step::Done(page) => format!("{:?}", page.head(&manifest).title),
                Step::Need(names) => panic!("it needs {names:?}"),
            }
        };
        assert_eq!(read(BUILD, "overview.bin", &mine), "\"\"", "the overview");
        assert!(read(BUILD, "overview.bin", &[200]).contains("no file of a site"));
        assert!(read("7766554433221100", "overview.bin", &mine).contains("another build"));
        assert!(read(BUILD, "about.bin", &mine).contains("another file"));
        assert!(read(BUILD, "overview.bin", &sealed("overview.bin", &[200])).contains("not those of the record"));
    }
}
