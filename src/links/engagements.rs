//! Engagements by the terms they name.

use core::iter::FusedIterator;

use crate::generated::{ENGAGEMENT_FEATURES, ENGAGEMENTS};
use crate::query::{When, in_section};
use crate::record::engagement::{self, cell, feature_cell, is_listed};
use crate::record::{Engagement, storage};
use crate::set::ProviderSet;
use crate::term::{
    Country, Edition, Feature, Provider, Purpose, Safeguard, Section, ServiceCategory,
};

/// What an engagement must name, by its place among all terms of its kind, or the edition that must
/// say it.
enum Filter {
    Purpose(usize),
    Safeguard(usize),
    Section(usize),
    ServiceCategory(usize),
    Country(usize),
    Feature(usize),
    Edition(Edition),
}

impl Filter {
    /// Whether a row of the table names it, in these editions.
    #[inline]
    const fn passes(self, row: usize, when: When) -> bool {
        match self {
            Self::Purpose(place) => ENGAGEMENTS.lists(row, cell::PURPOSES, place),
            Self::Safeguard(place) => ENGAGEMENTS.lists(row, cell::SAFEGUARDS, place),
            Self::Section(place) => in_section(row, place, when),
            Self::ServiceCategory(place) => {
                ENGAGEMENTS.place(row, cell::SERVICE_CATEGORY) == place + 1
            }
            Self::Country(place) => {
                ENGAGEMENTS.place(row, cell::ENTITY_COUNTRY) == place + 1
                    || storage::countries(row).has(place)
            }
            Self::Feature(place) => needs(row, place),
            Self::Edition(edition) => is_listed(row, edition),
        }
    }

    /// The providers of the current edition with a row that names it there.
    #[inline]
    const fn providers(self) -> ProviderSet {
        let mut set = ProviderSet::EMPTY;
        let mut row = 0;
        while row < ENGAGEMENTS.len() {
            if is_listed(row, Edition::CURRENT) && self.passes(row, When::In(Edition::CURRENT)) {
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

/// What published rows say about providers: everything that names a term, or what the current edition
/// says about a provider.
#[derive(Clone)]
pub struct Engagements {
    filter: Filter,
    next: usize,
    end: usize,
}

impl Engagements {
    #[inline]
    const fn all(filter: Filter) -> Self {
        Self { filter, next: 0, end: ENGAGEMENTS.len() }
    }

    /// What the current edition says about a provider.
    #[inline]
    pub(super) const fn current_of(provider: Provider) -> Self {
        let rows = provider.engagements();
        let (next, end) = (rows.start as usize, rows.end as usize);
        Self { filter: Filter::Edition(Edition::CURRENT), next, end }
    }
}

impl Iterator for Engagements {
    type Item = Engagement;

    #[inline]
    fn next(&mut self) -> Option<Engagement> {
        while self.next < self.end {
            let row = self.next;
            self.next += 1;
            if self.filter.passes(row, When::Ever) {
                return Some(Engagement::row(row));
            }
        }
        None
    }
}

impl FusedIterator for Engagements {}

crate::debug::opaque!(Engagements);

/// `engagements()`, and `providers()` of the current edition.
macro_rules! engaged {
    ($term:ident, $what:literal) => {
        impl $term {
            #[inline]
            #[doc = concat!("The engagements, of every edition, ", $what, ".")]
            #[must_use]
            pub const fn engagements(self) -> Engagements {
                Engagements::all(Filter::$term(self as usize))
            }

            #[inline]
            #[doc = concat!("The providers of the current edition with an engagement ", $what, ".")]
            #[must_use]
            pub const fn providers(self) -> ProviderSet {
                Filter::$term(self as usize).providers()
            }
        }
    };
}

engaged!(Purpose, "with this purpose");
engaged!(Safeguard, "with this safeguard");
engaged!(Section, "with a published row in this section");
engaged!(ServiceCategory, "of this kind of service");
engaged!(Country, "of a company, or with storage, in this country");
engaged!(Feature, "that this feature needs");

crate::copied::copied!(Filter);
