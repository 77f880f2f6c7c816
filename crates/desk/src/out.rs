//! What leaves the desk: the corpus for the command, the exports, a site for a host, a site in one file.

use std::collections::BTreeMap;
use std::sync::Arc;

use bundle::{Drawn, Extras, Memory, Pages, Related, Shell};
use found::{Found, Purpose};
use model::Corpus;
use model::bundle::Manifest;
use relate::{Decision, Review};
use viewer::page::Page;
use viewer::route::Place;

use crate::asks::Reply;
use crate::letter::Letter;

/// The corpus in a folder, as `crossread build --corpus` reads it: the reports, what is known of the corpus, what a person
/// decided.
pub(crate) fn corpus(
    folder: &str,
    corpus: &Corpus,
    found: &BTreeMap<String, Found>,
    decisions: &[Decision],
) -> Result<Letter, String> {
    let lines: String = found.iter().map(|(id, found)| found::written(id, found, Purpose::Keeping) + "\n").collect();
    let mut files =
        vec![(format!("{folder}/corpus.toml"), found::corpus_text(corpus)), (format!("{folder}/reports.jsonl"), lines)];
    if !decisions.is_empty() {
        files.push((format!("{folder}/review.toml"), review(decisions)?));
    }
    let packed = bundle::zip(files.iter().map(|(name, text)| (name.as_str(), text.as_bytes())));
    Ok(Letter::of(&Reply::Bytes, packed))
}

/// The exports, as the command writes them; `own` are the corpus's own files.
pub(crate) fn exports(related: Related<'_>, own: &[(&str, &str)]) -> Result<Letter, String> {
    let memory = Memory::default();
    bundle::make(&memory, related, Extras { exports: Some(own), pages: None }).map_err(|error| error.to_string())?;
    let files = memory.into_files();
    let own = files.iter().filter(|(path, _)| path.starts_with("export/"));
    Ok(Letter::of(&Reply::Bytes, bundle::zip(own.map(|(path, bytes)| (path.as_str(), bytes.as_slice())))))
}

/// The site as the command writes it for a host, but that its pages are drawn by the viewer alone: what draws them in the
/// build is as large as all the rest of this program.
pub(crate) fn site(
    related: Related<'_>,
    own: &[(&str, &str)],
    shell: &[(String, usize)],
    bytes: &[u8],
) -> Result<Letter, String> {
    let shell = shell_of(shell, &mut &*bytes)?;
    let memory = Memory::default();
    let draw = |_: &Place, page: &Page, manifest: &Arc<Manifest>, _: &str| {
        let head = page.head(manifest);
        let body = format!(
            "<main id=\"main\" class=\"page\"><h1>{}</h1><noscript><p>This site needs JavaScript.</p></noscript></main>",
            head.title.replace('&', "&amp;").replace('<', "&lt;")
        );
        Drawn { title: head.title, description: head.description, body, is_view: false }
    };
    let pages = Pages { shell: &shell, address: None, draw: &draw };
    let extras = Extras { exports: Some(own), pages: Some(&pages) };
    bundle::make(&memory, related, extras).map_err(|error| error.to_string())?;
    let files = memory.into_files();
    let packed = bundle::zip(files.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice())));
    Ok(Letter::of(&Reply::Bytes, packed))
}

/// The site as one file, in the form that the command gives it; its first view is drawn when it is opened.
pub(crate) fn single(related: Related<'_>, shell: &[(String, usize)], bytes: &[u8]) -> Result<Letter, String> {
    let shell = shell_of(shell, &mut &*bytes)?;
    let html = bundle::single(related, &shell, None).map_err(|error| error.to_string())?;
    Ok(Letter::of(&Reply::Bytes, html.into_bytes()))
}

/// Decisions as `review.toml`; a remark where there are none.
pub(crate) fn review(decisions: &[Decision]) -> Result<String, String> {
    if decisions.is_empty() {
        return Ok("# Nothing was decided.\n".to_owned());
    }
    let mut text = String::new();
    for part in Review::in_parts(decisions) {
        if !text.is_empty() {
            text.push('\n');
        }
        text.push_str(&toml::to_string(&part).map_err(|error| error.to_string())?);
    }
    Ok(text)
}

fn shell_of(list: &[(String, usize)], rest: &mut &[u8]) -> Result<Shell, String> {
    Shell::new(taken(list, rest)?).map_err(|error| format!("the viewer's index.html {error}"))
}

/// Files out of bytes that follow each other.
fn taken(list: &[(String, usize)], rest: &mut &[u8]) -> Result<BTreeMap<String, Vec<u8>>, String> {
    let mut files = BTreeMap::new();
    for (name, length) in list {
        let (file, more) = rest.split_at_checked(*length).ok_or_else(|| format!("{name} is cut short"))?;
        files.insert(name.clone(), file.to_vec());
        *rest = more;
    }
    Ok(files)
}
