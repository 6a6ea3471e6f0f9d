//! Who keeps data where.

use std::collections::BTreeSet;

use service_providers_codegen::row::Edition;
use service_providers_codegen::{Party, Register, StorageStatus};

use super::ByTerm;
use crate::export::projection::PublishedRow;

/// By country or region: who keeps data outside.
pub(super) struct Keeps<'r> {
    /// Providers of which the edition says that they keep nothing outside.
    pub(super) nothing_outside: ByTerm<'r>,
    /// All others that it names as receiving data or lists.
    pub(super) maybe_outside: ByTerm<'r>,
}

impl<'r> Keeps<'r> {
    pub(super) fn of(
        register: &'r Register,
        edition: &'r Edition,
        rows: &[PublishedRow<'r>],
    ) -> Self {
        let vocabulary = &register.vocabulary;
        let listed: BTreeSet<&str> = rows.iter().map(|row| row.row.provider.as_str()).collect();
        let mut named: BTreeSet<&str> = rows.iter().flat_map(named).collect();
        named.extend(&listed);
        let mut keeps = Self { nothing_outside: ByTerm::new(), maybe_outside: ByTerm::new() };
        for place in places(register) {
            let inside = vocabulary.countries_of(place, &edition.published);
            // Nobody can say what is inside the whole world or the region of a customer.
            if inside.is_empty() {
                continue;
            }
            let may_leave = |row: &&PublishedRow<'_>| match row.row.storage {
                // Where every place was withdrawn, none is known.
                StorageStatus::Listed if row.places.is_empty() => true,
                StorageStatus::Listed => row.places.iter().any(|storage| {
                    let countries = vocabulary.countries_of(&storage.place, &edition.published);
                    countries.is_empty() || !countries.is_subset(&inside)
                }),
                StorageStatus::SeeProvider | StorageStatus::Unknown => true,
                StorageStatus::None | StorageStatus::NotApplicable => false,
            };
            let leaving: BTreeSet<&str> =
                rows.iter().filter(may_leave).map(|row| row.row.provider.as_str()).collect();
            let staying: BTreeSet<&str> = listed.difference(&leaving).copied().collect();
            keeps.maybe_outside.insert(place, named.difference(&staying).copied().collect());
            keeps.nothing_outside.insert(place, staying.into_iter().collect());
        }
        keeps
    }
}

/// Other providers that a row names as receiving data.
fn named<'r>(row: &PublishedRow<'r>) -> Vec<&'r str> {
    let recipient = |party: &'r Party| match party {
        Party::OtherProvider(key) => Some(key.as_str()),
        Party::Provider | Party::Publisher | Party::Other(_) => None,
    };
    row.disclosed.iter().filter_map(|disclosure| recipient(&disclosure.recipient)).collect()
}

/// The regions, and the countries in which any edition says that data is kept.
fn places(register: &Register) -> BTreeSet<&str> {
    let regions = register.vocabulary.regions.iter().map(|region| region.key.as_str());
    let rows = register.engagements.iter().flat_map(|engagement| &engagement.storage);
    regions.chain(rows.map(|row| row.place.as_str())).collect()
}
