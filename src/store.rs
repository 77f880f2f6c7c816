//! Fetches the bundle's files, each once.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

use futures_util::future::{FutureExt, LocalBoxFuture, Shared, join_all};
use gloo::net::http::Request;
use model::bundle::{self, ClaimPage, DocumentPage, FORMAT, Manifest, Moved, PersonPage, shard};
use send_wrapper::SendWrapper;
use serde::de::DeserializeOwned;

use crate::page::{Failure, Page, Unknown};
use crate::route::{Place, Route};

type Fetched = Shared<LocalBoxFuture<'static, Result<Arc<Vec<u8>>, Failure>>>;

/// The files of the bundle, by path below the site's root.
#[derive(Clone)]
pub(crate) struct Store {
    root: Arc<str>,
    files: SendWrapper<Rc<RefCell<BTreeMap<String, Fetched>>>>,
}

impl Store {
    /// A store that fetches from below `root`, which ends with a slash.
    pub(crate) fn new(root: &str) -> Self {
        Self { root: root.into(), files: SendWrapper::new(Rc::default()) }
    }

    /// The manifest: the page carries it, so that it is of the build that the page is of; else it is asked for anew.
    ///
    /// # Errors
    /// Where it does not load, cannot be read, or is of another version than [`FORMAT`].
    pub(crate) async fn manifest(&self) -> Result<Manifest, Failure> {
        #[derive(serde::Deserialize)]
        struct Version {
            format: u32,
        }
        let path = "data/manifest.json";
        let carried = leptos::prelude::document().get_element_by_id("manifest").and_then(|e| e.text_content());
        let bytes = match carried {
            Some(text) => text.into_bytes(),
            None => {
                fetch(format!("{}{path}", self.root), path.to_owned(), web_sys::RequestCache::NoCache, None).await?
            }
        };
        // The version first: the rest may have another shape.
        let version: Version = parse(path, &bytes)?;
        if version.format != FORMAT {
            return Err(Failure::Version { found: version.format });
        }
        parse(path, &bytes)
    }

    /// The bytes of a file of this build.
    ///
    /// # Errors
    /// Where the file does not load. It is asked for again the next time.
    pub(crate) async fn bytes(&self, manifest: &Manifest, name: &str) -> Result<Arc<Vec<u8>>, Failure> {
        let path = format!("data/{}/{name}", manifest.build);
        let known = self.files.borrow().get(&path).cloned();
        let fetched = known.unwrap_or_else(|| {
            let url = format!("{}{path}", self.root);
            let fetched = fetch(url, path.clone(), web_sys::RequestCache::Default, None)
                .map(|r| r.map(Arc::new))
                .boxed_local()
                .shared();
            self.files.borrow_mut().insert(path.clone(), fetched.clone());
            fetched
        });
        let result = fetched.await;
        if result.is_err() {
            self.files.borrow_mut().remove(&path);
        }
        result
    }

    /// A part of a file of this build; the searcher keeps it, so nothing is kept here.
    ///
    /// # Errors
    /// Where it does not load.
    pub(crate) async fn part(
        &self,
        manifest: &Manifest,
        name: &str,
        range: Option<String>,
    ) -> Result<Vec<u8>, Failure> {
        let path = format!("data/{}/{name}", manifest.build);
        fetch(format!("{}{path}", self.root), path, web_sys::RequestCache::Default, range).await
    }

    async fn json<T: DeserializeOwned>(&self, manifest: &Manifest, name: &str) -> Result<T, Failure> {
        let bytes = self.bytes(manifest, name).await?;
        parse(name, &bytes)
    }

    /// All parts of a list, in order, fetched side by side.
    async fn parts<T: DeserializeOwned>(&self, manifest: &Manifest, name: &str, parts: u32) -> Result<Vec<T>, Failure> {
        let parts = join_all(
            (0..parts).map(|part| async move { self.json::<Vec<T>>(manifest, &format!("{name}/{part}.json")).await }),
        )
        .await;
        let mut all = Vec::new();
        for part in parts {
            all.extend(part?);
        }
        Ok(all)
    }

    /// The data of a view; what goes wrong is a page as well.
    pub(crate) async fn load(&self, manifest: &Manifest, route: &Route) -> Page {
        self.try_load(manifest, &route.place).await.unwrap_or_else(Page::Failed)
    }

