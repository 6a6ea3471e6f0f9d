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

mod cell_types;
mod cells;
mod codes;
mod compile;
mod csv_text;
mod digest;
pub mod emit;
mod hashing;
pub mod limits;
pub mod names;
mod places;
mod problem;
mod reading_order;
pub mod register;
mod rules;
pub mod schema;
mod sources;
mod suggest;
mod tables;

pub use cell_types::{
    Asserted, Certainty, Extent, Form, Key, Likelihood, Name, Party, RecipientRole, Relation,
    Setting, Sharing, SpecialCare, Stated, StatedList, Storage, SuccessionKind, Term, TermSet,
    Text, Transfer, Until, WebAddress, YesNo, YesOrUnknown,
};
pub use cells::is_forbidden as is_hidden;
pub use codes::{CODES, Code, Stage};
pub use compile::{Tidied, Tidying, compile, tidy};
pub use csv_text::csv_text;
pub use digest::digest;
pub use places::Places;
pub use problem::{Place, Problem, Related, Report, number as character_number};
pub use register::Register;
pub use sources::{SourceFile, Sources, SourcesError};
pub use suggest::nearest;
pub use tables::{TABLES, TableInfo, row};
