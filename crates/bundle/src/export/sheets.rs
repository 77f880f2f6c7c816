//! Claims and statements as tables for spreadsheets: CSV (RFC 4180), UTF-8.

use csv::{Terminator, Writer, WriterBuilder};
use model::Claim;

use super::links::Links;
use super::rows;
use crate::failure::Failure;
use crate::tables::Tables;

/// A row a claim.
///
/// # Errors
/// None that can happen in memory.
pub(super) fn claims(tables: &Tables<'_>, links: &Links<'_>) -> Result<Vec<u8>, Failure> {
    let mut sheet = sheet();
    row(&mut sheet, "claims", &CLAIMS.map(str::to_owned))?;
    for claim in &tables.relations.claims {
        let expectation = claim.expectation.as_ref();
        let telling = claim.origins.iter().filter(|origin| !origin.denies);
        let names = telling.map(|origin| origin.name.as_str()).collect::<Vec<_>>();
        let differs = claim.discrepancies.iter().filter(|found| !found.update).map(|found| found.kind.word());
        let cells = [
            claim.id.clone(),
            claim.title.clone(),
            claim.standing.word().to_owned(),
            yes(claim.open),
            claim.commitment.word().to_owned(),
            claim.when.as_ref().map(|when| when.edtf.clone()).unwrap_or_default(),
            claim.articles().to_string(),
            claim.count_origins().to_string(),
            names.join("; "),
            differs.collect::<Vec<_>>().join("; "),
            expectation.and_then(|e| e.due.as_ref()).map(|due| due.edtf.clone()).unwrap_or_default(),
            expectation.map(|e| e.outcome.words().to_owned()).unwrap_or_default(),
            claim.story.clone(),
            links.claim(&claim.id),
        ];
        row(&mut sheet, "claims", &cells)?;
    }
    whole(sheet, "claims")
}

/// The columns of [`claims`].
const CLAIMS: [&str; 14] = [
    "id",
    "title",
    "standing",
    "open",
    "commitment",
    "time",
    "documents",
    "origins",
    "origin_names",
    "differs_on",
    "due",
    "outcome",
    "story",
    "link",
];

/// A row a statement, in the order of its claim.
///
/// # Errors
/// None that can happen in memory.
pub(super) fn statements(tables: &Tables<'_>, links: &Links<'_>) -> Result<Vec<u8>, Failure> {
    let mut sheet = sheet();
    row(&mut sheet, "statements", &STATEMENTS.map(str::to_owned))?;
    for claim in &tables.relations.claims {
        for member in &claim.members {
            let Some(cells) = statement(tables, links, claim, member) else { continue };
            row(&mut sheet, "statements", &cells)?;
        }
    }
    whole(sheet, "statements")
}

/// The columns of [`statements`].
const STATEMENTS: [&str; 15] = [
    "claim",
    "document",
    "outlet",
    "published",
    "retold",
    "start",
    "end",
    "subject",
    "text",
    "commitment",
    "holders",
    "origin",
    "time",
    "reviewed",
    "link",
];

fn statement(
    tables: &Tables<'_>,
    links: &Links<'_>,
    claim: &Claim,
    member: &model::Member,
) -> Option<[String; STATEMENTS.len()]> {
    let exported = rows::statement_row(tables, claim, member)?;
    let document = &tables.documents.get(member.document as usize)?.document;
    let origin = claim.origins.get(member.origin as usize).map(|origin| origin.name.clone());
    let holders: Vec<&str> = exported.holders.iter().map(|holder| holder.name.as_str()).collect();
    Some([
        claim.id.clone(),
        exported.document.clone(),
        document.outlet.clone().unwrap_or_default(),
        document.published.as_ref().map(|when| when.edtf.clone()).unwrap_or_default(),
        yes(document.is_brief()),
        exported.start.to_string(),
        exported.end.to_string(),
        exported.subject.map(|subject| subject.text).unwrap_or_default(),
        exported.text.clone(),
        exported.commitment.word().to_owned(),
        holders.join(" < "),
        origin.unwrap_or_default(),
        exported.time.clone().unwrap_or_default(),
        yes(exported.reviewed),
        format!("{}?at={}-{}", links.document(&exported.document), exported.start, exported.end),
    ])
}

fn yes(is: bool) -> String {
    if is { "yes" } else { "no" }.to_owned()
}

fn sheet() -> Writer<Vec<u8>> {
    WriterBuilder::new().terminator(Terminator::CRLF).from_writer(Vec::new())
}

fn row(sheet: &mut Writer<Vec<u8>>, name: &str, cells: &[String]) -> Result<(), Failure> {
    sheet.write_record(cells.iter().map(|cell| plain(cell))).map_err(|error| unwritable(name, &error))
}

fn whole(sheet: Writer<Vec<u8>>, name: &str) -> Result<Vec<u8>, Failure> {
    sheet.into_inner().map_err(|error| unwritable(name, &error))
}

fn unwritable(name: &str, error: &dyn std::error::Error) -> Failure {
    Failure::Unwritable { path: format!("export/{name}.csv"), why: error.to_string() }
}

/// A cell that no spreadsheet takes for a formula: what a report says must not run where somebody opens the table.
fn plain(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}") } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_formula_is_text_and_other_cells_come_back() {
        let mut written = sheet();
        let cells = ["=HYPERLINK(\"x\")", "a, \"b\"\nc", "5 < 6", "", "@SUM(1)"].map(str::to_owned);
        row(&mut written, "claims", &cells).expect("a row");
        let bytes = whole(written, "claims").expect("a table");
        let mut back = csv::ReaderBuilder::new().has_headers(false).from_reader(bytes.as_slice());
        let read: Vec<Vec<String>> =
            back.records().map(|record| record.expect("a row").iter().map(str::to_owned).collect()).collect();
        assert_eq!(read, [["'=HYPERLINK(\"x\")", "a, \"b\"\nc", "5 < 6", "", "'@SUM(1)"]]);
    }
}
