//! The pages: what the files of the bundle say, as HTML. In the browser this works in a thread of its own, beside the
//! page; it asks for the files that it needs, and is asked again when they have come.

use std::rc::Rc;
use std::sync::Arc;

use model::bundle::Manifest;
use model::{Span, coding};
use serde::{Deserialize, Serialize};

use crate::page::{Page, Shown};
use crate::reader::{self, Files, Step};
use crate::route::{Place, Route};
use crate::site::{self, Site};
use crate::view;

/// What the viewer asks for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Ask {
    /// From now on pages of this corpus are asked for; links begin with `root`. Replied to by [`Reply::Open`].
    Open {
        /// What links begin with to reach the site's root.
        root: String,
        /// The corpus.
        manifest: Manifest,
    },
    /// A view. Replied to by [`Reply::Need`] or [`Reply::View`]; by [`Reply::Offer`] where words of it are marked.
    Show {
        /// The view with its state, as [`Route::link`] writes it.
        link: String,
        /// The words of a document that a reader has marked: the link to them is asked for in place of the view.
        marked: Option<Span>,
        /// Files that have come since, by their names below the build's folder, as they came.
        files: Vec<(String, Vec<u8>)>,
    },
}

/// What comes of it, once for each [`Ask`] and in their order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Reply {
    /// Ready for questions.
    Open,
    /// Names of files that it takes: to be fetched and sent with the same question.
    Need(Vec<String>),
    /// The view.
    View(Box<View>),
    /// What offers the link to what is marked, as HTML; empty where there is none.
    Offer(String),
    /// The question can't be read.
    Refused,
}

/// A view, drawn as far as it can be without hands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct View {
    /// What stands in the browser's title bar.
    pub title: String,
    /// What stands on the page.
    pub shown: Shown,
    /// Why it is not what was asked for, where a file could not be read; else empty.
    pub why: String,
}

/// Draws pages of one corpus.
#[derive(Default)]
pub struct Pages {
    manifest: Arc<Manifest>,
    files: Files,
    /// What was drawn last, to be drawn in another state; whether that was as known on a day.
    last: Option<(Place, bool, Rc<Page>)>,
}

impl Pages {
    /// The [`Reply`] to an [`Ask`], both as [`model::coding`] writes them.
    pub fn answer(&mut self, ask: &[u8]) -> Vec<u8> {
        let reply = match coding::decode(ask) {
            Ok(Ask::Open { root, manifest }) => self.open(&root, manifest),
            Ok(Ask::Show { link, marked, files }) => {
                self.files.extend(files);
                self.show(&Route::of_link(&link), marked)
            }
            Err(coding::Damaged) => Reply::Refused,
        };
        // A reply of no bytes is refused by whoever reads it.
        coding::encode(&reply).unwrap_or_default()
    }

    fn open(&mut self, root: &str, manifest: Manifest) -> Reply {
        *self = Self { manifest: Arc::new(manifest), ..Self::default() };
        site::enter(Site { root: root.into(), manifest: Arc::clone(&self.manifest) });
        Reply::Open
    }

    fn show(&mut self, route: &Route, marked: Option<Span>) -> Reply {
        let known = route.known().is_some();
        let page = match &self.last {
            Some((place, was, page)) if *place == route.place && (*was || !known) => Rc::clone(page),
            _ => match reader::read(&self.manifest, &self.files, &route.place, known) {
                Step::Need(names) => return Reply::Need(names),
                Step::Done(page) => Rc::new(page),
            },
        };
        if let Some(span) = marked {
            return Reply::Offer(view::offered(&page, span));
        }
        let why = if let Page::Failed(failure) = &*page { failure.told() } else { String::new() };
        site::know(route.known());
        let now = page.known(route);
        let shown = now.as_ref().unwrap_or(&page);
        let view = View { title: shown.head(&self.manifest).title, shown: view::draw(shown, route), why };
        self.last = Some((route.place.clone(), known, page));
        Reply::View(Box::new(view))
    }
}

#[cfg(test)]
mod tests {
    use model::bundle::About;
    use model::sealed;

    use super::*;

    fn ask(pages: &mut Pages, ask: &Ask) -> Reply {
        coding::decode(&pages.answer(&coding::encode(ask).expect("bytes"))).expect("a reply")
    }

    #[test]
    fn a_page_is_drawn_when_its_files_have_come() {
        let mut pages = Pages::default();
        let build = "0011223344556677";
        let manifest = Manifest { build: build.into(), title: "The ferry".into(), ..Manifest::default() };
        assert_eq!(ask(&mut pages, &Ask::Open { root: "/repo/".into(), manifest }), Reply::Open);
        let show = |files| Ask::Show { link: "about".into(), marked: None, files };

        let Reply::Need(names) = ask(&mut pages, &show(Vec::new())) else { panic!("it has no files") };
        let about = coding::encode(&About::default()).expect("bytes");
        let sealed = |name: &str| {
            let mut file = sealed::seal(name, &about).expect("a short file");
            file[sealed::BUILD].copy_from_slice(build.as_bytes());
            file
        };
        let files = names.into_iter().map(|name| (name.clone(), sealed(&name))).collect();
        let Reply::View(view) = ask(&mut pages, &show(files)) else { panic!("a page") };
        let View { title, shown: Shown::Text(text), why } = *view else { panic!("a text") };

        assert!(title.contains("The ferry") && why.is_empty(), "{title}{why}");
        assert!(text.contains("How this was made"), "{text}");
        assert!(matches!(ask(&mut pages, &show(Vec::new())), Reply::View(_)), "its files were kept");
    }

    #[test]
    fn what_is_no_question_is_refused() {
        assert_eq!(coding::decode(&Pages::default().answer(&[7, 7])), Ok(Reply::Refused));
    }
}
