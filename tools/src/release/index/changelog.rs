//! The changelog of the releases.

use serde::Serialize;
use serde_json::json;

use super::{IndexContext, ReleaseSummary};
use crate::diff::version_step::Step;
use crate::page::{markdown, prose};
use crate::release::manifest::Compared;

/// A release in words.
#[derive(Serialize)]
pub struct ReleaseWords<'r> {
    version: String,
    /// A sentence or two about the release as a whole.
    pub title: String,
    /// What changed, by kind.
    pub parts: Vec<ChangesOfKind<'r>>,
    compared: Option<&'r Compared>,
    /// The file with the draft notice, if the release has one. Its name changed with the versions.
    notice: Option<&'r str>,
}

/// Changes of one kind.
#[derive(Serialize)]
pub struct ChangesOfKind<'r> {
    /// The kind.
    pub title: &'static str,
    /// The changes.
    pub lines: Vec<&'r str>,
}

impl<'r> ReleaseWords<'r> {
    /// Puts a release into words.
    pub fn of(release: &'r ReleaseSummary) -> Self {
        let manifest = &release.manifest;
        let editions: Vec<&str> =
            manifest.editions.iter().map(|edition| edition.id.as_str()).collect();
        let title = match &manifest.previous {
            None => format!("The first release. Editions: {}.", prose(&editions)),
            Some(previous) => {
                let current = manifest.current_edition().map_or("none", |edition| &edition.id);
                format!("Follows {previous}. Edition in force: {current}.")
            }
        };
        let part = |(step, title)| {
            let changes = manifest.changes.iter().filter(|change| change.step == step);
            ChangesOfKind { title, lines: changes.map(|change| change.what.as_str()).collect() }
        };
        let kinds = [
            (Step::Major, "Another format"),
            (Step::Minor, "Added, retired or renamed"),
            (Step::Patch, "Corrected"),
        ];
        Self {
            version: manifest.version.to_string(),
            title,
            parts: kinds.into_iter().map(part).filter(|part| !part.lines.is_empty()).collect(),
            compared: manifest.compared.as_ref(),
            notice: (manifest.digests.keys())
                .map(String::as_str)
                .find(|path| path.starts_with("notice.")),
        }
    }
}

/// The page, with the newest release first.
pub fn page(releases: &[ReleaseSummary], context: &IndexContext<'_>) -> String {
    let releases: Vec<ReleaseWords<'_>> = releases.iter().rev().map(ReleaseWords::of).collect();
    markdown(
        include_str!("../templates/changelog.md.jinja"),
        json!({
            "command": context.command,
            "has_docs": context.has_docs,
            "releases": releases,
        }),
    )
}
