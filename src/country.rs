//! Sets of countries.

use crate::{Country, CountrySet};

impl Country {
    /// Whether the country is a member of the European Economic Area.
    #[inline]
    #[must_use]
    pub const fn is_eea(self) -> bool {
        self.record().eea
    }
}

impl CountrySet {
    /// The members of the European Economic Area.
    pub const EEA: Self = {
        let mut set = Self::EMPTY;
        let mut at = 0;
        while at < Country::ALL.len() {
            if Country::ALL[at].is_eea() {
                set = set.with(Country::ALL[at]);
            }
            at += 1;
        }
        set
    };
}

/// The members of the European Economic Area and the United States.
pub const EEA_AND_US: CountrySet = match Country::from_key("us") {
    Some(us) => CountrySet::EEA.with(us),
    None => CountrySet::EEA,
};
