//! Reads the source files: `register.json`, and every table with its typed rows and its keys.
//!
//! A row is checked while it is read: its characters, its schema, the rules for one cell, its type.

mod accepted;
mod characters;
mod draft;
mod files;
mod json_row;
mod old_format;
mod places;
mod row_reader;
mod table_reader;
mod typed_register;
mod typed_row;
mod typed_table;
mod whole_row;

pub(crate) use draft::{Draft, TypedTables, VocabularyTables};
pub(crate) use files::{open, refused_files, strange_files};
pub(crate) use old_format::old_format;
pub use places::Places;
pub(crate) use typed_register::TypedRegister;
pub(crate) use typed_table::{AnyTable, LocatedRow, TypedTable};
