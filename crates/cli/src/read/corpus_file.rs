use std::path::Path;

use found::{Tables, Unread};
use model::Corpus;

use super::text;
use crate::failure::Failure;

/// The corpus as `corpus.toml` describes it; where there is no such file, `title` is its title.
///
/// # Errors
/// The file cannot be read or does not parse.
pub(super) fn read(path: &Path, title: &str) -> Result<Corpus, Failure> {
    let text = super::beside(path)?.unwrap_or_default();
    found::corpus(text::unmarked(&text), title).map_err(|unread| wrong(path, unread))
}

/// What `corpus.toml` says of the columns of tables, and the text that says it, where it says anything.
///
/// # Errors
/// The file cannot be read or does not parse.
pub(super) fn tables(path: &Path) -> Result<(Tables, String), Failure> {
    let text = super::beside(path)?.unwrap_or_default();
    let tables = found::tables(text::unmarked(&text)).map_err(|unread| wrong(path, unread))?;
    let told = if tables.is_empty() { String::new() } else { text };
    Ok((tables, told))
}

fn wrong(path: &Path, unread: Unread) -> Failure {
    let trouble = unread.of("");
    Failure::at(path, trouble.line.unwrap_or(1), trouble.what, trouble.remedy)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_a_file_the_folder_gives_the_title() {
        let corpus = read(Path::new("/nowhere/corpus.toml"), "dams").expect("it need not be there");
        assert_eq!(corpus.title, "dams");
    }
}
