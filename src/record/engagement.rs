//! What published rows say about providers.

use super::listing::{self, Listing};
use super::rows::{Rows, row};
use super::storage::{self, Storage};
use super::{ContractFact, Disclosure, Stated};
use crate::generated::{ENGAGEMENT_FEATURES, ENGAGEMENTS};
use crate::set::{CountrySet, DataSubjectSet, EditionSet, PurposeSet, SafeguardSet, SettingSet};
use crate::term::{
    Country, DataStatus, Edition, Extent, Feature, Provider, ServiceCategory, StorageStatus,
};

/// What one or more published rows say about one provider. Its [`listings`](Self::listings) say where
/// and when it was published.
#[non_exhaustive]
pub struct Engagement {
    /// The key. It is a name: no date or order can be read out of it.
    pub key: &'static str,
    /// The provider.
    pub provider: Provider,
    /// The kind of service; `None` if the row is under no kind.
    pub service_category: Option<ServiceCategory>,
    /// What the provider is used for. Empty means that the source does not say.
    pub purposes: PurposeSet,
    /// What the provider is used for, in plain words.
    pub summary: &'static str,
    /// Whether the source says which data passes.
    pub data: DataStatus,
    /// The country of the company; `None` if the source leaves it out.
    pub entity_country: Option<Country>,
    /// Whether the source says where the data is kept; [`places`](Self::places) has the places.
    pub storage: StorageStatus,
    /// The provider on whose servers this one runs; `None` if the source does not say.
    pub hosted_by: Option<Provider>,
    /// The countries that the use is limited to; empty if the source names no limit.
    pub territory: CountrySet,
    /// Whether the source says that users may do without it. `false` means that it does not say.
    pub optional: bool,
    /// The groups for whom the source says it is not used.
    pub excluded_subjects: DataSubjectSet,
    /// The safeguards and contracts the source names. Empty means that it names none, not that
    /// there are none.
    pub safeguards: SafeguardSet,
    /// Facts that nothing else holds.
    pub note: Option<&'static str>,
    places: Rows<Storage>,
    features: Rows<EngagementFeature>,
    disclosures: Rows<Disclosure>,
    listings: Rows<Listing>,
    contract_facts: Rows<ContractFact>,
    row: u32,
}

crate::debug::record!(Engagement {
    key,
    provider,
    service_category,
    purposes,
    summary,
    data,
    entity_country,
    storage,
    hosted_by,
    territory,
    optional,
    excluded_subjects,
    safeguards,
    note,
    places,
    features,
    disclosures,
    listings,
    contract_facts,
    row
});

/// Byte offsets of the cells that queries read directly.
pub(crate) mod cell {
    pub(crate) const PROVIDER: usize = 0;
    pub(crate) const SERVICE_CATEGORY: usize = 2;
    pub(crate) const ENTITY_COUNTRY: usize = 4;
    pub(crate) const PURPOSES: usize = 6;
    pub(crate) const SAFEGUARDS: usize = 12;
    pub(crate) const STORAGE: usize = 18;
    pub(crate) const PLACES: usize = 19;
    pub(crate) const FEATURES: usize = 27;
    pub(crate) const DISCLOSURES: usize = 35;
    pub(crate) const LISTINGS: usize = 43;
    pub(crate) const EDITIONS: usize = 51;
}

impl Engagement {
    /// Every engagement, by provider and key.
    pub const ALL: Rows<Engagement> = Rows::new(0, ENGAGEMENTS.len() as u32);

    #[inline]
    pub(crate) const fn row(row: usize) -> Self {
        let mut cells = ENGAGEMENTS.cells(row, 0);
        let provider = cells.term(Provider::ALL);
        let service_category = cells.optional_term(ServiceCategory::ALL);
        let entity_country = cells.optional_term(Country::ALL);
        let (purposes, safeguards) = (cells.set(), cells.set());
        let (storage, places) = (cells.small_term(StorageStatus::ALL), Rows::read(&mut cells));
        let (features, disclosures) = (Rows::read(&mut cells), Rows::read(&mut cells));
        let listings = Rows::read(&mut cells);
        // Skipped here: only queries need it, and they read it directly.
        listing::editions(&mut cells);
        Self {
            key: cells.text(),
            provider,
            service_category,
            purposes,
            summary: cells.text(),
            data: cells.small_term(DataStatus::ALL),
            entity_country,
            storage,
            hosted_by: cells.optional_term(Provider::ALL),
            territory: cells.set(),
            optional: cells.flag(),
            excluded_subjects: cells.set(),
            safeguards,
            note: cells.optional_text(),
            places,
            contract_facts: Rows::read(&mut cells),
            features,
            disclosures,
            listings,
            row: row as u32,
        }
    }

    /// The editions that say this, announced ones included.
    #[inline]
    #[must_use]
    pub const fn editions(&self) -> EditionSet {
        editions(self.row as usize)
    }

    /// Whether an edition says this.
    #[inline]
    #[must_use]
    pub const fn is_in(&self, edition: Edition) -> bool {
        is_listed(self.row as usize, edition)
    }

