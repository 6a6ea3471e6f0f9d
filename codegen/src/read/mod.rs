//! Reads the source files: `register.json`, and every table with its typed rows and its keys.
//!
//! A row is checked while it is read: its characters, its schema, the rules for one cell, its type.

mod accepted;
mod characters;
mod file_name;
mod files;
mod json_row;
mod old_format;
mod parsed;
mod row_places;
mod row_reader;
mod table_reader;
mod typed_register;
mod typed_row;
mod typed_table;
mod whole_row;

pub(crate) use files::{file_problems, open, refused_files};
pub(crate) use old_format::old_format;
pub(crate) use parsed::{Parsed, TypedTables, VocabularyTables};
pub use row_places::Places;
pub(crate) use typed_register::TypedRegister;
pub(crate) use typed_table::{AnyTable, LocatedRow, TypedTable};
