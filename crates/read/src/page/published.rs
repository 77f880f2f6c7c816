//! The day on which a page was published, out of what it says to machines, to readers, and last what it says of changes.

use model::{Grain, When};

use super::areas::Areas;
use super::facts::Facts;
use super::flatten::Piece;
use super::json_ld::Described;
use crate::blocks::Kind;
use crate::dates::{self, Order};
use crate::found::{Fact, Source, day};
use crate::moments;

/// Names of `meta` elements that hold the day of publication, the surest first.
const PUBLISHED: [&str; 36] = [
    "article:published_time",
    "article:published",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "publishdate",
    "publish-date",
    "publish_date",
    "pubdate",
    "publicationdate",
    "publication_date",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date.created",
    "dcterms.created",
    "dcterms.date",
    "dc.date",
    "date",
    "article_date_original",
    "originalpublicationdate",
    "cxenseparse:recs:publishtime",
    "cxense:recs:publishtime",
    "citation_publication_date",
    "citation_date",
    "article.published",
    "article.created",
    "displaydate",
    "created",
    "datecreated",
    "doc_date",
    "rnews:datepublished",
    "ptime",
    "iso-8601-publish-date",
    "shareaholic:article_published_time",
];

const MODIFIED: [&str; 7] = [
    "article:modified_time",
    "og:updated_time",
    "lastmod",
    "last-modified",
    "dcterms.modified",
    "datemodified",
    "revised",
];

/// The day of publication. `pieces` are the paragraphs of the page, `html` is all of it.
pub(crate) fn published(
    facts: &Facts,
    data: &Described,
    url: Option<&str>,
    title: Option<&str>,
    pieces: &[Piece],
    html: &str,
) -> Option<Fact<When>> {
    let order = Order::of(facts.language.as_deref().map(str::to_lowercase).as_deref());
    stated(facts, data, url)
        .or_else(|| shown(facts, data, url, order))
        .or_else(|| cued(pieces, &PUBLISHED_CUES, order))
        .or_else(|| beside_title(pieces, title, order))
        .or_else(|| in_title(&facts.title, order))
        .or_else(|| in_scripts(html))
        .or_else(|| meta(facts, &MODIFIED))
        .or_else(|| day("JSON-LD dateModified", data.modified.as_deref()))
        .or_else(|| changed(facts, order))
        .or_else(|| cued(pieces, &CHANGED_CUES, order))
}

fn meta(facts: &Facts, names: &[&str]) -> Option<Fact<When>> {
    names.iter().find_map(|name| {
        let (_, value) = facts.metas.iter().find(|(key, _)| key == name)?;
        day(name, Some(value)).filter(|fact| fact.value.grain == Grain::Day)
    })
}

/// What the page states to machines of its report. A clock in Greenwich is put right where the page tells the outlet's own.
fn stated(facts: &Facts, data: &Described, url: Option<&str>) -> Option<Fact<When>> {
    let told = data.published.as_deref().filter(|_| data.article);
    let stated = day("JSON-LD datePublished", told);
    let text = if stated.is_some() { told.map(str::to_owned) } else { None };
    let (stated, text) = match stated {
        Some(stated) => (stated, text),
        None => {
            let stated = meta(facts, &PUBLISHED)?;
            let name = stated.source.to_string();
            let text = facts.metas.iter().find(|(key, _)| *key == name).map(|(_, value)| value.clone());
            (stated, text)
        }
    };
    if let (Some(a), Some(told)) = (stated.value.first, address(url))
        && let Some(b) = told.value.first
        && (a.0 - b.0).abs() == 1
    {
        return Some(told);
    }
    let others = (facts.metas.iter().map(|(_, value)| value.as_str()))
        .chain(facts.times.iter().flat_map(|time| [time.datetime.as_str(), time.words.as_str()]))
        .chain(facts.labelled.iter().map(|(_, words)| words.as_str()))
        .filter(|other| other.len() <= 80);
    match text.and_then(|text| moments::own_day(&text, others)) {
        Some(value) => Some(Fact { value, ..stated }),
        None => Some(stated),
    }
}

