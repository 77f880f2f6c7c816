//! What a file is: its bytes tell, and its name only where they don't.

use crate::found::Format;
use crate::trouble::Unread;
use crate::{plain, refs, table, words};

/// Who reads a file.
#[cfg_attr(not(feature = "formats"), allow(dead_code, reason = "where few kinds are read, the others are only told"))]
pub(crate) enum Kind {
    Zip,
    Gzip,
    Tar,
    Mail,
    Mbox,
    Warc,
    Mhtml,
    /// A bibliography: what it says is of other files.
    References(Format),
    /// Reports in a format; [`crate::parts`] reads them.
    Parts(Format),
    /// Text or Markdown, with front matter perhaps.
    Plain(Format),
    /// Nobody.
    Is(Unread),
}

/// What a file is.
pub(crate) fn of(name: &str, bytes: &[u8]) -> Kind {
    if bytes.iter().all(|byte| byte.is_ascii_whitespace() || *byte == 0) {
        return Kind::Is(Unread::Empty);
    }
    binary(bytes).unwrap_or_else(|| textual(name, bytes))
}

/// What begins with a mark of its own.
fn binary(bytes: &[u8]) -> Option<Kind> {
    let starts = |mark: &[u8]| bytes.starts_with(mark);
    let at = |at: usize, mark: &[u8]| bytes.get(at..at + mark.len()) == Some(mark);
    if starts(b"PK\x03\x04") || starts(b"PK\x05\x06") {
        return Some(zipped(bytes));
    }
    if words::holds(&bytes[..bytes.len().min(1024)], b"%PDF-") {
        return Some(Kind::Parts(Format::Pdf));
    }
    if starts(b"\x1f\x8b") {
        return Some(Kind::Gzip);
    }
    if starts(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        let wide = |name: &str| name.bytes().flat_map(|byte| [byte, 0]).collect::<Vec<u8>>();
        return Some(if words::holds(bytes, &wide("Workbook")) || words::holds(bytes, &wide("Book")) {
            Kind::Parts(Format::Sheet)
        } else if words::holds(bytes, &wide("WordDocument")) {
            Kind::Is(Unread::Unknown("an old Word file"))
        } else {
            Kind::Is(Unread::Unknown("an old Office file or an Outlook message"))
        });
    }
    if at(257, b"ustar") {
        return Some(Kind::Tar);
    }
    if starts(b"WARC/") {
        return Some(Kind::Warc);
    }
    let unknown = |what| Some(Kind::Is(Unread::Unknown(what)));
    let aside = |what| Some(Kind::Is(Unread::Aside(what)));
    match () {
        () if starts(b"BZh") => unknown("a BZIP2 archive"),
        () if starts(b"\xfd7zXZ\0") => unknown("an XZ archive"),
        () if starts(b"7z\xbc\xaf\x27\x1c") => unknown("a 7z archive"),
        () if starts(b"Rar!") => unknown("a RAR archive"),
        () if starts(b"\x28\xb5\x2f\xfd") => unknown("a Zstandard archive"),
        () if starts(b"!BDN") => unknown("an Outlook mailbox"),
        () if starts(b"SQLite format 3") => unknown("a database"),
        () if starts(b"\x89PNG")
            || starts(b"\xff\xd8\xff")
            || starts(b"GIF8")
            || starts(b"BM") && bytes.len() > 54 && bytes[6..10] == [0; 4] =>
        {
            aside("a picture")
        }
        () if starts(b"II*\0") || starts(b"MM\0*") => aside("a picture"),
        () if starts(b"RIFF") && (at(8, b"WEBP")) => aside("a picture"),
        () if starts(b"RIFF") || starts(b"OggS") || starts(b"fLaC") || starts(b"ID3") || at(4, b"ftyp") => {
            aside("a recording")
        }
        () if starts(b"wOFF") || starts(b"wOF2") || starts(b"OTTO") || starts(b"\0\x01\0\0") => aside("a font"),
        () if starts(b"\x7fELF") || starts(b"MZ") && words::holds(&bytes[..bytes.len().min(1024)], b"PE\0\0") => {
            aside("a program")
        }
        () if starts(b"bplist") => unknown("a property list (a Safari web archive, perhaps)"),
        () => None,
    }
}

/// What a ZIP is by the files in it: who reads no formats does not open it.
#[cfg(not(feature = "formats"))]
fn zipped(_: &[u8]) -> Kind {
    Kind::Zip
}

