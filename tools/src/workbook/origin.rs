//! Where the cells of a table stand in the workbook.

use std::collections::HashMap;

use service_providers_codegen::{Place, Sources, Tidied};

use super::damage::cell_name;
use super::tables::SheetTable;
use crate::report::SourceOrigin;

/// The workbook that the tables of some sources come from.
pub struct Origin<'o> {
    /// By the name of the file.
    sheets: HashMap<&'o str, SheetOrigin<'o>>,
}

struct SheetOrigin<'o> {
    table: &'o SheetTable,
    /// The file as it is in the sources.
    bytes: &'o [u8],
    /// The row of each line after the first, if the lines were moved.
    lines: Option<&'o [usize]>,
}

impl<'o> Origin<'o> {
    /// The workbook in which the tables of the sources stand, before they were tidied.
    pub fn of(tables: &'o [SheetTable], sources: &'o Sources) -> Self {
        let sheet = |table: &'o SheetTable| {
            let file = sources.data(table.path)?;
            Some((file.name.as_str(), SheetOrigin { table, bytes: &file.bytes, lines: None }))
        };
        Self { sheets: tables.iter().filter_map(sheet).collect() }
    }

    /// The same for sources of which these files were tidied.
    #[must_use]
    pub fn tidied(mut self, files: &'o [Tidied]) -> Self {
        for sheet in self.sheets.values_mut() {
            let tidied = files.iter().find(|file| file.path == sheet.table.path);
            sheet.lines = tidied.map(|file| file.lines.as_slice());
        }
        self
    }
}

impl SourceOrigin for Origin<'_> {
    fn file(&self, file: &str) -> Option<String> {
        let is_it = |name: &str, table: &SheetTable| name == file || table.path == file;
        let mut sheets = self.sheets.iter().map(|(name, sheet)| (*name, sheet.table));
        let (_, table) = sheets.find(|(name, table)| is_it(name, table))?;
        Some(format!("the sheet {}", table.sheet))
    }

    fn place(&self, place: &Place) -> Option<(String, usize)> {
        let sheet = self.sheets.get(place.file.as_str())?;
        let row = sheet.row(place.line);
        let cell = (row.saturating_sub(1) as u32, sheet.column(place));
        Some((cell_name(sheet.table.sheet, cell), row))
    }
}

impl SheetOrigin<'_> {
    /// The row of a line, both from 1.
    fn row(&self, line: usize) -> usize {
        let moved = self.lines.and_then(|lines| lines.get(line.checked_sub(2)?));
        moved.map_or(line, |line| *line)
    }

    /// The column of the sheet, from 0, in which a place of the file begins.
    fn column(&self, place: &Place) -> u32 {
        let header = self.bytes.split(|byte| *byte == b'\n').next().unwrap_or_default();
        let names: Vec<&[u8]> = header.split(|byte| *byte == b',').collect();
        let index = cells_before(self.bytes, place.span.start);
        let name = names.get(index).copied().unwrap_or_default();
        let columns = &self.table.columns;
        // A name may stand twice, and tidying moves columns with different names only.
        let before = names.iter().take(index).filter(|other| **other == name).count();
        let named = columns.iter().filter(|(column, _)| column.as_bytes() == name).nth(before);
        named.or_else(|| columns.get(index)).or(columns.first()).map_or(0, |(_, number)| *number)
    }
}

/// How many cells stand before a byte on its line. The file was written by us, so a quotation mark
/// opens or closes a cell, or is one of two.
fn cells_before(bytes: &[u8], end: usize) -> usize {
    let before = &bytes[..end.min(bytes.len())];
    let start = before.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
    let mut quoted = false;
    let mut cells = 0;
    for byte in &before[start..] {
        match byte {
            b'"' => quoted = !quoted,
            b',' if !quoted => cells += 1,
            _ => {}
        }
    }
    cells
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_counted_on_their_line() {
        let file = b"a,b\n\"x, \"\"y\"\", z\",c\n";
        assert_eq!(cells_before(file, 0), 0);
        assert_eq!(cells_before(file, 2), 1);
        assert_eq!(cells_before(file, 8), 0);
        assert_eq!(cells_before(file, 18), 1);
        assert_eq!(cells_before(file, 99), 0);
    }
}
