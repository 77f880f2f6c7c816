//! Views from the helper that draws them: it is asked, tells which files of the bundle it takes, and is brought these.

use model::Span;

use super::helper::{self, PAGES};
use super::store::{self, Wanted};
use crate::page::{self, Failure, Shown};
use crate::pages::{Ask, Reply, View};
use crate::route::{Place, Route};
use crate::site::{Site, site};

/// A view, with what it takes.
pub(crate) async fn load(route: &Route) -> Result<View, Failure> {
    if route.place == Place::Search {
        return Ok(View { title: page::titled("Search", &site().manifest), shown: Shown::Search, why: String::new() });
    }
    draw(route).await
}

/// A view, drawn beside the page.
async fn draw(route: &Route) -> Result<View, Failure> {
    match asked(route, None).await? {
        Reply::View(view) => Ok(*view),
        _ => Err(unread()),
    }
}

/// What is drawn does not read what it is asked, being of another build.
fn unread() -> Failure {
    let detail = "it does not understand the viewer".to_owned();
    Failure::Corrupt { path: "the drawing of pages".to_owned(), detail }
}

/// Asks for a view, or for the link to words of it, and brings the files that it takes.
pub(crate) async fn asked(route: &Route, marked: Option<Span>) -> Result<Reply, Failure> {
    let mut files = Vec::new();
    loop {
        if !helper::is_ready(&PAGES) {
            let Site { root, manifest } = site();
            let open = Ask::Open { root: root.as_ref().to_owned(), manifest: (*manifest).clone() };
            helper::ask::<Reply>(&PAGES, &open).await?;
            helper::set_ready(&PAGES);
        }
        let show = Ask::Show { link: route.link(), marked, files: std::mem::take(&mut files) };
        let names = match helper::ask(&PAGES, &show).await? {
            Reply::Need(names) => names,
            Reply::Open | Reply::Refused => return Err(unread()),
            reply => return Ok(reply),
        };
        let wanted = names.iter().map(|name| Wanted { name: name.clone(), range: None });
        let came = store::get(wanted.collect()).await?;
        files = names.into_iter().zip(came).collect();
    }
}
