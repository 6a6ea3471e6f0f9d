//! The service providers that process users' personal data, as typed constants: who, what data,
//! whose, why, where, since when. [`PUBLISHER`] says whose register this is.
//!
//! # Where to start
//!
//! ```
//! use service_providers::set::ProviderSet;
//! use service_providers::{Disclosures, Form};
//!
//! // Who receives plain data, and who only hashed data? The compiler answers. An assertion about
//! // the answer stops the build when a new edition of the list changes it.
//! const PLAIN: ProviderSet = Disclosures::current().form(Form::Plain).providers();
//! const HASHED: ProviderSet = Disclosures::current().form(Form::Hashed).providers();
//! const ONLY_HASHED: ProviderSet = HASHED.difference(PLAIN);
//! for provider in &ONLY_HASHED {
//!     println!("{provider}");
//! }
//! ```
//!
//! **Providers.** A [`Provider`] is one service that is or was listed: a variant, and a constant
//! record in [`providers`]. Its documentation has an example from the register. Texts become
//! providers by [`str::parse`]; a command line can offer them as values (see
//! [Command lines](#command-lines)). A provider that is no longer listed stays as a deprecated
//! variant.
//!
//! **Data.** A [`DataCategory`] is a kind of data, a [`DataSubject`] a group of people. Both have
//! wider and narrower terms; see [`DataCategory::is_a`]. Every closed set is an enum in [`term`],
//! every set of terms a type in [`set`].
//!
//! **Queries.** [`Disclosures`] asks who receives which data of whom. Everything is `const`, so a
//! test of an answer can be a constant too.
//!
//! **Policies.** A [`Policy`] is a list of rules about vendors; one that breaks a rule stops the
//! build with the fact behind it.
//!
//! **Facts.** What published rows say is in [`record`]: an [`Engagement`](record::Engagement) is
//! what one or more of them say about a provider, a [`Listing`](record::Listing) is one published
//! row of a [`Document`], and an [edition](Edition) is a set of documents.
//! [`Provider::current_engagement`] is what the edition in force says about a provider.
//!
//! # What the words mean
//!
//! Nothing is filled in. Where the source is silent the answer is *unknown*, and unknown is never
//! "no": every query says how it counts it. Times are [editions](Edition): the register knows what
//! an edition lists and claims nothing about the time between two. One edition is in force,
//! [`Edition::CURRENT`]; those after it are announced.
//!
//! # Identity
//!
//! A thing is its key. Keys never change and never go away. Discriminants and the order of variants
//! are not stable.
//!
//! # Command lines
//!
//! Every term reads and shows itself by its key, so a parser of arguments needs no more than the
//! keys to offer and [`str::parse`]. With clap, `PossibleValuesParser` lists the keys in `--help`
//! and refuses anything else:
//!
//! ```text
//! let vendors = Provider::CURRENT.iter().map(|provider| PossibleValue::new(provider.key()));
//! let parser = PossibleValuesParser::new(vendors).try_map(|key| key.parse::<Provider>());
//! ```
//!
//! # Features
//!
//! - `serde`: terms are written as their keys, and read from their keys or names.
//! - `alloc`: with `serde`, a `lenient::Lenient` keeps unknown text that it cannot borrow.

#![no_std]
#![forbid(unsafe_code)]
#![warn(missing_docs)]
#![cfg_attr(docsrs, feature(doc_cfg))]

#[cfg(feature = "alloc")]
extern crate alloc;

mod copied;
mod country;
mod debug;
#[allow(deprecated, reason = "retired providers are part of the register")]
#[path = "from_source.rs"]
mod generated;
mod hierarchy;
#[cfg(feature = "serde")]
pub mod lenient;
mod links;
mod lookup;
mod packed;
mod policy;
mod published;
mod query;
pub mod record;
pub mod set;
pub mod term;
mod text;

pub use generated::{DATA_LICENCE_NOTE, EEA_AND_US, PUBLISHER};
pub use policy::{Policy, Violation};
pub use query::Disclosures;
/// The record of every kind of data as a constant, named like its key in capitals.
#[doc(no_inline)]
pub use record::DataCategoryRecord as data_categories;
/// The record of every provider as a constant, named like its key in capitals.
#[doc(no_inline)]
pub use record::ProviderRecord as providers;
#[doc(inline)]
pub use term::{
    Country, DataCategory, DataSubject, Document, Edition, Form, Provider, Purpose, Safeguard,
};

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
