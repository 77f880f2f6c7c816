//! The fields that archives put before and after an article: `BYLINE: …`, `Length: 355 words`.

use crate::blocks::Block;
use crate::found::{Found, fact, names};
use crate::words;

/// What a field is, whatever the language of the archive's pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Field {
    Byline,
    Length,
    Section,
    Dateline,
    Headline,
    Highlight,
    Language,
    /// After the article: what it is filed under, when it was loaded.
    Filing,
}

/// The field that a line begins with, and what it says.
pub(crate) fn field(line: &str) -> Option<(Field, &str)> {
    let (label, rest) = line.split_once(':')?;
    let label = label.trim();
    if label.len() > 24 || label.is_empty() {
        return None;
    }
    let lower = label.to_lowercase();
    let field = match lower.as_str() {
        "byline" | "autor" | "auteur" | "autor(en)" | "autore" | "auteurs" => Field::Byline,
        "length" | "länge" | "longueur" | "longitud" | "lengte" | "lunghezza" => Field::Length,
        "section" | "rubrik" | "rubrique" | "sección" | "sectie" | "sezione" => Field::Section,
        "dateline" | "ortsmarke" => Field::Dateline,
        "headline" | "überschrift" => Field::Headline,
        "highlight" | "kurzfassung" | "teaser" => Field::Highlight,
        "language" | "sprache" | "langue" | "idioma" | "taal" | "lingua" => Field::Language,
        "load-date"
        | "update"
        | "publication-type"
        | "type"
        | "subject"
        | "organization"
        | "company"
        | "ticker"
        | "industry"
        | "person"
        | "city"
        | "state"
        | "country"
        | "geographic"
        | "graphic"
        | "journal-code"
        | "pub-type"
        | "category"
        | "correction-date"
        | "correction"
        | "notes"
        | "url"
        | "acc-no"
        | "document-type"
        | "series"
        | "distribution"
        | "isbn"
        | "issn"
        | "keywords"
        | "copyright"
        | "publication-subject"
        | "classification"
        | "cite"
        | "status"
        | "source"
        | "zeitschrift-code"
        | "update-datum"
        | "aktualisierung"
        | "grafik"
        | "thema"
        | "date-chargement"
        | "type-publication"
        | "product" => Field::Filing,
        _ => return None,
    };
    Some((field, rest.trim()))
}

/// Sets what a field says.
pub(crate) fn set(found: &mut Found, field: Field, name: &str, value: &str) {
    match field {
        Field::Byline if found.authors.is_none() => found.authors = names(name, words::authors(value)),
        Field::Headline => found.title = fact(name, Some(value.to_owned())),
        Field::Language => found.language = language(value),
        _ => {}
    }
}

/// The tag of a language by its name in the archives.
pub(crate) fn language(name: &str) -> Option<String> {
    let lower = name.trim().to_lowercase();
    let first = lower.split([' ', ';', ',']).next().unwrap_or_default();
    let tag = match first {
        "english" | "englisch" | "anglais" | "inglés" | "engels" | "en" => "en",
        "german" | "deutsch" | "allemand" | "alemán" | "duits" | "de" => "de",
        "french" | "französisch" | "français" | "francés" | "frans" | "fr" => "fr",
        "spanish" | "spanisch" | "espagnol" | "español" | "spaans" | "es" => "es",
        "italian" | "italienisch" | "italien" | "italiano" | "italiaans" | "it" => "it",
        "dutch" | "niederländisch" | "néerlandais" | "holandés" | "nederlands" | "nl" => "nl",
        "portuguese" | "portugiesisch" | "portugais" | "português" | "portugués" | "pt" => "pt",
        "russian" | "russisch" | "russe" | "ruso" | "русский" | "ru" => "ru",
        "polish" | "polnisch" | "polonais" | "polski" | "pl" => "pl",
        "turkish" | "türkisch" | "turc" | "türkçe" | "tr" => "tr",
        "arabic" | "arabisch" | "arabe" | "العربية" | "ar" => "ar",
        "chinese" | "chinesisch" | "chinois" | "中文" | "zh" => "zh",
        "swedish" | "schwedisch" | "suédois" | "svenska" | "sv" => "sv",
        "danish" | "dänisch" | "danois" | "dansk" | "da" => "da",
        "norwegian" | "norwegisch" | "norvégien" | "norsk" | "no" => "no",
        "japanese" | "japanisch" | "japonais" | "日本語" | "ja" => "ja",
        _ => return None,
    };
    Some(tag.to_owned())
}

/// An outlet as an archive prints it, without the full stop and the date that some put there.
pub(crate) fn outlet(line: &str) -> String {
    let line = words::one_line(line);
    line.trim_end_matches(['.', ',', ';']).replace("(", " (").replace("  (", " (").trim().to_owned()
}

/// Whether a line is a number of words.
pub(crate) fn is_length(line: &str) -> bool {
    let mut parts = line.split_whitespace();
    let number = parts.next().is_some_and(|first| first.chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | '.')));
    number
        && parts.next().is_some_and(|unit| {
            matches!(
                unit.to_lowercase().as_str(),
                "words" | "mots" | "wörter" | "palabras" | "parole" | "woorden" | "palavras" | "слов" | "word"
            )
        })
        && parts.next().is_none()
}

/// Whether a line is the archive's notice of rights.
pub(crate) fn is_copyright(line: &str) -> bool {
    let line = line.trim_start();
    words::begins(line, "copyright")
        || words::begins(line, "(c)")
        || line.starts_with('©')
        || words::begins(line, "all rights reserved")
}

/// Blocks that say something.
pub(crate) fn filled(blocks: &[Block]) -> impl Iterator<Item = &Block> {
    blocks.iter().filter(|block| !block.text.trim().is_empty())
}
