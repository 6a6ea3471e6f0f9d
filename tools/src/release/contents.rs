//! The files of a release.

use std::convert::Infallible;

use semver::Version;
use service_providers_codegen::Register;

use super::changes::Changes;
use super::digests::{SUMS, digests, sums};
use super::manifest::{self, Change, Compared, Manifest};
use super::{Files, Request, counts, readme};
use crate::export::{FORMATS, jobs, make, tables};

/// The exports of every edition, and of all editions together, in every format; and the tables of the
/// whole register.
pub fn exports(register: &Register) -> Files {
    let editions: Vec<_> = register.editions().iter().collect();
    let formats: Vec<_> = FORMATS.iter().collect();
    let made = make(
        register,
        &jobs(&editions, &formats, true),
        |job, file| Ok::<_, Infallible>((format!("{}/{}", job.folder(), file.path), file.bytes)),
        &|| {},
    );
    let Ok(made) = made;
    let mut files: Files = made.into_iter().flatten().collect();
    for (path, bytes) in register.source_files() {
        files.insert(format!("{}/{path}", tables::FOLDER), bytes);
    }
    files
}

/// Adds everything to the exports that a release has besides them: what changed, the page that says
/// what lies here, the manifest and the digests.
pub fn complete(
    mut files: Files,
    request: &Request<'_>,
    previous: Option<&Version>,
    changes: &Changes,
) -> Files {
    let register = request.register;
    files.extend(changes.files(request.version, register));
    let compared = (changes.diff.as_ref())
        .map(|diff| Compared { from: diff.from.edition.clone(), to: diff.to.edition.clone() });
    let reasons = changes.verdict.reasons.iter();
    let mut manifest = Manifest {
        manifest_version: manifest::VERSION,
        version: request.version.clone(),
        publisher: register.file.publisher.key.to_string(),
        previous: previous.cloned(),
        changes: reasons.map(|(step, what)| Change { step: *step, what: what.clone() }).collect(),
        compared,
        source: request.source.clone(),
        tool_version: env!("CARGO_PKG_VERSION").to_owned(),
        format_version: register.file.format_version,
        current: Some(register.file.current.clone()),
        editions: counts::editions(register),
        rows: counts::rows(register),
        digests: Default::default(),
    };
    let page = readme::page(&manifest, request);
    files.insert(readme::NAME.to_owned(), page.into_bytes());
    manifest.digests = digests(&files);
    files.insert(manifest::NAME.to_owned(), manifest.text().into_bytes());
    files.insert(SUMS.to_owned(), sums(&files).into_bytes());
    files
}
