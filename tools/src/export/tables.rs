//! `tables`: the source tables, cut down to the edition. They can be checked, compiled and
//! exported like the register's own.

use service_providers_codegen::Register;
use service_providers_codegen::row::Edition;

use super::File;

/// The name of the format.
pub const NAME: &str = "tables";

/// The folder of the tables. All of it belongs to the export.
pub const FOLDER: &str = "tables";

/// The file by which a folder is known to be of an export: every export of tables has it.
pub const MARK: &str = "register.json";

pub(super) fn files(register: &Register, edition: &Edition) -> Vec<File> {
    let excerpt = register.excerpt(&edition.id);
    let files = excerpt.source_files().into_iter();
    files.map(|(path, bytes)| File::new(format!("{FOLDER}/{path}"), bytes)).collect()
}
