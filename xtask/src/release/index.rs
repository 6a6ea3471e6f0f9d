//! What lies beside the releases and is made from them: the changelog, the feed of updates, and
//! the pointer to the newest release.

use semver::Version;
use serde_json::json;

use super::Files;
use super::contents::ENTRY;
use super::digests::digest;
use super::manifest::{self, Manifest};
use crate::atom::{Entry, Feed, tag};

/// The files beside the releases.
pub const NAMES: [&str; 3] = ["CHANGELOG.md", "latest.json", "updates.atom"];

/// A release as the index sees it.
pub struct Listed {
    manifest: Manifest,
    manifest_digest: String,
    entry: String,
}

impl Listed {
    /// Reads a release.
    ///
    /// # Errors
    /// In words, if it has no manifest or no changelog entry.
    pub fn read(files: &Files) -> Result<Self, String> {
        let entry = files.get(ENTRY).ok_or_else(|| format!("{ENTRY} is missing"))?;
        Ok(Self {
            manifest: Manifest::read(files)?,
            manifest_digest: files
                .get(manifest::NAME)
                .map(|bytes| digest(bytes))
                .unwrap_or_default(),
            entry: String::from_utf8_lossy(entry).into_owned(),
        })
    }

    /// The version.
    pub fn version(&self) -> &Version {
        &self.manifest.version
    }

    /// The day of the newest edition.
    fn day(&self) -> &str {
        self.manifest.newest_edition().map_or("", |edition| &edition.published)
    }
}

/// The files beside the releases, oldest release first; empty if there is none.
pub fn files(releases: &[Listed], publisher: &str) -> Files {
    let Some(newest) = releases.last() else { return Files::new() };
    let [changelog, latest, updates] = NAMES.map(str::to_owned);
    Files::from([
        (changelog, self::changelog(releases).into_bytes()),
        (latest, pointer(newest).into_bytes()),
        (updates, feed(releases, newest, publisher).into_bytes()),
    ])
}

fn changelog(releases: &[Listed]) -> String {
    let entries: Vec<&str> = releases.iter().rev().map(|release| release.entry.as_str()).collect();
    format!("{}{}", include_str!("templates/changelog-head.md"), entries.join("\n"))
}

fn pointer(newest: &Listed) -> String {
    let version = newest.version().to_string();
    let pointer = json!({
        "version": version,
        "edition": newest.manifest.newest_edition().map(|edition| &edition.id),
        "path": format!("{version}/"),
        "manifest": format!("{version}/{}", manifest::NAME),
        "manifest_sha256": newest.manifest_digest,
    });
    let mut text = serde_json::to_string_pretty(&pointer).unwrap_or_default();
    text.push('\n');
    text
}

fn feed(releases: &[Listed], newest: &Listed, publisher: &str) -> String {
    let manifest = &newest.manifest;
    // Editions stay for ever, so the day of the first is always the same.
    let since = manifest.editions.first().map_or("", |edition| &edition.published);
    let id = |what: &str| tag(&manifest.publisher, since, &format!("service-providers/{what}"));
    let entries = releases
        .iter()
        .rev()
        .map(|release| Entry {
            id: id(&format!("releases/{}", release.version())),
            title: format!("Service providers of {publisher}, release {}", release.version()),
            updated: release.day().to_owned(),
            content: release.entry.clone(),
        })
        .collect();
    let feed = Feed {
        id: id("releases"),
        title: format!("Service providers of {publisher}: releases"),
        author: publisher.to_owned(),
        updated: newest.day().to_owned(),
        entries,
    };
    feed.xml()
}
