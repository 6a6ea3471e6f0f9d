//! The diff as a feed: one entry for each provider that is new, gone, another or changed.

use super::model::Diff;
use super::words::words;
use crate::atom::{Entry, Feed, tag};
use crate::page::Names;

/// The feed.
pub fn feed(diff: &Diff, names: &Names) -> String {
    let words = words(diff, names);
    let (publisher, date) = (&diff.publisher, &diff.to.published);
    let (from, to) = (&diff.from.edition, &diff.to.edition);
    let entry = |what: &str, key: &str, title: String, lines: &[String]| Entry {
        id: tag(publisher, date, &format!("service-providers/{from}/{to}/{what}/{key}")),
        title,
        updated: date.clone(),
        content: lines.join("\n"),
    };
    let mut entries = Vec::new();
    for (what, title, list) in [
        ("added", "New", &words.added),
        ("retired", "No longer listed", &words.retired),
        ("changed", "Changed", &words.changed),
    ] {
        entries.extend(list.iter().map(|provider| {
            let title = format!("{title}: {}", provider.name);
            entry(what, &provider.key, title, &provider.lines)
        }));
    }
    entries.extend(words.succeeded.iter().map(|event| {
        let lines: Vec<String> =
            [std::slice::from_ref(&event.certainty), &event.evidence, &event.lines].concat();
        entry("succeeded", &event.key, event.title.clone(), &lines)
    }));
    let feed = Feed {
        id: tag(publisher, date, &format!("service-providers/{from}/{to}")),
        title: format!("Service providers of {}: {from} to {to}", words.publisher),
        author: words.publisher,
        updated: date.clone(),
        entries,
    };
    feed.xml()
}
