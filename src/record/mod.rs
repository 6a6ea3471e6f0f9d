//! The records behind terms and facts: flat rows of static tables.

pub(crate) mod disclosure;
pub(crate) mod engagement;
pub(crate) mod listing;
mod practice;
mod provider;
mod publication;
pub(crate) mod rows;
mod stated;
mod vocabulary;

pub use disclosure::{Disclosure, Party, Subject};
pub use engagement::{Engagement, EngagementFeature, Storage};
pub use listing::Listing;
pub use practice::{Practice, PracticeRecipient, PracticeSubject};
pub use provider::{ProviderRecord, ProviderStatus, Succession, Successions};
pub use publication::{DocumentRecord, EditionRecord};
pub use rows::{Rows, RowsIter};
pub use stated::Stated;
pub use vocabulary::{
    CountryRecord, DataCategoryRecord, DataSubjectRecord, HeadingRecord, LegalBasisRecord,
    MappedRecord, TermRecord,
};
