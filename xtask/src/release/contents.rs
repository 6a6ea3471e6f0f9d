//! The files of a release.

use semver::Version;
use serde_json::json;
use service_providers_codegen::Register;

use super::Files;
use super::changes::Changes;
use super::digests::{SUMS, digests, sums};
use super::manifest::{self, Manifest, SourceCommit};
use crate::diff::version_step::Step;
use crate::export::FORMATS;
use crate::page::markdown;

/// The part of the changelog that a release adds.
pub const ENTRY: &str = "changelog.md";

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

/// Everything that a release has besides its exports: what changed, the changelog's entry, the
/// manifest and the digests.
pub fn complete(
    mut files: Files,
    version: &Version,
    previous: Option<&Version>,
    register: &Register,
    source: SourceCommit,
    changes: &Changes,
) -> Files {
    files.extend(changes.files());
    files.insert(ENTRY.to_owned(), entry(version, previous, register, changes).into_bytes());
    let manifest = Manifest {
        manifest_version: 1,
        version: version.clone(),
        publisher: register.file.publisher.key.to_string(),
        previous: previous.cloned(),
        source,
        tool_version: env!("CARGO_PKG_VERSION").to_owned(),
        format_version: register.file.format_version,
        editions: manifest::editions(register),
        rows: manifest::rows(register),
        digests: digests(&files),
    };
    files.insert(manifest::NAME.to_owned(), manifest.text().into_bytes());
    files.insert(SUMS.to_owned(), sums(&files).into_bytes());
    files
}

fn entry(
    version: &Version,
    previous: Option<&Version>,
    register: &Register,
    changes: &Changes,
) -> String {
    let reasons = |step: Step| -> Vec<&str> {
        let of_step = changes.verdict.reasons.iter().filter(|(other, _)| *other == step);
        of_step.map(|(_, reason)| reason.as_str()).collect()
    };
    let editions: Vec<&str> = register.editions().iter().map(|e| e.id.as_str()).collect();
    let entry = json!({
        "version": version.to_string(),
        "previous": previous.map(ToString::to_string),
        "editions": editions,
        "newest": register.newest_edition().id,
        "steps": [
            ["Another format", reasons(Step::Major)],
            ["Added, retired or renamed", reasons(Step::Minor)],
            ["Corrected", reasons(Step::Patch)],
        ],
        "compared": changes.diff.as_ref().map(|diff| [&diff.from.edition, &diff.to.edition]),
    });
    markdown(include_str!("templates/entry.md.jinja"), entry)
}
