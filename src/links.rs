//! From a term back to the facts that name it.

use crate::generated::{ENGAGEMENTS, ENGAGEMENTS_BY_POSITION, PRACTICES};
use crate::{
    CollectionMethod, Context, Country, DataCategory, DataSubject, Disclosure, Disclosures,
    Edition, Engagement, Feature, LegalBasis, Practice, Provider, ProviderSet, Purpose, Safeguard,
    Section, ServiceCategory, Source, Storage,
};

/// `engagements()` by a test, and `providers()` of the newest edition by a query.
macro_rules! engaged {
    ($term:ident, $what:literal, |$engagement:ident, $value:ident| $test:expr) => {
        impl $term {
            #[inline]
            #[doc = concat!("The published rows, of every edition, ", $what, ".")]
            pub fn engagements(self) -> impl Iterator<Item = &'static Engagement> {
                let $value = self;
                ENGAGEMENTS.iter().filter(move |$engagement| $test)
            }

            #[inline]
            #[doc = concat!("The providers of the newest edition with a row ", $what, ".")]
            #[must_use]
            pub const fn providers(self) -> ProviderSet {
                let $value = self;
                let mut set = ProviderSet::EMPTY;
                let mut at = 0;
                while at < ENGAGEMENTS.len() {
                    let $engagement = &ENGAGEMENTS[at];
                    if $engagement.is_in(Edition::NEWEST) && $test {
                        set = set.with($engagement.provider);
                    }
                    at += 1;
                }
                set
            }
        }
    };
}

engaged!(Purpose, "with this purpose", |row, purpose| row.purposes.contains(purpose));
engaged!(Safeguard, "that name this safeguard", |row, safeguard| row
    .safeguards
    .contains(safeguard));
engaged!(Section, "in this section", |row, section| match row.section {
    Some(other) => other as usize == section as usize,
    None => false,
});
engaged!(ServiceCategory, "of this kind of service", |row, category| match row.service_category {
    Some(other) => other as usize == category as usize,
    None => false,
});
engaged!(Country, "of a company, or with storage, in this country", |row, country| {
    let entity = match row.entity_country {
        Some(other) => other as usize == country as usize,
        None => false,
    };
    entity
        || match row.storage {
            Storage::Countries(kept) => kept.contains(country),
            _ => false,
        }
});
engaged!(Feature, "that this feature needs", |row, feature| {
    let features = row.features();
    let mut found = false;
    let mut at = 0;
    while at < features.len() {
        found = found || features[at].feature as usize == feature as usize;
        at += 1;
    }
    found
});
engaged!(Source, "that cite this document", |row, source| row.source as usize == source as usize);

impl DataCategory {
    /// The disclosures of this kind of data, or a narrower one, in the newest edition.
    #[inline]
    pub fn disclosures(self) -> impl Iterator<Item = &'static Disclosure> {
        Disclosures::current().category(self).iter()
    }

    /// The providers of the newest edition with a disclosure of this kind of data or a narrower
    /// one, in either direction.
    #[inline]
    #[must_use]
    pub const fn providers(self) -> ProviderSet {
        Disclosures::current().category(self).providers()
    }

    /// The data transparency records of this kind of data or a narrower one.
    #[inline]
    pub fn practices(self) -> impl Iterator<Item = &'static Practice> {
        PRACTICES.iter().filter(move |practice| practice.category.is_a(self))
    }
}

impl DataSubject {
    /// The disclosures about this group in the newest edition; see
    /// [`Disclosures::subject`] for what counts.
    #[inline]
    pub fn disclosures(self) -> impl Iterator<Item = &'static Disclosure> {
        Disclosures::current().subject(self).iter()
    }

    /// The providers of the newest edition with a disclosure about this group.
    #[inline]
    #[must_use]
    pub const fn providers(self) -> ProviderSet {
        Disclosures::current().subject(self).providers()
    }

    /// The data transparency records that name this group or a narrower one.
    #[inline]
    pub fn practices(self) -> impl Iterator<Item = &'static Practice> {
        PRACTICES.iter().filter(move |practice| {
            practice.subjects().iter().any(|row| row.subject.is_some_and(|group| group.is_a(self)))
        })
    }
}

impl Context {
    /// The disclosures in this use, in the newest edition.
    #[inline]
    pub fn disclosures(self) -> impl Iterator<Item = &'static Disclosure> {
        Disclosures::current().context(self).iter()
    }

    /// The providers of the newest edition with a disclosure in this use.
    #[inline]
    #[must_use]
    pub const fn providers(self) -> ProviderSet {
        Disclosures::current().context(self).providers()
    }
}

impl LegalBasis {
    /// The data transparency records that rest on this basis.
    #[inline]
    pub fn practices(self) -> impl Iterator<Item = &'static Practice> {
        PRACTICES
            .iter()
            .filter(move |practice| practice.legal_bases.known().is_some_and(|b| b.contains(self)))
    }
}

impl CollectionMethod {
    /// The data transparency records with data collected in this way.
    #[inline]
    pub fn practices(self) -> impl Iterator<Item = &'static Practice> {
        PRACTICES.iter().filter(move |practice| practice.collection.contains(self))
    }
}

impl Provider {
    /// The disclosures of its row in the newest edition, without what the source says is not
    /// disclosed.
    #[inline]
    pub fn disclosures(self) -> impl Iterator<Item = &'static Disclosure> {
        Disclosures::current().provider(self).iter()
    }

    /// The data transparency records that name it.
    #[inline]
    pub fn practices(self) -> impl Iterator<Item = &'static Practice> {
        PRACTICES.iter().filter(move |practice| {
            practice.acquired_from == Some(self)
                || practice.recipients().iter().any(|row| row.provider == self)
        })
    }
}

impl Edition {
    /// The newest edition.
    pub const NEWEST: Self = Self::ALL[Self::ALL.len() - 1];

    /// The rows that it publishes, in published order.
    #[inline]
    pub fn engagements(self) -> impl Iterator<Item = &'static Engagement> {
        ENGAGEMENTS_BY_POSITION
            .iter()
            .map(|row| &ENGAGEMENTS[*row as usize])
            .filter(move |row| row.is_in(self))
    }

    /// The providers that it lists.
    #[inline]
    #[must_use]
    pub const fn providers(self) -> ProviderSet {
        let mut set = ProviderSet::EMPTY;
        let mut at = 0;
        while at < ENGAGEMENTS.len() {
            if ENGAGEMENTS[at].is_in(self) {
                set = set.with(ENGAGEMENTS[at].provider);
            }
            at += 1;
        }
        set
    }

    /// The data transparency records of its time.
    #[inline]
    pub fn practices(self) -> impl Iterator<Item = &'static Practice> {
        PRACTICES.iter().filter(move |practice| practice.is_in(self))
    }
}
