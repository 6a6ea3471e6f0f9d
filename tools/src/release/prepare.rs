//! Decides whether a version may be released, and makes its bytes.

use semver::Version;
use service_providers_codegen::Register;

use super::Files;
use super::changes::{Changes, Previous};
use super::contents::{complete, exports};
use super::digests;
use super::index::{self, Listed};
use super::manifest::{self, Manifest, SourceCommit};
use super::shelf::Shelf;
use crate::diff::version_step::Step;
use crate::failure::Failure;

/// What shall be released.
pub struct Request<'r> {
    /// The version.
    pub version: Version,
    /// The register.
    pub register: &'r Register,
    /// The commit that it is read from.
    pub commit: String,
    /// The data folder inside the repository.
    pub data: String,
}

/// A release ready to be put on the shelf.
pub struct Prepared {
    /// Its files.
    pub files: Files,
    /// The files beside the releases.
    pub beside: Files,
    /// How far the version must move, and why.
    pub reasons: Vec<(Step, String)>,
    /// The release before.
    pub previous: Option<Version>,
    /// Whether the shelf has it already, byte for byte.
    pub already: bool,
}

/// Makes a release, or says why it cannot be one.
///
/// # Errors
/// If a file cannot be read.
pub fn prepare(
    request: &Request<'_>,
    shelf: &Shelf,
) -> Result<Result<Prepared, Vec<String>>, Failure> {
    let mut refusals = Vec::new();
    let version = &request.version;
    let mut listed = Vec::new();
    let mut previous = None;
    let mut published = None;
    for other in shelf.versions()? {
        let files = shelf.read(&other)?;
        let altered = digests::check(&files);
        refusals.extend(altered.iter().map(|what| format!("release {other} was altered: {what}")));
        match Listed::read(&files) {
            Ok(release) => listed.push(release),
            Err(error) if altered.is_empty() => refusals.push(format!("release {other}: {error}")),
            Err(_) => {}
        }
        match other.cmp(version) {
            std::cmp::Ordering::Less => previous = Some(Previous { version: other, files }),
            std::cmp::Ordering::Equal => published = Some(files),
            std::cmp::Ordering::Greater => {}
        }
    }
    if !refusals.is_empty() {
        refusals.push("restore the releases from the repository".to_owned());
        return Ok(Err(refusals));
    }
    if let (None, Some(newest)) = (&published, listed.last())
        && newest.version() > version
    {
        let newest = newest.version();
        refusals.push(format!("{version} is lower than {newest}, which is released"));
        return Ok(Err(refusals));
    }
    let files = exports(request.register);
    let changes = Changes::find(version, request.register, &files, previous.as_ref())?;
    if let Some(previous) = &previous {
        refusals.extend(refused(version, &previous.version, &changes));
    }
    let source = SourceCommit { commit: request.commit.clone(), data: request.data.clone() };
    let before = previous.as_ref().map(|previous| &previous.version);
    let files = complete(files, version, before, request.register, source, &changes);
    if let Some(published) = &published {
        let others = different(published, &files);
        if let Some(commit) = other_commit(published, &request.commit, &others) {
            refusals.push(format!(
                "{version} is released already, from commit {commit}, and nothing but the commit \
                 differs"
            ));
        } else if !others.is_empty() {
            refusals.push(format!(
                "{version} is released with other bytes ({}); a release never changes, choose a \
                 higher version",
                others.join(", ")
            ));
        }
    }
    if !refusals.is_empty() {
        return Ok(Err(refusals));
    }
    if published.is_none() {
        listed.push(Listed::read(&files).map_err(Failure::new)?);
    }
    let beside = index::files(&listed, &request.register.file.publisher.name);
    let mut already = published.is_some();
    for (name, bytes) in &beside {
        already &= shelf.beside(name)?.as_ref() == Some(bytes);
    }
    let previous = previous.map(|previous| previous.version);
    Ok(Ok(Prepared { files, beside, reasons: changes.verdict.reasons, previous, already }))
}

/// Why a version may not follow another.
fn refused(version: &Version, previous: &Version, changes: &Changes) -> Vec<String> {
    let verdict = &changes.verdict;
    let mut refusals: Vec<String> = (verdict.gone.iter())
        .map(|key| format!("{key} was in release {previous} and is gone; withdraw it instead"))
        .collect();
    let step = verdict.step();
    let lowest = step.from(previous);
    if *version < lowest {
        let reasons: Vec<&str> = (verdict.reasons.iter())
            .filter(|(reason, _)| *reason == step)
            .map(|(_, why)| why.as_str())
            .collect();
        refusals.push(format!(
            "{version} is too small a step from {previous}: a {step} step is needed, {lowest} or \
             higher, because {}",
            reasons.join("; ")
        ));
    }
    refusals
}

/// The commit that a release was made from, if nothing but the commit is another now.
fn other_commit(published: &Files, commit: &str, others: &[String]) -> Option<String> {
    let source = Manifest::read(published).ok()?.source;
    let alone = others.iter().all(|path| [manifest::NAME, digests::SUMS].contains(&path.as_str()));
    (alone && source.commit != commit).then_some(source.commit)
}

/// The files that are not the same in both; a few of them.
fn different(a: &Files, b: &Files) -> Vec<String> {
    const SHOWN: usize = 5;
    let mut paths: Vec<&String> = a
        .iter()
        .filter(|(path, bytes)| b.get(*path) != Some(bytes))
        .map(|(path, _)| path)
        .chain(b.keys().filter(|path| !a.contains_key(*path)))
        .collect();
    paths.sort();
    let more = paths.len().saturating_sub(SHOWN);
    let mut shown: Vec<String> = paths.into_iter().take(SHOWN).cloned().collect();
    if more > 0 {
        shown.push(format!("{more} more"));
    }
    shown
}
