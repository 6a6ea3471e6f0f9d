//! Published rows by what they name.

use core::iter::FusedIterator;

use crate::generated::{ENGAGEMENT_FEATURES, ENGAGEMENTS, ENGAGEMENTS_BY_POSITION};
use crate::query::listed;
use crate::record::Engagement;
use crate::record::engagement::{self, cell, feature_cell};
use crate::set::ProviderSet;
use crate::term::{
    Country, Edition, Feature, Provider, Purpose, Safeguard, Section, ServiceCategory, Source,
};

/// What a published row must name, by its place among all terms of its kind.
#[derive(Clone, Copy)]
enum Filter {
    Purpose(usize),
    Safeguard(usize),
    Section(usize),
    ServiceCategory(usize),
    Country(usize),
    Feature(usize),
    Source(usize),
    Edition(Edition),
}

impl Filter {
    /// Whether a row of the table names it.
    #[inline]
    const fn passes(self, row: usize) -> bool {
        match self {
            Self::Purpose(place) => ENGAGEMENTS.lists(row, cell::PURPOSES, place),
            Self::Safeguard(place) => ENGAGEMENTS.lists(row, cell::SAFEGUARDS, place),
            Self::Section(place) => ENGAGEMENTS.place(row, cell::SECTION) == place + 1,
            Self::ServiceCategory(place) => {
                ENGAGEMENTS.place(row, cell::SERVICE_CATEGORY) == place + 1
            }
            Self::Country(place) => {
                ENGAGEMENTS.place(row, cell::ENTITY_COUNTRY) == place + 1
                    || engagement::storage(row).names(place)
            }
            Self::Feature(place) => needs(row, place),
            Self::Source(place) => ENGAGEMENTS.place(row, cell::SOURCE) == place,
            Self::Edition(edition) => listed(row, edition),
        }
    }

    /// The providers of an edition with a row that names it.
    #[inline]
    const fn providers(self, edition: Edition) -> ProviderSet {
        let mut set = ProviderSet::EMPTY;
        let mut row = 0;
        while row < ENGAGEMENTS.len() {
            if listed(row, edition) && self.passes(row) {
                set.insert(ENGAGEMENTS.place(row, cell::PROVIDER));
            }
            row += 1;
        }
        set
    }
}

/// Whether one of the features of a row is this one.
#[inline]
const fn needs(row: usize, feature: usize) -> bool {
    let features = engagement::features(row);
    let mut at = features.start as usize;
    while at < features.end as usize {
        if ENGAGEMENT_FEATURES.place(at, feature_cell::FEATURE) == feature {
            return true;
        }
        at += 1;
    }
    false
}

/// The published rows that name a term, or that an edition publishes.
#[derive(Clone)]
pub struct Engagements {
    filter: Filter,
    published_order: bool,
    next: usize,
    end: usize,
}

impl Engagements {
    #[inline]
    const fn all(filter: Filter, published_order: bool) -> Self {
        Self { filter, published_order, next: 0, end: ENGAGEMENTS.len() }
    }

    /// The rows of a provider in the newest edition.
    #[inline]
    pub(super) const fn current_of(provider: Provider) -> Self {
        let rows = provider.engagements();
        let (next, end) = (rows.start as usize, rows.end as usize);
        Self { filter: Filter::Edition(Edition::NEWEST), published_order: false, next, end }
    }
}

impl Iterator for Engagements {
    type Item = Engagement;

    #[inline]
    fn next(&mut self) -> Option<Engagement> {
        while self.next < self.end {
            let row = if self.published_order {
                ENGAGEMENTS_BY_POSITION.at(self.next)
            } else {
                self.next
            };
            self.next += 1;
            if self.filter.passes(row) {
                return Some(Engagement::row(row));
            }
        }
        None
    }
}

impl FusedIterator for Engagements {}

crate::debug::opaque!(Engagements);

/// `engagements()`, and `providers()` of the newest edition.
macro_rules! engaged {
    ($term:ident, $what:literal) => {
        impl $term {
            #[inline]
            #[doc = concat!("The published rows, of every edition, ", $what, ".")]
            #[must_use]
            pub const fn engagements(self) -> Engagements {
                Engagements::all(Filter::$term(self as usize), false)
            }

            #[inline]
            #[doc = concat!("The providers of the newest edition with a row ", $what, ".")]
            #[must_use]
            pub const fn providers(self) -> ProviderSet {
                Filter::$term(self as usize).providers(Edition::NEWEST)
            }
        }
    };
}

engaged!(Purpose, "with this purpose");
engaged!(Safeguard, "that name this safeguard");
engaged!(Section, "in this section");
engaged!(ServiceCategory, "of this kind of service");
engaged!(Country, "of a company, or with storage, in this country");
engaged!(Feature, "that this feature needs");
engaged!(Source, "that cite this document");

impl Edition {
    /// The newest edition.
    pub const NEWEST: Self = Self::ALL[Self::ALL.len() - 1];

    /// The rows that it publishes, in published order.
    #[inline]
    #[must_use]
    pub const fn engagements(self) -> Engagements {
        Engagements::all(Filter::Edition(self), true)
    }

    /// The providers that it lists.
    #[inline]
    #[must_use]
    pub const fn providers(self) -> ProviderSet {
        Filter::Edition(self).providers(self)
    }
}
