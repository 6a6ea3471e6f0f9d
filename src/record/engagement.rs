//! Published rows.

use super::Disclosure;
use super::rows::{Rows, row};
use crate::generated::{ENGAGEMENT_FEATURES, ENGAGEMENTS};
use crate::packed::Cells;
use crate::set::{CountrySet, DataSubjectSet, PurposeSet, SafeguardSet};
use crate::term::{
    Country, Edition, Extent, Feature, Provider, Section, ServiceCategory, Setting, Source,
};

/// One published row about one provider, for as long as it says the same.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Engagement {
    /// The row's key.
    pub key: &'static str,
    /// The provider.
    pub provider: Provider,
    /// The provider's name exactly as printed.
    pub published_name: &'static str,
    /// The section; `None` if the edition has no sections.
    pub section: Option<Section>,
    /// Order within an edition. Not a rank: numbers may have gaps.
    pub position: u32,
    /// The kind of service; `None` if the row stands under no kind.
    pub service_category: Option<ServiceCategory>,
    /// What the provider is used for.
    pub purposes: PurposeSet,
    /// What the provider is used for, in plain words.
    pub summary: &'static str,
    /// The country of the company; `None` if the source leaves it out.
    pub entity_country: Option<Country>,
    /// Where the data is kept.
    pub storage: Storage,
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
    /// The privacy policy the source links to.
    pub policy_url: Option<&'static str>,
    /// The first edition that says this.
    pub since: Edition,
    /// The first edition held that no longer says this; `None` if the newest still does.
    pub until: Option<Edition>,
    /// The document.
    pub source: Source,
    /// The row in the document, counted from 1.
    pub source_row: u32,
    /// Facts of the row that nothing else holds.
    pub note: Option<&'static str>,
    features: Rows<EngagementFeature>,
    disclosures: Rows<Disclosure>,
    row: u32,
}

/// Where in its row a cell stands that queries read without the rest.
pub(crate) mod cell {
    pub(crate) const PROVIDER: usize = 0;
    pub(crate) const SINCE: usize = 2;
    pub(crate) const UNTIL: usize = 4;
    pub(crate) const SECTION: usize = 6;
    pub(crate) const SERVICE_CATEGORY: usize = 8;
    pub(crate) const ENTITY_COUNTRY: usize = 10;
    pub(crate) const SOURCE: usize = 12;
    pub(crate) const PURPOSES: usize = 14;
    pub(crate) const SAFEGUARDS: usize = 20;
    pub(crate) const STORAGE: usize = 26;
    pub(crate) const FEATURES: usize = 33;
    pub(crate) const DISCLOSURES: usize = 41;
}

impl Engagement {
    /// Every row of every edition, by provider and key.
    pub const ALL: Rows<Engagement> = Rows::new(0, ENGAGEMENTS.len() as u32);

    #[inline]
    const fn read(mut cells: Cells, row: usize) -> Self {
        Self {
            provider: cells.term(Provider::ALL),
            since: cells.term(Edition::ALL),
            until: cells.optional_term(Edition::ALL),
            section: cells.optional_term(Section::ALL),
            service_category: cells.optional_term(ServiceCategory::ALL),
            entity_country: cells.optional_term(Country::ALL),
            source: cells.term(Source::ALL),
            purposes: cells.set(),
            safeguards: cells.set(),
            storage: Storage::read(&mut cells),
            features: Rows::read(&mut cells),
            disclosures: Rows::read(&mut cells),
            key: cells.text(),
            published_name: cells.text(),
            position: cells.number(),
            summary: cells.text(),
            hosted_by: cells.optional_term(Provider::ALL),
            territory: cells.set(),
            optional: cells.flag(),
            excluded_subjects: cells.set(),
            policy_url: cells.optional_text(),
            source_row: cells.number(),
            note: cells.optional_text(),
            row: row as u32,
        }
    }

    /// Whether an edition says this.
    #[inline]
    #[must_use]
    pub const fn is_in(&self, edition: Edition) -> bool {
        let edition = edition as usize;
        self.since as usize <= edition
            && match self.until {
                Some(until) => edition < until as usize,
                None => true,
            }
    }

    /// The features it is integral to; empty if the source names none.
    #[inline]
    #[must_use]
    pub const fn features(&self) -> Rows<EngagementFeature> {
        self.features
    }

    /// What is disclosed, and what the source says is not, in the order of the source.
    #[inline]
    #[must_use]
    pub const fn disclosures(&self) -> Rows<Disclosure> {
        self.disclosures
    }
}

row!(Engagement, ENGAGEMENTS);
super::rows::identity!(Engagement);

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

/// Where a row of the table says data is kept.
#[inline]
pub(crate) const fn storage(row: usize) -> Storage {
    Storage::read(&mut ENGAGEMENTS.cells(row, cell::STORAGE))
}

/// A feature that needs the provider.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct EngagementFeature {
    /// The feature.
    pub feature: Feature,
    /// Where it is used.
    pub setting: Setting,
    /// How much of it needs the provider.
    pub extent: Extent,
}

impl EngagementFeature {
    #[inline]
    const fn read(mut cells: Cells, _: usize) -> Self {
        Self {
            feature: cells.term(Feature::ALL),
            setting: cells.small_term(Setting::ALL),
            extent: cells.small_term(Extent::ALL),
        }
    }
}

row!(EngagementFeature, ENGAGEMENT_FEATURES);

/// Where in its row a cell of a feature stands.
pub(crate) mod feature_cell {
    pub(crate) const FEATURE: usize = 0;
    pub(crate) const SETTING: usize = 2;
}

/// Where a provider keeps the data: six different answers.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub enum Storage {
    /// In these countries.
    Countries(CountrySet),
    /// Anywhere in the world.
    Global,
    /// Nothing is kept.
    None,
    /// The source sends the reader to the provider.
    SeeProvider,
    /// The source says that the question does not arise.
    NotApplicable,
    /// The source is silent.
    Unknown,
}

impl Eq for Storage {}

impl Storage {
    #[inline]
    const fn read(cells: &mut Cells) -> Self {
        let (way, countries) = (cells.choice(), cells.set());
        match way {
            0 => Self::Countries(countries),
            1 => Self::Global,
            2 => Self::None,
            3 => Self::SeeProvider,
            4 => Self::NotApplicable,
            _ => Self::Unknown,
        }
    }

    /// Whether the source says that data lies in the country of this place among all.
    #[inline]
    pub(crate) const fn names(self, country: usize) -> bool {
        match self {
            Self::Countries(kept) => kept.has(country),
            _ => false,
        }
    }

    /// Whether data may lie outside these countries. `Global`, `SeeProvider` and `Unknown` may;
    /// `None` and `NotApplicable` never do.
    #[inline]
    #[must_use]
    pub const fn may_be_outside(self, countries: CountrySet) -> bool {
        match self {
            Self::Countries(kept) => !kept.is_subset(countries),
            Self::Global | Self::SeeProvider | Self::Unknown => true,
            Self::None | Self::NotApplicable => false,
        }
    }

    /// Whether the source says that data lies in one of these countries. `Global`, `SeeProvider`
    /// and `Unknown` name no country, so they do not count.
    #[inline]
    #[must_use]
    pub const fn is_stated_in(self, countries: CountrySet) -> bool {
        match self {
            Self::Countries(kept) => !kept.intersection(countries).is_empty(),
            _ => false,
        }
    }
}
