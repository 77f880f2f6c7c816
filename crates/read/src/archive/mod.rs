//! The exports of press archives: one file, many articles, each with a head. What carries them (a page, a Word file, RTF,
//! plain text) is read before; here are their shapes.

mod europresse;
mod factiva;
mod factiva_xml;
mod head;
mod lexis;
mod nexis;

pub(crate) use europresse::articles as europresse;
pub(crate) use factiva_xml::articles as factiva_xml;
pub(crate) use head::language;

use crate::blocks::Block;
use crate::found::Found;

/// The articles of an export, where the paragraphs are one.
pub(crate) fn articles(blocks: &[Block]) -> Option<Vec<(String, Found)>> {
    let found = factiva::articles(blocks).or_else(|| lexis::articles(blocks)).or_else(|| nexis::articles(blocks))?;
    let many = found.len();
    let placed = found.into_iter().enumerate();
    Some(placed.map(|(at, found)| (format!("article {} of {many}", at + 1), found)).collect())
}