/// What a ZIP is by the files in it.
#[cfg(feature = "formats")]
fn zipped(bytes: &[u8]) -> Kind {
    let Ok(mut archive) = crate::pack::open(bytes) else { return Kind::Zip };
    let has = |archive: &crate::pack::Archive<'_>, name: &str| archive.index_for_name(name).is_some();
    if has(&archive, "word/document.xml") {
        return Kind::Parts(Format::Docx);
    }
    if has(&archive, "xl/workbook.xml") || has(&archive, "xl/workbook.bin") {
        return Kind::Parts(Format::Sheet);
    }
    if has(&archive, "ppt/presentation.xml") {
        return Kind::Is(Unread::Unknown("a PowerPoint file"));
    }
    if has(&archive, "Index/Document.iwa") || has(&archive, "Index.zip") {
        return Kind::Is(Unread::Unknown("a file of Apple's Pages, Numbers or Keynote"));
    }
    let mimetype = crate::pack::member(&mut archive, "mimetype").ok().flatten().unwrap_or_default();
    let mimetype = String::from_utf8_lossy(&mimetype);
    match mimetype.trim() {
        "application/epub+zip" => Kind::Parts(Format::Epub),
        kind if kind.starts_with("application/vnd.oasis.opendocument.text") => Kind::Parts(Format::Odt),
        kind if kind.starts_with("application/vnd.oasis.opendocument.spreadsheet") => Kind::Parts(Format::Sheet),
        kind if kind.starts_with("application/vnd.oasis.opendocument") => {
            Kind::Is(Unread::Unknown("an OpenDocument file without text"))
        }
        _ if has(&archive, "META-INF/container.xml") => Kind::Parts(Format::Epub),
        _ => Kind::Zip,
    }
}

/// How much of a text is looked at to tell what it is.
const HEAD: usize = 64 << 10;

/// The beginning of a text, whatever its character set.
#[cfg(feature = "formats")]
fn decoded(head: &[u8]) -> String {
    crate::decode::text(head, crate::decode::label(head).as_deref()).text
}

/// The beginning of a text in UTF-8: who reads no formats reads no other character sets.
#[cfg(not(feature = "formats"))]
fn decoded(head: &[u8]) -> String {
    String::from_utf8_lossy(head).into_owned()
}

fn textual(name: &str, bytes: &[u8]) -> Kind {
    if bytes.starts_with(b"{\\rtf") {
        return Kind::Parts(Format::Rtf);
    }
    if bytes.starts_with(b"\x01") && words::holds(&bytes[..bytes.len().min(2048)], b"\x02") {
        return Kind::Parts(Format::Iptc7901);
    }
    if bytes.iter().take(8).filter(|&&byte| byte == 0x16).count() >= 2 && words::holds(bytes, b"\x02") {
        return Kind::Parts(Format::Anpa);
    }
    let text = decoded(&bytes[..bytes.len().min(HEAD)]);
    let strange = text.chars().take(4096).filter(|c| *c == '\0' || *c == '\u{fffd}').count();
    if strange > 40 && strange * 10 > text.chars().take(4096).count() || is_no_text(&text) {
        return Kind::Is(Unread::Unknown("a file of bytes, not of text"));
    }
    let text = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    let ending = words::ending(name);
    // What people wrote for this very purpose goes by its name: a Markdown file may begin with anything.
    if text.starts_with("+++\n") || text.starts_with("+++\r") || matches!(ending.as_str(), "md" | "markdown") {
        return Kind::Plain(if matches!(ending.as_str(), "md" | "markdown") { Format::Markdown } else { Format::Text });
    }
    // A mail may hold a page near its beginning: its head tells first.
    match crate::mail::looks(text) {
        Some(Format::Mbox) => return Kind::Mbox,
        Some(Format::Mhtml) => return Kind::Mhtml,
        Some(_) => return Kind::Mail,
        None => {}
    }
    if let Some(kind) = marked_up(text) {
        return kind;
    }
    if text.starts_with('[') && text.contains("\"container-title\"") && text.contains("\"issued\"") {
        return Kind::References(Format::Csl);
    }
    if text.starts_with("window.YTD") {
        return Kind::Parts(Format::Json);
    }
    if text.starts_with(['{', '[']) {
        return Kind::Parts(if plain::is_json_lines(text) { Format::JsonLines } else { Format::Json });
    }
    if let Some(format) = refs::looks(text) {
        return Kind::References(format);
    }
    if matches!(ending.as_str(), "css" | "js" | "mjs" | "map" | "ts") {
        return Kind::Is(Unread::Aside("a style sheet or a script"));
    }
    if ending == "jsonl" {
        return Kind::Parts(Format::JsonLines);
    }
    if table::looks(text, matches!(ending.as_str(), "csv" | "tsv" | "tab")) {
        return Kind::Parts(Format::Csv);
    }
    Kind::Plain(Format::Text)
}

