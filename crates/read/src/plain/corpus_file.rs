use model::{Alias, Corpus, UnnamedOutlets, plain};
use serde::{Deserialize, Serialize};

use super::parsers::{line_in_list, said};
use crate::table::{Tables, Told};
use crate::trouble::Unread;

/// The fields of `corpus.toml`. A misspelt one would be lost in silence, so that is an error.
#[derive(Default, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
struct Fields {
    title: String,
    subject: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    summary: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    language: String,
    #[serde(rename = "unnamed-outlets", skip_serializing_if = "are_unknown")]
    unnamed_outlets: UnnamedOutlets,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    names: Vec<Alias>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    tables: Vec<Told>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
fn are_unknown(unnamed: &UnnamedOutlets) -> bool {
    *unnamed == UnnamedOutlets::Unknown
}

fn fields(text: &str) -> Result<Fields, Unread> {
    toml::from_str(text).map_err(|error| {
        let at = error.span().map_or(0, |span| span.start.min(text.len()));
        // What is missing in one of a list is told at the beginning of the file.
        let inner = (at == 0).then(|| {
            ["names", "tables"]
                .iter()
                .find_map(|list| line_in_list(text, list, |part| toml::from_str::<Fields>(part).is_ok()))
        });
        let line = || 1 + text.as_bytes()[..at].iter().filter(|&&byte| byte == b'\n').count() as u32;
        Unread::Line {
            line: inner.flatten().unwrap_or_else(line),
            what: format!("cannot be read: {}", said(error.message())),
            remedy: "correct it; see docs/formats.md for its fields".to_owned(),
        }
    })
}

/// What the text of a `corpus.toml` says of tables.
///
/// # Errors
/// It does not parse.
pub fn tables(text: &str) -> Result<Tables, Unread> {
    fields(text).map(|fields| Tables(fields.tables))
}

/// The corpus as the text of a `corpus.toml` describes it; what is not said of its title is `title`.
///
/// # Errors
/// It does not parse.
pub fn corpus(text: &str, title: &str) -> Result<Corpus, Unread> {
    let fields = fields(text)?;
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
        unnamed_outlets: fields.unnamed_outlets,
        names: fields.names.into_iter().map(name).collect(),
    })
}

/// The `corpus.toml` of a corpus.
pub fn corpus_text(corpus: &Corpus) -> String {
    let Corpus { title, subject, summary, language, unnamed_outlets, names } = corpus.clone();
    // Texts and lists of them always have TOML.
    toml::to_string(&Fields { title, subject, summary, language, unnamed_outlets, names, tables: Vec::new() })
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_misspelt_field_is_named_by_its_line() {
        let text = "title = \"Dams\"\n\n[[name]]\nname = \"River Board\"\n";
        let error = corpus(text, "").expect_err("misspelt").of("corpus.toml").to_string();
        assert!(error.starts_with("corpus.toml:3: cannot be read: there is no field \"name\" here"), "{error}");
    }

    #[test]
    fn a_field_that_is_missing_is_told_where_it_is() {
        let text = "[[names]]\nname = \"A\"\nkind = \"place\"\n\n[[names]]\nname = \"B\"\n";
        let error = corpus(text, "").expect_err("missing").of("corpus.toml").to_string();
        assert!(error.starts_with("corpus.toml:5: cannot be read: the field \"kind\" is missing; "), "{error}");
    }

    #[test]
    fn without_a_word_the_folder_gives_the_title() {
        let corpus = corpus("", "dams").expect("nothing need be there");
        assert_eq!((corpus.title.as_str(), corpus.subject.as_str(), corpus.language.as_str()), ("dams", "dams", "en"));
    }

    #[test]
    fn what_is_written_is_read_as_it_was() {
        let text = "title = \"Dams \\\"and\\\" weirs\"\nsummary = \"Three.\"\nunnamed-outlets = \"apart\"\n[[names]]\nname = \"River Board\"\nkind = \"organisation\"\naliases = [\"RB\"]\n";
        let first = corpus(text, "").expect("it parses");
        assert_eq!(corpus(&corpus_text(&first), "other"), Ok(first));
    }
}
