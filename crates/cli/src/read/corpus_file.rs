use std::path::{Path, PathBuf};

use found::{Tables, Unread};
use model::Corpus;

use super::text;
use crate::failure::Failure;

/// The text of a `corpus.toml`, read once; empty where there is no such file.
pub(super) struct CorpusFile {
    path: PathBuf,
    text: String,
}

impl CorpusFile {
    /// Of the corpus whose own files lie in `folder`.
    ///
    /// # Errors
    /// The file cannot be read.
    pub(super) fn in_folder(folder: &Path) -> Result<Self, Failure> {
        let path = folder.join("corpus.toml");
        let text = super::beside(&path)?.unwrap_or_default();
        Ok(Self { path, text })
    }

    /// The corpus as it describes it; where it says no title, `title` is that.
    ///
    /// # Errors
    /// It does not parse.
    pub(super) fn corpus(&self, title: &str) -> Result<Corpus, Failure> {
        found::corpus(text::unmarked(&self.text), title).map_err(|unread| self.wrong(unread))
    }

    /// What it says of the columns of tables, and the text that says it, where it says anything.
    ///
    /// # Errors
    /// It does not parse.
    pub(super) fn tables(&self) -> Result<(Tables, &str), Failure> {
        let tables = found::tables(text::unmarked(&self.text)).map_err(|unread| self.wrong(unread))?;
        let told = if tables.is_empty() { "" } else { self.text.as_str() };
        Ok((tables, told))
    }

    fn wrong(&self, unread: Unread) -> Failure {
        let trouble = unread.of("");
        Failure::at(&self.path, trouble.line.unwrap_or(1), trouble.what, trouble.remedy)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_a_file_the_folder_gives_the_title() {
        let file = CorpusFile::in_folder(Path::new("/nowhere")).expect("it need not be there");
        assert_eq!(file.corpus("dams").expect("nothing is wrong").title, "dams");
    }
}
