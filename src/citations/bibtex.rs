use super::names::Name;
use super::work::{Date, Part, Work};

/// BibTeX with the fields of BibLaTeX: an `article` where an outlet is known, else `misc`.
pub(super) fn write(work: &Work) -> String {
    let mut fields: Vec<(&str, String)> = vec![("title", format!("{{{}}}", escape(&work.title)))];
    let mut field = |name: &'static str, value: Option<String>| fields.extend(value.map(|value| (name, value)));
    let names = |names: &[Name]| Some(names.iter().map(name).collect::<Vec<_>>().join(" and "));
    field("author", names(&work.authors).filter(|names| !names.is_empty()));
    let container = if work.brief { "howpublished" } else { "journal" };
    field(container, work.within.as_deref().map(escape));
    field("date", work.date.as_ref().map(date));
    if let Some(part) = work.date.as_ref().filter(|date| date.single).and_then(Date::known) {
        // For the styles of BibTeX, which know no dates.
        field("year", (part.year > 0).then(|| part.year.to_string()));
        field("month", part.month.filter(|_| part.year > 0).map(|month| month.to_string()));
    }
    field("url", Some(address(&work.url)));
    if let Some(original) = &work.original {
        field("origtitle", original.title.as_deref().map(escape));
        field("origpublisher", original.outlet.as_deref().map(escape));
        field("origdate", original.date.as_ref().map(date));
        field("note", Some(escape(&original.told)));
    }
    let kind = if work.within.is_some() && !work.brief { "article" } else { "misc" };
    let lines: Vec<String> = fields.iter().map(|(name, value)| format!("  {name} = {{{value}}}")).collect();
    format!("@{kind}{{{},\n{}\n}}\n", work.key, lines.join(",\n"))
}

/// EDTF, as far as BibLaTeX reads it.
fn date(date: &Date) -> String {
    let mark = if date.about { "~" } else { "" };
    let side = |part: Option<Part>| part.map_or_else(|| "..".to_owned(), |part| format!("{}{mark}", part.edtf()));
    if date.single { side(date.from) } else { format!("{}/{}", side(date.from), side(date.to)) }
}

/// A name as BibTeX takes it apart: `van der Berg, Jr., Ada`, or whole, in braces of its own.
fn name(name: &Name) -> String {
    match name {
        Name::Whole(name) => format!("{{{}}}", escape(name)),
        Name::Person { given, particle, family, suffix } => {
            let family = if particle.is_empty() { family.clone() } else { format!("{particle} {family}") };
            let parts = [family.as_str(), suffix, given];
            let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).map(escape).collect();
            parts.join(", ")
        }
    }
}

/// A text without anything that TeX takes for a command. Braces are commands as well: BibTeX counts also those that have
/// a backslash before them.
fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' => safe.push_str("\\textbackslash{}"),
            '~' => safe.push_str("\\textasciitilde{}"),
            '^' => safe.push_str("\\textasciicircum{}"),
            '{' => safe.push_str("\\textbraceleft{}"),
            '}' => safe.push_str("\\textbraceright{}"),
            '&' | '%' | '$' | '#' | '_' => {
                safe.push('\\');
                safe.push(c);
            }
            // TeX makes one character of two of these.
            '-' | '`' | '\'' if safe.ends_with(c) => {
                safe.push_str("{}");
                safe.push(c);
            }
            c => safe.push(c),
        }
    }
    safe
}

/// An address, which is read as it stands: what could end the field is percent-encoded, as it is in addresses anyway.
fn address(url: &str) -> String {
    url.replace('{', "%7B").replace('}', "%7D").replace('\\', "%5C")
}
