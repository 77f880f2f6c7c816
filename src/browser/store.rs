//! Fetches the bundle's files, and reads the manifest that the page carries.

use futures_util::future::{FutureExt, LocalBoxFuture};
use js_sys::{Map, Object, Promise, RangeError, Reflect, Uint8Array};
use leptos::prelude::{document, window};
use model::bundle::{self, Manifest};
use model::coding;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{RequestInit, Response};

use crate::page::Failure;
use crate::site::site;

/// A file to fetch, or a part of it.
pub(crate) struct Wanted {
    /// Its name below the build's folder.
    pub name: String,
    /// The value of the header `Range`; the whole file where there is none.
    pub range: Option<String>,
}

/// Files of this build, or parts of them, fetched side by side; nothing is kept.
///
/// # Errors
/// Where one of them does not load.
pub(crate) fn get(wanted: Vec<Wanted>) -> LocalBoxFuture<'static, Result<Vec<Vec<u8>>, Failure>> {
    let site = site();
    // All requests go out before the first answer is waited for.
    let asked: Vec<_> = wanted
        .into_iter()
        .map(|wanted| {
            let path = format!("data/{}/{}", site.manifest.build, wanted.name);
            (ask(&site.root, &path, wanted.range.as_deref()), path)
        })
        .collect();
    // Boxed, so that there is one of it.
    async move {
        let mut came = Vec::new();
        for (answer, path) in asked {
            came.push(body(answer, path).await?);
        }
        Ok(came)
    }
    .boxed_local()
}

/// The manifest that the page carries: it is of the build that the page is of.
///
/// # Errors
/// Where it cannot be read, or is of another version than this viewer reads.
pub(crate) fn manifest() -> Result<Manifest, Failure> {
    let carried = document().query_selector("meta[name=crossread-manifest]").ok().flatten();
    let coded = carried.and_then(|meta| meta.get_attribute("content")).unwrap_or_default();
    // A browser decodes Base64 to a string of one character for each byte.
    let bytes: Vec<u8> = window().atob(&coded).unwrap_or_default().chars().map(|byte| byte as u8).collect();
    let damaged =
        |error: coding::Damaged| Failure::Corrupt { path: "the page's manifest".to_owned(), detail: error.to_string() };
    // The version first: the rest may have another shape.
    let found = coding::begins(&bytes).map_err(damaged)?;
    if found != bundle::FORMAT {
        return Err(Failure::Version { found });
    }
    coding::decode(&bytes).map_err(damaged)
}

/// Sends a request, unless the page already has.
fn ask(root: &str, path: &str, range: Option<&str>) -> JsFuture {
    if let Some(asked) = range.and_then(|range| asked_ahead(path, range)) {
        return asked.into();
    }
    let init = RequestInit::new();
    if let Some(range) = range {
        let headers = Object::new();
        // A plain object takes any property.
        let _ = Reflect::set(&headers, &"Range".into(), &range.into());
        init.set_headers(&headers);
    }
    window().fetch_with_str_and_init(&format!("{root}{path}"), &init).into()
}

/// The answer to a request for a part of a file that the page sent before the viewer was there, where it did. It can be
/// read once.
fn asked_ahead(path: &str, range: &str) -> Option<Promise> {
    let asked: Map = Reflect::get(&window(), &"crossread".into()).ok()?.dyn_into().ok()?;
    let (_, file) = path.rsplit_once('/')?;
    let key = JsValue::from(format!("{file} {range}"));
    let answer = asked.get(&key).dyn_into().ok();
    asked.delete(&key);
    answer
}

/// The bytes of an answer.
async fn body(answer: JsFuture, path: String) -> Result<Vec<u8>, Failure> {
    // Without memory for it, the browser tells of a wrong range; all else is the connection.
    let failed = |error: JsValue| match error.has_type::<RangeError>() {
        true => Failure::Stopped { what: path.clone() },
        false if !window().navigator().on_line() => Failure::Offline { path: path.clone() },
        false => Failure::Unreachable { path: path.clone() },
    };
    let response: Response = answer.await.map_err(failed)?.unchecked_into();
    if !response.ok() {
        return Err(Failure::Status { path, status: response.status() });
    }
    let buffer: JsFuture = response.array_buffer().map_err(failed)?.into();
    Ok(Uint8Array::new(&buffer.await.map_err(failed)?).to_vec())
}
