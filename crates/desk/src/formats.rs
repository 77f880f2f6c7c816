//! What reads the formats of files: a program of its own in the browser, so that who drops plain texts does not fetch it,
//! and so that a file that makes it fail takes nothing else with it.

use crate::asks::{Ask, Reply};
use crate::letter::Letter;

/// The answer to [`Ask::Read`] with the bytes of a file: what is in it, for [`Ask::Take`].
pub fn read_formats(question: &[u8]) -> Vec<u8> {
    let asked = Letter::open(question).map(|letter| (serde_json::from_str(&letter.said), letter.bytes));
    let Some((Ok(Ask::Read { name }), bytes)) = asked else {
        return Letter::of(&Reply::Failed { why: "it reads files, and nothing else".to_owned() }, Vec::new()).seal();
    };
    let reading = found::read(&name, &bytes);
    match model::coding::encode(&reading) {
        Ok(bytes) => Letter::of(&Reply::Reading, bytes),
        Err(error) => Letter::of(&Reply::Failed { why: error.to_string() }, Vec::new()),
    }
    .seal()
}