/// Whether decoded bytes are none of a text: single-byte character sets have a character for every byte, but texts have
/// next to no control characters.
fn is_no_text(text: &str) -> bool {
    let head = || text.chars().take(4096);
    let control = head().filter(|c| c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{c}' | '\u{1b}')).count();
    control >= 8 && control * 40 > head().count()
}

/// XML and HTML, by their outermost element.
fn marked_up(text: &str) -> Option<Kind> {
    if !text.starts_with('<') {
        let lower = text.get(..text.len().min(2048)).or_else(|| text.get(..0))?.to_ascii_lowercase();
        return lower.contains("<!doctype html").then_some(Kind::Parts(Format::Page));
    }
    let declared = ["<?xml", "<!doctype", "<!entity"].iter().any(|mark| words::begins(text, mark));
    let Some(root) = outermost(text) else {
        // Declarations without end are no text either.
        return declared.then_some(Kind::Is(Unread::Unknown("XML of a kind unknown here")));
    };
    let root = root.to_ascii_lowercase();
    let local = root.rsplit(':').next().unwrap_or_default();
    let format = match local {
        "newsml" => Format::NewsMl,
        "newsmessage" | "newsitem" | "packageitem" => Format::NewsMlG2,
        "nitf" => Format::Nitf,
        "rdf" if text.contains("zotero.org/namespaces/export") => return Some(Kind::References(Format::Zotero)),
        "rss" | "rdf" if text.contains("wordpress.org/export/") => Format::WordPress,
        "rss" | "rdf" => Format::Rss,
        "feed" => Format::Atom,
        "ppsresponse" | "ppsarticleresponse" | "ppsarticleresultset" | "ppsarticle" => Format::Factiva,
        "svg" => return Some(Kind::Is(Unread::Aside("a picture"))),
        "opml" => return Some(Kind::Is(Unread::Unknown("a list of feeds (OPML)"))),
        "html" | "head" | "body" | "meta" | "title" | "div" | "p" | "table" | "article" | "span" | "h1" | "style"
        | "script" | "base" | "link" | "center" | "font" | "main" | "section" => Format::Page,
        _ if text.contains("<NewsItem") && text.contains("<NewsComponent") => Format::NewsMl,
        _ if text.contains("<html") || text.contains("<HTML") || text.contains("<body") => Format::Page,
        _ => return Some(Kind::Is(Unread::Unknown("XML of a kind unknown here"))),
    };
    Some(Kind::Parts(format))
}

/// The name of the first element, after declarations and comments.
fn outermost(text: &str) -> Option<&str> {
    let mut rest = text;
    for _ in 0..64 {
        rest = rest.trim_start();
        if let Some(after) = rest.strip_prefix("<!--") {
            rest = &after[after.find("-->")? + 3..];
        } else if let Some(after) = rest.strip_prefix("<?") {
            rest = &after[after.find('>')? + 1..];
        } else if let Some(after) = rest.strip_prefix("<!") {
            if after.get(..7).is_some_and(|kind| kind.eq_ignore_ascii_case("doctype")) {
                let kind = after[7..].trim_start();
                if kind.get(..4).is_some_and(|kind| kind.eq_ignore_ascii_case("html")) {
                    return Some("html");
                }
            }
            // A declaration of a document's type may hold others between brackets.
            let end = after.find('>')?;
            let open = after.find('[').filter(|open| *open < end);
            let end = open.map_or(Some(end), |open| {
                after[open..].find("]").and_then(|close| after[open + close..].find('>').map(|end| open + close + end))
            })?;
            rest = &after[end + 1..];
        } else {
            let after = rest.strip_prefix('<')?;
            let end = after.find(|c: char| c.is_whitespace() || matches!(c, '>' | '/'))?;
            return after.get(..end);
        }
    }
    None
}
