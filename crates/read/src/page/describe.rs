//! Title, outlet, authors, day, address and language of a page, out of what it says of itself.

use super::facts::Facts;
use super::json_ld::Described;
use crate::found::{Fact, Found, Source, fact, names};
use crate::words::{self, one_line};

/// Sets what a page says of itself.
pub(crate) fn describe(found: &mut Found, facts: &Facts, data: &Described, given: Option<&str>) {
    found.url = address(facts, data, given);
    let host = found.url.as_ref().and_then(|url| host(&url.value)).map(str::to_owned);
    found.outlet = outlet(facts, data, host.as_deref());
    let site = found.outlet.as_ref().map(|outlet| outlet.value.clone());
    found.title = title(facts, data, site.as_deref(), host.as_deref());
    found.authors = authors(facts, data, site.as_deref());
    found.language = language(facts, data);
    // The part of the site that it stands in.
    let section = facts.meta(&["article:section", "section"]).is_some_and(|(_, section)| model::tells_opinion(section));
    found.kind = (data.opinion || section).then(|| "opinion".to_owned());
}

/// The address at which the page was published. An archive's own address gives way to the one it keeps.
fn address(facts: &Facts, data: &Described, given: Option<&str>) -> Option<Fact<String>> {
    let absolute = |url: &str| url.starts_with("http://") || url.starts_with("https://");
    let candidates = [
        ("canonical link", facts.canonical.as_deref()),
        ("og:url", facts.meta(&["og:url"]).map(|(_, value)| value)),
        ("JSON-LD url", data.url.as_deref()),
        ("saved from", facts.saved_from.as_deref()),
        ("address", given),
    ];
    candidates.into_iter().find_map(|(name, url)| {
        let url = original(url?.trim());
        absolute(url).then(|| Fact::field(name, url.to_owned()))
    })
}

/// The address that an address of a web archive keeps.
pub(crate) fn original(url: &str) -> &str {
    let Some((host, rest)) = url.split_once("/web/") else { return url };
    if !host.contains("archive.org") {
        return url;
    }
    match rest.split_once('/') {
        Some((stamp, kept)) if stamp.starts_with(|c: char| c.is_ascii_digit()) && kept.starts_with("http") => kept,
        _ => url,
    }
}

/// The host of an address, without `www.`.
pub(crate) fn host(url: &str) -> Option<&str> {
    let rest = url.split_once("://")?.1;
    let host = rest.split(['/', '?', '#', ':']).next()?;
    let host = host.strip_prefix("www.").unwrap_or(host);
    (host.contains('.') && !host.contains("archive.org")).then_some(host)
}

fn outlet(facts: &Facts, data: &Described, host: Option<&str>) -> Option<Fact<String>> {
    let publisher = data.publisher.clone().filter(|name| !name.starts_with("http"));
    fact("og:site_name", facts.meta(&["og:site_name"]).map(|(_, value)| unhosted(value)))
        .or_else(|| fact("JSON-LD publisher", publisher))
        .or_else(|| {
            let named =
                facts.props.iter().find(|(key, words)| key == "publisher" && words.split_whitespace().count() <= 6);
            fact("itemprop publisher", named.map(|(_, words)| words.clone()).filter(|words| !words.contains("://")))
        })
        .or_else(|| {
            let (name, value) =
                facts.meta(&["dc.publisher", "dcterms.publisher", "citation_journal_title", "application-name"])?;
            fact(name, Some(value.to_owned()))
        })
        .filter(|outlet| outlet.value.chars().count() <= 80)
        .or_else(|| host.map(|host| Fact { value: host.to_owned(), source: Source::Address }))
}

/// A name of a site as a reader knows it: `https://www.example.org/` is example.org.
fn unhosted(name: &str) -> String {
    let name = one_line(name);
    host(&name).map(str::to_owned).unwrap_or(name)
}

fn title(facts: &Facts, data: &Described, site: Option<&str>, host: Option<&str>) -> Option<Fact<String>> {
    let bare = |title: &str| without_site(&one_line(title), site, host);
    let tag = bare(&facts.title);
    let open = facts.meta(&["og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title"]);
    let mut known: Vec<(&str, String)> = Vec::new();
    if let (true, Some(headline)) = (data.article, &data.headline) {
        known.push(("JSON-LD headline", bare(headline)));
    }
    if let Some((name, value)) = open {
        known.push((name, bare(value)));
    }
    // The heading on the page is what readers saw, where it is the page's title and not the site's name.
    let heading = facts.headings.iter().map(|heading| bare(heading)).find(|heading| {
        heading.split_whitespace().count() > 1
            && (known.iter().any(|(_, other)| alike(heading, other)) || alike(heading, &tag))
    });
    // "Print" and the like: the one heading of the page says more.
    let only = match &facts.headings[..] {
        [one] if tag.split_whitespace().count() <= 1 && one.split_whitespace().count() >= 3 => Some(one_line(one)),
        _ => None,
    };
    let plain = |title: &String| !title.is_empty() && Some(title.as_str()) != site && !is_no_title(title);
    heading
        .map(|heading| ("heading", heading))
        .into_iter()
        .chain(known)
        .chain(only.into_iter().map(|heading| ("heading", heading)))
        .chain([("title", tag)])
        .chain(facts.subheads.iter().take(1).map(|heading| ("heading", one_line(heading))))
        .chain(facts.headings.first().map(|heading| ("heading", one_line(heading))))
        .find(|(_, title)| plain(title))
        .and_then(|(name, title)| fact(name, Some(title)))
}

