//! The rows of published tables as text. They are compared cell by cell, so that two releases can
//! be compared whichever versions of the program wrote them.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use service_providers_codegen::TABLES;

/// The tables of a release, those of all its editions put together.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rows {
    /// Every table by its path: `vocabulary/purposes.csv`.
    pub tables: BTreeMap<String, TableRows>,
    /// `register.json`.
    pub register: Value,
}

/// The rows of one table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TableRows {
    /// The columns.
    pub columns: Vec<String>,
    /// Every row by its key.
    pub rows: BTreeMap<Vec<String>, Vec<String>>,
}

impl Rows {
    /// Adds the tables of an edition: pairs of a path inside the folder of tables and its bytes.
    /// Rows that several editions have are the same in all of them.
    ///
    /// # Errors
    /// In words, if a file is neither a table nor `register.json`, or cannot be read as one.
    pub fn add<'f>(
        &mut self,
        files: impl IntoIterator<Item = (&'f str, &'f [u8])>,
    ) -> Result<(), String> {
        for (path, bytes) in files {
            if path == "register.json" {
                self.register =
                    serde_json::from_slice(bytes).map_err(|error| format!("{path}: {error}"))?;
            } else {
                let table = self.tables.entry(path.to_owned()).or_default();
                table.add(path, bytes).map_err(|error| format!("{path}: {error}"))?;
            }
        }
        Ok(())
    }

    /// The version of the tables' format.
    pub fn format_version(&self) -> u64 {
        self.register["format_version"].as_u64().unwrap_or_default()
    }

    /// The ids of the editions.
    pub fn editions(&self) -> BTreeSet<String> {
        self.ids("editions")
    }

    /// The ids of the source documents.
    pub fn sources(&self) -> BTreeSet<String> {
        self.ids("sources")
    }

    fn ids(&self, list: &str) -> BTreeSet<String> {
        let items = self.register[list].as_array().into_iter().flatten();
        items.filter_map(|item| item["id"].as_str()).map(str::to_owned).collect()
    }
}

impl TableRows {
    fn add(&mut self, path: &str, bytes: &[u8]) -> Result<(), csv::Error> {
        let mut reader = csv::Reader::from_reader(bytes);
        self.columns = reader.headers()?.iter().map(str::to_owned).collect();
        let key: Vec<usize> = match TABLES.iter().find(|table| table.path == path) {
            Some(table) => (table.key.iter())
                .filter_map(|name| self.columns.iter().position(|column| column == name))
                .collect(),
            // This program does not know the table. Its first column is taken for the key.
            None => vec![0],
        };
        for record in reader.records() {
            let row: Vec<String> = record?.iter().map(str::to_owned).collect();
            self.rows.insert(key.iter().map(|index| row[*index].clone()).collect(), row);
        }
        Ok(())
    }

    /// The cell of a row in the column of this name.
    pub fn cell<'r>(&self, row: &'r [String], column: &str) -> Option<&'r str> {
        let index = self.columns.iter().position(|name| name == column)?;
        row.get(index).map(String::as_str)
    }
}
