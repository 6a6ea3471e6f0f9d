//! The index files, which lie beside the releases and are made from their manifests and
//! feeds: the changelog, the feed of updates, and the pointer to the newest release.

mod changelog;
mod feed;

use semver::Version;
use serde_json::json;

use super::Files;
use super::manifest::{self, EditionCounts, Manifest};
use crate::atom::Entry;
use crate::json::pretty;
use crate::sha256;

/// The feed of a release.
const FEED: &str = "diff.atom";

/// What the index files say about a release.
pub struct ReleaseSummary {
    manifest: Manifest,
    manifest_digest: String,
    /// The entries of its feed, one for each change.
    changes: Vec<Entry>,
}

/// What the index files say about the register and the program.
pub struct IndexContext<'a> {
    /// The name of the publisher.
    pub publisher: &'a str,
    /// The address of the folder of releases, with `/` at its end; empty if it is not known.
    pub address: String,
    /// The command that makes a release, as people type it.
    pub command: String,
    /// Whether the documentation of releases lies in the same repository.
    pub has_docs: bool,
}

impl ReleaseSummary {
    /// Reads the manifest and the feed of a release.
    ///
    /// # Errors
    /// In words, if it has no manifest, or if the feed cannot be read.
    pub fn read(files: &Files) -> Result<Self, String> {
        let manifest = Manifest::read(files)?;
        let bytes = files.get(manifest::NAME).map(Vec::as_slice).unwrap_or_default();
        let changes = match files.get(FEED) {
            // Nothing was compared.
            None => Vec::new(),
            Some(feed) => std::str::from_utf8(feed)
                .map_err(|error| error.to_string())
                .and_then(Entry::read_all)
                .map_err(|error| format!("{FEED}: {error}"))?,
        };
        Ok(Self { manifest, manifest_digest: sha256::hex(bytes), changes })
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
        file("updates.atom", feed::xml(releases, newest, context)),
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
