//! A table of the register as cells.

use service_providers_codegen::{Sources, TableInfo};

/// A table and its rows, in the order of its columns.
pub(super) struct SourceTable {
    pub(super) info: &'static TableInfo,
    pub(super) rows: Vec<Vec<String>>,
}

impl SourceTable {
    /// Reads a table whatever its cells say. `None` if it has other columns than it should, or a row
    /// with more or fewer cells, so that nobody knows which column a cell belongs to.
    pub(super) fn read(info: &'static TableInfo, sources: &Sources) -> Option<Self> {
        let mut reader = csv::Reader::from_reader(sources.data(info.path)?.bytes.as_slice());
        let columns = info.columns().iter().map(|column| column.name.as_str());
        if !reader.headers().ok()?.iter().eq(columns) {
            return None;
        }
        let cells = |row: csv::StringRecord| row.iter().map(str::to_owned).collect();
        let rows = reader.records().map(|row| row.map(cells));
        Some(Self { info, rows: rows.collect::<Result<_, _>>().ok()? })
    }
}
