//! A page for every view, document, claim and person, so that a link unfurls in a chat and reads without JavaScript.

mod address;
mod ahead;
mod desk;
mod places;
mod shell;

use std::sync::Arc;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use model::bundle::{Manifest, Timeline};
use search::Directory;
use sha2::{Digest, Sha256};
use viewer::page::{ClaimsPage, Page, Unknown};
use viewer::route::Place;

use crate::data::{self, Lists};
use crate::escape::escape;
use crate::export;
use crate::failure::Failure;
use crate::sink::Sink;
use crate::tables::Tables;

pub use address::{Address, NoAddress};
pub use shell::{NoShell, Shell};

/// The most files of a site: what hosts of static sites bear, and a person can still look through.
const MOST_FILES: usize = 2_000;

/// The most cards and events on a page as it is written. The viewer adds the rest.
const MOST_EVENTS: usize = 300;

/// How pages are made.
pub struct Pages<'a> {
    /// The viewer, which each page starts.
    pub shell: &'a Shell,
    /// Where the site will be found, where that is known.
    pub address: Option<&'a Address>,
    /// Draws a page.
    pub draw: &'a Draw<'a>,
}

/// Draws the view of a place with its data; links begin with the last argument: `../../` for a page two folders deep.
pub type Draw<'a> = dyn Fn(&Place, &Page, &Arc<Manifest>, &str) -> Drawn + Sync + 'a;

/// A page as it was drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawn {
    /// What stands in the browser's title bar.
    pub title: String,
    /// What a search engine shows below it.
    pub description: String,
    /// What stands in the page's body, as HTML.
    pub body: String,
    /// Whether that is the view; else it stands there until the viewer has drawn it.
    pub is_view: bool,
}

/// What the pages are made from.
pub(crate) struct Site<'a> {
    pub(crate) tables: &'a Tables<'a>,
    pub(crate) lists: &'a Lists,
    /// The events of each story.
    pub(crate) events: data::Events<'a>,
    pub(crate) manifest: Arc<Manifest>,
    pub(crate) directory: Option<&'a Directory>,
    pub(crate) pages: &'a Pages<'a>,
}

