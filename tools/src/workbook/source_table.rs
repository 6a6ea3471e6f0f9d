//! A table of the register as cells.

use service_providers_codegen::{Sources, TableInfo};

use crate::failure::Failure;

/// A table and its rows, in the order of its columns.
pub(super) struct SourceTable {
    pub(super) info: &'static TableInfo,
    pub(super) rows: Vec<Vec<String>>,
}

impl SourceTable {
    /// Reads a table that `check` accepts.
    pub(super) fn read(info: &'static TableInfo, sources: &Sources) -> Result<Self, Failure> {
        let fail = |error: csv::Error| Failure::new(format!("{}: {error}", info.path));
        let bytes = sources.data(info.path).map(|file| file.bytes.as_slice()).unwrap_or_default();
        let mut rows = Vec::new();
        for row in csv::Reader::from_reader(bytes).records() {
            rows.push(row.map_err(fail)?.iter().map(str::to_owned).collect());
        }
        Ok(Self { info, rows })
    }
}
