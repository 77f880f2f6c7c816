//! The reports of a file, once it is known what the file is.

use crate::found::Format;
use crate::reader::Parts;
use crate::trouble::Unread;
use crate::{agency, archive, decode, feed, office, page, pdf, plain, table, xml};

/// The reports of a file in a format; `told` is what a person says of its columns, where it is a table.
pub(crate) fn read(format: Format, bytes: &[u8], told: &table::Told) -> Parts {
    let markup = |what: &'static str, read: fn(&xml::Tree<'_>) -> Vec<(String, crate::Found)>| {
        let text = xml::text(bytes);
        xml::parse(&text, what).map(|tree| read(&tree))
    };
    match format {
        Format::Page => {
            let decoded = decode::text(bytes, decode::label(bytes).as_deref());
            html(&decoded.text, None).map(|parts| noted(parts, decoded.note))
        }
        Format::Pdf => pdf::read(bytes),
        Format::Docx => office::docx(bytes).map(exported),
        Format::Odt => office::odt(bytes).map(exported),
        Format::Rtf => office::rtf(bytes).map(exported),
        Format::Epub => office::epub(bytes),
        Format::NewsMl => markup("NewsML", agency::newsml1),
        Format::NewsMlG2 => markup("NewsML-G2", agency::newsml_g2),
        Format::Nitf => markup("NITF", agency::nitf),
        Format::Factiva => markup("Factiva XML", archive::factiva_xml),
        Format::Rss | Format::Atom | Format::WordPress => markup("a feed", feed::read),
        Format::Iptc7901 => Ok(agency::iptc7901(bytes)),
        Format::Anpa => Ok(agency::anpa(bytes)),
        Format::Json => table::json(bytes, told),
        Format::Csv => table::csv(bytes, told),
        Format::Sheet => table::sheet(bytes, told),
        Format::JsonLines => plain::json_lines(bytes, told),
        _ => Err(Unread::Unknown("a format unknown here")),
    }
}

/// The reports of a page: those of an archive's export, else the one that the page is.
pub(crate) fn html(html: &str, address: Option<&str>) -> Parts {
    if html.len() > crate::limits::MARKUP {
        return Err(Unread::TooMuch(format!("is a page of more than {} MiB", crate::limits::MARKUP >> 20)));
    }
    page::check(html)?;
    if let Some(parts) = archive::europresse(html) {
        return Ok(parts);
    }
    let telling = [
        "DOCUMENT",
        "Document ",
        "End of Document",
        "DOKUMENT",
        "Dokument",
        "Documento",
        "Fin du document",
        "Fin del documento",
    ];
    if telling.iter().any(|word| html.contains(word))
        && let Some(parts) = archive::articles(&page::flatten::blocks(html))
    {
        return Ok(parts);
    }
    let found = page::read(html, address);
    match page::leads_on(html, &found) {
        Some(address) => Err(Unread::LeadsOn(address)),
        None => Ok(vec![(String::new(), found)]),
    }
}

/// The reports of a document: those of an archive's export, else the one that it is.
fn exported(document: office::Document) -> Vec<(String, crate::Found)> {
    archive::articles(&document.blocks).unwrap_or_else(|| vec![(String::new(), document.found())])
}

/// Adds a note to all reports.
pub(crate) fn noted(mut parts: Vec<(String, crate::Found)>, note: Option<String>) -> Vec<(String, crate::Found)> {
    for (_, found) in &mut parts {
        found.notes.extend(note.clone());
    }
    parts
}
