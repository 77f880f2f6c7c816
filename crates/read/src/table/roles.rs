//! What a column of a table holds, by its name.

/// What a column can hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    Text,
    Summary,
    Title,
    Date,
    Outlet,
    Url,
    Author,
    Language,
    Id,
}

/// The names of columns, as they are in exports and in tables that people keep; letters and digits only, in lower case.
const NAMES: [(Role, &str); 9] = [
    (
        Role::Text,
        "text fulltext body bodytext content contents article articletext articlebody story storytext maintext plaintext rawtext \
         transcript message tweet tweettext volltext artikeltext inhalt texte contenu texto contenido testo contenuto tekst inhoud текст \
         оригинал полныйтекст 正文 内容 fulltextcontent documenttext newstext fieldsbodytext contenttext contenthtml bodyhtml hitsentence",
    ),
    (
        Role::Summary,
        "description abstract summary snippet lead teaser excerpt abstractnote анонс zusammenfassung vorspann résumé resumen sommario \
         leadparagraph trailtext fieldstrailtext standfirst subtitle dek",
    ),
    (
        Role::Title,
        "title headline heading header articletitle storytitle documenttitle titel überschrift schlagzeile titre título titulo titolo kop \
         заголовок название 标题 webtitle subject headlinemain",
    ),
    (
        Role::Date,
        "date published publishdate publisheddate publishedat publishedon pubdate publicationdate datepublished dateofpublication datum \
         erscheinungsdatum veröffentlicht fecha data dato дата датапубликации 日期 createdat created timestamp day webpublicationdate \
         datetime pubdatetime publicationday published_time time indexeddate firstpublicationdate issued datepublished",
    ),
    (
        Role::Outlet,
        "outlet source sourcename publisher publication publicationtitle publicationname medianame media mediaoutlet medium newspaper paper \
         journal magazine site sitename website channel quelle zeitung fuente medio fonte источник издание 来源 domain mediaurl sourcetitle \
         newssource sourcedomain",
    ),
    (
        Role::Url,
        "url link permalink address weburl articleurl storyurl uri href adresse lien enlace ссылка canonicalurl sourceurl originalurl expandedurl",
    ),
    (
        Role::Author,
        "author authors byline creator writer journalist reporter autor autorin autoren auteur auteurs autore автор 作者 username userscreenname screenname \
         userfullname authorname by fieldsbyline bylineoriginal",
    ),
    (Role::Language, "language lang sprache langue idioma lingua язык languagecode"),
    (Role::Id, "id guid uuid storiesid articleid documentid docid idstr tweetid key storyid"),
];

/// What a name of a column says.
pub(crate) fn role(name: &str) -> Option<Role> {
    let key: String = name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    let by = |key: &str| {
        NAMES.iter().find(|(_, names)| names.split_whitespace().any(|name| name == key)).map(|(role, _)| *role)
    };
    // "source.name" and "fields.body" of nested values: by all of it, then by the last part.
    by(&key).or_else(|| {
        let (outer, inner) = name.rsplit_once('.')?;
        match (role(outer), inner) {
            (Some(found), "name" | "title" | "value" | "rendered" | "main") => Some(found),
            _ => by(&inner.to_lowercase()).filter(|role| {
                !matches!(role, Role::Id | Role::Title | Role::Text)
                    || matches!(outer, "fields" | "_source" | "attributes" | "article")
            }),
        }
    })
}
