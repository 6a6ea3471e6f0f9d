//! Who keeps data where.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use service_providers_codegen::row::Edition;
use service_providers_codegen::{Party, StorageStatus};

use super::ByTerm;
use crate::export::projection::PublishedRow;
use crate::export::register_facts::RegisterFacts;

/// Who keeps data where.
pub(super) struct Keeps<'r> {
    /// Every provider that the edition lists or names as receiving data.
    pub(super) providers: BTreeSet<&'r str>,
    /// By country or region: those of which the edition says that they keep nothing outside.
    pub(super) nothing_outside: ByTerm<'r>,
}

/// The countries in which a provider keeps data; `None` if it may keep data elsewhere.
type Kept<'r> = Option<BTreeSet<&'r str>>;

impl<'r> Keeps<'r> {
    pub(super) fn of(
        facts: &RegisterFacts<'r>,
        edition: &'r Edition,
        rows: &[PublishedRow<'r>],
    ) -> Self {
        let places = Places::of(facts, edition);
        let mut listed: BTreeMap<&str, Kept<'_>> = BTreeMap::new();
        for row in rows {
            let kept = listed.entry(&row.row.provider).or_insert_with(|| Some(BTreeSet::new()));
            add(kept, row, &places);
        }
        let named = rows.iter().flat_map(named);
        let mut keeps = Self {
            providers: named.chain(listed.keys().copied()).collect(),
            nothing_outside: places.known().map(|place| (place, Vec::new())).collect(),
        };
        for (provider, kept) in &listed {
            for place in kept.iter().flat_map(|kept| places.around(kept)) {
                keeps.nothing_outside.entry(place).or_default().push(provider);
            }
        }
        keeps
    }
}

/// Adds the countries in which a row says that its provider keeps data.
fn add<'r>(kept: &mut Kept<'r>, row: &PublishedRow<'r>, places: &Places<'r>) {
    let is_open = match row.row.storage {
        // Where every place was withdrawn, none is known.
        StorageStatus::Listed => row.places.is_empty(),
        StorageStatus::SeeProvider | StorageStatus::Unknown => true,
        StorageStatus::None | StorageStatus::NotApplicable => false,
    };
    for place in &row.places {
        match (&mut *kept, places.countries.get(place.place.as_str())) {
            (Some(kept), Some(countries)) => kept.extend(countries),
            _ => *kept = None,
        }
    }
    if is_open {
        *kept = None;
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

/// Every region with members, and every country in which an edition says that data is kept. The whole world
/// and a customer's own region have no members and are left out.
struct Places<'r> {
    /// The countries of each on the day of the edition.
    countries: BTreeMap<&'r str, BTreeSet<&'r str>>,
    /// The places that each country is part of.
    with: HashMap<&'r str, Vec<&'r str>>,
}

impl<'r> Places<'r> {
    fn of(facts: &RegisterFacts<'r>, edition: &Edition) -> Self {
        let vocabulary = &facts.register.vocabulary;
        let regions = vocabulary.regions.iter().map(|region| region.key.as_str());
        let all: BTreeSet<&str> = regions.chain(facts.storage.iter().copied()).collect();
        let countries = |place| (place, vocabulary.countries_of(place, &edition.published));
        let countries = all.into_iter().map(countries).filter(|(_, inside)| !inside.is_empty());
        let countries: BTreeMap<&str, BTreeSet<&str>> = countries.collect();
        let mut with: HashMap<&str, Vec<&str>> = HashMap::new();
        for (place, inside) in &countries {
            inside.iter().for_each(|country| with.entry(country).or_default().push(place));
        }
        Self { countries, with }
    }

    fn known(&self) -> impl Iterator<Item = &'r str> {
        self.countries.keys().copied()
    }

    /// The places that hold all of these countries.
    fn around(&self, countries: &BTreeSet<&'r str>) -> Vec<&'r str> {
        let Some(first) = countries.first() else { return self.known().collect() };
        let holds = |place: &&&str| countries.is_subset(&self.countries[**place]);
        self.with.get(first).into_iter().flatten().filter(holds).copied().collect()
    }
}
