//! Every view is a link: the path names the thing, the query the state it is shown in.

mod segment;

use model::{Day, order};

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

pub use segment::folder;

/// What a path segment may hold unescaped: the unreserved characters of RFC 3986.
const SEGMENT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// The thing that a path names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// `/`
    Overview,
    /// `/search`
    Search,
    /// `/timeline`
    Timeline,
    /// `/stories`
    Stories,
    /// `/stories/<id>`
    Story(String),
    /// `/claims`
    Claims,
    /// `/claims/<id>`
    Claim(String),
    /// `/documents`
    Documents,
    /// `/documents/<id>`
    Document(String),
    /// `/compare/<id>/<id>`
    Compare(String, String),
    /// `/people`
    People,
    /// `/people/<id>`
    Person(String),
    /// `/about`
    About,
    /// Any other path.
    Nowhere(String),
}

/// A view with its state: what a link carries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Route {
    /// What is shown.
    pub place: Place,
    /// How it is shown; keys in order, each once, so that one state has one link.
    query: Vec<(String, String)>,
}

impl Place {
    /// Reads a path below the site's root, with or without slashes at its ends.
    pub fn parse(path: &str) -> Self {
        let segments: Vec<String> = path
            .split('/')
            .filter(|segment| !segment.is_empty() && *segment != "index.html")
            .map(|segment| percent_decode_str(segment).decode_utf8_lossy().into_owned())
            .collect();
        let segments: Vec<&str> = segments.iter().map(String::as_str).collect();
        match segments.as_slice() {
            [] => Self::Overview,
            ["search"] => Self::Search,
            ["timeline"] => Self::Timeline,
            ["stories"] => Self::Stories,
            ["stories", id] => Self::Story(segment::read(id)),
            ["claims"] => Self::Claims,
            ["claims", id] => Self::Claim(segment::read(id)),
            ["documents"] => Self::Documents,
            ["documents", id] => Self::Document(segment::read(id)),
            ["compare", a, b] => Self::Compare(segment::read(a), segment::read(b)),
            ["people"] => Self::People,
            ["people", id] => Self::Person(segment::read(id)),
            ["about"] => Self::About,
            _ => Self::Nowhere(segments.join("/")),
        }
    }

    /// The path below the site's root, without slashes at its ends; empty for the overview.
    pub fn path(&self) -> String {
        let name = |id: &str| utf8_percent_encode(&segment::of(id), SEGMENT).to_string();
        let of = |view: &str, id: &str| format!("{view}/{}", name(id));
        match self {
            Self::Overview => String::new(),
            Self::Search => "search".to_owned(),
            Self::Timeline => "timeline".to_owned(),
            Self::Stories => "stories".to_owned(),
            Self::Story(id) => of("stories", id),
            Self::Claims => "claims".to_owned(),
            Self::Claim(id) => of("claims", id),
            Self::Documents => "documents".to_owned(),
            Self::Document(id) => of("documents", id),
            Self::Compare(a, b) => format!("{}/{}", of("compare", a), name(b)),
            Self::People => "people".to_owned(),
            Self::Person(id) => of("people", id),
            Self::About => "about".to_owned(),
            Self::Nowhere(path) => {
                // An empty part would make a host's name of the next, and dots climb out of the site.
                let parts = path.split('/').filter(|part| !matches!(*part, "" | "." | ".."));
                parts.map(|part| utf8_percent_encode(part, SEGMENT).to_string()).collect::<Vec<_>>().join("/")
            }
        }
    }

    /// The entry of the menu that it belongs to.
    pub fn section(&self) -> Option<Self> {
        Some(match self {
            Self::Overview => Self::Overview,
            Self::Timeline => Self::Timeline,
            Self::Stories | Self::Story(_) => Self::Stories,
            Self::Claims | Self::Claim(_) => Self::Claims,
            Self::Documents | Self::Document(_) | Self::Compare(..) => Self::Documents,
            Self::People | Self::Person(_) => Self::People,
            Self::About => Self::About,
            Self::Search | Self::Nowhere(_) => return None,
        })
    }

    /// How many folders deep the page of this place lies: what its links must climb to reach the root.
    pub fn depth(&self) -> usize {
        self.path().split('/').filter(|segment| !segment.is_empty()).count()
    }

    /// The place with no state.
    pub fn route(self) -> Route {
        Route { place: self, query: Vec::new() }
    }
}

impl Route {
    /// Reads a path below the root and a query, with or without its question mark.
    pub fn parse(path: &str, query: &str) -> Self {
        form_urlencoded::parse(query.trim_start_matches('?').as_bytes())
            .filter(|(key, _)| !key.is_empty())
            .fold(Place::parse(path).route(), |route, (key, value)| route.with(&key, value))
    }

    /// Reads what [`Route::link`] wrote.
    pub fn of_link(link: &str) -> Self {
        let (path, query) = link.split_once('?').unwrap_or((link, ""));
        Self::parse(path, query)
    }

