//! Which pages a site has where not all have room: those that the first pages lead to, then the weightiest.

use std::collections::BTreeSet;

use model::bundle::{ClaimCard, Overview, StoryCard};
use viewer::route::Place;

use super::{MOST_EVENTS, Site};
use crate::data;

/// Up to so many documents, each pair of them has a page of its own.
const MOST_COMPARED: usize = 12;

/// Of the files that are left, one in so many may be stories where not all have room: claims are what links lead to.
const STORIES: usize = 4;

/// Pages of one kind. Of stories and claims the foremost are written where not all have room, of the others all or none.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Documents,
    Stories,
    Claims,
    People,
    Moved,
    Compared,
}

impl Site<'_> {
    /// Adds the places that have room; tells which kinds were left out, in whole or in part.
    pub(super) fn fill(&self, places: &mut Vec<Place>, mut room: usize) -> Vec<&'static str> {
        let mut left_out = Vec::new();
        for kind in [Kind::Documents, Kind::People, Kind::Stories, Kind::Claims, Kind::Moved, Kind::Compared] {
            let (name, mut more) = self.places(kind);
            if more.len() > room {
                left_out.push(name);
                more.truncate(match kind {
                    Kind::Stories => room / STORIES,
                    Kind::Claims => room,
                    _ => 0,
                });
            } else if kind == Kind::Stories && more.len() + self.tables.relations.claims.len() > room {
                // All stories, but few of the claims that they are about, would help nobody.
                if more.len() > room / STORIES {
                    left_out.push(name);
                }
                more.truncate(room / STORIES);
            }
            room -= more.len();
            places.extend(more);
        }
        left_out
    }

    /// The places of one kind that can be a folder's name, with what the kind is called.
    fn places(&self, kind: Kind) -> (&'static str, Vec<Place>) {
        let relations = self.tables.relations;
        let cards = &self.tables.cards;
        let ids = |ids: &mut dyn Iterator<Item = &str>, place: fn(String) -> Place| {
            ids.filter(|id| can_be_folder(id)).map(|id| place(id.to_owned())).collect()
        };
        match kind {
            Kind::Documents => ("documents", ids(&mut cards.iter().map(|card| card.id.as_str()), Place::Document)),
            Kind::Stories => {
                // The list of stories begins with those that have a name.
                let named = self.lists.stories.iter().filter(|card| card.stands);
                let shown = stories_of(&self.lists.overview).chain(named).chain(&self.lists.stories);
                let all = relations.stories.iter().map(|story| story.id.as_str());
                ("stories", ids(&mut once_each(shown.map(|card| card.id.as_str()).chain(all)), Place::Story))
            }
            Kind::Claims => {
                let events = self.foremost_events();
                let overview = &self.lists.overview;
                let strip = overview.events.iter().chain(&events).map(|event| event.claim.as_str());
                let shown = claims_of(overview).map(|card| card.id.as_str()).chain(strip);
                let all = relations.claims.iter().map(|claim| claim.id.as_str());
                ("claims", ids(&mut once_each(shown.chain(all)), Place::Claim))
            }
            Kind::People => {
                ("people", ids(&mut relations.people.iter().map(|person| person.entity.id.as_str()), Place::Person))
            }
            Kind::Moved => {
                ("merged claims", ids(&mut self.lists.moved.iter().map(|moved| moved.from.as_str()), Place::Claim))
            }
            Kind::Compared if cards.len() > MOST_COMPARED => ("comparisons", Vec::new()),
            Kind::Compared => {
                let ids: Vec<&str> = cards.iter().map(|card| card.id.as_str()).filter(|id| can_be_folder(id)).collect();
                let pairs = ids.iter().flat_map(|a| ids.iter().filter(move |b| a != *b).map(move |b| (*a, *b)));
                ("comparisons", pairs.map(|(a, b)| Place::Compare(a.to_owned(), b.to_owned())).collect())
            }
        }
    }

    /// The events of the timeline's page as it is written.
    pub(super) fn foremost_events(&self) -> Vec<model::bundle::Event> {
        data::foremost(self.tables, self.lists.timeline.events.clone(), MOST_EVENTS)
    }
}

/// The claims that the overview leads to.
fn claims_of(overview: &Overview) -> impl Iterator<Item = &ClaimCard> {
    let groups = [&overview.agreed, &overview.differs, &overview.open, &overview.one_origin];
    groups.into_iter().flat_map(|group| &group.claims).chain(overview.stories.iter().flat_map(|brief| &brief.claims))
}

/// The stories that the overview leads to.
fn stories_of(overview: &Overview) -> impl Iterator<Item = &StoryCard> {
    overview.stories.iter().map(|brief| &brief.card)
}

/// Each id where it comes first.
fn once_each<'a>(ids: impl Iterator<Item = &'a str>) -> impl Iterator<Item = &'a str> {
    let mut seen = BTreeSet::new();
    ids.filter(move |id| seen.insert(*id))
}

/// Whether a page can lie in a folder that is named after an id. Where it cannot, being too long, the viewer still shows
/// what the id names.
fn can_be_folder(id: &str) -> bool {
    viewer::route::folder(id).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_first_pages_lead_to_comes_before_what_weighs_more() {
        let (overview, timeline, by_weight) =
            (["weir", "mill"], ["mill", "flood"], ["heavy", "flood", "weir", "light"]);
        let ids = once_each(overview.into_iter().chain(timeline).chain(by_weight));
        assert_eq!(ids.collect::<Vec<_>>(), ["weir", "mill", "flood", "heavy", "light"]);
    }
}
