//! The words that stand for a missing fact.
//!
//! Files for programs have the words of the tables. Pages for people have words that fit into
//! their sentences. The pages of an edition and the pages about changes do not use the same ones;
//! both are published, so the difference stays, and can be seen here.

use serde::Serialize;

/// The source does not say.
pub const UNKNOWN: &str = "unknown";
/// There is none, or the source says that there is none.
pub const NONE: &str = "none";
/// The source says that the question does not arise.
pub const NOT_APPLICABLE: &str = "not-applicable";
/// Data of any kind.
pub const ANY: &str = "any";
/// The source sends the reader to the provider.
pub const SEE_PROVIDER: &str = "see-provider";

/// The words that every column may have instead of a fact, and their meanings.
pub const MEANINGS: [(&str, &str); 3] = [
    (UNKNOWN, "the source does not say"),
    (NONE, "there is none, or the source says that there is none"),
    (NOT_APPLICABLE, "the source says that the question does not arise"),
];

/// The meaning of such a word; `None` if only some columns have it.
pub fn meaning(word: &str) -> Option<&'static str> {
    MEANINGS.iter().find(|(known, _)| *known == word).map(|(_, meaning)| *meaning)
}

/// The words of one kind of page.
#[derive(Debug, Serialize)]
pub struct PageWords {
    /// The source does not say.
    pub unknown: &'static str,
    /// There is none.
    pub none: &'static str,
    /// The question does not arise.
    pub not_applicable: &'static str,
    /// Data is kept where the provider says.
    pub see_provider: &'static str,
    /// Data is kept nowhere.
    pub nowhere: &'static str,
    /// Data is about nobody.
    pub no_person: &'static str,
    /// The source does not say whose data it is.
    pub unknown_person: &'static str,
    /// Data of any kind.
    pub any_data: &'static str,
}

/// The pages of one edition: the exports in Markdown.
pub const EDITION_PAGES: PageWords = PageWords {
    unknown: "Not stated",
    none: "None",
    not_applicable: "Not applicable",
    see_provider: "See the provider",
    nowhere: "Nowhere: nothing is kept",
    no_person: "no person",
    unknown_person: "people not stated",
    any_data: "data of any kind",
};

/// The pages about changes and findings: diff, notice, feed and audit.
pub const CHANGE_PAGES: PageWords = PageWords {
    unknown: "not said",
    none: "none",
    not_applicable: "not applicable",
    see_provider: "where the provider says",
    nowhere: "nowhere",
    no_person: "about no person",
    unknown_person: "people not stated",
    any_data: "data of any kind",
};

/// A date that no document states, on the pages about changes.
pub const UNKNOWN_DATE: &str = "not stated";
