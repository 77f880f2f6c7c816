use serde::{Deserialize, Serialize};

/// What a named thing is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum EntityKind {
    /// A human being.
    Person,
    /// A company, agency, office, party, group.
    Organisation,
    /// A country, city, region.
    Place,
    /// A named thing that is none of these, or that could not be told.
    Other,
}

/// A name of `corpus.toml`, with the other names it goes by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Alias {
    /// The name that is shown.
    pub name: String,
    /// What it is.
    pub kind: EntityKind,
    /// What it is called besides.
    #[serde(default)]
    pub aliases: Vec<String>,
}

/// What is known of the corpus as a whole, from `corpus.toml`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Corpus {
    /// Its short title, shown in the masthead.
    pub title: String,
    /// The subject, as the heading of the overview.
    #[serde(default)]
    pub subject: String,
    /// One or two sentences on what it is.
    #[serde(default)]
    pub summary: String,
    /// Its language as a BCP 47 tag.
    #[serde(default)]
    pub language: String,
    /// What reports of which nobody knows who published them are to each other.
    #[serde(default)]
    pub unnamed_outlets: UnnamedOutlets,
    /// Names and aliases of outlets, people and organisations.
    #[serde(default)]
    pub names: Vec<Alias>,
}

/// What reports of which nobody knows who published them are to each other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum UnnamedOutlets {
    /// They may come from one house: what they say in their own voice is never agreed.
    #[default]
    Unknown,
    /// Each comes from a house of its own, as whoever put the corpus together knows.
    Apart,
}

/// A participant over the whole corpus.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entity {
    /// Part of URLs: the name in lower-case ASCII letters, digits and hyphens, with a number where two would collide.
    pub id: String,
    /// The fullest name found.
    pub name: String,
    /// What it is.
    pub kind: EntityKind,
    /// The other names it goes by in this corpus.
    pub aliases: Vec<String>,
    /// Indices of the documents that name it, in rising order.
    pub documents: Vec<u32>,
}

/// Somebody who is quoted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// Who.
    pub entity: Entity,
    /// What the texts call them besides their name: "president of Iran"; empty where they say nothing.
    pub role: String,
    /// What they are quoted as saying, in words or in substance: (document, statement) indices by date of publication.
    pub says: Vec<(u32, u32)>,
}