fn address(url: Option<&str>) -> Option<Fact<When>> {
    url.and_then(dates::in_address).map(|value| Fact { value, source: Source::Address })
}

/// Whether a part of the page is named after changes.
fn is_old(labels: &str) -> bool {
    labels.contains("updat") || labels.contains("modif") || labels.contains("aktualis")
}

/// Whether a part of the page is about other reports.
fn is_offered(labels: &str) -> bool {
    ["related", "recommend", "comment", "sidebar", "popular", "widget", "footer"]
        .iter()
        .any(|word| labels.contains(word))
}

/// What elements of the page show as its day, surest first.
fn shown(facts: &Facts, data: &Described, url: Option<&str>, order: Order) -> Option<Fact<When>> {
    let telling = |labels: &str| {
        ["publish", "posted", "pubdate", "entry-date", "date", "dateline", "timestamp", "byline", "header"]
            .iter()
            .any(|word| labels.contains(word))
    };
    let moment = |first: bool| {
        facts.times.iter().filter(|time| !is_old(&time.labels) && !is_offered(&time.labels)).find_map(|time| {
            if !first && !telling(&time.labels) {
                return None;
            }
            day("time", Some(&time.datetime))
                .or_else(|| dates::only_as(&time.words, order).map(|when| Fact::field("time", when)))
        })
    };
    let prop = |name: &str| {
        let (_, value) = facts.props.iter().find(|(key, _)| key == name)?;
        day(&format!("itemprop {name}"), Some(value))
    };
    prop("datepublished")
        .or_else(|| moment(false))
        .or_else(|| address(url))
        .or_else(|| prop("datecreated"))
        .or_else(|| day("JSON-LD datePublished", data.published.as_deref()))
        .or_else(|| labelled(facts, is_old, false, order))
        .or_else(|| moment(true))
}

/// What is named after dates: where several differ, only one of them is the report's, and which is not known.
fn labelled(facts: &Facts, is_old: fn(&str) -> bool, old: bool, order: Order) -> Option<Fact<When>> {
    let mut days = facts.labelled.iter().filter(|(labels, _)| is_old(labels) == old && !is_offered(labels)).filter_map(
        |(_, words)| {
            let lower = words.to_lowercase();
            let notice = lower.contains("copyright") || lower.contains('©');
            dates::only_as(words, order).filter(|when| !notice && when.grain == Grain::Day)
        },
    );
    let first = days.next()?;
    days.all(|day| day == first).then_some(Fact { value: first, source: Source::Text })
}

/// Elements that are named after changes, where no other tells a day: many pages name the only one so.
fn changed(facts: &Facts, order: Order) -> Option<Fact<When>> {
    let mut times = facts.times.iter().filter(|time| is_old(&time.labels) && !is_offered(&time.labels));
    let time = times.find_map(|time| {
        day("time", Some(&time.datetime))
            .or_else(|| dates::only_as(&time.words, order).map(|when| Fact::field("time", when)))
    });
    time.or_else(|| labelled(facts, is_old, true, order))
}

/// Words before the day of publication.
const PUBLISHED_CUES: [&str; 24] = [
    "published",
    "posted",
    "written",
    "publié",
    "veröffentlicht",
    "publiziert",
    "erschienen",
    "erstellt",
    "publicado",
    "publicada",
    "pubblicato",
    "publicat",
    "geplaatst",
    "gepubliceerd",
    "publicerad",
    "publisert",
    "udgivet",
    "julkaistu",
    "opublikowano",
    "zveřejněno",
    "yayınlanma",
    "опубликовано",
    "опубліковано",
    "date:",
];

/// Words before the day of a change.
const CHANGED_CUES: [&str; 18] = [
    "updated",
    "last modified",
    "last edited",
    "last reviewed",
    "last changed",
    "revision",
    "revised",
    "effective",
    "version",
    "aktualisiert",
    "zuletzt geändert",
    "stand:",
    "mis à jour",
    "actualizado",
    "aggiornato",
    "bijgewerkt",
    "uppdaterad",
    "обновлено",
];

