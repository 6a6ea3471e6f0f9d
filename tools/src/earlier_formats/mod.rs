//! Tables that an earlier version of the program published, in today's shape, as far as that needs no
//! decision.

mod format_1;
mod upgrade;

use std::path::{Path, PathBuf};

use service_providers_codegen::{Sources, join, migrate, schema};

pub use format_1::is_format_1;
pub use upgrade::upgrade;

use crate::failure::Failure;
use crate::paths::shown;

/// Reads a folder of tables in today's shape. Format 1 published a register edition by edition; the
/// tables of the other editions, which lie beside those of one, are read with them.
///
/// # Errors
/// If the tables cannot be read or migrated.
pub fn read(tables: &Path) -> Result<Sources, Failure> {
    let read = |folder: &Path| Sources::read_data(folder, &shown(folder), schema::files());
    let sources = read(tables)?;
    let mut sources = if is_format_1(&sources) {
        let mut parts = vec![sources];
        for sibling in siblings(tables) {
            parts.push(read(&sibling)?);
        }
        migrated(&parts)?
    } else {
        sources
    };
    upgrade(&mut sources);
    Ok(sources)
}

/// The tables of a release of format 1 in format 2, from those of its editions.
///
/// # Errors
/// If there are none, or if they cannot be migrated.
pub fn migrated(editions: &[Sources]) -> Result<Sources, Failure> {
    let Some(joined) = join(editions) else { return Err(Failure::new("there are no tables")) };
    let migrated = migrate(&joined).map_err(|report| {
        let first = report.problems().first().map(ToString::to_string).unwrap_or_default();
        Failure::new(format!("the tables of format 1 cannot be migrated: {first}"))
    })?;
    Ok(joined.with_data(migrated.files))
}

/// The tables of the other editions in the folder of a release.
fn siblings(tables: &Path) -> Vec<PathBuf> {
    let own = tables.canonicalize().unwrap_or_else(|_| tables.to_owned());
    let release = own.parent().and_then(Path::parent);
    let entries = release.and_then(|release| std::fs::read_dir(release).ok());
    let mut siblings: Vec<PathBuf> = (entries.into_iter().flatten())
        .filter_map(|entry| Some(entry.ok()?.path().join(own.file_name()?)))
        .filter(|other| *other != own && other.join("register.json").is_file())
        .collect();
    siblings.sort();
    siblings
}
