use model::coding;
use serde::{Deserialize, Serialize};

use super::Searcher;
use super::answer::{Request, Step, Suggest};
use crate::files::{PackError, Part};

/// What a page wants of the engine, which has a thread of its own.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Ask {
    /// Opens an index by the name and the bytes of its entry pack, in place of another.
    Open(String, Vec<u8>),
    /// Takes the bytes of a part.
    Supply(Part, Vec<u8>),
    /// Searches.
    Search(Request),
    /// Suggests what could be meant by what is typed; at most so many lines.
    Suggest(String, u32),
}

/// What the engine says, once for each [`Ask`] and in their order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Reply {
    /// Opened, or taken.
    Done,
    /// The bytes are not what was asked for, or the index cannot be searched; in words.
    Refused(String),
    /// To [`Ask::Search`].
    Searched(Step),
    /// To [`Ask::Suggest`].
    Suggested(Suggest),
}

/// A [`Searcher`] behind messages: bytes in, bytes out, both as [`model::coding`] writes them.
#[derive(Debug, Default)]
pub struct Engine {
    searcher: Option<Searcher>,
}

impl Engine {
    /// The [`Reply`] to an [`Ask`], both as bytes.
    pub fn answer(&mut self, ask: &[u8]) -> Vec<u8> {
        let reply = match coding::decode(ask) {
            Ok(ask) => self.reply(ask).unwrap_or_else(|error| Reply::Refused(error.to_string())),
            Err(error) => Reply::Refused(error.to_string()),
        };
        // A reply of no bytes is refused by whoever reads it.
        coding::encode(&reply).unwrap_or_default()
    }

    fn reply(&mut self, ask: Ask) -> Result<Reply, PackError> {
        if let Ask::Open(name, pack) = ask {
            let searcher = Searcher::open(&pack)?;
            // The name has the index's digest in it, and so has the pack.
            if searcher.entry() != name {
                return Ok(Reply::Refused("it is of another build".to_owned()));
            }
            self.searcher = Some(searcher);
            return Ok(Reply::Done);
        }
        let Some(searcher) = &mut self.searcher else { return Ok(Reply::Refused("no index is open".to_owned())) };
        Ok(match ask {
            Ask::Open(..) => Reply::Done,
            Ask::Supply(part, bytes) => searcher.supply(&part, bytes).map(|()| Reply::Done)?,
            Ask::Search(request) => Reply::Searched(searcher.search(&request)?),
            Ask::Suggest(typed, most) => Reply::Suggested(searcher.suggest(&typed, most as usize)),
        })
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::{Entry, Kind, Options, build};

    fn ask(engine: &mut Engine, ask: &Ask) -> Reply {
        coding::decode(&engine.answer(&coding::encode(ask).unwrap())).unwrap()
    }

    #[test]
    fn an_index_is_opened_and_searched_by_messages() {
        let entry = Entry::new(Kind::Passage, "a", "The ferry", "The ferry to the island runs again.");
        let built = build(vec![entry], &Options::default()).unwrap();
        let pack = built.files.iter().find(|file| file.name == built.entry).unwrap();
        let mut engine = Engine::default();
        let search = Ask::Search(Request::new("island"));
        assert!(matches!(ask(&mut engine, &search), Reply::Refused(_)), "no index yet");

        let other = Ask::Open("entry-0123456789.bin".to_owned(), pack.bytes.clone());
        assert!(matches!(ask(&mut engine, &other), Reply::Refused(_)), "another build");
        assert_eq!(ask(&mut engine, &Ask::Open(built.entry.clone(), pack.bytes.clone())), Reply::Done);

        let Reply::Searched(Step::Done(response)) = ask(&mut engine, &search) else { panic!("an answer") };
        assert_eq!(response.total, 1);
        assert!(matches!(ask(&mut engine, &Ask::Suggest("fer".into(), 6)), Reply::Suggested(Suggest::Done(_))));
    }

    #[test]
    fn what_is_no_message_is_refused() {
        let mut engine = Engine::default();
        for bytes in [&[][..], &[9, 9, 9], &[2, 255]] {
            assert!(matches!(coding::decode(&engine.answer(bytes)), Ok(Reply::Refused(_))), "{bytes:?}");
        }
        assert!(matches!(ask(&mut engine, &Ask::Open(String::new(), vec![1, 2, 3])), Reply::Refused(_)));
    }
}
