//! Feeds (RSS, Atom) and the exports of WordPress: each entry a report.

use roxmltree::Node;

use crate::found::{Fact, Format, Found, Source, day, fact, names};
use crate::page::{flatten, outlet_of};
use crate::words;
use crate::xml::{Tree, child, markup, raw_text, text_of};

/// The entries of a feed.
pub(crate) fn read(tree: &Tree<'_>) -> Vec<(String, Found)> {
    let root = tree.root();
    let is = |node: &Node<'_, '_>, name: &str| node.is_element() && node.tag_name().name() == name;
    let atom = is(&root, "feed");
    let head = if atom { root } else { child(root, "channel").unwrap_or(root) };
    let site = child(head, "title").map(text_of).map(|title| plain(&title)).filter(|title| !title.is_empty());
    let base = root
        .attribute((XML, "base"))
        .map(str::to_owned)
        .or_else(|| child(head, "link").map(text_of))
        .filter(|base| base.starts_with("http"));
    let language = child(head, "language").map(text_of).or_else(|| root.attribute((XML, "lang")).map(str::to_owned));
    let entries: Vec<Node<'_, '_>> =
        root.descendants().filter(|node| is(node, if atom { "entry" } else { "item" })).collect();
    let many = entries.len();
    let mut found = Vec::new();
    for (at, entry) in entries.into_iter().enumerate() {
        if let Some(mut one) = of(entry, atom, site.as_deref(), base.as_deref()) {
            one.language = one.language.or_else(|| language.clone().map(|tag| tag.to_lowercase()));
            found.push((format!("entry {} of {many}", at + 1), one));
        }
    }
    found
}

fn of(entry: Node<'_, '_>, atom: bool, site: Option<&str>, base: Option<&str>) -> Option<Found> {
    let kids = || entry.children().filter(Node::is_element);
    let field = |name: &str| {
        kids()
            .find(|node| node.tag_name().name() == name && !is_foreign(*node))
            .map(raw)
            .filter(|text| !text.trim().is_empty())
    };
    let wordpress = field("post_type");
    if wordpress.as_deref().is_some_and(|kind| !matches!(kind.trim(), "post" | "page")) {
        return None;
    }
    let format = match (&wordpress, atom) {
        (Some(_), _) => Format::WordPress,
        (None, true) => Format::Atom,
        (None, false) => Format::Rss,
    };
    let mut found = Found::new(format, "").titled("title", field("title").map(|title| plain(&title)));
    // content:encoded and Atom's content are the text; description and summary mostly its first lines.
    let full = kids()
        .find(|node| {
            node.tag_name().name() == "encoded" && !node.tag_name().namespace().unwrap_or_default().contains("excerpt")
        })
        .map(raw);
    let full =
        full.or_else(|| atom.then(|| kids().find(|node| node.tag_name().name() == "content").map(raw)).flatten());
    let full = full.map(|html| flatten::text(&paragraphs(&html, wordpress.is_some())));
    let full = full.filter(|text| !text.is_empty());
    let short = field("description")
        .or_else(|| field("summary"))
        .or_else(|| field("subtitle"))
        .map(|html| flatten::text(&html))
        .filter(|text| !text.is_empty());
    match (full, short) {
        (Some(full), short) if full.len() + 40 >= short.as_ref().map_or(0, String::len) => found.text = full,
        (_, Some(short)) => {
            found.text = short;
            let cut = found.text.trim_end_matches([' ', ']', '"']).ends_with(['…', '.'])
                && (found.text.contains("...") || found.text.contains('…') || found.text.contains("Continue reading"));
            if cut || found.words() < 120 {
                found.notes.push("the feed has a teaser only".to_owned());
            }
        }
        (Some(full), None) => found.text = full,
        (None, None) => {}
    }
    let cut =
        found.text.trim_end_matches([' ', ']', '"', ')']).ends_with(['…']) || found.text.trim_end().ends_with("...");
    if cut && found.notes.is_empty() && found.words() < 120 {
        found.notes.push("the feed has a teaser only".to_owned());
    }
    found.text = without_footer(std::mem::take(&mut found.text));
    let link = if atom {
        let links = || kids().filter(|node| node.tag_name().name() == "link");
        links()
            .find(|node| node.attribute("rel").is_none_or(|rel| rel == "alternate"))
            .or_else(|| links().next())
            .and_then(|node| node.attribute("href"))
            .map(str::to_owned)
    } else {
        field("origLink").or_else(|| field("link")).or_else(|| field("guid").filter(|guid| guid.starts_with("http")))
    };
    found.url = link
        .map(|url| unwrapped(&whole(url.trim(), base)))
        .filter(|url| url.starts_with("http"))
        .and_then(|url| fact("link", Some(url)));
    let source = kids()
        .find(|node| node.tag_name().name() == "source")
        .map(|node| child(node, "title").map_or_else(|| text_of(node), text_of));
    // A feed of finds ("Google Alert", "results for …") is not who published them: their addresses are.
    let gathered = site.is_none_or(|site| {
        let lower = site.to_lowercase();
        ["alert", "google news", "search", "results for", "newest", "saved", "bookmarks"]
            .iter()
            .any(|word| lower.contains(word))
    });
    found.outlet = fact("source", source)
        .or_else(|| if gathered { None } else { fact("title of the feed", site.map(str::to_owned)) });
    if found.outlet.is_none() {
        found.outlet = found.url.as_ref().and_then(|url| outlet_of(&url.value));
    }
    let author = kids()
        .filter(|node| matches!(node.tag_name().name(), "creator" | "author"))
        .map(|node| child(node, "name").map_or_else(|| text_of(node), text_of));
    let people: Vec<String> = author
        .flat_map(|line| {
            // "desk@example.org (Anna Berg)" of RSS 2
            let line = line.split_once('(').map_or(line.clone(), |(_, name)| name.trim_end_matches(')').to_owned());
            words::authors(&line)
        })
        .filter(|name| !matches!(name.to_lowercase().as_str(), "admin" | "editor" | "unknown"))
        .collect();
    found.authors = names("author", people);
    if let Some(status) = field("status").filter(|status| {
        wordpress.is_some()
            && matches!(status.trim(), "draft" | "auto-draft" | "pending" | "private" | "future" | "trash")
    }) {
        found.notes.push(format!("the export marks it as {}, not as published", status.trim()));
    }
    found.published = ["pubDate", "date", "published", "issued", "post_date", "updated", "modified", "created"]
        .iter()
        .find_map(|name| day(name, field(name).as_deref()));
    if found.published.is_none() {
        found.published = found
            .url
            .as_ref()
            .and_then(|url| crate::dates::in_address(&url.value))
            .map(|value| Fact { value, source: Source::Address });
    }
    Some(found)
}

