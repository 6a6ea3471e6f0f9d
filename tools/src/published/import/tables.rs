//! The tables of a register as rows of cells, so that rows can be added and copied by the names of
//! the columns, whatever columns a table has.

use std::collections::{BTreeMap, HashMap};

use service_providers_codegen::{Column, DraftMark, Register, TABLES, TableInfo, csv_text};

/// The tables of a register, by name.
pub struct EditableTables {
    tables: BTreeMap<&'static str, EditableTable>,
}

/// One table.
pub struct EditableTable {
    info: &'static TableInfo,
    columns: &'static [Column],
    rows: Vec<CellsByColumn>,
    /// Which rows have a cell in the first column of the table's key.
    by_key: HashMap<String, Vec<usize>>,
}

/// A row: its cells by the names of their columns.
pub type CellsByColumn = BTreeMap<String, String>;

impl EditableTables {
    /// The tables of a register.
    pub fn of(register: &Register) -> Self {
        let files: BTreeMap<String, Vec<u8>> = register.source_files().into_iter().collect();
        let table = |info: &'static TableInfo| {
            let rows = files.get(info.path).map(|bytes| rows(bytes)).unwrap_or_default();
            (info.name, EditableTable::new(info, rows))
        };
        Self { tables: TABLES.iter().map(table).collect() }
    }

    /// The table of this name.
    ///
    /// # Panics
    /// If there is no such table.
    pub fn get(&mut self, name: &str) -> &mut EditableTable {
        self.tables.get_mut(name).expect("the register has this table")
    }

    /// How many cells wait for words of this document.
    pub fn open_cells(&self, document: &str) -> usize {
        let own = |item| DraftMark::read(item).is_some_and(|mark| mark.document == document);
        let rows = self.tables.values().flat_map(|table| &table.rows);
        rows.flat_map(|row| row.values()).filter(|cell| cell.split(';').any(own)).count()
    }

    /// The files of all tables: their paths inside the data folder, and their bytes.
    pub fn into_files(self) -> Vec<(String, Vec<u8>)> {
        self.tables.into_values().map(|table| (table.info.path.to_owned(), table.bytes())).collect()
    }
}

impl EditableTable {
    fn new(info: &'static TableInfo, rows: Vec<CellsByColumn>) -> Self {
        let mut table =
            Self { info, columns: info.columns(), rows: Vec::new(), by_key: HashMap::new() };
        rows.into_iter().for_each(|row| table.add(row));
        table
    }

    /// A row with this cell in every column.
    pub fn row_of(&self, cell: &str) -> CellsByColumn {
        self.columns.iter().map(|column| (column.name.clone(), cell.to_owned())).collect()
    }

    /// The word by which a cell of this column says that the source is silent, if there is one.
    pub fn silence(&self, column: &str) -> Option<&'static str> {
        self.columns.iter().find(|own| own.name == column)?.silence()
    }

    /// Adds a row.
    pub fn add(&mut self, row: CellsByColumn) {
        let key = row.get(self.info.key[0]).cloned().unwrap_or_default();
        self.by_key.entry(key).or_default().push(self.rows.len());
        self.rows.push(row);
    }

    /// The rows with this cell in the first column of the table's key.
    pub fn with_key(&self, key: &str) -> impl Iterator<Item = &CellsByColumn> {
        self.by_key.get(key).into_iter().flatten().map(|index| &self.rows[*index])
    }

    /// The first of them, to change it.
    pub fn row_mut(&mut self, key: &str) -> Option<&mut CellsByColumn> {
        let index = *self.by_key.get(key)?.first()?;
        self.rows.get_mut(index)
    }

    fn bytes(&self) -> Vec<u8> {
        let header: Vec<&str> = self.columns.iter().map(|column| column.name.as_str()).collect();
        let row = |row: &CellsByColumn| -> Vec<String> {
            header.iter().map(|column| row.get(*column).cloned().unwrap_or_default()).collect()
        };
        let rows: Vec<Vec<String>> = self.rows.iter().map(row).collect();
        csv_text(&header, rows.iter().map(|row| row.iter().map(String::as_str)))
    }
}

/// The rows of a table in canonical form.
fn rows(bytes: &[u8]) -> Vec<CellsByColumn> {
    let mut reader = csv::Reader::from_reader(bytes);
    reader.deserialize().map(|row| row.expect("the register wrote this table itself")).collect()
}
