//! Tables and JSON of whatever shape: a row a report.

mod columns;
mod delimited;
mod json;
#[cfg(feature = "sheets")]
mod sheet;
#[cfg(not(feature = "sheets"))]
#[path = "sheet_left_out.rs"]
mod sheet;

pub(crate) use delimited::{looks, read as csv};
pub(crate) use json::{read as json, rows as json_rows};
pub(crate) use sheet::read as sheet;
