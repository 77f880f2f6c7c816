use model::{Alias, Corpus, EntityKind, UnnamedOutlets, plain};
use serde::Serialize;

use super::fields::{self, Fields, Wrong};
use crate::table::{Tables, Told};
use crate::trouble::Unread;

/// The fields of `corpus.toml`.
#[derive(Default, Serialize)]
struct CorpusFile {
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

fn file(text: &str) -> Result<CorpusFile, Unread> {
    parsed(text).map_err(|Wrong { at, what }| Unread::Line {
        line: 1 + text.as_bytes()[..at.min(text.len())].iter().filter(|&&byte| byte == b'\n').count() as u32,
        what: format!("cannot be read: {what}"),
        remedy: "correct it; see docs/formats.md for its fields".to_owned(),
    })
}

fn parsed(text: &str) -> Result<CorpusFile, Wrong> {
    let parsed = fields::parse(text)?;
    let fields = Fields::of(&parsed);
    fields.only(&["title", "subject", "summary", "language", "unnamed-outlets", "names", "tables"])?;
    let text = |name| fields.text(name).map(|text| text.unwrap_or_default().to_owned());
    let unnamed = [("unknown", UnnamedOutlets::Unknown), ("apart", UnnamedOutlets::Apart)];
    let word = fields.text("unnamed-outlets")?;
    Ok(CorpusFile {
        title: text("title")?,
        subject: text("subject")?,
        summary: text("summary")?,
        language: text("language")?,
        unnamed_outlets: word.map_or(Ok(unnamed[0].1), |word| fields.choice("unnamed-outlets", word, &unnamed))?,
        names: fields.tables("names")?.into_iter().map(alias).collect::<Result<_, _>>()?,
        tables: fields.tables("tables")?.into_iter().map(told).collect::<Result<_, _>>()?,
    })
}

fn alias(fields: Fields<'_, '_>) -> Result<Alias, Wrong> {
    fields.only(&["name", "kind", "aliases"])?;
    let kinds = [
        ("person", EntityKind::Person),
        ("organisation", EntityKind::Organisation),
        ("place", EntityKind::Place),
        ("other", EntityKind::Other),
    ];
    Ok(Alias {
        name: fields.required("name")?.to_owned(),
        kind: fields.choice("kind", fields.required("kind")?, &kinds)?,
        aliases: fields.texts("aliases")?,
    })
}

fn told(fields: Fields<'_, '_>) -> Result<Told, Wrong> {
    let mut told = Told::default();
    let columns = told.columns();
    fields.only(&columns.each_ref().map(|column| column.0))?;
    for (name, column) in columns {
        fields.text(name)?.unwrap_or_default().clone_into(column);
    }
    Ok(told)
}

/// What the text of a `corpus.toml` says of tables.
///
/// # Errors
/// It does not parse.
pub fn tables(text: &str) -> Result<Tables, Unread> {
    file(text).map(|file| Tables(file.tables))
}

/// The corpus as the text of a `corpus.toml` describes it; what is not said of its title is `title`.
///
/// # Errors
/// It does not parse.
pub fn corpus(text: &str, title: &str) -> Result<Corpus, Unread> {
    let file = file(text)?;
    let or = |given: String, otherwise: &str| if given.trim().is_empty() { otherwise.to_owned() } else { given };
    let title = or(plain::one_line(&file.title), title);
    let name = |name: Alias| Alias {
        name: plain::one_line(&name.name),
        aliases: name.aliases.iter().map(|alias| plain::one_line(alias)).collect(),
        ..name
    };
    Ok(Corpus {
        subject: or(plain::one_line(&file.subject), &title),
        title,
        summary: plain::one_line(&file.summary),
        language: or(plain::one_line(&file.language), "en"),
        unnamed_outlets: file.unnamed_outlets,
        names: file.names.into_iter().map(name).collect(),
    })
}

/// The `corpus.toml` of a corpus.
pub fn corpus_text(corpus: &Corpus) -> String {
    let Corpus { title, subject, summary, language, unnamed_outlets, names } = corpus.clone();
    // Texts and lists of them always have TOML.
    toml::to_string(&CorpusFile { title, subject, summary, language, unnamed_outlets, names, tables: Vec::new() })
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
    fn what_is_wrong_in_a_name_is_told_where_it_is() {
        let error = |name: &str| corpus(&format!("[[names]]\nname = \"A\"\n{name}\n"), "").expect_err("wrong");
        let told = |name: &str| error(name).of("corpus.toml").to_string();
        let message = told("kind = \"person\"\naliasses = [\"B\"]");
        assert!(message.starts_with("corpus.toml:4: cannot be read: there is no field \"aliasses\" here"), "{message}");
        let message = told("kind = \"club\"");
        assert!(message.starts_with("corpus.toml:3: cannot be read: \"club\" is not known here; use one of person"));
        let message = told("kind = \"person\"\naliases = [5]");
        let number = "corpus.toml:4: cannot be read: a number stands where a text in quotation marks belongs";
        assert!(message.starts_with(number), "{message}");
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