impl Site<'_> {
    /// Writes the shell and all pages; tells which kinds of page were left out because the site would have more than
    /// 2,000 files.
    ///
    /// # Errors
    /// The sink refuses.
    pub(crate) fn write(&self, sink: &dyn Sink) -> Result<Vec<&'static str>, Failure> {
        let loaded: Vec<(&str, &[u8])> = self.pages.shell.loaded().collect();
        sink.each(loaded.len(), &|at| Ok(sink.file(loaded[at].0, loaded[at].1.to_vec())?))?;
        let mut places = vec![
            Place::Overview,
            Place::Search,
            Place::Timeline,
            Place::Stories,
            Place::Claims,
            Place::Documents,
            Place::People,
            Place::About,
        ];
        // 404.html, .nojekyll, sitemap.xml and robots.txt come besides, and the three files of the desk.
        let room = MOST_FILES.saturating_sub(sink.list().len() + places.len() + 7);
        let left_out = self.fill(&mut places, room);
        sink.each(places.len(), &|at| self.page(sink, &places[at]))?;
        self.not_found(sink)?;
        if let Some(page) = desk::page(self.pages.shell, &self.manifest.title) {
            sink.file("desk/index.html", page.into_bytes())?;
            sink.file("desk/shell.html", self.pages.shell.unfilled().as_bytes().to_vec())?;
            sink.file("desk/shell.json", desk::list(self.pages.shell))?;
        }
        sink.file(".nojekyll", Vec::new())?;
        if let Some(address) = self.pages.address {
            sink.file("sitemap.xml", sitemap(address, &places).into_bytes())?;
            let robots = format!("User-agent: *\nAllow: /\nSitemap: {}sitemap.xml\n", address.whole);
            sink.file("robots.txt", robots.into_bytes())?;
        }
        Ok(left_out)
    }

    /// Writes the page of a place.
    fn page(&self, sink: &dyn Sink, place: &Place) -> Result<(), Failure> {
        let Some(content) = self.content(place) else { return Ok(()) };
        let root = match place.depth() {
            0 => "./".to_owned(),
            depth => "../".repeat(depth),
        };
        let html = self.html(place, &content, &root);
        Ok(sink.file(&file_of(place), html.into_bytes())?)
    }

    /// The page that a host shows where there is none. It may be shown at any depth, so its links begin at the host's
    /// root; and the viewer, once started, shows what was asked for if it is there after all.
    fn not_found(&self, sink: &dyn Sink) -> Result<(), Failure> {
        let content = Page::Unknown(Unknown { what: "page", id: String::new(), near: Vec::new() });
        let root = self.pages.address.map_or("/", |address| &address.path);
        let html = self.html(&Place::Nowhere(String::new()), &content, root);
        Ok(sink.file("404.html", html.into_bytes())?)
    }

    fn html(&self, place: &Place, content: &Page, root: &str) -> String {
        let path = place.path();
        let drawn = (self.pages.draw)(place, content, &self.manifest, root);
        let data = self.data(content, &path, root, drawn.is_view);
        let (title, description) = (escape(&drawn.title), escape(&drawn.description));
        let mut head = format!(
            "<meta name=\"crossread-root\" content=\"{}\">\n<title>{title}</title>\n\
             <meta name=\"description\" content=\"{description}\">\n\
             <meta property=\"og:type\" content=\"website\">\n\
             <meta property=\"og:site_name\" content=\"{}\">\n\
             <meta property=\"og:title\" content=\"{title}\">\n\
             <meta property=\"og:description\" content=\"{description}\">\n",
            escape(root),
            escape(&self.manifest.title),
        );
        for (kind, title, file) in [
            ("application/atom+xml", "Claims as reports add to them", export::FEED),
            ("text/calendar", "What is due", export::CALENDAR),
            ("text/csv", "Claims, a row each", "export/claims.csv"),
            ("text/csv", "Statements, a row each", "export/statements.csv"),
            ("application/ld+json", "Claims, as schema.org has them", "export/claims.jsonld"),
            ("application/ld+json", "Statements, as web annotations", "export/annotations.jsonld"),
        ] {
            head.push_str(&format!(
                "<link rel=\"alternate\" type=\"{kind}\" title=\"{title}\" href=\"{}{file}\">\n",
                escape(root)
            ));
        }
        head.push_str(&data);
        if let Some(address) = self.pages.address {
            let url = escape(&folder_url(address, &path));
            head.push_str(&format!(
                "<meta property=\"og:url\" content=\"{url}\">\n<link rel=\"canonical\" href=\"{url}\">\n"
            ));
        }
        let page = self.pages.shell.fill(root, &head, &drawn.body);
        if matches!(content, Page::Search) && self.directory.is_some() { ahead::allow(&page) } else { page }
    }

    /// What a page carries so that the viewer waits less: the manifest; its own path, where it is all of the view and the
    /// viewer can take it over as it is; and the addresses of what is needed at once, to be fetched beside the viewer.
    fn data(&self, content: &Page, path: &str, root: &str, is_view: bool) -> String {
        let manifest = BASE64_STANDARD.encode(model::coding::encode(&*self.manifest).unwrap_or_default());
        let mut data = format!("<meta name=\"crossread-manifest\" content=\"{manifest}\">\n");
        if matches!(content, Page::Search) {
            data.push_str(&self.search_data(root));
            return data;
        }
        if is_view && !matches!(content, Page::Unknown(_)) {
            data.push_str(&format!("<meta name=\"crossread-page\" content=\"{}\">\n", escape(path)));
        }
        if is_view && is_whole(content) {
            data.push_str("<meta name=\"crossread-whole\" content=\"yes\">\n");
        } else {
            data.push_str(&self.prefetch("crossread-pages-", root));
        }
        data
    }

    /// What the page of a search has fetched beside its first script: all that a first answer takes but for the results,
    /// so that these are the second thing that is waited for.
    fn search_data(&self, root: &str) -> String {
        let folder = format!("{root}data/{}/search/", self.manifest.build);
        let mut data = String::new();
        if let Some(directory) = self.directory {
            data.push_str(&ahead::elements(directory, &folder));
        }
        let entry = format!("{folder}{}", self.manifest.search);
        let viewer = self.pages.shell.loaded().filter(|(name, _)| name.starts_with("crossread-viewer-"));
        let viewer = viewer.map(|(name, bytes)| (format!("{root}{name}"), bytes));
        for (file, bytes) in [(entry, &[][..])].into_iter().chain(viewer) {
            let (how, held) = if file.ends_with(".js") {
                // A module that was fetched ahead is not held against the boot script's digest any more.
                let digest = BASE64_STANDARD.encode(Sha256::digest(bytes));
                ("rel=\"modulepreload\"", format!(" integrity=\"sha256-{digest}\""))
            } else {
                ("rel=\"preload\" as=\"fetch\"", String::new())
            };
            data.push_str(&format!("<link {how} href=\"{}\" crossorigin=\"anonymous\"{held}>\n", escape(&file)));
        }
        data + &self.prefetch("crossread-engine-", root)
    }

    /// Has the browser fetch the files of a helper, which the viewer is about to start.
    fn prefetch(&self, helper: &str, root: &str) -> String {
        let files = self.pages.shell.files(helper);
        files.map(|file| format!("<link rel=\"prefetch\" href=\"{root}{}\">\n", escape(file))).collect()
    }

    /// What a place shows; `None` for an id that there is not.
    fn content(&self, place: &Place) -> Option<Page> {
        let tables = self.tables;
        let document = |id: &str| {
            let index = tables.document_index(id)?;
            data::document_page(tables, index).map(Box::new)
        };
        let claim = |id: &str| data::claim_page(tables, tables.claim_index(id)?).map(Box::new);
        // All of them, however few rows are drawn: what counts them, and what narrows them, is of the whole corpus.
        let cards = || tables.cards.clone();
        Some(match place {
            Place::Overview => Page::Overview(Box::new(self.lists.overview.clone()), None),
            Place::Search => Page::Search,
            Place::Timeline => {
                Page::Timeline(Timeline { events: self.foremost_events(), ..self.lists.timeline.clone() })
            }
            Place::Stories => Page::Stories(self.lists.stories.clone()),
            Place::Story(id) => {
                let index = tables.story_index(id)?;
                Page::Story(Box::new(data::story_page(tables, &self.events, index)?))
            }
            Place::Claims => {
                let claims = tables.relations.claims.iter();
                Page::Claims(Box::new(ClaimsPage {
                    claims: claims.map(|claim| data::claim_card(tables, claim)).collect(),
                    documents: cards(),
                    stories: self.lists.stories.clone(),
                    people: self.lists.people.clone(),
                }))
            }
            Place::Claim(id) => match self.lists.moved.iter().find(|moved| moved.from == *id) {
                Some(moved) => Page::Moved { from: id.clone(), to: claim(&moved.to)? },
                None => Page::Claim(claim(id)?),
            },
            Place::Documents => Page::Documents(cards()),
            Place::Document(id) => Page::Document(document(id)?),
            Place::Compare(a, b) => Page::Compare(document(a)?, document(b)?, cards()),
            Place::People => Page::People(self.lists.people.clone()),
            Place::Person(id) => {
                let people = &tables.relations.people;
                let index = people.iter().position(|person| person.entity.id == *id)?;
                Page::Person(Box::new(data::person_page(tables, people.get(index)?)))
            }
            Place::About => Page::About(self.lists.about.clone()),
            Place::Nowhere(_) => return None,
        })
    }
}

