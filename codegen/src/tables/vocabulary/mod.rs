//! The vocabularies: one module per table of `data/vocabulary/`.

mod collection_methods;
mod contexts;
mod countries;
mod data_categories;
mod data_subjects;
mod dpv_terms;
mod features;
mod fideslang_terms;
mod legal_bases;
mod purposes;
mod safeguards;
mod sections;
mod service_categories;

pub use collection_methods::CollectionMethodRow;
pub use contexts::ContextRow;
pub use countries::CountryRow;
pub use data_categories::DataCategoryRow;
pub use data_subjects::DataSubjectRow;
pub use dpv_terms::DpvTermRow;
pub use features::FeatureRow;
pub use fideslang_terms::FideslangTermRow;
pub use legal_bases::LegalBasisRow;
pub use purposes::PurposeRow;
pub use safeguards::SafeguardRow;
pub use sections::SectionRow;
pub use service_categories::ServiceCategoryRow;
