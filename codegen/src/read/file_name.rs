//! What the name of a file tells: whether it was meant to be a table.

/// Endings of files that hold text in rows.
const TEXTS: [&str; 6] = ["csv", "json", "tab", "text", "tsv", "txt"];
/// Endings of files that a spreadsheet writes.
const WORKBOOKS: [&str; 14] = [
    "dbf", "dif", "fods", "gsheet", "numbers", "ods", "ots", "slk", "uos", "xls", "xlsb", "xlsm",
    "xlsx", "xltx",
];

/// Whether the file holds text, so that another name is all it needs.
pub(super) fn holds_text(path: &str) -> bool {
    let name = path.to_lowercase();
    name.ends_with(".csv") || name.ends_with(".json") || name.contains(".csv.")
}

/// Whether the name ends like that of a file with rows, whatever they are about.
pub(super) fn holds_rows(path: &str) -> bool {
    let (_, ending) = split_ending(&path.to_lowercase());
    WORKBOOKS.contains(&&*ending) || matches!(&*ending, "csv" | "tsv" | "tab" | "json")
}

/// Whether a file has the name of a table, with another ending, with capitals, in another folder, or
/// with what programs add to the name of a copy.
pub(super) fn is_like(path: &str, table: &str) -> bool {
    let (name, endings_known) = plain_name(path);
    endings_known && name == plain_name(table).0
}

/// The words of a file's name, without what programs add to the name of a copy, and whether all its
/// endings are those of files with rows.
fn plain_name(path: &str) -> (String, bool) {
    const ADDED: [&str; 8] = ["backup", "copia", "copie", "copy", "kopie", "new", "of", "old"];
    let mut name = path.rsplit('/').next().unwrap_or(path).to_lowercase();
    // The lock of a program that has the file open is none of the editor's files.
    let mut known = !name.starts_with("~$") && !name.ends_with(['~', '#']);
    while let (stem, ending) = split_ending(&name)
        && !ending.is_empty()
    {
        known &= TEXTS.contains(&&*ending) || WORKBOOKS.contains(&&*ending);
        name = stem;
    }
    let words: Vec<&str> = name
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !ADDED.contains(word) && !word.bytes().all(|b| b.is_ascii_digit()))
        .collect();
    (words.join("-"), known)
}

/// The name before its last point, and the ending after it.
fn split_ending(name: &str) -> (String, String) {
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    (stem.to_owned(), ending.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_that_may_be_tables_are_recognised() {
        for name in [
            "engagements.ods",
            "Engagements.CSV",
            "engagements.csv.txt",
            "Copy of engagements (2).xlsx",
            "old/engagements.numbers",
            "engagements",
            "engagements.TXT",
        ] {
            assert!(is_like(name, "engagements.csv"), "{name}");
        }
        for name in [
            "engagements.md",
            "engagements.csv~",
            "~$engagements.xlsx",
            "engagement-features.ods",
            "README.md",
        ] {
            assert!(!is_like(name, "engagements.csv"), "{name}");
        }
        assert!(holds_rows("list.XLSX") && !holds_rows("notes.txt") && !holds_rows("LICENSE"));
    }
}
