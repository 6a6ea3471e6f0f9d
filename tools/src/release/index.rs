//! What lies beside the releases and is made from their manifests: the changelog, the feed of
//! updates, and the pointer to the newest release.

use semver::Version;
use serde::Serialize;
use serde_json::json;

use super::Files;
use super::digests::digest;
use super::manifest::{self, Compared, Manifest};
use crate::atom::{Entry, Feed, tag};
use crate::diff::version_step::Step;
use crate::page::{markdown, prose};

/// A release as the index sees it.
pub struct Listed {
    manifest: Manifest,
    manifest_digest: String,
}

impl Listed {
    /// Reads a release.
    ///
    /// # Errors
    /// In words, if it has no manifest.
    pub fn read(files: &Files) -> Result<Self, String> {
        let manifest = Manifest::read(files)?;
        let bytes = files.get(manifest::NAME).map(Vec::as_slice).unwrap_or_default();
        Ok(Self { manifest, manifest_digest: digest(bytes) })
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

/// The files beside the releases, oldest release first; none if there is no release.
pub fn files(releases: &[Listed], publisher: &str) -> Files {
    let Some(newest) = releases.last() else { return Files::new() };
    let told: Vec<Told<'_>> =
        releases.iter().rev().map(|release| told(&release.manifest)).collect();
    let changelog =
        markdown(include_str!("templates/changelog.md.jinja"), json!({ "releases": told }));
    Files::from([
        ("CHANGELOG.md".to_owned(), changelog.into_bytes()),
        ("latest.json".to_owned(), pointer(newest).into_bytes()),
        ("updates.atom".to_owned(), feed(releases, newest, publisher).into_bytes()),
    ])
}

/// A release in words.
#[derive(Serialize)]
struct Told<'m> {
    version: String,
    title: String,
    parts: Vec<Part<'m>>,
    compared: Option<&'m Compared>,
}

/// Changes of one kind.
#[derive(Serialize)]
struct Part<'m> {
    title: &'static str,
    lines: Vec<&'m str>,
}

fn told(manifest: &Manifest) -> Told<'_> {
    let editions: Vec<&str> = manifest.editions.iter().map(|edition| edition.id.as_str()).collect();
    let title = match &manifest.previous {
        None => format!("The first release. Editions: {}.", prose(&editions)),
        Some(previous) => {
            format!("Follows {previous}. Newest edition: {}.", editions.last().unwrap_or(&"none"))
        }
    };
    let kinds = [
        (Step::Major, "Another format"),
        (Step::Minor, "Added, retired or renamed"),
        (Step::Patch, "Corrected"),
    ];
    let part = |(step, title)| {
        let changes = manifest.changes.iter().filter(|change| change.step == step);
        Part { title, lines: changes.map(|change| change.what.as_str()).collect() }
    };
    Told {
        version: manifest.version.to_string(),
        title,
        parts: kinds.into_iter().map(part).filter(|part| !part.lines.is_empty()).collect(),
        compared: manifest.compared.as_ref(),
    }
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
    let feed = Feed {
        id: id("releases"),
        title: format!("Service providers of {publisher}: releases"),
        author: publisher.to_owned(),
        updated: newest.day().to_owned(),
        entries: releases
            .iter()
            .rev()
            .map(|release| Entry {
                id: id(&format!("releases/{}", release.version())),
                title: format!("Service providers of {publisher}, release {}", release.version()),
                updated: release.day().to_owned(),
                content: plain(&told(&release.manifest)),
            })
            .collect(),
    };
    feed.xml()
}

/// A release in plain lines.
fn plain(told: &Told<'_>) -> String {
    let mut lines = vec![told.title.clone()];
    for part in &told.parts {
        lines.push(format!("{}:", part.title));
        lines.extend(part.lines.iter().map(|line| format!("- {line}")));
    }
    lines.join("\n")
}
