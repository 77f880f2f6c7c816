//! What a page says of itself, gathered in one pass: nothing is decided here.

use super::stream::{Element, Event, walk};

/// What a page says of itself.
#[derive(Debug, Default)]
pub(crate) struct Facts {
    /// `<title>`.
    pub(crate) title: String,
    /// `meta` elements: name or property in lower case, and content, in order.
    pub(crate) metas: Vec<(String, String)>,
    /// The canonical link.
    pub(crate) canonical: Option<String>,
    /// JSON-LD scripts.
    pub(crate) scripts: Vec<String>,
    /// Elements with `itemprop`: its name, and what it says.
    pub(crate) props: Vec<(String, String)>,
    /// `<time>` elements.
    pub(crate) times: Vec<Moment>,
    /// First-level headings.
    pub(crate) headings: Vec<String>,
    /// Second-level headings that are named after titles.
    pub(crate) subheads: Vec<String>,
    /// Short texts whose element is named after dates, authors, bylines: the name, and the words.
    pub(crate) labelled: Vec<(String, String)>,
    /// The language of the page.
    pub(crate) language: Option<String>,
    /// The address that a comment of the browser or archive says it was saved from.
    pub(crate) saved_from: Option<String>,
}

/// A `<time>` element.
#[derive(Debug, Default)]
pub(crate) struct Moment {
    /// Its `datetime`.
    pub(crate) datetime: String,
    /// Its words.
    pub(crate) words: String,
    /// What it and the elements around it are called.
    pub(crate) labels: String,
}

impl Facts {
    /// What the first `meta` element of one of these names says.
    pub(crate) fn meta(&self, names: &[&str]) -> Option<(&str, &str)> {
        names.iter().find_map(|name| {
            self.metas
                .iter()
                .find(|(key, value)| key == name && !value.trim().is_empty())
                .map(|(key, value)| (key.as_str(), value.as_str()))
        })
    }

    /// Goes through a page.
    pub(crate) fn gather(html: &str) -> Self {
        let mut gathering = Gathering::default();
        walk(html, |event| gathering.take(event));
        gathering.facts
    }
}

/// What of the page is being read.
#[derive(Default)]
struct Gathering {
    facts: Facts,
    /// Elements that collect words, innermost last.
    open: Vec<Collecting>,
    script: Option<String>,
    /// Labels of elements that are open, for what lies within.
    around: Vec<(String, String)>,
}

struct Collecting {
    name: String,
    /// Elements of the same name that opened within.
    within: u32,
    words: String,
    what: What,
}

enum What {
    Title,
    Heading,
    Subhead,
    Prop(String),
    Time { datetime: String, labels: String },
    Labelled(String),
}

/// Longer words are no date and no byline.
const SHORT: usize = 300;

