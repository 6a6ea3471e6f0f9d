//! The tables whose rows listings cite: engagements and practices.

use crate::cell_types::{Key, Stated, Text};
use crate::problem::{Code, Problem};
use crate::read::{AnyTable, Parsed, TypedTable};
use crate::tables::Row;
use crate::tables::row::ListingRow;

/// A table whose rows listings cite.
pub(super) struct CitedTable<'d, 's> {
    /// The column of listings.csv that cites its rows.
    pub(super) column: &'static str,
    pub(super) rows: Vec<CitedRow<'d>>,
    table: &'d dyn AnyTable<'s>,
    cited: fn(&ListingRow) -> &Stated<Key>,
}

/// A row that listings may cite.
pub(super) struct CitedRow<'d> {
    /// 0-based line of the file.
    pub(super) line: usize,
    pub(super) key: &'d str,
    pub(super) withdrawn: bool,
}

/// Both tables.
pub(super) fn tables<'d, 's>(parsed: &'d Parsed<'s>) -> [CitedTable<'d, 's>; 2] {
    let tables = &parsed.tables;
    [
        CitedTable {
            column: "engagement",
            rows: rows(&tables.engagements, |row| (&row.key, &row.withdrawn)),
            table: &tables.engagements,
            cited: |listing| &listing.engagement,
        },
        CitedTable {
            column: "practice",
            rows: rows(&tables.practices, |row| (&row.key, &row.withdrawn)),
            table: &tables.practices,
            cited: |listing| &listing.practice,
        },
    ]
}

fn rows<'d, R: Row>(
    table: &'d TypedTable<'_, R>,
    of: impl Fn(&'d R) -> (&'d Key, &'d Stated<Text>),
) -> Vec<CitedRow<'d>> {
    let rows = table.rows.iter().map(|located| (located.line, of(&located.row)));
    rows.map(|(line, (key, reason))| CitedRow { line, key, withdrawn: reason.known().is_some() })
        .collect()
}

impl CitedTable<'_, '_> {
    /// The key that a listing cites.
    pub(super) fn cited_by<'l>(&self, listing: &'l ListingRow) -> Option<&'l str> {
        (self.cited)(listing).known().map(Key::as_str)
    }

    /// The keys that listings cite.
    pub(super) fn cited_keys<'d>(&self, parsed: &'d Parsed<'_>) -> impl Iterator<Item = &'d str> {
        let listings = parsed.tables.listings.rows.iter();
        listings.filter_map(|located| self.cited_by(&located.row))
    }

    /// A problem with the key of a row.
    pub(super) fn problem(
        &self,
        code: &'static Code,
        row: &CitedRow<'_>,
        message: String,
    ) -> Problem {
        Problem::new(code, self.table.place(row.line, "key", None), message)
            .field(self.table.name(), "key")
            .value(row.key)
    }

    /// Where a row says why it was withdrawn.
    pub(super) fn place_of_reason(&self, line: usize) -> crate::problem::Place {
        self.table.place(line, "withdrawn", None)
    }
}
