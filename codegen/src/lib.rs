//! Compiles a register of service providers. Its input are source tables. Its output is a validated
//! [`Register`], or a [`Report`] of every problem; and from a register, the Rust of the library.
//!
//! A cell goes through the modules in this order, and never back:
//!
//! ```text
//! sources ─▶ cells ─▶ schema ─▶ rules::cell ─▶ read ─▶ rules::register ─▶ register ─▶ emit
//! ```
//!
//! A module uses only modules that come before it. `tests/source/layers.rs` has the list and checks it.
//!
//! Nothing here reads the clock, the locale or the environment. The same sources give the same
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
mod migrate;
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

pub use cell_types::*;
pub use compile::{Report, Tidied, Tidying, compile, tidy};
pub use digest::digest;
pub use migrate::{Migrated, join, migrate};
pub use problem::{Code, Place, Problem, Related, Stage};
pub use read::Places;
pub use register::Register;
pub use sources::{SourceFile, Sources, SourcesError};
pub use suggest::nearest;
pub use tables::{Column, FORMAT_VERSION, REGISTER, Row, TABLES, TableInfo, column, row};
pub use text::{
    DraftMark, character_number, compare_dates, csv_text, is_date, is_day, is_hidden, shortened,
};
