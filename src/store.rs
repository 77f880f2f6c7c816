//! Fetches the bundle's files, each once.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use futures_util::future::{FutureExt, LocalBoxFuture};
use leptos::prelude::{document, window};
use model::bundle::Manifest;
use send_wrapper::SendWrapper;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{RequestCache, RequestInit, Response};

use crate::page::{Failure, Page};
use crate::reader::{self, Files, Step};
use crate::route::Route;

/// A file to fetch, or a part of it.
pub(crate) struct Wanted {
    /// Its path below the site's root.
    pub path: String,
    /// The value of the header `Range`; the whole file where there is none.
    pub range: Option<String>,
}

/// The files of the bundle.
#[derive(Clone)]
pub(crate) struct Store {
    root: Arc<str>,
    files: SendWrapper<Rc<RefCell<Files>>>,
}

impl Store {
    /// A store that fetches from below `root`, which ends with a slash.
    pub(crate) fn new(root: &str) -> Self {
        Self { root: root.into(), files: SendWrapper::new(Rc::default()) }
    }

    /// The manifest: the page carries it, so that it is of the build that the page is of; else it is asked for anew.
    ///
    /// # Errors
    /// Where it does not load, cannot be read, or is of another version than this viewer reads.
    pub(crate) async fn manifest(&self) -> Result<Manifest, Failure> {
        let path = "data/manifest.json";
        if let Some(carried) = document().get_element_by_id("manifest").and_then(|e| e.text_content()) {
            return reader::manifest(path, carried.as_bytes());
        }
        let wanted = Wanted { path: path.to_owned(), range: None };
        let came = self.fetch(vec![wanted], RequestCache::NoCache).await?;
        reader::manifest(path, came.first().map_or(&[], Vec::as_slice))
    }

    /// Files of this build, or parts of them, fetched side by side; nothing is kept.
    ///
    /// # Errors
    /// Where one of them does not load.
    pub(crate) fn get(
        &self,
        manifest: &Manifest,
        files: Vec<(String, Option<String>)>,
    ) -> LocalBoxFuture<'static, Result<Vec<Vec<u8>>, Failure>> {
        let path = |name: String| format!("data/{}/{name}", manifest.build);
        let wanted = files.into_iter().map(|(name, range)| Wanted { path: path(name), range }).collect();
        self.fetch(wanted, RequestCache::Default)
    }

    /// The data of a view; what goes wrong is a view as well.
    pub(crate) async fn load(&self, manifest: &Manifest, route: &Route) -> Page {
        loop {
            let step = reader::read(manifest, &self.files.borrow(), &route.place);
            let names = match step {
                Step::Done(page) => return page,
                Step::Need(names) => names,
            };
            match self.get(manifest, names.iter().map(|name| (name.clone(), None)).collect()).await {
                Ok(came) => self.files.borrow_mut().extend(names.into_iter().zip(came)),
                Err(failure) => return Page::Failed(failure),
            }
        }
    }

    /// All requests go out before the first answer is waited for. Boxed, so that there is one of it.
    fn fetch(
        &self,
        wanted: Vec<Wanted>,
        cache: RequestCache,
    ) -> LocalBoxFuture<'static, Result<Vec<Vec<u8>>, Failure>> {
        let asked: Vec<_> = wanted.into_iter().map(|wanted| (ask(&self.root, &wanted, cache), wanted.path)).collect();
        async move {
            let mut came = Vec::new();
            for (answer, path) in asked {
                came.push(body(answer, path).await?);
            }
            Ok(came)
        }
        .boxed_local()
    }
}

/// Sends a request.
fn ask(root: &str, wanted: &Wanted, cache: RequestCache) -> JsFuture {
    let init = RequestInit::new();
    init.set_cache(cache);
    if let Some(range) = &wanted.range {
        let headers = js_sys::Object::new();
        // A plain object takes any property.
        let _ = js_sys::Reflect::set(&headers, &"Range".into(), &range.as_str().into());
        init.set_headers(&headers);
    }
    window().fetch_with_str_and_init(&format!("{root}{}", wanted.path), &init).into()
}

/// The bytes of an answer.
async fn body(answer: JsFuture, path: String) -> Result<Vec<u8>, Failure> {
    let unreachable = |_: JsValue| Failure::Unreachable { path: path.clone() };
    let response: Response = answer.await.map_err(unreachable)?.unchecked_into();
    if !response.ok() {
        return Err(Failure::Status { path, status: response.status() });
    }
    let buffer: JsFuture = response.array_buffer().map_err(unreachable)?.into();
    Ok(js_sys::Uint8Array::new(&buffer.await.map_err(unreachable)?).to_vec())
}
