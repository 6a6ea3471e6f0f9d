//! The vocabularies of a register.

use crate::tables::row::{
    CollectionMethodRow, ContextRow, CountryRow, DataCategoryRow, DataSubjectRow, DpvTermRow,
    FeatureRow, FideslangTermRow, LegalBasisRow, ProviderRow, PurposeRow, SafeguardRow, SectionRow,
    ServiceCategoryRow,
};

/// Every vocabulary, each by key.
#[derive(Clone, Debug, PartialEq)]
pub struct Vocabulary {
    /// Ways in which data is collected.
    pub collection_methods: Vec<CollectionMethodRow>,
    /// Uses that the row of one provider tells apart.
    pub contexts: Vec<ContextRow>,
    /// The countries of ISO 3166-1.
    pub countries: Vec<CountryRow>,
    /// Kinds of data.
    pub data_categories: Vec<DataCategoryRow>,
    /// Groups of people.
    pub data_subjects: Vec<DataSubjectRow>,
    /// Terms of the Data Privacy Vocabulary that others map to.
    pub dpv_terms: Vec<DpvTermRow>,
    /// Parts of the product.
    pub features: Vec<FeatureRow>,
    /// Keys of fideslang that others map to.
    pub fideslang_terms: Vec<FideslangTermRow>,
    /// Legal bases.
    pub legal_bases: Vec<LegalBasisRow>,
    /// What data is used for.
    pub purposes: Vec<PurposeRow>,
    /// Safeguards and contracts.
    pub safeguards: Vec<SafeguardRow>,
    /// Sections of the page.
    pub sections: Vec<SectionRow>,
    /// Kinds of service.
    pub service_categories: Vec<ServiceCategoryRow>,
}

/// What every term of a vocabulary has.
pub trait VocabularyTerm {
    /// The term's key.
    fn key(&self) -> &str;
    /// The name to show.
    fn name(&self) -> &str;
}

macro_rules! vocabulary_terms {
    ($($row:ty),*) => {$(
        impl VocabularyTerm for $row {
            fn key(&self) -> &str {
                &self.key
            }

            fn name(&self) -> &str {
                &self.name
            }
        }
    )*};
}

vocabulary_terms!(
    CollectionMethodRow,
    ContextRow,
    CountryRow,
    DataCategoryRow,
    DataSubjectRow,
    FeatureRow,
    LegalBasisRow,
    PurposeRow,
    SafeguardRow,
    SectionRow,
    ServiceCategoryRow,
    ProviderRow
);

impl Vocabulary {
    /// How many rows the vocabularies have together.
    pub(super) fn row_count(&self) -> usize {
        [
            self.collection_methods.len(),
            self.contexts.len(),
            self.countries.len(),
            self.data_categories.len(),
            self.data_subjects.len(),
            self.dpv_terms.len(),
            self.features.len(),
            self.fideslang_terms.len(),
            self.legal_bases.len(),
            self.purposes.len(),
            self.safeguards.len(),
            self.sections.len(),
            self.service_categories.len(),
        ]
        .iter()
        .sum()
    }

    /// The name of the term of this key; the key itself where there is no such term.
    pub fn name<'r, T: VocabularyTerm>(terms: &'r [T], key: &'r str) -> &'r str {
        terms.binary_search_by(|term| term.key().cmp(key)).map_or(key, |index| terms[index].name())
    }
}
