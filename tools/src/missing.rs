//! The words that stand for a missing fact.
//!
//! Files for programs use the words of the tables. Pages about changes and findings use those of
//! `page/names.rs`; the pages of an edition have theirs in `export/readers/words.rs`.

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

/// A date that no document states, on the pages about changes.
pub const UNKNOWN_DATE: &str = "not stated";
