//! Maps by a hash that is quick for words. No result hangs on the order in which one gives its keys.

use std::collections::{HashMap, HashSet};

use rustc_hash::FxBuildHasher;

/// A map by words.
pub(crate) type Map<K, V> = HashMap<K, V, FxBuildHasher>;

/// A set of words.
pub(crate) type Set<K> = HashSet<K, FxBuildHasher>;