/// Elements of other vocabularies that have the names of a feed's own: the title of a picture, its description.
fn is_foreign(node: Node<'_, '_>) -> bool {
    node.tag_name().namespace().is_some_and(|space| {
        space.contains("search.yahoo.com")
            || space.contains("itunes")
            || space.contains("opengraph")
            || space.contains("excerpt")
    })
}

/// What an element says: its text, which is HTML mostly; or the elements in it.
fn raw(node: Node<'_, '_>) -> String {
    if node.children().any(|child| child.is_element()) { markup(node) } else { raw_text(node) }
}

const XML: &str = "http://www.w3.org/XML/1998/namespace";

/// A title, which may be HTML, in one line.
fn plain(html: &str) -> String {
    flatten::text(html).replace('\n', " ")
}

/// An address of an entry as a whole one.
fn whole(url: &str, base: Option<&str>) -> String {
    let Some(base) = base.filter(|_| !url.is_empty() && !url.contains(':') && !url.starts_with("//")) else {
        return url.to_owned();
    };
    let host = base
        .split_once("://")
        .map_or(base.len(), |(scheme, rest)| scheme.len() + 3 + rest.find('/').unwrap_or(rest.len()));
    match url.strip_prefix('/') {
        Some(path) => format!("{}/{path}", &base[..host]),
        None => format!("{}/{url}", base.get(..base.rfind('/').unwrap_or(0).max(host)).unwrap_or(base)),
    }
}

/// WordPress keeps paragraphs as blank lines, and marks of its own between square brackets.
fn paragraphs(html: &str, wordpress: bool) -> String {
    let html = html.replace("\r\n", "\n");
    if !html.contains("\n\n") || html.contains("<p") && !wordpress {
        return html;
    }
    let html = if wordpress { marks(&html) } else { html };
    html.replace("\n\n", "<br><br>")
}

/// `[caption …]` holds the words under a picture; `[gallery ids="1"]`, `[embed]` and their ends say nothing.
fn marks(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = rest.find('[') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let mark = rest.split_once(']').map(|(mark, _)| &mark[1..]).filter(|mark| !mark.contains(['[', '\n']));
        let name = mark.and_then(|mark| mark.trim_start_matches('/').split([' ', '/']).next()).unwrap_or_default();
        let named = name.len() > 2 && name.bytes().all(|byte| byte.is_ascii_lowercase() || matches!(byte, b'_' | b'-'));
        let is_mark = mark.is_some_and(|mark| {
            named && (mark.contains('=') || html.contains(&format!("[/{name}]")) || name == "gallery")
        });
        match mark.filter(|_| is_mark) {
            Some(mark) => {
                out.push_str(match (name, mark.starts_with('/')) {
                    ("caption", false) => "<figure><figcaption>",
                    ("caption", true) => "</figcaption></figure>",
                    _ => "",
                });
                rest = &rest[mark.len() + 2..];
            }
            None => {
                out.push('[');
                rest = &rest[1..];
            }
        }
    }
    out + rest
}

