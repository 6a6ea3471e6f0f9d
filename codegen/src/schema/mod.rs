//! JSON Schema: the files under `schema/`, made from the row types, and the check of a row
//! against them.

mod codes;
mod columns;
mod files;
mod validate;

pub(crate) use codes::CODES;
pub use columns::Column;
pub(crate) use columns::columns;
pub use files::{dictionary, files};
pub(crate) use validate::RowSchema;

use crate::problem::{Place, Problem};
use crate::sources::Sources;

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

/// Schema files that say something else than the tables of this tool do. How they are laid out does
/// not matter. Files that are missing or no JSON are left to those who need them.
pub(crate) fn stale(sources: &Sources) -> Vec<Problem> {
    let wanted = files().into_iter().filter_map(|(path, text)| {
        let found: serde_json::Value =
            serde_json::from_slice(&sources.schema(&path)?.bytes).ok()?;
        let wanted: serde_json::Value = serde_json::from_str(&text).ok()?;
        (found != wanted).then_some(path)
    });
    wanted
        .map(|path| {
            Problem::new(
                &codes::SCHEMA_FILE,
                Place::start(&sources.schema_name(&path)),
                "the schema file is not the one made from this tool's tables",
            )
            .help("run `cargo xtask schema`")
        })
        .collect()
}
