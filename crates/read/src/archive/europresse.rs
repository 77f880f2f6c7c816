//! Europresse as a page: an `<article>` for each, its parts named by classes.

use crate::found::{Fact, Format, Found, fact, names};
use crate::page::flatten;
use crate::page::stream::{Event, is_void, walk};
use crate::{dates, words};

/// The articles of such an export, where a page is one.
pub(crate) fn articles(html: &str) -> Option<Vec<(String, Found)>> {
    if !(html.contains("DocPublicationName") || html.contains("rdp__")) {
        return None;
    }
    let parts = parts(html);
    let many = parts.len();
    let found = parts.into_iter().enumerate().map(|(at, part)| (format!("article {} of {many}", at + 1), part.found()));
    (many > 0).then(|| found.collect())
}

#[derive(Default)]
struct Part {
    outlet: String,
    day: String,
    title: String,
    authors: String,
    body: String,
}

impl Part {
    fn found(self) -> Found {
        let mut found =
            Found::new(Format::Europresse, flatten::text(&self.body)).titled("titreArticle", Some(self.title));
        // "La Gazette (Paris)" with edition and section after it.
        let outlet = words::one_line(&self.outlet);
        let outlet = outlet.split(" - ").next().unwrap_or_default().split(" | ").next().unwrap_or_default().to_owned();
        found.outlet = fact("DocPublicationName", Some(outlet));
        found.published = dates::day(&words::one_line(&self.day)).map(|when| Fact::field("DocHeader", when));
        found.authors = names("docAuthors", words::authors(&self.authors));
        found
    }
}

/// What of an article is being read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Slot {
    Outlet,
    Day,
    Title,
    Authors,
    Body,
}

fn parts(html: &str) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    let mut within = false;
    // The slots that are open, each with the depth at which it began.
    let mut open: Vec<(Slot, usize)> = Vec::new();
    let mut depth = 0usize;
    walk(html, |event| match event {
        Event::Open(element) if element.name() == "article" => {
            parts.push(Part::default());
            (within, depth) = (true, 0);
            open.clear();
        }
        Event::Close("article") => within = false,
        Event::Open(element) if within => {
            let labels = element.labels();
            let slot = if labels.contains("docpublicationname") {
                Some(Slot::Outlet)
            } else if labels.contains("docheader") {
                Some(Slot::Day)
            } else if labels.contains("titrearticle") || labels.contains("rdp__articletitle") {
                Some(Slot::Title)
            } else if labels.contains("docauthors") || labels.contains("rdp__author") {
                Some(Slot::Authors)
            } else if labels.contains("dococcurcontainer")
                || labels.contains("dococurrcontainer")
                || labels.contains("doctext")
            {
                Some(Slot::Body)
            } else {
                None
            };
            if open.last().is_some_and(|(slot, _)| *slot == Slot::Body)
                && let Some(part) = parts.last_mut()
            {
                part.body.push_str(&format!("<{}>", element.name()));
            }
            if !is_void(element.name()) {
                depth += 1;
                if let Some(slot) = slot.filter(|_| !open.iter().any(|(_, at)| *at == depth)) {
                    open.push((slot, depth));
                }
            }
        }
        Event::Close(name) if within => {
            if open.last().is_some_and(|(slot, _)| *slot == Slot::Body)
                && let Some(part) = parts.last_mut()
            {
                part.body.push_str(&format!("</{name}>"));
            }
            while open.last().is_some_and(|(_, at)| *at >= depth) {
                open.pop();
            }
            depth = depth.saturating_sub(1);
        }
        Event::Words(words) if within => {
            if let (Some((slot, _)), Some(part)) = (open.last(), parts.last_mut()) {
                let into = match slot {
                    Slot::Outlet => &mut part.outlet,
                    Slot::Day => &mut part.day,
                    Slot::Title => &mut part.title,
                    Slot::Authors => &mut part.authors,
                    Slot::Body => {
                        let words = words.replace('&', "&amp;").replace('<', "&lt;");
                        part.body.push_str(&words);
                        return;
                    }
                };
                into.push_str(words);
                into.push(' ');
            }
        }
        _ => {}
    });
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_by_their_classes() {
        let html = "<article><header><div class='rdp__DocPublicationName'><span class='DocPublicationName'>La Gazette</span></div><span \
                    class='DocHeader'>mardi 4 mars 2031, p. 7</span><div class='titreArticle'><p class='titreArticleVisu'>La grue \
                    tombe</p></div></header><section><div class='DocText clearfix'><div class='docOcurrContainer'><p>Une grue est \
                    tombée.</p><p>Personne n'est blessé.</p></div></div></section></article>";
        let found = articles(html).expect("an export");
        let (place, one) = &found[0];
        assert_eq!(place, "article 1 of 1");
        assert_eq!(one.outlet.as_ref().map(|f| f.value.as_str()), Some("La Gazette"));
        assert_eq!(one.title.as_ref().map(|f| f.value.as_str()), Some("La grue tombe"));
        assert_eq!(one.published.as_ref().map(|f| f.value.edtf.as_str()), Some("2031-03-04"));
        assert_eq!(one.text, "Une grue est tombée.\n\nPersonne n'est blessé.");
    }
}
