//! JSON Schema: the files in `schema/`, which are made from the row types, and the check of a row
//! against them.

mod cell_schemas;
mod codes;
mod fault;
mod files;
mod help;
mod published;
mod rewritten;
mod validate;

pub(crate) use codes::{CODES, FORM, OLD_FORMAT, SHAPE, WORD};
pub(crate) use fault::{Fault, Presence};
pub(crate) use files::REGISTER_SCHEMA;
pub use files::files;
pub(crate) use help::words_help;
pub use published::{id, published};
pub(crate) use rewritten::rewritten_dates;
pub(crate) use validate::RowSchema;

use crate::problem::{Place, Problem};

/// A value that the schema accepts and the row type does not. Then the schema is not the one that
/// is made from the row type.
pub(crate) fn mismatch(place: Place, table: &str, error: &str) -> Problem {
    Problem::new(
        &codes::SCHEMA_FILE,
        place,
        format!("the schema lets this pass, the table does not: {error}"),
    )
    .field(table, "")
    .help("run `cargo xtask schema`, then `cargo xtask check`")
}
