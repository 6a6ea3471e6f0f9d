//! The index files, which lie beside the releases and are made from their manifests: the
//! changelog, the feed of updates, and the pointer to the newest release.

mod changelog;
mod feed;

use semver::Version;
use serde_json::json;

use super::Files;
use super::manifest::{self, EditionCounts, Manifest};
use crate::json::pretty;
use crate::sha256;

/// What the index files say about a release.
pub struct ReleaseSummary {
    manifest: Manifest,
    manifest_digest: String,
}

/// What the index files say about the register and the program.
pub struct IndexContext<'a> {
    /// The name of the publisher.
    pub publisher: &'a str,
    /// The command that makes a release, as people type it.
    pub command: String,
    /// Whether the documentation of releases lies in the same repository.
    pub has_docs: bool,
}

impl ReleaseSummary {
    /// Reads the manifest of a release.
    ///
    /// # Errors
    /// In words, if it has none.
    pub fn read(files: &Files) -> Result<Self, String> {
        let manifest = Manifest::read(files)?;
        let bytes = files.get(manifest::NAME).map(Vec::as_slice).unwrap_or_default();
        Ok(Self { manifest, manifest_digest: sha256::hex(bytes) })
    }

    /// The version.
    pub fn version(&self) -> &Version {
        &self.manifest.version
    }

    /// The key of the publisher.
    pub fn publisher(&self) -> &str {
        &self.manifest.publisher
    }

    fn current_edition(&self) -> Option<&EditionCounts> {
        self.manifest.current_edition()
    }
}

/// The index files of releases, the oldest release first. There are none without a release.
pub fn files(releases: &[ReleaseSummary], context: &IndexContext<'_>) -> Files {
    let Some(newest) = releases.last() else { return Files::new() };
    let file = |name: &str, text: String| (name.to_owned(), text.into_bytes());
    Files::from([
        file("CHANGELOG.md", changelog::page(releases, context)),
        file("latest.json", pointer(newest)),
        file("updates.atom", feed::xml(releases, newest, context.publisher)),
    ])
}

/// Which release is the newest, and where it lies.
fn pointer(newest: &ReleaseSummary) -> String {
    let version = newest.version().to_string();
    pretty(&json!({
        "version": version,
        "edition": newest.current_edition().map(|edition| &edition.id),
        "path": format!("{version}/"),
        "manifest": format!("{version}/{}", manifest::NAME),
        "manifest_sha256": newest.manifest_digest,
    }))
}