    /// Whether it is shown as it is at first.
    pub fn is_plain(&self) -> bool {
        self.query.is_empty()
    }

    /// The path below the root with the query.
    pub fn link(&self) -> String {
        let mut link = self.place.path();
        // As the folder that the page lies in: without the slash, a host would redirect.
        if !link.is_empty() {
            link.push('/');
        }
        if !self.query.is_empty() {
            link.push('?');
            link.push_str(&form_urlencoded::Serializer::new(String::new()).extend_pairs(&self.query).finish());
        }
        link
    }

    /// The day that nothing later than is known on, where the link names one.
    pub(crate) fn known(&self) -> Option<Day> {
        self.get("known").parse().ok()
    }

    /// The value of a key; empty where it is not set.
    pub fn get(&self, key: &str) -> &str {
        self.query.iter().find(|(k, _)| k == key).map_or("", |(_, value)| value)
    }

    /// The same view with `key` set; an empty value removes it.
    #[must_use]
    pub fn with(mut self, key: &str, value: impl Into<String>) -> Self {
        let value = value.into();
        self.query.retain(|(k, _)| k != key);
        if !value.is_empty() {
            let place = self.query.partition_point(|(k, _)| k.as_str() < key);
            self.query.insert(place, (key.to_owned(), value));
        }
        self
    }
}

/// The same view as known on a day, where it can be known on one and names none; the day goes along from view to view.
pub(crate) fn known_with(route: Route, day: Option<Day>) -> Route {
    match (&route.place, day) {
        (
            Place::Search
            | Place::Document(_)
            | Place::Compare(..)
            | Place::Person(_)
            | Place::About
            | Place::Nowhere(_),
            _,
        ) => route,
        (_, Some(day)) if route.get("known").is_empty() => route.with("known", day.to_string()),
        _ => route,
    }
}

/// The values of a key that can have several: `kind=claim|person`.
pub fn values<'a>(route: &'a Route, key: &str) -> Vec<&'a str> {
    route.get(key).split('|').filter(|value| !value.is_empty()).collect()
}

/// The link with one value of such a key chosen, or not chosen any more. It begins the list of results anew.
pub fn chosen(route: &Route, key: &str, value: &str, is_chosen: bool) -> Route {
    let mut chosen: Vec<&str> = values(route, key);
    chosen.retain(|other| *other != value);
    if is_chosen {
        chosen.push(value);
    }
    order::sort(&mut chosen);
    route.clone().with(key, chosen.join("|")).with("n", "")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_link_comes_back_the_same(id in "[^/\u{0}]{1,20}", other in "[^/\u{0}]{1,20}", key in "[a-z]{1,5}", value in "\\PC{1,20}") {
            for place in [Place::Claim(id.clone()), Place::Document(id.clone()), Place::Compare(id.clone(), other)] {
                let route = place.route().with(&key, value.clone());
                let link = route.link();
                let (path, query) = link.split_once('?').expect("a query");
                prop_assert_eq!(Route::parse(path, query), route);
            }
        }

        #[test]
        fn no_path_leads_out(path in "(/|%2[fF]|\\.|%2e|a|\\\\|%5C|:|\\PC){0,12}") {
            let link = Route::parse(&path, "").link();
            let parts: Vec<&str> = link.split('/').collect();
            let parts = &parts[..parts.len() - 1];
            prop_assert!(!parts.iter().any(|part| matches!(*part, "" | "." | "..")), "{link}");
            prop_assert!(!link.contains(['\\', ':']), "{link}");
        }

        #[test]
        fn no_path_panics(path in "\\PC{0,40}", query in "\\PC{0,40}") {
            let _ = Route::parse(&path, &query).link();
        }
    }

    #[test]
    fn depth_is_what_links_climb() {
        assert_eq!(Place::Overview.depth(), 0);
        assert_eq!(Place::Claims.depth(), 1);
        assert_eq!(Place::Compare("a".into(), "b".into()).depth(), 3);
    }

    #[test]
    fn the_day_as_known_on_goes_along() {
        let day = "2024-10-12".parse().ok();
        assert_eq!(known_with(Place::Claims.route(), day).link(), "claims/?known=2024-10-12");
        let named = Route::parse("timeline", "known=2024-01-01");
        assert_eq!(known_with(named.clone(), day), named);
        assert_eq!(known_with(Place::People.route(), day).link(), "people/?known=2024-10-12");
        assert_eq!(known_with(Place::About.route(), day).link(), "about/");
    }

    #[test]
    fn a_value_is_chosen_and_left() {
        let route = Route::parse("search", "q=dam&n=40");
        let both = chosen(&chosen(&route, "kind", "person", true), "kind", "claim", true);
        assert_eq!(both.get("kind"), "claim|person");
        assert_eq!(chosen(&both, "kind", "claim", true), both, "twice is once");
        let none = chosen(&chosen(&both, "kind", "claim", false), "kind", "person", false);
        assert_eq!(none, route.with("n", ""));
    }
}
