//! The diff as a feed. Every provider that is new, gone, changed or succeeded has an entry.

use semver::Version;

use super::model::Diff;
use super::words::{DiffWords, Passage, words};
use crate::atom::{Entry, Feed, Links, Subject, tag};
use crate::page::Names;

/// A release of which a feed is part.
pub struct OfRelease<'r> {
    /// Its version. Two releases may compare the same two editions, so the ids of entries contain it.
    pub version: &'r Version,
    /// The address of its folder, with `/` at its end; empty if it is not known.
    pub address: String,
}

/// The feed.
pub fn feed(diff: &Diff, names: &Names, release: Option<&OfRelease<'_>>) -> String {
    let words = words(diff, names);
    let folder = release.map(|it| format!("releases/{}/", it.version)).unwrap_or_default();
    let page = release.map(|it| format!("{}diff.md", it.address));
    let (from, to) = (&diff.from.edition, &diff.to.edition);
    let feed = Feed {
        id: id(diff, &folder, ""),
        title: format!("Service providers of {}: {from} to {to}", words.publisher),
        author: words.publisher.clone(),
        updated: diff.to.published.clone(),
        entries: entries(diff, &words, names, &folder, page.as_deref()),
        links: page.zip(release).map(|(page, release)| {
            let feed = format!("{}diff.atom", release.address);
            Links { feed, page }
        }),
    };
    feed.xml()
}

fn id(diff: &Diff, folder: &str, rest: &str) -> String {
    let (from, to) = (&diff.from.edition, &diff.to.edition);
    let specific = format!("service-providers/{folder}{from}/{to}{rest}");
    tag(&diff.publisher, &diff.to.published, &specific)
}

/// An entry for each change. `folder` stands in the ids, with `/` at its end; `page` says the same to people.
pub fn entries(
    diff: &Diff,
    words: &DiffWords,
    names: &Names,
    folder: &str,
    page: Option<&str>,
) -> Vec<Entry> {
    let subject =
        |key: &String| Subject { key: key.clone(), name: names.name("providers", key).to_owned() };
    let entry =
        |what: &str, key: &str, title: String, lines: &[String], providers: &[String]| Entry {
            id: id(diff, folder, &format!("/{what}/{key}")),
            title,
            updated: diff.to.published.clone(),
            content: lines.join("\n"),
            page: page.map(str::to_owned),
            providers: providers.iter().map(subject).collect(),
        };
    let mut entries = Vec::new();
    for (what, title, list) in [
        ("added", "New", &words.added),
        ("returned", "Listed again", &words.returned),
        ("retired", "No longer listed", &words.retired),
        ("changed", "In both lists", &words.changed),
    ] {
        entries.extend(list.iter().map(|provider| {
            let title = format!("{title}: {}", provider.name);
            let providers = [provider.key.clone()];
            let lines = Passage::all(&provider.parts);
            entry(what, &provider.key, title, &lines, &providers)
        }));
    }
    entries.extend(words.succeeded.iter().map(|event| {
        let mut lines = vec![event.certainty.clone()];
        lines.extend(event.before_too.clone());
        lines.extend(event.evidence.iter().cloned());
        lines.extend(Passage::all(&event.parts));
        entry("succeeded", &event.key, event.title.clone(), &lines, &event.providers)
    }));
    entries
}
