//! CSV, TSV and their kin.

use super::Told;
use super::columns::Columns;
use super::marks::{common, mark, reader};
use super::roles::role;
use crate::found::Format;
use crate::reader::Parts;
use crate::trouble::Unread;
use crate::{decode, limits};

/// The reports of a table.
///
/// # Errors
/// It has no texts, or too many columns.
pub(crate) fn read(bytes: &[u8], told: &Told) -> Parts {
    let decoded = decode::text(bytes, None);
    // With one kind of line end, so that the lines are counted as people do.
    let text = decoded.text.replace("\r\n", "\n");
    let text = text.trim_start_matches('\u{feff}');
    let mark = mark(text)
        .or_else(|| common(text))
        .ok_or_else(|| Unread::Broken("a table", "its lines have no cells in common".to_owned()))?;
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut lines: Vec<u64> = Vec::new();
    for record in reader(text.as_bytes(), mark).records() {
        let record =
            record.map_err(|_| Unread::Broken("a table", "its lines cannot be parted into cells".to_owned()))?;
        if record.len() > limits::COLUMNS {
            return Err(Unread::TooMuch(format!("has more than {} columns", limits::COLUMNS)));
        }
        if rows.len() > limits::ROWS {
            return Err(Unread::TooMuch(format!("has more than {} rows", limits::ROWS)));
        }
        lines.push(record.position().map_or(0, ::csv::Position::line));
        rows.push(record.iter().map(str::to_owned).collect());
    }
    let parts = rows_to_reports(Format::Csv, rows, told, |at| format!("line {}", lines.get(at).copied().unwrap_or(0)))?;
    Ok(crate::parts::noted(parts, decoded.note))
}

/// The reports of rows, the first of which names the columns, if it does. `place` names a row by its number in all rows.
pub(crate) fn rows_to_reports(
    format: Format,
    mut rows: Vec<Vec<String>>,
    told: &Told,
    place: impl Fn(usize) -> String,
) -> Parts {
    // The line that has what a person names; else one that names what is known.
    let by_told = || {
        let all = |row: &Vec<String>| told.roles().all(|(_, name)| Told::at(name, row).is_some());
        told.roles().next()?;
        rows.iter().take(10).position(all)
    };
    let named = by_told();
    let named = named.or_else(|| {
        rows.iter()
            .take(10)
            .position(|row| row.iter().filter(|name| name.len() < 60 && role(name).is_some()).count() >= 2)
    });
    let named =
        named.or_else(|| (rows.first()?.iter().any(|name| name.len() < 60 && role(name).is_some())).then_some(0));
    // Else the first line where it looks like names above longer cells: short words, no numbers, no dates.
    let named = named.or_else(|| {
        let first = rows.first().filter(|_| rows.len() > 1)?;
        let name = |cell: &String| {
            (1..40).contains(&cell.trim().len())
                && cell.trim().parse::<f64>().is_err()
                && crate::dates::only(cell).is_none()
        };
        first.iter().all(name).then_some(0)
    });
    let skip = named.map_or(0, |at| at + 1);
    let names = match named {
        Some(at) => rows[at].clone(),
        None => (1..=rows.iter().map(Vec::len).max().unwrap_or(0)).map(|at| format!("{at}")).collect(),
    };
    rows.drain(..skip);
    Columns::find(&names, &rows, told)?.reports(format, &rows, |at| place(at + skip))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_by_name_and_by_content() {
        let table = "Datum;Quelle;Titel;Text\n4.3.2031;Kurier;Kran fällt;\"Ein Kran fiel.\n\nNiemand; wurde verletzt.\"\n5.3.2031;Post;Kran bleibt;Er bleibt.\n";
        assert!(crate::table::looks(table, false));
        let parts = read(table.as_bytes(), &Told::default()).expect("it reads");
        let (place, one) = &parts[0];
        assert_eq!((place.as_str(), one.text.as_str()), ("line 2", "Ein Kran fiel.\n\nNiemand; wurde verletzt."));
        assert_eq!(one.published.as_ref().map(|f| f.value.edtf.as_str()), Some("2031-03-04"));
        assert_eq!(one.outlet.as_ref().map(|f| f.source.to_string()).as_deref(), Some("column \"Quelle\""));

        let table = format!("# made by a program\n# of 2031\n{table}");
        assert!(crate::table::looks(&table, false));
        let parts = read(table.as_bytes(), &Told::default()).expect("it reads");
        assert_eq!((parts.len(), parts[0].0.as_str()), (2, "line 4"));

        for (last, edtf) in [("13/12/2031", Some("2031-12-05")), ("12/13/2031", Some("2031-05-12")), ("4/3/2031", None)]
        {
            let table = format!("title,date,text\nCrane,05/12/2031,It fell.\nPier,{last},It stayed.\n");
            let parts = read(table.as_bytes(), &Told::default()).expect("it reads");
            assert_eq!(parts[0].1.published.as_ref().map(|f| f.value.edtf.as_str()), edtf, "{last}");
        }

        let long =
            "A crane fell onto the new pier on Monday, and nobody was hurt, as the harbour office said in the evening.";
        let table = format!("a,when,what\n1,2031-03-04,\"{long}\"\n2,2031-03-05,\"{long}\"\n");
        let parts = read(table.as_bytes(), &Told::default()).expect("it reads");
        assert_eq!(parts[0].1.text, long);
        assert_eq!(parts[0].1.notes, ["text taken from the longest column, \"what\""]);
    }

    #[test]
    fn prose_is_no_table_and_a_million_columns_are_none() {
        assert!(!crate::table::looks("A crane fell, and nobody was hurt.\nIt was old, the office said.\n", false));
        let wide = format!("{}\n{}\n", "a,".repeat(1_000_000), "b,".repeat(1_000_000));
        assert!(read(wide.as_bytes(), &Told::default()).is_err());
    }
}
