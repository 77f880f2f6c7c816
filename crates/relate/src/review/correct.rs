//! What a person corrects in a report itself: commitments, dates, origins and speakers.

use model::{Annotated, Commitment, Holder, Statement, When};

use super::anchors::{Anchors, anchored, places};
use super::decisions::{Decision, ReviewError};

/// The documents with the commitments, dates, origins and speakers that a person corrected: what [`relate`](crate::relate) and
/// the pages should be given.
///
/// # Errors
/// Where an anchor is not found, or found twice; or a date is none. See [`ReviewError`].
pub fn correct(documents: &[Annotated], decisions: &[Decision]) -> Result<Vec<Annotated>, ReviewError> {
    let mut corrected = documents.to_vec();
    let mut anchors = Anchors::new(documents);
    for (index, decision) in anchored(decisions) {
        for place in places(&mut anchors, decision, index)? {
            let statement = &mut corrected[place.document as usize].statements[place.statement as usize];
            match decision {
                Decision::Commitment { commitment, .. } => statement.commitment = *commitment,
                Decision::Date { date, .. } => {
                    let when = When::parse(date).map_err(|why| ReviewError::BadDate { decision: index, why })?;
                    if statement.time.as_ref() != Some(&when) {
                        statement.time = Some(when);
                        statement.time_span = None;
                    }
                }
                Decision::Origin { origin, .. } => {
                    if statement.holders.last().is_none_or(|h| h.name != *origin) {
                        let name = origin.clone();
                        statement.holders.push(Holder { name, span: None, cue: None, inferred: true, joint: false });
                    }
                }
                Decision::Speaker { speaker, .. } => speak(statement, speaker),
                Decision::Name { .. }
                | Decision::Merge { .. }
                | Decision::Split { .. }
                | Decision::Apart { .. }
                | Decision::Retitle { .. }
                | Decision::Hide { .. } => {}
            }
        }
    }
    Ok(corrected)
}

/// Makes a statement somebody's words: whoever stood below the outlet gives way, and the words that say that it is said
/// stay. Without a name the report says it by itself.
fn speak(statement: &mut Statement, speaker: &str) {
    let cue = statement.holders.iter().skip(1).rev().find_map(|holder| holder.cue);
    statement.holders.truncate(1);
    statement.quoted.iter_mut().for_each(|quoted| speaker.clone_into(quoted));
    if speaker.is_empty() {
        if statement.commitment == Commitment::Attributed {
            statement.commitment = Commitment::Asserted;
        }
        return;
    }
    statement.holders.push(Holder { name: speaker.to_owned(), span: None, cue, inferred: true, joint: false });
    if statement.commitment == Commitment::Asserted {
        statement.commitment = Commitment::Attributed;
    }
}
