use std::path::Path;

use model::{Alias, Corpus, plain};
use serde::Deserialize;

use super::text::{self, line_of, one_line};
use crate::failure::Failure;

/// The fields of `corpus.toml`. A misspelt one would be lost in silence, so that is an error.
#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Fields {
    title: String,
    subject: String,
    summary: String,
    language: String,
    names: Vec<Alias>,
}

/// The corpus as `corpus.toml` describes it; where there is no such file, `title` is its title.
///
/// # Errors
/// The file cannot be read or does not parse.
pub(super) fn read(path: &Path, title: &str) -> Result<Corpus, Failure> {
    let fields = match super::beside(path)? {
        Some(text) => parse(path, text::unmarked(&text))?,
        None => Fields::default(),
    };
    let or = |given: String, otherwise: &str| if given.trim().is_empty() { otherwise.to_owned() } else { given };
    let title = or(plain::one_line(&fields.title), title);
    let name = |name: Alias| Alias {
        name: plain::one_line(&name.name),
        aliases: name.aliases.iter().map(|alias| plain::one_line(alias)).collect(),
        ..name
    };
    Ok(Corpus {
        subject: or(plain::one_line(&fields.subject), &title),
        title,
        summary: plain::one_line(&fields.summary),
        language: or(plain::one_line(&fields.language), "en"),
        names: fields.names.into_iter().map(name).collect(),
    })
}

fn parse(path: &Path, text: &str) -> Result<Fields, Failure> {
    toml::from_str(text).map_err(|error| {
        let line = error.span().map_or(1, |span| line_of(text, span.start));
        let what = format!("does not parse: {}", one_line(error.message()));
        Failure::at(path, line, what, "correct it; see docs/formats.md for its fields")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_misspelt_field_is_named_by_its_line() {
        let text = "title = \"Dams\"\n\n[[name]]\nname = \"River Board\"\n";
        let error = parse(Path::new("corpus.toml"), text).err().expect("misspelt").to_string();
        assert!(error.starts_with("corpus.toml:3: does not parse: unknown field `name`"), "{error}");
    }

    #[test]
    fn without_a_file_the_folder_gives_the_title() {
        let corpus = read(Path::new("/nowhere/corpus.toml"), "dams").expect("it need not be there");
        assert_eq!((corpus.title.as_str(), corpus.subject.as_str(), corpus.language.as_str()), ("dams", "dams", "en"));
    }
}
