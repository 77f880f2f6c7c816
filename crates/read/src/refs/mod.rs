//! Bibliographies (RIS, BibTeX, CSL-JSON): what they say of the files that they name.

#[cfg(feature = "formats")]
mod bibtex;
#[cfg(feature = "formats")]
mod csl;
mod of;
#[cfg(feature = "formats")]
mod ris;
#[cfg(feature = "formats")]
mod zotero;

pub(crate) use of::apply;

use model::When;
use serde::{Deserialize, Serialize};

use crate::found::{Fact, Format, Found};
#[cfg(feature = "formats")]
use crate::trouble::Unread;
use crate::words;

/// What a bibliography says of one report.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Reference {
    pub(crate) title: Option<String>,
    pub(crate) outlet: Option<String>,
    pub(crate) authors: Vec<String>,
    pub(crate) published: Option<When>,
    pub(crate) url: Option<String>,
    pub(crate) language: Option<String>,
    /// The paths of its files, as far as they are told: `files/12/page.html`, or a name alone.
    pub(crate) files: Vec<String>,
    /// What the bibliography is called.
    pub(crate) from: String,
}

impl Reference {
    /// The reference with the name of the file that it stands in.
    #[cfg(feature = "formats")]
    pub(crate) fn beside(mut self, file: &str) -> Self {
        file.clone_into(&mut self.from);
        self
    }

    /// Sets what it says: a person gave it, so it counts more than what the file says of itself.
    fn apply(&self, found: &mut Found) {
        let set = |fact: &mut Option<Fact<String>>, value: &Option<String>| {
            if let Some(value) = value {
                *fact = Some(Fact::field(self.from.clone(), value.clone()));
            }
        };
        set(&mut found.title, &self.title);
        set(&mut found.outlet, &self.outlet);
        set(&mut found.url, &self.url);
        if !self.authors.is_empty() {
            found.authors = Some(Fact::field(self.from.clone(), self.authors.clone()));
        }
        if let Some(when) = self.published.clone() {
            found.published = Some(Fact::field(self.from.clone(), when));
        }
        found.language = found.language.take().or_else(|| self.language.clone());
    }
}

/// What kind of bibliography a text is.
pub(crate) fn looks(text: &str) -> Option<Format> {
    if words::begins(text, "TY  -") {
        return Some(Format::Ris);
    }
    let head = text.trim_start();
    let entry = head
        .strip_prefix('@')
        .and_then(|rest| rest.split_once('{'))
        .is_some_and(|(kind, _)| kind.len() <= 20 && kind.chars().all(|c| c.is_ascii_alphabetic()));
    (entry && text.contains('=')).then_some(Format::Bibtex)
}

/// The references of a bibliography.
///
/// # Errors
/// It does not parse.
#[cfg(feature = "formats")]
pub(crate) fn read(format: Format, bytes: &[u8]) -> Result<Vec<Reference>, Unread> {
    let text = crate::decode::text(bytes, None).text;
    let found = match format {
        Format::Ris => ris::read(&text),
        Format::Bibtex => bibtex::read(&text),
        Format::Zotero => zotero::read(bytes)?,
        _ => csl::read(&text)?,
    };
    if found.is_empty() { Err(Unread::Empty) } else { Ok(found) }
}

/// A path with `/` between its folders, without a drive.
#[cfg(feature = "formats")]
fn path(path: &str) -> String {
    path.trim().replace('\\', "/").rsplit(':').next().unwrap_or_default().replace("%20", " ")
}

#[cfg(all(test, feature = "formats"))]
mod tests {
    use super::*;

    #[test]
    fn three_forms_say_the_same() {
        let ris = "TY  - NEWS\r\nTI  - Crane falls\r\nAU  - Berg, Anna\r\nT2  - The Courier\r\nPY  - 2031/03/04/\r\nUR  - https://courier.example/1\r\nL1  - files/12/crane.pdf\r\nER  - \r\n";
        let bib = "@article{berg,\n title = {{Crane} falls},\n author = {Berg, Anna},\n journal = \"The Courier\",\n date = {2031-03-04},\n url = {https://courier.example/1},\n file = {Full:files/12/crane.pdf:application/pdf}\n}\n";
        let csl = r#"[{"type": "article-newspaper", "title": "Crane falls", "author": [{"family": "Berg", "given": "Anna"}], "container-title": "The Courier",
            "issued": {"date-parts": [[2031, 3, 4]]}, "URL": "https://courier.example/1"}]"#;
        for (format, text) in [(Format::Ris, ris), (Format::Bibtex, bib), (Format::Csl, csl)] {
            let found = read(format, text.as_bytes()).expect("it reads");
            let one = &found[0];
            assert_eq!(one.title.as_deref(), Some("Crane falls"), "{format:?}");
            assert_eq!(one.outlet.as_deref(), Some("The Courier"), "{format:?}");
            assert_eq!(one.authors, ["Anna Berg"], "{format:?}");
            assert_eq!(one.published.as_ref().map(|when| when.edtf.as_str()), Some("2031-03-04"), "{format:?}");
            assert!(format == Format::Csl || one.files == ["files/12/crane.pdf"], "{format:?}");
        }
    }
}
