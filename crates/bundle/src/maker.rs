//! The files of a site one by one, as they are asked for, out of a corpus that is packed as a whole: where there is no host
//! that has them, a page has this in a helper.

use std::collections::BTreeMap;

use model::coding;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::data::{self, Events, Lists, Shards, Take};
use crate::entries;
use crate::packed::{Unpackable, unpack};
use crate::tables::Tables;

/// What makes files: a packed corpus is the first thing that it is given, and paths of files are asked for then.
#[derive(Default)]
pub struct Maker {
    site: Option<Site>,
}

/// A corpus and what its files are made of. It lives as long as the program.
struct Site {
    tables: &'static Tables<'static>,
    shards: Shards,
    lists: &'static Lists,
    events: Events<'static>,
    /// What a search reads, by name; made when it is asked for first.
    index: Option<BTreeMap<String, Vec<u8>>>,
}

impl Maker {
    /// Takes a packed corpus, and says so by a byte; then a path such as `data/0123456789abcdef/claims/3.bin`, for whose
    /// bytes it gives. No bytes are no file.
    pub fn answer(&mut self, ask: &[u8]) -> Vec<u8> {
        match &mut self.site {
            Some(site) => std::str::from_utf8(ask).ok().and_then(|path| site.file(path)).unwrap_or_default(),
            None => match Site::open(ask) {
                Ok(site) => {
                    self.site = Some(site);
                    vec![1]
                }
                Err(Unpackable) => Vec::new(),
            },
        }
    }
}

/// Seals records of a build, unpacked: they are read where they are made.
struct Sealed<'a> {
    build: &'a str,
}

impl Take for Sealed<'_> {
    type Made = Option<Vec<u8>>;

    fn take<T: Serialize + DeserializeOwned>(&self, name: &str, records: &T) -> Self::Made {
        let plain = coding::encode(records).ok()?;
        let mut file = model::sealed::seal_unpacked(name, &plain).ok()?;
        file.get_mut(model::sealed::BUILD)?.copy_from_slice(self.build.as_bytes());
        Some(file)
    }
}

impl Site {
    fn open(packed: &[u8]) -> Result<Self, Unpackable> {
        let own = Box::leak(Box::new(unpack(packed)?));
        let tables: &Tables<'static> = Box::leak(Box::new(Tables::new(&own.corpus, &own.documents, &own.relations)));
        let lists: &Lists = Box::leak(Box::new(Lists::new(tables, data::timeline(tables), Vec::new())));
        let events = data::story_events(tables, &lists.timeline);
        Ok(Self { tables, shards: Shards::of(tables), lists, events, index: None })
    }

    fn file(&mut self, path: &str) -> Option<Vec<u8>> {
        let (build, name) = path.strip_prefix("data/")?.split_once('/')?;
        if build.len() != model::sealed::BUILD.len() {
            return None;
        }
        let sealed = Sealed { build };
        let Some((folder, file)) = name.split_once('/') else { return self.lists.file(&sealed, name)? };
        if folder == "search" {
            return self.searched(file);
        }
        let number = file.strip_suffix(".bin")?.parse().ok()?;
        self.shards.file(&sealed, (self.tables, &self.events), (folder, number))?
    }

    fn searched(&mut self, file: &str) -> Option<Vec<u8>> {
        if self.index.is_none() {
            let built = search::build(entries::entries(self.tables), &search::Options::default()).ok()?;
            self.index = Some(built.files.into_iter().map(|file| (file.name, file.bytes)).collect());
        }
        self.index.as_ref()?.get(file).cloned()
    }
}

#[cfg(test)]
mod tests;
