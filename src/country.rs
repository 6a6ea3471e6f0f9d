//! Countries.

use crate::Country;
use crate::generated::COUNTRY_TERMS;

/// Where in its row stands whether a country is a member: behind key and name.
const EEA: usize = 12;

impl Country {
    /// Whether the country is a member of the European Economic Area.
    #[inline]
    #[must_use]
    pub const fn is_eea(self) -> bool {
        COUNTRY_TERMS.table.choice(self.place(), EEA) == 1
    }
}
