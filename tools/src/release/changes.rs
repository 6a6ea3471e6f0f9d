//! What a release changes. A release is compared with the one before it; the first release, which
//! has none before it, is compared with the edition before the one in force.

use std::collections::BTreeSet;

use semver::Version;
use service_providers_codegen::{Register, Sources, schema};

use super::Files;
use crate::diff::model::Diff;
use crate::diff::rows::ReleaseRows;
use crate::diff::version_step::{VersionChange, judge};
use crate::diff::{self, EditionRef, LoadedEdition, compare};
use crate::earlier_formats::{is_format_1, migrated, upgrade};
use crate::export::tables;
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
    pub verdict: VersionChange,
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
            return Ok(Self { diff, verdict: VersionChange::default(), names });
        };
        let published = PublishedTables::of(&previous.files)?;
        let (before, after) = (published.rows()?, rows(tables_below("", files))?);
        let same_format = before.format_version == after.format_version;
        let older = match LoadedEdition::from_sources(&published.upgraded()) {
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
    pub fn files(&self, version: &Version, register: &Register) -> Files {
        let Some(diff) = &self.diff else { return Files::new() };
        let address = format!("{}{version}/", super::address(register));
        let release = diff::OfRelease { version, address };
        let text = |name: &str, text: String| (name.to_owned(), text.into_bytes());
        Files::from([
            text("diff.md", diff::markdown::page(diff, &self.names)),
            text("diff.json", diff::json::document(diff)),
            text("diff.atom", diff::atom(diff, &self.names, Some(&release))),
            text("notice.txt", diff::notice::page(diff, &self.names)),
        ])
    }
}

/// The tables that a release published, in format 2.
pub(super) struct PublishedTables {
    sources: Sources,
    /// The format in which they were published.
    format_version: u64,
}

impl PublishedTables {
    /// The tables of a release. In format 1 a release published them edition by edition.
    pub(super) fn of(files: &Files) -> Result<Self, Failure> {
        let in_memory = |folder: &str| {
            let schemas = schema::files().into_iter().map(|(path, text)| (path, text.into_bytes()));
            let tables = tables_below(folder, files);
            Sources::from_memory(
                tables.map(|(path, bytes)| (path.to_owned(), bytes.to_vec())),
                schemas,
            )
        };
        let editions: Vec<Sources> =
            editions(files).into_iter().map(|edition| in_memory(&format!("{edition}/"))).collect();
        if editions.first().is_some_and(is_format_1) {
            return Ok(Self { sources: migrated(&editions)?, format_version: 1 });
        }
        let sources = in_memory("");
        let format_version = rows(tables_of(&sources))?.format_version;
        Ok(Self { sources, format_version })
    }

    pub(super) fn rows(&self) -> Result<ReleaseRows, Failure> {
        Ok(ReleaseRows { format_version: self.format_version, ..rows(tables_of(&self.sources))? })
    }

    /// The tables in the shape of today.
    fn upgraded(&self) -> Sources {
        let mut sources = self.sources.clone();
        upgrade(&mut sources);
        sources
    }
}

/// The tables among these sources.
pub(super) fn tables_of(sources: &Sources) -> impl Iterator<Item = (&str, &[u8])> {
    sources.data_files().map(|(path, file)| (path, file.bytes.as_slice()))
}

pub(super) fn rows<'f>(
    tables: impl IntoIterator<Item = (&'f str, &'f [u8])>,
) -> Result<ReleaseRows, Failure> {
    ReleaseRows::of(tables).map_err(Failure::new)
}

/// The tables below a folder of a release: that of an edition, or the release itself.
fn tables_below<'f>(
    folder: &str,
    files: &'f Files,
) -> impl Iterator<Item = (&'f str, &'f [u8])> + use<'f> {
    let folder = format!("{folder}{}/", tables::FOLDER);
    files.iter().filter_map(move |(path, bytes)| Some((path.strip_prefix(&folder)?, &**bytes)))
}

/// The editions whose tables a release has.
fn editions(files: &Files) -> BTreeSet<&str> {
    files.keys().filter_map(|path| Some(path.split_once("/tables/")?.0)).collect()
}
