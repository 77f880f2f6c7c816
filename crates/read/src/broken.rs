//! What libraries say of a broken file, in the words of somebody who holds it.
//!
//! Their own messages name headers, nodes and tokens. Told is what a person can see or mend: that it ends too early, which
//! line is at fault, that it has to be unpacked by another program.

use std::io;

use roxmltree::Error as Xml;
use zip::result::ZipError;

use crate::trouble::Unread;

pub(crate) const TOO_EARLY: &str = "it ends too early, as if it had not come whole";
const PACKED: &str = "what is packed in it is damaged";

/// A stream that cannot be unpacked.
pub(crate) fn stream(what: &'static str, error: &io::Error) -> Unread {
    let why = if error.kind() == io::ErrorKind::UnexpectedEof { TOO_EARLY } else { PACKED };
    Unread::Broken(what, why.to_owned())
}

/// A ZIP, or a file of one.
pub(crate) fn zip(error: &ZipError) -> Unread {
    let broken = |why: &str| Unread::Broken("ZIP", why.to_owned());
    match error {
        ZipError::InvalidPassword => Unread::Locked,
        ZipError::UnsupportedArchive(why) if why.contains("assword") => Unread::Locked,
        ZipError::InvalidArchive(why) if why.contains("Multi-disk") => Unread::Unknown("one part of a ZIP of several"),
        ZipError::CompressionMethodNotSupported(_) | ZipError::UnsupportedArchive(_) => {
            Unread::Unknown("packed in a way that is unusual")
        }
        // The list of what is in a ZIP stands at its end.
        ZipError::InvalidArchive(why) if why.contains("Could not find") => broken(TOO_EARLY),
        ZipError::Io(error) => stream("ZIP", error),
        ZipError::FileNotFound => broken("a file that it lists is not in it"),
        _ => broken("its list of files is damaged"),
    }
}

/// A spreadsheet.
#[cfg(feature = "sheets")]
pub(crate) fn sheet(error: &calamine::Error) -> Unread {
    use calamine::{Error, OdsError, XlsError, XlsbError, XlsxError};
    match error {
        Error::Xlsx(XlsxError::Password)
        | Error::Ods(OdsError::Password)
        | Error::Xls(XlsError::Password)
        | Error::Xlsb(XlsbError::Password) => Unread::Locked,
        Error::Xlsx(XlsxError::FileNotFound(_) | XlsxError::RelationshipNotFound)
        | Error::Ods(OdsError::FileNotFound(_))
        | Error::Xlsb(XlsbError::FileNotFound(_)) => {
            Unread::Broken("a spreadsheet", "a sheet of it is missing".to_owned())
        }
        _ => Unread::Broken("a spreadsheet", "its cells are damaged".to_owned()),
    }
}

/// A mail, or a page that was saved as one.
pub(crate) fn mail(what: &'static str, error: &mailparse::MailParseError) -> Unread {
    use mailparse::MailParseError as Mail;
    let why = match error {
        Mail::Base64DecodeError(_) | Mail::QuotedPrintableDecodeError(_) => PACKED,
        Mail::EncodingError(_) => "its letters are not those that it names",
        Mail::Generic(_) => "its head is damaged, or its parts have no end",
    };
    Unread::Broken(what, why.to_owned())
}

/// What is packed in these: the line of an error is one that nobody sees.
const PACKED_XML: &[&str] = &["Word", "OpenDocument", "EPUB"];

/// XML.
pub(crate) fn xml(what: &'static str, error: &Xml) -> Unread {
    let why = match error {
        Xml::UnexpectedCloseTag(opened, closed, _) if !opened.is_empty() => {
            format!("<{opened}> is not closed before </{closed}>")
        }
        Xml::UnexpectedCloseTag(..) | Xml::UnexpectedEntityCloseTag(_) => {
            "an element is closed that was not opened".to_owned()
        }
        Xml::UnclosedRootNode | Xml::UnexpectedEndOfStream => TOO_EARLY.to_owned(),
        Xml::NoRootNode => "it has no element".to_owned(),
        Xml::MalformedEntityReference(_) => "an & stands where &amp; belongs".to_owned(),
        Xml::UnknownEntityReference(name, _) => format!("it does not explain its entity {name}"),
        Xml::EntityReferenceLoop(_) => "its entities hold each other".to_owned(),
        Xml::DuplicatedAttribute(name, _) => format!("an element has {name} twice"),
        Xml::UnknownNamespace(name, _) => format!("it does not explain the prefix {name}:"),
        Xml::DuplicatedNamespace(name, _) => format!("an element explains the prefix {name}: twice"),
        Xml::NodesLimitReached | Xml::AttributesLimitReached | Xml::NamespacesLimitReached => {
            return Unread::TooMuch("holds more elements than are read".to_owned());
        }
        _ => "it is not well formed".to_owned(),
    };
    // What has no place is told at its first line.
    let line = error.pos().row;
    let at_line = line > 1 && why != TOO_EARLY && !PACKED_XML.contains(&what);
    Unread::Broken(what, if at_line { format!("{why}, in its line {line}") } else { why })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is said of an XML that its library refuses.
    fn of(text: &str) -> String {
        xml("a feed", &roxmltree::Document::parse(text).expect_err(text)).to_string()
    }

    #[test]
    fn what_is_wrong_with_xml_is_told_with_its_line() {
        for (text, said) in [
            ("<a>\n<b>\n</a>", "<b> is not closed before </a>, in its line 3"),
            ("<a><b>", TOO_EARLY),
            ("", "it has no element"),
            ("<a>\nBerg & Sohn</a>", "an & stands where &amp; belongs, in its line 2"),
            ("<a>&pier;</a>", "it does not explain its entity pier"),
            ("<a b='1' b='2'/>", "an element has b twice"),
            ("<x:a/>", "it does not explain the prefix x:"),
            ("<a>\n<1/></a>", "it is not well formed, in its line 2"),
        ] {
            assert_eq!(of(text), format!("is broken as a feed: {said}"), "{text}");
        }
        let error = roxmltree::Document::parse("<a>\n<b></a>").expect_err("not closed");
        assert_eq!(xml("Word", &error).to_string(), "is broken as Word: <b> is not closed before </a>");
    }

    #[test]
    fn what_is_wrong_with_an_archive_is_told() {
        let opened = |bytes: &[u8]| {
            zip::ZipArchive::new(io::Cursor::new(bytes)).map(|_| ()).map_err(|error| super::zip(&error).to_string())
        };
        assert_eq!(opened(b"PK\x03\x04 and no more"), Err(format!("is broken as ZIP: {TOO_EARLY}")));
        assert_eq!(super::zip(&ZipError::InvalidPassword), Unread::Locked);
        assert_eq!(super::zip(&ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED)), Unread::Locked);
        let unusual = super::zip(&ZipError::CompressionMethodNotSupported(9)).of("a.zip").to_string();
        assert_eq!(
            unusual,
            "a.zip: is packed in a way that is unusual, which is not read; unpack it, and put in what it holds"
        );
    }
}