impl Gathering {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Open(element) => self.open(element),
            Event::Close(name) => self.close(name),
            Event::Words(words) => {
                if let Some(script) = &mut self.script {
                    script.push_str(words);
                }
                for open in &mut self.open {
                    if open.words.len() < SHORT * 2 {
                        open.words.push_str(words);
                    }
                }
            }
            Event::Comment(words) => self.comment(words),
        }
    }

    fn open(&mut self, element: &Element) {
        let name = element.name();
        let attribute = |name: &str| element.attribute(name).map(str::trim).filter(|value| !value.is_empty());
        for open in self.open.iter_mut().filter(|open| open.name == name) {
            open.within += 1;
        }
        for open in &mut self.open {
            if !open.words.is_empty() && (name == "br" || matches!(name, "p" | "div" | "li" | "span")) {
                open.words.push(' ');
            }
        }
        match name {
            "meta" => {
                let key =
                    attribute("property").or(attribute("name")).or(attribute("itemprop")).or(attribute("http-equiv"));
                if let (Some(key), Some(content)) = (key, attribute("content")) {
                    self.facts.metas.push((key.to_lowercase(), content.to_owned()));
                    // The name of a thing that has no words on the page: `<div itemprop=publisher><meta itemprop=name …>`.
                    let own = self.open.last_mut().filter(|_| attribute("itemprop") == Some("name"));
                    if let Some(Collecting { words, what: What::Prop(_), .. }) = own
                        && words.trim().is_empty()
                    {
                        words.push_str(content);
                    }
                }
            }
            "link" if attribute("rel").is_some_and(|rel| rel.eq_ignore_ascii_case("canonical")) => {
                self.facts.canonical = self.facts.canonical.take().or(attribute("href").map(str::to_owned));
            }
            "html" => self.facts.language = attribute("lang").or(attribute("xml:lang")).map(str::to_owned),
            "script" => {
                self.script = attribute("type").is_some_and(|kind| kind.contains("ld+json")).then(String::new);
            }
            "title" if self.facts.title.is_empty() => self.collect(name, What::Title),
            "h1" => self.collect(name, What::Heading),
            "h2" if ["title", "headline"].iter().any(|word| element.labels().contains(word)) => {
                self.collect(name, What::Subhead);
            }
            "time" => {
                let around: Vec<&str> = self.around.iter().rev().take(4).map(|(_, labels)| labels.as_str()).collect();
                let prop = attribute("itemprop").unwrap_or_default().to_lowercase();
                let pub_date = if element.attribute("pubdate").is_some() { "pubdate" } else { "" };
                let labels = format!("{} {prop} {pub_date} {}", element.labels(), around.join(" "));
                let datetime = attribute("datetime").unwrap_or_default().to_owned();
                self.collect(name, What::Time { datetime, labels });
            }
            _ => {}
        }
        let prop = attribute("itemprop").filter(|_| name != "meta");
        if let Some(prop) = prop {
            match attribute("content").or(attribute("datetime")) {
                Some(value) => self.facts.props.push((prop.to_lowercase(), value.to_owned())),
                None if !element.is_void() => self.collect(name, What::Prop(prop.to_lowercase())),
                None => {}
            }
        }
        if element.is_void() {
            return;
        }
        let labels = element.labels();
        let rel = attribute("rel").unwrap_or_default();
        if name != "time"
            && prop.is_none()
            && (is_telling(&labels) || rel == "author")
            && self.facts.labelled.len() < 400
        {
            self.collect(name, What::Labelled(format!("{labels} {rel}")));
        }
        if self.around.len() < 4096 {
            self.around.push((name.to_owned(), labels));
        }
    }

    fn collect(&mut self, name: &str, what: What) {
        if self.open.len() < 64 {
            self.open.push(Collecting { name: name.to_owned(), within: 0, words: String::new(), what });
        }
    }

    fn close(&mut self, name: &str) {
        if name == "script" {
            self.facts.scripts.extend(self.script.take());
        }
        if let Some(up) = self.around.iter().rev().take(64).position(|(open, _)| open == name) {
            self.around.truncate(self.around.len() - up - 1);
        }
        let mut at = 0;
        while at < self.open.len() {
            if self.open[at].name != name {
                at += 1;
            } else if self.open[at].within > 0 {
                self.open[at].within -= 1;
                at += 1;
            } else {
                let closed = self.open.remove(at);
                self.keep(closed);
            }
        }
    }

    fn keep(&mut self, closed: Collecting) {
        let words = crate::words::one_line(&closed.words);
        match closed.what {
            What::Time { datetime, labels } => self.facts.times.push(Moment { datetime, words, labels }),
            _ if words.is_empty() => {}
            What::Title => self.facts.title = words,
            What::Heading => self.facts.headings.push(words),
            What::Subhead => self.facts.subheads.push(words),
            What::Prop(prop) => self.facts.props.push((prop, words)),
            What::Labelled(labels) if words.chars().count() <= SHORT => self.facts.labelled.push((labels, words)),
            What::Labelled(_) => {}
        }
    }

    fn comment(&mut self, words: &str) {
        let words = words.trim();
        // "saved from url=(0042)https://…" of browsers, "Page saved with SingleFile … url: https://…"
        let address = words
            .strip_prefix("saved from url=(")
            .and_then(|rest| rest.split_once(')'))
            .map(|(_, address)| address)
            .or_else(|| {
                let rest = words.contains("SingleFile").then(|| words.split_once("url:")).flatten()?;
                rest.1.split_whitespace().next()
            });
        if let Some(address) = address.map(str::trim).filter(|address| address.starts_with("http")) {
            self.facts.saved_from = Some(address.to_owned());
        }
    }
}

fn is_telling(labels: &str) -> bool {
    ["date", "time", "byline", "author", "publish", "posted", "dateline", "datum", "fecha", "datetime", "updated"]
        .iter()
        .any(|word| labels.contains(word))
}
