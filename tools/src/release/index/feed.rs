//! The feed of the releases: an entry for each release, and after it one for each change in it. A
//! release never changes, so its entries stay, and the feed only grows.

use super::changelog::ReleaseWords;
use super::{IndexContext, ReleaseSummary};
use crate::atom::{Entry, Feed, Links, tag};

/// The feed as XML, with the newest release first.
pub fn xml(
    releases: &[ReleaseSummary],
    newest: &ReleaseSummary,
    context: &IndexContext<'_>,
) -> String {
    let (publisher, address) = (context.publisher, &context.address);
    let manifest = &newest.manifest;
    // A release never changes, so neither does the day of the first edition of the first one. Later
    // releases may have older editions.
    let first = releases.first().and_then(|release| release.manifest.editions.first());
    let since = first.map_or("", |edition| &edition.published);
    let id = |what: &str| tag(&manifest.publisher, since, &format!("service-providers/{what}"));
    let page = |release: &ReleaseSummary, name: &str| {
        Some(format!("{address}{}/{name}", release.version()))
    };
    let whole = |release: &ReleaseSummary| Entry {
        id: id(&format!("releases/{}", release.version())),
        title: format!("Service providers of {publisher}, release {}", release.version()),
        updated: day(release),
        content: text(&ReleaseWords::of(release)),
        page: page(release, "README.md"),
        providers: Vec::new(),
    };
    let entries = |release: &ReleaseSummary| -> Vec<Entry> {
        let page = page(release, "diff.md");
        let changes = release.changes.iter().cloned();
        let changes = changes.map(|entry| Entry { page: page.clone(), ..entry });
        [whole(release)].into_iter().chain(changes).collect()
    };
    let feed = Feed {
        id: id("releases"),
        title: format!("Service providers of {publisher}: releases"),
        author: publisher.to_owned(),
        updated: day(newest),
        links: Some(Links {
            feed: format!("{address}updates.atom"),
            page: format!("{address}CHANGELOG.md"),
        }),
        entries: releases.iter().rev().flat_map(entries).collect(),
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
