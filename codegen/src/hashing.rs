//! Hash maps for many small keys. Every run has another seed, so that nobody can prepare keys that
//! collide. Nothing may depend on their order.

use foldhash::fast::RandomState;

/// A hash map.
pub(crate) type HashMap<K, V> = std::collections::HashMap<K, V, RandomState>;

/// A hash set.
pub(crate) type HashSet<T> = std::collections::HashSet<T, RandomState>;
