//! What the register holds: records of facts, of terms, and lists of them.
//!
//! An [`Engagement`] is what one or more published rows say of a provider, a [`Listing`] is one such
//! row, a [`Disclosure`] one kind of data in an engagement, a [`Practice`] a record of the publisher's
//! data transparency page, a [`Succession`] the step from one provider to the one that followed. The rest are parts of these, and the records of
//! terms. A list of records is [`Rows`]; each record is read where it is asked for.
//!
//! ```
//! use service_providers::Provider;
//! use service_providers::term::StorageStatus;
//!
//! for provider in Provider::CURRENT {
//!     let row = provider.current_engagement().unwrap();
//!     assert_eq!(row.provider, *provider);
//!     assert_eq!(row.storage == StorageStatus::Listed, !row.places().is_empty());
//! }
//! ```

mod contract_fact;
pub(crate) mod disclosure;
pub(crate) mod engagement;
mod identifier;
pub(crate) mod listing;
mod overlap;
pub(crate) mod party;
mod practice;
mod provider;
mod publication;
pub(crate) mod rows;
pub(crate) mod stated;
pub(crate) mod storage;
mod succession;
mod vocabulary;

pub use crate::links::{Engagements, Practices};
pub use crate::published::{EditionEngagements, Listings};
pub use crate::query::Matches;
pub use contract_fact::ContractFact;
pub use disclosure::Disclosure;
pub use engagement::{Engagement, EngagementFeature};
pub use identifier::Identifier;
pub use listing::Listing;
pub use overlap::Overlap;
pub use party::{Party, PartyKind, Subject};
pub use practice::{Practice, PracticeRecipient, PracticeSubject};
pub use provider::{ProviderRecord, ProviderStatus};
pub use publication::{DocumentRecord, EditionRecord};
pub use rows::{Rows, RowsIter};
pub use stated::Stated;
pub use storage::{Place, Storage};
pub use succession::{Succession, Successions};
pub use vocabulary::{
    CountryRecord, DataCategoryRecord, DataSubjectRecord, HeadingRecord, LegalBasisRecord,
    MappedRecord, RegionRecord, RelationRecord, TermRecord,
};