fn is_no_title(title: &str) -> bool {
    matches!(
        title.to_lowercase().as_str(),
        "home"
            | "homepage"
            | "untitled"
            | "null"
            | "undefined"
            | "article"
            | "articles"
            | "news"
            | "blog"
            | "blogs"
            | "stories"
            | "press releases"
            | "nachrichten"
            | "actualités"
            | "noticias"
    )
}

/// Whether two titles share most of the words of the shorter one.
fn alike(a: &str, b: &str) -> bool {
    let words = |text: &str| -> std::collections::BTreeSet<String> {
        text.to_lowercase().split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_owned).collect()
    };
    let (a, b) = (words(a), words(b));
    let shared = a.intersection(&b).count();
    shared > 0 && shared * 10 >= a.len().min(b.len()) * 6
}

/// A title without the name of the site that pages put after or before it.
fn without_site(title: &str, site: Option<&str>, host: Option<&str>) -> String {
    let key =
        |text: &str| text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>();
    let site = site.map(key).unwrap_or_default();
    let name = host.and_then(|host| host.split('.').rev().nth(1)).map(key).unwrap_or_default();
    let is_site = |part: &str| {
        let part = key(part);
        !part.is_empty()
            && (!site.is_empty() && (part == site || site.contains(&part) && part.len() > 3 || part.contains(&site))
                || name.len() > 2 && (part == name || part.replace("the", "") == name || part.starts_with(&name)))
    };
    let mut title = title.to_owned();
    for _ in 0..3 {
        let cut = [" | ", " - ", " – ", " — ", " :: ", " · ", " » ", ": ", " « "].iter().find_map(|mark| {
            let (head, tail) = title.rsplit_once(mark)?;
            if *mark != ": " && is_site(tail) {
                return Some(head.to_owned());
            }
            let (head, tail) = title.split_once(mark)?;
            (is_site(head) && !tail.trim().is_empty()).then(|| tail.to_owned())
        });
        match cut {
            Some(cut) if !cut.trim().is_empty() => title = cut.trim().to_owned(),
            _ => break,
        }
    }
    title
}

fn authors(facts: &Facts, data: &Described, site: Option<&str>) -> Option<Fact<Vec<String>>> {
    let person = |name: &String| {
        let lower = name.to_lowercase();
        !name.contains("http")
            && !name.contains('@')
            && Some(name.as_str()) != site
            && !matches!(lower.as_str(), "admin" | "editor" | "staff" | "redaktion" | "webmaster" | "author" | "null")
            && name.split_whitespace().count() <= 6
    };
    let split = |text: &str| -> Vec<String> {
        let names = words::authors(text);
        if names.is_empty() { vec![one_line(text)] } else { names }
    };
    let list = |names: Vec<String>| -> Vec<String> {
        names.iter().flat_map(|name| split(name)).filter(|name| person(name)).collect()
    };
    names("JSON-LD author", list(data.authors.clone()))
        .or_else(|| {
            const NAMES: [&str; 10] = [
                "author",
                "article:author",
                "byl",
                "parsely-author",
                "sailthru.author",
                "dc.creator",
                "dcterms.creator",
                "citation_author",
                "article.author",
                "og:article:author",
            ];
            let values = NAMES.iter().find_map(|name| {
                let values: Vec<String> =
                    facts.metas.iter().filter(|(key, _)| key == name).map(|(_, value)| value.clone()).collect();
                let values = list(values);
                (!values.is_empty()).then_some((*name, values))
            });
            values.and_then(|(name, values)| names(name, values))
        })
        .or_else(|| {
            let prop = facts.props.iter().find(|(key, _)| key == "author").map(|(_, value)| value);
            names("itemprop author", words::authors(prop?))
        })
        .or_else(|| {
            let line = facts.labelled.iter().find(|(labels, words)| {
                (labels.contains("byline") || labels.contains("author")) && words.split_whitespace().count() <= 8
            });
            let named = words::authors(&line?.1);
            let named = named.into_iter().filter(|name| name.split_whitespace().count() > 1).collect();
            names("byline", named)
        })
}

fn language(facts: &Facts, data: &Described) -> Option<String> {
    let given = facts
        .language
        .as_deref()
        .or_else(|| facts.meta(&["og:locale", "content-language", "dc.language"]).map(|(_, v)| v));
    let given = given.or(data.language.as_deref())?;
    let tag = given.split([',', ';']).next()?.trim().replace('_', "-");
    let first = tag.split('-').next()?;
    ((2..=3).contains(&first.len()) && first.chars().all(|c| c.is_ascii_alphabetic())).then(|| tag.to_lowercase())
}