    /// The published rows that say this, oldest edition first.
    #[inline]
    #[must_use]
    pub const fn listings(&self) -> Rows<Listing> {
        self.listings
    }

    /// The row with which an edition says this: the first, if several do; `None` if the edition
    /// does not say it.
    #[inline]
    #[must_use]
    pub const fn listing_in(&self, edition: Edition) -> Option<Listing> {
        listing::first_in(self.listings, edition)
    }

    /// The row with which the newest edition that says this does so: the first, if several do. The
    /// edition may be an announced one.
    #[inline]
    #[must_use]
    pub const fn newest_listing(&self) -> Listing {
        listing::newest(self.listings)
    }

    /// The provider's name exactly as printed in the [newest listing](Self::newest_listing).
    #[inline]
    #[must_use]
    pub const fn published_name(&self) -> &'static str {
        match self.newest_listing().published_name {
            Some(name) => name,
            None => panic!("a row about a provider prints its name"),
        }
    }

    /// The privacy policy that the [newest listing](Self::newest_listing) links to.
    #[inline]
    #[must_use]
    pub const fn policy_url(&self) -> Option<&'static str> {
        self.newest_listing().policy_url
    }

    /// Where the data is kept, in order of keys; empty unless the source names the places.
    #[inline]
    #[must_use]
    pub const fn places(&self) -> Rows<Storage> {
        self.places
    }

    /// Whether data may be kept outside these countries, by one of the [editions](Self::editions)
    /// that say this. A region may be outside unless all its members are inside; the whole world, the
    /// region of a customer, `SeeProvider` and `Unknown` may always be. `None` and `NotApplicable`
    /// never are. A place with a context counts like any other.
    #[inline]
    #[must_use]
    pub const fn may_be_stored_outside(&self, countries: CountrySet) -> bool {
        storage::may_be_outside(self.row as usize, countries, self.editions())
    }

    /// Whether the source says that data is kept in one of these countries: in a country of them, or
    /// in a region all of whose members are among them, by each of the [editions](Self::editions).
    #[inline]
    #[must_use]
    pub const fn is_stored_in(&self, countries: CountrySet) -> bool {
        storage::is_stated_in(self.row as usize, countries, self.editions())
    }

    /// The features it is integral to; empty if the source names none.
    #[inline]
    #[must_use]
    pub const fn features(&self) -> Rows<EngagementFeature> {
        self.features
    }

    /// What is said of the relation itself, in the order of the source.
    #[inline]
    #[must_use]
    pub const fn contract_facts(&self) -> Rows<ContractFact> {
        self.contract_facts
    }

    /// What is disclosed, and what the source says is not, in the order of the source.
    #[inline]
    #[must_use]
    pub const fn disclosures(&self) -> Rows<Disclosure> {
        self.disclosures
    }
}

row!(Engagement);
super::rows::identity!(Engagement);

/// The editions that say what a row of the table says.
#[inline]
pub(crate) const fn editions(row: usize) -> EditionSet {
    listing::editions(&mut ENGAGEMENTS.cells(row, cell::EDITIONS))
}

/// Whether an edition says what a row of the table says.
#[inline]
pub(crate) const fn is_listed(row: usize, edition: Edition) -> bool {
    // Most questions ask this of most rows, so it calls nothing. There is always an edition.
    let (place, start) = (edition as usize, row * ENGAGEMENTS.width + cell::EDITIONS);
    ENGAGEMENTS.rows[start + place / 8] >> (place % 8) & 1 == 1
}

/// The published rows that say what a row of the table says.
#[inline]
pub(crate) const fn listings(row: usize) -> Rows<Listing> {
    Rows::read(&mut ENGAGEMENTS.cells(row, cell::LISTINGS))
}

/// The disclosures of a row of the table.
#[inline]
pub(crate) const fn disclosures(row: usize) -> Rows<Disclosure> {
    Rows::read(&mut ENGAGEMENTS.cells(row, cell::DISCLOSURES))
}

/// The features of a row of the table.
#[inline]
pub(crate) const fn features(row: usize) -> Rows<EngagementFeature> {
    Rows::read(&mut ENGAGEMENTS.cells(row, cell::FEATURES))
}

/// A feature that needs the provider.
#[derive(Debug)]
#[non_exhaustive]
pub struct EngagementFeature {
    /// The feature.
    pub feature: Feature,
    /// Where it is used.
    pub settings: Stated<SettingSet>,
    /// How much of it needs the provider.
    pub extent: Extent,
}

impl EngagementFeature {
    #[inline]
    pub(crate) const fn row(row: usize) -> Self {
        let mut cells = ENGAGEMENT_FEATURES.cells(row, 0);
        Self {
            feature: cells.term(Feature::ALL),
            settings: Stated::read_set(&mut cells),
            extent: cells.small_term(Extent::ALL),
        }
    }
}

row!(EngagementFeature);

/// Byte offsets of the cells of a feature.
pub(crate) mod feature_cell {
    pub(crate) const FEATURE: usize = 0;
    pub(crate) const SETTINGS_CODE: usize = 2;
    pub(crate) const SETTINGS: usize = 3;
}

crate::copied::copied!(Engagement, EngagementFeature);
