//! Countries.

use crate::generated::COUNTRY_TERMS;
use crate::term::Country;

/// The byte offset of the flag for members in a row of the countries, after key and name.
const EEA: usize = 12;

impl Country {
    /// Whether the country was a member of the European Economic Area when the current edition was
    /// published. [`Region::members_in`](crate::term::Region::members_in) asks about another.
    #[inline]
    #[must_use]
    pub const fn is_eea(self) -> bool {
        COUNTRY_TERMS.table.byte(self as usize, EEA) == 1
    }

    /// The country of this alpha-2 code of ISO 3166-1, in capitals or not.
    ///
    /// ```
    /// use service_providers::Country;
    ///
    /// for country in Country::ALL {
    ///     assert_eq!(Country::from_alpha2(&country.key().to_uppercase()), Some(*country));
    /// }
    /// // The code of the United Kingdom is GB.
    /// const UK: Option<Country> = Country::from_alpha2("UK");
    /// assert_eq!(UK, None);
    /// ```
    #[inline]
    #[must_use]
    pub const fn from_alpha2(code: &str) -> Option<Self> {
        let [first, second] = code.as_bytes() else { return None };
        let key = [first.to_ascii_lowercase(), second.to_ascii_lowercase()];
        match core::str::from_utf8(&key) {
            Ok(key) => Self::from_key(key),
            Err(_) => None,
        }
    }
}
