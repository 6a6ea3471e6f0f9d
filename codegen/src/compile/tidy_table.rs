//! One table in canonical form.

use std::ops::ControlFlow;

use super::tidy::Tidied;
use super::tidy_text::{tidy_cell, tidy_list};
use crate::cell_types::Kind;
use crate::cells::{CsvFile, TextFile, WRONG_SEPARATOR, with_commas};
use crate::keys::compare_keys;
use crate::problem::Problem;
use crate::read::open;
use crate::sources::{SourceFile, Sources};
use crate::tables::{Column, TableInfo};
use crate::text::csv_text;

/// A table whose cells are mended and whose rows are not yet sorted.
pub(super) struct TidyTable {
    info: &'static TableInfo,
    columns: &'static [Column],
    rows: Vec<TidyRow>,
    mended: Vec<String>,
}

/// A row, and where it stood.
struct TidyRow {
    /// Counted from 1.
    line: usize,
    cells: Vec<String>,
}

impl TidyTable {
    /// Reads and mends a table. `None` where it cannot be read without doubt; the reasons are
    /// reported.
    pub(super) fn read(
        sources: &Sources,
        info: &'static TableInfo,
        problems: &mut Vec<Problem>,
    ) -> Option<Self> {
        let columns = info.columns();
        let names = info.column_names();
        let mut found = Vec::new();
        let mut rows = Vec::new();
        let expected = info.expected(&names);
        let text = open(sources, info.path, &mut found);
        let rewritten = text.as_ref().and_then(|text| {
            let bytes = with_commas(text, expected)?;
            Some(SourceFile { name: text.name.to_owned(), bytes })
        });
        let text = match &rewritten {
            Some(file) => TextFile::read(file, &mut found),
            None => text,
        };
        let file = text.and_then(|text| CsvFile::open(text, expected, &mut found));
        let read_to_end = file.is_some_and(|file| {
            file.rows(info.name, &mut found, |row, _| {
                // Damaged rows are among them. They were reported, and the table is given up below.
                let cells = row.cells.iter().map(|cell| cell.to_string()).collect();
                rows.push(TidyRow { line: row.line + 1, cells });
                ControlFlow::Continue(())
            })
        });
        let (mendable, refused): (Vec<_>, Vec<_>) =
            found.into_iter().partition(|problem| problem.mendable);
        if !read_to_end || !refused.is_empty() {
            problems.extend(refused);
            return None;
        }
        let separators = rewritten.map(|_| WRONG_SEPARATOR.name.to_owned());
        let mut mended: Vec<String> = separators.into_iter().collect();
        for problem in mendable {
            if !mended.iter().any(|name| name == problem.code.name) {
                mended.push(problem.code.name.to_owned());
            }
        }
        let mut table = Self { info, columns, rows, mended };
        table.mend_cells();
        Some(table)
    }

    pub(super) fn name(&self) -> &'static str {
        self.info.name
    }

    pub(super) fn path(&self) -> &'static str {
        self.info.path
    }

    fn mend_cells(&mut self) {
        let mut normalised = 0;
        let mut sorted = 0;
        for row in &mut self.rows {
            for (cell, column) in row.cells.iter_mut().zip(self.columns) {
                let (tidy, unsorted) =
                    if column.list { tidy_list(cell) } else { (tidy_cell(cell), false) };
                sorted += usize::from(unsorted);
                normalised += usize::from(!unsorted && tidy != *cell);
                *cell = tidy;
            }
        }
        for (count, what) in [(normalised, "cells trimmed or normalised"), (sorted, "lists sorted")]
        {
            if count > 0 {
                self.mended.push(format!("{what} ({count})"));
            }
        }
    }

    /// Sorts the rows by their keys.
    pub(super) fn sort(&mut self) {
        let key: Vec<(usize, Option<Kind>)> = (self.info.key.iter())
            .filter_map(|name| self.columns.iter().position(|column| column.name == *name))
            .map(|index| (index, self.columns[index].kind))
            .collect();
        let compare = |a: &TidyRow, b: &TidyRow| {
            let a = key.iter().map(|(index, _)| a.cells[*index].as_str());
            let b = key.iter().map(|(index, _)| b.cells[*index].as_str());
            compare_keys(a, b, key.iter().map(|(_, kind)| *kind))
        };
        if !self.rows.is_sorted_by(|a, b| compare(a, b).is_le()) {
            self.rows.sort_by(compare);
            self.mended.push("rows sorted".to_owned());
        }
    }

    pub(super) fn bytes(&self) -> Vec<u8> {
        let header: Vec<&str> = self.columns.iter().map(|column| column.name.as_str()).collect();
        csv_text(&header, self.rows.iter().map(|row| row.cells.iter().map(String::as_str)))
    }

    /// The file, and what was mended in it. Where the bytes differ and nothing else was mended, it
    /// was the layout.
    pub(super) fn into_file(mut self, sources: &Sources) -> Tidied {
        let bytes = self.bytes();
        let found = sources.data(self.info.path).map(|file| file.bytes.as_slice());
        if self.mended.is_empty() && found != Some(&bytes) {
            self.mended.push("layout".to_owned());
        }
        let lines = self.rows.iter().map(|row| row.line).collect();
        Tidied { path: self.info.path.to_owned(), bytes, mended: self.mended, lines }
    }
}
