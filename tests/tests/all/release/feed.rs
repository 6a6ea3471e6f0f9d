//! A feed that is read back: by this program, which takes over the entries of earlier releases, and by
//! another library.

use proptest::collection::vec;
use proptest::prelude::*;
use service_providers_tools::atom::{Entry, Feed, Links, Subject, tag};

/// Any text that a cell may hold, and line breaks.
fn text() -> impl Strategy<Value = String> {
    vec(prop_oneof!["\\PC{0,12}", Just("\n".to_owned()), Just("]]> & <b> &amp;".to_owned())], 0..4)
        .prop_map(|parts| parts.concat())
}

fn entry() -> impl Strategy<Value = Entry> {
    let provider = ("[a-z0-9-]{1,9}", text()).prop_map(|(key, name)| Subject { key, name });
    let page = prop_oneof![Just(None), "[a-z0-9./-]{1,9}".prop_map(Some)];
    (text(), text(), page, vec(provider, 0..3)).prop_map(|(title, content, page, providers)| {
        Entry {
            id: tag("example", "2025-11-17", &title),
            title,
            updated: "2025-11-17".to_owned(),
            content,
            page,
            providers,
        }
    })
}

proptest! {
    #[test]
    fn entries_read_back_are_the_same(entries in vec(entry(), 0..5)) {
        let feed = Feed {
            id: tag("example", "2025-11-17", "feed"),
            title: "A feed".to_owned(),
            author: "Example".to_owned(),
            updated: "2025-11-17".to_owned(),
            links: Some(Links { feed: "updates.atom".to_owned(), page: "CHANGELOG.md".to_owned() }),
            entries,
        };
        let xml = feed.xml();
        let read = Entry::read_all(&xml).expect("the feed is one of ours");
        // The page is not read: another feed leads to it from another place.
        let expected: Vec<Entry> =
            feed.entries.iter().map(|entry| Entry { page: None, ..entry.clone() }).collect();
        prop_assert_eq!(&read, &expected);
        let other: atom_syndication::Feed = xml.parse().expect("it is a feed");
        prop_assert_eq!(other.entries().len(), expected.len());
        for (found, entry) in other.entries().iter().zip(&expected) {
            prop_assert_eq!(found.title().as_str(), entry.title.as_str());
            prop_assert_eq!(found.id(), entry.id.as_str());
            let terms: Vec<&str> = found.categories().iter().map(|it| it.term()).collect();
            let keys: Vec<&str> = entry.providers.iter().map(|it| it.key.as_str()).collect();
            prop_assert_eq!(terms, keys);
        }
    }

    #[test]
    fn a_text_without_entries_has_none(text in "\\PC{0,80}") {
        prop_assume!(!text.contains("entry"));
        prop_assert!(Entry::read_all(&text).map_or(true, |entries| entries.is_empty()));
    }
}

#[test]
fn an_entry_that_does_not_end_is_refused() {
    for broken in ["<feed><entry><id>a</id>", "<feed><entry><category label='a'/></entry></feed>"] {
        assert!(Entry::read_all(broken).is_err(), "{broken}");
    }
}