/// The day that a line of the page tells in so many words: "Published on …", "Last updated …".
fn cued(pieces: &[Piece], cues: &[&str], order: Order) -> Option<Fact<When>> {
    let aside = Areas::OFFER.with(Areas::COMMENT);
    let lines = || {
        pieces
            .iter()
            .filter(|piece| !piece.areas.has(aside))
            .flat_map(|piece| piece.block.text.lines())
            .filter(|line| line.len() <= 200)
    };
    let when = cues.iter().find_map(|cue| {
        lines().find_map(|line| {
            let lower = line.to_lowercase();
            let at = lower.find(cue)?;
            // A sentence may tell when something else was published.
            let before = lower.get(..at)?.split_whitespace().count();
            if before > 3 && lower.split_whitespace().count() > 14 {
                return None;
            }
            let near: String = lower.get(at..)?.split_whitespace().take(11).collect::<Vec<_>>().join(" ");
            dates::read(&near, order).filter(|when| when.grain == Grain::Day)
        })
    });
    when.map(|value| Fact { value, source: Source::Text })
}

/// The day in a short line beside the title.
fn beside_title(pieces: &[Piece], title: Option<&str>, order: Order) -> Option<Fact<When>> {
    let key =
        |text: &str| text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>();
    let title = key(title?);
    let is_head = |piece: &Piece| {
        let own = key(&piece.block.text);
        own == title || piece.block.kind == Kind::Heading && own.len() >= 16 && title.contains(&own)
    };
    let at = pieces.iter().position(is_head)?;
    let after = pieces.iter().skip(at + 1).take(4);
    let before = pieces[..at].iter().rev().take(2);
    let when = after.chain(before).find_map(|piece| {
        let line = piece.block.text.as_str();
        let count = line.split_whitespace().count();
        if count > 20 {
            return None;
        }
        // The line begins with the day, or ends with it.
        let head: String = line.split_whitespace().take(6).collect::<Vec<_>>().join(" ");
        let tail: String = line.split_whitespace().skip(count.saturating_sub(4)).collect::<Vec<_>>().join(" ");
        let dated = |part: &str| dates::only_as(part, order).filter(|when| when.grain == Grain::Day);
        dated(&head).or_else(|| dated(&tail).filter(|_| !line.ends_with('.')))
    });
    when.map(|value| Fact { value, source: Source::Text })
}

/// The day among the parts of the page's title: `Crane falls | News | 04.03.2031`.
fn in_title(title: &str, order: Order) -> Option<Fact<When>> {
    let parts = title.split(['|', '·', '–', '—', '»']).flat_map(|part| part.split(" - ")).skip(1);
    let when = parts.filter(|part| part.trim().len() <= 30).find_map(|part| {
        dates::only_as(part, order).filter(|when| when.grain == Grain::Day && part.split_whitespace().count() <= 4)
    });
    when.map(|value| Fact::field("title", value))
}

/// What the scripts of a page know of its day, where all of them agree: pages that are drawn by scripts keep it there.
fn in_scripts(html: &str) -> Option<Fact<When>> {
    const KEYS: [&str; 9] = [
        "datePublished",
        "publishedDate",
        "publicationDate",
        "publishDate",
        "published_at",
        "publishedAt",
        "pubDate",
        "firstPublished",
        "date_published",
    ];
    KEYS.iter().find_map(|key| {
        let named = format!("\"{key}\"");
        let mut days = html.match_indices(&named).take(64).filter_map(|(at, _)| {
            let rest = html.get(at + named.len()..)?.trim_start().strip_prefix(':')?.trim_start().strip_prefix('"')?;
            let value: String = rest.chars().take(40).take_while(|c| *c != '"').collect();
            dates::day(&value).filter(|when| when.grain == Grain::Day)
        });
        let first = days.next()?;
        days.all(|day| day == first).then(|| Fact::field(format!("script {key}"), first))
    })
}
