//! Vocabularies in JSON.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use service_providers_codegen::register::Vocabulary;
use service_providers_codegen::row::{
    CollectionMethodRow, ContextRow, CountryRow, DataCategoryRow, DataSubjectRow, DpvTermRow,
    FeatureRow, FideslangTermRow, LegalBasisRow, PurposeRow, SafeguardRow, SectionRow,
    ServiceCategoryRow,
};
use service_providers_codegen::{Key, Name, Text};

/// Every vocabulary, each by key.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Vocabularies {
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
    pub sections: Vec<OrderedTerm>,
    /// Kinds of service.
    pub service_categories: Vec<OrderedTerm>,
}

/// A term with a place in the published order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OrderedTerm {
    /// The term's key. It never changes and never goes away.
    pub key: Key,
    /// The name to show.
    pub name: Name,
    /// Published order: by rising number.
    pub position: u32,
    /// What it means, in one plain sentence.
    pub description: Text,
}

impl Vocabularies {
    pub(super) fn new(vocabulary: &Vocabulary) -> Self {
        let terms = vocabulary.clone();
        Self {
            collection_methods: terms.collection_methods,
            contexts: terms.contexts,
            countries: terms.countries,
            data_categories: terms.data_categories,
            data_subjects: terms.data_subjects,
            dpv_terms: terms.dpv_terms,
            features: terms.features,
            fideslang_terms: terms.fideslang_terms,
            legal_bases: terms.legal_bases,
            purposes: terms.purposes,
            safeguards: terms.safeguards,
            sections: terms.sections.into_iter().map(OrderedTerm::from).collect(),
            service_categories: (terms.service_categories.into_iter())
                .map(OrderedTerm::from)
                .collect(),
        }
    }
}

impl From<SectionRow> for OrderedTerm {
    fn from(row: SectionRow) -> Self {
        Self { key: row.key, name: row.name, position: row.position, description: row.description }
    }
}

impl From<ServiceCategoryRow> for OrderedTerm {
    fn from(row: ServiceCategoryRow) -> Self {
        Self { key: row.key, name: row.name, position: row.position, description: row.description }
    }
}
