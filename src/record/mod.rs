//! The records behind terms and facts: flat rows of static tables.

pub(crate) mod disclosure;
pub(crate) mod engagement;
mod practice;
mod provider;
pub(crate) mod rows;
mod stated;
mod vocabulary;

pub use disclosure::{Disclosure, Party, Subject};
pub use engagement::{Engagement, EngagementFeature, Storage};
pub use practice::{Practice, PracticeRecipient, PracticeSubject};
pub use provider::{Listing, ProviderRecord, Succession, Successions};
pub use rows::{Rows, RowsIter};
pub use stated::Stated;
pub use vocabulary::{
    CountryRecord, DataCategoryRecord, DataSubjectRecord, EditionRecord, HeadingRecord,
    LegalBasisRecord, MappedRecord, SourceRecord, TermRecord,
};
