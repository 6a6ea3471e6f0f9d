//! The files of a release.

use semver::Version;
use service_providers_codegen::Register;

use super::Files;
use super::changes::Changes;
use super::digests::{SUMS, digests, sums};
use super::manifest::{self, Change, Compared, Manifest, SourceCommit};
use super::readme;
use crate::export::FORMATS;

/// The exports of every edition in every format.
pub fn exports(register: &Register) -> Files {
    let mut files = Files::new();
    for edition in register.editions() {
        for file in FORMATS.iter().flat_map(|format| format.files(register, edition)) {
            files.insert(format!("{}/{}", edition.id, file.path), file.bytes);
        }
    }
    files
}

/// Everything that a release has besides its exports: what changed, the manifest and the digests.
pub fn complete(
    mut files: Files,
    version: &Version,
    previous: Option<&Version>,
    register: &Register,
    source: SourceCommit,
    changes: &Changes,
) -> Files {
    files.extend(changes.files(version));
    let editions = manifest::editions(register);
    let compared = (changes.diff.as_ref())
        .map(|diff| Compared { from: diff.from.edition.clone(), to: diff.to.edition.clone() });
    let publisher = &register.file.publisher;
    let page = readme::page(&publisher.name, version, previous, &editions, compared.as_ref());
    files.insert(readme::NAME.to_owned(), page.into_bytes());
    let reasons = changes.verdict.reasons.iter();
    let manifest = Manifest {
        manifest_version: 1,
        version: version.clone(),
        publisher: publisher.key.to_string(),
        previous: previous.cloned(),
        changes: reasons.map(|(step, what)| Change { step: *step, what: what.clone() }).collect(),
        compared,
        source,
        tool_version: env!("CARGO_PKG_VERSION").to_owned(),
        format_version: register.file.format_version,
        editions,
        rows: manifest::rows(register),
        digests: digests(&files),
    };
    files.insert(manifest::NAME.to_owned(), manifest.text().into_bytes());
    files.insert(SUMS.to_owned(), sums(&files).into_bytes());
    files
}
