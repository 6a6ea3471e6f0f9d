//! Decides whether a version may be released, and makes its bytes.

use std::cmp::Ordering;

use semver::Version;
use service_providers_codegen::Register;

use super::changes::{Changes, Previous};
use super::contents::{complete, exports};
use super::index::{self, IndexContext, ReleaseSummary};
use super::manifest::SourceCommit;
use super::store::ReleaseStore;
use super::{Files, digests, refusals};
use crate::diff::version_step::Step;
use crate::failure::Failure;

/// What shall be released.
pub struct Request<'r> {
    /// The version.
    pub version: &'r Version,
    /// The register.
    pub register: &'r Register,
    /// Where the register was read from.
    pub source: SourceCommit,
    /// The command that makes a release, as people type it.
    pub command: String,
    /// Whether the documentation of releases lies in the same repository.
    pub has_docs: bool,
}

/// Whether a version may be released.
pub enum Decision {
    /// It may.
    Release(Prepared),
    /// It may not, for these reasons.
    Refused(Vec<String>),
}

/// A release ready to be written.
pub struct Prepared {
    /// Its files.
    pub files: Files,
    /// The index files of all releases.
    pub index: Files,
    /// How far the version must move, and why.
    pub reasons: Vec<(Step, String)>,
    /// The release before.
    pub previous: Option<Version>,
    /// Whether everything is written already, byte for byte.
    pub already: bool,
}

/// Makes a release, or says why it cannot be one.
///
/// # Errors
/// If a file cannot be read.
pub fn prepare(request: &Request<'_>, store: &ReleaseStore) -> Result<Decision, Failure> {
    let version = request.version;
    let released = match Released::read(store, version)? {
        Ok(released) => released,
        Err(refusals) => return Ok(Decision::Refused(refusals)),
    };
    let publisher = &request.register.file.publisher.key;
    if let Some(refusal) =
        released.of_another_publisher(publisher).or_else(|| released.higher_than(version))
    {
        return Ok(Decision::Refused(vec![refusal]));
    }
    let files = exports(request.register);
    let changes = Changes::find(version, request.register, &files, released.previous.as_ref())?;
    let previous = released.previous.as_ref().map(|previous| &previous.version);
    let files = complete(files, request, previous, &changes);
    let mut reasons_against = Vec::new();
    if let Some(previous) = previous {
        reasons_against.extend(refusals::of_version(version, previous, &changes));
    }
    if let Some(published) = &released.published {
        let commit = &request.source.commit;
        reasons_against.extend(refusals::of_published(version, published, &files, commit));
    }
    if !reasons_against.is_empty() {
        return Ok(Decision::Refused(reasons_against));
    }
    let Released { mut summaries, previous, published } = released;
    if published.is_none() {
        summaries.push(ReleaseSummary::read(&files).map_err(Failure::new)?);
    }
    let context = IndexContext {
        publisher: &request.register.file.publisher.name,
        address: super::address(request.register),
        command: request.command.clone(),
        has_docs: request.has_docs,
    };
    let index = index::files(&summaries, &context);
    let mut already = published.is_some();
    for (name, bytes) in &index {
        already &= store.index_file(name)?.as_ref() == Some(bytes);
    }
    let previous = previous.map(|previous| previous.version);
    Ok(Decision::Release(Prepared {
        files,
        index,
        reasons: changes.verdict.reasons,
        previous,
        already,
    }))
}

/// The releases that were made before.
struct Released {
    /// All of them, the oldest first.
    summaries: Vec<ReleaseSummary>,
    /// The one before the version.
    previous: Option<Previous>,
    /// The files of the version itself, if it was released.
    published: Option<Files>,
}

impl Released {
    /// Reads every release. Says what is wrong with them if one was altered.
    fn read(store: &ReleaseStore, version: &Version) -> Result<Result<Self, Vec<String>>, Failure> {
        let mut released = Self { summaries: Vec::new(), previous: None, published: None };
        let mut wrong = Vec::new();
        for other in store.versions()? {
            let files = store.read(&other)?;
            let altered = digests::check(&files);
            wrong.extend(altered.iter().map(|what| format!("release {other} was altered: {what}")));
            match ReleaseSummary::read(&files) {
                Ok(summary) => released.summaries.push(summary),
                Err(error) if altered.is_empty() => wrong.push(format!("release {other}: {error}")),
                Err(_) => {}
            }
            match other.cmp(version) {
                Ordering::Less => released.previous = Some(Previous { version: other, files }),
                Ordering::Equal => released.published = Some(files),
                Ordering::Greater => {}
            }
        }
        if wrong.is_empty() {
            return Ok(Ok(released));
        }
        wrong.push("restore the releases from the repository".to_owned());
        Ok(Err(wrong))
    }

    /// Why nothing can be released here, if the folder has releases of another publisher.
    fn of_another_publisher(&self, publisher: &str) -> Option<String> {
        let other = self.summaries.iter().find(|release| release.publisher() != publisher)?;
        Some(format!(
            "release {} is one of `{}`, and this register is of `{publisher}`; choose another folder \
             with `--releases DIR`",
            other.version(),
            other.publisher()
        ))
    }

    /// That a higher version than a new one was released, if one was.
    fn higher_than(&self, version: &Version) -> Option<String> {
        let newest = self.summaries.last()?.version();
        (self.published.is_none() && newest > version)
            .then(|| format!("{version} is lower than {newest}, which is released"))
    }
}
