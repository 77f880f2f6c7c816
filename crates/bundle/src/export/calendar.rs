//! What is due, as a calendar (iCalendar, RFC 5545).

use model::{Claim, Day, DiscrepancyKind, Outcome};

use super::links::Links;
use crate::data::dues;
use crate::tables::Tables;

/// The most octets of a line before it is folded (RFC 5545, 3.1).
const LINE: usize = 75;

/// A calendar with an entry for each expectation that has a day by which it is due, each on that day. It has no clock:
/// it is stamped with the newest day of publication.
pub(super) fn due(tables: &Tables<'_>, links: &Links<'_>) -> String {
    let newest = tables.documents.iter().filter_map(|annotated| annotated.document.published.as_ref()?.last).max();
    let stamp = newest.and_then(date).unwrap_or_else(|| "19700101".to_owned());
    let mut lines = vec![
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".to_owned(),
        "PRODID:-//Crossread//What is due//EN".to_owned(),
        format!("X-WR-CALNAME:{}", text(&format!("Due: {}", tables.corpus.title))),
    ];
    // What is open is due, whether or not its title can be read alone.
    for claim in tables.relations.claims.iter().filter(|claim| claim.stands || claim.open) {
        lines.extend(entry(tables, links, claim, &stamp).unwrap_or_default());
    }
    lines.push("END:VCALENDAR".to_owned());
    lines.iter().map(|line| folded(line)).collect()
}

fn entry(tables: &Tables<'_>, links: &Links<'_>, claim: &Claim, stamp: &str) -> Option<Vec<String>> {
    let expectation = claim.expectation.as_ref()?;
    let (due, others) = dues(tables, claim);
    let due = due?;
    let (day, word) = match (due.first, due.last) {
        (first, Some(last)) if first == Some(last) => (last, "Due"),
        (_, Some(last)) => (last, "Due by this day"),
        (Some(first), None) => (first, "Due from this day"),
        (None, None) => return None,
    };
    let mut says: Vec<String> = Vec::new();
    for member in &claim.members {
        let card = tables.cards.get(member.document as usize)?;
        let outlet = card.outlet.as_deref().unwrap_or("outlet unknown");
        let published = card.published.as_ref().map_or("undated", |when| when.edtf.as_str());
        says.push(format!("{outlet}, {published}{}", if card.brief { " (retold in a brief)" } else { "" }));
    }
    says.dedup();
    let dates = claim.discrepancies.iter().find(|found| found.kind == DiscrepancyKind::Date);
    let differ = dates.map(|found| {
        let values: Vec<String> = found.values.iter().map(|value| format!("{} ({})", value.value, value.by)).collect();
        format!(" Reports differ on the day: {}.", values.join(", "))
    });
    let others: Vec<String> = others.into_iter().map(|when| when.edtf).collect();
    let others = match others.as_slice() {
        [] => String::new(),
        others => format!(" Other reports have it due {}.", others.join(", ")),
    };
    let word = if differ.is_some() { "Due, reports differ on the day" } else { word };
    let about = format!(
        "When: {}.{}{others} As of these reports: {}. Said by: {}.",
        due.edtf,
        differ.unwrap_or_default(),
        expectation.outcome.words(),
        says.join("; ")
    );
    let status = match expectation.outcome {
        Outcome::Happened => "CONFIRMED",
        Outcome::Denied => "CANCELLED",
        Outcome::Moved | Outcome::NotResolved => "TENTATIVE",
    };
    let mut lines = vec![
        "BEGIN:VEVENT".to_owned(),
        format!("UID:{}@crossread", claim.id),
        format!("DTSTAMP:{stamp}T000000Z"),
        format!("DTSTART;VALUE=DATE:{}", date(day)?),
        format!("DTEND;VALUE=DATE:{}", date(day.plus(1))?),
        format!("SUMMARY:{}", text(&format!("{word}: {}", claim.title))),
        format!("DESCRIPTION:{}", text(&about)),
        format!("STATUS:{status}"),
        "TRANSP:TRANSPARENT".to_owned(),
    ];
    if links.address.is_some() {
        lines.push(format!("URL:{}", links.claim(&claim.id)));
    }
    lines.push("END:VEVENT".to_owned());
    Some(lines)
}

/// A day as the format writes it; it has no years before 0 nor beyond 9999.
fn date(day: Day) -> Option<String> {
    let (year, month, day) = day.civil();
    (0..=9_999).contains(&year).then(|| format!("{year:04}{month:02}{day:02}"))
}

/// A text as a value (RFC 5545, 3.3.11).
fn text(plain: &str) -> String {
    plain.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,").replace('\n', "\\n")
}

/// A line with its end, folded between characters.
fn folded(line: &str) -> String {
    let mut folded = String::with_capacity(line.len() + 2);
    let mut room = LINE;
    for c in line.chars() {
        if c.len_utf8() > room {
            folded.push_str("\r\n ");
            room = LINE - 1;
        }
        room -= c.len_utf8();
        folded.push(c);
    }
    folded + "\r\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_folded_within_their_limit_and_unfold_to_what_they_were() {
        let line = format!("SUMMARY:{}", "Brücke über den Fluß; ".repeat(12));
        let written = folded(&line);
        assert!(written.split("\r\n").all(|line| line.len() <= LINE), "{written}");
        assert_eq!(written.replace("\r\n ", "").trim_end_matches("\r\n"), line);
    }

    #[test]
    fn values_are_escaped_and_days_beyond_the_format_are_left_out() {
        assert_eq!(text("a; b, c\\d\ne"), "a\\; b\\, c\\\\d\\ne");
        assert_eq!(date(Day::new(2031, 3, 4).expect("a day")).as_deref(), Some("20310304"));
        assert_eq!(date(Day::new(-43, 3, 15).expect("a day")), None);
    }
}
