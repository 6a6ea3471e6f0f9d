//! A digest of the source files, by which a committed snapshot knows the data it was made from.

mod sum;

use crate::sources::Sources;
use sum::Sum;

/// The digest of the source files as 16 hexadecimal digits. Folders below `schema/`
/// hold schemas of what is made from the register, so they are left out.
pub fn digest(sources: &Sources) -> String {
    let mut sum = Sum::default();
    for (path, file) in sources.data_files() {
        sum.add(&format!("data/{path}"), &file.bytes);
    }
    for (path, file) in sources.schema_files().filter(|(path, _)| !path.contains('/')) {
        sum.add(&format!("schema/{path}"), &file.bytes);
    }
    sum.to_hex()
}
