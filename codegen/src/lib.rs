//! Compiles a register of service providers: source tables in, a validated [`Register`] or a
//! [`Report`] of every problem out, and from the register the Rust that the library is made of.
//!
//! The way runs in one direction:
//!
//! ```text
//! Sources ─▶ cells ─▶ JSON rows ─▶ schema ─▶ typed rows ─▶ rules ─▶ Register ─▶ emit
//! ```
//!
//! Nothing here reads the clock, the locale or the environment: the same sources give the same
//! report, register and Rust, byte for byte.

#![forbid(unsafe_code)]
#![warn(missing_docs)]

mod catalogue;
mod cell_types;
mod cells;
mod compile;
mod digest;
pub mod emit;
mod hashing;
mod keys;
pub mod limits;
pub mod names;
mod problem;
mod read;
pub mod register;
mod rules;
pub mod schema;
mod sources;
mod suggest;
mod tables;
mod text;

pub use cell_types::{
    Asserted, Certainty, Extent, Form, Key, Kind, Likelihood, Name, Party, RecipientRole, Relation,
    Setting, Sharing, SpecialCare, Stated, StatedList, Storage, SuccessionKind, Term, TermSet,
    Text, Transfer, Until, WebAddress, YesNo, YesOrUnknown,
};
pub use compile::{Report, Tidied, Tidying, compile, tidy};
pub use digest::digest;
pub use problem::{Code, Place, Problem, Related, Stage};
pub use read::Places;
pub use register::Register;
pub use sources::{SourceFile, Sources, SourcesError};
pub use suggest::nearest;
pub use tables::{Column, TABLES, TableInfo, column, row};
pub use text::{character_number, csv_text, is_hidden};