/// A text without the line that blogs put below what they give to feeds: "The post … appeared first on …", "Read more".
fn without_footer(text: String) -> String {
    let last = text.rsplit("\n\n").next().unwrap_or_default();
    let is_footer = [
        ("The post ", " appeared first on "),
        ("The post ", " first appeared on "),
        ("Der Beitrag ", " erschien zuerst auf "),
        ("La entrada ", " se publicó primero en "),
        ("L’article ", " est apparu en premier sur "),
        ("L'article ", " est apparu en premier sur "),
        ("L'articolo ", " proviene da "),
        ("Het bericht ", " verscheen eerst op "),
    ]
    .iter()
    .any(|(from, on)| last.starts_with(from) && last.contains(on));
    let leads = last.trim_end_matches(['.', '…', '»', '→', '›', ' ']).to_lowercase();
    let is_footer = is_footer
        || matches!(
            leads.as_str(),
            "continue reading" | "read more" | "weiterlesen" | "lire la suite" | "leer más" | "leggi tutto"
        );
    if is_footer { text[..text.len() - last.len()].trim_end().to_owned() } else { text }
}

/// The address that an address of a search engine leads to.
fn unwrapped(url: &str) -> String {
    let Some((_, query)) = url.split_once("google.com/url?") else { return url.to_owned() };
    let target = query.split('&').find_map(|part| part.strip_prefix("url=").or_else(|| part.strip_prefix("q=")));
    target.map_or_else(
        || url.to_owned(),
        |target| {
            target.replace("%3A", ":").replace("%2F", "/").replace("%3D", "=").replace("%3F", "?").replace("%26", "&")
        },
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::xml;

    fn entries(text: &str) -> Vec<Found> {
        let text = xml::text(text.as_bytes());
        read(&xml::parse(&text, "a feed").expect("it parses")).into_iter().map(|(_, found)| found).collect()
    }

    #[test]
    fn whole_texts_and_teasers() {
        let found = entries(
            "<rss xmlns:content='http://purl.org/rss/1.0/modules/content/' xmlns:dc='http://purl.org/dc/elements/1.1/'><channel><title>The \
             Courier</title><language>en</language><item><title>Crane &amp; pier</title><link>https://courier.example/1</link><pubDate>Tue, 4 \
             Mar 2031 10:00:00 GMT</pubDate><dc:creator>Anna Berg</dc:creator><description>A crane…</description><content:encoded><![CDATA[<p>A \
             crane fell.</p><p>It was old.</p>]]></content:encoded></item><item><title>Second</title><description>&lt;p&gt;More to \
             come&nbsp;...&lt;/p&gt;</description></item></channel></rss>",
        );
        assert_eq!(found[0].text, "A crane fell.\n\nIt was old.");
        assert_eq!(found[0].title.as_ref().map(|f| f.value.as_str()), Some("Crane & pier"));
        assert_eq!(found[0].outlet.as_ref().map(|f| f.value.as_str()), Some("The Courier"));
        assert_eq!(found[0].published.as_ref().map(|f| f.value.edtf.as_str()), Some("2031-03-04"));
        assert_eq!(found[1].notes, ["the feed has a teaser only"]);
    }

    #[test]
    fn what_blogs_add_is_out_and_addresses_are_whole() {
        let found = entries(
            "<feed xmlns='http://www.w3.org/2005/Atom' xml:base='https://lamp.example/news/'><title type='html'>Lamp &amp;amp; Valley</title><entry><title>A \
             crane</title><link href='crane.html'/><content type='html'>&lt;p&gt;A crane fell.&lt;/p&gt;&lt;p&gt;The post A crane appeared first on \
             Lamp.&lt;/p&gt;</content></entry></feed>",
        );
        assert_eq!(found[0].text, "A crane fell.");
        assert_eq!(found[0].outlet.as_ref().map(|f| f.value.as_str()), Some("Lamp & Valley"));
        assert_eq!(found[0].url.as_ref().map(|f| f.value.as_str()), Some("https://lamp.example/news/crane.html"));
        assert_eq!(whole("/a", Some("https://lamp.example")), "https://lamp.example/a");
        assert_eq!(whole("a", Some("https://lamp.example")), "https://lamp.example/a");
    }

    #[test]
    fn paragraphs_and_marks_of_wordpress() {
        let text = "<p>A crane fell.</p>\n\n[caption id=\"a\" width=\"3\"]<img src=x> The pier[/caption]\n\nIt was old [sic].\n\n[gallery]\n\nNobody [the office \
                    said] was hurt.";
        assert_eq!(
            flatten::text(&paragraphs(text, true)).replace("The pier\n\n", ""),
            "A crane fell.\n\nIt was old [sic].\n\nNobody [the office said] was hurt."
        );
    }
}
