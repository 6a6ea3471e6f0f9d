//! JSON Schema: the files under `schema/`, made from the row types, and the check of a row
//! against them.

mod cell_schemas;
mod codes;
mod fault;
mod files;
mod help;
mod rewritten;
mod validate;

pub(crate) use codes::{CODES, FORM, WORD};
pub(crate) use fault::Presence;
pub(crate) use files::REGISTER_SCHEMA;
pub use files::files;
pub(crate) use help::words_help;
pub(crate) use validate::RowSchema;

use crate::problem::{Place, Problem};

/// A value that its schema file lets pass and its type does not: the schema file is not the one
/// made from this tool's tables.
pub(crate) fn mismatch(place: Place, table: &str, error: &str) -> Problem {
    Problem::new(
        &codes::SCHEMA_FILE,
        place,
        format!("the schema lets this pass, the table does not: {error}"),
    )
    .field(table, "")
    .help("run `cargo xtask schema`, then `cargo xtask check`")
}
