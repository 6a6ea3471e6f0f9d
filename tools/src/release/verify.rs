//! Verifies the files of a release against the digests that it was published with.

use semver::Version;

use super::Files;
use super::digests::{self, SUMS, digests};
use super::manifest::{self, Manifest};
use super::store::ReleaseStore;
use crate::failure::Failure;

/// What is wrong with the files of a release.
///
/// # Errors
/// If there is no such release, or if it cannot be read.
pub fn check_files(store: &ReleaseStore, version: &Version) -> Result<Vec<String>, Failure> {
    let files = read_release(store, version)?;
    let mut wrong = digests::check(&files);
    match Manifest::read(&files) {
        Err(error) => wrong.push(error),
        Ok(manifest) => {
            if manifest.version != *version {
                wrong.push(format!("the manifest is that of {}", manifest.version));
            }
            let mut actual = digests(&files);
            actual.retain(|path, _| path != SUMS && path != manifest::NAME);
            if actual != manifest.digests {
                wrong.push("the digests of the manifest are not those of the files".to_owned());
            }
        }
    }
    Ok(wrong)
}

/// The files of a release.
///
/// # Errors
/// If there is no such release, or if it cannot be read.
pub fn read_release(store: &ReleaseStore, version: &Version) -> Result<Files, Failure> {
    let versions = store.versions()?;
    if !versions.contains(version) {
        let known: Vec<String> = versions.iter().map(ToString::to_string).collect();
        let known = if known.is_empty() { "none".to_owned() } else { known.join(", ") };
        return Err(Failure::new(format!("no release {version}; the releases are: {known}")));
    }
    store.read(version)
}
