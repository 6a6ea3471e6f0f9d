//! What the manifest of a crate says of it.

use std::fs;
use std::io;
use std::path::Path;

use toml::Table;

use crate::failure::{Failure, Result};
use crate::paths::shown;

/// The table of a manifest that says that the crate is made from the tables beside it.
const MARK_IN_MANIFEST: &str = "package.metadata.service-providers";

/// The name of the package, if its manifest has that table. `None` without a manifest, too.
///
/// # Errors
/// If the manifest cannot be read, or has that table and no name.
pub fn crate_name(manifest: &Path) -> Result<Option<String>> {
    let text = match fs::read_to_string(manifest) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(Failure::io(manifest, &error)),
    };
    let table: Table = text.parse().map_err(|error: toml::de::Error| {
        Failure::new(format!("{}: {}", shown(manifest), error.message()))
    })?;
    let member = |path: &str| {
        let mut parts = path.split('.');
        let first = table.get(parts.next()?)?;
        parts.try_fold(first, |value, part| value.get(part))
    };
    if member(MARK_IN_MANIFEST).is_none() {
        return Ok(None);
    }
    match member("package.name").and_then(|name| name.as_str()) {
        Some(name) => Ok(Some(name.to_owned())),
        None => Err(Failure::new(format!(
            "{}: has [{MARK_IN_MANIFEST}], but no `name` in [package]; write the name of the crate \
             there",
            shown(manifest)
        ))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(manifest: &str) -> Result<Option<String>> {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("Cargo.toml");
        fs::write(&file, manifest).unwrap();
        crate_name(&file)
    }

    #[test]
    fn a_marked_manifest_has_a_name() {
        let mark = "[package.metadata.service-providers]\n";
        assert_eq!(name("[package]\nname = \"a\"\n").unwrap(), None);
        let named = name(&format!("[package]\nname = \"a\"\n{mark}")).unwrap();
        assert_eq!(named.as_deref(), Some("a"));
        let error = name(mark).unwrap_err().to_string();
        assert!(error.contains("no `name` in [package]"), "{error}");
    }
}
