use super::names::Name;
use super::work::{Date, Work};

/// RIS: a newspaper article (`NEWS`), or a page (`ELEC`) where it is a brief. A line holds one field, so no field holds a
/// line end.
pub(super) fn write(work: &Work) -> String {
    let mut lines = vec![if work.brief { "TY  - ELEC" } else { "TY  - NEWS" }.to_owned()];
    let mut field = |tag: &str, value: &str| {
        if !value.is_empty() {
            lines.push(format!("{tag}  - {value}"));
        }
    };
    field("ID", &work.key);
    field("TI", &work.title);
    for author in &work.authors {
        field("AU", &name(author));
    }
    field("T2", work.within.as_deref().unwrap_or_default());
    if let Some(date) = &work.date {
        // Years have four digits, and there are none before the year 1.
        if let Some(part) = date.known().filter(|part| part.year > 0) {
            field("PY", &format!("{:04}", part.year));
        }
        field("DA", &day(date));
    }
    field("UR", &work.url);
    if let Some(original) = &work.original {
        field("N1", &original.told);
    }
    lines.push("ER  - ".to_owned());
    lines.join("\r\n") + "\r\n"
}

/// `2024/03/09/`, `2024/03//`; what is no single date is told in words in the last part, which is for them.
fn day(date: &Date) -> String {
    let two = |part: Option<u32>| part.map(|part| format!("{part:02}")).unwrap_or_default();
    let words = if date.single && !date.about { "" } else { &date.words };
    match date.known().filter(|part| part.year > 0) {
        Some(part) => format!("{:04}/{}/{}/{words}", part.year, two(part.month), two(part.day)),
        None => format!("///{}", date.words),
    }
}

/// `van der Berg, Ada, Jr.`, or the whole name.
fn name(name: &Name) -> String {
    match name {
        Name::Whole(name) => name.clone(),
        Name::Person { given, particle, family, suffix } => {
            let family = if particle.is_empty() { family.clone() } else { format!("{particle} {family}") };
            let parts = [family.as_str(), given, suffix];
            parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
        }
    }
}
