//! The diff as a feed. Every provider that is new, gone, changed or succeeded has an entry.

use semver::Version;

use super::model::Diff;
use super::words::words;
use crate::atom::{Entry, Feed, tag};
use crate::page::Names;

/// The feed. Two releases may compare the same two editions, so the ids in the feed of a release
/// contain its version.
pub fn feed(diff: &Diff, names: &Names, release: Option<&Version>) -> String {
    let words = words(diff, names);
    let release = release.map(|version| format!("releases/{version}/")).unwrap_or_default();
    let (publisher, date) = (&diff.publisher, &diff.to.published);
    let (from, to) = (&diff.from.edition, &diff.to.edition);
    let id =
        |rest: &str| tag(publisher, date, &format!("service-providers/{release}{from}/{to}{rest}"));
    let entry = |what: &str, key: &str, title: String, lines: &[String]| Entry {
        id: id(&format!("/{what}/{key}")),
        title,
        updated: date.clone(),
        content: lines.join("\n"),
    };
    let mut entries = Vec::new();
    for (what, title, list) in [
        ("added", "New", &words.added),
        ("returned", "Listed again", &words.returned),
        ("retired", "No longer listed", &words.retired),
        ("changed", "Changed", &words.changed),
    ] {
        entries.extend(list.iter().map(|provider| {
            let title = format!("{title}: {}", provider.name);
            entry(what, &provider.key, title, &provider.lines)
        }));
    }
    entries.extend(words.succeeded.iter().map(|event| {
        let mut lines = vec![event.certainty.clone()];
        lines.extend(event.before_too.clone());
        lines.extend([&event.evidence[..], &event.lines].concat());
        for provider in &event.now {
            lines.push(format!("What is said of {} now:", provider.name));
            lines.extend(provider.lines.iter().cloned());
        }
        entry("succeeded", &event.key, event.title.clone(), &lines)
    }));
    let feed = Feed {
        id: id(""),
        title: format!("Service providers of {}: {from} to {to}", words.publisher),
        author: words.publisher,
        updated: date.clone(),
        entries,
    };
    feed.xml()
}
