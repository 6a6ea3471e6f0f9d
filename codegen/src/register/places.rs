//! Places: countries, and regions with the countries that belong to them.

use std::collections::BTreeSet;

use super::{Register, Vocabulary};
use crate::tables::row::CountryRow;
use crate::text::compare_dates;

impl Vocabulary {
    /// The countries that belonged to a region on a day, by key. None for a region without a list of
    /// members.
    pub fn members(&self, region: &str, day: &str) -> BTreeSet<&str> {
        let rows = self.region_members.iter().filter(|row| row.region.as_str() == region);
        rows.filter(|row| row.from.known().is_none_or(|from| compare_dates(from, day).is_le()))
            .filter(|row| row.until.known().is_none_or(|until| compare_dates(until, day).is_ge()))
            .map(|row| row.country.as_str())
            .collect()
    }

    /// The name of a country or a region.
    pub fn place_name<'r>(&'r self, place: &'r str) -> &'r str {
        match self.country(place) {
            Some(country) => &country.name,
            None => Self::name(&self.regions, place),
        }
    }

    fn country(&self, key: &str) -> Option<&CountryRow> {
        let at = self.countries.binary_search_by(|country| country.key.as_str().cmp(key)).ok()?;
        Some(&self.countries[at])
    }

    /// The countries that a place is made of on a day: the country itself, or the members of the
    /// region. Empty where nobody can say, as for a region that is the whole world.
    pub fn countries_of<'r>(&'r self, place: &'r str, day: &str) -> BTreeSet<&'r str> {
        match self.country(place) {
            Some(_) => BTreeSet::from([place]),
            None => self.members(place, day),
        }
    }
}

impl Register {
    /// The members of the European Economic Area when an edition was published, by key.
    pub fn eea(&self, edition: &str) -> BTreeSet<&str> {
        match self.edition(edition) {
            Some(edition) => self.vocabulary.members(EEA, &edition.published),
            None => BTreeSet::new(),
        }
    }
}

/// The key of the European Economic Area, of which the law speaks where data leaves it.
const EEA: &str = "eea";
