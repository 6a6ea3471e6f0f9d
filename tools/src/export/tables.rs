//! `tables`: the source tables, cut down to one edition. They are a register of their own, which
//! can be checked and exported like any other.

use service_providers_codegen::Register;
use service_providers_codegen::row::Edition;

use super::File;

/// The name of the format.
pub const NAME: &str = "tables";

/// The folder of the tables. Everything in it belongs to the export.
pub const FOLDER: &str = "tables";

/// A file that every export of tables has. It shows that a folder was made by an export.
pub const MARK: &str = "register.json";

pub(super) fn files(register: &Register, edition: &Edition) -> Vec<File> {
    let excerpt = register.excerpt(&edition.id);
    let files = excerpt.source_files().into_iter();
    files.map(|(path, bytes)| File::new(format!("{FOLDER}/{path}"), bytes)).collect()
}