    async fn try_load(&self, m: &Manifest, place: &Place) -> Result<Page, Failure> {
        Ok(match place {
            Place::Overview => Page::Overview(self.json(m, "overview.json").await?),
            Place::Search => Page::Search,
            Place::Timeline => Page::Timeline(self.json(m, "timeline.json").await?),
            Place::Claims => {
                let (claims, documents) = futures_util::join!(
                    self.parts(m, "claim-cards", m.claim_card_parts),
                    self.parts(m, "document-cards", m.document_card_parts.min(1))
                );
                Page::Claims(claims?, documents?)
            }
            Place::Claim(id) => self.claim(m, id).await?,
            Place::Documents => Page::Documents(self.parts(m, "document-cards", m.document_card_parts).await?),
            Place::Document(id) => match self.document(m, id).await? {
                Some(page) => Page::Document(Box::new(page)),
                None => unknown("document", id),
            },
            Place::Compare(a, b) => {
                let (left, right) = futures_util::join!(self.document(m, a), self.document(m, b));
                match (left?, right?) {
                    (Some(left), Some(right)) => Page::Compare(Box::new(left), Box::new(right)),
                    (None, _) => unknown("document", a),
                    (_, None) => unknown("document", b),
                }
            }
            Place::People => Page::People(self.json(m, "people.json").await?),
            Place::Person(id) => {
                let people: Vec<PersonPage> = self.record(m, "people", m.people_shards, id).await?;
                match people.into_iter().find(|p| p.entity.id == *id) {
                    Some(person) => Page::Person(Box::new(person)),
                    None => unknown("person", id),
                }
            }
            Place::About => Page::About(self.json(m, "about.json").await?),
            Place::Nowhere(path) => unknown("page", path),
        })
    }

    /// The shard that holds a record, or nothing where there are no such records.
    async fn record<T: DeserializeOwned>(
        &self,
        m: &Manifest,
        name: &str,
        shards: u32,
        id: &str,
    ) -> Result<Vec<T>, Failure> {
        if shards == 0 {
            return Ok(Vec::new());
        }
        self.json(m, &format!("{name}/{}.json", shard(id, shards))).await
    }

    async fn document(&self, m: &Manifest, id: &str) -> Result<Option<DocumentPage>, Failure> {
        let pages: Vec<DocumentPage> = self.record(m, "documents", m.document_shards, id).await?;
        Ok(pages.into_iter().find(|p| p.card.id == *id))
    }

    async fn claim(&self, m: &Manifest, id: &str) -> Result<Page, Failure> {
        let find = |pages: Vec<ClaimPage>, id: &str| pages.into_iter().find(|p| p.claim.id == *id);
        if let Some(page) = find(self.record(m, "claims", m.claim_shards, id).await?, id) {
            return Ok(Page::Claim(Box::new(page)));
        }
        let moved: Vec<Moved> = self.json(m, "aliases.json").await?;
        if let Some(moved) = moved.into_iter().find(|moved| moved.from == *id)
            && let Some(page) = find(self.record(m, "claims", m.claim_shards, &moved.to).await?, &moved.to)
        {
            return Ok(Page::Moved { from: id.to_owned(), to: Box::new(page) });
        }
        // Ids that begin the same way: a link cut short is the likeliest cause.
        let start: String = id.chars().take(2).collect();
        let cards: Vec<bundle::ClaimCard> = self.parts(m, "claim-cards", m.claim_card_parts.min(1)).await?;
        let near = cards.into_iter().filter(|c| !start.is_empty() && c.id.starts_with(&start)).take(5).collect();
        Ok(Page::Unknown(Unknown { what: "claim", id: id.to_owned(), near }))
    }
}

fn unknown(what: &'static str, id: &str) -> Page {
    Page::Unknown(Unknown { what, id: id.to_owned(), near: Vec::new() })
}

async fn fetch(
    url: String,
    path: String,
    cache: web_sys::RequestCache,
    range: Option<String>,
) -> Result<Vec<u8>, Failure> {
    let unreachable = || Failure::Unreachable { path: path.clone() };
    let mut request = Request::get(&url).cache(cache);
    if let Some(range) = range {
        request = request.header("Range", &range);
    }
    let answer = request.send().await.map_err(|_| unreachable())?;
    if !answer.ok() {
        return Err(Failure::Status { path, status: answer.status() });
    }
    answer.binary().await.map_err(|_| unreachable())
}

fn parse<T: DeserializeOwned>(path: &str, bytes: &[u8]) -> Result<T, Failure> {
    serde_json::from_slice(bytes).map_err(|error| Failure::Corrupt { path: path.to_owned(), detail: error.to_string() })
}
