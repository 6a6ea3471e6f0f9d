//! `missing-listing`: a published row of a document that is not in listings.csv.

use super::{documents, listings_by_document, refused, row_beyond_document};
use crate::cell_types::YesNo;
use crate::hashing::{HashMap, HashSet};
use crate::problem::{Code, Problem};
use crate::read::{AnyTable as _, Parsed};

pub(super) static CODE: Code = Code {
    name: "missing-listing",
    refuses: "A row that a listed document publishes, and that is not in listings.csv.",
    why: "An edition claims what the rows of its documents say. A row that was left out would be missing from every export without a trace.",
    mend: "Add a row to listings.csv for every published row that is named. If the document has fewer rows, mend `published_rows` in register.json.",
    example: ("published_rows 41, listings of the rows 1 to 40", "listings of the rows 1 to 41"),
    ..Code::RULE
};

pub(super) fn check(parsed: &Parsed<'_>, problems: &mut Vec<Problem>) {
    let (Some(register), Some(_)) = (&parsed.register, documents(parsed)) else { return };
    let table = &parsed.tables.listings;
    // A row that was refused may be the one that seems to be missing.
    if !table.is_whole() {
        return;
    }
    // So may a row under a wrong number.
    let wrong = refused(problems, table.name(), &[&row_beyond_document::CODE]);
    let mut in_doubt: HashSet<&str> = HashSet::default();
    let mut found: HashMap<&str, Vec<u32>> = HashMap::default();
    for (document, rows) in listings_by_document(parsed) {
        found.entry(document).or_default().extend(rows.iter().map(|located| located.row.row));
        if rows.iter().any(|located| wrong.contains(&located.line)) {
            in_doubt.insert(document);
        }
    }
    for (at, document) in register.content.documents.iter().enumerate() {
        let id = document.id.as_str();
        if document.listed == YesNo::No || in_doubt.contains(id) {
            continue;
        }
        let mut rows = found.remove(id).unwrap_or_default();
        rows.sort_unstable();
        rows.dedup();
        let mut rows = rows.into_iter().peekable();
        let missing = (1..=document.published_rows).filter(|row| rows.next_if_eq(row).is_none());
        if let Some(message) = message(id, &ranges(missing)) {
            let pointer = format!("/documents/{at}/published_rows");
            let value = document.published_rows.to_string();
            problems.push(
                register
                    .problem(&CODE, &pointer, value, message)
                    .help("add every row that is missing, or mend the number of rows"),
            );
        }
    }
}

/// How many ranges of rows are named.
const NAMED: usize = 8;

/// What is missing, in a sentence; `None` if nothing is.
fn message(document: &str, ranges: &[(u32, u32)]) -> Option<String> {
    let count: u32 = ranges.iter().map(|(first, last)| last - first + 1).sum();
    let named: Vec<String> = (ranges.iter().take(NAMED))
        .map(|(first, last)| match first == last {
            true => first.to_string(),
            false => format!("{first} to {last}"),
        })
        .collect();
    let others = if ranges.len() > NAMED { " and others" } else { "" };
    let rows = format!("{}{others}", named.join(", "));
    match count {
        0 => None,
        1 => Some(format!("row {rows} of `{document}` is not in listings.csv")),
        _ => Some(format!("{count} rows of `{document}` are not in listings.csv: {rows}")),
    }
}

/// Numbers that follow each other, as ranges from the first to the last.
fn ranges(numbers: impl Iterator<Item = u32>) -> Vec<(u32, u32)> {
    let mut ranges: Vec<(u32, u32)> = Vec::new();
    for number in numbers {
        match ranges.last_mut() {
            Some((_, last)) if *last + 1 == number => *last = number,
            _ => ranges.push((number, number)),
        }
    }
    ranges
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn missing_rows_are_named_and_counted() {
        let message_for = |numbers: &[u32]| message("doc", &ranges(numbers.iter().copied()));
        assert_eq!(message_for(&[]), None);
        let one = "row 7 of `doc` is not in listings.csv";
        assert_eq!(message_for(&[7]).as_deref(), Some(one));
        let some = "4 rows of `doc` are not in listings.csv: 1 to 3, 9";
        assert_eq!(message_for(&[1, 2, 3, 9]).as_deref(), Some(some));
        let odd: Vec<u32> = (0..20).map(|number| number * 2).collect();
        assert!(
            message_for(&odd)
                .is_some_and(|text| text.ends_with(": 0, 2, 4, 6, 8, 10, 12, 14 and others"))
        );
    }
}
