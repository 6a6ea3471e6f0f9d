//! `tables`: the source tables, cut down to one edition. They are a register of their own, which
//! can be checked and exported like any other.

use super::{File, OneEdition, Sink};

/// The name of the format.
pub const NAME: &str = "tables";

/// The folder of the tables. Everything in it belongs to the export.
pub const FOLDER: &str = "tables";

/// A file that every export of tables has. It shows that a folder was made by an export.
pub const MARK: &str = "register.json";

pub(super) fn files(one: &OneEdition<'_>, add: Sink<'_>) {
    for (path, bytes) in one.excerpt().source_files() {
        add(File::new(format!("{FOLDER}/{path}"), bytes));
    }
}
