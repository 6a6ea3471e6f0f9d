//! The vocabularies: one module per table of `data/vocabulary/`.
//!
//! To add one, write its module, and its two lines here.

mod collection_methods;
mod contexts;
mod countries;
mod data_categories;
mod data_subjects;
mod dpv_terms;
mod features;
mod fideslang_terms;
mod legal_bases;
mod overlaps;
mod parties;
mod purposes;
mod region_members;
mod regions;
mod relations;
mod safeguards;
mod sections;
mod service_categories;
mod settings;
mod term;

use std::fmt::Debug;

pub use term::{OwnRecord, Record, Variants, VocabularyTerm};

use super::Row;

/// Gives the list of all vocabularies to a macro, and further tokens after it. An entry is the
/// description of a vocabulary, its module, which is also the name of its field, and the type of its
/// rows. A vocabulary comes after those it refers to.
macro_rules! every_vocabulary {
    ($callback:ident $($further:tt)*) => {
        $callback! {
            vocabularies {
                /// Terms of the Data Privacy Vocabulary that others map to.
                dpv_terms: DpvTermRow,
                /// Keys of fideslang that others map to.
                fideslang_terms: FideslangTermRow,
                /// Ways in which data is collected.
                collection_methods: CollectionMethodRow,
                /// Uses that the row of one provider tells apart.
                contexts: ContextRow,
                /// The countries of ISO 3166-1.
                countries: CountryRow,
                /// Parts of the world that are more than one country.
                regions: RegionRow,
                /// Which country belongs to which region.
                region_members: RegionMemberRow,
                /// Kinds of data.
                data_categories: DataCategoryRow,
                /// Groups of people.
                data_subjects: DataSubjectRow,
                /// Parts of the product.
                features: FeatureRow,
                /// Legal bases.
                legal_bases: LegalBasisRow,
                /// Groups of people that may have members in common.
                overlaps: OverlapRow,
                /// Who gives or gets data besides the publisher and the providers.
                parties: PartyRow,
                /// What data is used for.
                purposes: PurposeRow,
                /// How groups of people relate to data.
                relations: RelationRow,
                /// Safeguards and contracts.
                safeguards: SafeguardRow,
                /// Sections of the page.
                sections: SectionRow,
                /// Kinds of service.
                service_categories: ServiceCategoryRow,
                /// Where features are used.
                settings: SettingRow,
            }
            $($further)*
        }
    };
}
pub(crate) use every_vocabulary;

macro_rules! row_types {
    (vocabularies { $(#[$doc:meta] $module:ident: $row:ident,)* }) => {
        $(pub use $module::$row;)*
    };
}

every_vocabulary!(row_types);

/// A row of a vocabulary.
pub trait VocabularyRow: Row + Clone + Debug + PartialEq {
    /// The enum of the library that has a variant for every row. `None` where the library has none.
    const VARIANTS: Option<Variants<Self>> = None;
}
