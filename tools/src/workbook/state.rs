//! The hidden sheet that says which state of the tables the workbook was made from.
//!
//! A workbook that is older than a change of the tables would take the change back when it is read.

use std::collections::BTreeMap;

use rust_xlsxwriter::{Worksheet, XlsxError};
use service_providers_codegen::{Sources, TABLES};

use super::STATE;
use super::sheet::{Content, Sheet};
use crate::sha256;

/// The digest of each table when the workbook was made.
#[derive(Debug, Default)]
pub struct State(BTreeMap<String, String>);

impl State {
    /// The state of these tables.
    pub(super) fn of(sources: &Sources) -> Self {
        let tables = TABLES.iter().filter_map(|table| {
            Some((table.path.to_owned(), sha256::hex(&sources.data(table.path)?.bytes)))
        });
        Self(tables.collect())
    }

    /// The state that a workbook names.
    pub(super) fn read(sheets: &[Sheet]) -> Self {
        let Some(sheet) = sheets.iter().find(|sheet| sheet.name == STATE) else {
            return Self::default();
        };
        let text = |row: u32, column: u32| match &sheet.cells.get(&(row, column))?.content {
            Content::Text(text) => Some(text.clone()),
            _ => None,
        };
        let rows = sheet.cells.keys().map(|(row, _)| *row);
        Self(rows.filter_map(|row| Some((text(row, 0)?, text(row, 1)?))).collect())
    }

    /// Whether the workbook names no state.
    pub fn is_unknown(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether this table was another when the workbook was made.
    pub fn is_behind(&self, path: &str, now: &Sources) -> bool {
        let digest = now.data(path).map(|file| sha256::hex(&file.bytes));
        digest.as_ref() != self.0.get(path)
    }

    pub(super) fn write(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        sheet.set_name(STATE)?.set_hidden(true);
        for (row, (path, digest)) in (0..).zip(&self.0) {
            sheet.write_string(row, 0, path)?;
            sheet.write_string(row, 1, digest)?;
        }
        Ok(())
    }
}