/// Whether a page as it is written is all of its view: nothing is left out, and nothing in it answers to hands.
fn is_whole(page: &Page) -> bool {
    match page {
        Page::Overview(..) | Page::Story(_) | Page::Search | Page::Timeline(_) => false,
        Page::Unknown(_) | Page::NotYet { .. } | Page::Failed(_) => false,
        Page::Stories(_) | Page::Claims(_) | Page::Documents(_) | Page::People(_) | Page::Compare(..) => true,
        Page::Claim(_) | Page::Moved { .. } | Page::Document(_) => true,
        Page::Person(_) | Page::About(_) => true,
    }
}

/// Where the page of a place lies: links name folders, and percent-encode what addresses can't have.
fn file_of(place: &Place) -> String {
    let path = place.path();
    let slash = if path.is_empty() { "" } else { "/" };
    format!("{}{slash}index.html", percent_encoding::percent_decode_str(&path).decode_utf8_lossy())
}

/// The address of the page of a path.
fn folder_url(address: &Address, path: &str) -> String {
    let slash = if path.is_empty() { "" } else { "/" };
    format!("{}{path}{slash}", address.whole)
}

/// The pages for search engines (<https://www.sitemaps.org/protocol.html>).
fn sitemap(address: &Address, places: &[Place]) -> String {
    let mut xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
                   <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
        .to_owned();
    for place in places {
        xml.push_str(&format!("<url><loc>{}</loc></url>\n", escape(&folder_url(address, &place.path()))));
    }
    xml.push_str("</urlset>\n");
    xml
}
