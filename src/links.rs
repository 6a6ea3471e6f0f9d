//! From a term back to the facts that name it.

use core::iter::FusedIterator;

use crate::generated::{ENGAGEMENT_FEATURES, ENGAGEMENTS};
use crate::query::{When, in_section};
use crate::record::engagement::{self, cell, feature_cell, is_listed};
use crate::{
    CollectionMethod, Context, Country, DataCategory, DataSubject, Disclosures, Edition,
    Engagement, Feature, LegalBasis, Matches, Practice, Provider, ProviderSet, Purpose, Safeguard,
    Section, ServiceCategory, Storage,
};

/// What an engagement names, by its place.
#[derive(Clone, Copy, Debug)]
enum Named {
    Purpose(usize),
    Safeguard(usize),
    Section(usize),
    ServiceCategory(usize),
    Country(usize),
    Feature(usize),
}

impl Named {
    /// Whether a row of the table names it, in these editions.
    #[inline]
    const fn is_in(self, row: usize, when: When) -> bool {
        match self {
            Self::Purpose(place) => ENGAGEMENTS.lists(row, cell::PURPOSES, place),
            Self::Safeguard(place) => ENGAGEMENTS.lists(row, cell::SAFEGUARDS, place),
            Self::Section(place) => in_section(row, place, when),
            Self::ServiceCategory(place) => {
                ENGAGEMENTS.place(row, cell::SERVICE_CATEGORY) == place + 1
            }
            Self::Country(place) => {
                ENGAGEMENTS.place(row, cell::ENTITY_COUNTRY) == place + 1
                    || match engagement::storage(row) {
                        Storage::Countries(kept) => kept.has(place),
                        _ => false,
                    }
            }
            Self::Feature(place) => needs(row, place),
        }
    }

    /// The providers of the current edition with a row that names it there.
    #[inline]
    const fn providers(self) -> ProviderSet {
        let mut set = ProviderSet::EMPTY;
        let mut row = 0;
        while row < ENGAGEMENTS.len() {
            if is_listed(row, Edition::CURRENT) && self.is_in(row, When::In(Edition::CURRENT)) {
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

/// What published rows say about providers, of everything that names a term.
#[derive(Clone, Debug)]
pub struct Engagements {
    named: Named,
    next: usize,
}

impl Iterator for Engagements {
    type Item = Engagement;

    #[inline]
    fn next(&mut self) -> Option<Engagement> {
        while self.next < ENGAGEMENTS.len() {
            let row = self.next;
            self.next += 1;
            if self.named.is_in(row, When::Ever) {
                return Some(Engagement::row(row));
            }
        }
        None
    }
}

impl FusedIterator for Engagements {}

/// `engagements()`, and `providers()` of the current edition.
macro_rules! engaged {
    ($term:ident, $what:literal) => {
        impl $term {
            #[inline]
            #[doc = concat!("The published rows, of every edition, ", $what, ".")]
            #[must_use]
            pub const fn engagements(self) -> Engagements {
                Engagements { named: Named::$term(self.place()), next: 0 }
            }

            #[inline]
            #[doc = concat!("The providers of the current edition with a row ", $what, ".")]
            #[must_use]
            pub const fn providers(self) -> ProviderSet {
                Named::$term(self.place()).providers()
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

/// What a data transparency record names.
#[derive(Clone, Copy, Debug)]
enum Declared {
    DataCategory(DataCategory),
    DataSubject(DataSubject),
    LegalBasis(LegalBasis),
    CollectionMethod(CollectionMethod),
    Provider(Provider),
    Edition(Edition),
}

impl Declared {
    #[inline]
    fn is_in(self, practice: &Practice) -> bool {
        match self {
            Self::DataCategory(category) => practice.category.is_a(category),
            Self::DataSubject(subject) => {
                for row in practice.subjects() {
                    if let Some(group) = row.subject {
                        if group.is_a(subject) {
                            return true;
                        }
                    }
                }
                false
            }
            Self::LegalBasis(basis) => match practice.legal_bases.known() {
                Some(bases) => bases.contains(basis),
                None => false,
            },
            Self::CollectionMethod(method) => practice.collection.contains(method),
            Self::Provider(provider) => {
                if practice.acquired_from == Some(provider) {
                    return true;
                }
                for row in practice.recipients() {
                    if row.provider == provider {
                        return true;
                    }
                }
                false
            }
            Self::Edition(edition) => practice.is_in(edition),
        }
    }
}

/// The data transparency records that name a term, or that an edition publishes, by key.
#[derive(Clone, Debug)]
pub struct Practices {
    declared: Declared,
    next: usize,
}

impl Iterator for Practices {
    type Item = Practice;

    #[inline]
    fn next(&mut self) -> Option<Practice> {
        while let Some(practice) = Practice::ALL.get(self.next) {
            self.next += 1;
            if self.declared.is_in(&practice) {
                return Some(practice);
            }
        }
        None
    }
}

impl FusedIterator for Practices {}

/// `practices()`.
macro_rules! declared {
    ($term:ident, $what:literal) => {
        impl $term {
            #[inline]
            #[doc = concat!("The data transparency records ", $what, ".")]
            #[must_use]
            pub const fn practices(self) -> Practices {
                Practices { declared: Declared::$term(self), next: 0 }
            }
        }
    };
}

declared!(DataCategory, "of this kind of data or a narrower one");
declared!(DataSubject, "that name this group or a narrower one");
declared!(LegalBasis, "that rest on this basis");
declared!(CollectionMethod, "with data collected in this way");
declared!(Provider, "that name it");
declared!(Edition, "that it publishes");

impl DataCategory {
    /// The disclosures of this kind of data, or a narrower one, in the current edition.
    #[inline]
    #[must_use]
    pub const fn disclosures(self) -> Matches {
        Disclosures::current().category(self).iter()
    }

    /// The providers of the current edition with a disclosure of this kind of data or a narrower
    /// one, in either direction.
    #[inline]
    #[must_use]
    pub const fn providers(self) -> ProviderSet {
        Disclosures::current().category(self).providers()
    }
}

impl DataSubject {
    /// The disclosures about this group in the current edition; see
    /// [`Disclosures::subject`] for what counts.
    #[inline]
    #[must_use]
    pub const fn disclosures(self) -> Matches {
        Disclosures::current().subject(self).iter()
    }

    /// The providers of the current edition with a disclosure about this group.
    #[inline]
    #[must_use]
    pub const fn providers(self) -> ProviderSet {
        Disclosures::current().subject(self).providers()
    }
}

impl Context {
    /// The disclosures in this use, in the current edition.
    #[inline]
    #[must_use]
    pub const fn disclosures(self) -> Matches {
        Disclosures::current().context(self).iter()
    }

    /// The providers of the current edition with a disclosure in this use.
    #[inline]
    #[must_use]
    pub const fn providers(self) -> ProviderSet {
        Disclosures::current().context(self).providers()
    }
}

impl Provider {
    /// The disclosures of its row in the current edition, without what the source says is not
    /// disclosed.
    #[inline]
    #[must_use]
    pub const fn disclosures(self) -> Matches {
        Disclosures::current().provider(self).iter()
    }
}
