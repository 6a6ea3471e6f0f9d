//! The feed of the releases.

use super::ReleaseSummary;
use super::changelog::ReleaseWords;
use crate::atom::{Entry, Feed, tag};

/// The feed as XML, with the newest release first.
pub fn xml(releases: &[ReleaseSummary], newest: &ReleaseSummary, publisher: &str) -> String {
    let manifest = &newest.manifest;
    // A release never changes, so neither does the day of the first edition of the first one. Later
    // releases may have older editions.
    let first = releases.first().and_then(|release| release.manifest.editions.first());
    let since = first.map_or("", |edition| &edition.published);
    let id = |what: &str| tag(&manifest.publisher, since, &format!("service-providers/{what}"));
    let entry = |release: &ReleaseSummary| Entry {
        id: id(&format!("releases/{}", release.version())),
        title: format!("Service providers of {publisher}, release {}", release.version()),
        updated: day(release),
        content: text(&ReleaseWords::of(release)),
    };
    let feed = Feed {
        id: id("releases"),
        title: format!("Service providers of {publisher}: releases"),
        author: publisher.to_owned(),
        updated: day(newest),
        entries: releases.iter().rev().map(entry).collect(),
    };
    feed.xml()
}

/// The day of a release's edition in force.
fn day(release: &ReleaseSummary) -> String {
    release.current_edition().map(|edition| edition.published.clone()).unwrap_or_default()
}

/// A release as lines of plain text.
fn text(words: &ReleaseWords<'_>) -> String {
    let mut lines = vec![words.title.clone()];
    for part in &words.parts {
        lines.push(format!("{}:", part.title));
        lines.extend(part.lines.iter().map(|line| format!("- {line}")));
    }
    lines.join("\n")
}
