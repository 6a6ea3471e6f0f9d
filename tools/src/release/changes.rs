//! What a release changes. A release is compared with the one before it; the first release, which
//! has none before it, is compared with the edition before the one in force.

use std::collections::BTreeSet;

use semver::Version;
use service_providers_codegen::Register;

use super::Files;
use crate::diff::model::Diff;
use crate::diff::rows::Rows;
use crate::diff::version_step::{Verdict, judge};
use crate::diff::{self, EditionRef, LoadedEdition, compare};
use crate::failure::Failure;
use crate::page::Names;

/// The release before.
pub struct Previous {
    /// Its version.
    pub version: Version,
    /// Its files.
    pub files: Files,
}

/// What a release changes.
pub struct Changes {
    /// What changed between the editions in force. `None` if there is nothing to compare with, or if
    /// the release before has another format.
    pub diff: Option<Diff>,
    /// How far the version must move. Without a release before, any version will do.
    pub verdict: Verdict,
    names: Names,
}

impl Changes {
    /// Compares the register, and the files that its release will have, with the release before.
    ///
    /// # Errors
    /// If the release before cannot be read although it has the same format.
    pub fn find(
        version: &Version,
        register: &Register,
        files: &Files,
        previous: Option<&Previous>,
    ) -> Result<Self, Failure> {
        let current = EditionRef { register, id: &register.current_edition().id };
        let Some(previous) = previous else {
            let names = Names::of(&[register]);
            let editions = register.editions().iter();
            let before = editions.take_while(|edition| edition.id != current.id).last();
            let diff = before.map(|edition| {
                compare(EditionRef { register, id: &edition.id }, current, register)
            });
            return Ok(Self { diff, verdict: Verdict::default(), names });
        };
        let (before, after) = (rows(&previous.files)?, rows(files)?);
        let same_format = before.format_version() == after.format_version();
        let older = match LoadedEdition::from_files(tables(&previous.files)) {
            Ok(older) => Some(older),
            Err(_) if !same_format => None,
            Err(failure) => {
                return Err(Failure::new(format!("release {}: {failure}", previous.version)));
            }
        };
        let names = match &older {
            Some(older) => Names::of(&[&older.register, register]),
            None => Names::of(&[register]),
        };
        let diff = older.map(|older| {
            let mut diff = compare(older.edition(), current, register);
            diff.from.release = Some(previous.version.to_string());
            diff.to.release = Some(version.to_string());
            diff
        });
        let verdict = judge(&before, &after, diff.as_ref());
        Ok(Self { diff, verdict, names })
    }

    /// The files of a release of this version that tell what changed.
    pub fn files(&self, version: &Version) -> Files {
        let Some(diff) = &self.diff else { return Files::new() };
        let text = |name: &str, text: String| (name.to_owned(), text.into_bytes());
        Files::from([
            text("diff.md", diff::markdown::page(diff, &self.names)),
            text("diff.json", diff::json::document(diff)),
            text("diff.atom", diff::atom(diff, &self.names, Some(version))),
            text("notice.md", diff::notice::page(diff, &self.names)),
        ])
    }
}

/// The rows of all editions of a release.
fn rows(files: &Files) -> Result<Rows, Failure> {
    let mut rows = Rows::default();
    for edition in editions(files) {
        let folder = format!("{edition}/tables/");
        let tables = files
            .iter()
            .filter_map(|(path, bytes)| Some((path.strip_prefix(&folder)?, bytes.as_slice())));
        rows.add(tables).map_err(|error| Failure::new(format!("{folder}{error}")))?;
    }
    Ok(rows)
}

/// The tables of a release's newest edition.
fn tables(files: &Files) -> Vec<(String, Vec<u8>)> {
    let Some(newest) = editions(files).pop_last() else { return Vec::new() };
    let folder = format!("{newest}/tables/");
    files
        .iter()
        .filter_map(|(path, bytes)| Some((path.strip_prefix(&folder)?.to_owned(), bytes.clone())))
        .collect()
}

/// The editions whose tables a release has. They are named by their dates.
fn editions(files: &Files) -> BTreeSet<&str> {
    files.keys().filter_map(|path| Some(path.split_once("/tables/")?.0)).collect()
}
