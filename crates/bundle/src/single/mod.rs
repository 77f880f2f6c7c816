//! A site in one file: viewer, helpers, data and style in one page that opens from a disk and asks for nothing.
//!
//! The page's script answers the viewer's requests out of the page (`single.js`); places within it are written behind the
//! sign of a fragment (`#/claims/…`), the only part of a disk's address that a page may change. The content security policy
//! names each script and style by its digest, and allows no request at all.

mod inline;
mod pack;

use std::collections::BTreeMap;
use std::sync::Arc;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use model::bundle::Manifest;

use crate::Related;
use crate::escape::escape;
use crate::failure::Failure;
use crate::pages::{Drawn, Shell};
use inline::Policy;

pub(crate) use inline::ROOT;

/// What the names of the viewer's files, and those of its helpers, begin with.
const VIEWER: &str = "crossread-viewer-";
const HELPERS: [&str; 2] = ["crossread-engine-", "crossread-pages-"];

/// What the names of the helper begin with that makes the files of a packed corpus.
const MAKER: &str = "crossread-maker-";

/// What a page reads out of itself.
pub(crate) enum Kept {
    /// The files of a site, by path.
    Files(BTreeMap<String, Vec<u8>>),
    /// A packed corpus, and a helper that makes the files of it.
    Packed(Vec<u8>),
}

impl Kept {
    /// The form that makes the smaller page: a small corpus packs by less than the helper weighs.
    pub(crate) fn smaller(shell: &Shell, files: BTreeMap<String, Vec<u8>>, related: Related<'_>) -> Self {
        let weight =
            |name: &str, bytes: &[u8]| if name.ends_with(".wasm") { bytes.len() * 2 / 5 } else { bytes.len() / 4 };
        let maker = shell.loaded().filter(|(name, _)| name.starts_with(MAKER));
        let maker: usize = maker.map(|(name, bytes)| weight(name, bytes)).sum();
        // They are packed already, each for itself.
        let whole: usize = files.values().map(Vec::len).sum();
        if maker == 0 || whole <= maker {
            return Self::Files(files);
        }
        let packed = crate::pack(related);
        if packed.len() + maker < whole { Self::Packed(packed) } else { Self::Files(files) }
    }
}

/// The script; the name of the viewer's own beginning goes into it.
const SCRIPT: &str =
    concat!(include_str!("places.js"), include_str!("../../../../style/picture.js"), include_str!("single.js"));

/// What stands in the script in place of the function that starts the viewer.
const START: &str = "VIEWER_START";

/// Puts a page together out of the shell, what it reads out of itself, and its first view as it was drawn. `wide` tells whether the
/// reports have letters beyond Latin, whose faces are left out otherwise.
///
/// # Errors
/// The shell is not one that Trunk made.
pub(crate) fn page(
    shell: &Shell,
    kept: Kept,
    manifest: &Arc<Manifest>,
    first: Option<Drawn>,
    wide: bool,
) -> Result<String, Failure> {
    let mut policy = Policy::default();
    let title = first.as_ref().map_or(&manifest.title, |drawn| &drawn.title);
    let coded = BASE64_STANDARD.encode(model::coding::encode(&**manifest).unwrap_or_default());
    let mut head = format!(
        "<meta name=\"crossread-root\" content=\"{ROOT}\">\n<title>{}</title>\n\
         <meta name=\"crossread-manifest\" content=\"{coded}\">\n",
        escape(title),
    );
    if first.is_some() {
        head.push_str("<meta name=\"crossread-page\" content=\"\">\n");
    }
    let html = shell.fill(ROOT, &head, first.as_ref().map_or("", |drawn| &drawn.body));
    let html = inline::styles(&html, shell, wide, &mut policy)?;
    let html = inline::without_files(&html);
    let html = html.replacen("<html ", "<html data-kept=\"file\" ", 1);

    let makes = matches!(kept, Kept::Packed(_));
    let is_helper =
        |name: &str| HELPERS.iter().any(|helper| name.starts_with(helper)) || makes && name.starts_with(MAKER);
    let helpers = shell.loaded().filter(|(name, _)| is_helper(name)).map(|(name, bytes)| match name.ends_with(".js") {
        true => classic(bytes).map(|script| (name, script.into_bytes())),
        false => Ok((name, bytes.to_vec())),
    });
    let helpers = helpers.collect::<Result<Vec<_>, _>>()?;
    let mut program: Vec<(&str, &[u8])> = helpers.iter().map(|(name, bytes)| (*name, bytes.as_slice())).collect();
    let glue = one(shell, VIEWER, ".js")?;
    let (name, wasm) = one(shell, VIEWER, ".wasm")?;
    program.push((name, wasm));
    let beside = ["licences.txt"];
    program.extend(shell.loaded().filter(|(name, _)| beside.contains(name)));
    let (form, data) = match &kept {
        Kept::Files(files) => {
            let files: Vec<(&str, &[u8])> =
                files.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice())).collect();
            ("", pack::pack(&files))
        }
        Kept::Packed(packed) => (" data-made", BASE64_STANDARD.encode(packed)),
    };

    let script = script(glue.1)?;
    policy.script(&script);
    let end = format!(
        "<script type=\"application/octet-stream\" id=\"kept-program\">{}</script>\n\
         <script type=\"application/octet-stream\" id=\"kept-data\"{form}>{data}</script>\n\
         <script type=\"module\">{script}</script>\n</body>",
        pack::pack(&program),
    );
    // What the reports say is in the page already, so that nothing of it is taken for the end.
    let (before, after) = html.rsplit_once("</body>").ok_or(Failure::Shell("it has no end"))?;
    policy.put(&[before, &end, after].concat())
}

/// The viewer's own script with what starts it out of this page.
fn script(glue: &[u8]) -> Result<String, Failure> {
    let glue = std::str::from_utf8(glue).map_err(|_| Failure::Shell("its script is no text"))?;
    let start = glue.rsplit_once("export default ").and_then(|(_, rest)| rest.split_once(';')).map(|(name, _)| name);
    let start = start.filter(|name| name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_'));
    let start = start.ok_or(Failure::Shell("its script names no beginning"))?;
    let whole = format!("{glue}\n{}", inline::bare(SCRIPT).replace(START, start));
    // It would end the element that it stands in.
    if whole.contains("</script") || whole.contains("<!--") {
        return Err(Failure::Shell("its script can't stand in a page"));
    }
    Ok(whole)
}

/// The script of a helper as one that is no module: a page from a disk may start no worker that is one.
fn classic(script: &[u8]) -> Result<String, Failure> {
    let script = std::str::from_utf8(script).map_err(|_| Failure::Shell("a helper's script is no text"))?;
    let lines = script.lines().filter(|line| !line.starts_with("export {") && !line.starts_with("export default "));
    let lines: Vec<&str> = lines.map(|line| line.strip_prefix("export ").unwrap_or(line)).collect();
    Ok(lines.join("\n").replace("import.meta.url", "location.href"))
}

/// The one file of the shell with such a name.
fn one<'s>(shell: &'s Shell, begins: &str, ends: &str) -> Result<(&'s str, &'s [u8]), Failure> {
    let mut found = shell.loaded().filter(|(name, _)| name.starts_with(begins) && name.ends_with(ends));
    match (found.next(), found.next()) {
        (Some(file), None) => Ok(file),
        _ => Err(Failure::Shell("it has not one viewer")),
    }
}

#[cfg(test)]
mod tests;
