//! Decisions as they stand in a file: one record with the fields of all kinds, of which each takes its own. (A record that tells
//! its kind by a field is else read twice, with code for each reader that is larger than all of review.)

use model::{Commitment, EntityKind};
use serde::Deserialize;

use super::{Anchor, Decision};

/// A decision as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Written {
    decide: Kind,
    statements: Option<Vec<Anchor>>,
    statement: Option<Anchor>,
    title: Option<String>,
    commitment: Option<Commitment>,
    date: Option<String>,
    origin: Option<String>,
    speaker: Option<String>,
    name: Option<String>,
    kind: Option<EntityKind>,
    spellings: Option<Vec<String>>,
    apart: Option<Vec<String>>,
    #[serde(default)]
    why: String,
}

/// What is decided.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Kind {
    Merge,
    Split,
    Apart,
    Retitle,
    Hide,
    Commitment,
    Date,
    Origin,
    Speaker,
    Name,
}

impl Kind {
    /// The fields that it takes.
    fn fields(self) -> &'static [&'static str] {
        match self {
            Self::Merge | Self::Split | Self::Apart | Self::Hide => &["statements", "why"],
            Self::Retitle => &["statement", "title", "why"],
            Self::Commitment => &["statements", "commitment", "why"],
            Self::Date => &["statements", "date", "why"],
            Self::Origin => &["statements", "origin", "why"],
            Self::Speaker => &["statements", "speaker", "why"],
            Self::Name => &["name", "kind", "spellings", "apart", "why"],
        }
    }
}

/// What a field holds, of which the decision has to tell something.
fn told<T>(field: Option<T>, name: &str) -> Result<T, String> {
    field.ok_or_else(|| format!("missing field `{name}`"))
}

impl Written {
    /// The first of its fields that a kind does not take.
    fn beside(&self, kind: Kind) -> Option<&'static str> {
        let given = [
            ("statements", self.statements.is_some()),
            ("statement", self.statement.is_some()),
            ("title", self.title.is_some()),
            ("commitment", self.commitment.is_some()),
            ("date", self.date.is_some()),
            ("origin", self.origin.is_some()),
            ("speaker", self.speaker.is_some()),
            ("name", self.name.is_some()),
            ("kind", self.kind.is_some()),
            ("spellings", self.spellings.is_some()),
            ("apart", self.apart.is_some()),
        ];
        given.into_iter().find(|(name, is_given)| *is_given && !kind.fields().contains(name)).map(|(name, _)| name)
    }
}

impl TryFrom<Written> for Decision {
    type Error = String;

    fn try_from(written: Written) -> Result<Self, String> {
        let kind = written.decide;
        if let Some(field) = written.beside(kind) {
            return Err(format!("unknown field `{field}`, expected one of `{}`", kind.fields().join("`, `")));
        }
        let why = written.why;
        if let Kind::Retitle = kind {
            let statement = told(written.statement, "statement")?;
            return Ok(Self::Retitle { statement, title: told(written.title, "title")?, why });
        }
        if let Kind::Name = kind {
            return Ok(Self::Name {
                name: told(written.name, "name")?,
                kind: told(written.kind, "kind")?,
                spellings: written.spellings.unwrap_or_default(),
                apart: written.apart.unwrap_or_default(),
                why,
            });
        }
        let statements = told(written.statements, "statements")?;
        Ok(match kind {
            Kind::Merge => Self::Merge { statements, why },
            Kind::Split => Self::Split { statements, why },
            Kind::Apart => Self::Apart { statements, why },
            Kind::Commitment => {
                Self::Commitment { statements, commitment: told(written.commitment, "commitment")?, why }
            }
            Kind::Date => Self::Date { statements, date: told(written.date, "date")?, why },
            Kind::Origin => Self::Origin { statements, origin: told(written.origin, "origin")?, why },
            Kind::Speaker => Self::Speaker { statements, speaker: told(written.speaker, "speaker")?, why },
            Kind::Hide | Kind::Retitle | Kind::Name => Self::Hide { statements, why },
        })
    }
}
