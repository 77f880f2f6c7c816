//! Documents that are annotated by other programs like this one, so that a machine with many cores is not waited for: they
//! go out and come back as JSON.

use model::{Annotated, Corpus, Input};
use serde::{Deserialize, Serialize};

use super::Desk;
use crate::asks::Reply;
use crate::letter::Letter;

/// How much text is lent at a time, in bytes: a tenth of a second, beside which its way there and back counts little.
const SHARE: usize = 24 << 10;

/// What is lent.
#[derive(Serialize, Deserialize)]
struct Lent {
    corpus: Corpus,
    inputs: Vec<Input>,
}

impl Desk {
    /// Some documents to be annotated, those that were come to last.
    ///
    /// # Errors
    /// None that its types can cause.
    pub(crate) fn lend(&mut self) -> Result<Letter, String> {
        let mut inputs: Vec<Input> = Vec::new();
        let mut bytes = 0;
        while bytes < SHARE
            && let Some(input) = self.todo.pop_back()
        {
            bytes += input.text.len();
            inputs.push(input);
        }
        let lent = Lent { corpus: self.corpus.clone(), inputs };
        let sent = model::coding::encode(&lent).map_err(|error| error.to_string())?;
        let reply = Reply::Lent { documents: lent.inputs.len() };
        self.lent.extend(lent.inputs.into_iter().map(|input| (input.id.clone(), input)));
        Ok(Letter::of(&reply, sent))
    }

    /// What was lent, annotated. A document that was not lent, or was settled otherwise meanwhile, is passed over.
    ///
    /// # Errors
    /// The bytes are others.
    pub(crate) fn take_back(&mut self, bytes: &[u8]) -> Result<Reply, String> {
        let all: Vec<Annotated> = model::coding::decode(bytes).map_err(|error| error.to_string())?;
        let mut rows = Vec::new();
        for annotated in all {
            let Some(input) = self.lent.remove(&annotated.document.id) else { continue };
            rows.push(self.put(input, annotated));
        }
        Ok(self.annotated_so_far(rows))
    }
}

/// Annotates what was lent.
///
/// # Errors
/// The bytes are others.
pub(crate) fn help(bytes: &[u8]) -> Result<Letter, String> {
    let Lent { corpus, inputs } = model::coding::decode(bytes).map_err(|error| error.to_string())?;
    let annotated = inputs.into_iter().map(|input| extract::annotate(extract::clean(input), &corpus));
    let annotated: Vec<Annotated> = annotated.collect();
    let bytes = model::coding::encode(&annotated).map_err(|error| error.to_string())?;
    Ok(Letter::of(&Reply::Bytes, bytes))
}
