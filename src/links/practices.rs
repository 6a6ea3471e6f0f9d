//! Data transparency records by what they name.

use core::iter::FusedIterator;

use crate::record::Practice;
use crate::term::{CollectionMethod, DataCategory, DataSubject, Edition, LegalBasis, Provider};

/// What a data transparency record must name.
enum Filter {
    DataCategory(DataCategory),
    DataSubject(DataSubject),
    LegalBasis(LegalBasis),
    CollectionMethod(CollectionMethod),
    Provider(Provider),
    Edition(Edition),
}

impl Filter {
    #[inline]
    fn passes(self, practice: &Practice) -> bool {
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
#[derive(Clone)]
pub struct Practices {
    filter: Filter,
    next: usize,
}

impl Iterator for Practices {
    type Item = Practice;

    #[inline]
    fn next(&mut self) -> Option<Practice> {
        while let Some(practice) = Practice::ALL.get(self.next) {
            self.next += 1;
            if self.filter.passes(&practice) {
                return Some(practice);
            }
        }
        None
    }
}

impl FusedIterator for Practices {}

crate::debug::opaque!(Practices);

/// `practices()`.
macro_rules! declared {
    ($term:ident, $what:literal) => {
        impl $term {
            #[inline]
            #[doc = concat!("The data transparency records ", $what, ".")]
            #[must_use]
            pub const fn practices(self) -> Practices {
                Practices { filter: Filter::$term(self), next: 0 }
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

crate::copied::copied!(Filter);
