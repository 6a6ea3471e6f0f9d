//! The service providers that process users' personal data, as typed constants: who, what data,
//! whose, why, where, since when.
//!
//! The register is [ClassDojo's](PUBLISHER), in two [editions](Edition) of its published list. A
//! [`Provider`] is one service that is or was listed; an [`Engagement`] is what one or more
//! published rows say about it; a [`Disclosure`] is one kind of data in it; a [`Practice`] is what
//! the publisher's data transparency page says about one kind of data. A [`Listing`] is one
//! published row of a [`Document`], and an [edition](Edition) is a set of documents.
//!
//! ```
//! use service_providers::{DataCategory, DataSubject, Disclosures, Provider, ProviderSet};
//!
//! // Everything is `const`: the compiler answers, and the build fails when the answer changes.
//! const VOICE: ProviderSet = Disclosures::current()
//!     .category(DataCategory::VoiceRecording)
//!     .subject(DataSubject::Student)
//!     .providers();
//! const _: () = assert!(VOICE.len() == 1 && VOICE.contains(Provider::Speechsuper));
//!
//! let provider = Provider::from_key("twilio").unwrap();
//! assert_eq!(provider.name(), "Twilio");
//! assert_eq!(Provider::from_name("MDR Education"), Some(Provider::DunAndBradstreet));
//! ```
//!
//! # What the words mean
//!
//! Nothing is filled in. Where the source is silent the answer is *unknown*, and unknown is never
//! "no": every query says how it counts it. Times are [editions](Edition): the register knows what
//! an edition lists and claims nothing about the time between two. One edition is in force,
//! [`Edition::CURRENT`]; those behind it are announced.
//!
//! # Identity
//!
//! A thing is its key. Keys never change and never go away; a provider that is no longer listed
//! stays as a deprecated variant. Discriminants and the order of variants are not stable.
//!
//! # Features
//!
//! - `serde`: terms serialise as their keys.
//! - `alloc`: [`Lenient`](lenient::Lenient) keeps unknown text that it cannot borrow.
//! - `from-source`: builds from the tables instead of the committed snapshot.

#![no_std]
#![forbid(unsafe_code)]
#![warn(missing_docs)]
#![cfg_attr(docsrs, feature(doc_cfg))]

#[cfg(feature = "alloc")]
extern crate alloc;

mod country;
#[allow(deprecated, reason = "retired providers are part of the register")]
mod generated {
    #[cfg(not(feature = "from-source"))]
    include!("generated.rs");
    #[cfg(feature = "from-source")]
    include!(concat!(env!("OUT_DIR"), "/generated.rs"));
}
mod hierarchy;
#[cfg(feature = "serde")]
pub mod lenient;
mod links;
mod lookup;
mod packed;
mod policy;
mod published;
mod query;
mod record;
mod set;
mod term;
mod text;

pub use generated::*;
pub use links::{Engagements, Practices};
pub use policy::{Policy, Violation};
pub use published::{EditionEngagements, Listings};
pub use query::{Disclosures, Matches, PartyKind};
pub use record::{
    CountryRecord, DataCategoryRecord, DataSubjectRecord, Disclosure, DocumentRecord,
    EditionRecord, Engagement, EngagementFeature, HeadingRecord, LegalBasisRecord, Listing,
    MappedRecord, Party, Practice, PracticeRecipient, PracticeSubject, ProviderRecord,
    ProviderStatus, Rows, RowsIter, Stated, Storage, Subject, Succession, Successions, TermRecord,
};
pub use set::{SetTerms, TermSet};
pub use term::{Term, UnknownTerm};

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
