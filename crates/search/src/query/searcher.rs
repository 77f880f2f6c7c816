use super::answer::{Documents, Request, Step, Suggest};
use super::suggest;
use crate::files::{PackError, Part, Store};
use crate::index;
use crate::rank::Weights;

/// A search over one index. It fetches nothing: it says what it needs, and is handed it.
///
/// A call leaves nothing behind but what was supplied, so a newer query simply takes the place of an older one. What was
/// supplied is kept within bounds.
#[derive(Clone, Debug)]
pub struct Searcher {
    store: Store,
    weights: Weights,
}

impl Searcher {
    /// Opens an index by its entry pack.
    ///
    /// # Errors
    /// [`PackError`] where the pack is cut short, of another version, or damaged.
    pub fn open(pack: &[u8]) -> Result<Self, PackError> {
        let (mut store, whole) = Store::open(pack)?;
        if let Some(entries) = whole {
            store.fill(index::at_once(entries, &store.layout.outlets));
        }
        Ok(Self { store, weights: Weights::default() })
    }

    /// Ranks by other weights: for who chooses them.
    pub fn weigh(&mut self, weights: Weights) {
        self.weights = weights;
    }

    /// The name of the entry pack that it was opened by.
    pub fn entry(&self) -> String {
        self.store.layout.entry_name()
    }

    /// Hands over a part that was asked for: the bytes of its range, or the whole file where the server gave that.
    ///
    /// # Errors
    /// [`PackError`] where the bytes are not what was asked for; nothing is kept of them.
    pub fn supply(&mut self, part: &Part, bytes: Vec<u8>) -> Result<(), PackError> {
        self.store.supply(part, bytes)
    }

    /// Searches, or says what is missing to do so.
    ///
    /// # Errors
    /// [`PackError::Damaged`] where something supplied turns out not to be in order.
    pub fn search(&self, request: &Request) -> Result<Step, PackError> {
        self.store.begin();
        super::find::search(&self.store, self.weights, request)
    }

    /// Ranks whole documents. All that a full answer takes is asked for, so this is for where files are at hand.
    ///
    /// # Errors
    /// As [`Searcher::search`].
    pub fn documents(&self, request: &Request) -> Result<Documents, PackError> {
        self.store.begin();
        super::find::documents(&self.store, self.weights, request)
    }

    /// Suggests what could be meant, or says what is missing to do so.
    pub fn suggest(&self, typed: &str, limit: usize) -> Suggest {
        let key = suggest::key(typed);
        if key.is_empty() {
            return Suggest::Done(Vec::new());
        }
        self.store.begin();
        match self.store.suggestions(&key) {
            Ok(items) => Suggest::Done(suggest::best(items, &key, limit)),
            Err(missing) => Suggest::Need(missing),
        }
    }
}
