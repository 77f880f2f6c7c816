//! Tables and JSON of whatever shape: a row a report.

#[cfg(feature = "formats")]
mod columns;
#[cfg(feature = "formats")]
mod delimited;
#[cfg(feature = "formats")]
mod json;
mod marks;
mod roles;
#[cfg(feature = "sheets")]
mod sheet;
#[cfg(all(feature = "formats", not(feature = "sheets")))]
#[path = "sheet_left_out.rs"]
mod sheet;
mod told;

#[cfg(feature = "formats")]
pub(crate) use delimited::read as csv;
#[cfg(feature = "formats")]
pub(crate) use json::{read as json, rows as json_rows};
pub(crate) use marks::looks;
#[cfg(feature = "formats")]
pub(crate) use sheet::read as sheet;
pub use told::Tables;
pub(crate) use told::Told;
