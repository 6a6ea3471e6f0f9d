//! The tables of a register as rows of cells, so that rows can be added and copied by the names of
//! the columns, whatever columns a table has.

use std::collections::BTreeMap;

use service_providers_codegen::{Column, Register, TABLES, TableInfo, csv_text};

/// The tables of a register, by name.
pub struct Tables {
    tables: BTreeMap<&'static str, Table>,
}

/// One table.
pub struct Table {
    info: &'static TableInfo,
    columns: &'static [Column],
    rows: Vec<Cells>,
}

/// A row: its cells by the names of their columns.
pub type Cells = BTreeMap<String, String>;

impl Tables {
    /// The tables of a register.
    pub fn of(register: &Register) -> Self {
        let files: BTreeMap<String, Vec<u8>> = register.source_files().into_iter().collect();
        let table = |info: &'static TableInfo| {
            let rows = files.get(info.path).map(|bytes| rows(bytes)).unwrap_or_default();
            (info.name, Table { info, columns: info.columns(), rows })
        };
        Self { tables: TABLES.iter().map(table).collect() }
    }

    /// The table of this name.
    ///
    /// # Panics
    /// Where there is no such table.
    pub fn get(&mut self, name: &str) -> &mut Table {
        self.tables.get_mut(name).expect("the register has this table")
    }

    /// The tables whose rows belong to a row of this table: each with the column that says to which.
    pub fn belonging_to(&mut self, name: &str) -> impl Iterator<Item = (&mut Table, String)> {
        self.tables.values_mut().filter_map(move |table| {
            let column = table.columns.iter().find(|column| {
                column.references.as_deref() == Some(name)
                    && table.info.key.contains(&column.name.as_str())
            });
            let column = column?.name.clone();
            Some((table, column))
        })
    }

    /// How many cells are like this.
    pub fn count(&self, wanted: impl Fn(&str) -> bool) -> usize {
        let rows = self.tables.values().flat_map(|table| &table.rows);
        rows.flat_map(|row| row.values()).filter(|cell| wanted(cell)).count()
    }

    /// The files of all tables: their paths inside the data folder, and their bytes.
    pub fn into_files(self) -> Vec<(String, Vec<u8>)> {
        self.tables.into_values().map(|table| (table.info.path.to_owned(), table.bytes())).collect()
    }
}

impl Table {
    /// A row that says nothing: the word for a missing fact in every column that has one, and this
    /// mark in the others.
    pub fn silent_row(&self, mark: &str) -> Cells {
        let word = |column: &Column| {
            let allows = |word: &&str| {
                column.words.iter().any(|allowed| allowed == word)
                    || column.terms.iter().any(|(term, _)| term == word)
            };
            ["unknown", "none"].into_iter().find(allows).unwrap_or(mark).to_owned()
        };
        self.columns.iter().map(|column| (column.name.clone(), word(column))).collect()
    }

    /// Adds a row.
    pub fn add(&mut self, row: Cells) {
        self.rows.push(row);
    }

    /// The rows with this cell in this column.
    pub fn with<'t>(&'t self, column: &'t str, cell: &'t str) -> impl Iterator<Item = &'t Cells> {
        self.rows.iter().filter(move |row| row.get(column).is_some_and(|own| own == cell))
    }

    /// The rows with this cell in this column, to change them.
    pub fn with_mut<'t>(
        &'t mut self,
        column: &'t str,
        cell: &'t str,
    ) -> impl Iterator<Item = &'t mut Cells> {
        self.rows.iter_mut().filter(move |row| row.get(column).is_some_and(|own| own == cell))
    }

    /// Takes the rows with this cell in this column away.
    pub fn remove(&mut self, column: &str, cell: &str) {
        self.rows.retain(|row| row.get(column).is_none_or(|own| own != cell));
    }

    /// All rows.
    pub fn rows(&self) -> &[Cells] {
        &self.rows
    }

    fn bytes(&self) -> Vec<u8> {
        let header: Vec<&str> = self.columns.iter().map(|column| column.name.as_str()).collect();
        let row = |row: &Cells| -> Vec<String> {
            header.iter().map(|column| row.get(*column).cloned().unwrap_or_default()).collect()
        };
        let rows: Vec<Vec<String>> = self.rows.iter().map(row).collect();
        csv_text(&header, rows.iter().map(|row| row.iter().map(String::as_str)))
    }
}

/// The rows of a table in canonical form.
fn rows(bytes: &[u8]) -> Vec<Cells> {
    let mut reader = csv::Reader::from_reader(bytes);
    reader.deserialize().map(|row| row.expect("the register wrote this table itself")).collect()
}
