//! A table whose rows are typed, and the place of each.

use std::ops::ControlFlow;
use std::rc::Rc;

use crate::cell_types::Kind;
use crate::cells::CsvFile;
use crate::keys::RowKeys;
use crate::problem::{Code, Place, Problem};
use crate::tables::{Column, Row};

/// The rows of a table, and where each stands.
pub(crate) struct TypedTable<'s, R> {
    /// The rows that are well-formed, in file order.
    pub(crate) rows: Vec<LocatedRow<R>>,
    pub(super) file: Option<Rc<CsvFile<'s>>>,
    pub(super) columns: &'static [Column],
    pub(super) keys: Rc<RowKeys<'s>>,
    /// Whether every row was read. The reader stops where a table has too many rows or problems.
    pub(super) read_to_end: bool,
}

/// A row and its line.
pub(crate) struct LocatedRow<R> {
    /// 0-based line of the file.
    pub(crate) line: usize,
    pub(crate) row: R,
}

impl<R> Default for TypedTable<'_, R> {
    fn default() -> Self {
        Self { rows: Vec::new(), file: None, columns: &[], keys: Rc::default(), read_to_end: false }
    }
}

/// A table without the type of its rows.
pub(crate) trait AnyTable<'s> {
    /// The table's name.
    fn name(&self) -> &'static str;
    /// The path of its file inside the data folder.
    fn path(&self) -> &'static str;
    /// The names of the columns that identify a row.
    fn key_names(&self) -> &'static [&'static str];
    /// The columns.
    fn columns(&self) -> &[Column];
    /// What the cells of a key hold.
    fn key_kinds(&self) -> Vec<Option<Kind>> {
        kinds(self.columns(), self.key_names())
    }
    /// Whether a row is known by a key of its own, which becomes a Rust name.
    fn has_own_key(&self) -> bool {
        self.key_kinds() == [Some(Kind::Key)]
    }
    /// The key of every row, also of those that are not well-formed, in file order.
    fn keys(&self) -> &RowKeys<'s>;
    /// The position of the column that refers to this table.
    fn column_referring_to(&self, table: &str) -> Option<usize> {
        self.columns().iter().position(|column| column.references.as_deref() == Some(table))
    }
    /// The text of every cell of the column that refers to this table.
    fn cells_referring_to(&self, table: &str) -> Vec<String>;
    /// Whether every row was read and is well-formed. Only then does it mean something that a row
    /// is not there.
    fn is_whole(&self) -> bool;
    /// Whether every row was read and has a well-formed key.
    fn keys_are_whole(&self) -> bool;
    /// Whether the rows can be sorted: every key is well-formed and is there once. A row with a
    /// blank or wrong key is known only by its neighbours.
    fn is_sortable(&self) -> bool;
    /// The place of a cell, or of an item in its list.
    fn place(&self, line: usize, column: &str, item: Option<usize>) -> Place;
    /// The text of a cell.
    fn cell(&self, line: usize, column: &str) -> String;
}

impl<'s, R: Row> AnyTable<'s> for TypedTable<'s, R> {
    fn name(&self) -> &'static str {
        R::TABLE
    }

    fn path(&self) -> &'static str {
        R::PATH
    }

    fn key_names(&self) -> &'static [&'static str] {
        R::KEY
    }

    fn columns(&self) -> &[Column] {
        self.columns
    }

    fn keys(&self) -> &RowKeys<'s> {
        &self.keys
    }

    fn cells_referring_to(&self, table: &str) -> Vec<String> {
        let (Some(file), Some(column)) = (&self.file, self.column_referring_to(table)) else {
            return Vec::new();
        };
        let mut cells = Vec::new();
        file.rows(R::TABLE, &mut Vec::new(), |row, _| {
            cells.push(row.cells[column].to_string());
            ControlFlow::Continue(())
        });
        cells
    }

    fn is_whole(&self) -> bool {
        self.read_to_end && self.rows.len() == self.keys.len()
    }

    fn keys_are_whole(&self) -> bool {
        self.read_to_end && self.keys.iter().all(|key| key.well_formed)
    }

    fn is_sortable(&self) -> bool {
        self.keys_are_whole() && self.keys.repeated().is_empty()
    }

    fn place(&self, line: usize, column: &str, item: Option<usize>) -> Place {
        match &self.file {
            Some(file) => file.place(line, self.position(column), item),
            None => {
                Place { file: R::PATH.to_owned(), line: line + 1, column: 1, span: (0..0).into() }
            }
        }
    }

    fn cell(&self, line: usize, column: &str) -> String {
        self.file.as_ref().map_or_else(String::new, |file| file.cell(line, self.position(column)))
    }
}

/// What the columns with these names hold.
pub(super) fn kinds(columns: &[Column], names: &[&str]) -> Vec<Option<Kind>> {
    let kind = |name: &&str| columns.iter().find(|column| column.name == **name)?.kind;
    names.iter().map(kind).collect()
}

impl<R: Row> TypedTable<'_, R> {
    fn position(&self, column: &str) -> usize {
        self.columns.iter().position(|other| other.name == column).unwrap_or_default()
    }

    /// A problem in a cell of this table.
    pub(crate) fn problem(
        &self,
        code: &'static Code,
        line: usize,
        column: &str,
        message: impl Into<String>,
    ) -> Problem {
        Problem::new(code, self.place(line, column, None), message)
            .field(R::TABLE, column)
            .value(self.cell(line, column))
    }
}
