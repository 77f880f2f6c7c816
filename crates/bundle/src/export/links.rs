//! Links from the exports to the site.

use viewer::route::Place;

use crate::pages::Address;

/// How the exports name pages of the site.
pub(super) struct Links<'a> {
    /// Where the site will be found, where that is known.
    pub(super) address: Option<&'a Address>,
}

impl Links<'_> {
    /// The page of a place: whole, or relative to a file in `export/`.
    pub(super) fn page(&self, place: &Place) -> String {
        let root = self.address.map_or("../", |address| &address.whole);
        format!("{root}{}/", place.path())
    }

    /// The page of a claim.
    pub(super) fn claim(&self, id: &str) -> String {
        self.page(&Place::Claim(id.to_owned()))
    }

    /// The page of a document.
    pub(super) fn document(&self, id: &str) -> String {
        self.page(&Place::Document(id.to_owned()))
    }

    /// A file of the site, where its whole address is known: calendars and feeds have no other way to say it.
    pub(super) fn whole(&self, path: &str) -> Option<String> {
        self.address.map(|address| format!("{}{path}", address.whole))
    }
}
