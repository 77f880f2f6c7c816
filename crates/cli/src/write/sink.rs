//! What makes a site hands its files to the folder in the making, and is given all cores to make them with.

use std::collections::BTreeMap;

use bundle::{Refusal, Sink, Stage, Written};
use model::keep::Keep;
use rayon::prelude::*;

use super::Staging;
use crate::cache::Cache;
use crate::failure::Failure;
use crate::progress::Progress;

/// A folder in the making, with who is told what goes on.
pub(crate) struct Told<'a> {
    staging: &'a Staging,
    progress: &'a Progress,
    cache: &'a Cache,
}

impl Staging {
    /// Takes files; `progress` is told which kind is made, `cache` has what was packed before.
    pub(crate) fn told<'a>(&'a self, progress: &'a Progress, cache: &'a Cache) -> Told<'a> {
        Told { staging: self, progress, cache }
    }
}

impl Sink for Told<'_> {
    fn file(&self, path: &str, bytes: Vec<u8>) -> Result<(), Refusal> {
        Ok(self.staging.file(path, &bytes)?)
    }

    fn parts(&self, path: &str, parts: Vec<Vec<u8>>) -> Result<(), Refusal> {
        Ok(self.staging.parts(path, parts.iter().map(Vec::as_slice))?)
    }

    fn overwrite(&self, path: &str, at: usize, bytes: &[u8]) -> Result<(), Refusal> {
        Ok(self.staging.overwrite(path, at, bytes)?)
    }

    fn rename(&self, from: &str, to: &str) -> Result<(), Refusal> {
        Ok(self.staging.rename(from, to)?)
    }

    fn list(&self) -> BTreeMap<String, Written> {
        self.staging.list()
    }

    fn each(
        &self,
        count: usize,
        work: &(dyn Fn(usize) -> Result<(), bundle::Failure> + Sync),
    ) -> Result<(), bundle::Failure> {
        (0..count).into_par_iter().try_for_each(work)
    }

    fn kept(&self, what: &str, parts: &[&[u8]], make: &mut dyn FnMut() -> Option<Vec<u8>>) -> Option<Vec<u8>> {
        self.cache.kept(what, parts, make)
    }

    fn begin(&self, stage: Stage) {
        self.progress.tell(match stage {
            Stage::Indexing => "indexing",
            Stage::Data => "writing the bundle",
            Stage::Pages => "writing the pages",
        });
    }
}

impl From<bundle::Failure> for Failure {
    fn from(failure: bundle::Failure) -> Self {
        match failure {
            bundle::Failure::Refused(refusal) => match refusal.downcast::<Self>() {
                Ok(own) => *own,
                Err(other) => Self::new(other.to_string(), "report this"),
            },
            other => Self::new(other.to_string(), "report this"),
        }
    }
}
