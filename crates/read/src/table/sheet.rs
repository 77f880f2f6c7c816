//! Spreadsheets: Excel, old and new, and OpenDocument.

use std::io::Cursor;

use calamine::{Data, DataRef, Reader, Sheets, open_workbook_auto_from_rs};
use model::Day;

use super::Told;
use super::delimited::rows_to_reports;
use crate::found::Format;
use crate::reader::Parts;
use crate::trouble::Unread;
use crate::{broken, limits};

/// The most cells of a sheet that are held.
const CELLS: usize = 4_000_000;

/// The reports of all sheets.
///
/// # Errors
/// It is broken, or no sheet holds texts.
pub(crate) fn read(bytes: &[u8], told: &Told) -> Parts {
    unpacked(bytes)?;
    let mut book = open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(|error| broken::sheet(&error))?;
    let mut parts = Vec::new();
    let mut last = None;
    let names = book.sheet_names();
    for name in &names {
        let rows = rows(&mut book, name)?;
        if rows.iter().all(Vec::is_empty) {
            continue;
        }
        match rows_to_reports(Format::Sheet, rows, told, |at| {
            if names.len() == 1 { format!("row {}", at + 1) } else { format!("sheet {name}, row {}", at + 1) }
        }) {
            Ok(found) => parts.extend(found),
            Err(unread) => last = Some(unread),
        }
    }
    match last {
        Some(unread) if parts.is_empty() => Err(unread),
        _ => Ok(parts),
    }
}

/// Spreadsheets are ZIPs: what they unpack to is measured before a library does it.
fn unpacked(bytes: &[u8]) -> Result<(), Unread> {
    if !bytes.starts_with(b"PK") {
        return Ok(());
    }
    let mut archive = crate::pack::open(bytes)?;
    let mut sum = 0u64;
    for at in 0..archive.len() {
        let file = archive.by_index_raw(at).map_err(|error| broken::zip(&error))?;
        sum = sum.saturating_add(file.size());
        if file.size() > limits::FREE && file.size() / limits::RATIO > file.compressed_size().max(1)
            || sum > limits::ENTRY
        {
            return Err(Unread::TooMuch(format!("unpacks to more than {} times its size", limits::RATIO)));
        }
    }
    Ok(())
}

type Book<'a> = Sheets<Cursor<&'a [u8]>>;

fn rows(book: &mut Book<'_>, name: &str) -> Result<Vec<Vec<String>>, Unread> {
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut cells = 0;
    let mut set = |row: u32, column: u32, text: String| -> Result<(), Unread> {
        if text.is_empty() {
            return Ok(());
        }
        let (row, column) = (row as usize, column as usize);
        cells += 1 + column / 8;
        // One cell far out must not make all between it and the others.
        if column >= limits::COLUMNS || cells > CELLS {
            return Err(Unread::TooMuch(format!("has more than {} columns, or too many cells", limits::COLUMNS)));
        }
        if row >= limits::ROWS {
            return Err(Unread::TooMuch(format!("has more than {} rows", limits::ROWS)));
        }
        if rows.len() <= row {
            rows.resize(row + 1, Vec::new());
        }
        if rows[row].len() <= column {
            rows[row].resize(column + 1, String::new());
        }
        rows[row][column] = text;
        Ok(())
    };
    match book {
        Sheets::Xlsx(book) => {
            let mut reader = book.worksheet_cells_reader(name).map_err(|error| broken::sheet(&error.into()))?;
            while let Some(cell) = reader.next_cell().map_err(|error| broken::sheet(&error.into()))? {
                let (row, column) = cell.get_position();
                set(row, column, of_ref(cell.get_value()))?;
            }
        }
        Sheets::Xlsb(book) => {
            let mut reader = book.worksheet_cells_reader(name).map_err(|error| broken::sheet(&error.into()))?;
            while let Some(cell) = reader.next_cell().map_err(|error| broken::sheet(&error.into()))? {
                let (row, column) = cell.get_position();
                set(row, column, of_ref(cell.get_value()))?;
            }
        }
        book => {
            let range = book.worksheet_range(name).map_err(|error| broken::sheet(&error))?;
            let (top, left) = range.start().unwrap_or((0, 0));
            for (row, column, value) in range.used_cells() {
                set(top + row as u32, left + column as u32, of(value))?;
            }
        }
    }
    Ok(rows)
}

fn of(value: &Data) -> String {
    match value {
        Data::DateTime(when) => day(when.as_f64()),
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => text.clone(),
        Data::Float(number) => number.to_string(),
        Data::Int(number) => number.to_string(),
        Data::Bool(truth) => truth.to_string(),
        _ => String::new(),
    }
}

fn of_ref(value: &DataRef<'_>) -> String {
    match value {
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::DateTime(when) => day(when.as_f64()),
        DataRef::Float(number) => number.to_string(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Bool(truth) => truth.to_string(),
        _ => String::new(),
    }
}

/// A day as Excel counts them, from the last day but one of 1899.
fn day(number: f64) -> String {
    let days = number.floor();
    match Day::new(1899, 12, 30) {
        Some(first) if (1.0..2_000_000.0).contains(&days) => first.plus(days as i32).to_string(),
        _ => number.to_string(),
    }
}
