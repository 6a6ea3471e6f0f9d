//! Hash maps for many small keys. Seeded anew in every run, so that no input can be made to
//! collide; nothing may depend on their order.

use foldhash::fast::RandomState;

/// A hash map.
pub(crate) type HashMap<K, V> = std::collections::HashMap<K, V, RandomState>;

/// A hash set.
pub(crate) type HashSet<T> = std::collections::HashSet<T, RandomState>;
