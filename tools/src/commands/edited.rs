//! Source files that a command edits: read in canonical form, and written only where `check` would
//! accept them.

use service_providers_codegen::{Register, Sources, compile, tidy};

use crate::failure::Result;
use crate::output::{Expected, Mode, update};
use crate::project::Project;

/// The sources and the register that they compile to. Problems that `sync` mends do not matter,
/// because every file is written in canonical form anyway. `None` if there are others; those are
/// printed.
pub fn read(project: &Project<'_>) -> Result<Option<(Sources, Register)>> {
    let mut sources = project.sources()?;
    if compile(&sources).is_err_and(|report| report.without_mendable().is_empty()) {
        sources = tidied(sources);
    }
    Ok(project.compile(&sources).map(|register| (sources, register)))
}

/// The sources with everything mended that needs no decision.
pub fn tidied(sources: Sources) -> Sources {
    let files = tidy(&sources).files.into_iter().map(|file| (file.path, file.bytes));
    sources.with_data(files.collect::<Vec<_>>())
}

/// Writes source files, or only says which would be written.
pub fn write(
    project: &Project<'_>,
    files: Vec<(String, Vec<u8>)>,
    dry_run: bool,
    command: &str,
) -> Result {
    let expected: Vec<Expected> = (files.into_iter())
        .map(|(path, bytes)| Expected::new(project.data.join(path), bytes))
        .collect();
    update(&expected, Mode { check: false, dry_run }, &project.command(command))
}
