//! What lets the page of a search fetch the words of a query before there is an engine to ask for them: where they lie,
//! and a script that looks them up. It stands in the page, for a file of its own would come no sooner than the engine.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use search::Directory;
use serde_json::json;
use sha2::{Digest, Sha256};

/// The script. It runs as it is parsed, and is as small as it is plain: it knows neither stems nor fields.
const SCRIPT: &str = include_str!("ahead.js");

/// Where the script finds its data, and the script; `folder` is the way to the files of the search, with a slash at its
/// end.
pub(crate) fn elements(directory: &Directory, folder: &str) -> String {
    // Within a string of JSON, this is the same sign, and it can't end the element.
    let data = json!({ "folder": folder, "directory": directory }).to_string().replace('<', "\\u003c");
    format!("<script type=\"application/json\" id=\"directory\">{data}</script>\n<script>{SCRIPT}</script>\n")
}

/// A page whose content security policy allows the script, and no other within the page
/// (<https://www.w3.org/TR/CSP3/#framework-directive-source-list>, `hash-source`).
pub(crate) fn allow(page: &str) -> String {
    let hash = BASE64_STANDARD.encode(Sha256::digest(SCRIPT));
    page.replacen("script-src 'self'", &format!("script-src 'self' 'sha256-{hash}'"), 1)
}
