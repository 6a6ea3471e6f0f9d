//! How large things may be. Whatever is larger is refused, with its place; it is never cut off
//! without a message.

/// The largest source file, in bytes.
pub const MAX_FILE_BYTES: usize = 256 << 20;
/// The longest line of a table, in bytes.
pub(crate) const MAX_LINE_BYTES: usize = 64 << 10;
/// The most rows of a table.
pub(crate) const MAX_ROWS: usize = 1_000_000;
/// The most providers. The library numbers them, and the rows of a vocabulary, with two bytes, and a
/// party with the parties and the providers together.
pub(crate) const MAX_PROVIDERS: usize = 50_000;
/// The most rows of a vocabulary.
pub(crate) const MAX_TERMS: usize = 15_000;
/// The most problems with the rows of one table that a report lists.
pub const MAX_PROBLEMS: usize = 100_000;
/// The most further places that a problem lists.
pub const MAX_PLACES: usize = 1000;
/// The longest key, in characters.
pub const MAX_KEY: u32 = 64;
/// The longest name, in characters.
pub(crate) const MAX_NAME: u32 = 120;
/// The longest web address, in characters.
pub(crate) const MAX_ADDRESS: u32 = 500;
/// The longest text, in characters.
pub(crate) const MAX_TEXT: u32 = 600;
/// The most items of a list cell.
pub(crate) const MAX_ITEMS: u32 = 100;
/// The most documents, and the most editions, of `register.json`.
pub(crate) const MAX_MEMBERS: u32 = 1000;
/// The largest number.
pub(crate) const MAX_NUMBER: u32 = 999_999;
/// The longest chain of parents in a hierarchy.
pub(crate) const MAX_PARENTS: usize = 16;
/// The largest JSON file, in bytes.
pub(crate) const MAX_JSON_BYTES: usize = 16 << 20;
/// How deeply the parts of a JSON file may be nested.
pub(crate) const MAX_JSON_DEPTH: usize = 32;

/// Every limit in words, for the documentation: what is limited, and at most how much it may be.
pub fn limits() -> Vec<(&'static str, String)> {
    vec![
        ("a key", format!("{MAX_KEY} characters")),
        ("a name", format!("{MAX_NAME} characters")),
        ("a web address", format!("{MAX_ADDRESS} characters")),
        ("a text", format!("{MAX_TEXT} characters")),
        ("a list cell", format!("{MAX_ITEMS} items")),
        ("a number", format!("1 to {MAX_NUMBER}")),
        ("a line of a table", format!("{} KiB", MAX_LINE_BYTES >> 10)),
        ("the providers", format!("{MAX_PROVIDERS} rows")),
        ("a vocabulary", format!("{MAX_TERMS} rows")),
        ("any other table", format!("{MAX_ROWS} rows")),
        ("a report about the rows of a table", format!("{MAX_PROBLEMS} problems")),
        ("the further places of a problem", MAX_PLACES.to_string()),
        ("register.json", format!("{} MiB", MAX_JSON_BYTES >> 20)),
        ("any other source file", format!("{} MiB", MAX_FILE_BYTES >> 20)),
        ("documents in register.json", MAX_MEMBERS.to_string()),
        ("editions in register.json", MAX_MEMBERS.to_string()),
        ("parts of register.json inside each other", MAX_JSON_DEPTH.to_string()),
        ("parents above a term", MAX_PARENTS.to_string()),
    ]
}
