//! Saved web pages: the article, not the page.

mod areas;
mod article;
mod bounds;
mod describe;
mod elements;
mod facts;
pub(crate) mod flatten;
mod json_ld;
mod lean;
mod lines;
mod onward;
mod published;
pub(crate) mod stream;
mod tail;

use std::borrow::Cow;

use facts::Facts;

pub(crate) use bounds::check;
pub(crate) use describe::{host, original};
pub(crate) use onward::leads_on;

use crate::blocks;
use crate::found::{Fact, Format, Found, Source};

/// The report of a page. `address` is where it was found, where something beside the page tells.
pub(crate) fn read(html: &str, address: Option<&str>) -> Found {
    let html = without_toolbar(html);
    let lean = lean::lean(&html);
    let facts = Facts::gather(&lean.html);
    let data = json_ld::described(&facts.scripts);
    let mut found = Found::new(Format::Page, "");
    describe::describe(&mut found, &facts, &data, address);
    let title = found.title.as_ref().map(|title| title.value.clone());
    let pieces = flatten::pieces(&lean.html);
    let url = found.url.as_ref().map(|url| url.value.clone());
    found.published = published::published(&facts, &data, url.as_deref(), title.as_deref(), &pieces, &html);
    let authors = found.authors.as_ref().map_or(&[][..], |authors| &authors.value);
    let article = article::article(&lean.html, &pieces, (title.as_deref(), authors), (lean.depth, lean.many));
    found.text = blocks::text(&article.blocks);
    found.captions = article.captions;
    found.notes.extend(article.note);
    if let Some(body) = data.body.filter(|body| body.len() > 2 * found.text.len() + 400) {
        // The page shows a part, and repeats all of it for machines.
        found.text = flatten::text(&body.replace("\n", "<br>"));
        found.captions.clear();
        found.notes.push("text taken from JSON-LD articleBody".to_owned());
    }
    found
}

/// A page of the Wayback Machine without the bar that it puts on top.
fn without_toolbar(html: &str) -> Cow<'_, str> {
    const BEGIN: &str = "<!-- BEGIN WAYBACK TOOLBAR INSERT -->";
    const END: &str = "<!-- END WAYBACK TOOLBAR INSERT -->";
    match (html.find(BEGIN), html.find(END)) {
        (Some(begin), Some(end)) if begin < end => {
            Cow::Owned(format!("{}{}", &html[..begin], &html[end + END.len()..]))
        }
        _ => Cow::Borrowed(html),
    }
}

/// The outlet that an address tells, where nothing else does.
pub(crate) fn outlet_of(url: &str) -> Option<Fact<String>> {
    host(original(url)).map(|host| Fact { value: host.to_owned(), source: Source::Address })
}
