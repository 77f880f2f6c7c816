//! What a person says of a table's columns, in `corpus.toml`.

use serde::Serialize;

#[cfg(feature = "formats")]
use super::roles::Role;

/// What `corpus.toml` says of tables: which of their columns hold what.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tables(pub(crate) Vec<Told>);

/// The names of the columns of one table, or of all of a kind.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub(crate) struct Told {
    /// The file: its path in the corpus, its name, or `*.csv`; empty for all tables.
    pub(crate) file: String,
    text: String,
    title: String,
    outlet: String,
    published: String,
    url: String,
    author: String,
    language: String,
}

impl Told {
    /// What may be told of a table, by the names in `corpus.toml`.
    pub(crate) fn columns(&mut self) -> [(&'static str, &mut String); 8] {
        let Self { file, text, title, outlet, published, url, author, language } = self;
        [
            ("file", file),
            ("text", text),
            ("title", title),
            ("outlet", outlet),
            ("published", published),
            ("url", url),
            ("author", author),
            ("language", language),
        ]
    }
}

impl Tables {
    /// Whether anything is said.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What is said of a file: by the first that names it, else by what is said of all.
    #[cfg(feature = "formats")]
    pub(crate) fn of(&self, path: &str) -> Told {
        let named = self.0.iter().find(|told| !told.file.is_empty() && told.is_of(path));
        named.or_else(|| self.0.iter().find(|told| told.file.is_empty())).cloned().unwrap_or_default()
    }
}

#[cfg(feature = "formats")]
impl Told {
    fn is_of(&self, path: &str) -> bool {
        let name = path.rsplit(['/', '!']).next().unwrap_or(path);
        match self.file.strip_prefix('*') {
            Some(ending) => path.ends_with(ending),
            None => path == self.file || name == self.file || path.ends_with(&format!("/{}", self.file)),
        }
    }

    /// The columns that are told, with what each holds.
    pub(crate) fn roles(&self) -> impl Iterator<Item = (Role, &str)> {
        [
            (Role::Text, &self.text),
            (Role::Title, &self.title),
            (Role::Outlet, &self.outlet),
            (Role::Date, &self.published),
            (Role::Url, &self.url),
            (Role::Author, &self.author),
            (Role::Language, &self.language),
        ]
        .into_iter()
        .map(|(role, name)| (role, name.trim()))
        .filter(|(_, name)| !name.is_empty())
    }

    /// Where a column that is told stands among the names of a table.
    pub(crate) fn at(name: &str, names: &[String]) -> Option<usize> {
        let key = |name: &str| crate::words::one_line(name).to_lowercase();
        names.iter().position(|own| key(own) == key(name))
    }
}

#[cfg(all(test, feature = "formats"))]
mod tests {
    use crate::plain;
    use crate::reader::read_told;

    const TABLE: &str = "Nr;Blatt;Wann;Kopf;Anriss;Stück\n1;Kurier;4.3.2031;Kran fällt;Ein langer Anriss, der mehr Worte hat als das Stück selbst und darum für den Text gehalten würde.;Ein Kran fiel.\n";

    #[test]
    fn what_is_told_counts() {
        let toml = "[[tables]]\nfile = \"*.csv\"\ntext = \"stück\"\ntitle = \"Kopf\"\noutlet = \"Blatt\"\npublished = \"Wann\"\n";
        let tables = plain::tables(toml).expect("it parses");
        let reading = read_told("a/b.csv", TABLE.as_bytes(), &tables);
        let [one] = &reading.found[..] else { panic!("{reading:?}") };
        assert_eq!(one.text, "Ein Kran fiel.");
        assert_eq!(one.outlet.as_ref().map(|fact| fact.value.as_str()), Some("Kurier"));
        assert_eq!(one.title.as_ref().map(|fact| fact.value.as_str()), Some("Kran fällt"));
        assert_eq!(one.published.as_ref().map(|fact| fact.value.edtf.as_str()), Some("2031-03-04"));
        assert!(one.notes.is_empty(), "nothing was guessed: {:?}", one.notes);
        let other = read_told("a/b.tsv", TABLE.as_bytes(), &tables);
        assert!(other.found[0].text.starts_with("Ein langer Anriss"), "of other files nothing is told");
    }

    #[test]
    fn a_column_that_is_not_there_is_named() {
        let tables = plain::tables("[[tables]]\nfile = \"b.csv\"\ntext = \"Volltext\"\n").expect("it parses");
        let reading = read_told("a/b.csv", TABLE.as_bytes(), &tables);
        assert_eq!(
            reading.troubles[0].to_string(),
            "a/b.csv: has no column \"Volltext\", which corpus.toml names, but \"Nr\", \"Blatt\", \"Wann\", \"Kopf\", \"Anriss\", \"Stück\"; \
             name one of its columns there"
        );
        let all = plain::tables("[[tables]]\ntext = \"Volltext\"\n").expect("it parses");
        assert!(read_told("a/b.csv", TABLE.as_bytes(), &all).troubles.is_empty(), "of all tables, where they have it");
        assert!(plain::tables("[[tables]]\ncolumn = \"x\"\n").is_err());
    }
}
